"""The archive: what is known of each incident, and the words it is found by; from the log alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_Key = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "archive",
        sa.Column("incident", sa.Integer, primary_key=True),
        sa.Column("stream", _Key, nullable=False, unique=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("heading", sa.Text, nullable=False),
        sa.Column("plan", sa.Text, nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("opened_at", sa.BigInteger, nullable=False),
        sa.Column("closed_at", sa.BigInteger, nullable=False),
        *_how_far(),
    )
    op.create_index("archive_opened", "archive", ["opened_at", "stream"])
    if op.get_bind().dialect.name == "postgresql":
        script = Path(__file__).with_name("r0009_archive.sql").read_text(encoding="utf-8")
        # Past SQLAlchemy, which prepares every statement, and only single ones can be prepared.
        adapted: Any = op.get_bind().connection.dbapi_connection
        adapted.run_async(lambda driver: driver.execute(script))
    else:
        _sqlite_words()


def _how_far() -> list[sa.Column[int]]:
    """PostgreSQL goes by each stream's seq; SQLite by the order of commits, and counts portions."""
    if op.get_bind().dialect.name == "postgresql":
        return [sa.Column("seq", sa.BigInteger, nullable=False)]
    return [sa.Column("parts", sa.Integer, nullable=False)]


def _sqlite_words() -> None:
    """Only the words, without what they stand in: that is in the log."""
    op.execute(
        "CREATE VIRTUAL TABLE archive_words USING fts5 "
        "(words, content='', columnsize=0, detail=none, tokenize='ascii')"
    )
    op.create_table("archive_reached", sa.Column("position", sa.BigInteger, nullable=False))
    op.execute("INSERT INTO archive_reached VALUES (0)")
