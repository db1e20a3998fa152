"""Tells a badge reader, which types like a keyboard, from a person by how fast it types."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Enum
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QComboBox, QWidget

GAP: Final = 35.0
"""Milliseconds between two keys of a reader, at the most; people rarely go below 60."""

LEAST: Final = 4
"""Keys in a row that no person types as fast."""

WAIT_FOR_ENTER: Final = 200.0
"""Milliseconds in which a reader's Enter may follow: it must not answer for the row at hand."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOT_PLAIN = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Verdict(Enum):
    """What to do with the keys held back so far, and with the new one."""

    HOLD = "hold"
    """Perhaps a badge: hold the new one back too."""
    BADGE = "badge"
    """It was one, and this was its Enter."""
    PASS = "pass"  # noqa: S105  no password
    """A person: let all of them through."""


class Burst:
    """Keys that came quickly one after the other; times are in milliseconds."""

    def __init__(self) -> None:
        self.text = ""
        self._last = 0.0

    def take(self, text: str, at: float, *, enter: bool) -> Verdict:
        """Judge a key: its text, when it came, and whether it is Enter."""
        passed = at - self._last
        if enter:
            in_time = self.is_badge and passed <= self.patience
            return Verdict.BADGE if in_time else Verdict.PASS
        if not self.text or passed <= GAP:
            self.text, self._last = self.text + text, at
            return Verdict.HOLD
        return Verdict.PASS

    def is_over(self, at: float) -> bool:
        return bool(self.text) and at - self._last > self.patience

    @property
    def is_badge(self) -> bool:
        return len(self.text) >= LEAST

    @property
    def patience(self) -> float:
        return WAIT_FOR_ENTER if self.is_badge else GAP

    def clear(self) -> str:
        held, self.text = self.text, ""
        return held


def _milliseconds() -> float:
    return time.monotonic() * 1000


class BadgeReader(QObject):
    """Watches the keys of one window wherever no text is typed, and holds each back a moment.

    `scanned(text)` for a badge; `typed(text)` for a reader that sends no Enter.
    """

    scanned = Signal(str)
    typed = Signal(str)

    def __init__(self, clock: Callable[[], float] = _milliseconds) -> None:
        super().__init__()
        self._clock = clock
        self._burst = Burst()
        self._held: list[QKeyEvent] = []
        self._window: QWindow | None = None
        self._widget: QWidget | None = None
        self._passing = False
        self._look_again = QTimer(self)
        self._look_again.setInterval(round(GAP / 3))
        self._look_again.timeout.connect(self._expire)

    def attach(self, widget: QWidget) -> None:
        """Watch the top-level window of `widget` from now on."""
        self.detach()
        self._widget, self._window = widget, widget.window().windowHandle()
        if self._window is not None:
            self._window.installEventFilter(self)

    def detach(self) -> None:
        self._let_through()
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if self._passing or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress or event.isAutoRepeat():
            return False
        if self._types_text():
            self._let_through()
            return False
        return self._judge(event)

    def _judge(self, event: QKeyEvent) -> bool:
        """Whether the key is held back, or was part of a badge."""
        enter, text = event.key() in _ENTER, event.text()
        # A space presses what has the focus, unless it stands in a badge.
        in_badge = bool(text and self._burst.text)
        plain = text.isprintable() and (bool(text.strip()) or in_badge)
        plain = plain and not event.modifiers() & _NOT_PLAIN
        if not plain and not enter:
            return False
        now = self._clock()
        verdict = self._burst.take(text, now, enter=enter)
        if verdict is Verdict.PASS:
            self._end_burst()
            if not enter and not self._types_text():
                verdict = self._burst.take(text, now, enter=False)
        match verdict:
            case Verdict.BADGE:
                self._scanned()
            case Verdict.HOLD:
                self._held.append(_copy(event))
                self._look_again.start()
            case Verdict.PASS:
                return False
        return True

    def _scanned(self) -> None:
        self._look_again.stop()
        self._held.clear()
        self.scanned.emit(self._burst.clear())

    def _expire(self) -> None:
        if self._burst.is_over(self._clock()):
            self._end_burst()

    def _end_burst(self) -> None:
        """No Enter came: a reader without one, or a person, whose keys now do what they do."""
        if self._burst.is_badge:
            self._held.clear()
            self._look_again.stop()
            self.typed.emit(self._burst.clear())
        else:
            self._let_through()

    def _let_through(self) -> None:
        self._look_again.stop()
        self._burst.clear()
        held, self._held = self._held, []
        if self._window is None:
            return
        self._passing = True
        try:
            for event in held:
                QCoreApplication.sendEvent(self._window, event)
        finally:
            self._passing = False

    def _types_text(self) -> bool:
        focused = self._widget.window().focusWidget() if self._widget else None
        if focused is None:
            return False
        # A drop-down looks for what is typed.
        method = Qt.WidgetAttribute.WA_InputMethodEnabled
        return focused.testAttribute(method) or isinstance(focused, QComboBox)


def _copy(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
