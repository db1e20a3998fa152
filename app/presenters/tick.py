"""The one tick of all countdowns: once a second, on the second, while somebody looks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal


class Tick(QObject):
    """Runs only between `hold` and `release`; `now` is the shared log's clock."""

    ticked = Signal(object)
    """datetime: the shared clock's time."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._holders = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    @property
    def now(self) -> datetime:
        return self._now()

    @property
    def is_running(self) -> bool:
        return self._timer.isActive()

    def hold(self) -> None:
        """Something that counts has become visible."""
        self._holders += 1
        if self._holders == 1:
            self._wait()

    def release(self) -> None:
        self._holders -= 1
        if not self._holders:
            self._timer.stop()

    def _beat(self) -> None:
        self._wait()
        self.ticked.emit(self._now())

    def _wait(self) -> None:
        """Until just after the next whole second, so that all screens change together."""
        self._timer.start(1001 - self._now().microsecond // 1000)
