"""The call list: whom to phone next, with the number and what to say under one's eyes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.presenters.call_list import CallListPresenter
from app.views.list_panel import ListPanel, row_view
from app.views.look import Look


class CallListPanel(ListPanel):
    """Below the list stands the number of the row that the keyboard is on, else of the first."""

    def __init__(self, presenter: CallListPresenter, look: Look) -> None:
        super().__init__(presenter, presenter.model, row_view(look, "callList"))
        self._presenter = presenter
        self._who, self._phone, self._say = QLabel(self), QLabel(self), QLabel(self)
        self._sheet = self._build_sheet()
        self.set_footer(self._sheet)
        presenter.changed.connect(self._show)
        self.view.selectionModel().currentChanged.connect(self._show_sheet)
        self._set_words()

    def _build_sheet(self) -> QWidget:
        sheet = QWidget(self)
        self._who.setObjectName("callWho")
        self._who.setProperty("strong", True)
        self._phone.setObjectName("callPhone")
        self._phone.setProperty("mono", True)
        self._phone.setProperty("big", True)
        self._phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._say.setObjectName("callSay")
        layout = QVBoxLayout(sheet)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for label in (self._who, self._phone, self._say):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            layout.addWidget(label)
        return sheet

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("Call list"))
        self.view.setAccessibleName(self.tr("Call list"))
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.set_subtitle(props.to_reach)
        self.set_empty(props.empty)
        self._show_sheet()

    def _show_sheet(self) -> None:
        sheet = self._presenter.sheet(self.view.current_key())
        self._who.setText(sheet.who)
        self._phone.setText(sheet.phone)
        self._say.setText(sheet.say)
        self._sheet.setAccessibleName(f"{sheet.who} {sheet.phone} {sheet.say}")
        self._sheet.setVisible(bool(sheet.who))
