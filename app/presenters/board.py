"""The board as shown: a card for each open incident, worst first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.models.alarms import Duty
from app.models.board import Card, Standing, card, standing
from app.models.course import Status
from app.models.entry import SITE
from app.models.urgency import urgency
from app.presenters.alarms import alarm_line
from app.presenters.board_model import BoardModel, CardProps
from app.presenters.bridge import Bridge
from app.presenters.countdown import countdown, elapsed
from app.presenters.header import commander_note
from app.presenters.part import BOARD_CELLS
from app.presenters.reader import QtReader
from app.presenters.tick import Tick
from app.presenters.words import level_word, with_note
from app.station.changed import Changed, Shared

_tr = QCoreApplication.translate


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
        place=reader.text(held.place),
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
    return with_note(commands.name, note)


def _next_line(coming: Duty | None, reader: QtReader) -> str:
    if coming is None:
        return _tr("Board", "nothing due")
    return _tr("Board", "next: {about}").format(about=reader.text(coming.about))


class BoardProps(msgspec.Struct, frozen=True, kw_only=True):
    count: str = ""
    empty: bool = True


class BoardPresenter(QObject):
    """Knows of each incident where it stands; its card is made when it is painted, and kept."""

    changed = Signal()

    def __init__(self, bridge: Bridge, tick: Tick, reader: QtReader) -> None:
        super().__init__()
        self._bridge = bridge
        self._reader = reader
        self._standings: dict[str, Standing] = {}
        self._late: dict[str, int] = {}
        self._cards: dict[str, Card] = {}
        self._now = bridge.now()
        self.props_of_board = BoardProps()
        self.model = BoardModel(self._props, self)
        bridge.changed.connect(self._take)
        bridge.shared.connect(self._tell)
        tick.ticked.connect(self._tick)
        self.refresh()

    def refresh(self) -> None:
        """Every incident anew: at the start, in another language, when plans have come."""
        self._now = self._bridge.now()
        self._standings.clear()
        for stream in self._bridge.station.incidents:
            self._fold(stream)
        self.model.set_ranks({stream: held.rank(self._now) for stream, held in self._each()})
        self._count()
        self.model.tell_all()

    def _each(self) -> Iterable[tuple[str, Standing]]:
        return self._standings.items()

    def _props(self, stream: str) -> CardProps:
        bridge = self._bridge
        held = self._cards.get(stream)
        if held is None:
            made = card(
                bridge.station.incidents[stream], bridge.plan_of(stream), bridge.station.site
            )
            assert made is not None  # noqa: S101  what has a standing has been opened
            held = self._cards[stream] = made
        waiting = bridge.station.waiting_in(stream)
        return derive_card(held, bridge.number_of(stream), waiting, self._now, self._reader)

    def _fold(self, stream: str) -> None:
        self._cards.pop(stream, None)
        incident = self._bridge.station.incidents.get(stream)
        held = standing(incident, self._bridge.plan_of(stream)) if incident else None
        if held is None:
            self._standings.pop(stream, None)
        else:
            self._standings[stream] = held
            self._late[stream] = held.late(self._now)

    def _place(self, stream: str) -> None:
        held = self._standings.get(stream)
        self.model.place(stream, held.rank(self._now) if held else None)

    def _count(self) -> None:
        count = len(self._standings)
        told = _tr("Board", "{count} open").format(count=count)
        props = BoardProps(count=told, empty=not count)
        if props != self.props_of_board:
            self.props_of_board = props
            self.changed.emit()

    def _take(self, changed: Changed) -> None:
        if changed.stream == SITE:
            if changed.changes.touches("plan"):
                self.refresh()
            return
        if changed.changes.touches(*BOARD_CELLS):
            self._fold(changed.stream)
            self._place(changed.stream)
            self._count()
        self.model.tell(changed.stream)

    def _tell(self, shared: Shared) -> None:
        self.model.tell(shared.stream)

    def _tick(self, now: datetime) -> None:
        """Cards are painted of `now`; one moves only when something has become late there."""
        self._now = now
        self.model.tell_all()
        for stream in self._newly_late(now):
            self._late[stream] = self._standings[stream].late(now)
            self._place(stream)

    def _newly_late(self, now: datetime) -> list[str]:
        late = self._late
        return [
            stream for stream, held in self._each()
            if late[stream] < len(held.dues) and held.dues[late[stream]] <= now
        ]  # fmt: skip
