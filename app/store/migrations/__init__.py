"""Alembic's scripts: how each version of the shared log's schema is made from the one before."""
