"""Looking back on an incident: where one is in it, how it plays, what the band and the bar say."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.models.chart import chart
from app.models.replay import Sight
from app.models.replay_marks import Course, MarkKind, marks
from app.presenters.bridge import Bridge
from app.presenters.past import Hindsight
from app.presenters.past_desk import PastDesk
from app.presenters.past_wall import PastWall
from app.presenters.reader import QtReader
from app.presenters.tick import Tick
from app.station.changed import Changed

_tr = QCoreApplication.translate

SPEEDS = (1, 2, 5, 10, 30, 60)
FRAME = 100
"""Milliseconds from one picture to the next while it plays."""


class ReplayProps(msgspec.Struct, frozen=True, kw_only=True):
    """`place` is on the slider, 0 to the course's `length`."""

    title: str = ""
    text: str = ""
    place: float = 0.0
    sight: Sight = Sight.HAPPENED
    playing: bool = False
    speed: int = 10
    wall: bool = False
    """Whether the wall of that moment is shown, in place of the desk."""
    spoken: str = ""
    """The moment for who cannot see the slider."""


class ReplayPresenter(QObject):
    """Begins at the end. What comes in meanwhile is counted, and moves nothing.

    `clock` answers seconds: by it, it plays.
    """

    changed = Signal()
    course_changed = Signal()

    def __init__(
        self,
        bridge: Bridge,
        tick: Tick,
        reader: QtReader,
        stream: str,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._bridge, self._stream, self.reader, self._clock = bridge, stream, reader, clock
        incident = bridge.station.incidents[stream]
        self._end = _end(bridge, stream)
        self.hindsight = Hindsight(bridge.station, stream, self._end)
        self.desk = PastDesk(bridge, tick, reader, stream, self.hindsight)
        self.wall = PastWall(bridge.station, reader, stream, self.hindsight)
        self.drill = incident.course.drill
        self._come = 0
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self._beat)
        self._beaten = 0.0
        self.props = ReplayProps()
        self.course = self._make_course()
        bridge.changed.connect(self._count)
        self._derive()

    @property
    def moment(self) -> datetime:
        return self.hindsight.moment

    def close(self) -> None:
        self.pause()
        self._bridge.changed.disconnect(self._count)
        self.desk.close()
        self.wall.close()

    def refresh(self) -> None:
        """Another language."""
        if self.props.wall:
            self.wall.show(None)
        self._derive()

    # Where one goes ------------------------------------------------------------------------------

    def go_to(self, moment: datetime) -> None:
        self._show(self.course.within(moment))

    def go_to_place(self, place: float) -> None:
        self.go_to(self.course.moment(place))

    def next(self, kind: MarkKind) -> None:
        """To the next of a kind; where there is none, one stays."""
        moment = self.course.next(kind, self.moment)
        if moment is not None:
            self._show(moment)

    def back(self, kind: MarkKind) -> None:
        moment = self.course.before(kind, self.moment)
        if moment is not None:
            self._show(moment)

    def go_to_begin(self) -> None:
        self._show(self.course.begin)

    def switch_sight(self) -> None:
        """The same moment by the other way of looking."""
        other = Sight.KNOWN if self.hindsight.sight is Sight.HAPPENED else Sight.HAPPENED
        self.hindsight.look(other)
        self.course = self._make_course()
        self.course_changed.emit()
        self.hindsight.go_to(self.course.within(self.moment))
        self._renew()

    def switch_page(self) -> None:
        """From the desk of that moment to its wall, and back: what is out of view is not made."""
        self.props = msgspec.structs.replace(self.props, wall=not self.props.wall)
        self._renew()
        self.changed.emit()

    # How it plays --------------------------------------------------------------------------------

    def play(self) -> None:
        """From where one is; from the end, from the beginning."""
        if self.moment >= self.course.end:
            self.go_to_begin()
        self._beaten = self._clock()
        self._timer.start()
        self._derive()

    def pause(self) -> None:
        self._timer.stop()
        self._derive()

    def toggle(self) -> None:
        if self.props.playing:
            self.pause()
        else:
            self.play()

    def faster(self) -> None:
        self._set_speed(1)

    def slower(self) -> None:
        self._set_speed(-1)

    def advance(self, seconds: float) -> None:
        """So much time has passed here, and `speed` times as much there; quiet is passed over."""
        moment = self.moment + timedelta(seconds=seconds * self.props.speed)
        following = self.course.next_of_any(self.moment)
        if moment < following:
            moment = self.course.past_quiet(moment)
        self.go_to(moment)
        if self.moment >= self.course.end:
            self.pause()

    def _beat(self) -> None:
        now = self._clock()
        passed, self._beaten = now - self._beaten, now
        self.advance(passed)

    def _set_speed(self, step: int) -> None:
        at = SPEEDS.index(self.props.speed) + step
        speed = SPEEDS[min(max(at, 0), len(SPEEDS) - 1)]
        self.props = msgspec.structs.replace(self.props, speed=speed)
        self._derive()
        self.changed.emit()

    # What is shown -------------------------------------------------------------------------------

    def _show(self, moment: datetime) -> None:
        changes = self.hindsight.go_to(moment)
        self._page.show(changes)
        self._derive()

    def _renew(self) -> None:
        self._page.show(None)
        self._derive()

    @property
    def _page(self) -> PastDesk | PastWall:
        return self.wall if self.props.wall else self.desk

    def _make_course(self) -> Course:
        hindsight = self.hindsight
        whole = chart(hindsight.whole, hindsight.plan, self._bridge.station.site)
        turns = hindsight.turns
        end = max(self._end, turns[-1].at) if turns else self._end
        return Course(marks(turns, whole, end), end)

    def _count(self, changed: Changed) -> None:
        if changed.stream == self._stream:
            self._come += len(changed.changes.entries) - len(changed.withdrawn)
            self._derive()

    def _derive(self) -> None:
        title = _tr("Replay", "LOOKING BACK")
        playing = self._timer.isActive()
        told = [when(self.moment, self.course, self.reader), sight_word(self.hindsight.sight)]
        if playing:
            told.append(_tr("Replay", "playing {speed}×").format(speed=self.props.speed))
        told.append(_tr("Replay", "nothing can be changed"))
        if self._come > 0:
            told.append(_tr("Replay", "new entries since: {count}").format(count=self._come))
        props = msgspec.structs.replace(
            self.props,
            title=title,
            text="  •  ".join(told),
            place=self.course.place(self.moment),
            sight=self.hindsight.sight,
            playing=playing,
            spoken=" ".join(told[:2]),
        )
        if props != self.props:
            self.props = props
            self.changed.emit()


def _end(bridge: Bridge, stream: str) -> datetime:
    """Now, of an incident that runs; else its last entry: after it nothing changes any more."""
    incident, now = bridge.station.incidents[stream], bridge.now()
    if incident.is_open or not incident.timeline:
        return now
    return min(incident.timeline[-1].at, now)


def when(moment: datetime, course: Course, reader: QtReader) -> str:
    """With its day, where the incident has several."""
    if reader.day(course.begin) == reader.day(course.end):
        return reader.second(moment)
    return f"{reader.day(moment)} {reader.second(moment)}"


def sight_word(sight: Sight) -> str:
    match sight:
        case Sight.HAPPENED:
            return _tr("Replay", "as it happened")
        case Sight.KNOWN:
            return _tr("Replay", "as it was known")
