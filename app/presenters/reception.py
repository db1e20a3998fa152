"""Receptions as shown: the visitors' matter, who is heard, and what is owed to them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models.follow_ups import FollowUpRow, follow_ups
from app.models.reception import ReceptionRow, receptions, rules_of
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Question
from app.presenters.follow_up_asking import FollowUpActing, Found
from app.presenters.part import Answered, Scene
from app.presenters.reception_asking import ASKS, ask_begin, ask_contact, ask_erase
from app.presenters.reception_doing import ReceptionDoing
from app.presenters.reception_rows import Sort, Target, Telling, law_row, reception_rows
from app.presenters.rows import Row, RowModel

_tr = QCoreApplication.translate

BEGIN = "begin"
_OF_REPRESENTATIVE = ("show", "contact", "left", "erase")


class ReceptionProps(msgspec.Struct, frozen=True, kw_only=True):
    """`can_begin`: the incident goes on."""

    told: str = ""
    empty: str = ""
    can_begin: bool = False


class _Owed(FollowUpActing):
    """The dates and promises among the rows, by the keys of their follow-ups."""

    rows: Mapping[str, FollowUpRow] = {}

    def refresh(self) -> None:
        """Its rows are set by whoever has it."""

    def find(self, key: str) -> Found | None:
        row = self.rows.get(key)
        return (self.scene, row) if row else None


class ReceptionPresenter(Acting):
    """What is done with a row is done with its reception."""

    cells = ("reception", "contact", "follow_up", "course")
    may_sleep = True
    keys: ClassVar[Mapping[str, str]] = {
        "R": "representative", "A": "answer", "P": "promise", "H": "amend", "X": "end",
        "S": "show", "W": "contact", "U": "left", "Del": "erase",
    }  # fmt: skip

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.model = RowModel(scene.now, self)
        self.props = ReceptionProps()
        self._owed = _Owed(scene, self)
        self._targets: dict[str, Target] = {}
        self._doing = ReceptionDoing(scene, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        incident, plan = self.scene.incident, self.scene.plan
        found = receptions(incident, plan)
        self._owed.rows = {row.key: row for row in follow_ups(incident, plan)}
        rows = self._rows(found)
        self._targets = {target.key: target for target, _ in rows}
        self.model.set_rows([row for _, row in rows])
        props = ReceptionProps(
            told=_told(found), empty="" if rows else self._empty(), can_begin=incident.is_open
        )
        if props != self.props:
            self.props = props
            self.changed.emit()

    def tick(self, now: datetime) -> None:
        self.model.tick(now)

    def _rows(self, found: list[ReceptionRow]) -> list[tuple[Target, Row]]:
        """Those going on first, then the newest; law and policy below."""
        scene = self.scene
        telling = Telling(
            reader=scene.reader, now=scene.now, owed=self._owed.rows, shown=self._doing.shown
        )
        ordered = sorted(found, key=lambda row: (row.ended_at is not None, -row.number))
        notes = (scene.reader.text(note) for note in rules_of(scene.plan).notes)
        return [
            *(pair for row in ordered for pair in reception_rows(row, telling)),
            *(law_row(number, note) for number, note in enumerate(notes)),
        ]

    def _empty(self) -> str:
        if not self.scene.incident.is_open:
            return _tr("Reception", "Nobody was received.")
        return _tr("Reception", "Nobody is received yet. Shift+J begins a reception.")

    # What a person can ask for ---------------------------------------------------------------

    def _actions(self, target: Target) -> tuple[str, ...]:
        """What can be done about a row, besides what its follow-up allows."""
        who, row = target.representative, target.reception
        going_on = row is not None and row.ended_at is None and self.scene.incident.is_open
        found = tuple(ASKS) if going_on else ()
        if who is None:
            return found
        kept, known = who.kept(self.scene.now), self._doing.is_looked_up(who.contact)
        allowed = {
            "show": kept, "erase": kept, "left": going_on and who.left_at is None,
            "contact": (kept and known) or (going_on and not who.contact),
        }  # fmt: skip
        return (*(each for each in _OF_REPRESENTATIVE if allowed[each]), *found)

    def keys_of(self, key: str) -> Mapping[str, str]:
        target = self._targets.get(key)
        if target is None:
            return {}
        allowed = self._actions(target)
        own = {k: does for k, does in self.keys.items() if does in allowed}
        return {**self._owed.keys_of(target.of), **own} if target.sort is Sort.OWED else own

    def choices(self, key: str) -> tuple[Choice, ...]:
        target = self._targets.get(key)
        if target is None:
            return ()
        shown = target.representative and target.representative.contact in self._doing.shown
        words = {
            "representative": _tr("Reception", "Receive a representative…"),
            "answer": _tr("Reception", "Answer…"),
            "promise": _tr("Reception", "Promise…"),
            "amend": _tr("Reception", "Matter, how many, unit…"),
            "end": _tr("Reception", "End the reception…"),
            "show": _tr("Reception", "Hide") if shown else _tr("Reception", "Show"),
            "contact": _tr("Reception", "Name and contact…"),
            "left": _tr("Reception", "Has left"),
            "erase": _tr("Reception", "Erase name and contact…"),
        }
        own = tuple(self._choice(action, words[action]) for action in self._actions(target))
        return (*self._owed.choices(target.of), *own) if target.sort is Sort.OWED else own

    def question(self, key: str, action: str) -> Question | None:
        if action == BEGIN:
            return ask_begin(self.scene)
        target = self._targets.get(key)
        row = target.reception if target else None
        if target is None or row is None:
            return None
        who = target.representative
        if action in ASKS:
            return ASKS[action](self.scene, row)
        if who is None:
            return self._owed.question(target.of, action)
        match action:
            case "contact":
                return ask_contact(self.scene, row, who, self._doing.shown.get(who.contact))
            case "erase":
                return ask_erase(who)
            case _:
                return None

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        given = {name: text.strip() for name, text in answers.items()}
        target = self._targets.get(key)
        if action == BEGIN:
            self._doing.begin(given, then)
        elif target is None or target.reception is None:
            return
        elif action in ASKS:
            self._doing.about(target.reception, action, given, then)
        elif target.representative is not None:
            who = target.representative
            self._doing.about_representative(target.reception, who, action, given, then)
        else:
            self._owed.act(target.of, action, answers, then)

    def hide_contacts(self) -> None:
        """Nobody looks at this page any more."""
        self._doing.hide_all()


def _told(found: list[ReceptionRow]) -> str:
    going_on = sum(row.ended_at is None for row in found)
    told = _tr("Reception", "{going_on} going on, {all} in all")
    return told.format(going_on=going_on, all=len(found)) if found else ""
