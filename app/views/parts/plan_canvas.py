"""The site plan as one painted widget: choose by arrow keys or click, zoom, move, draw."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.presenters.drawing import DrawingProps
from app.presenters.siteplan import ItemSort, PlanItem, SitePlanProps
from app.views.look import Look
from app.views.parts.plan_backdrop import PlanBackdrop
from app.views.parts.plan_finding import key_at, middle_of, next_item
from app.views.parts.plan_labels import Plate, paint_plate, plates
from app.views.parts.plan_painter import PlanPainter
from app.views.parts.plan_picture import PlanPicture
from app.views.parts.plan_scale import PlanScale

CANVAS_HEIGHT = 80
"""Pixels at 100 %: the least in which a plan still shows what is where."""

WASH, STEP, ZOOM = 0.25, 100, 1.25
"""How far the picture is calmed; how far an arrow key moves the cross, in ten-thousandths."""

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlanCanvas(QWidget):
    """Says what was asked; what is shown is set from outside."""

    chosen = Signal(str)
    """The key of the item that is at hand now."""
    step_requested = Signal(str)
    menu_requested = Signal(str, QPoint)
    """(key, where on the screen)."""
    cross_moved = Signal(int, int)
    point_put = Signal(object)
    """Point, or None for where the cross is."""
    point_taken_back = Signal()
    figure_closed = Signal()
    drawing_left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._props = SitePlanProps()
        self._drawing: DrawingProps | None = None
        self._backdrop = PlanBackdrop(self)
        self.plates: list[Plate] = []
        self._at_hand = ""
        self._grabbed: QPointF | None = None
        self.scale = PlanScale()
        self.setObjectName("sitePlan")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._lay_out)

    @property
    def at_hand(self) -> str:
        return self._at_hand

    @property
    def item(self) -> PlanItem | None:
        return next((each for each in self._props.items if each.key == self._at_hand), None)

    def set_props(self, props: SitePlanProps) -> None:
        """What is the same is passed over: placing the words of 60 zones takes a frame."""
        if props is self._props:
            return
        self._props = props
        if self.item is None:
            self._choose(props.place or (props.items[0].key if props.items else ""))
        self._lay_out()

    def set_picture(self, picture: PlanPicture | None) -> None:
        self._backdrop.set_picture(picture)
        self.scale.set_shape(picture.size if picture else QSizeF())
        self._lay_out()

    def set_drawing(self, drawing: DrawingProps | None) -> None:
        self._drawing = drawing
        if drawing:
            self.scale.show_point(drawing.cross)
        self.update()

    def choose(self, key: str) -> None:
        """Have the keyboard on this item."""
        self._choose(key)
        self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(480), self._look.px(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(CANVAS_HEIGHT))

    # Painting -------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint = PlanPainter(painter, self.scale, self._look)
        if self._backdrop.paint(painter, self.scale.rect):
            paint.wash(self.scale.rect, strength=WASH)
        zones = [item for item in self._props.items if item.sort is ItemSort.ZONE]
        for item in zones:
            paint.zone(item)
        for points, stands in self._props.lines:
            paint.line(points, stands=stands)
        for item in self._props.items:
            if item.sort is not ItemSort.ZONE:
                paint.mark(item)
        at_hand = self.item
        if at_hand and self._drawing is None:
            paint.chosen(at_hand, focused=self.hasFocus())
        for plate in reversed(self.plates):
            paint_plate(painter, self._look, plate)
        if self._drawing:
            paint.drawing(self._drawing)
            paint.hint(self._drawing, self.rect())
        elif self._props.empty:
            paint.empty(self._props.empty, self.rect(), focused=self.hasFocus())
        painter.end()

    def _lay_out(self) -> None:
        room = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        self.scale.set_room(room)
        props = self._props
        self.plates = plates(props.items, self.scale, self._look, room, self._at_hand, props.place)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._backdrop.forget()
        self._lay_out()

    # The keyboard ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._drawing is not None and self._press_drawing(event):
            return
        if key in _ARROWS:
            self._go(*_ARROWS[Qt.Key(key)])
        elif key in _ENTER and self._at_hand:
            if not event.isAutoRepeat():
                self.step_requested.emit(self._at_hand)
        elif event.text() in ("+", "="):
            self._zoom(ZOOM)
        elif event.text() == "-":
            self._zoom(1 / ZOOM)
        elif event.text() == "0":
            self.scale.fit()
            self._lay_out()
        else:
            super().keyPressEvent(event)

    def _press_drawing(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _ARROWS:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            coarse = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            far = STEP // 10 if fine else STEP * 5 if coarse else STEP
            across, down = _ARROWS[Qt.Key(key)]
            self.cross_moved.emit(across * far, down * far)
        elif key == Qt.Key.Key_Space:
            self.point_put.emit(None)
        elif key == Qt.Key.Key_Backspace:
            self.point_taken_back.emit()
        elif key in _ENTER:
            if not event.isAutoRepeat():
                self.figure_closed.emit()
        elif key == Qt.Key.Key_Escape:
            self.drawing_left.emit()
        else:
            return False
        return True

    def _go(self, across: int, down: int) -> None:
        here = self.item
        there = here and next_item(self._props.items, here, across, down, self.scale)
        if there:
            self.scale.show_point(middle_of(there))
            self.choose(there.key)

    def _find(self, at: QPointF) -> str:
        return key_at(at, self._props.items, self.plates, self.scale, self._look)

    def _choose(self, key: str) -> None:
        if key != self._at_hand:
            self._at_hand = key
            self.chosen.emit(key)

    def _zoom(self, factor: float, about: QPointF | None = None) -> None:
        self.scale.zoom_by(factor, about)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """What there was no room for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            key = self._find(QPointF(event.pos()))
            item = next((each for each in self._props.items if each.key == key), None)
            QToolTip.showText(event.globalPos(), item.spoken if item else "", self)
            return True
        return super().event(event)

    # The mouse ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed = event.position()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._drawing is not None:
            self.point_put.emit(self.scale.point(event.position()))
            return
        key = self._find(event.position())
        if key and key == self._at_hand:
            self.menu_requested.emit(key, event.globalPosition().toPoint())
        elif key:
            self.choose(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None or not event.buttons() or self.scale.zoom == 1:
            return
        self.scale.move_by(event.position() - self._grabbed)
        self._grabbed = event.position()
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only while the keyboard is here: else the page would stop scrolling under the mouse."""
        if not self.hasFocus():
            event.ignore()
            return
        self._zoom(1.0015 ** event.angleDelta().y(), event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Of what is under the mouse; by key, of what is at hand."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            key, at = self._find(QPointF(event.pos())), event.globalPos()
        else:
            key, item = self._at_hand, self.item
            middle = self.scale.at(middle_of(item)).toPoint() if item else event.pos()
            at = self.mapToGlobal(middle)
        if key and self._drawing is None:
            self.choose(key)
            self.menu_requested.emit(key, at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay_out()
