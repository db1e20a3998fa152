"""The site plan: zones, cordons, posts, entrances drawn on it; each can be changed from here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.presenters.drawing import DrawingPresenter
from app.presenters.pictures import Picture
from app.presenters.siteplan import SitePlanPresenter
from app.views.acting import Actor, key_name
from app.views.drawing import DrawingTools
from app.views.look import Look
from app.views.page_panel import PagePanel
from app.views.parts.elided_label import ElidedLabel
from app.views.parts.key_button import KeyButton
from app.views.parts.plan_canvas import PlanCanvas
from app.views.parts.plan_picture import SVG, PlanPicture, read_picture

LEAST_WORDS, ROOMY, TALL = 76, 700, 190
"""Pixels at 100 %: of the words in the header; from which width its buttons show their keys; from
which height a line below the plan tells how far it is."""
GAP = 9


class SitePlanPanel(PagePanel):
    def __init__(self, presenter: SitePlanPresenter, drawing: DrawingPresenter, look: Look) -> None:
        super().__init__()
        self.setObjectName("sitePlanPanel")
        self._presenter, self._look = presenter, look
        self._shown: Picture | None = None
        self._unreadable = False
        self.view: PlanCanvas = PlanCanvas(look, self)
        self.actor = Actor(presenter, self)
        self.tools = DrawingTools(drawing, self.view, self)
        self._build()
        self._connect()
        self._set_words()

    def header_room(self) -> int:
        """What is at hand is marked on the plan itself; so it may give way to the buttons."""
        buttons = (self._step, self._more, self._draw)
        least = sum(button.minimumSizeHint().width() + GAP for button in buttons)
        return least + self._look.px(LEAST_WORDS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= self._look.px(ROOMY)
        for button, key in self._caps.items():
            button.show_key(key if roomy else "")
        self._told.setVisible(self.height() >= self._look.px(TALL))

    def focus_order(self) -> list[QWidget]:
        return [self.view, self._step, self._more, self._draw]

    def set_read_only(self, *, read_only: bool, counting: bool = False) -> None:
        super().set_read_only(read_only=read_only, counting=counting)
        self.actor.enabled = not read_only

    def _build(self) -> None:
        self._step, self._more, self._draw = (
            KeyButton(self, primary=True), KeyButton(self), KeyButton(self)
        )  # fmt: skip
        self._step.gives_way = True
        self._caps = {self._step: "Enter", self._more: "Menu", self._draw: "D"}
        for button, name in zip(self._caps, ("planStep", "planMore", "draw"), strict=True):
            button.setObjectName(name)
            self.add_header_widget(button)
        # One line: a label that wraps would have the whole desk grow with its height for width.
        self._told = ElidedLabel(parent=self)
        self._told.setObjectName("planTold")
        self._told.setProperty("quiet", True)
        self._told.setContentsMargins(14, 0, 14, 5)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self._told)
        self.set_body(body)

    def _connect(self) -> None:
        view = self.view
        self._presenter.changed.connect(self._show)
        self.tools.changed.connect(self._show)
        self.tools.asked.connect(self.asked)
        self.actor.asked.connect(self.asked)
        view.chosen.connect(self._show_at_hand)
        view.step_requested.connect(self._do_step)
        view.menu_requested.connect(self._show_menu)
        self._draw.clicked.connect(lambda: self.tools.ask(view.at_hand))
        self._step.clicked.connect(lambda: self._do_step(view.at_hand))
        self._more.clicked.connect(self._show_more)

    # What one does --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.view.at_hand
        name = key_name(event)
        action = self._presenter.keys_of(key).get(name) if key else None
        if not self._can_act():
            super().keyPressEvent(event)
        elif name == "D":
            self.tools.ask(key)
        elif action and self.view.hasFocus():
            self.actor.act(key, action)
        else:
            super().keyPressEvent(event)

    def _can_act(self) -> bool:
        return self.actor.enabled and self.tools.props is None

    def _do_step(self, key: str) -> None:
        item = self.view.item
        if item and item.key == key and self._can_act():
            self.actor.act(key, item.step)

    def _show_menu(self, key: str, at: QPoint) -> None:
        if self._can_act() and self._presenter.choices(key):
            self.actor.menu(key, self).popup(at)

    def _show_more(self) -> None:
        if self.view.at_hand:
            corner = self._more.mapToGlobal(self._more.rect().bottomLeft())
            self._show_menu(self.view.at_hand, corner)

    # What is shown --------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("Site plan"))
        self.view.setAccessibleName(self.tr("Site plan"))
        self._draw.set_text(self.tr("Draw…"))
        self._more.set_text(self.tr("More"))
        self._show()

    def _show(self) -> None:
        props, drawing = self._presenter.props, self.tools.props
        self._show_picture(props.picture)
        self.view.set_props(props)
        self.view.set_drawing(drawing)
        self._told.set_text(self._overview())
        self._show_at_hand()

    def _overview(self) -> str:
        props = self._presenter.props
        trouble = props.picture_told
        if self._unreadable:
            trouble = self.tr("The picture cannot be read; choose another with D.")
        return " • ".join(filter(None, (props.told, trouble)))

    def _show_picture(self, picture: Picture | None) -> None:
        if picture is self._shown:
            return
        self._shown, self._unreadable = picture, False
        self.view.set_picture(None)
        if picture is not None and picture.media_type == SVG:  # soon read, and of this thread
            self._take_read(picture, read_picture(picture.content, picture.media_type))
        elif picture is not None:
            self._presenter.read(
                picture, read_picture, lambda found: self._take_read(picture, found)
            )

    def _take_read(self, picture: Picture, found: PlanPicture | None) -> None:
        """Unless another is set, or the desk left, by now."""
        if isValid(self) and picture is self._shown:
            self._unreadable = found is None
            self.view.set_picture(found)
            self._told.set_text(self._overview())

    def _show_at_hand(self) -> None:
        """What is at hand in words, also for who cannot see the plan; and its next step."""
        item, drawing = self.view.item, self.tools.props
        self.set_subtitle(drawing.title if drawing else item.spoken if item else "")
        said = drawing.hint if drawing else item.spoken if item else self._presenter.props.empty
        self.view.setAccessibleDescription(said)
        self._step.setVisible(item is not None and drawing is None)
        self._more.setVisible(item is not None and drawing is None)
        self._step.set_text(item.step_text if item else "")
