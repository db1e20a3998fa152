"""The timeline as shown: every entry where it happened, quick entry, corrections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication, Signal

from app.models import facts as f
from app.models.command import Refusal
from app.models.decide import FUTURE_TOLERANCE
from app.models.entry import Entry
from app.models.facts import raw_fact
from app.models.files import FileSort, sort_of
from app.models.fold import Changes
from app.models.incident import odd_entries
from app.models.quick import read_quick, time_near
from app.models.refusals import refuse
from app.models.telling import LATE_MARK_FROM, tell
from app.models.text import by_number
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.part import Answered, Scene
from app.presenters.roles import Severity
from app.presenters.rows import Row
from app.presenters.timeline_model import TimelineModel
from app.station.changed import Done

_tr = QCoreApplication.translate


def _picture(fact: f.AnyFact) -> str:
    """The fingerprint of the photo that an entry is about; "" if it is about none."""
    if isinstance(fact, f.Attached) and sort_of(fact.media_type) is FileSort.PICTURE:
        return fact.sha256
    return ""


class TimelineProps(msgspec.Struct, frozen=True, kw_only=True):
    count: str = ""
    mine: bool = False
    empty: str = ""


class TimelinePresenter(Acting):
    recorded = Signal(str, str)
    """(id of a note just written here, words for when) where it stands above others; ("", "") where
    it is the last, and in view."""
    keys: ClassVar[Mapping[str, str]] = {"R": "correct", "X": "strike"}

    def __init__(self, scene: Scene, *, day_of: Callable[[Entry], str] | None = None) -> None:
        """`day_of` names the day of an entry, where days are to be told apart."""
        super().__init__(scene)
        self.props = TimelineProps()
        self._mine = False
        self._odd = odd_entries(scene.incident)
        self.model = TimelineModel(self._row, self, day_of=day_of)
        self.model.set_entries(self._of_interest())
        self._derive()

    def take(self, changes: Changes) -> None:
        for entry in changes.entries:
            if self._is_of_interest(entry):
                self.model.show(entry)
            if isinstance(entry.fact, f.Corrected):
                self.mark((entry.fact.entry,))
        self._look_for_odd(changes)
        self._derive()

    def _look_for_odd(self, changes: Changes) -> None:
        """Entries that contradict others are marked, whichever of them came last."""
        fold = self.scene.incident.fold
        touched = any(fold.value(cell, subject).odd for cell, subject in changes.cells)
        if touched or self._odd or changes.touches("course"):
            before, self._odd = self._odd, odd_entries(self.scene.incident)
            self.mark(before ^ self._odd)

    def take_back(self, entries: Iterable[Entry]) -> None:
        """They were announced, but the shared log does not have them."""
        for entry in entries:
            self.model.take_away(entry)
            if isinstance(entry.fact, f.Corrected):
                self.mark((entry.fact.entry,))
        self._derive()

    def refresh(self) -> None:
        """Other words for the same entries; nothing changes its place."""
        self.model.show_all_again()
        self._derive()

    def renew(self) -> None:
        self._odd = odd_entries(self.scene.incident)
        self.model.set_entries(self._of_interest())
        self._derive()

    def mark(self, ids: Iterable[str]) -> None:
        """These entries are corrected, or confirmed by the shared log."""
        for entry_id in ids:
            entry = self.scene.incident.fold.entry(entry_id)
            if entry is not None:
                self.model.show_again(entry)

    def show_mine(self, *, mine: bool) -> None:
        """Only what the person at this station wrote, or everything."""
        if mine != self._mine:
            self._mine = mine
            self.model.set_entries(self._of_interest())
            self._derive()

    def position(self, entry_id: str) -> int:
        """The row of an entry; -1 where it is not shown."""
        entry = self._entry(entry_id)
        return -1 if entry is None else self.model.position(entry)

    # What a person can ask for ---------------------------------------------------------------

    def write(self, text: str, then: Answered | None = None) -> None:
        """A note; "10:03 text" says when it happened."""
        note, at = read_quick(text, self.scene.now, self.scene.reader.zone)

        def done(answer: Done | Refusal) -> None:
            if isinstance(answer, Done) and answer.entries:
                self._tell_where(answer.entries[0])
            if then:
                then(answer)

        self.scene.ask(f.Note(text=note), done, at=at)

    def _tell_where(self, entry: Entry) -> None:
        timeline = self.scene.incident.timeline
        if not timeline or timeline[-1].at <= entry.at:
            self.recorded.emit("", "")
            return
        words = _tr("Timeline", "Recorded at {time}")
        self.recorded.emit(entry.id, words.format(time=self.scene.reader.time(entry.at)))

    def choices(self, key: str) -> tuple[Choice, ...]:
        entry = self._entry(key)
        if entry is None or isinstance(entry.fact, f.Corrected | f.Unknown):
            return ()
        return (
            self._choice("correct", _tr("Timeline", "Correct…")),
            self._choice("strike", _tr("Timeline", "Strike…")),
        )

    def question(self, key: str, action: str) -> Question | None:
        entry = self._entry(key)
        if entry is None:
            return None
        reason = Field(key="reason", label=_tr("Timeline", "Reason"))
        told = self._row(entry).title
        if action == "strike":
            title = _tr("Timeline", "Strike “{entry}”").format(entry=told)
            return Question(title=title, do=_tr("Timeline", "Strike"), fields=(reason,))
        note, time = self._note(entry), self.scene.reader.second(self._happened(entry))
        fields = [Field(key="time", label=_tr("Timeline", "When"), value=time), reason]
        if note is not None:
            fields.insert(0, Field(key="text", label=_tr("Timeline", "What"), value=note))
        title = _tr("Timeline", "Correct “{entry}”").format(entry=told)
        return Question(title=title, do=_tr("Timeline", "Correct"), fields=tuple(fields))

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        entry, reason = self._entry(key), answers["reason"]
        if action == "strike" or entry is None:
            self.scene.ask(f.Corrected(entry=key, reason=reason), then)
        else:
            self._correct(entry, answers, then)

    def _correct(self, entry: Entry, answers: Answers, then: Answered | None) -> None:
        """The entry with another text, or at another time near the one it has now."""
        reader, happened = self.scene.reader, self._happened(entry)
        fact, typed, at = self._effective(entry).fact, answers["time"].strip(), None
        if isinstance(fact, f.Unknown):
            return
        if typed != reader.second(happened):
            at = time_near(typed, happened, reader.zone)
            if at is None:
                self.scene.refuse(refuse("no_time", typed=typed), then)
                return
        text = answers.get("text")
        if at is None and text == self._note(entry):
            self.scene.refuse(refuse("unchanged"), then)
            return
        instead = fact if text is None else f.Note(text=text.strip())
        at = at or (happened if happened != entry.at else None)
        reason = answers["reason"]
        self.scene.ask(
            f.Corrected(entry=entry.id, reason=reason, fact=raw_fact(instead), at=at), then
        )

    # ------------------------------------------------------------------------------------------

    def _entry(self, entry_id: str) -> Entry | None:
        return self.scene.incident.fold.entry(entry_id)

    def _effective(self, entry: Entry) -> Entry:
        """As it was last corrected; what was struck as it was."""
        return self.scene.incident.fold.effective(entry) or entry

    def _note(self, entry: Entry) -> str | None:
        """The text of a note as it now stands; None if the entry is no note."""
        fact = self._effective(entry).fact
        return fact.text if isinstance(fact, f.Note) else None

    def _happened(self, entry: Entry) -> datetime:
        return self._effective(entry).at

    def _of_interest(self) -> list[Entry]:
        return [entry for entry in self.scene.incident.timeline if self._is_of_interest(entry)]

    def _is_of_interest(self, entry: Entry) -> bool:
        return not self._mine or entry.author == self.scene.bridge.station.person

    def _derive(self) -> None:
        count = len(self.scene.incident.timeline)
        told = by_number(
            count, _tr("Timeline", "{count} entry"), _tr("Timeline", "{count} entries")
        ).format(count=count)
        empty = "" if self.model.rowCount() else self.empty_words()
        props = TimelineProps(count=told, mine=self._mine, empty=empty)
        if props != self.props:
            self.props = props
            self.changed.emit()

    def empty_words(self) -> str:
        return _tr("Timeline", "Nothing written by you yet.")

    def _row(self, entry: Entry) -> Row:
        scene, reader = self.scene, self.scene.reader
        line = tell(entry.fact, scene.names)
        title = reader.say(line.phrase)
        subject = reader.word(line.subject)
        waiting = scene.bridge.station.is_waiting(entry.id)
        return Row(
            key=entry.id,
            title=title,
            bold=len(subject) if title.startswith(subject) else 0,
            subtitle=f"{entry.station} • {entry.author}",
            time=reader.second(entry.at),
            chip=_tr("Timeline", "contradicts other entries") if entry.id in self._odd else "",
            chip_severity=Severity.SOON,
            struck=scene.incident.fold.correction_of(entry.id) is not None,
            late_mark=self._time_mark(entry),
            waiting=_tr("Timeline", "waiting for the network") if waiting else "",
            picture=_picture(self._effective(entry).fact),
        )

    def _time_mark(self, entry: Entry) -> str:
        """Entered later than it happened; or dated ahead by a station whose clock was wrong."""
        second = self.scene.reader.second
        recorded = self.scene.bridge.station.recorded(entry)
        if recorded and entry.at - recorded.at > FUTURE_TOLERANCE:
            ahead = _tr("Timeline", "dated ahead, recorded {time}")
            return ahead.format(time=second(recorded.at))
        if entry.typed_at - entry.at > LATE_MARK_FROM:
            return _tr("Timeline", "written {time}").format(time=second(entry.typed_at))
        return ""
