"""Entries that no station of ours writes: facts of every kind with odd or missing parts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, get_args

import msgspec
from hypothesis import strategies as st
from uuid_utils import uuid7

from app.models.archive import COURSE_KINDS
from app.models.entry import SITE, Wire, to_micros
from app.models.facts import KnownFact
from tests.store.entries import AT

FIELDS = {
    str(fact.__struct_config__.tag): [each.encode_name for each in msgspec.structs.fields(fact)]
    for fact in get_args(KnownFact)
}
"""The fields of each kind of fact."""

VALUES: Sequence[Any] = (
    None, True, 0, 1, 4, 7, -1, 1.5, 10**12, 10**30, "", "x", "abc", "1", "\0", "\ud800",
    "infinity", "-infinity", "now", "2026-02-30T10:00:00Z", "2026-11-23T10:00:00",
    "2026-11-23T10:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00",
    "PT900S", "P99999999999D", "y" * 9_000, [], {}, ["x", 1, None], {"en": 5, "zh": ["x"]},
    [[[["x"]]]], {"kind": "opened", "title": None}, "crowd@1",
)  # fmt: skip


@st.composite
def facts(draw: st.DrawFn) -> tuple[str, str]:
    """A kind, mostly one that a summary is made of, and what is written as a fact of it."""
    kind = draw(st.sampled_from(sorted(COURSE_KINDS)) | st.sampled_from(sorted(FIELDS)))
    fields: dict[str, Any] = {"kind": kind if draw(st.integers(0, 9)) else "note"}
    for field in FIELDS[kind]:
        value = draw(st.sampled_from([*VALUES, *("x", 2) * 8, ...]))
        if value is not ...:
            fields[field] = value
    return kind, json.dumps(fields)


def odd_wire(kind: str, data: str, stream: str) -> Wire:
    return Wire(
        id=str(uuid7()), stream=stream, kind=kind, at=to_micros(AT), author="A", station="S",
        data=data,
    )  # fmt: skip


@st.composite
def logs(draw: st.DrawFn) -> list[Wire]:
    """Of an incident, with corrections that put something odd in the place of others; and plans."""
    made = draw(st.lists(facts(), min_size=1, max_size=12))
    wires = [odd_wire(kind, data, "one") for kind, data in made]
    for _ in range(draw(st.integers(0, 4))):
        _, instead = draw(facts())
        fields = {
            "kind": "corrected", "entry": draw(st.sampled_from(wires)).id, "reason": "",
            "at": draw(st.sampled_from(VALUES)), "fact": json.loads(instead),
        }  # fmt: skip
        wires.append(odd_wire("corrected", json.dumps(fields), "one"))
    return [*wires, *(odd_wire("plan_published", each, SITE) for each in draw(st.lists(_plans())))]


@st.composite
def _plans(draw: st.DrawFn) -> str:
    some = st.sampled_from(VALUES)
    task = st.fixed_dictionaries(
        {}, optional={"key": some, "text": some, "owner": some, "within": some}
    )
    tasks = draw(some | st.lists(task, max_size=3))
    document = draw(some | st.just({"tasks": tasks}))
    return json.dumps({"kind": "plan_published", "ref": "crowd@1", "document": document})
