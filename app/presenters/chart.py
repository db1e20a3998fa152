"""The escalation chart as shown: derived while somebody looks, and what a bar's entry is."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec
from PySide6.QtCore import QCoreApplication, Signal

from app.models.chart import BarState, Chart, chart, entry_of
from app.models.roster import counts
from app.models.urgency import SOON
from app.presenters.chart_shapes import ChartProps, Shape, derive_chart, seconds
from app.presenters.part import Part, Scene
from app.presenters.reader import QtReader

_tr = QCoreApplication.translate


class ChartPresenter(Part):
    """Derives only while it is watched. `moved(seconds)`: a second has passed."""

    cells = ("course", "level", "phase", "call_out", "service", "task", "notification", "people",
             "sign")  # fmt: skip
    moved = Signal(float)

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._room = 3
        self._watched = False
        self._turn: datetime | None = None
        self._chart: Chart | None = None
        self.props = ChartProps(begin=scene.now)

    def watch(self) -> None:
        self._watched = True
        self.refresh()

    def unwatch(self) -> None:
        self._watched = False

    def set_room(self, lanes: int) -> None:
        """How many lanes there are for call-outs."""
        if lanes != self._room:
            self._room = lanes
            self._derive()

    def refresh(self) -> None:
        if self._watched:
            self._chart = chart(self.scene.incident, self.scene.plan, self.scene.site)
            self._derive()

    def tick(self, now: datetime) -> None:
        if not self._watched:
            return
        if self._turn is not None and now >= self._turn:
            self._derive()
        self.moved.emit(self.now)

    @property
    def now(self) -> float:
        """Seconds since the opening; it stands still once the incident is over."""
        if self.props.end is not None:
            return self.props.end
        return seconds(self.props.begin, self.scene.now)

    @property
    def reader(self) -> QtReader:
        return self.scene.reader

    def moment(self, x: float) -> datetime:
        return self.props.begin + timedelta(seconds=x)

    def entry(self, shape: Shape) -> str:
        """The entry that tells of a shape; of the first, where it stands for several."""
        incident = self.scene.incident
        found = (entry_of(incident, bar) for bar in shape.bars)
        return next((entry for entry in found if entry), "")

    def _derive(self) -> None:
        made, now = self._chart, self.scene.now
        if made is None:
            return
        dues = [bar.due for bar in (*made.calls, *made.missed) if bar.due]
        turns = [turn for due in dues for turn in (due - SOON, due) if turn > now]
        self._turn = min(turns, default=None)
        props = derive_chart(made, self._room, now, self.scene.reader)
        props = msgspec.structs.replace(props, told=self._told(made, now))
        if props != self.props:
            self.props = props
            self.changed.emit()

    def _told(self, made: Chart, now: datetime) -> str:
        here = counts(self.scene.incident)
        late = sum(bar.state is BarState.AWAITED and bar.is_late(now) for bar in made.calls)
        told = _tr(
            "Chart",
            "Level {level} since {time}. {here} of {called} on site, {late} late. "
            "People: {people}.",
        )
        last = made.levels[-1] if made.levels else None
        return told.format(
            level=last.level.numeral if last else "–",
            time=self.scene.reader.time(last.start if last else made.begin),
            here=here.here, called=here.called, late=late,
            people=made.people[-1][1] if made.people else 0,
        )  # fmt: skip
