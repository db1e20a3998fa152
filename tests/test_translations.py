"""Every word of the program has its Chinese, in step with the sources and as compiled."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QTranslator

from tools.translations import QM, ROOT, TS, Message, compile_ts, messages, missing, update

MESSAGES = list(messages())


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def key(message: Message) -> tuple[str, str, str]:
    return (message.context, message.source, message.comment)


def literals(tree: ast.AST, owner: str = "") -> Iterator[tuple[str, str]]:
    """(context, text) of every literal that the program hands to translation."""
    for node in ast.iter_child_nodes(tree):
        inside = node.name if isinstance(node, ast.ClassDef) else owner
        yield from literals(node, inside)
        if isinstance(node, ast.Call):
            given = [a.value for a in node.args if isinstance(a, ast.Constant)]
            texts = [text for text in given if isinstance(text, str)]
            match ast.unparse(node.func).rsplit(".")[-1]:
                case "tr" if texts:
                    yield (owner, texts[0])
                case "translate" | "_tr" | "QT_TRANSLATE_NOOP" | "Phrase" if len(texts) > 1:
                    yield (texts[0], texts[1])


def test_that_nothing_is_left_untranslated() -> None:
    assert not [f"{message.context}: {message.source}" for message in missing()]


def test_that_the_translation_is_in_step_with_the_sources(tmp_path: Path) -> None:
    fresh = tmp_path / TS.name
    shutil.copy(TS, fresh)
    update(fresh)
    now, kept = {key(m) for m in messages(fresh)}, {key(m) for m in MESSAGES}
    assert not now - kept, "run: python tools/translations.py update"
    assert not kept - now, "no longer used; run: python tools/translations.py update"


def test_that_no_text_escapes_the_gathering() -> None:
    """Qt's tool reads literals only: one inside an f-string, or bare in a `Phrase`, is missed."""
    known = {(message.context, message.source) for message in MESSAGES}
    found = {
        pair
        for path in (ROOT / "app").rglob("*.py")
        for pair in literals(ast.parse(path.read_text("utf-8")))
    }
    assert len(found) > 100, "the sources were not found"
    assert not found - known


def test_that_translations_keep_the_places_for_names_and_numbers() -> None:
    wrong = [
        m.source for m in MESSAGES if m.translation and names(m.source) != names(m.translation)
    ]
    assert not wrong


def test_that_the_compiled_file_is_what_the_translation_says(tmp_path: Path) -> None:
    fresh = tmp_path / QM.name
    compile_ts(qm=fresh)
    assert QM.read_bytes() == fresh.read_bytes(), "run: python tools/translations.py compile"


@pytest.mark.parametrize("message", MESSAGES[:1], ids=["first"])
def test_that_the_program_says_what_the_translation_says(message: Message) -> None:
    translator = QTranslator()
    assert translator.load(str(QM))
    assert translator.translate(message.context, message.source) == message.translation
