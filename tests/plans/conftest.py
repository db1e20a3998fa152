"""Real logs with the example site, and the officer who sits at the window."""

from __future__ import annotations

import os
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeAlias

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from app.main import Surroundings
from tests.live import on_qt
from tests.plans.officer import Officer
from tests.plans.two_stations import at_the_window
from tests.postgres import Database

Play: TypeAlias = Callable[[Callable[[Officer], Coroutine[Any, Any, None]]], None]


@pytest.fixture(params=["sqlite", "postgresql"])
def play(
    request: pytest.FixtureRequest, tmp_path: Path, qapp: QApplication, around: Surroundings
) -> Play:
    """Run a story at the window while a second station watches; afterwards both hold the same."""
    if request.param == "sqlite":
        url = f"sqlite:///{(tmp_path / 'log.sqlite').as_posix()}"
    else:
        database: Database = request.getfixturevalue("postgres_database")
        url = database.url

    def run(story: Callable[[Officer], Coroutine[Any, Any, None]]) -> None:
        async def whole() -> None:
            async with at_the_window(around, url, tmp_path) as officer:
                await story(officer)
                await officer.sees_the_same_everywhere()

        on_qt(qapp, whole())

    return run
