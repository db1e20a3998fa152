"""What was recorded of a drill's script: what was played, skipped, added, and when it paused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.rules import stepwise
from app.models.script import Inject
from app.models.text import Text
from app.models.value import Value

_replace = msgspec.structs.replace


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """An inject thought of on the spot."""

    key: str
    text: Text
    due: datetime
    at: datetime
    by: str


class Ended(msgspec.Struct, frozen=True, kw_only=True):
    """An inject that was played or skipped, by whom and when."""

    at: datetime
    by: str
    reason: str = ""


class Pause(msgspec.Struct, frozen=True, kw_only=True):
    """`until` is None while it lasts."""

    since: datetime
    by: str
    reason: str = ""
    until: datetime | None = None


class Drilling(Value, frozen=True, kw_only=True):
    """`begun_at` is when the script's time began; None without a script.

    What was played is not skipped any more, whichever came first.
    """

    script: str = ""
    title: Text = Text("", "")
    begun_at: datetime | None = None
    injects: tuple[Inject, ...] = ()
    added: tuple[Added, ...] = ()
    played: Mapping[str, Ended] = {}
    skipped: Mapping[str, Ended] = {}
    pauses: tuple[Pause, ...] = ()

    @property
    def pause(self) -> Pause | None:
        """The one that lasts."""
        last = self.pauses[-1] if self.pauses else None
        return last if last and last.until is None else None

    def paused_between(self, since: datetime, until: datetime) -> timedelta:
        """How long it stood still in that time.

        A pause that nobody ended, and in which an inject was played all the same, came late from a
        station that was cut off: the others never stood still, and it counts only until then.
        """
        still = timedelta(0)
        for pause in self.pauses:
            end = pause.until or self._played_since(pause.since) or until
            still += max(min(end, until) - max(pause.since, since), timedelta(0))
        return still

    def _played_since(self, since: datetime) -> datetime | None:
        return min((each.at for each in self.played.values() if each.at > since), default=None)

    def text_of(self, key: str) -> Text | None:
        """What happens by an inject; None if there is no such."""
        known: tuple[Inject | Added, ...] = (*self.injects, *self.added)
        return next((each.text for each in known if each.key == key), None)


def _scripted(value: Drilling, fact: f.DrillScripted, entry: Entry) -> Drilling:
    """The first script holds."""
    if value.begun_at is not None:
        return value
    return _replace(
        value, script=fact.script, title=fact.title, injects=fact.injects, begun_at=entry.at
    )


def _added(value: Drilling, fact: f.InjectAdded, entry: Entry) -> Drilling:
    if value.text_of(fact.inject) is not None:
        return value
    added = Added(key=fact.inject, text=fact.text, due=fact.due, at=entry.at, by=entry.author)
    return _replace(value, added=(*value.added, added))


def _played(value: Drilling, fact: f.InjectPlayed, entry: Entry) -> Drilling:
    """Whoever plays what is not in the script adds it; played twice it was played once."""
    if fact.inject in value.played:
        return value
    if value.text_of(fact.inject) is None:
        at = entry.at
        added = Added(key=fact.inject, text=fact.text, due=at, at=at, by=entry.author)
        value = _replace(value, added=(*value.added, added))
    ended = Ended(at=entry.at, by=entry.author)
    return _replace(value, played={**value.played, fact.inject: ended})


def _skipped(value: Drilling, fact: f.InjectSkipped, entry: Entry) -> Drilling:
    ended = Ended(at=entry.at, by=entry.author, reason=fact.reason)
    return _replace(value, skipped={**value.skipped, fact.inject: ended})


def _paused(value: Drilling, fact: f.DrillPaused, entry: Entry) -> Drilling:
    if value.pause is not None:
        return value
    pause = Pause(since=entry.at, by=entry.author, reason=fact.reason)
    return _replace(value, pauses=(*value.pauses, pause))


def _resumed(value: Drilling, fact: f.DrillResumed, entry: Entry) -> Drilling:
    del fact
    pause = value.pause
    if pause is None:
        return value
    ended = _replace(pause, until=entry.at)
    return _replace(value, pauses=(*value.pauses[:-1], ended))


DRILLING = stepwise(
    Drilling(),
    {
        f.DrillScripted: _scripted,
        f.InjectAdded: _added,
        f.InjectPlayed: _played,
        f.InjectSkipped: _skipped,
        f.DrillPaused: _paused,
        f.DrillResumed: _resumed,
    },
)
