"""The site plan: what is drawn, in what state it is, who of the staff is unaccounted for."""

from __future__ import annotations

import pytest

from app.models import facts as f
from app.models.entry import SITE, Entry
from app.models.files import MOST_BYTES
from app.models.site import Site
from app.models.sitefile import site_facts
from app.models.siteplan import SitePlan, at_place, site_plan
from app.models.text import Text
from app.store.bundled import example_site
from tests.builders import BEGIN, MINUTE, PEOPLE, PLAN, Play, a_site, entry, text

SQUARE = ((1000, 1000), (4000, 1000), (4000, 4000))
GATE = f.ZoneDefined(zone="gate", name=text("Gate"), posts=("P1",), shape=SQUARE)
DOOR = f.PlaceDefined(place="door", sort=f.PlaceSort.ENTRANCE, name=text("Door"), points=((5, 5),))
LAWN = f.PlaceDefined(place="lawn", sort=f.PlaceSort.ASSEMBLY, name=text("Lawn"), points=((7, 7),))
POST = f.PlaceDefined(place="P1", sort=f.PlaceSort.POST, name=text("P1"), points=((9, 9),))
KERB, WALL = (
    f.PlaceDefined(
        place=key, sort=f.PlaceSort.LINE, name=text(key), zone="gate", points=((0, 0), (9, 9))
    )
    for key in ("kerb", "wall")
)
PICTURE = f.SitePlanSet(sha256="a" * 64, name="site.svg", media_type="image/svg+xml", size=9)


@pytest.fixture
def play() -> Play:
    return Play(a_site(PEOPLE, GATE, DOOR, LAWN, POST, KERB, WALL))


def drawn(play: Play) -> SitePlan:
    return site_plan(play.incident, play.plan, play.site)


def test_that_zones_are_drawn_where_the_site_has_them_and_all_are_known(play: Play) -> None:
    shapes = {zone.row.key: zone.shape for zone in drawn(play).zones}
    assert shapes == {"gate": SQUARE, "lobby": ()}
    assert drawn(play).is_drawn
    assert not site_plan(play.incident, PLAN, a_site()).is_drawn


def test_that_a_cordon_stands_along_the_line_that_was_said_or_along_all(play: Play) -> None:
    assert not any(line.stands for line in drawn(play).lines)
    play.do(f.ZoneCordoned(zone="gate"))
    assert [line.stands for line in drawn(play).lines] == [True, True]
    play.do(f.ZoneCordoned(zone="gate", line="wall"))
    assert {line.key: line.stands for line in drawn(play).lines} == {"kerb": False, "wall": True}


def test_that_a_post_shows_who_stands_there_and_knows_its_zone(play: Play) -> None:
    play.do(f.PostTaken(post="P1", who="li"))
    (post,) = drawn(play).posts
    assert (post.row.name, post.zone, post.point) == ("Li Na", "gate", (9, 9))


def test_that_an_entrance_is_open_until_it_is_shut(play: Play) -> None:
    (door,) = drawn(play).entrances
    assert (door.open, door.said) == (True, None)
    play.wait(1).do(f.EntranceSet(entrance="door", open=False))
    (door,) = drawn(play).entrances
    assert (door.open, door.said) == (False, BEGIN + MINUTE)
    assert play.wait(1).refused(f.EntranceSet(entrance="door", open=False)) == "entrance_shut"
    play.do(f.EntranceSet(entrance="door", open=True))
    assert play.refused(f.EntranceSet(entrance="door", open=True)) == "entrance_open"
    assert play.refused(f.EntranceSet(entrance="moon", open=True)) == "unknown_entrance"


def test_that_those_at_the_assembly_point_are_counted_against_those_expected(play: Play) -> None:
    assert drawn(play).assemblies[0].expected is None
    play.do(f.ZoneEvacuating(zone="gate", expected=118))
    play.do(f.ZoneEvacuating(zone="lobby", expected=6))
    play.do(f.AssemblyCounted(point="lawn", count=64))
    (lawn,) = drawn(play).assemblies
    assert (lawn.count, lawn.expected) == (64, 124)
    assert play.refused(f.AssemblyCounted(point="lawn", count=64)) == "unchanged"
    assert play.refused(f.AssemblyCounted(point="door", count=1)) == "unknown_assembly"


def test_that_a_zone_with_a_point_of_its_own_is_not_expected_at_the_others(play: Play) -> None:
    play.do(
        f.PlaceDefined(
            place="yard",
            sort=f.PlaceSort.ASSEMBLY,
            name=text("Yard"),
            zone="lobby",
            points=((8, 8),),
        )
    )
    play.do(f.ZoneEvacuating(zone="gate", expected=118))
    play.do(f.ZoneEvacuating(zone="lobby", expected=6))
    assert {each.key: each.expected for each in drawn(play).assemblies} == {"lawn": 118, "yard": 6}


# Staff ------------------------------------------------------------------------------------------


def test_that_staff_on_site_are_unaccounted_for_until_they_answer(play: Play) -> None:
    for who in ("li", "ma"):
        play.do(f.Arrived(who=who, name=play.site.people[who].name))
    assert drawn(play).unaccounted is None
    play.wait(1).do(f.ZoneEvacuating(zone="gate"))
    assert names(drawn(play).unaccounted) == ["Li Na", "Ma Jun"]
    play.incident.add([entry_of_answer(play, "li")])
    assert names(drawn(play).unaccounted) == ["Ma Jun"]
    play.wait(1).do(f.ZoneReleased(zone="gate"))
    assert drawn(play).unaccounted is None


def test_that_an_answer_from_before_the_evacuation_does_not_count(play: Play) -> None:
    play.do(f.Arrived(who="li", name="Li Na"))
    play.incident.add([entry_of_answer(play, "li")])
    play.wait(1).do(f.ZoneEvacuating(zone="gate"))
    assert names(drawn(play).unaccounted) == ["Li Na"]
    play.wait(1).do(f.ZoneEmpty(zone="gate"))
    play.incident.add([entry_of_answer(play, "li")])
    play.wait(1).do(f.ZoneConfirmed(zone="gate"))
    assert names(drawn(play).unaccounted) == []


def test_that_who_comes_after_it_began_was_counted_in_by_coming(play: Play) -> None:
    play.do(f.Arrived(who="li"))
    play.wait(1).do(f.ZoneEvacuating(zone="gate"))
    play.wait(1).do(f.Arrived(who="ma"))
    assert names(drawn(play).unaccounted) == ["Li Na"]


def test_that_the_nameless_are_missed_by_their_role(play: Play) -> None:
    play.do(f.CalledOut(who="role:driver", name="", role="driver", due=play.now))
    play.do(f.Arrived(who="role:driver"))
    play.wait(1).do(f.ZoneEvacuating(zone="gate"))
    assert drawn(play).unaccounted == (text("Driver"),)


def names(missing: tuple[Text, ...] | None) -> list[str]:
    assert missing is not None
    return [name.en for name in missing]


def entry_of_answer(play: Play, who: str) -> Entry:
    return entry(f.RollAnswered(roll="r1", who=who), play.now)


# Drawing ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        (f.ZoneDefined(zone="z", name=text("Z"), shape=((1, 1), (2, 2))), "too_few_points"),
        (f.ZoneDefined(zone="z", name=text("Z"), shape=((1, 1),) * 201), "too_many_points"),
        (f.ZoneDefined(zone="z", name=text("Z"), shape=((1, 1), (2, 2), (10_001, 2))),
         "off_the_plan"),
        (f.ZoneDefined(zone="z", name=text("Z"), parts=(("a", text("A")), ("a", text("B")))),
         "parts_doubled"),
        (f.ZoneDefined(zone="z", name=text("Z"), parts=(("", text("A")),)), "missing"),
        (f.PlaceDefined(place="", sort=f.PlaceSort.POST, name=text("P")), "missing"),
        (f.PlaceDefined(place="p", sort=f.PlaceSort.POST, name=text("P"),
                        points=((1, 1), (2, 2))), "too_many_points"),
        (f.PlaceDefined(place="p", sort=f.PlaceSort.LINE, name=text("P"),
                        points=((1, 1), (2, 2))), "line_without_zone"),
        (f.PlaceDefined(place="p", sort=f.PlaceSort.LINE, name=text("P"), zone="gate",
                        points=((1, 1),)), "too_few_points"),
        (f.SitePlanSet(sha256="a" * 64, name="x", media_type="image/tiff", size=1),
         "picture_sort"),
        (f.SitePlanSet(sha256="short", name="x", media_type="image/png", size=1),
         "picture_sort"),
        (f.SitePlanSet(sha256="a" * 64, name="x", media_type="image/png", size=MOST_BYTES + 1),
         "picture_too_big"),
        (f.SitePlanSet(sha256=""), "unchanged"),
    ],
)  # fmt: skip
def test_that_what_cannot_be_drawn_is_refused(play: Play, fact: f.KnownFact, code: str) -> None:
    assert play.refused(fact) == code


def test_that_a_place_is_moved_and_taken_off_and_stays_known_by_what_was_said(play: Play) -> None:
    play.wait(1).do(
        f.PlaceDefined(
            place="door", sort=f.PlaceSort.ENTRANCE, name=text("Door"), points=((50, 50),)
        )
    )
    assert drawn(play).entrances[0].point == (50, 50)
    play.wait(1).do(
        f.PlaceDefined(place="door", sort=f.PlaceSort.ENTRANCE, name=text("Door"), active=False)
    )
    assert drawn(play).entrances == ()


def test_that_the_picture_is_set_and_taken_away(play: Play) -> None:
    play.do(PICTURE)
    assert (play.site.picture.sha256, play.site.picture.name) == ("a" * 64, "site.svg")
    assert play.wait(1).refused(PICTURE) == "unchanged"
    play.do(f.SitePlanSet(sha256=""))
    assert play.site.picture.sha256 == ""


def test_that_the_example_site_is_drawn_whole() -> None:
    site = Site(
        entry(fact, BEGIN - MINUTE, stream=SITE) for fact in site_facts(example_site(), "en")
    )
    plan = site_plan(Play().incident, None, site)
    assert all(zone.shape for zone in plan.zones if zone.row.key in site.zones)
    assert {post.row.key for post in plan.posts} == {f"P{n}" for n in range(1, 9)}
    assert {line.zone for line in plan.lines} == {"forecourt", "west_road", "north_gate"}
    assert all(entrance.point for entrance in plan.entrances)
    assert all(assembly.point for assembly in plan.assemblies)
    parts = {zone.row.key: len(zone.row.parts) for zone in plan.zones if zone.row.parts}
    assert parts == {"tower_a": 9, "tower_b": 6}


def test_that_the_place_of_an_incident_is_what_is_called_so_or_is_named_first_in_it() -> None:
    named = [
        ("forecourt", Text(en="Forecourt", zh="前广场")),
        ("gate", Text(en="North gate", zh="北门")),
        ("entrance", Text(en="North gate entrance", zh="北门出入口")),
    ]
    assert at_place("North gate", named) == "gate"
    assert at_place("north gate entrance", named) == "entrance"
    assert at_place("North gate, Tower A forecourt", named) == "gate"
    assert at_place("北门、A座前广场", named) == "gate"
    assert at_place("gate", named) == "gate"
    assert at_place("Elsewhere", named) == ""
    assert at_place(" ", named) == ""
