"""Zones: the state in words, what can be done next, posts."""

from __future__ import annotations

import msgspec
import pytest

from app.models import facts as f
from app.models.text import Text
from app.presenters import roles
from app.presenters.desk import DeskPresenter
from app.presenters.roles import Severity
from tests.desk_harness import Stage, last_fact

ZONE, TOWER = "lobby", "tower_b"


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    return stage.desk(station, stage.open(station))


def data(desk: DeskPresenter, role: int, zone: str = ZONE) -> object:
    model = desk.zones.model
    return model.index(model.position(zone)).data(role)


def test_that_a_zone_goes_step_by_step_and_says_where_it_is(desk: DeskPresenter) -> None:
    seen = []
    for action in ("cordon", "evacuate", "empty", "confirm", "release"):
        desk.zones.act(ZONE, action)
        seen.append((data(desk, roles.CHIP), data(desk, roles.CHIP_SEVERITY)))
    assert seen == [
        ("cordoned", Severity.OVERDUE),
        ("cordoned • evacuating", Severity.SOON),
        ("cordoned • empty", Severity.SOON),
        ("cordoned • empty, confirmed", Severity.GOOD),
        ("open", Severity.PLAIN),
    ]


def test_that_the_button_of_a_row_is_the_likeliest_step(desk: DeskPresenter) -> None:
    assert data(desk, roles.ACTION) == "cordon"
    desk.zones.act(ZONE, "evacuate")
    assert data(desk, roles.ACTION) == "empty"


def test_that_zones_in_hand_stand_first(desk: DeskPresenter) -> None:
    desk.zones.act("west_road", "cordon")
    assert desk.zones.model.row(0).key == "west_road"
    assert desk.zones.props.in_hand == "1 of 7 in hand"


def test_that_the_expected_count_is_a_number(desk: DeskPresenter, stage: Stage) -> None:
    desk.zones.act(ZONE, "expected", {"count": "many"})
    assert stage.refusals == ["no_number"]
    desk.zones.act(ZONE, "expected", {"count": "118"})
    assert last_fact(desk) == f.ZoneEvacuating(zone=ZONE, expected=118)
    assert "118 expected out" in str(data(desk, roles.SUBTITLE))


def test_that_lifting_and_releasing_ask_once_more(desk: DeskPresenter) -> None:
    desk.zones.act(ZONE, "cordon")
    asks = [c.action for c in desk.zones.choices(ZONE) if desk.zones.question(ZONE, c.action)]
    assert {"lift", "release"} <= {*asks}
    assert "empty" not in asks
    assert "evacuate" not in asks


def test_that_a_post_is_taken_by_who_is_here_first_and_left(
    desk: DeskPresenter, stage: Stage
) -> None:
    desk.roster.act("he_yan", "arrived")
    post = next(c for c in desk.zones.choices("forecourt") if c.action.startswith("take:"))
    question = desk.zones.question("forecourt", post.action)
    assert question
    assert question.fields[0].options[0] == ("he_yan", "He Yan")
    desk.zones.act("forecourt", post.action, {"who": "he_yan"})
    number = post.action.removeprefix("take:")
    assert f"{number}: He Yan" in str(data(desk, roles.SUBTITLE, "forecourt"))
    leave = next(c for c in desk.zones.choices("forecourt") if c.action.startswith("leave:"))
    assert leave.text == f"He Yan left post {number}"
    desk.zones.act("forecourt", leave.action)
    assert last_fact(desk) == f.PostLeft(post=number, who="he_yan")


# Parts, counts, entrances -----------------------------------------------------------------------


def keys(desk: DeskPresenter) -> list[str]:
    model = desk.zones.model
    return [model.row(at).key for at in range(model.rowCount())]


def test_that_the_parts_of_a_zone_stand_under_it_while_it_is_cleared(desk: DeskPresenter) -> None:
    assert not any(key.startswith("part:") for key in keys(desk))
    desk.zones.act(TOWER, "evacuate")
    at = keys(desk).index(TOWER)
    assert keys(desk)[at + 1 : at + 7] == [f"part:tower_b/f{n}" for n in range(1, 7)]
    assert data(desk, roles.ACTION_TEXT, TOWER) == "Confirm Floor 1…"
    desk.zones.act(TOWER, "part:f1")
    assert last_fact(desk) == f.PartConfirmed(zone=TOWER, part="f1", by="Wang Min")
    assert data(desk, roles.CHECKED, "part:tower_b/f1") is True
    assert "by Wang Min" in str(data(desk, roles.SUBTITLE, "part:tower_b/f1"))
    assert "1 of 6 parts confirmed" in str(data(desk, roles.SUBTITLE, TOWER))
    assert data(desk, roles.ACTION_TEXT, TOWER) == "Confirm Floor 2…"


def test_that_each_part_is_confirmed_by_a_person_who_can_be_another(desk: DeskPresenter) -> None:
    desk.zones.act(TOWER, "evacuate")
    row = "part:tower_b/f2"
    assert [choice.action for choice in desk.zones.choices(row)] == ["part:f2"]
    question = desk.zones.question(row, "part:f2")
    assert question
    assert question.fields[0].value == "wang_min", "who sits here, unless another looked"
    assert question.title == "Tower B, Floor 2 is empty: who saw it?"
    desk.zones.act(row, "part:f2", {"by": "li_na"})
    assert last_fact(desk) == f.PartConfirmed(zone=TOWER, part="f2", by="Li Na")
    desk.zones.act(TOWER, "part:f3", {"by": "A fire officer"})
    assert last_fact(desk) == f.PartConfirmed(zone=TOWER, part="f3", by="A fire officer")
    assert not desk.zones.choices(row)


def test_that_one_key_goes_through_the_floors_and_the_last_step_confirms_the_whole(
    desk: DeskPresenter,
) -> None:
    desk.zones.act(TOWER, "evacuate")
    for number in range(1, 7):
        action = desk.zones.keys_of(TOWER)["F"]
        assert action == f"part:f{number}"
        desk.zones.act(TOWER, action)
    assert "F" not in desk.zones.keys_of(TOWER)
    assert data(desk, roles.ACTION, TOWER) == "confirm"
    desk.zones.act(TOWER, "confirm")
    assert data(desk, roles.CHIP, TOWER) == "empty, confirmed"
    assert not any(key.startswith("part:") for key in keys(desk))


def test_that_a_zone_with_floors_not_looked_through_is_not_confirmed(
    desk: DeskPresenter, stage: Stage
) -> None:
    desk.zones.act(TOWER, "empty")
    desk.zones.act(TOWER, "confirm", {"by": "li_na"})
    assert stage.refusals == ["parts_unconfirmed"]


def test_that_people_are_counted_out_and_at_the_assembly_point(
    desk: DeskPresenter, stage: Stage
) -> None:
    desk.zones.act(TOWER, "expected", {"count": "64"})
    desk.zones.act(TOWER, desk.zones.keys_of(TOWER)["Y"], {"count": " 40 "})
    assert last_fact(desk) == f.OutCounted(zone=TOWER, count=40)
    assert "40 of 64 out" in str(data(desk, roles.SUBTITLE, TOWER))
    point = "assembly:assembly"
    assert data(desk, roles.CHIP, point) == "– / 64"
    desk.zones.act(point, "count", {"count": "64"})
    assert last_fact(desk) == f.AssemblyCounted(point="assembly", count=64)
    assert data(desk, roles.CHIP, point) == "64 / 64"
    assert data(desk, roles.CHIP_SEVERITY, point) == Severity.GOOD
    desk.zones.act(TOWER, "out", {"count": "4"})
    assert stage.refusals == ["count_fell"]


def test_that_an_entrance_is_shut_and_opened_by_the_same_button(desk: DeskPresenter) -> None:
    gate = "entrance:gate_north"
    assert (data(desk, roles.CHIP, gate), data(desk, roles.ACTION, gate)) == ("open", "shut")
    desk.zones.act(gate, "shut")
    assert last_fact(desk) == f.EntranceSet(entrance="gate_north", open=False)
    assert (data(desk, roles.CHIP, gate), data(desk, roles.ACTION, gate)) == ("shut", "open")


def test_that_a_cordon_is_recorded_with_its_line_and_its_guards(desk: DeskPresenter) -> None:
    question = desk.zones.question("forecourt", "line")
    assert question
    assert question.fields[0].value == "line_forecourt"
    answers = {"line": "line_forecourt", "guard_1": "he_yan", "guard_2": "", "guard_3": ""}
    desk.zones.act("forecourt", "line", answers)
    assert last_fact(desk) == f.ZoneCordoned(
        zone="forecourt", line="line_forecourt", guards=("he_yan",)
    )
    said = str(data(desk, roles.SUBTITLE, "forecourt"))
    assert "South and east edge of the forecourt" in said
    assert "on the line: He Yan" in said
    desk.zones.act("forecourt", "lift")
    assert "cordon lifted" in str(data(desk, roles.SUBTITLE, "forecourt"))


def test_that_a_cordon_may_have_any_number_of_guards_and_they_may_change(
    desk: DeskPresenter,
) -> None:
    three = {"guard_1": "he_yan", "guard_2": "guo_ping", "guard_3": "ma_jun"}
    desk.zones.act("forecourt", "line", {"line": "Along the kerb", **three})
    question = desk.zones.question("forecourt", "line")
    assert question
    assert [(field.key, field.value) for field in question.fields] == [
        ("line", "Along the kerb"), ("guard_1", "he_yan"), ("guard_2", "guo_ping"),
        ("guard_3", "ma_jun"), ("guard_4", ""), ("guard_5", ""),
    ]  # fmt: skip
    four = {"guard_1": "he_yan", "guard_2": "", "guard_3": "ma_jun", "guard_4": "xu_qiang"}
    desk.zones.act("forecourt", "line", {"line": "Along the kerb", **four})
    assert last_fact(desk) == f.ZoneCordoned(
        zone="forecourt", line="Along the kerb", guards=("he_yan", "ma_jun", "xu_qiang")
    )


def test_that_nobody_stands_on_a_cordon_any_more_once_the_last_is_taken_off(
    desk: DeskPresenter,
) -> None:
    kerb = {"line": "Along the kerb", "guard_1": "", "guard_2": "", "guard_3": ""}
    desk.zones.act("forecourt", "line", kerb)
    assert last_fact(desk) == f.ZoneCordoned(zone="forecourt", line="Along the kerb")
    desk.zones.act("forecourt", "line", {**kerb, "guard_1": "he_yan"})
    desk.zones.act("forecourt", "line", kerb)
    assert last_fact(desk) == f.ZoneCordoned(zone="forecourt", line="Along the kerb", guards=())
    assert desk.scene.incident.zone("forecourt").guards == ()


def test_that_guards_of_the_same_name_are_told_apart(desk: DeskPresenter) -> None:
    for key, badge in (("liu_1", "B7"), ("liu_2", "B8")):
        desk.scene.ask(f.PersonSet(person=key, name="Liu Bo", group="order", badge=badge))
    question = desk.zones.question("forecourt", "line")
    assert question
    names = [name for _, name in question.fields[1].options if name.startswith("Liu Bo")]
    assert names == ["Liu Bo (B7)", "Liu Bo (B8)"]


def test_that_with_every_part_seen_the_whole_may_have_been_confirmed_by_another(
    desk: DeskPresenter,
) -> None:
    desk.zones.act(TOWER, "evacuate")
    for part in range(1, 7):
        assert "confirm" not in [choice.action for choice in desk.zones.choices(TOWER)]
        desk.zones.act(TOWER, f"part:f{part}")
    assert "confirm" in [choice.action for choice in desk.zones.choices(TOWER)]
    desk.zones.act(TOWER, "confirm", {"by": "Captain Zhou"})
    assert last_fact(desk) == f.ZoneConfirmed(zone=TOWER, by="Captain Zhou")


def test_that_the_staff_unaccounted_for_stand_first_while_a_zone_is_evacuated(
    desk: DeskPresenter,
) -> None:
    desk.roster.act("he_yan", "arrived")
    desk.roster.act("guo_ping", "arrived")
    assert "staff:" not in keys(desk)
    desk.zones.act(ZONE, "evacuate")
    assert keys(desk)[0] == "staff:"
    assert data(desk, roles.TITLE, "staff:") == "2 of the staff unaccounted for"
    assert data(desk, roles.SUBTITLE, "staff:") == "Guo Ping, He Yan"
    desk.zones.act(ZONE, "release")
    assert "staff:" not in keys(desk)


def test_that_what_can_be_done_can_be_asked_of_every_row(desk: DeskPresenter) -> None:
    desk.zones.act(TOWER, "cordon")
    desk.zones.act(TOWER, "evacuate")
    desk.zones.act(ZONE, "empty")
    for key in keys(desk):
        for choice in desk.zones.choices(key):
            assert choice.text
            desk.zones.question(key, choice.action)
        desk.zones.keys_of(key)


def test_that_what_was_removed_elsewhere_while_its_menu_was_open_is_refused_in_words(
    desk: DeskPresenter, stage: Stage
) -> None:
    other = stage.station("Desk 2", "Zhang Lei")
    gone = ("annex", "part:tower_b/f9", "assembly:old", "entrance:old")
    annex = f.ZoneDefined(zone="annex", name=Text("Annex", "附楼"))
    for active in (True, False):
        stage.do(other, None, msgspec.structs.replace(annex, active=active))
    stage.until(lambda: desk.zones.model.position("annex") < 0)
    for key in gone:
        assert desk.zones.keys_of(key) == {}
        assert desk.zones.choices(key) == ()
        assert desk.zones.question(key, "line") is None
    desk.zones.act("annex", "line")
    desk.zones.act("annex", "cordon")
    desk.zones.act("part:tower_b/f9", "part:f9")
    desk.zones.act("assembly:old", "count")
    desk.zones.act("entrance:old", "shut")
    assert stage.refusals == [
        "unknown_zone", "unknown_zone", "unknown_part", "unknown_assembly", "unknown_entrance",
    ]  # fmt: skip
    assert desk.people.question("zone:annex", "count")
