"""Set back or altered: what a station makes of a log that is not what it was."""

from __future__ import annotations

from datetime import timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from app.models.entry import Stored, Wire, from_wire, to_micros
from app.station.reconcile import reconcile
from app.store.chain import GENESIS, Flaw, link
from tests.station.world import NOON
from tests.store.test_outbox import wire


def chain(entries: list[Wire], *, minute: int = 0, after: tuple[Stored, ...] = ()) -> list[Stored]:
    """The entries as a log would record them from that minute on."""
    stored = list(after)
    for nth, each in enumerate(entries):
        at = NOON + timedelta(minutes=minute, microseconds=nth)
        seq = len(stored) + 1
        head = stored[-1].hash if stored else GENESIS
        stored.append(Stored(
            entry=from_wire(each), seq=seq, recorded_at=at, recorded_by="db", data=each.data,
            hash=link(head, seq=seq, recorded_at=to_micros(at), recorded_by="db", wire=each),
        ))  # fmt: skip
    return stored


ENTRIES = [wire(n) for n in range(10)]


@given(held=st.integers(0, 10), cut=st.integers(0, 10), new=st.integers(0, 3), data=st.data())
def test_that_a_log_set_back_is_never_called_altered_whoever_went_on(
    held: int, cut: int, new: int, data: st.DataObject
) -> None:
    ours = chain(ENTRIES[:held])
    base = tuple(ours[: min(cut, held)])
    again = data.draw(st.lists(st.sampled_from(ENTRIES[len(base) :] or [wire(99)]), unique=True))
    news = [wire(100 + n) for n in range(new)]
    log = chain(data.draw(st.permutations(again + news)), minute=5, after=base)
    verdict = reconcile(ours, log)
    assert verdict.altered is None
    assert verdict.same >= len(base)
    there = {stored.entry.id for stored in log}
    assert list(verdict.missing) == [each for each in ours if each.entry.id not in there]


@given(place=st.integers(1, 10), forged=st.booleans())
def test_that_another_text_in_the_past_is_altered_with_a_forged_chain_or_without(
    place: int, forged: bool
) -> None:
    ours = chain(ENTRIES)
    lie = msgspec.structs.replace(ENTRIES[place - 1], data='{"kind":"note","text":"a lie"}')
    if forged:
        log = chain([*ENTRIES[: place - 1], lie, *ENTRIES[place:]])
    else:
        log = list(ours)
        log[place - 1] = msgspec.structs.replace(
            ours[place - 1], entry=from_wire(lie), data=lie.data
        )
    altered = reconcile(ours, log).altered
    assert altered is not None
    assert (altered.seq, altered.flaw) == (place, Flaw.ALTERED)


@given(place=st.integers(1, 9))
def test_that_an_entry_taken_out_is_altered_and_missing_though_the_chain_was_forged(
    place: int,
) -> None:
    ours = chain(ENTRIES)
    rest = [*ENTRIES[: place - 1], *ENTRIES[place:]]
    log = chain(ENTRIES[: place - 1])
    for nth, each in enumerate(rest[place - 1 :], place):
        seq = len(log) + 1
        head = log[-1].hash if log else GENESIS
        at = ours[nth].recorded_at
        log.append(Stored(
            entry=from_wire(each), seq=seq, recorded_at=at, recorded_by="db", data=each.data,
            hash=link(head, seq=seq, recorded_at=to_micros(at), recorded_by="db", wire=each),
        ))  # fmt: skip
    verdict = reconcile(ours, log)
    assert [each.entry.id for each in verdict.missing] == [ENTRIES[place - 1].id]
    assert verdict.altered is not None
    assert verdict.altered.seq == place


def test_that_a_log_that_only_grew_is_the_same() -> None:
    log = chain(ENTRIES)
    verdict = reconcile(log[:4], log)
    assert (verdict.same, verdict.missing, verdict.altered) == (4, (), None)
