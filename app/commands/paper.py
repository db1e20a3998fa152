"""What goes on paper: `muster record`, `muster forms`, `muster readiness`."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from app.commands.shared import WELL, NotDoneError, command, head_of, laid, opened, run, write
from app.models.plan import Plan
from app.models.prints import PaperLanguage
from app.models.site import Site
from app.models.week import read_hour
from app.progress import passing
from app.record.empty import Blank, Empty, empty_form
from app.record.printing import Order, enter_print, make_print, site_of
from app.record.reader import PaperReader
from app.record.readiness import readiness_sheets, shown_at
from app.record.typeset import NotSetError, pdf
from app.store.archive import last_drills
from app.store.bundled import bundled_plans
from app.store.log import LogError, SharedLog


@command(NotSetError)
def record(db: str | None, incident: str, out: Path | None, order: Order) -> int:
    """Print one incident as a PDF, and enter in the log that it was.

    The whole file lies there before it is entered, and gets its name after: no print without an
    entry, and none of either when it fails.
    """
    if out is not None and not out.parent.is_dir():
        raise NotDoneError(f"There is no folder {out.parent}. Make it, or choose another.")
    run(_print(db, incident, out, order))
    return WELL


async def _print(db: str | None, incident: str, out: Path | None, order: Order) -> None:
    async with opened(db) as log:
        head = await head_of(log, incident)
        if not head.number:
            raise NotDoneError(f"There is no incident {incident} in this log.")
        async with passing("Printing"):
            made = await make_print(log, head, order)
            with laid(made.pdf, out, private=order.contacts) as put:
                await enter_print(log, made)
                put()


@command(NotSetError)
def forms(
    db: str | None, plan: str | None, out: Path, *, language: PaperLanguage, zone: tzinfo | None,
    phones: bool,
) -> int:  # fmt: skip
    """Empty forms of the plans that ship, or of those of a log with its site."""
    site = run(_site(db)) if db else Site()
    found = list(site.plans.values()) if db else [each for _, each in bundled_plans()]
    chosen = [each for each in found if plan in (None, each.key)]
    if not chosen:
        keys = ", ".join(sorted(each.key for each in found))
        raise NotDoneError(f"There is no plan {plan}. There are: {keys or 'none'}.")
    out.mkdir(parents=True, exist_ok=True)
    for each in chosen:
        _write_forms(each, site, out, language, zone, phones=phones)
    return WELL


async def _site(db: str) -> Site:
    async with opened(db) as log:
        return await site_of(log)


def _write_forms(
    plan: Plan, site: Site, out: Path, language: PaperLanguage, zone: tzinfo | None, *,
    phones: bool,
) -> None:  # fmt: skip
    blank = Blank(
        plan=plan, site=site, reader=PaperReader(language, zone), now=datetime.now(UTC),
        phones=phones,
    )  # fmt: skip
    for form in Empty:
        file = out / f"{plan.key}-{form.value}-{language}.pdf"
        write(pdf(empty_form(blank, form)), file, private=phones)
        print(file)


@command(NotSetError)
def print_readiness(
    db: str | None, at: str | None, out: Path | None, *, language: PaperLanguage,
    zone: tzinfo | None,
) -> int:  # fmt: skip
    """What each plan lacks now, or at an hour of the week as it was at its worst."""
    hour = read_hour(at) if at is not None else -1
    if hour is None:
        raise NotDoneError(f"{at} is no hour of the week. Such look like mon-00 or sun-23.")
    write(run(_readiness(db, hour, language, zone)), out)
    return WELL


async def _readiness(
    db: str | None, hour: int, language: PaperLanguage, zone: tzinfo | None
) -> bytes:
    async with opened(db) as log, passing("Reckoning"):
        site, now = await site_of(log), await log.clock()
        drills = await _drills(log, site)
        shown = await asyncio.to_thread(shown_at, site, now, hour, zone, drills)
        return await asyncio.to_thread(
            lambda: pdf(readiness_sheets(shown, PaperReader(language, zone)))
        )


async def _drills(log: SharedLog, site: Site) -> Mapping[str, datetime] | None:
    """None where the archive cannot be asked: readiness is told all the same."""
    try:
        return await last_drills(log.beside.archive, site.plans.values())
    except LogError:
        return None
