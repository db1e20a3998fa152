"""The tick: what share of a processor 1,000 running countdowns take while they are shown."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtWidgets import QApplication

from app.bench.figures import Figure, at_most
from app.bench.material import BEGIN
from app.bench.server import folder
from app.bench.window import surroundings
from app.presenters.rows import Row, RowModel
from app.views.parts.row_view import RowView

COUNTDOWNS, TICKS = 1_000, 200


def measure(runs: int) -> Iterator[Figure]:
    with folder() as above:
        around = surroundings(above)
    model = RowModel(BEGIN)
    model.set_rows([_row(number) for number in range(COUNTDOWNS)])
    view = RowView(around.look)
    view.setModel(model)
    view.resize(420, 900)
    view.show()
    around.app.processEvents()
    shares = sorted(_share(model, around.app) for _ in range(runs))
    name = f"{COUNTDOWNS:,} countdowns, once a second"
    yield at_most(name, shares[len(shares) // 2] * 100, 0.3, "% of a core")
    view.close()


def _row(number: int) -> Row:
    due = BEGIN + timedelta(seconds=60 + number)
    return Row(key=str(number), title=f"Person {number}", start=BEGIN, due=due)


def _share(model: RowModel, app: QApplication) -> float:
    """Processor time of one tick, painted, as a share of the second until the next."""
    begun = time.process_time()
    for second in range(TICKS):
        model.tick(BEGIN + timedelta(seconds=second))
        app.processEvents()
    return (time.process_time() - begun) / TICKS
