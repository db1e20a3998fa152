"""The course of an incident as a person steers it: level, head-count and place, over, closed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.command import DeclareOver, LowerLevel, Refusal
from app.models.course import Status
from app.models.levels import Level
from app.models.plan import Phase
from app.models.refusals import refuse
from app.models.tasks import unfinished
from app.models.text import by_number, listed
from app.presenters import standing_down
from app.presenters.asking import (
    NO_ANSWERS,
    Acting,
    Answers,
    Choice,
    Field,
    Question,
    as_shown,
    changed,
)
from app.presenters.part import Answered, Scene
from app.presenters.people_here import people_here
from app.presenters.words import level_word

_tr = QCoreApplication.translate


class CoursePresenter(Acting):
    cells = ("course", "people", "phase")

    def refresh(self) -> None:
        self.changed.emit()

    def choices(self, key: str) -> tuple[Choice, ...]:
        """What the course of the incident allows next."""
        del key
        people = self.scene.incident.people.now
        there = by_number(
            people, _tr("Course", "{count} person…"), _tr("Course", "{count} people…")
        )
        change = (
            Choice(action="level", text=_tr("Course", "Change level…"), key="L"),
            Choice(action="amend", text=there.format(count=people), key="H"),
        )
        match self.scene.incident.course.status:
            case Status.OPEN:
                over = Choice(action="over", text=_tr("Course", "Declare over…"), key="O")
                return (*change, *self._next_phase(), over)
            case Status.OVER:
                close = Choice(action="close", text=_tr("Course", "Close…"), key="O")
                return (*change, close, self._reopen())
            case Status.CLOSED:
                return (self._reopen(),)
            case Status.UNOPENED:
                return ()

    def _next_phase(self) -> tuple[Choice, ...]:
        """Where the plan has phases, and one is still to come."""
        later = self._later_phases()
        return (
            (Choice(action="phase", text=_tr("Course", "Next phase…"), key="J"),) if later else ()
        )

    def _later_phases(self) -> tuple[Phase, ...]:
        plan = self.scene.plan
        now = self.scene.incident.phasing.phase(plan)
        return plan.phases[plan.phases.index(now) + 1 :] if plan and now else ()

    def _reopen(self) -> Choice:
        return Choice(action="reopen", text=_tr("Course", "Reopen…"), key="Z")

    def question(self, key: str, action: str) -> Question | None:
        del key
        return {
            "level": self._ask_level, "phase": self._ask_phase, "amend": self._ask_detail,
            "over": self._ask_over, "close": _ask_close, "reopen": _ask_reopen,
        }[action]()  # fmt: skip

    def _ask_level(self) -> Question:
        now = self.scene.incident.leveling.level
        levels = sorted((level for level in Level if level != now), key=lambda lv: abs(lv - now))
        others = tuple((level.name, f"{level.numeral} {level_word(level)}") for level in levels)
        higher = next((level.name for level in Level if level == now + 1), others[0][0])
        down = standing_down.ask(self.scene)
        return Question(
            title=_tr("Course", "Change the level"),
            do=_tr("Course", "Set level"),
            note=standing_down.told(self.scene),
            fields=(
                Field(key="level", label=_tr("Course", "to"), value=higher, options=others),
                Field(key="reason", label=_tr("Course", "Reason")),
                ask_decider(self.scene),
                *((down,) if down else ()),
            ),
        )

    def _ask_phase(self) -> Question:
        reader, later = self.scene.reader, self._later_phases()
        options = tuple((phase.key, reader.text(phase.name)) for phase in later)
        return Question(
            title=_tr("Course", "The incident enters another phase"),
            do=_tr("Course", "Enter phase"),
            fields=(
                Field(
                    key="phase", label=_tr("Course", "Phase"), value=options[0][0], options=options
                ),
                Field(key="reason", label=_tr("Course", "What happened")),
            ),
        )

    def _ask_over(self) -> Question:
        """What the plan asks for at the end; and what is still open, with room to say why not."""
        reader, plan = self.scene.reader, self.scene.plan
        left = unfinished(self.scene.incident, plan)
        says = [reader.text(text) for text in plan.end] if plan else []
        fields = [Field(key="reason", label=_tr("Course", "Why, and how it ended"))]
        if left:
            missing = reader.text(listed([reader.text(task.text) for task in left]))
            says.insert(0, _tr("Course", "Still to be done: {tasks}.").format(tasks=missing))
            fields.append(Field(key="despite", label=_tr("Course", "Over all the same, because")))
        if down := standing_down.ask_all_awaited(self.scene):
            fields.append(down)
        return Question(
            title=_tr("Course", "Declare the incident over"), note=" ".join(says),
            do=_tr("Course", "Declare over"), fields=tuple(fields),
        )  # fmt: skip

    def _detail(self) -> dict[str, str]:
        detail, people = self.scene.incident.detail, self.scene.incident.people.now
        return {"people": str(people), "place": detail.place, "title": detail.title}

    def _ask_detail(self) -> Question:
        was = self._detail()
        return Question(
            title=_tr("Course", "What is different"),
            do=_tr("Course", "Record"),
            fields=(
                Field(key="people", label=_tr("Course", "People, about"), value=was["people"]),
                Field(key="place", label=_tr("Course", "Place"), value=was["place"]),
                Field(key="title", label=_tr("Course", "Title"), value=was["title"]),
            ),
            unasked=as_shown(was),
        )

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        del key
        match action:
            case "level":
                self._set_level(answers, then)
            case "amend":
                self._amend(answers, then)
            case "over":
                over = DeclareOver(
                    reason=answers["reason"], despite=answers.get("despite", "").strip(),
                    stand_down=bool(answers.get(standing_down.FIELD)),
                )  # fmt: skip
                self.scene.ask(over, then)
            case "phase":
                fact = f.PhaseEntered(phase=answers["phase"], reason=answers["reason"].strip())
                self.scene.ask(fact, then)
            case "close":
                self.scene.ask(f.Closed(summary=answers["summary"]), then)
            case "reopen":
                self.scene.ask(f.Reopened(reason=answers["reason"]), then)
            case _:
                raise ValueError(action)

    def _set_level(self, answers: Answers, then: Answered | None) -> None:
        level, reason = Level[answers["level"]], answers["reason"]
        by = answers.get("by", "").strip()
        if level >= self.scene.incident.leveling.level:
            self.scene.ask(f.LevelSet(level=level, reason=reason, decided_by=by), then)
            return
        chosen = standing_down.chosen(self.scene, level, answers.get(standing_down.FIELD, ""))
        if isinstance(chosen, Refusal):
            self.scene.refuse(chosen, then)
        else:
            lowered = LowerLevel(level=level, reason=reason, stand_down=chosen, decided_by=by)
            self.scene.ask(lowered, then)

    def _amend(self, answers: Answers, then: Answered | None) -> None:
        """Only what was changed is recorded: what another station set meanwhile stays."""
        new = changed(answers, self._detail())
        people = new.get("people")
        if people is not None and not people.isdecimal():
            self.scene.refuse(refuse("no_number", typed=people), then)
            return
        fact = f.Amended(
            people=None if people is None else int(people), place=new.get("place"),
            title=new.get("title"),
        )  # fmt: skip
        self.scene.ask(fact, then)


def ask_decider(scene: Scene) -> Field:
    """Whoever records a level need not be who decided on it."""
    return Field(
        key="by", label=_tr("Course", "Decided by"), value=scene.bridge.station.person,
        options=people_here(scene), free=True,
    )  # fmt: skip


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
