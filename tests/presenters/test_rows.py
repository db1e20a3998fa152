"""Row models say what they do: a mirror that only hears their signals shows the same rows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from app.presenters import roles
from app.presenters.order import longest_rising
from app.presenters.roles import Severity
from app.presenters.rows import Row, RowModel

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


class Mirror:
    """The rows as told: it looks at the model only where a signal says that there is news."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self.model = model
        self.titles: list[str] = []
        self.signals = 0
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._removed)
        model.rowsMoved.connect(self._moved)
        model.dataChanged.connect(self._changed)

    def _title(self, row: int) -> str:
        return str(self.model.index(row, 0).data(roles.TITLE))

    def _inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.signals += 1
        self.titles[first:first] = [self._title(row) for row in range(first, last + 1)]

    def _removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.signals += 1
        del self.titles[first : last + 1]

    def _moved(
        self, _from: QModelIndex, first: int, last: int, _to: QModelIndex, before: int
    ) -> None:
        self.signals += 1
        moved = self.titles[first : last + 1]
        del self.titles[first : last + 1]
        at = before - len(moved) if before > first else before
        self.titles[at:at] = moved

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.signals += 1
        for row in range(first.row(), last.row() + 1):
            self.titles[row] = self._title(row)


def a_row(key: str, title: str = "", due: datetime | None = None) -> Row:
    return Row(key=key, title=title or key, start=NOW, due=due)


def shown(model: RowModel) -> list[str]:
    return [model.row(at).title for at in range(model.rowCount())]


lists = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("xyz")), unique_by=lambda row: row[0]
)


@given(st.lists(lists, min_size=1, max_size=6))
def test_that_a_mirror_of_the_signals_shows_the_same_rows(
    steps: list[list[tuple[str, str]]],
) -> None:
    model = RowModel(NOW)
    tester = QAbstractItemModelTester(model)
    mirror = Mirror(model)
    for step in steps:
        rows = [a_row(key, key + title) for key, title in step]
        model.set_rows(rows)
        assert mirror.titles == shown(model) == [row.title for row in rows]
    del tester


def test_that_a_row_that_goes_to_the_end_moves_alone() -> None:
    model, rows = RowModel(NOW), [a_row(str(at)) for at in range(200)]
    model.set_rows(rows)
    mirror = Mirror(model)
    mirror.titles = shown(model)
    model.set_rows([*rows[1:], rows[0]])
    assert mirror.signals == 1
    assert mirror.titles[-1] == "0"


def test_that_the_same_rows_again_say_nothing() -> None:
    model = RowModel(NOW)
    model.set_rows([a_row("a"), a_row("b")])
    mirror = Mirror(model)
    model.set_rows([a_row("a"), a_row("b")])
    assert mirror.signals == 0


@given(st.permutations(range(12)))
def test_that_what_stays_put_rises_and_nothing_longer_does(numbers: list[int]) -> None:
    stay = longest_rising(numbers)
    kept = [number for number in numbers if number in stay]
    assert kept == sorted(kept)
    assert len(kept) == _longest(numbers)


def _longest(numbers: list[int]) -> int:
    best: list[int] = []
    for at, number in enumerate(numbers):
        best.append(1 + max((best[i] for i in range(at) if numbers[i] < number), default=0))
    return max(best)


def test_that_a_tick_tells_of_countdowns_only_and_of_a_turn_the_whole_row() -> None:
    model = RowModel(NOW)
    model.set_rows([a_row("a", due=NOW + 63 * SECOND), a_row("b")])
    told: list[tuple[int, list[int]]] = []
    model.dataChanged.connect(lambda first, _last, which: told.append((first.row(), which)))
    model.tick(NOW + SECOND)
    assert told == [(0, sorted(roles.OF_THE_TICK))]
    model.tick(NOW + 4 * SECOND)
    assert (0, []) in told


def test_that_a_countdown_turns_soon_then_late_and_counts_up() -> None:
    model = RowModel(NOW)
    model.set_rows([a_row("a", due=NOW + 90 * SECOND)])
    seen = []
    for after in (0, 30, 89, 90, 241):
        model.tick(NOW + after * SECOND)
        index = model.index(0)
        seen.append((index.data(roles.COUNTDOWN), index.data(roles.COUNTDOWN_SEVERITY)))
    assert seen == [
        ("01:30", Severity.PLAIN),
        ("01:00", Severity.SOON),
        ("00:01", Severity.SOON),
        ("+00:00", Severity.OVERDUE),
        ("+02:31", Severity.OVERDUE),
    ]


def test_that_a_row_is_told_in_one_line_for_those_who_listen() -> None:
    model = RowModel(NOW)
    model.set_rows([Row(key="a", title="Li Na", chip="called", subtitle="Guard", settled="06:10")])
    spoken = model.index(0).data(11)  # Qt.AccessibleTextRole
    assert spoken == "Li Na, called, Guard, 06:10"
