"""The chart on paper: every bar told by a pattern and a name, nothing over anything."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import timedelta

from app.models import facts as f
from app.models.levels import Level
from app.models.prints import Form
from app.record.chart import RIGHT, WIDE
from tests.record.material import BEGIN, MINUTE, drill, small
from tests.record.reading import sheets


def drawn(*more: tuple[float, f.AnyFact]) -> str:
    return sheets(small(*more), Form.SUMMARY).files["chart.svg"].decode()


def texts(svg: str) -> list[str]:
    root = ET.fromstring(svg)  # noqa: S314  our own
    return [each.text or "" for each in root.iter("{http://www.w3.org/2000/svg}text")]


def called(who: str, minutes: float) -> f.CalledOut:
    due = BEGIN + minutes * MINUTE
    return f.CalledOut(who=who, name=who.title(), role="guard", due=due)


def test_that_levels_and_those_called_stand_by_name() -> None:
    told = texts(drawn((1, called("ann", 5)), (3, f.LevelSet(level=Level.II, reason="x"))))
    assert {"Level", "IV", "II", "Call-outs", "Ann", "People", "15"} <= set(told)


def test_that_who_came_late_is_hatched_and_who_is_awaited_is_white() -> None:
    svg = drawn((1, called("ann", 2)), (9, f.Arrived(who="ann")))
    assert 'class="late"' in svg
    assert 'class="in-time"' not in svg
    assert 'class="in-time"' in drawn((1, called("ann", 20)), (9, f.Arrived(who="ann")))


def test_that_names_are_no_markup() -> None:
    svg = drawn((1, called("<b>&amp;", 5)))
    assert "&lt;B&gt;&amp;Amp;" in svg
    assert texts(svg)


def test_that_what_the_faces_lack_is_told_by_its_number() -> None:
    assert "[U+1F600]" in texts(drawn((1, called("😀", 5))))


def test_that_nothing_stands_beyond_the_paper() -> None:
    svg = sheets(drill(), Form.SUMMARY).files["chart.svg"].decode()
    across = [float(x) for x in re.findall(r'\bx[12]?="([-0-9.]+)"', svg)]
    assert min(across) >= 0
    assert max(across) <= WIDE
    assert RIGHT < WIDE


def test_that_two_hundred_called_share_lanes() -> None:
    many = [(1 + n / 10, called(f"p{n}", 90)) for n in range(200)]
    root = ET.fromstring(drawn(*many))  # noqa: S314  our own
    assert float(root.attrib["height"]) < 560
    assert any("together" in each for each in texts(drawn(*many)))


def test_that_an_incident_of_days_has_an_axis_of_days() -> None:
    told = texts(drawn((timedelta(days=6) / MINUTE, f.DeclaredOver(despite="x"))))
    assert "11-25" in told
