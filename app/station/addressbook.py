"""The addresses that this station knows: as last read beside the shared log, in memory only."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from app.models.plan import Plan
from app.station.listeners import Listeners
from app.store.addresses import Address, Addresses
from app.store.log import LogError


class AddressBook:
    """Never written to this machine's disk, since addresses hold passwords and tokens.

    So a station goes on sending while the shared log is away, but not if it starts meanwhile.
    """

    def __init__(self, kept: Addresses, failed: Callable[[str, Exception], None]) -> None:
        self._kept = kept
        self._read_at = -1.0
        self._turn = asyncio.Lock()
        self.known: tuple[Address, ...] = ()
        self.changed: Listeners[None] = Listeners(failed)

    @property
    def is_read(self) -> bool:
        """Whether they ever were: before that it is not known what there is."""
        return self._read_at >= 0

    def get(self, key: str) -> Address | None:
        return next((address for address in self.known if address.key == key), None)

    def open_to(self, *, drill: bool) -> list[Address]:
        return [address for address in self.known if address.is_open_to(drill=drill)]

    def addresses_for(self, plan: Plan, target: str, *, drill: bool) -> list[Address]:
        """Those that a notification of the plan goes to."""
        return [each for each in self.open_to(drill=drill) if each.takes(plan.key, target)]

    async def refresh(self, *, older_than: float = 0.0) -> None:
        """Read them anew if that was so many seconds ago; what is known stays if that fails."""
        now = asyncio.get_running_loop().time()
        if self.is_read and now - self._read_at < older_than:
            return
        try:
            found = tuple(await self._kept.all())
        except LogError:
            return
        news = not self.is_read or found != self.known
        self.known, self._read_at = found, now
        if news:
            self.changed.tell(None)

    async def keep(self, address: Address) -> None:
        """Raises a `LogError`: then nothing was kept."""
        await self._kept.keep(address)
        await self.refresh()

    async def change(self, key: str, change: Callable[[Address], Address]) -> None:
        """One after the other, of what it is by then: no change undoes another.

        What was dropped stays so. Raises a `LogError`: then nothing was changed.
        """
        async with self._turn:
            await self.refresh()
            address = self.get(key)
            if address is not None:
                await self.keep(change(address))

    async def drop(self, key: str) -> None:
        """Raises a `LogError`: then it is still there."""
        await self._kept.drop(key)
        await self.refresh()
