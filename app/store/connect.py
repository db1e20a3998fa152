"""From a URL to a shared log."""

from __future__ import annotations

from typing import assert_never

from app.store.address import Kind, parse
from app.store.log import SharedLog


def log_at(url: str, *, make: bool = True) -> SharedLog:
    """The log that `url` means, not yet open. Raises `LogUnusable` if it means none.

    A file is made when it is opened, or brought up to date, unless that is not to be.
    """
    address = parse(url)
    # Each is imported only if it is used: that is a good part of the time to the first window.
    match address.kind:
        case Kind.MEMORY:
            from app.store.memory import MemoryLog

            return MemoryLog()
        case Kind.SQLITE:
            from app.store.sqlite import SqliteLog

            return SqliteLog(address.path, make=make)
        case Kind.POSTGRES:
            from app.store.postgres import PostgresLog

            return PostgresLog(url)
    assert_never(address.kind)


async def connect(url: str) -> SharedLog:
    """Open the log at `url`. Raises a `LogError`."""
    log = log_at(url)
    await log.open()
    return log
