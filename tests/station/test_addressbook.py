"""The addresses that a station knows: changed by several at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import msgspec

from app.station.addressbook import AddressBook
from app.store.addresses import Address
from app.store.addresses_memory import MemoryAddresses


class Far(MemoryAddresses):
    """Every answer takes a while."""

    async def all(self) -> list[Address]:
        await asyncio.sleep(0)
        return await super().all()

    async def keep(self, address: Address) -> None:
        await asyncio.sleep(0)
        await super().keep(address)


def ticking(target: str) -> Callable[[Address], Address]:
    return lambda each: msgspec.structs.replace(each, targets=(*each.targets, target))


async def test_that_changes_of_one_moment_are_all_kept() -> None:
    kept = Far(lambda: None)
    here, there = (AddressBook(kept, lambda _where, _error: None) for _ in range(2))
    await here.keep(Address(key="a", label="A", url="json://example"))
    await asyncio.gather(*(here.change("a", ticking(target)) for target in ("p/one", "p/two")))
    await there.change("a", ticking("p/three"))
    assert [each.targets for each in await kept.all()] == [("p/one", "p/two", "p/three")]


async def test_that_what_was_removed_meanwhile_stays_so() -> None:
    kept = Far(lambda: None)
    here, there = (AddressBook(kept, lambda _where, _error: None) for _ in range(2))
    await here.keep(Address(key="a", label="A", url="json://example"))
    await there.drop("a")
    await here.change("a", ticking("p/one"))
    assert await kept.all() == []
