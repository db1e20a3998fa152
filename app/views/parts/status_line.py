"""The line at the foot of the window: connection, stations, what waits, the clock."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.presenters.roles import Severity
from app.views.parts.elided_label import ElidedLabel
from app.views.parts.properties import set_style_property


class StatusLine(QFrame):
    """Its places are named once, left ones and right ones; empty ones take no room."""

    def __init__(
        self,
        left: Iterable[str],
        right: Iterable[str],
        parent: QWidget | None = None,
        *,
        mono: Iterable[str] = (),
        long: Iterable[str] = (),
    ) -> None:
        """`long` may be cut short where there is no room for all of it."""
        super().__init__(parent)
        self._mono, self._long = frozenset(mono), frozenset(long)
        self._places: dict[str, QLabel] = {}
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(14, 5, 14, 5)
        self._layout.setSpacing(18)
        self._add(left)
        self._layout.addStretch(1)
        self._add(right)

    def set_item(self, place: str, text: str, severity: Severity = Severity.PLAIN) -> None:
        label = self._places[place]
        if isinstance(label, ElidedLabel):
            label.set_text(text)
        else:
            label.setText(text)
        label.setVisible(bool(text))
        set_style_property(label, "severity", severity)

    def _add(self, places: Iterable[str]) -> None:
        for place in places:
            label = ElidedLabel(parent=self) if place in self._long else QLabel(self)
            label.setObjectName(f"status_{place}")
            label.setProperty("mono", place in self._mono)
            label.hide()
            self._places[place] = label
            self._layout.addWidget(label)
