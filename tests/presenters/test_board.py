"""The board: cards of open incidents, worst first, from every station's entries."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.models import facts as f
from app.models.command import Open, PublishPlan
from app.models.levels import Level
from app.models.plan import Sign
from app.presenters.board import BoardPresenter
from app.presenters.board_model import CARD, STREAM, CardProps
from app.presenters.bridge import Bridge
from app.presenters.reader import QtReader
from app.presenters.tick import Tick
from app.station.station import Station
from app.store.bundled import bundled_plan
from tests.live import Stage, a_stage, do, on_qt, open_incident, until


class Board:
    """A board on a station, and what it shows."""

    def __init__(self, stage: Stage, station: Station) -> None:
        self.bridge = Bridge(station, stage.supervisor.spawn)
        self.tick = Tick(station.now)
        self.presenter = BoardPresenter(self.bridge, self.tick, QtReader("en"))
        self.model = self.presenter.model

    def cards(self) -> list[CardProps]:
        return [self.model.index(row).data(CARD) for row in range(self.model.rowCount())]

    def titles(self) -> list[str]:
        return [card.title for card in self.cards()]

    def look_again(self) -> None:
        """A second has passed."""
        self.tick.ticked.emit(self.tick.now)


def test_that_an_incident_opened_elsewhere_appears_as_a_card(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here, there = await stage.station("A", "Ann"), await stage.station("B", "Bob")
            board = Board(stage, here)
            assert board.presenter.props_of_board.empty
            stream = await open_incident(there, drill=True)
            await until(lambda: board.titles() == ["North gate crowd"])
            await until(lambda: board.cards()[0].number.startswith("D20"))
            card = board.cards()[0]
            assert card.drill == "DRILL"
            assert card.counts.startswith("0/")
            assert board.model.index(0).data(STREAM) == stream

    on_qt(qapp, scenario())


def test_that_the_worst_incident_stands_first_and_moves_there_when_it_gets_worse(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            board = Board(stage, here)
            await open_incident(here, title="first")
            second = await open_incident(here, title="second")
            assert board.titles() == ["first", "second"]
            await do(here, second, f.LevelSet(level=Level.II, reason="fire"))
            assert board.titles() == ["second", "first"]
            assert board.cards()[0].level is Level.II

    on_qt(qapp, scenario())


def test_that_a_closed_incident_leaves_the_board(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            board = Board(stage, here)
            stream = await open_incident(here)
            await do(here, stream, f.DeclaredOver(despite="a test"))
            assert board.cards()[0].status == "declared over"
            await do(here, stream, f.Closed())
            assert board.titles() == []
            assert board.presenter.props_of_board.empty

    on_qt(qapp, scenario())


def test_that_a_card_tells_what_is_overdue_when_its_time_has_come(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            board = Board(stage, here)
            await open_incident(here)
            assert board.cards()[0].next_countdown
            stage.pass_time(timedelta(hours=1))
            board.look_again()
            card = board.cards()[0]
            assert card.overdue.endswith("overdue")
            assert card.overdue_line
            assert card.elapsed.startswith("01:0")

    on_qt(qapp, scenario())


def test_that_only_the_card_that_changed_is_told(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            board = Board(stage, here)
            await open_incident(here, title="first")
            second = await open_incident(here, title="second")
            await until(lambda: not here.connection.waiting)
            told: list[int] = []
            board.model.dataChanged.connect(lambda top, _bottom: told.append(top.row()))
            await do(here, second, f.Note(text="gate shut"))
            assert set(told) == {1}

    on_qt(qapp, scenario())


@pytest.mark.parametrize(
    "fact",
    [
        f.PhaseEntered(phase="reception", reason="they are here"),
        f.SignSeen(sign=Sign.HIGHER_OFFICE),
    ],
)
def test_that_what_a_phase_or_a_sign_brings_is_on_the_card_at_once(
    qapp: QApplication, tmp_path: Path, fact: f.KnownFact
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            await do(here, None, PublishPlan(document=bundled_plan("group-visit")))
            opening = Open(
                plan="group-visit", title="Wages", place="County office", phase="early_sign"
            )
            stream = (await do(here, None, opening)).stream
            for who in here.incidents[stream].call_outs:
                await do(here, stream, f.Arrived(who=who))
            board = Board(stage, here)
            before = board.cards()[0].next_due
            await do(here, stream, fact)
            [card], [afresh] = board.cards(), Board(stage, here).cards()
            assert card.next_due == afresh.next_due != before

    on_qt(qapp, scenario())
