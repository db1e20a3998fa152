"""The alarms of a desk: the worst in one band that keeps its place, and all of them as a list."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from app.presenters.alarms import AlarmsPresenter
from app.views.list_panel import ListPanel, row_view
from app.views.look import Look
from app.views.parts.band import Band
from app.views.parts.key_button import KeyButton


class AlarmsBand(Band):
    def __init__(self, presenter: AlarmsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._read_only = False
        self.setObjectName("alarms")
        self._seen = KeyButton(self)
        self._seen.setObjectName("alarmsSeen")
        self._seen.set_key("F8")
        self._seen.clicked.connect(lambda: presenter.act("", "seen"))
        self.add_action(self._seen)
        presenter.changed.connect(self._show)
        self._set_words()

    def set_read_only(self) -> None:
        """It is only looked at, from now on."""
        self._read_only = True
        self._show()

    def focus_order(self) -> list[QWidget]:
        return [self._seen]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self._seen.set_text(self.tr("Seen"))
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.set_band(props.title, props.text, props.severity)
        self._seen.setVisible(props.count > 0 and not self._read_only)


class AlarmsPanel(ListPanel):
    """Everything that is overdue or has failed, seen or not."""

    after_closing = True

    def __init__(self, presenter: AlarmsPresenter, look: Look) -> None:
        super().__init__(presenter, presenter.model, row_view(look, "alarmList"))
        self._presenter = presenter
        presenter.changed.connect(self._show)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("Alarms"))
        self.view.setAccessibleName(self.tr("Alarms"))
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.set_subtitle(props.title)
        self.set_empty("" if props.late else f"{props.title}. {props.text}")
