"""Rows of widgets break like lines of words, and lines give way by rank."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.views.flow import FlowLayout, Word, rows_of
from app.views.giving_line import GivingLine, shares
from app.views.look import Look
from app.views.parts.elided_label import ElidedLabel


def test_that_words_stay_in_a_row_while_there_is_room() -> None:
    assert rows_of([Word(100), Word(100), Word(100)], 320, 10) == [
        [(0, 0, 100), (1, 110, 100), (2, 220, 100)]
    ]
    assert rows_of([Word(100), Word(100), Word(100)], 319, 10) == [
        [(0, 0, 100), (1, 110, 100)],
        [(2, 0, 100)],
    ]


def test_that_what_grows_shares_what_a_row_has_left() -> None:
    words = [Word(50), Word(20, grows=True), Word(20, grows=True)]
    assert rows_of(words, 200, 5) == [[(0, 0, 50), (1, 55, 70), (2, 130, 70)]]


def test_that_what_is_wider_than_the_room_is_cut_to_it() -> None:
    assert rows_of([Word(500), Word(10)], 100, 5) == [[(0, 0, 100)], [(1, 0, 10)]]


def test_that_a_flow_is_as_tall_as_its_rows(qtbot: QtBot, look: Look) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    flow = FlowLayout(widget)
    flow.setSpacing(10)
    flow.setContentsMargins(0, 0, 0, 0)
    for _ in range(3):
        part = QWidget()
        part.setFixedSize(100, 40)
        flow.addWidget(part)
    assert flow.heightForWidth(320) == 40
    assert flow.heightForWidth(319) == 90
    assert flow.width_of_one_row() == 320


def test_that_the_lowest_rank_keeps_its_width_longest() -> None:
    wanted, ranks = [100, 100, 100], [1, 0, 2]
    assert shares(wanted, ranks, 320, 10) == [100, 100, 100]
    assert shares(wanted, ranks, 250, 10) == [100, 100, 30]
    assert shares(wanted, ranks, 150, 10) == [40, 100, 0]
    assert shares(wanted, ranks, 60, 10) == [0, 60, 0]


def test_that_labels_without_room_or_words_are_not_there(qtbot: QtBot, look: Look) -> None:
    line = GivingLine(8)
    qtbot.addWidget(line)
    labels = [ElidedLabel(text) for text in ("Zhao Lin", "acting deputy", "")]
    for rank, label in enumerate(labels):
        line.add(label, rank)
    line.resize(labels[0].sizeHint().width(), 40)
    line.show()
    assert [label.isHidden() for label in labels] == [False, True, True]
    line.resize(600, 40)
    assert [label.isHidden() for label in labels] == [False, False, True]
