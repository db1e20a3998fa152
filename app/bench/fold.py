"""Folding: entries a second, and one more entry at the end or in the past of a long incident."""

from __future__ import annotations

import time
from collections.abc import Iterator
from statistics import median

import msgspec

from app.bench.figures import Figure, at_most, seconds, share_of_floor
from app.bench.material import read, wires
from app.models.entry import Entry, Wire
from app.models.facts import KnownFact
from app.models.incident import Incident

MANY, LONG = 100_000, 10_000


def measure(runs: int) -> Iterator[Figure]:
    made = wires(MANY, "bench")
    floor = MANY / seconds(lambda: _decode_and_count(made), runs)
    ours = MANY / seconds(lambda: _fold(made), runs)
    name = f"{MANY:,} entries from stored text to state"
    yield share_of_floor(name, ours, floor, 0.13, "/s", "decode and a trivial apply")
    yield Figure(
        name="the same, absolute", ours=ours, unit="/s", target="≥ 300,000 /s", met=ours >= 300_000
    )
    entries = read(made[:LONG])
    ends = [_add_one(entries[:-1], entries[-1]) for _ in range(max(runs, 5))]
    yield at_most(f"one entry at the end of {LONG:,}", median(ends) * 1e6, 50, "µs")
    past = [
        _add_one(entries[:at] + entries[at + 1 :], entries[at])
        for at in range(LONG // 20, LONG, LONG // 10)
    ]
    yield at_most(f"one entry in the past of {LONG:,}", median(past) * 1e3, 2, "ms")


def _decode_and_count(made: list[Wire]) -> dict[type, int]:
    counts: dict[type, int] = {}
    decode = msgspec.json.Decoder(KnownFact).decode
    for wire in made:
        kind = type(decode(wire.data))
        counts[kind] = counts.get(kind, 0) + 1
    return counts


def _fold(made: list[Wire]) -> Incident:
    incident = Incident("bench", read(made))
    incident.fold.snapshot()
    return incident


def _add_one(others: list[Entry], entry: Entry) -> float:
    incident = Incident("bench", others)
    incident.fold.snapshot()
    begun = time.perf_counter()
    changes = incident.add((entry,))
    for cell, subject in changes.cells:
        incident.fold.value(cell, subject)
    return time.perf_counter() - begun
