"""Stations that hold the same entries are equal, however they came by them."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.models import facts as f
from app.models.entry import Entry, Wire, to_wire
from app.models.incident import Incident, digest
from app.models.levels import Level
from app.station.holding import Holding
from tests.station.test_reconcile import chain
from tests.station.world import NOON

FACTS: list[f.KnownFact] = [
    f.Opened(plan="p@1", title="Crowd", place="Gate", level=Level.IV),
    f.CalledOut(who="p1", name="Ann", role="chief", due=NOON),
    f.Arrived(who="p1"),
    f.LevelSet(level=Level.II, reason="more"),
    f.TaskDone(task="speak"),
    f.TaskUndone(task="speak"),
    f.ZoneCordoned(zone="gate"),
    f.Note(text="hello"),
    f.Amended(people=30),
    f.DeclaredOver(reason="over"),
]


_yes_or_no = st.booleans()


@st.composite
def logs(draw: st.DrawFn) -> list[Wire]:
    """Entries of one incident as the log has them, some of them late."""
    wires = []
    for nth, fact in enumerate(draw(st.lists(st.sampled_from(FACTS), min_size=1, max_size=25))):
        late = timedelta(seconds=draw(st.integers(0, 100)))
        wires.append(to_wire(Entry(
            id=f"00000000-0000-7000-8000-{nth:012}", stream="i1",
            at=NOON + timedelta(seconds=nth) - late, author="Ann", station="Desk", fact=fact,
        )))  # fmt: skip
    return wires


@settings(max_examples=150)
@given(wires=logs(), data=st.data())
def test_that_stations_fed_the_same_log_in_different_pieces_end_equal(
    wires: list[Wire], data: st.DataObject
) -> None:
    log = chain(wires)
    digests = set()
    for _ in range(3):
        holding = Holding("i1")
        typed_here = data.draw(st.sets(st.sampled_from(range(len(log)))))
        left = [log[nth] for nth in typed_here]
        while holding.seq < len(log):
            if bool(left) and data.draw(_yes_or_no):
                holding.add([left.pop().entry])
            size = data.draw(st.integers(1, len(log)))
            assert holding.follows(log[holding.seq])
            holding.take(log[holding.seq : holding.seq + size])
        assert isinstance(holding.folded, Incident)
        assert holding.hash == log[-1].hash
        digests.add(digest(holding.folded))
    assert len(digests) == 1
