"""The staff panel: roles to choose from, and people whose details change."""

from __future__ import annotations

import pytest

from app.models.command import PublishPlan
from app.presenters.bridge import Bridge
from app.presenters.desk import DeskPresenter
from app.presenters.staff import StaffPresenter
from app.store.bundled import bundled_plan
from tests.desk_harness import Stage


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    stage.do(station, None, PublishPlan(document=bundled_plan("property")))
    return stage.desk(station, stage.open(station))


@pytest.fixture
def staff(desk: DeskPresenter) -> StaffPresenter:
    bridge: Bridge = desk.scene.bridge
    return StaffPresenter(bridge, desk.scene.reader)


def test_that_roles_stand_by_their_words_and_none_stands_twice(staff: StaffPresenter) -> None:
    names = [role.name for role in staff.props.roles]
    assert names == sorted(names, key=str.casefold)
    assert len(names) == len(set(names))


def test_that_somebody_gets_another_phone_and_keeps_the_rest(
    staff: StaffPresenter, desk: DeskPresenter
) -> None:
    before = desk.scene.site.people["guo_ping"]
    question = staff.ask_change("guo_ping")
    assert question
    given = {field.key: field.value for field in question.fields}
    staff.change("guo_ping", given | {"phone": "13900000000"})
    after = desk.scene.site.people["guo_ping"]
    assert (after.phone, after.roles, after.badge) == ("13900000000", before.roles, before.badge)


def test_that_nobody_is_asked_about_who_is_gone(staff: StaffPresenter) -> None:
    assert staff.ask_change("nobody") is None


def test_that_a_role_stands_by_all_its_words_in_the_plans(
    staff: StaffPresenter, desk: DeskPresenter, stage: Stage
) -> None:
    station = desk.scene.bridge.station
    stage.do(station, None, PublishPlan(document=bundled_plan("blank")))
    names = {role.key: role.name for role in staff.props.roles}
    assert names["commander"] == "Commander / Service-centre manager"


def test_that_somebody_gets_a_second_role(staff: StaffPresenter, desk: DeskPresenter) -> None:
    question = staff.ask_change("guo_ping")
    assert question
    given = {field.key: field.value for field in question.fields}
    staff.change("guo_ping", given | {"roles": "engineer\nduty_officer"})
    after = desk.scene.site.people["guo_ping"]
    assert after.roles == ("engineer", "duty_officer")
    assert after.group == "engineering"


def test_that_a_role_that_no_plan_has_is_refused_but_one_that_somebody_had_stays(
    staff: StaffPresenter, desk: DeskPresenter, stage: Stage
) -> None:
    question = staff.ask_change("guo_ping")
    assert question
    given = {field.key: field.value for field in question.fields}
    staff.change("guo_ping", given | {"roles": "conjurer"})
    staff.change("guo_ping", given | {"roles": "manager"})
    assert stage.refusals == ["unknown_role", "ambiguous_role"]
    had = [p for p in desk.scene.site.people.values() if "office_head" in p.roles]
    question = staff.ask_change(had[0].key)
    assert question
    given = {field.key: field.value for field in question.fields}
    staff.change(had[0].key, given | {"phone": "1"})
    assert desk.scene.site.people[had[0].key].roles == had[0].roles


def test_that_the_badge_stands_beside_the_name(staff: StaffPresenter) -> None:
    row = staff.model.row(staff.model.position("guo_ping"))
    assert row.title == "Guo Ping (B109)"
