"""Zones: the state in words, what can be done next, posts."""

from __future__ import annotations

import pytest

from app.models import facts as f
from app.presenters import roles
from app.presenters.desk import DeskPresenter
from app.presenters.roles import Severity
from tests.desk_harness import Stage, last_fact

ZONE = "tower_a"


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
    last = desk.zones.model.row(desk.zones.model.rowCount() - 1).key
    desk.zones.act(last, "cordon")
    assert desk.zones.model.row(0).key == last
    assert desk.zones.props.in_hand == f"1 of {desk.zones.model.rowCount()} in hand"


def test_that_the_expected_count_is_a_number(desk: DeskPresenter, stage: Stage) -> None:
    desk.zones.act(ZONE, "expected", {"count": "many"})
    assert stage.refusals == ["no_number"]
    desk.zones.act(ZONE, "expected", {"count": "118"})
    assert last_fact(desk) == f.ZoneEvacuating(zone=ZONE, expected=118)
    assert "118 people expected out" in str(data(desk, roles.SUBTITLE))


def test_that_only_releasing_asks_once_more(desk: DeskPresenter) -> None:
    desk.zones.act(ZONE, "cordon")
    asks = [c.action for c in desk.zones.choices(ZONE) if desk.zones.question(ZONE, c.action)]
    assert "release" in asks
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
