"""Every letter that the wall paints is measured: in all its states, sizes and languages."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.presenters.language import LANGUAGES, Language
from app.views.look import Look
from app.views.wall.ink import COUNTDOWN, LETTER, WallInk, pixels_per_mm
from tests.desk_harness import Stage
from tests.views.conftest import RESOURCES
from tests.wall_harness import HD, MM_55, Watched, too_small
from tools.wall_pictures import SHOWS, fresh_or_stale

FOUR_K, UPRIGHT = (3840, 2160), (1080, 1920)
PER_MM = {size: pixels_per_mm(QSizeF(*size), MM_55) for size in (HD, FOUR_K)}
PER_MM[UPRIGHT] = pixels_per_mm(QSizeF(*UPRIGHT), MM_55.transposed())
STATES = (
    "one-with-plan", "one-plan-only", "crowded", "past-midnight", "longest", "longest-mosaic",
    "twenty", "over", "calm", "stale",
)  # fmt: skip


@pytest.mark.parametrize(("code", "state"), list(product(LANGUAGES, STATES)))
def test_that_no_letter_of_the_wall_is_lower_than_19_mm(
    qapp: QApplication, look: Look, tmp_path: Path, code: str, state: str
) -> None:
    language = Language(qapp, RESOURCES / "translations", code)
    stage = Stage(tmp_path / "stage", code)
    make, screen = SHOWS[state]
    try:
        here = stage.station()
        make(stage, here)
        watched = Watched(stage, here, screen, code)
        fresh_or_stale(stage, here, stale=state == "stale")
        for size, per_mm in PER_MM.items():
            assert too_small(watched.window(look, size), per_mm) == [], size
        watched.close()
    finally:
        language.set_language("en")
        stage.close()


def rows_of(image: QImage) -> int:
    """From the first row in which something was painted to the last."""
    rows = [y for y in range(image.height())
            if any(image.pixelColor(x, y).alpha() > 127 for x in range(image.width()))]  # fmt: skip
    return max(rows) - min(rows) + 1


@pytest.mark.parametrize(("size", "letter", "figure"), [(HD, 30, 60), (FOUR_K, 60, 120)])
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("sample", ["H", "E", "0", "7", "国"])
def test_that_the_smallest_letters_and_countdowns_are_as_high_in_pixels(
    look: Look, size: tuple[int, int], letter: int, figure: int, bold: bool, sample: str
) -> None:
    """A 55-inch screen is 685 mm high: 19 mm are 30 of 1080 rows, 38 mm are 60."""
    ink = WallInk(look, PER_MM[size])
    image = QImage(200, 200, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setFont(ink.face(LETTER, bold=bold))
    painter.drawText(QRect(0, 0, 200, 200), Qt.AlignmentFlag.AlignCenter, sample)
    painter.end()
    assert rows_of(image) >= letter
    if sample.isdigit():
        painted = ink.figure(sample, look.theme.text, 1.0).toImage()
        assert rows_of(painted) >= figure
        assert figure >= round(COUNTDOWN * PER_MM[size])
