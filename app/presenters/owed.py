"""What is owed across incidents, as shown: overdue first, then by date, drills last."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication, Signal

from app.models import facts as f
from app.models.course import Status
from app.models.entry import SITE
from app.models.follow_ups import FollowUpRow, Owed, dues, follow_up, in_order, owed
from app.models.refusals import refuse
from app.presenters.asking import NO_ANSWERS, Answers, Choice, Field, Question
from app.presenters.bridge import Bridge
from app.presenters.follow_up_asking import (
    FollowUpActing,
    Found,
    derive_follow_up_row,
    fields_to_add,
)
from app.presenters.follow_ups import add
from app.presenters.part import Answered, Scene
from app.presenters.reader import QtReader
from app.presenters.rows import Row, RowModel
from app.presenters.tick import Tick
from app.station.changed import Changed, Shared

_tr = QCoreApplication.translate

_BETWEEN = "|"
"""Between an incident's stream and the key of what it owes; streams have none."""


class OwedProps(msgspec.Struct, frozen=True, kw_only=True):
    """`overdue` says how many are, drills apart; empty for none."""

    told: str = ""
    empty: str = ""
    overdue: str = ""


class OwedPresenter(FollowUpActing):
    """Looks up again what an incident owes whose follow-ups changed, and no other."""

    desk_asked = Signal(str)
    """The desk of this incident is wanted."""
    keys: ClassVar[Mapping[str, str]] = {**FollowUpActing.keys, "O": "desk"}

    def __init__(self, bridge: Bridge, tick: Tick, reader: QtReader) -> None:
        super().__init__(Scene(bridge=bridge, reader=reader, stream=""))
        self._bridge = bridge
        self._owed: dict[str, Owed] = {}
        self._dues: list[datetime] = []
        self.model = RowModel(bridge.now(), self)
        self.props = OwedProps()
        bridge.changed.connect(self._take)
        bridge.shared.connect(self._tell)
        tick.ticked.connect(self.tick)
        self.refresh()

    def refresh(self) -> None:
        """Every incident anew: at the start, in another language, when plans have come."""
        self._owed.clear()
        for stream in self._bridge.station.incidents:
            self._look_up(stream)
        self._show()

    def tick(self, now: datetime) -> None:
        self.model.tick(now)
        self._derive()

    def stream_of(self, key: str) -> str:
        """The incident that a row is about."""
        return key.partition(_BETWEEN)[0]

    def find(self, key: str) -> Found | None:
        stream, _, name = key.partition(_BETWEEN)
        incident = self._bridge.station.incidents.get(stream)
        if incident is None:
            return None
        scene = Scene(bridge=self._bridge, reader=self.scene.reader, stream=stream)
        row = follow_up(incident, scene.plan, name)
        return (scene, row) if row else None

    def keys_of(self, key: str) -> Mapping[str, str]:
        return {**super().keys_of(key), "O": "desk"}

    def choices(self, key: str) -> tuple[Choice, ...]:
        desk = self._choice("desk", _tr("FollowUps", "Open the desk"))
        if not key.partition(_BETWEEN)[2]:
            return (Choice(action="settle", text=_tr("FollowUps", "Settle"), key="Enter"), desk)
        return (*super().choices(key), desk)

    def question(self, key: str, action: str) -> Question | None:
        match action:
            case "add":
                return self._ask_add(key)
            case "desk" | "settle":
                return None
            case _:
                return super().question(key, action)

    def _ask_add(self, key: str) -> Question | None:
        options = tuple(
            (stream, f"{self._number(stream)} {incident.detail.title}")
            for stream, incident in self._bridge.station.incidents.items()
            if incident.course.status is not Status.UNOPENED and not incident.is_settled
        )
        if not options:
            return None
        chosen = self.stream_of(key) or options[0][0]
        which = Field(
            key="incident", label=_tr("FollowUps", "Incident"), value=chosen, options=options
        )
        plan = self._bridge.plan_of(chosen)
        return Question(
            title=_tr("FollowUps", "Add a follow-up"),
            do=_tr("FollowUps", "Add"),
            fields=(which, *fields_to_add(plan, self.scene.reader)),
        )

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        match action:
            case "add":
                self._add(answers, then)
            case "settle":
                self._bridge.ask(self.stream_of(key), f.Settled(), then=then)
            case "desk":
                self.desk_asked.emit(self.stream_of(key))
            case _:
                super().act(key, action, answers, then)

    def _add(self, answers: Answers, then: Answered | None) -> None:
        stream = answers.get("incident", "")
        if stream not in self._bridge.station.incidents:
            self.scene.refuse(refuse("no_incident"), then)
            return
        add(Scene(bridge=self._bridge, reader=self.scene.reader, stream=stream), answers, then)

    # What is shown ---------------------------------------------------------------------------

    def _take(self, changed: Changed) -> None:
        if changed.stream == SITE:
            if changed.changes.touches("plan"):
                self.refresh()
        elif changed.changes.touches("follow_up", "settling", "course", "detail", "reception"):
            self._look_up(changed.stream)
            self._show()

    def _tell(self, shared: Shared) -> None:
        if not shared.entries and shared.stream in self._owed:  # it has its number now
            self._show()

    def _look_up(self, stream: str) -> None:
        incident = self._bridge.station.incidents.get(stream)
        found = owed(incident, self._bridge.plan_of(stream)) if incident else None
        if found is None:
            self._owed.pop(stream, None)
        else:
            self._owed[stream] = found

    def _show(self) -> None:
        self._dues = dues(self._owed.values())
        rows = [self._row(each, row) for each, row in in_order(self._owed.values())]
        rows += [self._done_row(each) for each in self._owed.values() if each.is_done]
        self.model.set_rows(rows)
        self._derive()

    def _derive(self) -> None:
        count = sum(len(each.rows) for each in self._owed.values())
        late = bisect_right(self._dues, self._bridge.now())
        told = _tr("FollowUps", "{count} owed").format(count=count)
        one, more = (
            _tr("FollowUps", "1 follow-up overdue"),
            _tr("FollowUps", "{count} follow-ups overdue"),
        )
        overdue = one if late == 1 else more.format(count=late)
        props = OwedProps(
            told=told if count else "", overdue=overdue if late else "",
            empty="" if self._owed else _tr("FollowUps", "Nothing is owed anywhere."),
        )  # fmt: skip
        if props != self.props:
            self.props = props
            self.changed.emit()

    def _row(self, each: Owed, row: FollowUpRow) -> Row:
        shown = derive_follow_up_row(row, self.scene.reader)
        return msgspec.structs.replace(
            shown,
            key=f"{each.stream}{_BETWEEN}{row.key}",
            subtitle=f"{self._which(each)} • {shown.subtitle} • {each.title}",
        )

    def _done_row(self, each: Owed) -> Row:
        return Row(
            key=f"{each.stream}{_BETWEEN}",
            title=_tr("FollowUps", "Nothing is owed any more"),
            subtitle=f"{self._which(each)} • {each.title}",
            action="settle",
            action_text=_tr("FollowUps", "Settle"),
        )

    def _which(self, each: Owed) -> str:
        """The incident's number, with the mark of a drill before it."""
        number = self._number(each.stream)
        return " • ".join((_tr("FollowUps", "DRILL"), number)) if each.drill else number

    def _number(self, stream: str) -> str:
        return self._bridge.number_of(stream) or _tr("FollowUps", "no number yet")
