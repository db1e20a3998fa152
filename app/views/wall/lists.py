"""The lists of an incident that is shown large: the roster as it fills, zones, latest entries."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from app.presenters.roles import Severity
from app.presenters.wall_counting import Count, count
from app.presenters.wall_incident import WallIncident
from app.presenters.wall_parts import WallEntry, WallZone
from app.presenters.wall_roster import WallRow
from app.views.parts import painting
from app.views.wall.block import Block
from app.views.wall.counts import (
    count_cells,
    count_high,
    count_wide,
    draw_count,
    draw_slot,
    slot_rects,
    slot_state,
)
from app.views.wall.ink import LETTER, WallInk, chip_wide, draw, draw_chip

_NEVER_FIRST = "，。、；：！？）》”’…,.;:!?)"
"""What begins no line."""
NAME, HEADING = 22.0, 21.0
"""Millimetres of capitals."""
EDGE, GAP = 14.0, 6.0
WORTH_CUTTING = 250.0
"""Millimetres: of what has less room a few letters would be left."""


class Listing(Block):
    """A heading, and rows below it as far as they fit; what does not is counted."""

    def __init__(self, ink: WallInk, incident: WallIncident, parent: QWidget) -> None:
        super().__init__(ink, parent)
        self.incident = incident

    @property
    def heading(self) -> QRect:
        edge, high = self.ink.mm(EDGE), self.ink.mm(4) + self.ink.line(HEADING)
        return QRect(edge, 0, self.width() - 2 * edge, high)

    @property
    def body(self) -> QRect:
        edge, top = self.ink.mm(EDGE), self.heading.bottom() + 1
        return QRect(edge, top, self.width() - 2 * edge, self.height() - top)

    def rows(self, high: int, wanted: int) -> list[QRect]:
        """The places of as many rows as fit."""
        body = self.body
        fits = min(wanted, body.height() // max(high, 1))
        return [QRect(body.left(), body.top() + nth * high, body.width(), high)
                for nth in range(fits)]  # fmt: skip

    def paint_heading(self, painter: QPainter, title: str, told: str = "") -> None:
        ink, rect = self.ink, self.heading
        draw(painter, ink, rect, title, HEADING, ink.theme.text, bold=True)
        at = rect.left() + ink.wide(title, HEADING, bold=True) + ink.mm(8)
        rest = QRect(at, rect.top(), rect.right() - at, rect.height())
        draw(painter, ink, rest, told, LETTER, ink.theme.quiet)
        line = QRect(0, rect.bottom(), self.width(), max(1, ink.mm(0.6)))
        painter.fillRect(line, ink.colour(ink.theme.edge))

    def paint_rule(self, painter: QPainter, row: QRect) -> None:
        thin = max(1, self.ink.mm(0.6))
        rule = QRect(0, row.bottom() + 1 - thin, self.width(), thin)
        painter.fillRect(rule, self.ink.colour(self.ink.theme.edge))


class Title(NamedTuple):
    """A name as it is painted: millimetres of its capitals, pixels of its width, its lines."""

    high: float
    wide: int
    lines: list[str]


class RosterList(Listing):
    """Who is awaited, with countdowns; the frame of all places beside the heading."""

    def __init__(self, ink: WallInk, incident: WallIncident, parent: QWidget) -> None:
        super().__init__(ink, incident, parent)
        self.setObjectName("wallRoster")
        self._rows: list[tuple[QRect, WallRow]] = []

    def high_of(self, wanted: int) -> int:
        """Pixels that so many rows need, with the heading."""
        return self.heading.height() + wanted * self._high

    @property
    def _high(self) -> int:
        two_lines = self.ink.line(NAME) + self.ink.line(LETTER)
        return max(two_lines, count_high(self.ink)) + self.ink.mm(3)

    def arrange(self) -> None:
        rows = self.incident.roster.rows
        rects = self.rows(self._high, len(rows))
        self._rows = list(zip(rects, rows, strict=False))

    @property
    def shown(self) -> int:
        return len(self._rows)

    def _more(self) -> str:
        """How many of those who are not here have no room."""
        more = self.incident.roster.owed - len(self._rows)
        return f"+{more}" if more > 0 else ""

    def _more_rect(self) -> QRect:
        rect, wide = self.heading, self.ink.wide(self._more(), LETTER)
        return QRect(rect.right() + 1 - wide, rect.top(), wide, rect.height())

    def _count_rect(self, row: QRect) -> QRect:
        wide = max(count_wide(self.ink), self.ink.mm(150))
        high = count_high(self.ink)
        top = row.center().y() - high // 2
        return QRect(row.right() + 1 - wide, top, wide, high)

    def _heading_end(self) -> int:
        rect = self.heading
        return self._more_rect().left() - self.ink.mm(GAP) if self._more() else rect.right()

    def _told(self) -> str:
        """How many are here, in as many words as there is room for."""
        ink, roster = self.ink, self.incident.roster
        at = self.heading.left() + ink.wide(roster.title, HEADING, bold=True) + ink.mm(8)
        said = (roster.told, roster.told_brief)
        return next((t for t in said if at + ink.wide(t, LETTER) <= self._heading_end()), "")

    def _slots(self) -> QRect:
        ink, roster, rect = self.ink, self.incident.roster, self.heading
        used = ink.wide(roster.title, HEADING, bold=True) + ink.wide(self._told(), LETTER)
        left = rect.left() + used + ink.mm(8 + 12)
        high = ink.mm(LETTER)
        right = self._heading_end()
        return QRect(left, rect.center().y() - high // 2, right - left, high)

    def cells(self) -> Mapping[Hashable, tuple[QRect, Hashable]]:
        now = self.now
        if now is None:
            return {}
        found: dict[Hashable, tuple[QRect, Hashable]] = {}
        for rect, row in self._rows:
            if row.due:
                made = count(row.start, row.due, now)
                found |= count_cells(self.ink, row.key, self._count_rect(rect), made)
                found[row.key, "late"] = (rect, now >= row.due)
        room = self._slots()
        for nth, (rect, slot) in enumerate(
            zip(slot_rects(self.ink, room, self.incident.roster.slots), self.incident.roster.slots,
                strict=False)
        ):  # fmt: skip
            found["slot", nth] = (rect, slot_state(slot, now, room.height()))
        return found

    def paint(self, painter: QPainter) -> None:
        roster, now = self.incident.roster, self.now
        if now is None:
            return
        room = self._slots()
        if self.are_asked_for(QRegion(self.heading) - QRegion(room)):
            self.paint_heading(painter, roster.title, self._told())
            draw(painter, self.ink, self._more_rect(), self._more(), LETTER, self.ink.theme.quiet)
        for rect, slot in zip(slot_rects(self.ink, room, roster.slots), roster.slots, strict=False):
            if self.is_asked_for(rect):
                draw_slot(painter, self.ink, rect, slot_state(slot, now, room.height()))
        for rect, row in self._rows:
            if self.is_asked_for(rect):
                self._paint_row(painter, rect, row, now)
        if roster.empty:
            draw(painter, self.ink, self.body, roster.empty, NAME, self.ink.theme.quiet,
                 painting.CENTRE)  # fmt: skip

    def _paint_row(self, painter: QPainter, row: QRect, props: WallRow, now: datetime) -> None:
        ink, theme = self.ink, self.ink.theme
        figures = self._count_rect(row)
        self._paint_right(painter, figures, props, now)
        if not self.are_asked_for(QRegion(row) - QRegion(figures)):
            return
        room = figures.left() - ink.mm(GAP) - row.left()
        high = ink.line(NAME)
        top = row.top() + (row.height() - high - ink.line(LETTER)) // 2
        chip, severity = props.chip, props.chip_severity
        if props.due and now >= props.due and props.late_chip:
            chip, severity = props.late_chip, Severity.OVERDUE
        title = self._title(props.title, room)
        for nth, text in enumerate(title.lines):
            line = QRect(row.left(), top + nth * high, room, high)
            draw(painter, ink, line, text, title.high, theme.text, bold=True)
        wide, at = chip_wide(ink, chip), row.left() + title.wide + ink.mm(GAP)
        below = QRect(row.left(), top + high, room, ink.line(LETTER))
        if chip and at + wide <= row.left() + room:
            draw_chip(painter, ink, QRect(at, top, wide, high), chip, severity)
        elif severity is Severity.SOON and wide <= room:
            below.setWidth(wide)
            draw_chip(painter, ink, below, chip, severity)
            below = QRect()
        if len(title.lines) == 1:
            draw(painter, ink, below, self._about(props.about, room), LETTER, theme.quiet)
        self.paint_rule(painter, row)

    def _title(self, name: str, room: int) -> Title:
        """Smaller before it takes the line of what is said below, and that before it is cut."""
        for high in (NAME, LETTER):
            wide = self.ink.wide(name, high, bold=True)
            if wide <= room:
                return Title(high=high, wide=wide, lines=[name])
        metrics = QFontMetrics(self.ink.face(LETTER, bold=True))
        return Title(high=LETTER, wide=room, lines=wrapped(name, metrics, room, 2))

    def _about(self, said: Sequence[str], room: int) -> str:
        """Rather nothing than a few letters."""
        text = fitting(said, QFontMetrics(self.ink.face(LETTER)), room)
        fits = self.ink.wide(text, LETTER) <= room or room >= self.ink.mm(WORTH_CUTTING)
        return text if fits else ""

    def _paint_right(self, painter: QPainter, rect: QRect, props: WallRow, now: datetime) -> None:
        if props.due:
            draw_count(painter, self.ink, rect, _count(props, now), self.is_asked_for)
        else:
            tone = self.ink.tone(props.told_severity)
            draw(painter, self.ink, rect, props.told, NAME, tone.text, painting.RIGHT)


def _count(row: WallRow, now: datetime) -> Count:
    return count(row.start, row.due, now)


class ZonesList(Listing):
    def __init__(self, ink: WallInk, incident: WallIncident, parent: QWidget) -> None:
        super().__init__(ink, incident, parent)
        self.setObjectName("wallZones")
        self._rows: list[tuple[QRect, WallZone]] = []

    @property
    def _high(self) -> int:
        return self.ink.line(NAME) + self.ink.mm(5)

    def high_of(self, wanted: int) -> int:
        return self.heading.height() + wanted * self._high

    def arrange(self) -> None:
        rows = self.incident.zones.rows
        self._rows = list(zip(self.rows(self._high, len(rows)), rows, strict=False))

    def paint(self, painter: QPainter) -> None:
        zones, more = self.incident.zones, len(self.incident.zones.rows) - len(self._rows)
        told = self._none() if not zones.rows else f"+{more}" if more else ""
        self.paint_heading(painter, zones.title, told)
        for rect, row in self._rows:
            self._paint_row(painter, rect, row)

    def _paint_row(self, painter: QPainter, row: QRect, zone: WallZone) -> None:
        ink, theme = self.ink, self.ink.theme
        said = self._chip(zone, row.width())
        wide = min(chip_wide(ink, said), row.width() * 2 // 3)
        chip = QRect(row.right() + 1 - wide, row.top(), wide, row.height() - ink.mm(2))
        draw_chip(painter, ink, chip, said, zone.severity)
        room = chip.left() - ink.mm(GAP) - row.left()
        name = min(ink.wide(zone.title, NAME, bold=True), room)
        line = QRect(row.left(), row.top(), name, row.height())
        draw(painter, ink, line, zone.title, NAME, theme.text, bold=True)
        rest = QRect(line.right() + ink.mm(GAP), row.top(), room - name - ink.mm(GAP), row.height())
        if ink.wide(zone.about, LETTER) <= rest.width():
            draw(painter, ink, rest, zone.about, LETTER, theme.quiet)
        self.paint_rule(painter, row)

    def _none(self) -> str:
        zones, rect = self.incident.zones, self.heading
        at = self.ink.wide(zones.title, HEADING, bold=True) + self.ink.mm(8)
        fits = at + self.ink.wide(zones.empty, LETTER) <= rect.width()
        return zones.empty if fits else zones.empty_brief

    def _chip(self, zone: WallZone, room: int) -> str:
        """What matters most where there is no room for all beside the name."""
        name = self.ink.wide(zone.title, NAME, bold=True) + self.ink.mm(GAP)
        fits = name + chip_wide(self.ink, zone.chip) <= room
        return zone.chip if fits else zone.chip_brief


class LatestList(Listing):
    """The newest first; a long one on two lines, on three where lines are short."""

    LINES, SHORT = 2, 420.0
    """Lines; millimetres of a list below which its lines are short."""

    def __init__(self, ink: WallInk, incident: WallIncident, parent: QWidget) -> None:
        super().__init__(ink, incident, parent)
        self.setObjectName("wallLatest")
        self._rows: list[tuple[QRect, WallEntry, list[str]]] = []

    def arrange(self) -> None:
        body, top = self.body, self.body.top()
        self._rows.clear()
        for entry in self.incident.latest.entries:
            fits = (body.bottom() - top - self.ink.mm(5)) // self._line
            lines = self._wrapped(entry, self._most if self._rows else min(self._most, fits))
            high = len(lines) * self._line + self.ink.mm(5)
            if top + high > body.bottom():
                break
            self._rows.append((QRect(body.left(), top, body.width(), high), entry, lines))
            top += high

    @property
    def _most(self) -> int:
        return self.LINES + (self.width() < self.ink.mm(self.SHORT))

    def high_of_one(self) -> int:
        """Pixels that the heading and any entry need."""
        return self.heading.height() + self._most * self._line + self.ink.mm(5) + 1

    @property
    def _line(self) -> int:
        return self.ink.line(LETTER)

    @property
    def _time_wide(self) -> int:
        return self.ink.wide("00:00", LETTER, mono=True) + self.ink.mm(8)

    def _wrapped(self, entry: WallEntry, most: int) -> list[str]:
        text = f"{entry.text} ({entry.mark})" if entry.mark else entry.text
        return wrapped(text.replace("\n", " "), QFontMetrics(self.ink.face(LETTER)),
                       self.body.width() - self._time_wide, most)  # fmt: skip

    def paint(self, painter: QPainter) -> None:
        self.paint_heading(painter, self.incident.latest.title)
        for rect, entry, lines in self._rows:
            self._paint_row(painter, rect, entry, lines)

    def _paint_row(self, painter: QPainter, row: QRect, entry: WallEntry, lines: list[str]) -> None:
        ink, theme = self.ink, self.ink.theme
        top, high = row.top() + ink.mm(2), self._line
        time = QRect(row.left(), top, self._time_wide, high)
        draw(painter, ink, time, entry.time, LETTER, theme.quiet, mono=True)
        left = time.right() + 1
        for nth, text in enumerate(lines):
            line = QRect(left, top + nth * high, row.right() - left, high)
            colour = theme.quiet if entry.struck else theme.text
            draw(painter, ink, line, text, LETTER, colour)
            if entry.struck:
                wide = min(ink.wide(text, LETTER), line.width())
                middle = QRect(left, line.center().y(), wide, max(2, ink.mm(1.5)))
                painter.fillRect(middle, ink.colour(theme.quiet))
        self.paint_rule(painter, row)


def fitting(said: Sequence[str], metrics: QFontMetrics, wide: int) -> str:
    """As many whole ones as fit on a line; only the first, where it stands alone, may be cut."""
    for shown in range(len(said), 1, -1):
        line = " • ".join(said[:shown])
        if metrics.horizontalAdvance(line) <= wide:
            return line
    return said[0] if said else ""


def counted(said: Sequence[str], between: str, metrics: QFontMetrics, wide: int, of: int) -> str:
    """As many whole ones as fit on a line; of the others, of so many altogether, the number.

    Where not even the first has room, it stands alone, to be cut.
    """
    for shown in range(len(said), 0, -1):
        more = [f"+{of - shown}"] if of > shown else []
        line = between.join([*said[:shown], *more])
        if metrics.horizontalAdvance(line) <= wide:
            return line
    return said[0] if said else ""


def packed(
    names: Sequence[str], between: str, metrics: QFontMetrics, wide: int, most: int
) -> list[str]:
    """Whole names in at most so many lines; those that have no room are counted."""
    lines = [""]
    for nth, name in enumerate(names):
        left = len(names) - nth - 1
        piece = f"{name}{between}" if left else name
        more = f"+{left}" if left and len(lines) == most else ""
        fits = metrics.horizontalAdvance(f"{lines[-1]}{piece.rstrip()}{more}") <= wide
        if fits or not lines[-1]:
            lines[-1] += piece
        elif len(lines) < most:
            lines.append(piece)
        else:
            lines[-1] += f"+{left + 1}"
            break
    return lines


def wrapped(text: str, metrics: QFontMetrics, wide: int, most: int) -> list[str]:
    """In at most so many lines, the last of them cut where there is more."""
    lines: list[str] = []
    rest = text.strip()
    while rest and len(lines) < most:
        if len(lines) == most - 1 or metrics.horizontalAdvance(rest) <= wide:
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, wide))
            break
        cut = _fitting(rest, metrics, wide)
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return lines or [""]


def _fitting(text: str, metrics: QFontMetrics, wide: int) -> int:
    """How many characters go on one line; between words where there are any."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if metrics.horizontalAdvance(text[:middle]) <= wide:
            low = middle
        else:
            high = middle - 1
    behind = max(text.rfind(sign, 0, low) + 1 for sign in "、-")
    space = max(text.rfind(" ", 0, low + 1), behind)
    if space > low // 2:
        return space
    while low > 1 and text[low] in _NEVER_FIRST:
        low -= 1
    return low
