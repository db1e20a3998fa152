"""What lasts too long is cut; what ends in time leaves one timer, not one for each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextvars import Context
from typing import Any

import pytest

from app.store.watchdog import Watchdog


async def test_that_what_has_not_ended_in_time_is_cut() -> None:
    bitten = asyncio.Event()
    dog = Watchdog(bitten.set)
    dog.begin(0.01)
    async with asyncio.timeout(5):
        await bitten.wait()


async def test_that_what_ended_in_time_is_let_be() -> None:
    bites: list[str] = []
    dog, later = Watchdog(lambda: bites.append("cut")), asyncio.Event()
    dog.begin(0.01)
    dog.end()
    asyncio.get_running_loop().call_later(0.03, later.set)
    await later.wait()
    assert bites == []


@pytest.mark.parametrize("before", [0.005, 60.0])
async def test_that_what_begins_later_has_its_own_time(before: float) -> None:
    """Whether the timer of the one before rings sooner or later than its own."""
    loop, bitten = asyncio.get_running_loop(), asyncio.Event()
    dog = Watchdog(bitten.set)
    dog.begin(before)
    dog.end()
    begun = loop.time()
    dog.begin(0.02)
    async with asyncio.timeout(5):
        await bitten.wait()
    assert loop.time() - begun >= 0.02


async def test_that_a_thousand_that_end_in_time_leave_one_timer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loop = asyncio.get_running_loop()
    really, made = loop.call_at, []

    def call_at(
        when: float, callback: Callable[..., Any], *args: Any, context: Context | None = None
    ) -> asyncio.TimerHandle:
        made.append(when)
        return really(when, callback, *args, context=context)

    monkeypatch.setattr(loop, "call_at", call_at)
    dog = Watchdog(lambda: None)
    for _ in range(1000):
        dog.begin(60.0)
        dog.end()
    assert len(made) == 1
