"""The course of an incident: opening, amending, levels, command, the end."""

from __future__ import annotations

from app.models import facts as f
from app.models.call_outs import CallOutState
from app.models.command import Desk, Open, Refusal
from app.models.course import Status
from app.models.decisions.case import Case, Decided, Decision, missing
from app.models.decisions.roster import calls_of_step
from app.models.incident import Incident
from app.models.plan import Plan
from app.models.refusals import refuse


def open_incident(desk: Desk, command: Open) -> tuple[f.Opened, Plan] | Refusal:
    """The opening entry and the plan it starts."""
    refusal = missing(title=command.title, place=command.place)
    if refusal:
        return refusal
    if command.people < 0:
        return refuse("negative", field="people")
    plans = desk.site.plans
    for ref, plan in plans.items():
        if command.plan in (ref, plan.key):
            opened = f.Opened(
                plan=ref, title=command.title.strip(), place=command.place.strip(),
                level=command.level, people=command.people, drill=command.drill,
            )  # fmt: skip
            return opened, plan
    known = ", ".join(sorted(plan.key for plan in plans.values())) or "–"
    return refuse("no_plan", plan=command.plan, plans=known)


def _amend(case: Case, fact: f.Amended) -> Decided:
    if fact.people is not None and fact.people < 0:
        return refuse("negative", field="people")
    given = {name: text for name, text in (("title", fact.title), ("place", fact.place))
             if text is not None}  # fmt: skip
    detail = case.incident.detail
    same = (
        fact.title in (None, detail.title)
        and fact.place in (None, detail.place)
        and fact.people is None
    )
    if same:
        return refuse("unchanged")
    return missing(**given) or [fact]


def _set_level(case: Case, fact: f.LevelSet) -> Decided:
    if fact.level == case.incident.leveling.level:
        return refuse("same_level", level=fact.level.numeral)
    refusal = missing(reason=fact.reason)
    if refusal:
        return refusal
    decided = f.LevelSet(
        level=fact.level, reason=fact.reason, decided_by=fact.decided_by or case.author
    )
    step = case.plan.step(fact.level) if case.plan else None
    return [decided, *(calls_of_step(case, step) if step else [])]


def _take_command(case: Case, fact: f.CommandTaken) -> Decided:
    name = fact.name or case.name_of(fact.who)
    if case.incident.commanding.who == fact.who:
        return refuse("commanding", name=name)
    return missing(who=fact.who) or [f.CommandTaken(who=fact.who, name=name)]


def _hand_over(case: Case, fact: f.CommandHandedOver) -> Decided:
    name = fact.name or case.name_of(fact.who)
    before = case.incident.commanding
    if before.who == fact.who:
        return refuse("commanding", name=name)
    handed = f.CommandHandedOver(who=fact.who, name=name, from_name=fact.from_name or before.name)
    return missing(who=fact.who) or [handed]


def _declare_over(case: Case, fact: f.DeclaredOver) -> Decided:
    if case.incident.course.status is Status.OVER:
        return refuse("already_over")
    return [fact]


def _close(case: Case, fact: f.Closed) -> Decided:
    if case.incident.course.status is not Status.OVER:
        return refuse("not_declared_over")
    coming = still_coming(case.incident)
    return refuse("awaited", names=", ".join(coming)) if coming else [fact]


def still_coming(incident: Incident) -> list[str]:
    """The names of those on the way, who have to be stood down before it is closed."""
    return [
        call_out.name
        for call_out in incident.call_outs.values()
        if call_out.state is CallOutState.ON_THE_WAY
    ]


def _reopen(case: Case, fact: f.Reopened) -> Decided:
    if case.incident.course.status is Status.OPEN:
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
    instead = f.corrected_fact(fact)
    if isinstance(instead, f.Unknown) or (instead is not None and instead.kind != target.kind):
        return refuse("correction_changes_kind")
    if isinstance(target.fact, f.Opened) and instead is None:
        return refuse("contradiction")
    return missing(reason=fact.reason) or [fact]


DECISIONS: dict[type, Decision] = {
    f.Amended: _amend,
    f.LevelSet: _set_level,
    f.CommandTaken: _take_command,
    f.CommandHandedOver: _hand_over,
    f.DeclaredOver: _declare_over,
    f.Closed: _close,
    f.Reopened: _reopen,
    f.Note: _note,
    f.Corrected: _correct,
}
