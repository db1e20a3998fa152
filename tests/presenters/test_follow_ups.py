"""Follow-ups as shown: on a desk, across incidents, and what a person can do with them."""

from __future__ import annotations

import asyncio
from datetime import UTC, timedelta

import pytest

from app.models import facts as f
from app.models.command import PublishPlan
from app.presenters import roles
from app.presenters.bridge import Bridge
from app.presenters.follow_ups import FollowUpsPresenter
from app.presenters.owed import OwedPresenter
from app.presenters.part import Scene
from app.presenters.reader import QtReader
from app.presenters.tick import Tick
from app.station.station import Station
from app.store.bundled import bundled_plan
from tests.desk_harness import Stage
from tests.desk_harness import stage as stage  # a fixture

DAY = timedelta(days=1)


def close(stage: Stage, station: Station, stream: str) -> None:
    stage.do(station, stream, f.DeclaredOver(despite="a test"))
    stage.do(station, stream, f.Closed())


class Owing:
    """One station that looks at what is owed."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.station = stage.station()
        self.bridge = Bridge(self.station, stage._spawn)
        self.tick = Tick(stage.clock.wall)
        self.owed = OwedPresenter(self.bridge, self.tick, QtReader("en", UTC))

    def desk(self, stream: str) -> FollowUpsPresenter:
        scene = Scene(bridge=self.bridge, reader=QtReader("en", UTC), stream=stream)
        made = FollowUpsPresenter(scene)
        self.bridge.changed.connect(lambda changed: made.take(changed.changes))
        return made

    def wait(self, time: timedelta) -> None:
        self.stage.clock.move(time)
        self.tick.ticked.emit(self.stage.clock.wall())


@pytest.fixture
def owing(stage: Stage) -> Owing:
    return Owing(stage)


def titles(owing: Owing) -> list[str]:
    model = owing.owed.model
    return [model.row(at).title for at in range(model.rowCount())]


def keys(presenter: FollowUpsPresenter | OwedPresenter) -> list[str]:
    model = presenter.model
    return [model.row(at).key for at in range(model.rowCount())]


def test_that_nothing_is_owed_at_first(owing: Owing) -> None:
    assert owing.owed.props.empty
    assert owing.owed.props.overdue == ""
    assert owing.owed.question("", "add") is None


def test_that_what_the_plan_owes_is_listed_once_it_is_over(owing: Owing, stage: Stage) -> None:
    stream = stage.open(owing.station)
    assert titles(owing) == []
    close(stage, owing.station, stream)
    plan = owing.bridge.plan_of(stream)
    assert plan is not None
    assert len(titles(owing)) == len(plan.follow_ups)
    assert owing.owed.props.told == f"{len(plan.follow_ups)} owed"
    subtitle = owing.owed.model.row(0).subtitle
    assert owing.bridge.number_of(stream) in subtitle
    assert "North gate crowd" in subtitle


def test_that_the_overdue_are_counted_as_time_passes(owing: Owing, stage: Stage) -> None:
    stream = stage.open(owing.station)
    due = owing.bridge.now() + DAY
    added = f.FollowUpAdded(follow_up="own", text="Thank", owner="Li Na", due=due)
    stage.do(owing.station, stream, added)
    assert owing.owed.props.overdue == ""
    owing.wait(2 * DAY)
    assert owing.owed.props.overdue == "1 follow-up overdue"
    assert owing.owed.model.index(0).data(roles.CHIP) == "overdue"


def test_that_a_drill_owes_apart(owing: Owing, stage: Stage) -> None:
    stream = stage.open(owing.station, drill=True)
    added = f.FollowUpAdded(follow_up="own", text="Thank", owner="Li Na", due=owing.bridge.now())
    stage.do(owing.station, stream, added)
    owing.wait(DAY)
    assert owing.owed.props.overdue == ""
    assert owing.owed.model.row(0).subtitle.startswith("DRILL • ")


def test_that_a_drill_is_marked_also_when_it_is_overdue_or_promised(
    owing: Owing, stage: Stage
) -> None:
    stream = stage.open(owing.station, drill=True)
    stage.do(owing.station, stream, f.ReceptionBegun(reception="r", matter="Wages"))
    due = stage.clock.wall() + DAY
    promise = f.Promised(follow_up="p", reception="r", text="Call", owner="Wang", due=due)
    stage.do(owing.station, stream, promise)
    model = owing.owed.model
    chips = [model.index(at).data(roles.CHIP) for at in range(model.rowCount())]
    assert "promised" in chips
    owing.wait(2 * DAY)
    for at in range(model.rowCount()):
        assert model.row(at).subtitle.startswith("DRILL • ")


def test_that_the_dates_of_a_reception_are_owed_as_soon_as_it_begins(
    owing: Owing, stage: Stage
) -> None:
    stage.do(owing.station, None, PublishPlan(document=bundled_plan("group-visit")))
    stream = stage.open(owing.station, plan="group-visit", phase="on_the_way")
    desk = owing.desk(stream)
    assert keys(desk) == keys(owing.owed) == []
    stage.do(owing.station, stream, f.ReceptionBegun(reception="r", matter="Wages"))
    assert keys(desk)
    assert [key.partition("|")[2] for key in keys(owing.owed)] == keys(desk)
    assert owing.owed.props.told == f"{len(keys(desk))} owed"


def test_that_each_step_is_asked_and_recorded(owing: Owing, stage: Stage) -> None:
    stream = stage.open(owing.station)
    close(stage, owing.station, stream)
    desk = owing.desk(stream)
    key, _ = keys(desk)[0], keys(owing.owed)[0]
    for action, answers, kind in (
        ("chase", {"who": "Li Na", "said": "on Monday"}, f.Chased),
        ("feed_back", {"to": "the leaders", "text": "planned"}, f.FedBack),
        ("reassign", {"owner": "Xu Qiang", "reason": "ill"}, f.FollowUpReassigned),
        ("due", {"due": "3", "reason": "they are away"}, f.FollowUpDueSet),
        ("done", {"result": "thanked"}, f.FollowUpDone),
        ("undone", {"reason": "not all"}, f.FollowUpUndone),
        ("drop", {"reason": "moved away"}, f.FollowUpDropped),
    ):
        assert desk.question(key, action) is not None
        desk.act(key, action, answers)
        assert isinstance(owing.station.incidents[stream].timeline[-1].fact, kind)
    assert key not in {each.partition("|")[2] for each in keys(owing.owed)}
    assert "moved away" in desk.model.row(desk.model.position(key)).subtitle


def test_that_what_is_no_date_is_refused(owing: Owing, stage: Stage) -> None:
    stream = stage.open(owing.station)
    close(stage, owing.station, stream)
    told: list[str] = []
    owing.bridge.refused.connect(lambda refusal: told.append(refusal.code))
    owing.owed.act(keys(owing.owed)[0], "due", {"due": "soon", "reason": "x"})
    owing.desk(stream).act("", "add", {"text": "Thank", "owner": "Li", "due": "never"})
    assert told == ["no_date", "no_date"]


def test_that_one_is_added_to_the_incident_that_is_chosen(owing: Owing, stage: Stage) -> None:
    one, other = stage.open(owing.station), stage.open(owing.station, title="Other")
    question = owing.owed.question("", "add")
    assert question is not None
    assert {key for key, _ in question.fields[0].options} == {one, other}
    answers = {"incident": other, "text": "Thank", "owner": "Li Na", "due": "2"}
    owing.owed.act("", "add", answers)
    assert titles(owing) == ["Thank"]
    assert keys(owing.owed)[0].startswith(other)


def test_that_what_two_stations_ended_at_once_is_settled_by_hand(
    owing: Owing, stage: Stage
) -> None:
    stream = stage.open(owing.station)
    close(stage, owing.station, stream)
    there = stage.station("Desk 2", "Li Na")
    stage.until(lambda: stream in there.incidents and not there.incidents[stream].is_open)
    *first, one, other = [each.partition("|")[2] for each in keys(owing.owed)]
    for key in first:
        stage.do(owing.station, stream, f.FollowUpDone(follow_up=key))

    async def both() -> None:
        await asyncio.gather(
            owing.station.do(stream, f.FollowUpDone(follow_up=one)),
            there.do(stream, f.FollowUpDone(follow_up=other)),
        )

    stage.run(both())
    stage.until(lambda: titles(owing) == ["Nothing is owed any more"])
    key = keys(owing.owed)[0]
    assert [choice.action for choice in owing.owed.choices(key)] == ["settle", "desk"]
    owing.owed.act(key, "settle")
    assert owing.station.incidents[stream].is_settled
    assert titles(owing) == []


def test_that_a_settled_incident_says_so_on_its_desk(owing: Owing, stage: Stage) -> None:
    stream = stage.open(owing.station)
    close(stage, owing.station, stream)
    desk = owing.desk(stream)
    for key in keys(desk):
        desk.act(key, "done", {"result": ""})
    assert desk.props.told == "settled"
    assert titles(owing) == []
    desk.act(keys(desk)[0], "undone", {"reason": "not yet"})
    assert desk.props.told.startswith("1 of")
    assert len(titles(owing)) == 1


def test_that_the_desk_of_an_incident_is_asked_for(owing: Owing, stage: Stage) -> None:
    stream = stage.open(owing.station)
    close(stage, owing.station, stream)
    asked: list[str] = []
    owing.owed.desk_asked.connect(asked.append)
    key = keys(owing.owed)[0]
    assert owing.owed.keys_of(key)["O"] == "desk"
    owing.owed.act(key, "desk")
    assert asked == [stream]
