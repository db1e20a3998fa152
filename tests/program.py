"""What every window of the program needs before there is a station, and gives back afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.main import FOLDER, Surroundings
from app.presenters.faults import Faults
from app.station.settings import SettingsFile
from app.views.fonts import load_fonts


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    """Ours, as `application` loads them: a bare machine has none for Chinese."""
    load_fonts(FOLDER / "fonts")


@pytest.fixture
def around(tmp_path: Path, qapp: QApplication, fonts: None) -> Iterator[Surroundings]:
    """English and usual; whatever a test changes of it is not there for the next."""
    settings = SettingsFile(tmp_path / "settings.json")
    settings.change(station="A", person="Ann", language="en")
    surroundings = Surroundings(settings, Faults())
    yield surroundings
    surroundings.language.set_language("en")
    qapp.setStyleSheet("")
