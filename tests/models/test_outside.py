"""Notifications and outside services."""

from __future__ import annotations

from datetime import timedelta

import msgspec

from app.models import facts as f
from app.models.call_list import CallKind, call_list
from app.models.levels import Level
from app.models.notifications import notifications
from app.models.plan import PlanNotification
from app.models.urgency import Urgency
from tests.builders import BEGIN, MINUTE, PLAN, Play, an_open_incident, text

TOLD = f.Notified(target="manager", said="He is coming.")
TRIED = f.Notified(target="manager", told=False, said="engaged")


def test_that_somebody_is_told_once() -> None:
    play = Play()
    play.wait(1).do(TOLD)
    value = play.incident.notification("manager")
    assert (value.told_at, value.told_by, value.said) == (
        BEGIN + MINUTE, "Wang Min", "He is coming."
    )  # fmt: skip
    assert play.wait(1).refused(TOLD) == "already_told"
    assert play.refused(TRIED) == "already_told"


def test_that_a_try_in_vain_leaves_them_to_be_told() -> None:
    play = Play()
    play.wait(1).do(TRIED)
    play.wait(1).do(f.Notified(target="manager", told=False))
    value = play.incident.notification("manager")
    assert (value.told_at, value.tried_at, value.said) == (None, BEGIN + 2 * MINUTE, "engaged")
    play.wait(1).do(TOLD)
    assert play.incident.notification("manager").told_at == BEGIN + 3 * MINUTE


def test_that_the_first_who_told_them_counts() -> None:
    value = an_open_incident(TOLD, TRIED, TOLD).notification("manager")
    assert value.told_at == value.tried_at == BEGIN + MINUTE


def test_that_somebody_beyond_the_plan_is_told_by_name() -> None:
    play = Play()
    assert play.refused(f.Notified(target="press")) == "unknown_notification"
    assert play.refused(f.Notified(target="", name="Press")) == "missing"
    play.do(f.Notified(target="press", name="Press office", told=False))
    play.wait(1).do(f.Notified(target="press"))
    assert play.refused(f.Notified(target="press")) == "already_told"


def test_that_a_notification_typed_late_is_judged_by_what_was_then() -> None:
    play = Play()
    play.wait(5).do(TOLD)
    play.wait(1).do(TRIED, at=2)
    assert play.incident.notification("manager").told_at == BEGIN + 5 * MINUTE


def test_that_those_to_be_told_stand_by_deadline_and_those_told_after() -> None:
    play = Play()
    assert [row.key for row in notifications(play.incident, PLAN)] == ["manager"]
    play.wait(5).do(f.LevelSet(level=Level.III, reason="more"))
    rows = notifications(play.incident, PLAN)
    assert [(row.key, row.due) for row in rows] == [
        ("manager", BEGIN + 2 * MINUTE),
        ("leaders", BEGIN + 6 * MINUTE),  # at once, from level III
    ]
    assert rows[0].by == text("Guard")
    assert rows[0].urgency(play.now) is Urgency.LATE
    play.do(TOLD)
    rows = notifications(play.incident, PLAN)
    assert [row.key for row in rows] == ["leaders", "manager"]
    assert rows[1].urgency(play.now) is Urgency.SETTLED
    assert notifications(play.incident, None) == []


# Services ---------------------------------------------------------------------------------------


def test_that_those_due_at_once_are_told_in_the_order_of_the_plan() -> None:
    play = Play()
    first, second = (
        PlanNotification(key=key, who=text(key), by="guard", within=timedelta(0))
        for key in ("police", "council")
    )
    play.plan = msgspec.structs.replace(PLAN, notifications=(first, second))
    assert [row.key for row in notifications(play.incident, play.plan)] == ["police", "council"]
    lines = call_list(play.incident, play.plan, play.site)
    told = [line.key for line in lines if line.kind is CallKind.NOTIFICATION]
    assert told == ["notification:police", "notification:council"]


CALLED = f.ServiceCalled(service="110", said="crowd at the gate")


def test_that_a_service_is_called_comes_and_leaves() -> None:
    play = Play()
    play.wait(1).do(CALLED)
    play.wait(5).do(f.ServiceArrived(service="110", units="2 cars"))
    play.wait(9).do(f.ServiceLeft(service="110"))
    service = play.incident.service("110")
    assert (service.called_at, service.arrived_at, service.left_at) == (
        BEGIN + MINUTE, BEGIN + 6 * MINUTE, BEGIN + 15 * MINUTE
    )  # fmt: skip
    assert (service.called_by, service.said) == ("Wang Min", "crowd at the gate")


def test_that_a_service_is_not_called_twice_until_it_has_left() -> None:
    play = Play()
    play.do(CALLED)
    assert play.wait(1).refused(CALLED) == "service_called"
    play.do(f.ServiceLeft(service="110"))
    play.wait(1).do(f.ServiceCalled(service="110", called_by="a tenant"))
    service = play.incident.service("110")
    assert (service.called_by, service.arrived_at, service.left_at) == ("a tenant", None, None)


def test_that_what_a_service_does_follows_its_call() -> None:
    play = Play()
    for fact in (f.ServiceArrived(service="119"), f.ServiceLeft(service="119")):
        assert play.refused(fact) == "service_not_called"
    play.do(f.ServiceCalled(service="119"))
    play.wait(1).do(f.ServiceArrived(service="119"))
    assert play.wait(1).refused(f.ServiceArrived(service="119")) == "service_here"
    play.do(f.ServiceLeft(service="119"))
    for fact in (f.ServiceArrived(service="119"), f.ServiceLeft(service="119")):
        assert play.wait(1).refused(fact) == "service_left"
    assert play.refused(f.ServiceCalled(service="")) == "missing"


def test_that_calls_and_arrivals_that_cross_count_once() -> None:
    here, gone = f.ServiceArrived(service="110"), f.ServiceLeft(service="110")
    service = an_open_incident(CALLED, CALLED, here, here, gone, gone).service("110")
    assert (service.called_at, service.arrived_at, service.left_at) == (
        BEGIN + MINUTE, BEGIN + 3 * MINUTE, BEGIN + 5 * MINUTE
    )  # fmt: skip


def test_that_an_arrival_typed_after_they_left_takes_its_time() -> None:
    play = Play()
    play.do(CALLED)
    play.wait(9).do(f.ServiceLeft(service="110"))
    play.wait(1).do(f.ServiceArrived(service="110"), at=4)
    assert play.incident.service("110").arrived_at == BEGIN + 4 * MINUTE
