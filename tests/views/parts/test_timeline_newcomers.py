"""Newcomers are painted alone: what stays in view is moved on the screen, and looks the same."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.views.look import Look
from app.views.parts.timeline_view import TimelineView
from tests.views.conftest import ListOfRows, entry
from tests.views.parts.test_timeline_view import LONG, many


class Paints(QObject):
    """The rectangles that were painted."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view)
        self.rects: list[QRect] = []
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        if isinstance(event, QPaintEvent):
            self.rects.append(event.rect())
        return super().eventFilter(watched, event)


def following(qtbot: QtBot, look: Look) -> tuple[TimelineView, ListOfRows]:
    view = TimelineView(look)
    qtbot.addWidget(view)
    model = ListOfRows(many(40), view)
    view.setModel(model)
    view.resize(420, 500)
    view.show()
    qtbot.waitExposed(view)
    settle()
    view.clearFocus()
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    settle()
    return view, model


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def on_screen(view: TimelineView) -> QImage:
    """What stands on the screen now, without painting anything anew."""
    return view.screen().grabWindow(view.winId()).toImage()


def test_that_only_a_newcomer_is_painted(qtbot: QtBot, look: Look) -> None:
    view, model = following(qtbot, look)
    paints = Paints(view)
    model.insert(40, entry("40", "Arrived"))
    settle()
    newest = view.visualRect(model.index(40))
    assert [rect.height() for rect in paints.rects] == [newest.height()]


def test_that_an_entry_of_the_past_does_not_leave_the_last_one_on_the_screen_twice(
    qtbot: QtBot, look: Look
) -> None:
    view, model = following(qtbot, look)
    for at in (3, 39, 38):  # above what is in view, and among it
        model.insert(at, entry(f"past {at}", f"An entry of the past, {at}"))
        settle()
        shown = on_screen(view)
        view.viewport().repaint()
        assert shown == on_screen(view), at


def test_that_what_was_moved_looks_as_if_painted_anew(qtbot: QtBot, look: Look) -> None:
    view, model = following(qtbot, look)
    for at in range(40, 46):
        model.insert(at, entry(str(at), LONG if at % 2 else f"Note {at}"))
        settle()
    moved = on_screen(view)
    view.viewport().repaint()
    assert on_screen(view) == moved


def test_that_an_entry_in_the_past_is_painted_where_it_happened(qtbot: QtBot, look: Look) -> None:
    view, model = following(qtbot, look)
    model.insert(38, entry("past", LONG))
    settle()
    model.insert(41, entry("41", "Arrived"))
    settle()
    moved = on_screen(view)
    view.viewport().repaint()
    assert on_screen(view) == moved
