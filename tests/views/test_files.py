"""Photos and files at the desk: chosen, pasted, dropped; shown, opened, saved."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.models import facts as f
from app.presenters import roles
from app.views.files import FilesPanel
from app.views.incoming import as_png
from app.views.look import Look
from app.views.parts.row_view import RowView
from app.views.thumbnails import Thumbnails, read_thumbnail
from tests.desk_harness import Stage
from tests.views.desks import Desk

KEY = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, look: Look, stage: Stage) -> Desk:
    station = stage.station()
    return Desk(qtbot, look, stage, station, stage.open(station))


def picture(wide: int = 640, tall: int = 480, colour: str = "#a03020") -> QImage:
    image = QImage(wide, tall, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "barrier.png"
    path.write_bytes(as_png(picture()))
    return path


def files(desk: Desk) -> RowView:
    return desk.part(RowView, "files")


def of_paths(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(desk: Desk, mime: QMimeData) -> None:
    copy, button, none = (
        Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    enter = QDragEnterEvent(QPoint(5, 5), copy, mime, button, none)
    QApplication.sendEvent(desk.view, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(desk.view, QDropEvent(QPointF(5, 5), copy, mime, button, none))


def attached(desk: Desk) -> f.Attached:
    fact = desk.last
    assert isinstance(fact, f.Attached)
    return fact


def attach(desk: Desk, path: Path, text: str = "") -> f.Attached:
    drop(desk, of_paths(path))
    desk.type(text)
    desk.enter()
    return attached(desk)


def test_that_what_is_dropped_on_the_desk_is_attached_with_what_it_shows(
    desk: Desk, photo: Path
) -> None:
    fact = attach(desk, photo, "Barrier at the kiosk")
    assert (fact.name, fact.text) == ("barrier.png", "Barrier at the kiosk")
    assert (fact.media_type, fact.size) == ("image/png", photo.stat().st_size)
    row = files(desk).model().index(0, 0)
    assert row.data(roles.TITLE) == "Barrier at the kiosk"
    assert "barrier.png" in row.data(roles.SUBTITLE)


def test_that_p_opens_a_window_that_holds_nothing_up(desk: Desk, photo: Path, qtbot: QtBot) -> None:
    desk.press("p")
    dialog = desk.view.window().findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert not dialog.isModal()
    dialog.filesSelected.emit([str(photo)])
    dialog.close()
    desk.view.activateWindow()
    assert desk.ask.isVisible()
    desk.enter()
    assert attached(desk).name == "barrier.png"


def test_that_windows_in_which_files_are_chosen_end_with_their_desk(
    desk: Desk, look: Look, photo: Path, qtbot: QtBot
) -> None:
    sha256 = attach(desk, photo).sha256
    window = QWidget()
    qtbot.addWidget(window)
    files = desk.presenter.files
    panel = FilesPanel(files, look, Thumbnails(desk.presenter.photos))
    panel.setParent(window)
    panel.choose()
    files.save_wanted.emit(sha256, "barrier.png")
    assert len(window.findChildren(QFileDialog)) == 2
    delete(panel)
    assert window.findChildren(QFileDialog) == []


def test_that_a_copied_picture_is_pasted_into_what_one_writes(desk: Desk) -> None:
    mime = QMimeData()
    mime.setImageData(picture())
    desk.press("t")
    desk.type("still typing")
    desk.quick.insertFromMimeData(mime)
    assert desk.quick.toPlainText() == "still typing"
    desk.enter()
    fact = attached(desk)
    assert fact.name.startswith("pasted ")
    assert fact.name.endswith(".png")
    assert desk.quick.toPlainText() == "still typing"


def test_that_a_pasted_picture_is_asked_about_before_one_types_on(desk: Desk) -> None:
    mime = QMimeData()
    mime.setImageData(picture())
    desk.press("t")
    desk.stage.hold_answers()
    desk.quick.insertFromMimeData(mime)
    desk.type("the kiosk")
    desk.stage.let_answers_go()
    desk.enter()
    assert attached(desk).text == "the kiosk"
    assert desk.quick.toPlainText() == ""


def test_that_what_is_dropped_while_one_describes_takes_no_words_meant_for_another(
    desk: Desk, photo: Path, tmp_path: Path
) -> None:
    other = tmp_path / "kiosk.png"
    other.write_bytes(as_png(picture(colour="#205080")))
    drop(desk, of_paths(photo))
    desk.type("the barrier")
    drop(desk, of_paths(other))
    desk.enter()
    assert (attached(desk).name, attached(desk).text) == ("barrier.png", "the barrier")


def test_that_ctrl_v_on_the_timeline_attaches_copied_files(desk: Desk, photo: Path) -> None:
    QGuiApplication.clipboard().setMimeData(of_paths(photo))
    desk.press("4")
    QTest.keyClick(desk.timeline, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.enter()
    assert attached(desk).name == "barrier.png"
    QGuiApplication.clipboard().clear()


def test_that_copied_words_are_pasted_as_words(desk: Desk) -> None:
    mime = QMimeData()
    mime.setText("from a letter")
    mime.setImageData(picture())
    desk.press("t")
    desk.quick.insertFromMimeData(mime)
    assert desk.quick.toPlainText() == "from a letter"


def test_that_several_are_attached_at_once_and_one_that_cannot_be_is_told(
    desk: Desk, photo: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    other = tmp_path / "other.txt"
    other.write_text("words")
    drop(desk, of_paths(photo, empty, other))
    desk.enter()
    assert files(desk).model().rowCount() == 2
    assert desk.stage.refusals == ["file_empty"]
    assert not desk.ask.isVisible()


def test_that_a_refusal_leaves_the_question_open(desk: Desk, tmp_path: Path) -> None:
    drop(desk, of_paths(tmp_path))
    desk.type("a folder")
    desk.enter()
    assert desk.stage.refusals == ["file_folder"]
    assert desk.ask.isVisible()
    desk.escape()


def test_that_the_picture_is_drawn_in_the_list_and_in_the_timeline(desk: Desk, photo: Path) -> None:
    attach(desk, photo)
    desk.press("4")
    QApplication.processEvents()
    QApplication.processEvents()
    assert has_colour(desk.timeline.grab().toImage(), "#a03020")
    desk.press("i")
    QApplication.processEvents()
    assert has_colour(files(desk).grab().toImage(), "#a03020")


def has_colour(image: QImage, colour: str) -> bool:
    wanted = QColor(colour).rgb()
    return any(
        image.pixel(x, y) == wanted
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )


def test_that_enter_opens_a_copy(desk: Desk, photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Path] = []

    def show(url: QUrl) -> bool:
        shown.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    fact = attach(desk, photo)
    desk.press("i")
    files(desk).go_to(fact.sha256)
    desk.enter()
    assert [path.name for path in shown] == ["barrier.png"]
    assert shown[0].read_bytes() == photo.read_bytes()
    assert shown[0] != photo


def test_that_what_may_run_as_a_program_is_not_opened(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: pytest.fail("opened"))
    program = tmp_path / "photo.jpg.exe"
    program.write_bytes(b"MZ")
    fact = attach(desk, program)
    desk.press("i")
    files(desk).go_to(fact.sha256)
    desk.enter()
    assert desk.stage.refusals == ["file_not_opened"]


def test_that_a_file_no_program_shows_is_told(
    desk: Desk, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    fact = attach(desk, photo)
    desk.press("i")
    files(desk).go_to(fact.sha256)
    desk.enter()
    assert desk.stage.refusals == ["file_no_viewer"]


def test_that_s_saves_a_copy_where_one_wants_it(desk: Desk, photo: Path, tmp_path: Path) -> None:
    fact = attach(desk, photo)
    desk.press("i")
    files(desk).go_to(fact.sha256)
    desk.press("s")
    dialog = desk.view.window().findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert not dialog.isModal()
    dialog.fileSelected.emit(str(tmp_path / "kept.png"))
    dialog.close()
    assert (tmp_path / "kept.png").read_bytes() == photo.read_bytes()


def test_that_d_says_what_a_photo_shows_and_the_log_keeps_both(desk: Desk, photo: Path) -> None:
    fact = attach(desk, photo)
    desk.press("i")
    files(desk).go_to(fact.sha256)
    desk.press("d")
    desk.type("Broken window")
    desk.enter()
    assert isinstance(desk.last, f.Corrected)
    row = files(desk).model().index(0, 0)
    assert row.data(roles.TITLE) == "Broken window"


def test_that_a_turned_photo_stands_upright(tmp_path: Path) -> None:
    """The camera says "turned by 90 degrees" in the photo's own notes (EXIF, orientation 6)."""
    path = tmp_path / "turned.jpg"
    picture(400, 200).save(str(path), "JPEG")  # type: ignore[call-overload]  # the stubs want bytes
    exif = bytes.fromhex("ffe1002245786966000049492a00080000000100120103000100000006000000")
    content = path.read_bytes()
    path.write_bytes(content[:2] + exif + bytes(4) + content[2:])
    made = read_thumbnail(path, 100)
    assert (made.width(), made.height()) == (50, 100)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("words.png", b"these are words"),
        ("drawn.png", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
        ("nothing.jpg", b""),
    ],
)
def test_that_what_is_no_photo_gives_no_thumbnail(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert read_thumbnail(path).isNull()


def test_that_a_small_file_claiming_to_be_a_huge_picture_is_not_unpacked(tmp_path: Path) -> None:
    content = bytearray(as_png(picture(8, 8)))
    content[16:24] = (60_000).to_bytes(4, "big") + (60_000).to_bytes(4, "big")
    content[29:33] = zlib.crc32(content[12:29]).to_bytes(4, "big")
    path = tmp_path / "bomb.png"
    path.write_bytes(bytes(content))
    assert read_thumbnail(path).isNull()
