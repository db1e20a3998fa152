"""Settled only by who knew all that there was to do; incidents hidden by others are open again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import op

revision = "0006"
down_revision = "0005"

# Those settled by an entry that stands before a closing or behind a reopening, by when each
# happened. Rows closed by the rule of 0001, without an entry that settles, keep their value.
_UNHIDE = """
    UPDATE streams SET open = true
    WHERE kind = 'incident' AND NOT open
    AND EXISTS (SELECT 1 FROM entries s WHERE s.stream = streams.stream AND s.kind = 'settled')
    AND NOT EXISTS (
        SELECT 1 FROM entries s JOIN entries c ON c.stream = s.stream AND c.kind = 'closed'
            AND (c.at, c.id) < (s.at, s.id)
        WHERE s.stream = streams.stream AND s.kind = 'settled' AND NOT EXISTS (
            SELECT 1 FROM entries r WHERE r.stream = s.stream AND r.kind = 'reopened'
                AND (r.at, r.id) > (c.at, c.id)))
"""


def upgrade() -> None:
    op.execute(_UNHIDE)
    op.drop_column("streams", "turned_at")
    op.drop_column("streams", "turned_id")
    if op.get_bind().dialect.name == "postgresql":
        script = Path(__file__).with_name("r0006_guard.sql").read_text(encoding="utf-8")
        # Past SQLAlchemy, which prepares every statement, and only single ones can be prepared.
        adapted: Any = op.get_bind().connection.dbapi_connection
        adapted.run_async(lambda driver: driver.execute(script))
