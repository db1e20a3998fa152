"""The score of a drill as shown once it is over."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models.incident import RULES
from app.models.score import score
from app.models.score_words import score_text, total_words
from app.presenters.part import Part, Scene

_tr = QCoreApplication.translate


class ScoreProps(msgspec.Struct, frozen=True, kw_only=True):
    """`text` is all of it, in lines; `total` what it comes to."""

    total: str = ""
    text: str = ""


class ScorePresenter(Part):
    """Reckoned when somebody looks: everything of the incident goes into it."""

    may_sleep = True

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.cells = tuple(RULES.cells) if scene.incident.course.drill else ()
        self.props = ScoreProps()
        self.refresh()

    def refresh(self) -> None:
        props = self._derive()
        if props != self.props:
            self.props = props
            self.changed.emit()

    def _derive(self) -> ScoreProps:
        scene = self.scene
        incident = scene.incident
        found = score(incident, scene.plan, scene.site) if incident.course.drill else None
        if found is None:
            return ScoreProps(text=_tr("Score", "The score stands here once the drill is over."))
        number = scene.bridge.number_of(scene.stream)
        return ScoreProps(
            total=scene.reader.say(total_words(found.total)),
            text=score_text(number, incident, found, scene.reader),
        )
