"""The escalation chart on paper: the same bars as on the screen, as SVG, told apart without colour.

Arithmetic in points, 1 to 1 as it is printed; times run to the right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import cache
from html import escape
from importlib.resources import files

import msgspec

from app.models.chart import Bar, BarState, Chart, chart
from app.models.lanes import Group, pack
from app.record.glyphs import printable
from app.record.reader import PaperReader
from app.record.source import Source

WIDE, LEFT, RIGHT = 494.0, 62.0, 430.0
"""The width of a portrait page between its margins; where time begins on it, and where it ends:
behind that is room for names."""
LANE, BAR, LETTER = 10.0, 7.0, 6.5
"""Of a lane, a bar in it, and the letters as the style sheet has them."""
MOST_LANES, FEW_LANES = 20, 12


class _Scale(msgspec.Struct, frozen=True, kw_only=True):
    begin: datetime
    end: datetime

    def x(self, moment: datetime) -> float:
        share = (moment - self.begin) / (self.end - self.begin)
        return LEFT + min(1.0, max(0.0, share)) * (RIGHT - LEFT)

    def moment(self, x: float) -> datetime:
        """Which may lie beyond both ends."""
        return self.begin + (self.end - self.begin) * ((x - LEFT) / (RIGHT - LEFT))


def chart_svg(source: Source) -> bytes | None:
    """None before the incident is opened."""
    made = chart(source.incident, source.plan, source.site)
    return None if made is None else draw(made, source.now, source.reader)


def draw(made: Chart, now: datetime, reader: PaperReader) -> bytes:
    scale = _scale(made, now)
    parts: list[str] = []
    top = 4.0
    for title, height, drawn in _rows(made, scale, now, reader):
        if height:
            middle = top + min(height, LANE) / 2
            parts.append(_text(0, middle + LETTER * 0.36, title, bold=True))
            parts.append(f'<g transform="translate(0 {top:.1f})">{"".join(drawn)}</g>')
            top += height + 6
            parts.append(_line(0, top - 3, WIDE, top - 3, "between"))
    axis = "".join(_axis(scale, top, reader))
    height = top + 14
    body = f"{axis}{''.join(parts)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{height:.1f}" '
        f'viewBox="0 0 {WIDE} {height:.1f}"><style>{_style()}</style>'
        f"<defs>{_HATCH}</defs>{body}</svg>"
    ).encode()


def _scale(made: Chart, now: datetime) -> _Scale:
    """From the opening to the end, or to now; with room for what was due or lasted beyond."""
    ends = [made.end or now, made.begin + timedelta(minutes=5)]
    bars = (*made.calls, *made.services, *made.missed)
    ends += [bar.end for bar in bars if bar.end]
    last = max(ends)
    soon = last + (last - made.begin) / 4
    last = max([last, *(bar.due for bar in bars if bar.due and bar.due <= soon)])
    return _Scale(begin=made.begin, end=last)


def _rows(
    made: Chart, scale: _Scale, now: datetime, reader: PaperReader
) -> Iterator[tuple[str, float, list[str]]]:
    _tr, stop = reader.translate, made.end or now
    yield _tr("Record", "Level"), LANE, list(_levels(made.levels, scale, stop))
    missed = tuple(bar for bar in made.missed if bar.is_late(stop))
    for title, bars, most in (
        (_tr("Record", "Call-outs"), made.calls, MOST_LANES),
        (_tr("Record", "Services"), made.services, FEW_LANES),
        (_tr("Record", "Missed"), missed, FEW_LANES),
    ):
        lanes, drawn = _bars(bars, most, scale, stop, reader)
        yield title, lanes * LANE, drawn
    yield _tr("Record", "People"), 34 if made.people else 0, list(_people(made, scale, stop))


def _levels(bars: Sequence[Bar], scale: _Scale, stop: datetime) -> Iterator[str]:
    for bar in bars:
        left, right = scale.x(bar.start), scale.x(bar.end or stop)
        yield _box(left, 0, right - left, LANE - 1, f"level-{bar.level.numeral}")
        yield _text(left + 3, LANE * 0.7, bar.level.numeral, bold=True)


def _bars(
    bars: Sequence[Bar], most: int, scale: _Scale, stop: datetime, reader: PaperReader
) -> tuple[int, list[str]]:
    """How many lanes they take, and the bars, each with its name behind it."""
    known = {bar.subject: bar for bar in bars}
    widened = [_with_name(bar, scale, stop, reader) for bar in bars]
    lanes = pack(widened, most, stop)
    drawn: list[str] = []
    for lane, each in lanes.placed:
        if isinstance(each, Group):
            gathered = [known[bar.subject] for bar in each.bars]
            drawn += _group(gathered, each.state, lane, scale, stop, reader)
        else:
            drawn += _bar(known[each.subject], lane, scale, stop, reader)
    return lanes.count, drawn


def _with_name(bar: Bar, scale: _Scale, stop: datetime, reader: PaperReader) -> Bar:
    """As long as it and its name are together: nothing else stands there."""
    left, right = scale.x(bar.start), scale.x(max(bar.end or stop, bar.start))
    name = _name(bar, reader)
    at, wide = _name_at(name, left, right), _width(name)
    return msgspec.structs.replace(
        bar, due=None, start=scale.moment(min(left, at) - 3),
        end=scale.moment(max(right, at + wide) + 5),
    )  # fmt: skip


def _name(bar: Bar, reader: PaperReader) -> str:
    name = reader.text(bar.name)
    return name if len(name) <= 40 else f"{name[:39]}…"


def _bar(
    bar: Bar, lane: int, scale: _Scale, stop: datetime, reader: PaperReader
) -> Iterator[str]:  # fmt: skip
    top, end = lane * LANE, max(bar.end or stop, bar.start)
    left, right = scale.x(bar.start), scale.x(end)
    yield _box(left, top + 1, max(right - left, 1.5), BAR, _LOOKS[bar.state])
    if bar.arrived_at:
        yield _line(
            scale.x(bar.arrived_at), top, scale.x(bar.arrived_at), top + LANE - 2, "arrived"
        )
    if bar.due and bar.due <= scale.end and bar.cell == "call_out":
        at = scale.x(bar.due)
        yield _line(at, top - 0.5, at, top + LANE - 1.5, "due")
    yield from _named(_name(bar, reader), left, right, top)


def _group(
    bars: Sequence[Bar], state: BarState, lane: int, scale: _Scale, stop: datetime,
    reader: PaperReader,
) -> Iterator[str]:  # fmt: skip
    left = scale.x(min(bar.start for bar in bars))
    right = scale.x(max(bar.end or stop for bar in bars))
    yield _box(left, lane * LANE + 1, max(right - left, 1.5), BAR, _LOOKS[state])
    told = reader.translate("Record", "{count} together").format(count=len(bars))
    yield from _named(told, left, right, lane * LANE)


def _named(name: str, left: float, right: float, top: float) -> Iterator[str]:
    at, wide = _name_at(name, left, right), _width(name)
    if at < right and at + wide > left:
        yield _box(at - 1, top + 1.2, wide + 2, BAR - 0.4, "plate")
    yield _text(at, top + BAR - 0.6, name)


def _name_at(name: str, left: float, right: float) -> float:
    """Behind the bar; before it, or on it, where there is no room behind."""
    wide = _width(name)
    if right + 3 + wide <= WIDE:
        return right + 3
    return left - 3 - wide if left - 3 - wide >= LEFT else max(LEFT, WIDE - wide - 2)


_LOOKS = {
    BarState.AWAITED: "awaited",
    BarState.ARRIVED_LATE: "late",
    BarState.ENDED: "ended",
    BarState.IN_TIME: "in-time",
}
"""By the classes of the style sheet."""


def _people(made: Chart, scale: _Scale, stop: datetime) -> Iterator[str]:
    """Steps, with the number at each where there is room for it."""
    if not made.people:
        return
    most = max(1, *(count for _, count in made.people))
    base, high, points, free = 30.0, 20.0, [], LEFT
    for number, (at, count) in enumerate(made.people):
        last = number + 1 == len(made.people)
        until = max(stop, at) if last else made.people[number + 1][0]
        y = base - high * count / most
        points += [(scale.x(at), y), (scale.x(until), y)]
        told = str(count)
        if scale.x(at) >= free or last:
            yield _text(scale.x(at) + 1, y - 1.5, told)
            free = scale.x(at) + _width(told) + 4
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    yield f'<polyline class="people" points="{line}"/>'


_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10080)
"""Minutes between two times of the axis."""


def _axis(scale: _Scale, top: float, reader: PaperReader) -> Iterator[str]:
    lasted = (scale.end - scale.begin) / timedelta(minutes=1)
    step = next((each for each in _STEPS if lasted / each <= 9), int(lasted / 9) + 1)
    local = reader.local(scale.begin)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    nth = (local - midnight) // timedelta(minutes=step) + 1
    while (at := midnight + timedelta(minutes=step * nth)) <= scale.end:
        x = scale.x(at)
        yield _line(x, 0, x, top, "time")
        told = reader.time(at) if step < 1440 else reader.day(at)[5:]
        yield _text(x - _width(told) / 2, top + 9, told)
        nth += 1


_HATCH = (
    '<pattern id="hatched" width="4" height="4" patternUnits="userSpaceOnUse">'
    '<rect class="paper" width="4" height="4"/><path class="hatch" d="M0,4 L4,0"/></pattern>'
)


@cache
def _style() -> str:
    """What each class looks like."""
    return (files("resources") / "print" / "chart.css").read_text("utf-8")


def _width(text: str) -> float:
    """About what it takes: Chinese letters are as wide as high, Latin ones little over half."""
    return sum(LETTER if ord(char) > 0x2E80 else LETTER * 0.58 for char in text)


def _text(x: float, y: float, text: str, *, bold: bool = False) -> str:
    title = ' class="title"' if bold else ""
    return f'<text{title} x="{x:.1f}" y="{y:.1f}">{escape(printable(text))}</text>'


def _box(x: float, y: float, wide: float, high: float, look: str) -> str:
    size = f'width="{wide:.1f}" height="{high:.1f}"'
    return f'<rect class="{look}" x="{x:.1f}" y="{y:.1f}" {size}/>'


def _line(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
    return f'<line class="{look}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'
