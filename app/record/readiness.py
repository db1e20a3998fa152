"""Readiness on paper: what each plan lacks, who has no number, and the week hour by hour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, tzinfo

from app.models.prints import READINESS
from app.models.readiness import (
    Drilled,
    NoNumber,
    PlanReadiness,
    RoleGap,
    Shown,
    Single,
    readiness,
)
from app.models.site import Site
from app.models.week import moments, unfilled_of, week
from app.record.paper import (
    Block,
    Cell,
    Column,
    Heading,
    Paper,
    Paragraph,
    Row,
    Sheets,
    Signs,
    Table,
    Words,
    rows,
)
from app.record.parts import moment_parts, page_words
from app.record.reader import PaperReader

_UNKNOWN = "·"


def shown_at(
    site: Site, now: datetime, hour: int, zone: tzinfo | None,
    drills: Mapping[str, datetime] | None,
) -> Shown:  # fmt: skip
    """Now (-1), or at an hour of the week; `drills` is None where they are not known."""
    hours = list(week(site, now, zone))
    worst = None if hour < 0 else hours[hour]
    then = now if hour < 0 else moments(hour, now, zone)[0]
    told = readiness(site, worst.at if worst else then, now=now, drills=drills)
    return Shown(told=told, now=now, hour=hour, hours=unfilled_of(hours))


def readiness_sheets(shown: Shown, reader: PaperReader) -> Sheets:
    _tr, title = reader.translate, reader.text(READINESS)
    made = _tr("Record", "Printed {time}").format(time=reader.full(shown.now))
    return Sheets(paper=Paper(
        title=title, language=reader.code, made=moment_parts(reader.local(shown.now)),
        running=title, foot=made, page_words=page_words(reader), facts=_facts(shown, reader),
        blocks=tuple(_blocks(shown, reader)), keywords=("readiness",),
    ))  # fmt: skip


def _facts(shown: Shown, reader: PaperReader) -> tuple[tuple[str, Words], ...]:
    _tr, told = reader.translate, shown.told
    ready = sum(plan.is_ready for plan in told.plans)
    plans = _tr("Readiness", "plans ready: {ready} of {count}").format(
        ready=ready, count=len(told.plans)
    )
    on_duty = _tr("Readiness", "{count} on duty")
    unknown = "" if told.are_drills_known else _tr("Readiness", "drills not known")
    return (
        (_tr("Record", "As of"), _moment(shown, reader)),
        (_tr("Record", "Plans"), reader.listing((plans, unknown))),
        (_tr("Record", "Staff"), on_duty.format(count=told.on_duty)),
    )


def _moment(shown: Shown, reader: PaperReader) -> str:
    if shown.hour < 0:
        return reader.full(shown.now)
    template = reader.translate("Readiness", "{day} {hour}:00, worst of the last weeks: {date}")
    if shown.hours[shown.hour] is None:
        template = reader.translate("Readiness", "{day} {hour}:00, as on {date}")
    day, hour = _days(reader)[shown.hour // 24], f"{shown.hour % 24:02}"
    return template.format(day=day, hour=hour, date=reader.day(shown.told.at))


def _days(reader: PaperReader) -> tuple[str, ...]:
    _tr = reader.translate
    return (
        _tr("Record", "Monday"), _tr("Record", "Tuesday"), _tr("Record", "Wednesday"),
        _tr("Record", "Thursday"), _tr("Record", "Friday"), _tr("Record", "Saturday"),
        _tr("Record", "Sunday"),
    )  # fmt: skip


def _blocks(shown: Shown, reader: PaperReader) -> Iterator[Block]:
    _tr, told = reader.translate, shown.told
    yield Heading(text=_tr("Record", "Plans"))
    if told.plans:
        yield _plans(shown, reader)
    else:
        empty = _tr("Readiness", "This site has no plan that calls anybody.")
        yield Paragraph(text=empty)
    yield Heading(text=_tr("Record", "Without a phone number"))
    if told.without_number:
        yield _without_number(told.without_number, reader)
    else:
        yield Paragraph(text=_tr("Record", "Nobody: everyone has one."))
    yield Heading(text=_tr("Record", "The week: places that nobody could fill"))
    yield _week(shown, reader)
    yield Paragraph(quiet=True, text=_tr(
        "Record",
        "Of the plan that is worst off, as duty was over the last four weeks, the worst of them. "
        "0: all could be filled. ·: nothing is known of duty then.",
    ))  # fmt: skip
    yield Signs(labels=(_tr("Record", "Seen by, date"), _tr("Record", "To be mended by, until")))


# Plans ------------------------------------------------------------------------------------------


def _plans(shown: Shown, reader: PaperReader) -> Table:
    _tr = reader.translate
    columns = (
        Column(title=_tr("Record", "Plan"), fr=1),
        Column(title=_tr("Record", "Nobody in time for"), mm=44),
        Column(title=_tr("Record", "Hangs on one person"), mm=52),
        Column(title=_tr("Record", "Last drill"), mm=25),
    )
    return Table(columns=columns, rows=rows(_plan(plan, reader) for plan in shown.told.plans))


def _plan(plan: PlanReadiness, reader: PaperReader) -> tuple[Words, ...]:
    is_ready = plan.is_ready and plan.drilled is not Drilled.UNKNOWN
    ready = reader.translate("Readiness", "ready") if is_ready else ""
    return (
        Cell(text=reader.text(plan.title), strong=True,
             note=reader.listing([ready, _slowest(plan, reader)])),
        "\n".join(_gap(gap, reader) for gap in plan.gaps) or "–",
        "\n".join(_single(single, reader) for single in plan.singles) or "–",
        _drill(plan, reader),
    )  # fmt: skip


def _gap(gap: RoleGap, reader: PaperReader) -> str:
    some = reader.translate("Readiness", "{filled} of {needed}")
    told = some.format(filled=gap.filled, needed=gap.needed)
    return reader.with_note(reader.text(gap.name), told)


def _single(single: Single, reader: PaperReader) -> str:
    return reader.about(single.name, reader.listing(reader.text(role) for role in single.roles))


def _drill(plan: PlanReadiness, reader: PaperReader) -> Words:
    """Half a year after the last, one is overdue."""
    _tr = reader.translate
    if plan.drilled is Drilled.UNKNOWN:
        return _tr("Record", "not known")
    if plan.last_drill is None:
        return Cell(text=_tr("Readiness", "never drilled"), strong=True)
    overdue = plan.drilled is Drilled.OVERDUE
    note = _tr("Record", "overdue") if overdue else ""
    return Cell(text=reader.day(plan.last_drill), note=note, loud=overdue)


def _slowest(plan: PlanReadiness, reader: PaperReader) -> str:
    _tr = reader.translate
    if plan.slowest is None:
        return ""
    if plan.slowest < timedelta(minutes=1):
        return _tr("Readiness", "all at once")
    minutes = round(plan.slowest.total_seconds() / 60)
    return _tr("Readiness", "all within {minutes} min").format(minutes=minutes)


# People and hours -------------------------------------------------------------------------------


def _without_number(people: tuple[NoNumber, ...], reader: PaperReader) -> Table:
    _tr = reader.translate
    columns = (
        Column(title=_tr("Record", "Name"), mm=50), Column(title=_tr("Record", "Duty"), mm=24),
        Column(title=_tr("Record", "Plans that would call them"), fr=1),
    )  # fmt: skip
    return Table(columns=columns, rows=rows(
        (each.name,
         _tr("Readiness", "on duty") if each.on_duty else _tr("Readiness", "off duty"),
         reader.listing(reader.text(plan) for plan in each.plans) or "–")
        for each in people
    ))  # fmt: skip


def _week(shown: Shown, reader: PaperReader) -> Table:
    """A line for each day; what is missing is bold."""
    columns = (
        Column(title=reader.translate("Record", "Day"), mm=19),
        *(Column(title=str(hour), fr=1) for hour in range(24)),
    )
    lines = (
        Row(cells=(day, *map(_hour, shown.hours[at * 24 : at * 24 + 24])))
        for at, day in enumerate(_days(reader))
    )
    return Table(columns=columns, rows=tuple(lines), tight=True)


def _hour(unfilled: int | None) -> Words:
    return _UNKNOWN if unfilled is None else Cell(text=str(unfilled), strong=unfilled > 0)
