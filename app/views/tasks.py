"""Tasks and notifications: what is to be done and who is to be told, by deadline."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from app.presenters.tasks import TasksPresenter
from app.views.list_panel import ListPanel, row_view
from app.views.look import Look
from app.views.parts.key_button import KeyButton


class TasksPanel(ListPanel):
    def __init__(self, presenter: TasksPresenter, look: Look) -> None:
        super().__init__(presenter, presenter.model, row_view(look, "tasks"))
        self._presenter = presenter
        self._add = KeyButton(self)
        self._add.setObjectName("addTask")
        self._add.show_key("N")
        self._add.clicked.connect(self.add_task)
        self.add_header_widget(self._add)
        presenter.changed.connect(self._show)
        self._set_words()

    def add_task(self) -> None:
        self.actor.act("", "add")

    def focus_order(self) -> list[QWidget]:
        return [self._add, self.view]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("Tasks"))
        self.view.setAccessibleName(self.tr("Tasks and notifications"))
        self._add.set_text(self.tr("Add"))
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.set_subtitle(props.still_open)
        self.set_empty(props.empty)
