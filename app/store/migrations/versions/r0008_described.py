"""Where the site is: a kind of its own, which takes an admin like the rest of the site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        script = Path(__file__).with_name("r0008_guard.sql").read_text(encoding="utf-8")
        # Past SQLAlchemy, which prepares every statement, and only single ones can be prepared.
        adapted: Any = op.get_bind().connection.dbapi_connection
        adapted.run_async(lambda driver: driver.execute(script))
