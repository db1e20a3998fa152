"""That what the faces lack is told by its number, and long words find places to break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.record.glyphs import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("gate shut", "gate shut"),
        ("北门关闭，约20人。", "北门关闭，约20人。"),
        ("smile 😀", "smile [U+1F600]"),
        ("𠮷田", "[U+20BB7]田"),
        ("cafe\u0301", "café"),
        ("a\tb\r\nc", "a b \nc"),
        ("bell\x07", "bell[U+0007]"),
        ("gpj\u202eexe", "gpj[U+202E]exe"),
        ("⚠\ufe0f", "⚠"),
        ("x" * 16, "x" * 16),
        ("x" * 20, "xxxxxxxx\u200bxxxxxxxx\u200bxxxx"),
        ("government-offices", "government-offices"),
        ("a-" + "x" * 17, "a-xxxxxxxx\u200bxxxxxxxx\u200bx"),
        ("2026-11-23-14-02-11", "2026-11-\u200b23-14-02\u200b-11"),
        ("门" * 40, "门" * 40),
    ],
)
def test_that_a_text_is_shown_as_it_can_be_set(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text(st.characters(max_codepoint=0x7E, min_codepoint=0x20)))
def test_that_plain_text_loses_nothing(text: str) -> None:
    assert printable(text).replace("\u200b", "") == text
