"""Check drill files: what `muster drill check` prints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from app.models.drill import Drill
from app.models.drillfile import plan_named, read_drill
from app.models.plan import Plan
from app.models.planfile import read_plan
from app.models.problem import Problem, Reading, nearest, say
from app.models.sitefile import SiteFile
from app.models.text import QT_TRANSLATE_NOOP
from app.models.yamltext import decode_file
from app.record.plancheck import FINE, PROBLEMS, UNREADABLE


def check_drills(
    paths: Sequence[str], plans: Sequence[Plan], sites: Sequence[SiteFile], out: TextIO
) -> int:
    """Print what is wrong with each file, a line for each problem; answers the exit code.

    Each is checked against the one of `plans` and of `sites` that it names.
    """
    return max((_check_file(path, plans, sites, out) for path in paths), default=FINE)


def own_plan(path: str, out: TextIO) -> Plan | int:
    """The plan of a file of one's own, or the exit code once its problems are printed."""
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        print(f"{path}: cannot be read: {error.strerror or error}", file=out)
        return UNREADABLE
    text = decode_file(raw, file=path)
    reading = read_plan(text, file=path) if isinstance(text, str) else None
    problems = reading.problems if reading else ()
    for problem in problems if isinstance(text, str) else (text,):
        print(problem.english(), file=out)
    return reading.value if reading and reading.value else PROBLEMS


def _check_file(
    path: str, plans: Sequence[Plan], sites: Sequence[SiteFile], out: TextIO
) -> int:  # fmt: skip
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        print(f"{path}: cannot be read: {error.strerror or error}", file=out)
        return UNREADABLE
    reading = _read(raw, path, plans, sites)
    for problem in reading.problems:
        print(problem.english(), file=out)
    if reading.value is None:
        return PROBLEMS
    print(f"{path}: {_summary(reading.value)}", file=out)
    return FINE


def _read(
    raw: bytes, path: str, plans: Sequence[Plan], sites: Sequence[SiteFile]
) -> Reading[Drill]:
    text = decode_file(raw, file=path)
    if not isinstance(text, str):
        return Reading(value=None, problems=(text,))
    named = plan_named(text, file=path)
    plan = next((each for each in plans if each.key == named), None)
    if plan is None and named:
        return Reading(value=None, problems=(_no_such_plan(text, path, named, plans),))
    site = next((each for each in sites if f"site: {each.key}" in text), None)
    return read_drill(text, file=path, plan=plan or plans[0], site=site)


def _no_such_plan(text: str, path: str, named: str, plans: Sequence[Plan]) -> Problem:
    """At its line: which plan is meant must be known before anything else can be checked."""
    lines = text.splitlines()
    line = next((n for n, each in enumerate(lines, 1) if each.startswith("plan:")), 1)
    keys = [plan.key for plan in plans]
    words = QT_TRANSLATE_NOOP(
        "PlanFile", "there is no plan “{named}”; write “{meant}”, or name its file with --plan"
    )
    message = say(words, named=named, meant=nearest(named, keys) or keys[0])
    return Problem(file=path, line=line, column=1, field="plan", message=message)


def _summary(drill: Drill) -> str:
    return (
        f"no problems; title “{drill.title.en}”; plan {drill.plan}, "
        f"injects {len(drill.injects)}, events {len(drill.events)}"
    )
