"""Injects as the drill leader sees them: what is to happen when, and what has been played."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.command import Refusal
from app.models.injects import InjectRow, InjectState, injects, may_be_played
from app.models.quick import time_ahead
from app.models.refusals import refuse
from app.models.text import Text
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.countdown import countdown
from app.presenters.part import Answered, Scene
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.rows import Row, RowModel

_tr = QCoreApplication.translate

PLAY, SKIP, ADD, PAUSE, RESUME = "play", "skip", "add", "pause", "resume"
_FIRST_NOTICE = timedelta(minutes=5)
"""How long before an inject its time begins to be used up on the bar."""


class InjectsProps(msgspec.Struct, frozen=True, kw_only=True):
    """`told` says how many are to come, or since when it stands still."""

    told: str = ""
    empty: str = ""


def derive_inject_row(row: InjectRow, reader: QtReader, now: datetime, *, runs: bool) -> Row:
    """`runs`: not over, and not standing still; else nothing counts down."""
    title = reader.text(row.text)
    chip, severity = _chip(row)
    left = countdown(row.due, now) if row.to_come and not runs else ""
    ended = row.ended
    return Row(
        key=row.key,
        title=title,
        bold=len(title) if row.to_come else 0,
        subtitle=" • ".join(part for part in _said(row, reader) if part),
        chip=chip,
        chip_severity=severity,
        start=row.due - _FIRST_NOTICE if row.to_come and runs else None,
        due=row.due if row.to_come and runs else None,
        late_chip=_tr("Injects", "play it") if row.to_come else "",
        settled=reader.time(ended.at) if ended else left,
        quiet=not row.to_come,
        ended=not row.to_come,
        struck=row.state is InjectState.SKIPPED,
        action=PLAY if row.to_come else "",
        action_text=_tr("Injects", "Play now") if row.to_come and runs else "",
    )


def _said(row: InjectRow, reader: QtReader) -> list[str]:
    """For the leader's eyes while it is to come; then who played it, or why not."""
    ended = row.ended
    if ended is not None:
        by = _tr("Injects", "by {name}").format(name=ended.by)
        return [by, ended.reason if row.state is InjectState.SKIPPED else ""]
    added = _tr("Injects", "added by {name}").format(name=row.added_by) if row.added_by else ""
    return [reader.text(row.leader) if row.leader else "", added]


def _chip(row: InjectRow) -> tuple[str, Severity]:
    match row.state:
        case InjectState.PLAYED:
            return _tr("Injects", "played"), Severity.DRILL
        case InjectState.SKIPPED:
            return _tr("Injects", "skipped"), Severity.PLAIN
        case InjectState.TO_COME:
            return "", Severity.PLAIN


class InjectsPresenter(Acting):
    cells = ("drilling", "course")
    may_sleep = True
    keys: ClassVar[Mapping[str, str]] = {"S": SKIP, "A": ADD, "P": PAUSE}

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.model = RowModel(scene.now, self)
        self.props = InjectsProps()
        self._rows: list[InjectRow] = []
        self.refresh()

    @property
    def stands_still(self) -> bool:
        return self.scene.incident.drilling.pause is not None

    def refresh(self) -> None:
        incident, now, reader = self.scene.incident, self.scene.now, self.scene.reader
        self._rows = injects(incident, now)
        runs = may_be_played(incident) and not self.stands_still
        self.model.set_rows([derive_inject_row(row, reader, now, runs=runs) for row in self._rows])
        props = InjectsProps(told=self._told(), empty="" if self._rows else self._empty())
        if props != self.props:
            self.props = props
        self.changed.emit()  # buttons go by what can be done, not by the props alone

    def tick(self, now: datetime) -> None:
        self.model.tick(now)

    def whole(self, key: str) -> str:
        """All words of a row, for the leader to read out: a row shows what there is room for."""
        row = self._row(key)
        if row is None:
            return ""
        reader = self.scene.reader
        leader = reader.text(row.leader) if row.leader else ""
        return "\n".join(part for part in (reader.text(row.text), leader) if part)

    def _told(self) -> str:
        pause = self.scene.incident.drilling.pause
        if pause is not None:
            since = self.scene.reader.time(pause.since)
            return _tr("Injects", "stands still since {time}").format(time=since)
        count = sum(row.to_come for row in self._rows)
        if not self._rows or not may_be_played(self.scene.incident):
            return ""
        return _tr("Injects", "{count} to come").format(count=count)

    def _empty(self) -> str:
        if may_be_played(self.scene.incident):
            return _tr("Injects", "This drill has no script. A lets something happen.")
        return _tr("Injects", "Nothing was played in this drill.")

    # What the leader can do ------------------------------------------------------------------

    def keys_of(self, key: str) -> Mapping[str, str]:
        usable = {choice.action for choice in (*self.choices(key), *self.choices(""))}
        resume = {"P": RESUME} if RESUME in usable else {}
        return {k: does for k, does in self.keys.items() if does in usable} | resume

    def choices(self, key: str) -> tuple[Choice, ...]:
        """Of an inject; without a key, of the drill."""
        if not may_be_played(self.scene.incident):
            return ()
        if not key:
            add = self._choice(ADD, _tr("Injects", "Add…"))
            if self.stands_still:
                return (Choice(action=RESUME, text=_tr("Injects", "Go on"), key="P"), add)
            return (self._choice(PAUSE, _tr("Injects", "Pause")), add)
        row = self._row(key)
        if row is None or row.state is InjectState.PLAYED:
            return ()
        play = Choice(action=PLAY, text=_tr("Injects", "Play now"), key="Enter")
        skip = self._choice(SKIP, _tr("Injects", "Skip…"))
        return (play, skip) if row.to_come else (play,)

    def question(self, key: str, action: str) -> Question | None:
        row = self._row(key)
        if action == SKIP and row is not None:
            reason = Field(key="reason", label=_tr("Injects", "Why"))
            title = self.scene.reader.text(row.text)
            return Question(title=title, do=_tr("Injects", "Skip"), fields=(reason,))
        if action != ADD:
            return None
        return Question(
            title=_tr("Injects", "What happens?"),
            do=_tr("Injects", "Add"),
            note=_tr("Injects", "Tell the drill as it would be seen. Do not name anybody."),
            fields=(
                Field(key="text", label=_tr("Injects", "What happens"), wraps=True),
                Field(key="due", label=_tr("Injects", "When"),
                      hint=_tr("Injects", "empty: now; or 10:15, or minutes")),
            ),
        )  # fmt: skip

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        fact = self._fact(key, action, answers)
        if isinstance(fact, Refusal):
            self.scene.refuse(fact, then)
        else:
            self.scene.ask(fact, then)

    def _fact(self, key: str, action: str, answers: Answers) -> f.KnownFact | Refusal:
        match action:
            case "play":
                return f.InjectPlayed(inject=key, text=Text("", ""))
            case "skip":
                return f.InjectSkipped(inject=key, reason=answers.get("reason", "").strip())
            case "add":
                return self._added(answers)
            case "pause":
                return f.DrillPaused()
            case "resume":
                return f.DrillResumed()
            case _:
                raise ValueError(action)

    def _added(self, answers: Answers) -> f.KnownFact | Refusal:
        """Its key is made from its moment, so that two never meet."""
        words, typed = answers["text"].strip(), answers["due"].strip()
        text = Text(words, words)
        key = f"own-{self.scene.now:%Y%m%d%H%M%S%f}"
        if not words:
            return refuse("missing", field="text")
        if not typed:
            return f.InjectPlayed(inject=key, text=text)
        due = time_ahead(typed, self.scene.now, self.scene.reader.zone)
        if due is None:
            return refuse("no_time", typed=typed)
        if due <= self.scene.now:
            return refuse("due_passed", due=due)
        return f.InjectAdded(inject=key, text=text, due=due)

    def _row(self, key: str) -> InjectRow | None:
        return next((row for row in self._rows if row.key == key), None)
