"""Which sound is due: one for each cause and change, and one for a whole flood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import Enum
from typing import TypeAlias

import msgspec

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


TOGETHER = timedelta(seconds=10)
"""After a sound, what is no worse is gathered so long and then heard as one."""

Cause: TypeAlias = tuple[str, datetime]
"""An alarm's key and its deadline: with another deadline it is another alarm."""


class _Heard(msgspec.Struct):
    """An incident's deadlines as they were last taken, and which of them were heard of."""

    duties: Sequence[Duty]
    warned: set[Cause]
    late: set[Cause]


class Ears:
    """What a station has heard of its incidents' deadlines; asked once a second.

    What was late when an incident was first looked at is on the screen and not heard again.
    """

    def __init__(self) -> None:
        self._heard: dict[str, _Heard] = {}
        self._gathered: list[Sound] = []
        self._last: tuple[datetime, Sound] | None = None

    def take(self, stream: str, duties: Sequence[Duty], now: datetime) -> None:
        """The deadlines of an incident, by their time, as they are from now on."""
        before = self._heard.get(stream)
        causes = {_cause(duty): duty for duty in duties}
        late = {cause for cause, duty in causes.items() if duty.due <= now}
        warned = {cause for cause, duty in causes.items() if duty.due - SOON <= now}
        if before is not None:
            self._gathered += [_OF_KIND[causes[cause].kind] for cause in late - before.late]
            known = {_cause(duty) for duty in before.duties}
            warned = (warned - known) | (before.warned & causes.keys()) | late
        self._heard[stream] = _Heard(duties, warned, late)

    def note(self, sound: Sound) -> None:
        """Something else that is to be heard."""
        self._gathered.append(sound)

    def listen(self, now: datetime) -> Sound | None:
        """The worst of what has become late, or will be in a minute, since last asked."""
        for heard in self._heard.values():
            for duty in _until(heard.duties, now + SOON):
                self._look(heard, duty, now)
        sound = worst(self._gathered)
        if sound is None or self._waits(sound, now):
            return None
        self._gathered.clear()
        self._last = now, sound
        return sound

    def _look(self, heard: _Heard, duty: Duty, now: datetime) -> None:
        cause = _cause(duty)
        if duty.due <= now and cause not in heard.late:
            heard.late.add(cause)
            self._gathered.append(_OF_KIND[duty.kind])
        elif cause not in heard.warned and duty.is_somebodys:
            self._gathered.append(Sound.SOON)
        heard.warned.add(cause)

    def _waits(self, sound: Sound, now: datetime) -> bool:
        """A flood that goes on; not for a clock that was set back, nor for what is worse."""
        if self._last is None:
            return False
        at, before = self._last
        worse = sound is not before and worst((sound, before)) is sound
        return at <= now < at + TOGETHER and not worse


def _cause(duty: Duty) -> Cause:
    return duty.alarm, duty.due


def worst(sounds: Iterable[Sound]) -> Sound | None:
    order = list(Sound)
    return min(sounds, key=order.index, default=None)


def _until(duties: Sequence[Duty], moment: datetime) -> Iterable[Duty]:
    for duty in duties:
        if duty.due > moment:
            return
        yield duty
