"""The site plan by keyboard and mouse: choosing, changing a state, zooming, drawing."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QToolTip
from pytestqt.qtbot import QtBot

from app.models import facts as f
from app.presenters.language import Language
from app.presenters.roles import Severity
from app.presenters.siteplan import ItemSort
from app.views.look import Look
from app.views.pages import Pages
from app.views.parts.plan_canvas import PlanCanvas
from app.views.parts.plan_labels import is_whole, mark_rect
from app.views.parts.plan_picture import PlanPicture, read_picture
from app.views.siteplan import SitePlanPanel
from tests.desk_harness import Stage
from tests.views.conftest import RESOURCES
from tests.views.desks import Desk

KEY = Qt.Key
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'


@pytest.fixture
def desk(qtbot: QtBot, look: Look, stage: Stage) -> Desk:
    station = stage.station()
    made = Desk(qtbot, look, stage, station, stage.open(station))
    made.press("v")
    return made


def canvas(desk: Desk) -> PlanCanvas:
    return desk.part(PlanCanvas, "sitePlan")


def at(desk: Desk, key: str) -> QPoint:
    """The middle of an item, on the canvas."""
    item = next(item for item in desk.presenter.site_plan.props.items if item.key == key)
    polygon = canvas(desk).scale.polygon(item.points)
    return polygon.boundingRect().center().toPoint()


def told(desk: Desk) -> str:
    """In the header, which stands beside the tabs where there is room."""
    panel = desk.part(SitePlanPanel, "sitePlanPanel")
    pages = next(each for each in desk.view.findChildren(Pages) if each.isAncestorOf(panel))
    (label,) = (each for each in pages.findChildren(QLabel, "panelSubtitle") if each.isVisible())
    assert isinstance(label, QLabel)
    return label.text()


def ask_menu(desk: Desk) -> None:
    """As the menu key does."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(canvas(desk), event)


def test_that_v_goes_to_the_plan_and_2_to_the_same_as_a_list(desk: Desk) -> None:
    assert canvas(desk).hasFocus()
    desk.press("2")
    assert desk.zones.hasFocus()
    desk.press("v")
    assert canvas(desk).hasFocus()


def test_that_arrow_keys_go_from_one_to_the_nearest_that_way(desk: Desk) -> None:
    canvas(desk).choose("tower_a")
    desk.press(KEY.Key_Right)
    seen = [canvas(desk).at_hand]
    for _ in range(6):
        desk.press(KEY.Key_Right)
        seen.append(canvas(desk).at_hand)
    assert "tower_b" in seen
    assert "car_park" in seen
    desk.press(KEY.Key_Left)
    assert canvas(desk).at_hand != seen[-1]
    assert "tower" not in told(desk)


def test_that_every_item_is_reached_by_arrow_keys(desk: Desk) -> None:
    view = canvas(desk)
    reached, ahead = {view.at_hand}, [view.at_hand]
    while ahead:
        start = ahead.pop()
        for key in (KEY.Key_Left, KEY.Key_Right, KEY.Key_Up, KEY.Key_Down):
            view.choose(start)
            desk.press(key)
            if view.at_hand not in reached:
                reached.add(view.at_hand)
                ahead.append(view.at_hand)
    assert reached == {item.key for item in desk.presenter.site_plan.props.items}


def test_that_enter_does_the_likeliest_next_step(desk: Desk) -> None:
    canvas(desk).choose("tower_b")
    assert told(desk) == "Tower B • open"
    assert desk.part(QPushButton, "planStep").text() == "Cordon"
    done = []
    for _ in range(2):
        desk.enter()
        done.append(desk.last)
    desk.enter()
    assert desk.part(QLabel, "askTitle").text() == "Tower B, Floor 1 is empty: who saw it?"
    desk.enter()
    done.append(desk.last)
    assert done == [
        f.ZoneCordoned(zone="tower_b"), f.ZoneEvacuating(zone="tower_b"),
        f.PartConfirmed(zone="tower_b", part="f1", by="Wang Min"),
    ]  # fmt: skip


def test_that_f_confirms_floor_by_floor_and_y_counts_those_out(desk: Desk) -> None:
    canvas(desk).choose("tower_b")
    desk.presenter.zones.act("tower_b", "evacuate")
    for _ in range(6):
        desk.press("f")
        desk.enter()
    confirmed = desk.last
    desk.press("y")
    desk.type("64")
    desk.enter()
    assert (confirmed, desk.last) == (
        f.PartConfirmed(zone="tower_b", part="f6", by="Wang Min"),
        f.OutCounted(zone="tower_b", count=64),
    )
    assert canvas(desk).hasFocus()


def test_that_the_menu_has_everything_else(desk: Desk) -> None:
    canvas(desk).choose("tower_b")
    desk.enter()
    ask_menu(desk)
    desk.choose("lift")
    desk.enter()
    assert desk.last == f.CordonLifted(zone="tower_b")


def test_that_a_click_chooses_and_a_second_one_opens_the_menu(desk: Desk) -> None:
    view = canvas(desk)
    view.choose("lobby")
    desk.presenter.zones.act("car_park", "evacuate")
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(desk, "car_park"))
    assert view.at_hand == "car_park"
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(desk, "car_park"))
    desk.choose("empty")
    assert desk.last == f.ZoneEmpty(zone="car_park")


def test_that_the_buttons_do_what_the_keys_do(desk: Desk) -> None:
    canvas(desk).choose("entrance:gate_north")
    desk.part(QPushButton, "planStep").click()
    assert desk.last == f.EntranceSet(entrance="gate_north", open=False)
    desk.part(QPushButton, "planMore").click()
    desk.choose("open")
    assert desk.last == f.EntranceSet(entrance="gate_north", open=True)


def test_that_what_one_is_on_stays_when_something_changes_elsewhere(desk: Desk) -> None:
    canvas(desk).choose("tower_b")
    desk.presenter.zones.act("forecourt", "cordon")
    assert canvas(desk).at_hand == "tower_b"
    assert "Tower B" in canvas(desk).accessibleDescription()


def test_that_it_is_zoomed_by_key_and_follows_what_is_at_hand(desk: Desk) -> None:
    view = canvas(desk)
    whole = view.scale.rect
    for _ in range(6):
        desk.press("+")
    assert view.scale.rect.width() > 2 * whole.width()
    view.choose("west_road")
    for _ in range(12):
        desk.press(KEY.Key_Right)
    item = view.item
    assert item
    assert view.rect().toRectF().contains(view.scale.polygon(item.points).boundingRect().center())
    desk.press("0")
    assert view.scale.rect == whole
    desk.press("-")
    assert view.scale.rect == whole


def test_that_what_is_under_the_mouse_stays_there_while_one_zooms(desk: Desk) -> None:
    scale = canvas(desk).scale
    about = scale.at((4000, 6000))
    scale.zoom_by(2, about)
    assert (scale.at((4000, 6000)) - about).manhattanLength() < 1
    scale.move_by(QPointF(10_000, 10_000))
    assert scale.rect.contains(canvas(desk).rect().toRectF().center())


def test_that_an_assembly_point_is_not_green_before_all_are_there(desk: Desk, look: Look) -> None:
    def painted() -> str:
        point = next(each for each in desk.presenter.zones.drawn.assemblies if each.point)
        assert point.point
        return canvas(desk).grab().toImage().pixelColor(
            canvas(desk).scale.at(point.point).toPoint()
        ).name()  # fmt: skip

    zones = desk.presenter.zones
    zones.act("tower_a", "expected", {"count": "9"})
    assert painted() == look.colour(look.tone(Severity.SOON).bar).name()
    zones.act("assembly:assembly", "count", {"count": "9"})
    assert painted() == look.colour(look.tone(Severity.GOOD).bar).name()


# Drawing ----------------------------------------------------------------------------------------


def test_that_an_outline_is_drawn_by_keyboard_alone(desk: Desk) -> None:
    canvas(desk).choose("lobby")
    desk.press("d")
    desk.enter()
    assert canvas(desk).hasFocus()
    assert told(desk) == "Drawing: Outline of Lobby"
    for key in (KEY.Key_Right, KEY.Key_Down, KEY.Key_Left):
        desk.press(KEY.Key_Space)
        desk.press(key)
    desk.press(KEY.Key_Space)
    desk.press(KEY.Key_Backspace)
    desk.enter()
    shape = desk.presenter.scene.site.zones["lobby"].shape
    assert shape == ((5000, 5000), (5100, 5000), (5100, 5100))
    assert told(desk).startswith("Lobby • open")


def test_that_corners_are_clicked_and_esc_records_nothing(desk: Desk) -> None:
    before = desk.presenter.scene.site.zones["lobby"].shape
    canvas(desk).choose("lobby")
    desk.press("d")
    desk.enter()
    for x, y in ((300, 40), (350, 40), (350, 90)):
        QTest.mouseClick(canvas(desk), Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    props = desk.presenter.drawing.props
    assert props
    assert len(props.points) == 3
    desk.escape()
    assert desk.presenter.drawing.props is None
    assert desk.presenter.scene.site.zones["lobby"].shape == before


def test_that_no_state_is_changed_while_one_draws(desk: Desk) -> None:
    canvas(desk).choose("lobby")
    before = desk.last
    desk.press("d")
    desk.enter()
    desk.press("f")
    ask_menu(desk)
    desk.enter()
    assert desk.stage.refusals == ["too_few_points"]
    assert desk.last == before
    assert QApplication.activePopupWidget() is None


def test_that_a_picture_is_chosen_in_a_window_that_holds_nothing_up(
    desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "ours.svg").write_bytes(SVG)
    desk.presenter.drawing.act("", "draw", {"what": "picture:", "en": "", "zh": ""})
    dialog = desk.part(QFileDialog, "choosePicture")
    assert not dialog.isModal()
    dialog.fileSelected.emit(str(tmp_path / "ours.svg"))
    dialog.close()
    assert desk.presenter.scene.site.picture.name == "ours.svg"
    assert canvas(desk).scale.rect.width() == canvas(desk).scale.rect.height()


def test_that_a_damaged_picture_is_refused_and_one_that_came_so_is_told(
    desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "broken.svg").write_bytes(b"<svg><path></svg>")
    desk.presenter.drawing.act("", "draw", {"what": "picture:", "en": "", "zh": ""})
    dialog = desk.part(QFileDialog, "choosePicture")
    dialog.fileSelected.emit(str(tmp_path / "broken.svg"))
    dialog.close()
    assert desk.stage.refusals == ["picture_unreadable"]
    desk.presenter.drawing.set_picture(tmp_path / "broken.svg", lambda _content, _media: True)
    assert "cannot be read" in desk.part(QLabel, "planTold").text()
    assert canvas(desk).item


@pytest.mark.parametrize("ending", ["png", "jpg"])
def test_that_png_and_jpeg_are_read(tmp_path: Path, ending: str) -> None:
    image = QImage(QSize(40, 20), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    file = tmp_path / f"site.{ending}"
    assert image.save(str(file))
    picture = read_picture(file.read_bytes(), "image/png")
    assert picture
    assert picture.size.toSize() == QSize(40, 20)


@pytest.mark.parametrize("content", [b"", b"<svg", b"<html/>", SVG[:40], b"\x89PNG broken"])
def test_that_what_is_no_picture_is_not_read(content: bytes) -> None:
    assert read_picture(content, "image/svg+xml") is None
    assert read_picture(content, "image/png") is None


# In every language, theme and size --------------------------------------------------------------


@pytest.mark.parametrize("code", ["en", "zh_CN"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_the_words_lie_inside_the_plan_and_say_every_state(
    desk: Desk, qtbot: QtBot, look: Look, qapp: QApplication, code: str, scale: float
) -> None:
    language = Language(qapp, RESOURCES / "translations", "en")
    for action in ("cordon", "evacuate"):
        desk.presenter.zones.act("tower_a", action)
    language.set_language(code)
    look.set_scale(scale)
    view = canvas(desk)
    view.resize(round(600 * scale), round(260 * scale))
    try:
        plates = {plate.item.key: plate for plate in view.plates}
        assert {"tower_a", "tower_b", "forecourt", "car_park"} <= {*plates}
        assert all(view.rect().contains(plate.rect) for plate in plates.values())
        said = " ".join(text for text, _ in plates["tower_a"].lines)
        assert all(word in said for word in plates["tower_a"].item.word.split(" • "))
        assert not view.grab().isNull()
    finally:
        language.set_language("en")


@pytest.mark.parametrize("size", [(825, 190), (566, 92), (300, 80), (1400, 900)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_words_neither_overlap_nor_break_however_small_the_plan(
    desk: Desk, look: Look, size: tuple[int, int], scale: float
) -> None:
    for action in ("cordon", "evacuate"):
        desk.presenter.zones.act("tower_a", action)
    look.set_scale(scale)
    view = canvas(desk)
    view.resize(*size)
    marks = [
        mark_rect(item, view.scale, look)
        for item in desk.presenter.site_plan.props.items
        if item.sort is not ItemSort.ZONE and (item.stands or item.sort is not ItemSort.POST)
    ]
    rects = [plate.rect for plate in view.plates]
    assert all(is_whole(plate, look) for plate in view.plates)
    assert all(view.rect().contains(rect) for rect in rects)
    for nth, rect in enumerate(rects):
        assert not any(rect.intersects(other) for other in (*rects[nth + 1 :], *marks))


def test_that_what_is_at_the_place_of_the_incident_has_its_name_before_others(
    desk: Desk, look: Look
) -> None:
    view = canvas(desk)
    view.choose("tower_b")
    for size in ((825, 190), (566, 92)):
        view.resize(*size)
        said = {plate.item.key: plate.lines[0][0] for plate in view.plates}
        assert said["north_gate"].startswith("North gate"), size


def test_that_a_name_does_not_stand_in_another_zone(desk: Desk) -> None:
    view = canvas(desk)
    view.resize(825, 190)
    zones = [i for i in desk.presenter.site_plan.props.items if i.sort is ItemSort.ZONE]
    boxes = {zone.key: view.scale.polygon(zone.points).boundingRect().toRect() for zone in zones}
    for plate in view.plates:
        if plate.item.sort is ItemSort.ZONE:
            middle = plate.rect.center()
            others = [box for key, box in boxes.items() if key != plate.item.key]
            assert not any(box.contains(middle) for box in others), plate.item.key


def test_that_the_tip_of_an_item_tells_all_of_it(desk: Desk) -> None:
    view = canvas(desk)
    spot = at(desk, "tower_b")
    tip = QHelpEvent(QEvent.Type.ToolTip, spot, view.mapToGlobal(spot))
    QApplication.sendEvent(view, tip)
    assert QToolTip.text().startswith("Tower B")


def test_that_a_photo_of_many_pixels_is_read_beside_the_rest(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = threading.current_thread()
    read_by: list[bool] = []

    def read(content: bytes, media_type: str) -> PlanPicture | None:
        read_by.append(threading.current_thread() is here)
        return read_picture(content, media_type)

    for module in ("siteplan", "drawing"):
        monkeypatch.setattr(f"app.views.{module}.read_picture", read)
    image = QImage(QSize(60, 20), QImage.Format.Format_RGB32)  # unlike a plan without a picture
    assert image.save(str(tmp_path / "ours.png"))
    desk.presenter.drawing.act("", "draw", {"what": "picture:", "en": "", "zh": ""})
    dialog = desk.part(QFileDialog, "choosePicture")
    dialog.fileSelected.emit(str(tmp_path / "ours.png"))
    dialog.close()
    desk.stage.until(lambda: is_as_wide(canvas(desk).scale.rect, 3))
    assert read_by == [False, False]


def is_as_wide(rect: QRectF, times: float) -> bool:
    return rect.width() == pytest.approx(rect.height() * times)


def test_that_the_plan_and_the_list_begin_at_the_place_of_the_incident(
    qtbot: QtBot, look: Look, stage: Stage
) -> None:
    station = stage.station()
    desk = Desk(qtbot, look, stage, station, stage.open(station, place="North gate"))
    desk.press("v")
    assert canvas(desk).at_hand == "north_gate"
    desk.press("2")
    assert desk.zones.current_key() == "north_gate"
