"""One month of the shift log as shown: days told apart, handing over, opening from a line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication, QLocale, Signal

from app.models import facts as f
from app.models.entry import Entry
from app.models.shift import shift_stream
from app.presenters.asking import NO_ANSWERS, Answers, Choice, Field, Question
from app.presenters.owed import OwedPresenter
from app.presenters.part import Answered, Scene
from app.presenters.timeline import TimelinePresenter
from app.presenters.words import series

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
                self._hand_over(answers, then)
            case _:
                super().act(key, action, answers, then)

    def _open_from(self, key: str) -> None:
        entry, text = self._entry(key), self._text(key)
        if entry is not None and text:
            self.opening_asked.emit(FromLine(entry=key, text=text, at=self._happened(entry)))

    def _hand_over(self, answers: Answers, then: Answered | None) -> None:
        """In the month of now: it may have turned while one typed."""
        given = {name: text.strip() for name, text in answers.items()}
        scene = self.scene
        stream = shift_stream(scene.reader.local(scene.now).date())
        scene.bridge.station.shift(stream)
        scene.bridge.ask(stream, f.ShiftHandedOver(**given), then=then)

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
        return series((*told, overdue or "")) or _tr("Shift", "nothing open")

    def _day(self, entry: Entry) -> str:
        reader = self.scene.reader
        weekday = QLocale(reader.language).dayName(reader.local(entry.at).isoweekday())
        return f"{reader.day(entry.at)}  {weekday}"
