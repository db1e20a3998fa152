"""What all commands share: a log that is open, a file that is whole or not there, an exit code."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from app.leaving import Abandoned
from app.store.address import Kind, parse
from app.store.connect import connect
from app.store.disk import Laid, can_be_replaced
from app.store.log import Head, LogError, SharedLog

WELL, WRONG, IMPOSSIBLE = 0, 1, 2
ALL = sys.maxsize >> 32
"""Entries: no stream has so many."""

P = ParamSpec("P")
T = TypeVar("T")


class NotDoneError(Exception):
    """What was asked cannot be done; the text says why, and what to do."""


def command(*errors: type[Exception]) -> Callable[[Callable[P, int]], Callable[P, int]]:
    """Tells on standard error why it could not be done; `errors` are told by their text too."""

    tellable: tuple[type[Exception], ...] = (NotDoneError, LogError, OSError, *errors)

    def told(work: Callable[P, int]) -> Callable[P, int]:
        @wraps(work)
        def worked(*args: P.args, **kwargs: P.kwargs) -> int:
            try:
                return work(*args, **kwargs)
            except tellable as error:
                print(_why(error), file=sys.stderr)
                return IMPOSSIBLE

        return worked

    return told


def _why(error: Exception) -> str:
    """Of a file, which and why, as a sentence."""
    if not isinstance(error, OSError) or not error.strerror:
        return str(error)
    if isinstance(error, FileNotFoundError) and error.filename:
        return f"There is no file {error.filename}. Check the path."
    return ": ".join(map(str, filter(None, (error.filename, error.strerror)))) + "."


def run(work: Coroutine[Any, Any, T]) -> T:
    """As `asyncio.run`, but interrupted it waits for none of its threads. Raises `Abandoned`."""
    with asyncio.Runner() as runner:
        try:
            return runner.run(work)
        except KeyboardInterrupt as interrupt:
            runner.get_loop().set_default_executor(ThreadPoolExecutor())  # it is ended at once
            raise Abandoned from interrupt


@asynccontextmanager
async def opened(db: str | None) -> AsyncIterator[SharedLog]:
    """The log of `--db`, which must be there: asking about one must not begin one.

    Raises `NotDoneError` if none is named, `FileNotFoundError`, or a `LogError`.
    """
    if db is None:
        raise NotDoneError("Name the log with --db URL.")
    must_be_there(db)
    log = await connect(db)
    try:
        yield log
    finally:
        await log.close()


def must_be_there(db: str) -> None:
    """Raises `FileNotFoundError` for a file that is not; a server says so itself."""
    address = parse(db)
    if address.kind is Kind.SQLITE and not address.path.exists():
        raise FileNotFoundError(f"There is no file {address.path}. Check the path.")


async def head_of(log: SharedLog, incident: str) -> Head:
    """By the number people see, or by the name of the stream. Raises `NotDoneError`."""
    heads = await log.heads()
    found = next((head for head in heads if incident in (head.number, head.stream)), None)
    if found is None:
        raise NotDoneError(f"There is no incident {incident} in this log.")
    return found


def write(content: bytes, out: Path | None, *, private: bool = False) -> None:
    with laid(content, out, private=private) as put:
        put()


@contextmanager
def laid(
    content: bytes, out: Path | None, *, private: bool = False
) -> Iterator[Callable[[], None]]:
    """What puts the file in its place, when all else went well; else nothing is left.

    `private`: only who wrote it can read it, for there are personal details in it. Standard output
    (None) and devices get it then.
    """
    if out is None or (out.exists() and not out.is_file() and not out.is_dir()):
        yield lambda: _pour(content, out)
        return
    out = out.resolve()
    can_be_replaced(out)
    whole = Laid(out.parent, content, private=private)
    try:
        yield lambda: whole.put_over(out)
    finally:
        whole.drop()


def _pour(content: bytes, out: Path | None) -> None:
    if out is not None:
        out.write_bytes(content)
        return
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
