"""The desk by keyboard: every key does what it shows, and nothing typed or read is disturbed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.models import facts as f
from app.models.levels import Level
from app.models.plan import Sign
from app.presenters.language import Language
from app.views.columns import Columns
from app.views.look import Look
from app.views.pages import Page
from app.views.parts.key_button import KeyButton
from tests.desk_harness import Stage
from tests.presenters.test_injects import SCRIPT
from tests.views.conftest import RESOURCES
from tests.views.desks import Desk

KEY = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, look: Look, stage: Stage) -> Desk:
    station = stage.station()
    return Desk(qtbot, look, stage, station, stage.open(station))


def from_elsewhere(desk: Desk, *facts: f.KnownFact) -> None:
    station = desk.stage.station("Desk 2", "Liu Yang")
    desk.stage.until(lambda: desk.stream in station.incidents)
    for fact in facts:
        desk.stage.do(station, desk.stream, fact)
    desk.stage.until(lambda: desk.last == facts[-1], "the foreign entry")


def label(desk: Desk, name: str) -> str:
    return desk.part(QLabel, name).text()


def test_that_the_level_is_changed_by_keyboard_alone(desk: Desk) -> None:
    desk.roster.setCurrentIndex(desk.roster.model().index(2, 0))
    desk.press("l")
    assert desk.ask.isVisible()
    desk.press(KEY.Key_Tab)
    desk.type("35 people")
    desk.enter()
    assert desk.presenter.scene.incident.leveling.level is Level.III
    assert not desk.ask.isVisible()
    assert desk.roster.hasFocus()


def test_that_a_refused_answer_stays_as_it_was_typed(desk: Desk) -> None:
    desk.press("h")
    people = desk.focused
    desk.type("many")
    desk.enter()
    assert desk.stage.refusals == ["no_number"]
    assert desk.ask.isVisible()
    assert people.property("text") == "many"


def test_that_esc_leaves_a_question_and_gives_the_keyboard_back(desk: Desk) -> None:
    before = len(desk.presenter.scene.incident.timeline)
    desk.press("o")
    desk.type("all left")
    desk.escape()
    assert not desk.ask.isVisible()
    assert desk.roster.hasFocus()
    assert len(desk.presenter.scene.incident.timeline) == before


def test_that_a_question_being_answered_is_not_taken_away_by_another(desk: Desk) -> None:
    desk.press("o")
    desk.type("all left")
    desk.part(QPushButton, "addTask").click()
    assert desk.focused.property("text") == "all left"


@pytest.mark.parametrize(
    ("key", "name"),
    [("1", "roster"), ("2", "zones"), ("3", "tasks"), ("4", "timeline"), ("b", "badge"),
     ("t", "quick"), ("/", "quick")],
)  # fmt: skip
def test_that_a_key_goes_to_each_part(desk: Desk, key: str, name: str) -> None:
    desk.press(key)
    assert desk.focused.objectName() == name


def test_that_c_and_e_open_what_can_be_called(desk: Desk) -> None:
    desk.press("c")
    assert "Everyone…" in [action.text() for action in desk.menu().actions()]
    desk.menu().close()
    desk.press("e")
    assert any("110" in action.text() for action in desk.menu().actions())
    desk.choose("call:110")
    desk.type("crowd of 35, calm")
    desk.enter()
    fact = desk.last
    assert isinstance(fact, f.ServiceCalled)
    assert (fact.service, fact.called_by) == ("110", "Wang Min")
    assert dict(fact.sheet)["major"] == "crowd of 35, calm"
    assert fact.said.startswith("crowd of 35, calm; Example office centre; ")
    assert desk.part(QWidget, "services").isVisible()


def test_that_the_end_is_declared_closed_and_taken_back(desk: Desk) -> None:
    for who in list(desk.presenter.scene.incident.call_outs):
        desk.presenter.roster.act(who, "arrived")
    desk.press("o")
    desk.type("all left")
    desk.enter()
    assert desk.stage.refusals == ["mandatory_open"]
    desk.type("a drill")
    desk.enter()
    assert label(desk, "status") == "declared over"
    desk.press("o")
    desk.type("calm throughout")
    desk.enter()
    assert label(desk, "status") == "closed"
    assert not desk.part(QAbstractButton, "level").isVisible()
    desk.press("z")
    desk.type("they came back")
    desk.enter()
    assert desk.last == f.Reopened(reason="they came back")
    assert desk.part(QAbstractButton, "level").isVisible()


def test_that_letters_typed_into_a_field_do_nothing_else(desk: Desk) -> None:
    desk.press("t")
    desk.type("lecno 1234/")
    assert desk.quick.toPlainText() == "lecno 1234/"
    assert not desk.ask.isVisible()


def test_that_a_click_on_a_button_leaves_the_keyboard_to_what_is_typed(desk: Desk) -> None:
    desk.stage.wait(desk.presenter, timedelta(minutes=10))
    seen = desk.part(KeyButton, "alarmsSeen")
    desk.press("t")
    desk.type("half a")
    QTest.mouseClick(seen, Qt.MouseButton.LeftButton)
    assert not seen.isVisible()
    desk.type(" word")
    assert desk.quick.toPlainText() == "half a word"


def test_that_what_is_written_elsewhere_touches_nothing_that_is_typed_here(desk: Desk) -> None:
    desk.press("t")
    desk.type("gate shut, ")
    cursor = desk.quick.textCursor().position()
    from_elsewhere(desk, f.Arrived(who="ma_jun"), f.TaskDone(task="barrier"), f.Note(text="x"))
    assert desk.quick.hasFocus()
    assert desk.quick.toPlainText() == "gate shut, "
    assert desk.quick.textCursor().position() == cursor


def test_that_what_is_written_elsewhere_leaves_a_question_and_its_answer(desk: Desk) -> None:
    desk.press("l")
    desk.press(KEY.Key_Tab)
    field = desk.focused
    desk.type("35 peo")
    from_elsewhere(desk, f.LevelSet(level=Level.II, reason="fire", decided_by="x"))
    assert desk.focused is field
    assert field.property("text") == "35 peo"


def test_that_what_is_written_elsewhere_moves_nothing_that_is_read(desk: Desk) -> None:
    for number in range(60):
        desk.presenter.timeline.write(f"note {number}")
    desk.timeline.setFocus()
    desk.timeline.verticalScrollBar().setValue(20)
    desk.timeline.setCurrentIndex(desk.timeline.model().index(25, 0))
    reading, chosen = desk.timeline.first_key_in_view(), desk.timeline.current_key()
    from_elsewhere(desk, f.Note(text="new"))
    assert desk.timeline.first_key_in_view() == reading
    assert desk.timeline.current_key() == chosen
    assert desk.timeline.hasFocus()
    assert desk.part(QPushButton, "newEntries").text() == "1 new ↓"
    desk.part(QPushButton, "newEntries").click()
    assert not desk.part(QPushButton, "newEntries").isVisible()


def test_that_who_arrives_elsewhere_leaves_the_chosen_row_chosen(desk: Desk) -> None:
    model = desk.presenter.roster.model
    desk.roster.setCurrentIndex(model.index(model.position("ma_jun")))
    from_elsewhere(desk, f.Arrived(who=model.row(0).key, name=model.row(0).title))
    assert desk.roster.current_key() == "ma_jun"
    assert desk.roster.hasFocus()


def test_that_a_badge_scanned_anywhere_records_the_arrival_and_nothing_else(
    desk: Desk, qtbot: QtBot
) -> None:
    for part in (desk.roster, desk.tasks, desk.timeline):
        part.setFocus()
    before = len(desk.presenter.scene.incident.timeline)
    desk.scan("B", "1", "0", "9", KEY.Key_Return)
    fact = f.Arrived(who="guo_ping", name="Guo Ping", by=f.ArrivedBy.BADGE)
    qtbot.waitUntil(lambda: desk.last == fact)
    assert len(desk.presenter.scene.incident.timeline) == before + 1
    assert desk.timeline.hasFocus()


def test_that_an_unknown_badge_stays_to_be_read_unless_something_stands_there(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.scan("B", "9", "9", "9", KEY.Key_Return)
    qtbot.waitUntil(lambda: desk.badge.text() == "B999")
    desk.badge.setText("Ma")
    desk.scan("B", "8", "8", "8", KEY.Key_Return)
    assert desk.badge.text() == "Ma"
    assert desk.stage.refusals == ["unknown_person"] * 2


def test_that_a_single_letter_reaches_the_desk_through_the_reader(desk: Desk, qtbot: QtBot) -> None:
    desk.scan("t")
    qtbot.waitUntil(desk.quick.hasFocus)


def test_that_another_language_changes_the_words_and_keeps_what_is_typed(
    desk: Desk, qtbot: QtBot, qapp: QApplication
) -> None:
    desk.press("t")
    desk.type("gate shut")
    desk.part(QPushButton, "addTask").click()
    desk.type("Open the side gate")
    typed = desk.focused
    language = Language(qapp, RESOURCES / "translations", "en")
    desk.presenter.scene.reader.language = "zh_CN"
    language.set_language("zh_CN")
    try:
        qtbot.waitUntil(lambda: label(desk, "askTitle") == "新增任务")
        assert desk.timeline.accessibleName() == "时间线"
        assert typed.property("text") == "Open the side gate"
        assert desk.quick.toPlainText() == "gate shut"
    finally:
        language.set_language("en")
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)


def test_that_every_place_for_the_keyboard_has_a_name(desk: Desk) -> None:
    desk.press("n")
    wanting = [
        widget.objectName() or type(widget).__name__
        for widget in desk.view.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or widget.property("text"))
    ]
    assert not wanting


def test_that_tab_reaches_every_part_and_comes_back(desk: Desk) -> None:
    desk.roster.setFocus()
    seen: list[str] = []
    for _ in range(40):
        desk.press(KEY.Key_Tab)
        seen.append(desk.focused.objectName())
        if desk.roster.hasFocus():
            break
    assert seen[-1] == "roster"
    assert {"badge", "sitePlan", "tasks", "timeline", "quick", "level", "over"} <= set(seen)
    assert seen.index("badge") < seen.index("sitePlan") < seen.index("tasks") < seen.index("quick")


def test_that_time_passes_only_while_the_desk_is_in_view(desk: Desk) -> None:
    desk.stage.wait(desk.presenter, timedelta(minutes=1))
    assert label(desk, "elapsed") == "00:01:00"
    runs = [desk.presenter.tick.is_running]
    for shown in (False, True):
        desk.view.setVisible(shown)
        runs.append(desk.presenter.tick.is_running)
    assert runs == [True, False, True]


def test_that_a_closed_desk_hears_nothing_more(desk: Desk) -> None:
    rows = desk.timeline.model().rowCount()
    desk.view.close_desk()
    desk.stage.do(desk.station, desk.stream, f.Note(text="later"))
    assert desk.timeline.model().rowCount() == rows


def test_that_a_drill_is_known_as_one(qtbot: QtBot, look: Look, stage: Stage) -> None:
    station = stage.station()
    assert Desk(qtbot, look, stage, station, stage.open(station, drill=True)).view.is_drill()


def test_that_in_a_narrow_window_calling_brings_the_roster_back(desk: Desk, qtbot: QtBot) -> None:
    desk.view.resize(300, 600)
    desk.press("4")
    qtbot.waitUntil(lambda: not desk.roster.isVisible())
    desk.press("c")
    assert desk.menu().isVisible()
    assert desk.roster.isVisible()
    desk.menu().close()


def test_that_in_a_narrow_window_each_part_is_one_key_away(desk: Desk, qtbot: QtBot) -> None:
    desk.view.resize(700, 600)
    qtbot.waitUntil(lambda: not desk.zones.isVisible())
    desk.press("2")
    assert desk.zones.isVisible()
    assert desk.zones.hasFocus()
    desk.press("4")
    assert desk.timeline.isVisible()


def test_that_at_twice_the_text_nothing_pushes_the_window_wider(desk: Desk, look: Look) -> None:
    look.set_scale(2.0)
    assert desk.view.minimumSizeHint().width() <= 1280
    desk.view.resize(1280, 800)
    assert desk.view.width() == 1280


def test_that_a_note_repaints_the_timeline_only(desk: Desk) -> None:
    told: list[str] = []
    for view in (desk.roster, desk.tasks, desk.zones):
        name, model = view.objectName(), view.model()
        for signal in (model.dataChanged, model.rowsInserted, model.rowsMoved, model.modelReset):
            signal.connect(lambda *_, name=name: told.append(name))
    desk.presenter.timeline.write("gate shut")
    assert not told


IN_EARNEST = [page for page in Page if page not in (Page.DRILL, Page.SCORE)]


@pytest.mark.parametrize("page", IN_EARNEST, ids=lambda page: page.name.lower())
def test_that_whatever_page_is_open_the_whole_desk_is_in_view(desk: Desk, page: Page) -> None:
    chart, columns = desk.part(QWidget, "escalation"), desk.view.findChild(Columns)
    assert isinstance(columns, Columns)
    columns.show_page(page)
    for _ in range(5):
        QApplication.processEvents()
    assert chart.isVisible()
    end = chart.mapTo(desk.view, chart.rect().bottomLeft()).y()
    assert end < desk.view.height()


def test_that_in_large_text_a_page_that_one_goes_to_comes_into_view(
    qtbot: QtBot, look: Look, stage: Stage
) -> None:
    look.set_scale(2.0)
    station = stage.station()
    desk = Desk(qtbot, look, stage, station, stage.open(station, drill=True, script=SCRIPT))
    stage.do(station, desk.stream, f.SignSeen(sign=Sign.DAMAGE))  # the plan proposes much
    stage.wait(desk.presenter, timedelta(minutes=30))  # and much is late
    desk.view.resize(1280, 800)
    QCoreApplication.processEvents()
    for key, name in ((KEY.Key_D, "injects"), (KEY.Key_Q, "score")):
        QTest.keyClick(desk.focused, key, Qt.KeyboardModifier.ShiftModifier)
        part = desk.part(QWidget, name)
        assert part.hasFocus()
        assert part.visibleRegion().boundingRect().top() == 0
        assert part.visibleRegion().boundingRect().height() > 40
