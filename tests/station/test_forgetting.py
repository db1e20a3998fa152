"""A station that runs for months holds what is open, and not all that ever was."""

from __future__ import annotations

import asyncio
import gc
import weakref
from datetime import timedelta

import pytest

from app.models import facts as f
from app.models.command import Open
from app.models.entry import SITE
from app.station import forgetting
from app.station.station import Station
from tests.station.world import World, done, opened, until


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forgetting, "EVERY", 0.01)


async def one_more(station: Station) -> str:
    """The plan is published with the first."""
    if not station.site.plans:
        return await opened(station)
    return (await done(station, None, Open(plan="small", title="Crowd", place="Gate")))[0].stream


async def settled(station: Station) -> str:
    """An incident that was closed, and owes nothing."""
    stream = await one_more(station)
    await done(station, stream, f.DeclaredOver(reason="over"))
    await done(station, stream, f.Closed(summary="done"))
    await until(lambda: not station.connection.waiting and not station.heads[stream].open)
    return stream


def a_day_later(world: World) -> None:
    world.time.seconds += forgetting.CLOSED_KEPT / timedelta(seconds=1) + 1


def an_hour_later(world: World) -> None:
    world.time.seconds += 3_600


async def test_that_a_settled_incident_goes_after_a_day(world: World) -> None:
    a = await world.connected("a")
    stream = await settled(a)
    assert stream in a.incidents
    a_day_later(world)
    await until(lambda: stream not in a.incidents)
    assert stream not in a.heads
    assert SITE in a.heads
    assert a.site.people


async def test_that_what_is_open_stays_however_old_it_is(world: World) -> None:
    a = await world.connected("a")
    gone, stream = await settled(a), await one_more(a)
    await until(lambda: not a.connection.waiting)
    a_day_later(world)
    await until(lambda: gone not in a.incidents)
    assert stream in a.incidents


async def test_that_it_stays_while_somebody_looks_at_it(world: World) -> None:
    a = await world.connected("a")
    stream, other = await settled(a), await settled(a)
    leave = a.look_at(stream)
    a_day_later(world)
    await until(lambda: other not in a.incidents)
    assert stream in a.incidents
    leave()
    await until(lambda: stream not in a.incidents)


async def test_that_what_somebody_asked_for_stays_for_them_to_look_at_it(world: World) -> None:
    a = await world.connected("a")
    stream, other = await settled(a), await settled(a)
    a_day_later(world)
    await until(lambda: not {stream, other} & set(a.incidents))
    await a.load(other)
    an_hour_later(world)
    await a.load(stream)
    await until(lambda: other not in a.incidents)
    assert stream in a.incidents
    leave = a.look_at(stream)
    await a.load(other)
    an_hour_later(world)
    await until(lambda: other not in a.incidents)
    assert stream in a.incidents
    leave()
    await until(lambda: stream not in a.incidents)


async def test_that_weeks_of_looking_at_old_incidents_leave_nothing_behind(world: World) -> None:
    a = await world.connected("a")
    streams = [await settled(a) for _ in range(12)]
    a_day_later(world)
    await until(lambda: not set(streams) & set(a.incidents))
    held, kept = len(a.incidents), []
    for stream in streams:
        incident = await a.load(stream)
        assert incident is not None
        kept.append(weakref.ref(incident))
        leave = a.look_at(stream)
        an_hour_later(world)
        leave()
    del incident
    await until(lambda: len(a.incidents) == held)
    assert not set(streams) & set(a.heads)
    # The last one is what was read last.
    await until(lambda: gc.collect() >= 0 and not any(each() for each in kept[:-1]))
    async with asyncio.timeout(10):
        while await a.stored(streams[-1]):
            pass


async def test_that_what_is_looked_at_stays_on_the_disk_from_which_it_is_printed(
    world: World,
) -> None:
    a = await world.connected("a")
    stream, other = await settled(a), await settled(a)
    leave = a.look_at(stream)
    a_day_later(world)
    await until(lambda: other not in a.incidents)
    assert len(await a.stored(stream)) == len(a.incidents[stream].timeline)
    await a.load(other)
    an_hour_later(world)
    await until(lambda: other not in a.incidents)
    assert len(await a.stored(stream)) == len(a.incidents[stream].timeline)
    leave()


async def test_that_an_incident_that_was_let_go_comes_back_when_it_is_reopened(
    world: World,
) -> None:
    a, b = await world.connected("a"), await world.connected("b")
    stream = await settled(a)
    await until(lambda: stream in b.incidents and b.incidents[stream].is_settled)
    b.look_at(stream)
    a_day_later(world)
    await until(lambda: stream not in a.incidents)
    await done(b, stream, f.Reopened(reason="again"))
    await until(lambda: stream in a.incidents and a.incidents[stream].is_open)
    assert len(a.incidents[stream].timeline) == len(b.incidents[stream].timeline)


async def test_that_a_restart_does_not_bring_back_what_was_let_go(world: World) -> None:
    a = await world.connected("a")
    stream = await settled(a)
    a_day_later(world)
    await until(lambda: stream not in a.incidents)
    await world.stop(a)
    world.server.go_down()
    again = await world.station("a")
    assert stream not in again.incidents


async def test_that_an_old_incident_that_was_asked_for_is_not_open_at_the_next_start(
    world: World,
) -> None:
    a = await world.connected("a")
    stream = await settled(a)
    b = await world.connected("b")
    assert stream not in b.incidents
    assert await b.load(stream) is not None
    await world.stop(b)
    world.server.go_down()
    again = await world.station("b")
    assert stream not in again.incidents
