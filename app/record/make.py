"""Makes a record: from the log as it stands to a file, and the entry that says so."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

import msgspec

from app.models.entry import Entry, Stored
from app.models.facts import Printed
from app.models.incident import Incident
from app.models.prints import Form, PaperLanguage, Pressed
from app.models.site import Site
from app.record.forms.ics_201 import ics_201
from app.record.forms.ics_209 import ics_209
from app.record.forms.ics_211 import ics_211
from app.record.forms.ics_214 import ics_214
from app.record.forms.lists import notification_list, staff_list
from app.record.forms.report import report
from app.record.forms.status import status
from app.record.forms.summary import summary
from app.record.forms.timeline import timeline
from app.record.paper import Sheets
from app.record.proof import Proof
from app.record.reader import PaperReader
from app.record.source import Person, Source, known_by, printed_before, without_last_prints
from app.record.typeset import pdf, png_pages
from app.store.chain import GENESIS, first_break

FORMS: Mapping[Form, Callable[[Source], Sheets]] = {
    Form.TIMELINE: timeline,
    Form.SUMMARY: summary,
    Form.REPORT: report,
    Form.STATUS: status,
    Form.ICS_201: ics_201,
    Form.ICS_209: ics_209,
    Form.ICS_211: ics_211,
    Form.ICS_214: ics_214,
    Form.NOTIFICATIONS: notification_list,
    Form.STAFF: staff_list,
}


PREVIEW_PPI = 144
"""A page is about 1,200 pixels wide: its smallest words can be read also from nearer."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """`contacts` is None unless personal details were asked for."""

    form: Form
    language: PaperLanguage
    contacts: Mapping[str, Person] | None = None


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """What a record is made from: the log of an incident and of the site, in order of seq."""

    stream: str
    number: str
    stored: Sequence[Stored]
    site: Sequence[Stored]
    picture: bytes = b""
    waiting: Sequence[Entry] = ()
    """What this station recorded and the shared log does not have yet."""


def make(held: Held, wanted: Wanted, reader: PaperReader, now: datetime) -> Pressed:
    """Of the log up to its last entry that is no print: made again of the same, the same bytes."""
    source = source_of(held, wanted, reader, now)
    made = pdf(FORMS[wanted.form](source))
    proof = source.proof
    assert proof is not None  # noqa: S101  `source_of` gives one
    printed = Printed(
        form=proof.form, language=proof.language, head=proof.head, count=proof.count,
        sha256=hashlib.sha256(made).hexdigest(), made=proof.made, contacts=proof.contacts,
    )  # fmt: skip
    return Pressed(pdf=made, printed=printed)


def preview(held: Held, wanted: Wanted, reader: PaperReader, now: datetime) -> list[bytes]:
    """The pages that `make` would put into the file now, as PNG."""
    return png_pages(FORMS[wanted.form](source_of(held, wanted, reader, now)), ppi=PREVIEW_PPI)


def source_of(held: Held, wanted: Wanted, reader: PaperReader, now: datetime) -> Source:
    """A copy has the time of the first: of the same log, made by then, with what was known then.

    What is not in the shared log yet makes it another print, of now.
    """
    stored = without_last_prints(held.stored)
    head = (stored[-1].hash if stored else GENESIS).hex()
    private = wanted.contacts is not None
    waiting = [each for each in held.waiting if not isinstance(each.fact, Printed)]
    first = printed_before(
        held.stored, form=wanted.form, language=wanted.language, head=head, contacts=private
    )
    made = max([now, *(each.recorded_at for each in stored[-1:])])
    if first and not waiting:
        made = first
    proof = Proof(
        number=held.number, stream=held.stream, head=head, count=len(stored), made=made,
        form=wanted.form, language=wanted.language, contacts=private,
    )  # fmt: skip
    broken = first_break(stored)
    return Source(
        incident=Incident(held.stream, [*(each.entry for each in stored), *waiting]),
        site=Site(known_by(held.site, made)), number=held.number, now=made, reader=reader,
        proof=proof, seqs={each.entry.id: each.seq for each in stored}, contacts=wanted.contacts,
        picture=held.picture, broken=broken.seq if broken else 0, uncovered=len(waiting),
    )  # fmt: skip
