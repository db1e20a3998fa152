"""Plan 2, a group visit to a county reception office, from the first sign to settled."""

from __future__ import annotations

from datetime import timedelta

from app.models.follow_ups import follow_ups
from app.models.levels import Level
from tests.plans import ending, response, staff, visits
from tests.plans.conftest import Play
from tests.plans.keyboard import SHIFT
from tests.plans.officer import Officer

pytest_plugins = ["tests.postgres"]

EARLY_SIGN, PREPARING, ON_THE_WAY, RECEPTION, SUDDEN = (
    "Early sign", "People preparing to come", "On the way", "Reception", "Sudden, 20 or more",
)  # fmt: skip
UNIT = "Head of the responsible unit"


def test_that_a_group_is_met_from_the_early_sign_through_all_five_phases(play: Play) -> None:
    play(five_phases)


async def five_phases(officer: Officer) -> None:
    await early_sign(officer)
    await people_preparing_to_come(officer)
    await on_the_way_to_the_county(officer)
    await heard_at_the_reception(officer)
    await suddenly_more_of_them(officer)
    await afterwards(officer)


async def early_sign(officer: Officer) -> None:
    await officer.opens("group-visit", place="County reception office", phase=EARLY_SIGN, people=6)
    # Report by word or paper to the heads of the two leading offices; the reception office
    # contacts the unit concerned.
    assert response.asked_for(officer) == (
        {"sign_unit_head", "sign_work", "sign_report_back"}, {"sign_heads", "sign_unit"},
    )  # fmt: skip
    await officer.tells("sign_heads", "sign_unit")
    # That unit tells its own head, works on the matter, reports back.
    await officer.finishes("sign_unit_head", "sign_work")
    await officer.writes("The unit: wages of block 7, payment is being arranged")
    await officer.finishes("sign_report_back")


async def people_preparing_to_come(officer: Officer) -> None:
    await visits.moves_on(officer, PREPARING, "They gather tomorrow morning")
    # Register the matter; tell the heads.
    await officer.finishes("register")
    await officer.tells("preparing_heads")
    # Not large, not special: nothing in writing to the leaders in charge.
    assert "preparing_leaders" not in response.asked_for(officer)[1]
    # The unit takes the initiative: looks into the matter, listens, explains; writes up the
    # issues raised and what it proposes; case summary.
    await officer.finishes("look_into", "listen_explain", "write_up", "preparing_summary")


async def on_the_way_to_the_county(officer: Officer) -> None:
    await visits.moves_on(officer, ON_THE_WAY, "Two buses have left")
    # The unit reports cause, number of people, destination, demands, proposed answer; the
    # reception office tells the heads and prepares to receive.
    assert response.asked_for(officer) == ({"way_report", "way_prepare"}, {"way_heads"})
    await officer.finishes("way_report")
    await officer.tells("way_heads")
    await officer.finishes("way_prepare")
    # 20 people or more: the plan proposes, a person accepts …
    await officer.counts(26)
    assert officer.incident.leveling.level is Level.IV
    await response.raises_as_proposed(officer, Level.III)
    assert officer.says("III")
    # … extra staff, and the head of the responsible unit on site within 1 hour.
    assert len(staff.called_for(officer, "extra_officer")) == 3
    (head,) = staff.called_for(officer, "unit_head")
    call = officer.incident.call_out(head)
    assert call.due
    assert call.called_at
    assert call.due - call.called_at == timedelta(hours=1)
    assert officer.due_after("way_unit_head") == timedelta(hours=1)
    await officer.tells("way_unit_head")
    for badge in ("B133", "B134", "B135", "B136"):
        await officer.scans(badge)
    await officer.finishes("way_extra", "way_unit_head")


async def heard_at_the_reception(officer: Officer) -> None:
    await visits.moves_on(officer, RECEPTION, "They are at the gate")
    # Courteous; law and policy explained, what cannot be granted said clearly.
    await officer.finishes("courteous")
    await officer.asks("j", SHIFT)
    for note in officer.plan.reception.notes if officer.plan.reception else ():
        assert officer.says(note.en), "law and policy are not at hand"
    # Write down number, representatives, unit or address, matter.
    await officer.answers(matter="Wages of March unpaid", people="26", unit="Block 7", by="Pan Yue")
    await officer.does("reception_begun")
    # At most 5 representatives, chosen by the visitors; a sixth is refused with the reason.
    await visits.receives(officer, name="Zhang Dashan", reach="13800001111")
    await visits.receives(officer, name="", reach="zhang-er@mail.example")
    for _ in range(3):
        await visits.receives(officer)
    assert visits.reception(officer).present == 5
    await visits.is_refused_one_more(officer)
    await officer.finishes("representatives", "write_down", "law_policy", "not_granted")
    # A wish to see a leader is passed on if the group is large or tempers are high; inform
    # visitors of their lawful channels.
    await officer.finishes("see_leader", "channels")
    await visits.answers_matter(officer, "March is paid on Friday; April was paid", "Dai Song")
    await visits.promises(officer, "Pay the wages of March", UNIT, "3")
    owed = {row.text.en: row for row in follow_ups(officer.incident, officer.plan)}
    assert owed["Pay the wages of March"].promised
    # Whether it is taken up within 15 days, the answer within 60.
    begun = visits.reception(officer).begun_at
    dates = [date.due - begun for date in visits.reception(officer).dates]
    assert dates == [timedelta(days=15), timedelta(days=60)]
    await names_stay_apart(officer)
    await visits.ends_reception(officer, "They know who pays and when, and go home")


async def names_stay_apart(officer: Officer) -> None:
    """What was typed of names and numbers stands in `contacts` alone."""
    kept = await officer.station.contacts.of(officer.stream)
    assert {(each.name, each.reach) for each in kept.contacts} == {
        ("Zhang Dashan", "13800001111"), ("", "zhang-er@mail.example"),
    }  # fmt: skip
    said = await visits.shared_as_text(officer) + "\n".join(officer.lines())
    for typed in ("Dashan", "13800001111", "zhang-er"):
        assert typed not in said


async def suddenly_more_of_them(officer: Officer) -> None:
    await visits.moves_on(officer, SUDDEN, "Another 30 at the gate, nobody announced them")
    # Tell leaders and departments early; contact police to prevent harm.
    await officer.tells("sudden_leaders", "sudden_departments", "sudden_police")
    await officer.tells("sudden_unit_head")
    # The unit's head receives them in person; up to 5 representatives; let people finish.
    await visits.begins_reception(officer, matter="The same", people="30", unit="Block 9")
    await visits.receives(officer)
    await officer.finishes("sudden_receive", "sudden_representatives", "let_finish")
    # Brief the leaders, who come in person if needed; watch for blocked traffic …
    await officer.finishes("brief_leaders", "watch")
    # Say at once what policy allows; protect lawful rights; summary.
    await visits.answers_matter(officer, "The same holds for block 9", "Dai Song")
    await officer.finishes("policy_now", "rights", "sudden_summary")
    await visits.ends_reception(officer, "Heard and answered")


async def afterwards(officer: Officer) -> None:
    assert response.asked_for(officer) == (set(), set())
    await ending.declares_over(officer, "Heard, answered, gone home")
    await ending.closes(officer, "Two groups of block 7 and 9, wages of March")
    await ending.chases(officer, "chase", "Dai Song: the bank has the order")
    await ending.feeds_back(officer, "feed_back", "Heads of the two leading offices", "Paid")
    await ending.settles(officer)
    await ending.is_settled(officer)


def test_that_a_large_group_to_a_higher_office_is_answered_there(play: Play) -> None:
    play(to_a_higher_office)


async def to_a_higher_office(officer: Officer) -> None:
    # An incident can start in any of the phases.
    await officer.opens("group-visit", place="Block 7", phase=PREPARING, people=40, level="III")
    # Large or special: in writing to the leaders in charge, copy to the reception office.
    await officer.finishes("register", "look_into", "listen_explain", "write_up")
    await officer.tells("preparing_heads", "preparing_leaders")
    assert officer.reads("Leaders in charge, copy to the reception office")
    await visits.moves_on(officer, ON_THE_WAY, "They go to the provincial office")
    # Important or special: leaders in charge, with a proposed answer.
    await officer.asks("l")
    await officer.answers(level="II", reason="They go past the county")
    await officer.does("level_set")
    await officer.tells("way_heads", "way_unit_head", "way_leaders")
    # Send the receiving office the cause and the basic facts at once; tell the leaders.
    await response.sees(officer, "higher_office")
    assert {"higher_office", "higher_leaders"} <= response.asked_for(officer)[1]
    await officer.tells("higher_office", "higher_leaders")
    # If that office asks, send someone experienced with authority to answer; stay in contact;
    # follow up; summary.
    await officer.finishes("higher_send", "higher_contact", "higher_follow", "higher_summary")
    await officer.finishes("way_report", "way_prepare", "way_extra", "way_unit_head")
    await officer.finishes("preparing_summary")
    await ending.declares_over(officer, "Answered at the provincial office")
    await ending.closes(officer, "Heard there by Dai Song")
    await ending.settles(officer)
    await ending.is_settled(officer)


def test_that_a_sudden_group_of_20_or_more_is_received_and_the_police_come_for_an_act(
    play: Play,
) -> None:
    play(sudden)


async def sudden(officer: Officer) -> None:
    await officer.opens("group-visit", place="Gate", phase=SUDDEN, people=35)
    assert "sudden_leaders" in response.asked_for(officer)[1]
    await response.raises_as_proposed(officer, Level.III)
    # Tell leaders and departments early; contact police to prevent harm.
    await officer.tells("sudden_leaders", "sudden_departments", "sudden_police", "sudden_unit_head")
    # They have come and they ask: nobody calls 110 for that.
    assert not officer.says("Plan proposes calling")
    # The unit's head receives them in person, with up to 5 representatives.
    await staff.elsewhere_arrives(officer, "dai_song")
    await visits.begins_reception(officer, matter="Land of the new road", people="35", unit="Liwan")
    for _ in range(5):
        await visits.receives(officer)
    await visits.is_refused_one_more(officer)
    await officer.finishes("sudden_receive", "sudden_representatives", "let_finish")
    await officer.finishes("brief_leaders", "policy_now", "rights")
    # Watch for blocked traffic, communications or public duties → police.
    await response.sees(officer, "blocked_road")
    await response.calls_as_proposed(officer, "110")
    await response.calls_as_proposed(officer, "122")
    await response.comes_and_leaves(officer, "122")
    await response.comes_and_leaves(officer, "110")
    await response.raises_as_proposed(officer, Level.II)
    await officer.finishes("watch", "sudden_summary")
    await visits.ends_reception(officer, "Heard; the answer follows in writing")
    await ending.declares_over(officer, "The road is free")
    await ending.closes(officer, "35 people from Liwan, heard")
    await ending.settles(officer)
    await ending.is_settled(officer)
