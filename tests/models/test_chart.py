"""The chart: what is drawn of an incident, and lanes in which nothing covers anything."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models import facts as f
from app.models.chart import Bar, BarState, Chart, chart, entry_of
from app.models.command import Call
from app.models.incident import Incident
from app.models.lanes import Group, pack
from app.models.levels import Level
from app.models.plan import Phase, PlanTask
from app.models.text import Text
from tests.builders import BEGIN, MINUTE, PEOPLE, PLAN, Play, a_site, called, text
from tests.models.test_escalation import Ruled
from tests.strategies import incidents


def charted(play: Play) -> Chart:
    made = chart(play.incident, play.plan, play.site)
    assert made is not None
    return made


def test_that_there_is_no_chart_before_the_opening() -> None:
    assert chart(Incident("one"), PLAN, a_site()) is None


def test_that_levels_are_steps_and_the_last_is_open() -> None:
    play = Play()
    play.wait(6).do(f.LevelSet(level=Level.III, reason="more"))
    levels = [(bar.level, bar.start, bar.end) for bar in charted(play).levels]
    assert levels == [
        (Level.IV, BEGIN, BEGIN + 6 * MINUTE),
        (Level.III, BEGIN + 6 * MINUTE, None),
    ]


def test_that_a_call_out_lasts_until_they_are_here_and_says_whether_in_time() -> None:
    play = Play()
    play.wait(4).do(f.Arrived(who="ma"))
    play.wait(3).do(f.Arrived(who="li"))
    bars = {bar.subject: bar for bar in charted(play).calls}
    assert (bars["ma"].state, bars["ma"].end) == (BarState.IN_TIME, BEGIN + 4 * MINUTE)
    assert (bars["li"].state, bars["li"].end) == (BarState.ARRIVED_LATE, BEGIN + 7 * MINUTE)
    assert bars["zhao"].state is BarState.AWAITED
    assert bars["zhao"].is_late(play.now)
    assert bars["zhao"].end is None


def test_that_services_last_until_they_leave() -> None:
    play = Play()
    play.wait(2).do(f.ServiceCalled(service="110"))
    play.wait(5).do(f.ServiceArrived(service="110"))
    (bar,) = charted(play).services
    assert (bar.start, bar.arrived_at, bar.end) == (BEGIN + 2 * MINUTE, BEGIN + 7 * MINUTE, None)
    play.wait(9).do(f.ServiceLeft(service="110"))
    assert charted(play).services[0].end == BEGIN + 16 * MINUTE


def test_that_who_is_called_a_second_time_has_both_bars() -> None:
    play = Play()
    play.wait(3).do(f.Arrived(who="li"))
    play.wait(6).do(f.StoodDown(who="li"))
    play.wait(1).do(Call(who=("li",)))
    first, second = (bar for bar in charted(play).calls if bar.subject == "li")
    assert (first.start, first.end, first.state) == (
        BEGIN,
        BEGIN + 3 * MINUTE,
        BarState.ARRIVED_LATE,
    )
    assert (second.start, second.end) == (BEGIN + 10 * MINUTE, None)
    found = play.incident.fold.entry(entry_of(play.incident, second))
    assert found
    assert found.at == second.start


def test_that_who_comes_back_uncalled_keeps_the_bar_of_their_call() -> None:
    play = Play()
    play.wait(4).do(f.Excused(who="ma", reason="ill"))
    play.wait(6).do(f.Arrived(who="ma"))
    (bar,) = (bar for bar in charted(play).calls if bar.subject == "ma")
    assert (bar.state, bar.end) == (BarState.ENDED, BEGIN + 4 * MINUTE)


def test_that_a_service_called_again_has_both_bars() -> None:
    play = Play()
    for fact in (f.ServiceCalled, f.ServiceArrived, f.ServiceLeft, f.ServiceCalled):
        play.wait(2).do(fact(service="110"))
    first, second = charted(play).services
    assert (first.start, first.end) == (BEGIN + 2 * MINUTE, BEGIN + 6 * MINUTE)
    assert (second.start, second.arrived_at, second.end) == (BEGIN + 8 * MINUTE, None, None)


def test_that_a_service_is_called_as_the_site_calls_it() -> None:
    site = a_site(
        PEOPLE, f.ServiceDefined(service="110", number="999", name=Text("Police", "警察"))
    )
    play = Play(site)
    play.do(f.ServiceCalled(service="110"))
    made = chart(play.incident, play.plan, play.site)
    assert made
    assert made.services[0].name == Text("999 Police", "999 警察")


def test_that_what_was_done_late_or_is_still_owed_begins_at_its_deadline() -> None:
    play = Play()
    play.wait(1).do(f.Notified(target="manager"))
    play.wait(8).do(f.TaskDone(task="speak"))
    (bar,) = charted(play).missed
    assert (bar.subject, bar.start, bar.end) == ("speak", BEGIN + 5 * MINUTE, play.now)
    assert charted(Play()).missed[0].end is None


def test_that_what_a_later_phase_made_needless_is_missed_until_then_or_not_at_all() -> None:
    play = Play()
    phases = tuple(Phase(key=key, name=text(key)) for key in ("first", "second"))
    given = tuple(
        PlanTask(key=key, text=text(key), owner="guard", within=within, phase="first")
        for key, within in (("late", 2 * MINUTE), ("lapsed", 9 * MINUTE))
    )
    play.plan = msgspec.structs.replace(PLAN, phases=phases, tasks=given, notifications=())
    play.wait(5).do(f.PhaseEntered(phase="second"))
    (bar,) = charted(play).missed
    assert (bar.subject, bar.start, bar.end) == ("late", BEGIN + 2 * MINUTE, play.now)


def test_that_head_counts_and_their_thresholds_are_there() -> None:
    play = Ruled()
    play.wait(3).do(f.Amended(people=35))
    made = charted(play)
    assert made.people == ((BEGIN, 15), (BEGIN + 3 * MINUTE, 35))
    assert [(each.at_least, each.level) for each in made.thresholds] == [
        (20, Level.III), (50, Level.II),
    ]  # fmt: skip


def test_that_it_ends_with_the_incident() -> None:
    play = Play()
    play.wait(9).do(f.DeclaredOver(reason="calm", despite="–"))
    made = charted(play)
    assert made.end == play.now
    assert {bar.end for bar in (*made.levels, *made.calls)} == {play.now}


def test_that_a_bar_finds_its_entry() -> None:
    play = Play()
    play.wait(2).do(f.ServiceCalled(service="110"))
    called_110 = play.last_id()
    play.wait(8).do(f.TaskDone(task="speak"))
    made = charted(play)
    assert entry_of(play.incident, made.services[0]) == called_110
    speak = next(bar for bar in made.missed if bar.subject == "speak")
    assert entry_of(play.incident, speak) == play.last_id()
    owed = next(bar for bar in made.missed if bar.subject == "manager")
    assert entry_of(play.incident, owed) == play.incident.timeline[0].id  # its time ran from there
    call = next(bar for bar in made.calls if bar.subject == "li")
    found = play.incident.fold.entry(entry_of(play.incident, call))
    assert found
    assert isinstance(found.fact, f.CalledOut)


def test_that_what_is_owed_finds_what_it_is_owed_for() -> None:
    play = Play()
    play.wait(6).do(f.LevelSet(level=Level.III, reason="more"))
    raised = next(e.id for e in play.incident.timeline if e.kind == "level_set")
    due = play.now + MINUTE
    play.do(f.TaskAdded(task="own", text="Bring water", owner="order", due=due))
    added = play.last_id()
    play.wait(30)
    owed = {bar.subject: entry_of(play.incident, bar) for bar in charted(play).missed}
    assert (owed["leaders"], owed["repair"], owed["own"]) == (raised, raised, added)


@given(incidents())
def test_that_any_incident_can_be_drawn(held: list[object]) -> None:
    incident = Incident("one", held)  # type: ignore[arg-type]  # the strategy's own type
    made = chart(incident, PLAN, a_site())
    assert made
    for bar in (*made.levels, *made.calls, *made.services, *made.missed):
        assert entry_of(incident, bar) is not None


# Lanes ------------------------------------------------------------------------------------------

NOW = BEGIN + 60 * MINUTE


def bar(
    number: int, start: float, end: float | None, *, due: float | None = None,
    state: BarState = BarState.IN_TIME,
) -> Bar:  # fmt: skip
    return Bar(
        cell="call_out", subject=f"p{number}", start=BEGIN + start * MINUTE,
        end=None if end is None else BEGIN + end * MINUTE, told_at=None,
        name=Text(str(number), str(number)), state=state,
        due=None if due is None else BEGIN + due * MINUTE,
    )  # fmt: skip


def test_that_what_does_not_overlap_shares_a_lane() -> None:
    lanes = pack([bar(1, 0, 5), bar(2, 5, 9), bar(3, 3, 6)], 9, NOW)
    assert lanes.count == 2


def test_that_a_deadline_mark_keeps_its_place() -> None:
    assert pack([bar(1, 0, 5, due=8), bar(2, 6, 9)], 9, NOW).count == 2


def test_that_whoever_is_awaited_stands_on_top_the_latest_first() -> None:
    awaited = BarState.AWAITED
    bars = [bar(1, 0, 5), bar(2, 0, None, due=90, state=awaited),
            bar(3, 1, None, due=20, state=awaited)]  # fmt: skip
    lanes = {each.subject: lane for lane, each in pack(bars, 9, NOW).placed
             if isinstance(each, Bar)}  # fmt: skip
    assert lanes == {"p3": 0, "p2": 1, "p1": 2}


def test_that_those_in_time_are_gathered_first_and_the_late_kept() -> None:
    late = [bar(n, 0, None, due=5, state=BarState.AWAITED) for n in range(3)]
    came_late = [bar(n, 0, 30, due=5, state=BarState.ARRIVED_LATE) for n in range(10, 12)]
    in_time = [bar(n, 0, 4, due=5) for n in range(100, 300)]
    lanes = pack([*in_time, *came_late, *late], 6, NOW)
    assert lanes.count == 6
    groups = [each for _, each in lanes.placed if isinstance(each, Group)]
    assert [(group.state, len(group.bars)) for group in groups] == [(BarState.IN_TIME, 200)]
    lanes = pack([*in_time, *came_late, *late], 5, NOW)
    groups = [each for _, each in lanes.placed if isinstance(each, Group)]
    assert {group.state for group in groups} == {BarState.IN_TIME, BarState.ARRIVED_LATE}


def test_that_of_too_many_awaited_the_latest_stand_alone() -> None:
    awaited = [bar(n, 0, None, due=n, state=BarState.AWAITED) for n in range(200)]
    lanes = pack(awaited, 6, NOW)
    assert lanes.count == 6
    alone = [each.subject for _, each in lanes.placed if isinstance(each, Bar)]
    assert alone == ["p0", "p1", "p2", "p3", "p4"]
    (group,) = (each for _, each in lanes.placed if isinstance(each, Group))
    assert len(group.bars) == 195


spans = st.tuples(
    st.integers(0, 50), st.none() | st.integers(0, 50), st.none() | st.integers(0, 90),
    st.sampled_from(BarState),
)  # fmt: skip


@given(st.lists(spans, max_size=40), st.integers(1, 8))
def test_that_everything_has_its_lane_and_there_are_never_too_many(
    made: list[tuple[int, int | None, int | None, BarState]], most: int
) -> None:
    bars = [bar(n, start, None if length is None else start + length, due=due, state=state)
            for n, (start, length, due, state) in enumerate(made)]  # fmt: skip
    lanes = pack(bars, most, NOW)
    assert lanes.count <= most
    assert all(0 <= lane < lanes.count for lane, _ in lanes.placed)
    shown = [one.subject for _, each in lanes.placed
             for one in (each.bars if isinstance(each, Group) else (each,))]  # fmt: skip
    assert sorted(shown) == sorted(one.subject for one in bars)


@pytest.mark.parametrize("minutes", [0, 3])
def test_that_200_call_outs_fit_into_few_lanes(minutes: int) -> None:
    play = Play()
    for number in range(200):
        due = play.now + timedelta(minutes=5)
        play.do(msgspec.structs.replace(called(f"x{number}"), due=due))
    play.wait(minutes)
    made = charted(play)
    assert len(made.calls) >= 200
    assert pack(made.calls, 5, play.now).count == 5


def test_that_settled_bars_of_all_kinds_share_one_before_the_awaited_do() -> None:
    awaited = [bar(n, 0, None, due=90, state=BarState.AWAITED) for n in range(2)]
    settled = [bar(10, 0, 4), bar(11, 0, 5, state=BarState.ENDED),
               bar(12, 0, 9, due=5, state=BarState.ARRIVED_LATE)]  # fmt: skip
    lanes = pack([*awaited, *settled], 3, NOW)
    (group,) = (each for _, each in lanes.placed if isinstance(each, Group))
    assert {each.subject for each in group.bars} == {"p10", "p11", "p12"}
    lanes = pack([*awaited, *settled], 2, NOW)
    groups = [each for _, each in lanes.placed if isinstance(each, Group)]
    assert [len(each.bars) for each in groups] == [2, 3]
    assert lanes.count == 2
