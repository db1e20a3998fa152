"""Plan 1, office-centre crowd disturbance, from the first report to the last follow-up."""

from __future__ import annotations

from datetime import timedelta

from app.models.course import Status
from app.models.levels import Level
from tests.plans.conftest import Play
from tests.plans.officer import Officer

pytest_plugins = ["tests.postgres"]


def test_that_a_crowd_is_met_from_the_first_report_to_the_last_follow_up(play: Play) -> None:
    play(story)


async def story(officer: Officer) -> None:
    # A zone supervisor reports; the centre declares level IV and starts the plan.
    await officer.opens("office-crowd", place="North gate", people=15)
    assert officer.incident.leveling.level is Level.IV
    assert officer.reads("Office-centre crowd disturbance, North gate")

    # It tells the manager, the head of order-keeping, the rest of the centre; the manager tells
    # the leadership of the government-offices administration.
    await officer.tells("manager", "order_head", "centre_staff", "administration")

    # On-duty staff at once, order-keeping staff off duty 5 minutes, others off duty 30 minutes.
    allowed = {
        call.name: (call.due - call.called_at)
        for call in officer.incident.call_outs.values()
        if call.due and call.called_at and not call.who.startswith("role:")
    }
    assert timedelta(minutes=1) in allowed.values()
    assert timedelta(minutes=5) in allowed.values()
    assert timedelta(minutes=30) in allowed.values()

    # The deputy commands until the manager is here.
    await officer.scans("B102")
    await officer.scans("B103")
    await officer.writes("Wages for block 7 unpaid, two speakers, calm")
    assert officer.incident.course.status is Status.OPEN
