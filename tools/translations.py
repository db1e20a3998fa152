"""Keep the translation in step with the sources: gather, compile, and list what is missing.

    python tools/translations.py update     gather texts from app/ into the .ts file
    python tools/translations.py missing    list what has no translation yet
    python tools/translations.py compile    make the .qm that the program loads

Translate in the .ts file (Qt Linguist, or any editor) between `update` and `compile`.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
TS = ROOT / "resources" / "translations" / "muster_zh_CN.ts"
QM = TS.with_suffix(".qm")


@dataclass(frozen=True, kw_only=True)
class Message:
    context: str
    source: str
    comment: str
    translation: str
    state: str
    """"" for a finished one, else "unfinished", "vanished" or "obsolete"."""


def tool(name: str) -> str:
    """Qt's tools come with PySide6, beside the interpreter of its environment."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        raise FileNotFoundError(f"{name} is not installed beside {sys.executable}.")
    return found


def update(ts: Path = TS) -> None:
    """Gather every literal of `translate` (or `_tr`) and `QT_TRANSLATE_NOOP`; drop unused ones."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "app").rglob("*.py"))
    subprocess.run(
        [tool("pyside6-lupdate"), *sources, "-silent", "-no-obsolete",
         "-tr-function-alias", "translate+=_tr", "-locations", "none",
         "-disable-heuristic", "sametext", "-disable-heuristic", "similartext",
         "-source-language", "en", "-target-language", "zh_CN", "-ts", str(ts)],
        cwd=ROOT, check=True,
    )  # fmt: skip


def compile_ts(ts: Path = TS, qm: Path = QM) -> None:
    command = [tool("pyside6-lrelease"), "-silent", str(ts), "-qm", str(qm)]
    subprocess.run(command, cwd=ROOT, check=True)


def messages(ts: Path = TS) -> Iterator[Message]:
    for context in ET.parse(ts).getroot().iter("context"):  # noqa: S314  our own file
        for message in context.iter("message"):
            done = message.find("translation")
            yield Message(
                context=context.findtext("name", ""),
                source=message.findtext("source", ""),
                comment=message.findtext("comment", ""),
                translation=message.findtext("translation", ""),
                state="" if done is None else done.get("type", ""),
            )


def missing(ts: Path = TS) -> list[Message]:
    return [message for message in messages(ts) if message.state or not message.translation]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("what", choices=("update", "missing", "compile"))
    match parser.parse_args().what:
        case "update":
            update()
        case "compile":
            compile_ts()
    for message in (lacking := missing()):
        print(f"{message.context}: {message.source!r}")
    print(f"{len(lacking)} of {len(list(messages()))} without translation")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
