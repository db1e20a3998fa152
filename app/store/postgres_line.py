"""One connection to PostgreSQL: dialling it, and asking through it within a time."""

from __future__ import annotations

import asyncio
from typing import Any

import asyncpg
from asyncpg.connect_utils import SessionAttribute

from app.store.address import Address
from app.store.log import LogAway, LogUnusable
from app.store.postgres_errors import refused_otherwise, translate
from app.store.watchdog import Watchdog
from app.store.words import why

DIAL_WITHIN = 4.0
"""Seconds to connect, so that a dead line shows within 5."""

KEYRING = "muster"
"""The service under which passwords are kept in the system's keyring, by `Address.account`."""

_SETTINGS = {
    "application_name": "muster",
    # A station that vanished must not hold one of the server's connections for hours.
    "tcp_keepalives_idle": "20",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "4",
}


async def dial(address: Address, **settings: str) -> asyncpg.Connection[asyncpg.Record]:
    """Connect; `settings` are the session's. Raises a `LogError`."""
    password = address.password or await asyncio.to_thread(_remembered, address)
    try:
        return await asyncpg.connect(
            address.url,
            password=password,
            timeout=DIAL_WITHIN,
            target_session_attrs=None if address.any_host else SessionAttribute.primary,
            server_settings={**_SETTINGS, **settings},
        )
    except (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError,
            OSError, TimeoutError) as error:  # fmt: skip
        raise translate(error, address) or refused_otherwise(error, address) from error
    except (ValueError, OverflowError):
        # What it says may be a part of the password, which is why the address could not be read.
        raise LogUnusable(why("address")) from None


def _remembered(address: Address) -> str | None:
    if address.hosts.startswith("/"):
        return None  # a local socket knows who asks
    import keyring  # here, because it is slow to import and seldom needed
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(KEYRING, address.account)
    except KeyringError:
        return None


class Line:
    """A connection that is asked one thing at a time, each within a time."""

    def __init__(self, connection: asyncpg.Connection[asyncpg.Record], address: Address) -> None:
        self.connection = connection
        self._address = address
        self._turn = asyncio.Lock()
        # Cutting the line is cheaper than a cancellable wait, and it does not ask the server to
        # cancel, which over a stalled line would itself stall.
        self._watchdog = Watchdog(connection.terminate)

    @property
    def place(self) -> str:
        return self._address.place

    async def fetch(self, sql: str, *args: Any, within: float) -> list[asyncpg.Record]:
        """Raises `LogAway` after `within` seconds, and gives the connection up."""
        async with self._turn:
            self._watchdog.begin(within)
            try:
                return await self.connection.fetch(sql, *args)
            except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
                raise self._translated(error) from error
            except asyncpg.InternalClientError as error:
                # Asked in the moment between the server's good-bye and the end of the line.
                self.connection.terminate()
                raise LogAway(why("broken_line", place=self.place)) from error
            finally:
                self._watchdog.end()

    def _translated(self, error: Exception) -> Exception:
        if self.connection.is_closed():
            return LogAway(why("broken_line", place=self.place))
        return translate(error, self._address) or error

    async def close(self) -> None:
        """Say good-bye, but do not wait long for an answer."""
        self._watchdog.begin(1.0)
        try:
            await self.connection.close()
        except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
            self.connection.terminate()
        finally:
            self._watchdog.end()
