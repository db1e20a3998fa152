"""The pipe: JSON Lines in, JSON Lines out."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.models import facts as f
from app.station.changed import Done
from app.station.pipe import run_pipe
from app.station.pipe_lines import MOST_BYTES, InLine, OutLines, lines_of
from app.station.pipe_main import IMPOSSIBLE
from app.station.pipe_main import pipe as pipe_process
from app.station.pipe_words import COMMANDS
from app.station.station import Station
from tests.station.world import World, done, opened, until


class Pipe:
    """A pipe on a station, spoken to by hand."""

    def __init__(self, station: Station) -> None:
        self.out: list[dict[str, Any]] = []
        self._in: asyncio.Queue[InLine | None] = asyncio.Queue()
        self._number = 0
        self.task = asyncio.create_task(run_pipe(station, self._lines(), self._put))

    def _put(self, message: dict[str, Any]) -> None:
        self.out.append(msgspec.json.decode(msgspec.json.encode(message)))

    async def _lines(self) -> AsyncIterator[InLine]:
        while line := await self._in.get():
            yield line

    def say(self, line: dict[str, Any] | bytes) -> None:
        text = line if isinstance(line, bytes) else msgspec.json.encode(line)
        self._number += 1
        self._in.put_nowait(InLine(number=self._number, length=len(text), text=text))

    async def ask(self, line: dict[str, Any] | bytes) -> dict[str, Any]:
        """The first answer that is not a telling of its own accord."""
        before = len(self.out)
        self.say(line)
        answers = ("accepted", "refused", "error", "state", "incidents", "pong")

        def found() -> list[dict[str, Any]]:
            return [each for each in self.out[before:] if each["out"] in answers]

        await until(found)
        return found()[0]

    def of(self, kind: str) -> list[dict[str, Any]]:
        return [each for each in self.out if each["out"] == kind]

    async def end(self) -> None:
        self._in.put_nowait(None)
        await self.task


async def test_that_a_command_is_accepted_then_shared_with_the_callers_reference(
    world: World,
) -> None:
    station = await world.connected("a")
    stream = await opened(station)
    pipe = Pipe(station)
    await until(lambda: pipe.of("ready"))
    line = {"do": "arrived", "incident": "2026-0001", "who": "p1", "ref": "x1"}
    accepted = await pipe.ask(line)
    assert (accepted["out"], accepted["stream"], accepted["ref"]) == ("accepted", stream, "x1")
    await until(lambda: pipe.of("shared"))
    (shared,) = [each for each in pipe.of("shared") if each.get("ref") == "x1"]
    assert [shared["id"]] == accepted["ids"]
    assert shared["seq"] == len(world.server.entries(stream))
    await pipe.end()
    assert pipe.out[-1] == {"out": "bye", "waiting": 0}


async def test_that_what_the_station_does_by_itself_is_told_and_answers_no_command(
    world: World,
) -> None:
    station = await world.connected("a")
    stream = await opened(station)
    pipe = Pipe(station)
    await until(lambda: pipe.of("ready"))
    by_itself = asyncio.create_task(station.do(stream, f.Note(text="by itself"), author="Muster"))
    accepted = await pipe.ask({"do": "note", "incident": stream, "text": "asked", "ref": "n1"})
    assert isinstance(await by_itself, Done)
    await until(lambda: len(pipe.of("shared")) > 1)
    assert pipe.of("accepted") == [accepted]
    [told] = pipe.of("entry")
    assert (told["fact"]["text"], told["author"]) == ("by itself", "Muster")
    assert [each["id"] for each in pipe.of("shared") if each.get("ref") == "n1"] == accepted["ids"]
    await pipe.end()


async def test_that_others_entries_come_as_they_arrive_with_their_delay(world: World) -> None:
    a, b = await world.connected("a"), await world.connected("b")
    stream = await opened(a)
    await until(lambda: stream in b.incidents)
    pipe = Pipe(b)
    await until(lambda: pipe.of("ready"))
    (entry,) = await done(a, stream, f.Note(text="hello"))
    await until(lambda: any(each["id"] == entry.id for each in pipe.of("entry")))
    line = pipe.of("entry")[-1]
    assert line["fact"] == {"kind": "note", "text": "hello"}
    assert (line["author"], line["station"], line["stream"]) == ("a’s person", "a", stream)
    assert isinstance(line["ms"], float)
    await pipe.end()


async def test_that_what_was_announced_falsely_is_withdrawn(world: World) -> None:
    station = await world.connected("B")
    stream = await opened(station)
    pipe = Pipe(station)
    false = world.server.announce_falsely(stream, "all clear")
    await until(lambda: pipe.of("withdrawn"))
    assert pipe.of("withdrawn") == [{"out": "withdrawn", "stream": stream, "ids": [false.id]}]
    await pipe.end()


@pytest.mark.parametrize("name", ["", "x" * 61, "gate\x1freader"])
def test_that_a_name_that_no_entry_can_carry_is_refused_at_the_start(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pipe_process("memory:", tmp_path, name=name, person="Ann") == IMPOSSIBLE
    assert "--name" in capsys.readouterr().err


async def test_that_the_state_has_a_digest_that_is_equal_on_all_stations(world: World) -> None:
    a, b = await world.connected("a"), await world.connected("b")
    stream = await opened(a)
    await until(lambda: stream in b.incidents)
    one, two = Pipe(a), Pipe(b)
    await until(lambda: one.of("ready") and two.of("ready"))
    for question in ({"do": "state", "incident": stream}, {"do": "state"}):
        states = [await pipe.ask(question) for pipe in (one, two)]
        assert states[0]["digest"] == states[1]["digest"]
        assert states[0]["state"] == states[1]["state"] != {}
    incidents = (await one.ask({"do": "incidents"}))["incidents"]
    assert [(each["stream"], each["level"], each["status"]) for each in incidents] == [
        (stream, "IV", "open")
    ]
    await one.end()
    await two.end()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"not json", "not JSON"),
        (b'{"do": "note", "te', "not JSON"),
        (b'\xff\xfe{"do": 1}', "not JSON"),
        (b'{"do": "note", "text": "\\ud800"}', "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[1, 2]", "not a JSON object"),
        (b'{"ref": "r"}', 'there is no command "None"'),
        (b'{"do": "fly", "ref": "r"}', 'there is no command "fly"'),
        (b'{"do": ["note"]}', "there is no command"),
        (b'{"do": "arrived", "ref": "r"}', "missing required field `who`"),
        (b'{"do": "arrived", "who": 7}', "Expected `str`, got `int` - at `$.who`"),
        (b'{"do": "arrived", "whom": "p1"}', 'no field "whom"; it has: who, name, by'),
        (b'{"do": "note", "text": "x", "incident": 7}', '"incident" is not a text'),
        (b'{"do": "note", "text": "x", "at": "10:03"}', "Invalid RFC3339"),
        (b'{"do": "note", "text": "x", "at": "2026-03-01T10:03:00"}', "timezone"),
        (b'{"do": "on_the_way", "who": "p", "eta": "2026-03-01T10:03:00"}', "timezone"),
        (b'{"do": "level_set", "level": "V", "reason": "x"}', "Expected `int`, got `str`"),
        (b'{"do": "note", "fields": 3}', '"fields" is not an object'),
    ],
)
async def test_that_broken_input_gets_an_error_and_the_pipe_goes_on(
    world: World, line: bytes, said: str
) -> None:
    pipe = Pipe(await world.connected("a"))
    error = await pipe.ask(line)
    assert (error["out"], error["line"]) == ("error", 1)
    assert said in error["why"]
    assert error.get("ref") == ("r" if b'"ref": "r"' in line else None)
    assert (await pipe.ask({"do": "ping"}))["out"] == "pong"
    await pipe.end()


async def test_that_two_megabytes_in_a_line_are_an_error_and_the_pipe_goes_on() -> None:
    note = msgspec.json.encode({"do": "note", "text": "x" * 2_000_000})
    raw = io.BytesIO(b'{"do": "ping"}\n\n' + note + b"\n" + b'{"do": "quit"}')
    lines = [line async for line in lines_of(raw)]
    assert [(line.number, line.length) for line in lines] == [
        (1, 14), (3, len(note)), (4, 14),
    ]  # fmt: skip
    assert lines[1].text is None
    assert len(note) > MOST_BYTES


async def test_that_too_long_a_note_is_refused_with_the_reason(world: World) -> None:
    station = await world.connected("a")
    stream = await opened(station)
    pipe = Pipe(station)
    refused = await pipe.ask({"do": "note", "incident": stream, "text": "x" * 900_000})
    assert (refused["out"], refused["code"]) == ("refused", "too_long")
    await pipe.end()


async def test_that_a_level_is_written_as_people_write_it_and_a_time_may_be_past(
    world: World,
) -> None:
    station = await world.connected("a")
    stream = await opened(station)
    opened_at = station.incidents[stream].course.opened_at
    world.time.seconds += 600
    pipe = Pipe(station)
    level = {"do": "level_set", "incident": stream, "level": "II", "reason": "more people"}
    assert (await pipe.ask(level))["out"] == "accepted"
    assert station.incidents[stream].leveling.level.numeral == "II"
    note = {"do": "note", "incident": stream, "text": "it began", "at": opened_at}
    assert (await pipe.ask(note))["out"] == "accepted"
    assert [each.kind for each in station.incidents[stream].timeline[-2:]][-1] != "note"
    future = {**note, "at": "2031-01-01T00:00:00Z"}
    assert (await pipe.ask(future))["code"] == "future"
    await pipe.end()


async def test_that_a_correction_has_its_fields_apart(world: World) -> None:
    station = await world.connected("a")
    stream = await opened(station)
    pipe = Pipe(station)
    noted = await pipe.ask({"do": "note", "incident": stream, "text": "ten people"})
    fields = {
        "entry": noted["ids"][0], "reason": "miscounted",
        "fact": {"kind": "note", "text": "two people"},
    }  # fmt: skip
    assert (await pipe.ask({"do": "corrected", "incident": stream, "fields": fields}))[
        "out"
    ] == "accepted"
    entry = station.incidents[stream].fold.entry(noted["ids"][0])
    assert entry is not None
    effective = station.incidents[stream].fold.effective(entry)
    assert effective is not None
    assert effective.fact == f.Note(text="two people")
    await pipe.end()


async def test_that_away_it_goes_on_and_says_so(world: World) -> None:
    station = await world.connected("a")
    await opened(station)
    await until(lambda: not station.connection.waiting)
    world.server.go_down()
    await until(lambda: not station.connection.is_up)
    pipe = Pipe(station)
    opening = {"do": "open", "plan": "small", "title": "T", "place": "P", "ref": "o"}
    accepted = await pipe.ask(opening)
    assert accepted["out"] == "accepted"
    noted = await pipe.ask({"do": "note", "incident": "@o", "text": "by reference"})
    assert noted["stream"] == accepted["stream"]
    assert (await pipe.ask({"do": "note", "incident": "2026-0099", "text": "x"}))["code"] == (
        "no_incident"
    )
    assert pipe.of("connection")[-1]["state"] == "away"
    assert pipe.of("connection")[-1]["waiting"] == len(accepted["ids"]) + 1
    world.server.come_up()
    await until(lambda: pipe.of("number"))
    assert pipe.of("number")[-1] == {
        "out": "number", "stream": accepted["stream"], "number": "2026-0002",
    }  # fmt: skip
    await pipe.end()
    assert pipe.out[-1]["waiting"] == 0


async def test_that_what_the_log_will_not_take_is_said_with_its_reference(world: World) -> None:
    station = await world.connected("a")
    stream = await opened(station)
    pipe = Pipe(station)
    world.server.no_right_to = {"note"}
    accepted = await pipe.ask({"do": "note", "incident": stream, "text": "x", "ref": 7})
    await until(lambda: pipe.of("refused"))
    assert pipe.of("refused") == [{
        "out": "refused", "id": accepted["ids"][0], "code": "not_allowed", "ref": 7,
        "why": "No right to this.",
    }]  # fmt: skip
    await pipe.end()
    assert pipe.out[-1] == {"out": "bye", "waiting": 1}


def test_that_every_command_stands_in_the_documentation() -> None:
    from pathlib import Path

    page = (Path(__file__).parents[2] / "docs" / "pipe.md").read_text("utf-8")
    missing = [name for name in COMMANDS if f"`{name}`" not in page]
    # Recorded by `open` and `publish_plan`, never said as such.
    assert sorted(missing) == ["opened"]


async def test_that_lines_out_are_written_whole_and_in_order() -> None:
    raw = io.BytesIO()
    out = OutLines(raw)
    for nth in range(1000):
        out.put({"n": nth, "text": "人\n群"})
    out.close()
    lines = [msgspec.json.decode(line) for line in raw.getvalue().splitlines()]
    assert [line["n"] for line in lines] == list(range(1000))
