"""The call list: who is still to be phoned, in which order, under which number."""

from __future__ import annotations

import msgspec

from app.models import facts as f
from app.models.call_list import CallKind, CallLine, call_list
from app.models.messages import failed_messages
from app.models.plan import PlanNotification
from tests.builders import BEGIN, MINUTE, PEOPLE, PLAN, Play, a_site, text

PHONES = tuple(
    msgspec.structs.replace(fact, phone=f"555-{fact.person}")
    if isinstance(fact, f.PersonSet) and fact.person != "ma" else fact
    for fact in PEOPLE
)  # fmt: skip


def a_play() -> Play:
    """As usual; Ma Jun is without a number."""
    return Play(a_site(PHONES))


def now(play: Play) -> list[CallLine]:
    return call_list(play.incident, play.plan, play.site)


def keys(play: Play) -> list[str]:
    return [line.key for line in now(play)]


def line(play: Play, key: str) -> CallLine:
    return next(each for each in now(play) if each.key == key)


def test_that_everyone_to_be_reached_stands_by_deadline_whether_called_or_to_be_told() -> None:
    assert keys(a_play()) == ["li", "zhao", "notification:manager", "ma", "chen"]


def test_that_numbers_come_from_the_staff_and_are_missing_where_nobody_knows_one() -> None:
    play = a_play()
    assert line(play, "li").phone == "555-li"
    assert line(play, "ma").phone == ""


def test_that_who_was_reached_leaves_the_list() -> None:
    play = a_play()
    play.do(f.Acknowledged(who="li"))
    play.do(f.OnTheWay(who="zhao"))
    play.do(f.Arrived(who="ma"))
    play.do(f.Excused(who="chen", reason="abroad"))
    play.do(f.Notified(target="manager"))
    assert not {"li", "zhao", "ma", "chen"} & set(keys(play))


def test_that_who_did_not_answer_comes_after_those_not_tried_with_the_count() -> None:
    play = a_play()
    play.wait(1).do(f.NoAnswer(who="li"))
    play.wait(1).do(f.NoAnswer(who="li"))
    assert keys(play)[-1] == "li"
    assert (line(play, "li").tries, line(play, "li").tried_at) == (2, BEGIN + 2 * MINUTE)


def test_that_the_next_person_is_proposed_in_the_place_of_who_did_not_answer() -> None:
    play = a_play()
    play.do(f.NoAnswer(who="ma"))
    assert keys(play) == ["li", "zhao", "notification:manager", "stand_in:ma", "chen", "ma"]
    proposal = line(play, "stand_in:ma")
    assert (proposal.kind, proposal.name, proposal.phone) == (
        CallKind.STAND_IN, "Xu Qiang", "555-xu"
    )  # fmt: skip


def test_that_whom_the_plan_wants_told_has_the_number_of_who_is_called_for_that_role() -> None:
    play = a_play()
    assert line(play, "notification:manager").phone == ""
    told = PlanNotification(key="chief", who=text("Manager"), by="guard", within=MINUTE)
    play.plan = msgspec.structs.replace(PLAN, notifications=(told,))
    chief = line(play, "notification:chief")
    assert (chief.name, chief.phone) == ("Chen Wei", "555-chen")


def test_that_what_goes_in_writing_is_not_phoned() -> None:
    play = a_play()
    told = msgspec.structs.replace(PLAN.notifications[0], in_writing=True)
    play.plan = msgspec.structs.replace(PLAN, notifications=(told,))
    assert "notification:manager" not in keys(play)


def test_that_who_was_not_reached_to_be_told_is_counted_and_comes_later() -> None:
    play = a_play()
    play.wait(1).do(f.Notified(target="manager", told=False))
    assert keys(play)[-1] == "notification:manager"
    assert line(play, "notification:manager").tries == 1


# A message that failed falls back to the phone ----------------------------------------------------

SENT = f.MessageSent(message="m1", address="a1", to="Gate phone", text="Shut it.")
FAILED = f.MessageFailed(message="m1", why="refused")
MESSAGE = "notification:message:m1"


def test_that_who_is_told_in_writing_is_phoned_once_the_message_has_failed() -> None:
    play = a_play()
    told = msgspec.structs.replace(PLAN.notifications[0], in_writing=True)
    play.plan = msgspec.structs.replace(PLAN, notifications=(told,))
    play.do(msgspec.structs.replace(SENT, target="manager"))
    assert "notification:manager" not in keys(play)
    play.do(FAILED)
    assert line(play, "notification:manager").failed == "refused"
    play.wait(1).do(f.Notified(target="manager"))
    assert "notification:manager" not in keys(play)


def test_that_any_other_message_that_failed_is_phoned_with_its_words() -> None:
    play = a_play()
    play.do(SENT)
    assert MESSAGE not in keys(play)
    play.wait(1).do(FAILED)
    found = line(play, MESSAGE)
    assert found.kind is CallKind.MESSAGE
    assert (found.name, found.phone, found.failed) == ("Gate phone", "", "refused")
    assert found.what
    assert found.what.en == "Shut it."


def test_that_a_message_to_someone_of_the_staff_has_their_number() -> None:
    play = a_play()
    play.do(msgspec.structs.replace(SENT, to="Li Na"))
    play.do(FAILED)
    assert line(play, MESSAGE).phone == "555-li"


def test_that_whoever_was_phoned_instead_is_told_and_the_failure_made_good() -> None:
    play = a_play()
    play.do(SENT)
    play.do(FAILED)
    play.wait(1).do(f.Notified(target="message:m1", told=False, name="Gate phone"))
    assert line(play, MESSAGE).tries == 1
    play.wait(1).do(f.Notified(target="message:m1", name="Gate phone"))
    assert MESSAGE not in keys(play)
    assert failed_messages(play.incident) == []


def test_that_a_message_that_arrived_later_needs_no_phone() -> None:
    play = a_play()
    play.do(SENT)
    play.do(FAILED)
    play.wait(1).do(SENT)
    assert MESSAGE not in keys(play)
