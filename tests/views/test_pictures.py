"""Every main screen is rendered in both languages and all themes, to be looked at."""

from __future__ import annotations

import os
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from app.main import Surroundings, Window
from app.presenters.faults import Faults
from app.presenters.language import LANGUAGES
from app.station.settings import SettingsFile
from tests.live import a_stage, on_qt, open_incident

THEMES = ("dark", "light", "contrast")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """`MUSTER_PICTURES` keeps them."""
    kept = Path(os.environ.get("MUSTER_PICTURES", tmp_path))
    kept.mkdir(parents=True, exist_ok=True)
    return kept


def render(widget: QWidget, file: Path) -> QImage:
    """Once it is laid out. Not by processing events: a coroutine is running."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, 0)
    picture = widget.grab().toImage()
    assert picture.save(str(file))
    return picture


@pytest.mark.parametrize(("language", "theme"), list(product(LANGUAGES, THEMES)))
@pytest.mark.usefixtures("fonts")
def test_that_every_screen_is_rendered(
    qapp: QApplication, tmp_path: Path, folder: Path, language: str, theme: str
) -> None:
    settings = SettingsFile(tmp_path / "settings.json")
    settings.change(station="Desk 1", person="Wang Min", language=language, theme=theme)
    around = Surroundings(settings, Faults())
    pictures: dict[str, QImage] = {}

    async def scenario() -> None:
        async with a_stage(tmp_path, language) as stage:
            here = await stage.station("Desk 1", "Wang Min")
            window = Window(around, here, stage.supervisor)
            view = window.view
            view.resize(1600, 1000)
            view.show()
            file = folder / f"board-empty-{language}-{theme}.png"
            pictures["board-empty"] = render(view, file)
            stream = await open_incident(here, drill=True)
            for name, show in {
                "board": view.show_board,
                "opening": view.show_opening,
                "desk": lambda: view.show_desk(stream),
                "staff": view.staff.begin,
                "keys": view.keys.show,
                "owed": view.rooms.show_owed,
                "shift": view.rooms.show_shift,
                "archive": view.rooms.show_archive,
                "readiness": view.rooms.show_readiness,
                "statistics": view.rooms.show_statistics,
            }.items():
                show()
                pictures[name] = render(view, folder / f"{name}-{language}-{theme}.png")
            window.close()

    on_qt(qapp, scenario())
    around.language.set_language("en")
    assert len(pictures) == 11
    for name, picture in pictures.items():
        shades = {
            picture.pixelColor(x, y).name() for x in range(0, 1600, 9) for y in (30, 150, 400)
        }
        assert len(shades) > 3, name
