"""Makes and upgrades the shared log's tables, on either database."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from app.store.address import Address
from app.store.postgres_line import dial
from app.store.sqlite_file import make_private

SCRIPTS = Path(__file__).with_name("migrations")

_WAIT_FOR_OTHERS = 15.0
"""Seconds to wait for another window that migrates the same file."""


def migrate_sqlite(path: Path) -> None:
    """Bring a file, new or old, to the newest schema; all of it or nothing."""
    engine = sa.create_engine(
        sa.URL.create("sqlite", database=str(path)),
        poolclass=NullPool,
        connect_args={"timeout": _WAIT_FOR_OTHERS, "isolation_level": None},
    )
    # The driver begins no transaction before DDL; two windows must not migrate at once.
    sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(_ALONE))
    with engine.begin() as connection:
        _upgrade(connection)


_ALONE = "BEGIN EXCLUSIVE"


def back_up_sqlite(path: Path, *, revision: str) -> Path:
    """A copy beside the file, named after the schema that it has; without contacts."""
    copy = path.with_name(f"{path.name}.schema-{revision}.backup")
    make_private(copy)
    source, target = sqlite3.connect(path), sqlite3.connect(copy)
    try:
        source.backup(target)
        # What was erased on its date must not live on in a copy that nobody looks at.
        target.execute("PRAGMA secure_delete = ON")
        with target:
            target.execute("DELETE FROM contacts")
    finally:
        source.close()
        target.close()
    shutil.copymode(path, copy)
    return copy


async def migrate_postgres(address: Address) -> None:
    """Bring a database, empty or old, to the newest schema; all of it or nothing."""
    engine = create_async_engine(
        "postgresql+asyncpg://",
        # The same way to connect as the log itself has: several hosts, TLS, keyring.
        async_creator=lambda: dial(address, search_path="muster"),
        poolclass=NullPool,
    )
    async with engine.begin() as connection:
        # One administrator at a time, until the transaction ends.
        await connection.exec_driver_sql("SELECT pg_advisory_xact_lock(5571889502)")
        await connection.exec_driver_sql("CREATE SCHEMA IF NOT EXISTS muster")
        await connection.run_sync(_upgrade)
    await engine.dispose()


def _upgrade(connection: sa.Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
