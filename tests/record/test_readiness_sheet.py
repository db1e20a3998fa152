"""Readiness on paper: what lacks, the week hour by hour, and nothing that is not known."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.__main__ import main
from app.commands.shared import IMPOSSIBLE, WELL
from app.models import facts as f
from app.models.entry import SITE
from app.models.site import Site
from app.models.week import read_hour
from app.record.paper import Cell, Row, Sheets, Table
from app.record.reader import PaperReader
from app.record.readiness import readiness_sheets, shown_at
from app.record.typeset import pdf
from app.store.bundled import bundled_plan
from tests.record.material import BEGIN, a_site, log
from tests.record.reading import SHANGHAI, Language, pages, words, xmp

PLAN = bundled_plan("office-crowd")
DAY = timedelta(days=1)


def a_sheet(
    *more: tuple[float, f.AnyFact], hour: int = -1, drills: dict[str, timedelta] | None = None,
    language: Language = "en",
) -> Sheets:  # fmt: skip
    told = [((e.entry.at - BEGIN) / timedelta(minutes=1), e.entry.fact) for e in a_site(PLAN)]
    site = Site(each.entry for each in log([*told, *more], stream=SITE))
    when = None if drills is None else {key: BEGIN - ago for key, ago in drills.items()}
    shown = shown_at(site, BEGIN, hour, SHANGHAI, when)
    return readiness_sheets(shown, PaperReader(language, SHANGHAI))


def tables(sheets: Sheets) -> dict[str, Table]:
    found = [block for block in sheets.paper.blocks if isinstance(block, Table)]
    return {table.columns[0].title: table for table in found}


def texts(row: Row) -> list[str]:
    return [cell.text if isinstance(cell, Cell) else cell for cell in row.cells]


def test_that_each_plan_says_what_it_lacks_on_whom_it_hangs_and_its_last_drill() -> None:
    [row] = tables(a_sheet(drills={"office-crowd": 3 * DAY}))["Plan"].rows
    plan, gaps, singles, drill = texts(row)
    assert plan == "Office-centre crowd disturbance"
    assert gaps == "Order-keeping guard (9 of 10)"
    assert "Chen Wei: Service-centre manager" in singles.splitlines()
    assert drill == "2026-11-20"


def test_that_a_drill_that_is_overdue_or_never_was_is_told() -> None:
    [row] = tables(a_sheet(drills={"office-crowd": 200 * DAY}))["Plan"].rows
    assert row.cells[3] == Cell(text="2026-05-07", note="overdue", loud=True)
    [row] = tables(a_sheet(drills={}))["Plan"].rows
    assert row.cells[3] == Cell(text="never drilled", strong=True)


def test_that_drills_that_cannot_be_asked_for_are_not_claimed() -> None:
    sheet = a_sheet(drills=None)
    [row] = tables(sheet)["Plan"].rows
    assert row.cells[3] == "not known"
    assert "plans ready: 0 of 1, drills not known" in words(sheet)
    assert "drills not known" not in words(a_sheet(drills={}))


def test_that_who_has_no_number_is_named_and_no_number_stands_there() -> None:
    sheet = a_sheet((-60.0, f.PersonSet(person="new", name="New Person", group="order")))
    assert ["New Person", "off duty", "Office-centre crowd disturbance"] in [
        texts(r) for r in tables(sheet)["Name"].rows
    ]
    assert "000-0000" not in words(sheet)


def test_that_the_week_has_a_line_a_day_and_a_cell_an_hour() -> None:
    duty = [(-1000.0 - n, f.DutyStarted(person=key)) for n, key in enumerate(Site(
        each.entry for each in a_site(PLAN)).people)]  # fmt: skip
    rows = tables(a_sheet(*duty))["Day"].rows
    assert [texts(row)[0] for row in rows][::6] == ["Monday", "Sunday"]
    assert all(len(row.cells) == 25 for row in rows)
    known = {cell for row in rows for cell in texts(row)[1:]}
    assert "·" in known
    assert known - {"·"}


def test_that_an_hour_of_the_week_is_told_as_it_was_last() -> None:
    assert "Tuesday 03:00, as on 2026-11-17" in words(a_sheet(hour=27))


def test_that_an_hour_of_the_week_is_told_as_it_was_at_its_worst() -> None:
    """On the last Tuesday somebody was on duty at that hour, on the one before nobody."""
    new = f.PersonSet(person="new", name="New Person", group="order")
    hour, day = 60.0, 24 * 60.0
    duty = ((-20 * day, new), (-19 * day, f.DutyStarted(person="new")),
            (-19 * day + hour, f.DutyEnded(person="new")),
            (-7 * day, f.DutyStarted(person="new")))  # fmt: skip
    sheet = a_sheet(*duty, hour=27)
    assert "Tuesday 03:00, worst of the last weeks: 2026-11-10" in words(sheet)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_that_the_sheet_is_pdf_a_with_its_pages_numbered(language: Language) -> None:
    made = pdf(a_sheet(language=language))
    assert "<pdfaid:part>3</pdfaid:part>" in xmp(made)
    found = pages(made)
    counted = "Page 1 of {}" if language == "en" else "第 1 页，共 {} 页"
    assert counted.format(len(found)) in found[0]


def test_that_a_site_without_plans_says_so() -> None:
    shown = shown_at(Site(), BEGIN, -1, SHANGHAI, {})
    told = words(readiness_sheets(shown, PaperReader("en", SHANGHAI)))
    assert "no plan that calls anybody" in told
    assert "Nobody: everyone has one." in told


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("mon-00", 0), ("Tue-3", 27), ("sun-23", 167), ("mon-24", None), ("Monday", None), ("", None)],
)
def test_that_an_hour_of_the_week_is_typed_by_day_and_hour(typed: str, hour: int | None) -> None:
    assert read_hour(typed) == hour


def test_that_the_command_prints_it_and_says_what_it_cannot(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url, out = f"sqlite:///{tmp_path / 'muster.sqlite'}", tmp_path / "r.pdf"
    assert main(["admin", "init", url]) == WELL
    words_ = ["readiness", "--db", url, "--lang", "zh", "--zone", "Asia/Shanghai", "-o", str(out)]
    assert main(words_) == WELL
    assert "应急准备情况" in PdfReader(out).pages[0].extract_text()
    assert main([*words_, "--at", "noon"]) == IMPOSSIBLE
    assert "no hour of the week" in capsys.readouterr().err
    assert main(["readiness"]) == IMPOSSIBLE
    assert "Name the log" in capsys.readouterr().err
