"""What a form is made from: an incident as its log stood, and who reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import msgspec

from app.models.entry import Entry, Stored
from app.models.facts import Printed
from app.models.files import FileSort, sort_of
from app.models.incident import Incident
from app.models.plan import Plan
from app.models.site import Site
from app.models.tellings.common import Names
from app.record.proof import Proof
from app.record.reader import PaperReader


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Personal details of one of the public, kept beside the log under `key`."""

    key: str
    name: str
    reach: str


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """`seqs` are the places of entries in the log, by their ids.

    `contacts` is None unless personal details were asked for.
    """

    incident: Incident
    site: Site
    number: str
    now: datetime
    reader: PaperReader
    proof: Proof | None = None
    seqs: Mapping[str, int] = {}
    contacts: Mapping[str, Person] | None = None
    picture: bytes = b""
    broken: int = 0
    """Where the chain of the log breaks; 0: nowhere."""
    uncovered: int = 0
    """How many entries are shown that the shared log does not have yet."""

    @property
    def plan(self) -> Plan | None:
        return self.site.plan(self.incident.course.plan)

    @property
    def names(self) -> Names:
        return Names(incident=self.incident, plan=self.plan, site=self.site)

    def when(self, moment: datetime | None) -> str:
        """A time of the day on which the incident was opened; of another day, with that."""
        reader, opened = self.reader, self.incident.course.opened_at
        if moment is None:
            return ""
        same_day = opened is None or reader.day(opened) == reader.day(moment)
        return reader.time(moment) if same_day else reader.dated(moment)[5:]

    @property
    def picture_file(self) -> str:
        """The name under which typst knows what form the picture has; "" without one."""
        known = self.site.picture
        if not self.picture or sort_of(known.media_type) is not FileSort.PICTURE:
            return ""
        return "site." + _ENDINGS.get(known.media_type, "png")


_ENDINGS = {"image/svg+xml": "svg", "image/jpeg": "jpg", "image/png": "png"}


def without_last_prints(stored: Sequence[Stored]) -> Sequence[Stored]:
    """The log up to its last entry that is no print: a copy is made of the same as the first."""
    end = len(stored)
    while end and isinstance(stored[end - 1].entry.fact, Printed):
        end -= 1
    return stored[:end]


def printed_before(
    stored: Iterable[Stored], *, form: str, language: str, head: str, contacts: bool
) -> datetime | None:
    """When the same record of the same log was made first."""
    for each in stored:
        fact = each.entry.fact
        if (
            isinstance(fact, Printed)
            and (fact.form, fact.language, fact.head, fact.contacts)
            == (form, language, head, contacts)
            and fact.made is not None
        ):
            return fact.made
    return None


def known_by(stored: Iterable[Stored], moment: datetime) -> list[Entry]:
    """What the log held at a moment, by its own clock."""
    return [each.entry for each in stored if each.recorded_at <= moment]
