"""What is heard: alarms of all open incidents, at the volume of this station."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.models.alarms import duties
from app.models.escalation import standing
from app.models.facts import LevelProposed
from app.models.incident import Incident
from app.models.sounding import Ears, Sound, volume
from app.presenters.bridge import Bridge
from app.presenters.part import ALARM_CELLS
from app.presenters.tick import Tick
from app.station.changed import Changed

_tr = QCoreApplication.translate

COMMANDER = "commander"


class Hearing(msgspec.Struct, frozen=True, kw_only=True):
    """How loud this station is, in per cent, and whether it is the commander's.

    `has_voice`: this machine can speak; `speaks`: somebody wants it to, after the sounds.
    """

    volume: Callable[[], int]
    kind: Callable[[], str]
    set_volume: Callable[[int], None]
    set_kind: Callable[[str], None]
    has_voice: Callable[[], bool] = lambda: False
    speaks: Callable[[], bool] = lambda: False
    set_speaks: Callable[[bool], None] = lambda _: None

    def loudness(self, sound: Sound) -> int:
        return volume(sound, chosen=self.volume(), commands=self.kind() == COMMANDER)


class SoundsPresenter(QObject):
    """Listens as long as the station runs, whatever page is in view."""

    sounded = Signal(object, int)
    """Sound, and its volume in per cent: above 0."""
    spoken = Signal(str, int)
    """Words for it in the reader's language, and the volume, where somebody wants them."""

    def __init__(
        self,
        bridge: Bridge,
        tick: Tick,
        hearing: Hearing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._tick = bridge, tick
        self._hearing = hearing
        self._ears = Ears()
        for stream in bridge.station.incidents:
            self._look(stream, bridge.now())
        bridge.changed.connect(self._take)
        tick.ticked.connect(self._listen)
        tick.hold()

    def close(self) -> None:
        self._tick.release()
        self._tick.ticked.disconnect(self._listen)
        self._bridge.changed.disconnect(self._take)

    def _take(self, changed: Changed) -> None:
        known = changed.stream in self._bridge.station.incidents
        if not known or not changed.changes.touches(*ALARM_CELLS):
            return
        self._look(changed.stream, self._bridge.now())
        if self._is_proposed(changed):
            self._ears.note(Sound.PROPOSAL)

    def _is_proposed(self, changed: Changed) -> bool:
        """News, and still for a person to decide: not what has long been over."""
        found = [e.fact for e in changed.changes.entries if isinstance(e.fact, LevelProposed)]
        stand = standing(self._bridge.station.incidents[changed.stream]) if found else []
        return any(each.proposal.is_about(fact) for fact in found for each in stand)

    def _look(self, stream: str, now: datetime) -> None:
        incident: Incident = self._bridge.station.incidents[stream]
        self._ears.take(stream, duties(incident, self._bridge.plan_of(stream)), now)

    def _listen(self, now: datetime) -> None:
        sound = self._ears.listen(now)
        loud = self._hearing.loudness(sound) if sound is not None else 0
        if sound is None or loud <= 0:
            return
        self.sounded.emit(sound, loud)
        if self._hearing.speaks() and (words := cue(sound)):
            self.spoken.emit(words, loud)


def cue(sound: Sound) -> str:
    """Short words for a sound, without names: others are in the room. A quiet warning has none."""
    match sound:
        case Sound.ROLL_CALL:
            return _tr("Sounds", "Somebody is not accounted for")
        case Sound.CALL_OUT:
            return _tr("Sounds", "Somebody is not here in time")
        case Sound.MESSAGE:
            return _tr("Sounds", "A message has failed")
        case Sound.NOTIFICATION:
            return _tr("Sounds", "Somebody is not told in time")
        case Sound.TASK:
            return _tr("Sounds", "A task is not done in time")
        case Sound.PROPOSAL:
            return _tr("Sounds", "The plan proposes something")
        case Sound.SOON:
            return ""
