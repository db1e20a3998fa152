"""The picture behind a site plan, rendered once for each size: anew each time costs too much."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from app.views.parts.plan_picture import PlanPicture


class PlanBackdrop:
    """Of one widget; what is not in view of the picture is not kept."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self.picture: PlanPicture | None = None
        self._painted: tuple[QRectF, QPixmap] | None = None

    def set_picture(self, picture: PlanPicture | None) -> None:
        self.picture = picture
        self.forget()

    def forget(self) -> None:
        """The widget has another size."""
        self._painted = None

    def paint(self, painter: QPainter, rect: QRectF) -> bool:
        """Whether there was anything to paint."""
        if self.picture is None or rect.isEmpty():
            return False
        if self._painted is None or self._painted[0] != rect:
            self._painted = rect, self._render(self.picture, rect)
        painter.drawPixmap(0, 0, self._painted[1])
        return True

    def _render(self, picture: PlanPicture, rect: QRectF) -> QPixmap:
        ratio = self._widget.devicePixelRatioF()
        image = QImage(self._widget.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture.paint(painter, rect)
        painter.end()
        return QPixmap.fromImage(image)
