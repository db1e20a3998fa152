"""Typing in what was written by hand: a sheet of lines, each with its own time."""

from __future__ import annotations

from datetime import date, datetime

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


class SheetPresenter(Acting):
    """All lines are read before the first is recorded: a slip of the pen records nothing."""

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
        )  # fmt: skip

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        del key, action
        read = self._read(answers)
        if isinstance(read, Refusal):
            self.scene.refuse(read, then)
        else:
            self.scene.bridge.ask_for(self._record(read), then)

    def _read(self, answers: Answers) -> list[tuple[datetime, str]] | Refusal:
        typed = answers["day"].strip()
        try:
            day = date.fromisoformat(typed)
        except ValueError:
            return refuse("no_day", typed=typed)
        read = read_sheet(answers["lines"], day, self.scene.reader.zone)
        if isinstance(read, Unread):
            return refuse("sheet_time", line=read.number, typed=read.text)
        if not read:
            return refuse("sheet_empty")
        latest = max(at for at, _ in read)
        ahead = latest > self.scene.now + FUTURE_TOLERANCE
        return refuse("future", at=latest) if ahead else read

    async def _record(self, lines: list[tuple[datetime, str]]) -> Done | Refusal:
        """Each by itself, in order; what cannot be recorded as what it says stays as words."""
        done, refused = Done(stream=self.scene.stream, entries=()), None
        for at, text in lines:
            answer = await self._line(at, text)
            if isinstance(answer, Done):
                done = answer
            else:
                refused = answer
        if refused is None or not done.entries:
            return refused or done
        self.scene.bridge.refused.emit(refused)
        return done

    async def _line(self, at: datetime, text: str) -> Done | Refusal:
        station, stream = self.scene.bridge.station, self.scene.stream
        answer: Done | Refusal | None = None
        for command in read_line(text, self.scene.plan, self.scene.site):
            answer = await station.do(stream, command, at=at)
        if isinstance(answer, Done):
            return answer
        return await station.do(stream, f.Note(text=text), at=at)
