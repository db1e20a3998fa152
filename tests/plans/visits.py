"""What an officer does where people come with a matter: phases, and the reception."""

from __future__ import annotations

from app.models.reception import ReceptionRow, receptions
from app.record.export import to_csv, to_json
from app.store.connect import connect
from tests.plans.keyboard import SHIFT
from tests.plans.officer import Officer


def reception(officer: Officer) -> ReceptionRow:
    """The newest."""
    return receptions(officer.incident, officer.plan)[-1]


async def shared_as_text(officer: Officer) -> str:
    """All that the shared log and its exports say of the incident."""
    log = await connect(officer.url)
    try:
        head = next(head for head in await log.heads() if head.stream == officer.stream)
        stored = await log.read(officer.stream, limit=100_000)
    finally:
        await log.close()
    return "\n".join([*(each.data for each in stored), to_json(head, stored).decode(),
                      to_csv(head, stored).decode()])  # fmt: skip


async def moves_on(officer: Officer, phase: str, happened: str) -> None:
    """J, the phase, what happened, Enter."""
    await officer.asks("j")
    await officer.answers(phase=phase, reason=happened)
    await officer.does("phase_entered")


async def begins_reception(officer: Officer, **about: str) -> None:
    await officer.asks("j", SHIFT)
    await officer.answers(**about)
    await officer.does("reception_begun")


async def on_reception(officer: Officer) -> None:
    await officer.on("7", "reception", f"reception:{reception(officer).key}:")


async def receives(officer: Officer, **contact: str) -> None:
    """One more representative: R on the reception."""
    await on_reception(officer)
    await officer.asks("r")
    await officer.answers(**contact)
    await officer.does("representative_added")


async def is_refused_one_more(officer: Officer) -> None:
    """R once more: refused with the reason, and nobody is added."""
    before = reception(officer).present
    await on_reception(officer)
    await officer.asks("r")
    await officer.is_refused(str(before))
    assert reception(officer).present == before


async def answers_matter(officer: Officer, text: str, by: str) -> None:
    await on_reception(officer)
    await officer.asks("a")
    await officer.answers(text=text, by=by)
    await officer.does("matter_answered")


async def promises(officer: Officer, text: str, owner: str, due: str) -> None:
    await on_reception(officer)
    await officer.asks("p")
    await officer.answers(text=text, owner=owner, due=due)
    await officer.does("promised")


async def ends_reception(officer: Officer, outcome: str) -> None:
    await on_reception(officer)
    await officer.asks("x")
    await officer.answers(outcome=outcome)
    await officer.does("reception_ended")
