"""Where the keyboard goes once what it is on is done: the one rule of all lists (ADR 0042)."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QAbstractItemView

from app.presenters import roles
from app.presenters.rows import Row, RowModel

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class GoingOn:
    """Told of each answer and of each new list, it says where the keyboard goes, if anywhere.

    What was answered here and has a next step keeps the keyboard. What was answered here and is
    done, or was put off behind others, leaves it to the next open row below; what others did, to
    the first, the most urgent.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        self._view = view
        self._answered: Row | None = None
        self._following = QPersistentModelIndex()
        self._was = _NOWHERE
        self._lost = ""

    def note_answer(self, index: Index) -> None:
        """This row was answered at this station; how that went comes later."""
        model = index.model()
        if isinstance(model, RowModel) and index.isValid():
            self._answered = model.row(index.row())
            self._following = QPersistentModelIndex(first_open(model, index.row() + 1))

    def note_current(self, index: Index) -> None:
        """The keyboard is on this row now."""
        self._was = _state(index)

    def note_lost(self) -> None:
        """The row that the keyboard is on goes away."""
        key, was_open = self._was
        self._lost = key if was_open else ""

    def is_own(self, key: str) -> bool:
        """Whether what happened to this row, or will, was asked for here."""
        return self._answered is not None and self._answered.key == key

    def after_renewal(self) -> tuple[QModelIndex, bool] | None:
        """(row, whether it was done here) once what the keyboard was on is done and others are
        not; None where the keyboard stays."""
        (key, was_open), lost, current = self._was, self._lost, self._view.currentIndex()
        self._was, self._lost = _state(current), ""
        is_done = was_open and self._was == (key, False)
        if not lost and not is_done and not self._is_put_off():
            return None
        is_own = self.is_own(lost or key)
        self._answered = self._answered if not is_own else None
        target = self._next() if is_own else first_open(self._view.model())
        return (target, is_own) if target.isValid() else None

    def takes_next_step(self) -> bool:
        """Whether the row at hand has just changed as was asked for here, and stays at hand."""
        changed = self._has_changed()
        self._answered = None if changed else self._answered
        return changed

    def _is_put_off(self) -> bool:
        """Answered here, it now stands below what came after it: someone who did not answer, a
        task for later."""
        current, after = self._view.currentIndex(), self._following
        return self._has_changed() and after.isValid() and after.row() < current.row()

    def _has_changed(self) -> bool:
        """Whether the row at hand was answered here and is not what it was."""
        model, index = self._view.model(), self._view.currentIndex()
        if self._answered is None or not isinstance(model, RowModel) or not index.isValid():
            return False
        now = model.row(index.row())
        return now.key == self._answered.key and now != self._answered

    def _next(self) -> QModelIndex:
        model, following = self._view.model(), self._following
        below = first_open(model, following.row()) if following.isValid() else QModelIndex()
        return below if below.isValid() else first_open(model)


def is_open(index: Index) -> bool:
    """Whether something can be done about it that goes on."""
    return bool(index.data(roles.ACTION)) and not index.data(roles.ENDED)


def first_open(model: QAbstractItemModel, begin: int = 0) -> QModelIndex:
    rows = (model.index(row, 0) for row in range(begin, model.rowCount()))
    return next((index for index in rows if is_open(index)), QModelIndex())


_NOWHERE = ("", False)


def _state(index: Index) -> tuple[str, bool]:
    return index.data(roles.KEY) or "", is_open(index)
