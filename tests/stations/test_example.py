"""The example of docs/pipe.md, run as it stands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.stations.process import ROOT

pytestmark = pytest.mark.stations

Message = dict[str, Any]


def blocks() -> list[str]:
    page = (ROOT / "docs" / "pipe.md").read_text("utf-8")
    return [block.split("```")[0] for block in page.split("```jsonl\n")[1:]]


def fits(wanted: object, said: object) -> bool:
    match wanted, said:
        case "…", _:
            return True
        case dict(), dict():
            return wanted.keys() == said.keys() and all(fits(wanted[k], said[k]) for k in wanted)
        case list(), list():
            return len(wanted) == len(said) and all(map(fits, wanted, said))
        case _:
            return wanted == said


def test_that_the_example_of_the_documentation_runs_as_it_stands(tmp_path: Path) -> None:
    lines_in, lines_out, between = blocks()
    db = f"sqlite:///{(tmp_path / 'muster.sqlite').as_posix()}"
    muster = (sys.executable, "-m", "app")
    subprocess.run([*muster, "admin", "init", db], cwd=ROOT, check=True, capture_output=True)
    pipe = [*muster, "pipe", "--db", db, "--data", str(tmp_path), "--name", "Gate reader"]
    ran = subprocess.run(
        pipe, input=lines_in.encode(), cwd=ROOT, check=True, capture_output=True, timeout=60
    )
    assert ran.stderr == b""
    said: list[Message] = [msgspec.json.decode(line) for line in ran.stdout.splitlines()]
    rest = iter(said)
    for wanted in map(msgspec.json.decode, lines_out.splitlines()):
        assert any(fits(wanted, each) for each in rest), f"{wanted} is not there, or not in order"
    for wanted in map(msgspec.json.decode, between.splitlines()):
        assert any(fits(wanted, each) for each in said), f"{wanted} is not there"


def test_that_a_log_that_cannot_be_is_said_on_standard_error(tmp_path: Path) -> None:
    words = ["pipe", "--db", "gopher://x", "--data", str(tmp_path)]
    ran = subprocess.run(
        [sys.executable, "-m", "app", *words], cwd=ROOT, capture_output=True, text=True,
        check=False, input="", timeout=60,
    )  # fmt: skip
    assert ran.returncode == 2
    assert "This is no address of a shared log" in ran.stderr
    assert ran.stdout == ""
