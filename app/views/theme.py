"""The palette and the style sheet: what each meaning looks like, in every theme and text size."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from string import Template
from typing import Any

import msgspec
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.presenters.roles import Severity
from app.views import fonts

BODY = 15
"""Pixels of ordinary text at 100 %."""

SMALLEST, LARGEST = 1.0, 2.0


class _Colours(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the palette file; an unknown name in it is an error."""


class Tone(_Colours, frozen=True, kw_only=True):
    """A state as chip or band, and as a countdown: its numbers and its bar."""

    fill: str
    edge: str
    text: str
    bar: str
    count: str


class Badge(_Colours, frozen=True, kw_only=True):
    fill: str
    text: str


class Theme(_Colours, frozen=True, kw_only=True):
    """All colours of one theme, as `#rrggbb`; `level` is keyed by numeral."""

    ground: str
    panel: str
    raised: str
    field: str
    edge: str
    strong_edge: str
    text: str
    quiet: str
    action: str
    action_hover: str
    selected: str
    focus: str
    track: str
    tone: dict[Severity, Tone]
    level: dict[str, Badge]


def load_themes(folder: Path) -> dict[str, Theme]:
    """Every theme of the palette file, by name."""
    document = tomllib.loads((folder / "palette.toml").read_text("utf-8"))
    return msgspec.convert(document, dict[str, Theme])


def style_sheet(folder: Path, theme: Theme, scale: float) -> str:
    """Qt's style sheet for a theme; `$px14` in a template is 14 pixels, scaled."""
    plain = {name: value for name, value in _fields(theme).items() if isinstance(value, str)}
    plain["icons"] = (folder.parent / "icons").as_posix()
    parts = [_fill(folder / "muster.qss.tpl", plain, scale)]
    for severity, tone in theme.tone.items():
        parts.append(_fill(folder / "tone.qss.tpl", {"name": severity, **_fields(tone)}, scale))
    for numeral, badge in theme.level.items():
        parts.append(_fill(folder / "level.qss.tpl", {"name": numeral, **_fields(badge)}, scale))
    return "".join(parts)


def apply_theme(app: QApplication, folder: Path, theme: Theme, scale: float) -> None:
    app.setFont(fonts.font(scaled(BODY, scale)))
    app.setPalette(_palette(theme))
    app.setStyleSheet(style_sheet(folder, theme, scale))


def scaled(pixels: float, scale: float) -> int:
    return round(pixels * scale)


def _fields(part: msgspec.Struct) -> dict[str, Any]:
    return msgspec.structs.asdict(part)


def _fill(template: Path, values: Mapping[str, str], scale: float) -> str:
    text = re.sub(
        r"\$px(\d+)", lambda size: f"{scaled(int(size[1]), scale)}px", template.read_text("utf-8")
    )
    return Template(text).substitute(values)


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(theme.raised), QColor(theme.ground))
    for name, colour in {
        role.WindowText: theme.text, role.Text: theme.text, role.ButtonText: theme.text,
        role.Base: theme.field, role.AlternateBase: theme.panel, role.Window: theme.ground,
        role.PlaceholderText: theme.quiet, role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text, role.Highlight: theme.action,
        role.HighlightedText: theme.text, role.Link: theme.focus, role.Accent: theme.focus,
    }.items():  # fmt: skip
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.quiet))
    return palette
