"""The timeline as shown: every entry where it happened, put into words only when painted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject

from app.models import facts as f
from app.models.entry import Entry
from app.models.facts import raw_fact
from app.models.fold import Changes
from app.models.quick import read_quick
from app.models.telling import tell
from app.presenters.part import Part, Scene
from app.presenters.rows import GETTERS, Index, Row

_tr = QCoreApplication.translate

LATE_MARK_FROM = timedelta(minutes=1)
"""Entries typed later than this after the fact say so (as lifeline-hub does)."""


class TimelineModel(QAbstractListModel):
    """Rows by (`at`, `id`). Each is derived when first asked for, so 10,000 cost what is seen."""

    def __init__(self, derive: Callable[[Entry], Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._derive = derive
        self._entries: list[Entry] = []
        self._rows: dict[str, Row] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = 0) -> Any:
        getter = GETTERS.get(role)
        at = index.row()
        if getter is None or not 0 <= at < len(self._entries):
            return None
        return getter(self._row(self._entries[at]), _NEVER)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._entries = list(entries)
        self._rows.clear()
        self.endResetModel()

    def show(self, entry: Entry) -> None:
        """Put a new entry where it happened."""
        at = self._position(entry)
        self.beginInsertRows(QModelIndex(), at, at)
        self._entries.insert(at, entry)
        self.endInsertRows()

    def show_again(self, entry: Entry) -> None:
        """Something about it is different: it was corrected, or the shared log has it now."""
        at = self._position(entry)
        if at < len(self._entries) and self._entries[at].id == entry.id:
            self._rows.pop(entry.id, None)
            index = self.index(at)
            self.dataChanged.emit(index, index)

    def _position(self, entry: Entry) -> int:
        entries = self._entries
        if not entries or entries[-1].order < entry.order:
            return len(entries)
        return bisect_left(entries, entry.order, key=lambda each: each.order)

    def _row(self, entry: Entry) -> Row:
        row = self._rows.get(entry.id)
        if row is None:
            row = self._rows[entry.id] = self._derive(entry)
        return row


_NEVER = datetime.min.replace(tzinfo=UTC)
"""Nothing in the timeline counts down."""


class TimelineProps(msgspec.Struct, frozen=True, kw_only=True):
    count: str = ""
    mine: bool = False


class TimelinePresenter(Part):
    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.model = TimelineModel(self._row, self)
        self.props = TimelineProps()
        self._mine = False
        self.refresh()

    def take(self, changes: Changes) -> None:
        for entry in changes.entries:
            if self._is_of_interest(entry):
                self.model.show(entry)
            if isinstance(entry.fact, f.Corrected):
                self.mark((entry.fact.entry,))
        self._derive()

    def refresh(self) -> None:
        self.model.set_entries(
            [entry for entry in self.scene.incident.timeline if self._is_of_interest(entry)]
        )
        self._derive()

    def mark(self, ids: Iterable[str]) -> None:
        """These entries are corrected, or confirmed by the shared log."""
        for entry_id in ids:
            entry = self.scene.incident.fold.entry(entry_id)
            if entry is not None:
                self.model.show_again(entry)

    def show_mine(self, *, mine: bool) -> None:
        """Only what the person at this station wrote, or everything."""
        self._mine = mine
        self.refresh()

    # What a person can ask for ---------------------------------------------------------------

    def write(self, text: str) -> None:
        """A note; "10:03 text" says when it happened."""
        reader = self.scene.reader
        note, at = read_quick(text, self.scene.now, reader.zone)
        self.scene.ask(f.Note(text=note), at=at)

    def strike(self, entry_id: str, reason: str) -> None:
        self.scene.ask(f.Corrected(entry=entry_id, reason=reason))

    def correct_note(self, entry_id: str, text: str, reason: str) -> None:
        instead = raw_fact(f.Note(text=text))
        self.scene.ask(f.Corrected(entry=entry_id, reason=reason, fact=instead))

    def correct_time(self, entry_id: str, typed: str, reason: str) -> None:
        """It happened at another time of day, typed as in the quick entry."""
        entry = self.scene.incident.fold.entry(entry_id)
        if entry is None or isinstance(entry.fact, f.Unknown):
            return
        _, at = read_quick(f"{typed} -", self.scene.now, self.scene.reader.zone)
        fact = raw_fact(entry.fact)
        self.scene.ask(f.Corrected(entry=entry_id, reason=reason, fact=fact, at=at))

    def note_of(self, entry_id: str) -> str | None:
        """The text of a note as it now stands; None if the entry is no note."""
        entry = self.scene.incident.fold.entry(entry_id)
        effective = self.scene.incident.fold.effective(entry) if entry else None
        return effective.fact.text if effective and isinstance(effective.fact, f.Note) else None

    # ------------------------------------------------------------------------------------------

    def _is_of_interest(self, entry: Entry) -> bool:
        return not self._mine or entry.author == self.scene.bridge.station.person

    def _derive(self) -> None:
        count = len(self.scene.incident.timeline)
        told = _tr("Timeline", "{count} entries").format(count=count)
        props = TimelineProps(count=told, mine=self._mine)
        if props != self.props:
            self.props = props
            self.changed.emit()

    def _row(self, entry: Entry) -> Row:
        scene, reader = self.scene, self.scene.reader
        line = tell(entry.fact, scene.names)
        title = reader.say(line.phrase)
        subject = reader.word(line.subject)
        late = entry.typed_at - entry.at > LATE_MARK_FROM
        written = _tr("Timeline", "written {time}").format(time=reader.second(entry.typed_at))
        waiting = scene.bridge.station.is_waiting(entry.id)
        return Row(
            key=entry.id,
            title=title,
            bold=len(subject) if title.startswith(subject) else 0,
            subtitle=f"{entry.station} • {entry.author}",
            time=reader.second(entry.at),
            struck=scene.incident.fold.correction_of(entry.id) is not None,
            late_mark=written if late else "",
            waiting=_tr("Timeline", "waiting for the network") if waiting else "",
        )
