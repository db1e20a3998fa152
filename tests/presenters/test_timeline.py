"""The timeline: every entry where it happened, quick entry, corrections that keep the original."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from app.models import facts as f
from app.models.entry import Entry, to_wire
from app.presenters import roles
from app.presenters.desk import DeskPresenter
from app.presenters.rows import Row
from app.presenters.timeline_model import TimelineModel
from tests.desk_harness import BEGIN, Stage, last_fact

MINUTE = timedelta(minutes=1)


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    desk = stage.desk(station, stage.open(station))
    stage.wait(desk, 10 * MINUTE)
    return desk


def rows(desk: DeskPresenter, role: int = roles.TITLE) -> list[str]:
    model = desk.timeline.model
    return [str(model.index(at).data(role)) for at in range(model.rowCount())]


def last_id(desk: DeskPresenter) -> str:
    return desk.scene.incident.timeline[-1].id


def test_that_a_note_is_written_now_and_a_back_dated_one_where_it_happened(
    desk: DeskPresenter, stage: Stage
) -> None:
    tester = QAbstractItemModelTester(desk.timeline.model)
    desk.timeline.write("gate shut")
    desk.timeline.write("06:05 lane blocked")
    assert rows(desk)[-2:] == ["lane blocked", "gate shut"]
    at = rows(desk).index("lane blocked")
    assert rows(desk, roles.TIME)[at] == "06:05:00"
    assert rows(desk, roles.LATE_MARK)[at] == "written 06:12:11"
    assert rows(desk, roles.LATE_MARK)[-1] == ""
    del tester


def test_that_what_is_still_to_come_is_refused(desk: DeskPresenter, stage: Stage) -> None:
    desk.timeline.write("06:30 police here")
    assert stage.refusals == ["future"]


def test_that_an_entry_says_which_station_and_who(desk: DeskPresenter) -> None:
    desk.timeline.write("gate shut")
    assert rows(desk, roles.SUBTITLE)[-1] == "Desk 1 • Wang Min"


def test_that_a_correction_strikes_the_original_and_stands_beside_it(
    desk: DeskPresenter, stage: Stage
) -> None:
    desk.timeline.write("two cars")
    note = last_id(desk)
    question = desk.timeline.question(note, "correct")
    assert question
    assert [field.key for field in question.fields] == ["text", "time", "reason"]
    given = {field.key: field.value for field in question.fields}
    desk.timeline.act(note, "correct", given | {"text": "three cars", "reason": "miscounted"})
    assert rows(desk)[-2:] == ["two cars", "Corrected: three cars (miscounted)"]
    assert rows(desk, roles.STRUCK)[-2:] == ["True", "False"]
    again = desk.timeline.question(note, "correct")
    assert again
    assert again.fields[0].value == "three cars"


def test_that_a_time_is_corrected_and_the_fact_stays(desk: DeskPresenter) -> None:
    desk.roster.act("ma_jun", "arrived")
    entry = last_id(desk)
    desk.timeline.act(entry, "correct", {"time": "06:09", "reason": "the clock"})
    arrived = desk.scene.incident.call_out("ma_jun").arrived_at
    assert arrived == BEGIN.replace(minute=9, second=0)


def test_that_a_later_correction_keeps_the_time_that_an_earlier_one_set(
    desk: DeskPresenter,
) -> None:
    desk.timeline.write("two cars")
    note = last_id(desk)
    desk.timeline.act(note, "correct", {"text": "two cars", "time": "06:09", "reason": "clock"})
    desk.timeline.act(note, "correct", {"text": "three", "time": "06:09:00", "reason": "count"})
    entry = desk.scene.incident.fold.entry(note)
    assert entry
    effective = desk.scene.incident.fold.effective(entry)
    assert effective
    assert (effective.fact, effective.at) == (
        f.Note(text="three"), BEGIN.replace(minute=9, second=0),
    )  # fmt: skip


def test_that_a_correction_that_changes_nothing_is_refused(
    desk: DeskPresenter, stage: Stage
) -> None:
    desk.timeline.write("two cars")
    given = {"text": "two cars", "time": "06:12:11", "reason": "?"}
    desk.timeline.act(last_id(desk), "correct", given)
    desk.timeline.act(last_id(desk), "correct", given | {"time": "later"})
    assert stage.refusals == ["unchanged", "no_time"]


def test_that_an_entry_is_struck_with_its_reason_only(desk: DeskPresenter, stage: Stage) -> None:
    desk.timeline.write("two cars")
    note = last_id(desk)
    desk.timeline.act(note, "strike", {"reason": ""})
    assert stage.refusals == ["missing"]
    desk.timeline.act(note, "strike", {"reason": "wrong incident"})
    assert rows(desk)[-2:] == ["two cars", "Struck: wrong incident"]
    assert rows(desk, roles.STRUCK)[-2] == "True"


def test_that_a_correction_cannot_itself_be_corrected(desk: DeskPresenter) -> None:
    desk.timeline.write("two cars")
    desk.timeline.act(last_id(desk), "strike", {"reason": "no"})
    assert desk.timeline.choices(last_id(desk)) == ()


def test_that_mine_shows_what_the_person_here_wrote(desk: DeskPresenter, stage: Stage) -> None:
    there = stage.station("Desk 2", "Liu Yang")
    stream = desk.scene.stream
    stage.until(lambda: stream in there.incidents)
    stage.do(there, stream, f.Note(text="theirs"))
    stage.until(lambda: "theirs" in rows(desk))
    desk.timeline.write("ours")
    desk.timeline.show_mine(mine=True)
    assert "ours" in rows(desk)
    assert "theirs" not in rows(desk)
    desk.timeline.show_mine(mine=False)
    assert "theirs" in rows(desk)


def test_that_an_entry_is_marked_until_the_shared_log_has_it(
    desk: DeskPresenter, stage: Stage
) -> None:
    desk.timeline.write("gate shut")
    assert last_fact(desk) == f.Note(text="gate shut")
    stage.until(lambda: rows(desk, roles.WAITING)[-1] == "", "the confirmation")


def test_that_a_change_of_the_site_resets_nothing_that_one_reads(
    desk: DeskPresenter, stage: Stage
) -> None:
    resets: list[bool] = []
    desk.timeline.model.modelReset.connect(lambda: resets.append(True))
    station = desk.scene.bridge.station
    stage.do(station, None, f.PersonSet(person="new", name="New One"))
    assert not resets


def test_that_rows_are_put_into_words_only_when_asked_for(desk: DeskPresenter) -> None:
    words: list[str] = []

    def derive(entry: Entry) -> Row:
        words.append(entry.id)
        return Row(key=entry.id, title="said")

    model = TimelineModel(derive)
    model.set_entries(desk.scene.incident.timeline)
    assert not words
    assert [model.index(3).data(roles.TITLE) for _ in range(2)] == ["said", "said"]
    assert len(words) == 1


def test_that_an_entry_that_contradicts_the_others_is_marked_and_kept(
    desk: DeskPresenter, stage: Stage
) -> None:
    station = desk.scene.bridge.station
    stray = Entry(
        id=f"{station.now().timestamp() * 1000:012.0f}"[:8] + "-0000-7000-8000-000000000001",
        stream=desk.scene.stream,
        at=station.now(),
        author="Bob",
        station="Desk 2",
        fact=f.Acknowledged(who="nobody_called"),
    )
    stage.run(stage.log.append([to_wire(stray)], year=2026))
    stage.until(lambda: station.incidents[desk.scene.stream].fold.entry(stray.id))
    assert rows(desk, roles.CHIP)[-1] == "contradicts other entries"
