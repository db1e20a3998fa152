"""The blank plan: what a plan does not bring is added on the spot, until settled."""

from __future__ import annotations

from datetime import timedelta

from app.models.commander import commander
from app.models.follow_ups import follow_ups
from app.models.tasks import tasks
from tests.plans import ending, response, staff
from tests.plans.conftest import Play
from tests.plans.keyboard import KEY
from tests.plans.officer import Officer

pytest_plugins = ["tests.postgres"]


def test_that_with_the_blank_plan_everything_is_added_on_the_spot(play: Play) -> None:
    play(on_the_spot)


async def on_the_spot(officer: Officer) -> None:
    await officer.opens("blank", place="North gate", title="Burst pipe")
    # One who commands, within 30 minutes.
    (chief,) = staff.called(officer)
    assert chief.due
    assert chief.called_at
    assert chief.due - chief.called_at == timedelta(minutes=30)
    await officer.scans("B101")
    assert commander(officer.incident, officer.plan).name == "Chen Wei"
    await staff.calls_one(officer, "Tang Bo")
    # A task of the spot, with who and until when.
    await officer.asks("n")
    await officer.answers(text="Shut the main valve", owner="Tang Bo", due="10")
    await officer.does("task_added")
    (row,) = tasks(officer.incident, officer.plan)
    assert (row.text.en, row.owner.en) == ("Shut the main valve", "Tang Bo")
    await officer.finishes(row.key)
    await response.calls(officer, "119")
    await response.comes_and_leaves(officer, "119")
    # What is owed afterwards is added too.
    officer.press("9")
    await officer.asks("a")
    await officer.answers(text="Dry the lobby", owner="Tang Bo", due="2")
    await officer.does("follow_up_added")
    (owed,) = follow_ups(officer.incident, officer.plan)
    await officer.asks("o")
    await officer.answers(reason="The valve is shut")
    await officer.does("declared_over")
    await ending.closes(officer, "Water in the lobby")
    assert not officer.incident.is_settled
    await officer.on("9", "followUps", owed.key)
    await officer.asks(KEY.Key_Return)
    await officer.answers(result="Dry")
    await ending.is_settled(officer)


def test_that_what_owes_nothing_is_settled_when_it_is_closed(play: Play) -> None:
    play(nothing_owed)


async def nothing_owed(officer: Officer) -> None:
    await officer.opens("blank", place="Lobby", drill=True)
    await officer.asks("o")
    await officer.answers(reason="A false report")
    await officer.does("declared_over")
    await ending.closes(officer, "Nothing")
    await ending.is_settled(officer)
