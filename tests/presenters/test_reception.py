"""Receptions on the desk: begun, heard, answered, promised; names only while somebody looks."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models import facts as f
from app.models.follow_ups import follow_ups
from app.presenters.desk import DeskPresenter
from app.presenters.reception import ReceptionPresenter
from app.presenters.rows import Row
from app.station.station import Station
from tests.desk_harness import Stage, last_fact

ABOUT = {"matter": "Unpaid wages", "people": "35", "unit": "Unit 7", "by": "Liu Yang"}
NOBODY = {"name": "", "reach": ""}
WANG = {"name": "Wang Fang", "reach": "138-0013-8000"}


@pytest.fixture
def station(stage: Stage) -> Station:
    return stage.station()


@pytest.fixture
def desk(stage: Stage, station: Station) -> DeskPresenter:
    return stage.desk(station, stage.open(station))


@pytest.fixture
def part(desk: DeskPresenter) -> ReceptionPresenter:
    return desk.reception


def rows(part: ReceptionPresenter, sort: str) -> list[Row]:
    found = [part.model.row(at) for at in range(part.model.rowCount())]
    return [row for row in found if row.key.startswith(sort + ":")]


def begin(part: ReceptionPresenter, **fields: str) -> str:
    """The key of its row."""
    part.act("", "begin", ABOUT | fields)
    return rows(part, "reception")[0].key


def actions(part: ReceptionPresenter, key: str) -> set[str]:
    return {choice.action for choice in part.choices(key)}


def test_that_nothing_is_there_but_how_to_begin(part: ReceptionPresenter) -> None:
    assert rows(part, "reception") == []
    assert part.props.can_begin
    assert part.props.empty == "Nobody is received yet. Shift+J begins a reception."


def test_that_a_reception_is_begun_and_told(part: ReceptionPresenter) -> None:
    question = part.question("", "begin")
    assert question
    assert [field.key for field in question.fields] == ["matter", "people", "unit", "by"]
    begin(part)
    [head] = rows(part, "reception")
    assert head.title == "Reception 1: Unpaid wages"
    assert "35 people • Unit 7 • received by Liu Yang • 0 of at most 5" in head.subtitle
    assert (part.props.told, part.props.empty) == ("1 going on, 1 in all", "")


@pytest.mark.parametrize("people", ["many", "-3", "9" * 5000])
def test_that_how_many_is_a_number(part: ReceptionPresenter, stage: Stage, people: str) -> None:
    part.act("", "begin", ABOUT | {"people": people})
    assert stage.refusals == ["no_number"]


def test_that_what_has_changed_is_amended_and_nothing_else(
    part: ReceptionPresenter, desk: DeskPresenter, stage: Stage
) -> None:
    key = begin(part)
    question = part.question(key, "amend")
    assert question
    values = {field.key: field.value for field in question.fields}
    assert values == ABOUT
    part.act(key, "amend", values | {"people": "40"})
    reception = key.split(":")[1]
    assert last_fact(desk) == f.ReceptionAmended(reception=reception, people=40)
    part.act(key, "amend", values | {"people": "40"})
    assert stage.refusals == ["unchanged"]


def test_that_what_another_station_set_while_one_was_asked_stays(
    part: ReceptionPresenter, desk: DeskPresenter, stage: Stage
) -> None:
    key = begin(part)
    question = part.question(key, "amend")
    assert question
    given = {**question.unasked, **{field.key: field.value for field in question.fields}}
    reception = key.split(":")[1]
    amended = f.ReceptionAmended(reception=reception, people=50)
    stage.do(desk.scene.bridge.station, desk.scene.stream, amended)
    part.act(key, "amend", given | {"unit": "Unit 8"})
    assert last_fact(desk) == f.ReceptionAmended(reception=reception, unit="Unit 8")


def test_that_a_sixth_representative_is_refused_in_the_window_too(
    part: ReceptionPresenter, stage: Stage
) -> None:
    key = begin(part)
    for _ in range(6):
        part.act(key, "representative", NOBODY)
        stage.clock.move(timedelta(seconds=1))
    assert stage.refusals == ["representatives_full"]
    titles = [row.title for row in rows(part, "representative")]
    assert titles == [f"Representative {number}" for number in range(1, 6)]


def test_that_the_question_says_what_happens_to_a_name_and_until_when(
    part: ReceptionPresenter,
) -> None:
    question = part.question(begin(part), "representative")
    assert question
    assert question.note.startswith("At most 5, chosen by the visitors.")
    assert "kept apart from the log" in question.note
    assert "erased on 2027-05-22" in question.note


def test_that_a_name_is_seen_when_asked_for_and_gone_when_nobody_looks(
    part: ReceptionPresenter, desk: DeskPresenter, stage: Stage
) -> None:
    part.act(begin(part), "representative", WANG)
    [row] = rows(part, "representative")
    assert row.subtitle == "name and contact kept apart, erased on 2027-05-22"
    assert (row.action, row.action_text) == ("show", "Show")
    stage.until(lambda: not desk.scene.bridge.station.contacts.waiting)
    part.act(row.key, "show")
    [row] = rows(part, "representative")
    assert row.subtitle == "Wang Fang • 138-0013-8000 • erased on 2027-05-22"
    assert row.action_text == "Hide"
    part.hide_contacts()
    assert "Wang" not in rows(part, "representative")[0].subtitle


def test_that_a_name_that_comes_after_the_page_was_left_is_not_shown(
    part: ReceptionPresenter, desk: DeskPresenter, stage: Stage
) -> None:
    part.act(begin(part), "representative", WANG)
    stage.until(lambda: not desk.scene.bridge.station.contacts.waiting)
    key = rows(part, "representative")[0].key
    stage.hold_answers()
    part.act(key, "show")
    part.hide_contacts()
    stage.let_answers_go()
    part.refresh()
    assert "Wang" not in rows(part, "representative")[0].subtitle
    part.act(key, "show")
    assert "Wang" in rows(part, "representative")[0].subtitle


def test_that_no_name_is_in_any_entry_or_its_sentence(
    part: ReceptionPresenter, desk: DeskPresenter
) -> None:
    part.act(begin(part), "representative", WANG)
    part.act(rows(part, "representative")[0].key, "show")
    for entry in desk.scene.incident.timeline:
        assert "Wang Fang" not in repr(entry)
        assert "138-0013" not in repr(entry)
    model = desk.timeline.model
    told = [str(model.index(at).data()) for at in range(model.rowCount())]
    assert not [line for line in told if "Wang Fang" in line]


def test_that_another_station_reads_the_name_and_erases_it(stage: Stage) -> None:
    one, other = stage.station(), stage.station("Desk 2", "Li Na")
    stream = stage.open(one)
    here = stage.desk(one, stream).reception
    here.act(begin(here), "representative", WANG)
    stage.until(lambda: not one.contacts.waiting)
    stage.until(lambda: stream in other.incidents and other.incidents[stream].receptions)
    there = stage.desk(other, stream).reception
    stage.until(lambda: rows(there, "representative"))
    key = rows(there, "representative")[0].key
    there.act(key, "show")
    assert rows(there, "representative")[0].subtitle.startswith("Wang Fang")
    question = there.question(key, "erase")
    assert question
    assert "cannot be had back" in question.title
    there.act(key, "erase")
    assert rows(there, "representative")[0].subtitle == "name and contact erased on 2026-11-23"
    assert "erase" not in actions(there, key)
    stage.until(lambda: rows(here, "representative")[0].subtitle.startswith("name and contact er"))


def test_that_a_name_typed_wrong_is_changed_once_it_is_shown(
    part: ReceptionPresenter, desk: DeskPresenter, stage: Stage
) -> None:
    part.act(begin(part), "representative", WANG)
    stage.until(lambda: not desk.scene.bridge.station.contacts.waiting)
    key = rows(part, "representative")[0].key
    assert "contact" not in actions(part, key)
    part.act(key, "show")
    question = part.question(key, "contact")
    assert question
    assert {field.key: field.value for field in question.fields} == WANG
    part.act(key, "contact", WANG | {"name": "Wang Fei"})
    assert rows(part, "representative")[0].subtitle.startswith("Wang Fei")


def test_that_a_name_that_is_nowhere_is_typed_again(
    part: ReceptionPresenter, desk: DeskPresenter, stage: Stage
) -> None:
    """The machine on which it waited is gone."""
    reception = begin(part).split(":")[1]
    desk.scene.ask(f.RepresentativeAdded(reception=reception, representative="p", contact="k"))
    key = rows(part, "representative")[0].key
    assert "contact" not in actions(part, key)
    part.act(key, "show")
    assert stage.refusals == ["contact_elsewhere"]
    part.act(key, "contact", WANG)
    assert "contact" not in actions(part, key), "what is there now must be seen first"
    part.act(key, "show")
    assert rows(part, "representative")[0].subtitle.startswith("Wang Fang")


def test_that_someone_who_gave_no_name_may_leave_one_later(part: ReceptionPresenter) -> None:
    part.act(begin(part), "representative", NOBODY)
    [row] = rows(part, "representative")
    assert row.subtitle == "no name, no contact kept"
    part.act(row.key, "contact", WANG)
    [row] = rows(part, "representative")
    assert row.subtitle.startswith("name and contact kept apart")


def test_that_a_name_that_no_store_takes_is_refused_and_nobody_is_added(
    part: ReceptionPresenter, stage: Stage
) -> None:
    part.act(begin(part), "representative", {"name": "x" * 501, "reach": ""})
    assert stage.refusals == ["contact_refused"]
    assert rows(part, "representative") == []


def test_that_one_who_left_is_marked_so(part: ReceptionPresenter) -> None:
    part.act(begin(part), "representative", NOBODY)
    key = rows(part, "representative")[0].key
    part.act(key, "left")
    [row] = rows(part, "representative")
    assert (row.chip, row.quiet) == ("left 06:02", True)
    assert "left" not in actions(part, key)


def test_that_answers_and_promises_stand_below_their_reception(
    part: ReceptionPresenter, desk: DeskPresenter
) -> None:
    key = begin(part)
    part.act(key, "answer", {"text": "The fund pays on Friday", "by": "Liu Yang"})
    [answer] = rows(part, "answer")
    assert answer.title == "Answered: The fund pays on Friday"
    assert answer.subtitle == "2026-11-23 06:02 by Liu Yang"
    part.act(key, "promise", {"text": "Call back", "owner": "manager", "due": "3"})
    promised = next(row for row in rows(part, "owed") if row.title == "Call back")
    assert (promised.chip, promised.action) == ("promised", "done")
    owed = {row.text.en: row for row in follow_ups(desk.scene.incident, desk.scene.plan)}
    assert owed["Call back"].promised
    part.act(promised.key, "done", {"result": "Called, content"})
    assert next(row for row in rows(part, "owed") if row.title == "Call back").checked


@pytest.mark.parametrize(
    ("due", "code"), [("some day", "no_date"), ("", "no_date"), ("2026-11-01", "due_passed")]
)
def test_that_a_promise_needs_a_date_to_come(
    part: ReceptionPresenter, stage: Stage, due: str, code: str
) -> None:
    part.act(begin(part), "promise", {"text": "Call back", "owner": "manager", "due": due})
    assert stage.refusals == [code]


def test_that_a_reception_that_ended_is_only_looked_at(part: ReceptionPresenter) -> None:
    key = begin(part)
    part.act(key, "representative", NOBODY)
    part.act(key, "end", {"outcome": "All heard, calm"})
    [head] = rows(part, "reception")
    assert (head.chip, head.quiet, head.action) == ("ended 2026-11-23 06:02", True, "")
    assert actions(part, key) == set()
    assert part.keys_of(key) == {}
    assert actions(part, rows(part, "representative")[0].key) == set()


def test_that_those_going_on_come_first_then_the_newest(
    part: ReceptionPresenter, stage: Stage
) -> None:
    first = begin(part)
    for matter in ("Heating", "Noise"):
        stage.clock.move(timedelta(minutes=1))
        begin(part, matter=matter)
    part.act(first, "end", {"outcome": ""})
    assert [row.title for row in rows(part, "reception")] == [
        "Reception 3: Noise", "Reception 2: Heating", "Reception 1: Unpaid wages",
    ]  # fmt: skip


def test_that_keys_go_by_what_a_row_is_about(part: ReceptionPresenter) -> None:
    key = begin(part)
    assert dict(part.keys_of(key)) == {
        "R": "representative", "A": "answer", "P": "promise", "H": "amend", "X": "end",
    }  # fmt: skip
    part.act(key, "representative", WANG)
    keys = part.keys_of(rows(part, "representative")[0].key)
    assert {"S": "show", "U": "left", "Del": "erase"}.items() <= dict(keys).items()
    assert part.keys_of("nothing") == {}
    assert part.choices("nothing") == ()


def test_that_names_can_still_be_seen_and_erased_once_it_is_closed(
    part: ReceptionPresenter, desk: DeskPresenter, stage: Stage, station: Station
) -> None:
    key = begin(part)
    part.act(key, "representative", WANG)
    stage.until(lambda: not station.contacts.waiting)
    for fact in (f.DeclaredOver(despite="a test"), f.Closed()):
        stage.do(station, desk.scene.stream, fact)
    assert not part.props.can_begin
    assert actions(part, key) == set()
    who = rows(part, "representative")[0].key
    assert actions(part, who) == {"show", "erase"}
    part.act(who, "erase")
    assert "erased on 2026-11-23" in rows(part, "representative")[0].subtitle
