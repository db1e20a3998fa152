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
