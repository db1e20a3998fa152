"""Proposals as shown: what stands, what it asks, and that an answer is to what was shown."""

from __future__ import annotations

import pytest

from app.models import facts as f
from app.models.levels import Level
from app.models.plan import Sign
from app.models.text import Text
from app.presenters.desk import DeskPresenter
from app.presenters.proposals import DECLINE, RAISE, ProposalsProps
from tests.desk_harness import Stage, last_fact


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    return stage.desk(station, stage.open(station))


def count(desk: DeskPresenter, people: int) -> None:
    detail = desk.scene.incident.detail
    given = {"people": str(people), "place": detail.place, "title": detail.title}
    desk.course.act("", "amend", given)


def test_that_nothing_is_shown_while_nothing_is_proposed(desk: DeskPresenter) -> None:
    assert desk.proposals.props == ProposalsProps()
    assert desk.proposals.choices("") == ()


def test_that_a_proposal_says_the_level_and_what_is_counted(desk: DeskPresenter) -> None:
    count(desk, 35)
    props = desk.proposals.props
    assert props.level == "Plan proposes III"
    assert props.level_reason == "35 people ≥ 20"
    count(desk, 38)
    assert desk.proposals.props.level_reason == "38 people ≥ 20"


def test_that_the_gravest_is_shown_and_the_others_counted(desk: DeskPresenter) -> None:
    count(desk, 210)
    assert desk.proposals.props.level == "Plan proposes I"
    assert desk.proposals.props.level_reason.endswith("and 2 more")


def test_that_a_proposed_service_is_called_as_it_is_dialled_here(desk: DeskPresenter) -> None:
    desk.scene.ask(f.ServiceDefined(service="119", number="995", name=Text("SCDF", "民防部队")))
    desk.scene.ask(f.SignSeen(sign=Sign.FIRE))
    props = desk.proposals.props
    assert (props.service, props.call_text) == ("Plan proposes calling 995 SCDF", "Call 995 SCDF…")
    assert props.service_key == "119"


def test_that_raising_asks_once_with_the_reason_filled_in(desk: DeskPresenter) -> None:
    count(desk, 35)
    key = desk.proposals.key_for(RAISE)
    question = desk.proposals.question(key, RAISE)
    assert question
    assert question.fields[0].value == "35 people ≥ 20"
    desk.proposals.act(key, RAISE, {"reason": question.fields[0].value})
    assert desk.scene.incident.leveling.level is Level.III
    raised = [e.fact for e in desk.scene.incident.timeline if isinstance(e.fact, f.LevelSet)]
    assert (raised[-1].sign, raised[-1].at_least) == (Sign.PEOPLE, 20)
    assert desk.proposals.props == ProposalsProps()


def test_that_who_decided_on_a_proposal_is_asked(desk: DeskPresenter) -> None:
    count(desk, 35)
    key = desk.proposals.key_for(RAISE)
    question = desk.proposals.question(key, RAISE)
    assert question
    assert [field.key for field in question.fields] == ["reason", "by"]
    desk.proposals.act(key, RAISE, {"reason": "35 people", "by": "Chen Wei"})
    raised = [e.fact for e in desk.scene.incident.timeline if isinstance(e.fact, f.LevelSet)]
    assert raised[-1].decided_by == "Chen Wei"


def test_that_not_now_is_recorded_at_once(desk: DeskPresenter) -> None:
    count(desk, 35)
    key = desk.proposals.key_for(DECLINE)
    assert desk.proposals.question(key, DECLINE) is None
    desk.proposals.act(key, DECLINE)
    assert last_fact(desk) == f.ProposalDeclined(sign=Sign.PEOPLE, at_least=20, level=Level.III)
    assert desk.proposals.props == ProposalsProps()


def test_that_an_answer_is_to_what_was_asked_though_a_graver_one_came(desk: DeskPresenter) -> None:
    count(desk, 35)
    key = desk.proposals.key_for(RAISE)
    count(desk, 60)
    assert desk.proposals.props.level == "Plan proposes II"
    desk.proposals.act(key, RAISE, {"reason": "35 people"})
    assert desk.scene.incident.leveling.level is Level.III
    assert desk.proposals.props.level == "Plan proposes II"


def test_that_what_another_station_decided_is_refused_in_words(
    desk: DeskPresenter, stage: Stage
) -> None:
    count(desk, 35)
    key = desk.proposals.key_for(RAISE)
    desk.course.act("", "level", {"level": "III", "reason": "more"})
    desk.proposals.act(key, RAISE, {"reason": "x"})
    desk.proposals.act(key, DECLINE)
    assert stage.refusals == ["same_level", "not_proposed"]
