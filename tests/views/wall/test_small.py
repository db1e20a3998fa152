"""A small screen shows fewer things, whole; what has no room is counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QApplication, QWidget

from app.presenters.language import LANGUAGES, Language
from app.station.wall_screen import WallPart, WallScreen
from app.views.look import Look
from app.views.wall.ink import pixels_per_mm
from app.views.wall.window import WallWindow
from tests.desk_harness import Stage
from tests.views.conftest import RESOURCES
from tests.wall_harness import HD, MM_23, Watched, texts, too_small
from tools.wall_pictures import SHOWS, fresh_or_stale

UPRIGHT = (1080, 1920)
Show = Callable[..., WallWindow]
PER_MM = pixels_per_mm(QSizeF(*HD), MM_23)


@pytest.fixture
def show(qapp: QApplication, look: Look, tmp_path: Path) -> Iterator[Show]:
    """A state of the pictures on a screen of 23 inches, or one that says nothing of its size."""
    ends: list[Callable[[], None]] = []

    def begin(state: str, code: str = "en", screen: WallScreen | None = None) -> WallWindow:
        language = Language(qapp, RESOURCES / "translations", code)
        stage = Stage(tmp_path / state, code)
        make, usual = SHOWS[state]
        here = stage.station()
        make(stage, here)
        watched = Watched(stage, here, screen or usual, code)
        fresh_or_stale(stage, here, stale=False)
        ends.extend((stage.close, watched.close, lambda: language.set_language("en")))
        return watched.window(look, HD, MM_23)

    yield begin
    for end in reversed(ends):
        end()


def said(window: QWidget, name: str) -> list[str]:
    part = window.findChild(QWidget, name)
    assert isinstance(part, QWidget)
    return [text for text, _, _ in texts(part)] if part.isVisible() else []


WHOLE = ("wallHead", "wallRoster", "wallZones", "wallFoot")


@pytest.mark.parametrize(
    ("code", "state"), list(product(LANGUAGES, ("one", "six-in-turn", "past-midnight", "crowded")))
)
def test_that_on_a_small_screen_nothing_but_sentences_is_cut(
    show: Show, code: str, state: str
) -> None:
    window = show(state, code, WallScreen())
    found = {name: said(window, name) for name in WHOLE}
    assert found["wallHead"]
    assert found["wallRoster"]
    assert [text for its in found.values() for text in its if "…" in text] == []
    assert too_small(window, PER_MM) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_that_the_calm_of_a_small_screen_has_its_clock_whole_and_counts_groups(
    show: Show, code: str
) -> None:
    window = show("calm", code)
    found = said(window, "wallCalm")
    assert "06:02:11" in found
    assert too_small(window, PER_MM) == []
    english = code == "en"
    assert ("+3" in found) is english  # Chinese names of groups have room in two columns


def test_that_a_small_screen_has_more_than_one_person_and_counts_the_others(show: Show) -> None:
    found = said(show("crowded", "en", WallScreen()), "wallRoster")
    assert "Gao Jie" in found
    assert "Guo Ping" in found
    assert "+108" in found
    assert "90/200" in found  # where "90 of 200 on site" has no room


def test_that_a_foot_without_room_leaves_out_the_day_and_not_what_is_overdue_elsewhere(
    show: Show,
) -> None:
    found = said(show("six-in-turn"), "wallFoot")
    assert "1 of 6 • elsewhere 95 overdue" in found
    assert "06:11:47" in found
    assert not any("Monday" in text for text in found)


@pytest.mark.parametrize("code", LANGUAGES)
def test_that_a_mosaic_has_as_many_as_are_legible_and_counts_the_others(
    show: Show, code: str
) -> None:
    window = show("twenty", code)
    tiles = [tile for tile in window.findChildren(QWidget, "wallTile") if tile.isVisible()]
    assert len(tiles) == 6
    assert any("14" in text for text in said(window, "wallFoot"))
    assert too_small(window, PER_MM) == []


def test_that_on_a_narrow_screen_the_title_stands_below_level_and_time(
    look: Look, stage: Stage
) -> None:
    here = stage.station()
    stage.open(here)
    watched = Watched(stage, here, WallScreen())
    found = said(watched.window(look, UPRIGHT, MM_23.transposed()), "wallHead")
    watched.close()
    assert found == ["▼ IV", "North gate crowd", "no commander yet", "00:00"]


def test_that_beside_the_roster_a_small_screen_shows_the_site_plan_alone(show: Show) -> None:
    window = show("one-with-plan", "en", WallScreen(parts=tuple(WallPart)))
    visible = {part.objectName() for part in window.findChildren(QWidget) if part.isVisible()}
    assert {"wallRoster", "wallPlan"} <= visible
    assert not {"wallZones", "wallLatest"} & visible
