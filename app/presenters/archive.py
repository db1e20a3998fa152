"""The archive: searching all incidents, open and closed; what was found, a page at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication, Signal

from app.models.archive import Found, Search, asked
from app.models.command import Refusal
from app.models.follow_ups import owed
from app.models.levels import Level
from app.models.period import read_period
from app.presenters.archive_rows import MORE, derive_found_row, more_row
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice
from app.presenters.bridge import Bridge
from app.presenters.part import Answered, Scene
from app.presenters.reader import QtReader
from app.presenters.rows import RowModel
from app.presenters.words import level_word
from app.store.archive import Behind, Place
from app.store.log import LogAway, LogError

_tr = QCoreApplication.translate

PAGE = 100
"""Incidents shown at first, and again for each "more"."""

PATIENCE = 1.0
"""Seconds after which a search shows how far it is."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the fields. `drill` is "", "real" or "drill"; `level` a numeral or ""."""

    words: str = ""
    heading_only: bool = False
    plan: str = ""
    level: str = ""
    when: str = ""
    drill: str = ""
    overdue: bool = False


class ArchiveProps(msgspec.Struct, frozen=True, kw_only=True):
    """`progress` is 0 to 100 while something takes long, `busy` what it is.

    `behind` says what a search here cannot find yet.
    """

    told: str = ""
    behind: str = ""
    empty: str = ""
    wrong_when: bool = False
    busy: str = ""
    progress: int = 0


class ArchivePresenter(Acting):
    """A new search ends the one that is under way; typing waits for none."""

    desk_asked = Signal(str)
    """The incident of this stream is here, and its desk is wanted."""
    print_requested = Signal(str)
    replay_requested = Signal(str)
    """The record, or the replay, of the incident of this stream is wanted; it is here."""
    keys: ClassVar[Mapping[str, str]] = {"O": "open", "P": "print", "R": "replay"}

    def __init__(self, bridge: Bridge, reader: QtReader) -> None:
        super().__init__(Scene(bridge=bridge, reader=reader, stream=""))
        self._bridge, self._reader = bridge, reader
        self._found: list[Found] = []
        self._asked = Asked()
        self._more: Place | None = None
        self._task: asyncio.Task[None] | None = None
        self._behind = Behind()
        self._has_searched = False
        self._turn = self._visit = 0
        self.model = RowModel(bridge.now(), self)
        self.props = ArchiveProps()

    def begin(self, wanted: Asked) -> None:
        """Somebody looks, perhaps again: it is found anew, at least as many as were shown."""
        self._search(wanted, limit=max(PAGE, len(self._found)))

    def leave(self) -> None:
        """Nobody looks any more: no search goes on, and what is fetched leads nowhere."""
        self.cancel()
        self._visit += 1

    def refresh(self) -> None:
        """In another language."""
        self._show()

    # What can be chosen ------------------------------------------------------------------------

    def plans(self) -> list[tuple[str, str]]:
        """(key, title) of the plans of this site, by title."""
        plans = self._bridge.station.site.plans.values()
        return sorted(
            ((plan.key, self._reader.text(plan.title)) for plan in plans), key=lambda plan: plan[1]
        )

    def levels(self) -> list[tuple[str, str]]:
        """(numeral, words), the lowest first."""
        words = _tr("Archive", "{numeral} {word} or higher")
        return [
            (level.numeral, words.format(numeral=level.numeral, word=level_word(level)))
            for level in sorted(Level)
        ]

    # Searching ---------------------------------------------------------------------------------

    def search(self, wanted: Asked) -> None:
        """Find the incidents that are asked for; what was found before stays until then."""
        self._search(wanted, limit=PAGE)

    def _search(self, wanted: Asked, *, limit: int) -> None:
        self.cancel()
        self._asked = wanted
        search = self._read(wanted)
        if search is None:
            self._set(wrong_when=True)
            return
        self._has_searched = True
        self._set(wrong_when=False)
        self._turn += 1
        self._bridge.run(self._work(search, None, limit, self._turn))

    def show_more(self) -> None:
        search = self._read(self._asked)
        if search is not None and self._more is not None and self._task is None:
            self._bridge.run(self._work(search, self._more, PAGE, self._turn))

    def cancel(self) -> None:
        """End what is under way; what was found before stays."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
        self._set(busy="", progress=0)

    def _read(self, wanted: Asked) -> Search | None:
        """None if what was typed as a time is none."""
        number, terms = asked(wanted.words)
        period = read_period(wanted.when, self._reader.zone)
        if period is None:
            return None
        return Search(
            number=number, terms=terms, heading_only=wanted.heading_only, plan=wanted.plan,
            level=Level[wanted.level] if wanted.level else None,
            since=period.since, until=period.until,
            drill=wanted.drill == "drill" if wanted.drill else None,
            among=self._overdue() if wanted.overdue else None,
        )  # fmt: skip

    def _overdue(self) -> frozenset[str]:
        """Incidents with overdue follow-ups: every station holds all that owe anything."""
        now, station = self._bridge.now(), self._bridge.station
        return frozenset(
            stream
            for stream, incident in station.incidents.items()
            if (owes := owed(incident, self._bridge.plan_of(stream)))
            and any(row.due is not None and row.due <= now for row in owes.rows)
        )

    async def _work(self, search: Search, after: Place | None, limit: int, turn: int) -> None:
        if turn != self._turn:
            return  # another one was asked for before this one began
        self._task = me = asyncio.current_task()
        archive = self._bridge.station.archive
        late = asyncio.get_running_loop().call_later(PATIENCE, self._show_busy, 0)
        try:
            await self._catch_up()
            behind = await archive.behind()
            page = await archive.search(search, limit=limit, after=after)
        except LogError as error:
            self._found, self._more = [], None
            self._show(why=self._reader.say(error.why))
        else:
            self._found = [*(self._found if after else ()), *page.found]
            self._more = page.more
            self._behind = behind
            self._show()
        finally:
            late.cancel()
            if self._task is me:
                self._task = None
                self._set(busy="", progress=0)

    async def _catch_up(self) -> None:
        """What is new since the last search, from any station, is taken in first."""
        archive, loop = self._bridge.station.archive, asyncio.get_running_loop()
        begun, first = loop.time(), 0
        while left := await archive.catch_up():
            first = max(first, left)
            if loop.time() - begun > PATIENCE:
                self._show_busy(round(100 * (1 - left / first)))

    def _show_busy(self, progress: int) -> None:
        taking_in = _tr("Archive", "Taking in what is new…")
        self._set(busy=taking_in if progress else _tr("Archive", "Searching…"), progress=progress)

    # What was found ----------------------------------------------------------------------------

    def _show(self, why: str = "") -> None:
        titles = dict(self.plans())
        rows = [derive_found_row(each, titles, self._reader) for each in self._found]
        if self._more is not None:
            rows.append(more_row())
        self.model.set_rows(rows)
        nothing = _tr("Archive", "Nothing was found. Fewer words or filters find more.")
        if self._asked == Asked():
            nothing = _tr("Archive", "There is no incident in this log yet.")
        behind = _tr(
            "Archive",
            "This is a read-only copy. Not found here yet: entries {entries}, incidents "
            "{incidents}. The next search where the log is written takes them in.",
        )
        told = _tr("Archive", "{count} found")
        if self._more:
            told = _tr("Archive", "the {count} opened last")
        self._set(
            told=told.format(count=len(self._found)) if self._found else "",
            empty=why or ("" if self._found or not self._has_searched else nothing),
            behind=""
            if why or not self._behind.entries
            else behind.format(entries=self._behind.entries, incidents=self._behind.incidents),
        )

    def _set(self, **fields: object) -> None:
        props = msgspec.structs.replace(self.props, **fields)
        if props != self.props:
            self.props = props
            self.changed.emit()

    # What can be done with one -----------------------------------------------------------------

    def choices(self, key: str) -> tuple[Choice, ...]:
        if not key or key == MORE:
            return ()
        return (
            self._choice("open", _tr("Archive", "Open the desk")),
            self._choice("print", _tr("Archive", "Print the record")),
            self._choice("replay", _tr("Archive", "Replay")),
        )

    def keys_of(self, key: str) -> Mapping[str, str]:
        return {} if key == MORE else self.keys

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        del answers, then
        if action == "more":
            self.show_more()
        elif key:
            self._bridge.run(self._fetch(key, action, self._visit))

    async def _fetch(self, stream: str, action: str, visit: int) -> None:
        """Have the incident here, with the whole of its chain checked, and then do it."""
        try:
            incident = await self._bridge.station.load(stream)
        except LogAway as error:
            self._bridge.refused.emit(Refusal(code="away", why=error.why))
            return
        if incident is not None and visit == self._visit:
            self._lead(stream, action)
            self._visit = visit  # it was left for this: what was asked after it is still wanted

    def _lead(self, stream: str, action: str) -> None:
        match action:
            case "print":
                self.print_requested.emit(stream)
            case "replay":
                self.replay_requested.emit(stream)
            case _:
                self.desk_asked.emit(stream)
