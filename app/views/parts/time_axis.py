"""The axis of time below a chart, in the reader's local time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import pyqtgraph as pg

from app.presenters.reader import QtReader
from app.presenters.time_axis import mark_words, marks, step_of
from app.views.look import Look

APART = 86
"""Pixels at 100 % from one mark to the next, at least."""
HEIGHT, LETTERS = 20, 12


class TimeAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """`begin()` is the moment that stands at 0 seconds."""

    def __init__(self, look: Look, reader: QtReader, begin: Callable[[], datetime]) -> None:
        super().__init__("bottom")
        self._look, self._reader, self._begin = look, reader, begin
        self.enableAutoSIPrefix(False)
        self.set_look()

    def set_look(self) -> None:
        look = self._look
        self.setTickFont(look.font(LETTERS))
        self.setPen(look.colour(look.theme.edge))
        self.setTextPen(look.colour(look.theme.quiet))
        self.setStyle(tickLength=0, tickTextOffset=look.px(3), tickTextHeight=look.px(LETTERS + 2))
        self.setHeight(look.px(HEIGHT))
        self.picture = None
        self.update()

    def marks(self, low: float, high: float, width: float) -> list[float]:
        """Where marks stand between two times, in seconds, on so many pixels."""
        return marks(self._begin(), low, high, self._step(low, high, width), self._reader)

    # What pyqtgraph asks -----------------------------------------------------------------------

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        return [(float(self._step(low, high, size)), self.marks(low, high, size))]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        del scale
        return [mark_words(self._begin(), x, round(spacing), self._reader) for x in values]

    def _step(self, low: float, high: float, width: float) -> int:
        return step_of(high - low, int(width // self._look.px(APART)))
