"""What ties a print to the log it was made from: for people, for a camera, and for machines."""

from __future__ import annotations

import io
import logging
from datetime import datetime
from typing import Annotated, Literal

import msgspec
import segno

from app.models.entry import to_micros
from app.record.paper import Stamp
from app.record.reader import PaperReader

ATTACHED = "muster-proof.json"
FORMAT: Literal["muster-record-1"] = "muster-record-1"


class NotARecordError(Exception):
    """The file is no record of Muster's; the text says why, in English."""


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """The log as it stood: `count` entries of `stream`, whose chain ended in `head` (hex)."""

    format: Literal["muster-record-1"] = FORMAT
    number: str
    stream: str
    head: str
    count: int
    made: Annotated[datetime, msgspec.Meta(tz=True)]
    form: str
    language: str
    contacts: bool = False


def attachment(proof: Proof) -> bytes:
    return msgspec.json.encode(proof)


def code_words(proof: Proof) -> str:
    """What the QR code says: one line, fields in this order, separated by single spaces.

    Time in whole seconds since 1970 UTC; an incident without a number yet is told by `-`.
    """
    made = to_micros(proof.made) // 1_000_000
    return (
        f"MUSTER1 {proof.number or '-'} {proof.count} {proof.head} {made} {proof.form} "
        f"{proof.language} {proof.stream}"
    )


_MASK = 3
"""One of the eight patterns that a code may be drawn with: looking for the best takes 30 ms, and
any camera reads each."""


def code(proof: Proof) -> bytes:
    """The QR code as SVG."""
    drawn = io.BytesIO()
    made = segno.make_qr(code_words(proof), error="m", mask=_MASK)
    made.save(drawn, kind="svg", border=2, xmldecl=False)
    return drawn.getvalue()


def stamp(proof: Proof, reader: PaperReader) -> Stamp:
    _tr = reader.translate
    head = " ".join(proof.head[at : at + 16] for at in range(0, 64, 16))
    return Stamp(
        title=_tr("Record", "Proof of the log"),
        lines=(
            (_tr("Record", "Entries"), str(proof.count)),
            (_tr("Record", "Chain head"), head),
            (_tr("Record", "Made"), reader.full(proof.made)),
        ),
        told=_tr(
            "Record",
            "The head covers every entry up to here. Whether the log still is what was printed:",
        ),
        command="muster verify FILE.pdf --db URL",
        alt=code_words(proof),
    )


def foot(proof: Proof, reader: PaperReader) -> str:
    """Ties each sheet to the log: the beginning of the head is enough to find a foreign one."""
    template = reader.translate("Record", "entries: {count} • {head}… • {made}")
    return template.format(
        count=proof.count, head=proof.head[:16], made=reader.dated(proof.made)
    )  # fmt: skip


_DAMAGED = (
    ValueError, LookupError, TypeError, AttributeError, NotImplementedError, ArithmeticError,
    RecursionError, OSError,
)  # fmt: skip
"""What pypdf comes to grief with, besides its own errors, where bytes were altered."""


def read_proof(pdf: bytes) -> Proof:
    """Raises `NotARecordError`."""
    from pypdf import PdfReader  # slow to import, and only needed here
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells people of its own parts
    try:
        attached = PdfReader(io.BytesIO(pdf)).attachments.get(ATTACHED)
    except (*_DAMAGED, PyPdfError) as error:
        raise NotARecordError(
            f"This is no whole PDF: it was cut off or damaged on its way ({error})."
        ) from error
    if not attached:
        raise NotARecordError("This PDF carries no proof: Muster did not make it, or it was cut.")
    try:
        return msgspec.json.decode(attached[0], type=Proof)
    except msgspec.MsgspecError as error:
        raise NotARecordError(f"The proof in this PDF cannot be read: {error}") from error
