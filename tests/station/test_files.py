"""Photos and files at stations: attached at one, seen at another, whatever the line does."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import os
import random
from collections.abc import Iterable, Mapping
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from app.models import facts as f
from app.models.command import Refusal
from app.models.files import MOST_BYTES
from app.models.text import ENGLISH
from app.station import files_fetching, files_here, files_sending
from app.station.assemble import station_at
from app.station.changed import Done
from app.station.files import FileState, Whereabouts
from app.station.files_here import FilesHere, Source
from app.station.station import Station
from app.station.supervisor import Supervisor
from app.store.beside import PART, Files, Progress
from tests.postgres import Database
from tests.relay import relay_to
from tests.station.world import World, opened, refused, until

PHOTO = random.Random(3).randbytes(5 * PART + 3)  # noqa: S311  no secret, the same each time
SHA256 = hashlib.sha256(PHOTO).hexdigest()


async def attach(
    station: Station, stream: str, source: Source = PHOTO, name: str = "gate.jpg"
) -> f.Attached:
    answer = await station.files.attach(stream, source, name=name)
    assert isinstance(answer, Done), answer
    fact = answer.entries[0].fact
    assert isinstance(fact, f.Attached)
    return fact


async def not_attached(
    station: Station, stream: str, source: Source, name: str = "gate.jpg"
) -> Refusal:
    answer = await station.files.attach(stream, source, name=name)
    assert isinstance(answer, Refusal), answer
    return answer


def state(station: Station, sha256: str = SHA256) -> FileState:
    return station.files.where(sha256, len(PHOTO)).state


def held(world: World, name: str) -> list[str]:
    """The files in a station's folder, whatever they are called."""
    folder = world.folder / "files of" / name
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


async def test_that_a_photo_attached_here_is_here_in_the_log_and_sent(world: World) -> None:
    station = await world.connected("a")
    fact = await attach(station, await opened(station))
    assert (fact.sha256, fact.size, fact.media_type) == (SHA256, len(PHOTO), "image/jpeg")
    path = station.files.path(SHA256)
    assert path is not None
    assert path.read_bytes() == PHOTO
    await until(lambda: state(station) is FileState.HERE)
    sent = await world.server.log.beside.files.progress([SHA256])
    assert sent[SHA256].whole
    assert held(world, "a") == [SHA256]


async def test_that_another_station_fetches_it_when_somebody_wants_to_see_it(
    world: World,
) -> None:
    a, b = await world.connected("a"), await world.connected("b")
    stream = await opened(a)
    await attach(a, stream)
    await until(lambda: stream in b.incidents and SHA256 in b.incidents[stream].files)
    assert state(b) is FileState.AWAY
    told: list[str] = []
    b.files.changed.add(told.append)
    b.files.want(SHA256)
    await until(lambda: state(b) is FileState.HERE)
    path = b.files.path(SHA256)
    assert path is not None
    assert path.read_bytes() == PHOTO
    assert set(told) == {SHA256}


async def test_that_away_it_is_recorded_and_shown_and_goes_when_the_line_is_back(
    world: World,
) -> None:
    station = await world.connected("a")
    stream = await opened(station)
    world.server.go_down()
    await until(lambda: not station.connection.is_up)
    await attach(station, stream)
    assert station.files.where(SHA256, len(PHOTO)) == Whereabouts(state=FileState.WAITING)
    world.server.come_up()
    await until(lambda: state(station) is FileState.HERE)
    assert (await world.server.log.beside.files.progress([SHA256]))[SHA256].whole


async def test_that_what_was_not_sent_goes_after_the_next_start(world: World) -> None:
    station = await world.connected("a")
    stream = await opened(station)
    world.server.go_down()
    await until(lambda: not station.connection.is_up)
    await attach(station, stream)
    await world.stop(station)
    world.server.come_up()
    again = await world.connected("a")
    await until(lambda: state(again) is FileState.HERE)
    await until(lambda: SHA256 not in again.files.sending.sent)
    assert (await world.server.log.beside.files.progress([SHA256]))[SHA256].whole


async def test_that_a_log_set_back_is_offered_its_files_again(world: World) -> None:
    a = await world.connected("a")
    stream = await opened(a)
    snapshot = world.server.snapshot()
    await attach(a, stream)
    await until(lambda: state(a) is FileState.HERE and not a.connection.waiting)
    await world.server.set_back(snapshot)

    def there() -> bool:
        known = world.server.log.beside.files._known  # type: ignore[attr-defined]
        return SHA256 in known and bool(known[SHA256].whole)

    await until(there)


async def test_that_who_waits_for_it_sees_that_it_is_being_sent(world: World) -> None:
    b = await world.connected("b")
    files = world.server.log.beside.files
    b.files.want(SHA256)
    await files.put(SHA256, size=len(PHOTO), start=0, part=PHOTO[:PART])
    await until(lambda: state(b) is FileState.PARTLY_SHARED)
    assert b.files.where(SHA256, len(PHOTO)).percent == 19


async def test_that_a_copy_is_fetched_on_from_where_it_broke(world: World, tmp_path: Path) -> None:
    a = await world.connected("a")
    await attach(a, await opened(a))
    await until(lambda: state(a) is FileState.HERE)
    part = tmp_path / "b" / "coming" / SHA256
    part.parent.mkdir(parents=True)
    part.write_bytes(PHOTO[:PART])
    b = await world.connected("b")
    b.files.want(SHA256)
    await until(lambda: state(b) is FileState.HERE)
    assert not part.exists()


async def test_that_what_came_damaged_is_fetched_anew(world: World, tmp_path: Path) -> None:
    a = await world.connected("a")
    await attach(a, await opened(a))
    await until(lambda: state(a) is FileState.HERE)
    part = tmp_path / "b" / "coming" / SHA256
    part.parent.mkdir(parents=True)
    part.write_bytes(bytes(PART))
    b = await world.connected("b")
    b.files.want(SHA256)
    await until(lambda: state(b) is FileState.HERE)


async def test_that_what_is_damaged_in_the_log_is_not_fetched_for_ever(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(files_fetching, "LOOK_EVERY", 0.01)
    a = await world.connected("a")
    await attach(a, await opened(a))
    await until(lambda: state(a) is FileState.HERE)
    b = await world.connected("b")
    files = world.server.log.beside.files
    fetched: list[int] = []

    async def damaged(sha256: str, *, start: int = 0, limit: int = PART) -> bytes:
        fetched.append(start)
        return bytes(min(limit, len(PHOTO) - start))

    monkeypatch.setattr(files, "get", damaged)
    b.files.changed.add(b.files.want)  # as a page does that shows it
    b.files.want(SHA256)
    await until(lambda: fetched.count(0) == 2)
    other = hashlib.sha256(b"never sent").hexdigest()
    looks = looks_at(files, monkeypatch)
    b.files.want(other)
    await until(lambda: looks.count([other]) > 2)
    assert fetched.count(0) == 2
    assert sum("came damaged" in record.getMessage() for record in caplog.records) == 2
    caplog.clear()
    monkeypatch.undo()
    world.server.cut()
    await until(lambda: not b.connection.is_up)
    await until(lambda: b.connection.is_up)
    b.files.want(SHA256)
    await until(lambda: state(b) is FileState.HERE)


def looks_at(files: Files, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What is asked for, each time somebody asks."""
    looks: list[list[str]] = []
    progress = files.progress

    async def watched(fingerprints: Iterable[str]) -> Mapping[str, Progress]:
        asked = list(fingerprints)
        looks.append(asked)
        return await progress(asked)

    monkeypatch.setattr(files, "progress", watched)
    return looks


async def test_that_what_nobody_has_shared_is_looked_for_less_and_less(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files_fetching, "LOOK_EVERY", 0.01)
    monkeypatch.setattr(files_fetching, "LONG_PAUSE", 0.08)
    b = await world.connected("b")
    files = world.server.log.beside.files
    looks = looks_at(files, monkeypatch)
    loop = asyncio.get_running_loop()
    began = loop.time()
    b.files.want(SHA256)
    await until(lambda: len(looks) == 6)
    assert loop.time() - began > 0.01 + 0.02 + 0.04 + 2 * 0.08
    await files.put(SHA256, size=len(PHOTO), start=0, part=PHOTO[:PART])
    await until(lambda: state(b) is FileState.PARTLY_SHARED)


async def test_that_a_file_by_its_path_is_copied_and_may_go(world: World, tmp_path: Path) -> None:
    station = await world.connected("a")
    stream = await opened(station)
    source = tmp_path / "from a stick.jpg"
    source.write_bytes(PHOTO)
    await attach(station, stream, source, name=source.name)
    source.unlink()
    assert station.files.path(SHA256) is not None


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "file_empty"), (bytes(MOST_BYTES + 1), "file_too_large")],
)
async def test_that_what_is_empty_or_too_large_is_refused_and_nothing_stays(
    world: World, content: bytes, code: str
) -> None:
    station = await world.connected("a")
    refusal = await not_attached(station, await opened(station), content)
    assert refusal.code == code
    assert held(world, "a") == []


async def test_that_the_largest_is_taken(world: World) -> None:
    station = await world.connected("a")
    fact = await attach(station, await opened(station), bytes(MOST_BYTES))
    assert fact.size == 25 * 1024 * 1024


async def test_that_a_copy_overwrites_nothing_else(world: World, tmp_path: Path) -> None:
    station = await world.connected("a")
    await attach(station, await opened(station))
    folder = tmp_path / "copies"
    folder.mkdir()
    (folder / "gate.jpg.part").write_text("one's own")
    await station.files.copy_to(SHA256, folder / "gate.jpg")
    assert (folder / "gate.jpg").read_bytes() == PHOTO
    assert (folder / "gate.jpg.part").read_text() == "one's own"
    assert len(list(folder.iterdir())) == 2


async def test_that_a_folder_is_refused(world: World, tmp_path: Path) -> None:
    station = await world.connected("a")
    refusal = await not_attached(station, await opened(station), tmp_path)
    assert refusal.code == "file_folder"


async def test_that_what_is_not_there_is_refused_with_the_systems_reason(
    world: World, tmp_path: Path
) -> None:
    station = await world.connected("a")
    gone = tmp_path / "gone.jpg"
    refusal = await not_attached(station, await opened(station), gone, "gone.jpg")
    assert refusal.why.render(ENGLISH) == (
        "“gone.jpg” cannot be read: No such file or directory. "
        "Check that it is there and may be read."
    )


async def test_that_a_pipe_or_device_is_refused_and_not_read(world: World) -> None:
    station = await world.connected("a")
    refusal = await not_attached(station, await opened(station), Path(os.devnull))
    assert refusal.code == "file_unreadable"


async def test_that_a_full_disk_is_said_and_leaves_nothing_half_there(
    world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    station = await world.connected("a")
    stream = await opened(station)

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(files_here, "to_disk", full)
    refusal = await not_attached(station, stream, PHOTO)
    assert refusal.code == "file_no_room"
    assert "No space left on device" in refusal.why.render(ENGLISH)
    assert held(world, "a") == []
    assert list((tmp_path / "a" / "incoming").iterdir()) == []
    assert not station.incidents[stream].files


async def test_that_the_same_photo_twice_is_refused_and_stays(world: World) -> None:
    station = await world.connected("a")
    stream = await opened(station)
    await attach(station, stream)
    refusal = await not_attached(station, stream, PHOTO, "again.jpg")
    assert refusal.code == "file_attached"
    assert station.files.path(SHA256) is not None


async def test_that_what_the_incident_refuses_leaves_no_file(world: World) -> None:
    station = await world.connected("a")
    refusal = await not_attached(station, "no such incident", PHOTO)
    assert refusal.code == "no_incident"
    assert held(world, "a") == []
    assert station.files.path(SHA256) is None


async def test_that_a_photo_can_be_added_after_the_end(world: World) -> None:
    station = await world.connected("a")
    stream = await opened(station)
    for command in (f.DeclaredOver(reason="gone home"), f.Closed()):
        await station.do(stream, command)
    await attach(station, stream)


async def test_that_a_fact_with_a_false_fingerprint_reaches_no_file(world: World) -> None:
    station = await world.connected("a")
    stream = await opened(station)
    secret = world.folder / "secret"
    secret.write_text("not for you")
    for false in (f"../../{secret.name}", str(secret), "", "A" * 64):
        assert station.files.path(false) is None
        station.files.want(false)
        assert state(station, false) is FileState.AWAY
        fact = f.Attached(sha256=false, name="x.jpg", media_type="image/jpeg", size=1)
        assert (await refused(station, stream, fact)).code == "no_fingerprint"


async def test_that_a_file_damaged_on_this_machine_is_not_sent_for_ever(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    station = await world.connected("a")
    stream = await opened(station)
    world.server.go_down()
    await until(lambda: not station.connection.is_up)
    await attach(station, stream)
    path = station.files.path(SHA256)
    assert path is not None
    path.write_bytes(bytes(len(PHOTO)))
    logged: list[str] = []
    monkeypatch.setattr(files_sending._log, "error", lambda text, **_: logged.append(text))
    world.server.come_up()
    await until(lambda: SHA256 not in station.files.sending.sent)
    assert logged == ["a file is damaged"]
    assert not path.exists()


def test_that_a_copy_to_look_at_has_its_name_and_goes_with_the_station(tmp_path: Path) -> None:
    here = FilesHere(tmp_path / "files", own=tmp_path / "own", log="log")
    here.open()
    sha256 = here.take(PHOTO).sha256
    copy = here.copy_to_open(sha256, "gate.jpg")
    assert (copy.name, copy.read_bytes()) == ("gate.jpg", PHOTO)
    here.forget_copies()
    assert not copy.exists()


@pytest.mark.postgres
async def test_that_a_line_cut_in_the_middle_of_a_photo_loses_and_doubles_nothing(
    tmp_path: Path, postgres_database: Database, hurried: None
) -> None:
    photo = random.Random(4).randbytes(20 * PART)  # noqa: S311  no secret
    errors: list[Exception] = []
    async with AsyncExitStack() as stack:
        supervisor = Supervisor(lambda _where, error: errors.append(error))
        stack.push_async_callback(supervisor.close)
        relay = await stack.enter_async_context(relay_to(postgres_database.server.port))

        async def station(name: str, url: str) -> Station:
            return await stack.enter_async_context(
                station_at(url, data=tmp_path / name, name=name, person=name, kind="desk",
                           supervisor=supervisor)
            )  # fmt: skip

        direct = postgres_database.url_for("admin")
        a = await station(
            "a", direct.replace(f":{postgres_database.server.port}/", f":{relay.port}/")
        )
        b = await station("b", direct)
        await until(lambda: a.connection.is_up and b.connection.is_up)
        stream = await opened(a)
        await until(lambda: not a.connection.waiting)
        relay.cut_after(3 * PART)
        fact = await attach(a, stream, photo)
        for cuts in (2 * PART, 5 * PART):
            await until(lambda: relay._cut_after is None)
            relay.cut_after(cuts)
        await until(lambda: a.files.where(fact.sha256, fact.size).state is FileState.HERE, 30.0)
        await until(lambda: stream in b.incidents)
        b.files.want(fact.sha256)
        await until(lambda: b.files.path(fact.sha256) is not None, 30.0)
        path = b.files.path(fact.sha256)
        assert path is not None
        assert path.read_bytes() == photo
        kept = postgres_database.sql("SELECT sum(octet_length(content)) FROM muster.blob_parts")
        assert int(kept) == len(photo)
    assert errors == []
