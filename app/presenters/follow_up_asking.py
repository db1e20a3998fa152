"""What can be done with a follow-up, wherever it is shown, and what is asked before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, TypeAlias

from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.command import Refusal
from app.models.follow_up_states import FollowUpState
from app.models.follow_ups import FollowUpRow
from app.models.plan import Plan
from app.models.quick import date_ahead
from app.models.refusals import refuse
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.part import Answered, Scene
from app.presenters.reader import QtReader
from app.presenters.rows import Row
from app.presenters.words import about

_tr = QCoreApplication.translate

Found: TypeAlias = tuple[Scene, FollowUpRow]
"""A follow-up, and the scene of its incident."""


def derive_follow_up_row(row: FollowUpRow, reader: QtReader) -> Row:
    title = reader.text(row.text)
    return Row(
        key=row.key,
        title=title,
        bold=len(title),
        subtitle=" • ".join(_said(row, reader)),
        chip=_chip(row),
        start=row.begins_at if row.is_owed else None,
        due=row.due if row.is_owed else None,
        late_chip=_tr("FollowUps", "overdue"),
        quiet=not row.is_owed,
        ended=not row.is_owed,
        action="done" if row.is_owed else "undone",
        action_text=_tr("FollowUps", "Done…") if row.is_owed else _tr("FollowUps", "Again…"),
        checked=row.state is FollowUpState.DONE,
    )


def _chip(row: FollowUpRow) -> str:
    if row.state is FollowUpState.DROPPED:
        return _tr("FollowUps", "dropped")
    return _tr("FollowUps", "promised") if row.promised and row.is_owed else ""


def _said(row: FollowUpRow, reader: QtReader) -> list[str]:
    """Owner, date, what was answered and reported last, how it ended."""
    value, told = row.value, [reader.text(row.owner)]
    if row.is_owed and row.due:
        told.append(_tr("FollowUps", "by {day}").format(day=reader.dated(row.due)))
    if row.is_owed and value.chased_at:
        who, day = value.chased_who or reader.text(row.owner), reader.day(value.chased_at)
        asked = _tr("FollowUps", "asked {who} {day}").format(who=who, day=day)
        told.append(about(asked, value.said) if value.said else asked)
    if value.fed_back_at:
        day, to = reader.day(value.fed_back_at), value.fed_back_to
        told.append(_tr("FollowUps", "reported to {to} {day}").format(to=to, day=day))
    if value.ended_at:
        by, day = value.ended_by, reader.day(value.ended_at)
        told.append(_tr("FollowUps", "{day} by {by}").format(day=day, by=by))
    return [part for part in (*told, value.outcome) if part]


class FollowUpActing(Acting):
    """Rows are named by whoever shows them; `find` says which follow-up a row is."""

    keys: ClassVar[Mapping[str, str]] = {
        "K": "chase", "F": "feed_back", "S": "drop", "G": "reassign", "D": "due",
    }  # fmt: skip

    def find(self, key: str) -> Found | None:
        raise NotImplementedError

    def keys_of(self, key: str) -> Mapping[str, str]:
        found = self.find(key)
        if found is None:
            return {}
        owed = found[1].is_owed
        return {k: does for k, does in self.keys.items() if owed or does == "feed_back"}

    def choices(self, key: str) -> tuple[Choice, ...]:
        found = self.find(key)
        if found is None:
            return ()
        report = self._choice("feed_back", _tr("FollowUps", "Feed back…"))
        if not found[1].is_owed:
            again = _tr("FollowUps", "Take up again…")
            return (Choice(action="undone", text=again), report)
        return (
            Choice(action="done", text=_tr("FollowUps", "Done…"), key="Enter"),
            self._choice("chase", _tr("FollowUps", "Chase…")),
            report,
            self._choice("due", _tr("FollowUps", "Another date…")),
            self._choice("reassign", _tr("FollowUps", "Give to another…")),
            self._choice("drop", _tr("FollowUps", "Drop…")),
        )

    def question(self, key: str, action: str) -> Question | None:
        found = self.find(key)
        if found is None:
            return None
        (scene, row), reader = found, found[0].reader
        fields, do = {
            "done": (
                (Field(key="result", label=_tr("FollowUps", "What came of it")),),
                _tr("FollowUps", "Done"),
            ),
            "undone": (_because(), _tr("FollowUps", "Take up again")),
            "drop": (_because(), _tr("FollowUps", "Drop")),
            "chase": (
                (
                    Field(key="who", label=_tr("FollowUps", "Whom"), value=reader.text(row.owner)),
                    Field(key="said", label=_tr("FollowUps", "What they said")),
                ),
                _tr("FollowUps", "Record"),
            ),
            "feed_back": (
                (
                    Field(key="to", label=_tr("FollowUps", "To whom")),
                    Field(key="text", label=_tr("FollowUps", "How it stands")),
                ),
                _tr("FollowUps", "Record"),
            ),
            "reassign": (
                (_owner(scene.plan, reader), *_because()),
                _tr("FollowUps", "Give"),
            ),
            "due": ((_until(), *_because()), _tr("FollowUps", "Set date")),
        }[action]
        return Question(title=reader.text(row.text), do=do, fields=fields)

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        found = self.find(key)
        if found is not None:
            scene, row = found
            fact = self._fact(row.key, action, answers)
            if isinstance(fact, Refusal):
                scene.refuse(fact, then)
            else:
                scene.ask(fact, then)

    def _fact(self, key: str, action: str, answers: Answers) -> f.KnownFact | Refusal:
        given = {name: text.strip() for name, text in answers.items()}
        match action:
            case "done":
                return f.FollowUpDone(follow_up=key, **given)
            case "undone":
                return f.FollowUpUndone(follow_up=key, **given)
            case "drop":
                return f.FollowUpDropped(follow_up=key, **given)
            case "chase":
                return f.Chased(follow_up=key, **given)
            case "feed_back":
                return f.FedBack(follow_up=key, **given)
            case "reassign":
                return f.FollowUpReassigned(follow_up=key, **given)
            case "due":
                due = date_ahead(given["due"], self.scene.now, self.scene.reader.zone)
                if due is None:
                    return refuse("no_date", typed=given["due"])
                return f.FollowUpDueSet(follow_up=key, due=due, reason=given["reason"])
            case _:
                raise ValueError(action)


def fields_to_add(plan: Plan | None, reader: QtReader) -> tuple[Field, ...]:
    what = Field(key="text", label=_tr("FollowUps", "What is owed"))
    return (what, _owner(plan, reader), _until())


def added(answers: Answers, scene: Scene) -> f.FollowUpAdded | Refusal:
    """Its key is made from its moment, so that two never meet."""
    due = date_ahead(answers["due"], scene.now, scene.reader.zone)
    if due is None:
        return refuse("no_date", typed=answers["due"].strip())
    return f.FollowUpAdded(
        follow_up=f"own-{scene.now:%Y%m%d%H%M%S%f}", text=answers["text"].strip(),
        owner=answers["owner"].strip(), due=due,
    )  # fmt: skip


def _because() -> tuple[Field, ...]:
    return (Field(key="reason", label=_tr("FollowUps", "Why")),)


def _owner(plan: Plan | None, reader: QtReader) -> Field:
    """A role of the plan, or any name."""
    owners = tuple((role.key, reader.text(role.name)) for role in plan.roles) if plan else ()
    return Field(key="owner", label=_tr("FollowUps", "Who"), options=owners, free=True)


def _until() -> Field:
    hint = _tr("FollowUps", "2026-12-01, 12-01 17:00, or 3 for three days")
    return Field(key="due", label=_tr("FollowUps", "Until"), hint=hint)
