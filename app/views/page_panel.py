"""A panel that is a page of the desk: it has a view for the keyboard, and may ask things."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.views.parts.panel import Panel


class PagePanel(Panel):
    """`asked(make, do)`: something has to be asked before it is recorded.

    `view` is where the keyboard goes.
    """

    asked = Signal(object, object)
    wants_another_height = Signal()
    view: QWidget
    after_closing = False
    """Whether one goes on working here once the incident is closed."""

    def set_read_only(self, *, read_only: bool, counting: bool = False) -> None:
        """There is nothing to be done here, so nothing offers itself; `counting`: but countdowns
        are shown."""
        del counting
        self.show_tools(shown=not read_only)

    def take_keyboard(self) -> None:
        self.view.setFocus()

    def go_to_top(self) -> None:
        """One has asked for this page, or again for it: what is most urgent is at hand."""
        self.take_keyboard()

    def focus_order(self) -> list[QWidget]:
        """What Tab goes through, in order."""
        return [self.view]

    def wanted_height(self) -> int:
        """What shows everything; more would stay empty."""
        return self.sizeHint().height()
