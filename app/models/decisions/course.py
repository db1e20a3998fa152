"""The course of an incident: opening, amending, levels, command, the end, corrections."""

from __future__ import annotations

from datetime import datetime

from app.models import facts as f
from app.models.call_outs import CallOutState
from app.models.command import DeclareOver, Desk, Open, Refusal
from app.models.commander import commander
from app.models.course import Status
from app.models.decisions.case import Case, Decided, Decision, missing
from app.models.decisions.fitness import unfit
from app.models.decisions.follow_up import settled_by_closing
from app.models.decisions.reception import loses_contact
from app.models.decisions.roster import calls_of_steps
from app.models.entry import Entry
from app.models.incident import Incident
from app.models.levels import Level
from app.models.plan import LevelStep, Plan
from app.models.refusals import refuse
from app.models.taking_back import WITHIN, can_be_taken_back
from app.models.tasks import unfinished
from app.models.text import Text, listed


def open_incident(desk: Desk, command: Open) -> tuple[f.Opened, Plan] | Refusal:
    """The opening entry and the plan it starts."""
    refusal = missing(title=command.title, place=command.place)
    if refusal:
        return refusal
    if command.script is not None and not command.drill:
        return refuse("no_drill")
    plans = desk.site.plans
    for ref, plan in plans.items():
        if command.plan in (ref, plan.key):
            opened = f.Opened(
                plan=ref, title=command.title.strip(), place=command.place.strip(),
                level=command.level, people=command.people, drill=command.drill,
                phase=command.phase, origin=command.origin,
            )  # fmt: skip
            if command.phase and plan.phase(command.phase) is None:
                return refuse("unknown_phase", phase=command.phase)
            return opened, plan
    known = ", ".join(sorted(plan.key for plan in plans.values())) or "–"
    return refuse("no_plan", plan=command.plan, plans=known)


def _amend(case: Case, fact: f.Amended) -> Decided:
    given = {name: text for name, text in (("title", fact.title), ("place", fact.place))
             if text is not None}  # fmt: skip
    detail = case.then.detail
    same = (
        fact.title in (None, detail.title)
        and fact.place in (None, detail.place)
        and fact.people is None
    )
    if same:
        return refuse("unchanged")
    return missing(**given) or [fact]


def _set_level(case: Case, fact: f.LevelSet) -> Decided:
    before = case.then.leveling.level
    if fact.level == before:
        return refuse("same_level", level=fact.level.numeral)
    if fact.level > before and case.then.course.status is Status.OVER:
        return refuse("over_rises")
    refusal = missing(reason=fact.reason)
    if refusal:
        return refusal
    decided = f.LevelSet(
        level=fact.level, reason=fact.reason, decided_by=fact.decided_by or case.author,
        sign=fact.sign, at_least=fact.at_least,
    )  # fmt: skip
    steps = steps_up(case.plan, before, fact.level) if case.plan else []
    return [decided, *calls_of_steps(case, steps)]


def steps_up(plan: Plan, before: Level | None, reached: Level) -> list[LevelStep]:
    """What rising from one level (None: from nothing) to another brings: all that lies between."""
    return [step for step in plan.levels if (before or 0) < step.level <= reached]


def _take_command(case: Case, fact: f.CommandTaken) -> Decided:
    name = fact.name or case.name_of(fact.who)
    if case.then.commanding.who == fact.who:
        return refuse("commanding", name=name)
    return missing(who=fact.who) or [f.CommandTaken(who=fact.who, name=name)]


def _hand_over(case: Case, fact: f.CommandHandedOver) -> Decided:
    name = fact.name or case.name_of(fact.who)
    if case.then.commanding.who == fact.who:
        return refuse("commanding", name=name)
    before = fact.from_name or case.then.commanding.name or commander(case.incident, case.plan).name
    handed = f.CommandHandedOver(who=fact.who, name=name, from_name=before)
    return missing(who=fact.who) or [handed]


def _enter_phase(case: Case, fact: f.PhaseEntered) -> Decided:
    phases = case.plan.phases if case.plan else ()
    wanted = case.plan.phase(fact.phase) if case.plan else None
    if wanted is None:
        return refuse("unknown_phase", phase=fact.phase)
    now = case.then.phasing.phase(case.plan)
    if now is wanted:
        return refuse("same_phase", phase=wanted.name)
    if now is not None and phases.index(wanted) < phases.index(now):
        return refuse("phase_behind", phase=wanted.name)
    return [fact]


def _declare_over(case: Case, fact: f.DeclaredOver) -> Decided:
    """Mandatory tasks hold it up, unless a person says why it is over despite them."""
    status = case.then.course.status
    if status is not Status.OPEN:
        return refuse("already_over" if status is Status.OVER else "closed")
    left = unfinished(case.incident, case.plan)
    if left and not fact.despite.strip():
        tasks = listed([task.text for task in left])
        return refuse("mandatory_open", tasks=tasks, field="despite")
    despite = fact.despite.strip() if left else ""
    keys = tuple(task.key for task in left)
    return [f.DeclaredOver(reason=fact.reason, despite=despite, left=keys)]


def _over(case: Case, command: DeclareOver) -> Decided:
    declared = _declare_over(case, f.DeclaredOver(reason=command.reason, despite=command.despite))
    if isinstance(declared, Refusal) or not command.stand_down:
        return declared
    awaited = [who for who, each in case.incident.call_outs.items() if each.state.is_awaited]
    still = [who for who in awaited if case.then.call_out(who).state.is_awaited]
    return [*declared, *(f.StoodDown(who=who) for who in still)]


def _close(case: Case, fact: f.Closed) -> Decided:
    status = case.then.course.status
    if status is Status.CLOSED:
        return refuse("closed")
    if status is not Status.OVER:
        return refuse("not_declared_over")
    coming = [
        who
        for who, call_out in case.incident.call_outs.items()
        if call_out.state is CallOutState.ON_THE_WAY
    ]
    if coming:
        return refuse("awaited", names=_listed(case, coming))
    return [fact, *settled_by_closing(case)]


def _listed(case: Case, people: list[str]) -> Text:
    return listed([case.person(who) for who in people])


def _reopen(case: Case, fact: f.Reopened) -> Decided:
    if case.then.course.status is Status.OPEN:
        return refuse("not_over")
    return missing(reason=fact.reason) or [fact]


def _note(case: Case, fact: f.Note) -> Decided:
    del case
    return missing(text=fact.text) or [fact]


def _correct(case: Case, fact: f.Corrected) -> Decided:
    target = case.incident.fold.entry(fact.entry)
    if target is None:
        return refuse("unknown_entry")
    if isinstance(target.fact, f.Corrected):
        return refuse("correction_of_correction")
    if fact.taken_back:
        return _take_back(case, fact, target)
    instead = f.corrected_fact(fact)
    if isinstance(instead, f.Unknown) or (instead is not None and instead.kind != target.kind):
        return refuse("correction_changes_kind")
    refusal = _lasting(case, target.fact, instead)
    if refusal:
        return refusal
    if instead is not None and fact.at is not None and not isinstance(instead, f.Note | f.Opened):
        refusal = before_opening(case.incident, fact.at)
        if refusal:
            return refusal
    return missing(reason=fact.reason) or (unfit(instead) if instead else None) or [fact]


def _lasting(case: Case, was: f.AnyFact, instead: f.AnyFact | None) -> Refusal | None:
    """What cannot be struck, since other things go by it."""
    if loses_contact(case.incident, was, instead):
        return refuse("contact_kept")
    if instead is not None:
        return None
    match was:
        case f.Opened():
            return refuse("contradiction")
        case f.Closed() | f.Reopened() | f.Settled():
            # The shared log's row of the incident goes by these and knows no corrections.
            return refuse("closing_struck")
        case f.FollowUpDone() | f.FollowUpDropped():
            return refuse("follow_up_struck")  # it may have settled the incident
        case _:
            return None


def _take_back(case: Case, fact: f.Corrected, pressed: Entry) -> Decided:
    """Within seconds and without a reason; the entry and its taking back both stay."""
    if case.incident.fold.correction_of(pressed.id):
        return refuse("nothing_to_take_back")
    if not can_be_taken_back(pressed, case.at):
        return refuse("late_to_take_back", seconds=int(WITHIN.total_seconds()))
    return [f.Corrected(entry=fact.entry, reason="", taken_back=True)]


def before_opening(incident: Incident, at: datetime) -> Refusal | None:
    """Only notes and the opening itself may tell what was before it."""
    opened = incident.course.opened_at
    return refuse("before_opening", at=at, opened=opened) if opened and at < opened else None


DECISIONS: dict[type, Decision] = {
    f.Amended: _amend,
    f.PhaseEntered: _enter_phase,
    f.LevelSet: _set_level,
    f.CommandTaken: _take_command,
    f.CommandHandedOver: _hand_over,
    f.DeclaredOver: _declare_over,
    DeclareOver: _over,
    f.Closed: _close,
    f.Reopened: _reopen,
    f.Note: _note,
    f.Corrected: _correct,
}
