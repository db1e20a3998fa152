"""Tables as offices keep them: CSV in whatever encoding, and the first sheet of an Excel file."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path
from xml.etree.ElementTree import ParseError

from app.models.people_file import Row
from app.models.spreadsheet import BOM, harmless, meant
from app.models.text import QT_TRANSLATE_NOOP, Phrase

BYTES, ROWS, COLUMNS = 10_000_000, 2_000, 100
"""At most so many: what is larger is no list of a building's staff."""

_ENCODINGS = ("utf-8-sig", "utf-16", "gb18030")
"""gb18030 is what Excel writes in China; it reads almost anything, so it comes last."""


class NotASheetError(Exception):
    """`why` says so in words that can be shown, and what to do."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(why.english())
        self.why = why


def read_sheet(path: Path) -> list[Row]:
    """All its rows as text, empty ones too, numbered from 1. Raises `NotASheetError`.

    Waits for the disk, and for Excel files a second or two: not for the event loop.
    """
    content = _bytes(path)
    is_excel = content.startswith(b"PK")
    if not is_excel and (path.suffix.lower() == ".xls" or content.startswith(b"\xd0\xcf\x11\xe0")):
        raise NotASheetError(_why(_OLD_EXCEL, path))
    rows = _excel(content, path) if is_excel else _csv(content, path)
    if len(rows) > ROWS:
        raise NotASheetError(_why(_TOO_LONG, path, limit=f"{ROWS:,}"))
    return list(enumerate(rows, 1))


def to_csv(rows: Iterable[Iterable[str]]) -> bytes:
    """As RFC 4180 has it, so that a spreadsheet opens it as it is meant."""
    text = io.StringIO()
    csv.writer(text).writerows(map(harmless, row) for row in rows)
    return (BOM + text.getvalue()).encode()


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(BYTES + 1)
    except OSError as error:
        raise NotASheetError(_why(_UNREADABLE, path, why=error.strerror or "")) from error
    if len(content) > BYTES:
        raise NotASheetError(_why(_TOO_LARGE, path, limit=str(BYTES // 1_000_000)))
    return content


def _csv(content: bytes, path: Path) -> list[tuple[str, ...]]:
    text = _decoded(content, path)
    head = text.splitlines()[0] if text.strip() else ""
    delimiter = max(";\t,", key=head.count)
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        return _at_most(tuple(map(meant, line)) for line in lines)
    except csv.Error as error:
        raise NotASheetError(_why(_NO_CSV, path, why=str(error))) from error


def _decoded(content: bytes, path: Path) -> str:
    for encoding in _ENCODINGS:
        if encoding == "utf-16" and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            continue
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NotASheetError(_why(_NO_TEXT, path))


def _excel(content: bytes, path: Path) -> list[tuple[str, ...]]:
    from openpyxl import load_workbook  # slow to import, and seldom needed
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        try:
            sheet = book.worksheets[0]
            rows = sheet.iter_rows(values_only=True, max_col=COLUMNS)
            return _at_most(_trimmed(map(_cell, row)) for row in rows)
        finally:
            book.close()
    except (InvalidFileException, zipfile.BadZipFile, ParseError, KeyError, IndexError,
            ValueError, EOFError, OSError) as error:  # fmt: skip
        raise NotASheetError(_why(_NO_EXCEL, path)) from error


def _at_most(rows: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Trailing empty rows do not count: sheets often have thousands of them."""
    taken: list[tuple[str, ...]] = []
    for at, row in enumerate(rows):
        if any(row):
            taken.extend([()] * (at - len(taken)))
            taken.append(row[:COLUMNS])
        if len(taken) > ROWS:
            break
    return taken


def _trimmed(cells: Iterable[str]) -> tuple[str, ...]:
    """Without the empty cells at its end."""
    row = list(cells)
    while row and not row[-1]:
        row.pop()
    return tuple(row)


def _cell(value: object) -> str:
    """As a person sees it: telephone numbers are often kept as numbers."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time.min:
            return value.date().isoformat()
        case datetime() | date():
            return value.isoformat()
        case _:
            return str(value)


def _why(words: str, path: Path, **args: str) -> Phrase:
    return Phrase("Sheet", words, {"file": path.name, **args})


_UNREADABLE = QT_TRANSLATE_NOOP("Sheet", "{file} cannot be read: {why}. Check the path.")
_TOO_LARGE = QT_TRANSLATE_NOOP(
    "Sheet", "{file} is larger than {limit} MB. Save the list of people as a file of its own."
)
_TOO_LONG = QT_TRANSLATE_NOOP(
    "Sheet", "{file} has more than {limit} rows. Save the list of people as a file of its own."
)
_OLD_EXCEL = QT_TRANSLATE_NOOP(
    "Sheet", "{file} is of an Excel before 2007. Save it as .xlsx or as CSV."
)
_NO_EXCEL = QT_TRANSLATE_NOOP(
    "Sheet", "{file} is no whole Excel file. Open it there and save it once more, or as CSV."
)
_NO_CSV = QT_TRANSLATE_NOOP(
    "Sheet", "{file} is no whole CSV file ({why}). Save it once more as CSV."
)
_NO_TEXT = QT_TRANSLATE_NOOP("Sheet", "{file} is neither CSV nor Excel. Save it as one of them.")
