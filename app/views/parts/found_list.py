"""The list below a field of the options that have the typed words in them."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractProxyModel,
    QModelIndex,
    QObject,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget


class FoundList(QObject):
    """Enter and Tab take the marked option, Esc leaves what was typed; `taken(row)` of the model.

    The only one, or the one of just these words, is marked; among several a person marks one by
    the arrow keys, so that part of a name never settles on somebody.

    The completer is nobody's: one that a line has for its own writes each option that is marked
    into the line, and what is typed next ends up behind it.
    """

    taken = Signal(int)

    def __init__(self, field: QWidget, options: QAbstractItemModel) -> None:
        super().__init__(field)
        self._field = field
        self._completer = QCompleter(options, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setWrapAround(False)  # Down on the only one would mark none
        self._completer.setWidget(field)
        self._list = QListView()
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._completer.setPopup(self._list)
        self._list.clicked.connect(self._take)

    def is_shown(self) -> bool:
        return self._list.isVisible()

    def marked(self) -> str:
        """The words that Enter takes; "" if it takes none."""
        return str(self._list.currentIndex().data() or "")

    def show_for(self, typed: str) -> None:
        """Nothing for no words, nor where they say all there is to say."""
        self._completer.setCompletionPrefix(typed)
        found = self._completer.completionModel()
        words = [str(found.index(row, 0).data()) for row in range(found.rowCount())]
        if not typed or not words or words == [typed]:
            self.hide()
            return
        width = self._list.sizeHintForColumn(0) + 2 * self._list.verticalScrollBar().width()
        rect = self._field.rect()
        self._completer.complete(QRect(0, 0, max(width, rect.width()), rect.height()))
        same = [at for at, each in enumerate(words) if each.casefold() == typed.casefold()]
        sure = same if len(words) > 1 else [0]
        self._list.setCurrentIndex(found.index(sure[0], 0) if len(sure) == 1 else QModelIndex())

    def hide(self) -> None:
        self._list.hide()

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key was for the list alone; Tab is for the field too."""
        if not self.is_shown():
            return False
        match event.key():
            case Qt.Key.Key_Escape:
                self.hide()
                return True
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take(self._list.currentIndex())
                return True
            case Qt.Key.Key_Tab:
                self._take(self._list.currentIndex())
                return False
            case Qt.Key.Key_Down:
                self._mark(self._list.currentIndex().row() + 1)
                return True
            case Qt.Key.Key_Up:
                self._mark(self._list.currentIndex().row() - 1)
                return True
            case _:
                return False

    def _mark(self, row: int) -> None:
        found = self._completer.completionModel()
        last = found.rowCount() - 1
        self._list.setCurrentIndex(found.index(min(max(row, 0), last), 0))

    def _take(self, found: QModelIndex) -> None:
        model = self._completer.completionModel()
        self.hide()
        if found.isValid() and isinstance(model, QAbstractProxyModel):
            self.taken.emit(model.mapToSource(found).row())
