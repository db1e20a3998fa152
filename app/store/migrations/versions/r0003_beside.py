"""The bytes of photos and files come in parts, and are there once their fingerprint matches."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_Key = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.drop_table("blobs")  # nothing could ever be written there
    op.create_table(
        "blobs",
        sa.Column("sha256", _Key, primary_key=True),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("have", sa.BigInteger, nullable=False),
        sa.Column("whole", sa.Boolean, nullable=False),
    )
    op.create_table(
        "blob_parts",
        sa.Column("sha256", _Key, primary_key=True),
        sa.Column("start", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        script = Path(__file__).with_name("r0003_guard.sql").read_text(encoding="utf-8")
        # Past SQLAlchemy, which prepares every statement, and only single ones can be prepared.
        adapted: Any = op.get_bind().connection.dbapi_connection
        adapted.run_async(lambda driver: driver.execute(script))
