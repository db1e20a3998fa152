"""The score of a drill in exports and on the command line; none of what is in earnest."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from app.__main__ import main
from app.commands.shared import IMPOSSIBLE, WELL
from app.models import facts as f
from app.models.command import Command
from app.models.entry import Stored, to_wire
from app.models.score import score
from app.models.script import Answering, Expected, Inject
from app.models.text import Text
from app.record.export import read_export, to_json
from app.record.scoring import score_csv, score_fields, score_of
from app.record.verify import verify_export
from app.store.log import Head
from app.store.memory import MemoryLog
from app.store.sqlite import SqliteLog
from tests.builders import BEGIN, MINUTE, Play, text
from tests.models.test_injects import PLAYED, a_drill, at

YEAR = 2026


def played() -> Play:
    play = a_drill()
    at(play, 2, PLAYED)
    at(play, 3, f.Note(text="smoke"))
    at(play, 9, f.DeclaredOver(despite="it was a drill"))
    return play


async def kept(play: Play, log: MemoryLog | SqliteLog) -> tuple[Head, list[Stored], list[Stored]]:
    wires = [to_wire(entry) for entry in (*play.site.fold.timeline, *play.incident.timeline)]
    await log.append(wires, year=YEAR)
    head = next(head for head in await log.heads() if head.stream == "one")
    return head, await log.read("one"), await log.read("site")


async def test_that_the_export_of_a_drill_has_its_score_and_stays_whole() -> None:
    log = MemoryLog()
    await log.open()
    head, stored, site = await kept(played(), log)
    _, found = score_of(stored, site)
    assert found is not None
    exported = to_json(head, stored, score=score_fields(found))
    read = json.loads(exported)
    assert read["drill"] is True
    assert read["score"]["total"]["met"] >= 1
    assert read["score"]["marks"][0]["sort"] == "inject"
    assert read["score"]["improve"]
    assert verify_export(exported).whole
    assert list(read_export(exported).stored) == stored
    await log.close()


async def test_that_csv_says_on_each_line_that_it_is_of_a_drill() -> None:
    log = MemoryLog()
    await log.open()
    head, stored, site = await kept(played(), log)
    _, found = score_of(stored, site)
    assert found is not None
    lines = list(csv.DictReader(io.StringIO(score_csv(head.number, found).decode("utf-8-sig"))))
    assert {line["drill"] for line in lines} == {"drill"}
    assert len(lines) == found.total.all
    await log.close()


def in_a_file(tmp_path: Path, play: Play) -> str:
    import asyncio

    async def keep() -> None:
        log = SqliteLog(tmp_path / "log.sqlite")
        await log.open()
        await kept(play, log)
        await log.close()

    asyncio.run(keep())
    return f"sqlite:///{tmp_path / 'log.sqlite'}"


def said(
    capsys: pytest.CaptureFixture[str], url: str, *more: str, number: str = "one"
) -> tuple[int, str, str]:
    code = main(["drill", "score", "--db", url, "--incident", number, *more])
    out, error = capsys.readouterr()
    return code, out, error


def test_that_the_command_tells_it_in_both_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = in_a_file(tmp_path, played())
    code, out, _ = said(capsys, url)
    assert code == WELL
    assert out.startswith("DRILL D2026-0001: score")
    for language in ("zh_CN", "zh"):
        assert "演练 D2026-0001：评分" in said(capsys, url, "--lang", language)[1]
    assert said(capsys, url, "--format", "csv")[1].startswith("\ufeffnumber,drill")
    assert main(["export", "--db", url, "--incident", "one"]) == WELL
    assert json.loads(capsys.readouterr().out)["score"]["groups"]


@pytest.mark.parametrize("ending", [(), (f.Note(text="x"),)], ids=["none", "running"])
def test_that_what_has_no_score_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: tuple[Command, ...]
) -> None:
    play = a_drill() if ending else Play()
    play.now = BEGIN + MINUTE
    for command in ending:
        play.do(command)
    url = in_a_file(tmp_path, play)
    code, _, error = said(capsys, url)
    assert code == IMPOSSIBLE
    assert ("still runs" if ending else "is no drill") in error
    assert said(capsys, url, number="2026-9999")[0] == IMPOSSIBLE
    main(["export", "--db", url, "--incident", "one"])
    assert "score" not in json.loads(capsys.readouterr().out)


def test_that_texts_that_look_like_formulas_are_harmless() -> None:
    play = a_drill()
    at(play, 2, f.InjectPlayed(inject="x", text=Text("=1+1", "=1+1")))
    at(play, 9, f.DeclaredOver(despite="it was a drill"))
    found = score(play.incident, play.plan, play.site)
    assert found is not None
    assert b"'=1+1" in score_csv("D1", found)


def test_that_what_to_improve_is_exported_in_both_languages() -> None:
    note = Expected(kind=Answering.NOTE)
    unanswered = Inject(key="fire", at=MINUTE, text=text("A bin burns"), expect=(note,))
    play = a_drill(f.DrillScripted(script="x", title=text("A fire"), injects=(unanswered,)))
    at(play, 2, PLAYED)
    at(play, 9, f.DeclaredOver(despite="it was a drill"))
    found = score(play.incident, play.plan, play.site)
    assert found is not None
    sentences = score_fields(found)["improve"]
    assert any("nothing that answers it was recorded" in each["en"] for each in sentences)
    assert any("没有相应处置记录" in each["zh"] for each in sentences)
    assert all(set(each) == {"en", "zh"} for each in sentences)
    assert all(each["zh"] != each["en"] for each in sentences)
