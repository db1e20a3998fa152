"""A window's surroundings for benches: application, fonts and look, off-screen."""

from __future__ import annotations

import os
from pathlib import Path

import resources


def a_look():  # type: ignore[no-untyped-def]  # noqa: ANN201, RUF100  Qt is imported late here
    """(application, look); the application is made once per process."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from app.views.fonts import load_fonts
    from app.views.look import Look

    folder = Path(resources.__file__).parent
    app = QApplication.instance() or QApplication([])
    load_fonts(folder / "fonts")
    return app, Look(app, folder / "themes", theme="dark", scale=1.0)
