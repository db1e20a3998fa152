"""Roll calls: begun with everyone on site, answered once by or for each, ended by a person."""

from __future__ import annotations

from app.models import facts as f
from app.models.call_outs import CallOutState
from app.models.command import BeginRollCall
from app.models.decisions.case import Case, Decided, Decision
from app.models.refusals import refuse
from app.models.roll_call import WINDOW, answers_since, roll_call


def _begin(case: Case, command: BeginRollCall) -> Decided:
    """One that still runs goes on until its second try is over; then this one takes its place."""
    del command
    who = sorted(key for key in case.incident.call_outs
                 if case.then.call_out(key).state is CallOutState.ARRIVED)  # fmt: skip
    if not who:
        return refuse("nobody_on_site")
    running = roll_call(case.incident, case.plan, case.at)
    ended: list[f.KnownFact] = []
    if running is not None and running.is_running:
        if case.at < running.second_due:
            return refuse("roll_runs", at=running.begun_at)
        ended.append(f.RollCallEnded(roll=running.roll))
    window = case.plan.roll_call.window if case.plan and case.plan.roll_call else WINDOW
    begun = f.RollCallBegun(
        roll=_next_key(case), who=tuple(who), due=case.at + window, second_due=case.at + 2 * window
    )
    return [*ended, begun]


def _next_key(case: Case) -> str:
    """Its number here: begun at two stations at once it is the same roll call."""
    numbers = [int(key) for key in case.incident.rolls if key.isdecimal()]
    return str(max(numbers, default=0) + 1)


def _begun(case: Case, fact: f.RollCallBegun) -> Decided:
    del case, fact
    return refuse("roll_begins_itself")


def _answered(case: Case, fact: f.RollAnswered) -> Decided:
    value = case.then.roll(fact.roll)
    now = case.incident.roll(fact.roll)
    if value.begun_at is None:
        return refuse("no_roll_call")
    if value.ended_at is not None:
        return refuse("roll_ended", at=value.ended_at)
    name = case.person(fact.who)
    if fact.who not in now.who:
        return refuse("not_in_roll", name=name)
    answer = answers_since(case.incident, value.begun_at).get(fact.who)
    if answer is not None:
        return refuse("roll_answered", name=name, at=answer.at)
    return [fact]


def _ended(case: Case, fact: f.RollCallEnded) -> Decided:
    value = case.then.roll(fact.roll)
    if value.begun_at is None:
        return refuse("no_roll_call")
    ended = value.ended_at or case.incident.roll(fact.roll).ended_at
    return refuse("roll_ended", at=ended) if ended else [fact]


DECISIONS: dict[type, Decision] = {
    BeginRollCall: _begin,
    f.RollCallBegun: _begun,
    f.RollAnswered: _answered,
    f.RollCallEnded: _ended,
}
