"""The wall is rendered in both languages and all themes, to be looked at."""

from __future__ import annotations

import os
from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.presenters.language import LANGUAGES, Language
from app.station.wall_screen import WallPart, WallScreen
from app.views.look import Look
from tests.desk_harness import Stage
from tests.views.conftest import RESOURCES
from tests.wall_harness import Watched

THEMES = ("dark", "light", "contrast")


@pytest.mark.parametrize(("code", "theme"), list(product(LANGUAGES, THEMES)))
def test_that_the_wall_is_rendered(
    qapp: QApplication, look: Look, tmp_path: Path, code: str, theme: str
) -> None:
    """`MUSTER_PICTURES` keeps them; `tools/wall_pictures.py` makes many more."""
    folder = Path(os.environ.get("MUSTER_PICTURES", tmp_path))
    language = Language(qapp, RESOURCES / "translations", code)
    stage = Stage(tmp_path / "stage", code)
    look.set_theme(theme)
    try:
        here = stage.station()
        stage.tell(here, until=timedelta(minutes=9))
        stage.until(lambda: not here.connection.is_stale(here.now()))
        watched = Watched(stage, here, WallScreen(parts=tuple(WallPart)), code)
        picture = watched.window(look).grab().toImage()
        assert picture.save(str(folder / f"wall-{code}-{theme}.png"))
        watched.close()
    finally:
        language.set_language("en")
        stage.close()
    shades = {picture.pixelColor(x, y).name() for x in range(0, 1920, 9) for y in (60, 400, 900)}
    assert len(shades) > 10
