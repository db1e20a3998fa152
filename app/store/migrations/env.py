"""Runs the migrations on the connection that `app.store.migrate` hands over."""

from __future__ import annotations

from alembic import context

from app.store.version import TABLE

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    version_table=TABLE,
    # One transaction for all, also on SQLite, whose driver does not begin one before DDL by itself.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
