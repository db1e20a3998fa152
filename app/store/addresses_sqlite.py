"""Addresses beside a log in a SQLite file, in the same file."""

from __future__ import annotations

import msgspec

from app.store.addresses import Address, check_address, in_order
from app.store.sqlite_thread import SqliteThread

_ALL = "SELECT key, label, url, targets, language, for_drills, active FROM addresses"
_KEEP = """
    INSERT INTO addresses (key, label, url, targets, language, for_drills, active)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET label = excluded.label, url = excluded.url,
        targets = excluded.targets, language = excluded.language,
        for_drills = excluded.for_drills, active = excluded.active
"""
_DROP = "DELETE FROM addresses WHERE key = ?"


class SqliteAddresses:
    def __init__(self, thread: SqliteThread) -> None:
        self._thread = thread

    async def all(self) -> list[Address]:
        found = await self._thread.ask(lambda c: c.execute(_ALL).fetchall())
        return in_order([from_row(*row) for row in found])

    async def keep(self, address: Address) -> None:
        check_address(address)
        await self._thread.ask(lambda c: c.execute(_KEEP, to_row(address)).close())

    async def drop(self, key: str) -> None:
        await self._thread.ask(lambda c: c.execute(_DROP, (key,)).close())


def to_row(address: Address) -> tuple[str, str, str, str, str, bool, bool]:
    """`targets` go as JSON, in one column."""
    targets = msgspec.json.encode(address.targets).decode()
    return (
        address.key, address.label, address.url, targets, address.language,
        address.for_drills, address.active,
    )  # fmt: skip


def from_row(
    key: str, label: str, url: str, targets: str, language: str, for_drills: int, active: int
) -> Address:
    return Address(
        key=key, label=label, url=url, language=language, for_drills=bool(for_drills),
        active=bool(active), targets=msgspec.json.decode(targets, type=tuple[str, ...]),
    )  # fmt: skip
