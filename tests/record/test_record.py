"""Records as files: the same bytes for the same log, PDF/A, marks on every page."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from app.models import facts as f
from app.models.entry import SITE
from app.models.prints import Form
from app.models.text import Text
from app.record.make import FORMS, Held
from app.record.source import Person
from app.record.typeset import png_pages
from app.store.chain import GENESIS
from tests.record.material import BEGIN, MINUTE, drill, log, small
from tests.record.reading import NOW, Language, made, pages, sheets, words, xmp

A4 = (595.28, 841.89)


@pytest.fixture(scope="module")
def played() -> dict[Language, Held]:
    return {"en": drill("en"), "zh": drill("zh_CN")}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("form", FORMS)
def test_that_every_form_is_pdf_a_on_a4_with_pages_numbered_and_the_drill_marked(
    played: dict[Language, Held], form: Form, language: Language
) -> None:
    record = made(played[language], form, language)
    read = PdfReader(io.BytesIO(record.pdf))
    markers = xmp(record.pdf)
    assert "<pdfaid:part>3</pdfaid:part>" in markers
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in markers
    root: Any = read.trailer["/Root"]
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    texts = pages(record.pdf)
    for number, (page, text) in enumerate(zip(read.pages, texts, strict=True), 1):
        size = sorted((float(page.mediabox.width), float(page.mediabox.height)))
        assert size == pytest.approx(A4, abs=0.1)
        counted = f"Page {number} of {len(texts)}"
        if language == "zh":
            counted = f"第 {number} 页，共 {len(texts)} 页"
        assert counted in text
        assert "演练 DRILL" in text
        assert record.printed.head[:16] in text


@pytest.mark.parametrize("form", FORMS)
def test_that_a_record_made_twice_of_the_same_log_is_the_same_to_the_byte(
    played: dict[Language, Held], form: Form
) -> None:
    assert made(played["zh"], form, "zh") == made(played["zh"], form, "zh")


def grown(held: Held, *facts: f.KnownFact, minutes: float = 60) -> Held:
    """More entries, each recorded a minute after the one before."""
    told = [
        ((each.entry.at - BEGIN) / MINUTE, each.entry.fact,
         (each.recorded_at - each.entry.at) / MINUTE)
        for each in held.stored
    ]  # fmt: skip
    told += [(minutes + number, fact, 0.0) for number, fact in enumerate(facts)]
    return msgspec.structs.replace(held, stored=log(told))


def test_that_a_copy_of_an_unchanged_log_has_the_bytes_and_the_time_of_the_first() -> None:
    held = small((1, f.Note(text="gate shut")))
    first = made(held)
    again = made(grown(held, first.printed), now=NOW + timedelta(hours=3))
    assert again.pdf == first.pdf
    assert again.printed == first.printed


def test_that_what_is_not_in_the_shared_log_yet_makes_it_a_print_of_now() -> None:
    held = small((1, f.Note(text="gate shut")))
    first = made(held)
    later = NOW + timedelta(hours=3)
    [waiting] = log([(200.0, f.Note(text="only here"))])
    copied = msgspec.structs.replace(grown(held, first.printed), waiting=[waiting.entry])
    assert made(copied, now=later).printed.made == later


def test_that_the_head_on_a_print_is_the_one_before_its_own_entry() -> None:
    held = small((1, f.Note(text="gate shut")))
    printed = made(held).printed
    assert (printed.count, printed.head) == (2, held.stored[-1].hash.hex())
    later = made(grown(held, printed, f.Note(text="later")), now=NOW + timedelta(hours=2)).printed
    assert later.count == 4
    assert later.made == NOW + timedelta(hours=2)


def test_that_another_form_or_language_is_a_record_of_its_own() -> None:
    held = small((1, f.Note(text="gate shut")))
    first = made(held)
    other = made(grown(held, first.printed), language="zh", now=NOW + timedelta(hours=3))
    assert other.printed.made == NOW + timedelta(hours=3)
    assert other.printed.head == first.printed.head


def test_that_the_site_on_a_copy_is_the_one_known_when_the_first_was_made() -> None:
    held = small((1, f.ZoneCordoned(zone="lobby")))
    first = made(held, Form.SUMMARY)
    told = [((e.entry.at - BEGIN) / MINUTE, e.entry.fact) for e in held.site]
    renamed = f.ZoneDefined(zone="lobby", name=Text("Atrium", "中庭"))
    later = log([*told, (90.0, renamed)], stream=SITE)
    copied = msgspec.structs.replace(grown(held, first.printed), site=later)
    assert made(copied, Form.SUMMARY, now=NOW + timedelta(hours=3)).pdf == first.pdf
    other = made(copied, Form.REPORT, now=NOW + timedelta(hours=3))
    assert any("Atrium" in text for text in pages(other.pdf))


def test_that_a_real_incident_carries_no_mark_of_a_drill() -> None:
    assert "DRILL" not in words(sheets(small(), Form.SUMMARY))


CONTACTS = {"c1": Person(key="c1", name="Sun Li", reach="139 0000 0000")}
HEARD = (
    (1, f.ReceptionBegun(reception="r", matter="Wages", people=9)),
    (2, f.RepresentativeAdded(reception="r", representative="a", contact="c1")),
)


@pytest.mark.parametrize("form", FORMS)
def test_that_personal_details_stand_only_where_they_were_asked_for(form: Form) -> None:
    plain = words(sheets(small(*HEARD), form))
    assert "Sun Li" not in plain
    assert "139 0000" not in plain
    assert "personal details" not in plain


def test_that_pages_with_personal_details_are_marked_every_one() -> None:
    record = made(small(*HEARD), Form.SUMMARY, contacts=CONTACTS)
    texts = pages(record.pdf)
    assert any("Sun Li" in text for text in texts)
    assert all("Contains personal details" in text for text in texts)
    assert record.printed.contacts


def test_that_a_broken_log_is_told_on_every_page() -> None:
    held = small((1, f.Note(text="gate shut")), (2, f.Note(text="gate open")))
    stored = list(held.stored)
    forged = msgspec.structs.replace(stored[1].entry, author="Somebody")
    stored[1] = msgspec.structs.replace(stored[1], entry=forged)
    texts = pages(made(msgspec.structs.replace(held, stored=stored)).pdf)
    assert all("The log is broken at No. 2" in text for text in texts)


def test_that_what_the_shared_log_does_not_have_yet_is_shown_and_told() -> None:
    held = small((1, f.Note(text="gate shut")), (2, f.Note(text="gate open")))
    *stored, last = held.stored
    waiting = msgspec.structs.replace(held, stored=stored, waiting=[last.entry])
    record = made(waiting)
    [text] = pages(record.pdf)
    assert "gate open" in text
    assert "entries without number, not in the shared log yet: 1" in text
    assert record.printed.count == 2


NASTY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.lists(NASTY, min_size=1, max_size=6))
def test_that_whatever_people_write_is_set(texts: list[str]) -> None:
    """PDF/A forbids a character without a shape; names may have any."""
    held = small(*((number, f.Note(text=each)) for number, each in enumerate(texts, 1)))
    assert made(held, Form.TIMELINE).pdf
    assert made(held, Form.ICS_214).pdf


def test_that_what_looks_like_the_typesetters_own_language_is_only_words() -> None:
    told = "#panic() $x$ *bold* _it_ `code` <label> @ref \\ // ]]"
    [text] = pages(made(small((1, f.Note(text=told)))).pdf)
    assert "#panic() $x$ *bold* _it_" in text


def test_that_a_note_longer_than_a_page_goes_on_the_next() -> None:
    record = made(small((1, f.Note(text="A long story. " * 700))))
    assert len(pages(record.pdf)) >= 2


def test_that_the_head_of_a_table_is_repeated_on_every_page() -> None:
    notes = ((number, f.Note(text=f"note {number}")) for number in range(1, 120))
    texts = pages(made(small(*notes)).pdf)
    assert len(texts) > 2
    assert all("Recorded by, at" in text for text in texts)


def test_that_a_picture_that_cannot_be_set_is_left_out() -> None:
    held = msgspec.structs.replace(small(), picture=b"no picture at all")
    assert pages(made(held, Form.ICS_201).pdf)


def test_that_pages_can_be_looked_at_before_printing() -> None:
    found = png_pages(sheets(small(), Form.TIMELINE))
    assert found[0].startswith(b"\x89PNG")


def test_that_an_empty_log_has_the_head_of_none() -> None:
    held = msgspec.structs.replace(small(), stored=[])
    assert made(held).printed.head == GENESIS.hex()


_PRINTS_ALL = """
import hashlib
from tests.record.material import drill
from tests.record.reading import made
from app.record.make import FORMS
for form in FORMS:
    print(form, hashlib.sha256(made(drill("zh_CN"), form, "zh").pdf).hexdigest())
"""


def test_that_another_process_in_another_zone_and_locale_makes_the_same_bytes() -> None:
    """The zone on the paper is what was asked for, not where the machine stands."""

    def run(**here: str) -> str:
        command = [sys.executable, "-c", _PRINTS_ALL]
        made_there = subprocess.run(
            command, env=os.environ | here, capture_output=True, text=True, check=True
        )
        return made_there.stdout

    one = run(TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1")
    assert len(one.splitlines()) == len(FORMS)
    assert one == run(TZ="America/New_York", LC_ALL="zh_CN.UTF-8", PYTHONHASHSEED="77")
