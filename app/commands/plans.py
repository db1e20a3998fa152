"""`muster plan`: plan files into a log, and out of it. What checks them is `record.plancheck`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from app.commands.shared import WELL, WRONG, NotDoneError, command, opened, run, write
from app.models.command import PublishPlan
from app.models.plan import Plan
from app.models.planfile import plan_to_yaml
from app.record.plancheck import read_plan_file
from app.station.outright import By, RefusedError, record_outright, site_now


@command(RefusedError)
def plan_publish(db: str | None, files: Sequence[Path], by: By) -> int:
    """Publish plan files: all of them, or none and every problem by its line."""
    readings = [read_plan_file(file.read_bytes(), str(file)) for file in files]
    for problem in (each for reading in readings for each in reading.problems):
        print(problem.english(), file=sys.stderr)
    plans = [reading.value for reading in readings if reading.value]
    if len(plans) < len(files):
        print("Nothing was published.", file=sys.stderr)
        return WRONG
    run(_publish(db, plans, by))
    return WELL


async def _publish(db: str | None, plans: Sequence[Plan], by: By) -> None:
    async with opened(db) as log:
        for plan in plans:
            told = "published"
            try:
                await record_outright(log, await site_now(log), PublishPlan(document=plan), by)
            except RefusedError as refused:
                if refused.code != "unchanged":
                    raise
                told = "just so already"
            print(f"{told}: {plan.key}: {plan.title.en}")


@command()
def plan_export(db: str | None, key: str, out: Path | None) -> int:
    """A published plan as a file, to be changed and published again."""
    plans = {plan.key: plan for plan in run(_plans(db))}
    if key not in plans:
        raise NotDoneError(f"There is no plan {key} in this log: {', '.join(sorted(plans))}.")
    write(plan_to_yaml(plans[key]).encode(), out)
    return WELL


async def _plans(db: str | None) -> list[Plan]:
    async with opened(db) as log:
        return list((await site_now(log)).plans.values())
