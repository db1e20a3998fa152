"""Decide: what a command records, or why not. Refusals happen here, before an entry exists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.models import facts as f
from app.models.command import Command, Desk, Open, Refusal
from app.models.course import Status
from app.models.decisions import (
    alarms,
    course,
    drills,
    escalation,
    files,
    follow_up,
    messages,
    outside,
    prints,
    reception,
    roll_call,
    roster,
    scene,
    shift,
    tasks,
    zones,
)
from app.models.decisions.case import Case, Decision
from app.models.decisions.fitness import unfit, unfit_time
from app.models.decisions.site import decide_site
from app.models.entry import SITE, Draft, Entry
from app.models.escalation import newly_proposed
from app.models.follow_up_states import OWING
from app.models.incident import Incident, is_odd
from app.models.plan import Plan
from app.models.refusals import refuse
from app.models.shift import is_shift

FUTURE_TOLERANCE = timedelta(seconds=2)
"""How far ahead of the shared clock a time may be: two stations' clocks never quite agree."""

_DECISIONS: dict[type, Decision] = (
    course.DECISIONS
    | escalation.DECISIONS
    | roster.DECISIONS
    | roll_call.DECISIONS
    | tasks.DECISIONS
    | scene.DECISIONS
    | zones.DECISIONS
    | outside.DECISIONS
    | files.DECISIONS
    | messages.DECISIONS
    | alarms.DECISIONS
    | reception.DECISIONS
    | follow_up.DECISIONS
    | shift.DECISIONS
    | prints.DECISIONS
    | drills.DECISIONS
)
_AFTER_CLOSING = (
    f.Note,
    f.Attached,
    f.Printed,
    f.Corrected,
    f.Reopened,
    f.MessageDelivered,
    f.MessageFailed,
    f.AlarmAcknowledged,
    f.ContactErased,
    *follow_up.AFTER_CLOSING,
)
_TRIAL_ID = "ffffffff-ffff-7fff-bfff-ffffffffffff"
_MICROSECOND = timedelta(microseconds=1)


def decide(desk: Desk, command: Command, *, at: datetime, now: datetime) -> list[Draft] | Refusal:
    """The facts to record for `command`, in order, or the refusal that says why not.

    `at` is when it happened, `now` the shared log's clock; both UTC. What is said to have
    happened before `now` is judged by how things were then.
    """
    happened = command.at if isinstance(command, f.Corrected) and command.at else at
    if max(at, happened) > now + FUTURE_TOLERANCE:
        return refuse("future", at=max(at, happened))
    refusal = unfit(command) or unfit_time(at)
    if refusal:
        return refusal
    if isinstance(command, Open):
        return _open(desk, command, at)
    of_site = decide_site(desk.site, command)
    if of_site is None:
        return _for_incident(desk, command, at, now)
    at = _after_what_is_seen(desk.site.fold.timeline, at, now)
    return of_site if isinstance(of_site, Refusal) else _drafts(SITE, of_site, at)


def _open(desk: Desk, command: Open, at: datetime) -> list[Draft] | Refusal:
    opening = course.open_incident(desk, command)
    if isinstance(opening, Refusal):
        return opening
    opened, plan = opening
    case = Case(
        incident=Incident(desk.stream), plan=plan, site=desk.site, author=desk.author, at=at
    )
    calls = roster.calls_of_steps(case, course.steps_up(plan, None, opened.level))
    script = drills.script_of(command)
    if isinstance(script, Refusal):
        return script
    drafts = _drafts(desk.stream, [opened, *script, *calls], at)
    return drafts + _proposed(case.incident, plan, drafts, at)


def _for_incident(
    desk: Desk, command: Command, at: datetime, now: datetime
) -> list[Draft] | Refusal:
    incident = desk.incident
    decision = _DECISIONS.get(type(command))
    if decision is None:
        return refuse("opens_itself")
    if incident is None or not _can_be_written(incident, command):
        return refuse("no_incident")
    if isinstance(command, f.Corrected):
        at = now  # a correction is made now, whenever what it corrects happened
    at = _after_what_is_seen(incident.timeline, at, now)
    if incident.is_settled and isinstance(command, OWING):
        # Back-dated to before the settling it would not take the incident up again.
        at = _after_what_is_seen(incident.timeline, now, now)
    refusal = _wrong_moment(incident, command, at)
    if refusal:
        return refusal
    case = Case(incident=incident, plan=desk.plan, site=desk.site, author=desk.author, at=at)
    decided = decision(case, command)
    if isinstance(decided, Refusal):
        return decided
    drafts = [_settled_now(each, incident, now) for each in _drafts(incident.stream, decided, at)]
    fits = not any(is_odd(incident, _trial(draft)) for draft in drafts)
    if not fits:
        return refuse("contradiction")
    return drafts + _proposed(incident, desk.plan, drafts, now)


def _proposed(
    incident: Incident, plan: Plan | None, drafts: Sequence[Draft], now: datetime
) -> list[Draft]:
    """What rules of the plan propose on account of this: now, however long ago it happened."""
    proposed = newly_proposed(incident, plan, [_trial(draft) for draft in drafts])
    newest = max(draft.at for draft in drafts)
    at = max(newest, _after_what_is_seen(incident.timeline, now, now))
    return _drafts(incident.stream, proposed, at)


def _settled_now(draft: Draft, incident: Incident, now: datetime) -> Draft:
    """Settling is about all that is known now, however long ago the last of it was done."""
    if not isinstance(draft.fact, f.Settled):
        return draft
    latest = max(draft.at, _after_what_is_seen(incident.timeline, now, now))
    return Draft(stream=draft.stream, fact=draft.fact, at=latest)


def _can_be_written(incident: Incident, command: Command) -> bool:
    """An incident begins with its opening; the log of a shift with whatever comes first."""
    if is_shift(incident.stream):
        return isinstance(command, shift.ON_A_SHIFT)
    opened = incident.course.status is not Status.UNOPENED
    return opened and not isinstance(command, f.ShiftHandedOver)


def _wrong_moment(incident: Incident, command: Command, at: datetime) -> Refusal | None:
    if incident.course.status is Status.CLOSED and not isinstance(command, _AFTER_CLOSING):
        return refuse("closed")
    return None if isinstance(command, f.Note) else course.before_opening(incident, at)


def _after_what_is_seen(timeline: Sequence[Entry], at: datetime, now: datetime) -> datetime:
    """What a person does now answers all that they see, so it comes after it.

    Another station's clock may be a little ahead: undoing what it has just recorded would else
    take its place before that, and change nothing.
    """
    newest = timeline[-1].at if timeline else at
    seen = now <= at <= newest <= now + FUTURE_TOLERANCE
    return newest + _MICROSECOND if seen else at


def _drafts(stream: str, facts: Sequence[f.KnownFact], at: datetime) -> list[Draft]:
    return [Draft(stream=stream, fact=fact, at=at) for fact in facts]


def _trial(draft: Draft) -> Entry:
    return Entry(
        id=_TRIAL_ID, stream=draft.stream, at=draft.at, author="", station="", fact=draft.fact
    )
