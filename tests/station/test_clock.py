"""The shared log's clock as a station knows it."""

from __future__ import annotations

from datetime import timedelta

from app.station.clock import Clock
from tests.station.world import NOON, ManualTime


def clock_of(time: ManualTime) -> Clock:
    return Clock(time.steady, time.wall)


def test_that_before_any_measurement_it_is_this_machines_own_time() -> None:
    time = ManualTime()
    clock = clock_of(time)
    time.seconds = 5
    assert clock.offset is None
    assert clock.now() == NOON + timedelta(seconds=5)


def test_that_the_shortest_round_trip_is_believed() -> None:
    time = ManualTime()
    clock = clock_of(time)
    for asked, answered, ahead in ((0.0, 2.0, 9), (2.0, 2.01, 60), (3.0, 3.5, 31)):
        middle = NOON + timedelta(seconds=(asked + answered) / 2 + ahead)
        clock.sample(asked=asked, answered=answered, theirs=middle)
    assert clock.offset == timedelta(seconds=60)
    time.seconds = 10
    assert clock.now() == NOON + timedelta(seconds=70)


def test_that_another_server_is_measured_anew_and_the_old_offset_holds_until_then() -> None:
    time = ManualTime()
    clock = clock_of(time)
    clock.sample(asked=0.0, answered=0.001, theirs=NOON + timedelta(seconds=30))
    before = clock.offset
    clock.forget()
    assert clock.offset == before
    clock.sample(asked=1.0, answered=1.4, theirs=NOON + timedelta(seconds=1.2))
    assert clock.offset == timedelta(0)


def test_that_a_wall_clock_that_was_set_is_noticed_once_and_changes_nothing() -> None:
    time = ManualTime()
    clock = clock_of(time)
    time.seconds = 100
    time.ahead = timedelta(seconds=1.5)
    assert clock.jump() is None
    time.ahead = timedelta(seconds=-30)
    assert clock.jump() == timedelta(seconds=-30)
    assert clock.jump() is None
    assert clock.now() == NOON + timedelta(seconds=100)
    time.ahead = timedelta(0)
    assert clock.jump() == timedelta(seconds=30)
