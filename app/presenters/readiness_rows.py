"""Readiness as rows: each plan, below it what it lacks; then the people without a number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from app.models.readiness import (
    Drilled,
    NoNumber,
    PlanReadiness,
    Readiness,
    RoleGap,
    Single,
)
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.rows import Row
from app.presenters.words import listing

_tr = QCoreApplication.translate


def derive_rows(told: Readiness, reader: QtReader) -> list[Row]:
    rows = [row for plan in told.plans for row in _of_plan(plan, reader)]
    return rows + [_without_number(each, reader) for each in told.without_number]


def _of_plan(plan: PlanReadiness, reader: QtReader) -> Iterator[Row]:
    title = reader.text(plan.title)
    word, severity = _state(plan)
    yield Row(
        key=plan.key, title=title, bold=len(title), chip=word, chip_severity=severity,
        subtitle=listing((_drill(plan, reader), _slowest(plan))),
    )  # fmt: skip
    for gap in plan.gaps:
        yield _gap(plan, gap, reader)
    for single in plan.singles:
        yield _single(plan, single, reader)


def _state(plan: PlanReadiness) -> tuple[str, Severity]:
    if plan.unfilled:
        words = _tr("Readiness", "{count} places unfilled")
        if plan.unfilled == 1:
            words = _tr("Readiness", "1 place unfilled")
        return words.format(count=plan.unfilled), Severity.OVERDUE
    if plan.singles:
        words = _tr("Readiness", "hangs on {count} alone")
        return words.format(count=len(plan.singles)), Severity.SOON
    if plan.drilled is Drilled.UNKNOWN:
        return _tr("Readiness", "drills not known"), Severity.PLAIN
    if plan.drilled is not Drilled.FINE:
        return _tr("Readiness", "drill due"), Severity.SOON
    return _tr("Readiness", "ready"), Severity.GOOD


def _drill(plan: PlanReadiness, reader: QtReader) -> str:
    if plan.drilled is Drilled.UNKNOWN:
        return _tr("Readiness", "last drill not known")
    if plan.last_drill is None:
        return _tr("Readiness", "never drilled")
    words = _tr("Readiness", "last drill {date}")
    if plan.drilled is Drilled.OVERDUE:
        words = _tr("Readiness", "drill overdue, the last was {date}")
    return words.format(date=reader.day(plan.last_drill))


def _slowest(plan: PlanReadiness) -> str:
    if plan.slowest is None:
        return ""
    if plan.slowest < timedelta(minutes=1):
        return _tr("Readiness", "all at once")
    minutes = round(plan.slowest.total_seconds() / 60)
    return _tr("Readiness", "all within {minutes} min").format(minutes=minutes)


def _gap(plan: PlanReadiness, gap: RoleGap, reader: QtReader) -> Row:
    nobody = _tr("Readiness", "nobody could come in time")
    some = _tr("Readiness", "{filled} of {needed}").format(filled=gap.filled, needed=gap.needed)
    return Row(
        key=f"{plan.key}|gap|{gap.role}", title=f"   {reader.text(gap.name)}",
        chip=some if gap.filled else nobody,
        chip_severity=Severity.SOON if gap.filled else Severity.OVERDUE,
        subtitle="   " + _tr("Readiness", "only those on duty, or off duty with a number, count"),
    )  # fmt: skip


def _single(plan: PlanReadiness, single: Single, reader: QtReader) -> Row:
    roles = listing(reader.text(role) for role in single.roles)
    without = _tr("Readiness", "without them nobody for: {roles}").format(roles=roles)
    return Row(
        key=f"{plan.key}|single|{single.person}", title=f"   {single.name}",
        chip=_tr("Readiness", "no one else"), chip_severity=Severity.SOON,
        subtitle=f"   {without}",
    )  # fmt: skip


def _without_number(each: NoNumber, reader: QtReader) -> Row:
    plans = listing(reader.text(plan) for plan in each.plans)
    called = _tr("Readiness", "called by: {plans}").format(plans=plans)
    duty = _tr("Readiness", "on duty") if each.on_duty else _tr("Readiness", "off duty")
    return Row(
        key=f"|number|{each.person}", title=each.name, chip=_tr("Readiness", "no number"),
        chip_severity=Severity.SOON, subtitle=listing((duty, called if plans else "")),
    )  # fmt: skip
