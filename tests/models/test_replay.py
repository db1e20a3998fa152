"""Looking back: any prefix of an incident, as it happened or as it was known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.models import facts as f
from app.models.call_outs import CallOutState
from app.models.entry import Entry
from app.models.facts import raw_fact
from app.models.incident import Incident, digest
from app.models.replay import Past, Turn, as_happened, as_known
from tests.builders import BEGIN, MINUTE, an_open_incident, called, entry, opened
from tests.strategies import incidents, minutes

LONG_AFTER = BEGIN + timedelta(days=9)


def a_past(turns: Sequence[Turn], moment: datetime) -> Past[Incident]:
    return Past(turns, _fold, moment)


def _fold(entries: Iterable[Entry]) -> Incident:
    return Incident("one", entries)


def _known_by_id(delays: Sequence[int]) -> Callable[[Entry], datetime]:
    """Each entry was recorded so many minutes after it happened."""
    return lambda entry: entry.at + delays[int(entry.id[-3:], 16) % len(delays)] * MINUTE


delays = st.lists(st.integers(0, 6), min_size=1, max_size=5)
routes = st.lists(minutes, min_size=1, max_size=6)


@given(incidents(), routes)
def test_that_it_does_not_matter_by_which_way_one_comes_to_a_moment_as_it_happened(
    entries: list[Entry], route: list[datetime]
) -> None:
    turns = as_happened(_fold(entries).fold)
    past = a_past(turns, route[0])
    for moment in route:
        past.go_to(moment)
    assert digest(past.folded) == digest(a_past(turns, route[-1]).folded)


@given(incidents(), routes, delays)
def test_that_it_does_not_matter_by_which_way_one_comes_to_a_moment_as_it_was_known(
    entries: list[Entry], route: list[datetime], late: list[int]
) -> None:
    turns = as_known(entries, _known_by_id(late))
    past = a_past(turns, route[0])
    for moment in route:
        past.go_to(moment)
    assert digest(past.folded) == digest(a_past(turns, route[-1]).folded)


@given(incidents(), minutes, delays)
def test_that_as_it_was_known_is_what_a_station_with_these_entries_showed(
    entries: list[Entry], moment: datetime, late: list[int]
) -> None:
    known_at = _known_by_id(late)
    past = a_past(as_known(entries, known_at), moment)
    then = _fold(each for each in entries if known_at(each) <= moment)
    assert digest(past.folded) == digest(then)


@given(incidents(), delays)
def test_that_at_the_end_both_ways_of_looking_show_what_is_shown_now(
    entries: list[Entry], late: list[int]
) -> None:
    now = _fold(entries)
    for turns in (as_happened(now.fold), as_known(entries, _known_by_id(late))):
        assert digest(a_past(turns, LONG_AFTER).folded) == digest(now)


@given(incidents(), minutes)
def test_that_what_was_not_corrected_is_as_the_incident_itself_says_of_that_moment(
    entries: list[Entry], moment: datetime
) -> None:
    plain = [each for each in entries if not isinstance(each.fact, f.Corrected)]
    past = a_past(as_happened(_fold(plain).fold), moment)
    assert digest(past.folded) == digest(_fold(plain).as_of(moment))


@given(incidents(), minutes, minutes)
def test_that_going_forward_tells_every_cell_that_differs(
    entries: list[Entry], one: datetime, other: datetime
) -> None:
    past = a_past(as_happened(_fold(entries).fold), min(one, other))
    before = past.folded.fold.snapshot()
    changes = past.go_to(max(one, other))
    if changes is None:
        return
    told = {f"{cell}/{subject}" for cell, subject in changes.cells}
    after = past.folded.fold.snapshot()
    differs = {at for at in after.keys() | before.keys() if after.get(at) != before.get(at)}
    assert differs <= told


def test_that_a_late_entry_is_there_when_it_happened_but_not_before_it_was_known() -> None:
    arrived = entry(f.Arrived(who="li"), BEGIN + 3 * MINUTE)
    told = [*an_open_incident(called()).timeline, arrived]
    recorded = {arrived.id: BEGIN + 8 * MINUTE}
    happened = a_past(as_happened(_fold(told).fold), BEGIN + 4 * MINUTE)
    known = a_past(as_known(told, lambda each: recorded.get(each.id, each.at)), BEGIN + 4 * MINUTE)
    assert happened.folded.call_out("li").state is CallOutState.ARRIVED
    assert known.folded.call_out("li").state is not CallOutState.ARRIVED
    known.go_to(BEGIN + 8 * MINUTE)
    assert known.folded.call_out("li").state is CallOutState.ARRIVED


def _corrected() -> list[Entry]:
    """20 people, written at 2 minutes; set right at 9 minutes: it was 5 people, at 4 minutes."""
    wrong = entry(f.Amended(people=20), BEGIN + 2 * MINUTE)
    right = f.Corrected(
        entry=wrong.id, reason="miscounted", fact=raw_fact(f.Amended(people=5)),
        at=BEGIN + 4 * MINUTE,
    )  # fmt: skip
    return [entry(opened(people=15)), wrong, entry(right, BEGIN + 9 * MINUTE)]


def test_that_what_was_corrected_is_seen_right_as_it_happened() -> None:
    past = a_past(as_happened(_fold(_corrected()).fold), BEGIN + 3 * MINUTE)
    assert past.folded.people.now == 15
    past.go_to(BEGIN + 5 * MINUTE)
    assert past.folded.people.now == 5


def test_that_what_was_corrected_is_seen_wrong_while_nobody_knew_better() -> None:
    past = a_past(as_known(_corrected(), lambda each: each.at), BEGIN + 3 * MINUTE)
    assert past.folded.people.now == 20
    past.go_to(BEGIN + 9 * MINUTE)
    assert past.folded.people.now == 5


def test_that_original_and_correction_stand_side_by_side_once_it_was_corrected() -> None:
    past = a_past(as_happened(_fold(_corrected()).fold), BEGIN + 5 * MINUTE)
    assert len(past.folded.timeline) == 2
    past.go_to(BEGIN + 9 * MINUTE)
    assert [each.fact.kind for each in past.folded.timeline] == ["opened", "amended", "corrected"]


def test_that_what_was_struck_never_happened() -> None:
    wrong = entry(f.Arrived(who="li"), BEGIN + 2 * MINUTE)
    struck = entry(f.Corrected(entry=wrong.id, reason="somebody else"), BEGIN + 6 * MINUTE)
    told = [*an_open_incident(called()).timeline, wrong, struck]
    past = a_past(as_happened(_fold(told).fold), BEGIN + 3 * MINUTE)
    assert past.folded.call_out("li").state is not CallOutState.ARRIVED
    assert wrong.id not in past.folded.fold


def test_that_forward_only_what_joins_is_told_and_back_everything() -> None:
    told = an_open_incident(called(), f.Note(text="one"), f.Note(text="two"))
    past = a_past(as_happened(told.fold), BEGIN + MINUTE)
    changes = past.go_to(BEGIN + 2 * MINUTE)
    assert changes is not None
    assert [each.fact for each in changes.entries] == [f.Note(text="one")]
    assert past.go_to(BEGIN) is None
    assert len(past.folded.timeline) == 1
