"""Messages that a plan sends by itself, where a person has switched that on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta

import msgspec

from app.models import facts as f
from app.models.command import Refusal
from app.models.decisions.fitness import TITLE_LIMIT
from app.models.entry import Entry
from app.models.incident import Incident
from app.models.messages import compose, due_by_itself, message_words, subject_of
from app.models.plan import Plan, PlanNotification
from app.station.addressbook import AddressBook
from app.station.station import Station
from app.store.addresses import LANGUAGES, Address

BEGIN_WITH = ("course", "level", "phase", "sign", "people")
"""The cells that a notification may begin by."""

NOBODY = "-"
"""In place of an address where none is chosen or known: such a message fails, so that somebody
phones."""

_NUMBER_WITHIN = 3.0
"""Seconds to wait for the number of an incident that has just been opened."""

_BOOK_WITHIN = 20.0
"""Seconds to wait for the addresses, at a station that has never read them."""

AUTHOR = "Muster"

_MILLISECOND = timedelta(milliseconds=1)
"""`typed_at` is no more exact."""

_NEEDS_NOTHING = ("message_delivered", "message_sending", "sending_off", "closed")
"""Refused with these, a message is under way already, or nobody wants it any more."""


async def send_by_itself(
    station: Station, book: AddressBook, stream: str, entries: Sequence[Entry],
    time: Callable[[datetime], str], *, unsaid: bool = False,
) -> None:  # fmt: skip
    """Record that the messages are sent which began with one of these entries, typed here.

    `time` says a time of day as people here read it. With `unsaid`, only those of which nothing
    was recorded yet. Raises a RuntimeError at the end if one could not be recorded.
    """
    plan = station.site.plan(station.incidents[stream].course.plan)
    if plan is None:
        return
    begun = _Begun(
        station=station, book=book, stream=stream, plan=plan, time=time, unsaid=unsaid,
        moments=frozenset(entry.at for entry in entries),
    )  # fmt: skip
    if not begun.due():
        return
    await book.refresh(older_than=1.0)
    await _until(book.changed.add, lambda: book.is_read, within=_BOOK_WITHIN)
    refused = [await begun.send(planned) for planned in begun.due()]
    if any(refused):
        raise RuntimeError(" ".join(filter(None, refused)))


def what_had_begun(station: Station, stream: str) -> list[Entry]:
    """This station's entries of before it ended, since it was switched on.

    It may have stopped before it recorded that a message is sent.
    """
    incident = station.incidents[stream]
    plan = station.site.plan(incident.course.plan)
    since = station.site.sends_by_itself_since(plan.key) if plan else None
    if since is None:
        return []
    ours = (entry for entry in incident.timeline if entry.station == station.name)
    return [entry for entry in ours if entry.typed_at >= since - _MILLISECOND]


class _Begun(msgspec.Struct, frozen=True, kw_only=True):
    """What began with entries at `moments`. Others act meanwhile, so all is looked at again."""

    station: Station
    book: AddressBook
    stream: str
    plan: Plan
    moments: frozenset[datetime]
    time: Callable[[datetime], str]
    unsaid: bool

    def due(self, but: Collection[str] = ()) -> list[PlanNotification]:
        """What is to be sent now; messages of the keys `but` are taken as not there."""
        if not self.station.site.sends_by_itself(self.plan.key):
            return []
        incident = self._incident
        due = due_by_itself(incident, self.plan, self.moments, but=but)
        sent = incident.messages.items() if self.unsaid else ()
        said = {value.target for key, value in sent if value.by_itself and key not in but}
        return [planned for planned in due if planned.key not in said]

    async def send(self, planned: PlanNotification) -> str:
        """To each of its addresses; why one could not be recorded, as a code, else empty."""
        number = await _number(self.station, self.stream)
        addresses = self.book.addresses_for(
            self.plan, planned.key, drill=self._incident.course.drill
        )
        facts = [self._fact(planned, each, number) for each in addresses]
        refused = ""
        for fact in facts or [self._unaddressed(planned, number)]:
            if planned not in self.due(but={each.message for each in facts}):
                break
            answer = await self.station.do(self.stream, fact, author=AUTHOR)
            if isinstance(answer, Refusal) and answer.code not in _NEEDS_NOTHING:
                refused = answer.code
        return refused

    @property
    def _incident(self) -> Incident:
        return self.station.incidents[self.stream]

    def _fact(self, planned: PlanNotification, address: Address, number: str) -> f.MessageSent:
        """Its key is of what it is about: it is one message however often it is asked for."""
        incident, language = self._incident, address.language
        drill = incident.course.drill
        return f.MessageSent(
            message=f"self-{planned.key}-{address.key}", address=address.key, to=address.label,
            target=planned.key, by_itself=True, text=self._text(planned, number, language),
            subject=subject_of(incident.detail.title, number, language, drill=drill),
        )  # fmt: skip

    def _unaddressed(self, planned: PlanNotification, number: str) -> f.MessageSent:
        """It will fail. Nobody knows who is to read it, so it is in every language."""
        who = dict.fromkeys(planned.who.in_language(each) for each in LANGUAGES)
        texts = dict.fromkeys(self._text(planned, number, each) for each in LANGUAGES)
        return f.MessageSent(
            message=f"self-{planned.key}-{NOBODY}", address=NOBODY, to=" ".join(who)[:TITLE_LIMIT],
            target=planned.key, by_itself=True, text="\n".join(texts),
        )  # fmt: skip

    def _text(self, planned: PlanNotification, number: str, language: str) -> str:
        incident = self._incident
        opened = incident.course.opened_at
        words = message_words(
            incident, self.plan, number=number, time=self.time(opened) if opened else "",
            language=language,
        )  # fmt: skip
        assert planned.message is not None  # noqa: S101  only those are due
        return compose(planned.message, words, language, drill=incident.course.drill)


async def _number(station: Station, stream: str) -> str:
    """What people call the incident; empty if the shared log does not say so in time."""

    def known() -> str:
        head = station.heads.get(stream)
        return head.number if head else ""

    within = _NUMBER_WITHIN if station.connection.is_up else 0.0
    await _until(station.subscribe_shared, lambda: bool(known()), within=within)
    return known()


async def _until(
    listen: Callable[[Callable[[object], None]], Callable[[], None]],
    so: Callable[[], bool],
    *,
    within: float,
) -> None:
    """Wait for what may come with one of the news; `listen` returns what ends the listening."""
    news = asyncio.Event()
    leave = listen(lambda _: news.set())
    try:
        async with asyncio.timeout(within):
            while not so():
                news.clear()
                await news.wait()
    except TimeoutError:
        return
    finally:
        leave()
