"""Follow-ups: what is owed after the end, of one incident and across all of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec

from app.models.course import Status
from app.models.follow_up_states import FollowUpState, FollowUpValue
from app.models.incident import Incident
from app.models.plan import Plan, PlanFollowUp
from app.models.reception import ReceptionDate, reception_follow_ups
from app.models.tasks import owner_name
from app.models.text import Text
from app.models.urgency import due_at


class FollowUpRow(msgspec.Struct, frozen=True, kw_only=True):
    """One follow-up. `owner_key` is what facts call the owner; `begins_at` when it was owed."""

    key: str
    text: Text
    owner: Text
    owner_key: str
    promised: bool
    begins_at: datetime | None
    due: datetime | None
    value: FollowUpValue

    @property
    def state(self) -> FollowUpState:
        return self.value.state

    @property
    def is_owed(self) -> bool:
        return self.state is FollowUpState.OPEN


class Owed(msgspec.Struct, frozen=True, kw_only=True):
    """What one incident owes, as the list across incidents shows it; `rows` are owed only.

    `is_done` says that it is closed and owes nothing, though nobody has settled it yet: two
    stations ended the last two at once, or its plan came later.
    """

    stream: str
    title: str
    drill: bool
    rows: tuple[FollowUpRow, ...]
    is_done: bool = False


def follow_ups(incident: Incident, plan: Plan | None) -> list[FollowUpRow]:
    """Owed ones by due date (those without one last), then the ended ones, newest first.

    Those of the plan begin when the incident is declared over; reopening it suspends them.
    """
    recorded = dict(incident.follow_ups)
    over_at = incident.course.over_at
    rows = []
    for planned in plan.follow_ups if plan else ():
        value = recorded.pop(planned.key, None)
        ended = value is not None and value.state is not FollowUpState.OPEN
        if over_at is not None or ended:
            rows.append(_planned(planned, value or FollowUpValue(), over_at, plan))
    rows += [
        _dated(date, recorded.pop(date.follow_up, FollowUpValue()), plan)
        for date in reception_follow_ups(incident, plan)
    ]
    rows += [_added(key, value, plan) for key, value in recorded.items()]
    return sorted(rows, key=_order)


def follow_up(incident: Incident, plan: Plan | None, key: str) -> FollowUpRow | None:
    return next((row for row in follow_ups(incident, plan) if row.key == key), None)


def owes(incident: Incident, plan: Plan | None, *, but: str = "") -> bool:
    """Whether anything is owed, besides the follow-up `but`.

    Without the plan nobody can know, so it is taken to owe something.
    """
    rows = follow_ups(incident, plan)
    return plan is None or any(row.is_owed and row.key != but for row in rows)


def owed(incident: Incident, plan: Plan | None) -> Owed | None:
    """What the list across incidents shows of this one; None if there is nothing to show.

    What an open incident owes already is shown too: its days count from then on.
    """
    course = incident.course
    if course.opened_at is None:
        return None
    rows = tuple(row for row in follow_ups(incident, plan) if row.is_owed)
    unsettled = course.status is Status.CLOSED and not incident.is_settled
    is_done = unsettled and not owes(incident, plan)
    if not rows and not is_done:
        return None
    return Owed(
        stream=incident.stream, title=incident.detail.title, drill=course.drill, rows=rows,
        is_done=is_done,
    )  # fmt: skip


def dues(all_owed: Iterable[Owed]) -> list[datetime]:
    """When what is owed across incidents falls due, rising; drills do not count."""
    return sorted(
        row.due for each in all_owed if not each.drill for row in each.rows if row.due is not None
    )


def in_order(all_owed: Iterable[Owed]) -> list[tuple[Owed, FollowUpRow]]:
    """Across incidents: the longest overdue first, then by due date; real before drills."""
    pairs = [(each, row) for each in all_owed for row in each.rows]
    return sorted(pairs, key=lambda pair: (pair[0].drill, _order(pair[1]), pair[0].stream))


def _planned(
    planned: PlanFollowUp, value: FollowUpValue, over_at: datetime | None, plan: Plan | None
) -> FollowUpRow:
    owner = value.owner or planned.owner
    return FollowUpRow(
        key=planned.key, text=planned.text, owner=owner_name(plan, owner), owner_key=owner,
        promised=False, begins_at=over_at, value=value,
        due=value.due or (due_at(over_at, planned.within) if over_at else None),
    )  # fmt: skip


def _dated(date: ReceptionDate, value: FollowUpValue, plan: Plan | None) -> FollowUpRow:
    """What the plan owes the visitors by a date, counted from the moment they were received."""
    owner = value.owner or date.owner
    return FollowUpRow(
        key=date.follow_up, text=date.text, owner=owner_name(plan, owner), owner_key=owner,
        promised=False, begins_at=date.begins_at, due=value.due or date.due, value=value,
    )  # fmt: skip


def _added(key: str, value: FollowUpValue, plan: Plan | None) -> FollowUpRow:
    text = value.text or key
    return FollowUpRow(
        key=key, text=Text(en=text, zh=text), owner=owner_name(plan, value.owner),
        owner_key=value.owner, promised=value.promised, begins_at=value.added_at, due=value.due,
        value=value,
    )  # fmt: skip


def _order(row: FollowUpRow) -> tuple[int, float, str]:
    if row.is_owed:
        return (0, row.due.timestamp() if row.due else float("inf"), row.key)
    ended = row.value.ended_at
    return (1, -ended.timestamp() if ended else 0.0, row.key)
