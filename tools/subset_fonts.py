"""Cut the faces that ship with Muster from full ones: fonts, their characters, their names.

Sources, all under the SIL Open Font License 1.1, as Debian packages them:

* Noto Sans CJK, Regular and Bold (package fonts-noto-cjk, the two `NotoSansCJK-*.ttc`),
* Noto Sans Mono, Regular and Bold (package fonts-noto-mono),
* the characters of 通用规范汉字表 (2013), which Unihan lists as `kTGH`
  (package unicode-data, `Unihan_OtherMappings.txt.bz2`).

    python tools/subset_fonts.py --sans REGULAR.ttc BOLD.ttc --mono REGULAR.ttf BOLD.ttf \
        --unihan Unihan_OtherMappings.txt.bz2
"""

from __future__ import annotations

import argparse
import bz2
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

OUT = Path(__file__).parents[1] / "resources" / "fonts"
SIMPLIFIED_CHINESE = 2
"""The face for Simplified Chinese among the ten in each NotoSansCJK file."""

LEGAL = {0, 7, 10, 13, 14}
"""The name records that stay: copyright, trademark, description, licence and its address."""

ENGLISH = 0x409

SYMBOLS = "▲△▼▽◆◇■□●○★☆✓⚠→←↑↓↗↘↔•·…–—‘’“”′″×÷±≥≤≠≈°§№☎⇧⌘␣▶◀①②③④⑤⑥⑦⑧⑨⑩"
"""Signs of the screen and of paper; what a face lacks is taken from the other one."""


def latin() -> set[int]:
    """English and its neighbours, and pinyin with its tones."""
    pinyin = {ord(char) for char in "āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ"}
    return pinyin | {*range(0x20, 0x7F), *range(0xA0, 0x100), 0x2011, 0x202F, 0x20AC}


def gb2312() -> set[int]:
    """All of GB/T 2312 that Python's codec knows: 6,763 characters and the usual signs."""
    codes = (bytes([row, cell]) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return {ord(char) for code in codes if (char := code.decode("gb2312", "ignore"))}


def standard_characters(unihan: Path) -> set[int]:
    """The 8,105 of 通用规范汉字表: what names in identity papers are registered with."""
    with bz2.open(unihan, "rt", encoding="utf-8") as lines:
        return {
            int(line.removeprefix("U+").split("\t")[0], 16) for line in lines if "\tkTGH\t" in line
        }


def cut(source: Path, *, number: int, characters: Iterable[int]) -> TTFont:
    options = subset.Options(
        hinting=False, desubroutinize=False, recalc_timestamp=False, name_IDs=["*"],
        layout_features=["kern", "ccmp", "locl", "mark", "mkmk"], notdef_outline=True,
        drop_tables=[*subset.Options().drop_tables, "VORG", "vhea", "vmtx", "BASE"],
    )  # fmt: skip
    font = TTFont(source, fontNumber=number, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def rename(font: TTFont, family: str, style: str) -> None:
    """Name the face after Muster, so that a system's fuller one is never taken for it."""
    post_script = f"{family.replace(' ', '')}-{style}"
    names = {1: family, 2: style, 3: post_script, 4: f"{family} {style}", 6: post_script}
    table: Any = font["name"]
    table.names = [kept for kept in table.names if kept.nameID in LEGAL and kept.langID == ENGLISH]
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, ENGLISH)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [post_script]
        top = cff.topDictIndex[0]
        top.FamilyName, top.FullName = family, f"{family} {style}"


def write(source: Path, family: str, style: str, *, number: int, characters: set[int]) -> None:
    font = cut(source, number=number, characters=characters)
    rename(font, family, style)
    suffix = "otf" if "CFF " in font else "ttf"
    path = OUT / f"{family.replace(' ', '')}-{style}.{suffix}"
    font.save(path)
    lacking = "".join(sorted(chr(code) for code in characters - set(font.getBestCmap())))
    print(f"{path.name}: {path.stat().st_size:,} bytes; not in the source: {lacking or 'none'}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sans", nargs=2, type=Path, required=True, metavar=("REGULAR", "BOLD"))
    parser.add_argument("--mono", nargs=2, type=Path, required=True, metavar=("REGULAR", "BOLD"))
    parser.add_argument("--unihan", type=Path, required=True)
    args = parser.parse_args()
    signs = {ord(char) for char in SYMBOLS}
    chinese = gb2312() | standard_characters(args.unihan)
    for style, sans, mono in zip(("Regular", "Bold"), args.sans, args.mono, strict=True):
        wanted = latin() | signs | chinese
        write(sans, "Muster Sans", style, number=SIMPLIFIED_CHINESE, characters=wanted)
        write(mono, "Muster Mono", style, number=-1, characters=latin() | signs)


if __name__ == "__main__":
    main()
