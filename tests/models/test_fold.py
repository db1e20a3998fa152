"""The fold: total, deterministic, the same in whatever order and portions entries arrive."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from app.models import facts as f
from app.models.call_outs import CallOutState
from app.models.entry import Entry
from app.models.facts import AnyFact, Corrected, KnownFact, Note, Unknown, raw_fact
from app.models.fold import Changes
from app.models.incident import RULES, Incident, digest, oddities
from app.models.site import RULES as SITE_RULES
from app.models.site import Site
from app.models.value import Oddity
from tests.builders import BEGIN, MINUTE, an_open_incident, called, entry, opened
from tests.strategies import KINDS, all_facts, entries, incidents, minutes


def of(held: Sequence[Entry]) -> Incident:
    return Incident("one", held)


@given(st.lists(all_facts.map(entry), max_size=8), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_that_any_facts_in_any_order_fold(held: list[Entry], chance: st.DataObject) -> None:
    incident, site = of(held), Site(held)
    assert incident.fold.snapshot() is not None
    assert site.fold.snapshot() is not None
    assert digest(incident)
    assert oddities(incident) is not None


@given(incidents(), st.data())
def test_that_the_order_of_arrival_does_not_matter(held: list[Entry], data: st.DataObject) -> None:
    other = data.draw(st.permutations(held))
    assert digest(of(held)) == digest(of(other))
    assert oddities(of(held)) == oddities(of(other))
    assert of(held).timeline == of(other).timeline


@given(incidents(), st.data())
def test_that_stations_fed_in_different_portions_end_equal(
    held: list[Entry], data: st.DataObject
) -> None:
    incident, rest = Incident("one"), list(held)
    while rest:
        size = data.draw(st.integers(1, len(rest)))
        incident.add(rest[:size])
        if data.draw(st.booleans()):
            assert digest(incident)  # looked at in between
        rest = rest[size:]
    assert digest(incident) == digest(of(held))


@given(incidents(), st.data())
def test_that_an_entry_counts_once_however_often_it_comes(
    held: list[Entry], data: st.DataObject
) -> None:
    again = data.draw(st.lists(st.sampled_from(held), max_size=10))
    incident = of([*held, *again])
    assert not incident.add(again)
    assert digest(incident) == digest(of(held))
    assert len(incident.timeline) == len(held)


@given(incidents(), minutes)
def test_that_the_past_is_a_prefix(held: list[Entry], moment: datetime) -> None:
    then = of([each for each in held if each.at <= moment])
    assert digest(of(held).as_of(moment)) == digest(then)


@given(entries(), minutes)
def test_that_what_was_then_is_what_had_happened_as_now_known(
    held: list[Entry], moment: datetime
) -> None:
    incident = of(held)
    known = [incident.fold.effective(each) for each in held if type(each.fact) is not Corrected]
    had_happened = of([each for each in known if each is not None and each.at <= moment])
    then = incident.then(moment)
    assert then.course == had_happened.course
    assert then.people == had_happened.people
    for who in incident.call_outs:
        assert then.call_out(who) == had_happened.call_out(who)
    for zone in incident.zones:
        assert then.zone(zone) == had_happened.zone(zone)


@given(incidents(), st.data())
def test_that_only_the_cells_that_are_named_change(held: list[Entry], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(held)))
    incident = of(held[:cut])
    before = incident.fold.snapshot()
    changes = incident.add(held[cut:])
    after = incident.fold.snapshot()
    named = {f"{cell}/{subject}" for cell, subject in changes.cells}
    differing = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    assert differing <= named
    assert list(changes.entries) == sorted(held[cut:], key=lambda each: each.order)


@given(incidents(), st.data())
def test_that_what_an_entry_would_change_is_what_it_changes(
    held: list[Entry], data: st.DataObject
) -> None:
    new = data.draw(st.sampled_from(held))
    incident = of([each for each in held if each.id != new.id])
    foretold = {address: after for address, _, after in incident.fold.values_with(new)}
    touched = incident.add([new]).cells
    assert touched <= foretold.keys()
    for (cell, subject), value in foretold.items():
        assert incident.fold.value(cell, subject) == value


# Corrections ------------------------------------------------------------------------------------


def corrections_of(target: Entry, *facts: KnownFact | None) -> list[Entry]:
    return [
        entry(Corrected(entry=target.id, reason="wrong", fact=raw_fact(fact)), BEGIN + 9 * MINUTE)
        for fact in facts
    ]


def test_that_a_correction_holds_whether_it_comes_before_or_after_its_target() -> None:
    target = entry(f.Amended(people=20), BEGIN + MINUTE)
    (correction,) = corrections_of(target, f.Amended(people=30))
    for held in ([target, correction], [correction, target]):
        incident = of(held)
        assert incident.people.now == 30
        assert incident.fold.entry(target.id) == target
        assert incident.fold.correction_of(target.id) == correction


def test_that_the_last_correction_holds() -> None:
    target = entry(f.Amended(people=20), BEGIN + MINUTE)
    first, second = corrections_of(target, f.Amended(people=30), f.Amended(people=40))
    assert of([second, target, first]).people.now == 40


def test_that_a_struck_entry_counts_no_more_but_stays_in_the_timeline() -> None:
    target = entry(called("li"), BEGIN + MINUTE)
    (strike,) = corrections_of(target, None)
    incident = of([target, strike])
    assert not incident.call_outs
    assert list(incident.timeline) == [target, strike]
    assert incident.fold.effective(target) is None


def test_that_what_was_struck_can_be_brought_back() -> None:
    target = entry(f.Amended(people=20), BEGIN + MINUTE)
    strike, again = corrections_of(target, None, f.Amended(people=20))
    assert of([target, strike, again]).people.now == 20


def test_that_a_corrected_time_moves_what_it_means_but_not_its_line() -> None:
    target = entry(f.Arrived(who="li"), BEGIN + 9 * MINUTE)
    moved = Corrected(entry=target.id, reason="earlier", fact=raw_fact(f.Arrived(who="li")),
                      at=BEGIN + 3 * MINUTE)  # fmt: skip
    incident = an_open_incident((1, called("li")))
    incident.add([target, entry(moved, BEGIN + 10 * MINUTE)])
    assert incident.call_out("li").arrived_at == BEGIN + 3 * MINUTE
    assert incident.fold.position(target) == 2


def test_that_a_correction_may_move_an_arrival_to_another_person() -> None:
    target = entry(f.Arrived(who="li"), BEGIN + 3 * MINUTE)
    (moved,) = corrections_of(target, f.Arrived(who="xu"))
    incident = an_open_incident((1, called("li")), (1, called("xu")))
    changes = incident.add([target, moved])
    assert changes.cells == {("call_out", "li"), ("call_out", "xu")}
    assert incident.call_out("li").state is CallOutState.CALLED
    assert incident.call_out("xu").state is CallOutState.ARRIVED


def test_that_a_correction_by_another_kind_holds_in_either_order() -> None:
    """Nothing here records such a one; another program may."""
    target = entry(Note(text="Li is here"), BEGIN + MINUTE)
    (correction,) = corrections_of(target, f.Arrived(who="li"))
    for held in ([target, correction], [correction, target]):
        assert of(held).call_out("li").arrived_at == BEGIN + MINUTE


def test_that_corrections_of_corrections_and_of_themselves_change_nothing() -> None:
    target = entry(f.Amended(people=20), BEGIN + MINUTE)
    (correction,) = corrections_of(target, f.Amended(people=30))
    odd = corrections_of(correction, f.Arrived(who="li"), f.Arrived(who="xu"), None)
    own = Entry(
        id="own", stream="one", at=BEGIN, author="", station="",
        fact=Corrected(entry="own", reason="?", fact=raw_fact(f.Arrived(who="li"))),
    )  # fmt: skip
    incident = of([*odd, own, correction, target])
    assert incident.people.now == 30
    assert not incident.call_outs
    assert incident.fold.correction_of(correction.id) is None


def test_that_a_correction_of_an_unknown_entry_waits_for_it() -> None:
    late = entry(Note(text="x"))
    incident = of(corrections_of(late, None))
    assert incident.fold.correction_of(late.id) is None
    incident.add([late])
    assert incident.fold.effective(late) is None


# The timeline -----------------------------------------------------------------------------------


def test_that_a_late_entry_takes_its_place_by_when_it_happened() -> None:
    incident = an_open_incident((1, Note(text="a")), (9, Note(text="c")))
    late = entry(Note(text="b"), BEGIN + 3 * MINUTE)
    assert incident.add([late]) == Changes((late,), frozenset())
    assert [note.fact for note in incident.timeline[1:]] == [
        Note(text="a"), Note(text="b"), Note(text="c")
    ]  # fmt: skip
    assert incident.fold.position(late) == 2
    assert late.id in incident.fold
    assert len(incident.fold) == 4


def test_that_what_happened_at_the_same_time_stands_in_the_order_of_ids() -> None:
    second, first = entry(Note(text="b"), number=2), entry(Note(text="a"), number=1)
    assert list(of([second, first]).timeline) == [first, second]


def test_that_unknown_kinds_are_kept_in_the_timeline() -> None:
    strange = entry(Unknown(kind="hologram_shown", data="{}"))
    incident = of([strange])
    assert list(incident.timeline) == [strange]
    assert not incident.fold.snapshot()


def test_that_nothing_new_is_no_change() -> None:
    assert not Changes()
    assert not an_open_incident().add([])


def test_that_changes_tell_which_cells_they_touch() -> None:
    changes = an_open_incident().add([entry(called("li"))])
    assert changes.touches("zone", "call_out")
    assert not changes.touches("zone")


def test_that_every_kind_of_fact_lands_somewhere_or_is_a_line_only() -> None:
    folded = RULES.homes.keys() | SITE_RULES.homes.keys()
    assert set(KINDS) - folded == {Note, Corrected, f.ShiftHandedOver, f.Printed}


# What does not fit ------------------------------------------------------------------------------


def flagged(*told: AnyFact) -> list[Oddity]:
    return [odd.oddity for odd in oddities(an_open_incident(*told))]


def test_that_a_second_opening_is_flagged_and_changes_no_course() -> None:
    assert flagged(opened()) == [Oddity.OPENED_TWICE]
    assert an_open_incident(opened()).course.opened_at == BEGIN


def test_that_the_course_out_of_order_is_flagged() -> None:
    assert flagged(f.Reopened(reason="?")) == [Oddity.OUT_OF_COURSE]
    unopened = of([entry(f.DeclaredOver()), entry(f.Closed()), entry(f.Reopened(reason="?"))])
    assert [odd.oddity for odd in oddities(unopened)] == [Oddity.OUT_OF_COURSE] * 3


def test_that_someone_who_was_never_called_cannot_answer() -> None:
    for fact in (
        f.Acknowledged(who="li"), f.OnTheWay(who="li"), f.NoAnswer(who="li"),
        f.Excused(who="li", reason="ill"), f.StoodDown(who="li"),
    ):  # fmt: skip
        assert flagged(fact) == [Oddity.NEVER_CALLED]
        assert flagged(called("li"), fact) == []


def test_that_closing_while_someone_is_on_the_way_is_flagged() -> None:
    told = (called("li"), f.OnTheWay(who="li"), f.Closed())
    assert flagged(*told) == [Oddity.CLOSED_WHILE_AWAITED]
    assert flagged(*told, f.Arrived(who="li")) == []


def test_that_declaring_over_or_closing_twice_is_no_contradiction() -> None:
    assert flagged(f.DeclaredOver(), f.DeclaredOver(), f.Closed(), f.Closed()) == []
    assert flagged(f.Closed(), f.DeclaredOver()) == []
