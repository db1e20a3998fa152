"""What was painted bit by bit is what would have been painted at once: nothing is left behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.models import facts as f
from app.models.levels import Level
from app.station.station import Station
from app.station.wall_screen import Arrangement, WallPart, WallScreen
from app.views.look import Look
from app.views.wall.window import WallWindow
from tests.desk_harness import Stage
from tests.wall_harness import Watched

STEPS = (
    timedelta(seconds=1), timedelta(seconds=14), timedelta(seconds=50), timedelta(minutes=3),
    timedelta(minutes=26), timedelta(minutes=31), timedelta(hours=9), timedelta(days=2),
)  # fmt: skip
SCREENS = {
    "large": WallScreen(parts=tuple(WallPart), arrangement=Arrangement.ONE),
    "in turn": WallScreen(turn=15),
    "mosaic": WallScreen(arrangement=Arrangement.MOSAIC),
}


@pytest.fixture
def here(stage: Stage) -> Station:
    return stage.station()


@pytest.fixture(params=SCREENS)
def watched(request: pytest.FixtureRequest, stage: Stage, here: Station) -> Iterator[Watched]:
    made = Watched(stage, here, SCREENS[request.param])
    yield made
    made.close()


def painted(window: WallWindow) -> QImage:
    """As it stands on the screen."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    return window.screen().grabWindow(window.winId()).toImage()


def differences(window: WallWindow) -> list[tuple[int, int]]:
    """Where the screen shows something else than all of it painted anew."""
    before = painted(window)
    whole = window.grab().toImage()
    assert before.size() == whole.size()
    return [(x, y) for y in range(0, whole.height(), 3) for x in range(0, whole.width(), 3)
            if not alike(before.pixel(x, y), whole.pixel(x, y))]  # fmt: skip


def alike(one: int, other: int) -> bool:
    """The edges of large letters are a shade different on a screen and on a picture."""
    return all(abs((one >> by & 0xFF) - (other >> by & 0xFF)) < 48 for by in (0, 8, 16))


def test_that_the_passing_of_time_leaves_nothing_behind(
    stage: Stage, here: Station, watched: Watched, look: Look
) -> None:
    for nth in range(6):
        stage.open(here, title=f"Crowd {nth}", level=Level(1 + nth % 4), drill=nth == 4)
    window = watched.window(look, (960, 540))
    stage.until(lambda: not here.connection.is_stale(here.now()))
    for step in STEPS:
        watched.wait(step)
        assert differences(window) == [], step


def test_that_what_is_recorded_leaves_nothing_behind(
    stage: Stage, here: Station, watched: Watched, look: Look
) -> None:
    stream, other = stage.open(here, level=Level.II), stage.open(here, title="Smoke")
    window = watched.window(look, (960, 540))
    stage.until(lambda: not here.connection.is_stale(here.now()))
    awaited = [who for who, c in here.incidents[stream].call_outs.items() if c.state.is_awaited]
    zones = list(here.site.zones)
    facts: tuple[f.KnownFact, ...] = (
        *(f.Arrived(who=who) for who in awaited[:3]), f.Excused(who=awaited[4], reason="ill"),
        f.ZoneCordoned(zone=zones[0]), f.ZoneEvacuating(zone=zones[1], expected=90),
        f.Amended(title="A crowd of another name, and a longer one", people=1200),
        f.LevelSet(level=Level.I, reason="more"), f.Note(text="one\ntwo"), f.Amended(title="X"),
        f.CordonLifted(zone=zones[0]),
    )  # fmt: skip
    for fact in facts:
        stage.do(here, stream, fact)
        watched.wait(timedelta(seconds=1))
        assert differences(window) == [], fact.kind
    for each in (stream, other):
        for who, call_out in here.incidents[each].call_outs.items():
            if call_out.state.is_awaited:
                stage.do(here, each, f.StoodDown(who=who))
        stage.do(here, each, f.DeclaredOver(reason="over", despite="test"))
        assert differences(window) == []
        stage.do(here, each, f.Closed(summary="done"))
        assert differences(window) == []


def test_that_going_stale_and_healing_leave_nothing_behind(
    stage: Stage, here: Station, watched: Watched, look: Look
) -> None:
    stage.open(here)
    window = watched.window(look, (960, 540))
    assert differences(window) == []
    for _ in range(2):
        stage.until(lambda: not watched.wall.link.stale)
        assert differences(window) == []
        stage.run(stage.log.close())
        stage.until(lambda: watched.wall.link.stale)
        for step in STEPS:
            watched.wait(step)
            assert differences(window) == [], step
        stage.run(stage.log.open())
