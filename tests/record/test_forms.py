"""What stands on each form: what the log knows is filled in, the rest is left to write."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from app.models import facts as f
from app.models.facts import raw_fact
from app.models.levels import Level
from app.models.plan import Sign
from app.models.prints import Form
from app.record.paper import Boxes, Cell, Heading, Lines, Plan, Row, Signs, Table, Tick
from tests.builders import entry_id
from tests.record.material import BEGIN, MINUTE, drill, small
from tests.record.reading import sheets, words


def table(form: Form, *more: tuple[float, f.AnyFact], nth: int = 0) -> Table:
    blocks = sheets(small(*more), form).paper.blocks
    return [each for each in blocks if isinstance(each, Table)][nth]


def cells(row: Row) -> list[str]:
    return [cell if isinstance(cell, str) else cell.text for cell in row.cells]


def note_id(minutes: float, number: int) -> str:
    return entry_id(BEGIN + minutes * MINUTE, number)


# Timeline --------------------------------------------------------------------------------


def test_that_a_corrected_entry_is_struck_and_shows_what_holds() -> None:
    correction = f.Corrected(
        entry=note_id(1, 2), reason="typo", fact=raw_fact(f.Note(text="gate open"))
    )
    rows = table(Form.TIMELINE, (1, f.Note(text="gate shut")), (3, correction)).rows
    original = rows[2].cells[2]
    assert isinstance(original, Cell)
    assert original.text == "gate shut"
    assert original.struck
    assert original.note == "→ Corrected: gate open (typo) — 14:05:11, Wang Min"
    assert cells(rows[3])[2] == "Corrected: gate open (typo)"


def test_that_an_entry_written_later_says_when() -> None:
    held = small((1, f.Note(text="gate shut"), 9.0))
    rows = [row for row in sheets(held, Form.TIMELINE).paper.blocks if isinstance(row, Table)]
    time = rows[0].rows[2].cells[1]
    assert time == Cell(text="14:03:11", note="written 14:12:11")


def test_that_every_entry_has_its_place_in_the_log_and_each_day_its_line() -> None:
    rows = table(Form.TIMELINE, (1, f.Note(text="a")), (1440, f.Note(text="b"))).rows
    assert [row.span for row in rows if row.span] == ["2026-11-23", "2026-11-24"]
    assert [cells(row)[0] for row in rows if row.cells] == ["1", "2", "3"]


def test_that_entries_that_contradict_others_are_told() -> None:
    rows = table(Form.TIMELINE, (1, f.Acknowledged(who="nobody"))).rows
    what = rows[2].cells[2]
    assert isinstance(what, Cell)
    assert what.note == "contradicts other entries"


# Status --------------------------------------------------------------------------------


def ticked(form: Form, *more: tuple[float, f.AnyFact]) -> str:
    boxes = [b for b in sheets(small(*more), form).paper.blocks if isinstance(b, Boxes)]
    found = [tick for row in boxes[0].rows for box in row for tick in box.ticks]
    assert [tick.label for tick in found] == ["First report", "Further report", "Final report"]
    return next(tick.label for tick in found if tick == Tick(label=tick.label, ticked=True))


def printed(form: Form) -> f.Printed:
    return f.Printed(form=form, language="zh", head="0" * 64, count=1, sha256="0" * 64)


@pytest.mark.parametrize("form", [Form.STATUS, Form.ICS_209])
def test_that_a_report_is_first_then_further_then_final(form: Form) -> None:
    note = f.Note(text="a")
    assert ticked(form) == "First report"
    assert ticked(form, (1, printed(Form.TIMELINE)), (2, note)) == "First report"
    assert ticked(form, (1, printed(form)), (2, note)) == "Further report"
    assert ticked(form, (1, printed(form)), (2, f.DeclaredOver())) == "Final report"


def test_that_a_copy_of_the_first_report_stays_the_first() -> None:
    assert ticked(Form.STATUS, (1, printed(Form.STATUS))) == "First report"


def test_that_a_further_report_says_first_what_the_one_before_did_not_have() -> None:
    note, first = f.Note(text="a"), printed(Form.STATUS)
    blocks = sheets(small(
        (1, f.ZoneCordoned(zone="lobby")), (2, note), (3, msgspec.structs.replace(first, count=2)),
        (4, f.ZoneCordoned(zone="forecourt")),
    ), Form.STATUS).paper.blocks  # fmt: skip
    tables = [cells(row)[1] for b in blocks if isinstance(b, Table) for row in b.rows]
    assert [told.partition(" ")[0] for told in tables] == ["Forecourt", "Crowd:", "Lobby"]
    headings = [b.text for b in blocks if isinstance(b, Heading) and b.level == 2]
    assert headings == ["Since the report before", "Reported already"]


def test_that_a_correction_of_what_was_reported_is_new() -> None:
    struck = f.Corrected(entry=note_id(1, 2), reason="typo", fact=raw_fact(
        f.ZoneCordoned(zone="car_park")))  # fmt: skip
    blocks = sheets(small(
        (1, f.ZoneCordoned(zone="lobby")), (3, msgspec.structs.replace(
            printed(Form.STATUS), count=2)), (4, struck),
    ), Form.STATUS).paper.blocks  # fmt: skip
    first = next(b for b in blocks if isinstance(b, Table))
    assert [cells(row)[1].partition(" c")[0] for row in first.rows] == ["Car park"]


def test_that_reports_are_numbered_and_copies_of_one_count_once() -> None:
    note, first = f.Note(text="a"), printed(Form.STATUS)
    told = words(sheets(small((1, first), (2, first), (3, note)), Form.STATUS)).splitlines()
    assert told[told.index("Number of this report") + 1] == "2"


def test_that_a_final_report_says_what_the_zones_were_and_that_it_is_over() -> None:
    told = words(sheets(drill(), Form.STATUS))
    assert "none in hand any more; at 14:13: Forecourt: cordoned" in told
    assert "Declared over" in told


def test_that_the_report_upward_has_the_blocks_of_a_first_report() -> None:
    told = words(sheets(small(
        (1, f.SignSeen(sign=Sign.FIRE, text="a bin")),
        (2, f.ServiceCalled(service="119", said="a bin burns")),
        (3, f.PeopleCounted(unhurt=14, slightly=1)),
    ), Form.STATUS))  # fmt: skip
    for said in (
        "Exact place", "North gate", "Hazards and what was seen", "Fire (a bin)",
        "Ways in and out, zones", "14 unhurt, 1 slightly hurt, 0 badly hurt",
        "119 Fire service: called 14:04", "IV (blue)", "Released by",
        "Nature: by plan", "Office-centre crowd disturbance", "Source: reported by", "Wang Min",
        "Damage and losses, as far as known", "Response expected to last", "Commander, phone",
        "Help wanted, and what is expected next", "Cause, as far as known",
    ):  # fmt: skip
        assert said in told, said


# After-action --------------------------------------------------------------------------------


def test_that_the_report_has_its_seven_parts_and_room_to_write() -> None:
    blocks = sheets(small(), Form.REPORT).paper.blocks
    titles = [b.text for b in blocks if isinstance(b, Heading) and b.level == 1]
    assert titles == [
        "1 Cause", "2 Course", "3 Losses", "4 What went well", "5 Deadlines met and missed",
        "6 Lessons", "7 Measures",
    ]  # fmt: skip
    assert sum(b.count for b in blocks if isinstance(b, Lines)) > 15
    assert isinstance(blocks[-1], Signs)


def called(who: str, minutes: float, name: str) -> f.CalledOut:
    return f.CalledOut(who=who, name=name, role="guard", due=BEGIN + minutes * MINUTE)


def results(*more: tuple[float, f.AnyFact]) -> dict[str, str]:
    blocks = sheets(small(*more), Form.REPORT).paper.blocks
    tables = [b for b in blocks if isinstance(b, Table) and b.columns[-1].title == "Result"]
    return {cells(row)[0]: cells(row)[-1] for each in tables for row in each.rows}


def test_that_deadlines_are_judged_by_when_it_was_done_or_by_now() -> None:
    found = results(
        (0, called("a", 5, "Ann")), (0, called("b", 5, "Bo")), (0, called("c", 5, "Cy")),
        (0, called("d", 90, "Di")), (4, f.Arrived(who="a")), (8, f.Arrived(who="b")),
    )  # fmt: skip
    assert found["Ann"] == "in time"
    assert found["Bo"] == "3 min late"
    assert found["Cy"] == "missed, 40 min ago"
    assert found["Di"] == "still to come"


def test_that_after_the_end_missed_is_missed_and_what_was_not_due_yet_had_no_deadline() -> None:
    found = results(
        (0, called("a", 5, "Ann")), (0, called("b", 5, "Bo")), (0, called("d", 30, "Di")),
        (0, f.TaskAdded(task="t", text="Early", owner="guard", due=BEGIN + 5 * MINUTE)),
        (0, f.TaskAdded(task="u", text="Late", owner="guard", due=BEGIN + 30 * MINUTE)),
        (4, f.Arrived(who="a")), (10, f.DeclaredOver(despite="x")),
    )  # fmt: skip
    assert (found["Ann"], found["Bo"], found["Early"]) == ("in time", "missed", "missed")
    assert {"Di", "Late"}.isdisjoint(found)


def test_that_the_course_has_what_people_wrote_and_a_status_report_does_not() -> None:
    held = small((1, f.Note(text="gate shut")))
    assert "gate shut" in words(sheets(held, Form.SUMMARY))
    assert "gate shut" in words(sheets(held, Form.REPORT))
    assert "gate shut" not in words(sheets(held, Form.STATUS))


def test_that_a_settled_incident_is_called_so() -> None:
    end = ((1, f.DeclaredOver(despite="x")), (2, f.Closed()))
    assert "settled" not in words(sheets(small(*end), Form.SUMMARY))
    assert "settled" in words(sheets(small(*end, (3, f.Settled())), Form.SUMMARY))


def test_that_who_was_stood_down_or_excused_had_no_deadline() -> None:
    found = results(
        (0, called("a", 5, "Ann")), (0, called("b", 5, "Bo")),
        (1, f.StoodDown(who="a")), (1, f.Excused(who="b", reason="ill")),
    )  # fmt: skip
    assert "Ann" not in found
    assert "Bo" not in found


def test_that_what_is_owed_after_the_end_is_among_the_measures() -> None:
    told = words(sheets(small((5, f.DeclaredOver(despite="x")), (6, f.Closed())), Form.REPORT))
    assert "Visit the people affected" in told
    assert "owed" in told


# ICS --------------------------------------------------------------------------------

BLOCKS = {
    Form.ICS_201: (
        "1. Incident name", "2. Incident number", "3. Date and time initiated",
        "4. Map or sketch", "5. Situation summary", "7. Current and planned objectives",
        "8. Current and planned actions", "9. Current organization", "10. Resource summary",
        "Ordered", "ETA", "Arrived", "6. Prepared by",
    ),
    Form.ICS_209: (
        "1. Incident name", "2. Incident number", "3. Report version", "4. Incident commander",
        "6. Incident start", "9. Incident definition", "10. Complexity", "11. For time period",
        "28. Significant events", "31. Public status", "32. Responder status",
        "36. Projected", "39. Critical resource needs", "41. Planned actions",
        "48, 49. Organizations", "51. Total personnel", "53. Cooperating organizations",
    ),
    Form.ICS_211: (
        "1. Incident name", "2. Incident number", "3. Check-in location", "4. Start",
        "5. Check-in information", "5. Name", "6. Order", "7. Check-in", "11. Home unit",
        "Method of check-in", "14. Assignment", "17. Prepared by",
    ),
    Form.ICS_214: (
        "1. Incident name", "2. Operational period", "3. Name", "4. ICS position",
        "5. Home agency and unit", "6. Resources assigned", "7. Activity log",
        "Notable activities", "8. Prepared by",
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", BLOCKS)
def test_that_an_ics_form_has_its_blocks_by_number_and_name(form: Form) -> None:
    told = words(sheets(drill(), form))
    for block in BLOCKS[form]:
        assert block in told, block


def documented() -> list[tuple[Form, str]]:
    """The blocks that docs/record.md compares with the form's own."""
    page = (Path(__file__).parents[2] / "docs" / "record.md").read_text("utf-8")
    found = re.findall(r"^\| (ics-\d+) \| ([^|]+) \| [^|]+ \|$", page, re.MULTILINE)
    return [(Form(form), block) for form, block in found]


@pytest.mark.parametrize("form", BLOCKS)
def test_that_every_block_that_the_page_compares_stands_on_the_form(form: Form) -> None:
    told, blocks = words(sheets(drill(), form)), [b for f_, b in documented() if f_ is form]
    assert len(blocks) >= 8
    for block in blocks:
        assert block in told, block


@pytest.mark.parametrize("form", BLOCKS)
def test_that_every_numbered_block_of_the_form_is_compared_on_the_page(form: Form) -> None:
    paper = sheets(drill(), form).paper
    titles = [b.text for b in paper.blocks if isinstance(b, Heading)]
    titles += [x.label for b in paper.blocks if isinstance(b, Boxes) for r in b.rows for x in r]
    numbered = {title.partition(".")[0] for title in titles if title[0].isdigit()}
    page = {block.partition(".")[0] for f_, block in documented() if f_ is form}
    left = {"ics-209": {"13", "14", "15", "36", "40"}, "ics-211": set[str]()}
    assert numbered - page <= left.get(form, set())


def test_that_who_checked_in_stands_with_how_and_for_what() -> None:
    found = table(
        Form.ICS_211, (0, called("a", 5, "Ann")),
        (1, f.Arrived(who="a", by=f.ArrivedBy.BADGE)), (2, f.Arrived(who="z", name="Zoe")),
    )  # fmt: skip
    assert cells(found.rows[0])[:2] == ["1", "Ann"]
    assert cells(found.rows[0])[3] == "2026-11-23 14:03"
    assert cells(found.rows[0])[5] == "badge"
    assert cells(found.rows[1])[5] == "by hand"
    assert found.blank == 3


def test_that_the_check_in_list_has_contacts_only_where_they_were_asked_for() -> None:
    plain, private = sheets(drill(), Form.ICS_211), sheets(drill(), Form.ICS_211, contacts={})
    assert "10. Contact" not in words(plain)
    assert "000-0000-0101" in words(private)


def test_that_resources_say_when_ordered_expected_and_arrived() -> None:
    boxes = sheets(small(
        (0, called("a", 5, "Ann")), (1, f.OnTheWay(who="a", eta=BEGIN + 4 * MINUTE)),
        (1, f.ServiceCalled(service="110", said="crowd", reference="R7")),
        (9, f.ServiceArrived(service="110", units="two cars")),
    ), Form.ICS_201).paper.blocks  # fmt: skip
    tables = [b for b in boxes if isinstance(b, Table)]
    resources = next(each for each in tables if each.columns[0].title == "Resource")
    rows = [cells(row) for row in resources.rows]
    assert rows[0][1:5] == ["Ann", "14:02", "14:06", ""]
    assert rows[1] == ["110 Police", "R7", "14:03", "", "14:11", "two cars, crowd"]


# Lists --------------------------------------------------------------------------------


def test_that_who_must_be_told_stands_with_when_and_how_it_went() -> None:
    found = table(
        Form.NOTIFICATIONS, (1, f.Notified(target="manager", said="coming")),
        (3, f.Notified(target="head_of_order", told=False)),
    )  # fmt: skip
    by_name = {cells(row)[0]: cells(row) for row in found.rows}
    assert by_name["Service-centre manager"][3:] == ["14:03", "in time", "coming"]
    missed = [row for row in by_name.values() if row[4].startswith("missed")]
    assert missed


def test_that_staff_stand_with_their_times_and_phones_only_when_asked_for() -> None:
    held = drill()
    plain, private = sheets(held, Form.STAFF), sheets(held, Form.STAFF, contacts={})
    assert "000-0000-0101" not in words(plain)
    assert "000-0000-0101" in words(private)
    assert private.paper.private


# Summary --------------------------------------------------------------------------------


def test_that_the_summary_has_chart_course_and_site_plan() -> None:
    paper = sheets(drill(), Form.SUMMARY)
    titles = [b.text for b in paper.paper.blocks if isinstance(b, Heading)]
    assert titles == ["In numbers", "Escalation", "Levels", "Course", "Zones and cordons"]
    [plan] = [b for b in paper.paper.blocks if isinstance(b, Plan)]
    assert plan.picture in paper.files
    assert {zone.state for zone in plan.zones} == {"clear", "cordoned", "confirmed"}
    assert plan.key.startswith("As of 14:1")
    assert b"<svg" in paper.files["chart.svg"]


def test_that_levels_say_why_and_who_decided() -> None:
    found = table(Form.SUMMARY, (
        5, f.LevelSet(level=Level.III, reason="more people", decided_by="Zhao Lin"),
    ))  # fmt: skip
    assert [cells(row)[1:] for row in found.rows] == [
        ["IV (blue)", "opened", "Wang Min"], ["III (yellow)", "more people", "Zhao Lin"],
    ]  # fmt: skip


def test_that_prints_are_not_of_the_course() -> None:
    told = words(sheets(small((1, printed(Form.STATUS)), (2, f.Note(text="x"))), Form.ICS_214))
    assert "printed in" not in told


def test_that_what_became_of_a_zone_stays_told_once_it_is_released() -> None:
    found = table(
        Form.SUMMARY, (1, f.ZoneCordoned(zone="lobby")), (2, f.ZoneEvacuating(zone="lobby")),
        (3, f.OutCounted(zone="lobby", count=7)), (4, f.ZoneConfirmed(zone="lobby", by="Ann")),
        (5, f.ZoneReleased(zone="lobby")), nth=2,
    )  # fmt: skip
    assert cells(found.rows[0])[1:] == ["14:03", "14:04", "7 / –", "14:06", "14:07"]
