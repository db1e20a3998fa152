"""Empty forms: what plan and site know stands there, the rest is lines to write on."""

from __future__ import annotations

import pytest

from app.models.site import Site
from app.record.empty import Blank, Empty, empty_form
from app.record.paper import Sheets, Table
from app.record.reader import PaperReader
from app.record.typeset import pdf
from app.store.bundled import bundled_plan, bundled_plans
from tests.record.material import a_site
from tests.record.reading import NOW, SHANGHAI, Language, pages, words, xmp

PLAN = bundled_plan("office-crowd")
SITE = Site(each.entry for each in a_site(PLAN))


def form(empty: Empty, *, site: Site = SITE, phones: bool = False) -> Sheets:
    reader = PaperReader("en", SHANGHAI)
    return empty_form(Blank(plan=PLAN, site=site, reader=reader, now=NOW, phones=phones), empty)


def tables(sheets: Sheets) -> list[Table]:
    return [block for block in sheets.paper.blocks if isinstance(block, Table)]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("key", [plan.key for _, plan in bundled_plans()])
def test_that_every_plan_has_its_four_forms(key: str, language: Language) -> None:
    known = bundled_plan(key)
    reader = PaperReader(language, SHANGHAI)
    for empty in Empty:
        made = pdf(empty_form(Blank(plan=known, site=SITE, reader=reader, now=NOW), empty))
        assert "<pdfaid:part>3</pdfaid:part>" in xmp(made)
        assert known.title.in_language(reader.language) in pages(made)[0].replace("\n", " ")


def test_that_the_call_out_list_names_roles_deadlines_and_who_could_come() -> None:
    told = words(form(Empty.CALL_OUT))
    for said in ("Service-centre manager", "Chen Wei", "at once; off duty 5 min", "110 Police"):
        assert said in told
    assert "000-0000-0101" not in told


def test_that_numbers_stand_only_where_they_were_asked_for_and_are_marked() -> None:
    private = form(Empty.CALL_OUT, phones=True)
    assert "000-0000-0101" in words(private)
    assert private.paper.private
    assert not form(Empty.TIMELINE, phones=True).paper.private


def test_that_without_a_site_every_place_of_a_role_has_a_line() -> None:
    rows = tables(form(Empty.CALL_OUT, site=Site()))[0].rows
    assert len(rows) == sum(role.count for role in PLAN.roles)


def test_that_the_evacuation_list_has_each_zone_with_its_parts_and_where_people_gather() -> None:
    told = words(form(Empty.EVACUATION))
    for said in ("Forecourt", "Tower A", "– Floor 1", "Assembly point", "North gate"):
        assert said in told, said


def test_that_sheets_have_lines_to_write_on() -> None:
    assert tables(form(Empty.TIMELINE))[0].blank > 40
    assert tables(form(Empty.CHECK_IN))[0].blank > 20
