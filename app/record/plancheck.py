"""Check plan files: what `muster plan check` prints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from app.models.plan import Plan
from app.models.planfile import read_plan
from app.models.problem import Reading
from app.models.yamltext import decode_file

FINE, PROBLEMS, UNREADABLE = 0, 1, 2


def check_files(paths: Sequence[str], out: TextIO) -> int:
    """Print what is wrong with each file, a line for each problem.

    Returns the exit code: the worst of the files'.
    """
    return max((_check_file(path, out) for path in paths), default=FINE)


def _check_file(path: str, out: TextIO) -> int:
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        print(f"{path}: cannot be read: {error.strerror or error}", file=out)
        return UNREADABLE
    reading = read_plan_file(raw, path)
    for problem in reading.problems:
        print(problem.english(), file=out)
    if reading.value is None:
        return PROBLEMS
    print(f"{path}: {_summary(reading.value)}", file=out)
    return FINE


def read_plan_file(raw: bytes, path: str) -> Reading[Plan]:
    """What is in a plan file; `path` is the name that the problems carry."""
    text = decode_file(raw, file=path)
    if isinstance(text, str):
        return read_plan(text, file=path)
    return Reading(value=None, problems=(text,))


def _summary(plan: Plan) -> str:
    return (
        f"no problems; title “{plan.title.en}”; roles {len(plan.roles)}, tasks {len(plan.tasks)}, "
        f"notifications {len(plan.notifications)}, follow-ups {len(plan.follow_ups)}"
    )
