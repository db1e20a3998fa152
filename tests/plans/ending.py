"""How an officer ends an incident: over, closed, and every follow-up done."""

from __future__ import annotations

from collections.abc import Collection

from app.models.course import Status
from app.models.follow_ups import follow_ups
from app.views.parts.tick_box import TickBox
from tests.plans.keyboard import KEY
from tests.plans.officer import Officer


async def is_not_over_yet(officer: Officer, *left: str) -> None:
    """O names what must be done; without a word on why it is over all the same, it is not."""
    await officer.asks("o")
    for task in left:
        assert officer.is_asked_with(officer.task(task).text.en), task
    await officer.is_refused("Still to be done", reason="They have gone")
    assert officer.incident.course.status is Status.OPEN


async def declares_over(officer: Officer, reason: str, *, awaits: bool = False) -> None:
    """O; the plan's own words for the end are shown. Nothing that must be done is left.

    `awaits`: who is still to come is not stood down.
    """
    await officer.asks("o")
    assert not officer.is_asked_with("Still to be done"), "something that must be done is not"
    for words in officer.plan.end:
        assert officer.is_asked_with(words.en)
    if awaits:
        officer.tabs_to(officer.part(TickBox, "tick_all"))
        officer.press(KEY.Key_Space)
    await officer.answers(reason=reason)
    await officer.does("declared_over")
    assert officer.incident.course.status is Status.OVER


async def declares_over_despite(officer: Officer, reason: str, despite: str) -> None:
    """O, though something that must be done is not: with a word on why."""
    await officer.asks("o")
    assert officer.is_asked_with("Still to be done")
    await officer.answers(reason=reason, despite=despite)
    await officer.does("declared_over")
    assert officer.reads(despite)


async def closes(officer: Officer, summary: str) -> None:
    await officer.asks("o")
    await officer.answers(summary=summary)
    await officer.does("closed")
    assert officer.incident.course.status is Status.CLOSED


async def chases(officer: Officer, key: str, said: str) -> None:
    await officer.on("9", "followUps", key)
    await officer.asks("k")
    await officer.answers(said=said)
    await officer.does("chased")


async def feeds_back(officer: Officer, key: str, to: str, text: str) -> None:
    await officer.on("9", "followUps", key)
    await officer.asks("f")
    await officer.answers(to=to, text=text)
    await officer.does("fed_back")


async def settles(officer: Officer, but: Collection[str] = ()) -> None:
    """Each follow-up done, with what came of it; after the last it is settled."""
    owed = [row.key for row in follow_ups(officer.incident, officer.plan) if row.is_owed]
    for key in owed:
        if key in but:
            continue
        assert not officer.incident.is_settled
        await officer.on("9", "followUps", key)
        await officer.asks(KEY.Key_Return)
        await officer.answers(result="Done as owed")
        await officer.does("follow_up_done")


async def is_settled(officer: Officer) -> None:
    """Closed, nothing is owed, and the screen says so."""
    await officer.comes(lambda: officer.incident.is_settled, "the end")
    assert not [row for row in follow_ups(officer.incident, officer.plan) if row.is_owed]
    await officer.comes(lambda: officer.says("settled"), "the word for it")
    await officer.comes(lambda: officer.says_elsewhere("settled"), "the word for it, elsewhere")
