"""Importing staff from a table: read beside the rest, shown, recorded when one says so."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.models.plan import Plan
from app.models.problem import Problem, Reading
from app.models.site import Person
from app.models.text import Phrase, by_number
from app.presenters.asking import Question
from app.presenters.bridge import Bridge
from app.presenters.part import Answered
from app.presenters.reader import QtReader
from app.presenters.words import listing

if TYPE_CHECKING:
    from app.models.people_file import PeopleChange

_tr = QCoreApplication.translate

SHOWN = 8
"""Of the names, and of the problems; how many more there are is said."""

Found: TypeAlias = "Reading[PeopleChange] | Phrase"
"""What the file says, or why it is no table."""


class StaffImport(QObject):
    """Nothing is recorded before `record`; another file, or `cancel`, lets go of the one before."""

    changed = Signal()
    """`busy` is another."""
    found = Signal()
    """The file is read: `question` says what of it."""

    def __init__(self, bridge: Bridge, reader: QtReader) -> None:
        super().__init__()
        self._bridge, self._reader = bridge, reader
        self.busy = ""
        """What is being read; empty: nothing."""
        self._name = ""
        self._found: Found | None = None
        self._turn = 0

    def read(self, path: Path) -> None:
        self._turn += 1
        self._name, self._found = path.name, None
        self._set_busy(_tr("Staff", "Reading {file}").format(file=path.name))
        self._bridge.run(self._read(path, self._turn))

    def cancel(self) -> None:
        self._turn += 1
        self._set_busy("")

    def question(self) -> Question | None:
        found = self._found
        if found is None:
            return None
        if isinstance(found, Phrase):
            return self._cannot(found.render(self._reader))
        if found.value is None:
            return self._cannot(self._told(found.problems))
        return self._what_changes(found.value)

    @property
    def is_usable(self) -> bool:
        """Whether there is something to record; else another file is wanted."""
        found = self._found
        return isinstance(found, Reading) and bool(found.value and not found.value.is_nothing)

    def record(self, then: Answered | None = None) -> None:
        if isinstance(self._found, Reading) and self._found.value:
            self._bridge.ask(None, self._found.value.set_people, then=then)

    async def _read(self, path: Path, turn: int) -> None:
        site, now = self._bridge.station.site, self._bridge.now()
        found = await asyncio.to_thread(_find, path, site.people, site.plans.values(), now)
        if turn == self._turn:
            self._found = found
            self._set_busy("")
            self.found.emit()

    def _set_busy(self, words: str) -> None:
        if words != self.busy:
            self.busy = words
            self.changed.emit()

    def _cannot(self, why: str) -> Question:
        title = _tr("Staff", "{file} cannot be imported").format(file=self._name)
        nothing = _tr("Staff", "Nothing was changed.")
        return Question(title=title, note=f"{why}\n{nothing}", do=_tr("Staff", "Choose again"))

    def _told(self, problems: Sequence[Problem]) -> str:
        row, more = _tr("Staff", "Row {row}: {what}"), _tr("Staff", "… and {count} more.")
        lines = [
            row.format(row=each.line, what=each.message.render(self._reader))
            for each in problems[:SHOWN]
        ]
        left = len(problems) - SHOWN
        return "\n".join([*lines, more.format(count=left)] if left > 0 else lines)

    def _what_changes(self, change: PeopleChange) -> Question:
        """With names, so that a wrong file is seen before it is recorded."""
        if change.is_nothing:
            return self._cannot(_tr("Staff", "Nothing in it is new."))
        set_people = change.set_people
        on, off = len(set_people.on_duty), len(set_people.off_duty)
        told = (
            (len(change.added), _tr("Staff", "New: {names}."), change.added),
            (len(change.changed), _tr("Staff", "Changed: {names}."), change.changed),
            (
                on,
                by_number(
                    on, _tr("Staff", "{count} goes on duty."), _tr("Staff", "{count} go on duty.")
                ),
                (),
            ),
            (
                off,
                by_number(
                    off,
                    _tr("Staff", "{count} goes off duty."),
                    _tr("Staff", "{count} go off duty."),
                ),
                (),
            ),
            (
                change.same,
                by_number(
                    change.same,
                    _tr("Staff", "{count} stays as they are."),
                    _tr("Staff", "{count} stay as they are."),
                ),
                (),
            ),
        )
        stay = _tr("Staff", "Who is not in the file stays too.")
        note = [
            words.format(count=count, names=_some(names)) for count, words, names in told if count
        ]
        title = by_number(
            len(set_people.people),
            _tr("Staff", "Import {count} person from {file}?"),
            _tr("Staff", "Import {count} people from {file}?"),
        )
        return Question(
            title=title.format(count=len(set_people.people), file=self._name),
            note=" ".join([*note, stay]), do=_tr("Staff", "Import"),
        )  # fmt: skip


def _find(path: Path, people: Mapping[str, Person], plans: Iterable[Plan], now: datetime) -> Found:
    from app.models.people_file import read_people  # seldom needed, and slow to import
    from app.store.sheet import NotASheetError, read_sheet

    try:
        return read_people(read_sheet(path), people, plans, file=path.name, now=now)
    except NotASheetError as error:
        return error.why


def _some(names: Sequence[str]) -> str:
    if len(names) <= SHOWN:
        return listing(names)
    more = _tr("Staff", "{names} and {count} more")
    return more.format(names=listing(names[:SHOWN]), count=len(names) - SHOWN)
