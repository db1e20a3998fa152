"""What is kept of closed incidents, and for how long."""

from __future__ import annotations

from datetime import UTC, datetime

from app.models.measures import Measures
from app.models.statistics import Measured

BEGIN = datetime(2026, 11, 23, tzinfo=UTC)


def measured(plan: str) -> Measured:
    return Measured(plan=plan, drill=False, opened_at=BEGIN)


def test_that_what_was_measured_holds_until_there_is_an_entry_more() -> None:
    kept = Measures()
    assert kept.of("a", 5) is None
    kept.keep("a", 5, measured("fire"))
    assert kept.of("a", 5) == measured("fire")
    assert kept.of("a", 6) is None


def test_that_of_too_many_the_first_is_forgotten() -> None:
    kept = Measures(most=2)
    for stream in ("a", "b", "a", "c"):
        kept.keep(stream, 1, measured(stream))
    assert kept.of("b", 1) is None
    assert kept.of("a", 1) == measured("a")
    assert kept.of("c", 1) == measured("c")
