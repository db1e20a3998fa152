"""One incident, folded from its entries."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

import msgspec

from app.models import facts as f
from app.models.call_outs import CallOut, CallOutState, step_call_out
from app.models.course import (
    Commanding,
    Course,
    Detail,
    Leveling,
    People,
    Status,
    step_commanding,
    step_course,
    step_detail,
    step_leveling,
    step_people,
)
from app.models.entry import Entry
from app.models.fold import Changes, Fold, Rules
from app.models.outside import (
    NotificationValue,
    ServiceValue,
    step_notification,
    step_service,
)
from app.models.task_states import TaskValue, step_task
from app.models.value import Odd, Oddity, Value
from app.models.zone_states import PostValue, ZoneValue, step_post, step_zone

_CALL_OUT = (("call_out", "who"),)
_TASK = (("task", "task"),)
_ZONE = (("zone", "zone"),)
_POST = (("post", "post"),)
_COURSE = (("course", ""),)
_COMMAND = (("command", ""),)
_SERVICE = (("service", "service"),)

RULES = Rules(
    cells_of={
        f.Opened: (("course", ""), ("detail", ""), ("people", ""), ("level", "")),
        f.Amended: (("detail", ""), ("people", "")),
        f.LevelSet: (("level", ""),),
        f.CommandTaken: _COMMAND,
        f.CommandHandedOver: _COMMAND,
        f.DeclaredOver: _COURSE,
        f.Closed: _COURSE,
        f.Reopened: _COURSE,
        f.CalledOut: _CALL_OUT,
        f.Acknowledged: _CALL_OUT,
        f.OnTheWay: _CALL_OUT,
        f.NoAnswer: _CALL_OUT,
        f.Arrived: _CALL_OUT,
        f.Excused: _CALL_OUT,
        f.StoodDown: _CALL_OUT,
        f.TaskAdded: _TASK,
        f.TaskDone: _TASK,
        f.TaskUndone: _TASK,
        f.TaskSkipped: _TASK,
        f.ZoneCordoned: _ZONE,
        f.ZoneEvacuating: _ZONE,
        f.ZoneEmpty: _ZONE,
        f.ZoneConfirmed: _ZONE,
        f.ZoneReleased: _ZONE,
        f.PostTaken: _POST,
        f.PostLeft: _POST,
        f.Notified: (("notification", "target"),),
        f.ServiceCalled: _SERVICE,
        f.ServiceArrived: _SERVICE,
        f.ServiceLeft: _SERVICE,
    },
    steps={
        "course": (Course(), step_course),
        "detail": (Detail(), step_detail),
        "people": (People(), step_people),
        "level": (Leveling(), step_leveling),
        "command": (Commanding(), step_commanding),
        "call_out": (CallOut(), step_call_out),
        "task": (TaskValue(), step_task),
        "zone": (ZoneValue(), step_zone),
        "post": (PostValue(), step_post),
        "notification": (NotificationValue(), step_notification),
        "service": (ServiceValue(), step_service),
    },
)


T = TypeVar("T")


class Incident:
    """The state of one incident. Equal sets of entries make equal incidents, in whatever order."""

    def __init__(self, stream: str, entries: Iterable[Entry] = ()) -> None:
        self.stream = stream
        self.fold = Fold(RULES)
        self.fold.add(entries)

    def add(self, entries: Iterable[Entry]) -> Changes:
        return self.fold.add(entries)

    def as_of(self, moment: datetime) -> Incident:
        """The incident as it had happened by `moment`."""
        return Incident(self.stream, self.fold.until(moment))

    @property
    def timeline(self) -> Sequence[Entry]:
        return self.fold.timeline

    @property
    def course(self) -> Course:
        return self._one("course", Course)

    @property
    def detail(self) -> Detail:
        return self._one("detail", Detail)

    @property
    def people(self) -> People:
        return self._one("people", People)

    @property
    def leveling(self) -> Leveling:
        return self._one("level", Leveling)

    @property
    def commanding(self) -> Commanding:
        return self._one("command", Commanding)

    @property
    def call_outs(self) -> Mapping[str, CallOut]:
        return self.fold.values("call_out")

    def call_out(self, who: str) -> CallOut:
        return self._one("call_out", CallOut, who)

    @property
    def tasks(self) -> Mapping[str, TaskValue]:
        return self.fold.values("task")

    @property
    def zones(self) -> Mapping[str, ZoneValue]:
        return self.fold.values("zone")

    @property
    def posts(self) -> Mapping[str, PostValue]:
        return self.fold.values("post")

    @property
    def notifications(self) -> Mapping[str, NotificationValue]:
        return self.fold.values("notification")

    @property
    def services(self) -> Mapping[str, ServiceValue]:
        return self.fold.values("service")

    @property
    def is_open(self) -> bool:
        return self.course.status in (Status.OPEN, Status.OVER)

    def _one(self, cell: str, _type: type[T], subject: str = "") -> T:
        value: T = self.fold.value(cell, subject)
        return value


def oddities(incident: Incident) -> list[Odd]:
    """Everything in the log that does not fit together, in a fixed order."""
    found = [odd for value in incident.fold.snapshot().values() for odd in _own(value)]
    course = incident.course
    if course.status is Status.CLOSED:
        found += [
            Odd(entry=call_out.who, oddity=Oddity.CLOSED_WHILE_AWAITED)
            for _, call_out in sorted(incident.call_outs.items())
            if call_out.state is CallOutState.ON_THE_WAY
        ]
    return found


def _own(value: Value) -> tuple[Odd, ...]:
    return value.odd


def digest(incident: Incident) -> str:
    """Equal on all stations that hold the same entries (SHA-256 over the folded state)."""
    state = msgspec.json.encode(incident.fold.snapshot(), order="deterministic")
    ids = ",".join(entry.id for entry in incident.timeline)
    return hashlib.sha256(state + ids.encode()).hexdigest()
