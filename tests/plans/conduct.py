"""What plans 4 and 5 have in common: approached by two, calmly; handed over; what was done."""

from __future__ import annotations

from tests.plans.officer import Officer


async def calm(officer: Officer, apart: str) -> None:
    """Two people, calm voices, ask what is needed, offer help; others away; easy to leave.

    `apart` is the task by which people are kept away from each other.
    """
    assert "two people" in officer.row("tasks", "task:approach")
    await officer.finishes("approach", "speak", "offer_help", apart, "way_out")


async def hands_over(officer: Officer, to: str) -> None:
    """With the time and to whom; then what was done is written down, not who they seem to be."""
    await hands_over_person(officer, to)
    assert "not who the person seems to be" in officer.row("tasks", "task:write_down")
    await officer.finishes("write_down")


async def hands_over_person(officer: Officer, to: str) -> None:
    """With the time, which may be before it is written, and to whom."""
    now = officer.station.now().astimezone()
    await officer.writes(f"{now:%H:%M} Handed over {to}")
    note = next(entry for entry in reversed(officer.incident.timeline) if entry.kind == "note")
    assert note.at == now.replace(second=0, microsecond=0)
    assert note.at <= note.typed_at
    await officer.finishes("hand_over")
