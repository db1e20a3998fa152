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
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

OUT = Path(__file__).parents[1] / "resources" / "fonts"
SIMPLIFIED_CHINESE = 2
"""The face for Simplified Chinese among the ten in each NotoSansCJK file."""

LEGAL = {0, 7, 10, 13, 14}
"""The name records that stay: copyright, trademark, description, licence and its address."""

ENGLISH = 0x409
NO_FEATURE = 0xFFFF

SYMBOLS = "−‐‒―‰‹›™∞≈▲△▼▽◆◇■□●○★☆✓⚠→←↑↓↗↘↔•·…–—‘’“”′″×÷±≥≤≠°§№☎⇧⌘␣▶◀①②③④⑤⑥⑦⑧⑨⑩"
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


def latin_forms(font: TTFont) -> dict[str, str]:
    """Quotes and dots as wide as a Chinese character → the forms that stand among Latin letters.

    The source has them: the quotes for Korean, the dots on the base line for Latin.
    """
    glyphs = font.getBestCmap()
    korean, latin = local_forms(font, "KOR "), local_forms(font, None)
    return {glyphs[ord(quote)]: korean[glyphs[ord(quote)]] for quote in "‘’“”"} | {
        glyphs[ord("…")]: latin[glyphs[ord("…")]]
    }


def local_forms(font: TTFont, language: str | None) -> dict[str, str]:
    """What the source's `locl` does to Latin text in a language; None: where it knows none."""
    table = font["GSUB"].table
    latin = next(one.Script for one in table.ScriptList.ScriptRecord if one.ScriptTag == "latn")
    systems = {one.LangSysTag: one.LangSys for one in latin.LangSysRecord}
    system = systems[language] if language else latin.DefaultLangSys
    forms: dict[str, str] = {}
    for feature in (table.FeatureList.FeatureRecord[number] for number in system.FeatureIndex):
        for number in feature.Feature.LookupListIndex if feature.FeatureTag == "locl" else ():
            for part in table.LookupList.Lookup[number].SubTable:
                forms |= getattr(part, "ExtSubTable", part).mapping
    return forms


def set_latin_forms(font: TTFont, forms: dict[str, str]) -> None:
    """Narrow among Latin letters only: without a script of its own, Chinese would take Latin's."""
    pairs = " ".join(f"sub {wide} by {narrow};" for wide, narrow in forms.items())
    addOpenTypeFeaturesFromString(font, f"feature calt {{ script latn; {pairs} }} calt;")
    other = otTables.ScriptRecord()
    other.ScriptTag, other.Script = "DFLT", otTables.Script()
    other.Script.DefaultLangSys = otTables.DefaultLangSys()
    other.Script.DefaultLangSys.ReqFeatureIndex = NO_FEATURE
    other.Script.DefaultLangSys.FeatureIndex = []
    other.Script.LangSysRecord = []
    font["GSUB"].table.ScriptList.ScriptRecord.insert(0, other)


def cut(source: Path, *, number: int, characters: Iterable[int]) -> TTFont:
    options = subset.Options(
        hinting=True, desubroutinize=False, recalc_timestamp=False, name_IDs=["*"],
        layout_features=["kern"], layout_scripts=["DFLT.dflt", "latn.dflt"], notdef_outline=True,
        drop_tables=[*subset.Options().drop_tables, "VORG", "vhea", "vmtx", "BASE"],
    )  # fmt: skip
    font = TTFont(source, fontNumber=number, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    forms = latin_forms(font) if number == SIMPLIFIED_CHINESE else {}
    subsetter.populate(unicodes=characters, glyphs=forms.values())
    subsetter.subset(font)
    if forms:
        set_latin_forms(font, forms)
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
