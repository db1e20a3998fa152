"""Lines of a sheet that say who came, and what became of a zone."""

from __future__ import annotations

import pytest

from app.models import facts as f
from app.models.command import Command, Scan
from app.models.sheet_line import read_line
from app.models.site import Site
from app.store.bundled import bundled_plan
from tests.record.material import a_site

PLAN = bundled_plan("office-crowd")
SITE = Site(each.entry for each in a_site(PLAN))


@pytest.mark.parametrize(
    ("line", "commands"),
    [
        ("+Chen Wei", (Scan(text="Chen Wei"),)),
        ("＋ 陈伟", (Scan(text="陈伟"),)),
        ("#forecourt", (f.ZoneCordoned(zone="forecourt"),)),
        ("＃前广场", (f.ZoneCordoned(zone="forecourt"),)),
        ("> Tower A", (f.ZoneEvacuating(zone="tower_a"),)),
        (">Tower A 64", (f.ZoneEvacuating(zone="tower_a", expected=64),)),
        ("＞A 座，64", (f.ZoneEvacuating(zone="tower_a", expected=64),)),
        ("<Tower A 38", (f.OutCounted(zone="tower_a", count=38),)),
        ("=Tower A, Floor 1, Li Na", (f.PartConfirmed(zone="tower_a", part="f1", by="Li Na"),)),
        ("=a座1层 李娜", (f.PartConfirmed(zone="tower_a", part="f1", by="李娜"),)),
        ("=Tower A Li Na", (f.ZoneConfirmed(zone="tower_a", by="Li Na"),)),
        ("=Lobby Li Na", (f.ZoneEmpty(zone="lobby"), f.ZoneConfirmed(zone="lobby", by="Li Na"))),
        ("!119 a bin burns", (f.ServiceCalled(service="119", said="a bin burns"),)),
        ("！120", (f.ServiceCalled(service="120"),)),
    ],
)
def test_that_a_sign_says_what_it_is(line: str, commands: tuple[Command, ...]) -> None:
    assert read_line(line, PLAN, SITE) == commands


@pytest.mark.parametrize(
    "line",
    [
        "gate shut",
        "+",
        "#",
        "#Nowhere",
        "#Forecourt with tape",
        "<Tower A",
        "<Tower A many",
        ">Tower A soon",
        "!help",
        "=",
        "#Tower Alpha",
        "",
    ],
)
def test_that_what_is_not_understood_is_only_words(line: str) -> None:
    assert read_line(line, PLAN, SITE) == ()
