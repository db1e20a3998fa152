"""Calling people out: everyone, a group, or one person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.models.call_outs import CallOutState
from app.models.command import Call, Desk, Refusal
from app.models.decide import decide
from app.models.facts import CalledOut
from app.models.filling import candidates, role_for, within_of
from app.models.plan import Role
from app.models.roster import told_apart
from app.models.site import Person
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.gap_rows import within_word
from app.presenters.part import Answered, Scene
from app.presenters.words import listing

_tr = QCoreApplication.translate

_GROUP = "group:"


def callable_for(scene: Scene, role: Role | None = None) -> tuple[tuple[str, str], ...]:
    """(key, name) of staff who could be called now.

    Who suits the role first, in the order of the plan; then the others, on duty before off duty,
    and those of the plan's groups before those of others.
    """
    groups = {group.key for group in scene.plan.groups} if scene.plan else set()
    people = _free(scene)
    fit = candidates(scene.plan, scene.site, role) if scene.plan and role else []
    first = [person for person in fit if person.key in people]
    others = sorted(people.values(), key=lambda p: (not p.on_duty, p.group not in groups, p.name))
    names = told_apart(scene.site.people)
    ordered = dict.fromkeys(person.key for person in (*first, *others))
    return tuple((key, _marked(scene, people[key], names[key])) for key in ordered)


def _marked(scene: Scene, person: Person, name: str) -> str:
    """Whom one would not call without a thought says so."""
    if scene.incident.call_out(person.key).state is CallOutState.EXCUSED:
        return _tr("Calling", "{name} (excused)").format(name=name)
    return name if person.on_duty else _tr("Calling", "{name} (off duty)").format(name=name)


def _free(scene: Scene) -> dict[str, Person]:
    """Staff who are neither awaited nor here."""
    busy = {who for who, call_out in scene.incident.call_outs.items()
            if call_out.state.is_awaited or call_out.state is CallOutState.ARRIVED}  # fmt: skip
    return {key: person for key, person in scene.site.people.items() if key not in busy}


def ask_call(scene: Scene, who: str, role: Role | None = None) -> Question | None:
    """Once, before someone is called who is off duty or was excused; None for anyone else."""
    person, call_out = scene.site.people.get(who), scene.incident.call_out(who)
    if person is None:
        return None
    told = []
    if call_out.state is CallOutState.EXCUSED:
        excused = _tr("Calling", "Excused at {time}: {reason}.")
        at = scene.reader.time(call_out.ended_at) if call_out.ended_at else ""
        told.append(excused.format(time=at, reason=call_out.reason))
    if not person.on_duty:
        told.append(_off_duty(scene, person, role))
    if not told:
        return None
    name = call_out.name or told_apart(scene.site.people)[who]
    title = _tr("Calling", "Call {name}?").format(name=name)
    return Question(title=title, note=" ".join(told), do=_tr("Calling", "Call"))


def _off_duty(scene: Scene, person: Person, role: Role | None) -> str:
    plan = scene.plan
    if plan is None:
        return _tr("Calling", "Off duty.")
    within = within_of(plan, person, role or role_for(plan, person))
    return _tr("Calling", "Off duty: {within}.").format(within=within_word(within))


class CallingPresenter(Acting):
    def refresh(self) -> None:
        """Whom one can call is looked up when asked for."""

    def choices(self, key: str) -> tuple[Choice, ...]:
        del key
        plan, reader = self.scene.plan, self.scene.reader
        groups = plan.groups if plan else ()
        return (
            Choice(action="everyone", text=_tr("Calling", "Everyone…")),
            *(Choice(action=_GROUP + g.key, text=reader.text(g.name)) for g in groups),
            Choice(action="one", text=_tr("Calling", "One person…")),
        )

    def question(self, key: str, action: str) -> Question | None:
        del key
        if action == "everyone":
            return self._ask_everyone()
        if action.startswith(_GROUP):
            return self._ask_group(action.removeprefix(_GROUP))
        who = Field(key="who", label=_tr("Calling", "Whom"), options=self.callable_people())
        title = _tr("Calling", "Call one person")
        return Question(title=title, do=_tr("Calling", "Call"), fields=(who,))

    def _ask_everyone(self) -> Question | None:
        """None where nobody is left to call: then that is said at once."""
        called = self._would_call(Call(everyone=True))
        on_duty = sum(fact.on_duty for fact in called)
        note = _tr("Calling", "Not called yet: {on} on duty, {off} off duty.")
        question = Question(
            title=_tr("Calling", "Call everyone?"),
            note=note.format(on=on_duty, off=len(called) - on_duty),
            do=_tr("Calling", "Call everyone"),
        )
        return question if called else None

    def _ask_group(self, key: str) -> Question | None:
        """Once, where somebody off duty would be called."""
        off = [fact.name for fact in self._would_call(Call(group=key)) if not fact.on_duty]
        group = self.scene.plan.group(key) if self.scene.plan else None
        if not off or group is None:
            return None
        title = _tr("Calling", "Call {name}?").format(name=self.scene.reader.text(group.name))
        note = _tr("Calling", "Off duty: {names}.").format(names=listing(off))
        return Question(title=title, note=note, do=_tr("Calling", "Call"))

    def _would_call(self, command: Call) -> list[CalledOut]:
        """The people of it: by the rules that it would be decided by."""
        scene = self.scene
        desk = Desk(site=scene.site, incident=scene.incident, plan=scene.plan, stream=scene.stream)
        decided = decide(desk, command, at=scene.now, now=scene.now)
        drafts = [] if isinstance(decided, Refusal) else decided
        facts = [draft.fact for draft in drafts if isinstance(draft.fact, CalledOut)]
        return [fact for fact in facts if fact.name]

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
        return callable_for(self.scene)
