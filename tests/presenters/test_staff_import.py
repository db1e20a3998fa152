"""Importing staff: what is shown of a file before it is recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.models.facts import PersonSet
from app.presenters.asking import Question
from app.presenters.desk import DeskPresenter
from app.presenters.staff import StaffPresenter
from tests.desk_harness import Stage

NEW = "Name;Role;Badge;On duty\nAa Newcomer;guard;B991;yes\nBb Newcomer;;B992;\n"


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    return stage.desk(station, stage.open(station))


@pytest.fixture
def staff(desk: DeskPresenter) -> StaffPresenter:
    return StaffPresenter(desk.scene.bridge, desk.scene.reader)


def ask(staff: StaffPresenter, tmp_path: Path, text: str) -> Question:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    staff.importing.read(path)
    question = staff.importing.question()
    assert question is not None
    return question


def people(desk: DeskPresenter) -> set[str]:
    return {person.name for person in desk.scene.site.people.values()}


def test_that_what_would_change_is_shown_before_it_is_recorded(
    staff: StaffPresenter, desk: DeskPresenter, tmp_path: Path
) -> None:
    asked = []
    staff.importing.found.connect(lambda: asked.append(True))
    question = ask(staff, tmp_path, NEW.replace("guard", ""))
    assert asked == [True]
    assert question.title == "Import 2 people from list.csv?"
    assert question.note == (
        "New: Aa Newcomer, Bb Newcomer. 1 goes on duty. Who is not in the file stays too."
    )
    assert "Aa Newcomer" not in people(desk)
    staff.importing.record()
    assert {"Aa Newcomer", "Bb Newcomer"} <= people(desk)
    assert {p.name for p in desk.scene.site.people.values() if p.badge == "B991" and p.on_duty} == {
        "Aa Newcomer"
    }


def test_that_a_file_with_faults_records_nothing_and_names_the_rows(
    staff: StaffPresenter, desk: DeskPresenter, tmp_path: Path
) -> None:
    before = people(desk)
    question = ask(staff, tmp_path, "Name;Role\nAa;nonsense\n;x\n")
    assert question.title == "list.csv cannot be imported"
    assert question.note.splitlines()[0] == "Row 2: No plan has a role “nonsense”."
    assert not staff.importing.is_usable
    staff.importing.record()
    assert people(desk) == before


def test_that_of_many_faults_the_first_are_shown_and_the_rest_counted(
    staff: StaffPresenter, tmp_path: Path
) -> None:
    question = ask(staff, tmp_path, "Name;Role\n" + "".join(f"Aa{n};nonsense\n" for n in range(20)))
    assert len(question.note.splitlines()) == 10
    assert "… and 12 more." in question.note


def test_that_what_is_known_just_so_is_not_recorded_again(
    staff: StaffPresenter, desk: DeskPresenter, tmp_path: Path
) -> None:
    li = next(iter(desk.scene.site.people.values()))
    question = ask(staff, tmp_path, f"Name\n{li.name}\n")
    assert question.note == "Nothing in it is new.\nNothing was changed."
    assert not staff.importing.is_usable


def test_that_what_is_no_table_is_told_so(staff: StaffPresenter, tmp_path: Path) -> None:
    staff.importing.read(tmp_path / "none.csv")
    question = staff.importing.question()
    assert question is not None
    assert question.note.startswith("none.csv cannot be read")


def test_that_a_reading_that_was_cancelled_asks_nothing(
    staff: StaffPresenter, desk: DeskPresenter, stage: Stage, tmp_path: Path
) -> None:
    asked = []
    staff.importing.found.connect(lambda: asked.append(True))
    (tmp_path / "list.csv").write_text(NEW, encoding="utf-8")
    stage.hold_answers()
    staff.importing.read(tmp_path / "list.csv")
    assert staff.importing.busy == "Reading list.csv"
    staff.importing.cancel()
    assert staff.importing.busy == ""
    stage.let_answers_go()
    assert asked == []
    assert staff.importing.question() is None


def test_that_roles_and_groups_of_new_people_come_from_the_plans(
    staff: StaffPresenter, desk: DeskPresenter, tmp_path: Path
) -> None:
    role = staff.props.roles[0]
    ask(staff, tmp_path, f"Name;Role\nAa Newcomer;{role.name}\n")
    staff.importing.record()
    (made,) = [p for p in desk.scene.site.people.values() if p.name == "Aa Newcomer"]
    assert role.key in made.roles
    assert made.group == role.group
    assert isinstance(desk.scene.site.fold.timeline[-1].fact, PersonSet)
