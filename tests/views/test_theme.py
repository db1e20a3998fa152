"""The palette holds its promises in every theme; nothing else in the program names a colour."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from app.models.levels import Level
from app.presenters.roles import Severity
from app.views.look import Look
from app.views.theme import Theme, load_themes, style_sheet

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "themes"
THEMES = load_themes(FOLDER)
TEXT, IN_A_HURRY = 4.5, 7.0
every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    value = QColor(colour)
    channels = (value.redF(), value.greenF(), value.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_that_contrast_is_reckoned_as_the_standard_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@every_theme
@pytest.mark.parametrize("ground", ["ground", "panel", "raised", "field", "selected", "action"])
def test_that_text_is_legible_on_every_ground(theme: Theme, ground: str) -> None:
    assert contrast(theme.text, getattr(theme, ground)) >= IN_A_HURRY
    if ground not in ("action", "selected"):
        assert contrast(theme.quiet, getattr(theme, ground)) >= TEXT


@every_theme
@pytest.mark.parametrize("severity", Severity)
def test_that_a_chip_and_a_band_are_legible(theme: Theme, severity: Severity) -> None:
    tone = theme.tone[severity]
    assert contrast(tone.text, tone.fill) >= TEXT
    assert contrast(theme.text, tone.fill) >= TEXT


@every_theme
@pytest.mark.parametrize("severity", Severity)
def test_that_a_countdown_can_be_read_in_a_hurry(theme: Theme, severity: Severity) -> None:
    for ground in (theme.panel, theme.selected):
        wanted = IN_A_HURRY if ground == theme.panel else TEXT
        assert contrast(theme.tone[severity].count, ground) >= wanted


@every_theme
@pytest.mark.parametrize("level", Level)
def test_that_a_level_is_legible_on_its_colour(theme: Theme, level: Level) -> None:
    badge = theme.level[level.numeral]
    assert contrast(badge.text, badge.fill) >= TEXT


@every_theme
def test_that_focus_and_bars_stand_out_from_their_ground(theme: Theme) -> None:
    assert contrast(theme.focus, theme.panel) >= 3
    for tone in theme.tone.values():
        assert contrast(tone.bar, theme.panel) >= 2.2


def test_that_every_theme_has_a_tone_for_every_severity_and_level() -> None:
    assert set(THEMES) == {"dark", "light", "contrast"}
    for theme in THEMES.values():
        assert set(theme.tone) == set(Severity)
        assert set(theme.level) == {level.numeral for level in Level}


def test_that_a_wrong_name_in_the_palette_is_refused(tmp_path: Path) -> None:
    text = (FOLDER / "palette.toml").read_text("utf-8").replace("quiet =", "quite =", 1)
    (tmp_path / "palette.toml").write_text(text, "utf-8")
    with pytest.raises(msgspec.ValidationError, match="quite"):
        load_themes(tmp_path)


def test_that_all_colours_of_the_palette_are_six_digits() -> None:
    def colours(part: object) -> list[str]:
        return (
            [colour for value in part.values() for colour in colours(value)]
            if isinstance(part, dict)
            else [str(part)]
        )

    document = tomllib.loads((FOLDER / "palette.toml").read_text("utf-8"))
    assert all(re.fullmatch(r"#[0-9a-f]{6}", colour) for colour in colours(document))


def test_that_no_colour_is_named_outside_the_palette() -> None:
    literal = re.compile(
        r"#[0-9a-fA-F]{6}\b|['\"]#[0-9a-fA-F]{3,8}['\"]|QColor\(\s*['\"\d]|GlobalColor|\brgba?\("
    )
    places = [*(ROOT / "app").rglob("*.py"), *FOLDER.glob("*.tpl")]
    found = {
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in places
        for match in literal.finditer(path.read_text("utf-8"))
    }
    assert len(places) > 30, "the sources were not found"
    assert not found


@every_theme
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_the_style_sheet_has_no_place_left_unfilled(theme: Theme, scale: float) -> None:
    assert "$" not in style_sheet(FOLDER, theme, scale)


def test_that_text_doubles_at_200_per_cent(look: Look, qapp: QApplication) -> None:
    assert qapp.font().pixelSize() == 15
    look.set_scale(2.0)
    assert qapp.font().pixelSize() == 30
    assert look.font(15, mono=True).pixelSize() == 30


def test_that_a_scale_beyond_the_ends_is_brought_back(look: Look) -> None:
    look.set_scale(5.0)
    assert look.scale == 2.0
    look.set_scale(0.1)
    assert look.scale == 1.0


def test_that_a_new_theme_is_in_force_when_it_is_told(look: Look, qapp: QApplication) -> None:
    seen: list[str] = []
    look.changed.connect(lambda: seen.append(qapp.palette().window().color().name()))
    look.set_theme("light")
    assert seen == [THEMES["light"].ground]


@every_theme
def test_that_every_picture_that_a_style_sheet_names_is_there_and_seen(theme: Theme) -> None:
    named = re.findall(r'url\("([^"]+)"\)', style_sheet(FOLDER, theme, 1.0))
    assert named
    for name in named:
        (line,) = re.findall(r'stroke="(#[0-9a-f]{6})"', Path(name).read_text("utf-8"))
        assert contrast(line, theme.field) >= 3.0, "WCAG 1.4.11"
