"""The score of a drill, as a page of its desk: to read, scroll and copy."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit

from app.presenters.score import ScorePresenter
from app.views.page_panel import PagePanel


class ScorePanel(PagePanel):
    after_closing = True

    def __init__(self, presenter: ScorePresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("score")
        self._text.setReadOnly(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._text.setTabChangesFocus(True)
        self.view = self._text
        self.set_body(self._text)
        presenter.changed.connect(self._show)
        self._set_words()

    def showEvent(self, event: QShowEvent) -> None:
        self._presenter.wake()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._presenter.sleep()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("Score"))
        self._text.setAccessibleName(self.tr("Score of the drill"))
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.set_subtitle(props.total)
        self._text.setPlainText(props.text)
