"""Follow-ups of one incident as shown on its desk."""

from __future__ import annotations

from datetime import datetime

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.follow_ups import FollowUpRow, follow_up, follow_ups
from app.presenters.asking import NO_ANSWERS, Answers, Question
from app.presenters.follow_up_asking import (
    FollowUpActing,
    Found,
    added,
    derive_follow_up_row,
    fields_to_add,
)
from app.presenters.part import Answered, Scene
from app.presenters.rows import RowModel

_tr = QCoreApplication.translate


class FollowUpsProps(msgspec.Struct, frozen=True, kw_only=True):
    told: str = ""
    empty: str = ""


class FollowUpsPresenter(FollowUpActing):
    """Those of one incident."""

    cells = ("follow_up", "settling", "course", "reception")
    may_sleep = True

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.model = RowModel(scene.now, self)
        self.props = FollowUpsProps()
        self.refresh()

    def refresh(self) -> None:
        incident, reader = self.scene.incident, self.scene.reader
        rows = follow_ups(incident, self.scene.plan)
        self.model.set_rows([derive_follow_up_row(row, reader) for row in rows])
        props = FollowUpsProps(told=self._told(rows), empty="" if rows else self._empty())
        if props != self.props:
            self.props = props
            self.changed.emit()

    def tick(self, now: datetime) -> None:
        self.model.tick(now)

    def _told(self, rows: list[FollowUpRow]) -> str:
        if self.scene.incident.is_settled:
            return _tr("FollowUps", "settled")
        left = sum(row.is_owed for row in rows)
        told = _tr("FollowUps", "{left} of {all} owed").format(left=left, all=len(rows))
        return told if rows else ""

    def _empty(self) -> str:
        if self.scene.incident.course.over_at:
            return _tr("FollowUps", "Nothing is owed. A adds a follow-up.")
        return _tr("FollowUps", "The plan's follow-ups begin when it is over. A adds one now.")

    def find(self, key: str) -> Found | None:
        row = follow_up(self.scene.incident, self.scene.plan, key)
        return (self.scene, row) if row else None

    def question(self, key: str, action: str) -> Question | None:
        if action != "add":
            return super().question(key, action)
        return Question(
            title=_tr("FollowUps", "Add a follow-up"),
            do=_tr("FollowUps", "Add"),
            fields=fields_to_add(self.scene.plan, self.scene.reader),
        )

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        if action == "add":
            add(self.scene, answers, then)
        else:
            super().act(key, action, answers, then)


def add(scene: Scene, answers: Answers, then: Answered | None) -> None:
    """Record what was typed into the fields of a new follow-up."""
    fact = added(answers, scene)
    if isinstance(fact, f.FollowUpAdded):
        scene.ask(fact, then)
    else:
        scene.refuse(fact, then)
