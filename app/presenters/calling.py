"""Calling people out: everyone, a group, or one person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.models.call_outs import CallOutState
from app.models.command import Call
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.part import Answered

_tr = QCoreApplication.translate

_GROUP = "group:"


class CallingPresenter(Acting):
    def refresh(self) -> None:
        """Whom one can call is looked up when asked for."""

    def choices(self, key: str) -> tuple[Choice, ...]:
        del key
        plan, reader = self.scene.plan, self.scene.reader
        groups = plan.groups if plan else ()
        return (
            Choice(action="everyone", text=_tr("Calling", "Everyone")),
            *(Choice(action=_GROUP + g.key, text=reader.text(g.name)) for g in groups),
            Choice(action="one", text=_tr("Calling", "One person…")),
        )

    def question(self, key: str, action: str) -> Question | None:
        del key
        if action != "one":
            return None
        who = Field(key="who", label=_tr("Calling", "Whom"), options=self.callable_people())
        title = _tr("Calling", "Call one person")
        return Question(title=title, do=_tr("Calling", "Call"), fields=(who,))

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        del key
        if action == "everyone":
            self.scene.ask(Call(everyone=True), then)
        elif action == "one":
            self.scene.ask(Call(who=(answers["who"],)), then)
        else:
            self.scene.ask(Call(group=action.removeprefix(_GROUP)), then)

    def callable_people(self) -> tuple[tuple[str, str], ...]:
        """(key, name) of staff who could be called now, on duty first."""
        busy = {w for w, c in self.scene.incident.call_outs.items()
                if c.state.is_awaited or c.state is CallOutState.ARRIVED}  # fmt: skip
        people = [p for key, p in self.scene.site.people.items() if key not in busy]
        people.sort(key=lambda person: (not person.on_duty, person.name))
        off = _tr("Calling", "{name} (off duty)")
        return tuple((p.key, p.name if p.on_duty else off.format(name=p.name)) for p in people)
