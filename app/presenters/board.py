"""The board as shown: a card for each open incident, worst first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Signal

from app.models.alarms import Duty
from app.models.board import Card, card, worst_first
from app.models.course import Status
from app.models.levels import Level
from app.models.urgency import Urgency, urgency
from app.presenters.alarms import alarm_line
from app.presenters.bridge import Bridge
from app.presenters.countdown import countdown, elapsed
from app.presenters.header import commander_note
from app.presenters.part import BOARD_CELLS
from app.presenters.reader import QtReader
from app.presenters.rows import Index
from app.presenters.tick import Tick
from app.presenters.words import level_word
from app.station.changed import Changed, Shared

_tr = QCoreApplication.translate
_DISPLAY = 0
CARD = 0x0201
"""CardProps: the item role of a whole card."""
STREAM = 0x0202


class CardProps(msgspec.Struct, frozen=True, kw_only=True):
    """A card as painted at one moment."""

    stream: str
    level: Level
    level_word: str
    title: str
    place: str
    plan: str
    number: str
    elapsed: str
    commander: str
    counts: str
    next_due: str
    next_countdown: str
    next_urgency: Urgency
    overdue: str
    overdue_line: str
    drill: str
    status: str
    waiting: str


def derive_card(
    held: Card, number: str, waiting: int, now: datetime, reader: QtReader
) -> CardProps:
    late, coming = held.overdue(now), held.next_due(now)
    overdue = _tr("Board", "{count} overdue").format(count=len(late)) if late else ""
    return CardProps(
        stream=held.stream,
        level=held.level,
        level_word=level_word(held.level),
        title=held.title,
        place=held.place,
        plan=reader.text(held.plan),
        number=number or _tr("Board", "no number yet"),
        elapsed=elapsed(held.opened_at, held.over_at or now),
        commander=_commander(held),
        counts=_tr("Board", "{here}/{called} on site").format(
            here=held.counts.here, called=held.counts.called
        ),
        next_due=_next_line(coming, reader),
        next_countdown=countdown(coming.due, now) if coming else "",
        next_urgency=urgency(coming.due if coming else None, now),
        overdue=overdue,
        overdue_line=alarm_line(late[0], now, reader) if late else "",
        drill=_tr("Board", "DRILL") if held.drill else "",
        status=_tr("Board", "declared over") if held.status is Status.OVER else "",
        waiting=_tr("Board", "{count} waiting").format(count=waiting) if waiting else "",
    )


def _commander(held: Card) -> str:
    commands = held.commander
    note = commander_note(commands)
    if not commands.name:
        return note or _tr("Board", "no commander yet")
    return f"{commands.name} ({note})" if note else commands.name


def _next_line(coming: Duty | None, reader: QtReader) -> str:
    if coming is None:
        return _tr("Board", "nothing due")
    return _tr("Board", "next: {about}").format(about=reader.text(coming.about))


class BoardModel(QAbstractListModel):
    """Cards, worst first. A card is derived when painted; a change announces its card alone."""

    def __init__(self, presenter: BoardPresenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._streams: list[str] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._streams)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        at = index.row()
        if not 0 <= at < len(self._streams):
            return None
        stream = self._streams[at]
        if role == STREAM:
            return stream
        if role == CARD:
            return self._presenter.props(stream)
        if role in (_DISPLAY, 11):  # Qt.AccessibleTextRole
            return self._presenter.spoken(stream)
        return None

    def position(self, stream: str) -> int:
        return self._streams.index(stream) if stream in self._streams else -1

    def set_order(self, streams: list[str]) -> None:
        """Cards come, go and move one by one, so that what is selected stays selected."""
        if not self._streams:
            self.beginResetModel()
            self._streams = streams
            self.endResetModel()
            return
        wanted = set(streams)
        for at in reversed(range(len(self._streams))):
            if self._streams[at] not in wanted:
                self.beginRemoveRows(QModelIndex(), at, at)
                del self._streams[at]
                self.endRemoveRows()
        for at, stream in enumerate(streams):
            self._put(at, stream)

    def _put(self, at: int, stream: str) -> None:
        if at < len(self._streams) and self._streams[at] == stream:
            return
        held = self.position(stream)
        if held < 0:
            self.beginInsertRows(QModelIndex(), at, at)
            self._streams.insert(at, stream)
            self.endInsertRows()
            return
        self.beginMoveRows(QModelIndex(), held, held, QModelIndex(), at)
        self._streams.insert(at, self._streams.pop(held))
        self.endMoveRows()

    def tell(self, stream: str) -> None:
        at = self.position(stream)
        if at >= 0:
            self.dataChanged.emit(self.index(at), self.index(at))

    def tell_all(self) -> None:
        if self._streams:
            self.dataChanged.emit(self.index(0), self.index(len(self._streams) - 1))


class BoardProps(msgspec.Struct, frozen=True, kw_only=True):
    count: str = ""
    empty: bool = True


class BoardPresenter(QObject):
    changed = Signal()

    def __init__(self, bridge: Bridge, tick: Tick, reader: QtReader) -> None:
        super().__init__()
        self._bridge = bridge
        self._reader = reader
        self._cards: dict[str, Card] = {}
        self._late: dict[str, int] = {}
        self._now = bridge.now()
        self.props_of_board = BoardProps()
        self.model = BoardModel(self)
        bridge.changed.connect(self._take)
        bridge.shared.connect(self._tell)
        tick.ticked.connect(self._tick)
        self.refresh()

    def refresh(self) -> None:
        """Every incident anew: at the start, in another language, when plans have come."""
        self._now = self._bridge.now()
        self._cards = {}
        for stream in self._bridge.station.incidents:
            self._fold(stream)
        self._order()
        self.model.tell_all()

    def props(self, stream: str) -> CardProps:
        bridge = self._bridge
        waiting = bridge.station.waiting_in(stream)
        number = bridge.number_of(stream)
        return derive_card(self._cards[stream], number, waiting, self._now, self._reader)

    def spoken(self, stream: str) -> str:
        """The card as one sentence, for screen readers."""
        props = self.props(stream)
        parts = (props.drill, props.level.numeral, props.title, props.place, props.overdue)
        return ", ".join(part for part in parts if part)

    def number(self, stream: str) -> str:
        return self._bridge.number_of(stream)

    def _fold(self, stream: str) -> None:
        incident = self._bridge.station.incidents.get(stream)
        held = card(incident, self._bridge.plan_of(stream)) if incident else None
        if held is None or held.status is Status.CLOSED:
            self._cards.pop(stream, None)
            self._late.pop(stream, None)
            return
        self._cards[stream] = held
        self._late[stream] = len(held.overdue(self._now))

    def _order(self) -> None:
        worst = sorted(self._cards.values(), key=lambda held: worst_first(held, self._now))
        self.model.set_order([held.stream for held in worst])
        told = _tr("Board", "{count} open").format(count=len(worst))
        props = BoardProps(count=told, empty=not worst)
        if props != self.props_of_board:
            self.props_of_board = props
            self.changed.emit()

    def _take(self, changed: Changed) -> None:
        if changed.stream == "site":
            if changed.changes.touches("plan"):
                self.refresh()
            return
        if changed.changes.touches(*BOARD_CELLS):
            self._fold(changed.stream)
            self._order()
        self.model.tell(changed.stream)

    def _tell(self, shared: Shared) -> None:
        self.model.tell(shared.stream)

    def _tick(self, now: datetime) -> None:
        """Cards are painted of `now`; their order changes only when something has become late."""
        self._now = now
        became_late = self._newly_late(self._cards.values(), now)
        self.model.tell_all()
        if became_late:
            self._order()

    def _newly_late(self, cards: Iterable[Card], now: datetime) -> bool:
        found = False
        for held in cards:
            late = self._late[held.stream]
            if late < len(held.duties) and held.duties[late].due <= now:
                self._late[held.stream] = len(held.overdue(now))
                found = True
        return found
