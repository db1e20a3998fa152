"""Entry ids."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import RFC_4122, UUID

from hypothesis import given
from hypothesis import strategies as st

from app.models.entry import Entry
from app.models.facts import Note
from app.station.ids import Ids
from tests.station.world import NOON

moments = st.integers(-5_000, 5_000).map(lambda ms: NOON + timedelta(milliseconds=ms))


@given(st.lists(moments, max_size=50))
def test_that_ids_grow_even_if_the_clock_goes_back(times: list[datetime]) -> None:
    ids = Ids()
    made = [ids(moment) for moment in times]
    assert made == sorted(set(made))
    for each in map(UUID, made):
        assert (each.version, each.variant) == (7, RFC_4122)


def test_that_even_without_luck_ids_of_one_millisecond_differ_and_grow() -> None:
    ids = Ids(lambda bits: 2**bits - 1)
    made = [ids(NOON) for _ in range(100)]
    assert made == sorted(set(made))
    assert {(UUID(each).version, UUID(each).variant) for each in made} == {(7, RFC_4122)}


def test_that_an_id_says_when_it_was_typed_by_the_shared_logs_clock() -> None:
    moment = NOON.replace(microsecond=123_000)
    entry = Entry(
        id=Ids()(moment), stream="i1", at=NOON, author="Ann", station="Desk", fact=Note(text="x")
    )
    assert entry.typed_at == moment
