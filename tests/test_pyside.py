"""PySide6 6.12.0 loses a reference per signal on CPython 3.10 and 3.11 and aborts: never that."""

from __future__ import annotations

from PySide6.QtCore import QObject, QStringListModel, Signal


class Counter(QObject):
    counted = Signal(bool)


def test_that_a_hundred_thousand_signals_and_resets_do_not_end_the_process() -> None:
    counter = Counter()
    heard = [0]

    def hear(flag: bool) -> None:
        heard[0] += flag

    counter.counted.connect(hear)
    model = QStringListModel()
    for number in range(100_000):
        counter.counted.emit(True)
        if number % 10 == 0:
            model.beginResetModel()
            model.endResetModel()
    assert heard == [100_000]
