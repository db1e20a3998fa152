"""Printing from the desk: asked first, entered, never over another file, cancelled in time."""

from __future__ import annotations

import asyncio
import errno
import io
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.models import facts as f
from app.models.command import Command, Refusal
from app.models.prints import Form, NotPressedError, PaperLanguage, Pressed
from app.models.refusals import refuse
from app.models.text import Phrase
from app.presenters.asking import Answers
from app.presenters.desk import DeskPresenter
from app.presenters.print_stage import PRINT
from app.presenters.print_stage import Stage as At
from app.record.press import StationPress
from app.record.proof import read_proof
from app.record.verify_print import verify_print
from app.station.changed import Done
from app.station.station import Station
from app.station.words import away
from app.store.log import LogAway
from app.store.outbox import NotKept
from tests.desk_harness import Stage


class SlowPress:
    """Makes nothing until it is let go."""

    def __init__(self) -> None:
        self.go = asyncio.Event()

    async def make(
        self, stream: str, form: Form, language: PaperLanguage, *, contacts: bool
    ) -> Pressed:
        await self.go.wait()
        assert stream
        fact = f.Printed(form=form, language=language, head="0" * 64, count=1, sha256="1" * 64,
                         contacts=contacts)  # fmt: skip
        return Pressed(pdf=b"%PDF", printed=fact)

    async def preview(
        self, stream: str, form: Form, language: PaperLanguage, *, contacts: bool
    ) -> list[bytes]:
        await self.go.wait()
        return [f"{stream} {form} {language} {contacts}".encode()]


class BrokenPress:
    async def make(self, *asked: object, **more: object) -> Pressed:
        raise NotPressedError(refuse("not_set", why=f"no room for {asked} {more}"))

    async def preview(self, *asked: object, **more: object) -> list[bytes]:
        raise NotPressedError(refuse("not_set", why=f"no room for {asked} {more}"))


@pytest.fixture
def station(stage: Stage) -> Station:
    return stage.station()


def at_desk(stage: Stage, station: Station) -> DeskPresenter:
    stream = stage.open(station)
    stage.until(lambda: station.heads.get(stream) and station.heads[stream].number)
    return stage.desk(station, stream, press=StationPress(station))


def answers(folder: Path, **more: str) -> Answers:
    return {"form": "summary", "language": "zh", "folder": str(folder), "contacts": ""} | more


def kinds(desk: DeskPresenter) -> list[str]:
    return [entry.kind for entry in desk.scene.incident.timeline]


def test_that_a_print_lies_in_the_folder_and_is_entered(
    stage: Stage, station: Station, tmp_path: Path
) -> None:
    desk = at_desk(stage, station)
    desk.printing.act("", PRINT, answers(tmp_path))
    [file] = tmp_path.glob("*.pdf")
    assert file.name == "2026-0001-summary-zh.pdf"
    assert "处置概要" in PdfReader(file).pages[0].extract_text()
    assert kinds(desk)[-1] == "printed"
    assert desk.printing.props.stage is At.DONE
    assert desk.printing.props.path == str(file)
    proof = read_proof(file.read_bytes())
    stage.until(lambda: not station.waiting_in(desk.scene.stream))
    stored = stage.run(stage.log.read(desk.scene.stream))
    assert proof.count == len(stored) - 1
    assert verify_print(file.read_bytes(), stored, is_all=True).whole


def test_that_nothing_is_printed_over(stage: Stage, station: Station, tmp_path: Path) -> None:
    desk = at_desk(stage, station)
    for _ in range(2):
        desk.printing.act("", PRINT, answers(tmp_path))
    names = sorted(file.name for file in tmp_path.glob("*.pdf"))
    assert names == ["2026-0001-summary-zh-2.pdf", "2026-0001-summary-zh.pdf"]


async def stay_away() -> None:
    raise LogAway(away())


def test_that_while_the_log_is_away_it_prints_and_tells_what_is_not_covered(
    stage: Stage, station: Station, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = at_desk(stage, station)
    monkeypatch.setattr(stage.log, "open", stay_away)
    stage.run(stage.log.close())
    stage.until(lambda: not station.connection.is_up)
    stage.do(station, desk.scene.stream, f.Note(text="gate shut"))
    desk.printing.act("", PRINT, answers(tmp_path, form="timeline", language="en"))
    [file] = tmp_path.glob("*.pdf")
    text = "\n".join(page.extract_text() for page in PdfReader(file).pages)
    assert "gate shut" in text
    assert "entries without number, not in the shared log yet: 1" in text
    desk.printing.act("", PRINT, answers(tmp_path, contacts="contacts"))
    assert stage.refusals == ["contacts_away"]


def test_that_what_was_chosen_is_proposed_again(
    stage: Stage, station: Station, tmp_path: Path
) -> None:
    desk = at_desk(stage, station)
    desk.printing.act("", PRINT, answers(tmp_path))
    question = desk.printing.question("", PRINT)
    assert question is not None
    proposed = {field.key: field.value for field in question.fields}
    assert proposed == {
        "form": "summary", "language": "en", "folder": str(tmp_path), "contacts": "", "look": "",
    }  # fmt: skip


def test_that_a_folder_that_is_not_there_prints_nothing(
    stage: Stage, station: Station, tmp_path: Path
) -> None:
    desk = at_desk(stage, station)
    desk.printing.act("", PRINT, answers(tmp_path / "nowhere"))
    assert stage.refusals == ["no_folder"]
    assert "printed" not in kinds(desk)


def test_that_on_a_full_disk_neither_half_a_file_nor_an_entry_is_left(
    stage: Stage, station: Station, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("app.store.disk.to_disk", refuse)
    desk = at_desk(stage, station)
    folder = tmp_path / "full"
    folder.mkdir()
    desk.printing.act("", PRINT, answers(folder))
    assert stage.refusals == ["file_not_saved"]
    assert list(folder.iterdir()) == []
    assert "printed" not in kinds(desk)
    assert desk.printing.props.stage is At.IDLE


def test_that_a_print_that_is_cancelled_leaves_neither_file_nor_entry(
    stage: Stage, station: Station, tmp_path: Path
) -> None:
    press, stream = SlowPress(), stage.open(station)
    desk = stage.desk(station, stream, press=press)
    stage.hold_answers()
    desk.printing.act("", PRINT, answers(tmp_path))
    stages = [desk.printing.props.stage]
    assert desk.printing.choices("") == ()
    desk.printing.cancel()
    stages.append(desk.printing.props.stage)
    assert stages == [At.WORKING, At.IDLE]
    press.go.set()
    stage.let_answers_go()
    assert list(tmp_path.glob("*.pdf")) == []
    assert "printed" not in kinds(desk)


def test_that_one_that_this_disk_cannot_keep_is_refused_and_one_can_print_again(
    stage: Stage, station: Station, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object) -> Done:
        raise NotKept(Phrase("Outbox", "no room"))

    desk = at_desk(stage, station)
    with monkeypatch.context() as patch:
        patch.setattr(station, "do", full)
        desk.printing.act("", PRINT, answers(tmp_path))
    assert stage.refusals == ["not_kept"]
    assert list(tmp_path.glob("*.p*")) == []
    stages = [desk.printing.props.stage]
    desk.printing.act("", PRINT, answers(tmp_path))
    stages.append(desk.printing.props.stage)
    assert stages == [At.IDLE, At.DONE]


def test_that_what_goes_wrong_unexpectedly_does_not_print_for_ever(
    stage: Stage, station: Station, tmp_path: Path
) -> None:
    class FaultyPress(SlowPress):
        async def make(self, *asked: object, **more: object) -> Pressed:
            raise RuntimeError(f"a fault of ours: {asked} {more}")

    desk = stage.desk(station, stage.open(station), press=FaultyPress())
    with pytest.raises(RuntimeError):
        desk.printing.act("", PRINT, answers(tmp_path))
    assert desk.printing.props.stage is At.IDLE
    assert desk.printing.choices("") != ()


def test_that_what_is_being_entered_is_too_late_to_cancel(
    stage: Stage, station: Station, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = at_desk(stage, station)
    do = station.do

    async def cancelled(stream: str | None, command: Command) -> Done | Refusal:
        desk.printing.cancel()
        return await do(stream, command)

    monkeypatch.setattr(station, "do", cancelled)
    desk.printing.act("", PRINT, answers(tmp_path))
    assert desk.printing.props.stage is At.DONE
    assert len(list(tmp_path.glob("*.pdf"))) == kinds(desk).count("printed") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files are POSIX's")
def test_that_only_who_prints_personal_details_can_read_the_file(
    stage: Stage, station: Station, tmp_path: Path
) -> None:
    desk = at_desk(stage, station)
    desk.printing.act("", PRINT, answers(tmp_path, contacts="contacts"))
    desk.printing.act("", PRINT, answers(tmp_path))
    rights = {file.name: file.stat().st_mode & 0o077 for file in tmp_path.glob("*.pdf")}
    number = desk.scene.bridge.number_of(desk.scene.stream)
    assert rights[f"{number}-summary-zh-contacts.pdf"] == 0
    assert rights[f"{number}-summary-zh.pdf"] != 0


def test_that_a_print_that_fails_says_why(stage: Stage, station: Station, tmp_path: Path) -> None:
    desk = stage.desk(station, stage.open(station), press=BrokenPress())
    desk.printing.act("", PRINT, answers(tmp_path))
    assert stage.refusals == ["not_set"]
    assert desk.printing.props.stage is At.IDLE


def test_that_a_closed_incident_is_printed_too(
    stage: Stage, station: Station, tmp_path: Path
) -> None:
    desk = at_desk(stage, station)
    stream = desk.scene.stream
    for command in (f.DeclaredOver(despite="x"), f.Closed()):
        stage.do(station, stream, command)
    desk.printing.act("", PRINT, answers(tmp_path, form="report"))
    [file] = tmp_path.glob("*.pdf")
    assert PdfReader(io.BytesIO(file.read_bytes())).pages


def test_that_without_a_press_nothing_offers_itself(stage: Stage, station: Station) -> None:
    desk = stage.desk(station, stage.open(station))
    assert desk.printing.choices("") == ()
    assert desk.printing.question("", PRINT) is None


def test_that_one_looks_at_the_pages_before_anything_is_printed(
    stage: Stage, station: Station, tmp_path: Path
) -> None:
    desk = at_desk(stage, station)
    desk.printing.act("", PRINT, answers(tmp_path, form="timeline", look="look"))
    stages = [desk.printing.props.stage]
    assert desk.printing.props.what == "Timeline, 中文"
    assert all(page.startswith(b"\x89PNG") for page in desk.printing.props.pages)
    assert list(tmp_path.glob("*.pdf")) == []
    assert "printed" not in kinds(desk)
    desk.printing.confirm()
    [file] = tmp_path.glob("*.pdf")
    assert len(PdfReader(file).pages) >= 1
    stages.append(desk.printing.props.stage)
    assert stages == [At.PREVIEW, At.DONE]
    assert desk.printing.props.pages == ()
    assert kinds(desk).count("printed") == 1


def test_that_what_came_in_while_one_looked_is_printed_too(
    stage: Stage, station: Station, tmp_path: Path
) -> None:
    desk = at_desk(stage, station)
    wanted = answers(tmp_path, form="timeline", language="en", look="look")
    desk.printing.act("", PRINT, wanted)
    stage.do(station, desk.scene.stream, f.Note(text="gate shut meanwhile"))
    desk.printing.confirm()
    [file] = tmp_path.glob("*.pdf")
    text = "\n".join(page.extract_text() for page in PdfReader(file).pages)
    assert "gate shut meanwhile" in text


def test_that_pages_put_away_leave_neither_file_nor_entry(
    stage: Stage, station: Station, tmp_path: Path
) -> None:
    desk = at_desk(stage, station)
    desk.printing.act("", PRINT, answers(tmp_path, look="look"))
    desk.printing.cancel()
    desk.printing.confirm()
    assert desk.printing.props.stage is At.IDLE
    assert desk.printing.props.pages == ()
    assert list(tmp_path.glob("*.pdf")) == []
    assert "printed" not in kinds(desk)


def test_that_pages_that_are_made_too_slowly_can_be_cancelled(
    stage: Stage, station: Station, tmp_path: Path
) -> None:
    press = SlowPress()
    desk = stage.desk(station, stage.open(station), press=press)
    stage.hold_answers()
    desk.printing.act("", PRINT, answers(tmp_path, look="look"))
    stages = [desk.printing.props.stage]
    desk.printing.cancel()
    press.go.set()
    stage.let_answers_go()
    stages.append(desk.printing.props.stage)
    assert stages == [At.WORKING, At.IDLE]


def test_that_pages_that_cannot_be_set_say_why(
    stage: Stage, station: Station, tmp_path: Path
) -> None:
    desk = stage.desk(station, stage.open(station), press=BrokenPress())
    desk.printing.act("", PRINT, answers(tmp_path, look="look"))
    assert stage.refusals == ["not_set"]
    assert desk.printing.props.stage is At.IDLE


def test_that_pages_with_names_are_looked_at_only_where_they_are_asked_for(
    stage: Stage, station: Station, tmp_path: Path
) -> None:
    press = SlowPress()
    press.go.set()
    stream = stage.open(station)
    desk = stage.desk(station, stream, press=press)
    desk.printing.act("", PRINT, answers(tmp_path, look="look"))
    assert desk.printing.props.pages == (f"{stream} summary zh False".encode(),)
    desk.printing.act("", PRINT, answers(tmp_path, look="look", contacts="contacts"))
    assert desk.printing.props.pages == (f"{stream} summary zh True".encode(),)
