"""Where messages go, beside the log: with passwords and tokens, which nobody else may read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_Key = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "addresses",
        sa.Column("key", _Key, primary_key=True),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("targets", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("for_drills", sa.Boolean, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        script = Path(__file__).with_name("r0004_guard.sql").read_text(encoding="utf-8")
        # Past SQLAlchemy, which prepares every statement, and only single ones can be prepared.
        adapted: Any = op.get_bind().connection.dbapi_connection
        adapted.run_async(lambda driver: driver.execute(script))
