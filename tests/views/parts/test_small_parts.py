"""Chip, countdown, button, panel, band, label, badge and status line show what they are told."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.models.levels import Level
from app.presenters.roles import Severity
from app.views.look import Look
from app.views.parts.band import Band
from app.views.parts.chip import Chip
from app.views.parts.countdown import Countdown
from app.views.parts.elided_label import ElidedLabel
from app.views.parts.key_button import KeyButton
from app.views.parts.level_badge import LevelBadge, badge_text
from app.views.parts.panel import Panel
from app.views.parts.status_line import StatusLine
from tests.views.conftest import child


def test_that_a_chip_without_a_word_takes_no_room(qtbot: QtBot, look: Look) -> None:
    chip = Chip()
    qtbot.addWidget(chip)
    assert chip.isHidden()
    chip.set_chip("late", Severity.OVERDUE)
    assert not chip.isHidden()
    assert (chip.text(), chip.property("severity")) == ("late", "overdue")


def test_that_a_chip_takes_its_colours_from_the_palette(qtbot: QtBot, look: Look) -> None:
    chip = Chip()
    qtbot.addWidget(chip)
    for severity in (Severity.OVERDUE, Severity.GOOD):
        chip.set_chip("word", severity)
        shown = chip.grab().toImage().pixelColor(3, chip.height() // 2).name()
        assert shown == look.tone(severity).fill


def test_that_each_level_has_a_shape_of_its_own_beside_its_colour(qtbot: QtBot, look: Look) -> None:
    assert len({badge_text(level, "")[0] for level in Level}) == len(Level)
    badge = LevelBadge()
    qtbot.addWidget(badge)
    badge.set_level(Level.IV, "蓝")
    assert badge.text() == "▼ IV 蓝"
    assert badge.property("level") == "IV"


def test_that_a_countdown_shows_text_severity_and_time_used_up(qtbot: QtBot, look: Look) -> None:
    count = Countdown()
    qtbot.addWidget(count)
    count.set_text("00:48")
    count.set_severity(Severity.SOON)
    count.set_fraction(0.9)
    bar = child(count, QProgressBar, "bar")
    label = child(count, QLabel, "text")
    assert (count.text(), bar.value(), label.property("severity")) == ("00:48", 900, "soon")
    count.set_fraction(None)
    assert bar.isHidden()


def test_that_a_countdown_keeps_its_size_while_it_counts(qtbot: QtBot, look: Look) -> None:
    count = Countdown()
    qtbot.addWidget(count)
    count.set_text("11:11")
    before = count.sizeHint()
    count.set_text("08:48")
    assert count.sizeHint() == before


def test_that_a_button_is_pressed_by_the_key_it_shows(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = KeyButton(window)
    button.set_key("L")
    button.set_text("Raise level…")
    assert child(button, QLabel, "keycap").text() == "L"
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(window, Qt.Key.Key_L)


def test_that_a_letter_typed_into_a_field_presses_no_button(qtbot: QtBot, look: Look) -> None:
    window, pressed = QWidget(), list[bool]()
    qtbot.addWidget(window)
    button, field = KeyButton(window), QLineEdit(window)
    layout = QVBoxLayout(window)
    layout.addWidget(button)
    layout.addWidget(field)
    button.set_key("L")
    button.clicked.connect(lambda: pressed.append(True))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    QTest.keyClicks(field, "lL")
    assert field.text() == "lL"
    assert not pressed


def test_that_a_button_keeps_its_key_when_the_language_changes(qtbot: QtBot, look: Look) -> None:
    button = KeyButton()
    qtbot.addWidget(button)
    button.set_key("F8")
    button.set_text("Acknowledge")
    button.set_text("确认")
    assert button.shortcut().toString() == "F8"


def test_that_a_button_is_a_target_of_40_pixels_with_room_for_word_and_key(
    qtbot: QtBot, look: Look
) -> None:
    button = KeyButton()
    qtbot.addWidget(button)
    button.set_text("Raise level…")
    wide = button.sizeHint().width()
    button.set_key("L")
    assert button.sizeHint().height() >= 40
    assert button.sizeHint().width() > wide
    look.set_scale(2.0)
    assert button.sizeHint().height() >= 80


def test_that_a_long_line_is_cut_and_told_whole_on_hover(qtbot: QtBot, look: Look) -> None:
    label = ElidedLabel("Leadership of the offices administration not told, due 14:10")
    qtbot.addWidget(label)
    label.resize(120, 24)
    label.show()
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.text()
    label.resize(2000, 24)
    assert label.shown_text() == label.text()
    assert label.toolTip() == ""


def test_that_a_panel_has_title_subtitle_button_body_and_footer(qtbot: QtBot, look: Look) -> None:
    panel = Panel()
    qtbot.addWidget(panel)
    panel.set_body(QWidget())
    panel.set_footer(QLineEdit())
    panel.add_header_widget(KeyButton())
    panel.set_title("Roster")
    panel.set_subtitle("5 still to come")
    assert child(panel, QLabel, "panelTitle").text() == "Roster"
    assert child(panel, QLabel, "panelSubtitle").text() == "5 still to come"
    assert panel.accessibleName() == "Roster"


def test_that_a_band_says_what_is_wrong_in_words_too(qtbot: QtBot, look: Look) -> None:
    band = Band()
    qtbot.addWidget(band)
    band.set_band("2 overdue", "Ma Jun 02:31 late", Severity.OVERDUE)
    assert band.accessibleName() == "2 overdue Ma Jun 02:31 late"
    assert child(band, QLabel, "headline").text() == "2 overdue"
    assert band.grab().toImage().pixelColor(8, 8).name() == look.tone(Severity.OVERDUE).fill


def test_that_an_empty_place_of_the_status_line_takes_no_room(qtbot: QtBot, look: Look) -> None:
    line = StatusLine(("link", "waiting"), ("clock",), mono=("clock",))
    qtbot.addWidget(line)
    line.set_item("link", "● Shared log", Severity.GOOD)
    line.set_item("waiting", "")
    assert not child(line, QLabel, "status_link").isHidden()
    assert child(line, QLabel, "status_waiting").isHidden()


def test_that_a_button_that_gives_way_never_widens_its_window(qtbot: QtBot, look: Look) -> None:
    button = KeyButton()
    qtbot.addWidget(button)
    button.gives_way = True
    button.set_key("Ctrl+Z")
    button.set_text("Take back: Order-keeping guard Guo Ping arrived at the north gate")
    assert button.minimumSizeHint().width() < 200 < button.sizeHint().width()
    button.resize(200, 40)
    button.show()
    assert button.text().endswith("…")
    assert button.toolTip().startswith("Take back: Order-keeping guard")
    button.resize(button.sizeHint())
    assert button.text() == button.toolTip()
