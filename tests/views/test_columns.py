"""Which parts of a desk are in view where there is no room for all."""

from __future__ import annotations

from itertools import permutations

import pytest

from app.views.columns import ALL, Place, places_shown

R, Z, T, L = Place


def test_that_three_columns_show_everything_if_zones_and_tasks_share_one() -> None:
    for recent in permutations(Place):
        assert places_shown(recent, ALL, paired=True) == set(Place)


def test_that_of_zones_and_tasks_the_last_used_stays_where_both_are_too_tall() -> None:
    assert places_shown((R, L, T, Z), ALL, paired=False) == {R, L, T}
    assert places_shown((Z, R, L, T), ALL, paired=False) == {R, L, Z}


def test_that_the_places_used_last_stay() -> None:
    assert places_shown((R, L, T, Z), 2, paired=True) == {R, L}
    assert places_shown((T, R, L, Z), 2, paired=True) == {T, R, Z}
    assert places_shown((L, R, T, Z), 1, paired=True) == {L}


@pytest.mark.parametrize("columns", [1, 2, ALL])
@pytest.mark.parametrize("paired", [True, False])
def test_that_where_one_goes_is_always_in_view(columns: int, paired: bool) -> None:
    for recent in permutations(Place):
        assert recent[0] in places_shown(recent, columns, paired=paired)
