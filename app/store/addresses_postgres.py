"""Addresses beside a log on PostgreSQL: recorders read them, commanders keep them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.store.addresses import Address, check_address, in_order
from app.store.addresses_sqlite import from_row, to_row

if TYPE_CHECKING:
    from app.store.beside_postgres import FilesLine  # which puts these beside the files

_ALL = "SELECT key, label, url, targets, language, for_drills, active FROM muster.addresses"
_KEEP = "SELECT muster.muster_keep_address($1, $2, $3, $4, $5, $6, $7)"
_DROP = "SELECT muster.muster_drop_address($1)"


class PostgresAddresses:
    """On the line that stands beside the log's own."""

    def __init__(self, line: FilesLine) -> None:
        self._line = line

    async def all(self) -> list[Address]:
        return in_order([from_row(*row) for row in await self._line.fetch(_ALL)])

    async def keep(self, address: Address) -> None:
        check_address(address)
        await self._line.fetch(_KEEP, *to_row(address))

    async def drop(self, key: str) -> None:
        await self._line.fetch(_DROP, key)
