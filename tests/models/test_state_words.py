"""Every state has a word."""

from __future__ import annotations

from app.models.call_outs import CallOutState
from app.models.levels import Level
from app.models.state_words import CALL_OUTS, COLOURS, EVACUATIONS
from app.models.zone_states import Evacuation


def test_that_every_state_has_a_word_of_its_own() -> None:
    assert set(COLOURS) == set(Level)
    assert set(CALL_OUTS) == set(CallOutState) - {CallOutState.NONE}
    assert set(EVACUATIONS) == set(Evacuation)
    for words in (COLOURS, CALL_OUTS, EVACUATIONS):
        assert len(set(words.values())) == len(words)
