"""People files: tables of staff as offices keep them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.models import facts as f
from app.models.command import SetPeople
from app.models.people_file import PeopleChange, people_table, read_people
from app.models.problem import Reading
from app.models.site import Site
from tests.builders import BEGIN, PEOPLE, PLAN, Play, a_site, person

TITLES = ("Name", "Role", "Group", "Badge", "Phone", "On duty")


def read(*rows: Sequence[str], site: Site | None = None) -> Reading[PeopleChange]:
    site = site or a_site()
    table = list(enumerate(map(tuple, rows), 1))
    return read_people(table, site.people, [PLAN], file="staff.csv", now=BEGIN)


def changed(*rows: Sequence[str], site: Site | None = None) -> PeopleChange:
    reading = read(*rows, site=site)
    assert reading.value is not None, [each.english() for each in reading.problems]
    return reading.value


def problems(*rows: Sequence[str], site: Site | None = None) -> list[str]:
    reading = read(*rows, site=site)
    assert reading.value is None
    return [problem.english() for problem in reading.problems]


def test_that_new_people_come_with_role_group_badge_number_and_duty() -> None:
    change = changed(TITLES, ("Wu Fang", "Driver", "", "B9", "010 1", "yes"))
    (wu,) = change.set_people.people
    assert (wu.name, wu.roles, wu.group) == ("Wu Fang", ("driver",), "logistics")
    assert (wu.badge, wu.phone) == ("B9", "010 1")
    assert change.set_people.on_duty == (wu.person,)
    assert change.added == ("Wu Fang",)


def test_that_columns_stand_in_any_order_and_language_below_empty_rows() -> None:
    change = changed(("", ""), ("电话", "姓名", "岗位"), ("0101", "吴芳", "〔Driver〕、guard"))
    (wu,) = change.set_people.people
    assert (wu.name, wu.phone, wu.roles) == ("吴芳", "0101", ("driver", "guard"))


def test_that_a_column_about_something_else_is_left_out() -> None:
    change = changed(("Name", "Room", "Entered service"), ("Wu Fang", "12", "2019"))
    assert change.added == ("Wu Fang",)


def test_that_who_is_known_is_changed_and_empty_cells_leave_what_is_known() -> None:
    change = changed(TITLES, ("Li Na", "", "", "", "0105", ""))
    (li,) = change.set_people.people
    assert (li.person, li.badge, li.roles, li.phone) == ("li", "B3", ("guard",), "0105")
    assert change.changed == ("Li Na",)
    assert change.set_people.on_duty == change.set_people.off_duty == ()


def test_that_a_badge_tells_who_it_is_whatever_the_name() -> None:
    change = changed(TITLES, ("Li Na-Schmidt", "", "", "B3", "", ""))
    assert [(each.person, each.name) for each in change.set_people.people] == [
        ("li", "Li Na-Schmidt")
    ]


def test_that_a_namesake_with_another_badge_is_somebody_else() -> None:
    change = changed(TITLES, ("Li Na", "Driver", "", "B77", "", ""))
    assert change.added == ("Li Na",)
    assert change.set_people.people[0].person != "li"


def test_that_two_of_one_name_need_their_badges() -> None:
    site = a_site((*PEOPLE, *person("li2", "Li Na", badge="B8")))
    assert problems(TITLES, ("li na", "", "", "", "1", ""), site=site) == [
        (
            "staff.csv:2: Name: 2 people are called “li na”. Write the badge too, so that it is "
            "clear who."
        )
    ]


def test_that_duty_is_told_only_where_it_changes() -> None:
    change = changed(
        ("Name", "值班"), ("Li Na", "是"), ("Zhao Lin", "no"), ("Xu Qiang", "x"), ("Ma Jun", "否")
    )
    assert change.set_people == SetPeople(on_duty=("xu",), off_duty=("zhao",))
    assert (change.same, change.is_nothing) == (4, False)


def test_that_what_is_known_just_so_changes_nothing() -> None:
    assert changed(*people_table(a_site().people)).is_nothing


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((), ("staff.csv:1: The table is empty. Its first row says what the columns are: Name, "
             "Role, …")),
        ((TITLES,), "staff.csv:1: There is nobody in the table. Write one in each row."),
        ((("Nmae",), ("Wu",)), "staff.csv:1: “Nmae” is no column; did you mean “name”?"),
        ((("Name", "姓名"), ("Wu",)),
         "staff.csv:1: “姓名” is there twice. Leave one of the two out."),
        ((("Room",), ("12",)), ("staff.csv:1: The first row has no column for names. It may have: "
                               "Name, Role, Group, Badge, Phone, On duty.")),
        ((TITLES, ("", "guard")), ("staff.csv:2: Name: There is no name in this row. Write one, or "
                                  "clear it.")),
        ((TITLES, ("Wu", "gard")), ("staff.csv:2: Role: No plan has a role “gard”. Did you mean "
                                   "“guard”?")),
        ((TITLES, ("Wu", "", "xyz")), "staff.csv:2: Group: No plan has a group “xyz”."),
        ((TITLES, ("Wu", "", "", "", "", "maybe")), ("staff.csv:2: On duty: “maybe” is neither yes "
                                                    "nor no.")),
        ((TITLES, ("Li Na",), ("Wu",), ("Li na",)), ("staff.csv:4: Name: This person is in row 2 "
                                                    "already.")),
        ((TITLES, ("Wu", "", "", "B9"), ("Xi", "", "", "B9")),
         "staff.csv:3: Badge: Badge B9 is in row 2 already."),
    ],
)  # fmt: skip
def test_that_each_fault_is_told_with_its_row_and_what_to_do(
    rows: tuple[tuple[str, ...], ...], said: str
) -> None:
    assert problems(*rows) == [said]


def test_that_all_faults_are_told_at_once_in_the_order_of_the_rows() -> None:
    told = problems(TITLES, ("Wu", "gard", "xyz"), ("", "guard"))
    assert [line.split(": ")[:2] for line in told] == [
        ["staff.csv:2", "Role"], ["staff.csv:2", "Group"], ["staff.csv:3", "Name"]
    ]  # fmt: skip


def test_that_badges_may_go_from_one_to_another_in_one_file() -> None:
    play = Play()
    play.do(f.PersonSet(person="wu", name="Wu Fang"))
    swapped = SetPeople(people=(
        f.PersonSet(person="li", name="Li Na", badge="B4"),
        f.PersonSet(person="xu", name="Xu Qiang", badge="B3"),
    ))  # fmt: skip
    play.do(swapped)
    assert [play.site.people[key].badge for key in ("li", "xu")] == ["B4", "B3"]


def test_that_people_are_set_all_or_none() -> None:
    play = Play()
    new = f.PersonSet(person="wu", name="Wu Fang")
    assert play.refused(SetPeople(people=(new, f.PersonSet(person="x", name=" ")))) == "missing"
    taken = f.PersonSet(person="x", name="X", badge="B3")
    assert play.refused(SetPeople(people=(new, taken))) == "badge_taken"
    assert play.refused(SetPeople(people=(new,), on_duty=("nobody",))) == "unknown_person"
    assert play.refused(SetPeople()) == "unchanged"
    assert "wu" not in play.site.people
    play.do(SetPeople(people=(new,), on_duty=("wu", "li"), off_duty=("zhao",)))
    assert {key: person.on_duty for key, person in play.site.people.items()} == {
        "chen": False, "zhao": False, "li": True, "xu": False, "ma": False, "gao": False,
        "wu": True,
    }  # fmt: skip
