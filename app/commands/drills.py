"""`muster drill`: checking scripts, and the score of a drill that is over."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import resources
from app.commands.shared import ALL, WELL, NotDoneError, command, head_of, opened, run, write
from app.models.entry import SITE
from app.models.plan import Plan
from app.models.score_words import score_text
from app.models.text import Reader
from app.record.drillcheck import check_drills, own_plan
from app.record.scoring import score_csv, score_of
from app.store.bundled import bundled_plans, example_site


def drill_check(paths: Sequence[str], plan: str | None) -> int:
    """Against the plans that ship, and one of one's own."""
    plans = [each for _, each in bundled_plans()]
    if plan is not None:
        own = own_plan(plan, sys.stdout)
        if not isinstance(own, Plan):
            return own
        plans.insert(0, own)
    return check_drills(paths, plans, [example_site()], sys.stdout)


@command()
def drill_score(db: str | None, incident: str, form: str, language: str, out: Path | None) -> int:
    """The score of a drill that is over."""
    write(run(_score(db, incident, form, language)), out)
    return WELL


async def _score(db: str | None, incident: str, form: str, language: str) -> bytes:
    async with opened(db) as log:
        head = await head_of(log, incident)
        stored = await log.read(head.stream, limit=ALL)
        drill, found = score_of(stored, await log.read(SITE, limit=ALL))
    if not drill.course.drill:
        raise NotDoneError(f"{incident} is no drill: only drills have a score.")
    if found is None:
        raise NotDoneError(f"The drill {incident} still runs. Declare it over first.")
    if form == "csv":
        return score_csv(head.number, found)
    return score_text(head.number, drill, found, _reader(language)).encode()


def _reader(language: str) -> Reader:
    """Reads in a language without a window."""
    from app.presenters.reader import FileReader  # Qt, which a table does without

    return FileReader(language, Path(resources.__file__).parent / "translations")
