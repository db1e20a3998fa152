"""The roll call as shown: who is accounted for, who is not, and until when they are tried."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication, Signal

from app.models import facts as f
from app.models.call_outs import CallOutState
from app.models.command import BeginRollCall, Command, Refusal
from app.models.roll_call import CHANNELS, RollCall, channel_word, next_roll_call, roll_call
from app.models.roster import roster
from app.models.text import listed
from app.models.urgency import fraction, urgency
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.countdown import SEVERITY, countdown
from app.presenters.part import Answered, Scene
from app.presenters.roles import Severity
from app.presenters.roll_rows import ANSWERED, derive_roll_row, derive_row_of_site
from app.presenters.rows import Row, RowModel
from app.station.changed import Done

_tr = QCoreApplication.translate

BEGIN, END, FOR_THEM = "begin", "end", "for_them"


class RollCallProps(msgspec.Struct, frozen=True, kw_only=True):
    """`count` is the big figure; `told` says what it counts and what comes next.

    The countdown is to the end of the try that runs, or to the next roll call.
    """

    count: str = ""
    told: str = ""
    countdown: str = ""
    severity: Severity = Severity.PLAIN
    fraction: float | None = None
    empty: str = ""


class RollCallPresenter(Acting):
    recorded = Signal()
    """What was asked for here is recorded, and shown."""
    cells = ("roll", "call_out", "course")
    may_sleep = True
    keys: ClassVar[Mapping[str, str]] = {
        "A": ANSWERED, "B": FOR_THEM, "R": BEGIN, "Shift+R": END,
    }  # fmt: skip

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.model = RowModel(scene.now, self)
        self.props = RollCallProps()
        self._roll: RollCall | None = None
        self._next: datetime | None = None
        self.refresh()

    def refresh(self) -> None:
        scene = self.scene
        now = scene.now
        self._roll = roll_call(scene.incident, scene.plan, now)
        self._next = next_roll_call(scene.incident, scene.plan)
        self.model.set_rows(self._rows())
        self._show(now)

    def tick(self, now: datetime) -> None:
        self.model.tick(now)
        roll = self._roll
        if roll is not None and roll.is_running:
            fresh = roll_call(self.scene.incident, self.scene.plan, now)
            if fresh != roll:
                self.refresh()
        self._show(now)

    def _rows(self) -> list[Row]:
        scene, roll = self.scene, self._roll
        if roll is None:
            here = [row for row in roster(scene.incident, scene.plan)
                    if row.state is CallOutState.ARRIVED]  # fmt: skip
            return [derive_row_of_site(row, scene.reader) for row in here]
        people, ended = scene.site.people, roll.ended_at is not None
        phones = {key: person.phone for key, person in people.items()}
        return [derive_roll_row(row, phones.get(row.who, ""), scene.reader, ended=ended)
                for row in roll.rows]  # fmt: skip

    def _show(self, now: datetime) -> None:
        props = self._derive(now)
        if props != self.props:
            self.props = props
            self.changed.emit()

    def _derive(self, now: datetime) -> RollCallProps:
        roll, following = self._roll, self._next
        empty = "" if self.model.rowCount() else _tr("RollCall", "Nobody is on site yet.")
        if roll is not None and roll.is_running:
            due = roll.due_now(now)
            start = roll.begun_at if now < roll.due else roll.due
            return RollCallProps(
                count=_count(roll), told=self._told(roll, now), countdown=countdown(due, now),
                severity=SEVERITY[urgency(due, now)], fraction=fraction(start, due, now),
            )  # fmt: skip
        count, told = "", _tr("RollCall", "No roll call yet")
        if roll is not None:
            count, told = _count(roll), self._told(roll, now)
        if following is None:
            return RollCallProps(count=count, told=told, empty=empty)
        at = self.scene.reader.time(following)
        told = _tr("RollCall", "{told} • next due {time}").format(told=told, time=at)
        return RollCallProps(
            count=count, told=told, countdown=countdown(following, now),
            severity=SEVERITY[urgency(following, now)], empty=empty,
        )  # fmt: skip

    def _told(self, roll: RollCall, now: datetime) -> str:
        time = self.scene.reader.time
        if roll.is_complete:
            return _tr("RollCall", "all accounted for, {time}").format(time=time(roll.begun_at))
        if roll.ended_at is not None:
            return _tr("RollCall", "accounted for, ended {time}").format(time=time(roll.ended_at))
        if now < roll.due:
            return _tr("RollCall", "accounted for, first try")
        if now < roll.second_due:
            return _tr("RollCall", "accounted for, second try")
        return _tr("RollCall", "accounted for, both tries missed")

    # What a person can ask for ---------------------------------------------------------------

    def keys_of(self, key: str) -> Mapping[str, str]:
        usable = {choice.action for choice in (*self.choices(key), *self.choices(""))}
        return {k: does for k, does in self.keys.items() if does in usable}

    def choices(self, key: str) -> tuple[Choice, ...]:
        """Of one who has not answered; without a key, of the roll call itself."""
        roll = self._roll
        running = roll is not None and roll.is_running
        if not self.scene.incident.is_open:
            return ()
        if not key:
            begin = self._choice(BEGIN, _tr("RollCall", "Begin"))
            if roll is None or not running:
                return (begin,)
            end = self._choice(END, _tr("RollCall", "End…"))
            return (end, begin) if self.scene.now >= roll.second_due else (end,)
        row = next((row for row in roll.rows if row.who == key), None) if roll else None
        if row is None or row.state.is_accounted or not running:
            return ()
        return (
            self._choice(ANSWERED, _tr("RollCall", "Answered")),
            self._choice(FOR_THEM, _tr("RollCall", "Answered for them…")),
        )

    def question(self, key: str, action: str) -> Question | None:
        if action == END:
            return self._ask_end()
        return self._ask_who_answers(key) if action == FOR_THEM else None

    def _ask_end(self) -> Question | None:
        roll = self._roll
        if roll is None:
            return None
        reader = self.scene.reader
        missing = [row.name or reader.text(row.role) for row in roll.rows
                   if not row.state.is_accounted]  # fmt: skip
        names = reader.text(listed(missing))
        note = _tr("RollCall", "Not accounted for: {names}").format(names=names)
        return Question(title=_tr("RollCall", "End the roll call?"), note=note,
                        do=_tr("RollCall", "End"))  # fmt: skip

    def _ask_who_answers(self, key: str) -> Question:
        reader = self.scene.reader
        at = self.model.position(key)
        name = self.model.row(at).title if at >= 0 else key
        here = [row.name for row in roster(self.scene.incident, self.scene.plan)
                if row.state is CallOutState.ARRIVED and row.name and row.who != key]  # fmt: skip
        channels = tuple((channel, reader.word(channel_word(channel))) for channel in CHANNELS)
        return Question(
            title=_tr("RollCall", "Who answers for {name}?").format(name=name),
            do=_tr("RollCall", "Accounted for"),
            fields=(
                Field(key="by", label=_tr("RollCall", "Who"), free=True,
                      options=tuple((each, each) for each in here)),
                Field(key="channel", label=_tr("RollCall", "How"), value="face", options=channels),
            ),
        )  # fmt: skip

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        self.scene.ask(self._command(key, action, answers), self._and_tell(then))

    def _command(self, key: str, action: str, answers: Answers) -> Command:
        roll = self._roll.roll if self._roll else ""
        match action:
            case "begin":
                return BeginRollCall()
            case "end":
                return f.RollCallEnded(roll=roll)
            case "answered":
                return f.RollAnswered(roll=roll, who=key)
            case "for_them":
                by, channel = answers["by"].strip(), answers["channel"]
                return f.RollAnswered(roll=roll, who=key, by=by, channel=channel)
            case _:
                raise ValueError(action)

    def _and_tell(self, then: Answered | None) -> Answered:
        def told(answer: Done | Refusal) -> None:
            if isinstance(answer, Done):
                self.recorded.emit()
            if then:
                then(answer)

        return told


def _count(roll: RollCall) -> str:
    return _tr("RollCall", "{here} of {all}").format(here=roll.accounted, all=roll.expected)
