"""Which sound is due: one for each cause and change, and one for a whole flood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import Enum

from app.models.alarms import AlarmKind, Duty
from app.models.urgency import SOON


class Sound(Enum):
    """The worst first. Each is a file of that name in `resources/sounds`."""

    ROLL_CALL = "roll_call"
    CALL_OUT = "call_out"
    MESSAGE = "message"
    NOTIFICATION = "notification"
    TASK = "task"
    PROPOSAL = "proposal"
    SOON = "soon"


ALWAYS_HEARD = frozenset({Sound.ROLL_CALL, Sound.CALL_OUT, Sound.MESSAGE})
"""On the commander's station these cannot be turned off: people are missing or do not know."""

LEAST = 30
"""Per cent of the volume at which those are heard there, however low it is set."""

_OF_KIND = {
    AlarmKind.ROLL_CALL: Sound.ROLL_CALL,
    AlarmKind.CALL_OUT: Sound.CALL_OUT,
    AlarmKind.MESSAGE: Sound.MESSAGE,
    AlarmKind.NOTIFICATION: Sound.NOTIFICATION,
    AlarmKind.TASK: Sound.TASK,
}


def volume(sound: Sound, *, chosen: int, commands: bool) -> int:
    """Per cent. `chosen` is the station's; `commands`: it is the commander's station."""
    return max(chosen, LEAST) if commands and sound in ALWAYS_HEARD else chosen


class Ears:
    """What a station has heard of its incidents' deadlines; asked once a second.

    What was late when an incident was first looked at is on the screen and not heard again.
    """

    def __init__(self) -> None:
        self._duties: dict[str, Sequence[Duty]] = {}
        self._late: dict[str, set[tuple[str, datetime]]] = {}
        self._fresh: list[Sound] = []
        self._asked: datetime | None = None

    def take(self, stream: str, duties: Sequence[Duty], now: datetime) -> None:
        """The deadlines of an incident, by their time, as they are from now on."""
        late = {(duty.alarm, duty.due): duty.kind for duty in duties if duty.due <= now}
        if stream in self._duties:
            came = late.keys() - self._late[stream]
            self._fresh += [_OF_KIND[late[cause]] for cause in came]
        self._duties[stream] = duties
        self._late[stream] = set(late)

    def forget(self, stream: str) -> None:
        self._duties.pop(stream, None)
        self._late.pop(stream, None)

    def listen(self, now: datetime) -> Sound | None:
        """The worst of what has become late, or will be in a minute, since last asked."""
        since, self._asked = self._asked or now, now
        heard, self._fresh = self._fresh, []
        for stream, duties in self._duties.items():
            for duty in _until(duties, now + SOON):
                cause = (duty.alarm, duty.due)
                if duty.due <= now and cause not in self._late[stream]:
                    self._late[stream].add(cause)
                    heard.append(_OF_KIND[duty.kind])
                elif since < duty.due - SOON <= now:
                    heard.append(Sound.SOON)
        return worst(heard)


def worst(sounds: Iterable[Sound]) -> Sound | None:
    order = list(Sound)
    return min(sounds, key=order.index, default=None)


def _until(duties: Sequence[Duty], moment: datetime) -> Iterable[Duty]:
    for duty in duties:
        if duty.due > moment:
            return
        yield duty
