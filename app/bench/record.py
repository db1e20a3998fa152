"""The record: a timeline of 1,000 entries on paper, beside typst setting the same words plainly."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import timedelta
from statistics import median
from typing import Any

import typst

from app.bench.figures import Figure, at_most, seconds, times_floor
from app.bench.material import BEGIN, wires
from app.models.entry import SITE, Entry, Stored, Wire, from_micros, from_wire, to_wire
from app.models.facts import PlanPublished
from app.models.plan import reference
from app.models.prints import Form
from app.record.make import FORMS, Held, Wanted, make, source_of
from app.record.paper import Cell, Paper, Table
from app.record.reader import PaperReader
from app.record.typeset import STANDARD, fonts
from app.store.bundled import bundled_plan
from app.store.chain import GENESIS, link

MANY = 1_000
NOW = BEGIN + timedelta(hours=2)
RATIO, BEYOND_MS = 1.3, 1_000

_PLAIN = b"""
#set page(
  paper: "a4", margin: (left: 20mm, right: 16mm, top: 19mm, bottom: 18mm), numbering: "1 / 1",
)
#set text(font: ("Muster Sans", "Muster Mono"), size: 8.5pt)
#let rows = json("rows.json")
#v(115mm)
#table(
  columns: (11mm, 23mm, 1fr, 36mm), inset: (x: 4pt, y: 3.6pt),
  table.header[No.][Happened][What][Recorded by], ..rows.flatten(),
)
"""


def measure(runs: int) -> Iterator[Figure]:
    held, reader, wanted = _held(), PaperReader("en"), Wanted(form=Form.TIMELINE, language="en")
    rows = _rows(FORMS[Form.TIMELINE](source_of(held, wanted, reader, NOW)).paper)
    made, plain = make(held, wanted, reader, NOW).pdf, _set_plainly(rows)
    ours, floor = _pages(made), _pages(plain)
    times = [
        (seconds(lambda: _set_plainly(rows), 1),
         seconds(lambda: make(held, wanted, reader, NOW), 1))
        for _ in range(runs)
    ]  # fmt: skip
    bare, whole = (median(each) * 1e3 for each in zip(*times, strict=True))
    name = f"{MANY:,} entries, {ours} pages, from the stored log to PDF/A"
    yield times_floor(name, whole, bare, RATIO, "ms", f"typst alone, {floor} pages")
    yield at_most("… beyond typst's own time", whole - bare, BEYOND_MS, "ms")


def _set_plainly(rows: bytes) -> bytes:
    compile_: Any = typst.compile
    made: bytes = compile_(
        {"main": _PLAIN, "rows.json": rows}, font_paths=fonts(), ignore_system_fonts=True,
        format="pdf", pdf_standards=[STANDARD], pdf_tags=False, timestamp=0,
    )  # fmt: skip
    return made


def _rows(paper: Paper) -> bytes:
    [table] = [block for block in paper.blocks if isinstance(block, Table)]
    rows = [[_text(cell) for cell in row.cells] for row in table.rows if row.cells]
    return json.dumps(rows).encode()


def _text(cell: str | Cell) -> str:
    return cell if isinstance(cell, str) else cell.text


def _pages(pdf: bytes) -> int:
    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(pdf)).pages)


def _held() -> Held:
    plan = bundled_plan("office-crowd")
    published = Entry(
        id="019ab000-0000-7000-8000-000000000000", stream=SITE, at=BEGIN, author="Muster",
        station="Muster", fact=PlanPublished(ref=reference(plan), document=plan),
    )  # fmt: skip
    return Held(
        stream="bench", number="2026-0001",
        stored=_chained(wires(MANY, "bench", plan=reference(plan))),
        site=_chained([to_wire(published)]),
    )  # fmt: skip


def _chained(made: list[Wire]) -> list[Stored]:
    head, stored = GENESIS, []
    for seq, wire in enumerate(made, 1):
        head = link(head, seq=seq, recorded_at=wire.at, recorded_by="bench", wire=wire)
        stored.append(Stored(
            entry=from_wire(wire), seq=seq, recorded_at=from_micros(wire.at), recorded_by="bench",
            data=wire.data, hash=head,
        ))  # fmt: skip
    return stored
