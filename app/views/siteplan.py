"""The site plan: zones, cordons, posts, entrances drawn on it; each can be changed from here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QWidget

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
from app.views.parts.plan_picture import read_picture


class SitePlanPanel(PagePanel):
    def __init__(
        self, presenter: SitePlanPresenter, drawing: DrawingPresenter, look: Look
    ) -> None:
        super().__init__()
        self._presenter = presenter
        self._shown: Picture | None = None
        self._unreadable = False
        self.view: PlanCanvas = PlanCanvas(look, self)
        self.actor = Actor(presenter, self)
        self.tools = DrawingTools(drawing, self.view, self)
        self._build()
        self._connect()
        self._set_words()

    def focus_order(self) -> list[QWidget]:
        return [self._draw, self.view, self._step, self._more]

    def _build(self) -> None:
        self._draw, self._step, self._more = (
            KeyButton(self), KeyButton(self, primary=True), KeyButton(self)
        )  # fmt: skip
        for button, name, key in (
            (self._draw, "draw", "D"), (self._step, "planStep", "Enter"),
            (self._more, "planMore", "Menu"),
        ):  # fmt: skip
            button.setObjectName(name)
            button.show_key(key)
        self.add_header_widget(self._draw)
        self._empty = QLabel(self)
        self._empty.setObjectName("empty")
        self._empty.setProperty("quiet", True)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(14, 14, 14, 14)
        self._body = QStackedWidget(self)
        self._body.addWidget(self.view)
        self._body.addWidget(self._empty)
        self.set_body(self._body)
        self._said = ElidedLabel(parent=self)
        self._said.setObjectName("planSaid")
        self._said.setProperty("quiet", True)
        foot = QWidget(self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._said, 1)
        row.addWidget(self._step)
        row.addWidget(self._more)
        self.set_footer(foot)

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
        if name == "D" and self.tools.props is None:
            self.tools.ask(key)
        elif action and self.view.hasFocus() and self.tools.props is None:
            self.actor.act(key, action)
        else:
            super().keyPressEvent(event)

    def _do_step(self, key: str) -> None:
        item = self.view.item
        if item and item.key == key and item.step and self.tools.props is None:
            self.actor.act(key, item.step)

    def _show_menu(self, key: str, at: QPoint) -> None:
        if self._presenter.choices(key):
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
        self.set_title(self.tr("Cordon and evacuation"))
        self.view.setAccessibleName(self.tr("Site plan"))
        self._draw.set_text(self.tr("Draw…"))
        self._more.set_text(self.tr("More"))
        self._show()

    def _show(self) -> None:
        props, drawing = self._presenter.props, self.tools.props
        self._show_picture(props.picture)
        self.set_subtitle(drawing.title if drawing else self._told())
        self._empty.setText(props.empty)
        self._body.setCurrentWidget(self._empty if props.empty and not drawing else self.view)
        self.view.set_props(props)
        self.view.set_drawing(drawing)
        self._show_at_hand()

    def _told(self) -> str:
        props = self._presenter.props
        trouble = props.picture_told
        if self._unreadable:
            trouble = self.tr("The picture cannot be read; choose another with D.")
        return " • ".join(filter(None, (props.told, trouble)))

    def _show_picture(self, picture: Picture | None) -> None:
        if picture is self._shown:
            return
        self._shown = picture
        read = read_picture(picture.content, picture.media_type) if picture else None
        self._unreadable = picture is not None and read is None
        self.view.set_picture(read)

    def _show_at_hand(self) -> None:
        """What is at hand in words, also for who cannot see the plan; and its next step."""
        item, drawing = self.view.item, self.tools.props
        said = drawing.hint if drawing else item.spoken if item else ""
        self._said.set_text(said)
        self.view.setAccessibleDescription(said)
        self._step.setVisible(bool(item and item.step_text) and drawing is None)
        self._more.setVisible(item is not None and drawing is None)
        self._step.set_text(item.step_text if item else "")
