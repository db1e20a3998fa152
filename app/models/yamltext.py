"""From bytes to YAML nodes that know their lines, or to the problem that prevents it."""

from __future__ import annotations

from collections.abc import Iterator

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import Node
from ruamel.yaml.reader import ReaderError

from app.models.problem import Problem, say
from app.models.text import QT_TRANSLATE_NOOP, Phrase

LARGEST = 500_000
"""Characters. The largest shipped plan has under 30,000."""

_HINTS = (  # (in the parser's context, in its message, what to tell the person), first fit wins
    (
        "",
        "another document",
        QT_TRANSLATE_NOOP("PlanFile", "a second document after “---”; write one per file"),
    ),
    (
        "quoted scalar",
        "end of stream",
        QT_TRANSLATE_NOOP("PlanFile", "a quotation mark opens here and is never closed"),
    ),
    (
        "flow",
        "expected ','",
        QT_TRANSLATE_NOOP(
            "PlanFile", "a bracket opens here and is not closed, or a comma is missing"
        ),
    ),
    (
        "flow",
        "expected the node",
        QT_TRANSLATE_NOOP(
            "PlanFile", "something is missing after a comma or bracket, or a bracket is not closed"
        ),
    ),
    ("simple key", "", QT_TRANSLATE_NOOP("PlanFile", "“: ” is missing after a key")),
    (
        "",
        "mapping values are not allowed",
        QT_TRANSLATE_NOOP(
            "PlanFile",
            "“: ” does not fit here; put a text with a colon in quotes, "
            "give every key its own line, and indent like the lines above",
        ),
    ),
    (
        "",
        "cannot start any token",
        QT_TRANSLATE_NOOP("PlanFile", "a text cannot start with this character; put it in quotes"),
    ),
    (
        "block",
        "",
        QT_TRANSLATE_NOOP("PlanFile", "indented differently from the lines it belongs with"),
    ),
)


def decode_file(raw: bytes, *, file: str) -> str | Problem:
    """The text of a file, which must be UTF-8, with or without a byte order mark."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "this is not UTF-8 text; save the file again with the encoding UTF-8"
        )
        return Problem(
            file=file, line=before.count(b"\n") + 1, column=column, message=say(words)
        )  # fmt: skip


def compose(text: str, *, file: str) -> Node | tuple[Problem, ...]:
    """The document's node, or why there is none."""
    if len(text) > LARGEST:
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "the file has {size} characters; the limit is {limit}"
        )
        return (_at(file, 0, 0, say(words, size=len(text), limit=LARGEST)),)
    tabs = tuple(_tabs(text, file))
    return tabs or _parse(text, file)


def _tabs(text: str, file: str) -> Iterator[Problem]:
    words = QT_TRANSLATE_NOOP(
        "PlanFile", "a tab at the start of the line; indent with two spaces instead"
    )
    for number, line in enumerate(text.split("\n")):
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent and line.strip():
            yield _at(file, number, indent.index("\t"), say(words))


def _parse(text: str, file: str) -> Node | tuple[Problem, ...]:
    yaml = YAML(typ="safe", pure=True)
    yaml.composer.warn_double_anchors = False
    try:
        node = yaml.compose(text)
    except MarkedYAMLError as error:
        return (_syntax_problem(error, text, file),)
    except ReaderError as error:
        line = text.count("\n", 0, error.position)
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "a character that text files do not have (U+{code}); delete it"
        )
        return (_at(file, line, 0, say(words, code=f"{ord(text[error.position]):04X}")),)
    except RecursionError:
        words = QT_TRANSLATE_NOOP("PlanFile", "brackets are nested too deeply")
        return (_at(file, 0, 0, say(words)),)
    if node is None:
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "the file is empty; start from the blank plan and change it"
        )
        return (_at(file, 0, 0, say(words)),)
    found: Node = node
    return found


def _syntax_problem(error: MarkedYAMLError, text: str, file: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    # An unclosed quote or bracket is noticed at the end of the file, a key without colon on the
    # next line; where it begins helps more.
    unclosed = "stream" in str(error.problem) or "simple key" in str(error.context)
    if error.context_mark and unclosed:
        line, column = error.context_mark.line, error.context_mark.column
    written = text.split("\n")[line] if line < text.count("\n") + 1 else ""
    return _at(file, line, column, _explain(error, written))


def _explain(error: MarkedYAMLError, written: str) -> Phrase:
    problem, context = str(error.problem), str(error.context)
    if "：" in written and ": " not in written:
        return say(QT_TRANSLATE_NOOP("PlanFile", "a full-width colon “：”; write “: ” after a key"))
    for in_context, in_problem, words in _HINTS:
        if in_context in context and in_problem in problem:
            return say(words)
    words = QT_TRANSLATE_NOOP("PlanFile", "not readable as YAML: {detail}")
    return say(words, detail=problem)


def _at(file: str, line: int, column: int, message: Phrase) -> Problem:
    """`line` and `column` as YAML counts them, from 0."""
    return Problem(file=file, line=line + 1, column=column + 1, message=message)
