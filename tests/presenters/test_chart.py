"""The chart as shown: shapes and their words, turning late with time, derived while watched."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models import facts as f
from app.models.chart import Line
from app.models.command import PublishPlan
from app.presenters.chart import ChartPresenter
from app.presenters.chart_shapes import Shape
from app.presenters.chart_words import Mark
from app.presenters.desk import DeskPresenter
from app.store.bundled import bundled_plan
from tests.desk_harness import Stage

MINUTE = timedelta(minutes=1)


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    """Of the blank plan, which calls its commander only."""
    station = stage.station()
    stage.do(station, None, PublishPlan(document=bundled_plan("blank")))
    made = stage.desk(station, stage.open(station, plan="blank", people=15))
    made.chart.set_room(20)
    made.chart.watch()
    return made


def call(desk: DeskPresenter, who: str, name: str, minutes: float) -> None:
    due = desk.scene.now + minutes * MINUTE
    desk.scene.ask(f.CalledOut(who=who, name=name, role="helper", due=due))


def shape(desk: DeskPresenter, line: Line, subject: str = "") -> Shape:
    return next(
        each
        for each in desk.chart.props.shapes
        if each.line is line and each.bars[0].subject == subject
    )


def test_that_a_call_out_turns_soon_and_late_and_then_is_here(
    desk: DeskPresenter, stage: Stage
) -> None:
    call(desk, "li", "Li Na", 5)
    marks = [shape(desk, Line.CALLS, "li").mark]
    for minutes in (4.5, 1):
        stage.wait(desk, minutes * MINUTE)
        marks.append(shape(desk, Line.CALLS, "li").mark)
    desk.scene.ask(f.Arrived(who="li"))
    marks.append(shape(desk, Line.CALLS, "li").mark)
    assert marks == [Mark.AWAITED, Mark.SOON, Mark.LATE, Mark.CAME_LATE]
    assert shape(desk, Line.CALLS, "li").label == "Li Na came late"


def test_that_times_are_seconds_since_the_opening(desk: DeskPresenter, stage: Stage) -> None:
    stage.wait(desk, 2 * MINUTE)
    call(desk, "li", "Li Na", 5)
    li = shape(desk, Line.CALLS, "li")
    assert (round(li.start), li.end) == (120, None)
    assert li.due == pytest.approx(li.start + 300, abs=1)
    assert desk.chart.now == pytest.approx(120, abs=1)


def test_that_the_tip_tells_the_times_to_the_second(desk: DeskPresenter, stage: Stage) -> None:
    call(desk, "li", "Li Na", 5)
    stage.wait(desk, 7 * MINUTE)
    told = shape(desk, Line.CALLS, "li").tip
    assert told == "Li Na • called 06:02:11 • due 06:07:11 • 02:00 late"


def test_that_levels_services_and_steps_have_their_words(desk: DeskPresenter) -> None:
    desk.course.act("", "level", {"level": "III", "reason": "more"})
    desk.scene.ask(f.ServiceCalled(service="110"))
    labels = [each.label for each in desk.chart.props.shapes if each.line is Line.LEVEL]
    assert labels == ["IV blue", "III yellow"]
    assert shape(desk, Line.SERVICES, "110").label.endswith("called")
    desk.scene.ask(f.ServiceArrived(service="110"))
    assert shape(desk, Line.SERVICES, "110").label.endswith("here")


def test_that_too_many_share_a_bar_that_says_how_many_and_who(
    desk: DeskPresenter, stage: Stage
) -> None:
    for number in range(30):
        call(desk, f"x{number:02}", f"Person {number:02}", 2 if number < 3 else 30)
    stage.wait(desk, 3 * MINUTE)
    desk.chart.set_room(4)
    calls = [each for each in desk.chart.props.shapes if each.line is Line.CALLS]
    assert [each.label for each in calls[:3]] == [
        "Person 00 late", "Person 01 late", "Person 02 late",
    ]  # fmt: skip
    assert calls[3].label.startswith("28 awaited: Chen Wei, Person 03")
    assert desk.chart.props.lanes[Line.CALLS] == 4
    assert calls[3].tip.count("\n") == 12
    desk.chart.set_room(2)
    (first, rest) = (each for each in desk.chart.props.shapes if each.line is Line.CALLS)
    assert first.label == "Person 00 late"
    assert rest.label.startswith("30 awaited, 2 of them late: ")


def test_that_the_sentence_for_those_who_do_not_see_it_says_the_same(
    desk: DeskPresenter, stage: Stage
) -> None:
    call(desk, "li", "Li Na", 5)
    stage.wait(desk, 7 * MINUTE)
    assert desk.chart.props.told == ("Level IV since 06:02. 0 of 2 on site, 1 late. People: 15.")


def test_that_nothing_is_derived_while_nobody_looks(stage: Stage) -> None:
    station = stage.station()
    desk = stage.desk(station, stage.open(station))
    before = desk.chart.props
    desk.scene.ask(f.ServiceCalled(service="110"))
    stage.wait(desk, MINUTE)
    assert desk.chart.props is before
    desk.chart.watch()
    assert shape(desk, Line.SERVICES, "110").end is None
    desk.chart.unwatch()
    held = desk.chart.props
    desk.scene.ask(f.ServiceArrived(service="110"))
    assert desk.chart.props is held


def test_that_time_alone_announces_nothing_new(desk: DeskPresenter, stage: Stage) -> None:
    call(desk, "li", "Li Na", 30)
    told: list[object] = []
    desk.chart.changed.connect(lambda: told.append(None))
    moved: list[float] = []
    desk.chart.moved.connect(moved.append)
    for _ in range(5):
        stage.wait(desk, timedelta(seconds=1))
    assert told == []
    assert len(moved) == 5


def test_that_now_stands_still_after_the_end(desk: DeskPresenter, stage: Stage) -> None:
    stage.wait(desk, 5 * MINUTE)
    desk.scene.ask(f.DeclaredOver(reason="calm", despite="–"))
    stage.wait(desk, 5 * MINUTE)
    assert desk.chart.now == pytest.approx(300, abs=1)
    assert desk.chart.moment(desk.chart.now) == desk.scene.incident.course.over_at


def test_that_a_bar_knows_its_entry(desk: DeskPresenter) -> None:
    desk.scene.ask(f.ServiceCalled(service="110"))
    entry = desk.chart.entry(shape(desk, Line.SERVICES, "110"))
    assert entry == desk.scene.incident.timeline[-1].id


def test_that_a_presenter_without_a_chart_yet_has_none(desk: DeskPresenter) -> None:
    fresh = ChartPresenter(desk.scene)
    assert fresh.props.shapes == ()
