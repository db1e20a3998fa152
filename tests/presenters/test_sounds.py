"""What a station sounds: by kind, as loud as it is set, whatever page is in view."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.models import facts as f
from app.models.follow_ups import follow_ups
from app.models.plan import Sign
from app.models.sounding import LEAST, Sound
from app.presenters.bridge import Bridge
from app.presenters.sounds import COMMANDER, Hearing, SoundsPresenter, cue
from app.presenters.tick import Tick
from app.station.station import Station
from tests.desk_harness import Stage

SECOND = timedelta(seconds=1)
SENT = f.MessageSent(message="m1", address="a1", to="Leaders", text="Come.")


class Room:
    """A station of a kind, set to a volume, and what is heard beside it."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.station = stage, stage.station()
        self.volume, self.kind, self.speaks = 70, "desk", False
        self.heard: list[tuple[Sound, int]] = []
        self.said: list[tuple[str, int]] = []
        self.tick = Tick(stage.clock.wall)
        self.bridge = Bridge(self.station, stage._spawn)
        hearing = Hearing(
            volume=lambda: self.volume, kind=lambda: self.kind,
            set_volume=lambda _: None, set_kind=lambda _: None, speaks=lambda: self.speaks,
        )  # fmt: skip
        self.sounds = SoundsPresenter(self.bridge, self.tick, hearing)
        self.sounds.sounded.connect(lambda sound, loud: self.heard.append((sound, loud)))
        self.sounds.spoken.connect(lambda words, loud: self.said.append((words, loud)))

    def wait(self, time: timedelta) -> None:
        """Time passes second by second, as the tick has it."""
        for _ in range(time // SECOND):
            self.stage.clock.move(SECOND)
            self.tick.ticked.emit(self.stage.clock.wall())

    def sounded(self) -> list[Sound]:
        return [sound for sound, _ in self.heard]


@pytest.fixture
def room(stage: Stage) -> Iterator[Room]:
    made = Room(stage)
    yield made
    made.sounds.close()
    made.bridge.close()


def opened(room: Room) -> tuple[Station, str]:
    return room.station, room.stage.open(room.station)


def test_that_a_minute_before_the_first_deadline_is_a_quiet_warning_then_the_alarm(
    room: Room,
) -> None:
    opened(room)
    room.wait(240 * SECOND)
    assert Sound.SOON in room.sounded()
    assert Sound.CALL_OUT in room.sounded()


def test_that_an_incident_over_is_silent_but_for_a_message_that_fails(room: Room) -> None:
    station, stream = opened(room)
    room.stage.do(station, stream, f.DeclaredOver(reason="calm", despite="late"))
    room.wait(600 * SECOND)
    assert room.heard == []
    room.stage.do(station, stream, SENT)
    room.stage.do(station, stream, f.MessageFailed(message="m1", why="refused"))
    room.wait(SECOND)
    assert room.sounded() == [Sound.MESSAGE]


def test_that_what_the_plan_proposes_is_heard_though_no_desk_is_in_view(room: Room) -> None:
    station, stream = opened(room)
    room.stage.do(station, stream, f.SignSeen(sign=Sign.FIRE))
    room.wait(SECOND)
    assert room.sounded() == [Sound.PROPOSAL]


def test_that_an_old_proposal_of_an_incident_that_is_looked_up_later_is_not_heard(
    stage: Stage,
) -> None:
    there = stage.station("Desk 2", "Li Na")
    stream = stage.open(there)
    for fact in (
        f.SignSeen(sign=Sign.FIRE), f.DeclaredOver(reason="calm", despite="late"), f.Closed(),
    ):  # fmt: skip
        stage.do(there, stream, fact)
    for row in follow_ups(
        there.incidents[stream], there.site.plan(there.incidents[stream].course.plan)
    ):
        stage.do(there, stream, f.FollowUpDropped(follow_up=row.key, reason="a test"))
    stage.until(lambda: not there.connection.waiting)
    room = Room(stage)
    assert stream not in room.station.incidents
    stage.run(room.station.load(stream))
    assert room.station.incidents[stream].timeline
    room.wait(SECOND)
    assert room.heard == []
    room.sounds.close()
    room.bridge.close()


@pytest.mark.parametrize(
    ("kind", "expected"), [("desk", []), (COMMANDER, [(Sound.MESSAGE, LEAST)])]
)
def test_that_a_station_can_be_turned_off_but_the_commanders_not_for_the_worst(
    room: Room, kind: str, expected: list[tuple[Sound, int]]
) -> None:
    room.volume, room.kind = 0, kind
    station, stream = opened(room)
    room.stage.do(station, stream, SENT)
    room.stage.do(station, stream, f.MessageFailed(message="m1", why="refused"))
    room.stage.do(station, stream, f.SignSeen(sign=Sign.FIRE))
    room.wait(SECOND)
    assert room.heard == expected


def test_that_acknowledging_makes_no_sound_and_nor_does_time_alone(room: Room) -> None:
    station, stream = opened(room)
    room.wait(1900 * SECOND)
    room.heard.clear()
    room.wait(600 * SECOND)
    due = station.incidents[stream].call_out(_awaited(station, stream)).due
    assert due is not None
    alarm = f"call_out:{_awaited(station, stream)}"
    room.stage.do(station, stream, f.AlarmAcknowledged(alarm=alarm, due=due))
    room.wait(60 * SECOND)
    assert room.heard == []


def _awaited(station: Station, stream: str) -> str:
    calls = station.incidents[stream].call_outs.values()
    return next(call.who for call in calls if call.state.is_awaited and call.due)


@pytest.mark.parametrize("speaks", [False, True])
def test_that_words_follow_the_sound_where_somebody_wants_them(room: Room, speaks: bool) -> None:
    room.speaks = speaks
    station, stream = opened(room)
    room.stage.do(station, stream, SENT)
    room.stage.do(station, stream, f.MessageFailed(message="m1", why="refused"))
    room.wait(SECOND)
    assert room.said == ([("A message has failed", 70)] if speaks else [])


def test_that_a_station_that_is_off_says_nothing_either(room: Room) -> None:
    room.speaks, room.volume = True, 0
    station, stream = opened(room)
    room.stage.do(station, stream, f.SignSeen(sign=Sign.FIRE))
    room.wait(SECOND)
    assert room.said == []


def test_that_every_sound_but_the_quiet_warning_has_words() -> None:
    assert {sound for sound in Sound if not cue(sound)} == {Sound.SOON}
