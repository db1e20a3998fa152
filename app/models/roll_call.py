"""Roll calls: who on site is accounted for, who is tried again, and when the next one is due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from enum import Enum

import msgspec

from app.models.call_outs import CallOutState
from app.models.course import Status
from app.models.incident import Incident, State
from app.models.plan import Plan
from app.models.roll_call_states import RollAnswer, RollValue
from app.models.roster import role_of
from app.models.text import QT_TRANSLATE_NOOP, Phrase, Text, Word
from app.models.urgency import due_at

WINDOW = timedelta(seconds=60)
"""How long people have to answer where the plan does not say; for the second try again."""

CHANNELS = {
    "face": QT_TRANSLATE_NOOP("RollCall", "face to face"),
    "radio": QT_TRANSLATE_NOOP("RollCall", "by radio"),
    "phone": QT_TRANSLATE_NOOP("RollCall", "by phone"),
}
"""How somebody answers for another; a fact may carry other words."""

TITLE = Text(en="Roll call", zh="点名")
"""What a duty is about while nobody in particular is: the next roll call."""


class RollState(Enum):
    """In the order in which they need a person."""

    MISSED = "missed"
    """Twice: the alarm."""
    SECOND_TRY = "second_try"
    WAITING = "waiting"
    ANSWERED = "answered"
    LEFT = "left"
    """Stood down since it began, so accounted for."""

    @property
    def is_accounted(self) -> bool:
        return self in (RollState.ANSWERED, RollState.LEFT)


class RollRow(msgspec.Struct, frozen=True, kw_only=True):
    """`name` is empty for someone who came nameless.

    `due` is the end of the try that runs; once they have missed both, of the second.
    """

    who: str
    name: str
    role: Text
    state: RollState
    begun_at: datetime
    due: datetime
    answer: RollAnswer | None = None


class RollCall(msgspec.Struct, frozen=True, kw_only=True):
    """The latest roll call as it stands; those still awaited come first."""

    roll: str
    begun_at: datetime
    begun_by: str
    due: datetime
    second_due: datetime
    ended_at: datetime | None
    rows: tuple[RollRow, ...]

    @property
    def expected(self) -> int:
        return len(self.rows)

    @property
    def accounted(self) -> int:
        return sum(row.state.is_accounted for row in self.rows)

    @property
    def is_complete(self) -> bool:
        return self.accounted == self.expected

    @property
    def is_running(self) -> bool:
        """Somebody is still awaited, and nobody has ended it."""
        return self.ended_at is None and not self.is_complete

    def due_now(self, now: datetime) -> datetime:
        """When the try that runs ends; the second one once both are over."""
        return self.due if now < self.due else self.second_due


class RollDuty(msgspec.Struct, frozen=True, kw_only=True):
    """Someone to be accounted for (`who`), or, where that is empty, the next roll call."""

    who: str
    about: Text
    role: Text
    due: datetime


def latest(state: State) -> RollValue | None:
    """The one begun last, as far as is known in that state."""
    begun = [value for value in state.rolls.values() if value.begun_at is not None]
    return max(begun, key=lambda value: (value.begun_at, value.roll), default=None)


def roll_call(incident: Incident, plan: Plan | None, now: datetime) -> RollCall | None:
    """The latest roll call; None if there was none yet.

    Whoever answers any roll call has answered those begun before.
    """
    value = latest(incident)
    if value is None or not value.begun_at or not value.due or not value.second_due:
        return None
    roll = RollCall(
        roll=value.roll, begun_at=value.begun_at, begun_by=value.begun_by, due=value.due,
        second_due=value.second_due, ended_at=value.ended_at, rows=(),
    )  # fmt: skip
    answers = answers_since(incident, roll.begun_at)
    rows = [_row(incident, plan, roll, who, answers.get(who), now) for who in value.who]
    return msgspec.structs.replace(roll, rows=tuple(sorted(rows, key=_order)))


def answers_since(state: State, moment: datetime) -> Mapping[str, RollAnswer]:
    """The first answer of each person from then on, to whichever roll call."""
    found: dict[str, RollAnswer] = {}
    for value in state.rolls.values():
        for answer in value.answers:
            held = found.get(answer.who)
            if answer.at >= moment and (held is None or answer.at < held.at):
                found[answer.who] = answer
    return found


def _row(
    incident: Incident, plan: Plan | None, roll: RollCall, who: str,
    answer: RollAnswer | None, now: datetime,
) -> RollRow:  # fmt: skip
    call_out = incident.call_out(who)
    came_back = call_out.arrived_at is not None and call_out.arrived_at > roll.begun_at
    if answer or (came_back and call_out.state is CallOutState.ARRIVED):
        state = RollState.ANSWERED
    elif call_out.state is not CallOutState.ARRIVED:
        state = RollState.LEFT
    elif now < roll.due:
        state = RollState.WAITING
    else:
        state = RollState.SECOND_TRY if now < roll.second_due else RollState.MISSED
    return RollRow(
        who=who, name=call_out.name, role=role_of(plan, call_out.role), state=state,
        begun_at=roll.begun_at, answer=answer,
        due=roll.due if state is RollState.WAITING else roll.second_due,
    )  # fmt: skip


_RANK = {state: rank for rank, state in enumerate(RollState)}


def _order(row: RollRow) -> tuple[int, str, str]:
    return (_RANK[row.state], row.name, row.who)


def next_roll_call(incident: Incident, plan: Plan | None) -> datetime | None:
    """When the plan wants the next one: its interval after the last, or after the first arrival of
    those who are here, whichever was later.

    None while one runs, nobody is on site, the incident is over, or the plan asks for none.
    """
    if plan is None or plan.roll_call is None or incident.course.status is not Status.OPEN:
        return None
    here = [c.arrived_at for c in incident.call_outs.values()
            if c.state is CallOutState.ARRIVED and c.arrived_at]  # fmt: skip
    if not here:
        return None
    last = roll_call(incident, plan, min(here))
    if last is not None and last.is_running:
        return None
    since = max(last.begun_at, min(here)) if last else min(here)
    return due_at(since, plan.roll_call.every)


def roll_call_duties(incident: Incident, plan: Plan | None) -> list[RollDuty]:
    """Everyone not accounted for, due when the second try ends; else the next roll call.

    Once one has missed both tries, theirs is overdue. Empty once the incident is over.
    """
    if incident.course.status is not Status.OPEN:
        return []
    return list(_duties(incident, plan))


def _duties(incident: Incident, plan: Plan | None) -> Iterator[RollDuty]:
    last = latest(incident)
    running = roll_call(incident, plan, last.begun_at) if last and last.begun_at else None
    if running is not None and running.is_running:
        for row in running.rows:
            if not row.state.is_accounted:
                about = Text(en=row.name, zh=row.name) if row.name else row.role
                yield RollDuty(who=row.who, about=about, role=row.role, due=running.second_due)
    due = next_roll_call(incident, plan)
    if due is not None:
        yield RollDuty(who="", about=TITLE, role=_commander_role(plan), due=due)


def _commander_role(plan: Plan | None) -> Text:
    """Whose the roll call is: whoever commands."""
    succession = plan.succession() if plan else ()
    return succession[0].name if succession else Text("", "")


def channel_word(channel: str) -> Word:
    return Phrase("RollCall", CHANNELS[channel]) if channel in CHANNELS else channel
