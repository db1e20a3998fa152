"""Statistics of the response: how soon staff came and acted, which deadlines were kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta, tzinfo
from enum import Enum
from statistics import median

import msgspec

from app.models import facts as f
from app.models.call_outs import CallOut, CallOutState
from app.models.entry import Entry
from app.models.evacuations import evacuations
from app.models.incident import Incident
from app.models.notifications import notifications
from app.models.plan import Plan
from app.models.task_states import TaskState
from app.models.tasks import tasks


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """One call of one person for a role; who it was does not matter. `took` is None: never came."""

    role: str
    called_at: datetime
    allowed: timedelta
    took: timedelta | None

    @property
    def in_time(self) -> bool:
        return self.took is not None and self.took <= self.allowed


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """One incident in figures. Times count from its opening; None: it did not come to that.

    `first_response` is the first who came, the first task done, or the first zone that was
    cordoned or evacuated. `to_commander` is the first of the succession who was on site.
    `to_empty` is from the first evacuation begun until every zone was confirmed empty; of a zone
    that was evacuated again later, the first time counts. `kept` and `missed` are deadlines of
    call-outs, tasks and notifications.
    """

    plan: str
    drill: bool
    opened_at: datetime
    arrivals: tuple[Arrival, ...] = ()
    first_response: timedelta | None = None
    to_commander: timedelta | None = None
    to_empty: timedelta | None = None
    kept: int = 0
    missed: int = 0


def measure(incident: Incident, plan: Plan | None, now: datetime) -> Measured | None:
    """None for an incident that was never opened. What is not due by `now` does not count."""
    course = incident.course
    if course.opened_at is None:
        return None
    until = course.closed_at or now
    arrivals = tuple(_arrivals(incident, until))
    outcomes = [each.in_time for each in arrivals] + _others(incident, plan, until)
    entries = incident.in_effect()
    return Measured(
        plan=course.plan.partition("@")[0], drill=course.drill, opened_at=course.opened_at,
        arrivals=arrivals, first_response=_since(course.opened_at, _responses(incident, entries)),
        to_commander=_since(course.opened_at, _commanders(incident, plan)),
        to_empty=_to_empty(entries), kept=sum(outcomes), missed=len(outcomes) - sum(outcomes),
    )  # fmt: skip


def _arrivals(incident: Incident, until: datetime) -> Iterable[Arrival]:
    """Those who came, and those who were still awaited when their deadline passed."""
    for each in _calls(incident):
        if not each.called or each.due is None or each.called_at is None:
            continue
        came = each.arrived_at
        if came is None and not (_was_awaited(each) and each.due <= until):
            continue
        yield Arrival(
            role=each.role, called_at=each.called_at, allowed=each.due - each.called_at,
            took=None if came is None else max(came - each.called_at, timedelta(0)),
        )  # fmt: skip


def _calls(incident: Incident) -> Iterable[CallOut]:
    """Also those that ended before the same person was called anew."""
    for each in incident.call_outs.values():
        yield from (*each.before, each)


def _was_awaited(each: CallOut) -> bool:
    """Who was stood down or excused before the deadline was not missed at it."""
    if each.state in (CallOutState.STOOD_DOWN, CallOutState.EXCUSED):
        return each.ended_at is not None and each.due is not None and each.ended_at > each.due
    return True


def _others(incident: Incident, plan: Plan | None, until: datetime) -> list[bool]:
    """Of tasks that were not skipped, and of notifications: whether each deadline was kept."""
    dues = [
        (row.due, row.settled_at)
        for row in tasks(incident, plan)
        if row.state is not TaskState.SKIPPED and row.lapsed_at is None
    ]
    dues += [(row.due, row.told_at) for row in notifications(incident, plan)]
    return [
        done is not None and done <= due
        for due, done in dues
        if due is not None and (done is not None or due <= until)
    ]


def _responses(incident: Incident, entries: Iterable[Entry]) -> Iterable[datetime | None]:
    """Zones by their entries: once a cordon is lifted, the zone knows nothing of it any more."""
    yield from (each.arrived_at for each in _calls(incident))
    yield from (each.settled_at for each in incident.tasks.values() if each.state is TaskState.DONE)
    in_hand = f.ZoneCordoned | f.ZoneEvacuating | f.ZoneEmpty
    yield from (entry.at for entry in entries if isinstance(entry.fact, in_hand))


def _commanders(incident: Incident, plan: Plan | None) -> Iterable[datetime | None]:
    ranked = {role.key for role in plan.succession()} if plan else set()
    return (each.arrived_at for each in _calls(incident) if each.role in ranked)


def _since(begin: datetime, moments: Iterable[datetime | None]) -> timedelta | None:
    """To the first of them; what is said to be before the opening counts as at once."""
    first = min((moment for moment in moments if moment is not None), default=None)
    return None if first is None else max(first - begin, timedelta(0))


def _to_empty(entries: Iterable[Entry]) -> timedelta | None:
    first = {each.zone: each for each in reversed(list(evacuations(entries)))}.values()
    confirmed = [each.confirmed_at for each in first if each.confirmed_at is not None]
    if not first or len(confirmed) < len(first):
        return None
    return max(confirmed) - min(each.begun_at for each in first)


# Together ---------------------------------------------------------------------------------------


class By(Enum):
    ROLE = "role"
    PLAN = "plan"
    HOUR = "hour"
    MONTH = "month"


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """Arrivals of one role, plan (by keys), hour of the day (00 to 23) or month (2026-11).

    `usual` is the median of those who came, `slow` what nine of ten did not exceed.
    """

    key: str
    called: int
    came: int
    in_time: int
    usual: timedelta | None
    slow: timedelta | None

    @property
    def share(self) -> float | None:
        """In time of those called, 0 to 1."""
        return self.in_time / self.called if self.called else None


class Times(msgspec.Struct, frozen=True, kw_only=True):
    """Of so many incidents, half of them within `usual`, nine of ten within `slow`."""

    count: int
    usual: timedelta | None
    slow: timedelta | None


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    incidents: int
    kept: int
    missed: int
    first_response: Times
    to_commander: Times
    to_empty: Times

    @property
    def share(self) -> float | None:
        """Of all deadlines that fell due, those kept: 0 to 1."""
        due = self.kept + self.missed
        return self.kept / due if due else None


class Trend(msgspec.Struct, frozen=True, kw_only=True):
    """One month."""

    month: str
    totals: Totals


def lines(measured: Iterable[Measured], by: By, zone: tzinfo | None) -> list[Line]:
    """Hours and months in order, the others by how many were called; in the reader's time zone.

    Months are those of the openings, as in `trend`: one in which nobody was called is there too.
    """
    groups: dict[str, list[Arrival]] = {}
    for each in measured:
        if by is By.MONTH:
            groups.setdefault(_month(each.opened_at, zone), [])
        for arrival in each.arrivals:
            groups.setdefault(_key(each, arrival, by, zone), []).append(arrival)
    made = [_line(key, arrivals) for key, arrivals in groups.items()]
    if by in (By.HOUR, By.MONTH):
        return sorted(made, key=lambda line: line.key)
    return sorted(made, key=lambda line: (-line.called, line.key))


def totals(measured: Sequence[Measured]) -> Totals:
    def times(of: Callable[[Measured], timedelta | None]) -> Times:
        found = sorted(time for each in measured if (time := of(each)) is not None)
        return Times(count=len(found), usual=_usual(found), slow=_slow(found))

    return Totals(
        incidents=len(measured), kept=sum(each.kept for each in measured),
        missed=sum(each.missed for each in measured),
        first_response=times(lambda each: each.first_response),
        to_commander=times(lambda each: each.to_commander),
        to_empty=times(lambda each: each.to_empty),
    )  # fmt: skip


def trend(measured: Iterable[Measured], zone: tzinfo | None) -> list[Trend]:
    """By month of the opening, in order; months without an incident are not there."""
    months: dict[str, list[Measured]] = {}
    for each in measured:
        months.setdefault(_month(each.opened_at, zone), []).append(each)
    return [Trend(month=month, totals=totals(months[month])) for month in sorted(months)]


def _key(each: Measured, arrival: Arrival, by: By, zone: tzinfo | None) -> str:
    match by:
        case By.ROLE:
            return arrival.role
        case By.PLAN:
            return each.plan
        case By.HOUR:
            return f"{arrival.called_at.astimezone(zone).hour:02}"
        case By.MONTH:
            return _month(each.opened_at, zone)


def _month(moment: datetime, zone: tzinfo | None) -> str:
    return moment.astimezone(zone).strftime("%Y-%m")


def _line(key: str, arrivals: Sequence[Arrival]) -> Line:
    took = sorted(each.took for each in arrivals if each.took is not None)
    return Line(
        key=key, called=len(arrivals), came=len(took),
        in_time=sum(each.in_time for each in arrivals), usual=_usual(took), slow=_slow(took),
    )  # fmt: skip


def _usual(times: Sequence[timedelta]) -> timedelta | None:
    return timedelta(seconds=median(each.total_seconds() for each in times)) if times else None


def _slow(times: Sequence[timedelta]) -> timedelta | None:
    """Of sorted times the one that nine of ten do not exceed."""
    return times[-(-len(times) * 9 // 10) - 1] if times else None
