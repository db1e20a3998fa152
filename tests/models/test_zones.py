"""Zones: open or cordoned, clear to confirmed; and who stands at the posts."""

from __future__ import annotations

import msgspec
import pytest

from app.models import facts as f
from app.models.command import LowerLevel, Refusal
from app.models.facts import KnownFact
from app.models.levels import Level
from app.models.plan import PlanZone, PlanZonePart
from app.models.telling import Names, tell
from app.models.text import Text
from app.models.zone_states import Evacuation, ZoneValue
from app.models.zones import ZoneRow, place_words, zones
from tests.builders import BEGIN, MINUTE, PEOPLE, PLAN, Play, a_site, an_open_incident, text

CORDON, RELEASE = f.ZoneCordoned(zone="gate"), f.ZoneReleased(zone="gate")
EVACUATE, EMPTY = f.ZoneEvacuating(zone="gate"), f.ZoneEmpty(zone="gate")
CONFIRM, LIFT = f.ZoneConfirmed(zone="gate"), f.CordonLifted(zone="gate")
FLOOR_1 = f.PartConfirmed(zone="tower", part="f1")

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
    assert play.incident.zone("gate") == ZoneValue(lifted_at=play.now)
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


# Cordons ----------------------------------------------------------------------------------------


def test_that_a_cordon_records_its_line_its_guards_and_when_it_was_lifted() -> None:
    play = Play()
    play.do(f.ZoneCordoned(zone="gate", line="Along the kerb", guards=("li", "ma")))
    assert (row(play).line, row(play).guards) == ("Along the kerb", ("Li Na", "Ma Jun"))
    play.wait(3).do(LIFT)
    assert (row(play).cordoned_at, row(play).line, row(play).guards) == (None, "", ())
    assert row(play).lifted_at == BEGIN + 3 * MINUTE
    assert play.refused(LIFT) == "not_cordoned"


def test_that_more_can_be_said_of_a_cordon_and_nothing_is_lost() -> None:
    play = Play()
    play.wait(1).do(f.ZoneCordoned(zone="gate", line="Along the kerb"))
    play.wait(1).do(f.ZoneCordoned(zone="gate", guards=("li",)))
    assert row(play).cordoned_at == BEGIN + MINUTE
    assert (row(play).line, row(play).guards) == ("Along the kerb", ("Li Na",))
    assert play.refused(CORDON) == "zone_cordoned"
    assert play.refused(f.ZoneCordoned(zone="lobby", guards=("nobody",))) == "unknown_person"


def test_that_the_last_guard_is_taken_off_a_cordon() -> None:
    play = Play()
    play.wait(1).do(f.ZoneCordoned(zone="gate", line="Along the kerb", guards=("li",)))
    play.wait(1).do(f.ZoneCordoned(zone="gate", guards=()))
    assert (row(play).line, row(play).guards) == ("Along the kerb", ())
    assert play.refused(f.ZoneCordoned(zone="gate", guards=())) == "zone_cordoned"


def test_that_lifting_the_cordon_leaves_the_evacuation_as_it_is() -> None:
    play = Play()
    for fact in (CORDON, EVACUATE, LIFT):
        play.wait(1).do(fact)
    assert row(play).evacuation is Evacuation.EVACUATING


def test_that_a_line_of_the_site_plan_is_called_by_its_name() -> None:
    line = f.PlaceDefined(
        place="kerb", sort=f.PlaceSort.LINE, name=text("Kerb"), zone="gate",
        points=((0, 0), (9, 9)),
    )  # fmt: skip
    play = Play(a_site(PEOPLE, line))
    play.do(f.ZoneCordoned(zone="gate", line="kerb"))
    assert row(play).line == text("Kerb")


def test_that_what_was_taken_off_the_site_is_called_as_before() -> None:
    line = f.PlaceDefined(
        place="line-1", sort=f.PlaceSort.LINE, name=text("Kerb"), zone="annex",
        points=((0, 0), (9, 9)),
    )  # fmt: skip
    zone = f.ZoneDefined(zone="annex", name=text("Annex"))
    play = Play(a_site(PEOPLE, zone, line))
    [told] = play.do(f.ZoneCordoned(zone="annex", line="line-1"))
    for gone in (zone, line):
        play.do(msgspec.structs.replace(gone, active=False))
    names = Names(incident=play.incident, plan=play.plan, site=play.site)
    assert tell(told, names).phrase.english() == "Annex cordoned, Kerb"
    annex = next(each for each in zones(play.incident, play.plan, play.site) if each.in_hand)
    assert (annex.name, annex.line) == (text("Annex"), text("Kerb"))


# Parts and counts -------------------------------------------------------------------------------


def tower() -> Play:
    zone = f.ZoneDefined(
        zone="tower", name=text("Tower"), parts=(("f1", text("Floor 1")), ("f2", text("Floor 2")))
    )
    return Play(a_site(PEOPLE, zone))


def test_that_a_zone_is_confirmed_part_by_part_each_by_a_person() -> None:
    play = tower()
    assert play.refused(FLOOR_1) == "zone_not_evacuated"
    play.do(f.ZoneEvacuating(zone="tower"))
    play.wait(1).do(f.PartConfirmed(zone="tower", part="f1", by="Li Na"))
    first, second = row(play, "tower").parts
    assert (first.confirmed_by, first.confirmed_at) == ("Li Na", BEGIN + MINUTE)
    assert row(play, "tower").unconfirmed == (second,)
    assert play.refused(FLOOR_1) == "part_confirmed"


def test_that_a_zone_is_not_confirmed_while_parts_of_it_are_not_and_they_are_named() -> None:
    play = tower()
    for fact in (f.ZoneEvacuating(zone="tower"), FLOOR_1, f.ZoneEmpty(zone="tower")):
        play.wait(1).do(fact)
    refusal = play.decide(f.ZoneConfirmed(zone="tower"))
    assert isinstance(refusal, Refusal)
    assert refusal.code == "parts_unconfirmed"
    assert "Floor 2" in refusal.why.english()
    assert "Floor 1" not in refusal.why.english()
    play.do(f.PartConfirmed(zone="tower", part="f2"))
    play.do(f.ZoneConfirmed(zone="tower"))


def test_that_with_every_part_confirmed_the_whole_is_in_one_step() -> None:
    play = tower()
    for fact in (f.ZoneEvacuating(zone="tower"), FLOOR_1, f.PartConfirmed(zone="tower", part="f2")):
        play.wait(1).do(fact)
    empty, confirmed = play.do(f.ZoneConfirmed(zone="tower"))
    assert (empty, confirmed.kind) == (f.ZoneEmpty(zone="tower"), "zone_confirmed")
    assert row(play, "tower").evacuation is Evacuation.CONFIRMED


def test_that_an_evacuation_begun_anew_has_every_part_looked_through_anew() -> None:
    play = tower()
    evacuate = f.ZoneEvacuating(zone="tower")
    for fact in (evacuate, FLOOR_1, f.ZoneEmpty(zone="tower"), evacuate):
        play.wait(1).do(fact)
    assert len(row(play, "tower").unconfirmed) == 2


def test_that_an_unknown_part_is_refused_with_those_there_are() -> None:
    play = tower()
    play.do(f.ZoneEvacuating(zone="tower"))
    play.do(f.ZoneEvacuating(zone="gate"))
    assert play.refused(f.PartConfirmed(zone="tower", part="attic")) == "unknown_part"
    assert play.refused(f.PartConfirmed(zone="gate", part="f1")) == "no_parts"
    assert play.refused(f.PartConfirmed(zone="moon", part="f1")) == "unknown_zone"


def test_that_parts_come_from_the_plan_where_the_site_has_no_such_zone() -> None:
    play = Play()
    assert play.plan
    parts = (PlanZonePart(key="hall", name=text("Hall")),)
    zone = PlanZone(key="annex", name=text("Annex"), parts=parts)
    play.plan = msgspec.structs.replace(play.plan, zones=(*play.plan.zones, zone))
    play.do(f.ZoneEvacuating(zone="annex"))
    play.do(f.PartConfirmed(zone="annex", part="hall"))
    assert not row(play, "annex").unconfirmed


def test_that_people_counted_out_only_become_more() -> None:
    play = Play()
    assert play.refused(f.OutCounted(zone="gate", count=3)) == "zone_not_evacuated"
    play.do(f.ZoneEvacuating(zone="gate", expected=118))
    play.wait(1).do(f.OutCounted(zone="gate", count=64))
    assert (row(play).out, row(play).expected) == (64, 118)
    assert play.refused(f.OutCounted(zone="gate", count=64)) == "unchanged"
    assert play.refused(f.OutCounted(zone="gate", count=46)) == "count_fell"
    assert play.refused(f.OutCounted(zone="gate", count=-1)) == "negative"
    play.wait(1).do(f.OutCounted(zone="gate", count=120))


def test_that_evacuated_anew_people_are_counted_anew() -> None:
    play = Play()
    for command in (EVACUATE, f.OutCounted(zone="gate", count=40), EMPTY, CONFIRM, EVACUATE):
        play.wait(1).do(command)
    assert play.incident.zone("gate").out is None
    play.do(f.OutCounted(zone="gate", count=5))
    assert play.refused(f.OutCounted(zone="gate", count=4)) == "count_fell"


def test_that_a_count_that_crosses_the_beginning_of_an_evacuation_stands() -> None:
    counted = an_open_incident(f.OutCounted(zone="gate", count=4), EVACUATE)
    assert counted.zone("gate").out == 4


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


def test_that_nobody_stands_at_two_posts() -> None:
    play = Play()
    play.do(f.PostTaken(post="P1", who="li"))
    moved = play.wait(1).do(f.PostTaken(post="P2", who="li"))
    assert moved == [
        f.PostLeft(post="P1", who="li"), f.PostTaken(post="P2", who="li", name="Li Na")
    ]  # fmt: skip
    assert [post.name for post in row(play).posts] == ["", "Li Na"]


def test_that_who_is_stood_down_leaves_their_post_and_the_line() -> None:
    play = Play()
    for who in ("li", "xu"):
        play.do(f.Arrived(who=who))
    play.do(f.PostTaken(post="P1", who="li"))
    play.do(f.ZoneCordoned(zone="gate", guards=("li", "xu")))
    gone = play.wait(1).do(f.StoodDown(who="li"))
    assert gone == [f.StoodDown(who="li"), f.PostLeft(post="P1", who="li")]
    assert (row(play).posts[0].since, row(play).guards) == (None, ("Xu Qiang",))


def test_that_a_lower_level_frees_the_posts_of_those_it_stands_down() -> None:
    play = Play(level=Level.III)
    play.do(f.Arrived(who="gao"))
    play.do(f.PostTaken(post="P1", who="gao"))
    play.do(LowerLevel(level=Level.IV, reason="fewer people", stand_down=("gao",)))
    assert row(play).posts[0].since is None


def test_that_whoever_was_relieved_leaves_alone() -> None:
    incident = an_open_incident(
        f.PostTaken(post="P1", who="li"), f.PostTaken(post="P1", who="ma", name="Ma"),
        f.PostLeft(post="P1", who="li"),
    )  # fmt: skip
    assert incident.post("P1").who == "ma"


def test_that_taking_the_same_post_twice_keeps_the_first_time() -> None:
    taken = f.PostTaken(post="P1", who="li")
    assert an_open_incident(taken, taken).post("P1").since == BEGIN + MINUTE


def test_that_a_place_that_is_a_zone_is_told_in_both_languages() -> None:
    site = a_site(PEOPLE, f.ZoneDefined(zone="yard", name=Text(en="Forecourt", zh="前广场")))
    assert place_words(PLAN, site, "Forecourt ") == Text(en="Forecourt", zh="前广场")
    assert place_words(PLAN, site, "前广场").en == "Forecourt"
    assert place_words(PLAN, site, "At the trees") == Text(en="At the trees", zh="At the trees")
