"""The tick: what share of a processor 1,000 running countdowns take while they are shown."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from statistics import median

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
    view = RowView(around.look)
    view.resize(420, 900)
    view.show()
    share = median(_share(view, around.app) for _ in range(runs))
    name = f"{COUNTDOWNS:,} countdowns, once a second, one of them turning"
    yield at_most(name, share * 100, 0.3, "% of a core")
    view.close()


def _row(number: int) -> Row:
    due = BEGIN + timedelta(seconds=60 + number)
    return Row(key=str(number), title=f"Person {number}", start=BEGIN, due=due)


def _share(view: RowView, app: QApplication) -> float:
    """Processor time of one tick, painted, as a share of the second until the next."""
    model = RowModel(BEGIN)
    model.set_rows([_row(number) for number in range(COUNTDOWNS)])
    view.setModel(model)
    app.processEvents()
    begun = time.process_time()
    for second in range(TICKS):
        model.tick(BEGIN + timedelta(seconds=second))
        app.processEvents()
    return (time.process_time() - begun) / TICKS
