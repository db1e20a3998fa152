"""What the screen and paper show has a glyph in the fonts that ship."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QFontMetrics, QRawFont
from PySide6.QtWidgets import QApplication

from app.views.fonts import MONO, SANS, FontMissingError, font, load_fonts

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.usefixtures("fonts")


def has(raw: QRawFont, text: str) -> list[str]:
    """The characters of `text` that the face lacks."""
    return [char for char in text if char.isprintable() and not raw.supportsCharacter(ord(char))]


@pytest.mark.parametrize("bold", [False, True])
def test_that_each_face_is_ours_in_its_own_weight(bold: bool) -> None:
    for family, made in ((SANS, font(15, bold=bold)), (MONO, font(15, bold=bold, mono=True))):
        assert QFontInfo(made).family() == family
        assert QRawFont.fromFont(made).styleName() == ("Bold" if bold else "Regular")


@pytest.mark.parametrize("bold", [False, True])
def test_that_chinese_is_drawn_and_not_boxed(bold: bool) -> None:
    raw = QRawFont.fromFont(font(15, bold=bold))
    assert not has(raw, "蓝黄橙红，突发群体性事件：北门人群聚集——指挥到场“✓”㳇䶮𬭎")


def test_that_all_of_gb_2312_is_there() -> None:
    raw = QRawFont.fromFont(font(15))
    rows = (bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    assert not has(raw, "".join(code.decode("gb2312", "ignore") for code in rows))


def test_that_every_character_of_sources_and_resources_is_there() -> None:
    raws = [QRawFont.fromFont(font(15)), QRawFont.fromFont(font(15, mono=True))]
    files = [
        path
        for folder in ("app", "resources")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".yaml", ".ts", ".toml", ".svg"}
    ]
    words = "".join(sorted({char for path in files for char in path.read_text("utf-8")}))
    assert len(files) > 30
    assert not set(has(raws[0], words)) & set(has(raws[1], words))


def test_that_quotes_are_narrow_among_latin_letters_and_wide_among_chinese_characters() -> None:
    wide = QFontMetrics(font(20)).horizontalAdvance
    assert wide("“a”") - wide("a") < 24
    assert wide("说“中”文") == 5 * 20


def test_that_countdown_digits_are_equally_wide() -> None:
    raw = QRawFont.fromFont(font(21, mono=True))
    advances = {
        raw.advancesForGlyphIndexes(raw.glyphIndexesForString(char))[0].x() for char in "0189:+-"
    }
    assert len(advances) == 1


def test_that_the_faces_load_before_anyone_notices(qapp: QApplication) -> None:
    begin = time.perf_counter()
    load_fonts(ROOT / "resources" / "fonts")
    assert time.perf_counter() - begin < 0.1


def test_that_a_missing_face_is_told_with_its_folder(tmp_path: Path) -> None:
    (tmp_path / "Broken.otf").write_bytes(b"no font")
    with pytest.raises(FontMissingError, match="Broken"):
        load_fonts(tmp_path)


def test_that_the_licence_lies_beside_the_fonts() -> None:
    licence = (ROOT / "resources" / "fonts" / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert all(family in licence for family in (SANS, MONO))
