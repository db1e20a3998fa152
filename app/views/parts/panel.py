"""A framed part of the screen: title, what it comes to, its buttons, its body."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.views.parts.elided_label import ElidedLabel

LEAST_SUBTITLE: Final = 12
"""Letters of the subtitle that are to be legible beside tabs."""


class Panel(QFrame):
    """The body fills what header and footer leave."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setObjectName("panelTitle")
        self._subtitle = ElidedLabel(parent=self)
        self._subtitle.setObjectName("panelSubtitle")
        self._bar = QFrame(self)
        self._bar.setObjectName("header")
        self._header = QHBoxLayout(self._bar)
        self._header.setContentsMargins(14, 2, 8, 2)
        self._header.setSpacing(9)
        self._header.addWidget(self._title)
        self._header.addWidget(self._subtitle, 1)
        self._tools = QWidget(self._bar)
        self._tool_row = QHBoxLayout(self._tools)
        self._tool_row.setContentsMargins(0, 0, 0, 0)
        self._tool_row.setSpacing(9)
        self._header.addWidget(self._tools)
        self._footers: list[QFrame] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1, 1, 1, 1)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._bar)

    def set_title(self, text: str) -> None:
        self._title.setText(text)
        self.setAccessibleName(text)

    def set_subtitle(self, text: str) -> None:
        self._subtitle.set_text(text)

    def header_height(self) -> int:
        """Of the panel's own height; 0 while its header stands elsewhere."""
        return self.header_size().height() if self._bar.parent() is self else 0

    def header_size(self) -> QSize:
        return self._bar.sizeHint()

    def put_header(self, beside: QHBoxLayout | None) -> None:
        """Into this line, where something else tells the title; None: back above the body."""
        if beside is not None:
            beside.addWidget(self._bar, 1)
        elif self._bar.parent() is not self:
            self._layout.insertWidget(0, self._bar)

    def hide_header(self) -> None:
        """There is room for the body only."""
        self._bar.hide()

    def hide_title(self) -> None:
        """Something else tells it."""
        self._title.hide()

    def header_room(self) -> int:
        """The width that the header wants without its title."""
        letters = self._subtitle.fontMetrics().averageCharWidth() * LEAST_SUBTITLE
        margins = self._header.contentsMargins()
        around = margins.left() + margins.right() + 2 * self._header.spacing()
        return letters + around + self._tools.sizeHint().width()

    def add_header_widget(self, widget: QWidget) -> None:
        self._tool_row.addWidget(widget)

    def show_tools(self, *, shown: bool) -> None:
        """The buttons in the header, and the footer."""
        self._tools.setVisible(shown)
        self.show_footer(shown=shown)

    def show_footer(self, *, shown: bool) -> None:
        for footer in self._footers:
            footer.setVisible(shown)

    def set_body(self, widget: QWidget) -> None:
        self._layout.insertWidget(1, widget, 1)

    def set_footer(self, widget: QWidget) -> None:
        """What stays below the body: where one types."""
        footer = QFrame(self)
        footer.setObjectName("footer")
        layout = QHBoxLayout(footer)
        layout.setContentsMargins(14, 9, 14, 9)
        layout.addWidget(widget)
        self._layout.addWidget(footer)
        self._footers.append(footer)
