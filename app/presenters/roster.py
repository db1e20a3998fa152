"""The roster as shown: who is awaited, with countdowns; who is here; the badge line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.call_outs import CallOutState
from app.models.command import Call, Scan
from app.models.quick import time_ahead
from app.models.refusals import refuse
from app.models.roster import RosterRow, counts, roster
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.part import Answered, Scene
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.rows import Row, RowModel
from app.presenters.words import call_out_word

_tr = QCoreApplication.translate

_SEVERITY = {
    CallOutState.ARRIVED: Severity.GOOD,
    CallOutState.NO_ANSWER: Severity.SOON,
    CallOutState.ON_THE_WAY: Severity.PLAIN,
}


def derive_roster_row(row: RosterRow, reader: QtReader) -> Row:
    role, group = reader.text(row.role), reader.text(row.group)
    title = row.name or role
    said: tuple[str, ...] = (role if row.name else group,)
    if row.awaited:
        said = _awaited_line(row, said, reader)
    return Row(
        key=row.who,
        title=title,
        bold=len(title),
        subtitle=" • ".join(part for part in said if part),
        chip=call_out_word(row.state),
        chip_severity=_SEVERITY.get(row.state, Severity.PLAIN),
        late_chip=_late_chip(row),
        start=row.called_at if row.awaited else None,
        due=row.due if row.awaited else None,
        settled=_settled(row, reader),
        quiet=not row.awaited,
        action="arrived" if row.awaited else "",
        action_text=_tr("Roster", "Arrived") if row.awaited else "",
    )


def _late_chip(row: RosterRow) -> str:
    """ "late" for those merely called; once on the way, that is what one wants to read."""
    if row.state in (CallOutState.CALLED, CallOutState.ACKNOWLEDGED):
        return _tr("Roster", "late")
    return ""


def _awaited_line(row: RosterRow, said: tuple[str, ...], reader: QtReader) -> tuple[str, ...]:
    """When they will be here comes first: of all of it that is looked for."""
    duty = _tr("Roster", "on duty") if row.on_duty else _tr("Roster", "off duty")
    said = (*said, duty if row.name else "")
    if row.eta:
        return (_tr("Roster", "ETA {time}").format(time=reader.time(row.eta)), *said)
    if row.called_at:
        return (*said, _tr("Roster", "called {time}").format(time=reader.time(row.called_at)))
    return said


def _settled(row: RosterRow, reader: QtReader) -> str:
    match row.in_time:
        case True:
            return _tr("Roster", "in time ✓")
        case False:
            return _tr("Roster", "late, {time}").format(
                time=reader.time(row.arrived_at) if row.arrived_at else ""
            )
        case None:
            return reader.time(row.arrived_at) if row.arrived_at else ""


class RosterProps(msgspec.Struct, frozen=True, kw_only=True):
    still_to_come: str = ""
    empty: str = ""


class RosterPresenter(Acting):
    cells = ("call_out",)
    keys: ClassVar[Mapping[str, str]] = {
        "A": "arrived", "K": "acknowledged", "W": "on_the_way", "X": "no_answer",
        "U": "excused", "D": "stood_down", "M": "command", "G": "call",
    }  # fmt: skip

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.model = RowModel(scene.now, self)
        self.props = RosterProps()
        self.refresh()

    def refresh(self) -> None:
        scene = self.scene
        rows = roster(scene.incident, scene.plan)
        self.model.set_rows([derive_roster_row(row, scene.reader) for row in rows])
        props = self._derive(sum(row.awaited for row in rows), empty=not rows)
        if props != self.props:
            self.props = props
            self.changed.emit()

    def _derive(self, coming: int, *, empty: bool) -> RosterProps:
        here = counts(self.scene.incident).here
        still = (
            _tr("Roster", "{count} still to come").format(count=coming)
            if coming else _tr("Roster", "{count} on site").format(count=here)
        )  # fmt: skip
        return RosterProps(
            still_to_come=still,
            empty=_tr("Roster", "Nobody called yet. C calls a group, or everyone.")
            if empty
            else "",
        )

    def tick(self, now: datetime) -> None:
        self.model.tick(now)

    # What a person can ask for ---------------------------------------------------------------

    def choices(self, key: str) -> tuple[Choice, ...]:
        state = self.scene.incident.call_out(key).state
        words = _words()
        if state.is_awaited:
            fit = [action for action in words if action != "call"]
        elif state is CallOutState.ARRIVED:
            fit = ["stood_down", "command"]
        else:
            fit = ["call", "arrived"]
        return tuple(self._choice(action, words[action]) for action in fit)

    def question(self, key: str, action: str) -> Question | None:
        make = _QUESTIONS.get(action)
        return make(self._name(key)) if make else None

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        match action:
            case "on_the_way":
                self._on_the_way(key, answers["eta"].strip(), then)
            case "excused":
                self.scene.ask(f.Excused(who=key, reason=answers["reason"]), then)
            case "command":
                taken = self.scene.incident.commanding.who
                fact = f.CommandHandedOver if taken else f.CommandTaken
                self.scene.ask(fact(who=key, name=""), then)
            case "call":
                self.scene.ask(Call(who=(key,)), then)
            case _:
                self.scene.ask(_SAID_OF[action](who=key), then)

    def scanned(self, text: str, then: Answered | None = None) -> None:
        """A badge or a name, typed or scanned."""
        self.scene.ask(Scan(text=text), then)

    def _on_the_way(self, who: str, typed: str, then: Answered | None) -> None:
        eta = time_ahead(typed, self.scene.now, self.scene.reader.zone)
        if typed and eta is None:
            self.scene.refuse(refuse("no_time", typed=typed), then)
            return
        self.scene.ask(f.OnTheWay(who=who, eta=eta), then)

    def _name(self, who: str) -> str:
        at = self.model.position(who)
        return self.model.row(at).title if at >= 0 else who


_SAID_OF: Mapping[str, Callable[..., f.KnownFact]] = {
    "arrived": f.Arrived,
    "acknowledged": f.Acknowledged,
    "no_answer": f.NoAnswer,
    "stood_down": f.StoodDown,
}


def _words() -> dict[str, str]:
    return {
        "arrived": _tr("Roster", "Arrived"),
        "acknowledged": _tr("Roster", "Acknowledged"),
        "on_the_way": _tr("Roster", "On the way…"),
        "no_answer": _tr("Roster", "No answer"),
        "excused": _tr("Roster", "Excused…"),
        "stood_down": _tr("Roster", "Stand down…"),
        "command": _tr("Roster", "Takes command…"),
        "call": _tr("Roster", "Call again"),
    }


def _ask_eta(name: str) -> Question:
    hint = _tr("Roster", "14:15, or 10 for ten minutes; may stay empty")
    return Question(
        title=_tr("Roster", "{name} is on the way").format(name=name),
        do=_tr("Roster", "On the way"),
        fields=(Field(key="eta", label=_tr("Roster", "Here at"), hint=hint),),
    )


def _ask_excuse(name: str) -> Question:
    return Question(
        title=_tr("Roster", "{name} is excused").format(name=name),
        do=_tr("Roster", "Excuse"),
        fields=(Field(key="reason", label=_tr("Roster", "Reason")),),
    )


def _ask_stand_down(name: str) -> Question:
    title = _tr("Roster", "Stand {name} down?").format(name=name)
    return Question(title=title, do=_tr("Roster", "Stand down"))


def _ask_command(name: str) -> Question:
    title = _tr("Roster", "{name} takes command?").format(name=name)
    return Question(title=title, do=_tr("Roster", "Takes command"))


_QUESTIONS: Mapping[str, Callable[[str], Question]] = {
    "on_the_way": _ask_eta,
    "excused": _ask_excuse,
    "stood_down": _ask_stand_down,
    "command": _ask_command,
}
