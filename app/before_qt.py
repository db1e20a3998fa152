"""Imports what does without Qt: Qt's own hook makes every import that comes after it slower."""

from __future__ import annotations

from app.station import assemble, programlog, settings
from app.store import sqlite

__all__ = ["assemble", "programlog", "settings", "sqlite"]
