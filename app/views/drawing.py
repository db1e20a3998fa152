"""Drawing on the site plan: what is asked, the canvas's keys and clicks, choosing a picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.models.facts import Point
from app.presenters.drawing import DrawingPresenter, DrawingProps
from app.views.acting import Actor
from app.views.parts.plan_canvas import PlanCanvas
from app.views.parts.plan_picture import read_picture


class DrawingTools(QObject):
    """`changed`: something is drawn, further, or no more; `asked(make, do)` as elsewhere."""

    changed = Signal()
    asked = Signal(object, object)

    def __init__(self, presenter: DrawingPresenter, canvas: PlanCanvas, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter, self._canvas, self._window = presenter, canvas, parent
        self._actor = Actor(presenter, self)
        self._actor.asked.connect(self.asked)
        self._was_drawing = False
        presenter.changed.connect(self._show)
        presenter.picture_requested.connect(self._choose_picture)
        canvas.cross_moved.connect(presenter.move)
        canvas.point_put.connect(self._put)
        canvas.point_taken_back.connect(presenter.take_back)
        canvas.figure_closed.connect(presenter.close_figure)
        canvas.drawing_left.connect(presenter.leave)

    @property
    def props(self) -> DrawingProps | None:
        return self._presenter.props

    def ask(self, key: str) -> None:
        """What is to be drawn; `key` is what the plan is on."""
        self._actor.act(key, "draw")

    def _show(self) -> None:
        begins = self.props is not None and not self._was_drawing
        self._was_drawing = self.props is not None
        self.changed.emit()
        if begins:
            self._canvas.setFocus()

    def _put(self, point: Point | None) -> None:
        if point is not None:
            self._presenter.point_at(point)
        self._presenter.put()

    def _choose_picture(self) -> None:
        """A window of its own beside the desk: no countdown waits for it."""
        dialog = QFileDialog(self._window, self.tr("Picture of the site plan"))
        dialog.setObjectName("choosePicture")
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Pictures") + " (*.svg *.png *.jpg *.jpeg)")
        dialog.fileSelected.connect(self.set_picture)
        dialog.show()

    def set_picture(self, file: str) -> None:
        self._presenter.set_picture(Path(file), _is_readable)


def _is_readable(content: bytes, media_type: str) -> bool:
    return read_picture(content, media_type) is not None
