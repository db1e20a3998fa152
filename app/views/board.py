"""The board: cards of all open incidents, chosen by mouse or keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from app.presenters.board import BoardPresenter
from app.presenters.board_model import STREAM
from app.views.card_delegate import WIDTH, CardDelegate
from app.views.look import Look
from app.views.parts.key_button import KeyButton

_SPARE = 4
"""Pixels that Qt keeps back besides the scroll bar before it wraps a row."""


class CardsView(QListView):
    """As many columns as fit; Enter or a click opens. The keyboard is on a card if there is one."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("cards")
        self._cards = CardDelegate(look, self)
        self.setItemDelegate(self._cards)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._choose)
        look.changed.connect(self._fit_again)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def reset(self) -> None:
        super().reset()
        self._be_somewhere()

    def rowsInserted(
        self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int, /
    ) -> None:
        super().rowsInserted(parent, start, end)
        self._be_somewhere()

    def _be_somewhere(self) -> None:
        """Qt sees to it where the keyboard comes to cards, not where cards come to the keyboard."""
        if self.hasFocus() and not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))

    def current_stream(self) -> str:
        """The incident of the card that the keyboard is on; "" if it is on none."""
        return self.currentIndex().data(STREAM) or ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _choose(self, index: QModelIndex) -> None:
        stream = index.data(STREAM)
        if stream:
            self.chosen.emit(stream)

    def _fit_again(self) -> None:
        """In another text size cards are of another height too."""
        self._fit()
        self.scheduleDelayedItemsLayout()

    def _fit(self) -> None:
        """Cards share the width that Qt lays them out in: it leaves room for a scroll bar."""
        extent = QStyle.PixelMetric.PM_ScrollBarExtent
        bar = self.style().pixelMetric(extent, None, self.verticalScrollBar())
        room = self.maximumViewportSize().width() - bar - _SPARE
        width = room // max(1, room // self._look.px(WIDTH))
        if width != self._cards.width:
            self._cards.width = width
            self.scheduleDelayedItemsLayout()


class BoardView(QWidget):
    """`chosen` says which incident to open the desk of; `open_requested` begins a new one."""

    chosen = Signal(str)
    open_requested = Signal()
    owed_requested = Signal()
    """What is owed across incidents."""

    def __init__(
        self, presenter: BoardPresenter, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._look = look
        self._title, self._count, self._empty = QLabel(self), QLabel(self), QLabel(self)
        self._open = KeyButton(self, primary=True)
        self._owed = KeyButton(self)
        self.cards = CardsView(look, self)
        self._build()
        self._open.clicked.connect(self.open_requested)
        self._owed.clicked.connect(self.owed_requested)
        self.cards.chosen.connect(self.chosen)
        presenter.changed.connect(self._show)
        self._set_words()

    def _build(self) -> None:
        self._title.setProperty("big", True)
        self._count.setProperty("quiet", True)
        self._count.setObjectName("boardCount")
        self._empty.setObjectName("boardEmpty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._empty.setProperty("quiet", True)
        self._open.setObjectName("openIncident")
        self._open.show_key("Ctrl+N")
        self._owed.setObjectName("boardOwed")
        self._owed.show_key("Ctrl+U")
        self.cards.setModel(self._presenter.model)
        top = QHBoxLayout()
        top.setContentsMargins(14, 10, 14, 4)
        top.setSpacing(12)
        top.addWidget(self._title)
        top.addWidget(self._count, 1)
        top.addWidget(self._owed)
        top.addWidget(self._open)
        body = QGridLayout()  # the list is there without a card too: the keyboard has its place
        body.addWidget(self.cards, 0, 0)
        body.addWidget(self._empty, 0, 0)
        self._empty.raise_()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addLayout(body, 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self._title.setText(self.tr("Open incidents"))
        self._open.set_text(self.tr("Open an incident"))
        self._empty.setText(
            self.tr(
                "No incident is open.\nCtrl+N opens one, real or as a drill. F6: staff and duty."
            )
        )
        self.cards.setAccessibleName(self.tr("Open incidents"))
        self._show()

    def show_owed(self, overdue: str) -> None:
        """How many follow-ups are overdue; "" while none is."""
        self._owed.set_text(overdue)
        self._owed.setVisible(bool(overdue))

    def _show(self) -> None:
        props = self._presenter.props_of_board
        self._count.setText("" if props.empty else props.count)
        self._empty.setVisible(props.empty)
