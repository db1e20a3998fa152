"""Connects a list with what can be done in it: buttons, keys and the menu of a row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.presenters.asking import Acting, Choice
from app.views.parts.row_view import RowView
from app.views.parts.timeline_view import TimelineView


class Actor(QObject):
    """Does at once what can be done at once; `asked(make, do)` for what has to be asked first."""

    asked = Signal(object, object)

    def __init__(self, part: Acting, parent: QObject) -> None:
        super().__init__(parent)
        self._part = part
        self.enabled = True
        """False: nothing can be done here, by whatever key, button or menu."""

    def act(self, key: str, action: str) -> None:
        part = self._part
        if not self.enabled:
            return
        if part.question(key, action) is None:
            part.act(key, action)
            return
        self.asked.emit(
            lambda: part.question(key, action),
            lambda answers, then: part.act(key, action, answers, then),
        )

    def menu(self, key: str, parent: QWidget) -> QMenu:
        """What can be done now, each with its key."""
        return choices_menu(
            self._part.choices(key), lambda choice: self.act(key, choice.action), parent
        )


class RowActor(Actor):
    """An actor for the row at hand of a list."""

    def __init__(self, part: Acting, view: RowView | TimelineView) -> None:
        super().__init__(part, view)
        self._view = view
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        if isinstance(view, RowView):
            view.action_requested.connect(self.act)

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key means something for the row that the keyboard is on."""
        key = self._view.current_key()
        action = self._part.keys_of(key).get(key_name(event)) if key else None
        if action is None or not self.enabled or not self._view.hasFocus():
            return False
        if isinstance(self._view, RowView):
            if not self._view.is_settled():
                return True
            self._view.note_answer()
        self.act(key, action)
        return True

    def _show_menu(self, at: QPoint) -> None:
        key = self._view.current_key()
        if key and self.enabled and self._part.choices(key):
            rect = self._view.visualRect(self._view.currentIndex())
            spot = at if rect.contains(at) else rect.center()
            self.menu(key, self._view).popup(self._view.viewport().mapToGlobal(spot))


def choices_menu(
    choices: tuple[Choice, ...], chosen: Callable[[Choice], None], parent: QWidget
) -> QMenu:
    """Gone once it is closed. Keys are shown only: the list answers to them."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for choice in choices:
        words = choice.text.replace("&", "&&")
        action = QAction(f"{words}\t{choice.key}" if choice.key else words, menu)
        action.setObjectName(choice.action)
        action.triggered.connect(lambda _checked, choice=choice: chosen(choice))
        menu.addAction(action)
    return menu


def key_name(event: QKeyEvent) -> str:
    """The key as buttons show it: "L", "Shift+O", "/"."""
    return QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
