"""People as numbers by zone with totals, and the signs as ticks."""

from __future__ import annotations

import pytest

from app.models import facts as f
from app.models.plan import Sign
from app.presenters import roles
from app.presenters.desk import DeskPresenter
from app.presenters.people import COUNT, WORDS
from app.presenters.roles import Severity
from tests.desk_harness import Stage, last_fact

FIRE = "sign:fire"


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    return stage.desk(station, stage.open(station))


def data(desk: DeskPresenter, role: int, key: str) -> object:
    model = desk.people.model
    return model.index(model.position(key)).data(role)


def keys(desk: DeskPresenter) -> list[str]:
    return [desk.people.model.row(at).key for at in range(desk.people.model.rowCount())]


def count(desk: DeskPresenter, zone: str, unhurt: str, slightly: str, badly: str) -> None:
    given = {"unhurt": unhurt, "slightly": slightly, "badly": badly}
    desk.people.act(f"zone:{zone}", COUNT, given)


def test_that_signs_of_the_plan_come_first_then_zones_and_elsewhere(desk: DeskPresenter) -> None:
    found = keys(desk)
    first_zone = next(at for at, key in enumerate(found) if key.startswith("zone:"))
    assert all(key.startswith("zone:") for key in found[first_zone:])
    assert found[-1] == "zone:"
    assert found[0] == FIRE
    assert "sign:people" not in found
    assert len([key for key in found if key.startswith("sign:")]) == len(Sign) - 3


def test_that_a_count_is_shown_with_when_and_by_whom_and_totals(desk: DeskPresenter) -> None:
    assert desk.people.props.totals == "about 15 people"
    count(desk, "tower_a", "30", "2", "1")
    count(desk, "", "4", "", "0")
    assert "30 unhurt • 2 slightly hurt • 1 badly hurt" in str(
        data(desk, roles.SUBTITLE, "zone:tower_a")
    )
    assert data(desk, roles.CHIP, "zone:tower_a") == "3 hurt"
    assert data(desk, roles.CHIP_SEVERITY, "zone:tower_a") == Severity.OVERDUE
    assert desk.people.props.totals == (
        "about 15 people • 34 unhurt • 2 slightly hurt • 1 badly hurt"
    )


def test_that_the_question_begins_with_the_last_count(desk: DeskPresenter) -> None:
    count(desk, "tower_a", "30", "2", "1")
    question = desk.people.question("zone:tower_a", COUNT)
    assert question
    assert [field.value for field in question.fields] == ["30", "2", "1"]


def test_that_only_numbers_are_counted(desk: DeskPresenter, stage: Stage) -> None:
    count(desk, "tower_a", "some", "0", "0")
    assert stage.refusals == ["no_number"]


def test_that_a_sign_is_ticked_and_taken_back(desk: DeskPresenter) -> None:
    assert data(desk, roles.CHECKED, FIRE) is False
    desk.people.act(FIRE, str(data(desk, roles.ACTION, FIRE)))
    assert data(desk, roles.CHECKED, FIRE) is True
    assert data(desk, roles.CHIP, FIRE) == "seen"
    assert desk.proposals.props.level == "Plan proposes II"
    desk.people.act(FIRE, str(data(desk, roles.ACTION, FIRE)))
    assert last_fact(desk) == f.SignGone(sign=Sign.FIRE)
    assert "no longer" in str(data(desk, roles.SUBTITLE, FIRE))


def test_that_a_sign_can_be_told_with_words_and_a_zone(desk: DeskPresenter) -> None:
    question = desk.people.question(FIRE, WORDS)
    assert question
    assert dict(question.fields[1].options)["tower_a"] == "Tower A"
    desk.people.act(FIRE, WORDS, {"text": "smoke", "zone": "tower_a"})
    assert "Tower A • smoke" in str(data(desk, roles.SUBTITLE, FIRE))


def test_that_keys_of_signs_mean_nothing_on_zones(desk: DeskPresenter) -> None:
    assert desk.people.keys_of("zone:tower_a") == {}
    assert desk.people.keys_of(FIRE) == {"W": WORDS}
    assert [choice.action for choice in desk.people.choices(FIRE)] == ["seen", WORDS]
    question = desk.people.question(FIRE, "seen")
    assert question
    assert [(field.key, field.value) for field in question.fields] == [("zone", ""), ("text", "")]
