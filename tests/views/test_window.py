"""The window as people use it: by keyboard, in both languages, with what others write."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from app.main import Surroundings, Window, import_desk
from app.models import facts as f
from app.models.command import Scan
from app.models.levels import Level
from app.presenters.keys import keyboard_map
from app.presenters.sounds import COMMANDER
from app.station.station import Station
from app.views.first_start import FirstStart
from app.views.pages import Page
from app.views.parts.key_button import KeyButton
from app.views.parts.row_view import RowView
from app.views.parts.several_line import SeveralLine
from tests.live import Stage, a_stage, do, on_qt, open_incident, until
from tests.views.conftest import child

KEY = Qt.Key


W = TypeVar("W", bound=QWidget)


def find(window: Window, kind: type[W], name: str) -> W:
    return child(window.view, kind, name)


def press(window: Window, key: Qt.Key) -> None:
    focused = window.view.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def type_into(widget: QWidget, text: str) -> None:
    QTest.keyClicks(widget, text)


@asynccontextmanager
async def a_window(around: Surroundings, stage: Stage, station: Station) -> AsyncIterator[Window]:
    window = Window(around, station, stage.supervisor)
    window.view.resize(1400, 900)
    window.view.show()
    window.view.activateWindow()
    await until(window.view.isActiveWindow)
    try:
        yield window
    finally:
        window.close()


def test_that_an_incident_is_opened_by_keyboard_alone(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            async with a_window(around, stage, here) as window:
                QTest.keyClick(window.view, KEY.Key_N, Qt.KeyboardModifier.ControlModifier)
                panel = find(window, QWidget, "opening")
                assert panel.isVisible()
                press(window, KEY.Key_Down)  # the first plan
                place = find(window, QComboBox, "openingPlace")
                place.setFocus()
                typed = place.lineEdit()
                assert typed is not None
                typed.selectAll()
                type_into(typed, "South gate")
                find(window, QSpinBox, "openingPeople").setValue(12)
                find(window, QCheckBox, "openingDrill").setChecked(True)
                QTest.keyClick(typed, KEY.Key_Return)
                await until(lambda: window.view.desk)
                incident = next(iter(here.incidents.values()))
                assert incident.detail.place == "South gate"
                assert incident.people.now == 12
                assert incident.course.drill
                assert find(window, QWidget, "drill").isVisible()

    on_qt(qapp, scenario())


def test_that_a_drill_is_opened_by_a_script_of_its_plan(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            async with a_window(around, stage, here) as window:
                window.view.show_opening()
                plan = find(window, QComboBox, "openingPlan")
                at = next(n for n in range(plan.count()) if "crowd" in plan.itemText(n).lower())
                plan.setCurrentIndex(at)
                script = find(window, QComboBox, "openingScript")
                assert not script.isVisible(), "only drills have one"
                find(window, QCheckBox, "openingDrill").setChecked(True)
                await until(script.isVisible)
                chosen = script.findText("Crowd, and a car burns (9 injects)")
                script.setCurrentIndex(chosen)
                script.activated.emit(chosen)
                assert find(window, QComboBox, "openingPlace").currentText() == "North gate"
                find(window, QPushButton, "openingDo").click()
                await until(lambda: window.view.desk)
                incident = next(iter(here.incidents.values()))
                assert incident.drilling.script == "office-crowd-fire"
                assert incident.people.now == 15

    on_qt(qapp, scenario())


def test_that_a_refusal_keeps_what_was_typed_and_says_why(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            async with a_window(around, stage, here) as window:
                window.view.show_opening()
                title = find(window, QLineEdit, "openingTitle")
                type_into(title, "Crowd")
                find(window, QComboBox, "openingPlan").setCurrentIndex(1)
                find(window, QPushButton, "openingDo").click()
                refusal = find(window, QWidget, "refusal")
                await until(refusal.isVisible)
                told = [label.text() for label in refusal.findChildren(QLabel)]
                assert any("“Place” is empty" in text for text in told)
                assert title.text() == "Crowd"
                assert not here.incidents

    on_qt(qapp, scenario())


def test_that_the_language_changes_while_running_and_is_remembered(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            stream = await open_incident(here)
            async with a_window(around, stage, here) as window:
                window.view.show_desk(stream)
                back = find(window, QPushButton, "back")
                assert back.text() == "Board"
                window.presenter.set_language("zh_CN")
                await until(lambda: back.text() == "总览")
                assert around.settings.settings.language == "zh_CN"
                window.presenter.set_language("en")
                await until(lambda: back.text() == "Board")

    on_qt(qapp, scenario())


def test_that_the_menu_shows_what_was_chosen_by_key_and_is_there_once(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    def ticked(window: Window) -> list[str]:
        menus = find(window, QPushButton, "menu").menu().findChildren(QMenu)
        return [each.text() for menu in menus for each in menu.actions() if each.isChecked()]

    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            async with a_window(around, stage, here) as window:
                assert ticked(window) == ["English", "Dark", "100%", "Usual", "Desk"]
                menus = len(window.view.findChildren(QMenu))
                window.presenter.set_theme("light")
                window.presenter.set_language("zh_CN")
                window.presenter.set_scale(1.5)
                assert ticked(window) == ["简体中文", "浅色", "150%", "中", "值班台"]
                await until(lambda: len(window.view.findChildren(QMenu)) == menus)
                window.presenter.set_language("en")
                window.presenter.set_theme("dark")
                window.presenter.set_scale(1.0)

    on_qt(qapp, scenario())


@pytest.mark.parametrize("has_voice", [True, False])
def test_that_words_after_the_sounds_are_offered_where_this_machine_can_speak(
    around: Surroundings, qapp: QApplication, tmp_path: Path, has_voice: bool
) -> None:
    around.hearing = msgspec.structs.replace(around.hearing, has_voice=lambda: has_voice)

    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            async with a_window(around, stage, here) as window:
                menus = find(window, QPushButton, "menu").menu().findChildren(QMenu)
                offered = {menu.title(): menu for menu in menus}
                assert ("Spoken after the sound" in offered) is has_voice
                assert not around.settings.settings.spoken
                if has_voice:
                    offered["Spoken after the sound"].actions()[0].trigger()
                    assert around.hearing.speaks()

    on_qt(qapp, scenario())


def test_that_leaving_the_desk_and_coming_back_leaves_nothing_behind(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            stream = await open_incident(here)
            async with a_window(around, stage, here) as window:
                for _ in range(5):
                    window.view.show_desk(stream)
                    QTest.keyClick(window.view, KEY.Key_F2)
                await until(lambda: len(window.view.findChildren(QWidget, "desk")) == 0)
                await do(here, stream, f.LevelSet(level=Level.III, reason="35 people"))

    on_qt(qapp, scenario())


def test_that_a_half_typed_note_is_there_again_on_its_desk_and_on_no_other(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            one, two = await open_incident(here), await open_incident(here, title="South gate")
            async with a_window(around, stage, here) as window:
                window.view.show_desk(one)
                type_into(find(window, QPlainTextEdit, "quick"), "half a")
                QTest.keyClick(window.view, KEY.Key_F2)
                window.view.show_desk(two)
                await until(lambda: len(window.view.findChildren(QWidget, "desk")) == 1)
                assert find(window, QPlainTextEdit, "quick").toPlainText() == ""
                window.view.show_desk(one)
                await until(lambda: len(window.view.findChildren(QWidget, "desk")) == 1)
                quick = find(window, QPlainTextEdit, "quick")
                type_into(quick, " word")
                assert quick.toPlainText() == "half a word"

    on_qt(qapp, scenario())


def test_that_the_others_see_what_kind_of_station_it_is_from_now_on(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here, there = await stage.station("A", "Ann"), await stage.station("B", "Bob")
            async with a_window(around, stage, here) as window:
                window.presenter.hearing.set_kind(COMMANDER)
                assert around.hearing.kind() == COMMANDER
                stage.pass_time(timedelta(minutes=1))
                await until(lambda: [o.kind for o in there.connection.stations] == [COMMANDER])

    on_qt(qapp, scenario())


def test_that_who_leaves_in_the_moment_of_sending_leaves_nothing_behind(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            stream = await open_incident(here)
            async with a_window(around, stage, here) as window:
                window.view.show_desk(stream)
                quick = find(window, QPlainTextEdit, "quick")
                type_into(quick, "gate shut")
                QTest.keyClick(quick, KEY.Key_Return)
                window.view.show_board()
                await until(lambda: len(window.view.findChildren(QWidget, "desk")) == 0)
                await until(lambda: here.incidents[stream].timeline[-1].kind == "note")
                window.view.show_desk(stream)
                assert find(window, QPlainTextEdit, "quick").toPlainText() == ""

    on_qt(qapp, scenario())


def test_that_what_a_desk_needs_is_had_in_small_pieces(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        turns = 0

        def turn() -> None:
            nonlocal turns
            turns += 1
            if not had.done():
                asyncio.get_running_loop().call_soon(turn)

        async with a_stage(tmp_path) as stage:
            had = asyncio.create_task(import_desk(await stage.station("A", "Ann")))
            turn()
            await had
        assert "app.views.desk" in sys.modules
        assert turns > 200, "other work waits"

    on_qt(qapp, scenario())


def test_that_closing_the_window_only_asks_to_leave(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            async with a_window(around, stage, here) as window:
                window.view.close()
                assert window.view.isVisible()
                assert window.left.is_set()

    on_qt(qapp, scenario())


def test_that_staff_is_added_and_put_on_duty_by_keyboard(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            before = len(here.site.people)
            async with a_window(around, stage, here) as window:
                QTest.keyClick(window.view, KEY.Key_F6)
                name = find(window, QLineEdit, "staffName")
                name.setFocus()
                type_into(name, "Aa Newcomer")
                type_into(find(window, QLineEdit, "staffBadge"), "B999")
                roles = find(window, SeveralLine, "staffRoles")
                roles.setFocus()
                type_into(roles, "staff")
                QTest.keyClick(roles, KEY.Key_Escape)  # several fit
                window.view.activateWindow()  # a list that closes has no screen here
                QTest.keyClick(name, KEY.Key_Return)
                refusal = find(window, QWidget, "refusal")
                await until(refusal.isVisible)
                assert any("“staff” fits" in each.text() for each in refusal.findChildren(QLabel))
                assert len(here.site.people) == before
                roles.set_keys(["duty_officer", "engineer"])
                QTest.keyClick(name, KEY.Key_Return)
                await until(lambda: len(here.site.people) == before + 1)
                await until(lambda: name.text() == "")
                added = next(p for p in here.site.people.values() if p.name == "Aa Newcomer")
                assert added.badge == "B999"
                assert added.roles == ("duty_officer", "engineer")
                assert not added.on_duty
                window.presenter.staff.toggle_duty(added.key)
                await until(lambda: here.site.people[added.key].on_duty)
                rows = find(window, RowView, "staffList")
                rows.setFocus()
                rows.go_to(added.key)
                QTest.keyClick(rows, KEY.Key_Delete)
                ask = find(window, QWidget, "askBar")
                assert ask.isVisible()
                assert added.key in here.site.people
                QTest.keyClick(find(window, QPushButton, "askDo"), KEY.Key_Escape)
                assert rows.hasFocus()
                QTest.keyClick(rows, KEY.Key_Delete)
                QTest.keyClick(find(window, QPushButton, "askDo"), KEY.Key_Return)
                await until(lambda: added.key not in here.site.people)
                await until(lambda: not ask.isVisible())

    on_qt(qapp, scenario())


def test_that_the_keyboard_map_stands_beside_the_desk_and_goes_by_the_same_key(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            async with a_window(around, stage, here) as window:
                keys = find(window, QWidget, "keys")
                QTest.keyClick(window.view, KEY.Key_F1)
                assert keys.isVisible()
                QTest.keyClick(window.view, KEY.Key_F1)
                assert not keys.isVisible()

    on_qt(qapp, scenario())


def top_heading(area: QScrollArea) -> str:
    """The first chapter of the keyboard map that is in view."""
    body = area.widget()
    assert body is not None
    titles = {title for title, _ in keyboard_map()}
    labels = (each for each in body.findChildren(QLabel) if each.text() in titles)
    seen = [each for each in labels if each.y() >= area.verticalScrollBar().value()]
    return min(seen, key=lambda each: each.y()).text()


def test_that_the_keyboard_map_opens_at_the_page_one_is_on_and_is_scrolled_by_keys(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            stream = await open_incident(here)
            async with a_window(around, stage, here) as window:
                window.view.show_desk(stream)
                area = find(window, QScrollArea, "keysArea")
                roster = find(window, RowView, "roster")
                await until(roster.hasFocus)
                for page, title in (("9", "Follow-ups"), ("1", "Roster and call list")):
                    QTest.keyClick(window.view.focusWidget(), page)  # type: ignore[call-overload]  # letters
                    QTest.keyClick(window.view.focusWidget(), KEY.Key_F1)
                    await until(area.hasFocus)
                    await until(lambda title=title: top_heading(area) == title)  # type: ignore[misc]
                    QTest.keyClick(window.view.focusWidget(), KEY.Key_F1)
                await until(roster.hasFocus)
                at = roster.current_key()
                QTest.keyClick(roster, KEY.Key_F1)
                await until(area.hasFocus)
                await until(lambda: top_heading(area) == "Roster and call list")
                before = area.verticalScrollBar().value()
                QTest.keyClick(area, KEY.Key_PageDown)
                assert area.verticalScrollBar().value() > before
                assert roster.current_key() == at
                QTest.keyClick(area, KEY.Key_3)
                await until(find(window, RowView, "tasks").hasFocus)
                assert area.isVisible()

    on_qt(qapp, scenario())


def test_that_who_types_goes_on_typing_beside_the_keyboard_map(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            stream = await open_incident(here)
            async with a_window(around, stage, here) as window:
                window.view.show_desk(stream)
                quick = find(window, QPlainTextEdit, "quick")
                quick.setFocus()
                QTest.keyClick(quick, KEY.Key_F1)
                assert find(window, QWidget, "keys").isVisible()
                assert quick.hasFocus()

    on_qt(qapp, scenario())


def test_that_the_menu_shows_the_key_of_everything_in_it(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            async with a_window(around, stage, here) as window:
                menu = find(window, QPushButton, "menu").menu()
                assert menu is not None
                for action in menu.actions():
                    if action.menu() is None:
                        assert "\t" in action.text() or not action.shortcut().isEmpty(), (
                            action.text()
                        )

    on_qt(qapp, scenario())


def test_that_every_key_of_the_window_and_of_its_pages_stands_in_the_map(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    shown = {key for _, lines in keyboard_map() for keys, _ in lines for key in keys.split()}

    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            stream = await open_incident(here)
            async with a_window(around, stage, here) as window:
                window.view.show_desk(stream)
                pressed = [each.key() for each in window.view.findChildren(QShortcut)]
                pressed += [each.shortcut() for each in window.view.findChildren(KeyButton)]
                names = {each.toString() for each in pressed} - {""}
                zooming = {"Ctrl+=", "Ctrl++", "Ctrl+-", "Ctrl+0"}
                assert names - zooming <= shown
                assert {page.value for page in Page} <= shown

    on_qt(qapp, scenario())


def test_that_the_first_start_asks_for_two_things_only(
    around: Surroundings, qapp: QApplication
) -> None:
    dialog = FirstStart(around.language, "", "")
    answers: list[tuple[str, str]] = []
    dialog.answered.connect(lambda *answer: answers.append(answer))
    dialog.open()
    begin = child(dialog, QPushButton, "firstBegin")
    assert not begin.isEnabled()
    type_into(child(dialog, QLineEdit, "firstStation"), " Desk 1 ")
    assert not begin.isEnabled()
    person = child(dialog, QLineEdit, "firstPerson")
    type_into(person, "Wang Min")
    QTest.keyClick(person, KEY.Key_Return)
    assert answers == [("Desk 1", "Wang Min")]
    assert not dialog.isVisible()
    dialog.deleteLater()


def test_that_cards_share_the_width_and_stand_side_by_side(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            for title in ("one", "two", "three"):
                await open_incident(here, title=title)
            async with a_window(around, stage, here) as window:
                cards = window.view.board.cards
                rects = [cards.visualRect(cards.model().index(row, 0)) for row in range(3)]
                assert len({rect.top() for rect in rects}) == 1
                assert rects[2].right() > cards.viewport().width() * 0.95
                window.view.resize(700, 900)
                await until(lambda: cards.visualRect(cards.model().index(1, 0)).top() > 100)

    on_qt(qapp, scenario())


def test_that_somebody_else_can_sit_down_and_writes_under_their_own_name(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            stream = await open_incident(here)
            async with a_window(around, stage, here) as window:
                QTest.keyClick(window.view, KEY.Key_F7)
                dialogs = [w for w in qapp.topLevelWidgets() if isinstance(w, FirstStart)]
                dialog = next(each for each in dialogs if each.isVisible())
                assert not dialog.isModal()
                person = child(dialog, QLineEdit, "firstPerson")
                assert person.text() == "Ann"
                person.setText("Bob")
                child(dialog, QPushButton, "firstBegin").click()
                written = await do(here, stream, f.Note(text="gate shut"))
                assert written.entries[0].author == "Bob"
                assert around.settings.settings.person == "Bob"

    on_qt(qapp, scenario())


def test_that_side_panels_make_room_for_each_other_and_the_window_never_grows(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            stream = await open_incident(here)
            async with a_window(around, stage, here) as window:
                view = window.view
                view.show_desk(stream)
                view.resize(1280, 800)
                for key in (KEY.Key_F1, KEY.Key_F6):
                    QTest.keyClick(view, key)
                assert [view.keys.isVisible(), view.staff.isVisible()] == [False, True]
                QTest.keyClick(view, KEY.Key_N, Qt.KeyboardModifier.ControlModifier)
                assert view.opening.isVisible()
                assert not view.staff.isVisible()
                assert view.width() == 1280
                view.resize(2200, 1000)
                for key in (KEY.Key_F1, KEY.Key_F6):
                    QTest.keyClick(view, key)
                assert all(side.isVisible() for side in (view.keys, view.staff, view.opening))

    on_qt(qapp, scenario())


def test_that_a_list_of_people_is_imported_by_keyboard_and_a_wrong_one_is_chosen_again(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    def choose(window: Window, text: str) -> None:
        (tmp_path / "list.csv").write_text(text, encoding="utf-8")
        dialog = find(window, QFileDialog, "chooseStaff")
        dialog.fileSelected.emit(str(tmp_path / "list.csv"))
        dialog.setObjectName("")
        dialog.close()

    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            async with a_window(around, stage, here) as window:
                QTest.keyClick(window.view, KEY.Key_F6)
                rows = find(window, RowView, "staffList")
                QTest.keyClick(rows, KEY.Key_I, Qt.KeyboardModifier.AltModifier)
                choose(window, "Name\n")
                ask = find(window, QWidget, "askBar")
                await until(ask.isVisible)
                QTest.keyClick(find(window, QPushButton, "askDo"), KEY.Key_Return)
                assert not ask.isVisible()
                choose(window, "Name\nAa Newcomer\n")
                await until(ask.isVisible)
                QTest.keyClick(find(window, QPushButton, "askDo"), KEY.Key_Return)
                await until(lambda: any(p.name == "Aa Newcomer" for p in here.site.people.values()))
                await until(lambda: not ask.isVisible())
                assert window.view.focusWidget() is rows

    on_qt(qapp, scenario())


def test_that_three_enters_after_the_start_open_no_incident(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            async with a_window(around, stage, here) as window:
                cards = find(window, QWidget, "cards")
                await until(cards.hasFocus)
                for _ in range(3):
                    press(window, KEY.Key_Return)
                assert not find(window, QWidget, "opening").isVisible()
                assert not here.incidents
                stream = await open_incident(here)
                await until(lambda: window.view.board.cards.current_stream() == stream)
                press(window, KEY.Key_Return)
                await until(lambda: window.view.desk)

    on_qt(qapp, scenario())


def test_that_nothing_is_opened_until_a_plan_and_a_place_are_chosen(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            async with a_window(around, stage, here) as window:

                async def is_told(words: str) -> None:
                    told = find(window, QWidget, "refusal")
                    await until(
                        lambda: any(words in each.text() for each in told.findChildren(QLabel))
                    )

                window.view.show_opening()
                plan = find(window, QComboBox, "openingPlan")
                place = find(window, QComboBox, "openingPlace")
                assert (plan.currentText(), place.currentText()) == ("– choose –", "")
                find(window, QLineEdit, "openingTitle").setFocus()
                press(window, KEY.Key_Return)
                await is_told("No plan is chosen yet")
                assert plan.hasFocus()
                press(window, KEY.Key_Down)
                press(window, KEY.Key_Return)
                await is_told("“Place” is empty")
                assert place.hasFocus()
                assert not here.incidents
                type_into(place, "Yard")
                press(window, KEY.Key_Return)
                await until(lambda: window.view.desk)
                assert next(iter(here.incidents.values())).detail.place == "Yard"

    on_qt(qapp, scenario())


def test_that_the_next_thing_done_clears_away_why_something_was_not_done(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            stream = await open_incident(here)
            async with a_window(around, stage, here) as window:
                window.view.show_desk(stream)
                told = find(window, QWidget, "refusal")
                window.bridge.ask(stream, Scan(text="B999"))
                await until(told.isVisible)
                window.bridge.ask(stream, f.Note(text="gate shut"))
                await until(told.isHidden)

    on_qt(qapp, scenario())


def test_that_what_is_done_together_with_it_does_not_clear_it_away(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            stream = await open_incident(here)
            async with a_window(around, stage, here) as window:
                told = find(window, QWidget, "refusal")
                window.bridge.ask(stream, Scan(text="B999"))
                window.bridge.ask(stream, f.Note(text="gate shut"))
                await until(lambda: not window.bridge.unanswered)
                assert told.isVisible()

    on_qt(qapp, scenario())


def test_that_each_press_of_the_theme_key_changes_what_one_sees(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            stream = await open_incident(here)
            async with a_window(around, stage, here) as window:
                window.view.show_desk(stream)
                await until(find(window, RowView, "roster").hasFocus)
                first = around.look.name
                seen = [window.view.grab().toImage()]
                for _ in around.look.names:
                    QTest.keyClick(window.view, KEY.Key_F4)
                    seen.append(window.view.grab().toImage())
                assert around.look.name == first
                assert all(before != after for before, after in pairwise(seen))

    on_qt(qapp, scenario())
