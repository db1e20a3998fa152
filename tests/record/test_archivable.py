"""PDF/A as a validator sees it. pdf-oxide finds what most often breaks it, and misses some.

It refuses fonts that are not embedded, scripts, encryption, missing or foreign metadata, and
embedded files in parts 1 and 2; of a wrong part and a missing output intent it only warns; `/AF`
and `/ID` it does not look at. So the markers are read too.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typst
from pdf_oxide import PdfDocument
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from app.models.prints import Form
from app.models.site import Site
from app.record.empty import Blank, Empty, empty_form
from app.record.make import FORMS
from app.record.reader import PaperReader
from app.record.typeset import pdf
from app.store.bundled import bundled_plan
from tests.record.material import drill
from tests.record.reading import NOW, SHANGHAI, Language, made

LEVEL = "3b"
NOT_LOOKED_AT = "WARN-007"
"""It cannot look at annotations: ours have none."""


def validated(content: bytes, tmp_path: Path) -> tuple[list[str], list[str]]:
    """Errors, and warnings of what it did look at."""
    file = tmp_path / "record.pdf"
    file.write_bytes(content)
    found: dict[str, Any] = PdfDocument(str(file)).validate_pdf_a(LEVEL)
    assert found["valid"] == (not found["errors"])
    return found["errors"], [each for each in found["warnings"] if NOT_LOOKED_AT not in each]


def lacks_nothing(content: bytes, tmp_path: Path) -> bool:
    read = PdfReader(io.BytesIO(content))
    assert not any("/Annots" in page for page in read.pages)
    assert "/ID" in read.trailer
    assert "/AF" in read.root_object or not read.attachments
    return validated(content, tmp_path) == ([], [])


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("form", FORMS)
def test_that_the_validator_finds_nothing_wrong_with_any_form(
    form: Form, language: Language, tmp_path: Path
) -> None:
    assert lacks_nothing(made(drill(), form, language).pdf, tmp_path)


@pytest.mark.parametrize("empty", Empty)
def test_that_the_validator_finds_nothing_wrong_with_an_empty_form(
    empty: Empty, tmp_path: Path
) -> None:
    blank = Blank(
        plan=bundled_plan("fire"), site=Site(), reader=PaperReader("zh", SHANGHAI), now=NOW
    )
    assert lacks_nothing(pdf(empty_form(blank, empty)), tmp_path)


def without_fonts(writer: PdfWriter) -> None:
    for each in writer._objects:
        if isinstance(each, DictionaryObject):
            for key in ("/FontFile3", "/FontFile2"):
                each.pop(NameObject(key), None)


def with_a_script(writer: PdfWriter) -> None:
    writer._root_object[NameObject("/OpenAction")] = DictionaryObject({
        NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("1"),
    })  # fmt: skip


def without_metadata(writer: PdfWriter) -> None:
    writer._root_object.pop(NameObject("/Metadata"))


def without_intent(writer: PdfWriter) -> None:
    writer._root_object.pop(NameObject("/OutputIntents"))


def encrypted(writer: PdfWriter) -> None:
    writer.encrypt("", "owner")


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (without_fonts, "FONT-001"), (with_a_script, "CONTENT-002"), (without_metadata, "XMP-001"),
        (without_intent, "WARN-003"), (encrypted, "CONTENT-005"),
    ],
)  # fmt: skip
def test_that_the_validator_finds_what_breaks_it(
    spoil: Callable[[PdfWriter], None], found: str, tmp_path: Path
) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(made(drill()).pdf))
    spoil(writer)
    written = io.BytesIO()
    writer.write(written)
    errors, warnings = validated(written.getvalue(), tmp_path)
    assert any(found in each for each in (*errors, *warnings))


def test_that_the_validator_refuses_a_pdf_that_claims_nothing(tmp_path: Path) -> None:
    compile_: Any = typst.compile
    errors, _ = validated(compile_({"main": b"words"}, format="pdf"), tmp_path)
    assert any("XMP-002" in each for each in errors)


def test_that_the_validator_refuses_half_a_file(tmp_path: Path) -> None:
    whole = made(drill()).pdf
    errors, _ = validated(whole[: len(whole) // 2], tmp_path)
    assert errors
