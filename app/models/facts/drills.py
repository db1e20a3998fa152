"""Drills: the script, and what their leader let happen, held back, put off or added."""

from __future__ import annotations

from app.models.facts.base import Fact, Moment
from app.models.script import Inject
from app.models.text import Text


class DrillScripted(Fact, tag="drill_scripted", frozen=True, kw_only=True):
    """The script by which it is played, whole, so that every station has it; its time begins."""

    script: str
    title: Text
    injects: tuple[Inject, ...] = ()


class InjectPlayed(Fact, tag="inject_played", frozen=True, kw_only=True):
    """The drill leader let it happen. `text` is kept so that the line reads by itself for ever.

    One that is not in the script was thought of on the spot.
    """

    inject: str
    text: Text


class InjectAdded(Fact, tag="inject_added", frozen=True, kw_only=True):
    """Thought of on the spot, to be played at `due`."""

    inject: str
    text: Text
    due: Moment


class InjectSkipped(Fact, tag="inject_skipped", frozen=True, kw_only=True):
    inject: str
    reason: str = ""


class DrillPaused(Fact, tag="drill_paused", frozen=True, kw_only=True):
    """What is still to come is put off, and no deadline counts meanwhile."""

    reason: str = ""


class DrillResumed(Fact, tag="drill_resumed", frozen=True, kw_only=True):
    pass
