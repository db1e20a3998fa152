"""`muster export`: one stream as JSON or CSV, or everything into a folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.commands.shared import ALL, WELL, NotDoneError, command, head_of, opened, run, write
from app.models.entry import SITE, Stored
from app.models.text import by_number
from app.progress import Progress
from app.record.export import to_csv, to_json
from app.record.export_all import export_all
from app.record.scoring import score_fields, score_of
from app.store.log import Head, SharedLog


@command()
def export(db: str | None, incident: str, form: str, out: Path | None) -> int:
    write(run(_exported(db, incident, form)), out)
    return WELL


async def _exported(db: str | None, incident: str, form: str) -> bytes:
    async with opened(db) as log:
        head = await head_of(log, incident)
        stored = await log.read(head.stream, limit=ALL)
        if form == "csv":
            return to_csv(head, stored)
        return to_json(head, stored, score=await _score_fields(log, head, stored))


async def _score_fields(
    log: SharedLog, head: Head, stored: Sequence[Stored]
) -> dict[str, Any] | None:
    """Of a drill that is over; None else."""
    if not head.drill:
        return None
    _, found = score_of(stored, await log.read(SITE, limit=ALL))
    return score_fields(found) if found else None


@command()
def export_everything(db: str | None, folder: Path | None) -> int:
    """All streams into a new folder, with how far it is; interrupted, it leaves nothing behind."""
    if db is None or folder is None:
        raise NotDoneError("Name the log with --db URL, and a new folder with -o FOLDER.")
    count = run(_export_all(db, folder))
    streams = by_number(count, "stream", "streams")
    print(f"{count:,} {streams} in {folder}", file=sys.stderr)
    return WELL


async def _export_all(db: str, folder: Path) -> int:
    async with opened(db) as log:
        with Progress("Exporting", "entries") as progress:
            return await export_all(log, folder, progress)
