"""What the plan wants borne in mind all the time: its principles, standing at the foot."""

from __future__ import annotations

import msgspec

from app.models.course import Status
from app.presenters.part import Part, Scene


class RemindersProps(msgspec.Struct, frozen=True, kw_only=True):
    text: str = ""


class RemindersPresenter(Part):
    cells = ("course",)

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.props = RemindersProps()
        self.refresh()

    def refresh(self) -> None:
        props = RemindersProps(text=self._text())
        if props != self.props:
            self.props = props
            self.changed.emit()

    def _text(self) -> str:
        """Nothing once it is closed: nobody acts any more."""
        scene, plan = self.scene, self.scene.plan
        if plan is None or scene.incident.course.status is Status.CLOSED:
            return ""
        return "  •  ".join(scene.reader.text(text) for text in plan.reminders)
