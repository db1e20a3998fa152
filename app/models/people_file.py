"""People files: a table of staff, one in each row, as offices keep them in CSV or Excel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

import msgspec

from app.models import facts as f
from app.models.command import SetPeople
from app.models.people_columns import Column, find_columns, problem, yes_or_no
from app.models.plan import Plan
from app.models.problem import Problem, Reading, nearest, say
from app.models.site import Person
from app.models.text import QT_TRANSLATE_NOOP, Text, Word

Row: TypeAlias = tuple[int, tuple[str, ...]]
"""Its number as the program that wrote the table counts them, and its cells as text."""

_BETWEEN = re.compile(r"\s*[;；、,，/]\s*")


class PeopleChange(msgspec.Struct, frozen=True, kw_only=True):
    """What importing a file would change: names of people, in the order of the file.

    `same` are as they should be already; `set_people` records the rest.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    same: int
    set_people: SetPeople

    @property
    def is_nothing(self) -> bool:
        return self.set_people == SetPeople()


def read_people(
    rows: Iterable[Row], people: Mapping[str, Person], plans: Iterable[Plan], *, file: str,
    now: datetime,
) -> Reading[PeopleChange]:  # fmt: skip
    """What the table says that the site's people and plans do not yet, or all that is wrong.

    The first row that is not empty names the columns, in any order, in English or Chinese. Who
    has a badge is known by it, else by the name. An empty cell, and a column that is not there,
    leave what is known; who is not in the table stays. Keys of new people are made from `now`.
    """
    filled = [row for row in rows if any(cell.strip() for cell in row[1])]
    if not filled:
        return Reading(value=None, problems=(problem(file, 1, _EMPTY),))
    (line, titles), *rest = filled
    columns, problems = find_columns(titles, file, line)
    if not problems and not rest:
        problems = (problem(file, line, _NOBODY),)
    if problems:
        return Reading(value=None, problems=problems)
    table = _Table(_Known(people), _Words(plans), file, now, columns)
    for number, cells in rest:
        table.take(number, cells)
    return table.reading()


def people_table(people: Mapping[str, Person]) -> Iterator[tuple[str, ...]]:
    """Staff by name, below the titles: what `read_people` reads again."""
    yield tuple(column.title.en for column in Column)
    for person in sorted(people.values(), key=lambda each: (each.name.casefold(), each.key)):
        yield (
            person.name, "; ".join(person.roles), person.group, person.badge, person.phone,
            "yes" if person.on_duty else "no",
        )  # fmt: skip


class _Table:
    """Takes one row after the other, and remembers whom it was about."""

    def __init__(
        self, known: _Known, words: _Words, file: str, now: datetime,
        columns: Mapping[Column, int],
    ) -> None:  # fmt: skip
        self._known, self._words = known, words
        self._file, self._now, self._columns = file, now, columns
        self._problems: list[Problem] = []
        self._seen: dict[str, int] = {}
        """The row of each person, by key."""
        self._set: list[tuple[Person | None, f.PersonSet]] = []
        self._on: list[str] = []
        self._off: list[str] = []

    def take(self, line: int, cells: tuple[str, ...]) -> None:
        name, badge = self._cell(cells, Column.NAME), self._cell(cells, Column.BADGE)
        if not name:
            self._fault(line, Column.NAME, _NAMELESS)
            return
        person = self._person(line, name, badge)
        roles = self._roles(line, self._cell(cells, Column.ROLES))
        group = self._group(line, self._cell(cells, Column.GROUP), roles)
        was = person or Person(key=f"p{self._now:%Y%m%d%H%M%S%f}x{line}")
        if was.key in self._seen:
            self._fault(line, Column.NAME, _AGAIN, row=self._seen[was.key])
            return
        self._seen[was.key] = line
        self._set.append((person, f.PersonSet(
            person=was.key, name=name, group=group or was.group, roles=roles or was.roles,
            badge=badge or was.badge, phone=self._cell(cells, Column.PHONE) or was.phone,
        )))  # fmt: skip
        self._take_duty(line, was, self._cell(cells, Column.DUTY))

    def reading(self) -> Reading[PeopleChange]:
        self._check_badges()
        if self._problems:
            in_order = sorted(self._problems, key=lambda each: (each.line, each.column))
            return Reading(value=None, problems=tuple(in_order))
        new = [wanted for person, wanted in self._set if person is None]
        other = [wanted for person, wanted in self._set if person and not _is_so(person, wanted)]
        return Reading(value=PeopleChange(
            added=tuple(each.name for each in new), changed=tuple(each.name for each in other),
            same=len(self._set) - len(new) - len(other),
            set_people=SetPeople(
                people=(*new, *other), on_duty=tuple(self._on), off_duty=tuple(self._off)
            ),
        ))  # fmt: skip

    def _cell(self, cells: Sequence[str], column: Column) -> str:
        at = self._columns.get(column)
        return " ".join(cells[at].split()) if at is not None and at < len(cells) else ""

    def _person(self, line: int, name: str, badge: str) -> Person | None:
        """Two people may have one name: who has a badge is never taken for who has another."""
        if badge in self._known.badges:
            return self._known.badges[badge]
        called = self._known.names.get(name.casefold(), ())
        fit = [each for each in called if not (badge and each.badge)]
        if len(fit) > 1:
            self._fault(line, Column.NAME, _NAMESAKES, name=name, count=len(fit))
        return fit[0] if fit else None

    def _roles(self, line: int, written: str) -> tuple[str, ...]:
        """All that are called so, in the order of the cell."""
        found: dict[str, None] = {}
        for word in filter(None, _BETWEEN.split(written)):
            keys = self._words.roles.get(word.casefold(), ())
            if not keys:
                self._unknown(line, Column.ROLES, _NO_ROLE, word, self._words.roles)
            found.update(dict.fromkeys(keys))
        return tuple(found)

    def _group(self, line: int, written: str, roles: Sequence[str]) -> str:
        """That of the first role, where none is written."""
        if not written:
            return self._words.group_of.get(roles[0], "") if roles else ""
        keys = self._words.groups.get(written.casefold(), ())
        if not keys:
            self._unknown(line, Column.GROUP, _NO_GROUP, written, self._words.groups)
        return next(iter(keys), "")

    def _take_duty(self, line: int, was: Person, written: str) -> None:
        duty = yes_or_no(written) if written else was.on_duty
        if duty is None:
            self._fault(line, Column.DUTY, _NEITHER, word=written)
        elif duty is not was.on_duty:
            (self._on if duty else self._off).append(was.key)

    def _check_badges(self) -> None:
        """Each is of one person afterwards: in the file, and among those who are not in it."""
        rows: dict[str, int] = {}
        for _, wanted in self._set:
            badge, line = wanted.badge, self._seen[wanted.person]
            if badge and badge in rows:
                self._fault(line, Column.BADGE, _SAME_BADGE, badge=badge, row=rows[badge])
            elif (holder := self._known.badges.get(badge)) and holder.key not in self._seen:
                self._fault(line, Column.BADGE, _TAKEN, badge=badge, name=holder.name)
            rows.setdefault(badge, line)

    def _unknown(
        self, line: int, column: Column, words: str, word: str, known: Iterable[str]
    ) -> None:
        meant = nearest(word, known)
        perhaps = say(_PERHAPS, meant=meant) if meant else ""
        self._fault(line, column, words, word=word, perhaps=perhaps)

    def _fault(self, line: int, column: Column, words: str, **args: Word) -> None:
        at = self._columns.get(column, -1)
        self._problems.append(problem(self._file, line, words, at, field=column.title.en, **args))


class _Known:
    """The staff there is, by badge and by name."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        self.badges: dict[str, Person] = {}
        self.names: dict[str, list[Person]] = {}
        for person in people.values():
            if person.badge:
                self.badges[person.badge] = person
            self.names.setdefault(person.name.casefold(), []).append(person)


class _Words:
    """The roles and groups of all plans, by key and by their words in either language."""

    def __init__(self, plans: Iterable[Plan]) -> None:
        self.roles: dict[str, dict[str, None]] = {}
        self.groups: dict[str, dict[str, None]] = {}
        self.group_of: dict[str, str] = {}
        for plan in plans:
            for role in plan.roles:
                self.group_of.setdefault(role.key, role.group)
                _learn(self.roles, role.key, role.name)
            for group in plan.groups:
                _learn(self.groups, group.key, group.name)


def _learn(known: dict[str, dict[str, None]], key: str, name: Text) -> None:
    for word in (key, name.en, name.zh):
        known.setdefault(word.casefold(), {})[key] = None


def _is_so(person: Person, wanted: f.PersonSet) -> bool:
    return all(getattr(person, name) == getattr(wanted, name)
               for name in ("name", "group", "roles", "badge", "phone"))  # fmt: skip


_EMPTY = QT_TRANSLATE_NOOP(
    "PlanFile", "The table is empty. Its first row says what the columns are: Name, Role, …"
)
_NOBODY = QT_TRANSLATE_NOOP("PlanFile", "There is nobody in the table. Write one in each row.")
_NAMELESS = QT_TRANSLATE_NOOP("PlanFile", "There is no name in this row. Write one, or clear it.")
_NAMESAKES = QT_TRANSLATE_NOOP(
    "PlanFile", "{count} people are called “{name}”. Write the badge too, so that it is clear who."
)
_NO_ROLE = QT_TRANSLATE_NOOP("PlanFile", "No plan has a role “{word}”.{perhaps}")
_NO_GROUP = QT_TRANSLATE_NOOP("PlanFile", "No plan has a group “{word}”.{perhaps}")
_PERHAPS = QT_TRANSLATE_NOOP("PlanFile", " Did you mean “{meant}”?")
_NEITHER = QT_TRANSLATE_NOOP("PlanFile", "“{word}” is neither yes nor no.")
_AGAIN = QT_TRANSLATE_NOOP("PlanFile", "This person is in row {row} already.")
_SAME_BADGE = QT_TRANSLATE_NOOP("PlanFile", "Badge {badge} is in row {row} already.")
_TAKEN = QT_TRANSLATE_NOOP("PlanFile", "Badge {badge} belongs to {name} already.")
