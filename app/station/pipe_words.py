"""What the pipe reads and writes: commands as JSON objects, entries and states as JSON objects."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Any, get_args

import msgspec

from app.models.command import Command, read_command
from app.models.entry import Entry
from app.models.facts import encode_fact
from app.models.levels import Level
from app.station.connection import Connection
from app.station.holding import Recorded
from app.station.pipe_lines import MOST_BYTES, InLine

_Moment = Annotated[datetime, msgspec.Meta(tz=True)]
_OWN = ("do", "ref", "incident", "at", "fields")


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One line that was understood. `command` is None for a question about what is held."""

    do: str
    ref: Any = None
    incident: str | None = None
    at: datetime | None = None
    command: Command | None = None


class NotUnderstood(ValueError):  # noqa: N818  reads as what is so
    """Why a line means nothing; `ref` is its reference if that much could be read."""

    def __init__(self, why: str, ref: Any = None) -> None:
        super().__init__(why)
        self.ref = ref


QUESTIONS = ("state", "incidents", "ping", "quit")
COMMANDS = {
    str(kind.__struct_config__.tag): kind
    for kind in get_args(Command)
    if issubclass(kind, msgspec.Struct)
}


def read_line(line: InLine) -> Asked:
    """Raises `NotUnderstood`."""
    if line.text is None:
        raise NotUnderstood(f"it has {line.length:,} bytes; the most is {MOST_BYTES:,}")
    try:
        read = msgspec.json.decode(line.text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotUnderstood(f"not JSON: {error}") from error
    if not isinstance(read, dict):
        raise NotUnderstood('not a JSON object such as {"do": "ping"}')
    ref = read.get("ref")
    try:
        return _read(read)
    except (msgspec.ValidationError, NotUnderstood) as error:
        raise NotUnderstood(str(error), ref) from error


def _read(line: dict[str, Any]) -> Asked:
    do = line.get("do")
    if do in QUESTIONS:
        return Asked(do=do, ref=line.get("ref"), incident=_name(line))
    if not isinstance(do, str) or do not in COMMANDS:
        raise NotUnderstood(f'there is no command "{do}"; docs/pipe.md lists them')
    fields = line.get("fields")
    if fields is None:
        fields = {key: value for key, value in line.items() if key not in _OWN}
    if not isinstance(fields, dict):
        raise NotUnderstood('"fields" is not an object')
    at = None if line.get("at") is None else msgspec.convert(line["at"], _Moment)
    command = _command(do, fields)
    return Asked(do=do, ref=line.get("ref"), incident=_name(line), at=at, command=command)


def _name(line: dict[str, Any]) -> str | None:
    name = line.get("incident")
    if name is not None and not isinstance(name, str):
        raise NotUnderstood('"incident" is not a text: give its number or its stream')
    return name


def _command(do: str, fields: dict[str, Any]) -> Command:
    known = COMMANDS[do].__struct_encode_fields__
    for name in fields:
        if name not in known:
            raise NotUnderstood(f'"{do}" has no field "{name}"; it has: {", ".join(known)}')
    level = fields.get("level")
    if isinstance(level, str) and level in Level.__members__:
        fields = {**fields, "level": Level[level].value}
    if "fact" in fields:
        fields = {**fields, "fact": msgspec.Raw(msgspec.json.encode(fields["fact"]))}
    return read_command({**fields, "kind": do})


def entry_line(entry: Entry, recorded: Recorded | None, now: datetime) -> dict[str, Any]:
    """`ms` is the time from its commit to here."""
    line: dict[str, Any] = {
        "out": "entry", "stream": entry.stream, "id": entry.id, "kind": entry.kind,
        "at": entry.at, "author": entry.author, "station": entry.station,
        "fact": msgspec.Raw(encode_fact(entry.fact).encode()),
    }  # fmt: skip
    if recorded:
        taken = (now - recorded.at) / timedelta(milliseconds=1)
        line |= {"seq": recorded.seq, "recorded_at": recorded.at, "ms": round(taken, 1)}
    return line


def connection_line(connection: Connection) -> dict[str, Any]:
    """Without what changes with every heartbeat."""
    line: dict[str, Any] = {
        "out": "connection", "state": connection.state.value, "since": connection.since,
        "refused": len(connection.refused),
        "stations": [other.name for other in connection.stations],
        "breaks": [
            {"stream": each.stream, "seq": each.seq, "flaw": each.flaw.value}
            for each in connection.breaks
        ],
        "notices": [notice.english() for notice in connection.local],
    }  # fmt: skip
    if connection.trouble or not connection.is_up:  # while all is well it changes all the time
        line["waiting"] = connection.waiting
    if connection.trouble:
        line["trouble"] = connection.trouble.english()
    if connection.set_back:
        line["set_back"] = connection.set_back
    if connection.clock_jump:
        line["clock_jump_s"] = connection.clock_jump.by / timedelta(seconds=1)
    return line
