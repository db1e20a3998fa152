"""Where a shared log is: what its URL says, and how to say it back without the password."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from urllib.parse import parse_qs, unquote

import msgspec

from app.store.log import LogUnusable
from app.store.words import why


class Kind(Enum):
    MEMORY = "memory"
    SQLITE = "sqlite"
    POSTGRES = "postgresql"


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """`place` is for people: a path, or the database with its hosts and login."""

    kind: Kind
    place: str
    path: Path = Path()
    url: str = ""
    user: str = ""
    hosts: str = ""
    password: str | None = None
    any_host: bool = False
    """The URL says itself which of its hosts will do, or has only one."""

    @property
    def account(self) -> str:
        """The name under which the system's keyring knows the password."""
        return self.place


def parse(url: str) -> Address:
    """Read `sqlite:///path`, `postgresql://…`, `postgresql+asyncpg://…` or `memory:`."""
    scheme, colon, rest = url.partition(":")
    if not colon:
        scheme = ""
    if scheme == "memory":
        return Address(kind=Kind.MEMORY, place="memory")
    if scheme == "sqlite" and rest.startswith("///") and len(rest) > 3:
        path = Path(unquote(rest[3:])).expanduser().absolute()
        return Address(kind=Kind.SQLITE, place=str(path), path=path)
    if scheme in ("postgresql", "postgresql+asyncpg", "postgres") and rest.startswith("//"):
        return _postgres(rest[2:])
    raise LogUnusable(why("address"))


def _postgres(rest: str) -> Address:
    authority, _, tail = rest.partition("/")
    database, _, query = tail.partition("?")
    login, _, netloc = authority.rpartition("@")
    user, colon, password = login.partition(":")
    options = parse_qs(query)
    hosts = unquote(netloc or ",".join(options.get("host", []))) or "this machine"
    user, database = unquote(user), unquote(database)
    who = f' as "{user}"' if user else ""
    return Address(
        kind=Kind.POSTGRES,
        place=f'"{database or user}" on {hosts}{who}',
        url=f"postgresql://{rest}",
        user=user,
        hosts=hosts,
        password=unquote(password) if colon and password else None,
        any_host="," not in hosts or "target_session_attrs" in options,
    )
