"""Several real stations on one real database, and everything that can go wrong between them."""

from __future__ import annotations

import asyncio
import random
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.models.facts import Note
from tests.relay import Relay
from tests.stations.conftest import Place, PostgresPlace, SqlitePlace, Stations
from tests.stations.process import StationProcess

pytestmark = [pytest.mark.stations, pytest.mark.timeout(120)]

OPEN: dict[str, Any] = {"do": "open", "plan": "small", "title": "Crowd", "place": "Gate"}


async def opened(station: StationProcess) -> str:
    accepted = await station.ask(**OPEN)
    assert accepted["out"] == "accepted", accepted
    stream: str = accepted["stream"]
    return stream


async def has(station: StationProcess, stream: str) -> None:
    """Wait until an incident has reached a station, and its people were called there."""
    await station.until(lambda: [each for each in station.of("entry") if each["stream"] == stream])


async def note(station: StationProcess, stream: str, text: str) -> str:
    accepted = await station.ask(do="note", incident=stream, text=text)
    assert accepted["out"] == "accepted", accepted
    entry_id: str = accepted["ids"][0]
    return entry_id


async def shared(station: StationProcess, *ids: str) -> None:
    await station.until(lambda: set(ids) <= {each["id"] for each in station.of("shared")})


def alarmed(station: StationProcess) -> bool:
    return bool(station.connection["breaks"])


def accepted_at(station: StationProcess, least: int) -> bool:
    return len(station.of("accepted")) + len(station.of("refused")) >= least


async def end_equal(place: Place, stream: str, *stations: StationProcess) -> None:
    """All hold what the log holds, each entry once."""
    for station in stations:
        await station.in_state("live")
    async with asyncio.timeout(30):
        while True:
            ids = [stored.entry.id for stored in await place.entries(stream)]
            states = [await station.state(stream) for station in stations]
            counts = {state["entries"] for state in states} | {state["checked"] for state in states}
            if counts == {len(ids)} and len({state["digest"] for state in states}) == 1:
                break
    assert len(ids) == len(set(ids))


async def checked(station: StationProcess, stream: str, seq: int) -> None:
    """Wait until a station has read so far in the log itself."""
    async with asyncio.timeout(30):
        while (await station.state(stream))["checked"] < seq:
            pass


async def test_that_what_is_done_at_one_station_arrives_at_the_others(
    place: Place, stations: Stations
) -> None:
    a, b = await stations.start(place.url, "a"), await stations.start(place.url, "b")
    stream = await opened(a)
    await has(b, stream)
    written = await note(a, stream, "人群在北门")
    await b.until(lambda: [each for each in b.of("entry") if each["id"] == written])
    line = next(each for each in b.of("entry") if each["id"] == written)
    assert (line["station"], line["fact"]["text"]) == ("a", "人群在北门")
    # The same arrival, pressed on both at once.
    a.say(do="arrived", incident=stream, who="p1")
    b.say(do="arrived", incident=stream, who="p1")
    for station in (a, b):
        await station.until(partial(accepted_at, station, 1))
    await end_equal(place, stream, a, b)
    await a.until(lambda: a.connection["stations"] == ["b"])
    await a.quit()
    await b.quit()


async def test_that_killed_at_any_moment_everything_accepted_is_in_the_log_once(
    place: Place, stations: Stations
) -> None:
    chance = random.Random(7)  # noqa: S311  no secret
    watcher = await stations.start(place.url, "watcher")
    stream = await opened(watcher)
    accepted: set[str] = set()
    for _ in range(6):
        station = await stations.begin(place.url, "killed")
        for nth in range(200):
            station.say(do="note", incident=stream, text=f"{nth} " + "x" * chance.randrange(3_000))
        enough = chance.randrange(1, 60)
        await station.until(partial(accepted_at, station, enough))
        await station.kill()
        accepted |= {each["ids"][0] for each in station.of("accepted")}
    last = await stations.start(place.url, "killed")
    await last.in_state("live")
    await last.quit()
    ids = [stored.entry.id for stored in await place.entries(stream)]
    assert len(ids) == len(set(ids))
    assert accepted <= set(ids)
    await end_equal(place, stream, watcher)


async def test_that_with_the_line_cut_both_go_on_and_end_equal(
    postgres: PostgresPlace, relay: Relay, stations: Stations
) -> None:
    url = postgres.through(relay)
    a, b = await stations.start(url, "a"), await stations.start(url, "b")
    stream = await opened(a)
    await has(b, stream)
    relay.cut()
    await a.in_state("away")
    await b.in_state("away")
    first = await note(a, stream, "typed by a while away")
    second = await note(b, stream, "typed by b while away")
    await a.until(lambda: a.connection.get("waiting") == 1)
    # One of them is even started anew meanwhile, and shows what it had.
    await a.kill()
    a = await stations.start(url, "a")
    assert a.connection["state"] == "away"
    third = await note(a, stream, "after a restart, still away")
    relay.mend()
    await shared(a, first, third)
    await shared(b, second)
    await end_equal(postgres, stream, a, b)


async def test_that_a_line_cut_in_the_middle_of_sends_loses_and_doubles_nothing(
    postgres: PostgresPlace, relay: Relay, stations: Stations
) -> None:
    chance = random.Random(11)  # noqa: S311  no secret
    a = await stations.start(postgres.through(relay), "a")
    watcher = await stations.start(postgres.url, "watcher")
    stream = await opened(a)
    for nth in range(200):
        if nth % 25 == 0:
            relay.cut_after(chance.randrange(1, 20_000))
        await note(a, stream, f"{nth} " + "x" * 500)
    relay.mend()
    await end_equal(postgres, stream, a, watcher)
    notes = [stored.entry.fact for stored in await postgres.entries(stream)]
    texts = [fact.text.split()[0] for fact in notes if isinstance(fact, Note)]
    assert texts == [str(nth) for nth in range(200)], "and the order is kept"


async def test_that_a_restarted_database_is_found_again(
    postgres: PostgresPlace, stations: Stations
) -> None:
    a, b = await stations.start(postgres.url, "a"), await stations.start(postgres.url, "b")
    stream = await opened(a)
    await has(b, stream)
    server = postgres.database.server
    server.stop(mode="immediate")
    written = await note(a, stream, "typed while it was down")
    await a.in_state("away")
    server.start()
    await shared(a, written)
    await end_equal(postgres, stream, a, b)


async def test_that_a_stalled_line_is_marked_within_five_seconds(
    postgres: PostgresPlace, relay: Relay, stations: Stations
) -> None:
    a = await stations.start(postgres.through(relay), "a")
    stream = await opened(a)
    await a.until(lambda: a.of("number"))
    relay.stall()
    began = time.monotonic()
    await a.in_state("away")
    assert time.monotonic() - began < 5.0
    written = await note(a, stream, "typed all the same")
    relay.mend()
    await shared(a, written)
    await end_equal(postgres, stream, a)


async def test_that_a_slow_line_is_slow_but_works(
    postgres: PostgresPlace, relay: Relay, stations: Stations
) -> None:
    writer = await stations.start(postgres.url, "writer")
    stream = await opened(writer)
    last = ""
    for nth in range(150):
        last = await note(writer, stream, f"{nth} " + "x" * 1_000)
    await shared(writer, last)
    relay.slow(60_000)
    a = await stations.start(postgres.through(relay), "a")
    written = await note(a, stream, "from the far end")
    await shared(a, written)
    await end_equal(postgres, stream, writer, a)


async def test_that_a_postgres_set_back_is_offered_what_it_lost(
    postgres: PostgresPlace, stations: Stations
) -> None:
    a, b = await stations.start(postgres.url, "a"), await stations.start(postgres.url, "b")
    stream = await opened(a)
    await has(b, stream)
    kept = await note(a, stream, "kept")
    await shared(a, kept)
    seq = len(await postgres.entries(stream))
    lost = [await note(a, stream, f"lost {nth}") for nth in range(3)]
    await shared(a, *lost)
    await checked(b, stream, seq + 3)
    server = postgres.database.server
    server.stop()
    server.start()
    postgres.execute(
        f"DELETE FROM entries WHERE stream = '{stream}' AND seq > {seq};"  # noqa: S608  our own
        f"UPDATE streams SET seq = {seq}, head = (SELECT hash FROM entries WHERE stream ="
        f" '{stream}' AND seq = {seq}) WHERE stream = '{stream}'"
    )
    server.restart(mode="immediate")
    await end_equal(postgres, stream, a, b)
    ids = {stored.entry.id for stored in await postgres.entries(stream)}
    assert set(lost) <= ids
    assert a.connection["breaks"] == b.connection["breaks"] == []


async def test_that_an_older_sqlite_file_is_offered_what_it_lacks(
    sqlite: SqlitePlace, stations: Stations, tmp_path: Path
) -> None:
    a, b = await stations.start(sqlite.url, "a"), await stations.start(sqlite.url, "b")
    stream = await opened(a)
    await has(b, stream)
    first = await note(a, stream, "before the copy")
    await shared(a, first)
    sqlite.copy(tmp_path / "older.sqlite")
    lost = [await note(a, stream, f"lost {nth}") for nth in range(3)]
    await shared(a, *lost)
    await checked(b, stream, len(await sqlite.entries(stream)))
    await a.quit()
    await b.quit()
    sqlite.put_back(tmp_path / "older.sqlite")
    assert not set(lost) & {stored.entry.id for stored in await sqlite.entries(stream)}
    b = await stations.start(sqlite.url, "b")
    await b.until(lambda: "set_back" in b.connection)
    assert b.connection["set_back"]["offered"] == 3
    a = await stations.start(sqlite.url, "a")
    await end_equal(sqlite, stream, a, b)
    assert set(lost) <= {stored.entry.id for stored in await sqlite.entries(stream)}


async def test_that_an_altered_past_is_an_alarm_on_every_station(
    place: Place, stations: Stations
) -> None:
    a, b = await stations.start(place.url, "a"), await stations.start(place.url, "b")
    stream = await opened(a)
    written = await note(a, stream, "the truth")
    await shared(a, written)
    for station in (a, b):
        await checked(station, stream, len(await place.entries(stream)))
    place.execute(
        "UPDATE entries SET data = replace(data, 'the truth', 'a lie')"  # noqa: S608  our own
        f" WHERE id = '{written}'"
    )
    late = await stations.start(place.url, "late")
    for station in (a, b, late):
        await station.until(partial(alarmed, station), 15)
        (broken,) = station.connection["breaks"]
        assert (broken["stream"], broken["flaw"]) == (stream, "altered")
    assert "the truth" in msgspec.json.encode([b.of("entry")]).decode()
    going_on = await note(b, stream, "work goes on")
    await a.until(lambda: going_on in [each["id"] for each in a.of("entry")])


async def test_that_what_a_crashed_second_window_left_is_sent_by_the_next(
    postgres: PostgresPlace, relay: Relay, stations: Stations
) -> None:
    url = postgres.through(relay)
    first = await stations.start(url, "first", data="machine")
    second = await stations.start(url, "second", data="machine")
    stream = await opened(first)
    await has(second, stream)
    relay.cut()
    left = [await note(each, stream, "left behind") for each in (first, second)]
    await first.kill()
    await second.kill()
    relay.mend()
    third = await stations.start(url, "third", data="machine")
    await end_equal(postgres, stream, third)
    assert set(left) <= {stored.entry.id for stored in await postgres.entries(stream)}


async def test_that_what_a_login_may_not_do_is_said_and_holds_up_nothing_else(
    postgres: PostgresPlace, stations: Stations
) -> None:
    database = postgres.database
    boss = await stations.start(postgres.url, "boss")
    stream = await opened(boss)
    recorder = await stations.start(database.url_for("recorder"), "recorder")
    await recorder.until(lambda: any(e["stream"] == stream for e in recorder.of("entry")))
    level = {"do": "level_set", "incident": stream, "level": "II", "reason": "more"}
    accepted = await recorder.ask(**level, ref="r1")
    assert accepted["out"] == "accepted"
    # Not `ask`: the log's refusal may come before the answer, and would be taken for it.
    recorder.say(do="note", incident=stream, text="goes on", ref="n1")
    await recorder.until(lambda: any(e.get("ref") == "n1" for e in recorder.of("shared")))
    await recorder.until(lambda: recorder.of("refused"))
    (refused,) = recorder.of("refused")
    assert (refused["id"], refused["ref"]) == (accepted["ids"][0], "r1")
    assert "Ask an administrator" in refused["why"]

    viewer = await stations.start(database.url_for("viewer"), "viewer")
    assert (await viewer.state(stream))["entries"] == len(await postgres.entries(stream))
    await note(viewer, stream, "cannot be sent")
    await viewer.until(lambda: "no rights" in viewer.connection.get("trouble", ""))
    assert (viewer.connection["state"], viewer.connection["waiting"]) == ("live", 1)

    stranger = await stations.start(database.url_for("recorder", "wrong"), "stranger")
    assert stranger.connection["state"] == "refused"
    assert "Check the user name and the password" in stranger.connection["trouble"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGTERM")
async def test_that_told_to_end_it_ends_in_order(sqlite: SqlitePlace, stations: Stations) -> None:
    a = await stations.start(sqlite.url, "a")
    await opened(a)
    assert await a.terminate() == 130
    assert a.errors == ""
