"""Facts as text: what is stored is what was said, and nothing that is stored can harm."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models import facts as f
from app.models.entry import Entry, from_micros, from_wire, to_micros, to_wire
from app.models.facts import (
    Corrected,
    KnownFact,
    Note,
    Unknown,
    corrected_fact,
    decode_fact,
    encode_fact,
    raw_fact,
)
from tests.builders import BEGIN, entry
from tests.strategies import KINDS, all_facts, facts_of, json_values, moments, unknown_facts, words


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_that_every_kind_reads_back_as_it_was_written(kind: type[KnownFact]) -> None:
    @given(facts_of(kind))
    def reads_back(fact: KnownFact) -> None:
        written = encode_fact(fact)
        again = decode_fact(fact.kind, written)
        assert again == fact
        assert encode_fact(again) == written or isinstance(fact, Corrected)
        json.loads(written, parse_float=_no_float)

    reads_back()


def _no_float(text: str) -> float:
    raise AssertionError(f"a float in an entry: {text}")


@given(all_facts | unknown_facts, moments, words)
def test_that_an_entry_survives_the_wire(
    fact: KnownFact | Unknown, at: datetime, author: str
) -> None:
    sent = entry(fact, at, author=author)
    assert from_wire(to_wire(sent)) == sent


@given(st.text(max_size=20), st.text(max_size=60) | json_values.map(json.dumps))
def test_that_what_cannot_be_read_is_kept_to_the_byte(kind: str, data: str) -> None:
    fact = decode_fact(kind, data)
    assert encode_fact(fact) == data or not isinstance(fact, Unknown)
    assert fact.kind == kind


@given(unknown_facts)
def test_that_a_fact_of_a_newer_program_passes_through_unchanged(fact: Unknown) -> None:
    assert encode_fact(decode_fact(fact.kind, fact.data)) == fact.data


@given(st.binary(max_size=40))
def test_that_even_broken_bytes_are_read(data: bytes) -> None:
    assert decode_fact("note", data).kind == "note"


def test_that_a_fact_of_another_kind_than_its_entry_is_not_believed() -> None:
    data = encode_fact(f.Closed())
    assert decode_fact("note", data) == Unknown(kind="note", data=data)


def test_that_a_time_without_a_zone_is_not_believed() -> None:
    data = '{"kind":"on_the_way","who":"li","eta":"2026-11-23T10:05:00"}'
    assert isinstance(decode_fact("on_the_way", data), Unknown)


def test_that_half_a_character_does_no_harm() -> None:
    assert isinstance(decode_fact("note", '{"kind":"note","text":"\ud800"}'), Unknown)


def test_that_deep_nesting_does_no_harm() -> None:
    deep = "[" * 100_000 + "]" * 100_000
    data = f'{{"kind":"corrected","entry":"x","reason":"y","fact":{deep}}}'
    assert isinstance(decode_fact("corrected", data), Unknown)


def test_that_a_correction_says_what_should_have_been_said() -> None:
    assert corrected_fact(_by(raw_fact(Note(text="b")))) == Note(text="b")


def test_that_a_correction_without_a_fact_strikes() -> None:
    assert corrected_fact(Corrected(entry="x", reason="twice")) is None
    assert corrected_fact(_by(raw_fact(None))) is None


@pytest.mark.parametrize("raw", [b"1e999", b"garbage", b"[]", b'{"kind":5}', b"\xff", b""])
def test_that_a_correction_by_nonsense_is_kept_as_unknown(raw: bytes) -> None:
    assert isinstance(corrected_fact(_by(msgspec.Raw(raw))), Unknown)


def test_that_a_correction_in_a_correction_is_not_believed() -> None:
    assert isinstance(corrected_fact(_by(raw_fact(Corrected(entry="x", reason="y")))), Unknown)


def _by(raw: msgspec.Raw) -> Corrected:
    return Corrected(entry="x", reason="wrong", fact=raw)


@given(moments)
def test_that_times_are_whole_microseconds(moment: datetime) -> None:
    assert from_micros(to_micros(moment)) == moment
    assert from_micros(to_micros(moment)).tzinfo is UTC


def test_that_an_id_says_when_it_was_typed() -> None:
    made = Entry(
        id="019ab000-0000-7000-8000-000000000000", stream="one", at=BEGIN, author="", station="",
        fact=Note(text="x"),
    )  # fmt: skip
    assert made.typed_at == from_micros(0x019AB0000000 * 1000)
    assert entry(Note(text="x")).typed_at == BEGIN
