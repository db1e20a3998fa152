"""`muster plan check`: what it prints and how it exits."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from app.record.plancheck import FINE, PROBLEMS, UNREADABLE, check_files
from tests.models.plans import SMALL


def _check(*paths: Path) -> tuple[int, list[str]]:
    out = StringIO()
    code = check_files([str(path) for path in paths], out)
    return code, out.getvalue().splitlines()


def test_that_a_good_file_is_said_to_be_good(tmp_path: Path) -> None:
    good = tmp_path / "good.yaml"
    good.write_text(SMALL, encoding="utf-8")
    assert _check(good) == (
        FINE,
        [f"{good}: no problems; title “Small”; roles 1, tasks 1, notifications 0, follow-ups 0"],
    )


def test_that_each_problem_has_its_own_line_that_starts_with_file_and_line(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(SMALL.replace("30 min", "-5 min").replace("zh: 小", "cn: 小"), encoding="utf-8")
    code, lines = _check(bad)
    assert code == PROBLEMS
    assert [line.split(": ")[0] for line in lines] == [f"{bad}:2", f"{bad}:2", f"{bad}:15"]


def test_that_a_file_that_cannot_be_read_is_told_from_one_with_problems(tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_bytes("key: 用于测试".encode("gb18030"))
    missing = tmp_path / "missing.yaml"
    assert _check(other)[0] == PROBLEMS
    code, lines = _check(other, missing, tmp_path)
    assert code == UNREADABLE
    assert [line.split(": ")[0] for line in lines] == [f"{other}:1", str(missing), str(tmp_path)]
