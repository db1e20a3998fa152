"""Zones: open or cordoned, clear to confirmed; and who stands at the posts."""

from __future__ import annotations

import pytest

from app.models import facts as f
from app.models.facts import KnownFact
from app.models.text import Text
from app.models.zone_states import Evacuation, ZoneValue
from app.models.zones import ZoneRow, zones
from tests.builders import BEGIN, MINUTE, PEOPLE, PLAN, Play, a_site, an_open_incident, text

CORDON, RELEASE = f.ZoneCordoned(zone="gate"), f.ZoneReleased(zone="gate")
EVACUATE, EMPTY = f.ZoneEvacuating(zone="gate"), f.ZoneEmpty(zone="gate")
CONFIRM = f.ZoneConfirmed(zone="gate")

STATES: dict[str, tuple[KnownFact, ...]] = {
    "clear": (),
    "cordoned": (CORDON,),
    "evacuating": (EVACUATE,),
    "empty": (EMPTY,),
    "confirmed": (EMPTY, CONFIRM),
    "cordoned_and_confirmed": (CORDON, EVACUATE, EMPTY, CONFIRM),
    "released": (CORDON, EVACUATE, RELEASE),
}
REFUSED: dict[str, dict[KnownFact, str]] = {
    "clear": {CONFIRM: "zone_not_empty", RELEASE: "zone_free"},
    "cordoned": {CORDON: "zone_cordoned", CONFIRM: "zone_not_empty"},
    "evacuating": {EVACUATE: "zone_same", CONFIRM: "zone_not_empty"},
    "empty": {EMPTY: "zone_same"},
    "confirmed": {EMPTY: "zone_same", CONFIRM: "zone_same"},
    "cordoned_and_confirmed": {
        CORDON: "zone_cordoned", EMPTY: "zone_same", CONFIRM: "zone_same"
    },
    "released": {CONFIRM: "zone_not_empty", RELEASE: "zone_free"},
}  # fmt: skip


@pytest.mark.parametrize("fact", [CORDON, EVACUATE, EMPTY, CONFIRM, RELEASE], ids=lambda f: f.kind)
@pytest.mark.parametrize("state", STATES)
def test_that_each_step_is_taken_from_where_it_makes_sense(state: str, fact: KnownFact) -> None:
    play = Play()
    for before in STATES[state]:
        play.wait(1).do(before)
    play.wait(1)
    code = REFUSED[state].get(fact)
    if code:
        assert play.refused(fact) == code
    else:
        play.do(fact)


def row(play: Play, key: str = "gate") -> ZoneRow:
    return next(each for each in zones(play.incident, play.plan, play.site) if each.key == key)


def test_that_an_evacuation_goes_from_clear_to_confirmed() -> None:
    play = Play()
    seen = [row(play).evacuation]
    for fact in (EVACUATE, EMPTY, f.ZoneConfirmed(zone="gate", by="Li Na")):
        play.wait(1).do(fact)
        seen.append(row(play).evacuation)
    assert seen == [
        Evacuation.CLEAR, Evacuation.EVACUATING, Evacuation.EMPTY, Evacuation.CONFIRMED
    ]  # fmt: skip
    assert row(play).confirmed_by == "Li Na"
    assert row(play).evacuation_at == BEGIN + 3 * MINUTE


def test_that_whoever_records_it_confirms_unless_somebody_is_named() -> None:
    play = Play()
    play.do(EMPTY)
    assert play.wait(1).do(CONFIRM) == [f.ZoneConfirmed(zone="gate", by="Wang Min")]
    incident = an_open_incident(EMPTY, CONFIRM)
    assert incident.zone("gate").confirmed_by == "Wang Min"


def test_that_somebody_found_inside_begins_it_anew() -> None:
    play = Play()
    for fact in (EMPTY, CONFIRM, EVACUATE):
        play.wait(1).do(fact)
    assert (row(play).evacuation, row(play).confirmed_by) == (Evacuation.EVACUATING, "")


def test_that_the_number_expected_can_be_given_later_without_beginning_anew() -> None:
    play = Play()
    play.do(f.ZoneEvacuating(zone="gate", expected=40))
    started = row(play).evacuation_at
    assert play.wait(1).refused(f.ZoneEvacuating(zone="gate", expected=40)) == "zone_same"
    play.do(f.ZoneEvacuating(zone="gate", expected=45))
    assert (row(play).expected, row(play).evacuation_at) == (45, started)
    assert play.refused(f.ZoneEvacuating(zone="lobby", expected=-1)) == "negative"


def test_that_releasing_lifts_the_cordon_and_lets_people_back() -> None:
    play = Play()
    for fact in (CORDON, EVACUATE, EMPTY, RELEASE):
        play.wait(1).do(fact)
    assert play.incident.zone("gate") == ZoneValue()
    assert not row(play).in_hand


def test_that_the_first_cordon_and_the_first_confirmation_count() -> None:
    zone = an_open_incident(CORDON, CORDON, EMPTY, CONFIRM, CONFIRM, EMPTY).zone("gate")
    assert zone.cordoned_at == BEGIN + MINUTE
    assert (zone.evacuation, zone.evacuation_at) == (Evacuation.CONFIRMED, BEGIN + 4 * MINUTE)


def test_that_a_step_typed_late_is_judged_by_the_zone_then() -> None:
    play = Play()
    play.wait(2).do(CORDON)
    play.wait(8).do(RELEASE)
    assert play.wait(1).refused(CORDON, at=5) == "zone_cordoned"
    play.do(CORDON, at=1)
    assert row(play).cordoned_at is None


def test_that_unknown_zones_are_refused() -> None:
    play = Play()
    assert play.refused(f.ZoneCordoned(zone="moon")) == "unknown_zone"
    play.plan = None
    assert play.refused(CORDON) == "unknown_zone"


def test_that_zones_of_the_site_and_the_plan_are_listed_those_in_hand_first() -> None:
    site = a_site(PEOPLE, f.ZoneDefined(zone="roof", name=text("Roof"), posts=("R1",)),
                  f.ZoneDefined(zone="gate", name=text("Main gate"), posts=("P9",)))  # fmt: skip
    play = Play(site)
    play.do(f.ZoneCordoned(zone="roof"))
    rows = zones(play.incident, PLAN, site)
    assert [each.key for each in rows] == ["roof", "gate", "lobby"]
    assert rows[1].name == text("Main gate")
    assert [post.key for post in rows[1].posts] == ["P9"]


def test_that_a_zone_nobody_here_knows_is_listed_by_its_key() -> None:
    rows = zones(an_open_incident(f.ZoneCordoned(zone="moon")), None, a_site())
    assert [each.name for each in rows] == [Text(en="moon", zh="moon")]


# Posts ------------------------------------------------------------------------------------------


def test_that_a_post_is_taken_and_left() -> None:
    play = Play()
    play.wait(1).do(f.PostTaken(post="P1", who="li"))
    (first, second) = row(play).posts
    assert (first.name, first.since, second.since) == ("Li Na", BEGIN + MINUTE, None)
    assert play.refused(f.PostTaken(post="P1", who="li")) == "unchanged"
    assert play.wait(1).do(f.PostLeft(post="P1")) == [f.PostLeft(post="P1", who="li")]
    assert row(play).posts[0].since is None
    assert play.refused(f.PostLeft(post="P1")) == "post_empty"
    assert play.refused(f.PostTaken(post="P1", who="")) == "missing"


def test_that_a_guard_is_relieved_by_another() -> None:
    play = Play()
    play.do(f.PostTaken(post="P1", who="li"))
    play.wait(1).do(f.PostTaken(post="P1", who="ma"))
    assert play.incident.post("P1").name == "Ma Jun"
    assert play.refused(f.PostLeft(post="P1", who="li")) == "post_empty"


def test_that_whoever_was_relieved_leaves_alone() -> None:
    incident = an_open_incident(
        f.PostTaken(post="P1", who="li"), f.PostTaken(post="P1", who="ma", name="Ma"),
        f.PostLeft(post="P1", who="li"),
    )  # fmt: skip
    assert incident.post("P1").who == "ma"


def test_that_taking_the_same_post_twice_keeps_the_first_time() -> None:
    taken = f.PostTaken(post="P1", who="li")
    assert an_open_incident(taken, taken).post("P1").since == BEGIN + MINUTE
