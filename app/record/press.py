"""The press of a station: makes records of what the station holds, also while the log is away."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeVar

from app.models.command import Refusal
from app.models.entry import SITE
from app.models.prints import Form, NotPressedError, PaperLanguage, Pressed
from app.models.readiness import Shown
from app.models.refusals import refuse
from app.record.make import PREVIEW_PPI, Held, Wanted, make, preview
from app.record.reader import PaperReader
from app.record.readiness import readiness_sheets
from app.record.source import Person
from app.record.typeset import NotSetError, pdf, png_pages
from app.station.station import Station

Made = TypeVar("Made")


class StationPress:
    """What the shared log does not have yet is on paper too, and told there."""

    def __init__(self, station: Station) -> None:
        self._station = station

    async def make(
        self, stream: str, form: Form, language: PaperLanguage, *, contacts: bool
    ) -> Pressed:
        """In a thread; nothing is entered, and no file is anywhere. Raises `NotPressedError`."""
        return await self._press(make, stream, form, language, contacts=contacts)

    async def preview(
        self, stream: str, form: Form, language: PaperLanguage, *, contacts: bool
    ) -> list[bytes]:
        """The pages that would be printed now, as PNG. Raises `NotPressedError`."""
        return await self._press(preview, stream, form, language, contacts=contacts)

    async def readiness(self, shown: Shown, language: PaperLanguage) -> bytes:
        """The PDF. Raises `NotPressedError`."""
        return await _set(lambda: pdf(readiness_sheets(shown, PaperReader(language))))

    async def readiness_pages(self, shown: Shown, language: PaperLanguage) -> list[bytes]:
        """As PNG. Raises `NotPressedError`."""
        return await _set(
            lambda: png_pages(readiness_sheets(shown, PaperReader(language)), ppi=PREVIEW_PPI)
        )

    async def _press(
        self, make_: Callable[[Held, Wanted, PaperReader, datetime], Made], stream: str,
        form: Form, language: PaperLanguage, *, contacts: bool,
    ) -> Made:  # fmt: skip
        details = await self._contacts(stream) if contacts else None
        wanted = Wanted(form=form, language=language, contacts=details)
        held, now = await self._held(stream), self._station.now()
        return await _set(lambda: make_(held, wanted, PaperReader(language), now))

    async def _held(self, stream: str) -> Held:
        station = self._station
        stored, head = await station.stored(stream), station.heads.get(stream)
        known = {each.entry.id for each in stored}
        waiting = [e for e in station.incidents[stream].timeline if e.id not in known]
        return Held(
            stream=stream, number=head.number if head else "", stored=stored,
            site=await station.stored(SITE), picture=await asyncio.to_thread(self._picture),
            waiting=waiting,
        )  # fmt: skip

    def _picture(self) -> bytes:
        """Nothing where its bytes have not come here yet."""
        sha256 = self._station.site.picture.sha256
        path = self._station.files.path(sha256) if sha256 else None
        try:
            return path.read_bytes() if path else b""
        except OSError:  # gone meanwhile
            return b""

    async def _contacts(self, stream: str) -> Mapping[str, Person]:
        """All or none: a list with gaps would pass for a whole one."""
        found = await self._station.contacts.of(stream)
        if found.trouble:
            raise NotPressedError(Refusal(code="contacts_away", why=found.trouble))
        return {each.key: Person(key=each.key, name=each.name, reach=each.reach)
                for each in found.contacts}  # fmt: skip


async def _set(make_: Callable[[], Made]) -> Made:
    """In a thread."""
    try:
        return await asyncio.to_thread(make_)
    except NotSetError as error:
        raise NotPressedError(refuse("not_set", why=str(error))) from error
