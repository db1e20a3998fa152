"""The log's tables, and on PostgreSQL the functions and roles that guard them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_Key = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
"""Sorted by code point on every database, so that all agree on "by stream and seq"."""


def upgrade() -> None:
    _streams()
    _entries()
    _beside_the_log()
    if op.get_bind().dialect.name == "postgresql":
        _guard()


def _streams() -> None:
    # `turned_at` and `turned_id` are those of the entry that decided `open`: the latest by when it
    # happened, whatever order they came in. `moved` is PostgreSQL's transaction that last wrote.
    op.create_table(
        "streams",
        sa.Column("stream", _Key, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("drill", sa.Boolean, nullable=False),
        sa.Column("open", sa.Boolean, nullable=False),
        sa.Column("year", sa.Integer),
        sa.Column("running", sa.Integer),
        sa.Column("turned_at", sa.BigInteger, nullable=False),
        sa.Column("turned_id", _Key, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("head", sa.LargeBinary, nullable=False),
        sa.Column("moved", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("drill", "year", "running"),
    )


def _entries() -> None:
    op.create_table(
        "entries",
        *_position(),
        sa.Column("id", _Key, nullable=False),
        sa.Column("stream", _Key, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("recorded_at", sa.BigInteger, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("station", sa.Text, nullable=False),
        sa.Column("recorded_by", sa.Text, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("id", name="entries_id"),
        sa.UniqueConstraint("stream", "seq", name="entries_stream_seq"),
    )


def _position() -> list[sa.Column[int]]:
    """The order of commits, which SQLite has because it has one writer at a time."""
    if op.get_bind().dialect.name == "postgresql":
        return []
    return [sa.Column("position", sa.Integer, primary_key=True)]


def _beside_the_log() -> None:
    op.create_table(
        "contacts",
        sa.Column("id", _Key, primary_key=True),
        sa.Column("stream", _Key, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("erase_by", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.LargeBinary, primary_key=True),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "stations",
        sa.Column("station", _Key, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("seen", sa.BigInteger, nullable=False),
        sa.Column("login", sa.Text, nullable=False),
    )


def _guard() -> None:
    script = Path(__file__).with_name("r0001_guard.sql").read_text(encoding="utf-8")
    # Past SQLAlchemy, which prepares every statement, and only single ones can be prepared.
    adapted: Any = op.get_bind().connection.dbapi_connection
    adapted.run_async(lambda driver: driver.execute(script))
