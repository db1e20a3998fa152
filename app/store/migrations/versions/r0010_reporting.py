"""Read-only views for the organisation's own reporting tools, and a role that reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """On SQLite there are no roles; `muster export --all` writes the same tables as CSV."""
    if op.get_bind().dialect.name == "postgresql":
        script = Path(__file__).with_name("r0010_reporting.sql").read_text(encoding="utf-8")
        # Past SQLAlchemy, which prepares every statement, and only single ones can be prepared.
        adapted: Any = op.get_bind().connection.dbapi_connection
        adapted.run_async(lambda driver: driver.execute(script))
