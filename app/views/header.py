"""The header of a desk: level, title, time, who commands and is here, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.presenters.course import CoursePresenter
from app.presenters.gap_rows import HAND_OVER
from app.presenters.header import HeaderPresenter
from app.presenters.roles import Severity
from app.presenters.services import ServicesPresenter
from app.views.acting import Actor
from app.views.flow import FlowLayout
from app.views.giving_line import GivingLine
from app.views.look import Look
from app.views.parts.chip import Chip
from app.views.parts.elided_label import ElidedLabel
from app.views.parts.key_button import KeyButton
from app.views.parts.level_badge import LevelBadge

WORDS_WIDTH = 310
"""Pixels at 100 %: where the words would get less, the buttons go to a row of their own."""

ACTIONS = ("level", "amend", "phase", "over", "close", "reopen")


class DeskHeader(QFrame):
    """`asked(make, do)`: something has to be asked before it is recorded."""

    asked = Signal(object, object)

    def __init__(
        self,
        presenter: HeaderPresenter,
        course: CoursePresenter,
        services: ServicesPresenter,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter, self._course, self._services = presenter, course, services
        self._look = look
        self.actor, self._outside = Actor(course, self), Actor(services, self)
        self._commanding = Actor(presenter, self)
        for actor in (self.actor, self._outside, self._commanding):
            actor.asked.connect(self.asked)
        self.setObjectName("topBar")
        self._build()
        for part in (presenter, course, services):
            part.changed.connect(self._show)
        look.changed.connect(self._fit)
        self._show()

    # How it is built ---------------------------------------------------------------------------

    def _build(self) -> None:
        self._badge = LevelBadge(self)
        self._badge.setObjectName("level")
        self._title, self._about = _label("title", "big"), _label("about", "quiet")
        self._commands, self._commander = _label("commands", "quiet"), _label("commander", "strong")
        self._note = _label("commanderNote", "quiet")
        self._status = Chip(self)
        self._status.setObjectName("status")
        self._elapsed, self._since = QLabel(self), QLabel(self)
        self._here, self._here_words = QLabel(self), QLabel(self)
        self._elapsed.setObjectName("elapsed")
        self._here.setObjectName("here")
        for number, words in ((self._elapsed, self._since), (self._here, self._here_words)):
            number.setProperty("mono", True)
            number.setProperty("big", True)
            words.setProperty("quiet", True)
            words.setProperty("small", True)
        self._buttons = {action: KeyButton(self, primary=action == "level") for action in ACTIONS}
        for action, button in self._buttons.items():
            button.setObjectName(action)
            button.clicked.connect(lambda _checked, action=action: self.actor.act("", action))
        self._hand_over = KeyButton(self, primary=True)
        self._hand_over.setObjectName("handOver")
        self._hand_over.clicked.connect(lambda: self._commanding.act("", HAND_OVER))
        self._call = KeyButton(self)
        self._call.setObjectName("callService")
        self._call.show_key("E")
        self._call.clicked.connect(self.show_services)
        self._lay_out()

    def _lay_out(self) -> None:
        self._first, self._second = GivingLine(9), GivingLine(6)
        for label, rank in ((self._title, 1), (self._status, 0), (self._about, 2)):
            self._first.add(label, rank)
        for label, rank in (
            (self._commands, 1), (self._commander, 0), (self._note, 2),
        ):  # fmt: skip
            self._second.add(label, rank)
        self._words = QWidget(self)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        lines = QVBoxLayout(self._words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(1)
        lines.addWidget(self._first)
        lines.addWidget(self._second)
        told = QWidget(self)
        row = QHBoxLayout(told)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._badge)
        row.addWidget(self._words, 1)
        row.addWidget(_column(self._elapsed, self._since))
        row.addWidget(_column(self._here, self._here_words))
        self._asking = QWidget(self)
        flow = FlowLayout(self._asking)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(10)
        for button in (self._hand_over, *self._buttons.values(), self._call):
            flow.addWidget(button)
        self._told, self._flow = told, flow
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(16, 10, 16, 10)
        self._rows.setSpacing(12)
        self._rows.addWidget(told, 1)
        self._rows.addWidget(self._asking)

    def _fit(self) -> None:
        """Words and buttons side by side, or one above the other."""
        wide, spare = self._flow.width_of_one_row(), self.width() - 2 * 16 - 12
        words = self._words.minimumSizeHint().width()
        told = self._told.minimumSizeHint().width() - words + self._look.px(WORDS_WIDTH)
        beside = told + wide <= spare
        ways = QBoxLayout.Direction
        self._rows.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._asking.setFixedHeight(self._flow.heightForWidth(wide if beside else spare + 12))
        self._first.share_out()
        self._second.share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # What is shown -----------------------------------------------------------------------------

    def show_time(self) -> None:
        self._elapsed.setText(self._presenter.elapsed())

    def show_services(self) -> None:
        menu = self._outside.menu("", self)
        menu.setObjectName("callable")
        menu.popup(self._call.mapToGlobal(self._call.rect().bottomLeft()))

    def press(self, key: str) -> bool:
        """Whether one of the buttons in view has this key."""
        if not self.actor.enabled:
            return False
        for part, actor in ((self._course, self.actor), (self._presenter, self._commanding)):
            for choice in part.choices(""):
                if choice.key == key:
                    actor.act("", choice.action)
                    return True
        return False

    def set_read_only(self) -> None:
        """It is only looked at, from now on."""
        self.actor.enabled = False
        self._asking.hide()

    def focus_order(self) -> list[QWidget]:
        return [self._hand_over, *self._buttons.values(), self._call]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self._badge.set_level(props.level, props.level_word)
        self._title.set_text(props.title)
        self._about.set_text(f"{props.number} • {props.place} • {props.plan}")
        self._commands.set_text(self.tr("Commander"))
        self._commander.set_text(props.commander)
        self._note.set_text(props.commander_note)
        self._status.set_chip(props.status, Severity.SOON)
        self._since.setText(props.since)
        self._here.setText(f"{props.here}/{props.called}")
        self._here_words.setText(self.tr("on site / called"))
        self.show_time()
        self._show_buttons()

    def _show_buttons(self) -> None:
        choices = {choice.action: choice for choice in self._course.choices("")}
        for action, button in self._buttons.items():
            choice = choices.get(action)
            button.setVisible(choice is not None)
            if choice:
                button.set_text(choice.text)
                button.show_key(choice.key)
        for choice in self._presenter.choices(""):
            self._hand_over.set_text(choice.text)
            self._hand_over.show_key(choice.key)
        self._hand_over.setVisible(bool(self._presenter.props.relief))
        first = self._services.props.first
        self._call.set_text(self.tr("Call {service}…").format(service=first))
        self._call.setVisible(bool(first) and not self._presenter.props.closed)
        self._fit()


def _label(name: str, look: str) -> ElidedLabel:
    label = ElidedLabel()
    label.setObjectName(name)
    label.setProperty(look, True)
    return label


def _column(number: QLabel, words: QLabel) -> QWidget:
    """A number over what it means, to the right."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for label in (number, words):
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(label)
    return column
