"""The medical emergency that the others point to, from the call for help to settled."""

from __future__ import annotations

from datetime import timedelta

from app.models.levels import Level
from tests.plans import conduct, ending, response, staff
from tests.plans.conftest import Play
from tests.plans.officer import Officer

pytest_plugins = ["tests.postgres"]


def test_that_120_is_called_at_once_and_first_aid_goes_on_until_the_crew_takes_over(
    play: Play,
) -> None:
    play(one_person)


async def one_person(officer: Officer) -> None:
    await officer.opens("medical", place="Lobby", people=1)
    assert officer.says("People are numbers here: no names, no diagnoses in the log.")
    assert officer.due_after("call_120") == timedelta(minutes=1)
    await response.sees(officer, "illness")
    await response.calls_as_proposed(officer, "120")
    await officer.finishes("safe", "call_120", "first_aid")
    await officer.tells("commander")
    # One first-aider does not answer; guides lead the crew in.
    await staff.does_not_answer(officer, "cao_yu")
    await officer.scans("B113", "B109", "B110")
    await officer.finishes("privacy", "lead_in")
    await response.skips(officer, "defibrillator", "Breathing")
    await response.comes_and_leaves(officer, "120")
    # Hand over to the crew: what happened, what was done and when.
    await conduct.hands_over_person(officer, "to the ambulance crew")
    await response.skips(officer, "family", "Not wished")
    await ending.declares_over(officer, "Handed over")
    await ending.closes(officer, "One person taken ill in the lobby")
    await ending.settles(officer)
    await ending.is_settled(officer)


def test_that_three_people_hurt_bring_everybody_and_are_sorted(play: Play) -> None:
    play(three_people)


async def three_people(officer: Officer) -> None:
    await officer.opens("medical", place="Forecourt", people=3)
    await response.counts_hurt(officer, "forecourt", slightly=2)
    assert not officer.says("Plan proposes III")
    await response.calls_as_proposed(officer, "120")
    await response.counts_hurt(officer, "forecourt", slightly=2, badly=1)
    await response.raises_as_proposed(officer, Level.III)
    await officer.tells("commander", "raised_company")
    assert "sort" in response.asked_for(officer)[0]
    await officer.finishes("safe", "call_120", "first_aid", "sort", "lead_in", "privacy")
    await response.comes_and_leaves(officer, "120")
    await conduct.hands_over_person(officer, "to two crews")
    await ending.declares_over(officer, "Handed over")
    await ending.closes(officer, "Three people hurt, one badly")
    await ending.settles(officer)
    await ending.is_settled(officer)
