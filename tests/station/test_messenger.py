"""Messages sent from real stations to real servers of this machine, and what is recorded."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, closing
from datetime import datetime
from pathlib import Path

import pytest

from app.models import facts as f
from app.models.command import Open, PublishPlan, Refusal
from app.models.facts import AnyFact
from app.models.levels import Level
from app.models.message_failures import Failure, why
from app.models.message_states import MessageState, MessageValue
from app.models.messages import failed_messages
from app.station import by_itself
from app.station.assemble import station_at
from app.station.messenger import Messenger
from app.station.postman import ApprisePostman, Letter, NoPostman, Postman
from app.station.station import Station
from app.station.supervisor import Supervisor
from app.station.words import away
from app.store.addresses import Address
from app.store.log import LogAway, SharedLog
from app.store.memory import MemoryLog
from tests.live import do, until
from tests.models.test_messages import TALKING
from tests.post_servers import Hook
from tests.postgres import Database

SENT = f.MessageSent(message="m1", address="a1", to="Manager", text="A crowd, 35 人.", subject="S")


def clock_time(moment: datetime) -> str:
    return moment.strftime("%H:%M")


class World:
    """Stations on one log, each with its messenger; `errors` are what no task handled."""

    def __init__(
        self, folder: Path, stack: AsyncExitStack, url: str, log: MemoryLog | None
    ) -> None:
        self._folder, self._stack = folder, stack
        self._url, self._log = url, log
        self.errors: list[Exception] = []
        self.supervisor = Supervisor(lambda _where, error: self.errors.append(error))

    @asynccontextmanager
    async def running(
        self, name: str, postman: Postman, log: SharedLog | None = None
    ) -> AsyncIterator[tuple[Station, Messenger]]:
        async with self.alone(name, log) as station:
            await station.settled()
            messenger = Messenger(
                station, postman=postman, supervisor=self.supervisor, time=clock_time
            )
            with closing(messenger):
                yield station, messenger

    def alone(
        self, name: str, log: SharedLog | None = None
    ) -> AbstractAsyncContextManager[Station]:
        """Without a messenger: as one that stops before it can send."""
        return station_at(
            self._url, data=self._folder / name, name=name, person=f"{name}’s person",
            kind="desk", supervisor=self.supervisor, log=log or self._log,
        )  # fmt: skip

    async def station(self, name: str = "one", postman: Postman | None = None) -> Station:
        running = self.running(name, postman or ApprisePostman())
        station, _ = await self._stack.enter_async_context(running)
        return station


@asynccontextmanager
async def a_world(folder: Path, url: str = "memory:") -> AsyncIterator[World]:
    async with AsyncExitStack() as stack:
        log = MemoryLog() if url == "memory:" else None
        if log:
            await log.open()
        world = World(folder, stack, url, log)
        stack.push_async_callback(world.supervisor.close)
        yield world
    assert world.errors == []


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with a_world(tmp_path) as made:
        yield made


def address_of(
    hook: Hook,
    key: str = "a1",
    *,
    for_drills: bool = False,
    targets: tuple[str, ...] = (),
    language: str = "en",
    active: bool = True,
) -> Address:
    return Address(
        key=key, label=f"Manager {key}", url=hook.url(), targets=targets, language=language,
        for_drills=for_drills, active=active,
    )  # fmt: skip


async def opened(station: Station, *, drill: bool = False, level: Level = Level.IV) -> str:
    if not station.site.plans:
        await do(station, None, PublishPlan(document=TALKING))
    opening = Open(plan="small", title="Crowd", place="Gate", people=35, drill=drill, level=level)
    return (await do(station, None, opening)).stream


def message(station: Station, stream: str, key: str = "m1") -> MessageValue:
    return station.incidents[stream].message(key)


def is_open(station: Station, stream: str) -> bool:
    return stream in station.incidents and station.incidents[stream].is_open


async def result(station: Station, stream: str, key: str = "m1") -> MessageValue:
    await until(
        lambda: (
            stream in station.incidents
            and message(station, stream, key).state in (MessageState.DELIVERED, MessageState.FAILED)
        )
    )
    return message(station, stream, key)


def told(station: Station, stream: str, kind: type[AnyFact]) -> list[AnyFact]:
    return [e.fact for e in station.incidents[stream].timeline if isinstance(e.fact, kind)]


class Held(Postman):
    """Takes letters and lets go of none: as if the line were dead."""

    def __init__(self) -> None:
        self.taken: list[str] = []

    async def post(self, letter: Letter) -> str:
        self.taken.append(letter.text)
        await asyncio.Event().wait()
        raise AssertionError

    async def reads(self, url: str) -> bool:
        return bool(url)


# Sending -----------------------------------------------------------------------------------------


async def test_that_a_message_goes_out_and_its_result_is_recorded(world: World, hook: Hook) -> None:
    station = await world.station()
    await station.book.keep(address_of(hook))
    stream = await opened(station)
    await do(station, stream, SENT)
    value = await result(station, stream)
    assert value.state is MessageState.DELIVERED
    assert value.took_ms > 0
    assert hook.texts == ["A crowd, 35 人."]


async def test_that_a_failure_is_recorded_without_secrets_and_is_sent_again_by_a_person(
    world: World, hook: Hook
) -> None:
    hook.status = 500
    station = await world.station()
    await station.book.keep(address_of(hook))
    stream = await opened(station)
    await do(station, stream, SENT)
    value = await result(station, stream)
    assert (value.state, value.why) == (MessageState.FAILED, "answered: 500")
    assert len(failed_messages(station.incidents[stream])) == 1
    hook.status = 200
    await do(station, stream, SENT)
    await until(lambda: message(station, stream).state is MessageState.DELIVERED)
    assert failed_messages(station.incidents[stream]) == []
    assert hook.texts == [SENT.text]
    for entry in station.incidents[stream].timeline:
        assert "secret-token" not in str(entry)
        assert "pass-word" not in str(entry)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Of a shared log that is a real database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'log.db'}"
    database: Database = request.getfixturevalue("postgres_database")
    return database.url


async def test_that_of_two_stations_only_the_one_that_pressed_sends(
    tmp_path: Path, url: str, hook: Hook
) -> None:
    async with a_world(tmp_path, url) as world:
        one, two = await world.station("one"), await world.station("two")
        await one.book.keep(address_of(hook))
        stream = await opened(one)
        await until(lambda: is_open(two, stream))
        await do(two, stream, SENT)
        for station in (one, two):
            assert (await result(station, stream)).state is MessageState.DELIVERED
        assert hook.texts == [SENT.text]
        assert told(one, stream, f.MessageDelivered) == told(two, stream, f.MessageDelivered)
        assert message(one, stream).station == "two"


async def test_that_a_station_whose_log_is_away_still_sends(tmp_path: Path, hook: Hook) -> None:
    async with a_world(tmp_path) as world:
        log = MemoryLog()
        await log.open()
        async with world.running("one", ApprisePostman(), log) as (station, _):
            await station.book.keep(address_of(hook))
            stream = await opened(station)
            await log.close()
            await until(lambda: not station.connection.is_up)
            await do(station, stream, SENT)
            assert (await result(station, stream)).state is MessageState.DELIVERED


async def test_that_a_station_that_never_read_the_addresses_says_so(tmp_path: Path) -> None:
    async with a_world(tmp_path) as world:
        log = MemoryLog()
        await log.open()
        async with world.running("one", ApprisePostman(), log) as (station, _):
            stream = await opened(station)
            station.book._read_at = -1.0  # as after a start with the log away
            await log.close()
            await until(lambda: not station.connection.is_up)
            await do(station, stream, SENT)
            assert (await result(station, stream)).why == "addresses_away"


async def test_that_what_is_not_kept_or_not_in_use_fails_with_the_reason(
    world: World, hook: Hook
) -> None:
    station = await world.station()
    stream = await opened(station)
    await do(station, stream, SENT)
    assert (await result(station, stream)).why == "no_such_address"
    await station.book.keep(address_of(hook, "a2", active=False))
    off = f.MessageSent(message="m2", address="a2", to="M", text="x")
    await do(station, stream, off)
    assert (await result(station, stream, "m2")).why == "no_such_address"
    assert hook.texts == []


async def test_that_an_address_changed_elsewhere_is_used_as_it_is_now(
    world: World, hook: Hook
) -> None:
    one, two = await world.station("one"), await world.station("two")
    await one.book.keep(address_of(hook))
    stream = await opened(one)
    await until(lambda: is_open(two, stream))
    await do(two, stream, SENT)
    assert (await result(two, stream)).state is MessageState.DELIVERED


async def test_that_a_fault_of_ours_is_a_failed_message_too(world: World, hook: Hook) -> None:
    class Clumsy(Postman):
        async def post(self, letter: Letter) -> str:
            raise ValueError(letter.url)

        async def reads(self, url: str) -> bool:
            return bool(url)

    station = await world.station(postman=Clumsy())
    await station.book.keep(address_of(hook))
    stream = await opened(station)
    await do(station, stream, SENT)
    assert (await result(station, stream)).why == "not_taken: ValueError"
    assert [str(error) for error in world.errors] == ["ValueError"]
    world.errors.clear()


class Saying(Postman):
    """Takes nothing, and says why."""

    def __init__(self, said: str) -> None:
        self._said = said

    async def post(self, letter: Letter) -> str:
        del letter
        return self._said

    async def reads(self, url: str) -> bool:
        return bool(url)


LONG_AND_COLOURED = "\x1b[31m" + "no " * 200


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (why(Failure.NOT_TAKEN, LONG_AND_COLOURED), "not_taken: [31mno no "),
        (f"not_taken: {LONG_AND_COLOURED}", "not_taken"),
    ],
)
async def test_that_a_failure_is_recorded_whatever_the_server_said(
    world: World, hook: Hook, said: str, kept: str
) -> None:
    station = await world.station(postman=Saying(said))
    await station.book.keep(address_of(hook))
    stream = await opened(station)
    await do(station, stream, SENT)
    value = await result(station, stream)
    assert value.state is MessageState.FAILED
    assert value.why.startswith(kept)


# Drills, and where nothing may be sent -----------------------------------------------------------


async def test_that_a_drill_goes_only_to_addresses_chosen_for_drills_and_is_marked(
    world: World, hook: Hook
) -> None:
    station = await world.station()
    await station.book.keep(address_of(hook))
    await station.book.keep(address_of(hook, "a2", for_drills=True))
    stream = await opened(station, drill=True)
    await do(station, stream, SENT)
    assert (await result(station, stream)).why == "not_for_drills"
    await do(station, stream, f.MessageSent(message="m2", address="a2", to="D", text="Crowd"))
    await result(station, stream, "m2")
    assert hook.texts == ["【演练】[DRILL] Crowd"]


async def test_that_a_station_without_a_postman_sends_nothing_and_says_so(
    world: World, hook: Hook
) -> None:
    station = await world.station(postman=NoPostman())
    await station.book.keep(address_of(hook, for_drills=True))
    stream = await opened(station)
    await do(station, stream, SENT)
    assert (await result(station, stream)).why == "nothing_is_sent"
    assert hook.taken == []


async def test_that_a_test_message_is_sent_and_recorded_nowhere(world: World, hook: Hook) -> None:
    async with world.running("one", ApprisePostman()) as (station, messenger):
        stream = await opened(station)
        before = len(station.incidents[stream].timeline)
        assert await messenger.test(address_of(hook), "S", "试") == ""
        assert hook.texts == ["试"]
        assert len(station.incidents[stream].timeline) == before


# A station that ends or crashes ------------------------------------------------------------------


async def test_that_what_a_crash_left_without_a_result_is_marked_at_the_next_start(
    world: World, hook: Hook
) -> None:
    postman = Held()
    async with world.running("one", postman) as (station, _):
        await station.book.keep(address_of(hook))
        stream = await opened(station)
        await do(station, stream, SENT)
        await until(lambda: postman.taken)
    other = await world.station("two")
    assert message(other, stream).state is MessageState.SENDING
    station = await world.station("one")
    value = await result(station, stream)
    assert (value.state, value.why) == (MessageState.FAILED, "not_known")
    assert (await result(other, stream)).why == "not_known"
    assert hook.texts == []


async def test_that_a_result_which_comes_late_counts_more_than_not_knowing(world: World) -> None:
    station = await world.station(postman=Held())
    stream = await opened(station)
    await do(station, stream, SENT)
    await do(station, stream, f.MessageFailed(message="m1", why="not_known"))
    await do(station, stream, f.MessageDelivered(message="m1"))
    assert message(station, stream).state is MessageState.DELIVERED
    refusal = await station.do(stream, f.MessageFailed(message="m1", why="x"))
    assert isinstance(refusal, Refusal)


# By itself ---------------------------------------------------------------------------------------


async def switched_on(station: Station, hook: Hook) -> str:
    """An incident whose plan's messages go out by themselves, to one address for all."""
    await station.book.keep(address_of(hook, targets=("*",), for_drills=True, language="zh"))
    await do(station, None, PublishPlan(document=TALKING))
    await do(station, None, f.SendingSwitched(plan="small", on=True))
    return await opened(station)


async def test_that_a_plan_sends_by_itself_at_the_station_that_began_it_only(
    world: World, hook: Hook
) -> None:
    one, two = await world.station("one"), await world.station("two")
    stream = await switched_on(one, hook)
    await until(lambda: len(hook.texts) == 1)
    assert hook.texts == ["GateCrowd：35人"]
    await until(lambda: is_open(two, stream))
    await do(two, stream, f.LevelSet(level=Level.III, reason="more"))
    await until(lambda: len(told(one, stream, f.MessageDelivered)) == 2)
    assert hook.texts[1:] == ["〔Level III级响应 by 待定〕"]
    sent = told(one, stream, f.MessageSent)
    assert all(isinstance(fact, f.MessageSent) and fact.by_itself for fact in sent)
    assert [fact.target for fact in sent if isinstance(fact, f.MessageSent)] == [
        "manager", "leaders",
    ]  # fmt: skip
    authors = {e.author for e in one.incidents[stream].timeline if e.fact in sent}
    assert authors == {"Muster"}


async def test_that_nothing_goes_out_by_itself_unless_a_person_switched_it_on(
    world: World, hook: Hook
) -> None:
    station = await world.station()
    await station.book.keep(address_of(hook, targets=("*",)))
    stream = await opened(station)
    await do(station, stream, f.LevelSet(level=Level.III, reason="more"))
    await do(station, stream, SENT)
    await result(station, stream)
    assert len(told(station, stream, f.MessageSent)) == 1


async def test_that_a_message_by_itself_bears_the_number_of_the_incident(
    world: World, hook: Hook
) -> None:
    station = await world.station()
    await switched_on(station, hook)
    await until(lambda: hook.taken)
    assert str(hook.taken[0]["title"]).endswith("-0001 Crowd")


async def test_that_a_drill_by_itself_is_marked(world: World, hook: Hook) -> None:
    station = await world.station()
    await switched_on(station, hook)
    await opened(station, drill=True)
    await until(lambda: len(hook.texts) == 2)
    assert "【演练】GateCrowd：35人" in hook.texts


def targets(station: Station, stream: str) -> list[tuple[str, str]]:
    """Of what was sent by itself: which notification, to which address."""
    sent = station.incidents[stream].messages.values()
    return sorted((value.target, value.address) for value in sent if value.by_itself)


async def test_that_what_began_before_a_station_ended_goes_out_at_its_next_start(
    world: World, hook: Hook
) -> None:
    async with world.alone("one") as station:
        stream = await switched_on(station, hook)
    station = await world.station("one")
    await until(lambda: hook.texts == ["GateCrowd：35人"])
    await result(station, stream, "self-manager-a1")
    async with world.running("two", ApprisePostman()) as (two, _):
        assert targets(two, stream) == [("manager", "a1")]


async def test_that_what_was_recorded_before_a_station_ended_is_not_sent_again(
    world: World, hook: Hook
) -> None:
    hook.status = 500
    async with world.running("one", ApprisePostman()) as (station, _):
        stream = await switched_on(station, hook)
        assert (await result(station, stream, "self-manager-a1")).tries == 1
    hook.status = 200
    async with world.running("one", ApprisePostman()) as (station, _):
        await do(station, stream, SENT)
        await until(lambda: hook.texts == [SENT.text])
        assert message(station, stream, "self-manager-a1").tries == 1


async def test_that_a_message_that_nobody_is_to_get_is_told_as_failed(
    world: World, hook: Hook
) -> None:
    station = await world.station()
    await switched_on(station, hook)
    await station.book.keep(address_of(hook, targets=("small/leaders",)))
    stream = await opened(station)
    value = await result(station, stream, "self-manager--")
    assert (value.why, value.to) == ("no_address", "〔The manager〕 The manager")
    assert value.text == "GateCrowd：35人\nCrowd at Gate: 35"
    assert [each.target for each in failed_messages(station.incidents[stream])] == ["manager"]


class Away(MemoryLog):
    async def open(self) -> None:
        raise LogAway(away())


async def test_that_a_station_that_cannot_read_the_addresses_says_so_by_itself_too(
    tmp_path: Path, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(by_itself, "_BOOK_WITHIN", 0.1)
    async with a_world(tmp_path) as world:
        log = MemoryLog()
        await log.open()
        async with world.alone("one", log) as station:
            await switched_on(station, hook)
        async with world.running("one", ApprisePostman(), Away()) as (station, _):
            stream = await opened(station)
            assert (await result(station, stream, "self-manager--")).why == "addresses_away"


async def test_that_what_was_told_meanwhile_does_not_go_out_by_itself(
    world: World, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    station = await world.station()
    await switched_on(station, hook)
    await until(lambda: len(hook.texts) == 1)
    read = a_slow_book(station, monkeypatch)
    stream = await opened(station)
    await do(station, stream, f.Notified(target="manager"))
    read.set()
    await do(station, stream, f.LevelSet(level=Level.III, reason="more"))
    await result(station, stream, "self-leaders-a1")
    assert targets(station, stream) == [("leaders", "a1")]


async def test_that_a_title_as_long_as_may_be_still_goes_out_by_itself(
    world: World, hook: Hook
) -> None:
    station = await world.station()
    await switched_on(station, hook)
    opening = Open(plan="small", title="群" * 200, place="Gate", people=35, level=Level.IV)
    stream = (await do(station, None, opening)).stream
    assert (await result(station, stream, "self-manager-a1")).state is MessageState.DELIVERED


async def test_that_of_two_stations_that_raise_the_level_at_once_one_sends(
    world: World, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = await world.station("one"), await world.station("two")
    stream = await switched_on(one, hook)
    await until(lambda: is_open(two, stream) and two.site.sends_by_itself("small"))
    await two.book.refresh()
    reads = [a_slow_book(station, monkeypatch) for station in (one, two)]
    raised = f.LevelSet(level=Level.III, reason="more")
    await asyncio.gather(*(do(station, stream, raised) for station in (one, two)))
    await until(lambda: all(len(told(station, stream, f.LevelSet)) == 2 for station in (one, two)))
    for read in reads:
        read.set()
    for station in (one, two):
        await result(station, stream, "self-leaders-a1")
    assert message(one, stream, "self-leaders-a1").tries == 1


def a_slow_book(station: Station, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Its addresses are read once the event is set."""
    read, refresh = asyncio.Event(), station.book.refresh

    async def slowly(*, older_than: float = 0.0) -> None:
        await read.wait()
        await refresh(older_than=older_than)

    monkeypatch.setattr(station.book, "refresh", slowly)
    return read
