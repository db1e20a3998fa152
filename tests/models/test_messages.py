"""Outgoing messages: their words, how they stand, which are alarms, and what is refused."""

from __future__ import annotations

from datetime import datetime

import msgspec
import pytest

from app.models import facts as f
from app.models.incident import Incident
from app.models.levels import Level
from app.models.message_failures import Failure, failure_words, why
from app.models.message_states import MessageState
from app.models.messages import (
    SILENT_AFTER,
    due_by_itself,
    failed_messages,
    fill,
    last_message,
    marked,
    message_words,
    messages,
    sendable,
    subject_of,
    template_of,
)
from app.models.plan import Plan, PlanNotification
from app.models.site import Site
from app.models.telling import Names, tell
from app.models.text import ENGLISH, Text, say_word
from tests.builders import BEGIN, MINUTE, PLAN, Play, a_site, an_open_incident, entry, text

SENT = f.MessageSent(
    message="m1", address="a1", to="Manager’s phone", text="A crowd.", target="manager"
)
AGAIN = msgspec.structs.replace(SENT, text="A larger crowd.")
DELIVERED = f.MessageDelivered(message="m1", took_ms=800)
FAILED = f.MessageFailed(message="m1", why="refused", took_ms=20)
LOST = f.MessageFailed(message="m1", why="not_known")

TALKING = msgspec.structs.replace(
    PLAN,
    notifications=(
        PlanNotification(
            key="manager", who=text("The manager"), by="guard", within=2 * MINUTE, by_itself=True,
            message=Text(en="{title} at {place}: {people}", zh="{place}{title}：{people}人"),
        ),
        PlanNotification(
            key="leaders", who=text("The leaders"), by="commander", within=MINUTE,
            from_level=Level.III, by_itself=True, message=text("Level {level} by {commander}"),
        ),
        PlanNotification(
            key="office", who=text("The office"), by="guard", within=MINUTE, what=text("Come.")
        ),
        PlanNotification(key="press", who=text("The press"), by="guard", within=MINUTE),
    ),
)  # fmt: skip


def words(incident: Incident, plan: Plan | None = None, language: str = "en") -> dict[str, str]:
    return dict(message_words(incident, plan, number="2026-0042", time="10:00", language=language))


def state(*told: f.AnyFact) -> MessageState:
    return an_open_incident(*told).message("m1").state


# Words -------------------------------------------------------------------------------------------


def test_that_a_template_is_filled_with_what_is_known_now() -> None:
    one = an_open_incident(f.Amended(people=1))
    assert fill("about {people} people at {place}", words(one)).startswith("about 1 person at")
    incident = an_open_incident(f.Amended(people=35))
    assert fill("{title}, {place}, {people}, {number}, {time}", words(incident)) == (
        "Crowd, Gate, 35, 2026-0042, 10:00"
    )
    assert fill("{level}", words(incident, language="zh_CN")) == "IV级响应"


def test_that_what_is_not_known_yet_is_said_so_and_other_braces_stay() -> None:
    incident = an_open_incident()
    found = message_words(incident, None, number="", time="10:00", language="en")
    assert fill("{commander} {number} {who} {} {0.__class__} {title!r} %s", found) == (
        "not known yet not known yet {who} {} {0.__class__} {title!r} %s"
    )


def test_that_words_put_in_are_not_filled_again() -> None:
    incident = an_open_incident(f.Amended(title="{place}"))
    assert fill("{title}", words(incident)) == "{place}"


def test_that_without_a_message_of_the_plan_it_says_what_to_say_or_the_facts() -> None:
    manager, _, office, press = TALKING.notifications
    assert template_of(manager).en == "{title} at {place}: {people}"
    assert template_of(office).en == "Come."
    for planned in (press, None):
        for template in (template_of(planned).en, template_of(planned).zh):
            assert "{title}" in template
            assert "{place}" in template


def test_that_a_drill_is_marked_first_and_once() -> None:
    assert marked("Crowd", "en", drill=True) == "[DRILL] Crowd"
    assert marked("人群", "zh_CN", drill=True) == "【演练】人群"
    assert marked("【演练】人群", "en", drill=True) == "【演练】人群"
    assert marked("Crowd", "en", drill=False) == "Crowd"


def test_that_the_longest_title_still_makes_a_subject_that_is_taken() -> None:
    play = Play()
    play.do(f.Amended(title="x" * 200))
    title = play.incident.detail.title
    for drill in (True, False):
        subject = subject_of(title, "2026-0042", "zh", drill=drill)
        assert subject.endswith("…")
        assert "2026-0042" in subject
        play.do(msgspec.structs.replace(SENT, message=f"m-{drill}", subject=subject))


def test_that_every_failure_has_words_and_a_newer_programs_stands_as_it_is() -> None:
    for failure in Failure:
        assert say_word(failure_words(why(failure, "500")), ENGLISH)
    assert say_word(failure_words(why(Failure.ANSWERED, "500: a: b")), ENGLISH) == (
        "the server answered 500: a: b"
    )
    assert failure_words("eaten by a dog") == "eaten by a dog"


# How a message stands ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((), MessageState.NONE),
        ((SENT,), MessageState.SENDING),
        ((SENT, DELIVERED), MessageState.DELIVERED),
        ((SENT, FAILED), MessageState.FAILED),
        ((SENT, FAILED, AGAIN), MessageState.SENDING),
        ((SENT, FAILED, AGAIN, FAILED), MessageState.FAILED),
        ((SENT, LOST, FAILED, AGAIN), MessageState.SENDING),
        ((SENT, AGAIN, FAILED), MessageState.SENDING),
        ((SENT, FAILED, DELIVERED), MessageState.DELIVERED),
        ((SENT, DELIVERED, FAILED), MessageState.DELIVERED),
        ((FAILED,), MessageState.FAILED),
        ((DELIVERED,), MessageState.DELIVERED),
    ],
)
def test_that_a_message_stands_as_its_last_try_went(
    told: tuple[f.AnyFact, ...], expected: MessageState
) -> None:
    assert state(*told) is expected


def test_that_messages_are_listed_newest_first_with_whom_they_tell() -> None:
    other = msgspec.structs.replace(SENT, message="m2", target="")
    rows = messages(an_open_incident(SENT, other, f.MessageFailed(message="mx", why="?")), PLAN)
    assert [(row.key, row.who) for row in rows] == [("m2", None), ("m1", text("The manager"))]


# Alarms ------------------------------------------------------------------------------------------


def troubles(*told: tuple[int, f.AnyFact] | f.AnyFact) -> list[tuple[str, str, datetime]]:
    return [
        (each.message, each.why, each.since) for each in failed_messages(an_open_incident(*told))
    ]


def test_that_a_failure_is_an_alarm_until_it_is_made_good() -> None:
    assert troubles(SENT, FAILED) == [("m1", "refused", BEGIN + 2 * MINUTE)]
    assert troubles(SENT, DELIVERED) == []
    assert troubles(SENT, FAILED, AGAIN, DELIVERED) == []
    assert troubles(SENT, FAILED, f.Notified(target="manager")) == []
    assert troubles(SENT, FAILED, f.Notified(target="manager", told=False))


def test_that_a_later_message_to_the_same_address_makes_it_good_and_to_another_does_not() -> None:
    for address, left in (("a1", 0), ("a2", 1)):
        later = msgspec.structs.replace(SENT, message="m2", address=address)
        delivered = f.MessageDelivered(message="m2")
        assert len(troubles(SENT, FAILED, later, delivered)) == left


def test_that_a_message_without_a_result_becomes_an_alarm_after_a_minute() -> None:
    assert troubles(SENT) == [("m1", "", BEGIN + MINUTE + SILENT_AFTER)]
    (row,) = messages(an_open_incident(SENT), PLAN)
    assert not row.is_silent(BEGIN + MINUTE)
    assert row.is_silent(BEGIN + MINUTE + SILENT_AFTER)


# Which can be sent -------------------------------------------------------------------------------


def keys(found: list[PlanNotification]) -> list[str]:
    return [each.key for each in found]


def test_that_what_has_begun_and_was_not_told_or_delivered_can_be_sent() -> None:
    assert keys(sendable(an_open_incident(), TALKING)) == ["manager", "office", "press"]
    raised = f.LevelSet(level=Level.III, reason="more")
    assert "leaders" in keys(sendable(an_open_incident(raised), TALKING))
    for told in ((SENT,), (SENT, DELIVERED), (f.Notified(target="manager"),)):
        assert keys(sendable(an_open_incident(*told), TALKING)) == ["office", "press"]
    assert "manager" in keys(sendable(an_open_incident(SENT, FAILED), TALKING))
    assert sendable(an_open_incident(), None) == []


def test_that_what_sends_itself_is_due_at_the_entry_that_began_it_alone() -> None:
    raised = f.LevelSet(level=Level.III, reason="more")
    incident = an_open_incident((3, raised))
    assert keys(due_by_itself(incident, TALKING, frozenset({BEGIN}))) == ["manager"]
    assert keys(due_by_itself(incident, TALKING, frozenset({BEGIN + 3 * MINUTE}))) == ["leaders"]
    assert due_by_itself(incident, TALKING, frozenset({BEGIN + MINUTE})) == []


def test_that_a_notification_shows_what_was_delivered_before_what_was_sent_last() -> None:
    later = msgspec.structs.replace(SENT, message="m2", text="Later.")
    delivered = last_message(an_open_incident(SENT, DELIVERED, later), "manager")
    assert delivered
    assert delivered.text == SENT.text
    last = last_message(an_open_incident(SENT, FAILED, later), "manager")
    assert last
    assert last.text == "Later."
    assert last_message(an_open_incident(SENT), "leaders") is None


# What is refused ---------------------------------------------------------------------------------


def test_that_a_message_is_sent_and_again_only_once_it_has_failed() -> None:
    play = Play()
    assert play.do(SENT) == [SENT]
    assert play.wait(0.1).refused(AGAIN) == "message_sending"
    play.do(FAILED)
    play.wait(1).do(AGAIN)
    play.wait(0.1).do(DELIVERED)
    assert play.wait(1).refused(AGAIN) == "message_delivered"
    assert play.refused(FAILED) == "message_delivered"


def test_that_a_message_nobody_hears_of_any_more_can_be_sent_again() -> None:
    play = Play()
    play.do(SENT)
    play.wait(2).do(AGAIN)
    assert play.incident.message("m1").tries == 2


def test_that_a_message_lacks_nothing() -> None:
    play = Play()
    for field in ("message", "address", "to", "text"):
        assert play.refused(msgspec.structs.replace(SENT, **{field: " "})) == "missing"
    unknown = msgspec.structs.replace(SENT, target="nobody")
    assert play.refused(unknown) == "unknown_notification"
    assert play.refused(DELIVERED) == play.refused(FAILED) == "unknown_message"


def test_that_a_result_is_recorded_after_closing_and_nothing_is_sent_then() -> None:
    play = Play()
    play.do(SENT)
    play.wait(1).do(f.DeclaredOver(reason="calm", despite="it is late"))
    play.wait(1).do(f.Closed())
    assert play.refused(msgspec.structs.replace(SENT, message="m2")) == "closed"
    play.do(DELIVERED)
    assert play.incident.message("m1").state is MessageState.DELIVERED


def test_that_in_a_drill_whatever_was_typed_is_marked_in_both_languages() -> None:
    play = Play()
    drill = msgspec.structs.replace(play.incident.timeline[0].fact, drill=True)
    play.incident = Incident("one", [entry(drill, BEGIN)])
    (sent,) = play.do(SENT)
    assert isinstance(sent, f.MessageSent)
    assert sent.text == "【演练】[DRILL] A crowd."
    assert sent.subject.startswith("【演练】[DRILL]")
    already = msgspec.structs.replace(SENT, message="m2", text="[DRILL] x", subject="【演练】y")
    assert play.wait(1).do(already) == [already]


def test_that_nothing_sends_itself_before_a_person_has_switched_that_on() -> None:
    play = Play()
    by_itself = msgspec.structs.replace(SENT, by_itself=True)
    assert play.refused(by_itself) == "sending_off"
    switch = f.SendingSwitched(plan="small", on=True)
    assert play.refused(msgspec.structs.replace(switch, on=False)) == "unchanged"
    play.do(switch)
    assert play.site.sends_by_itself("small")
    assert play.refused(switch) == "unchanged"
    assert play.do(by_itself) == [by_itself]
    assert play.refused(msgspec.structs.replace(switch, plan="other")) == "no_plan"


# Sentences ---------------------------------------------------------------------------------------


def test_that_each_is_told_in_the_timeline() -> None:
    incident = an_open_incident(SENT)
    names = Names(incident=incident, plan=PLAN, site=a_site())
    told = [tell(fact, names).phrase.english() for fact in (SENT, DELIVERED, FAILED)]
    assert told == [
        "Manager’s phone: message sent: A crowd.",
        "Manager’s phone: message delivered in 0.8 s",
        "Manager’s phone: message failed, the server refused the connection",
    ]
    by_itself = msgspec.structs.replace(SENT, by_itself=True)
    assert "by itself" in tell(by_itself, names).phrase.english()
    switched = [f.SendingSwitched(plan="small", on=on) for on in (True, False)]
    assert [tell(fact, names).phrase.english() for fact in switched] == [
        "Small: messages go out by themselves",
        "Small: messages go out only when sent",
    ]
    assert Site().sends_by_itself("small") is False
