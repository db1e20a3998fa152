"""Receptions: up to five are heard, answers and promises stand, names are nowhere in the log."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from app.models import facts as f
from app.models.facts import KnownFact
from app.models.follow_ups import follow_ups
from app.models.plan import PlanReception
from app.models.reception import DateKind, reception_follow_ups, receptions
from app.models.telling import Names, tell
from app.models.text import ENGLISH, say_word
from tests.builders import BEGIN, MINUTE, PLAN, Play, an_open_incident

DAY = timedelta(days=1)
RULES = PlanReception(
    accept_within=15 * DAY, answer_within=60 * DAY, erase_after=timedelta(days=180)
)
WITH_RULES = msgspec.structs.replace(PLAN, reception=RULES)
BEGUN = f.ReceptionBegun(reception="r", matter="Unpaid wages, block 7", people=35, unit="Unit 7")


def received(*, begun: bool = True) -> Play:
    play = Play()
    play.plan = WITH_RULES
    if begun:
        play.wait(1).do(BEGUN)
    return play


def added(number: int, contact: str = "") -> f.RepresentativeAdded:
    return f.RepresentativeAdded(reception="r", representative=f"p{number}", contact=contact)


def told(play: Play) -> str:
    names = Names(incident=play.incident, plan=play.plan, site=play.site)
    return tell(play.incident.timeline[-1].fact, names).phrase.english()


# How it begins and ends ------------------------------------------------------------------------


def test_that_a_reception_says_the_matter_how_many_and_who_received() -> None:
    play = received()
    [row] = receptions(play.incident, play.plan)
    assert (row.matter, row.people, row.unit) == ("Unpaid wages, block 7", 35, "Unit 7")
    assert (row.received_by, row.begun_at) == ("Wang Min", BEGIN + MINUTE)
    expected = "Reception: Unpaid wages, block 7 • 35 people • Unit 7 • received by Wang Min"
    assert told(play) == expected


@pytest.mark.parametrize("matter", ["", "   "])
def test_that_a_reception_needs_a_matter(matter: str) -> None:
    play = received(begun=False)
    assert play.refused(f.ReceptionBegun(reception="r", matter=matter)) == "missing"
    play.do(BEGUN)
    assert play.refused(f.ReceptionAmended(reception="r", matter=matter)) == "missing"


def test_that_only_what_is_given_is_amended() -> None:
    play = received()
    play.do(f.ReceptionAmended(reception="r", people=40))
    [row] = receptions(play.incident, play.plan)
    assert (row.people, row.matter) == (40, "Unpaid wages, block 7")
    assert play.refused(f.ReceptionAmended(reception="r", people=40)) == "unchanged"


def test_that_an_incident_has_as_many_receptions_as_were_begun() -> None:
    play = received()
    play.wait(1).do(f.ReceptionBegun(reception="a", matter="Heating", received_by="Li Na"))
    assert [(row.key, row.number) for row in receptions(play.incident, play.plan)] == [
        ("r", 1), ("a", 2),
    ]  # fmt: skip
    assert told(play).startswith("Reception 2: Heating")
    assert play.refused(BEGUN) == "reception_begun"


@pytest.mark.parametrize(
    "late",
    [
        f.ReceptionAmended(reception="r", people=9),
        added(1),
        f.RepresentativeLeft(reception="r", representative="p0"),
        f.MatterAnswered(reception="r", text="So it is"),
        f.Promised(reception="r", follow_up="u", text="x", owner="order", due=BEGIN + DAY),
        f.ReceptionEnded(reception="r"),
    ],
)
def test_that_nothing_is_said_of_a_reception_before_it_began_or_after_it_ended(
    late: KnownFact,
) -> None:
    play = received(begun=False)
    assert play.refused(late) == "no_reception"
    play.wait(1).do(BEGUN)
    play.wait(1).do(f.ReceptionEnded(reception="r", outcome="Calm, all heard"))
    assert told(play) == "Reception ended: Calm, all heard"
    assert play.wait(1).refused(late) == "reception_ended"


def test_that_what_was_said_before_the_end_can_be_typed_after_it() -> None:
    play = received()
    play.wait(5).do(f.ReceptionEnded(reception="r"))
    play.wait(1).do(f.MatterAnswered(reception="r", text="Paid on Friday"), at=3)
    [row] = receptions(play.incident, play.plan)
    assert [answer.text for answer in row.answers] == ["Paid on Friday"]


# Representatives -------------------------------------------------------------------------------


def test_that_a_sixth_representative_is_refused_with_the_reason() -> None:
    play = received()
    for number in range(5):
        play.do(added(number))
    decided = play.decide(added(5))
    assert play.refused(added(5)) == "representatives_full"
    assert "At most 5 representatives, chosen by the visitors" in decided.why.english()  # type: ignore[union-attr]  # refused


def test_that_a_plan_may_say_fewer() -> None:
    play = received()
    play.plan = msgspec.structs.replace(PLAN, reception=PlanReception(most=2))
    play.do(added(0))
    play.do(added(1))
    assert play.refused(added(2)) == "representatives_full"


def test_that_another_is_heard_once_one_has_left() -> None:
    play = received()
    for number in range(5):
        play.do(added(number))
    play.wait(1).do(f.RepresentativeLeft(reception="r", representative="p2"))
    assert told(play) == "Representative 3 left"
    play.do(added(5))
    assert told(play) == "Representative 6 is received"
    left = f.RepresentativeLeft(reception="r", representative="p2")
    assert play.refused(left) == "unchanged"
    nobody = f.RepresentativeLeft(reception="r", representative="x")
    assert play.refused(nobody) == "no_representative"


def test_that_those_whom_two_stations_received_at_once_are_all_kept() -> None:
    incident = an_open_incident(BEGUN, *(added(number) for number in range(6)))
    [row] = receptions(incident, WITH_RULES)
    assert (row.present, row.most) == (6, 5)


def test_that_a_contact_is_kept_until_the_date_of_the_plan() -> None:
    play = received()
    [fact] = play.wait(3).do(added(1, contact="k"))
    assert isinstance(fact, f.RepresentativeAdded)
    assert fact.erase_by == BEGIN + MINUTE + 180 * DAY
    assert told(play) == "Representative 1 is received and wants an answer; contact kept apart"
    [row] = receptions(play.incident, play.plan)
    assert row.representatives[0].kept(play.now)
    assert not row.representatives[0].kept(play.now + 181 * DAY)


def test_that_without_a_contact_nothing_is_kept() -> None:
    play = received()
    [fact] = play.do(added(1))
    assert isinstance(fact, f.RepresentativeAdded)
    assert fact.erase_by is None


def test_that_a_representative_may_leave_a_contact_later_but_not_another() -> None:
    play = received()
    play.do(added(1))
    assert play.refused(added(1)) == "unchanged"
    play.wait(1).do(added(1, contact="k"))
    [row] = receptions(play.incident, play.plan)
    assert [(each.key, each.contact) for each in row.representatives] == [("p1", "k")]
    assert play.refused(added(1, contact="other")) == "unchanged"


def test_that_a_contact_is_erased_once_and_also_after_closing() -> None:
    play = received()
    play.do(added(1, contact="k"))
    assert play.refused(f.ContactErased(contact="other")) == "no_contact"
    play.do(f.DeclaredOver())
    play.do(f.Closed())
    play.wait(1).do(f.ContactErased(contact="k"))
    assert told(play) == "Representative 1: name and contact erased"
    [row] = receptions(play.incident, play.plan)
    assert row.representatives[0].erased_at == play.now
    assert play.refused(f.ContactErased(contact="k")) == "contact_erased"


# Answers, promises, dates ----------------------------------------------------------------------


def test_that_no_contact_is_not_one_that_can_be_erased() -> None:
    play = received()
    play.do(added(1))
    assert play.refused(f.ContactErased(contact="")) == "missing"


def test_that_who_has_a_contact_is_struck_only_once_that_is_erased() -> None:
    play = received()
    begun = play.last_id()
    play.do(added(1, contact="k"))
    struck = f.Corrected(entry=play.last_id(), reason="typed twice")
    assert play.refused(struck) == "contact_kept"
    nameless = msgspec.structs.replace(struck, fact=f.raw_fact(added(1)))
    assert play.refused(nameless) == "contact_kept"
    assert play.refused(f.Corrected(entry=begun, reason="nobody came")) == "contact_kept"
    play.wait(1).do(f.ContactErased(contact="k"))
    play.do(struck)
    play.do(f.Corrected(entry=begun, reason="nobody came"))


def test_that_answers_stand_in_the_order_in_which_they_were_given() -> None:
    play = received()
    play.wait(2).do(f.MatterAnswered(reception="r", text="The fund pays", by="Liu Yang"))
    play.wait(1).do(f.MatterAnswered(reception="r", text="We look into it"), at=2)
    [row] = receptions(play.incident, play.plan)
    assert [(a.text, a.by) for a in row.answers] == [
        ("We look into it", "Wang Min"), ("The fund pays", "Liu Yang"),
    ]  # fmt: skip
    assert play.refused(f.MatterAnswered(reception="r", text=" ")) == "missing"


def promise(**fields: object) -> f.Promised:
    given = {"follow_up": "u", "reception": "r", "text": "Call back", "owner": "order"}
    return f.Promised(**(given | {"due": BEGIN + DAY} | fields))  # type: ignore[arg-type]  # as given


def test_that_a_promise_becomes_a_follow_up() -> None:
    play = received()
    play.do(promise())
    assert told(play) == "Promised: Call back • Order, until 2026-11-24T10:00:00Z"
    rows = {row.key: row for row in follow_ups(play.incident, play.plan)}
    assert (rows["u"].promised, rows["u"].due) == (True, BEGIN + DAY)
    [row] = receptions(play.incident, play.plan)
    assert [each.text for each in row.promises] == ["Call back"]
    assert play.refused(promise()) == "promise_exists"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"owner": " "}, "missing"),
        ({"text": ""}, "missing"),
        ({"due": BEGIN - MINUTE}, "due_passed"),
        ({"due": BEGIN + MINUTE}, "due_passed"),
    ],
)
def test_that_a_promise_needs_an_owner_and_a_time_to_come(
    fields: dict[str, object], code: str
) -> None:
    assert received().refused(promise(**fields)) == code


def test_that_the_plans_dates_count_from_the_beginning_and_are_follow_ups() -> None:
    play = received()
    dates = reception_follow_ups(play.incident, play.plan)
    assert [(date.kind, date.due, date.owner) for date in dates] == [
        (DateKind.ACCEPT, BEGIN + MINUTE + 15 * DAY, "Wang Min"),
        (DateKind.ANSWER, BEGIN + MINUTE + 60 * DAY, "Wang Min"),
    ]
    assert dates[0].text.en.endswith("Unpaid wages, block 7")
    owed = {row.key: row.is_owed for row in follow_ups(play.incident, play.plan)}
    assert owed == {"r-accept": True, "r-answer": True}
    play.do(f.FollowUpDone(follow_up="r-accept", result="Taken up, told by letter"))
    owed = {row.key: row.is_owed for row in follow_ups(play.incident, play.plan)}
    assert owed == {"r-accept": False, "r-answer": True}


def test_that_what_is_said_of_a_date_names_it_and_not_its_key() -> None:
    play = received()
    play.wait(1).do(f.FollowUpDone(follow_up="r-accept", result="told"))
    assert told(play) == (
        "Tell the visitors in writing whether their matter is taken up: "
        "Unpaid wages, block 7: done, told"
    )


def test_that_a_plan_without_dates_sets_none() -> None:
    play = Play()
    play.do(BEGUN)
    assert reception_follow_ups(play.incident, play.plan) == []


def test_that_the_sentence_of_a_representative_says_a_number_and_nothing_else() -> None:
    play = received()
    play.do(added(1, contact="k"))
    fact = play.incident.timeline[-1].fact
    line = tell(fact, Names(incident=play.incident, plan=None, site=play.site))
    assert say_word(line.subject, ENGLISH) == "Representative 1"
