"""Tables as offices keep them: CSV in whatever encoding, and Excel."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from app.store.sheet import ROWS, NotASheetError, read_sheet, to_csv

TABLE = "姓名,电话\n陈伟,0101\n"
READ = [(1, ("姓名", "电话")), (2, ("陈伟", "0101"))]


def written(tmp_path: Path, content: bytes, name: str = "staff.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def excel(tmp_path: Path, *rows: tuple[Any, ...]) -> Path:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    path = tmp_path / "staff.xlsx"
    book.save(path)
    return path


def refused(path: Path) -> str:
    with pytest.raises(NotASheetError) as caught:
        read_sheet(path)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_that_csv_is_read_in_the_encodings_that_offices_have(encoding: str, tmp_path: Path) -> None:
    assert read_sheet(written(tmp_path, TABLE.encode(encoding))) == READ


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_that_csv_is_read_with_the_delimiters_that_spreadsheets_write(
    delimiter: str, tmp_path: Path
) -> None:
    text = TABLE.replace(",", delimiter).replace("\n", "\r\n")
    assert read_sheet(written(tmp_path, text.encode())) == READ


def test_that_quoted_cells_may_have_lines_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    rows = read_sheet(written(tmp_path, b'a,"b, or\nc"\n\n,\nd,e\n\n\n'))
    assert rows == [(1, ("a", "b, or\nc")), (2, ()), (3, ()), (4, ("d", "e"))]


def test_that_excel_is_read_as_one_sees_it(tmp_path: Path) -> None:
    path = excel(
        tmp_path, ("Name", "Phone", "On duty"), (None, None, None),
        ("陈伟", 13800000000, True), ("Wu", 101.0, date(2026, 11, 28)),
    )  # fmt: skip
    assert read_sheet(path) == [
        (1, ("Name", "Phone", "On duty")), (2, ()), (3, ("陈伟", "13800000000", "yes")),
        (4, ("Wu", "101", "2026-11-28")),
    ]  # fmt: skip


def test_that_excel_is_known_by_what_it_is_not_by_its_name(tmp_path: Path) -> None:
    path = excel(tmp_path, ("Name",), ("Wu",))
    assert read_sheet(path.rename(tmp_path / "staff.csv"))[1] == (2, ("Wu",))


def test_that_what_is_written_for_a_spreadsheet_is_read_as_it_was(tmp_path: Path) -> None:
    rows = [("Name", "Phone"), ("=Wu", "+86 10"), ("陈伟", "'tis")]
    content = to_csv(rows)
    assert b"'=Wu" in content
    assert [cells for _, cells in read_sheet(written(tmp_path, content))] == rows


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"PK\x03\x04 torn", "staff.xlsx", "is no whole Excel file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "staff.xls", "is of an Excel before 2007"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe\xfd", "staff.csv", "is neither CSV nor Excel"),
        (b'a,"b\n', "staff.csv", "is no whole CSV file"),
        (b"a\n" * (ROWS + 1), "staff.csv", "has more than 2,000 rows"),
        (b"a" * 10_000_001, "staff.csv", "is larger than 10 MB"),
    ],
)
def test_that_what_is_no_table_says_so_and_what_to_do(
    content: bytes, name: str, said: str, tmp_path: Path
) -> None:
    assert said in refused(written(tmp_path, content, name))


def test_that_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.csv").startswith("none.csv cannot be read")


def test_that_a_zip_that_is_no_excel_file_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "staff.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "hello")
    assert "is no whole Excel file" in refused(path)


def test_that_a_torn_excel_file_is_told_so(tmp_path: Path) -> None:
    path = excel(tmp_path, ("Name",), ("Wu",))
    whole = path.read_bytes()
    for end in range(4, len(whole), max(len(whole) // 40, 1)):
        path.write_bytes(whole[:end])
        assert "is no whole Excel file" in refused(path)
