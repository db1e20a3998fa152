"""`muster verify`: a log, an exported file, or a print against either of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.commands.shared import ALL, WELL, WRONG, NotDoneError, command, opened, run
from app.models.text import by_number
from app.progress import Progress
from app.record.export import NotAnExportError, read_export
from app.record.proof import NotARecordError, read_proof
from app.record.verify import Verdict, verify_export, verify_log
from app.record.verify_print import Finding, PrintVerdict, verify_print


@command(NotAnExportError, NotARecordError)
def verify(db: str | None, files: Sequence[Path]) -> int:
    """Whole, or where each broken stream breaks; of a print, whether its log still is as it was."""
    if files and _is_pdf(files[0]):
        return _verify_printed(db, files[0], files[1:])
    if len(files) > 1:
        raise NotDoneError("Name one exported file, or a printed PDF and the exported file.")
    if (db is None) == (not files):
        raise NotDoneError("Name a log with --db URL, or an exported file; one of them.")
    verdict = verify_export(files[0].read_bytes()) if files else run(_verified(db))
    for broken in verdict.breaks:
        number = verdict.numbers[broken.stream]
        print(f"BROKEN: {number}, entry #{broken.seq}: {broken.flaw.value}")
    for number in verdict.absent:
        print(f"MISSING: {number}: all of its entries were removed from the log")
    told = f"{_so_many(verdict.entries, 'entry', 'entries')} in "
    told += _so_many(verdict.streams, "stream", "streams")
    print(f"whole: {told}" if verdict.whole else f"not whole: {told}")
    return WELL if verdict.whole else WRONG


async def _verified(db: str | None) -> Verdict:
    async with opened(db) as log:
        with Progress("Verifying", "entries") as progress:
            return await verify_log(log, progress)


def _is_pdf(file: Path) -> bool:
    if file.suffix.lower() == ".pdf":
        return True
    try:
        with file.open("rb") as content:
            return content.read(5) == b"%PDF-"
    except OSError:  # told where it is read
        return False


def _verify_printed(db: str | None, file: Path, exported: Sequence[Path]) -> int:
    """Against the log, or against an exported file."""
    if (db is None) == (not exported) or len(exported) > 1:
        raise NotDoneError("Name the log with --db URL, or its exported file after the PDF.")
    pdf = file.read_bytes()
    if db is not None:
        verdict = run(_print_verified(db, pdf))
    else:
        held = read_export(exported[0].read_bytes())
        ours = held.stored if held.head.stream == read_proof(pdf).stream else ()
        verdict = verify_print(pdf, ours, is_all=False)
    print(_told(verdict))
    return WELL if verdict.whole else WRONG


async def _print_verified(db: str, pdf: bytes) -> PrintVerdict:
    async with opened(db) as log:
        stored = await log.read(read_proof(pdf).stream, limit=ALL)
        return verify_print(pdf, stored, is_all=True)


def _so_many(count: int, one: str, many: str) -> str:
    return f"{count} {by_number(count, one, many)}"


def _told(verdict: PrintVerdict) -> str:
    proof = verdict.proof
    count = _so_many(proof.count, "entry", "entries")
    what = f"{proof.number or proof.stream}, {proof.form}, {count}"
    still = "the log still is what was printed"
    match verdict.finding:
        case Finding.WHOLE:
            since = f"; {verdict.since} more since" if verdict.since else ""
            entry = "" if verdict.entered else "; the export has no entry of this print yet"
            return f"whole: {what}: {still}{since}{entry}"
        case Finding.ABSENT:
            return f"NOT WHOLE: {what}: this incident is not in the log"
        case Finding.SHORTENED if verdict.is_later:
            return f"NOT WHOLE: {what}: {still}, but #{verdict.seq}, written later, is missing"
        case Finding.SHORTENED:
            return f"NOT WHOLE: {what}: the log has been shortened, #{verdict.seq} is missing"
        case Finding.ALTERED if verdict.is_later:
            return f"NOT WHOLE: {what}: {still}, but was altered later, at #{verdict.seq}"
        case Finding.ALTERED:
            return f"NOT WHOLE: {what}: the log has been altered, at or before #{verdict.seq}"
        case Finding.REWRITTEN:
            return (
                f"NOT WHOLE: {what}: the log is whole in itself, but not the one that was printed: "
                f"it was written anew at or before #{verdict.seq}, or this is no genuine print"
            )
        case Finding.OTHER_FILE:
            return (
                f"NOT AS PRINTED: {what}: the log is whole, but no entry says that this file was "
                "printed: it was changed afterwards, or made from elsewhere"
            )
