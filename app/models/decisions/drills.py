"""Drills: only of one that runs is anything played, skipped, added, or held up."""

from __future__ import annotations

from app.models import facts as f
from app.models.command import Open, Refusal
from app.models.course import Status
from app.models.decisions.case import Case, Decided, Decision, missing
from app.models.refusals import refuse


def script_of(command: Open) -> list[f.KnownFact] | Refusal:
    """What a drill that is opened by a script begins with."""
    return [] if command.script is None else _fit(command.script) or [command.script]


def _fit(fact: f.DrillScripted) -> Refusal | None:
    keys = [inject.key for inject in fact.injects]
    twice = next((key for at, key in enumerate(keys) if key in keys[:at]), None)
    if twice is not None:
        return refuse("inject_exists", inject=twice)
    return missing(script=fact.script)


def _script(case: Case, fact: f.DrillScripted) -> Decided:
    has = case.incident.drilling
    if has.begun_at is not None:
        return refuse("script_runs", script=has.title)
    return _not_running(case) or _fit(fact) or [fact]


def _add(case: Case, fact: f.InjectAdded) -> Decided:
    if case.incident.drilling.text_of(fact.inject) is not None:
        return refuse("inject_exists", inject=fact.inject)
    given = missing(inject=fact.inject, text=fact.text.en or fact.text.zh)
    return _not_running(case) or given or [fact]


def _play(case: Case, fact: f.InjectPlayed) -> Decided:
    """What the script or whoever added it says happens; else what is said now."""
    drilling = case.incident.drilling
    refusal = _not_running(case) or _while_pausing(case) or _played_already(case, fact.inject)
    if refusal:
        return refusal
    known = drilling.text_of(fact.inject)
    if known is None and not (fact.text.en or fact.text.zh).strip():
        return refuse("unknown_inject", inject=fact.inject)
    played = f.InjectPlayed(inject=fact.inject, text=known or fact.text)
    return missing(inject=fact.inject) or [played]


def _skip(case: Case, fact: f.InjectSkipped) -> Decided:
    drilling = case.incident.drilling
    refusal = _not_running(case) or _played_already(case, fact.inject)
    if refusal:
        return refusal
    if drilling.text_of(fact.inject) is None:
        return refuse("unknown_inject", inject=fact.inject)
    skipped = drilling.skipped.get(fact.inject)
    return refuse("inject_skipped", at=skipped.at, by=skipped.by) if skipped else [fact]


def _pause(case: Case, fact: f.DrillPaused) -> Decided:
    return _not_running(case) or _while_pausing(case) or [fact]


def _resume(case: Case, fact: f.DrillResumed) -> Decided:
    stands_still = case.incident.drilling.pause is not None
    return _not_running(case) or ([fact] if stands_still else refuse("drill_runs"))


def _not_running(case: Case) -> Refusal | None:
    course = case.incident.course
    if not course.drill:
        return refuse("no_drill")
    return refuse("drill_over") if course.status is not Status.OPEN else None


def _while_pausing(case: Case) -> Refusal | None:
    pause = case.incident.drilling.pause
    return refuse("drill_pauses", at=pause.since) if pause else None


def _played_already(case: Case, key: str) -> Refusal | None:
    played = case.incident.drilling.played.get(key)
    return refuse("inject_played", at=played.at, by=played.by) if played else None


DECISIONS: dict[type, Decision] = {
    f.DrillScripted: _script,
    f.InjectAdded: _add,
    f.InjectPlayed: _play,
    f.InjectSkipped: _skip,
    f.DrillPaused: _pause,
    f.DrillResumed: _resume,
}
