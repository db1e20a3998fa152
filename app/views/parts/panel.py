"""A framed part of the screen: title, what it comes to, its buttons, its body."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.views.parts.elided_label import ElidedLabel


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
        self._header.setContentsMargins(14, 4, 8, 4)
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
        return self._bar.sizeHint().height()

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
