"""Reads papers back: the PDF as others see it, and the words of a paper before it is set."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

import msgspec
from pypdf import PdfReader

from app.models.prints import Form, Pressed
from app.record.make import FORMS, Held, Wanted, make, source_of
from app.record.paper import Sheets
from app.record.reader import PaperReader
from app.record.source import Person
from tests.record.material import BEGIN

NOW = BEGIN + timedelta(minutes=45)
SHANGHAI = ZoneInfo("Asia/Shanghai")
Language = Literal["en", "zh"]


def sheets(
    held: Held, form: Form, language: Language = "en", *, now: datetime = NOW,
    contacts: dict[str, Person] | None = None,
) -> Sheets:  # fmt: skip
    wanted = Wanted(form=form, language=language, contacts=contacts)
    return FORMS[form](source_of(held, wanted, PaperReader(language, SHANGHAI), now))


def made(
    held: Held, form: Form = Form.TIMELINE, language: Language = "en", *, now: datetime = NOW,
    contacts: dict[str, Person] | None = None,
) -> Pressed:  # fmt: skip
    wanted = Wanted(form=form, language=language, contacts=contacts)
    return make(held, wanted, PaperReader(language, SHANGHAI), now)


def words(of: Sheets) -> str:
    """All that stands on a paper, a piece a line."""
    return "\n".join(_texts(msgspec.to_builtins(of.paper)))


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from _texts(each)
        case list() | tuple():
            for each in value:
                yield from _texts(each)


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def xmp(pdf: bytes) -> str:
    found = PdfReader(io.BytesIO(pdf)).xmp_metadata
    assert found is not None
    return found.stream.get_data().decode()
