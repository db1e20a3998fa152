"""Zones, posts, entrances and assembly points."""

from __future__ import annotations

from app.models.facts.base import Fact


class ZoneCordoned(Fact, tag="zone_cordoned", frozen=True, kw_only=True):
    """`line` is where the cordon runs, `guards` the keys of those who stand on it.

    None: nothing is said of them, so they stay. Empty, nobody stands there any more.
    """

    zone: str
    line: str = ""
    guards: tuple[str, ...] | None = None


class CordonLifted(Fact, tag="cordon_lifted", frozen=True, kw_only=True):
    """The cordon alone; whatever was evacuated stays so."""

    zone: str


class ZoneEvacuating(Fact, tag="zone_evacuating", frozen=True, kw_only=True):
    """`expected` is how many people are to come out, if known."""

    zone: str
    expected: int | None = None


class ZoneEmpty(Fact, tag="zone_empty", frozen=True, kw_only=True):
    zone: str


class ZoneConfirmed(Fact, tag="zone_confirmed", frozen=True, kw_only=True):
    """`by` is the name of the person who looked."""

    zone: str
    by: str = ""


class ZoneReleased(Fact, tag="zone_released", frozen=True, kw_only=True):
    """The cordon is lifted and people may go back in."""

    zone: str


class PostTaken(Fact, tag="post_taken", frozen=True, kw_only=True):
    post: str
    who: str
    name: str = ""


class PostLeft(Fact, tag="post_left", frozen=True, kw_only=True):
    post: str
    who: str = ""


class PartConfirmed(Fact, tag="part_confirmed", frozen=True, kw_only=True):
    """A part of a zone (a floor) was looked through by `by` (a name) and is empty."""

    zone: str
    part: str
    by: str = ""


class OutCounted(Fact, tag="out_counted", frozen=True, kw_only=True):
    """How many people have come out of a zone so far."""

    zone: str
    count: int


class AssemblyCounted(Fact, tag="assembly_counted", frozen=True, kw_only=True):
    """How many people stand at an assembly point now."""

    point: str
    count: int


class EntranceSet(Fact, tag="entrance_set", frozen=True, kw_only=True):
    entrance: str
    open: bool
