"""The commands without a window: what they print, and exit codes that scripts can use."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from pathlib import Path

import pytest

from app.__main__ import main
from app.commands.shared import IMPOSSIBLE, WELL, WRONG
from app.store.bundled import bundled_plans
from app.store.connect import connect
from tests.postgres import Database
from tests.store.entries import YEAR, note

SHIPPED = len(bundled_plans())


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A SQLite log with the shipped plans and one incident."""
    url = f"sqlite:///{tmp_path / 'muster.sqlite'}"
    assert main(["admin", "init", url]) == WELL
    return url


def test_that_init_makes_a_log_ready_with_the_plans_that_ship(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["admin", "status", url]) == WELL
    told = capsys.readouterr().out
    assert f"entries          {SHIPPED}" in told


def test_that_init_may_be_repeated(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["admin", "init", url]) == WELL
    assert main(["admin", "status", url]) == WELL
    assert f"entries          {SHIPPED}" in capsys.readouterr().out


def test_that_init_works_on_postgres_and_migrate_finds_nothing_to_do(
    empty_postgres_database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    url = empty_postgres_database.url
    assert main(["admin", "init", url]) == WELL
    assert main(["admin", "migrate", url]) == WELL
    assert main(["admin", "status", url]) == WELL
    told = capsys.readouterr().out
    assert "PostgreSQL" in told
    assert "Up to date" in told


def test_that_a_whole_log_verifies(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--db", url]) == WELL
    assert f"whole: {SHIPPED} entries in 1 stream\n" in capsys.readouterr().out


def test_that_an_altered_log_says_where_it_breaks(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
        connection.execute("UPDATE entries SET author = 'someone else' WHERE seq = 2")
    connection.close()
    assert main(["verify", "--db", url]) == WRONG
    assert "BROKEN: site, entry #2" in capsys.readouterr().out


def test_that_an_export_verifies_and_an_altered_one_does_not(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exported = tmp_path / "site.json"
    assert main(["export", "--db", url, "--incident", "site", "-o", str(exported)]) == WELL
    assert main(["verify", str(exported)]) == WELL
    text = exported.read_text("utf-8")
    json.loads(text)
    exported.write_text(text.replace("Muster", "Master", 1), "utf-8")
    assert main(["verify", str(exported)]) == WRONG
    assert "BROKEN" in capsys.readouterr().out


def test_that_the_shift_log_verifies_and_is_exported_by_its_month(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async def write() -> None:
        log = await connect(url)
        await log.append([note(stream="shift-2026-11"), note(stream="shift-2026-11")], year=YEAR)
        await log.close()

    asyncio.run(write())
    assert main(["verify", "--db", url]) == WELL
    assert f"whole: {SHIPPED + 2} entries in 2 streams" in capsys.readouterr().out
    exported = tmp_path / "shift.json"
    words = ["export", "--db", url, "--incident", "shift-2026-11", "-o", str(exported)]
    assert main(words) == WELL
    assert main(["verify", str(exported)]) == WELL
    assert main(["admin", "status", url]) == WELL
    assert "unsettled        0" in capsys.readouterr().out


def test_that_an_export_as_csv_opens_with_chinese_in_a_spreadsheet(
    url: str, tmp_path: Path
) -> None:
    exported = tmp_path / "site.csv"
    words = ["export", "--db", url, "--incident", "site", "--format", "csv", "-o", str(exported)]
    assert main(words) == WELL
    assert exported.read_bytes().startswith("\ufeff".encode())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["verify"], "Name a log with --db URL"),
        (["verify", "/nowhere/at/all.json"], "There is no file /nowhere/at/all.json"),
        (["export", "--incident", "2026-0001"], "Name the log with --db URL"),
        (["verify", "--db", "mysql://somewhere"], "no address of a shared log"),
    ],
)
def test_that_what_cannot_be_done_says_why_on_standard_error(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == IMPOSSIBLE
    assert told in capsys.readouterr().err


def test_that_an_unknown_incident_is_named(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--db", url, "--incident", "2026-0099"]) == IMPOSSIBLE
    assert "2026-0099" in capsys.readouterr().err


def test_that_a_wrong_password_names_login_and_place_but_not_the_password(
    postgres_database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    url = postgres_database.url_for("recorder").replace(":recorder@", ":guessed@")
    assert main(["verify", "--db", url]) == IMPOSSIBLE
    told = capsys.readouterr().err
    assert "recorder" in told
    assert "guessed" not in told


def test_that_every_command_has_help_with_an_example_or_exit_codes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for words in (["demo"], ["pipe"], ["verify"], ["export"], ["plan", "check"], ["bench"], []):
        with pytest.raises(SystemExit) as left:
            main([*words, "--help"])
        assert left.value.code == 0
        told = capsys.readouterr().out
        assert "example" in told or "exit code" in told, words


def test_that_a_plan_with_problems_is_told_by_line_and_field(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "mine.yaml"
    plan.write_text("key: mine\ntitle: {en: Mine}\n", "utf-8")
    assert main(["plan", "check", str(plan)]) == WRONG
    told = capsys.readouterr().out
    assert "mine.yaml:2" in told
    assert "title" in told


def test_that_asking_about_a_log_that_is_not_there_begins_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "mistyped.sqlite"
    assert main(["verify", "--db", f"sqlite:///{missing}"]) == IMPOSSIBLE
    assert str(missing) in capsys.readouterr().err
    assert not missing.exists()


def test_that_an_unknown_option_in_the_address_is_told_as_such(
    postgres_database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", "--db", f"{postgres_database.url}?nonsense=1"]) == IMPOSSIBLE
    assert "nonsense" in capsys.readouterr().err


def test_that_without_a_display_the_window_is_not_tried(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main([]) == IMPOSSIBLE
    assert "no display" in capsys.readouterr().err


def test_that_people_are_imported_looked_at_first_and_exported_again(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "staff.csv"
    table.write_text("姓名,电话,值班\n陈伟,+86 10 1,是\n李娜,0102,\n", encoding="gb18030")
    assert main(["people", "import", str(table), "--db", url, "--look"]) == WELL
    assert "would be new: 陈伟" in capsys.readouterr().out
    assert main(["people", "export", "--db", url, "-o", str(tmp_path / "none.csv")]) == WELL
    assert "陈伟" not in (tmp_path / "none.csv").read_text(encoding="utf-8-sig")
    assert main(["people", "import", str(table), "--db", url, "--person", "Ann"]) == WELL
    assert "2 new, 0 changed, 0 as they were; 1 on duty, 0 off duty" in capsys.readouterr().out
    out = tmp_path / "out.csv"
    assert main(["people", "export", "--db", url, "-o", str(out)]) == WELL
    assert main(["people", "import", str(out), "--db", url]) == WELL
    assert "0 new, 0 changed, 2 as they were; 0 on duty, 0 off" in capsys.readouterr().out
    assert main(["verify", "--db", url]) == WELL


def test_that_a_list_of_people_with_faults_changes_nothing(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "staff.csv"
    table.write_text("Name,Role\nChen Wei,nonsense\nLi Na,\n", encoding="utf-8")
    assert main(["people", "import", str(table), "--db", url]) == WRONG
    told = capsys.readouterr().err
    assert "staff.csv:2: Role: No plan has a role “nonsense”." in told
    assert "Nothing was changed." in told
    assert main(["people", "import", str(tmp_path / "none.csv"), "--db", url]) == IMPOSSIBLE
    assert "none.csv cannot be read" in capsys.readouterr().err
    assert main(["people", "import", str(table)]) == IMPOSSIBLE
    assert main(["people", "export", "--db", url]) == WELL
    assert "Li Na" not in capsys.readouterr().out


def test_that_who_may_only_look_imports_nobody(
    postgres_database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["admin", "init", postgres_database.url]) == WELL
    table = tmp_path / "staff.csv"
    table.write_text("Name\nChen Wei\n", encoding="utf-8")
    viewer = postgres_database.url_for("viewer")
    assert main(["people", "import", str(table), "--db", viewer]) == IMPOSSIBLE
    assert main(["people", "import", str(table), "--db", viewer, "--look"]) == WELL
    assert "would be new: Chen Wei" in capsys.readouterr().out


def test_that_a_plan_is_taken_out_changed_and_published_again(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ours.yaml"
    assert main(["plan", "export", "office-crowd", "--db", url, "-o", str(file)]) == WELL
    assert main(["plan", "publish", str(file), "--db", url]) == WELL
    assert "just so already: office-crowd" in capsys.readouterr().out
    text = file.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    file.write_text(text.replace(title, "title: {en: Ours, zh: 本单位}"), encoding="utf-8")
    assert main(["plan", "publish", str(file), "--db", url, "--person", "Ann"]) == WELL
    assert "published: office-crowd: Ours" in capsys.readouterr().out
    assert main(["plan", "export", "office-crowd", "--db", url]) == WELL
    assert "本单位" in capsys.readouterr().out
    assert main(["verify", "--db", url]) == WELL


def test_that_of_several_plans_none_is_published_if_one_is_wrong(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    assert main(["plan", "export", "blank", "--db", url, "-o", str(good)]) == WELL
    good.write_text(good.read_text(encoding="utf-8").replace("key: blank", "key: ours", 1))
    bad.write_text("key: bad\n", encoding="utf-8")
    assert main(["plan", "publish", str(good), str(bad), "--db", url]) == WRONG
    told = capsys.readouterr().err
    assert f"{bad}:1: " in told
    assert "Nothing was published." in told
    assert main(["plan", "export", "ours", "--db", url]) == IMPOSSIBLE
    assert "There is no plan ours in this log: " in capsys.readouterr().err
    assert main(["plan", "publish", str(tmp_path / "none.yaml"), "--db", url]) == IMPOSSIBLE
    assert main(["plan", "publish", str(good)]) == IMPOSSIBLE


def test_that_who_may_not_publish_is_told_so(
    postgres_database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["admin", "init", postgres_database.url]) == WELL
    file = tmp_path / "ours.yaml"
    recorder = postgres_database.url_for("recorder")
    assert main(["plan", "export", "blank", "--db", recorder, "-o", str(file)]) == WELL
    file.write_text(file.read_text(encoding="utf-8").replace("key: blank", "key: ours", 1))
    assert main(["plan", "publish", str(file), "--db", recorder]) == IMPOSSIBLE
    assert main(["plan", "publish", str(file), "--db", postgres_database.url]) == WELL


def test_that_the_status_of_what_is_not_made_ready_says_how_to(
    postgres_database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["admin", "status", f"sqlite:///{tmp_path / 'none.sqlite'}"]) == IMPOSSIBLE
    assert "There is no file" in capsys.readouterr().err
    sqlite3.connect(tmp_path / "empty.sqlite").close()
    assert main(["admin", "status", f"sqlite:///{tmp_path / 'empty.sqlite'}"]) == WELL
    assert "muster admin init URL" in capsys.readouterr().out
    assert main(["admin", "init", postgres_database.url]) == WELL
    assert main(["admin", "status", postgres_database.url]) == WELL
    assert "not made ready" not in capsys.readouterr().out
