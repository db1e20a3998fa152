"""What an incident is in figures, and many together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest

from app.models import facts as f
from app.models.incident import Incident
from app.models.levels import Level
from app.models.statistics import Arrival, By, Line, Measured, lines, measure, totals, trend
from tests.builders import BEGIN, MINUTE, PLAN, an_open_incident, called, entry

LATER = BEGIN + 120 * MINUTE


def measured(*told: tuple[int, f.AnyFact] | f.AnyFact) -> Measured:
    found = measure(an_open_incident(*told), PLAN, LATER)
    assert found is not None
    return found


def test_that_an_incident_that_was_never_opened_has_no_figures() -> None:
    assert measure(Incident("one", [entry(f.Note(text="x"))]), PLAN, LATER) is None


def test_that_an_arrival_is_measured_from_the_call_against_its_deadline() -> None:
    found = measured((1, called("li")), (4, f.Arrived(who="li")))
    [arrival] = found.arrivals
    assert (arrival.took, arrival.allowed, arrival.in_time) == (3 * MINUTE, 4 * MINUTE, True)
    [late] = measured((1, called("li")), (9, f.Arrived(who="li"))).arrivals
    assert not late.in_time


def test_that_who_never_came_missed_the_deadline() -> None:
    [arrival] = measured((1, called("li")), (3, f.NoAnswer(who="li"))).arrivals
    assert (arrival.took, arrival.in_time) == (None, False)


@pytest.mark.parametrize(("minute", "counts"), [(3, 0), (30, 1)])
def test_that_who_was_stood_down_before_the_deadline_did_not_miss_it(
    minute: int, counts: int
) -> None:
    found = measured((1, called("li")), (minute, f.StoodDown(who="li")))
    assert len(found.arrivals) == counts


def test_that_what_is_not_due_yet_does_not_count() -> None:
    incident = an_open_incident((1, called("li", due=BEGIN + 60 * MINUTE)))
    found = measure(incident, PLAN, BEGIN + MINUTE)
    assert found is not None
    assert (found.arrivals, found.kept + found.missed) == ((), 0)


def test_that_who_came_uncalled_had_no_deadline() -> None:
    assert measured((1, f.Arrived(who="x", name="X"))).arrivals == ()


def test_that_the_first_response_is_the_first_that_somebody_did() -> None:
    assert measured().first_response is None
    assert measured((6, f.TaskDone(task="speak"))).first_response == 6 * MINUTE
    found = measured((4, f.ZoneCordoned(zone="gate")), (6, f.TaskDone(task="speak")))
    assert found.first_response == 4 * MINUTE
    assert measured((1, called("li")), (3, f.Arrived(who="li"))).first_response == 3 * MINUTE


def test_that_a_deputy_on_site_counts_as_command_on_site() -> None:
    found = measured(
        (1, called("li")), (2, f.Arrived(who="li")),
        (1, called("zhao", role="deputy")), (7, f.Arrived(who="zhao")),
    )  # fmt: skip
    assert found.to_commander == 7 * MINUTE


def test_that_it_is_empty_once_every_zone_that_was_evacuated_is_confirmed() -> None:
    told: list[tuple[int, f.AnyFact]] = [
        (2, f.ZoneEvacuating(zone="gate")), (3, f.ZoneEvacuating(zone="lobby")),
        (9, f.ZoneConfirmed(zone="gate")),
    ]  # fmt: skip
    assert measured(*told).to_empty is None
    assert measured(*told, (12, f.ZoneConfirmed(zone="lobby"))).to_empty == 10 * MINUTE


def test_that_zones_and_cordons_that_are_no_more_still_count() -> None:
    """At the end of nearly every incident zones are released and cordons lifted."""
    found = measured(
        (2, f.ZoneCordoned(zone="gate")), (3, f.ZoneEvacuating(zone="gate")),
        (9, f.ZoneConfirmed(zone="gate")), (20, f.CordonLifted(zone="gate")),
        (21, f.ZoneReleased(zone="gate")),
    )  # fmt: skip
    assert (found.first_response, found.to_empty) == (2 * MINUTE, 6 * MINUTE)


def test_that_a_zone_released_before_it_was_confirmed_was_never_empty() -> None:
    told = ((3, f.ZoneEvacuating(zone="gate")), (9, f.ZoneReleased(zone="gate")))
    assert measured(*told).to_empty is None
    again = ((60, f.ZoneEvacuating(zone="gate")), (70, f.ZoneConfirmed(zone="gate")))
    assert measured(*told, *again).to_empty is None


def test_that_of_a_zone_that_is_evacuated_again_the_first_time_counts() -> None:
    found = measured(
        (3, f.ZoneEvacuating(zone="gate")), (9, f.ZoneConfirmed(zone="gate")),
        (20, f.ZoneReleased(zone="gate")), (60, f.ZoneEvacuating(zone="gate")),
    )  # fmt: skip
    assert found.to_empty == 6 * MINUTE


def test_that_an_evacuation_struck_as_a_mistake_does_not_count() -> None:
    incident = an_open_incident((3, f.ZoneEvacuating(zone="gate")))
    mistake = f.Corrected(entry=incident.timeline[-1].id, reason="wrong zone")
    incident.add([entry(mistake, BEGIN + 4 * MINUTE)])
    found = measure(incident, PLAN, LATER)
    assert found is not None
    assert (found.first_response, found.to_empty) == (None, None)


def test_that_a_call_before_the_last_one_counts_too() -> None:
    found = measured(
        (1, called("li")), (3, f.Arrived(who="li")), (10, f.StoodDown(who="li")),
        (30, called("li", due=BEGIN + 35 * MINUTE)), (40, f.Arrived(who="li")),
    )  # fmt: skip
    assert [arrival.in_time for arrival in found.arrivals] == [True, False]
    assert found.first_response == 3 * MINUTE


def test_that_deadlines_of_tasks_and_notifications_count_too() -> None:
    found = measured((3, f.TaskDone(task="speak")), (9, f.Notified(target="manager")))
    assert (found.kept, found.missed) == (1, 1)
    skipped = f.TaskSkipped(task="speak", reason="none")
    found = measured((3, skipped), (1, f.Notified(target="manager")))
    assert (found.kept, found.missed) == (1, 0)


def test_that_drills_say_so() -> None:
    opened = f.Opened(plan="small@1", title="", place="", level=Level.IV, drill=True)
    incident = Incident("one", [entry(opened)])
    found = measure(incident, None, LATER)
    assert found is not None
    assert found.drill


def some(
    minutes: Sequence[int | None], *, role: str = "guard", hour: int = 2, month: int = 11
) -> Measured:
    at = datetime(2026, month, 5, hour, tzinfo=UTC)
    arrivals = tuple(
        Arrival(role=role, called_at=at, allowed=5 * MINUTE,
                took=None if each is None else each * MINUTE)
        for each in minutes
    )  # fmt: skip
    return Measured(
        plan="crowd", drill=False, opened_at=at, arrivals=arrivals, kept=2, missed=1,
        first_response=3 * MINUTE,
    )  # fmt: skip


def test_that_lines_tell_how_many_came_in_time_and_how_long_it_took() -> None:
    [line] = lines([some([1, 3, 9, None])], By.ROLE, UTC)
    assert line == Line(key="guard", called=4, came=3, in_time=2, usual=3 * MINUTE, slow=9 * MINUTE)
    assert line.share == 0.5


def test_that_nine_of_ten_do_not_exceed_the_slow_one() -> None:
    [line] = lines([some(list(range(1, 11)))], By.PLAN, UTC)
    assert (line.key, line.slow) == ("crowd", 9 * MINUTE)


def test_that_hours_and_months_are_the_readers_and_in_order() -> None:
    every = [some([1], hour=22), some([1], hour=2), some([1], hour=23, month=10)]
    china = ZoneInfo("Asia/Shanghai")
    assert [line.key for line in lines(every, By.HOUR, china)] == ["06", "07", "10"]
    assert [line.key for line in lines(every, By.MONTH, UTC)] == ["2026-10", "2026-11"]


def test_that_a_month_is_that_of_the_opening_also_if_nobody_was_called() -> None:
    silent = some([], month=10)
    over_midnight = msgspec.structs.replace(
        some([1]), opened_at=datetime(2026, 11, 30, 23, 59, tzinfo=UTC),
        arrivals=(msgspec.structs.replace(
            some([1]).arrivals[0], called_at=datetime(2026, 12, 1, tzinfo=UTC)),),
    )  # fmt: skip
    found = lines([silent, over_midnight], By.MONTH, UTC)
    assert [(line.key, line.called) for line in found] == [("2026-10", 0), ("2026-11", 1)]
    assert [line.key for line in found] == [
        each.month for each in trend([silent, over_midnight], UTC)
    ]


def test_that_roles_called_most_come_first() -> None:
    every = [some([1], role="a"), some([1, 2], role="b")]
    assert [line.key for line in lines(every, By.ROLE, UTC)] == ["b", "a"]


def test_that_totals_and_the_trend_say_how_many_deadlines_were_kept() -> None:
    every = [some([1], month=10), some([2]), some([3])]
    told = totals(every)
    assert (told.incidents, told.kept, told.missed, told.share) == (3, 6, 3, 6 / 9)
    assert told.first_response.usual == 3 * MINUTE
    assert (told.to_empty.count, told.to_empty.usual) == (0, None)
    assert [(each.month, each.totals.incidents) for each in trend(every, UTC)] == [
        ("2026-10", 1), ("2026-11", 2),
    ]  # fmt: skip
    assert totals([]).share is None
    assert timedelta(0) < (told.first_response.slow or timedelta(0))
