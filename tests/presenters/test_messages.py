"""Messages at the desk: what is asked, what is recorded, and how each row stands."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models import facts as f
from app.presenters import roles
from app.presenters.desk import DeskPresenter
from app.station.station import Station
from app.store.addresses import Address
from tests.desk_harness import Stage, last_fact

MANAGER = "send:manager"
SECOND = timedelta(seconds=1)


def address(key: str, *targets: str, language: str = "en", for_drills: bool = True) -> Address:
    return Address(
        key=key, label=f"To {key}", url="json://user:secret-token@127.0.0.1/x", targets=targets,
        language=language, for_drills=for_drills,
    )  # fmt: skip


@pytest.fixture
def station(stage: Stage) -> Station:
    return stage.station()


@pytest.fixture
def desk(stage: Stage, station: Station) -> DeskPresenter:
    for each in (address("a1", "office-crowd/manager"), address("a2", language="zh")):
        stage.run(station.book.keep(each))
    return stage.desk(station, stage.open(station))


def data(desk: DeskPresenter, key: str, role: int) -> object:
    model = desk.messages.model
    return model.index(model.position(key)).data(role)


def keys(desk: DeskPresenter) -> list[str]:
    model = desk.messages.model
    return [model.row(at).key for at in range(model.rowCount())]


def send(desk: DeskPresenter, text: str = "Come.", to: str = "a1") -> str:
    """Sent; answers the row's key."""
    desk.messages.act(MANAGER, "send", {"text_en": text, "text_zh": "来。", "addresses": to})
    fact = last_fact(desk)
    assert isinstance(fact, f.MessageSent)
    return f"message:{fact.message}"


def fail(desk: DeskPresenter, stage: Stage, row: str, why: str) -> None:
    failed = f.MessageFailed(message=row.partition(":")[2], why=why)
    stage.do(desk.scene.bridge.station, desk.scene.stream, failed)


def test_that_what_went_before_one_text_was_refused_is_not_sent_again(
    desk: DeskPresenter, stage: Stage
) -> None:
    desk.messages.question(MANAGER, "send")
    answers = {"text_en": "Come.", "text_zh": "\x07", "addresses": "a1\na2"}
    desk.messages.act(MANAGER, "send", answers)
    assert stage.refusals == ["control_character"]
    desk.messages.act(MANAGER, "send", answers | {"text_zh": "来。"})
    assert [value.to for value in desk.scene.incident.messages.values()] == ["To a1", "To a2"]


def test_that_what_can_be_sent_stands_there_with_whom_it_goes_to(desk: DeskPresenter) -> None:
    assert MANAGER in keys(desk)
    assert "To a1" in str(data(desk, MANAGER, roles.SUBTITLE))
    assert "no address" in str(data(desk, "send:order_head", roles.SUBTITLE))
    assert data(desk, MANAGER, roles.ACTION) == "send"


def test_that_the_text_is_filled_in_each_language_that_an_address_wants(
    desk: DeskPresenter,
) -> None:
    question = desk.messages.question(MANAGER, "send")
    assert question
    fields = {field.key: field for field in question.fields}
    assert list(fields) == ["text_zh", "text_en", "addresses"]
    assert "North gate crowd: about 15 people at North gate, since 06:02" in fields["text_en"].value
    assert "IV级响应" in fields["text_zh"].value
    assert fields["addresses"].value == "a1"
    assert [key for key, _ in fields["addresses"].options] == ["a1", "a2"]
    assert "secret-token" not in str(question)


def test_that_each_ticked_address_gets_it_in_its_language(desk: DeskPresenter) -> None:
    send(desk, to="a1\na2")
    sent = [entry.fact for entry in desk.scene.incident.timeline[-2:]]
    assert [(x.address, x.to, x.text, x.target) for x in sent if isinstance(x, f.MessageSent)] == [
        ("a1", "To a1", "Come.", "manager"), ("a2", "To a2", "来。", "manager"),
    ]  # fmt: skip


def test_that_a_text_that_lacks_sends_nothing_to_anybody(desk: DeskPresenter, stage: Stage) -> None:
    before = len(desk.scene.incident.timeline)
    answers = {"text_en": " ", "text_zh": "来。", "addresses": "a2\na1"}
    desk.messages.act(MANAGER, "send", answers)
    desk.messages.act(MANAGER, "send", answers | {"addresses": ""})
    assert stage.refusals == ["missing", "no_address"]
    assert len(desk.scene.incident.timeline) == before


def test_that_a_row_follows_its_message_from_sending_to_delivered(
    desk: DeskPresenter, stage: Stage
) -> None:
    row = send(desk)
    assert data(desk, row, roles.CHIP) == "sending"
    assert MANAGER not in keys(desk)
    stage.do(desk.scene.bridge.station, desk.scene.stream,
             f.MessageDelivered(message=row.partition(":")[2], took_ms=800))  # fmt: skip
    assert data(desk, row, roles.CHIP) == "delivered"
    assert "delivered 06:02 in 0.8 s" in str(data(desk, row, roles.SUBTITLE))
    assert data(desk, row, roles.QUIET) is True
    assert keys(desk)[-1] == row


def test_that_what_failed_stands_first_with_the_reason_and_is_sent_again(
    desk: DeskPresenter, stage: Stage
) -> None:
    row = send(desk)
    fail(desk, stage, row, "answered: 500")
    assert keys(desk)[0] == row
    assert data(desk, row, roles.CHIP) == "failed"
    assert "the server answered 500" in str(data(desk, row, roles.SUBTITLE))
    assert desk.messages.props.told == "1 failed"
    desk.messages.act(row, "again")
    assert data(desk, row, roles.CHIP) == "sending"
    assert desk.messages.props.told == "1 sent"


def test_that_a_failure_needs_nobody_once_they_were_told_by_phone(
    desk: DeskPresenter, stage: Stage
) -> None:
    row = send(desk)
    fail(desk, stage, row, "refused")
    desk.tasks.act("told:manager", "told")
    assert data(desk, row, roles.QUIET) is True
    assert data(desk, row, roles.ACTION) == ""
    assert desk.messages.props.told == "1 sent"


def test_that_a_message_without_a_result_says_so_after_a_minute(
    desk: DeskPresenter, stage: Stage
) -> None:
    row = send(desk)
    stage.wait(desk, 61 * SECOND)
    assert data(desk, row, roles.CHIP) == "no result"
    assert data(desk, row, roles.ACTION) == "again"
    desk.messages.act(row, "again")
    assert data(desk, row, roles.CHIP) == "sending"


def test_that_in_the_task_list_a_message_delivered_still_asks_for_a_person(
    desk: DeskPresenter, stage: Stage
) -> None:
    def task(role: int) -> object:
        model = desk.tasks.model
        return model.index(model.position("told:manager")).data(role)

    assert desk.tasks.keys_of("told:manager")["Shift+M"] == "message"
    assert desk.tasks.question("told:manager", "message") == desk.messages.question(MANAGER, "send")
    row = send(desk)
    assert "message under way" in str(task(roles.SUBTITLE))
    fail(desk, stage, row, "refused")
    assert task(roles.CHIP) == "message failed"
    assert "phone them: the server refused the connection" in str(task(roles.SUBTITLE))
    desk.messages.act(row, "again")
    stage.do(desk.scene.bridge.station, desk.scene.stream,
             f.MessageDelivered(message=row.partition(":")[2]))  # fmt: skip
    assert task(roles.CHIP) == "message delivered"
    assert task(roles.ACTION) == "told"
    assert task(roles.CHECKED) is False


def test_that_a_drill_offers_only_addresses_chosen_for_drills(
    stage: Stage, station: Station
) -> None:
    stage.run(station.book.keep(address("a1", "*", for_drills=False)))
    drill = stage.desk(station, stage.open(station, drill=True))
    assert drill.messages.question(MANAGER, "send") is None
    drill.messages.act(MANAGER, "send")
    assert stage.refusals == ["no_address_for_drills"]
    stage.run(station.book.keep(address("a2", "*")))
    question = drill.messages.question(MANAGER, "send")
    assert question
    assert question.fields[0].value.startswith("[DRILL] ")
    assert "drill" in question.note


def test_that_any_words_are_sent_to_whom_one_ticks(desk: DeskPresenter) -> None:
    question = desk.messages.question("", "write")
    assert question
    assert question.fields[-1].value == ""
    desk.messages.act("", "write", {"text_en": "Stay calm", "addresses": "a1"})
    fact = last_fact(desk)
    assert isinstance(fact, f.MessageSent)
    assert (fact.target, fact.text, fact.subject) == (
        "", "Stay calm", desk.scene.bridge.number_of(desk.scene.stream) + " North gate crowd",
    )  # fmt: skip


def test_that_sending_by_itself_is_switched_on_and_off_by_a_person(desk: DeskPresenter) -> None:
    question = desk.messages.question("", "switch")
    assert question
    assert "The rest of the service centre" in question.note
    desk.messages.act("", "switch")
    assert desk.scene.site.sends_by_itself("office-crowd")
    assert [choice.text for choice in desk.messages.choices("")][1].endswith("switch off…")
    desk.messages.act("", "switch")
    assert not desk.scene.site.sends_by_itself("office-crowd")
    assert [choice.text for choice in desk.messages.choices("")][1].endswith("switch on…")


def test_that_an_address_added_elsewhere_is_offered_at_once(
    desk: DeskPresenter, stage: Stage
) -> None:
    stage.run(desk.scene.bridge.station.book.keep(address("a3", "office-crowd/order_head")))
    assert "To a3" in str(data(desk, "send:order_head", roles.SUBTITLE))
