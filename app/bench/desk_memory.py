"""A program of its own for `desk`: builds one thing and says how many megabytes it then holds."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil  # type: ignore[import-untyped]  # it has no stubs of its own

from app.bench.server import folder, sqlite

STREAM = "bench-desk"
Size = tuple[int, int, int, int]


def megabytes() -> float:
    return float(psutil.Process().memory_info().rss) / 1e6


def empty_window() -> float:
    """A window with a table, as `start` is measured against."""
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QTableWidget(20, 5))
    window.resize(1600, 1000)
    window.show()
    app.processEvents()
    return megabytes()


def entries(size: Size) -> float:
    """What the folded entries alone add to a bare interpreter with the models."""
    from app.bench.material import desk_wires, read
    from app.models.incident import Incident

    wires = desk_wires(STREAM, *size)
    before = megabytes()
    incident = Incident(STREAM, read(wires))
    incident.fold.snapshot()
    return megabytes() - before


def desk(size: Size) -> float:
    """The program itself, with the desk of the long incident shown and painted."""
    from app.bench.desk import paint
    from app.bench.material import desk_wires
    from app.bench.open import in_qt
    from app.bench.stations import fill, stations
    from app.bench.window import shown, surroundings
    from app.station.supervisor import Supervisor

    async def work(above: Path) -> float:
        supervisor = Supervisor()
        try:
            async with stations(url, above, 1, supervisor) as (station,):
                await station.load(STREAM)
                with shown(around, station, supervisor) as window:
                    window.view.show_desk(STREAM)
                    paint()
                    return megabytes()
        finally:
            await supervisor.close()

    with folder() as above:
        url = sqlite(above)
        asyncio.run(fill(url, desk_wires(STREAM, *size)))
        around = surroundings(above)
        return in_qt(around, work(above))


if __name__ == "__main__":
    what, first, second, third, fourth = sys.argv[1:]
    size = (int(first), int(second), int(third), int(fourth))
    match what:
        case "window":
            print(empty_window())
        case "entries":
            print(entries(size))
        case _:
            print(desk(size))
