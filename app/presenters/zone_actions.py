"""What can be done with a zone, a part of it, a post, an entrance, an assembly point; the words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models.siteplan import Assembly, Entrance
from app.models.zone_states import Evacuation
from app.models.zones import PartRow, PostRow, ZoneRow
from app.presenters.asking import Choice, Field, Question
from app.presenters.reader import QtReader

_tr = QCoreApplication.translate

PART, TAKE, LEAVE = "part:", "take:", "leave:"
"""What an action on a part of a zone or on a post begins with."""

GUARD = "guard_"
"""What the key of a field begins with that says who stands on a cordon; a number follows."""

FEWEST_GUARDS, FREE_PLACES = 3, 2
"""Fields for guards at least, and how many of them are free."""

Options = tuple[tuple[str, str], ...]


class Cordon(msgspec.Struct, frozen=True, kw_only=True):
    """`lines` are (key, name) of those drawn for a zone, `guards` keys of who stands on its own."""

    lines: Options
    line: str = ""
    guards: tuple[str, ...] = ()


def steps(row: ZoneRow) -> tuple[str, ...]:
    """The next steps of a zone, the likeliest first: part by part, then the whole."""
    cordon = () if row.cordoned_at else ("cordon",)
    first = tuple(PART + part.key for part in row.unconfirmed[:1])
    last = () if first else ("confirm",)
    match row.evacuation:
        case Evacuation.CLEAR:
            evacuation: tuple[str, ...] = ("evacuate",)
        case Evacuation.EVACUATING:
            evacuation = (*first, "empty") if first or not row.parts else ("confirm",)
        case Evacuation.EMPTY:
            evacuation = (*first, *last, "evacuate")
        case Evacuation.CONFIRMED:
            return ("release", "evacuate", *cordon)
        case _:
            assert_never(row.evacuation)
    is_clear = row.evacuation is Evacuation.CLEAR
    return cordon + evacuation if is_clear else evacuation + cordon


def step_word(action: str, row: ZoneRow, reader: QtReader) -> str:
    if action.startswith(PART):
        part = next(part for part in row.parts if part.key == action.removeprefix(PART))
        return _tr("Zones", "Confirm {part}…").format(part=reader.text(part.name))
    return {
        "cordon": _tr("Zones", "Cordon"),
        "evacuate": _tr("Zones", "Evacuate"),
        "empty": _tr("Zones", "Empty"),
        "confirm": _tr("Zones", "Confirm empty…"),
        "release": _tr("Zones", "Release…"),
    }[action]


def zone_choices(row: ZoneRow, reader: QtReader) -> tuple[Choice, ...]:
    keys = {each: key for key, each in zone_keys(row).items()}
    found = [
        Choice(action=step, text=step_word(step, row, reader), key=keys.get(step, ""))
        for step in steps(row)
    ]
    if row.evacuation is not Evacuation.CLEAR:
        later = [PART + part.key for part in row.unconfirmed]
        found += [
            Choice(action=step, text=step_word(step, row, reader))
            for step in later
            if step not in steps(row)
        ]
    if row.evacuation is not Evacuation.CLEAR:
        text = _tr("Zones", "People counted out…")
        found.append(Choice(action="out", text=text, key=keys["out"]))
    found.append(Choice(action="expected", text=_expected_word(row)))
    found += _cordon_choices(row)
    for post in row.posts:
        found += post_choices(post)
    return tuple(found)


def zone_keys(row: ZoneRow) -> dict[str, str]:
    """Keyboard key → action."""
    if row.evacuation is Evacuation.CLEAR:
        return {}
    keys = {"Y": "out"}
    if row.unconfirmed:
        keys["F"] = PART + row.unconfirmed[0].key
    return keys


def post_choices(post: PostRow) -> tuple[Choice, ...]:
    take = _tr("Zones", "Take post {post}…").format(post=post.key)
    taken = (Choice(action=TAKE + post.key, text=take),)
    if not post.name:
        return taken
    leave = _tr("Zones", "{name} left post {post}").format(name=post.name, post=post.key)
    return (Choice(action=LEAVE + post.key, text=leave), *taken)


def part_choices(part: PartRow) -> tuple[Choice, ...]:
    if part.confirmed_at:
        return ()
    return (Choice(action=PART + part.key, text=_tr("Zones", "Confirm empty…"), key="F"),)


def entrance_step(entrance: Entrance) -> tuple[str, str]:
    """(action, word): the other of open and shut."""
    if entrance.open:
        return "shut", _tr("Zones", "Shut")
    return "open", _tr("Zones", "Open")


# What has to be asked -----------------------------------------------------------------------------


def zone_question(
    row: ZoneRow, action: str, people: Options, me: str, cordon: Cordon, reader: QtReader
) -> Question | None:
    """`me` is the name of who sits here."""
    name = reader.text(row.name)
    match action:
        case "expected" | "out":
            return _count_question(row, action, name)
        case "line":
            return _line_question(row, name, people, cordon)
        case "lift":
            title = _tr("Zones", "Lift the cordon of {zone}? Whatever was evacuated stays so.")
            return Question(title=title.format(zone=name), do=_tr("Zones", "Lift the cordon"))
        case "release":
            title = _tr("Zones", "Release {zone}: cordon lifted, people may go back in?")
            return Question(title=title.format(zone=name), do=_tr("Zones", "Release"))
        case "confirm":
            return _by_question(name, people, me)
    if action.startswith(PART):
        part = next(part for part in row.parts if part.key == action.removeprefix(PART))
        return _by_question(f"{name}, {reader.text(part.name)}", people, me)
    return post_question(action, people)


def post_question(action: str, people: Options) -> Question | None:
    if not action.startswith(TAKE):
        return None
    who = Field(key="who", label=_tr("Zones", "Who"), options=people)
    title = _tr("Zones", "Who takes post {post}?").format(post=action.removeprefix(TAKE))
    return Question(title=title, do=_tr("Zones", "Take post"), fields=(who,))


def assembly_question(assembly: Assembly, reader: QtReader) -> Question:
    title = _tr("Zones", "How many stand at {point} now?")
    counted = "" if assembly.count is None else str(assembly.count)
    return Question(
        title=title.format(point=reader.text(assembly.name)),
        do=_tr("Zones", "Record the count"),
        fields=(Field(key="count", label=_tr("Zones", "People"), value=counted),),
    )


def _expected_word(row: ZoneRow) -> str:
    if row.evacuation is Evacuation.EVACUATING:
        return _tr("Zones", "How many are expected out…")
    return _tr("Zones", "Evacuate, so many expected…")


def _cordon_choices(row: ZoneRow) -> Sequence[Choice]:
    found = []
    if row.cordoned_at:
        found.append(Choice(action="line", text=_tr("Zones", "Line and guards of the cordon…")))
        found.append(Choice(action="lift", text=_tr("Zones", "Lift the cordon…")))
    else:
        found.append(Choice(action="line", text=_tr("Zones", "Cordon, with line and guards…")))
    if row.in_hand and row.evacuation is not Evacuation.CONFIRMED:
        found.append(Choice(action="release", text=_tr("Zones", "Release…")))
    return found


def _count_question(row: ZoneRow, action: str, name: str) -> Question:
    if action == "out":
        title, label = _tr("Zones", "{zone}: how many are out so far?"), _tr("Zones", "People out")
        do, value = _tr("Zones", "Record the count"), row.out
    else:
        title, label = _tr("Zones", "Evacuate {zone}"), _tr("Zones", "People expected out")
        do, value = _tr("Zones", "Evacuate"), row.expected
    counted = "" if value is None else str(value)
    field = Field(key="count", label=label, value=counted)
    return Question(title=title.format(zone=name), do=do, fields=(field,))


def _line_question(row: ZoneRow, name: str, people: Options, cordon: Cordon) -> Question:
    """As it is now, with room for more guards."""
    options = (("", _tr("Zones", "nobody")), *people)
    label, lines = _tr("Zones", "On the line"), cordon.lines
    stand = cordon.guards + ("",) * max(FREE_PLACES, FEWEST_GUARDS - len(cordon.guards))
    guards = [
        Field(key=f"{GUARD}{number}", label=label, options=options, value=guard)
        for number, guard in enumerate(stand, 1)
    ]
    line = Field(
        key="line", label=_tr("Zones", "Where it runs"), options=lines, free=True,
        value=cordon.line or (lines[0][0] if len(lines) == 1 else ""),
    )  # fmt: skip
    title = _tr("Zones", "Cordon of {zone}").format(zone=name)
    do = _tr("Zones", "Record it") if row.cordoned_at else _tr("Zones", "Cordon")
    return Question(title=title, do=do, fields=(line, *guards))


def _by_question(what: str, people: Options, me: str) -> Question:
    """Who looked need not be who writes it down."""
    known = {name: key for key, name in people}
    who = Field(key="by", label=_tr("Zones", "Who looked"), options=people, free=True,
                value=known.get(me, me))  # fmt: skip
    title = _tr("Zones", "{zone} is empty: who saw it?").format(zone=what)
    return Question(title=title, do=_tr("Zones", "Confirm empty"), fields=(who,))
