"""Entries that are no facts of ours are no obstacle: to storing, to the archive, to the views."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """On SQLite the program itself reads the facts, and no index holds what they say."""
    if op.get_bind().dialect.name == "postgresql":
        script = Path(__file__).with_name("r0011_odd_entries.sql").read_text(encoding="utf-8")
        # Past SQLAlchemy, which prepares every statement, and only single ones can be prepared.
        adapted: Any = op.get_bind().connection.dbapi_connection
        adapted.run_async(lambda driver: driver.execute(script))
