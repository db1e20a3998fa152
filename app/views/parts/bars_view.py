"""Bars with their slow ends, and the share in time above each."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.presenters.roles import Severity
from app.presenters.statistics_tables import Charted
from app.presenters.statistics_words import percent
from app.views.look import Look

LETTERS, WIDE = 12, 0.6
GOOD_FROM = 0.9
"""The share in time from which a bar is not marked as one that needs a look."""


class BarsView(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """A bar is the usual time; the line on it ends at what nine of ten do not exceed.

    The share in time stands above in figures, so that colour never says it alone.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None, enableMenu=False)
        self.setObjectName("bars")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(self.Shape.NoFrame)
        self._look, self._shown = look, Charted()
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        look.changed.connect(self._draw)
        self._draw()

    def show_bars(self, shown: Charted) -> None:
        if shown != self._shown:
            self._shown = shown
            self._draw()

    def close(self) -> bool:
        """As any widget: pyqtgraph's own takes the viewport away, and Qt crashes over it."""
        return QWidget.close(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_shown"):  # pyqtgraph resizes the view before it is built
            self._name()

    def _draw(self) -> None:
        look, shown = self._look, self._shown
        self.clear()
        self.setBackground(look.colour(look.theme.panel))
        self.setAccessibleName(shown.title)
        self._set_axes()
        most = max((each for each in (*shown.slow, *shown.usual) if each is not None), default=1.0)
        for at, (usual, slow, share) in enumerate(
            zip(shown.usual, shown.slow, shown.shares, strict=True)
        ):
            self._draw_bar(at, usual, slow, share)
        self.setXRange(-0.6, max(len(shown.names) - 0.4, 1.0), padding=0)
        self.setYRange(0, most * 1.18, padding=0)
        self._name()

    def _set_axes(self) -> None:
        look = self._look
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setTickFont(look.font(LETTERS))
            axis.setPen(look.colour(look.theme.edge))
            axis.setTextPen(look.colour(look.theme.quiet))
            axis.enableAutoSIPrefix(False)
        self.getAxis("left").setWidth(look.px(44))
        self.getAxis("bottom").setHeight(look.px(42))

    def _draw_bar(
        self, at: int, usual: float | None, slow: float | None, share: float | None
    ) -> None:
        look = self._look
        if usual is None or slow is None:
            self._write(at, 0.0, percent(share))
            return
        good = share is not None and share >= GOOD_FROM
        tone = look.tone(Severity.GOOD if good else Severity.SOON)
        self.addItem(pg.BarGraphItem(
            x=[at], height=[usual], width=WIDE, brush=look.colour(tone.fill),
            pen=pg.mkPen(look.colour(tone.edge), width=look.px(1.5)),
        ))  # fmt: skip
        pen = pg.mkPen(look.colour(look.theme.quiet), width=look.px(2))
        self.addItem(pg.PlotDataItem([at, at], [usual, slow], pen=pen))
        self.addItem(pg.PlotDataItem([at - 0.15, at + 0.15], [slow, slow], pen=pen))
        self._write(at, slow, percent(share))

    def _write(self, at: float, high: float, text: str) -> None:
        label = pg.TextItem(text, color=self._look.colour(self._look.theme.text), anchor=(0.5, 1))
        label.setFont(self._look.font(LETTERS))
        label.setPos(at, high)
        self.addItem(label)

    def _name(self) -> None:
        """Names below the bars, on as many lines as there are, cut to the room that each has."""
        metrics = QFontMetrics(self._look.font(LETTERS))
        room = (self.width() - self._look.px(60)) // max(len(self._shown.names), 1)
        ticks = [
            (at, "\n".join(two_lines(name, metrics, max(room - 6, 10))))
            for at, name in enumerate(self._shown.names)
        ]
        self.getAxis("bottom").setTicks([ticks])


def two_lines(name: str, metrics: QFontMetrics, room: int) -> list[str]:
    """One line if it fits; else the second is cut in its middle: names often differ at the end."""
    if metrics.horizontalAdvance(name) <= room:
        return [name]
    fits = max((at for at in range(1, len(name)) if _advance(metrics, name, at) <= room), default=1)
    end = max(name.rfind(" ", 1, fits + 1), name.rfind("-", 1, fits) + 1)
    end = end if end > 0 else fits
    rest = metrics.elidedText(name[end:].strip(), Qt.TextElideMode.ElideMiddle, room)
    return [name[:end].strip(), rest]


def _advance(metrics: QFontMetrics, name: str, at: int) -> int:
    return metrics.horizontalAdvance(name[:at])
