"""Typesets a paper with typst: PDF/A-3b, the same bytes for the same paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeVar

import msgspec
import typst

from app.record.glyphs import printable
from app.record.paper import Paper, Plan, Sheets

STANDARD: Literal["a-3b"] = "a-3b"
"""PDF/A-3: the one that may carry a file of another form, the machine's proof."""


Made = TypeVar("Made")


class NotSetError(Exception):
    """Typst would not set this paper; the text is its own."""


def pdf(sheets: Sheets) -> bytes:
    """Sets a paper. Other threads run meanwhile.

    A picture of the site that cannot be set is left out: what is drawn on it is shown.
    """
    return _set(sheets, _compile)


def _set(sheets: Sheets, compile_: Callable[[Sheets], Made]) -> Made:
    try:
        return compile_(sheets)
    except typst.TypstError as error:
        without = _without_picture(sheets)
        if without is None:
            raise NotSetError(str(error)) from error
    try:
        return compile_(without)
    except typst.TypstError as error:
        raise NotSetError(str(error)) from error


_typst: Any = typst.compile  # its types know only one input; it takes several by name


def _compile(sheets: Sheets) -> bytes:
    made: bytes = _typst(
        inputs(sheets), font_paths=fonts(), ignore_system_fonts=True, format="pdf",
        timestamp=_moment(sheets), pdf_standards=[STANDARD], pdf_tags=False,
    )  # fmt: skip
    return made


def png_pages(sheets: Sheets, *, ppi: float = 72) -> list[bytes]:
    """The pages as pictures: to look at before printing. Otherwise as `pdf`."""
    return _set(sheets, lambda each: _pictures(each, ppi))


def _pictures(sheets: Sheets, ppi: float) -> list[bytes]:
    made = _typst(
        inputs(sheets), font_paths=fonts(), ignore_system_fonts=True, format="png", ppi=ppi,
        timestamp=_moment(sheets),
    )  # fmt: skip
    return [made] if isinstance(made, bytes) else list(made)


def inputs(sheets: Sheets) -> dict[str, bytes]:
    """What typst reads, by name; it sees no other file."""
    return {"main": _template(), "paper.json": _content(sheets.paper), **sheets.files}


def fonts() -> list[str]:
    return [str(files("resources") / "fonts")]


def _moment(sheets: Sheets) -> int:
    return int(datetime(*sheets.paper.made, tzinfo=UTC).timestamp())


def _without_picture(sheets: Sheets) -> Sheets | None:
    blocks = tuple(
        msgspec.structs.replace(block, picture="") if isinstance(block, Plan) else block
        for block in sheets.paper.blocks
    )
    if blocks == sheets.paper.blocks:
        return None
    paper = msgspec.structs.replace(sheets.paper, blocks=blocks)
    return msgspec.structs.replace(sheets, paper=paper)


@cache
def _template() -> bytes:
    return (files("resources") / "print" / "paper.typ").read_bytes()


def _content(paper: Paper) -> bytes:
    """As JSON, with every text as it can be set."""
    content = _printable(msgspec.to_builtins(paper))
    content["keywords"] = paper.keywords  # for machines
    return msgspec.json.encode(content)


def _printable(value: Any) -> Any:
    match value:
        case str():
            return printable(value)
        case dict():
            return {key: _printable(each) for key, each in value.items()}
        case list() | tuple():
            return [_printable(each) for each in value]
        case _:
            return value
