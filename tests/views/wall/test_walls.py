"""Which screen shows what: set by a person, remembered, followed as screens come and go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSizeF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QSpinBox

from app.main import Surroundings, Window, wall_settings
from app.presenters.wall_screen import WallScreenPresenter
from app.presenters.wall_settings import OFF, WallSettings
from app.show_wall import Wanted, read_parts, run_wall
from app.station.settings import SettingsFile
from app.station.wall_screen import Arrangement, WallPart, WallScreen
from app.views.look import Look
from app.views.wall.screens import Place, Screens
from app.views.wall.walls import Walls
from app.views.wall_panel import WallPanel
from tests.desk_harness import Stage
from tests.live import a_stage, on_qt
from tests.wall_harness import Watched

LEFT = Place(name="HDMI-1", area=QRect(0, 0, 960, 540), size_mm=QSizeF(1217.6, 684.9))
RIGHT = Place(name="HDMI-2", area=QRect(960, 0, 960, 540), size_mm=QSizeF(0, 0))


class SomeScreens(Screens):
    """Two, until one is unplugged."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.places = [LEFT, RIGHT]

    def all(self) -> list[Place]:
        return list(self.places)

    def plug(self, *places: Place) -> None:
        self.places = list(places)
        self.changed.emit()


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.json")


@pytest.fixture
def settings(file: SettingsFile) -> WallSettings:
    return wall_settings(file)


@pytest.fixture
def screens(qapp: QApplication) -> SomeScreens:
    return SomeScreens(qapp)


@pytest.fixture
def walls(
    stage: Stage, look: Look, screens: SomeScreens, settings: WallSettings
) -> Iterator[Walls]:
    watched = Watched(stage, stage.station())
    made = Walls(screens, settings, look, lambda screen: WallScreenPresenter(watched.wall, screen))
    yield made
    made.close()
    watched.close()


def test_that_every_screen_shows_the_wall_until_something_else_is_set(
    walls: Walls, settings: WallSettings
) -> None:
    walls.open()
    assert set(walls.windows) == {"HDMI-1", "HDMI-2"}
    assert walls.windows["HDMI-2"].geometry() == RIGHT.area
    settings.set("HDMI-2", WallScreen(on=False))
    assert set(walls.windows) == {"HDMI-1"}
    settings.set("HDMI-2", WallScreen(arrangement=Arrangement.MOSAIC))
    assert set(walls.windows) == {"HDMI-1", "HDMI-2"}


def test_that_a_screen_that_is_switched_off_comes_back_by_itself(
    walls: Walls, screens: SomeScreens
) -> None:
    walls.open()
    screens.plug(LEFT)
    assert set(walls.windows) == {"HDMI-1"}
    screens.plug()
    assert walls.windows == {}
    screens.plug(LEFT, RIGHT)
    assert set(walls.windows) == {"HDMI-1", "HDMI-2"}


def test_that_only_the_screens_that_were_named_show_it(walls: Walls) -> None:
    walls.open(frozenset({"HDMI-2"}))
    assert set(walls.windows) == {"HDMI-2"}


def test_that_a_screen_is_as_large_as_somebody_said(
    walls: Walls, screens: SomeScreens, settings: WallSettings
) -> None:
    """Of one that says nothing Qt says that it has 96 dots per inch."""
    screens.plug(Place(name="HDMI-1", area=LEFT.area, size_mm=QSizeF(254, 143)))
    walls.open()
    ink = walls.windows["HDMI-1"].ink
    as_small = ink.per_mm
    settings.set("HDMI-1", WallScreen(inches=55))
    assert ink.per_mm == pytest.approx(LEFT.per_mm(0), abs=0.001)
    settings.set("HDMI-1", WallScreen())
    assert ink.per_mm == as_small


def test_that_escape_on_one_screen_ends_all(walls: Walls) -> None:
    left: list[bool] = []
    walls.left.connect(lambda: left.append(True))
    walls.open()
    QTest.keyClick(walls.windows["HDMI-2"], Qt.Key.Key_Escape)
    assert left == [True]
    assert walls.windows == {}


def test_that_what_is_set_is_remembered_by_the_name_of_the_screen(
    file: SettingsFile, settings: WallSettings, tmp_path: Path
) -> None:
    settings.set("HDMI-2", WallScreen(arrangement=Arrangement.ONE, names=False, turn=30))
    settings.set_part("HDMI-2", WallPart.PLAN, shown=True)
    again = wall_settings(SettingsFile(tmp_path / "settings.json")).of("HDMI-2")
    assert again.arrangement is Arrangement.ONE
    assert not again.names
    assert again.parts == tuple(WallPart)
    assert again.turn == 30


def test_that_the_panel_sets_what_each_screen_shows(
    screens: SomeScreens, settings: WallSettings, look: Look
) -> None:
    panel = WallPanel(settings, screens)
    panel.begin()
    shows = panel.findChildren(QComboBox, "wallShows")
    assert len(shows) == 2
    shows[1].setCurrentIndex(shows[1].findData(Arrangement.MOSAIC))
    shows[1].activated.emit(shows[1].currentIndex())
    assert settings.of("HDMI-2").arrangement is Arrangement.MOSAIC
    shows[1].activated.emit(shows[1].findData(OFF))
    assert not settings.of("HDMI-2").on
    first = panel.findChildren(QCheckBox, "wallNames")[0]
    first.click()
    assert not settings.of("HDMI-1").names
    panel.findChildren(QCheckBox, "wallPart-plan")[0].click()
    assert WallPart.PLAN in settings.of("HDMI-1").parts
    panel.findChildren(QSpinBox, "wallTurn")[0].setValue(40)
    assert settings.of("HDMI-1").turn == 40
    panel.findChildren(QSpinBox, "wallInches")[0].setValue(55)
    assert settings.of("HDMI-1").inches == 55
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    panel.deleteLater()


@pytest.mark.usefixtures("fonts")
def test_that_f11_opens_the_wall_of_the_same_station_and_closes_it(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            window = Window(around, here, stage.supervisor)
            window.view.show()
            window.view.wall_requested.emit()
            assert window.wall().is_open
            (shown,) = window.wall().walls.windows.values()
            assert shown.isFullScreen()
            QTest.keyClick(shown, Qt.Key.Key_F11)
            assert not window.wall().is_open
            window.view.wall_requested.emit()
            window.close()
            assert not window.wall().is_open

    on_qt(qapp, scenario())


@pytest.mark.usefixtures("fonts")
def test_that_f11_asks_what_to_show_where_every_screen_is_set_to_show_nothing(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            window = Window(around, await stage.station("A", "Ann"), stage.supervisor)
            window.view.show()
            for place in window.wall().screens.all():
                window.wall().settings.set(place.name, WallScreen(on=False))
            for _ in range(2):
                window.view.wall_requested.emit()
                assert not window.wall().is_open
                panel = window.view.findChild(WallPanel)
                assert isinstance(panel, WallPanel)
                assert panel.isVisible()
            window.close()

    on_qt(qapp, scenario())


@pytest.mark.usefixtures("fonts", "qapp")
def test_that_a_wall_that_nobody_would_see_is_not_begun(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for wanted in (Wanted(show=OFF), Wanted(), Wanted(screens=("1",), show=OFF)):
        assert run_wall(db=None, data=tmp_path, wanted=wanted, only_list=False) == 2
        told = capsys.readouterr().err
        assert told.startswith("Nothing is to be shown on ")
        assert "--show turn, one or mosaic" in told


def test_that_a_screen_that_was_named_to_show_nothing_shows_nothing(
    walls: Walls, settings: WallSettings
) -> None:
    settings.set("HDMI-2", WallScreen(on=False))
    walls.open(frozenset({"HDMI-1", "HDMI-2"}))
    assert set(walls.windows) == {"HDMI-1"}


@pytest.mark.usefixtures("fonts")
def test_that_the_command_line_sets_screens_and_lists_them(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = read_parts("latest, roster")
    assert parts == (WallPart.ROSTER, WallPart.LATEST)
    wanted = Wanted(screens=("1",), show="mosaic", parts=parts, names=False, inches=42)
    assert run_wall(db=None, data=tmp_path, wanted=wanted, only_list=True) == 0
    told = capsys.readouterr().out
    assert ", 42 inches: mosaic; roster,latest; staff not named" in told
    missing = Wanted(screens=("7",))
    assert run_wall(db=None, data=tmp_path, wanted=missing, only_list=True) == 2
    assert "There is no screen 7." in capsys.readouterr().err
    with pytest.raises(ValueError, match="There is no part clock"):
        read_parts("clock")
