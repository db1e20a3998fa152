"""Where messages go: addresses kept beside the log, since they hold passwords and tokens."""

from __future__ import annotations

from typing import Protocol

import msgspec

from app.models.decisions.fitness import TITLE_LIMIT
from app.models.text import Phrase
from app.store.log import LogRefused
from app.store.words import why

EVERY_TARGET = "*"
"""Among `Address.targets`: it is offered for every notification of every plan."""

LIMIT = 2_000
"""The most characters in one text of an address."""

LABEL_LIMIT = TITLE_LIMIT
"""The same of its label, which stands in the log."""

LANGUAGES = ("zh", "en")


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """`url` is an apprise URL, which says service, server and secrets at once.

    `targets` are notifications as `plan/notification`, or `EVERY_TARGET`. Its `key` stands in the
    log with each message, and `label` as whom it was sent to; the rest never does.
    """

    key: str
    label: str
    url: str
    targets: tuple[str, ...] = ()
    language: str = "zh"
    for_drills: bool = False
    active: bool = True

    def __repr__(self) -> str:
        """Without the URL: what is printed in a log or a traceback must hold no secrets."""
        return f"Address({self.key!r}, {self.label!r})"

    def takes(self, plan: str, target: str) -> bool:
        """Whether it is for a notification of a plan, both by key."""
        return EVERY_TARGET in self.targets or f"{plan}/{target}" in self.targets

    def is_open_to(self, *, drill: bool) -> bool:
        """A drill goes only to those chosen for drills."""
        return self.active and (self.for_drills or not drill)


class Addresses(Protocol):
    """Read and changed by stations whose login may: `migrations/versions/r0004_guard.sql`."""

    async def all(self) -> list[Address]:
        """By label and key. Raises `LogRefused` for who may not read them."""

    async def keep(self, address: Address) -> None:
        """Add it, or put it in the place of the one with its key.

        Raises `AddressRefused` for what has no form, `LogRefused` for who may not write.
        """

    async def drop(self, key: str) -> None:
        """Gone for good. Harmless if there is none."""


class AddressRefused(LogRefused):
    """No address may look like this."""


def check_address(address: Address) -> None:
    """Raise for what no store keeps."""
    texts = (address.key, address.label, address.url, *address.targets)
    if not all((address.key.strip(), address.label.strip(), address.url.strip())):
        raise AddressRefused(_refused(address, "key, name and URL must not be empty"))
    if any(len(text) > LIMIT or not text.isprintable() for text in texts):
        raise AddressRefused(_refused(address, f"at most {LIMIT} characters, all printable"))
    if len(address.label) > LABEL_LIMIT:
        raise AddressRefused(_refused(address, f"a name has at most {LABEL_LIMIT} characters"))
    if address.language not in LANGUAGES:
        raise AddressRefused(_refused(address, "its language is neither zh nor en"))


def in_order(addresses: list[Address]) -> list[Address]:
    return sorted(addresses, key=lambda address: (address.label.casefold(), address.key))


def _refused(address: Address, said: str) -> Phrase:
    return why("address_refused", label=address.label[:80], said=said)
