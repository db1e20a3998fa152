"""The call list as shown: who to phone next, under which number, what to say, what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.call_list import TARGET, CallKind, CallLine, call_list
from app.models.message_failures import failure_words
from app.models.zones import place_words
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.gap_rows import duty_word, within_word
from app.presenters.part import Answered, Scene
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.roster import RosterPresenter
from app.presenters.rows import Row, RowModel
from app.presenters.words import level_word, with_note

_tr = QCoreApplication.translate


class CallListProps(msgspec.Struct, frozen=True, kw_only=True):
    to_reach: str = ""
    empty: str = ""


class CallSheet(msgspec.Struct, frozen=True, kw_only=True):
    """What one has before one's eyes while the phone rings; empty where nobody is to be phoned."""

    who: str = ""
    phone: str = ""
    say: str = ""


def derive_line(line: CallLine, reader: QtReader) -> Row:
    who = who_word(line, reader)
    chip = _chip(line)
    return Row(
        key=line.key,
        title=f"{who}   {phone_word(line)}",
        bold=len(who),
        subtitle=" • ".join(part for part in _said(line, reader) if part),
        chip=chip,
        chip_severity=Severity.SOON if chip else Severity.PLAIN,
        start=line.called_at,
        due=line.due,
        action=_ACTIONS[line.kind],
        action_text=_words()[_ACTIONS[line.kind]],
    )


_ACTIONS = {
    CallKind.CALL_OUT: "arrived",
    CallKind.STAND_IN: "call",
    CallKind.NOTIFICATION: "told",
    CallKind.MESSAGE: "told",
}


def who_word(line: CallLine, reader: QtReader) -> str:
    who = reader.text(line.who)
    return with_note(who, line.name if line.name != who else "")


def phone_word(line: CallLine) -> str:
    return line.phone or _tr("CallList", "no number")


def _chip(line: CallLine) -> str:
    if line.kind is CallKind.STAND_IN:
        return _tr("CallList", "next")
    if line.tries > 1:
        return _tr("CallList", "no answer ×{tries}").format(tries=line.tries)
    if line.tries:
        return _tr("CallList", "no answer")
    return _tr("CallList", "message failed") if line.failed else ""


def _said(line: CallLine, reader: QtReader) -> tuple[str, ...]:
    role = reader.text(line.role)
    tried = ""
    if line.tried_at and line.tries:
        tried = _tr("CallList", "tried {time}").format(time=reader.time(line.tried_at))
    failed = reader.word(failure_words(line.failed)) if line.failed else ""
    if line.kind is CallKind.NOTIFICATION:
        return (tried, failed, _tr("CallList", "to be told by {by}").format(by=role))
    if line.kind is CallKind.MESSAGE:
        return (tried, failed, _tr("CallList", "message sent by {by}").format(by=role))
    duty = duty_word(on_duty=line.on_duty)
    gap = line.gap
    if gap is not None and gap.instead_of is not None:
        lost = gap.instead_of.name or role
        return (_tr("CallList", "instead of {name}").format(name=lost), role, duty)
    return (tried, role, duty)


class CallListPresenter(Acting):
    """What can be said of someone called out is the roster's; of someone told, one's own."""

    cells = (
        "call_out", "notification", "message", "level", "course", "detail", "phase", "sign",
        "people",
    )  # fmt: skip
    may_sleep = True
    keys: ClassVar[Mapping[str, str]] = {
        "K": "acknowledged", "W": "on_the_way", "X": "no_answer", "U": "excused", "A": "arrived",
        "G": "call",
    }  # fmt: skip
    _OF_TOLD: ClassVar[Mapping[str, str]] = {"A": "told", "W": "said", "X": "not_reached"}

    def __init__(self, scene: Scene, roster: RosterPresenter) -> None:
        super().__init__(scene)
        self._roster = roster
        self._lines: dict[str, CallLine] = {}
        self.model = RowModel(scene.now, self)
        self.props = CallListProps()
        self.refresh()

    def refresh(self) -> None:
        scene = self.scene
        lines = call_list(scene.incident, scene.plan, scene.site)
        self._lines = {line.key: line for line in lines}
        self.model.set_rows([derive_line(line, scene.reader) for line in lines])
        left = _tr("CallList", "{count} to reach").format(count=len(lines))
        self.props = CallListProps(
            to_reach=left if lines else "",
            empty="" if lines else _tr("CallList", "Everyone called has been reached."),
        )
        # Always: the level or the place may change what is to be said, though no row changes.
        self.changed.emit()

    def tick(self, now: datetime) -> None:
        self.model.tick(now)

    def sheet(self, key: str) -> CallSheet:
        """For the row of this key, or for the first if there is none."""
        line = self._lines.get(key) or next(iter(self._lines.values()), None)
        if line is None:
            return CallSheet()
        reader = self.scene.reader
        return CallSheet(
            who=who_word(line, reader), phone=phone_word(line), say=self._what_to_say(line)
        )

    def _what_to_say(self, line: CallLine) -> str:
        scene, reader = self.scene, self.scene.reader
        detail, level = scene.incident.detail, scene.incident.leveling.level
        place = place_words(scene.plan, scene.site, detail.place)
        told = _tr("CallList", "{title}, {place}, level {level} {word}.").format(
            title=detail.title, place=reader.text(place), level=level.numeral,
            word=level_word(level),
        )  # fmt: skip
        if scene.incident.course.drill:
            told = _tr("CallList", "This is a drill. {told}").format(told=told)
        return f"{told} {self._what_is_wanted(line, reader)}"

    def _what_is_wanted(self, line: CallLine, reader: QtReader) -> str:
        role = reader.text(line.role)
        if line.kind in (CallKind.NOTIFICATION, CallKind.MESSAGE):
            return reader.text(line.what) if line.what else _tr("CallList", "For your information.")
        if line.gap is not None and line.gap.within is not None:
            come = _tr("CallList", "Come as {role}: {within}.")
            return come.format(role=role, within=within_word(line.gap.within))
        come = _tr("CallList", "Come as {role}, by {time}.")
        return come.format(role=role, time=reader.time(line.due) if line.due else "")

    # What a person can ask for ---------------------------------------------------------------

    def keys_of(self, key: str) -> Mapping[str, str]:
        return self._OF_TOLD if key.startswith(TARGET) else self.keys

    def choices(self, key: str) -> tuple[Choice, ...]:
        words = _words()
        if key.startswith(TARGET):
            return tuple(Choice(action=a, text=words[a], key=k) for k, a in self._OF_TOLD.items())
        line = self._lines.get(key)
        if line is None:
            return ()
        if line.kind is CallKind.STAND_IN:
            return (self._choice("call", words["call"]),)
        return tuple(self._choice(a, words[a]) for a in self.keys.values() if a != "call")

    def question(self, key: str, action: str) -> Question | None:
        if not key.startswith(TARGET):
            return self._roster.question(key, action)
        if action != "said":
            return None
        line = self._lines.get(key)
        title = _tr("CallList", "{who} was told")
        return Question(
            title=title.format(who=who_word(line, self.scene.reader) if line else key),
            do=_tr("CallList", "Told"),
            fields=(Field(key="said", label=_tr("CallList", "What was said")),),
        )

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        if not key.startswith(TARGET):
            self._roster.act(key, action, answers, then)
            return
        line = self._lines.get(key)
        self.scene.ask(
            f.Notified(
                target=key.removeprefix(TARGET), told=action != "not_reached",
                said=answers.get("said", "").strip(), name=line.name if line else "",
            ),
            then,
        )  # fmt: skip


def _words() -> dict[str, str]:
    return {
        "arrived": _tr("CallList", "Arrived"),
        "acknowledged": _tr("CallList", "Acknowledged"),
        "on_the_way": _tr("CallList", "On the way…"),
        "no_answer": _tr("CallList", "No answer"),
        "excused": _tr("CallList", "Excused…"),
        "call": _tr("CallList", "Call"),
        "told": _tr("CallList", "Told"),
        "said": _tr("CallList", "Told, what was said…"),
        "not_reached": _tr("CallList", "Not reached"),
    }
