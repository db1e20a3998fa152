"""Which version of the shared log's schema this program reads and writes."""

from __future__ import annotations

from app.store.log import LogNewer, LogOutdated
from app.store.words import why

REVISION = "0011"
"""The newest of `app/store/migrations/versions`."""

TABLE = "muster_version"


def require(found: str, *, place: str) -> None:
    """Raise unless the schema at `place` is this program's."""
    if found > REVISION:
        raise LogNewer(why("newer", place=place, found=found, known=REVISION))
    if found < REVISION:
        raise LogOutdated(why("outdated", place=place, found=found, known=REVISION))
