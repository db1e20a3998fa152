"""Looking back: desk or wall as it was, framed and banded so that nobody takes it for now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QFocusEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.models.replay import Sight
from app.models.replay_marks import MarkKind
from app.presenters.replay import ReplayPresenter, when
from app.presenters.roles import Severity
from app.views.badge_reader import BadgeReader
from app.views.desk import DeskView
from app.views.flow import FlowLayout
from app.views.look import Look
from app.views.parts.band import Band
from app.views.parts.course_slider import CourseSlider
from app.views.parts.key_button import KeyButton
from app.views.past_wall import PastWallView

FRAME, STRIPE = 8, 11
"""Pixels at 100 %: the frame all round, and the width of one of its stripes."""

MARGIN, GAP = 12, 6

STEPS = {MarkKind.ENTRY: "E", MarkKind.LEVEL: "L", MarkKind.MISS: "M", MarkKind.CALL_OUT: "C"}
"""The key that goes to the next; with Shift to the one before."""


class ReplayBar(QFrame):
    """Slider and buttons; every one of them has a key."""

    left = Signal()

    def __init__(self, presenter: ReplayPresenter, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("replayBar")
        self._presenter = presenter
        self.slider = CourseSlider(look, self._say, self)
        self._play = self._button("replayPlay", "Space", presenter.toggle, primary=True)
        self._slower = self._button("replaySlower", "S", presenter.slower)
        self._faster = self._button("replayFaster", "F", presenter.faster)
        self._back: dict[MarkKind, KeyButton] = {}
        self._next: dict[MarkKind, KeyButton] = {}
        for kind, key in STEPS.items():
            self._add_steps(kind, key)
        self._sight = self._button("replaySight", "K", presenter.switch_sight)
        self._wall = self._button("replayWall", "W", presenter.switch_page)
        for switch in (self._sight, self._wall):
            switch.setCheckable(True)
        self._now = self._button("replayNow", "Esc", self.left.emit, primary=True)
        self._lay_out()
        self.slider.place_requested.connect(presenter.go_to_place)
        self.slider.step_requested.connect(self._step)
        presenter.changed.connect(self._show)
        presenter.course_changed.connect(self._show_course)
        self._show_course()
        self._set_words()

    def _add_steps(self, kind: MarkKind, key: str) -> None:
        back, forward = KeyButton(self), KeyButton(self)
        back.setObjectName(f"replayBack_{kind.value}")
        forward.setObjectName(f"replayNext_{kind.value}")
        back.clicked.connect(lambda: self._presenter.back(kind))
        forward.clicked.connect(lambda: self._presenter.next(kind))
        QShortcut(QKeySequence(f"Shift+{key}"), self, back.click)
        forward.set_key(key)
        self._back[kind], self._next[kind] = back, forward

    def _button(
        self, name: str, key: str, does: Callable[[], object], *, primary: bool = False
    ) -> KeyButton:
        button = KeyButton(self, primary=primary)
        button.setObjectName(name)
        button.set_key(key)
        button.clicked.connect(lambda: does())
        return button

    def _lay_out(self) -> None:
        self._buttons = buttons = QWidget(self)
        self._flow = flow = FlowLayout(buttons)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(GAP)
        for button in (self._play, self._now, self._slower, self._faster):
            flow.addWidget(button)
        for kind in STEPS:
            flow.addWidget(self._back[kind])
            flow.addWidget(self._next[kind])
        flow.addWidget(self._sight)
        flow.addWidget(self._wall)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 6, MARGIN, 6)
        layout.setSpacing(6)
        layout.addWidget(self.slider)
        layout.addWidget(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many rows of buttons as it takes; where it is narrow, the way back is by key only.

        Before it has its place it is narrow as no window is: that must not make a window grow.
        """
        if not self.isVisible():
            return
        room = self.width() - 2 * MARGIN
        for button in self._back.values():
            button.show()
        if self._flow.heightForWidth(room) > 2 * self._play.sizeHint().height() + GAP:
            for button in self._back.values():
                button.hide()
        self._buttons.setFixedHeight(self._flow.heightForWidth(room))

    def _step(self, kind: MarkKind, forward: bool) -> None:
        (self._presenter.next if forward else self._presenter.back)(kind)

    def _say(self, moment: object) -> str:
        presenter = self._presenter
        return when(moment, presenter.course, presenter.reader)  # type: ignore[arg-type]

    def _show_course(self) -> None:
        self.slider.set_course(self._presenter.course)
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.slider.set_place(props.place)
        self.slider.setAccessibleDescription(props.spoken)
        self._play.set_text(self.tr("Pause") if props.playing else self.tr("Play"))
        speed = f"{props.speed}×"
        self._faster.set_text(self.tr("{speed}, faster").format(speed=speed))
        self._sight.setChecked(props.sight is Sight.KNOWN)
        self._wall.setChecked(props.wall)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        words = {
            MarkKind.ENTRY: self.tr("Entry"),
            MarkKind.LEVEL: self.tr("Level"),
            MarkKind.MISS: self.tr("Miss"),
            MarkKind.CALL_OUT: self.tr("Call-out"),
        }
        for kind, word in words.items():
            self._next[kind].set_text(f"{word} →")
            self._back[kind].set_text("←")
            before = self.tr("{what}: the one before (Shift+{key})")
            told = before.format(what=word, key=STEPS[kind])
            self._back[kind].setAccessibleName(told)
            self._back[kind].setToolTip(told)
        self.slider.setAccessibleName(self.tr("Moment of the incident"))
        self._slower.set_text(self.tr("Slower"))
        self._sight.set_text(self.tr("As it was known"))
        self._wall.set_text(self.tr("Wall"))
        self._now.set_text(self.tr("Now"))
        self._show()


class ReplayView(QWidget):
    """`left`: one has seen enough, and is back in the present."""

    left = Signal()

    def __init__(
        self, presenter: ReplayPresenter, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("replay")
        self._presenter, self._look = presenter, look
        self._band = Band(self)
        self._band.setObjectName("lookingBack")
        self._bar = ReplayBar(presenter, look, self)
        self.desk = DeskView(presenter.desk, look, self)
        self.desk.put_below_header(self._bar)
        self.desk.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._wall: PastWallView | None = None
        self._badges = BadgeReader()  # while the wall is shown: the desk reads them itself
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._band)
        self._layout.addWidget(self.desk, 1)
        QShortcut(QKeySequence("End"), self, self.left.emit)
        QShortcut(QKeySequence("Home"), self, presenter.go_to_begin)
        self._bar.left.connect(self.left)
        for read in (self._badges.scanned, self._badges.typed):
            read.connect(presenter.desk.roster.scanned)
        presenter.changed.connect(self._show)
        look.changed.connect(self._fit)
        self._fit()
        self._show()

    def is_drill(self) -> bool:
        return self._presenter.drill

    def close_replay(self) -> None:
        """Nothing plays and nothing is heard any more."""
        self._badges.detach()
        self.desk.close_desk()
        if self._wall is not None:
            self._wall.close_wall()
        self._presenter.close()

    def _fit(self) -> None:
        """The band across the top is part of the frame."""
        wide = self._look.px(FRAME)
        self._layout.setContentsMargins(wide, wide, wide, wide)

    def _show(self) -> None:
        props = self._presenter.props
        self._band.set_band(props.title, props.text, Severity.PAST)
        if props.wall == self.desk.isVisibleTo(self):
            self._show_page(wall=props.wall)

    def _show_page(self, *, wall: bool) -> None:
        """The wall is made when somebody first wants it; the bar stands above what is shown."""
        if self._wall is None:
            self._wall = PastWallView(self._presenter.wall, self._look, self)
            self._layout.addWidget(self._wall, 1)
        if wall:
            self._layout.insertWidget(1, self._bar)
            self.desk.hide()
            self._badges.attach(self)
        else:
            self.desk.put_below_header(self._bar)
            self._badges.detach()
            self.desk.show()
        self._wall.setVisible(wall)
        self._bar.show()
        self._bar.slider.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Stripes all round: it is unlike the present also where colours are not told apart."""
        del event
        painter, tone = QPainter(self), self._look.tone(Severity.PAST)
        painter.fillRect(self.rect(), self._look.colour(tone.fill))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stripe = self._look.px(STRIPE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(self._look.colour(tone.edge)))
        painter.rotate(45)
        reach = self.width() + self.height()
        for x in range(-reach, reach, 2 * stripe):
            painter.drawRect(QRectF(x, -reach, stripe, 2 * reach))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._bar.slider.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._presenter.refresh()
