"""How pages are filled: nothing cut off, nothing torn, no signature without what is signed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QImage, qGray

from app.models import facts as f
from app.models.levels import Level
from app.models.prints import Form
from app.record.make import FORMS, Held
from app.record.paper import Column, Lines, Paper, Row, Sheets, Signs, Table
from app.record.typeset import pdf, png_pages
from tests.record.material import BEGIN, MINUTE, small
from tests.record.reading import Language, made, pages, sheets

PPI, MARGIN = 36, 6
"""Of the pictures, and the millimetres at each edge that no printer fills."""


def an_odd_one(language: Language) -> Held:
    """Texts as long as they get, in one word, in many lines, in narrow columns."""
    word = "安全保卫部东区停车场" if language == "zh" else "Administrative-Headquarters "
    return small(
        (1, f.Note(text="\n".join(["line"] * 120))), (2, f.Note(text="x" * 900)),
        (3, f.Note(text=word * 100)),
        (4, f.LevelSet(level=Level.II, reason=word * 60, decided_by=word * 20)),
        (5, f.CalledOut(who="a", name=word * 30, role="guard", due=BEGIN, group="order")),
        (6, f.Excused(who="a", reason=word * 60)),
        (7, f.CalledOut(who="b", name="w" * 200, role="guard", due=BEGIN + 9 * MINUTE)),
        (8, f.Arrived(who="b")),
        (9, f.ServiceCalled(service="110", said=word * 40, reference="7" * 80)),
        (10, f.ReceptionBegun(reception="r", matter=word * 40, unit=word * 20)),
        (11, f.Notified(target="manager", said=word * 60)),
    )  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("form", FORMS)
def test_that_nothing_runs_off_a_page_however_long_it_is(form: Form, language: Language) -> None:
    for number, page in enumerate(png_pages(sheets(an_odd_one(language), form, language), ppi=PPI)):
        assert is_white_at_its_edges(QImage.fromData(page)), number + 1


def is_white_at_its_edges(page: QImage) -> bool:
    edge = round(MARGIN / 25.4 * PPI)
    wide, high = page.width(), page.height()
    beside = {*range(edge), *range(wide - edge, wide)}
    above = {*range(edge), *range(high - edge, high)}
    points = [(x, y) for x in range(wide) for y in above]
    points += [(x, y) for y in range(high) for x in beside]
    return all(qGray(page.pixel(x, y)) > 250 for x, y in points)


def paper(*blocks: Table | Lines | Signs) -> Sheets:
    return Sheets(paper=Paper(
        title="T", language="en", made=(2026, 11, 23, 14, 2, 11), blocks=blocks,
        page_words=("Page ", " of ", ""),
    ))  # fmt: skip


def rows(count: int) -> tuple[Row, ...]:
    return tuple(Row(cells=(f"row{number}", "words")) for number in range(count))


COLUMNS = (Column(title="A", mm=30), Column(title="B", fr=1))


@pytest.mark.parametrize("count", range(38, 56))
def test_that_a_signature_stands_with_the_last_rows_wherever_the_page_ends(count: int) -> None:
    last = pages(pdf(paper(Table(columns=COLUMNS, rows=rows(count)), Signs(labels=("Signed",)))))[
        -1
    ]
    assert "Signed" in last
    assert f"row{count - 1}" in last
    assert f"row{count - 2}" in last


@pytest.mark.parametrize("count", range(44, 52))
def test_that_no_row_of_a_long_table_stands_alone_on_a_page(count: int) -> None:
    for text in pages(pdf(paper(Table(columns=COLUMNS, rows=rows(count))))):
        assert text.count("row") >= 2


@pytest.mark.parametrize("count", range(40, 52))
def test_that_a_day_is_never_the_last_line_of_a_page(count: int) -> None:
    spans = (*rows(count), Row(span="2026-11-24"), *rows(3))
    texts = pages(pdf(paper(Table(columns=COLUMNS, rows=spans))))
    [with_day] = [text for text in texts if "2026-11-24" in text]
    assert "row0" in with_day.partition("2026-11-24")[2]


def test_that_the_blank_rows_of_a_list_end_with_its_signature() -> None:
    table = Table(columns=COLUMNS, blank=44, tall=10)
    last = pages(pdf(paper(table, Signs(labels=("Signed",)))))[-1]
    assert "Signed" in last
    assert "A B" in last.replace("\n", " ")


@pytest.mark.parametrize("before", range(24, 30))
def test_that_lines_to_write_on_stay_together_with_their_label(before: int) -> None:
    blocks = (Table(columns=COLUMNS, rows=rows(before)), Lines(count=8, label="Why"),
              Signs(labels=("Signed",)))  # fmt: skip
    texts = pages(pdf(paper(*blocks)))
    assert all(("Why" in text) == ("Signed" in text) for text in texts)


def test_that_a_long_note_is_whole_across_its_pages() -> None:
    held = small((1, f.Note(text="\n".join(f"line{number}." for number in range(200)))))
    told = " ".join(pages(made(held).pdf))
    places = [told.index(f"line{number}.") for number in range(200)]
    assert all(one < other for one, other in pairwise(places))
