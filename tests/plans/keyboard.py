"""The keyboard of one window, as far as a person uses it: keys go where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from app.views.window import MainWindow
from tests.live import until

KEY = Qt.Key
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
MOST_TABS = 40
PATIENCE = 40.0
"""Seconds until something that was to come has not come, on a machine that does much else."""


class Keyboard:
    def __init__(self, view: MainWindow) -> None:
        self.view = view

    @property
    def focused(self) -> QWidget:
        """Where a key goes: to what has popped up, else to where the keyboard is."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup
        found = self.view.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """One key, as pressed by a person: nothing is near it in time."""
        QTest.keyClick(self.focused, key, modifiers, 0)  # type: ignore[arg-type]  # the stubs do not know letters

    def types(self, field: QWidget, text: str) -> None:
        """In place of what stands in the field. Words that end in "…" are completed by the first
        line that pops up; else what pops up closes by Enter."""
        line = field.lineEdit() if isinstance(field, QComboBox | QSpinBox) else field
        assert isinstance(line, QLineEdit | QPlainTextEdit)
        line.selectAll()
        QTest.keyClicks(line, text.removesuffix("…"))
        if text.endswith("…"):
            self.press(KEY.Key_Down)
        if QApplication.activePopupWidget() is not None:
            self.press(KEY.Key_Return)

    def tabs_to(self, field: QWidget) -> None:
        """By Tab alone: what cannot be reached so is not there for the keyboard."""
        for _ in range(MOST_TABS):
            if field.hasFocus() or field.isAncestorOf(self.focused):
                return
            self.press(KEY.Key_Tab)
        raise AssertionError(f"Tab does not lead to {field.objectName()}")

    def picks(self, combo: QComboBox, words: str) -> None:
        """By the arrow keys, what begins with these words."""
        self.tabs_to(combo)
        self.press(KEY.Key_Home)
        for _ in range(combo.count()):
            if combo.currentText().startswith(words):
                return
            self.press(KEY.Key_Down)
        raise AssertionError(f"no {words!r} in {combo.objectName()}")

    async def chooses(self, action: str) -> None:
        """An item of the menu that has opened, by the arrow keys."""
        await self.comes(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        names = [each.objectName() for each in menu.actions()]
        assert action in names, f"no {action!r} in the menu: {names}"
        wanted = menu.actions()[names.index(action)]
        for _ in range(len(names) + 1):
            if menu.activeAction() == wanted:
                self.press(KEY.Key_Return)
                await self.comes(lambda: QApplication.activePopupWidget() is None, "its end")
                return
            self.press(KEY.Key_Down)
        raise AssertionError(f"the arrow keys do not lead to {action!r}: {names}")

    async def is_on(self, widget: QWidget) -> None:
        await self.comes(lambda: self._is_awake() and widget.hasFocus(), widget.objectName())

    def _is_awake(self) -> bool:
        """Without a screen nothing gives the keyboard back when a menu or another window goes."""
        if not self.view.isActiveWindow():
            self.view.activateWindow()
        return self.view.isActiveWindow()

    async def comes(self, true: Callable[[], object], what: str) -> None:
        """Wait for a condition, however busy the machine is."""
        try:
            await until(true, patience=PATIENCE)
        except TimeoutError:
            raise AssertionError(f"{what} did not come; {self.situation()}") from None

    def situation(self) -> str:
        """What explains why a test waits in vain."""
        awake = "active" if self.view.isActiveWindow() else "asleep"
        popup = QApplication.activePopupWidget()
        return f"window {awake}, keyboard in {self.view.focusWidget()}, popped up: {popup}"
