"""The drill leader's page: what is due, played, skipped, added; and that it stands still."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models import facts as f
from app.models.script import Inject
from app.models.text import Text
from app.presenters import roles
from app.presenters.desk import DeskPresenter
from tests.desk_harness import Stage, last_fact

MINUTE = timedelta(minutes=1)
SCRIPT = f.DrillScripted(
    script="small", title=Text("A fire", "火灾"),
    injects=(
        Inject(key="fire", at=2 * MINUTE, text=Text("A bin burns", "垃圾桶起火"),
               leader=Text("Red flag", "红旗")),
        Inject(key="hurt", at=6 * MINUTE, text=Text("Somebody bleeds", "有人流血")),
    ),
)  # fmt: skip


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    return stage.desk(station, stage.open(station, drill=True, script=SCRIPT))


def shown(desk: DeskPresenter, key: str, role: int) -> object:
    model = desk.injects.model
    return model.index(model.position(key)).data(role)


def test_that_each_inject_counts_down_with_the_leaders_note(desk: DeskPresenter) -> None:
    assert shown(desk, "fire", roles.COUNTDOWN) == "02:00"
    assert shown(desk, "fire", roles.SUBTITLE) == "Red flag"
    assert desk.injects.props.told == "2 to come"
    assert desk.injects.whole("fire") == "A bin burns\nRed flag"


def test_that_playing_one_is_recorded_in_the_words_of_the_script(desk: DeskPresenter) -> None:
    desk.injects.act("fire", "play")
    assert last_fact(desk) == f.InjectPlayed(inject="fire", text=SCRIPT.injects[0].text)
    assert shown(desk, "fire", roles.CHIP) == "played"
    assert desk.injects.choices("fire") == ()
    assert desk.injects.model.row(0).key == "hurt"


def test_that_skipping_asks_why(desk: DeskPresenter) -> None:
    assert desk.injects.question("fire", "skip") is not None
    desk.injects.act("fire", "skip", {"reason": "rain"})
    assert last_fact(desk) == f.InjectSkipped(inject="fire", reason="rain")
    assert [choice.action for choice in desk.injects.choices("fire")] == ["play"]


def test_that_standing_still_stops_every_countdown(desk: DeskPresenter, stage: Stage) -> None:
    desk.injects.act("", "pause")
    assert desk.injects.props.told.startswith("stands still since")
    assert desk.header.props.status == "drill stands still", "everyone sees it"
    stage.clock.move(5 * MINUTE)
    desk.injects.tick(stage.clock.wall())
    assert shown(desk, "fire", roles.COUNTDOWN) == "02:00"
    assert desk.injects.keys_of("fire")["P"] == "resume"
    desk.injects.act("", "resume")
    assert desk.header.props.status == ""
    assert shown(desk, "fire", roles.COUNTDOWN) == "02:00"


def test_that_something_added_happens_now_or_when_it_is_said(
    desk: DeskPresenter, stage: Stage
) -> None:
    desk.injects.act("", "add", {"text": " A siren ", "due": ""})
    played = last_fact(desk)
    assert isinstance(played, f.InjectPlayed)
    assert played.text == Text("A siren", "A siren")
    stage.clock.move(MINUTE)
    desk.injects.act("", "add", {"text": "It rains", "due": "3"})
    added = last_fact(desk)
    desk.injects.tick(stage.clock.wall())
    assert isinstance(added, f.InjectAdded)
    assert shown(desk, added.inject, roles.COUNTDOWN) == "03:00"


@pytest.mark.parametrize(
    "answers",
    [{"text": "", "due": ""}, {"text": "x", "due": "soon"}, {"text": "x", "due": "05:59"}],
)
def test_that_what_cannot_be_added_is_refused(desk: DeskPresenter, answers: dict[str, str]) -> None:
    before = len(desk.scene.incident.timeline)
    desk.injects.act("", "add", answers)
    assert len(desk.scene.incident.timeline) == before


def test_that_once_over_there_is_a_score_and_nothing_to_play(desk: DeskPresenter) -> None:
    assert "once the drill is over" in desk.score.props.text
    desk.injects.act("fire", "play")
    desk.scene.ask(f.DeclaredOver(reason="done", despite="it was a drill"))
    assert desk.injects.choices("") == desk.injects.choices("hurt") == ()
    assert desk.score.props.text.startswith("DRILL")
    assert "A bin burns" in desk.score.props.text
    assert "in time" in desk.score.props.total


def test_that_in_earnest_nothing_can_be_played(stage: Stage) -> None:
    station = stage.station()
    real = stage.desk(station, stage.open(station))
    assert real.injects.choices("") == ()
    assert real.injects.keys_of("") == {}
