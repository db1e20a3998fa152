"""One screen of the wall: full-screen, nothing to press, no pointer, no dialog ever."""

from __future__ import annotations

from datetime import datetime

import msgspec
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.presenters.wall_screen import WallScreenPresenter
from app.views.look import Look
from app.views.wall.bands import Foot
from app.views.wall.calm import CalmView
from app.views.wall.ink import WallInk
from app.views.wall.large import LargeView
from app.views.wall.mosaic import MosaicView, room_for
from app.views.wall.veil import StaleVeil

_LEAVE = (Qt.Key.Key_Escape, Qt.Key.Key_F11)


class WallWindow(QWidget):
    """`closeEvent` only asks to leave: the parts are closed by whoever put them together."""

    leaving = Signal()

    def __init__(self, presenter: WallScreenPresenter, look: Look, per_mm: float) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint)
        self.setObjectName("wall")
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._presenter = presenter
        self.ink = WallInk(look, per_mm)
        self.foot = Foot(self.ink, self)
        self.stale = StaleVeil(self.ink, self)
        self._content: LargeView | MosaicView | CalmView | None = None
        presenter.shown_changed.connect(self._show)
        presenter.foot_changed.connect(self._show_foot)
        presenter.calm_changed.connect(self._show_calm)
        presenter.ticked.connect(self._tick)
        presenter.wall.link_changed.connect(self._show_link)
        self.ink.changed.connect(self._arrange)
        self._show()
        self._show_foot()
        self._show_link()
        self.setWindowTitle(self.tr("Muster wall"))

    @property
    def content(self) -> QWidget | None:
        return self._content

    def release(self) -> None:
        """Hear nothing more."""
        presenter = self._presenter
        presenter.shown_changed.disconnect(self._show)
        presenter.foot_changed.disconnect(self._show_foot)
        presenter.calm_changed.disconnect(self._show_calm)
        presenter.ticked.disconnect(self._tick)
        presenter.wall.link_changed.disconnect(self._show_link)
        self._let_go()

    # What is shown -------------------------------------------------------------------------------

    def _show(self) -> None:
        shown = self._presenter.shown
        incidents = [self._presenter.incident(stream) for stream in shown]
        if self._presenter.is_mosaic:
            mosaic = self._content
            if not isinstance(mosaic, MosaicView):
                mosaic = MosaicView(self.ink, self)
                self._put(mosaic)
            mosaic.set_incidents(incidents)
        elif incidents:
            self._put(LargeView(self.ink, incidents[0], self._presenter.shows, self))
        else:
            self._put(CalmView(self.ink, self))
            self._show_calm()
        self._tick(self._presenter.wall.reading.now())

    def _put(self, content: LargeView | MosaicView | CalmView) -> None:
        self._let_go()
        self._content = content
        content.show()
        self._arrange()

    def _let_go(self) -> None:
        before, self._content = self._content, None
        if before is None:
            return
        if not isinstance(before, CalmView):
            before.release()
        before.hide()
        before.deleteLater()

    def _show_foot(self) -> None:
        foot = self._presenter.foot
        if isinstance(self._content, CalmView):
            self._content.set_foot(foot)
            foot = msgspec.structs.replace(foot, date="", time="")  # they stand large above
        self.foot.set_props(foot)

    def _show_calm(self) -> None:
        if isinstance(self._content, CalmView):
            self._content.set_calm(self._presenter.calm)
            self._show_foot()

    def _show_link(self) -> None:
        self.stale.set_link(self._presenter.wall.link)

    def _tick(self, now: datetime) -> None:
        if self._content is not None:
            self._content.pass_time(now)

    # Where it is ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        high = self.ink.mm(Foot.HIGH)
        self._presenter.set_room(room_for(self.ink, self.width(), self.height() - high))
        self.foot.setGeometry(0, self.height() - high, self.width(), high)
        if self._content is not None:
            self._content.setGeometry(0, 0, self.width(), self.height() - high)
        self.stale.setGeometry(0, 0, self.width(), self.height() - high)
        self.stale.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.ink.colour(self.ink.theme.ground))
        painter.end()

    # Leaving -------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _LEAVE:
            self.leaving.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.leaving.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setWindowTitle(self.tr("Muster wall"))
