"""Addresses beside a log in memory."""

from __future__ import annotations

from collections.abc import Callable

from app.store.addresses import Address, check_address, in_order


class MemoryAddresses:
    """`check_open` raises while the log is not open."""

    def __init__(self, check_open: Callable[[], None]) -> None:
        self._check_open = check_open
        self._kept: dict[str, Address] = {}

    async def all(self) -> list[Address]:
        self._check_open()
        return in_order(list(self._kept.values()))

    async def keep(self, address: Address) -> None:
        self._check_open()
        check_address(address)
        self._kept[address.key] = address

    async def drop(self, key: str) -> None:
        self._check_open()
        self._kept.pop(key, None)
