"""What words a text is found by, and what is asked by what was typed."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.models.archive import Number, asked
from app.models.searching import MOST, Token, excerpt, place_of, prose, says, terms, words


def test_that_chinese_falls_into_pairs_and_the_rest_into_words() -> None:
    assert list(words("消防车 at Gate-2")) == ["消防", "防车", "车", "at", "gate", "2"]


def test_that_a_to_z_are_found_whatever_their_case_and_other_letters_as_they_are() -> None:
    assert list(words("GATE Über ÉCOLE")) == ["gate", "Über", "École".replace("cole", "cole")]


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("gat", "the gate is shut", True),
        ("ga", "the gate is shut", False),
        ("GATE", "gate", True),
        ("火", "门口着火了", True),
        ("门口着火", "门口着火了", True),
        ("门火", "门口着火了", False),
        ("消防车", "消防 到防车", False),
        ("2号楼", "在2号楼门口", True),
        ("re-open", "Re-opened", True),
        ("re-open", "open, then re", False),
        ("12", "112 called", False),
    ],
)
def test_that_a_term_is_found_where_it_stands_as_typed(typed: str, text: str, found: bool) -> None:
    [term] = terms(typed)
    assert says(text, term) == found


def test_that_what_has_no_letters_asks_for_nothing() -> None:
    assert terms(" , … “” ") == ()


def test_that_a_long_enough_word_is_found_by_its_beginning() -> None:
    [term] = terms("ambu")
    assert term.tokens == (Token("ambu", begins=True),)


def test_that_a_number_is_told_from_words() -> None:
    assert asked("d2026-0007 gate") == (Number(True, 2026, 7), terms("gate"))
    assert asked("gate 2026") == (None, terms("gate 2026"))


def test_that_only_what_people_wrote_is_searched() -> None:
    data = '{"kind":"corrected","entry":"x","reason":"typo","fact":{"kind":"note","text":"门"}}'
    assert prose(data) == ("typo", "门")
    assert prose('{"kind":"called_out","who":"li","role":"guard","name":"Li Wei"}') == ("Li Wei",)


def test_that_what_is_no_fact_has_no_words() -> None:
    assert prose("{") == prose("[1]") == prose('"x"') == ()


def test_that_a_call_sheet_and_both_languages_are_searched() -> None:
    data = '{"sheet":[["Where","North gate"]],"reason":{"en":"fire","zh":"火"}}'
    assert sorted(prose(data)) == sorted(("Where", "North gate", "fire", "火"))


def test_that_an_entry_is_searched_only_so_far() -> None:
    assert sum(map(len, prose(f'{{"text":"{"x" * (MOST + 5)}"}}'))) == MOST


def test_that_an_excerpt_shows_what_stands_around_on_one_line() -> None:
    [term] = terms("gate")
    assert excerpt(f"{'a ' * 60}the\ngate is shut", term, around=8) == "…a a the gate is shut"


@example("0\u1680")
@given(st.text())
def test_that_every_word_of_a_text_is_found_in_it(text: str) -> None:
    for term in terms(text):
        assert place_of(text, term) >= 0 or len(term.text) > 60
