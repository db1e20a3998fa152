"""The wall as painted: legible at five metres, marked, and repainted only where it changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.models import facts as f
from app.presenters.wall_link import WallLink
from app.station.station import Station
from app.station.wall_screen import Arrangement, WallPart, WallScreen
from app.store.words import why
from app.views.look import Look
from app.views.wall.block import Block
from app.views.wall.ink import COUNTDOWN, pixels_per_mm
from app.views.wall.large import LargeView
from app.views.wall.mosaic import columns
from app.views.wall.veil import DrillVeil, StaleVeil
from tests.desk_harness import Stage
from tests.views.conftest import child
from tests.wall_harness import HD, MM_55, Watched, texts, too_small

Watch = Callable[..., Watched]
PER_MM = pixels_per_mm(QSizeF(*HD), MM_55)
ALL_PARTS = WallScreen(parts=tuple(WallPart))
MOSAIC = WallScreen(arrangement=Arrangement.MOSAIC)


@pytest.fixture
def here(stage: Stage) -> Station:
    return stage.station()


@pytest.fixture
def watch(stage: Stage, here: Station) -> Iterator[Watch]:
    made: list[Watched] = []

    def begin(screen: WallScreen | None = None) -> Watched:
        made.append(Watched(stage, here, screen))
        return made[-1]

    yield begin
    for each in made:
        each.close()


# Legible at five metres --------------------------------------------------------------------------


def height_of_figures(image: QImage, rect: QRect, ground: str) -> int:
    """Rows of pixels from the top of the figures to their foot; the bar below is left out."""
    rows = [y for y in range(rect.top(), rect.bottom() - round(6 * PER_MM))
            if any(image.pixelColor(x, y).name() != ground
                   for x in range(rect.left(), rect.right(), 2))]  # fmt: skip
    return max(rows) - min(rows) + 1


@pytest.mark.parametrize("count", [1, 20])
def test_that_countdowns_are_painted_38_mm_high(
    stage: Stage, here: Station, watch: Watch, look: Look, count: int
) -> None:
    for nth in range(count):
        stage.open(here, title=f"Crowd {nth}")
    window = watch(MOSAIC).window(look)
    blocks = [each for each in window.findChildren(Block)
              if each.objectName() in ("wallRoster", "wallTile") and each.isVisible()]  # fmt: skip
    assert len(blocks) == count
    block = blocks[0]
    counts = {name: rect for name, (rect, said) in block.cells().items()
              if isinstance(name, tuple) and name[-1] == "length"}  # fmt: skip
    assert counts
    image = block.grab().toImage()
    for rect in counts.values():
        high = height_of_figures(image, rect, look.theme.panel)
        assert high >= round(COUNTDOWN * PER_MM) - 1


@pytest.mark.parametrize(
    ("pixels", "mm", "expected"),
    [
        (QSizeF(1920, 1080), QSizeF(1217.6, 684.9), 1.577),
        (QSizeF(3840, 2160), QSizeF(1217.6, 684.9), 3.154),
        (QSizeF(1920, 1080), QSizeF(0, 0), 1.577),
        (QSizeF(1920, 1080), QSizeF(160, 90), 1.577),
        (QSizeF(1920, 1080), QSizeF(952, 535), 2.017),
        (QSizeF(1920, 1080), QSizeF(2215, 1246), 1.577),
        (QSizeF(1920, 1080), QSizeF(531, 299), 2.710),
        (QSizeF(1080, 1920), QSizeF(684.9, 1217.6), 1.577),
    ],
    ids=["55 inch", "4K", "says nothing", "a projector", "43 inch", "100 inch", "24 inch",
         "upright"],
)  # fmt: skip
def test_that_a_millimetre_is_that_of_the_screen_as_far_as_it_can_be_believed(
    pixels: QSizeF, mm: QSizeF, expected: float
) -> None:
    assert pixels_per_mm(pixels, mm) == pytest.approx(expected, abs=0.005)


# Marked -----------------------------------------------------------------------------------------


def test_that_a_drill_is_marked_across_everything(
    stage: Stage, here: Station, watch: Watch, look: Look
) -> None:
    stage.open(here, drill=True)
    window = watch().window(look)
    veil = child(window, DrillVeil, "wallDrill")
    assert veil.isVisible()
    assert isinstance(window.content, LargeView)
    assert veil.geometry() == window.content.rect()
    assert "DRILL" in [said for said, _, _ in texts(window)]


def test_that_what_is_real_is_not_marked_as_a_drill(
    stage: Stage, here: Station, watch: Watch, look: Look
) -> None:
    stage.open(here)
    window = watch().window(look)
    assert not child(window, DrillVeil, "wallDrill").isVisible()
    assert "DRILL" not in " ".join(said for said, _, _ in texts(window))


def test_that_the_level_is_told_by_shape_numeral_and_word(
    stage: Stage, here: Station, watch: Watch, look: Look
) -> None:
    stage.open(here)
    said = [said for said, _, _ in texts(watch().window(look))]
    assert {"▼ IV", "blue"} <= set(said)


def test_that_a_stale_wall_is_dimmed_with_a_band_across_it_and_heals(
    stage: Stage, here: Station, watch: Watch, look: Look
) -> None:
    stage.open(here)
    wall = watch()
    stage.until(lambda: not here.connection.is_stale(here.now()))
    window = wall.window(look)
    veil = child(window, StaleVeil, "wallStale")
    stage.until(lambda: not veil.isVisible())
    fresh = window.grab().toImage()
    stage.run(stage.log.close())
    stage.until(veil.isVisible)
    wall.wait(timedelta(seconds=61))
    stale = window.grab().toImage()
    at = window.rect().topLeft() + QRect(0, 0, 600, 60).center()
    assert stale.pixelColor(at).value() < fresh.pixelColor(at).value() * 0.6
    assert veil.band.width() == window.width()
    said = " ".join(said for said, _, _ in texts(window))
    assert re.search(r"NOT LIVE.*picture of \d\d:\d\d:\d\d, 01:01 old", said)
    stage.run(stage.log.open())
    stage.until(lambda: not veil.isVisible())


def test_that_what_has_to_be_done_to_be_let_in_is_said_to_its_end(watch: Watch, look: Look) -> None:
    window = watch().window(look)
    veil = child(window, StaleVeil, "wallStale")
    said = why("no_log_yet", place="/srv/safety/muster/office-centre.sqlite").english()
    veil.set_link(WallLink(stale=True, title="NOT LET IN", text=said))
    assert said in " ".join(said for said, _, _ in texts(window))
    assert too_small(window, PER_MM) == []


# Repainted only where it changed ----------------------------------------------------------------


class Painted(QObject):
    """Adds up the pixels of all paint events below a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.pixels = 0
        for block in window.findChildren(Block):
            block.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        if isinstance(event, QPaintEvent):
            self.pixels += sum(r.width() * r.height() for r in event.region())  # type: ignore[attr-defined]  # the stubs do not know that it can be walked
        return super().eventFilter(watched, event)


def test_that_a_second_repaints_only_the_figures_that_changed(
    stage: Stage, here: Station, watch: Watch, look: Look
) -> None:
    for nth in range(20):
        stage.open(here, title=f"Crowd {nth}")
    wall = watch(MOSAIC)
    window = wall.window(look)
    wall.wait(timedelta(seconds=1))
    QApplication.processEvents()
    painted = Painted(window)
    wall.wait(timedelta(seconds=1))
    QApplication.processEvents()
    assert 0 < painted.pixels < HD[0] * HD[1] * 0.08


def test_that_a_second_without_an_incident_repaints_the_clock_alone(
    watch: Watch, look: Look
) -> None:
    wall = watch()
    window = wall.window(look)
    QApplication.processEvents()
    painted = Painted(window)
    wall.wait(timedelta(seconds=1))
    QApplication.processEvents()
    assert 0 < painted.pixels < HD[0] * HD[1] * 0.3


# What is shown, and where -----------------------------------------------------------------------


def test_that_parts_that_are_not_wanted_leave_their_room_to_the_others(
    stage: Stage, here: Station, watch: Watch, look: Look
) -> None:
    stage.open(here)
    wall = watch(WallScreen(parts=(WallPart.LATEST,)))
    content = wall.window(look).content
    assert isinstance(content, LargeView)
    assert content.roster is None
    assert content.latest is not None
    assert content.latest.width() > content.width() * 0.95


def test_that_nothing_lies_over_anything_else_on_an_upright_screen(
    stage: Stage, here: Station, watch: Watch, look: Look
) -> None:
    stage.tell(here, until=timedelta(minutes=9))
    content = watch(ALL_PARTS).window(look, (1080, 1920)).content
    assert isinstance(content, LargeView)
    rects = [block.geometry() for block in content.blocks if block.isVisible()]
    assert len(rects) == 6
    for nth, rect in enumerate(rects):
        assert content.rect().contains(rect)
        assert not any(rect.intersects(other) for other in rects[nth + 1 :])


@pytest.mark.parametrize(("count", "across"), [(2, 2), (4, 2), (6, 3), (12, 4), (20, 5)])
def test_that_a_mosaic_has_tiles_of_a_good_shape(count: int, across: int) -> None:
    assert columns(count, 1920 / 1032) == across


def test_that_turning_leaves_nothing_behind(
    stage: Stage, here: Station, watch: Watch, look: Look
) -> None:
    for level in range(3):
        stage.open(here, title=f"Crowd {level}")
    wall = watch(WallScreen(turn=15))
    window = wall.window(look)
    for _ in range(12):
        wall.wait(timedelta(seconds=15))
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    assert len(window.findChildren(LargeView)) == 1


def test_that_escape_and_f11_leave_and_the_pointer_is_hidden(watch: Watch, look: Look) -> None:
    window = watch().window(look)
    left: list[bool] = []
    window.leaving.connect(lambda: left.append(True))
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
        QTest.keyClick(window, key)
    assert left == [True, True]
    QTest.keyClick(window, Qt.Key.Key_A)
    assert left == [True, True]


def test_that_longest_words_stay_inside(
    stage: Stage, here: Station, watch: Watch, look: Look
) -> None:
    long = "Head of the responsible unit of the district administration, Donaudampfschifffahrt"
    stream = stage.open(here, title=long, place=long, people=12_345)
    due = stage.clock.wall() + timedelta(minutes=3)
    stage.do(here, stream, f.CalledOut(who="x", name=long, role=long, group=long, due=due))
    stage.do(here, stream, f.CommandTaken(who="x", name=long))
    stage.do(here, stream, f.Note(text=long * 4))
    wall = watch()
    window = wall.window(look)
    wall.wait(timedelta(hours=30))
    assert too_small(window, PER_MM) == []
    assert QSize(*HD) == window.size()
