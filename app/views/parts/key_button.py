"""A button that shows the key which presses it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcutEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.views.parts.properties import set_style_property

GAP: Final = 10
"""Pixels between word and key, and between key and edge."""

MARGIN: Final = 14
LEAST: Final = 60
"""Pixels of words that are left of a button that gives way."""


class KeyButton(QPushButton):
    """While a text field has the focus, a plain letter goes into the field, as Qt does it. A click
    leaves the keyboard where it is: who was typing types on."""

    def __init__(self, parent: QWidget | None = None, *, primary: bool = False) -> None:
        super().__init__(parent)
        self._keycap = QLabel(self)
        self._keycap.setObjectName("keycap")
        self._keycap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._keycap.hide()
        self._sequence = QKeySequence()
        self._whole = ""
        self.gives_way = False
        """Whether its words may be cut short where there is no room for them."""
        self.setProperty("primary", primary)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_text(self, text: str) -> None:
        """Qt forgets the key when the text changes; this does not."""
        if text != self._whole:
            self._whole = text
            self._show_text()
            self.updateGeometry()

    def _show_text(self) -> None:
        shown = self._whole
        if self.gives_way:
            room = self.width() - self._key_room() - 2 * MARGIN
            shown = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, room)
            self.setToolTip(self._whole)
        if shown != self.text():
            self.setText(shown)
            self.setShortcut(self._sequence)

    def set_key(self, key: str) -> None:
        """A key in Qt's portable words: "L", "F8", "Ctrl+Return"."""
        self._sequence = QKeySequence(key)
        self.setShortcut(self._sequence)
        self._show_keycap(self._sequence)

    def show_key(self, key: str) -> None:
        """Show a key that presses it from elsewhere: where plain letters may be a badge."""
        self._show_keycap(QKeySequence(key))

    def _show_keycap(self, sequence: QKeySequence) -> None:
        shown = sequence.toString(QKeySequence.SequenceFormat.NativeText)
        self._keycap.setText(shown)
        self._keycap.setVisible(bool(shown))
        set_style_property(self, "keyed", bool(shown))
        self._place_keycap()
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Qt would show the button pressed for a tenth of a second first; a key acts at once."""
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too, as everybody tries first."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        cut = self.fontMetrics().horizontalAdvance(self._whole.replace("&&", "&"))
        cut -= self.fontMetrics().horizontalAdvance(self.text().replace("&&", "&"))
        return super().sizeHint() + QSize(self._key_room() + max(cut, 0), 0)

    def minimumSizeHint(self) -> QSize:
        if self.gives_way:
            return QSize(self._key_room() + 2 * MARGIN + LEAST, super().sizeHint().height())
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_text()
        self._place_keycap()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._place_keycap()

    def _key_room(self) -> int:
        self._keycap.ensurePolished()
        return 0 if self._keycap.isHidden() else self._keycap.sizeHint().width() + GAP

    def _place_keycap(self) -> None:
        self._keycap.adjustSize()
        left = self.width() - self._keycap.width() - GAP
        self._keycap.move(left, (self.height() - self._keycap.height()) // 2)
