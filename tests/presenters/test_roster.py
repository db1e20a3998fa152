"""The roster: rows as they read, what can be said of each, and what that records."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models import facts as f
from app.models.alarms import duties
from app.models.command import Refusal
from app.models.telling import tell
from app.presenters import roles
from app.presenters.alarms import alarm_line
from app.presenters.asking import Answers
from app.presenters.desk import DeskPresenter
from app.presenters.roles import Severity
from app.station.changed import Done
from tests.desk_harness import Stage, last_fact

GUARD = "ma_jun"
"""Off duty in the example site, so due in five minutes."""


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    return stage.desk(station, stage.open(station))


def row(desk: DeskPresenter, who: str, role: int) -> object:
    model = desk.roster.model
    return model.index(model.position(who)).data(role)


def test_that_the_awaited_stand_first_by_deadline(desk: DeskPresenter, stage: Stage) -> None:
    model = desk.roster.model
    desk.roster.act(model.row(0).key, "arrived")
    rows = [model.row(at) for at in range(model.rowCount())]
    awaited = [each.due for each in rows if each.due]
    assert awaited == sorted(awaited)
    assert [each.quiet for each in rows] == sorted(each.quiet for each in rows)


def test_that_a_row_names_role_duty_and_the_latest_heard(desk: DeskPresenter, stage: Stage) -> None:
    assert row(desk, GUARD, roles.TITLE) == "Ma Jun"
    assert row(desk, GUARD, roles.SUBTITLE) == "Order-keeping guard • off duty • called 06:02"
    desk.roster.act(GUARD, "on_the_way", {"eta": "06:05"})
    assert row(desk, GUARD, roles.SUBTITLE) == "ETA 06:05 • Order-keeping guard • off duty"
    assert row(desk, GUARD, roles.CHIP) == "on the way"


def test_that_who_is_late_says_so_and_counts_up_until_a_person_ends_it(
    desk: DeskPresenter, stage: Stage
) -> None:
    stage.wait(desk, timedelta(minutes=7, seconds=31))
    assert row(desk, GUARD, roles.CHIP) == "late"
    assert row(desk, GUARD, roles.COUNTDOWN) == "+02:31"
    assert row(desk, GUARD, roles.COUNTDOWN_SEVERITY) == Severity.OVERDUE
    desk.roster.act(GUARD, "arrived")
    assert row(desk, GUARD, roles.COUNTDOWN) == "late, 06:09"
    assert row(desk, GUARD, roles.CHIP) == "on site"


@pytest.mark.parametrize(
    ("action", "answers", "fact"),
    [
        ("arrived", {}, f.Arrived(who=GUARD, name="Ma Jun")),
        ("acknowledged", {}, f.Acknowledged(who=GUARD)),
        ("on_the_way", {"eta": ""}, f.OnTheWay(who=GUARD)),
        ("no_answer", {}, f.NoAnswer(who=GUARD)),
        ("excused", {"reason": "ill"}, f.Excused(who=GUARD, reason="ill")),
        ("stood_down", {}, f.StoodDown(who=GUARD)),
        ("command", {}, f.CommandTaken(who=GUARD, name="Ma Jun")),
    ],
)
def test_that_each_thing_said_is_recorded(
    desk: DeskPresenter, stage: Stage, action: str, answers: Answers, fact: f.KnownFact
) -> None:
    desk.roster.act(GUARD, action, answers)
    assert last_fact(desk) == fact
    assert not stage.refusals


def test_that_command_is_handed_over_once_somebody_has_it(
    desk: DeskPresenter, stage: Stage
) -> None:
    desk.roster.act("zhao_lin", "command")
    desk.roster.act("chen_wei", "command")
    fact = f.CommandHandedOver(who="chen_wei", name="Chen Wei", from_name="Zhao Lin")
    assert last_fact(desk) == fact


def test_that_an_eta_that_is_no_time_is_refused_and_told(desk: DeskPresenter, stage: Stage) -> None:
    answers: list[Done | Refusal] = []
    desk.roster.act(GUARD, "on_the_way", {"eta": "soon"}, answers.append)
    assert stage.refusals == ["no_time"]
    assert isinstance(answers[0], Refusal)


def test_that_what_needs_words_asks_for_them_and_the_rest_does_not(desk: DeskPresenter) -> None:
    asked = {
        action: [field.key for field in question.fields]
        for action in desk.roster.keys.values()
        if (question := desk.roster.question(GUARD, action))
    }
    assert asked == {"on_the_way": ["eta"], "excused": ["reason"], "stood_down": [], "command": []}


def test_that_each_choice_of_a_row_fits_it_and_shows_its_key(
    desk: DeskPresenter, stage: Stage
) -> None:
    keys = {choice.action: choice.key for choice in desk.roster.choices(GUARD)}
    assert keys == {does: key for key, does in desk.roster.keys.items() if does != "call"}
    desk.roster.act(GUARD, "arrived")
    assert [c.action for c in desk.roster.choices(GUARD)] == ["stood_down", "command"]
    desk.roster.act(GUARD, "stood_down")
    assert [c.action for c in desk.roster.choices(GUARD)] == ["call", "arrived"]


def test_that_while_a_deputy_acts_the_commander_who_comes_is_proposed_and_takes_over_by_one_action(
    desk: DeskPresenter, stage: Stage
) -> None:
    desk.roster.act("zhao_lin", "arrived")
    assert desk.roster.model.position("hand_over") < 0
    desk.roster.act("chen_wei", "arrived")
    assert row(desk, "hand_over", roles.TITLE) == "Chen Wei is here"
    assert row(desk, "hand_over", roles.SUBTITLE) == ("Zhao Lin acts as deputy: hand command over?")
    question = desk.roster.question("hand_over", "hand_over")
    assert question
    assert question.title == "Hand the command to Chen Wei?"
    assert "M" not in desk.roster.keys_of(GUARD)
    desk.roster.act("hand_over", "hand_over")
    fact = f.CommandHandedOver(who="chen_wei", name="Chen Wei", from_name="Zhao Lin")
    assert last_fact(desk) == fact
    assert desk.roster.model.position("hand_over") < 0


def test_that_for_who_does_not_answer_the_next_is_proposed_below_and_called_once_asked(
    desk: DeskPresenter, stage: Stage
) -> None:
    proposed = "stand_in:gao_jie"
    desk.roster.act("gao_jie", "no_answer")
    desk.roster.act("gao_jie", "no_answer")
    assert row(desk, "gao_jie", roles.CHIP) == "no answer ×2"
    assert desk.roster.model.position(proposed) == desk.roster.model.position("gao_jie") + 1
    assert row(desk, proposed, roles.CHIP) == "nobody"
    site = desk.scene.site.people
    stage.do(desk.scene.bridge.station, None, f.PersonSet(
        person="new", name="Zhou Bo", group=site["gao_jie"].group, roles=("guard",)
    ))  # fmt: skip
    desk.roster.refresh()
    assert row(desk, proposed, roles.TITLE) == "Zhou Bo"
    assert row(desk, proposed, roles.SUBTITLE) == (
        "instead of Gao Jie • Order-keeping guard • off duty • here within 5 min"
    )
    question = desk.roster.question(proposed, "call")
    assert question
    assert question.title == "Call Zhou Bo?"
    desk.roster.act(proposed, "call")
    fact = last_fact(desk)
    assert isinstance(fact, f.CalledOut)
    assert (fact.who, fact.role) == ("new", "guard")


def test_that_an_eta_is_told_and_that_it_passed_or_comes_too_late(
    desk: DeskPresenter, stage: Stage
) -> None:
    desk.roster.act(GUARD, "on_the_way", {"eta": "06:10"})
    assert row(desk, GUARD, roles.CHIP) == "will be late"
    desk.roster.act(GUARD, "on_the_way", {"eta": "06:05"})
    assert row(desk, GUARD, roles.CHIP) == "on the way"
    stage.wait(desk, timedelta(minutes=3))
    assert row(desk, GUARD, roles.CHIP) == "past ETA"
    assert str(row(desk, GUARD, roles.SUBTITLE)).startswith("ETA 06:05, 0 min ago")


def test_that_a_row_that_did_not_change_is_not_painted_again(
    desk: DeskPresenter, stage: Stage
) -> None:
    model, painted = desk.roster.model, list[str]()
    model.dataChanged.connect(lambda first, last: painted.extend(
        model.row(at).key for at in range(first.row(), last.row() + 1)
    ))  # fmt: skip
    desk.roster.act(GUARD, "acknowledged")
    assert painted == [GUARD]


def test_that_a_badge_records_an_arrival_and_an_unknown_one_is_refused(
    desk: DeskPresenter, stage: Stage
) -> None:
    desk.roster.scanned("B109")
    assert last_fact(desk) == f.Arrived(who="guo_ping", name="Guo Ping", by=f.ArrivedBy.BADGE)
    desk.roster.scanned("B999")
    assert stage.refusals == ["unknown_person"]


def test_that_the_title_counts_who_is_still_to_come(desk: DeskPresenter, stage: Stage) -> None:
    before = desk.roster.props.still_to_come
    desk.roster.act(GUARD, "arrived")
    coming = int(before.split()[0])
    assert desk.roster.props.still_to_come == f"{coming - 1} to come • 1 on site"


def test_that_nobody_called_is_told_with_what_to_do(stage: Stage) -> None:
    station = stage.station()
    stream = stage.open(station)
    desk = stage.desk(station, stream)
    for who in list(desk.scene.incident.call_outs):
        desk.roster.act(who, "stood_down")
    assert not desk.roster.props.empty
    assert desk.roster.props.still_to_come == "0 on site"


# Without staff -----------------------------------------------------------------------------------


@pytest.fixture
def bare(stage: Stage) -> DeskPresenter:
    """Opened while nobody is entered as staff."""
    station = stage.station()
    for key, person in station.site.people.items():
        gone = f.PersonSet(person=key, name=person.name, active=False)
        stage.do(station, None, gone)
    return stage.desk(station, stage.open(station))


def test_that_roles_that_nobody_fills_say_so_and_do_not_read_called(bare: DeskPresenter) -> None:
    shown = [bare.roster.model.row(at) for at in range(bare.roster.model.rowCount())]
    assert {each.chip for each in shown} == {""}
    assert {each.subtitle for each in shown} == {"nobody yet • no staff left for it"}
    assert row(bare, "role:engineer", roles.TITLE) == "Engineer on duty"
    assert bare.roster.props.still_to_come == "0 on site"


def test_that_nobody_reads_as_called_or_late_where_there_is_nobody(
    bare: DeskPresenter, stage: Stage
) -> None:
    told = [
        tell(entry.fact, bare.scene.names).phrase.english()
        for entry in bare.scene.incident.timeline
        if isinstance(entry.fact, f.CalledOut)
    ]
    assert told
    assert all(": nobody there to be called; wanted by " in each for each in told)
    stage.wait(bare, timedelta(hours=2))
    missing = duties(bare.scene.incident, bare.scene.plan)
    late = [alarm_line(duty, bare.scene.now, bare.scene.reader) for duty in missing]
    assert "Engineer on duty: nobody, 1:30:00 late" in late


def test_that_someone_who_comes_for_such_a_role_arrives_by_key(bare: DeskPresenter) -> None:
    assert set(bare.roster.keys_of("role:engineer")) == {"A", "D", "G"}
    bare.roster.act("role:engineer", "arrived")
    assert last_fact(bare) == f.Arrived(who="role:engineer")
    assert row(bare, "role:engineer", roles.CHIP) == "on site"


def test_that_staff_entered_meanwhile_can_be_called_for_it(
    bare: DeskPresenter, stage: Stage
) -> None:
    question = bare.roster.question("role:engineer", "call")
    assert question
    assert question.note == "Everyone was called already. F6 adds staff."
    stage.do(bare.scene.bridge.station, None, f.PersonSet(
        person="gao", name="Gao Jie", group="engineering", roles=("engineer",)
    ))  # fmt: skip
    question = bare.roster.question("role:engineer", "call")
    assert question
    assert question.fields[0].value == "gao"
    bare.roster.act("role:engineer", "call", {"who": "gao"})
    assert bare.scene.incident.call_out("gao").role == "engineer"
    assert not bare.scene.incident.call_out("role:engineer").state.is_awaited
