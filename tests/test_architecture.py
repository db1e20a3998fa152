"""The rules of the house that a machine can hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tools.architecture import PAGE, page

ROOT = Path(__file__).resolve().parent.parent


def test_that_the_table_of_modules_is_up_to_date() -> None:
    text = PAGE.read_text("utf-8")
    assert page(text) == text, "run: python tools/architecture.py"


def test_that_imports_point_one_way_and_that_the_linter_saw_them() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    found = subprocess.run(
        [linter, "--verbose", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout
    assert "2 kept, 0 broken" in found.stdout
    analysed = next(line for line in found.stdout.splitlines() if line.startswith("Analyzed"))
    files, imports = (int(word) for word in analysed.split() if word.isdigit())
    assert files > 80
    assert imports > 300


def test_that_every_module_says_its_purpose_in_a_sentence() -> None:
    import ast

    silent = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "app").rglob("*.py")
        if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []
