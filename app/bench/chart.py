"""The chart: frames a second of panning and zooming, beside a bare plot of as many bars."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from statistics import median

import pyqtgraph as pg
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.bench.figures import Figure, at_most
from app.bench.material import BEGIN
from app.bench.server import folder
from app.bench.window import surroundings
from app.models.chart import Bar, BarState, Chart
from app.models.levels import Level
from app.models.text import Text
from app.presenters.chart_shapes import ChartProps, derive_chart
from app.presenters.reader import QtReader
from app.views.parts.chart_view import ChartView

CALL_OUTS, FRAMES, SECONDS = 200, 120, 120
SIZE, TALL = (1500, 170), (1500, 3200)
"""At the foot of a desk; and so tall that every call-out has its own lane."""
NOW = 40 * 60.0
LEAST = 30
"""Frames a second that are smooth."""


class Shown(QObject):
    """What a chart's view reads, without a station behind it."""

    changed = Signal()
    moved = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.reader, self.now = QtReader("en"), NOW
        self._made = _chart()
        self.props: ChartProps = self._derived(2)

    def set_room(self, lanes: int) -> None:
        props = self._derived(lanes)
        if props != self.props:
            self.props = props
            self.changed.emit()

    def _derived(self, lanes: int) -> ChartProps:
        return derive_chart(self._made, lanes, BEGIN + timedelta(seconds=NOW), self.reader)


def measure(runs: int) -> Iterator[Figure]:
    with folder() as above:
        around = surroundings(above)
    for size, named in ((SIZE, "lanes that fit"), (TALL, "a lane each")):
        view = ChartView(Shown(), around.look)
        _open(view, size, around.app)
        floor = pg.PlotWidget(enableMenu=False)
        floor.addItem(_bare_bars())
        _open(floor, size, around.app)
        for does, move in (("pan", _pan), ("zoom", _zoom)):
            ours = median(_rate(view, view.box, move, around.app) for _ in range(runs))
            bare = median(_rate(floor, floor.getViewBox(), move, around.app) for _ in range(runs))
            yield Figure(
                name=f"{does}, {CALL_OUTS} call-outs, {named}", ours=ours, unit="frames/s",
                floor=bare, floor_name="bare plot", target=f"≥ {LEAST} frames/s",
                met=ours >= LEAST,
            )  # fmt: skip
        if size is SIZE:
            share = median(_tick(view, around.app) for _ in range(runs))
            yield at_most("the now line, once a second", share * 100, 1.0, "% of a core")
        view.hide()
        floor.hide()


def _chart() -> Chart:
    def at(seconds: float) -> timedelta:
        return timedelta(seconds=seconds)

    calls = []
    for n in range(CALL_OUTS):
        start, late = BEGIN + at(n * 6.0), n % 7 == 0
        end = None if n % 5 == 0 else start + at(120 + 5.0 * (n % 90))
        state = BarState.AWAITED if end is None else BarState.IN_TIME
        due = start + at(90 if late else 900)
        name = Text(f"Person {n}", f"人员 {n}")
        calls.append(Bar(cell="call_out", subject=f"p{n}", start=start, end=end, told_at=start,
                         name=name, due=due, state=state))  # fmt: skip
    level = Bar(cell="level", subject="", start=BEGIN, end=None, told_at=BEGIN,
                name=Text("IV", "IV"), level=Level.IV)  # fmt: skip
    people = tuple((BEGIN + at(n * 20.0), 10 + n % 60) for n in range(100))
    return Chart(begin=BEGIN, end=None, levels=(level,), calls=tuple(calls), people=people)


def _bare_bars() -> pg.BarGraphItem:
    """The same bars, as pyqtgraph draws rectangles."""
    bars = _chart().calls
    starts = [(bar.start - BEGIN).total_seconds() for bar in bars]
    ends = [NOW if bar.end is None else (bar.end - BEGIN).total_seconds() for bar in bars]
    heights = [0.8] * len(bars)
    return pg.BarGraphItem(x0=starts, x1=ends, y0=list(range(len(bars))), height=heights)


def _open(view: QWidget, size: tuple[int, int], app: QApplication) -> None:
    view.resize(*size)
    view.show()
    app.processEvents()


def _pan(frame: int) -> tuple[float, float]:
    return 5.0 * frame, 5.0 * frame + 1800


def _zoom(frame: int) -> tuple[float, float]:
    return NOW / 2 - 1800 * 0.98**frame, NOW / 2 + 1800 * 0.98**frame


def _rate(
    view: pg.GraphicsView, box: pg.ViewBox, move: Callable[[int], tuple[float, float]],
    app: QApplication,
) -> float:  # fmt: skip
    begun = time.perf_counter()
    for frame in range(FRAMES):
        box.setXRange(*move(frame), padding=0.0)
        view.viewport().repaint()
        app.processEvents()
    return FRAMES / (time.perf_counter() - begun)


def _tick(view: ChartView, app: QApplication) -> float:
    """Processor time of one second's passing, painted, as a share of that second."""
    view.show_all()
    app.processEvents()
    begun = time.process_time()
    for second in range(SECONDS):
        view.item.set_now(NOW + second)
        app.processEvents()
    return (time.process_time() - begun) / SECONDS
