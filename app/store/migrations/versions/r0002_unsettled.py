"""Open until settled, the streams of the shift log, and the ranks of the site's new kinds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """No table changes and no row: on SQLite the program itself keeps the rows by the new rule."""
    if op.get_bind().dialect.name == "postgresql":
        script = Path(__file__).with_name("r0002_guard.sql").read_text(encoding="utf-8")
        # Past SQLAlchemy, which prepares every statement, and only single ones can be prepared.
        adapted: Any = op.get_bind().connection.dbapi_connection
        adapted.run_async(lambda driver: driver.execute(script))
