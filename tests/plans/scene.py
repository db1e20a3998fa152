"""What an officer does at the scene: cordon, posts, evacuation, counts, entrances."""

from __future__ import annotations

from tests.plans.keyboard import KEY
from tests.plans.officer import Officer


async def cordons(officer: Officer, zone: str, first: str, second: str) -> None:
    """With its line, and two guards on it."""
    await officer.chooses_on("2", "zones", zone, "line")
    await officer.is_asked()
    await officer.answers(guard_1=first, guard_2=second)
    await officer.does("zone_cordoned")


async def posts(officer: Officer, zone: str, post: str, who: str) -> None:
    await officer.chooses_on("2", "zones", zone, f"take:{post}")
    await officer.is_asked()
    await officer.answers(who=who)
    await officer.does("post_taken")


async def evacuates(officer: Officer, zone: str, expected: int) -> None:
    await officer.chooses_on("2", "zones", zone, "expected")
    await officer.is_asked()
    await officer.answers(count=str(expected))
    await officer.does("zone_evacuating")


async def confirms_floors(officer: Officer, zone: str, count: int) -> None:
    """F on the zone, floor by floor."""
    for _ in range(count):
        await officer.on("2", "zones", zone)
        await officer.asks("f")
        await officer.answers()
        await officer.does("part_confirmed")


async def counts_out(officer: Officer, zone: str, count: int) -> None:
    await officer.on("2", "zones", zone)
    await officer.asks("y")
    await officer.answers(count=str(count))
    await officer.does("out_counted")


async def counts_at_assembly(officer: Officer, point: str, count: int) -> None:
    await officer.on("2", "zones", f"assembly:{point}")
    await officer.asks(KEY.Key_Return)
    await officer.answers(count=str(count))
    await officer.does("assembly_counted")


async def confirms(officer: Officer, zone: str, kind: str) -> None:
    """Enter on a zone: who looked is asked, and it was who sits here."""
    await officer.on("2", "zones", zone)
    await officer.asks(KEY.Key_Return)
    await officer.answers()
    await officer.does(kind)


async def next_step(officer: Officer, zone: str, kind: str) -> None:
    """Enter on a zone or an entrance: the likeliest next step."""
    await officer.on("2", "zones", zone)
    officer.press(KEY.Key_Return)
    await officer.does(kind)


async def releases(officer: Officer, *zones: str) -> None:
    """After asking: cordon lifted, people may go back in."""
    for zone in zones:
        await officer.chooses_on("2", "zones", zone, "release")
        await officer.is_asked()
        await officer.answers()
        await officer.does("zone_released")
