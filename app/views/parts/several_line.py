"""A line in which one names several options, one after the other, finding each by typing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHideEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QWidget

from app.views.parts.found_list import FoundList

BETWEEN = "; "
_SEPARATOR = re.compile(r"[;；\n]")


class SeveralLine(QLineEdit):
    """Options are (key, words); a semicolon stands between two. `found` lists what fits the part
    that the cursor is in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[tuple[str, str], ...] = ()
        self._model = QStandardItemModel(self)
        self.found = FoundList(self, self._model)
        self.found.taken.connect(self._put)
        self.textEdited.connect(lambda _typed: self.found.show_for(self._part()))

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Those chosen stay chosen, in the words of now."""
        chosen = self.keys()
        self._options = tuple(options)
        self._model.clear()
        for _, words in self._options:
            self._model.appendRow(QStandardItem(words))
        self.set_keys(chosen)

    def set_keys(self, keys: Sequence[str]) -> None:
        words = dict(self._options)
        self.setText(BETWEEN.join(words.get(key, key) for key in keys))

    def keys(self) -> list[str]:
        """What stands there, in order: keys of options, and of what is none the words."""
        parts = (part.strip() for part in _SEPARATOR.split(self.text()))
        return list(dict.fromkeys(self._key(part) for part in parts if part))

    def _key(self, part: str) -> str:
        """Of just these words, or the only one that has them in it."""
        typed = part.casefold()
        same = [key for key, words in self._options if words.casefold() == typed]
        fit = same or [key for key, words in self._options if typed in words.casefold()]
        return fit[0] if len(fit) == 1 else part

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self.found.press(event) or super().event(event)
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.found.hide()
        super().hideEvent(event)

    def _span(self) -> tuple[int, int]:
        """Where the part that the cursor is in begins and ends."""
        text, at = self.text(), self.cursorPosition()
        ends = [match.start() for match in _SEPARATOR.finditer(text)]
        begin = max((end + 1 for end in ends if end < at), default=0)
        return begin, min((end for end in ends if end >= at), default=len(text))

    def _part(self) -> str:
        begin, end = self._span()
        return self.text()[begin:end].strip()

    def _put(self, row: int) -> None:
        """The option in place of the part; the next one is typed behind it."""
        begin, end = self._span()
        before, behind = self.text()[:begin].rstrip(), self.text()[end:].lstrip("；; ")
        put = f"{before} {self._options[row][1]}".strip() + BETWEEN
        self.setText(put + behind)
        self.setCursorPosition(len(put))
