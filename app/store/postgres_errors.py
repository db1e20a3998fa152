"""What PostgreSQL's and the line's errors mean to a person."""

from __future__ import annotations

import ssl

import asyncpg

from app.models.text import Phrase
from app.store.address import Address
from app.store.beside import FileRefused
from app.store.log import EntryRefused, LogAway, LogError, LogRefused, LogUnusable
from app.store.words import why

_AWAY = ("08", "40", "53", "55", "57", "58")
"""Classes of SQLSTATE that pass: connection, rollback, resources, locks, operator, system."""


def translate(error: Exception, address: Address) -> LogError | None:
    """The `LogError` to raise instead; None if the error is ours."""
    said = str(error).rstrip(".") or type(error).__name__
    match error:
        case asyncpg.PostgresError():
            return _by_state(error, address, said)
        case ssl.SSLCertVerificationError():
            return LogRefused(why("certificate", place=address.hosts, said=error.verify_message))
        case asyncpg.TargetServerAttributeNotMatched():
            return LogAway(why("no_primary", place=address.hosts))
        case asyncpg.ClientConfigurationError():
            return LogUnusable(why("address_wrong", said=said))
        case TimeoutError():
            return LogAway(why("too_slow", place=address.place))
        case OSError():
            return LogAway(why("no_answer", place=address.place, said=said))
        case asyncpg.InterfaceError() if "closed" in said:
            return LogAway(why("broken_line", place=address.place))
    return None


def refused_otherwise(error: Exception, address: Address) -> LogError:
    """The server's own words, where we have none for what it does not like about the address."""
    return LogUnusable(why("address_wrong", said=f"{address.place}: {error}".rstrip(".")))


def _by_state(error: asyncpg.PostgresError, address: Address, said: str) -> LogError | None:
    state = error.sqlstate or ""
    place = address.place
    match state:
        case "28P01" | "28000":
            return LogRefused(why("login", place=place, said=said))
        case "3D000":
            return LogRefused(why("no_database", place=place))
        case "42501":
            return LogRefused(why("no_rights", place=place, said=said))
        case "25006":
            return LogRefused(why("read_only_copy", place=place))
        case "42P01" | "3F000" | "42883":
            return LogUnusable(why("not_muster", place=place))
        case "MU001" | "MU002" | "MU003":
            return _refused(error, state, place, said)
        case _ if state[:2] in _AWAY or state == "23505":
            # 23505: the same id at the same moment in two streams; the next try finds the first.
            return LogAway(why("not_now", place=place, said=said))
        case _ if state[:2] == "XX":
            return LogUnusable(why("damaged", place=place, said=said))
    return None


def _refused(error: asyncpg.PostgresError, state: str, place: str, said: str) -> LogError:
    """Muster's own functions raised it."""
    if state == "MU003":
        return FileRefused(why("file", sha256="", said=said))
    if state == "MU001":
        return _refused_entry(error, why("no_right_to_kind", place=place, said=said))
    return _refused_entry(error, why("malformed", entry="", said=said))


def _refused_entry(error: asyncpg.PostgresError, phrase: Phrase) -> LogError:
    entry: str | None = getattr(error, "detail", None)
    return EntryRefused(phrase, entry=entry) if entry else LogRefused(phrase)
