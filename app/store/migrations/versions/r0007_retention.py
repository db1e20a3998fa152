"""No contact is kept longer than any plan may say, whatever the station that sends it says."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_LATEST = 731 * 24 * 3_600 * 1_000_000
"""Microseconds, as in the guard's function."""


def upgrade() -> None:
    latest = time.time_ns() // 1_000 + _LATEST
    shorten = sa.text("UPDATE contacts SET erase_by = :latest WHERE erase_by > :latest")
    op.get_bind().execute(shorten, {"latest": latest})
    if op.get_bind().dialect.name == "postgresql":
        script = Path(__file__).with_name("r0007_guard.sql").read_text(encoding="utf-8")
        # Past SQLAlchemy, which prepares every statement, and only single ones can be prepared.
        adapted: Any = op.get_bind().connection.dbapi_connection
        adapted.run_async(lambda driver: driver.execute(script))
