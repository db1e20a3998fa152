"""Contacts of visitors: functions to keep and to erase them, for those who record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_index("contacts_stream", "contacts", ["stream"])
    op.create_index("contacts_erase_by", "contacts", ["erase_by"])
    if op.get_bind().dialect.name == "postgresql":
        script = Path(__file__).with_name("r0005_guard.sql").read_text(encoding="utf-8")
        # Past SQLAlchemy, which prepares every statement, and only single ones can be prepared.
        adapted: Any = op.get_bind().connection.dbapi_connection
        adapted.run_async(lambda driver: driver.execute(script))
