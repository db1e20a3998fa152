"""The commands without a window: pipe, verify, export, drill, admin. Each answers its exit code."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any, TypeVar

from app.models.entry import SITE, Stored
from app.models.text import Reader
from app.store.log import Head, LogError, SharedLog

T = TypeVar("T")
_ALL = sys.maxsize >> 32
"""Entries: no stream has so many."""
WELL, WRONG, IMPOSSIBLE = 0, 1, 2


def verify(db: str | None, file: Path | None) -> int:
    """Whole, or where each broken stream breaks."""
    from app.record.export import NotAnExportError
    from app.record.verify import Verdict, verify_export, verify_log

    async def check(url: str) -> Verdict:
        log = await _connect(url)
        try:
            return await verify_log(log)
        finally:
            await log.close()

    if (db is None) == (file is None):
        return _impossible("Name a log with --db URL, or an exported file; one of them.")
    try:
        verdict = _run(check(db)) if db else verify_export(_read(file))
    except (LogError, NotAnExportError, OSError) as error:
        return _impossible(str(error))
    for broken in verdict.breaks:
        print(f"BROKEN: stream {broken.stream}, entry #{broken.seq}: {broken.flaw.value}")
    told = f"{verdict.entries} entries in {verdict.streams} streams"
    print(f"whole: {told}" if verdict.whole else f"not whole: {told}")
    return WELL if verdict.whole else WRONG


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
        return _impossible("Name the log with --db URL.")
    try:
        exported = _run(fetch(db))
        if exported is None:
            return _impossible(f"There is no incident {incident} in this log.")
        _write(exported, out)
    except (LogError, OSError) as error:
        return _impossible(str(error))
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
        return _impossible("Name the log with --db URL.")
    try:
        reckoned = _run(reckon(db))
        if isinstance(reckoned, str):
            return _impossible(reckoned)
        _write(reckoned, out)
    except (LogError, OSError) as error:
        return _impossible(str(error))
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
        return _impossible(str(error))
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
    return asyncio.run(work)


def _read(file: Path | None) -> bytes:
    assert file is not None  # noqa: S101  the caller saw to it
    return file.read_bytes()


def _write(exported: bytes, out: Path | None) -> None:
    if out is None:
        sys.stdout.buffer.write(exported)
        sys.stdout.buffer.flush()
    else:
        out.write_bytes(exported)


def _impossible(why: str) -> int:
    print(why, file=sys.stderr)
    return IMPOSSIBLE
