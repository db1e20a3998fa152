"""Tasks and notifications as shown: what is to be done and who is to be told, with countdowns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.command import Open, Refusal
from app.models.messages import last_message
from app.models.notifications import notifications
from app.models.plan import PlanTask
from app.models.quick import time_ahead
from app.models.refusals import refuse
from app.models.tasks import tasks
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.part import Answered, Scene
from app.presenters.rows import Row, RowModel
from app.presenters.sending import Sending
from app.presenters.task_rows import TASK, TOLD, derive_notification_row, derive_task_row
from app.station.changed import Done

_tr = QCoreApplication.translate


class TasksProps(msgspec.Struct, frozen=True, kw_only=True):
    still_open: str = ""
    empty: str = ""


class TasksPresenter(Acting):
    cells = ("task", "notification", "message", "level", "course", "phase", "sign", "people")
    may_sleep = True
    keys: ClassVar[Mapping[str, str]] = {
        "S": "skip", "G": "open_plan", "R": "reassign", "D": "due", "W": "said", "X": "not_reached",
        "Shift+M": "message",
    }  # fmt: skip

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._sending = Sending(scene)
        self.model = RowModel(scene.now, self)
        self.props = TasksProps()
        self.refresh()

    def refresh(self) -> None:
        incident, plan, reader = self.scene.incident, self.scene.plan, self.scene.reader
        rows = [derive_task_row(row, reader) for row in tasks(incident, plan)]
        rows += [
            derive_notification_row(row, last_message(incident, row.key), reader)
            for row in notifications(incident, plan)
        ]
        self.model.set_rows(sorted(rows, key=_order))
        left = sum(not row.quiet for row in rows)
        told = _tr("Tasks", "{left} of {all} to do").format(left=left, all=len(rows))
        props = TasksProps(
            still_open=told if rows else "",
            empty="" if rows else _tr("Tasks", "The plan brings no tasks. N adds one."),
        )
        if props != self.props:
            self.props = props
            self.changed.emit()

    def tick(self, now: datetime) -> None:
        self.model.tick(now)

    # What a person can ask for ---------------------------------------------------------------

    def keys_of(self, key: str) -> Mapping[str, str]:
        usable = {choice.action for choice in self.choices(key)}
        return {k: does for k, does in self.keys.items() if does in usable}

    def choices(self, key: str) -> tuple[Choice, ...]:
        at = self.model.position(key)
        if at < 0:
            return ()
        row = self.model.row(at)
        first = (Choice(action=row.action, text=row.action_text),) if row.action else ()
        if row.quiet:
            return first
        if key.startswith(TOLD):
            return (
                *first,
                self._choice("message", _tr("Tasks", "Send a message…")),
                self._choice("said", _tr("Tasks", "Told, with what was said…")),
                self._choice("not_reached", _tr("Tasks", "Not reached")),
            )
        return (
            *first,
            *self._opens(key),
            self._choice("skip", _tr("Tasks", "Skip…")),
            self._choice("reassign", _tr("Tasks", "Give to another…")),
            self._choice("due", _tr("Tasks", "Another time…")),
        )

    def question(self, key: str, action: str) -> Question | None:
        match action:
            case "done":
                return self._ask_unseen(key)
            case "skip":
                return _ask_skip(self._title(key))
            case "open_plan":
                return self._ask_opening(key)
            case "reassign":
                return self._ask_owner(key)
            case "due":
                return _ask_due(self._title(key))
            case "said":
                return self._ask_said(key)
            case "message":
                return self._sending.question(key.removeprefix(TOLD))
            case "add":
                return self._ask_task()
            case _:
                return None

    def _ask_unseen(self, key: str) -> Question | None:
        """A task that depends on what has not been seen is not ticked off by a slip."""
        name, reader = key.removeprefix(TASK), self.scene.reader
        found = next(
            (r for r in tasks(self.scene.incident, self.scene.plan) if r.key == name), None
        )
        if found is None or found.condition is None or found.begins_at is not None:
            return None
        title = _tr("Tasks", "“{condition}”: that was not seen. Done all the same?")
        return Question(
            title=title.format(condition=reader.text(found.condition)),
            note=self._title(key),
            do=_tr("Tasks", "Done all the same"),
        )

    def _ask_said(self, key: str) -> Question:
        plan, target = self.scene.plan, key.removeprefix(TOLD)
        planned = plan.notifications if plan else ()
        what = next((each.what for each in planned if each.key == target), None)
        return Question(
            title=self._title(key),
            note=self.scene.reader.text(what) if what else "",
            do=_tr("Tasks", "Told"),
            fields=(Field(key="said", label=_tr("Tasks", "What was said")),),
        )

    def _planned(self, key: str) -> PlanTask | None:
        return self.scene.plan.task(key.removeprefix(TASK)) if self.scene.plan else None

    def _opens(self, key: str) -> tuple[Choice, ...]:
        """A task that starts another plan does it from here."""
        planned = self._planned(key)
        if planned is None or not planned.opens:
            return ()
        text = _tr("Tasks", "Open “{plan}”…").format(plan=self._plan_title(planned.opens))
        return (self._choice("open_plan", text),)

    def _plan_title(self, key: str) -> str:
        plans = self.scene.site.plans.values()
        return next((self.scene.reader.text(p.title) for p in plans if p.key == key), key)

    def _ask_opening(self, key: str) -> Question | None:
        planned = self._planned(key)
        if planned is None:
            return None
        title = self._plan_title(planned.opens)
        return Question(
            title=_tr("Tasks", "Open an incident: {plan}").format(plan=title),
            note=_tr("Tasks", "It stands beside this one on the board; this task is then done."),
            do=_tr("Tasks", "Open"),
            fields=(
                Field(key="title", label=_tr("Tasks", "Title"), value=title),
                Field(
                    key="place", label=_tr("Tasks", "Place"), value=self.scene.incident.detail.place
                ),
            ),
        )

    def _open_plan(self, task: str, answers: Answers, then: Answered | None) -> None:
        planned = self._planned(task)
        if planned is None:
            return

        def done(answer: Done | Refusal) -> None:
            if isinstance(answer, Done):
                self.scene.ask(f.TaskDone(task=task))
            if then:
                then(answer)

        opening = Open(
            plan=planned.opens, title=answers["title"], place=answers["place"],
            drill=self.scene.incident.course.drill, origin=self.scene.incident.timeline[0].id,
        )  # fmt: skip
        self.scene.bridge.ask(None, opening, then=done)

    def _ask_owner(self, key: str) -> Question:
        who = Field(key="owner", label=_tr("Tasks", "Who"), options=self._owners(), free=True)
        return Question(
            title=_tr("Tasks", "Who does “{task}” now?").format(task=self._title(key)),
            do=_tr("Tasks", "Give"),
            fields=(who, Field(key="reason", label=_tr("Tasks", "Reason"))),
        )

    def _owners(self) -> tuple[tuple[str, str], ...]:
        """Groups, then roles, then those who are here or on the way."""
        plan, reader = self.scene.plan, self.scene.reader
        groups = {g.key: reader.text(g.name) for g in plan.groups} if plan else {}
        roles = {r.key: reader.text(r.name) for r in plan.roles} if plan else {}
        names = {call.name: call.name for call in self.scene.incident.call_outs.values()}
        return tuple((groups | roles | {name: name for name in names if name}).items())

    def _ask_task(self) -> Question:
        hint, owners = _when_hint(), self._owners()
        return Question(
            title=_tr("Tasks", "Add a task"),
            do=_tr("Tasks", "Add"),
            fields=(
                Field(key="text", label=_tr("Tasks", "What")),
                Field(key="owner", label=_tr("Tasks", "Who"), options=owners, free=True),
                Field(key="due", label=_tr("Tasks", "Until"), hint=hint),
            ),
        )

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        name = key.partition(":")[2]
        match action:
            case "done":
                self.scene.ask(f.TaskDone(task=name), then)
            case "undone":
                self.scene.ask(f.TaskUndone(task=name), then)
            case "skip":
                self.scene.ask(f.TaskSkipped(task=name, reason=answers["reason"]), then)
            case "open_plan":
                self._open_plan(name, answers, then)
            case "reassign":
                owner, reason = answers["owner"].strip(), answers["reason"].strip()
                self.scene.ask(f.TaskReassigned(task=name, owner=owner, reason=reason), then)
            case "due":
                self._set_due(name, answers, then)
            case "told" | "said" | "message" | "not_reached":
                self._notify(name, action, answers, then)
            case "add":
                self._add(answers, then)
            case _:
                raise ValueError(action)

    def _notify(self, target: str, action: str, answers: Answers, then: Answered | None) -> None:
        if action == "message":
            self._sending.send(target, answers, then)
            return
        told, said = action != "not_reached", answers.get("said", "")
        self.scene.ask(f.Notified(target=target, told=told, said=said), then)

    def _add(self, answers: Answers, then: Answered | None) -> None:
        """A task of the spot's own; its key is made from its moment, so that two never meet."""
        now, typed = self.scene.now, answers["due"].strip()
        due = time_ahead(typed, now, self.scene.reader.zone)
        if typed and due is None:
            self.scene.refuse(refuse("no_time", typed=typed), then)
            return
        fact = f.TaskAdded(
            task=f"own-{now:%Y%m%d%H%M%S%f}", text=answers["text"].strip(),
            owner=answers["owner"], due=due,
        )  # fmt: skip
        self.scene.ask(fact, then)

    def _set_due(self, task: str, answers: Answers, then: Answered | None) -> None:
        typed = answers["due"].strip()
        due = time_ahead(typed, self.scene.now, self.scene.reader.zone)
        if due is None:
            self.scene.refuse(refuse("no_time", typed=typed), then)
            return
        self.scene.ask(f.TaskDueSet(task=task, due=due, reason=answers["reason"]), then)

    def _title(self, key: str) -> str:
        at = self.model.position(key)
        return self.model.row(at).title if at >= 0 else ""


def _ask_skip(title: str) -> Question:
    return Question(
        title=_tr("Tasks", "Skip “{task}”").format(task=title),
        do=_tr("Tasks", "Skip"),
        fields=(Field(key="reason", label=_tr("Tasks", "Reason")),),
    )


def _ask_due(title: str) -> Question:
    return Question(
        title=_tr("Tasks", "Until when is “{task}” to be done?").format(task=title),
        do=_tr("Tasks", "Set"),
        fields=(
            Field(key="due", label=_tr("Tasks", "Until"), hint=_when_hint()),
            Field(key="reason", label=_tr("Tasks", "Reason")),
        ),
    )


def _when_hint() -> str:
    return _tr("Tasks", "14:15, or 10 for ten minutes")


def _order(row: Row) -> tuple[bool, float]:
    """What is still to do by deadline; what is settled keeps its order behind it."""
    return (row.quiet, row.due.timestamp() if row.due else 9e11)
