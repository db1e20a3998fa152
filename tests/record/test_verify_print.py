"""That a print says whether its log still is what was printed, and that a forged print is found."""

from __future__ import annotations

import msgspec
import pytest

from app.models import facts as f
from app.models.entry import Stored
from app.record.proof import NotARecordError, code_words, read_proof
from app.record.verify_print import Finding, verify_print
from tests.record.material import log, small
from tests.record.reading import NOW, made, pages

HELD = small((1, f.Note(text="gate shut")), (2, f.Note(text="gate open")))
RECORD = made(HELD)
PDF, PRINTED = RECORD.pdf, RECORD.printed


def with_print(*more: f.KnownFact) -> list[Stored]:
    told = [(0.0, each.entry.fact) for each in HELD.stored[:1]]
    told += [(1, f.Note(text="gate shut")), (2, f.Note(text="gate open")), (60, PRINTED)]
    return log([*told, *((70.0 + n, fact) for n, fact in enumerate(more))])


def test_that_a_proof_is_in_the_file_for_machines() -> None:
    proof = read_proof(PDF)
    assert (proof.number, proof.count, proof.head) == (HELD.number, 3, PRINTED.head)
    assert (proof.form, proof.language, proof.made) == ("timeline", "en", NOW)


def test_that_head_count_and_time_stand_on_the_paper() -> None:
    text = pages(PDF)[0].replace(" ", "").replace("\n", "")
    assert PRINTED.head in text
    assert "Entries3" in text
    assert "2026-11-2314:47:11UTC+08:00" in text


def test_that_the_code_names_log_head_and_count() -> None:
    proof = read_proof(PDF)
    assert code_words(proof).split() == [
        "MUSTER1", HELD.number, "3", PRINTED.head, str(int(NOW.timestamp())), "timeline", "en",
        HELD.stream,
    ]  # fmt: skip


def test_that_an_incident_without_a_number_has_a_code_all_the_same() -> None:
    proof = msgspec.structs.replace(read_proof(PDF), number="")
    assert code_words(proof).split()[1] == "-"


def test_that_a_log_that_has_grown_is_whole() -> None:
    verdict = verify_print(PDF, with_print(f.Note(text="later")), is_all=True)
    assert verdict.whole
    assert verdict.since == 2
    assert verdict.entered


def test_that_an_export_from_before_the_print_is_whole_too() -> None:
    verdict = verify_print(PDF, HELD.stored, is_all=False)
    assert verdict.whole
    assert not verdict.entered


def test_that_a_log_without_an_entry_of_this_file_did_not_print_it() -> None:
    assert verify_print(PDF, HELD.stored, is_all=True).finding is Finding.OTHER_FILE
    other = msgspec.structs.replace(PRINTED, sha256="0" * 64)
    grown = log([*((0.0 + n, s.entry.fact) for n, s in enumerate(HELD.stored)), (60, other)])
    assert verify_print(PDF, grown, is_all=False).finding is Finding.OTHER_FILE


def test_that_a_file_that_was_changed_afterwards_is_found_out() -> None:
    changed = PDF.replace(b"Muster", b"Master", 1)
    assert changed != PDF
    assert verify_print(changed, with_print(), is_all=True).finding is Finding.OTHER_FILE


def test_that_a_log_with_an_entry_altered_is_found_out_and_where() -> None:
    stored = with_print()
    forged = msgspec.structs.replace(stored[1].entry, author="Somebody")
    stored[1] = msgspec.structs.replace(stored[1], entry=forged)
    verdict = verify_print(PDF, stored, is_all=True)
    assert (verdict.finding, verdict.seq) == (Finding.ALTERED, 2)


def test_that_a_log_written_anew_behind_a_whole_chain_is_found_out() -> None:
    anew = log([
        (0.0, HELD.stored[0].entry.fact), (1, f.Note(text="gate open")),
        (2, f.Note(text="gate open")), (60, PRINTED),
    ])  # fmt: skip
    verdict = verify_print(PDF, anew, is_all=True)
    assert (verdict.finding, verdict.seq) == (Finding.REWRITTEN, 3)


@pytest.mark.parametrize("flaw", [Finding.ALTERED, Finding.SHORTENED])
def test_that_what_was_altered_behind_the_print_is_told_apart(flaw: Finding) -> None:
    stored = with_print(f.Note(text="later"), f.Note(text="last"))
    if flaw is Finding.SHORTENED:
        del stored[4]
    else:
        forged = msgspec.structs.replace(stored[4].entry, author="Somebody")
        stored[4] = msgspec.structs.replace(stored[4], entry=forged)
    verdict = verify_print(PDF, stored, is_all=True)
    assert (verdict.finding, verdict.seq) == (flaw, 5)
    assert verdict.is_later
    assert not verdict.whole


@pytest.mark.parametrize("kept", [1, 2])
def test_that_a_log_cut_short_is_found_out(kept: int) -> None:
    verdict = verify_print(PDF, with_print()[:kept], is_all=True)
    assert (verdict.finding, verdict.seq) == (Finding.SHORTENED, kept + 1)


def test_that_a_log_with_a_gap_is_found_out() -> None:
    stored = with_print()
    del stored[1]
    verdict = verify_print(PDF, stored, is_all=True)
    assert (verdict.finding, verdict.seq) == (Finding.SHORTENED, 2)


def test_that_another_log_does_not_know_the_incident() -> None:
    assert verify_print(PDF, (), is_all=True).finding is Finding.ABSENT


@pytest.mark.parametrize("content", [b"", b"no pdf", b"%PDF-1.7\n%%EOF", PDF[:3000]])
def test_that_what_is_no_record_says_so(content: bytes) -> None:
    with pytest.raises(NotARecordError):
        read_proof(content)


@pytest.mark.parametrize("error", [AttributeError, NotImplementedError, RecursionError, KeyError])
def test_that_whatever_a_reader_of_pdf_comes_to_grief_with_is_told_as_damage(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(_: object) -> None:
        raise error("deep inside")

    monkeypatch.setattr("pypdf.PdfReader.attachments", property(fall))
    with pytest.raises(NotARecordError, match="no whole PDF"):
        read_proof(made(small((1, f.Note(text="gate shut")))).pdf)
