"""Contacts of visitors at stations: typed at one, read at another, kept apart, erased on a date."""

from __future__ import annotations

import stat
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from app.models import facts as f
from app.models.command import Refusal
from app.station import contacts as contacts_module
from app.station.changed import Done
from app.station.contacts import BY_ITSELF
from app.station.contacts_here import NAME, ContactsHere
from app.station.station import Station
from app.store.contacts import Contact
from tests.station.world import NOON, World, done, opened, until

PHONE = "138-0013-8000"
DAY = timedelta(days=1)


async def received(station: Station) -> str:
    """An incident with a reception and a representative whose contact is called k."""
    stream = await opened(station)
    await done(station, stream, f.ReceptionBegun(reception="r", matter="Unpaid wages"))
    added = f.RepresentativeAdded(reception="r", representative="p", contact="k")
    await done(station, stream, added)
    return stream


def wang(stream: str, *, days: int = 180, key: str = "k") -> Contact:
    return Contact(
        key=key, stream=stream, name="Wang Fang", reach=PHONE, erase_by=NOON + days * DAY
    )


def file_of(world: World, name: str) -> Path:
    return world.folder / name / NAME


async def test_that_a_contact_typed_here_is_read_at_another_station(world: World) -> None:
    here, there = await world.connected("here"), await world.connected("there")
    stream = await received(here)
    assert await here.contacts.keep(wang(stream)) is None
    await until(lambda: not here.contacts.waiting)
    found = await there.contacts.of(stream)
    assert (found.contacts, found.trouble) == ((wang(stream),), None)
    assert not file_of(world, "here").exists()


async def test_that_it_waits_in_a_file_of_this_users_alone_while_the_log_is_away(
    world: World,
) -> None:
    here = await world.connected("here")
    stream = await received(here)
    await until(lambda: not here.connection.waiting)
    world.server.go_down()
    await until(lambda: not here.connection.is_up)
    await here.contacts.keep(wang(stream))
    file = file_of(world, "here")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    found = await here.contacts.of(stream)
    assert found.contacts == (wang(stream),)
    assert found.trouble is not None
    await world.stop(here)
    again = await world.station("here")
    assert (await again.contacts.of(stream)).contacts == (wang(stream),)
    world.server.come_up()
    await until(lambda: again.connection.is_up and not again.contacts.waiting)
    assert (await again.contacts.of(stream)).contacts == (wang(stream),)
    assert not file.exists()


async def test_that_nothing_of_it_is_in_the_log(world: World) -> None:
    here = await world.connected("here")
    stream = await received(here)
    await here.contacts.keep(wang(stream))
    await until(lambda: not here.contacts.waiting and not here.connection.waiting)
    stored = await world.server.log.read(stream)
    assert not [each for each in stored if PHONE in each.data or "Wang Fang" in each.data]


async def test_that_one_is_erased_on_request_and_the_log_says_by_whom(world: World) -> None:
    here, there = await world.connected("here"), await world.connected("there")
    stream = await received(here)
    await here.contacts.keep(wang(stream))
    await until(lambda: stream in there.incidents and there.incidents[stream].receptions)
    answer = await there.contacts.erase(stream, "k")
    assert isinstance(answer, Done)
    assert answer.entries[0].fact == f.ContactErased(contact="k")
    assert answer.entries[0].author == "there’s person"
    assert (await here.contacts.of(stream)).contacts == ()


async def test_that_erasing_is_refused_while_the_log_is_away_and_nothing_is_recorded(
    world: World,
) -> None:
    here = await world.connected("here")
    stream = await received(here)
    world.server.go_down()
    await until(lambda: not here.connection.is_up)
    answer = await here.contacts.erase(stream, "k")
    assert isinstance(answer, Refusal)
    assert "Try again once connected" in answer.why.english()
    assert here.incidents[stream].contact("k").erased_at is None


@pytest.mark.usefixtures("often")
async def test_that_all_are_erased_on_their_date_by_themselves_and_once(world: World) -> None:
    here, there = await world.connected("here"), await world.connected("there")
    stream = await received(here)
    await here.contacts.keep(wang(stream, days=1))
    await until(lambda: not here.contacts.waiting and not here.connection.waiting)
    world.time.seconds += 2 * 24 * 3600
    await until(lambda: here.incidents[stream].contact("k").erased_at)
    await until(lambda: there.incidents[stream].contact("k").erased_at)
    assert (await there.contacts.of(stream)).contacts == ()
    erased = [e for e in here.incidents[stream].timeline if e.kind == "contact_erased"]
    assert [entry.author for entry in erased] == [BY_ITSELF]


@pytest.mark.usefixtures("often")
async def test_that_one_that_waits_is_erased_on_its_date_also_while_the_log_is_away(
    world: World,
) -> None:
    here = await world.connected("here")
    stream = await received(here)
    world.server.go_down()
    await until(lambda: not here.connection.is_up)
    await here.contacts.keep(wang(stream, days=1))
    world.time.seconds += 2 * 24 * 3600
    await until(lambda: not here.contacts.waiting)
    assert not file_of(world, "here").exists()


async def test_that_one_that_was_erased_meanwhile_is_not_sent_again(world: World) -> None:
    here = await world.connected("here")
    stream = await received(here)
    await done(here, stream, f.ContactErased(contact="k"))
    await here.contacts.keep(wang(stream))
    await until(lambda: not here.contacts.waiting)
    assert await world.server.log.beside.contacts.of(stream) == []


def last_kinds(station: Station, stream: str) -> list[str]:
    """What was recorded since the reception began."""
    kinds = [entry.kind for entry in station.incidents[stream].timeline]
    return kinds[kinds.index("reception_begun") + 1 :]


ANOTHER = f.RepresentativeAdded(
    reception="r", representative="q", erase_by=NOON + timedelta(days=180)
)


async def test_that_of_whom_the_log_does_not_take_nothing_is_kept(world: World) -> None:
    here = await world.connected("here")
    stream = await received(here)
    unknown = msgspec.structs.replace(ANOTHER, reception="other")
    answer = await here.contacts.receive(stream, unknown, name="Wang Fang", reach=PHONE)
    assert isinstance(answer, Refusal)
    assert not here.contacts.waiting
    assert not file_of(world, "here").exists()
    assert await world.server.log.beside.contacts.of(stream) == []


async def test_that_a_crash_between_the_contact_and_its_entry_leaves_neither(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = await world.connected("here")
    stream = await received(here)
    monkeypatch.setattr(here.contacts, "_do", crash)
    with pytest.raises(OSError, match="crash"):
        await here.contacts.receive(stream, ANOTHER, name="Wang Fang", reach=PHONE)
    assert last_kinds(here, stream) == ["representative_added"]
    await until(lambda: not here.contacts.waiting)
    assert not file_of(world, "here").exists()
    assert await world.server.log.beside.contacts.of(stream) == []


async def crash(*_: object, **__: object) -> Done | Refusal:
    raise OSError("crash")


async def test_that_a_contact_is_on_the_disk_before_the_log_says_so(world: World) -> None:
    here = await world.connected("here")
    stream = await received(here)
    there: list[bool] = []
    here.subscribe(lambda _changed: there.append(file_of(world, "here").exists()))
    answer = await here.contacts.receive(stream, ANOTHER, name="Wang Fang", reach=PHONE)
    assert isinstance(answer, Done)
    assert there == [True]


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contacts_module, "LOOK_EVERY", 0.02)


# The file ----------------------------------------------------------------------------------------


def test_that_what_a_station_that_is_gone_left_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "2").mkdir()
    gone, here = ContactsHere(tmp_path / "1"), ContactsHere(tmp_path / "2")
    gone.put(wang("one"))
    here.put(wang("one", key="other"))
    here.adopt(tmp_path / "1")
    assert set(here.waiting) == {"k", "other"}
    assert not (tmp_path / "1" / NAME).exists()
    again = ContactsHere(tmp_path / "2")
    again.open()
    assert again.waiting == here.waiting


@pytest.mark.parametrize("left", [b"", b"[[", b"[[1,2]]", b'[["k","one","{}",1]]'])
def test_that_a_file_that_cannot_be_read_is_not_left_lying_about(
    tmp_path: Path, left: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / NAME).write_bytes(left)
    here = ContactsHere(tmp_path)
    here.open()
    assert not here.waiting
    assert not (tmp_path / NAME).exists()
    assert any("deleted" in record.getMessage() for record in caplog.records)
    caplog.clear()


async def test_that_a_full_disk_is_told_and_nothing_half_written_stays(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = await world.connected("here")
    stream = await received(here)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.station.contacts_here.to_disk", full)
    another = f.RepresentativeAdded(reception="r", representative="q")
    for answer in (
        await here.contacts.keep(wang(stream)),
        await here.contacts.receive(stream, another, name="Wang Fang", reach=PHONE),
    ):
        assert isinstance(answer, Refusal)
        assert "No space left" in answer.why.english()
    assert last_kinds(here, stream) == ["representative_added"]
    assert not here.contacts.waiting
    assert not file_of(world, "here").with_name(NAME + ".new").exists()
