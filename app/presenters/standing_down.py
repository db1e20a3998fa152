"""Lowering the level: whom each lower level frees, and who of them is stood down."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from app.models.call_outs import CallOut
from app.models.command import Refusal
from app.models.escalation import freed_by, may_stand_down
from app.models.levels import Level
from app.models.refusals import refuse
from app.models.text import listed
from app.presenters.asking import Field
from app.presenters.part import Scene

_tr = QCoreApplication.translate

FIELD = "stand_down"
NOBODY, AWAITED, ALL = "nobody", "awaited", "all"
"""Whom to stand down."""
NAMED = 8
"""Of those called for higher levels."""


def told(scene: Scene) -> str:
    """Who was called for higher levels only, so that lowering need not be done blindly."""
    freed = _freed(scene)
    above = _tr("Course", "Called above {level}: {names}")
    if len(freed) == 1:
        above = _tr("Course", "Called for the higher level: {names}")
    return "  •  ".join(
        above.format(level=level.numeral, names=_named(scene, each))
        for level, each in freed.items()
    )


def ask(scene: Scene) -> Field | None:
    """Several may be typed, by name. None at the lowest level, or with nobody there."""
    can, by_level = may_stand_down(scene.incident), list(_freed(scene).values())
    if not can or scene.incident.leveling.level is min(Level):
        return None
    freed = by_level[-1] if by_level else []
    others = [each for each in can if each not in freed]
    options = [(NOBODY, _tr("Course", "nobody"))]
    options += _several(freed) if len(by_level) == 1 else _relative(freed)
    options += [(each.who, _name(scene, each)) for each in (*freed, *others)]
    label = _tr("Course", "If lower, stand down")
    return Field(key=FIELD, label=label, value=NOBODY, options=tuple(options), free=True)


def ask_all_awaited(scene: Scene) -> Field | None:
    """A box, ticked: who is still awaited, also for a role that nobody fills, is stood down."""
    awaited = [each for each in scene.incident.call_outs.values() if each.state.is_awaited]
    if not awaited:
        return None
    words = _tr("Course", "stand down: {names}").format(names=_named(scene, awaited, most=3))
    label = _tr("Course", "Still awaited")
    return Field(key=FIELD, label=label, many=True, options=((ALL, words),), value=ALL)


def chosen(scene: Scene, level: Level, answer: str) -> tuple[str, ...] | Refusal:
    """An option of the question, or names with commas between them; their keys."""
    freed = freed_by(scene.incident, scene.plan, level)
    match answer.strip():
        case "" | "nobody":
            return ()
        case "awaited":
            return tuple(each.who for each in freed if each.state.is_awaited)
        case "all":
            return tuple(each.who for each in freed)
        case who if who in scene.incident.call_outs:
            return (who,)
        case names:
            return _by_name(scene, names)


def _freed(scene: Scene) -> dict[Level, list[CallOut]]:
    """Whom each lower level would free, the nearest first; without those that free the same."""
    found: dict[Level, list[CallOut]] = {}
    now = scene.incident.leveling.level
    for level in sorted((level for level in Level if level < now), reverse=True):
        freed = freed_by(scene.incident, scene.plan, level)
        if freed and freed not in found.values():
            found[level] = freed
    return found


def _several(freed: list[CallOut]) -> list[tuple[str, str]]:
    """To stand down at once, with how many that are."""
    found = []
    awaited = sum(each.state.is_awaited for each in freed)
    if awaited:
        words = _tr("Course", "of those called for it, who is not here yet ({count})")
        found.append((AWAITED, words.format(count=awaited)))
    words = _tr("Course", "all called for it ({count})")
    return [*found, (ALL, words.format(count=len(freed)))]


def _relative(freed: list[CallOut]) -> list[tuple[str, str]]:
    """Where that depends on the level chosen."""
    found = []
    if any(each.state.is_awaited for each in freed):
        words = _tr("Course", "of those called above the new level, who is not here yet")
        found.append((AWAITED, words))
    if freed:
        found.append((ALL, _tr("Course", "all called above the new level")))
    return found


def _by_name(scene: Scene, names: str) -> tuple[str, ...] | Refusal:
    known = {_name(scene, each).casefold(): each.who for each in may_stand_down(scene.incident)}
    found = []
    for name in re.split("[,，、;；]", names):
        who = known.get(name.strip().casefold())
        if who is None:
            return refuse("unknown_person", who=name.strip())
        found.append(who)
    return tuple(found)


def _named(scene: Scene, freed: list[CallOut], most: int = NAMED) -> str:
    """So many are named; the others are counted."""
    names = [_name(scene, each) for each in freed]
    words = scene.reader.text(listed(names[:most]))
    if len(names) > most:
        words = _tr("Course", "{names} and {count} more").format(
            names=words, count=len(names) - most
        )
    return words


def _name(scene: Scene, call_out: CallOut) -> str:
    return scene.reader.word(scene.names.person(call_out.who))
