"""Scripts of drills: what the drill leader lets happen, when, and what answers it."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

import msgspec

from app.models.text import Text
from app.models.yamlscalar import Clock


class Answering(StrEnum):
    """Kinds of entries by which staff answer an inject; each is the kind of its fact."""

    SIGN_SEEN = "sign_seen"
    PEOPLE = "amended"
    PEOPLE_COUNTED = "people_counted"
    LEVEL_SET = "level_set"
    PHASE_ENTERED = "phase_entered"
    COMMAND_TAKEN = "command_taken"
    COMMAND_HANDED_OVER = "command_handed_over"
    CALLED_OUT = "called_out"
    NO_ANSWER = "no_answer"
    EXCUSED = "excused"
    ROLL_CALL_BEGUN = "roll_call_begun"
    TASK_ADDED = "task_added"
    TASK_DONE = "task_done"
    TASK_SKIPPED = "task_skipped"
    NOTIFIED = "notified"
    SERVICE_CALLED = "service_called"
    SERVICE_ARRIVED = "service_arrived"
    ZONE_CORDONED = "zone_cordoned"
    ZONE_EVACUATING = "zone_evacuating"
    ZONE_CONFIRMED = "zone_confirmed"
    ENTRANCE_SET = "entrance_set"
    POST_TAKEN = "post_taken"
    RECEPTION_BEGUN = "reception_begun"
    REPRESENTATIVE_ADDED = "representative_added"
    MATTER_ANSWERED = "matter_answered"
    PROMISED = "promised"
    NOTE = "note"


ABOUT = {
    Answering.SIGN_SEEN: "sign",
    Answering.LEVEL_SET: "level",
    Answering.PHASE_ENTERED: "phase",
    Answering.CALLED_OUT: "role",
    Answering.TASK_DONE: "task",
    Answering.TASK_SKIPPED: "task",
    Answering.NOTIFIED: "target",
    Answering.SERVICE_CALLED: "service",
    Answering.SERVICE_ARRIVED: "service",
    Answering.ZONE_CORDONED: "zone",
    Answering.ZONE_EVACUATING: "zone",
    Answering.ZONE_CONFIRMED: "zone",
}
"""The attribute of the fact that `Expected.of` names, where it can name one."""


class Expected(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One way to answer an inject. `of` is the key of what it is about; empty: of any."""

    kind: Answering
    of: str = ""


class Inject(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What happens `at` so long after the script began.

    `leader` is for the drill leader alone: how it is played. Whichever of `expect` comes first
    answers it (any entry of the staff's, where there is none), and should `within` its time.
    """

    key: str
    at: Clock
    text: Text
    leader: Text | None = None
    expect: tuple[Expected, ...] = ()
    within: timedelta | None = None


class Script(msgspec.Struct, frozen=True, kw_only=True):
    """What one chooses when a drill is opened: `key` is its file's, `plan` that of the plan."""

    key: str
    title: Text
    plan: str
    injects: tuple[Inject, ...]
