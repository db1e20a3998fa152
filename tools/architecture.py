"""Writes the table of modules into docs/architecture.md from the modules' own first sentences."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- modules -->", "<!-- /modules -->"


def table() -> str:
    lines = ["| module | purpose |", "|---|---|"]
    for path in sorted((ROOT / "app").rglob("*.py")):
        doc = ast.get_docstring(ast.parse(path.read_text("utf-8")))
        if doc and path.name != "__init__.py" and "versions" not in path.parts:
            name = path.relative_to(ROOT / "app").as_posix()
            purpose = " ".join(doc.split("\n\n")[0].split())
            lines.append(f"| `{name}` | {purpose.replace('|', chr(92) + '|')} |")
    return "\n".join(lines)


def page(text: str) -> str:
    before, rest = text.split(BEGIN)
    return f"{before}{BEGIN}\n{table()}\n{END}{rest.split(END)[1]}"


def main() -> int:
    text = PAGE.read_text("utf-8")
    made = page(text)
    PAGE.write_text(made, "utf-8")
    return int(made != text)


if __name__ == "__main__":
    sys.exit(main())
