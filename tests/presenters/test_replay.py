"""Looking back on real stations: what one sees, that nothing moves it, and that nothing is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from app.models import facts as f
from app.models.replay import Sight
from app.models.replay_marks import MarkKind
from app.presenters import roles
from app.presenters.desk import DeskPresenter
from app.presenters.reader import QtReader
from app.presenters.replay import ReplayPresenter
from app.presenters.tick import Tick
from app.presenters.wall_incident import Shown, WallIncident
from app.presenters.wall_plan import WallPicture
from app.station.reading import Reading
from app.station.station import Station
from app.station.words import away
from app.store.log import LogAway
from tests.desk_harness import BEGIN, Stage, last_fact

MINUTE = timedelta(minutes=1)
Replay = Callable[[Station, str], ReplayPresenter]


@pytest.fixture
def replay(stage: Stage) -> Iterator[Replay]:
    """Makes the replay of an incident; what it refuses is in the stage's `refusals`."""
    made: list[tuple[ReplayPresenter, DeskPresenter]] = []

    def make(station: Station, stream: str) -> ReplayPresenter:
        desk = stage.desk(station, stream)
        bridge = desk.scene.bridge
        presenter = ReplayPresenter(
            bridge, Tick(stage.clock.wall), QtReader("en", UTC), stream, clock=lambda: 0.0
        )
        made.append((presenter, desk))
        return presenter

    yield make
    for presenter, _ in made:
        presenter.close()


def told(stage: Stage) -> tuple[Station, str]:
    station = stage.station()
    return station, stage.tell(station, until=timedelta(minutes=8))


def shown(desk: DeskPresenter) -> dict[str, object]:
    """All that the parts of a desk show: their props and their rows."""
    everything: dict[str, object] = {}
    desk.chart.watch()
    for part in desk.parts:
        part.wake()
        name = type(part).__name__
        everything[name] = getattr(part, "props", None)
        model = getattr(part, "model", None)
        if model is not None:
            everything[f"{name} rows"] = [
                tuple(model.index(row, 0).data(role) for role in _SHOWN)
                for row in range(model.rowCount())
            ]
    return everything


_SHOWN = (roles.KEY, roles.TITLE, roles.SUBTITLE, roles.CHIP, roles.COUNTDOWN, roles.STRUCK)


def test_that_any_way_to_a_moment_shows_the_same_desk(stage: Stage, replay: Replay) -> None:
    station, stream = told(stage)
    one, other = replay(station, stream), replay(station, stream)
    moment = one.course.begin + 4 * MINUTE
    for minutes in (1, 2, 7, 3, 3.9, 4):
        one.go_to(one.course.begin + minutes * MINUTE)
    other.go_to(moment)
    assert shown(one.desk) == shown(other.desk)


def test_that_step_by_step_from_the_beginning_one_sees_the_desk_of_a_jump(
    stage: Stage, replay: Replay
) -> None:
    station, stream = told(stage)
    one, other = replay(station, stream), replay(station, stream)
    one.go_to_begin()
    while one.moment < one.course.begin + 5 * MINUTE:
        one.next(MarkKind.ENTRY)
    other.go_to(one.moment)
    assert shown(one.desk) == shown(other.desk)


def test_that_the_desk_of_then_is_seen_again(stage: Stage, replay: Replay) -> None:
    """A whole desk as it was shown then, but for the timeline's marks of what came after."""
    station = stage.station()
    stream = stage.tell(station, until=timedelta(minutes=4))
    then, live = stage.clock.wall(), stage.desk(station, stream)
    stage.wait(live, timedelta(0))
    before = shown(live)
    stage.clock.move(timedelta(minutes=10))
    stage.do(station, stream, f.Note(text="much later"))
    presenter = replay(station, stream)
    presenter.go_to(then)
    after = shown(presenter.desk)
    assert {name for name in before if before[name] != after[name]} == set()


def test_that_it_begins_now_and_says_what_it_is(stage: Stage, replay: Replay) -> None:
    station, stream = told(stage)
    presenter = replay(station, stream)
    assert presenter.moment == presenter.course.end
    assert presenter.props.title == "LOOKING BACK"
    presenter.go_to(presenter.course.begin)
    assert presenter.props.text.startswith("06:02:11  •  as it happened")
    assert "nothing can be changed" in presenter.props.text


def test_that_what_comes_in_meanwhile_is_counted_and_moves_nothing(
    stage: Stage, replay: Replay
) -> None:
    station, stream = told(stage)
    presenter = replay(station, stream)
    presenter.go_to(presenter.course.begin + 3 * MINUTE)
    before = shown(presenter.desk)
    stage.do(station, stream, f.Note(text="from elsewhere"), at=presenter.moment)
    assert "new entries since: 1" in presenter.props.text
    assert shown(presenter.desk) == before
    presenter.go_to(presenter.course.end)
    presenter.go_to(presenter.course.begin + 3 * MINUTE)
    assert shown(presenter.desk) == before


def test_that_every_command_is_refused_with_the_reason(stage: Stage, replay: Replay) -> None:
    station, stream = told(stage)
    presenter = replay(station, stream)
    desk, count = presenter.desk, len(station.incidents[stream].timeline)
    desk.timeline.write("a note")
    desk.roster.scanned("B1")
    desk.scene.ask(f.Closed(summary="over"))
    desk.scene.bridge.ask(None, f.Note(text="elsewhere"))
    desk.scene.bridge.ask_for(station.do(stream, f.Note(text="by another way")))
    desk.scene.bridge.attach(stream, [])
    assert stage.refusals == ["looking_back"] * 6
    assert len(station.incidents[stream].timeline) == count


def test_that_no_time_passes_while_one_looks(stage: Stage, replay: Replay) -> None:
    station, stream = told(stage)
    presenter = replay(station, stream)
    presenter.go_to(presenter.course.begin + 3 * MINUTE)
    before = shown(presenter.desk)
    stage.clock.move(timedelta(hours=1))
    presenter.desk.watch()
    assert shown(presenter.desk) == before


def test_that_a_late_entry_is_hidden_until_it_was_known(stage: Stage, replay: Replay) -> None:
    station = stage.station()
    stream = stage.open(station)
    happened = stage.clock.wall() + MINUTE
    stage.clock.move(9 * MINUTE)
    stage.do(station, stream, f.Note(text="gate shut"), at=happened)
    stage.until(lambda: not station.connection.waiting, "the shared log")
    presenter = replay(station, stream)
    presenter.go_to(happened + MINUTE)
    assert f.Note(text="gate shut") in _facts(presenter)
    presenter.switch_sight()
    assert presenter.props.sight is Sight.KNOWN
    assert "as it was known" in presenter.props.text
    assert f.Note(text="gate shut") not in _facts(presenter)
    presenter.go_to(presenter.course.end)
    assert f.Note(text="gate shut") in _facts(presenter)


def test_that_what_waits_in_the_outbox_is_known_from_when_it_was_typed(
    stage: Stage, replay: Replay, monkeypatch: pytest.MonkeyPatch
) -> None:
    station = stage.station()
    stream = stage.open(station)
    stage.until(lambda: not station.connection.waiting, "the shared log")
    monkeypatch.setattr(stage.log, "append", _out_of_reach)
    stage.clock.move(5 * MINUTE)
    typed = stage.clock.wall()
    done = stage.do(station, stream, f.Note(text="typed here"))
    assert station.recorded(done.entries[0]) is None
    presenter = replay(station, stream)
    presenter.switch_sight()
    presenter.go_to(typed - timedelta(seconds=1))
    assert f.Note(text="typed here") not in _facts(presenter)
    presenter.go_to(typed + timedelta(seconds=1))
    assert f.Note(text="typed here") in _facts(presenter)


async def _out_of_reach(*_: object) -> None:
    raise LogAway(away())


def _facts(presenter: ReplayPresenter) -> list[object]:
    return [entry.fact for entry in presenter.desk.scene.incident.timeline]


def test_that_duty_and_zones_are_of_that_moment_too(stage: Stage, replay: Replay) -> None:
    station = stage.station()
    stream = stage.open(station)
    somebody = next(p for p in station.site.people.values() if p.on_duty)
    stage.clock.move(5 * MINUTE)
    stage.do(station, None, f.DutyEnded(person=somebody.key))
    presenter = replay(station, stream)
    assert not presenter.desk.scene.site.people[somebody.key].on_duty
    presenter.go_to(BEGIN + 2 * MINUTE)
    assert presenter.desk.scene.site.people[somebody.key].on_duty


def test_that_it_plays_as_fast_as_one_says_and_ends_at_the_end(
    stage: Stage, replay: Replay
) -> None:
    station, stream = told(stage)
    presenter = replay(station, stream)
    presenter.play()
    begun = presenter.moment
    assert begun == presenter.course.begin
    for _ in range(9):
        presenter.faster()
    assert presenter.props.speed == 60
    presenter.advance(0.5)
    assert presenter.moment == begun + timedelta(seconds=30)
    for _ in range(9):
        presenter.slower()
    presenter.advance(0.5)
    assert presenter.moment == begun + timedelta(seconds=30.5)
    presenter.advance(3600 * 24)
    assert presenter.moment == presenter.course.end
    assert not presenter.props.playing


def test_that_quiet_is_passed_over_while_it_plays(stage: Stage, replay: Replay) -> None:
    station = stage.station()
    stream = stage.open(station)
    stage.do(station, stream, f.Note(text="before the quiet"))
    stage.clock.move(timedelta(hours=5))
    stage.do(station, stream, f.DeclaredOver(despite="quiet"))
    presenter = replay(station, stream)
    misses = [mark.at for mark in presenter.course.marks if mark.kind is MarkKind.MISS]
    presenter.go_to(max(misses))
    presenter.advance(0.1)
    assert presenter.moment == presenter.course.end - timedelta(seconds=10)


def test_that_one_goes_by_misses_and_levels(stage: Stage, replay: Replay) -> None:
    station, stream = told(stage)
    presenter = replay(station, stream)
    presenter.go_to_begin()
    assert presenter.desk.alarms.props.count == 0
    presenter.next(MarkKind.MISS)
    assert presenter.desk.alarms.props.count > 0
    presenter.next(MarkKind.LEVEL)
    assert presenter.desk.header.props.level.numeral == "III"
    at = presenter.moment
    presenter.next(MarkKind.LEVEL)
    assert presenter.moment == at, "there is no further one"
    presenter.back(MarkKind.LEVEL)
    assert presenter.moment == presenter.course.begin


def test_that_a_closed_incident_ends_with_its_last_entry(stage: Stage, replay: Replay) -> None:
    station = stage.station()
    stream = stage.open(station)
    stage.clock.move(MINUTE)
    stage.do(station, stream, f.DeclaredOver(despite="quiet"))
    for who, call in station.incidents[stream].call_outs.items():
        if call.state.name in ("CALLED", "ACKNOWLEDGED", "ON_THE_WAY"):
            stage.do(station, stream, f.StoodDown(who=who))
    stage.do(station, stream, f.Closed(summary="calm"))
    last: datetime = station.incidents[stream].timeline[-1].at
    stage.clock.move(timedelta(days=3))
    presenter = replay(station, stream)
    assert presenter.course.end == last
    assert presenter.desk.header.props.closed
    presenter.go_to_begin()
    assert not presenter.desk.header.props.closed


def test_that_at_the_desk_of_the_present_one_goes_on(stage: Stage, replay: Replay) -> None:
    station, stream = told(stage)
    presenter, live = replay(station, stream), stage.desk(station, stream)
    presenter.go_to_begin()
    live.timeline.write("goes on")
    assert last_fact(live) == f.Note(text="goes on")


def _on_the_wall(presenter: ReplayPresenter) -> dict[str, object]:
    """All that the wall of a moment shows of its incident."""
    wall = presenter.wall
    parts = {part.value: getattr(wall.incident, part.value)
             for part in Shown if part is not Shown.ALARMS}  # fmt: skip
    return parts | {"alarms": wall.incident.alarms(wall.moment)}


def test_that_the_wall_of_then_is_seen_again(stage: Stage, replay: Replay) -> None:
    station = stage.station()
    stream = stage.tell(station, until=timedelta(minutes=4))
    then = stage.clock.wall()
    reading = Reading(station)
    picture = WallPicture(reading)
    live = WallIncident(reading, QtReader("en", UTC), picture, stream, names=True)
    before = {part.value: getattr(live, part.value)
              for part in Shown if part is not Shown.ALARMS}  # fmt: skip
    before["alarms"] = live.alarms(then)
    picture.close()
    stage.clock.move(timedelta(minutes=10))
    stage.do(station, stream, f.Note(text="much later"))
    presenter = replay(station, stream)
    presenter.switch_page()
    presenter.go_to(then)
    after = _on_the_wall(presenter)
    assert {name for name in before if before[name] != after[name]} == set()


def test_that_any_way_to_a_moment_shows_the_same_wall(stage: Stage, replay: Replay) -> None:
    station, stream = told(stage)
    one, other = replay(station, stream), replay(station, stream)
    one.switch_page()
    for minutes in (1, 2, 7, 3, 3.9, 4):
        one.go_to(one.course.begin + minutes * MINUTE)
    other.go_to(one.moment)
    other.switch_page()
    assert _on_the_wall(one) == _on_the_wall(other)


def test_that_the_desk_is_of_the_moment_to_which_the_wall_has_gone(
    stage: Stage, replay: Replay
) -> None:
    station, stream = told(stage)
    one, other = replay(station, stream), replay(station, stream)
    one.switch_page()
    one.go_to(one.course.begin + 3 * MINUTE)
    one.switch_page()
    other.go_to(one.moment)
    assert shown(one.desk) == shown(other.desk)


def test_that_what_time_alone_made_late_is_not_late_before_on_the_wall(
    stage: Stage, replay: Replay
) -> None:
    """Back by seconds, with no entry between: the wall is derived by the earlier moment."""
    station = stage.station()
    stream = stage.open(station)
    who = next(iter(station.incidents[stream].call_outs))
    stage.do(station, stream, f.OnTheWay(who=who, eta=stage.clock.wall() + MINUTE))
    stage.clock.move(5 * MINUTE)
    presenter = replay(station, stream)
    presenter.switch_page()
    before = _chips(presenter)
    presenter.go_to(BEGIN + timedelta(seconds=30))
    assert "past ETA" in before
    assert "past ETA" not in _chips(presenter)


def _chips(presenter: ReplayPresenter) -> set[str]:
    return {row.chip for row in presenter.wall.incident.roster.rows}


def test_that_the_foot_of_that_wall_says_that_it_is_past(stage: Stage, replay: Replay) -> None:
    station, stream = told(stage)
    presenter = replay(station, stream)
    presenter.switch_page()
    presenter.go_to(presenter.course.begin)
    foot = presenter.wall.foot
    assert (foot.link, foot.time) == ("◀ looking back", "06:02:11")
    assert foot.link_severity is roles.Severity.PAST


def test_that_what_comes_in_meanwhile_moves_nothing_on_the_wall(
    stage: Stage, replay: Replay
) -> None:
    station, stream = told(stage)
    presenter = replay(station, stream)
    presenter.switch_page()
    presenter.go_to(presenter.course.begin + 3 * MINUTE)
    before = _on_the_wall(presenter)
    stage.do(station, stream, f.Note(text="from elsewhere"), at=presenter.moment)
    presenter.wall.incident.refresh()
    assert _on_the_wall(presenter) == before
