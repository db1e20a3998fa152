"""The site plan: everything drawn with its state in words; drawing and setting the picture."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.models import facts as f
from app.models.entry import SITE
from app.models.files import MOST_BYTES
from app.presenters.desk import DeskPresenter
from app.presenters.drawables import Outline
from app.presenters.roles import Severity
from app.presenters.siteplan import Pattern, PlanItem
from app.store.bundled import example_picture
from tests.desk_harness import Stage, last_fact

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    return stage.desk(station, stage.open(station))


def item(desk: DeskPresenter, key: str) -> PlanItem:
    return next(item for item in desk.site_plan.props.items if item.key == key)


def last_of_site(desk: DeskPresenter) -> f.AnyFact:
    return desk.scene.site.fold.timeline[-1].fact


def test_that_a_zone_tells_its_state_by_colour_pattern_and_word(desk: DeskPresenter) -> None:
    seen = []
    for action in ("cordon", "evacuate", "empty", "confirm", "release"):
        desk.site_plan.act("lobby", action)
        shown = item(desk, "lobby")
        seen.append((shown.severity, shown.pattern, shown.word))
    assert seen == [
        (Severity.OVERDUE, Pattern.CORDONED, "cordoned"),
        (Severity.SOON, Pattern.EVACUATING, "cordoned • evacuating"),
        (Severity.SOON, Pattern.EMPTY, "cordoned • empty"),
        (Severity.GOOD, Pattern.CONFIRMED, "cordoned • empty, confirmed"),
        (Severity.PLAIN, Pattern.NONE, "open"),
    ]


def test_that_an_evacuation_shows_how_far_it_is(desk: DeskPresenter) -> None:
    desk.site_plan.act("tower_a", "expected", {"count": "118"})
    desk.site_plan.act("tower_a", "out", {"count": "59"})
    shown = item(desk, "tower_a")
    assert (shown.state, shown.note) == ("evacuating • 59 of 118 out", "0 of 9 parts")
    assert shown.fraction == 0.5
    assert shown.step_text == "Confirm Floor 1…"
    desk.site_plan.act("tower_a", desk.site_plan.keys_of("tower_a")["F"])
    assert item(desk, "tower_a").note == "1 of 9 parts"
    assert item(desk, "assembly:assembly").state == "– / 118"


def test_that_a_cordon_is_dashed_along_its_line_or_else_along_the_zone(
    desk: DeskPresenter,
) -> None:
    desk.site_plan.act("forecourt", "cordon")
    desk.site_plan.act("car_park", "cordon")
    assert [stands for _, stands in desk.site_plan.props.lines] == [True, False, False]
    assert not item(desk, "forecourt").dashed
    assert item(desk, "car_park").dashed


def test_that_posts_show_who_stands_there_and_entrances_whether_they_are_open(
    desk: DeskPresenter,
) -> None:
    assert (item(desk, "post:P1").word, item(desk, "post:P1").stands) == ("free", False)
    desk.site_plan.act("post:P1", "take:P1", {"who": "he_yan"})
    assert (item(desk, "post:P1").word, item(desk, "post:P1").step) == ("He Yan", "leave:P1")
    desk.site_plan.act("entrance:gate_north", "shut")
    assert item(desk, "entrance:gate_north").word == "shut"


def test_that_staff_unaccounted_for_are_told_beside_what_is_in_hand(desk: DeskPresenter) -> None:
    assert desk.site_plan.props.told == "0 of 7 in hand"
    desk.roster.act("he_yan", "arrived")
    desk.site_plan.act("lobby", "evacuate")
    assert desk.site_plan.props.told == "1 of 7 in hand • 1 of the staff unaccounted for"


def test_that_the_example_is_drawn_on_its_own_picture(desk: DeskPresenter) -> None:
    fact, content = example_picture()
    picture = desk.site_plan.props.picture
    assert picture
    assert (picture.sha256, picture.content) == (fact.sha256, content)


def test_that_a_site_with_nothing_drawn_says_where_the_zones_are(
    desk: DeskPresenter, stage: Stage
) -> None:
    for key, zone in desk.scene.site.zones.items():
        stage.do(desk.scene.bridge.station, None, f.ZoneDefined(zone=key, name=zone.name))
    for place in desk.scene.site.places.values():
        gone = f.PlaceDefined(
            place=place.key, sort=place.sort, name=place.name, zone=place.zone, active=False
        )
        stage.do(desk.scene.bridge.station, None, gone)
    assert desk.site_plan.props.empty == ""
    stage.do(desk.scene.bridge.station, None, f.SitePlanSet(sha256=""))
    assert "the list" in desk.site_plan.props.empty
    assert "7 not drawn" in desk.site_plan.props.told


# Drawing ----------------------------------------------------------------------------------------


def begin(desk: DeskPresenter, what: str, en: str = "", zh: str = "", parts: str = "") -> None:
    desk.drawing.act("", "draw", {"what": what, "en": en, "zh": zh, "parts": parts})


def draw(desk: DeskPresenter, *points: f.Point) -> None:
    for point in points:
        desk.drawing.point_at(point)
        desk.drawing.put()
    desk.drawing.close_figure()


def test_that_what_the_plan_is_on_is_offered_first(desk: DeskPresenter) -> None:
    question = desk.drawing.question("tower_b", "draw")
    assert question
    assert question.fields[0].value == "tower_b"
    offered = dict(question.fields[0].options)
    assert offered["tower_b"] == "Outline of Tower B"
    assert {"post:P1", "entrance:door_a", "assembly:assembly", "line:line_gate"} <= {*offered}


def test_that_an_outline_is_recorded_once_it_is_closed_and_keeps_the_rest(
    desk: DeskPresenter,
) -> None:
    begin(desk, "tower_b")
    props = desk.drawing.props
    assert props
    assert props.outline is Outline.SHAPE
    draw(desk, (0, 0), (5000, 0), (5000, 5000))
    zone = desk.scene.site.zones["tower_b"]
    assert zone.shape == ((0, 0), (5000, 0), (5000, 5000))
    assert (len(zone.parts), zone.posts) == (6, ("P7",))
    assert desk.drawing.props is None
    assert item(desk, "tower_b").points == zone.shape


def test_that_too_few_corners_are_refused_and_what_is_drawn_stays(
    desk: DeskPresenter, stage: Stage
) -> None:
    begin(desk, "tower_b")
    draw(desk, (0, 0), (5000, 0))
    assert stage.refusals == ["too_few_points"]
    props = desk.drawing.props
    assert props
    assert props.points == ((0, 0), (5000, 0))
    desk.drawing.take_back()
    desk.drawing.leave()
    assert desk.drawing.props is None
    assert len(desk.scene.site.zones["tower_b"].shape) == 4


def test_that_the_cross_stays_on_the_plan_and_a_corner_is_set_once(desk: DeskPresenter) -> None:
    begin(desk, "tower_b")
    desk.drawing.move(-90_000, 90_000)
    desk.drawing.put()
    desk.drawing.put()
    props = desk.drawing.props
    assert props
    assert (props.cross, props.points) == ((0, 10_000), ((0, 10_000),))


def test_that_a_spot_needs_no_more_than_enter(desk: DeskPresenter) -> None:
    begin(desk, "post:P1")
    desk.drawing.point_at((1234, 2345))
    desk.drawing.close_figure()
    assert desk.scene.site.places["P1"].points == ((1234, 2345),)


@pytest.mark.parametrize(
    ("what", "sort", "points"),
    [
        ("new:entrance", f.PlaceSort.ENTRANCE, ((1, 1),)),
        ("new:assembly", f.PlaceSort.ASSEMBLY, ((1, 1),)),
        ("new:line/lobby", f.PlaceSort.LINE, ((1, 1), (9, 9))),
    ],
)
def test_that_new_places_are_drawn(
    desk: DeskPresenter, what: str, sort: f.PlaceSort, points: tuple[f.Point, ...]
) -> None:
    begin(desk, what, en="South gate")
    draw(desk, *points)
    fact = last_of_site(desk)
    assert isinstance(fact, f.PlaceDefined)
    assert (fact.sort, fact.points) == (sort, points)
    assert desk.scene.site.places[fact.place].active


def test_that_a_new_zone_is_drawn_and_needs_a_name(desk: DeskPresenter, stage: Stage) -> None:
    begin(desk, "new:zone")
    assert stage.refusals == ["missing"]
    begin(desk, "new:zone", zh="车棚")
    draw(desk, (0, 0), (500, 0), (500, 500))
    fact = last_of_site(desk)
    assert isinstance(fact, f.ZoneDefined)
    assert (fact.name.en, fact.name.zh) == ("车棚", "车棚")
    assert item(desk, fact.zone).title == "车棚"


def test_that_a_new_zone_may_have_floors_of_its_own(desk: DeskPresenter) -> None:
    begin(desk, "new:zone", en="Annex", parts="Ground floor, First floor，Roof")
    draw(desk, (0, 0), (500, 0), (500, 500))
    fact = last_of_site(desk)
    assert isinstance(fact, f.ZoneDefined)
    assert [name.en for _, name in fact.parts] == ["Ground floor", "First floor", "Roof"]
    desk.zones.act(fact.zone, "evacuate")
    assert desk.zones.choices(fact.zone)[0].text == "Confirm Ground floor…"


def test_that_floors_given_anew_keep_those_of_the_same_name(desk: DeskPresenter) -> None:
    begin(desk, "tower_b", parts="Floor 1, Mezzanine, Floor 2")
    draw(desk, (0, 0), (5000, 0), (5000, 5000))
    parts = desk.scene.site.zones["tower_b"].parts
    assert [name.en for _, name in parts] == ["Floor 1", "Mezzanine", "Floor 2"]
    assert [key for key, _ in parts][::2] == ["f1", "f2"]
    assert parts[0][1].zh == "1 层"
    assert len({key for key, _ in parts}) == 3


def test_that_a_new_post_belongs_to_its_zone_and_is_in_the_list_too(
    desk: DeskPresenter, stage: Stage
) -> None:
    begin(desk, "new:post/lobby", en="P1")
    assert stage.refusals == ["place_exists"]
    begin(desk, "new:post/lobby", en="P9")
    draw(desk, (700, 700))
    assert item(desk, "post:P9").word == "free"
    offered = [choice.action for choice in desk.zones.choices("lobby")]
    assert "take:P9" in offered
    desk.zones.act("lobby", "take:P9", {"who": "he_yan"})
    assert item(desk, "post:P9").word == "He Yan"
    begin(desk, "off:place/P9")
    offered = [choice.action for choice in desk.zones.choices("lobby")]
    assert "take:P9" not in offered


def test_that_things_are_taken_off_the_plan_at_once(desk: DeskPresenter) -> None:
    begin(desk, "off:zone/tower_b")
    assert desk.scene.site.zones["tower_b"].shape == ()
    begin(desk, "off:place/door_a")
    assert "door_a" not in desk.scene.site.places
    begin(desk, "off:picture")
    assert desk.site_plan.props.picture is None
    assert desk.drawing.props is None


def test_that_a_zone_drawn_by_mistake_is_removed_from_the_site(desk: DeskPresenter) -> None:
    begin(desk, "new:zone", en="Annex")
    draw(desk, (0, 0), (500, 0), (500, 500))
    fact = last_of_site(desk)
    assert isinstance(fact, f.ZoneDefined)
    begin(desk, f"gone:zone/{fact.zone}")
    assert desk.zones.model.position(fact.zone) == -1


def test_that_a_zone_removed_while_it_is_in_hand_keeps_its_name(desk: DeskPresenter) -> None:
    desk.zones.act("lobby", "cordon")
    begin(desk, "gone:zone/lobby")
    assert desk.zones.model.row(desk.zones.model.position("lobby")).title == "Lobby"


def test_that_what_is_not_there_cannot_be_drawn(desk: DeskPresenter, stage: Stage) -> None:
    begin(desk, "the moon")
    assert stage.refusals == ["nothing_such"]


# The picture ------------------------------------------------------------------------------------


def test_that_a_picture_is_kept_recorded_and_shown(desk: DeskPresenter, tmp_path: Path) -> None:
    file = tmp_path / "our site.svg"
    file.write_bytes(SVG)
    desk.drawing.set_picture(file, lambda _content, media: media == "image/svg+xml")
    picture = desk.site_plan.props.picture
    assert picture
    assert (picture.name, picture.content) == ("our site.svg", SVG)
    entry = desk.scene.site.fold.timeline[-1]
    assert (entry.stream, entry.fact.kind) == (SITE, "site_plan_set")


def test_that_what_is_no_picture_too_large_or_damaged_is_refused(
    desk: DeskPresenter, stage: Stage, tmp_path: Path
) -> None:
    before = len(desk.scene.site.fold.timeline)
    for name, content in (
        ("site.tiff", b"x"), ("broken.png", b"x"), ("huge.png", b"x" * (MOST_BYTES + 1))
    ):  # fmt: skip
        (tmp_path / name).write_bytes(content)
        desk.drawing.set_picture(tmp_path / name, lambda _content, _media: False)
    desk.drawing.set_picture(tmp_path / "gone.png", lambda _content, _media: True)
    assert stage.refusals == [
        "picture_sort", "picture_unreadable", "picture_too_big", "picture_unreadable"
    ]  # fmt: skip
    assert len(desk.scene.site.fold.timeline) == before


def test_that_a_picture_set_elsewhere_is_shown_once_its_bytes_have_come(
    stage: Stage, tmp_path: Path
) -> None:
    here, there = stage.station("Desk 1"), stage.station("Desk 2")
    stream = stage.open(here)
    stage.until(lambda: stream in there.incidents)
    desk, other = stage.desk(here, stream), stage.desk(there, stream)
    (tmp_path / "ours.svg").write_bytes(SVG)
    desk.drawing.set_picture(tmp_path / "ours.svg", lambda _content, _media: True)

    def shown() -> bool:
        picture = other.site_plan.props.picture
        return picture is not None and picture.content == SVG

    stage.until(shown, "the picture")
    assert other.site_plan.props.picture_told == ""


def test_that_a_step_from_the_plan_is_the_lists_own(desk: DeskPresenter) -> None:
    desk.site_plan.act("lobby", item(desk, "lobby").step)
    assert last_fact(desk) == f.ZoneCordoned(zone="lobby")
    assert desk.zones.model.row(0).key == "lobby"
