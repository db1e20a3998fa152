"""muster record, muster verify of a print, muster forms: as a script uses them."""

from __future__ import annotations

import asyncio
import errno
import io
import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import typst
from pypdf import PdfReader

from app.__main__ import main
from app.cli.logs import FORMS
from app.commands.shared import IMPOSSIBLE, WELL, WRONG
from app.models import facts as f
from app.models.entry import Stored, to_wire
from app.models.prints import Form
from app.record.printing import ALL
from app.station.words import away
from app.store.connect import connect
from app.store.contacts import Contact
from app.store.log import LogRefused
from tests.postgres import Database
from tests.record.material import BEGIN, small

NUMBER = "2026-0001"
HELD = small(
    (1, f.Note(text="gate shut")), (2, f.ReceptionBegun(reception="r", matter="Wages")),
    (3, f.RepresentativeAdded(reception="r", representative="a", contact="c1")),
)  # fmt: skip


async def _fill(url: str, *, contacts: bool = True) -> None:
    log = await connect(url)
    try:
        for stored in (HELD.site, HELD.stored):
            await log.append([to_wire(each.entry) for each in stored], year=2026)
        if contacts:
            await log.beside.contacts.keep(Contact(
                key="c1", stream=HELD.stream, name="Sun Li", reach="139 0000 0000",
                erase_by=BEGIN + timedelta(days=3650),
            ))  # fmt: skip
    finally:
        await log.close()


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'muster.sqlite'}"
    assert main(["admin", "init", url]) == WELL
    asyncio.run(_fill(url))
    return url


def stored(url: str) -> list[Stored]:
    async def read() -> list[Stored]:
        log = await connect(url)
        try:
            return await log.read(HELD.stream, limit=ALL)
        finally:
            await log.close()

    return asyncio.run(read())


def record(url: str, out: Path, *more: str) -> int:
    return main(["record", "--db", url, "--incident", NUMBER, "-o", str(out), *more])


def text_of(file: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(file).pages)


def test_that_the_command_line_knows_every_form() -> None:
    assert tuple(form.value for form in Form) == FORMS


def test_that_a_print_is_a_file_and_an_entry_of_who_printed_what(url: str, tmp_path: Path) -> None:
    out = tmp_path / "s.pdf"
    words = ["--form", "summary", "--lang", "zh", "--person", "Wang Min", "--station", "Desk 2"]
    assert record(url, out, *words) == WELL
    assert "处置概要" in text_of(out)
    last = stored(url)[-1].entry
    assert isinstance(last.fact, f.Printed)
    assert (last.author, last.station) == ("Wang Min", "Desk 2")
    assert (last.fact.form, last.fact.language, last.fact.count) == ("summary", "zh", 4)
    assert last.fact.head == stored(url)[-2].hash.hex()


def test_that_printing_twice_gives_the_same_bytes_and_two_entries(url: str, tmp_path: Path) -> None:
    first, again = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert record(url, first) == record(url, again) == WELL
    assert first.read_bytes() == again.read_bytes()
    assert [each.entry.kind for each in stored(url)[-2:]] == ["printed", "printed"]


def test_that_a_print_verifies_while_its_log_grows_and_fails_once_it_is_altered(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, exported = tmp_path / "t.pdf", tmp_path / "t.json"
    assert record(url, out) == WELL
    assert main(["verify", str(out), "--db", url]) == WELL
    assert "whole: 2026-0001, timeline, 4 entries" in capsys.readouterr().out
    words = ["export", "--db", url, "--incident", NUMBER, "-o", str(exported)]
    assert main(words) == WELL
    assert main(["verify", str(out), str(exported)]) == WELL
    with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
        connection.execute("UPDATE entries SET author = 'x' WHERE kind = 'note'")
    connection.close()
    assert main(["verify", str(out), "--db", url]) == WRONG
    assert "has been altered, at or before #2" in capsys.readouterr().out
    assert main(["verify", str(out), str(exported)]) == WELL


def test_that_a_log_cut_short_or_another_one_is_not_what_was_printed(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "t.pdf"
    assert record(url, out) == WELL
    with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
        connection.execute("DELETE FROM entries WHERE stream = ? AND seq > 2", (HELD.stream,))
    connection.close()
    assert main(["verify", str(out), "--db", url]) == WRONG
    assert "shortened, #3 is missing" in capsys.readouterr().out
    other = f"sqlite:///{tmp_path / 'other.sqlite'}"
    assert main(["admin", "init", other]) == WELL
    assert main(["verify", str(out), "--db", other]) == WRONG
    assert "is not in the log" in capsys.readouterr().out


def test_that_a_changed_file_is_not_what_was_printed(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "t.pdf"
    assert record(url, out) == WELL
    out.write_bytes(out.read_bytes() + b"\n")
    assert main(["verify", str(out), "--db", url]) == WRONG
    assert "no entry says that this file was printed" in capsys.readouterr().out


def test_that_names_of_the_public_come_only_when_asked_for_and_the_log_says_so(
    url: str, tmp_path: Path
) -> None:
    plain, private = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert record(url, plain, "--form", "summary") == WELL
    assert record(url, private, "--form", "summary", "--with-contacts") == WELL
    assert "Sun Li" not in text_of(plain)
    assert "Sun Li" in text_of(private)
    fact = stored(url)[-1].entry.fact
    assert isinstance(fact, f.Printed)
    assert fact.contacts


def test_that_without_a_file_the_record_goes_to_standard_output(
    url: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["record", "--db", url, "--incident", NUMBER]) == WELL
    assert PdfReader(io.BytesIO(capfdbinary.readouterr().out)).pages


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["record", "--incident", "2026-0001"], "Name the log with --db URL"),
        (["record", "--db", "{url}", "--incident", "2026-0099"], "no incident 2026-0099"),
        (["record", "--db", "{url}", "--incident", "site"], "no incident site"),
        (["record", "--db", "{url}", "--incident", "2026-0001", "--zone", "Mars"], "Mars"),
        (["record", "--db", "{url}", "--incident", "2026-0001", "-o", "/no/where/x.pdf"],
         "no folder /no/where"),
        (["verify", "a.pdf"], "Name the log with --db URL"),
        (["verify", "/nowhere/a.pdf", "--db", "{url}"], "There is no file /nowhere/a.pdf"),
        (["verify", "{out}", "--db", "{url}"], "one of them"),
        (["verify", "/nowhere/a.json"], "There is no file /nowhere/a.json"),
        (["record", "--db", "{url}", "--incident", "2026-0001", "-o", "/"], "Is a directory"),
        (["verify", "a.json", "b.json"], "one exported file"),
        (["forms", "--plan", "nonsense", "-o", "{out}"], "office-crowd"),
    ],
)  # fmt: skip
def test_that_what_cannot_be_done_says_why_and_prints_nothing(
    url: str, tmp_path: Path, words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [word.format(url=url, out=tmp_path / "forms") for word in words]
    assert main(given) == IMPOSSIBLE
    assert told in capsys.readouterr().err
    assert len(stored(url)) == len(HELD.stored)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no whole PDF"), (b"words", "no whole PDF"), (b"%PDF-1.7\n%%EOF", "no whole PDF"),
        ("half", "no whole PDF"), ("other", "carries no proof"),
    ],
)  # fmt: skip
def test_that_what_is_no_whole_record_of_ours_says_only_that(
    url: str, tmp_path: Path, content: bytes | str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "t.pdf"
    assert record(url, out) == WELL
    compile_: Any = typst.compile
    made = {"half": out.read_bytes()[:3000], "other": compile_({"main": b"words"}, format="pdf")}
    out.write_bytes(made[content] if isinstance(content, str) else content)
    assert main(["verify", str(out), "--db", url]) == IMPOSSIBLE
    said = capsys.readouterr().err
    assert told in said
    assert len(said.splitlines()) == 1


def test_that_a_print_is_known_whatever_its_name(url: str, tmp_path: Path) -> None:
    out = tmp_path / "record"
    assert record(url, out) == WELL
    assert main(["verify", str(out), "--db", url]) == WELL


def test_that_a_print_of_another_incident_is_not_in_this_ones_export(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, exported = tmp_path / "t.pdf", tmp_path / "site.json"
    assert record(url, out) == WELL
    assert main(["export", "--db", url, "--incident", "site", "-o", str(exported)]) == WELL
    assert main(["verify", str(out), str(exported)]) == WRONG
    assert "this incident is not in the log" in capsys.readouterr().out
    assert main(["verify", str(out), str(out)]) == IMPOSSIBLE
    assert "no file that Muster exported" in capsys.readouterr().err


def is_full(_: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("command", ["record", "export"])
def test_that_on_a_full_disk_neither_half_a_file_nor_an_entry_is_left(
    url: str, tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    folder = tmp_path / "out"
    folder.mkdir()
    there = folder / "old.pdf"
    there.write_bytes(b"old")
    monkeypatch.setattr("app.store.disk.to_disk", is_full)
    for out in (folder / "new.pdf", there):
        words = [command, "--db", url, "--incident", NUMBER, "-o", str(out)]
        assert main(words) == IMPOSSIBLE
    assert "No space left on device" in capsys.readouterr().err
    assert list(folder.iterdir()) == [there]
    assert there.read_bytes() == b"old"
    assert len(stored(url)) == len(HELD.stored)


def test_that_a_login_that_may_not_record_leaves_no_file_either(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object) -> None:
        raise LogRefused(away())

    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr("app.commands.paper.enter_print", refuse)
    assert record(url, folder / "x.pdf") == IMPOSSIBLE
    assert list(folder.iterdir()) == []


def test_that_a_print_that_is_interrupted_leaves_neither_file_nor_entry(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr("app.commands.paper.enter_print", interrupt)
    assert record(url, folder / "x.pdf") == 130
    assert list(folder.iterdir()) == []
    assert len(stored(url)) == len(HELD.stored)


def test_that_what_lies_there_is_replaced_whole(url: str, tmp_path: Path) -> None:
    out = tmp_path / "t.pdf"
    out.write_bytes(b"old")
    assert record(url, out) == WELL
    assert out.read_bytes().startswith(b"%PDF")
    assert [each.name for each in tmp_path.glob("*.part")] == []


def test_that_who_may_not_record_gets_no_print(
    postgres_database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asyncio.run(_fill(postgres_database.url, contacts=False))
    out = tmp_path / "s.pdf"
    assert record(postgres_database.url_for("viewer"), out) == IMPOSSIBLE
    assert not out.exists()
    assert "viewer" in capsys.readouterr().err
    assert record(postgres_database.url_for("recorder"), out) == WELL
    assert main(["verify", str(out), "--db", postgres_database.url_for("viewer")]) == WELL


def test_that_empty_forms_come_for_one_plan_or_for_all(url: str, tmp_path: Path) -> None:
    one, ours = tmp_path / "one", tmp_path / "ours"
    assert main(["forms", "--plan", "fire", "--lang", "zh", "-o", str(one)]) == WELL
    names = sorted(file.name for file in one.iterdir())
    assert names == [f"fire-{form}-zh.pdf" for form in
                     ("call-out", "check-in", "evacuation", "timeline")]  # fmt: skip
    words = ["forms", "--db", url, "--plan", "office-crowd", "--with-contacts", "-o", str(ours)]
    assert main(words) == WELL
    assert "000-0000-0101" in text_of(ours / "office-crowd-call-out-en.pdf")
