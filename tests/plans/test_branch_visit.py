"""Plan 3, a sudden group visit to a branch office, from the gate to settled."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QComboBox, QSpinBox

from app.models.commander import commander
from app.models.follow_ups import follow_ups
from app.models.levels import Level
from app.models.notifications import notifications
from tests.plans import ending, response, staff, visits
from tests.plans.conftest import Play
from tests.plans.keyboard import KEY
from tests.plans.officer import Officer
from tests.views.conftest import child

pytest_plugins = ["tests.postgres"]

AT_ONCE = timedelta(minutes=1)


def test_that_visitors_to_a_branch_are_heard_and_their_matter_is_chased_until_settled(
    play: Play,
) -> None:
    play(heard_and_settled)


async def heard_and_settled(officer: Officer) -> None:
    await from_five_people(officer)
    await at_the_gate(officer)
    await the_deputy_decides(officer)
    await seated_heard_and_answered(officer)
    await tracked_chased_and_fed_back(officer)


async def from_five_people(officer: Officer) -> None:
    await officer.begins_opening()
    officer.picks(child(officer.view, QComboBox, "openingPlan"), "Sudden group visit")
    people = child(officer.view, QSpinBox, "openingPeople")
    officer.tabs_to(people)
    officer.types(people, "4")
    assert officer.says("This plan is meant for 5 people or more.")
    officer.types(people, "5")
    assert not officer.says("This plan is meant for")
    officer.press(KEY.Key_Escape)
    await officer.opens("branch-visit", place="Gate", people=9)


async def at_the_gate(officer: Officer) -> None:
    # Gate duty tells the office and security at the first moment; they tell the leaders, and go
    # to the scene; the head or deputy head of the section concerned comes at once.
    told = {row.key: row for row in notifications(officer.incident, officer.plan)}
    by = {key: row.by.en for key, row in told.items()}
    assert (by["general_office"], by["security"]) == ("Gate duty", "Gate duty")
    assert (by["leaders"], by["section"]) == ("Head of the general office",) * 2
    assert by["leaders_security"] == "Head of security"
    for key in ("general_office", "security"):
        due, begun = told[key].due, told[key].begins_at
        assert due
        assert begun
        assert due - begun == AT_ONCE
    await officer.tells("general_office", "security", "leaders", "leaders_security", "section")
    for role in ("section_head", "section_deputy"):
        (who,) = staff.called_for(officer, role)
        call = officer.incident.call_out(who)
        assert call.due
        assert call.called_at
        assert call.due - call.called_at == AT_ONCE
    await officer.finishes("office_to_scene", "security_to_scene", "gate")
    # They came and they ask: nobody proposes the police for that.
    assert not officer.says("Plan proposes")


async def the_deputy_decides(officer: Officer) -> None:
    # The head is away and does not answer; the deputy decides.
    await staff.does_not_answer(officer, "fan_jin")
    await officer.scans("B139", "B142", "B143", "B145", "B151")
    assert commander(officer.incident, officer.plan).name == "Shi Lei"
    assert officer.says("acting deputy until Fan Jin arrives")
    # Visitors get a place to sit, water and food; reception as the head directs.
    await officer.finishes("seat", "direct", "section_here", "plan_reception")
    assert officer.task("direct").owner.en == "Head of the branch"


async def seated_heard_and_answered(officer: Officer) -> None:
    await visits.begins_reception(officer, matter="Parcels of October", people="9", unit="Street 4")
    for _ in range(5):
        await visits.receives(officer)
    await visits.is_refused_one_more(officer)
    await officer.finishes("representatives", "write_down")
    # The general office drafts the answer and carries the leaders' decisions to departments.
    await officer.finishes("draft_answer", "carry")
    await visits.answers_matter(officer, "They lie at the depot and come tomorrow", "Kong Ling")
    await visits.promises(officer, "Bring the parcels", "Head of the section concerned", "1")
    await officer.finishes("answer")
    # Meals, lodging, vehicles and return tickets, on request; it reports upward.
    await staff.calls_group(officer, "office_services")
    assert "On request" in officer.row("tasks", "task:meals")
    await officer.finishes("meals", "vehicles")
    await response.skips(officer, "lodging", "They live near by")
    await officer.tells("upward")
    await visits.ends_reception(officer, "They know when the parcels come")


async def tracked_chased_and_fed_back(officer: Officer) -> None:
    await ending.declares_over(officer, "Answered; they went home of their own accord")
    await ending.closes(officer, "Nine people of street 4, parcels of October")
    # Who is in charge of the matter is responsible for it; the office tracks, chases, feeds back.
    owners = {row.key: row.owner.en for row in follow_ups(officer.incident, officer.plan)}
    assert owners["settle"] == "Head of the section concerned"
    assert (owners["track"], owners["chase"]) == ("General office", "General office")
    await ending.chases(officer, "chase", "Duan Yu: half of them are on the road")
    await ending.chases(officer, "chase", "Kong Ling: all delivered")
    await ending.feeds_back(officer, "feed_back", "The representatives", "All delivered")
    assert "reported to The representatives" in officer.row("followUps", "feed_back")
    assert officer.reads("All delivered")
    await ending.settles(officer, but=("settle",))
    assert not officer.incident.is_settled, "the matter itself is not settled"
    await ending.settles(officer)
    await ending.is_settled(officer)


def test_that_a_branch_calls_the_police_for_acts_only(play: Play) -> None:
    play(for_acts_only)


async def for_acts_only(officer: Officer) -> None:
    await officer.opens("branch-visit", place="Business hall", people=12)
    await officer.tells("general_office", "security", "leaders", "leaders_security", "section")
    await officer.finishes("office_to_scene", "security_to_scene", "seat", "direct", "section_here")
    await officer.finishes("representatives", "write_down", "answer")
    assert not officer.says("Plan proposes")
    # Refusing to leave after the matter was heard and closed while obstructing work.
    await response.sees(officer, "obstruction")
    assert officer.says("after the matter was heard and closed")
    await response.calls_as_proposed(officer, "110")
    await officer.finishes("police_obstruction")
    await response.comes_and_leaves(officer, "110")
    # Assault or threats of violence: police, the head on site, everyone and all of security.
    await response.sees(officer, "violence")
    await response.calls_as_proposed(officer, "110")
    await response.raises_as_proposed(officer, Level.III)
    assert {"police_violence", "everyone_security"} <= response.asked_for(officer)[0]
    assert staff.called_for(officer, "services_staff") == ["cui_ying", "lu_ping"]
    await officer.tells("raised_everyone", "upward")
    await officer.finishes("police_violence", "everyone_security")
    # Serious damage to property: the scene is protected until the police have seen it.
    await response.sees(officer, "damage")
    await officer.finishes("police_damage")
    await response.comes_and_leaves(officer, "110")
    await ending.declares_over(officer, "The police have taken it over")
    await ending.closes(officer, "Twelve people; a window broken")
    await ending.settles(officer)
    await ending.is_settled(officer)


def test_that_a_branch_calls_110_and_120_at_once_for_self_harm_and_sudden_illness(
    play: Play,
) -> None:
    play(in_need)


async def in_need(officer: Officer) -> None:
    await officer.opens("branch-visit", place="Yard", people=6)
    await response.sees(officer, "self_harm")
    await help_at_once(officer, "help_self_harm")
    await response.raises_as_proposed(officer, Level.III)
    await response.sees(officer, "illness")
    await help_at_once(officer, "help_ill")
    await ending.declares_over_despite(officer, "Both are in hospital", "The others went home")
    await ending.closes(officer, "Two people brought to hospital")
    await ending.settles(officer)
    await ending.is_settled(officer)


async def help_at_once(officer: Officer, task: str) -> None:
    assert officer.due_after(task) == AT_ONCE
    await response.calls_as_proposed(officer, "110")
    await response.calls_as_proposed(officer, "120")
    await response.comes_and_leaves(officer, "120")
    await response.comes_and_leaves(officer, "110")
    await officer.finishes(task)
