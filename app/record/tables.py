"""Incidents, timeline, call-outs, tasks and zones as tables: what `muster export --all` writes.

The same columns and the same rows as the views of `store/migrations/versions/`, 0010 and 0011;
docs/data-out.md says what stands in each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from app.models import facts as f
from app.models.archive import summarise
from app.models.call_outs import CallOutState
from app.models.entry import Entry, Stored
from app.models.incident import Incident
from app.models.searching import prose
from app.models.site import Site
from app.models.task_states import TaskValue
from app.store.log import Head

Cell = str | int | bool | datetime | timedelta | None
Table = Iterator[tuple[Cell, ...]]

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "incidents": (
        "number", "drill", "title", "place", "plan", "plan_version", "highest_level", "opened_at",
        "closed_at", "settled", "entries", "stream",
    ),
    "timeline": (
        "number", "drill", "seq", "happened_at", "recorded_at", "kind", "author", "station",
        "recorded_by", "words", "corrected", "id", "data", "stream",
    ),
    "call_outs": (
        "number", "drill", "person", "name", "role", "team", "on_duty", "called", "state",
        "called_at", "due", "arrived_at", "ended_at", "tries", "stream",
    ),
    "tasks": (
        "number", "drill", "task", "planned", "text_en", "text_zh", "owner", "within", "due",
        "state", "settled_at", "settled_by", "reason", "stream",
    ),
    "zones": (
        "number", "drill", "zone", "cordoned_at", "lifted_at", "evacuating_at", "empty_at",
        "confirmed_at", "confirmed_by", "released_at", "people_out", "stream",
    ),
}  # fmt: skip


class Told:
    """One incident, of which rows are made; `site` has the plan that it started with."""

    def __init__(self, head: Head, stored: Sequence[Stored], site: Site) -> None:
        self._head, self._stored = head, stored
        self._incident = Incident(head.stream, (each.entry for each in stored))
        self._plan = site.plan(self._incident.course.plan)

    def rows(self, table: str) -> Table:
        """Of one of `COLUMNS`."""
        match table:
            case "incidents":
                return self._incidents()
            case "timeline":
                return self._timeline()
            case "call_outs":
                return self._call_outs()
            case "tasks":
                return self._tasks()
            case _:
                return self._zones()

    def _incidents(self) -> Table:
        head = self._head
        told = summarise(head.stream, (each.entry for each in self._stored))
        yield (
            head.number, head.drill, told.title, told.place, told.plan.partition("@")[0], told.plan,
            told.level.numeral, told.opened_at, told.closed_at, not head.open, head.seq,
            head.stream,
        )  # fmt: skip

    def _timeline(self) -> Table:
        head = self._head
        corrected = {
            each.entry.fact.entry
            for each in self._stored
            if isinstance(each.entry.fact, f.Corrected)
        }
        for each in self._stored:
            entry = each.entry
            yield (
                head.number, head.drill, each.seq, entry.at, each.recorded_at, entry.kind,
                entry.author, entry.station, each.recorded_by, " · ".join(prose(each.data)),
                entry.id in corrected and entry.kind != "corrected", entry.id, each.data,
                head.stream,
            )  # fmt: skip

    def _call_outs(self) -> Table:
        head = self._head
        for who, each in self._incident.call_outs.items():
            if each.state is not CallOutState.NONE:
                yield (
                    head.number, head.drill, who, each.name, each.role, each.group, each.on_duty,
                    each.called, each.state.value, each.called_at, each.due, each.arrived_at,
                    each.ended_at, each.tries, head.stream,
                )  # fmt: skip

    def _tasks(self) -> Table:
        recorded = dict(self._incident.tasks)
        for task in self._plan.tasks if self._plan else ():
            value = recorded.pop(task.key, TaskValue())
            words = (task.text.en, task.text.zh, value.owner or task.owner, task.within)
            yield self._task(task.key, value, True, *words)
        for key, value in recorded.items():
            text = value.text or key
            yield self._task(key, value, False, text, text, value.owner, None)

    def _task(
        self, key: str, value: TaskValue, planned: bool, en: str, zh: str, owner: str,
        within: timedelta | None,
    ) -> tuple[Cell, ...]:  # fmt: skip
        head = self._head
        return (
            head.number, head.drill, key, planned, en, zh, owner, within, value.due,
            value.state.value, value.settled_at, value.settled_by, value.reason, head.stream,
        )  # fmt: skip

    def _zones(self) -> Table:
        """When each was so the first time, and when it was lifted or released the last time."""
        zones: dict[str, list[Entry]] = {}
        for entry in self._incident.in_effect():
            if not isinstance(entry.fact, _OF_ZONES):
                continue
            zones.setdefault(getattr(entry.fact, "zone", ""), []).append(entry)
        for zone, entries in zones.items():
            by = (e.fact.by or e.author for e in entries if isinstance(e.fact, f.ZoneConfirmed))
            counts = [e.fact.count for e in entries if isinstance(e.fact, f.OutCounted)]
            yield (
                self._head.number, self._head.drill, zone, _first(entries, f.ZoneCordoned),
                _last(entries, f.CordonLifted), _first(entries, f.ZoneEvacuating),
                _first(entries, f.ZoneEmpty), _first(entries, f.ZoneConfirmed), next(by, ""),
                _last(entries, f.ZoneReleased), counts[-1] if counts else None, self._head.stream,
            )  # fmt: skip


_OF_ZONES = (
    f.ZoneCordoned, f.CordonLifted, f.ZoneEvacuating, f.ZoneEmpty, f.ZoneConfirmed, f.ZoneReleased,
    f.OutCounted,
)  # fmt: skip


def _first(entries: Sequence[Entry], fact: type) -> datetime | None:
    return next((entry.at for entry in entries if isinstance(entry.fact, fact)), None)


def _last(entries: Sequence[Entry], fact: type) -> datetime | None:
    return next((entry.at for entry in reversed(entries) if isinstance(entry.fact, fact)), None)
