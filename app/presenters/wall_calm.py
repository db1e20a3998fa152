"""The wall while nothing is open: a calm clock, and who is on duty."""

from __future__ import annotations

from datetime import datetime

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models.site import Person, Site
from app.presenters.reader import QtReader
from app.presenters.words import between

_tr = QCoreApplication.translate


class DutyGroup(msgspec.Struct, frozen=True, kw_only=True):
    """`people` are their names, or how many they are where names are not shown."""

    name: str
    people: tuple[str, ...]


class WallCalm(msgspec.Struct, frozen=True, kw_only=True):
    title: str = ""
    on_duty: str = ""
    between: str = ""
    """What stands between two names."""
    groups: tuple[DutyGroup, ...] = ()


def derive_calm(site: Site, reader: QtReader, *, names: bool) -> WallCalm:
    """The groups in the order of the plans, whoever is in none of theirs last."""
    on_duty = sorted((p for p in site.people.values() if p.on_duty), key=lambda p: p.name)
    said: dict[str, str] = {}
    for plan in site.plans.values():
        for group in plan.groups:
            said.setdefault(group.key, reader.text(group.name))
    of_group: dict[str, list[Person]] = {}
    for person in on_duty:
        of_group.setdefault(person.group if person.group in said else "", []).append(person)
    keys = [*(key for key in said if key in of_group), *([""] if "" in of_group else [])]
    told = _tr("Wall", "{count} on duty").format(count=len(on_duty))
    return WallCalm(
        title=_tr("Wall", "No incident"),
        between=between(),
        on_duty=told if on_duty else _tr("Wall", "nobody is on duty"),
        groups=tuple(
            DutyGroup(name=said.get(key, key) or _tr("Wall", "Others"),
                      people=_people(of_group[key], names=names))
            for key in keys
        ),
    )  # fmt: skip


def _people(people: list[Person], *, names: bool) -> tuple[str, ...]:
    if names:
        return tuple(person.name for person in people)
    return (_tr("Wall", "{count} on duty").format(count=len(people)),)


def date_line(now: datetime, reader: QtReader) -> str:
    """The day in the reader's own way."""
    local = reader.local(now)
    days = (
        _tr("Wall", "Monday"), _tr("Wall", "Tuesday"), _tr("Wall", "Wednesday"),
        _tr("Wall", "Thursday"), _tr("Wall", "Friday"), _tr("Wall", "Saturday"),
        _tr("Wall", "Sunday"),
    )  # fmt: skip
    return _tr("Wall", "{day}, {date}").format(day=days[local.weekday()], date=reader.day(now))
