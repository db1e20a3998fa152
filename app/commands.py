"""The commands without a window: verify, export, record, drill… Each answers its exit code."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from app.leaving import Abandoned
from app.models.command import PublishPlan
from app.models.entry import SITE, Stored
from app.models.people_file import PeopleChange
from app.models.plan import Plan
from app.models.problem import Reading
from app.models.site import Site
from app.models.text import Reader
from app.progress import Progress, passing
from app.store.log import Head, LogError, SharedLog

if TYPE_CHECKING:
    from app.record.printing import Order
    from app.record.verify_print import PrintVerdict
    from app.station.outright import By

T = TypeVar("T")
_ALL = sys.maxsize >> 32
"""Entries: no stream has so many."""
WELL, WRONG, IMPOSSIBLE = 0, 1, 2
_NAME_IT = "Name the log with --db URL."


def verify(db: str | None, files: Sequence[Path]) -> int:
    """Whole, or where each broken stream breaks; of a print, whether its log still is as it was."""
    if files and _is_pdf(files[0]):
        return verify_printed(db, files[0], files[1:])
    if len(files) > 1:
        return _impossible("Name one exported file, or a printed PDF and the exported file.")
    file = files[0] if files else None
    from app.record.export import NotAnExportError
    from app.record.verify import Verdict, verify_export, verify_log

    async def check(url: str) -> Verdict:
        log = await _connect(url)
        try:
            with Progress("Verifying", "entries") as progress:
                return await verify_log(log, progress)
        finally:
            await log.close()

    if (db is None) == (file is None):
        return _impossible("Name a log with --db URL, or an exported file; one of them.")
    try:
        verdict = _run(check(db)) if db else verify_export(_read(file))
    except (LogError, NotAnExportError, OSError) as error:
        return _impossible(_why(error))
    for broken in verdict.breaks:
        number = verdict.numbers[broken.stream]
        print(f"BROKEN: {number}, entry #{broken.seq}: {broken.flaw.value}")
    for number in verdict.absent:
        print(f"MISSING: {number}: all of its entries were removed from the log")
    told = f"{verdict.entries} entries in {verdict.streams} streams"
    print(f"whole: {told}" if verdict.whole else f"not whole: {told}")
    return WELL if verdict.whole else WRONG


def _is_pdf(file: Path) -> bool:
    if file.suffix.lower() == ".pdf":
        return True
    try:
        with file.open("rb") as content:
            return content.read(5) == b"%PDF-"
    except OSError:  # told where it is read
        return False


def verify_printed(db: str | None, file: Path, exported: Sequence[Path]) -> int:
    """Against the log, or against an exported file."""
    from app.record.export import NotAnExportError, read_export
    from app.record.printing import ALL
    from app.record.proof import NotARecordError, read_proof
    from app.record.verify_print import verify_print

    async def check(url: str, pdf: bytes) -> PrintVerdict:
        log = await _connect(url)
        try:
            stored = await log.read(read_proof(pdf).stream, limit=ALL)
            return verify_print(pdf, stored, is_all=True)
        finally:
            await log.close()

    if (db is None) == (not exported) or len(exported) > 1:
        return _impossible("Name the log with --db URL, or its exported file after the PDF.")
    try:
        pdf = file.read_bytes()
        if db:
            verdict = _run(check(db, pdf))
        else:
            held = read_export(exported[0].read_bytes())
            ours = held.stored if held.head.stream == read_proof(pdf).stream else ()
            verdict = verify_print(pdf, ours, is_all=False)
    except (LogError, NotARecordError, NotAnExportError, OSError) as error:
        return _impossible(_why(error))
    print(_told(verdict))
    return WELL if verdict.whole else WRONG


def _told(verdict: PrintVerdict) -> str:
    from app.record.verify_print import Finding

    proof = verdict.proof
    what = f"{proof.number or proof.stream}, {proof.form}, {proof.count} entries"
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


def record(db: str | None, incident: str, out: Path | None, order: Order) -> int:
    """Print one incident as a PDF, and enter in the log that it was.

    The whole file lies there before it is entered, and gets its name after: no print without an
    entry, and none of either when it fails.
    """
    from app.record.printing import enter_print, make_print
    from app.record.typeset import NotSetError

    async def make(url: str) -> bool:
        log = await _connect(url)
        try:
            head = _find(await log.heads(), incident)
            if head is None or not head.number:
                return False
            async with passing("Printing"):
                made = await make_print(log, head, order)
                with _laid(made.pdf, out) as put:
                    await enter_print(log, made)
                    put()
            return True
        finally:
            await log.close()

    if db is None:
        return _impossible(_NAME_IT)
    if out is not None and not out.parent.is_dir():
        return _impossible(f"There is no folder {out.parent}. Make it, or choose another.")
    try:
        if not _run(make(db)):
            return _impossible(f"There is no incident {incident} in this log.")
    except (LogError, NotSetError, OSError) as error:
        return _impossible(_why(error))
    return WELL


def people_import(db: str | None, file: Path, by: By, *, only_look: bool) -> int:
    """Add and change staff from a table: all of it, or nothing and every problem by its row."""
    from app.station.outright import RefusedError
    from app.station.people_import import import_people
    from app.store.sheet import NotASheetError

    async def take_in(url: str) -> Reading[PeopleChange]:
        log = await _connect(url)
        try:
            async with passing("Importing"):
                return await import_people(log, file, by, only_look=only_look)
        finally:
            await log.close()

    if db is None:
        return _impossible(_NAME_IT)
    try:
        reading = _run(take_in(db))
    except (LogError, NotASheetError, RefusedError, OSError) as error:
        return _impossible(_why(error))
    for problem in reading.problems:
        print(problem.english(), file=sys.stderr)
    if reading.value is None:
        print("Nothing was changed.", file=sys.stderr)
        return WRONG
    _tell_change(reading.value, only_look=only_look)
    return WELL


def _tell_change(change: PeopleChange, *, only_look: bool) -> None:
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


def people_export(db: str | None, out: Path | None) -> int:
    """The staff as CSV, which `people_import` takes again."""
    from app.models.people_file import people_table
    from app.store.sheet import to_csv

    if db is None:
        return _impossible(_NAME_IT)
    try:
        _write(to_csv(people_table(_run(_site(db)).people)), out)
    except (LogError, OSError) as error:
        return _impossible(_why(error))
    return WELL


def plan_publish(db: str | None, files: Sequence[Path], by: By) -> int:
    """Publish plan files: all of them, or none and every problem by its line."""
    from app.record.plancheck import read_plan_file
    from app.station.outright import RefusedError, record_outright, site_now

    async def publish(url: str, plans: Sequence[Plan]) -> None:
        log = await _connect(url)
        try:
            for plan in plans:
                try:
                    await record_outright(log, await site_now(log), PublishPlan(document=plan), by)
                    print(f"published: {plan.key}: {plan.title.en}")
                except RefusedError as refused:
                    if refused.code != "unchanged":
                        raise
                    print(f"just so already: {plan.key}: {plan.title.en}")
        finally:
            await log.close()

    if db is None:
        return _impossible(_NAME_IT)
    try:
        readings = [read_plan_file(file.read_bytes(), str(file)) for file in files]
        for problem in (each for reading in readings for each in reading.problems):
            print(problem.english(), file=sys.stderr)
        plans = [reading.value for reading in readings if reading.value]
        if len(plans) < len(files):
            print("Nothing was published.", file=sys.stderr)
            return WRONG
        _run(publish(db, plans))
    except (LogError, RefusedError, OSError) as error:
        return _impossible(_why(error))
    return WELL


def plan_export(db: str | None, key: str, out: Path | None) -> int:
    """A published plan as a file, to be changed and published again."""
    from app.models.planfile import plan_to_yaml

    if db is None:
        return _impossible(_NAME_IT)
    try:
        plans = {plan.key: plan for plan in _run(_site(db)).plans.values()}
        if key not in plans:
            return _impossible(f"There is no plan {key} in this log: {', '.join(sorted(plans))}.")
        _write(plan_to_yaml(plans[key]).encode(), out)
    except (LogError, OSError) as error:
        return _impossible(_why(error))
    return WELL


async def _site(url: str) -> Site:
    from app.station.outright import site_now

    log = await _connect(url)
    try:
        return await site_now(log)
    finally:
        await log.close()


def forms(
    db: str | None, plan: str | None, out: Path, *, language: Literal["en", "zh"],
    zone: tzinfo | None, phones: bool,
) -> int:  # fmt: skip
    """Empty forms of the plans that ship, or of those of a log with its site."""
    from app.record.empty import Blank, Empty, empty_form
    from app.record.printing import site_of
    from app.record.reader import PaperReader
    from app.record.typeset import NotSetError, pdf
    from app.store.bundled import bundled_plans

    async def fetch(url: str) -> Site:
        log = await _connect(url)
        try:
            return await site_of(log)
        finally:
            await log.close()

    try:
        site = _run(fetch(db)) if db else Site()
        found = site.plans.values() if db else [each for _, each in bundled_plans()]
        chosen = [each for each in found if plan in (None, each.key)]
        if not chosen:
            keys = ", ".join(sorted(each.key for each in found))
            return _impossible(f"There is no plan {plan}. There are: {keys or 'none'}.")
        out.mkdir(parents=True, exist_ok=True)
        for each in chosen:
            blank = Blank(plan=each, site=site, reader=PaperReader(language, zone),
                          now=datetime.now(UTC), phones=phones)  # fmt: skip
            for form in Empty:
                file = out / f"{each.key}-{form.value}-{language}.pdf"
                _write(pdf(empty_form(blank, form)), file)
                print(file)
    except (LogError, NotSetError, OSError) as error:
        return _impossible(_why(error))
    return WELL


def print_readiness(
    db: str | None, at: str | None, out: Path | None, *, language: Literal["en", "zh"],
    zone: tzinfo | None,
) -> int:  # fmt: skip
    """What each plan lacks now, or at an hour of the week as it was at its worst."""
    from app.models.week import read_hour
    from app.record.printing import site_of
    from app.record.reader import PaperReader
    from app.record.readiness import readiness_sheets, shown_at
    from app.record.typeset import NotSetError, pdf

    async def make(url: str, hour: int) -> bytes:
        log = await _connect(url)
        try:
            async with passing("Reckoning"):
                site, now = await site_of(log), await log.clock()
                drills = await _drills(log, site)
                shown = await asyncio.to_thread(shown_at, site, now, hour, zone, drills)
                return await asyncio.to_thread(
                    lambda: pdf(readiness_sheets(shown, PaperReader(language, zone)))
                )
        finally:
            await log.close()

    hour = read_hour(at) if at is not None else -1
    if db is None:
        return _impossible("Name the log with --db URL.")
    if hour is None:
        return _impossible(f"{at} is no hour of the week. Such look like mon-00 or sun-23.")
    try:
        _write(_run(make(db, hour)), out)
    except (LogError, NotSetError, OSError) as error:
        return _impossible(_why(error))
    return WELL


async def _drills(log: SharedLog, site: Site) -> Mapping[str, datetime] | None:
    """None where the archive cannot be asked: readiness is told all the same."""
    from app.store.archive import last_drills

    try:
        return await last_drills(log.beside.archive, site.plans.values())
    except LogError:
        return None


def export(db: str | None, incident: str, form: str, out: Path | None) -> int:
    from app.record.export import to_csv, to_json

    async def fetch(url: str) -> bytes | None:
        log = await _connect(url)
        try:
            head = _find(await log.heads(), incident)
            if head is None:
                return None
            stored = await log.read(head.stream, limit=_ALL)
            if form == "csv":
                return to_csv(head, stored)
            return to_json(head, stored, score=await _score_fields(log, head, stored))
        finally:
            await log.close()

    if db is None:
        return _impossible(_NAME_IT)
    try:
        exported = _run(fetch(db))
        if exported is None:
            return _impossible(f"There is no incident {incident} in this log.")
        _write(exported, out)
    except (LogError, OSError) as error:
        return _impossible(_why(error))
    return WELL


def export_everything(db: str | None, folder: Path | None) -> int:
    """All streams into a new folder, with how far it is; interrupted, it leaves nothing behind."""
    from app.record.export_all import export_all

    async def write(url: str, into: Path) -> int:
        log = await _connect(url)
        try:
            with Progress("Exporting", "entries") as progress:
                return await export_all(log, into, progress)
        finally:
            await log.close()

    if db is None or folder is None:
        return _impossible("Name the log with --db URL, and a new folder with -o FOLDER.")
    try:
        count = _run(write(db, folder))
    except (LogError, OSError) as error:
        return _impossible(_why(error))
    print(f"{count:,} streams in {folder}", file=sys.stderr)
    return WELL


async def _score_fields(
    log: SharedLog, head: Head, stored: Sequence[Stored]
) -> dict[str, Any] | None:
    """Of a drill that is over; None else."""
    if not head.drill:
        return None
    from app.record.scoring import score_fields, score_of

    _, found = score_of(stored, await log.read(SITE, limit=_ALL))
    return score_fields(found) if found else None


def drill_check(paths: Sequence[str], plan: str | None) -> int:
    """Against the plans that ship, and one of one's own."""
    from app.models.plan import Plan
    from app.record.drillcheck import check_drills, own_plan
    from app.store.bundled import bundled_plans, example_site

    plans = [each for _, each in bundled_plans()]
    if plan is not None:
        own = own_plan(plan, sys.stdout)
        if not isinstance(own, Plan):
            return own
        plans.insert(0, own)
    return check_drills(paths, plans, [example_site()], sys.stdout)


def drill_score(db: str | None, incident: str, form: str, language: str, out: Path | None) -> int:
    """The score of a drill that is over."""
    from app.models.score_words import score_text
    from app.record.scoring import score_csv, score_of

    async def reckon(url: str) -> bytes | str:
        log = await _connect(url)
        try:
            head = _find(await log.heads(), incident)
            if head is None:
                return f"There is no incident {incident} in this log."
            stored = await log.read(head.stream, limit=_ALL)
            drill, found = score_of(stored, await log.read(SITE, limit=_ALL))
        finally:
            await log.close()
        if not drill.course.drill:
            return f"{incident} is no drill: only drills have a score."
        if found is None:
            return f"The drill {incident} still runs. Declare it over first."
        if form == "csv":
            return score_csv(head.number, found)
        return score_text(head.number, drill, found, _reader(language)).encode()

    if db is None:
        return _impossible(_NAME_IT)
    try:
        reckoned = _run(reckon(db))
        if isinstance(reckoned, str):
            return _impossible(reckoned)
        _write(reckoned, out)
    except (LogError, OSError) as error:
        return _impossible(_why(error))
    return WELL


def _reader(language: str) -> Reader:
    """Reads in a language without a window."""
    import resources
    from app.presenters.reader import FileReader

    return FileReader(language, Path(resources.__file__).parent / "translations")


def admin(what: str, url: str) -> int:
    from app.store import admin as store

    async def act() -> None:
        match what:
            case "init":
                await store.init(url)
                await _publish_plans(url)
                print(f"Ready: {(await store.status(url)).place}")
            case "archive":
                await store.forget_archive(url)
                await _make_archive(url)
                print("The archive is made anew.")
            case "password":
                _keep_password(url)
            case "migrate":
                await store.migrate(url)
                print(f"Up to date: {(await store.status(url)).place}")
            case _:
                _print_status(await store.status(url))

    try:
        _run(act())
    except (LogError, OSError) as error:
        return _impossible(_why(error))
    return WELL


def _keep_password(url: str) -> None:
    """Ask for a login's password and keep it in the system's keyring, never in a file."""
    import getpass

    import keyring
    from keyring.errors import KeyringError

    from app.store.address import parse
    from app.store.postgres_line import KEYRING

    address = parse(url)
    try:
        keyring.set_password(KEYRING, address.account, getpass.getpass(f"{address.account}: "))
    except KeyringError as error:
        raise OSError(f"The system's keyring cannot be used: {error}") from error
    print(f"Kept in the system's keyring for {address.account}.")


async def _make_archive(url: str) -> None:
    """Ended early, the next search goes on where this stopped."""
    log = await _connect(url)
    try:
        archive, first = log.beside.archive, 0
        with Progress("Making the archive anew", "entries") as progress:
            while left := await archive.catch_up():
                first = max(first, left)
                progress(first - left, first)
    finally:
        await log.close()


async def _publish_plans(url: str) -> None:
    from app.station.seed import publish_bundled_plans

    log = await _connect(url)
    try:
        await publish_bundled_plans(log)
    finally:
        await log.close()


def _print_status(status: Any) -> None:
    for name in status.__struct_fields__:
        print(f"{name.replace('_', ' '):<16} {getattr(status, name)}")


def _find(heads: list[Head], incident: str) -> Head | None:
    return next((head for head in heads if incident in (head.number, head.stream)), None)


async def _connect(url: str) -> SharedLog:
    """Of a log that is there: asking about one must not begin one."""
    from app.store.address import Kind, parse
    from app.store.connect import connect

    address = parse(url)
    if address.kind is Kind.SQLITE and not address.path.exists():
        raise FileNotFoundError(f"There is no file {address.path}. Check the path.")

    return await connect(url)


def _run(work: Coroutine[Any, Any, T]) -> T:
    """As `asyncio.run`, but interrupted it waits for none of its threads. Raises `Abandoned`."""
    with asyncio.Runner() as runner:
        try:
            return runner.run(work)
        except KeyboardInterrupt as interrupt:
            runner.get_loop().set_default_executor(ThreadPoolExecutor())  # it is ended at once
            raise Abandoned from interrupt


def _read(file: Path | None) -> bytes:
    assert file is not None  # noqa: S101  the caller saw to it
    return file.read_bytes()


def _write(exported: bytes, out: Path | None) -> None:
    with _laid(exported, out) as put:
        put()


@contextmanager
def _laid(content: bytes, out: Path | None) -> Iterator[Callable[[], None]]:
    """What puts the file in its place, when all else went well; else nothing is left.

    Standard output and devices get it then.
    """
    from app.store.disk import Laid, can_be_replaced

    if out is None or (out.exists() and not out.is_file() and not out.is_dir()):
        yield lambda: _pour(content, out)
        return
    out = out.resolve()
    can_be_replaced(out)
    laid = Laid(out.parent, content)
    try:
        yield lambda: laid.put_over(out)
    finally:
        laid.drop()


def _pour(content: bytes, out: Path | None) -> None:
    if out is not None:
        out.write_bytes(content)
        return
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _why(error: Exception) -> str:
    """Of a file, which and why, as a sentence."""
    if not isinstance(error, OSError) or not error.strerror:
        return str(error)
    if isinstance(error, FileNotFoundError) and error.filename:
        return f"There is no file {error.filename}. Check the path."
    return ": ".join(map(str, filter(None, (error.filename, error.strerror)))) + "."


def _impossible(why: str) -> int:
    print(why, file=sys.stderr)
    return IMPOSSIBLE
