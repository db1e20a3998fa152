"""What the chart's view reads."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance

from app.presenters.chart_shapes import ChartProps
from app.presenters.reader import QtReader


class Charted(Protocol):
    """What the view reads: a `ChartPresenter`, or what stands for one."""

    changed: SignalInstance
    moved: SignalInstance

    @property
    def props(self) -> ChartProps: ...

    @property
    def now(self) -> float:
        """Seconds since the opening."""

    @property
    def reader(self) -> QtReader: ...

    def set_room(self, lanes: int) -> None: ...
