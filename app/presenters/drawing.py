"""Drawing on the site plan: what is drawn, the corners so far, and when it is recorded."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, Signal

from app.models.command import Refusal
from app.models.facts import Point
from app.models.facts.site import FAR_END
from app.models.refusals import refuse
from app.models.text import Text
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.drawables import NEW_POST, PICTURE, Drawable, Given, Outline, Points, drawables
from app.presenters.part import Answered, Scene
from app.presenters.pictures import IsReadable, Pictures
from app.station.changed import Done

_tr = QCoreApplication.translate


class DrawingProps(msgspec.Struct, frozen=True, kw_only=True):
    """`cross` is where the next point would be put."""

    title: str
    hint: str
    outline: Outline
    points: Points
    cross: Point


class DrawingPresenter(Acting):
    """Nothing is recorded until the figure is closed; `props` is None while nothing is drawn."""

    picture_requested = Signal()
    """A file is to be chosen."""

    def __init__(self, scene: Scene, pictures: Pictures) -> None:
        super().__init__(scene)
        self._pictures = pictures
        self._drawn: Drawable | None = None
        self._given = Given(name=Text(en="", zh=""))
        self._points: Points = ()
        self._cross: Point = (FAR_END // 2, FAR_END // 2)

    def refresh(self) -> None:
        self.changed.emit()

    @property
    def props(self) -> DrawingProps | None:
        drawn = self._drawn
        if drawn is None:
            return None
        return DrawingProps(
            title=_tr("Drawing", "Drawing: {what}").format(what=drawn.words),
            hint=_hint(drawn.outline), outline=drawn.outline, points=self._points,
            cross=self._cross,
        )  # fmt: skip

    # Choosing what is drawn ---------------------------------------------------------------------

    def choices(self, key: str) -> tuple[Choice, ...]:
        del key
        return (Choice(action="draw", text=_tr("Drawing", "Draw…"), key="D"),)

    def question(self, key: str, action: str) -> Question | None:
        """`key` is the row that the plan is on: that itself is offered first."""
        del action
        options = tuple((each.key, each.words) for each in self._drawables())
        value = key if key in dict(options) else options[0][0]
        return Question(
            title=_tr("Drawing", "What is to be drawn on the site plan?"),
            note=_tr("Drawing", "It holds for this site from now on, in every incident."),
            do=_tr("Drawing", "Draw"),
            fields=(
                Field(key="what", label=_tr("Drawing", "What"), options=options, value=value),
                Field(key="en", label=_tr("Drawing", "If new: its name, English")),
                Field(key="zh", label=_tr("Drawing", "If new: its name, Chinese")),
                Field(
                    key="parts",
                    label=_tr("Drawing", "Of a zone: its floors or parts"),
                    hint=_tr("Drawing", "Floor 1, Floor 2; empty: as they are"),
                ),
            ),
        )

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        """Taking something off is recorded at once; what is drawn, once it is closed."""
        del key, action
        what, given = answers["what"], _given(answers)
        drawn = next((each for each in self._drawables() if each.key == what), None)
        if drawn is None:
            self.scene.refuse(refuse("nothing_such", typed=what), then)
            return
        refusal = self._unfit(drawn, given)
        if refusal:
            self.scene.refuse(refusal, then)
            return
        if drawn.outline is Outline.NOTHING and what != PICTURE:
            self.scene.ask(drawn.make((), given), then)
            return
        if then:
            then(Done(stream=self.scene.stream, entries=()))
        self._begin(drawn, given)

    def _unfit(self, drawn: Drawable, given: Given) -> Refusal | None:
        name = given.name.en
        if drawn.is_new and not name:
            return refuse("missing", field=_tr("Drawing", "If new: its name, English"))
        known = (each.key for each in self._drawables())
        if drawn.key.startswith(NEW_POST) and (
            f"post:{name}" in known or name in self.scene.site.places
        ):
            return refuse("place_exists", name=name)
        return None

    def set_picture(self, path: Path, is_readable: IsReadable) -> None:
        self._pictures.set_picture(path, is_readable)

    # Drawing --------------------------------------------------------------------------------------

    def move(self, across: int, down: int) -> None:
        """The cross, by so many ten-thousandths; it stays on the plan."""
        x, y = self._cross
        self.point_at((x + across, y + down))

    def point_at(self, point: Point) -> None:
        x, y = point
        self._cross = (min(max(x, 0), FAR_END), min(max(y, 0), FAR_END))
        self.changed.emit()

    def put(self) -> None:
        """A point where the cross is; of a spot there is only one."""
        if self._drawn is None or self._points[-1:] == (self._cross,):
            return
        is_spot = self._drawn.outline is Outline.SPOT
        self._points = (self._cross,) if is_spot else (*self._points, self._cross)
        self.changed.emit()

    def take_back(self) -> None:
        self._points = self._points[:-1]
        self.changed.emit()

    def close_figure(self) -> None:
        """Record it; refused, what is drawn stays."""
        drawn = self._drawn
        if drawn is None:
            return
        if drawn.outline is Outline.SPOT:
            self.put()
        if len(self._points) < drawn.outline.value:
            least, count = drawn.outline.value, len(self._points)
            self.scene.refuse(refuse("too_few_points", name=drawn.words, least=least, count=count))
            return
        self.scene.ask(drawn.make(self._points, self._given), self._answered)

    def leave(self) -> None:
        """Nothing is recorded."""
        self._drawn, self._points = None, ()
        self.changed.emit()

    def _drawables(self) -> tuple[Drawable, ...]:
        return tuple(drawables(self.scene.plan, self.scene.site, self.scene.reader))

    def _begin(self, drawn: Drawable, given: Given) -> None:
        if drawn.key == PICTURE:
            self.picture_requested.emit()
            return
        self._drawn, self._given, self._points = drawn, given, ()
        self.changed.emit()

    def _answered(self, answer: Done | Refusal) -> None:
        if isinstance(answer, Done):
            self.leave()


def _given(answers: Answers) -> Given:
    """A name given in one language is its name in both."""
    en, zh = answers["en"].strip(), answers["zh"].strip()
    parts = (name.strip() for name in re.split("[,，、;；]", answers.get("parts", "")))
    return Given(
        name=Text(en=en or zh, zh=zh or en), parts=tuple(dict.fromkeys(filter(None, parts)))
    )


def _hint(outline: Outline) -> str:
    if outline is Outline.SPOT:
        return _tr("Drawing", "Click or arrow keys: where it is. Enter records it, Esc leaves.")
    return _tr(
        "Drawing",
        "Click, or arrow keys and Space: a corner. Backspace: one back. Enter: record. Esc: leave.",
    )
