"""The shift log as shown: month by month, handed over at shift change, incidents opened from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, Signal

from app.models import facts as f
from app.models.command import Refusal
from app.models.entry import Entry
from app.models.shift import shift_stream
from app.presenters.asking import NO_ANSWERS, Answers, Choice, Field, Question
from app.presenters.bridge import Bridge
from app.presenters.owed import OwedPresenter
from app.presenters.part import Answered, Scene
from app.presenters.reader import QtReader
from app.presenters.tick import Tick
from app.presenters.timeline import TimelinePresenter
from app.station.changed import Changed, Shared
from app.store.log import LogAway

_tr = QCoreApplication.translate


LONGEST_TITLE = 60
"""Characters."""


class FromLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the shift log that an incident is opened from; `at` is when it happened."""

    entry: str
    text: str
    at: datetime

    @property
    def title(self) -> str:
        """Its first line, as far as a title goes."""
        return self.text.strip().split("\n", 1)[0][:LONGEST_TITLE]


class ShiftTimeline(TimelinePresenter):
    """One month of the shift log."""

    keys: ClassVar[Mapping[str, str]] = {**TimelinePresenter.keys, "O": "open"}
    opening_asked = Signal(object)
    """FromLine: an incident is to be opened from it."""

    def __init__(self, scene: Scene, owed: OwedPresenter) -> None:
        self._owed = owed
        super().__init__(scene, day_of=self._day)

    def empty_words(self) -> str:
        if self.props.mine:
            return super().empty_words()
        return _tr("Shift", "Nothing was written this month yet. T writes what happened.")

    def choices(self, key: str) -> tuple[Choice, ...]:
        found = super().choices(key)
        opening = self._choice("open", _tr("Shift", "Open an incident from this…"))
        return (opening, *found) if self._text(key) else found

    def question(self, key: str, action: str) -> Question | None:
        match action:
            case "open":
                return None
            case "hand_over":
                return self._ask_hand_over()
            case _:
                return super().question(key, action)

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        match action:
            case "open":
                self._open_from(key)
            case "hand_over":
                given = {name: text.strip() for name, text in answers.items()}
                self.scene.ask(f.ShiftHandedOver(**given), then)
            case _:
                super().act(key, action, answers, then)

    def _open_from(self, key: str) -> None:
        entry, text = self._entry(key), self._text(key)
        if entry is not None and text:
            self.opening_asked.emit(FromLine(entry=key, text=text, at=self._happened(entry)))

    def _text(self, key: str) -> str:
        """What a line says that an incident can be opened from; empty for the others."""
        entry = self._entry(key)
        return (self._note(entry) or "") if entry else ""

    def _ask_hand_over(self) -> Question:
        people = [each.name for each in self.scene.site.people.values()]
        me = self.scene.bridge.station.person
        others = tuple((name, name) for name in sorted(people) if name != me)
        return Question(
            title=_tr("Shift", "Hand over the shift"),
            do=_tr("Shift", "Hand over"),
            fields=(
                Field(key="from_name", label=_tr("Shift", "From"), value=me),
                Field(key="to_name", label=_tr("Shift", "To"), options=others, free=True),
                Field(key="text", label=_tr("Shift", "To know"), value=self._still_open()),
            ),
        )

    def _still_open(self) -> str:
        """Open incidents and overdue follow-ups, for whoever comes next."""
        bridge = self.scene.bridge
        told = [
            _tr("Shift", "{number} {title} (level {level})").format(
                number=bridge.number_of(stream), title=incident.detail.title,
                level=incident.leveling.level.numeral,
            ).strip()
            for stream, incident in bridge.station.incidents.items()
            if incident.is_open and not incident.course.drill
        ]  # fmt: skip
        overdue = self._owed.props.overdue
        return "; ".join([*told, *([overdue] if overdue else [])]) or _tr("Shift", "nothing open")

    def _day(self, entry: Entry) -> str:
        reader = self.scene.reader
        weekday = QLocale(reader.language).dayName(reader.local(entry.at).isoweekday())
        return f"{reader.day(entry.at)}  {weekday}"


class ShiftPresenter(QObject):
    """Shows this month until an earlier one is asked for; at midnight the month may change.

    `timeline` is made when somebody first looks, and another one with each month.
    """

    month_changed = Signal()
    """`timeline` is another one."""
    opening_asked = Signal(object)
    """FromLine."""

    def __init__(
        self, bridge: Bridge, tick: Tick, reader: QtReader, owed: OwedPresenter
    ) -> None:  # fmt: skip
        super().__init__()
        self._bridge, self._reader, self._owed = bridge, reader, owed
        self._month = self._today()
        self._is_now = True
        self.timeline: ShiftTimeline | None = None
        bridge.changed.connect(self._take)
        bridge.shared.connect(self._mark)
        tick.ticked.connect(self._look_at_the_calendar)

    @property
    def month(self) -> str:
        """The month in view, in words."""
        first = QDate(self._month.year, self._month.month, 1)
        # Qt's letters for month and year.
        return QLocale(self._reader.language).toString(first, _tr("Shift", "MMMM yyyy"))

    @property
    def is_now(self) -> bool:
        """Whether it is this month, in which one writes."""
        return self._is_now

    def begin(self) -> ShiftTimeline:
        """The month in view; to be called when somebody looks."""
        return self.timeline or self._show(self._month)

    def refresh(self) -> None:
        """In another language."""
        if self.timeline is not None:
            self.timeline.refresh()

    def earlier(self) -> None:
        """The month before; one that is not held here is asked of the shared log."""
        self._go(self._month - timedelta(days=1))

    def later(self) -> None:
        """The month after, up to this one."""
        if not self._is_now:
            self._go(self._month + timedelta(days=31))

    def this_month(self) -> None:
        self._show(self._today())

    def carry_over(self, line: FromLine, stream: str) -> None:
        """The line stands in the incident too, at the time at which it happened."""
        self._bridge.ask(stream, f.Note(text=line.text), at=line.at)

    def _go(self, day: date) -> None:
        month = day.replace(day=1)
        if shift_stream(month) in self._bridge.station.incidents or month >= self._today():
            self._show(month)
        else:
            self._bridge.run(self._load(month))

    async def _load(self, month: date) -> None:
        """Out of reach, it is shown as far as it is held here: not at all."""
        try:
            await self._bridge.station.load(shift_stream(month))
        except LogAway as error:
            self._bridge.refused.emit(Refusal(code="away", why=error.why))
        else:
            self._show(month)

    def _show(self, month: date) -> ShiftTimeline:
        stream = shift_stream(month)
        self._bridge.station.shift(stream)
        scene = Scene(bridge=self._bridge, reader=self._reader, stream=stream)
        self._month, self._is_now = month, month == self._today()
        self.timeline = ShiftTimeline(scene, self._owed)
        self.timeline.opening_asked.connect(self.opening_asked)
        self.month_changed.emit()
        return self.timeline

    def _today(self) -> date:
        """The first of this month, by the clock on the reader's wall."""
        return self._reader.local(self._bridge.now()).date().replace(day=1)

    def _look_at_the_calendar(self, now: datetime) -> None:
        del now
        if self._is_now and self._month != self._today():
            self._month = self._today()
            if self.timeline is not None:
                self._show(self._month)

    def _take(self, changed: Changed) -> None:
        if self.timeline is not None and changed.stream == self.timeline.scene.stream:
            self.timeline.take(changed.changes)
            self.timeline.take_back(changed.withdrawn)

    def _mark(self, shared: Shared) -> None:
        if self.timeline is not None and shared.stream == self.timeline.scene.stream:
            self.timeline.mark(shared.entries)
