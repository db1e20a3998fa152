"""What tests of widgets share: no screen, our fonts, one look."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.presenters import roles
from app.views.look import Look

RESOURCES = Path(__file__).parents[2] / "resources"
Row = dict[int, Any]
Kind = TypeVar("Kind", bound=QObject)


@pytest.fixture
def look(qapp: QApplication, fonts: None) -> Iterator[Look]:
    yield Look(qapp, RESOURCES / "themes", theme="dark", scale=1.0)
    qapp.setStyleSheet("")


class ListOfRows(QAbstractListModel):
    """Rows that a test puts in, changes and takes out."""

    def __init__(self, rows: Sequence[Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = list(rows)
        self.asked: list[tuple[int, int]] = []

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        self.asked.append((index.row(), role))
        return self.rows[index.row()].get(role)

    def insert(self, at: int, row: Row) -> None:
        self.beginInsertRows(QModelIndex(), at, at)
        self.rows.insert(at, row)
        self.endInsertRows()

    def change(self, at: int, row: Row, changed: Sequence[int] = ()) -> None:
        self.rows[at] = self.rows[at] | row
        self.dataChanged.emit(self.index(at), self.index(at), list(changed))


@pytest.fixture
def make_rows(qapp: QApplication) -> Callable[[Sequence[Row]], ListOfRows]:
    return ListOfRows


def child(parent: QObject, kind: type[Kind], name: str) -> Kind:
    """The part of this object name, which must be there."""
    found = parent.findChild(kind, name)
    assert isinstance(found, kind), f"no {kind.__name__} named {name}"
    return found


def click_key(target: QWidget | QWindow, key: Qt.Key | str) -> None:
    """A key by name, or the one that types a letter; through a window as a keyboard does it."""
    QTest.keyClick(target, key)  # type: ignore[arg-type]  # the stubs do not know letters


def entry(key: str, text: str = "A note", **more: Any) -> Row:
    row: Row = {
        roles.KEY: key,
        roles.TIME: "14:02:11",
        roles.TITLE: text,
        roles.SUBTITLE: "Desk 1 · Wang Min",
    }
    return row | {getattr(roles, name.upper()): value for name, value in more.items()}
