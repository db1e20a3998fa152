"""The roster as shown: the plan's frame as it fills; the badge line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.call_outs import CallOutState
from app.models.command import Call, Scan
from app.models.commander import commander
from app.models.quick import time_ahead
from app.models.refusals import refuse
from app.models.roster import RosterRow, counts, roster, told_apart
from app.models.stand_in import NAMELESS, Gap, gaps
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.calling import ask_call, callable_for
from app.presenters.gap_rows import HAND_OVER, TO, ask_hand_over
from app.presenters.part import Answered, Scene
from app.presenters.roster_rows import derive_rows
from app.presenters.rows import RowModel

_tr = QCoreApplication.translate


class RosterProps(msgspec.Struct, frozen=True, kw_only=True):
    still_to_come: str = ""
    empty: str = ""


class RosterPresenter(Acting):
    cells = ("call_out", "command", "level", "course")
    keys: ClassVar[Mapping[str, str]] = {
        "A": "arrived", "K": "acknowledged", "W": "on_the_way", "X": "no_answer",
        "U": "excused", "D": "stood_down", "M": "command", "G": "call",
    }  # fmt: skip

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.model = RowModel(scene.now, self)
        self.props = RosterProps()
        self._gaps: dict[str, Gap] = {}
        self._relief = ""
        self._next_eta: datetime | None = None
        self.refresh()

    def refresh(self) -> None:
        scene, now = self.scene, self.scene.now
        rows = roster(scene.incident, scene.plan)
        found = gaps(scene.incident, scene.plan, scene.site)
        commands = commander(scene.incident, scene.plan)
        self._gaps = {gap.key: gap for gap in found}
        self._relief = commands.relief
        self._next_eta = min((row.eta for row in rows if row.eta and row.awaited and row.eta > now),
                             default=None)  # fmt: skip
        names = told_apart(scene.site.people)
        self.model.set_rows(derive_rows(rows, found, commands, names, scene.reader, now))
        props = self._derive(rows, empty=self.model.rowCount() == 0)
        if props != self.props:
            self.props = props
            self.changed.emit()

    def _derive(self, rows: list[RosterRow], *, empty: bool) -> RosterProps:
        coming = sum(row.awaited and not row.who.startswith(NAMELESS) for row in rows)
        here = counts(self.scene.incident).here
        both = _tr("Roster", "{coming} to come • {here} on site")
        on_site = _tr("Roster", "{count} on site")
        return RosterProps(
            still_to_come=both.format(coming=coming, here=here)
            if coming
            else on_site.format(count=here),
            empty=_tr("Roster", "Nobody called yet. C calls a group, or everyone.")
            if empty
            else "",
        )

    def tick(self, now: datetime) -> None:
        self.model.tick(now)
        if self._next_eta is not None and now >= self._next_eta:
            self.refresh()

    # What a person can ask for ---------------------------------------------------------------

    def keys_of(self, key: str) -> Mapping[str, str]:
        """While a hand-over is proposed, its key is the desk's: it goes to whom it is proposed."""
        if key == HAND_OVER:
            return {"M": HAND_OVER}
        if key in self._gaps:
            usable = {choice.action for choice in self.choices(key)}
            return {k: does for k, does in self.keys.items() if does in usable}
        return {k: does for k, does in self.keys.items() if k != "M" or not self._relief}

    def choices(self, key: str) -> tuple[Choice, ...]:
        words = _words()
        if key == HAND_OVER:
            return (Choice(action=HAND_OVER, text=words[HAND_OVER], key="M"),)
        state = self.scene.incident.call_out(key).state
        if key in self._gaps:
            fit = ["call", "arrived", "stood_down"] if state.is_awaited else ["call"]
        elif state.is_awaited:
            fit = [action for action in words if action not in ("call", HAND_OVER)]
        elif state is CallOutState.ARRIVED:
            fit = ["stood_down", "command"]
        else:
            fit = ["call", "arrived"]
        return tuple(self._choice(action, words[action]) for action in fit)

    def question(self, key: str, action: str) -> Question | None:
        if action == "call":
            return self._ask_call(key)
        if action == HAND_OVER:
            return ask_hand_over(commander(self.scene.incident, self.scene.plan))
        make = _QUESTIONS.get(action)
        return make(self._name(key)) if make else None

    def _ask_call(self, key: str) -> Question | None:
        """Someone off duty, or who was excused, is not called by a slip of the finger."""
        gap, state = self._gaps.get(key), self.scene.incident.call_out(key).state
        if gap is None:
            return None if state.is_awaited else ask_call(self.scene, key)
        if gap.instead_of and gap.person:
            return ask_call(self.scene, gap.person.key, gap.role)
        options = callable_for(self.scene, gap.role)
        who = Field(key="who", label=_tr("Roster", "Whom"), options=options,
                    value=gap.person.key if gap.person else "")  # fmt: skip
        title = _tr("Roster", "Call someone as {role}")
        return Question(
            title=title.format(role=self.scene.reader.text(gap.role.name)),
            note="" if options else _tr("Roster", "Everyone was called already. F6 adds staff."),
            do=_tr("Roster", "Call"),
            fields=(who,) if options else (),
        )

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        match action:
            case "on_the_way":
                self._on_the_way(key, answers["eta"].strip(), then)
            case "excused":
                self.scene.ask(f.Excused(who=key, reason=answers["reason"]), then)
            case "command":
                self._take_command(key, then)
            case "hand_over":
                who = answers.get(TO) or self._relief
                self.scene.ask(f.CommandHandedOver(who=who, name=""), then)
            case "call":
                self._call(key, answers, then)
            case _:
                self.scene.ask(_SAID_OF[action](who=key), then)

    def _call(self, key: str, answers: Answers, then: Answered | None) -> None:
        gap = self._gaps.get(key)
        if gap is None:
            self.scene.ask(Call(who=(key,)), then)
            return
        who = answers.get("who") or (gap.person.key if gap.person else "")
        command = Call(who=(who,), role=gap.role.key) if who else Call(role=gap.role.key)
        self.scene.ask(command, then)

    def _take_command(self, who: str, then: Answered | None) -> None:
        before = commander(self.scene.incident, self.scene.plan).who
        fact = f.CommandHandedOver if before not in ("", who) else f.CommandTaken
        self.scene.ask(fact(who=who, name=""), then)

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
        "call": _tr("Roster", "Call…"),
        HAND_OVER: _tr("Roster", "Hand over"),
    }


def ask_eta(name: str) -> Question:
    hint = _tr("Roster", "14:15, or 10 for ten minutes; may stay empty")
    return Question(
        title=_tr("Roster", "{name} is on the way").format(name=name),
        do=_tr("Roster", "On the way"),
        fields=(Field(key="eta", label=_tr("Roster", "Here at"), hint=hint),),
    )


def ask_excuse(name: str) -> Question:
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
    "on_the_way": ask_eta,
    "excused": ask_excuse,
    "stood_down": _ask_stand_down,
    "command": _ask_command,
}
