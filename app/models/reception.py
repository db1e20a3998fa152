"""Receptions as a list: who is heard about what, and by when the plan wants what told to them."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum

import msgspec

from app.models.incident import Incident
from app.models.plan import LONGEST_KEPT, Plan, PlanReception
from app.models.reception_states import Answer, Promise, ReceptionValue
from app.models.text import Text


class RepresentativeRow(msgspec.Struct, frozen=True, kw_only=True):
    """`number` is what they are called by: names stand in the contacts alone.

    `erase_by` is set while a contact is kept, `erased_at` once it is gone.
    """

    key: str
    number: int
    contact: str
    erase_by: datetime | None
    erased_at: datetime | None
    left_at: datetime | None

    def kept(self, now: datetime) -> bool:
        """Whether name and contact are kept at that moment, as far as the log knows."""
        if not self.contact or self.erased_at:
            return False
        return self.erase_by is None or now < self.erase_by


class DateKind(Enum):
    """What the visitors must be told in time."""

    ACCEPT = "accept"
    """Whether the matter is taken up."""
    ANSWER = "answer"
    """The answer, in writing."""


class ReceptionDate(msgspec.Struct, frozen=True, kw_only=True):
    """A date that the plan sets from the beginning of a reception; it is a follow-up too.

    `follow_up` is its key, `owner` whoever received them, `reception` the number of it.
    """

    follow_up: str
    kind: DateKind
    text: Text
    owner: str
    reception: int
    begins_at: datetime
    due: datetime


class ReceptionRow(msgspec.Struct, frozen=True, kw_only=True):
    """`number` counts the receptions of the incident from 1; `most` is the plan's."""

    key: str
    number: int
    begun_at: datetime
    matter: str
    people: int
    unit: str
    received_by: str
    representatives: tuple[RepresentativeRow, ...]
    answers: tuple[Answer, ...]
    promises: tuple[Promise, ...]
    dates: tuple[ReceptionDate, ...]
    most: int
    ended_at: datetime | None
    outcome: str

    @property
    def present(self) -> int:
        return sum(each.left_at is None for each in self.representatives)


def rules_of(plan: Plan | None) -> PlanReception:
    """The plan's, or what holds where it says nothing."""
    return plan.reception if plan and plan.reception else PlanReception()


def receptions(incident: Incident, plan: Plan | None) -> list[ReceptionRow]:
    """All of the incident, in the order in which they began."""
    return [
        _row(incident, plan, key, number, value, value.begun_at)
        for number, (key, value) in enumerate(_begun(incident), 1)
        if value.begun_at
    ]


def reception_follow_ups(incident: Incident, plan: Plan | None) -> list[ReceptionDate]:
    """The dates of all receptions, the earliest first. What was promised is not among them."""
    dates = [date for row in receptions(incident, plan) for date in row.dates]
    return sorted(dates, key=lambda date: (date.due, date.follow_up))


def reception_number(incident: Incident, key: str) -> int:
    """Which reception of the incident it is, from 1; 0 if it has not begun."""
    keys = [each for each, _ in _begun(incident)]
    return keys.index(key) + 1 if key in keys else 0


def erase_by(begun_at: datetime, plan: Plan | None) -> datetime:
    """When names and contact details of a reception are erased."""
    return begun_at + min(rules_of(plan).erase_after, LONGEST_KEPT)


def _begun(incident: Incident) -> list[tuple[str, ReceptionValue]]:
    begun = [(each.begun_at, key, each) for key, each in incident.receptions.items()
             if each.begun_at]  # fmt: skip
    return [(key, value) for _, key, value in sorted(begun, key=lambda item: item[:2])]


def _row(
    incident: Incident, plan: Plan | None, key: str, number: int, value: ReceptionValue,
    begun_at: datetime,
) -> ReceptionRow:  # fmt: skip
    return ReceptionRow(
        key=key, number=number, begun_at=begun_at, matter=value.matter, people=value.people,
        unit=value.unit, received_by=value.received_by,
        representatives=_representatives(incident, value), answers=value.answers,
        promises=value.promises, dates=_dates(plan, key, number, value, begun_at),
        most=rules_of(plan).most, ended_at=value.ended_at, outcome=value.outcome,
    )  # fmt: skip


def _representatives(incident: Incident, value: ReceptionValue) -> tuple[RepresentativeRow, ...]:
    return tuple(
        RepresentativeRow(
            key=each.key, number=number, contact=each.contact, erase_by=each.erase_by,
            erased_at=incident.contact(each.contact).erased_at if each.contact else None,
            left_at=each.left_at,
        )
        for number, each in enumerate(value.representatives, 1)
    )  # fmt: skip


def _dates(
    plan: Plan | None, key: str, number: int, value: ReceptionValue, begun_at: datetime
) -> tuple[ReceptionDate, ...]:
    rules = rules_of(plan)
    wanted: tuple[tuple[DateKind, timedelta | None, Text], ...] = (
        (DateKind.ACCEPT, rules.accept_within, _ACCEPT),
        (DateKind.ANSWER, rules.answer_within, _ANSWER),
    )
    return tuple(
        ReceptionDate(
            follow_up=f"{key}-{kind.value}", kind=kind, text=_of(text, value.matter),
            owner=value.received_by, reception=number, begins_at=begun_at, due=begun_at + within,
        )
        for kind, within, text in wanted
        if within is not None
    )  # fmt: skip


def _of(text: Text, matter: str) -> Text:
    return Text(en=f"{text.en}: {matter}", zh=f"{text.zh}：{matter}")


# In both languages like a plan's own follow-ups, among which they stand.
_ACCEPT = Text(
    en="Tell the visitors in writing whether their matter is taken up",
    zh="书面告知来访人是否受理",
)
_ANSWER = Text(en="Give the visitors the answer in writing", zh="书面答复来访人")
