"""`muster admin`: make a database ready, bring it up to date, say how it is."""

from __future__ import annotations

import getpass

import keyring
from keyring.errors import KeyringError

from app.commands.shared import WELL, command, must_be_there, opened, run
from app.progress import Progress
from app.station.seed import publish_bundled_plans
from app.store import admin as store
from app.store.address import parse
from app.store.postgres_line import KEYRING


@command()
def admin(what: str, url: str) -> int:
    run(_do(what, url))
    return WELL


async def _do(what: str, url: str) -> None:
    match what:
        case "init":
            await store.init(url)
            async with opened(url) as log:
                await publish_bundled_plans(log)
            print(f"Ready: {(await store.status(url)).place}")
        case "archive":
            await store.forget_archive(url)
            await _make_archive(url)
            print("The archive is made anew.")
        case "password":
            _keep_password(url)
        case "migrate":
            await store.migrate(url)
            print(f"Up to date: {(await store.status(url)).place}")
        case _:
            must_be_there(url)
            _tell(await store.status(url))


def _keep_password(url: str) -> None:
    """Ask for a login's password and keep it in the system's keyring, never in a file."""
    address = parse(url)
    try:
        keyring.set_password(KEYRING, address.account, getpass.getpass(f"{address.account}: "))
    except KeyringError as error:
        raise OSError(f"The system's keyring cannot be used: {error}") from error
    print(f"Kept in the system's keyring for {address.account}.")


async def _make_archive(url: str) -> None:
    """Ended early, the next search goes on where this stopped."""
    async with opened(url) as log:
        archive, first = log.beside.archive, 0
        with Progress("Making the archive anew", "entries") as progress:
            while left := await archive.catch_up():
                first = max(first, left)
                progress(first - left, first)


def _tell(status: store.Status) -> None:
    for name in status.__struct_fields__:
        print(f"{name.replace('_', ' '):<16} {getattr(status, name)}")
    if not status.revision:
        print("It is not made ready for Muster yet: muster admin init URL")
