"""The archive as shown: what was found, what is under way, what can be done with one."""

from __future__ import annotations

import asyncio
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from app.models import facts as f
from app.models.archive import Search
from app.models.command import Open
from app.models.levels import Level
from app.presenters import archive as module
from app.presenters import roles
from app.presenters.archive import ArchivePresenter, Asked
from app.presenters.archive_rows import MORE
from app.presenters.bridge import Bridge
from app.presenters.reader import QtReader
from app.record.export_all import export_all
from app.store.archive import Behind, Page
from app.store.log import LogAway
from tests.desk_harness import Stage
from tests.desk_harness import stage as stage  # a fixture

DAY = timedelta(days=1)


class Archive:
    """A station where somebody has gone to the archive."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.station = stage.station()
        self.presenter = ArchivePresenter(Bridge(self.station, stage._spawn), QtReader("en", UTC))
        self.refused: list[str] = []
        self.presenter.scene.bridge.refused.connect(lambda no: self.refused.append(no.code))

    def open(self, title: str, **fields: object) -> str:
        stream = self.stage.open(self.station, title=title, **fields)
        self.stage.until(lambda: not self.station.waiting_in(stream))
        return stream

    def close(self, stream: str) -> None:
        self.stage.do(self.station, stream, f.DeclaredOver(despite="tasks"))
        self.stage.do(self.station, stream, f.Closed())
        self.stage.until(lambda: not self.station.waiting_in(stream))

    def search(self, **asked: object) -> list[str]:
        self.presenter.search(Asked(**asked))  # type: ignore[arg-type]
        return self.column(roles.TITLE)

    def column(self, role: int) -> list[str]:
        model = self.presenter.model
        return [model.index(at).data(role) for at in range(model.rowCount())]


@pytest.fixture
def archive(stage: Stage) -> Archive:
    return Archive(stage)


def test_that_the_newest_are_there_when_somebody_looks(archive: Archive) -> None:
    archive.open("Crowd")
    archive.stage.clock.move(DAY)
    archive.open("Smoke", drill=True)
    archive.presenter.begin(Asked())
    assert [title.split("  ")[1] for title in archive.column(roles.TITLE)] == ["Smoke", "Crowd"]
    assert archive.column(roles.CHIP) == ["DRILL, IV blue, running", "IV blue, running"]
    assert archive.presenter.props.told == "2 found"


def test_that_coming_back_shows_what_has_come_meanwhile(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAGE", 2)
    crowd = archive.open("Crowd")
    archive.stage.clock.move(DAY)
    asked = Asked(words="crowd")
    archive.presenter.begin(asked)
    assert archive.column(roles.CHIP) == ["IV blue, running"]
    archive.close(crowd)
    archive.open("Crowd 2")
    archive.presenter.begin(asked)
    assert [title.split("  ")[1] for title in archive.column(roles.TITLE)] == ["Crowd 2", "Crowd"]
    assert archive.column(roles.CHIP)[1] != "IV blue, running"


def test_that_coming_back_shows_as_many_as_were_shown(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAGE", 2)
    for title in "abcde":
        archive.open(title)
        archive.stage.clock.move(DAY)
    archive.presenter.begin(Asked())
    archive.presenter.show_more()
    archive.presenter.begin(Asked())
    assert archive.presenter.props.told == "the 4 opened last"


def test_that_words_filters_and_times_narrow_it(archive: Archive) -> None:
    one = archive.open("Crowd")
    archive.stage.do(archive.station, one, f.Note(text="消防车到了"))
    archive.stage.until(lambda: not archive.station.waiting_in(one))
    archive.stage.clock.move(40 * DAY)
    archive.open("Smoke", level=Level.II, drill=True)
    assert len(archive.search()) == 2
    assert len(archive.search(words="消防车")) == 1
    assert "消防车到了" in archive.column(roles.SUBTITLE)[0]
    for asked in (
        {"level": "III"}, {"drill": "drill"}, {"when": "2027"},
        {"words": "smoke", "heading_only": True}, {"plan": "office-crowd", "when": "2026-12.."},
    ):  # fmt: skip
        found = archive.search(**asked)
        assert [title.partition("  ")[2] for title in found] == ["Smoke"], asked
    assert archive.search(plan="fire") == []
    assert archive.presenter.props.empty.startswith("Nothing was found")


def test_that_an_empty_log_is_told_from_a_search_without_a_find(archive: Archive) -> None:
    archive.presenter.begin(Asked())
    assert archive.presenter.props.empty == "There is no incident in this log yet."
    archive.search(words="smoke")
    assert archive.presenter.props.empty.startswith("Nothing was found")


def test_that_a_time_that_is_none_is_told_and_what_was_found_stays(archive: Archive) -> None:
    archive.open("Crowd")
    assert len(archive.search()) == 1
    assert len(archive.search(when="yesterday")) == 1
    assert archive.presenter.props.wrong_when
    archive.search(when="2026")
    assert not archive.presenter.props.wrong_when


def test_that_overdue_follow_ups_are_found(archive: Archive) -> None:
    archive.open("Quiet")
    owing = archive.open("Owing")
    archive.close(owing)
    assert archive.search(overdue=True) == []
    archive.stage.clock.move(90 * DAY)
    assert [title.split("  ")[1] for title in archive.search(overdue=True)] == ["Owing"]
    assert archive.column(roles.CHIP) == ["IV blue, follow-ups owed"]


def test_that_more_are_shown_on_demand(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAGE", 2)
    for title in "abc":
        archive.open(title)
        archive.stage.clock.move(DAY)
    archive.presenter.begin(Asked())
    assert archive.column(roles.KEY)[-1] == MORE
    assert archive.presenter.props.told == "the 2 opened last"
    archive.presenter.act(MORE, "more")
    assert [title.split("  ")[1] for title in archive.column(roles.TITLE)] == ["c", "b", "a"]
    assert archive.presenter.choices(MORE) == ()


def test_that_a_settled_incident_is_fetched_before_its_desk_is_asked_for(
    archive: Archive, stage: Stage
) -> None:
    stream = archive.open("Crowd")
    archive.close(stream)
    stage.do(archive.station, None, Open(plan="office-crowd", title="x", place="y"))
    other = Archive.__new__(Archive)
    other.stage, other.station = stage, stage.station("Desk 2")
    other.presenter = ArchivePresenter(Bridge(other.station, stage._spawn), QtReader("en", UTC))
    wanted: list[tuple[str, str]] = []
    presenter = other.presenter
    presenter.desk_asked.connect(lambda stream: wanted.append(("desk", stream)))
    presenter.print_requested.connect(lambda stream: wanted.append(("print", stream)))
    presenter.replay_requested.connect(lambda stream: wanted.append(("replay", stream)))
    for action in ("open", "print", "replay"):
        presenter.act(stream, action)
    stage.until(lambda: len(wanted) == 3)
    assert wanted == [("desk", stream), ("print", stream), ("replay", stream)]
    assert stream in other.station.incidents


def test_that_a_log_that_is_away_is_told_in_place_of_the_list(archive: Archive) -> None:
    archive.open("Crowd")
    archive.stage.run(archive.stage.log.close())
    archive.search()
    assert archive.column(roles.TITLE) == []
    assert archive.presenter.props.empty
    archive.stage.run(archive.stage.log.open())
    archive.stage.until(archive.search)


def test_that_a_copy_that_is_behind_says_so_whatever_it_finds(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = iter((Behind(entries=7, incidents=2), Behind(entries=7, incidents=2), Behind()))

    async def behind() -> Behind:
        return next(left)

    monkeypatch.setattr(archive.station.archive, "behind", behind)
    archive.open("Crowd")
    for words in ("crowd", "zeppelin"):
        archive.search(words=words)
        assert "entries 7, incidents 2" in archive.presenter.props.behind
    archive.search()
    assert archive.presenter.props.behind == ""


def test_that_what_takes_long_shows_how_far_it_is(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", -1.0)
    left = iter((400, 300, 100, 0))

    async def catch_up() -> int:
        return next(left)

    monkeypatch.setattr(archive.station.archive, "catch_up", catch_up)
    shown: list[int] = []
    archive.presenter.changed.connect(lambda: shown.append(archive.presenter.props.progress))
    archive.search()
    assert [each for each in dict.fromkeys(shown) if each] == [25, 75]
    assert archive.presenter.props.busy == ""


def test_that_a_search_is_ended_by_the_next_or_by_a_person(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    never = asyncio.Event()
    asked = 0

    async def catch_up() -> int:
        nonlocal asked
        asked += 1
        if asked < 3:
            await never.wait()
        return 0

    monkeypatch.setattr(archive.station.archive, "catch_up", catch_up)
    monkeypatch.setattr(module, "PATIENCE", 0.0)
    spawn = archive.stage.supervisor.spawn
    archive.open("Crowd")
    bridge = Bridge(archive.station, spawn)
    presenter = ArchivePresenter(bridge, QtReader("en", UTC))

    async def scenario() -> None:
        presenter.search(Asked(words="one"))
        while not presenter.props.busy:  # noqa: ASYNC110  shown by a timer of the loop
            await asyncio.sleep(0.001)
        presenter.cancel()
        assert presenter.props.busy == ""
        presenter.search(Asked(words="two"))
        await asyncio.sleep(0)
        presenter.search(Asked(words="crowd"))
        while presenter.model.rowCount() == 0:  # noqa: ASYNC110  until it is found
            await asyncio.sleep(0.001)

    archive.stage.run(asyncio.wait_for(scenario(), 10))
    assert presenter.props.told == "1 found"


def test_that_the_archive_says_that_it_cannot_fetch_while_the_log_is_away(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.station.words import away

    async def load(_stream: str) -> None:
        raise LogAway(away())

    monkeypatch.setattr(archive.station, "load", load)
    archive.presenter.act("some", "open")
    assert archive.refused == ["away"]


def test_that_a_representatives_name_is_neither_found_nor_exported(
    archive: Archive, stage: Stage, tmp_path: Path
) -> None:
    """From the question in which it is typed, through all that can be done with it."""
    stream = archive.open("Visit")
    part = stage.desk(archive.station, stream).reception
    part.act("", "begin", {"matter": "wages", "people": "7", "unit": "Unit 7", "by": "Liu Yang"})
    reception = part.model.row(0).key
    part.act(reception, "representative", {"name": "Ouyang 王芳", "reach": "138-0013-8000"})
    stage.until(lambda: not archive.station.contacts.waiting)
    keys = [part.model.row(at).key for at in range(part.model.rowCount())]
    who = next(key for key in keys if key.startswith("representative:"))
    part.act(who, "show")
    part.act(who, "contact", {"name": "Sima 王芳", "reach": "139-0013-9000"})
    part.act(who, "left")
    stage.until(lambda: not archive.station.waiting_in(stream))
    stage.until(lambda: not archive.station.contacts.waiting)
    assert len(archive.search(words="wages")) == 1
    for typed in ("Ouyang", "Sima", "王芳", "王", "138", "139-0013-9000"):
        assert archive.search(words=typed) == [], typed
    stage.run(export_all(stage.log, tmp_path / "out"))
    written = "".join(
        path.read_text("utf-8") for path in (tmp_path / "out").rglob("*") if path.is_file()
    )
    assert "Unit 7" in written
    private = ("Ouyang", "Sima", "王芳", "138-0013-8000", "139-0013-9000")
    assert [each for each in private if each in written] == []


def test_that_what_is_typed_while_a_search_runs_is_what_is_found(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever search answers last: one that was typed over shows nothing any more."""
    archive.open("Crowd")
    archive.open("Smoke")
    found = archive.station.archive.search
    held, gate = [], asyncio.Event()

    async def search(wanted: Search, **more: object) -> Page:
        if wanted.terms and wanted.terms[0].text == "crowd":
            held.append(wanted)
            await gate.wait()
        return await found(wanted, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(archive.station.archive, "search", search)
    presenter = ArchivePresenter(
        Bridge(archive.station, archive.stage.supervisor.spawn), QtReader("en", UTC)
    )

    async def scenario() -> None:
        presenter.search(Asked(words="crowd"))
        while not held:  # noqa: ASYNC110  until it runs
            await asyncio.sleep(0)
        presenter.search(Asked(words="smo"))
        presenter.search(Asked(words="smoke"))
        while presenter.model.rowCount() == 0:  # noqa: ASYNC110  until it is found
            await asyncio.sleep(0)
        gate.set()
        for _ in range(20):
            await asyncio.sleep(0)

    archive.stage.run(asyncio.wait_for(scenario(), 10))
    assert presenter.props.told == "1 found"
    assert "Smoke" in str(presenter.model.index(0).data(roles.TITLE))
