"""Decide: what a command records, or why not. Refusals happen here, before an entry exists."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.models import facts as f
from app.models.command import Command, Desk, Open, Refusal
from app.models.course import Status
from app.models.decisions import course, outside, roster, scene
from app.models.decisions.case import Case, Decision, unfit_text
from app.models.decisions.site import decide_site
from app.models.entry import SITE, Draft, Entry
from app.models.incident import Incident
from app.models.refusals import refuse

FUTURE_TOLERANCE = timedelta(seconds=2)
"""How far ahead of the shared clock a time may be: two stations' clocks never quite agree."""

_DECISIONS: dict[type, Decision] = (
    course.DECISIONS | roster.DECISIONS | scene.DECISIONS | outside.DECISIONS
)
_AFTER_CLOSING = (f.Note, f.Corrected, f.Reopened)
_TRIAL_ID = "ffffffff-ffff-7fff-bfff-ffffffffffff"


def decide(desk: Desk, command: Command, *, at: datetime, now: datetime) -> list[Draft] | Refusal:
    """The facts to record for `command`, in order, or the refusal that says why not.

    `at` is when it happened, `now` the shared log's clock; both UTC.
    """
    if at > now + FUTURE_TOLERANCE:
        return refuse("future", at=at)
    refusal = unfit_text(command)
    if refusal:
        return refusal
    if isinstance(command, Open):
        return _open(desk, command, at)
    of_site = decide_site(desk.site, command)
    if of_site is not None:
        return of_site if isinstance(of_site, Refusal) else _drafts(SITE, of_site, at)
    return _for_incident(desk, command, at)


def _open(desk: Desk, command: Open, at: datetime) -> list[Draft] | Refusal:
    opening = course.open_incident(desk, command)
    if isinstance(opening, Refusal):
        return opening
    opened, plan = opening
    case = Case(
        incident=Incident(desk.stream), plan=plan, site=desk.site, author=desk.author, at=at
    )
    step = plan.step(opened.level)
    calls = roster.calls_of_step(case, step) if step else []
    return _drafts(desk.stream, [opened, *calls], at)


def _for_incident(desk: Desk, command: Command, at: datetime) -> list[Draft] | Refusal:
    incident = desk.incident
    decision = _DECISIONS.get(type(command))
    if decision is None:
        return refuse("opens_itself")
    if incident is None or incident.course.status is Status.UNOPENED:
        return refuse("no_incident")
    refusal = _wrong_moment(incident, command, at)
    if refusal:
        return refusal
    case = Case(incident=incident, plan=desk.plan, site=desk.site, author=desk.author, at=at)
    decided = decision(case, command)
    if isinstance(decided, Refusal):
        return decided
    drafts = _drafts(incident.stream, decided, at)
    return refuse("contradiction") if _contradicts(incident, drafts) else drafts


def _wrong_moment(incident: Incident, command: Command, at: datetime) -> Refusal | None:
    course_now = incident.course
    if course_now.status is Status.CLOSED and not isinstance(command, _AFTER_CLOSING):
        return refuse("closed")
    opened = course_now.opened_at
    if opened and at < opened and not isinstance(command, f.Note):
        return refuse("before_opening", at=at, opened=opened)
    return None


def _drafts(stream: str, facts: list[f.KnownFact], at: datetime) -> list[Draft]:
    return [Draft(stream=stream, fact=fact, at=at) for fact in facts]


def _contradicts(incident: Incident, drafts: list[Draft]) -> bool:
    """Whether the fold would flag any of the drafts."""
    return any(
        len(after.odd) > len(before.odd)
        for draft in drafts
        for before, after in incident.fold.values_with(_trial(draft))
    )


def _trial(draft: Draft) -> Entry:
    return Entry(
        id=_TRIAL_ID, stream=draft.stream, at=draft.at, author="", station="", fact=draft.fact
    )
