"""What goes wrong between a station and PostgreSQL, and what a person is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager, suppress

import asyncpg
import keyring
import pytest
from keyring.backend import KeyringBackend

from app.record.verify import verify_log
from app.store import postgres, postgres_follow, postgres_line
from app.store.address import parse
from app.store.log import (
    LogAway,
    LogError,
    LogNewer,
    LogOutdated,
    LogRefused,
    LogUnusable,
    Moved,
    Presence,
)
from app.store.postgres import PostgresLog
from tests.postgres import Database, Server
from tests.store.conftest import opened
from tests.store.entries import AT, YEAR, note
from tests.store.test_conformance import at_least, until

pytestmark = pytest.mark.postgres


async def refusal(url: str) -> LogError:
    with pytest.raises(LogError) as refused:
        await PostgresLog(url).open()
    return refused.value


async def test_that_a_wrong_password_is_told_with_user_and_place_but_never_the_password(
    postgres_database: Database,
) -> None:
    error = await refusal(postgres_database.url_for("recorder", password="opensesame"))
    assert isinstance(error, LogRefused)
    for part in ("recorder", "127.0.0.1", postgres_database.name, "password"):
        assert part in str(error)
    assert "opensesame" not in str(error)


class Remembered(KeyringBackend):
    """A keyring in memory."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's own is untyped
        self._passwords: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._passwords.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._passwords[service, username] = password


async def test_that_a_password_may_be_in_the_keyring(postgres_database: Database) -> None:
    port, name = postgres_database.server.port, postgres_database.name
    url = f"postgresql://recorder@127.0.0.1:{port}/{name}"
    before = keyring.get_keyring()
    keyring.set_keyring(Remembered())
    try:
        assert isinstance(await refusal(url), LogRefused)
        keyring.set_password(postgres_line.KEYRING, parse(url).account, "recorder")
        async with opened(PostgresLog(url)) as log:
            await log.append([note()], year=YEAR)
    finally:
        keyring.set_keyring(before)


async def test_that_an_unknown_login_is_refused(postgres_database: Database) -> None:
    error = await refusal(postgres_database.url_for("stranger"))
    assert isinstance(error, LogRefused)
    assert "stranger" in str(error)


async def test_that_a_login_without_a_role_is_told_what_to_ask_for(
    postgres_database: Database,
) -> None:
    error = await refusal(postgres_database.url_for("nobody"))
    assert isinstance(error, LogRefused)
    assert "GRANT muster_recorder" in str(error)


async def test_that_a_database_that_is_not_there_is_named(postgres_server: Server) -> None:
    error = await refusal(postgres_server.url("elsewhere"))
    assert isinstance(error, LogRefused)
    assert '"elsewhere"' in str(error)


async def test_that_no_server_means_away(postgres_server: Server) -> None:
    error = await refusal("postgresql://li:secret@127.0.0.1:9/muster")
    assert isinstance(error, LogAway)
    assert "127.0.0.1:9" in str(error)
    assert "secret" not in str(error)


async def test_that_an_unknown_host_means_away() -> None:
    assert isinstance(await refusal("postgresql://li@nowhere.invalid/muster"), LogAway)


async def test_that_a_database_without_muster_says_how_to_make_it_ready(
    empty_postgres_database: Database,
) -> None:
    error = await refusal(empty_postgres_database.url)
    assert isinstance(error, LogUnusable)
    assert "muster admin init" in str(error)


async def test_that_an_older_schema_says_how_to_bring_it_up_to_date(
    postgres_database: Database,
) -> None:
    postgres_database.sql("UPDATE muster.muster_version SET version_num = '0000'")
    error = await refusal(postgres_database.url_for("recorder"))
    assert isinstance(error, LogOutdated)
    assert "muster admin migrate" in str(error)


async def test_that_a_newer_schema_is_refused_to_a_station(postgres_database: Database) -> None:
    postgres_database.sql("UPDATE muster.muster_version SET version_num = '0100'")
    assert isinstance(await refusal(postgres_database.url_for("viewer")), LogNewer)


async def test_that_of_several_hosts_the_one_that_answers_is_taken(
    postgres_database: Database,
) -> None:
    port = postgres_database.server.port
    url = f"postgresql://recorder:recorder@127.0.0.1:9,127.0.0.1:{port}/{postgres_database.name}"
    async with opened(PostgresLog(url)) as log:
        await log.append([note()], year=YEAR)


async def test_that_a_batch_is_one_statement(postgres_database: Database) -> None:
    log = PostgresLog(postgres_database.url)
    async with opened(log):
        assert log._line
        asked: list[str] = []
        log._line.connection.add_query_logger(lambda record: asked.append(record.query))
        await log.append([note(stream=f"s{nth % 3}") for nth in range(100)], year=YEAR)
        await log.clock()  # by its answer, the driver has told of all that was asked before
        assert ["muster_append" in sql for sql in asked if "muster_micros" not in sql] == [True]


# Away and back -----------------------------------------------------------------------------------


async def test_that_a_restart_means_away_and_opening_again_goes_on(
    postgres_database: Database,
) -> None:
    log = PostgresLog(postgres_database.url_for("recorder"))
    async with opened(log), aclosing(log.follow()) as notices:
        await anext(notices)
        await log.append([note()], year=YEAR)
        await until(notices, at_least("one", 1))
        postgres_database.server.restart(mode="immediate")
        with pytest.raises(LogAway):
            await until(notices, lambda _: False)
        with pytest.raises(LogAway):
            await log.append([note()], year=YEAR)
        await log.open()
        [receipt] = await log.append([note()], year=YEAR)
        assert receipt.seq == 2
        assert (await verify_log(log)).whole


async def test_that_a_stopped_server_means_away(postgres_database: Database) -> None:
    postgres_database.server.stop()
    assert isinstance(await refusal(postgres_database.url), LogAway)


async def test_that_a_cut_line_means_away(postgres_database: Database) -> None:
    log = PostgresLog(postgres_database.url_for("recorder"))
    async with opened(log), aclosing(log.follow()) as notices:
        await anext(notices)
        postgres_database.sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'recorder'"
        )
        with pytest.raises(LogAway):
            await until(notices, lambda _: False)
        with pytest.raises(LogAway):
            await log.append([note()], year=YEAR)


class Relay:
    """Passes bytes on to the server until told to hold them back."""

    def __init__(self, port: int) -> None:
        self.flowing = asyncio.Event()
        self.flowing.set()
        self._port = port

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        onward_reader, onward_writer = await asyncio.open_connection("127.0.0.1", self._port)
        with suppress(OSError):
            await asyncio.gather(
                self._pass_on(reader, onward_writer), self._pass_on(onward_reader, writer)
            )

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while data := await reader.read(65536):
                await self.flowing.wait()
                writer.write(data)
        finally:
            writer.close()


@asynccontextmanager
async def relayed(database: Database) -> AsyncIterator[tuple[Relay, str]]:
    relay = Relay(database.server.port)
    server = await asyncio.start_server(relay.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        yield relay, f"postgresql://recorder:recorder@127.0.0.1:{port}/{database.name}"
    finally:
        relay.flowing.set()
        server.close()


def test_that_a_stalled_line_shows_within_5_seconds() -> None:
    assert postgres_follow.LOOK_EVERY + postgres_follow._LOOK_WITHIN < 5
    assert postgres_follow.POLL_EVERY + postgres_follow._LOOK_WITHIN < 5
    assert postgres._WITHIN < 5
    assert postgres_line.DIAL_WITHIN < 5


async def test_that_a_stalled_line_means_away(
    postgres_database: Database, quick_looks: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "_WITHIN", 0.3)
    monkeypatch.setattr(postgres_follow, "_LOOK_WITHIN", 0.3)
    monkeypatch.setattr(postgres_line, "DIAL_WITHIN", 0.3)
    async with relayed(postgres_database) as (relay, url):
        log = PostgresLog(url)
        async with opened(log), aclosing(log.follow()) as notices:
            await anext(notices)
            relay.flowing.clear()
            with pytest.raises(LogAway):
                await until(notices, lambda _: False)
            with pytest.raises(LogAway):
                await log.append([note()], year=YEAR)
            assert isinstance(await refusal(url), LogAway)


# Following ---------------------------------------------------------------------------------------


def send_notices_elsewhere(database: Database) -> None:
    text = database.sql(
        "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE proname = 'muster_append'"
    )
    database.sql(text.replace("pg_notify('muster'", "pg_notify('elsewhere'"))


async def test_that_a_dropped_notice_only_delays(
    postgres_database: Database, quick_looks: None
) -> None:
    send_notices_elsewhere(postgres_database)
    async with opened(PostgresLog(postgres_database.url)) as log, aclosing(log.follow()) as notices:
        await anext(notices)
        await log.append([note(), note(stream="two")], year=YEAR)
        heard = await until(notices, at_least("two", 1))
        assert heard == [Moved(stream="one", seq=1), Moved(stream="two", seq=1)]


async def test_that_a_look_finds_what_a_slow_transaction_commits_late(
    postgres_database: Database, quick_looks: None
) -> None:
    send_notices_elsewhere(postgres_database)
    slow = await asyncpg.connect(postgres_database.url)
    async with opened(PostgresLog(postgres_database.url)) as log, aclosing(log.follow()) as notices:
        await anext(notices)
        await slow.execute("BEGIN")
        await slow.execute(
            "SELECT muster.muster_append(ARRAY['x'], ARRAY['slow'], ARRAY['note'], ARRAY[1], "
            "ARRAY['a'], ARRAY['b'], ARRAY['{}'], 2026)"
        )
        await log.append([note(stream="quick")], year=YEAR)
        await until(notices, at_least("quick", 1))
        await slow.execute("COMMIT")
        await until(notices, at_least("slow", 1))
    await slow.close()


@pytest.mark.parametrize(
    "payload",
    [
        "", "{", "null", "[[], []]", '[[["one", "1"]], null]', '[[["one", 1]], [1, 2]]',
        '[[["one",1]],["i","one","note",9e99,"a","b","{}",1,1,"x","00"]]',
        '[[["one",1]],["i","one","note",1,"a","b","{}",1,9223372036854775807,"x","00"]]',
        '[[["one",1]],["i","one","note",1,"a","b","{}",1,1,"x","zz"]]',
    ],
)  # fmt: skip
async def test_that_a_notice_that_makes_no_sense_does_no_harm(
    postgres_database: Database, payload: str
) -> None:
    stranger = await asyncpg.connect(postgres_database.url_for("nobody"))
    async with opened(PostgresLog(postgres_database.url)) as log, aclosing(log.follow()) as notices:
        await anext(notices)
        await stranger.execute("SELECT pg_notify('muster', $1)", payload)
        await log.append([note()], year=YEAR)
        heard = await until(notices, at_least("one", 1))
        assert all(moved.stream in ("", "one") for moved in heard)
    await stranger.close()


async def test_that_many_streams_at_once_are_all_heard_of(postgres_database: Database) -> None:
    async with opened(PostgresLog(postgres_database.url)) as log, aclosing(log.follow()) as notices:
        await anext(notices)
        streams = {f"{'s' * 100}{nth}" for nth in range(200)}
        await log.append([note(stream=stream) for stream in sorted(streams)], year=YEAR)
        heard: set[str] = set()
        async with asyncio.timeout(10):
            async for moved in notices:
                heard.add(moved.stream)
                if heard >= streams:
                    break


async def test_that_a_standby_is_followed_by_looking_and_takes_nothing(
    postgres_database: Database, postgres_standby: Database, quick_looks: None
) -> None:
    async with (
        opened(PostgresLog(postgres_database.url)) as primary,
        opened(PostgresLog(postgres_standby.url_for("viewer"))) as wall,
        aclosing(wall.follow()) as notices,
    ):
        assert primary.notifies
        assert not wall.notifies
        await anext(notices)
        await primary.append([note()], year=YEAR)
        await until(notices, at_least("one", 1))
        assert await wall.read("one") == await primary.read("one")
        assert await wall.heads() == await primary.heads()
        assert (await verify_log(wall)).whole
        here = Presence(station="wall", name="Wall", person="", kind="monitor", seen=AT)
        assert await wall.be_present(here) == []
    error = await refusal(postgres_standby.url_for("recorder") + "?target_session_attrs=primary")
    assert isinstance(error, LogAway)
    async with opened(PostgresLog(postgres_standby.url_for("recorder"))) as copy:
        with pytest.raises(LogRefused, match="read-only copy"):
            await copy.append([note()], year=YEAR)
