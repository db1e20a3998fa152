"""The archive as people use it: by keyboard alone, from the search line to the desk."""

from __future__ import annotations

import asyncio
import gc
import weakref
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget

from app.main import Surroundings
from app.models import facts as f
from app.models.follow_ups import follow_ups
from app.models.incident import Incident
from app.presenters import roles
from app.station import forgetting
from app.station.station import Station
from app.store.archive import Behind
from app.views.parts.row_view import RowView
from tests.live import a_stage, do, on_qt, open_incident, until
from tests.views.conftest import child
from tests.views.test_window import a_window

KEY = Qt.Key


def test_that_an_incident_is_found_and_opened_by_keyboard_alone(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            smoke = await open_incident(here, title="Smoke in the lobby")
            await open_incident(here, title="Crowd")
            async with a_window(around, stage, here) as window:
                view = window.view
                QTest.keyClick(view, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
                words = child(view, QLineEdit, "archiveWords")
                found = child(view, RowView, "found")
                await until(words.hasFocus)
                await until(lambda: found.model().rowCount() == 2)
                QTest.keyClicks(words, "smo")
                await until(lambda: found.model().rowCount() == 1)
                QTest.keyClick(words, KEY.Key_Down)
                await until(found.hasFocus)
                assert found.current_key() == smoke
                QTest.keyClick(found, KEY.Key_Slash)
                assert words.hasFocus()
                QTest.keyClick(words, KEY.Key_Escape)
                assert found.hasFocus()
                wanted: list[str] = []
                view.rooms.print_requested.connect(wanted.append)
                view.rooms.replay_requested.connect(wanted.append)
                QTest.keyClick(found, KEY.Key_P)
                QTest.keyClick(found, KEY.Key_R)
                await until(lambda: len(wanted) == 2)
                QTest.keyClick(found, KEY.Key_Return)
                await until(lambda: view.desk)
                # What was searched is still there on coming back.
                QTest.keyClick(view, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
                assert words.text() == "smo"
                assert found.model().rowCount() == 1

    on_qt(qapp, scenario())


def test_that_filters_search_at_once_and_a_wrong_time_is_told(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            await open_incident(here, title="Crowd")
            await open_incident(here, title="Practice", drill=True)
            async with a_window(around, stage, here) as window:
                view = window.view
                view.rooms.show_archive()
                found = child(view, RowView, "found")
                await until(lambda: found.model().rowCount() == 2)
                drill = child(view, QComboBox, "archiveDrill")
                drill.setFocus()
                QTest.keyClick(drill, KEY.Key_End)
                await until(lambda: found.model().rowCount() == 1)
                assert "DRILL" in found.model().index(0, 0).data(roles.CHIP)
                when = child(view, QLineEdit, "archiveWhen")
                QTest.keyClicks(when, "soon")
                QTest.keyClick(when, KEY.Key_Return)
                await until(child(view, QLabel, "archiveWrong").isVisible)
                assert child(view, QWidget, "busy").isHidden()

    on_qt(qapp, scenario())


def test_that_a_copy_that_is_behind_says_so_above_the_list(
    around: Surroundings, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def behind() -> Behind:
        return Behind(entries=12_345, incidents=678)

    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            monkeypatch.setattr(here.archive, "behind", behind)
            async with a_window(around, stage, here) as window:
                window.view.rooms.show_archive()
                told = child(window.view, QLabel, "archiveBehind")
                assert not told.isVisible()
                await until(told.isVisible)
                assert "entries 12345, incidents 678" in told.text()

    on_qt(qapp, scenario())


def test_that_coming_back_to_the_page_shows_what_has_come_meanwhile(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            await open_incident(here, title="Smoke")
            async with a_window(around, stage, here) as window:
                rooms = window.view.rooms
                rooms.show_archive()
                found = child(window.view, RowView, "found")
                await until(lambda: found.model().rowCount() == 1)
                rooms.show_board()
                await open_incident(here, title="Crowd")
                rooms.show_archive()
                await until(lambda: found.model().rowCount() == 2)

    on_qt(qapp, scenario())


def test_that_a_search_ends_when_another_page_is_shown(
    around: Surroundings, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            stream = await open_incident(here, title="Smoke")
            begun, ended = asyncio.Event(), asyncio.Event()

            async def catch_up() -> int:
                begun.set()
                try:
                    await asyncio.Event().wait()
                finally:
                    ended.set()
                return 0

            async with a_window(around, stage, here) as window:
                rooms = window.view.rooms
                with monkeypatch.context() as patch:
                    patch.setattr(here.archive, "catch_up", catch_up)
                    rooms.show_archive()
                    await begun.wait()
                    rooms.show_desk(stream)
                    await asyncio.wait_for(ended.wait(), 5)
                rooms.show_archive()
                found = child(window.view, RowView, "found")
                await until(lambda: found.model().rowCount() == 1)

    on_qt(qapp, scenario())


def test_that_what_is_fetched_does_not_lead_away_from_where_one_went_meanwhile(
    around: Surroundings, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            await open_incident(here, title="Old")
            live = await open_incident(here)
            asked, here_at_last, load = asyncio.Event(), asyncio.Event(), here.load

            async def slowly(stream: str) -> Incident | None:
                asked.set()
                await here_at_last.wait()
                return await load(stream)

            monkeypatch.setattr(here, "load", slowly)
            async with a_window(around, stage, here) as window:
                rooms = window.view.rooms
                rooms.show_archive()
                found = child(window.view, RowView, "found")
                await until(lambda: found.model().rowCount() == 2)
                QTest.keyClick(found, KEY.Key_Down)
                QTest.keyClick(found, KEY.Key_End)
                assert found.current_key() not in ("", live)
                QTest.keyClick(found, KEY.Key_Return)
                await asked.wait()
                rooms.show_desk(live)
                here_at_last.set()
                for _ in range(20):
                    await asyncio.sleep(0)
                assert rooms.stream == live

    on_qt(qapp, scenario())


async def settle(station: Station, stream: str) -> None:
    """Declared over and closed, and nothing is owed any more."""
    await do(station, stream, f.DeclaredOver(despite="tasks"))
    await do(station, stream, f.Closed())
    incident = station.incidents[stream]
    for row in follow_ups(incident, station.site.plan(incident.course.plan)):
        await do(station, stream, f.FollowUpDropped(follow_up=row.key, reason="none"))
    if not incident.is_settled:
        await do(station, stream, f.Settled())


def test_that_old_incidents_that_were_looked_at_are_let_go(
    around: Surroundings, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On their desk, and in the replay."""
    monkeypatch.setattr(forgetting, "EVERY", 0.01)
    monkeypatch.setattr(forgetting, "CLOSED_KEPT", timedelta(0))
    monkeypatch.setattr(forgetting, "ASKED_KEPT", timedelta(seconds=1))

    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            old = [await open_incident(here, title=f"Old {nth}") for nth in range(4)]
            for stream in old:
                await settle(here, stream)
            await until(lambda: not set(old) & set(here.incidents))
            kept = {}
            async with a_window(around, stage, here) as window:
                view = window.view
                view.rooms.show_archive()
                found = child(view, RowView, "found")
                await until(lambda: found.model().rowCount() == len(old))
                for _ in old:
                    view.rooms.show_archive()
                    QTest.keyClick(found, KEY.Key_Down)
                    QTest.keyClick(found, KEY.Key_Return)
                    await until(lambda: view.desk)
                    kept[view.rooms.stream] = weakref.ref(here.incidents[view.rooms.stream])
                    view.look_back()
                    view.rooms.leave_replay()
                    view.show_board()
                await until(lambda: not set(old) & set(here.incidents))
                assert set(kept) == set(old)
                *before, _last = kept.values()
                await until(lambda: gc.collect() >= 0 and not any(each() for each in before))

    on_qt(qapp, scenario())
