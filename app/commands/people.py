"""`muster people`: the staff from a table, and into one."""

from __future__ import annotations

import sys
from pathlib import Path

from app.commands.shared import WELL, WRONG, command, opened, run, write
from app.models.people_file import PeopleChange, people_table
from app.models.problem import Reading
from app.models.site import Site
from app.progress import passing
from app.station.outright import By, RefusedError, site_now
from app.station.people_import import import_people
from app.store.sheet import NotASheetError, to_csv


@command(NotASheetError, RefusedError)
def people_import(db: str | None, file: Path, by: By, *, only_look: bool) -> int:
    """Add and change staff from a table: all of it, or nothing and every problem by its row."""
    reading = run(_take_in(db, file, by, only_look=only_look))
    for problem in reading.problems:
        print(problem.english(), file=sys.stderr)
    if reading.value is None:
        print("Nothing was changed.", file=sys.stderr)
        return WRONG
    _tell(reading.value, only_look=only_look)
    return WELL


async def _take_in(db: str | None, file: Path, by: By, *, only_look: bool) -> Reading[PeopleChange]:
    async with opened(db) as log, passing("Importing"):
        return await import_people(log, file, by, only_look=only_look)


def _tell(change: PeopleChange, *, only_look: bool) -> None:
    would = "would be " if only_look else ""
    for what, names in (("new", change.added), ("changed", change.changed)):
        for name in names:
            print(f"{would}{what}: {name}")
    duty = change.set_people
    print(
        f"{len(change.added)} new, {len(change.changed)} changed, {change.same} as they were; "
        f"{len(duty.on_duty)} on duty, {len(duty.off_duty)} off duty"
        + (" (nothing recorded)" if only_look else "")
    )


@command()
def people_export(db: str | None, out: Path | None) -> int:
    """The staff as CSV, which `people_import` takes again."""
    write(to_csv(people_table(run(_site(db)).people)), out)
    return WELL


async def _site(db: str | None) -> Site:
    async with opened(db) as log:
        return await site_now(log)
