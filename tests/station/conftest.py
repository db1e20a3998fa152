"""A world for each test, in which waiting is short and whose end leaves nothing behind."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.station import (
    agenda,
    files_fetching,
    files_sending,
    line,
    presence,
    proof,
    push,
    supervisor,
)
from tests.station.world import World


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes seconds takes milliseconds."""
    for module, name, seconds in (
        (agenda, "PROVE_AFTER", 0.005),
        (files_fetching, "LOOK_EVERY", 0.02),
        (files_fetching, "PAUSE", 0.01),
        (files_sending, "PAUSE", 0.01),
        (files_sending, "LONG_PAUSE", 0.02),
        (line, "FIRST_PAUSE", 0.005),
        (line, "LONGEST_PAUSE", 0.02),
        (presence, "EVERY", 0.02),
        (presence, "WITHIN", 0.1),
        (proof, "FIRST_AFTER", 0.01),
        (proof, "REST", 0.02),
        (proof, "PACE", 1_000_000),
        (push, "PAUSE", 0.02),
        (supervisor, "FIRST_PAUSE", 0.005),
    ):
        monkeypatch.setattr(module, name, seconds)


@pytest.fixture
async def world(tmp_path: Path, hurried: None) -> AsyncIterator[World]:
    world = World(tmp_path)
    await world.server.start()
    yield world
    await world.close()
    assert world.errors == []
    left = asyncio.all_tasks() - {asyncio.current_task()}
    assert [task.get_name() for task in left] == []
