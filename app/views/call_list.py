"""The call list: whom to phone next, with the number and what to say under one's eyes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.presenters.call_list import CallListPresenter
from app.views.list_panel import ListPanel, row_view
from app.views.look import Look
from app.views.parts.elided_label import ElidedLabel

LINES: Final = 3
"""Of what to say, in view at once."""


class CallListPanel(ListPanel):
    """Below the list stands the number of the row that the keyboard is on, else of the first."""

    def __init__(self, presenter: CallListPresenter, look: Look) -> None:
        super().__init__(presenter, presenter.model, row_view(look, "callList"))
        self._presenter = presenter
        self._look = look
        self._who, self._phone = ElidedLabel(parent=self), QLabel(self)
        self._say = QPlainTextEdit(self)
        self._sheet = self._build_sheet()
        self.set_footer(self._sheet)
        presenter.changed.connect(self._show)
        look.changed.connect(self._fit)
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
        self._phone.setTextFormat(Qt.TextFormat.PlainText)
        self._say.setObjectName("callSay")
        self._say.setReadOnly(True)
        self._say.setFrameShape(QFrame.Shape.NoFrame)
        self._say.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._say.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._say.document().setDocumentMargin(0)
        first = QHBoxLayout()
        first.addWidget(self._who, 1)
        first.addWidget(self._phone)
        layout = QVBoxLayout(sheet)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(first)
        layout.addWidget(self._say)
        return sheet

    def _fit(self) -> None:
        """As tall whatever is said: more of it is scrolled, and nothing else moves."""
        self._say.setFixedHeight(self._say.fontMetrics().lineSpacing() * LINES + self._look.px(18))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

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
        self._who.set_text(sheet.who)
        self._phone.setText(sheet.phone)
        if sheet.say != self._say.toPlainText():
            self._say.setPlainText(sheet.say)
        self._sheet.setAccessibleName(f"{sheet.who} {sheet.phone} {sheet.say}")
        self._sheet.setVisible(bool(sheet.who))
