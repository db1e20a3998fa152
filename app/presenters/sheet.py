"""Typing in what was written by hand: a sheet of lines, each with its own time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.command import Refusal
from app.models.decide import FUTURE_TOLERANCE
from app.models.quick import Unread, read_sheet
from app.models.refusals import refuse
from app.models.sheet_line import read_line
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.part import Answered
from app.station.changed import Done

_tr = QCoreApplication.translate

SHEET = "sheet"


class Written(NamedTuple):
    """A line of a sheet: when, what, and as it was typed."""

    at: datetime
    text: str
    line: str


class SheetPresenter(Acting):
    """All lines are read before the first is recorded: a slip of the pen records nothing. Where
    one is refused all the same, it and those after it are given back, and those before are not."""

    def refresh(self) -> None:
        """It shows nothing of its own."""

    def choices(self, key: str) -> tuple[Choice, ...]:
        del key
        return (Choice(action=SHEET, text=_tr("Sheet", "Type in a sheet…"), key="Ctrl+J"),)

    def question(self, key: str, action: str) -> Question | None:
        del key
        if action != SHEET:
            return None
        opened = self.scene.incident.course.opened_at or self.scene.now
        lines = _tr("Sheet", "10:03 gate shut\n10:07 +Chen Wei\n10:09 =Tower A, Floor 1, Li Na")
        return Question(
            title=_tr("Sheet", "Type in what was written by hand"),
            do=_tr("Sheet", "Record"),
            note=_tr(
                "Sheet",
                "A line for each, beginning with its time: words, or + who arrived (name or "
                "badge), # cordoned, > evacuation begun, < out, = empty and confirmed, each with "
                "the zone; ! a service called. Each is marked as written later.",
            ),
            fields=(
                Field(key="day", label=_tr("Sheet", "Day"), value=self.scene.reader.day(opened)),
                Field(key="lines", label=_tr("Sheet", "Lines"), hint=lines, sheet=True),
            ),
            begin="lines",
        )  # fmt: skip

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        del key, action
        read = self._read(answers)
        if isinstance(read, Refusal):
            self.scene.refuse(read, then)
            return
        lines = [line for line in answers["lines"].splitlines() if line.strip()]
        left = [Written(at, text, line) for (at, text), line in zip(read, lines, strict=True)]
        day = answers["day"]

        def answered(answer: Done | Refusal) -> None:
            if then:
                then(answer if isinstance(answer, Done) else self._with_left(answer, day, left))

        self.scene.bridge.ask_for(self._record(left), answered)

    def _read(self, answers: Answers) -> list[tuple[datetime, str]] | Refusal:
        typed = answers["day"].strip()
        try:
            day = date.fromisoformat(typed)
        except ValueError:
            return refuse("no_day", typed=typed)
        read = read_sheet(answers["lines"], day, self.scene.reader.zone)
        if isinstance(read, Unread):
            refusal = refuse("sheet_time", line=read.number, typed=read.text)
            return msgspec.structs.replace(refusal, line=read.number)
        if not read:
            return refuse("sheet_empty")
        latest = max(at for at, _ in read)
        ahead = latest > self.scene.now + FUTURE_TOLERANCE
        return refuse("future", at=latest) if ahead else read

    async def _record(self, left: list[Written]) -> Done | Refusal:
        """Each by itself, in order, until one is refused; `left` is what is not recorded.

        What cannot be recorded as what it says stays as words.
        """
        done, all_of_it = Done(stream=self.scene.stream, entries=()), len(left)
        while left:
            answer = await self._line(left[0].at, left[0].text)
            if isinstance(answer, Refusal):
                return answer if len(left) == all_of_it else refuse("sheet_left", why=answer.why)
            done = answer
            del left[0]
        return done

    def _with_left(self, refusal: Refusal, day: str, left: Sequence[Written]) -> Refusal:
        """With the lines that are left, and the day that they are read alike on."""
        text, zone = "\n".join(each.line for each in left), self.scene.reader.zone
        days = [day.strip(), self.scene.reader.day(left[0].at)] if left else []
        moments = [(each.at, each.text) for each in left]
        alike = [
            each for each in days if read_sheet(text, date.fromisoformat(each), zone) == moments
        ]
        answers = (("day", (alike or days)[-1]), ("lines", text)) if days else ()
        return msgspec.structs.replace(refusal, field="lines", line=1, left=answers)

    async def _line(self, at: datetime, text: str) -> Done | Refusal:
        station, stream = self.scene.bridge.station, self.scene.stream
        answer: Done | Refusal | None = None
        for command in read_line(text, self.scene.plan, self.scene.site):
            answer = await station.do(stream, command, at=at)
        if isinstance(answer, Done):
            return answer
        return await station.do(stream, f.Note(text=text), at=at)
