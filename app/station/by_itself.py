"""Messages that a plan sends by itself, where a person has switched that on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from app.models import facts as f
from app.models.entry import Entry, to_micros
from app.models.messages import compose, due_by_itself, message_words, subject_of
from app.station.addressbook import AddressBook
from app.station.changed import Shared
from app.station.station import Station

BEGIN_WITH = ("course", "level", "phase", "sign", "people")
"""The cells that a notification may begin by."""

_NUMBER_WITHIN = 3.0
"""Seconds to wait for the number of an incident that has just been opened."""

AUTHOR = "Muster"


async def send_by_itself(
    station: Station, book: AddressBook, stream: str, entries: Sequence[Entry],
    time: Callable[[datetime], str],
) -> None:  # fmt: skip
    """Record that the messages are sent which began with one of these entries, typed here.

    `time` says a time of day as people here read it.
    """
    incident = station.incidents[stream]
    plan = station.site.plan(incident.course.plan)
    moments = frozenset(entry.at for entry in entries)
    if plan is None or not station.site.sends_by_itself(plan.key):
        return
    due = due_by_itself(incident, plan, moments)
    if not due:
        return
    await book.refresh(older_than=1.0)
    number = await _number(station, stream)
    drill, opened = incident.course.drill, incident.course.opened_at
    for planned in due:
        for address in book.addresses_for(plan, planned.key, drill=drill):
            words = message_words(
                incident, plan, number=number, time=time(opened) if opened else "",
                language=address.language,
            )  # fmt: skip
            assert planned.message is not None  # noqa: S101  only those are due
            fact = f.MessageSent(
                # Of what it is about, so that it is one message however often it is asked for.
                message=f"self-{to_micros(min(moments))}-{planned.key}-{address.key}",
                address=address.key, to=address.label, target=planned.key, by_itself=True,
                text=compose(planned.message, words, address.language, drill=drill),
                subject=subject_of(incident.detail.title, number, address.language, drill=drill),
            )  # fmt: skip
            await station.do(stream, fact, author=AUTHOR)


async def _number(station: Station, stream: str) -> str:
    """What people call the incident; empty if the shared log does not say so in time."""
    given = asyncio.Event()

    def look(shared: Shared) -> None:
        if shared.stream == stream:
            given.set()

    leave = station.subscribe_shared(look)
    try:
        async with asyncio.timeout(_NUMBER_WITHIN if station.connection.is_up else 0.0):
            while not _known(station, stream):
                given.clear()
                await given.wait()
    except TimeoutError:
        return ""
    finally:
        leave()
    return _known(station, stream)


def _known(station: Station, stream: str) -> str:
    head = station.heads.get(stream)
    return head.number if head else ""
