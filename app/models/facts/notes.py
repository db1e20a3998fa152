"""Notes, files, corrections, prints, and the shift log."""

from __future__ import annotations

import msgspec

from app.models.facts.base import Fact, Moment


class Note(Fact, tag="note", frozen=True, kw_only=True):
    text: str


class Corrected(Fact, tag="corrected", frozen=True, kw_only=True):
    """Says that an earlier entry was wrong; the original stays visible.

    `taken_back` says that it was pressed by mistake and taken back within seconds.
    `fact` is what it should have said (as the JSON of a fact), or nothing when it is struck.
    `at` is when it happened, if that was wrong too.
    """

    entry: str
    reason: str
    fact: msgspec.Raw = msgspec.Raw(b"null")
    at: Moment | None = None
    taken_back: bool = False


class Attached(Fact, tag="attached", frozen=True, kw_only=True):
    """A photo or file; its bytes are kept beside the log under their fingerprint.

    `sha256` is 64 hexadecimal digits, `size` in bytes.
    """

    sha256: str
    name: str
    media_type: str
    size: int
    text: str = ""


class ShiftHandedOver(Fact, tag="shift_handed_over", frozen=True, kw_only=True):
    """Of the shift log: what whoever comes next has to know."""

    from_name: str
    to_name: str
    text: str


class Printed(Fact, tag="printed", frozen=True, kw_only=True):
    """A record was made of the log as it stood at `count` entries, whose chain ended in `head`.

    `form` and `language` are as on the command line, `head` and `sha256` (of the file) 64
    hexadecimal digits; `contacts`: with personal details. `made` is the time that stands on it:
    a copy of an unchanged log has that of the first. This entry is never among the `count`.
    """

    form: str
    language: str
    head: str
    count: int
    sha256: str = ""
    made: Moment | None = None
    contacts: bool = False
