"""Photos and files as shown: which there are, and where the bytes of each are."""

from __future__ import annotations

import asyncio
import hashlib
from datetime import timedelta
from pathlib import Path

import pytest

from app.models import facts as f
from app.models.command import Refusal
from app.presenters import roles
from app.presenters.desk import DeskPresenter
from app.presenters.files import Offer
from app.station import files_fetching
from app.station.changed import Done
from app.station.station import Station
from app.store.beside import PART
from tests.desk_harness import Stage, last_fact

CONTENT = b"0123456789" * 40_000
SHA256 = hashlib.sha256(CONTENT).hexdigest()
PHOTO = f.Attached(
    sha256=SHA256, name="gate.jpg", media_type="image/jpeg", size=len(CONTENT), text="The gate"
)


@pytest.fixture
def station(stage: Stage) -> Station:
    return stage.station()


@pytest.fixture
def desk(stage: Stage, station: Station) -> DeskPresenter:
    return stage.desk(station, stage.open(station))


def row(desk: DeskPresenter, role: int, at: int = 0) -> str:
    return str(desk.files.model.index(at, 0).data(role))


def attach(
    stage: Stage, desk: DeskPresenter, content: bytes = CONTENT, name: str = "a.jpg"
) -> None:
    files = desk.scene.bridge.station.files
    answer = stage.run(files.attach(desk.scene.stream, content, name=name))
    assert isinstance(answer, Done)


def test_that_an_incident_without_files_says_how_to_add_one(desk: DeskPresenter) -> None:
    assert desk.files.props.empty.startswith("No photos or files yet. P adds one")


def test_that_the_newest_file_stands_first(stage: Stage, desk: DeskPresenter) -> None:
    attach(stage, desk, b"first", "first.txt")
    stage.clock.move(timedelta(seconds=5))
    attach(stage, desk, b"second", "second.txt")
    assert [row(desk, roles.TITLE, at) for at in (0, 1)] == ["second.txt", "first.txt"]
    assert desk.files.props.empty == ""


def test_that_what_is_sent_says_how_far(stage: Stage, desk: DeskPresenter) -> None:
    attach(stage, desk)
    files = desk.scene.bridge.station.files
    said = []
    for sent in (0, PART, None):
        if sent is None:
            files.sending.sent.pop(row(desk, roles.KEY), None)
        else:
            files.sending.sent[row(desk, roles.KEY)] = sent
        desk.files.show_moved(row(desk, roles.KEY))
        said.append(row(desk, roles.CHIP))
    assert said == ["waiting to be sent", "sent 32 %", "here"]


def test_that_another_station_sees_where_it_still_is_and_then_has_it(
    stage: Stage, desk: DeskPresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files_fetching, "LOOK_EVERY", 0.005)
    away = stage.station("Desk 2", "Li Na")
    stage.until(lambda: desk.scene.stream in away.incidents)
    stage.do(away, desk.scene.stream, PHOTO)
    stage.until(lambda: desk.files.model.rowCount() == 1)
    assert row(desk, roles.CHIP) == "not here yet"
    assert row(desk, roles.SUBTITLE).startswith("still on Desk 2 • gate.jpg")
    desk.files.act(SHA256, "open")
    assert stage.refusals == ["file_away"]
    store = stage.log.beside.files
    stage.run(store.put(SHA256, size=len(CONTENT), start=0, part=CONTENT[:PART]))
    stage.until(lambda: row(desk, roles.SUBTITLE).startswith("Desk 2 has sent 32 %"))
    for start in range(PART, len(CONTENT), PART):
        part = CONTENT[start : start + PART]
        stage.run(store.put(SHA256, size=len(CONTENT), start=start, part=part))
    stage.until(lambda: row(desk, roles.CHIP) == "here")


def test_that_without_a_line_it_says_so(stage: Stage, desk: DeskPresenter) -> None:
    other = stage.station("Desk 2", "Li Na")
    stage.until(lambda: desk.scene.stream in other.incidents)
    stage.do(other, desk.scene.stream, PHOTO)
    stage.until(lambda: desk.files.model.rowCount() == 1)
    stage.run(stage.log.close())
    station = desk.scene.bridge.station
    stage.until(lambda: not station.connection.is_up)
    assert row(desk, roles.SUBTITLE).startswith("no line to the shared log")
    stage.run(stage.log.open())


def test_that_a_name_that_reads_otherwise_than_it_is_is_made_plain(
    stage: Stage, desk: DeskPresenter
) -> None:
    offers = [Offer(name="photo\u202egpj.exe", source=b"x")]
    asked = desk.files.ask_what_it_shows(offers)
    assert asked.title == "Attach “photogpj.exe”"
    desk.files.attach(offers, {"text": ""}, None)
    fact = last_fact(desk)
    assert isinstance(fact, f.Attached)
    assert (fact.name, fact.media_type) == ("photogpj.exe", "application/octet-stream")


def test_that_nothing_changed_is_no_description(stage: Stage, desk: DeskPresenter) -> None:
    attach(stage, desk)
    desk.files.act(row(desk, roles.KEY), "describe", {"text": "", "reason": "x"})
    assert stage.refusals == ["unchanged"]


def test_that_a_copy_that_cannot_be_saved_is_told(
    stage: Stage, desk: DeskPresenter, tmp_path: Path
) -> None:
    attach(stage, desk)
    desk.files.save(row(desk, roles.KEY), tmp_path / "no such folder" / "a.jpg")
    assert stage.refusals == ["file_not_saved"]


def test_that_the_line_of_the_timeline_says_what_it_shows(
    stage: Stage, desk: DeskPresenter
) -> None:
    stage.do(desk.scene.bridge.station, desk.scene.stream, PHOTO)
    stage.run(asyncio.sleep(0))
    model = desk.timeline.model
    index = model.index(model.rowCount() - 1, 0)
    assert index.data(roles.TITLE) == "Photo: The gate"
    assert index.data(roles.PICTURE) == SHA256


def test_that_whoever_asked_hears_that_a_picture_could_not_be_made(
    desk: DeskPresenter, stage: Stage
) -> None:
    def broken() -> bytes:
        raise ValueError("no picture")

    told: list[Done | Refusal] = []
    bridge = desk.scene.bridge
    with pytest.raises(ValueError, match="no picture"):
        bridge.attach(desk.scene.stream, [(broken, "a.png")], then=told.append)
    assert [each.code for each in told if isinstance(each, Refusal)] == ["fault"]
