"""What stands on paper, in words of one language: what the template typesets, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

import msgspec


class _Part(msgspec.Struct, frozen=True, kw_only=True):
    pass


class _Block(_Part, frozen=True, kw_only=True, tag_field="kind"):
    pass


class Cell(_Part, frozen=True, kw_only=True, omit_defaults=True):
    """`note` stands below in small letters, `loud` makes it bold; `mono`: for fingerprints."""

    text: str = ""
    note: str = ""
    struck: bool = False
    strong: bool = False
    loud: bool = False
    mono: bool = False


Words: TypeAlias = str | Cell


class Column(_Part, frozen=True, kw_only=True):
    """`mm` wide, or a share `fr` of the room that is left."""

    title: str
    mm: float = 0
    fr: float = 0


class Row(_Part, frozen=True, kw_only=True, omit_defaults=True):
    """A line of cells, or `span` across all columns."""

    cells: tuple[Words, ...] = ()
    span: str = ""


class Heading(_Block, frozen=True, kw_only=True, tag="heading"):
    text: str
    level: int = 1


class Paragraph(_Block, frozen=True, kw_only=True, tag="text"):
    text: str
    quiet: bool = False


class Pairs(_Block, frozen=True, kw_only=True, tag="pairs"):
    """Labels with what is said, beside each other."""

    items: tuple[tuple[str, Words], ...]
    columns: int = 1


class Table(_Block, frozen=True, kw_only=True, tag="table"):
    """`blank` lines to write in follow the rows, each `tall` millimetres high.

    `roomy`: the rows have room to write in too; `tight`: columns of a number or two, ruled.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()
    blank: int = 0
    tall: float = 8
    roomy: bool = False
    tight: bool = False


class Tick(_Part, frozen=True, kw_only=True):
    label: str
    ticked: bool = False


class Box(_Part, frozen=True, kw_only=True):
    """A block of an ICS form: its number and name, and what is written in it."""

    label: str
    text: str = ""
    ticks: tuple[Tick, ...] = ()
    fr: float = 1


class Boxes(_Block, frozen=True, kw_only=True, tag="boxes"):
    rows: tuple[tuple[Box, ...], ...]


class Lines(_Block, frozen=True, kw_only=True, tag="lines"):
    """Ruled lines to write on."""

    count: int
    label: str = ""


class Signs(_Block, frozen=True, kw_only=True, tag="signs"):
    """Lines to sign on, side by side."""

    labels: tuple[str, ...]


class Picture(_Block, frozen=True, kw_only=True, tag="picture"):
    """`file` is a name in `Sheets.files`."""

    file: str
    alt: str


Spot: TypeAlias = tuple[int, int]


class PlanZone(_Part, frozen=True, kw_only=True):
    points: tuple[Spot, ...]
    middle: Spot
    state: str
    label: str


class PlanLine(_Part, frozen=True, kw_only=True):
    points: tuple[Spot, ...]
    stands: bool


class PlanMark(_Part, frozen=True, kw_only=True):
    """`full`: taken, or shut; `round`: a post."""

    point: Spot
    sign: str
    full: bool
    round: bool


class Plan(_Block, frozen=True, kw_only=True, tag="plan"):
    """The site plan; places are in ten-thousandths of its width and height."""

    picture: str
    alt: str
    zones: tuple[PlanZone, ...]
    lines: tuple[PlanLine, ...]
    marks: tuple[PlanMark, ...]
    legend: tuple[tuple[str, str], ...]
    key: str


class Break(_Block, frozen=True, kw_only=True, tag="break"):
    """What follows begins a page."""


Block: TypeAlias = (
    Heading | Paragraph | Pairs | Table | Boxes | Lines | Signs | Picture | Plan | Break
)


class Stamp(_Part, frozen=True, kw_only=True):
    """The proof as it is read by people; `command` checks it, `alt` says what the code holds."""

    title: str
    lines: tuple[tuple[str, str], ...]
    told: str
    command: str
    alt: str


class Paper(_Part, frozen=True, kw_only=True):
    """One form, all in words. `made` is year to second; it dates the file too.

    `running` stands at the head of every page, `foot` at its foot beside the page numbers, for
    which `page_words` are what stands before, between and after them. `drill`, `private` and
    `warning` stand across every page.
    """

    title: str
    language: Literal["en", "zh"]
    made: tuple[int, int, int, int, int, int]
    subject: str = ""
    number: str = ""
    running: str = ""
    foot: str = ""
    page_words: tuple[str, str, str]
    facts: tuple[tuple[str, Words], ...] = ()
    blocks: tuple[Block, ...] = ()
    drill: str = ""
    drill_word: str = ""
    private: str = ""
    warning: str = ""
    proof: Stamp | None = None
    keywords: tuple[str, ...] = ()
    wide: bool = False
    """Across: for tables of many columns."""


class Sheets(_Part, frozen=True, kw_only=True):
    """A paper with the files that it shows, by name."""

    paper: Paper
    files: Mapping[str, bytes] = {}


def rows(cells: Iterable[tuple[Words, ...]]) -> tuple[Row, ...]:
    return tuple(Row(cells=each) for each in cells)
