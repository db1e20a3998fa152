"""The course of an incident as a person steers it: level, head-count and place, over, closed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.course import Status
from app.models.levels import Level
from app.models.refusals import refuse
from app.models.tasks import tasks
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.part import Answered
from app.presenters.words import level_word

_tr = QCoreApplication.translate


class CoursePresenter(Acting):
    cells = ("course", "people")

    def refresh(self) -> None:
        self.changed.emit()

    def choices(self, key: str) -> tuple[Choice, ...]:
        """What the course of the incident allows next."""
        del key
        people = self.scene.incident.people.now
        change = (
            Choice(action="level", text=_tr("Course", "Change level…"), key="L"),
            Choice(
                action="amend", text=_tr("Course", "{count} people…").format(count=people), key="H"
            ),
        )
        match self.scene.incident.course.status:
            case Status.OPEN:
                over = Choice(action="over", text=_tr("Course", "Declare over…"), key="O")
                return (*change, over)
            case Status.OVER:
                close = Choice(action="close", text=_tr("Course", "Close…"), key="O")
                return (*change, close, self._reopen())
            case Status.CLOSED:
                return (self._reopen(),)
            case Status.UNOPENED:
                return ()

    def _reopen(self) -> Choice:
        return Choice(action="reopen", text=_tr("Course", "Reopen…"), key="Z")

    def question(self, key: str, action: str) -> Question | None:
        del key
        return {
            "level": self._ask_level, "amend": self._ask_detail, "over": self._ask_over,
            "close": _ask_close, "reopen": _ask_reopen,
        }[action]()  # fmt: skip

    def _ask_level(self) -> Question:
        now = self.scene.incident.leveling.level
        levels = sorted((level for level in Level if level != now), key=lambda lv: abs(lv - now))
        others = tuple((level.name, f"{level.numeral} {level_word(level)}") for level in levels)
        higher = next((level.name for level in Level if level == now + 1), others[0][0])
        return Question(
            title=_tr("Course", "Change the level"),
            do=_tr("Course", "Set level"),
            fields=(
                Field(key="level", label=_tr("Course", "to"), value=higher, options=others),
                Field(key="reason", label=_tr("Course", "Reason")),
            ),
        )

    def _ask_over(self) -> Question:
        todo = tasks(self.scene.incident, self.scene.plan)
        left = sum(task.mandatory and task.settled_at is None for task in todo)
        told = _tr("Course", "{count} mandatory tasks are still open.")
        return Question(
            title=_tr("Course", "Declare the incident over"),
            note=told.format(count=left) if left else "",
            do=_tr("Course", "Declare over"),
            fields=(Field(key="reason", label=_tr("Course", "Why, and how it ended")),),
        )

    def _ask_detail(self) -> Question:
        detail, people = self.scene.incident.detail, self.scene.incident.people.now
        return Question(
            title=_tr("Course", "What is different"),
            do=_tr("Course", "Record"),
            fields=(
                Field(key="people", label=_tr("Course", "People, about"), value=str(people)),
                Field(key="place", label=_tr("Course", "Place"), value=detail.place),
                Field(key="title", label=_tr("Course", "Title"), value=detail.title),
            ),
        )

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        del key
        match action:
            case "level":
                level = Level[answers["level"]]
                self.scene.ask(f.LevelSet(level=level, reason=answers["reason"]), then)
            case "amend":
                self._amend(answers, then)
            case "over":
                self.scene.ask(f.DeclaredOver(reason=answers["reason"]), then)
            case "close":
                self.scene.ask(f.Closed(summary=answers["summary"]), then)
            case "reopen":
                self.scene.ask(f.Reopened(reason=answers["reason"]), then)
            case _:
                raise ValueError(action)

    def _amend(self, answers: Answers, then: Answered | None) -> None:
        """Only what was changed is recorded."""
        detail, people = self.scene.incident.detail, answers["people"].strip()
        if not people.isdecimal():
            self.scene.refuse(refuse("no_number", typed=people), then)
            return
        count, place, title = int(people), answers["place"].strip(), answers["title"].strip()
        fact = f.Amended(
            people=count if count != self.scene.incident.people.now else None,
            place=place if place != detail.place else None,
            title=title if title != detail.title else None,
        )
        self.scene.ask(fact, then)


def _ask_close() -> Question:
    return Question(
        title=_tr("Course", "Close the incident"),
        note=_tr("Course", "After this only notes and corrections can be added."),
        do=_tr("Course", "Close"),
        fields=(Field(key="summary", label=_tr("Course", "Summary")),),
    )


def _ask_reopen() -> Question:
    return Question(
        title=_tr("Course", "Reopen the incident"),
        do=_tr("Course", "Reopen"),
        fields=(Field(key="reason", label=_tr("Course", "Reason")),),
    )
