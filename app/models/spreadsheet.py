"""CSV as spreadsheets read it: told that it is UTF-8, and with nothing that they would run."""

from __future__ import annotations

BOM = "\ufeff"
"""Without it Excel reads UTF-8 as something else, and Chinese is lost."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a formula begins; the full-width signs too, where a Chinese or Japanese Excel reads it."""


def harmless(cell: str) -> str:
    """A spreadsheet takes a cell that begins like a formula for one, and runs it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def meant(cell: str) -> str:
    """The cell before `harmless`."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
