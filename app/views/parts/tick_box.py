"""A box to tick that looks like those of the lists, in every theme."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QWidget

from app.views.look import Look
from app.views.parts.painting import draw_focus, draw_tick_box


class TickBox(QCheckBox):
    def __init__(self, text: str, look: Look, parent: QWidget) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.setToolTip(text)
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        with QPainter(self) as painter:
            draw_tick_box(painter, self._look, box, checked=self.isChecked())
            if self.hasFocus():
                draw_focus(painter, self._look, self.rect())
