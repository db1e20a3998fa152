"""Photos and files of an incident: a list with small pictures; adding, pasting, dropping."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
)
from PySide6.QtWidgets import QFileDialog, QStyleOptionViewItem, QWidget

from app.presenters import roles
from app.presenters.files import FilesPresenter, Offer
from app.views.incoming import as_png, has_files, is_picture, paths_of, picture_of
from app.views.list_panel import ListPanel
from app.views.look import Look
from app.views.parts.key_button import KeyButton
from app.views.parts.row_delegate import GAP, MARGIN, Index, Places, RowDelegate
from app.views.parts.row_view import RowView
from app.views.thumbnails import Thumbnails, draw_thumbnail

HEIGHT, WIDE, TALL = 72, 80, 60
"""Pixels at 100 %: of a row, and of its picture."""


class FileRows(RowDelegate):
    """Each row begins with its picture, or with what sort of file it is."""

    def __init__(self, look: Look, thumbnails: Thumbnails) -> None:
        super().__init__(look)
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(self._look.px(200), self._look.px(HEIGHT))

    def places(self, rect: QRect, index: Index) -> Places:
        px = self._look.px
        shift = px(WIDE) + px(GAP)
        return super().places(rect.adjusted(shift, 0, 0, 0), index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        px, rect = self._look.px, option.rect
        spot = QRect(rect.left() + px(MARGIN), 0, px(WIDE), px(TALL))
        spot.moveTop(rect.top() + (rect.height() - spot.height()) // 2)
        if self.dirty.intersects(spot):
            sha256 = index.data(roles.PICTURE)
            picture = self._thumbnails.get(sha256) if sha256 else None
            draw_thumbnail(painter, self._look, spot, picture, index.data(roles.SORT))


class FilesPanel(ListPanel):
    after_closing = True

    def __init__(self, presenter: FilesPresenter, look: Look, thumbnails: Thumbnails) -> None:
        view = RowView(look, rows=FileRows(look, thumbnails))
        view.setObjectName("files")
        super().__init__(presenter, presenter.model, view)
        self._presenter = presenter
        self._add = KeyButton(self)
        self._add.setObjectName("addFile")
        self._add.show_key("P")
        self._add.clicked.connect(self.choose)
        self.add_header_widget(self._add)
        presenter.changed.connect(self._show)
        presenter.copied.connect(self._open_copy)
        presenter.save_wanted.connect(self._choose_place)
        thumbnails.made.connect(view.viewport().update)
        self._set_words()

    def focus_order(self) -> list[QWidget]:
        return [self._add, self.view]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self.actor.enabled:
            self.paste()
        else:
            super().keyPressEvent(event)

    # Adding ------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Choose files in a window of its own, which holds nothing up."""
        dialog = QFileDialog(self, self.tr("Attach photos and files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.offer_paths([Path(n) for n in names]))
        _show(dialog)

    def paste(self) -> None:
        """What was copied elsewhere, if it is files or a picture."""
        self.offer(QGuiApplication.clipboard().mimeData())

    def offer(self, mime: QMimeData) -> bool:
        """Whether there was something to attach: then it is asked what it shows."""
        if not has_files(mime):
            return False
        if is_picture(mime):
            picture, name = picture_of(mime), self._presenter.name_of_pasted()
            self._ask([Offer(name=name, source=lambda: as_png(picture))])
        else:
            self.offer_paths(paths_of(mime))
        return True

    def offer_paths(self, paths: Sequence[Path]) -> None:
        self._ask([Offer(name=path.name, source=path) for path in paths])

    def _ask(self, offers: Sequence[Offer]) -> None:
        """At once: what one types next is meant for it."""
        presenter = self._presenter
        if offers:
            self.asked.emit(
                lambda: presenter.ask_what_it_shows(offers),
                lambda answers, then: presenter.attach(offers, answers, then),
            )

    # Looking -----------------------------------------------------------------------------------

    def _open_copy(self, path: str) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            self._presenter.refuse_to_show(Path(path).name)

    def _choose_place(self, sha256: str, name: str) -> None:
        dialog = QFileDialog(self, self.tr("Save a copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: self._presenter.save(sha256, Path(path)))
        _show(dialog)

    # Words -------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("Files"))
        self.view.setAccessibleName(self.tr("Photos and files"))
        self._add.set_text(self.tr("Add…"))
        self._show()

    def _show(self) -> None:
        self.set_subtitle(self._presenter.props.count)
        self.set_empty(self._presenter.props.empty)


def _show(dialog: QFileDialog) -> None:
    """Not modal: the desk goes on beside it."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setModal(False)
    dialog.show()
