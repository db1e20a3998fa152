"""Statistics as shown: reckoned from the entries of a stretch of time, a page at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import groupby
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.models.archive import Found, Search
from app.models.entry import Entry
from app.models.incident import Incident
from app.models.measures import Measures
from app.models.period import Period, read_period
from app.models.statistics import By, Line, Measured, Totals, lines, measure, totals, trend
from app.presenters.bridge import Bridge
from app.presenters.reader import QtReader
from app.presenters.statistics_tables import Charted, Shown, csv_text, derive_chart, derive_rows
from app.presenters.statistics_words import derive_figures
from app.presenters.table import TableModel
from app.presenters.words import with_note
from app.presenters.work import Work
from app.store.archive import Behind, Place
from app.store.disk import write_whole
from app.store.log import LogError

_tr = QCoreApplication.translate

USUALLY = timedelta(days=365)
"""What is reckoned while no time is typed."""

_PAGE, _TOGETHER, PATIENCE = 500, 20, 1.0
"""Incidents looked up at once, reckoned between two breaths; seconds until progress shows."""


class StatisticsProps(msgspec.Struct, frozen=True, kw_only=True):
    """`figures` are (label, value); `progress` is 0 to 100 while it takes long."""

    told: str = ""
    empty: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    chart: Charted = Charted()
    wrong_when: bool = False
    busy: str = ""
    progress: int = 0


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """`drills` are reckoned apart: they alone, or real incidents alone."""

    when: str = ""
    plan: str = ""
    drills: bool = False


class StatisticsPresenter(QObject):
    """A new question ends the one that is under way."""

    changed = Signal()
    saved = Signal(str)
    """What came of saving, in the reader's language."""

    def __init__(self, bridge: Bridge, reader: QtReader) -> None:
        super().__init__()
        self._bridge, self._reader = bridge, reader
        self._measured: list[Measured] = []
        self._by = By.ROLE
        self._asked: Asked | None = None
        self._kept = Measures()
        self._behind = Behind()
        self._work = Work(bridge, lambda: self._set(busy="", progress=0))
        self.model = TableModel(self)
        self.props = StatisticsProps()

    def begin(self) -> None:
        """Somebody looks: the last year, unless something was asked before."""
        self.ask(self._asked or Asked())

    def refresh(self) -> None:
        """In another language."""
        self._show()

    def plans(self) -> list[tuple[str, str]]:
        """(key, title) by title."""
        plans = self._bridge.station.site.plans.values()
        return sorted(
            ((plan.key, self._reader.text(plan.title)) for plan in plans), key=lambda plan: plan[1]
        )

    def show_by(self, by: By) -> None:
        self._by = by
        self._show()

    @property
    def by(self) -> By:
        return self._by

    @property
    def is_of_drills(self) -> bool:
        return self._asked is not None and self._asked.drills

    def csv(self) -> str:
        """What is shown, and the totals, for a spreadsheet; what it is of stands at its end."""
        asked = self._asked or Asked()
        period = _tr("Statistics", "the last 12 months")
        about = (
            (_tr("Statistics", "Reckoned of"), self._told() or self._drills_or_real()),
            (_tr("Statistics", "Time"), asked.when.strip() or period),
            (_tr("Statistics", "Plan"), dict(self.plans()).get(asked.plan, asked.plan)
                or _tr("Statistics", "every plan")),
            (_tr("Statistics", "Made at"), self._reader.dated(self._bridge.now())),
        )  # fmt: skip
        return csv_text(self._shown(), totals(self._measured), about)

    def save(self, path: Path) -> None:
        """What is shown now; a disk that is full leaves no half of a file."""
        self._bridge.run(self._save(path, self.csv().encode()))

    async def _save(self, path: Path, content: bytes) -> None:
        try:
            await asyncio.to_thread(write_whole, path, content)
        except OSError as error:
            said = _tr("Statistics", "It could not be saved: {why}")
            self.saved.emit(said.format(why=error.strerror or error))
        else:
            self.saved.emit(_tr("Statistics", "Saved as {path}").format(path=path))

    def _drills_or_real(self) -> str:
        if self.is_of_drills:
            return _tr("Statistics", "DRILL: drills alone")
        return _tr("Statistics", "real incidents alone")

    def _told(self) -> str:
        """How many of what it is, and what is not reckoned yet; empty for none."""
        count = len(self._measured)
        missing = ""
        if self._behind.entries:
            told = _tr("Statistics", "read-only copy: {count} entries are not reckoned yet")
            missing = told.format(count=self._behind.entries)
        if not count:
            return missing
        one, many = _tr("Statistics", "1 incident"), _tr("Statistics", "{count} incidents")
        if self.is_of_drills:
            one, many = (
                _tr("Statistics", "DRILL: 1 drill"),
                _tr("Statistics", "DRILL: {count} drills"),
            )
        return with_note(one if count == 1 else many.format(count=count), missing)

    # Reckoning ---------------------------------------------------------------------------------

    def ask(self, asked: Asked) -> None:
        self.cancel()
        self._asked = asked
        period = self._period(asked)
        if period is None:
            self._set(wrong_when=True)
            return
        self._set(wrong_when=False)
        search = Search(
            plan=asked.plan, drill=asked.drills, since=period.since, until=period.until
        )  # fmt: skip
        self._work.start(lambda: self._reckon(search))

    def cancel(self) -> None:
        """End what is under way; what was reckoned before stays."""
        self._work.end()

    def _period(self, asked: Asked) -> Period | None:
        if not asked.when.strip():
            return Period(since=self._bridge.now() - USUALLY)
        return read_period(asked.when, self._reader.zone)

    async def _reckon(self, search: Search) -> None:
        late = asyncio.get_running_loop().call_later(PATIENCE, self._show_busy, 0)
        try:
            self._measured = await self._measure(await self._find(search))
        except LogError as error:
            self._measured = []
            self._show(why=self._reader.say(error.why))
        else:
            self._show()
        finally:
            late.cancel()

    async def _find(self, search: Search) -> list[Found]:
        archive = self._bridge.station.archive
        while await archive.catch_up():
            pass
        self._behind = await archive.behind()
        found: list[Found] = []
        after: Place | None = None
        while True:
            page = await archive.search(search, limit=_PAGE, after=after)
            found += page.found
            after = page.more
            if after is None:
                return found

    async def _measure(self, found: Sequence[Found]) -> list[Measured]:
        """Only those are read that are not known by what they were measured before."""
        archive, loop = self._bridge.station.archive, asyncio.get_running_loop()
        begun = loop.time()
        known = [(each, self._kept.of(each.stream, each.entries)) for each in found]
        measured = [held for _, held in known if held is not None]
        counts = {each.stream: each.entries for each, held in known if held is None}
        streams = list(counts)
        for at in range(0, len(streams), _TOGETHER):
            entries = await archive.read(streams[at : at + _TOGETHER])
            measured += self._of(entries, counts)
            await asyncio.sleep(0)
            if loop.time() - begun > PATIENCE:
                self._show_busy(max(1, 100 * at // len(streams)))
        return measured

    def _of(self, entries: Sequence[Entry], counts: Mapping[str, int]) -> Iterator[Measured]:
        """What is closed is kept, if its plan was there and it was read whole."""
        site, now = self._bridge.station.site, self._bridge.now()
        for stream, those in groupby(entries, lambda entry: entry.stream):
            its = list(those)
            incident = Incident(stream, its)
            plan = site.plan(incident.course.plan)
            measured = measure(incident, plan, now)
            if measured is None:
                continue
            is_settled = incident.course.closed_at is not None and plan is not None
            if is_settled and len(its) == counts[stream]:
                self._kept.keep(stream, counts[stream], measured)
            yield measured

    # What is shown -----------------------------------------------------------------------------

    def _show_busy(self, progress: int) -> None:
        if self._work.is_under_way:
            self._set(busy=_tr("Statistics", "Reckoning…"), progress=progress)

    def _shown(self) -> Shown:
        zone = self._reader.zone
        found: list[Line] = lines(self._measured, self._by, zone)
        months: Mapping[str, Totals] = {
            each.month: each.totals for each in trend(self._measured, zone)
        }
        return Shown(by=self._by, lines=tuple(found), months=months, names=self._names())

    def _names(self) -> Mapping[str, str]:
        """What roles and plans are called; the newest version of a plan has the last word."""
        say, plans = self._reader.text, self._bridge.station.site.plans.values()
        if self._by is By.PLAN:
            return {plan.key: say(plan.title) for plan in plans}
        return {role.key: say(role.name) for plan in plans for role in plan.roles}

    def _show(self, why: str = "") -> None:
        shown = self._shown()
        self.model.set_table(*derive_rows(shown))
        nothing = _tr("Statistics", "Nothing happened in this time that can be reckoned.")
        empty = why or ("" if self._measured else nothing)
        self._set(
            told=self._told(), empty=empty, chart=derive_chart(shown),
            figures=derive_figures(totals(self._measured)) if self._measured else (),
        )  # fmt: skip

    def _set(self, **fields: object) -> None:
        props = msgspec.structs.replace(self.props, **fields)
        if props != self.props:
            self.props = props
            self.changed.emit()
