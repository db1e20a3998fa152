"""Stations on one shared log: what one does, the others see; nothing is lost, nothing doubled."""

from __future__ import annotations

import errno
from datetime import timedelta
from functools import partial
from itertools import groupby

import pytest

from app.models import facts as f
from app.models.command import Open
from app.models.entry import SITE
from app.models.incident import digest
from app.models.shift import shift_stream
from app.station.changed import Changed, Shared
from app.station.connection import Connection, ConnectionState
from app.station.station import Station
from app.store.log import LogAway
from app.store.outbox import NotKept
from tests.station.world import ManualTime, World, done, opened, refused, until


def texts(station: Station, stream: str) -> list[str]:
    incident = station.incidents[stream]
    return [each.fact.text for each in incident.timeline if isinstance(each.fact, f.Note)]


def holds(station: Station, stream: str, count: int) -> bool:
    incident = station.incidents.get(stream)
    return incident is not None and len(incident.timeline) == count


async def all_hold(stations: list[Station], stream: str, count: int) -> None:
    await until(lambda: all(holds(each, stream, count) for each in stations))
    assert len({digest(each.incidents[stream]) for each in stations}) == 1


def _has_all(station: Station, stream: str, count: int) -> bool:
    return station.heads[stream].seq == count and not station.connection.waiting


def _alarmed(station: Station) -> bool:
    return bool(station.connection.breaks)


def _reads(station: Station, stream: str, wanted: list[str]) -> bool:
    return texts(station, stream) == wanted


def _proven(world: World, stream: str, *stations: Station) -> bool:
    """Whether they have read in the log itself what notices had announced."""
    count = len(world.server.entries(stream))
    return all(_has_all(station, stream, count) for station in stations)


async def test_that_what_is_done_at_one_station_is_shown_at_the_others(world: World) -> None:
    a, b = await world.connected("a"), await world.connected("b")
    stream = await opened(a)
    await until(lambda: stream in b.incidents)
    await done(b, stream, f.Arrived(who="p1"))
    await until(lambda: a.incidents[stream].call_out("p1").arrived_at)
    await until(lambda: a.heads[stream].number == b.heads[stream].number == "2026-0001")
    assert a.connection.state is ConnectionState.LIVE
    assert a.site.people.keys() == b.site.people.keys() == {"p1", "p2"}


async def test_that_a_listener_finds_the_entry_folded_already(world: World) -> None:
    a, b = await world.connected("a"), await world.connected("b")
    stream = await opened(a)
    await until(lambda: stream in b.incidents)
    seen: list[tuple[bool, bool]] = []
    for station in (a, b):

        def look(changed: Changed, station: Station = station) -> None:
            entry = changed.changes.entries[-1]
            seen.append((changed.foreign, entry.id in station.incidents[stream].fold))

        station.subscribe(look)
    await done(a, stream, f.Note(text="hello"))
    await until(lambda: len(seen) == 2)
    assert seen == [(False, True), (True, True)]


async def test_that_a_listener_that_fails_does_not_stop_the_others(world: World) -> None:
    a = await world.connected("a")
    heard: list[Changed] = []

    def fail(changed: Changed) -> None:
        raise ValueError(changed)

    a.subscribe(fail)
    end = a.subscribe(heard.append)
    stream = await opened(a)
    assert heard[-1].stream == stream
    count = len(heard)
    end()
    await done(a, stream, f.Note(text="more"))
    assert len(heard) == count
    assert {type(error) for error in world.errors} == {ValueError}
    world.errors.clear()


async def test_that_a_refusal_writes_nothing(world: World) -> None:
    a = await world.connected("a")
    stream = await opened(a)
    before = len(a.incidents[stream].timeline)
    assert (await refused(a, stream, f.Note(text=""))).code == "missing"
    assert (await refused(a, "nowhere", f.Note(text="x"))).code == "no_incident"
    assert len(a.incidents[stream].timeline) == before


async def test_that_without_the_shared_log_work_goes_on_and_is_shared_later(world: World) -> None:
    a, b = await world.connected("a"), await world.connected("b")
    stream = await opened(a)
    await until(lambda: stream in b.incidents and not a.connection.waiting)
    count = len(a.incidents[stream].timeline)
    world.server.go_down()
    await until(lambda: a.connection.state is ConnectionState.AWAY)
    (entry,) = await done(a, stream, f.Note(text="typed while away"))
    await done(b, stream, f.Note(text="typed elsewhere while away"))
    assert texts(a, stream) == ["typed while away"]
    assert a.is_waiting(entry.id)
    assert a.recorded(entry) is None
    assert (a.connection.waiting, a.waiting_in(stream)) == (1, 1)
    assert a.connection.trouble is not None
    shared: list[Shared] = []
    a.subscribe_shared(shared.append)
    world.server.come_up()
    await all_hold([a, b], stream, count + 2)
    await until(lambda: not a.is_waiting(entry.id))
    recorded = a.recorded(entry)
    assert recorded is not None
    assert recorded.seq == world.server.entries(stream)[recorded.seq - 1].seq
    assert entry.id in [each for news in shared for each in news.entries]
    await until(lambda: a.connection.waiting == 0)


async def test_that_a_station_starts_and_works_with_the_shared_log_away(world: World) -> None:
    a = await world.connected("a")
    stream = await opened(a)
    await until(lambda: not a.connection.waiting and stream in a.heads)
    count = len(a.incidents[stream].timeline)
    world.server.go_down()
    await done(a, stream, f.Note(text="not shared yet"))
    await world.stop(a)
    a = await world.station("a")
    assert holds(a, stream, count + 1)
    assert a.heads[stream].number == "2026-0001"
    await a.settled()
    assert a.connection.state is ConnectionState.AWAY
    assert a.connection.waiting == 1
    await done(a, stream, f.Arrived(who="p1"))
    world.server.come_up()
    b = await world.connected("b")
    await all_hold([a, b], stream, count + 2)


async def test_that_an_answer_lost_on_the_way_doubles_nothing(world: World) -> None:
    a, b = await world.connected("a"), await world.connected("b")
    stream = await opened(a)
    await until(lambda: stream in b.incidents and not a.connection.waiting)
    count = len(a.incidents[stream].timeline)
    world.line_of(a).lose_answers = 2
    for n in range(5):
        await done(a, stream, f.Note(text=str(n)))
    await all_hold([a, b], stream, count + 5)
    await until(lambda: a.connection.is_up and not a.connection.waiting)
    ids = [each.entry.id for each in world.server.entries(stream)]
    assert len(ids) == len(set(ids)) == count + 5
    assert texts(b, stream) == ["0", "1", "2", "3", "4"]


async def test_that_an_entry_refused_by_the_log_does_not_hold_up_the_others(world: World) -> None:
    a, b = await world.connected("a"), await world.connected("b")
    stream = await opened(a)
    await until(lambda: stream in b.incidents and not a.connection.waiting)
    world.server.no_right_to = {"declared_over"}
    (over,) = await done(a, stream, f.DeclaredOver(reason="they left"))
    await done(a, stream, f.Note(text="after it"))
    await until(lambda: texts(b, stream) == ["after it"])
    await until(lambda: a.connection.refused)
    assert [each.entry for each in a.connection.refused] == [over.id]
    assert a.connection.refused[0].why.english() == "No right to this."
    assert a.connection.waiting == 1
    assert a.is_waiting(over.id)
    world.server.no_right_to = set()
    world.server.cut()
    await until(lambda: b.incidents[stream].course.over_at)
    await until(lambda: not a.connection.refused and not a.connection.waiting)


async def test_that_what_this_disk_cannot_keep_is_not_shown_as_done(world: World) -> None:
    a = await world.connected("a")
    stream = await opened(a)
    count = len(a.incidents[stream].timeline)
    resource = pytest.importorskip("resource", reason="limits of a process are POSIX's")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        with pytest.raises(NotKept) as caught:
            await a.do(stream, f.Note(text="lost?"))
        assert isinstance(caught.value.__cause__, OSError)
        assert caught.value.__cause__.errno == errno.EFBIG
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert holds(a, stream, count)
    await done(a, stream, f.Note(text="again"))
    assert texts(a, stream) == ["again"]


# The log is not what it was -----------------------------------------------------------------------


async def test_that_a_log_set_back_is_offered_what_it_lost(world: World) -> None:
    a, b = await world.connected("a"), await world.connected("b")
    stream = await opened(a)
    await until(lambda: stream in b.incidents and not a.connection.waiting)
    count = len(a.incidents[stream].timeline)
    before = world.server.snapshot()
    for n in range(3):
        await done(a, stream, f.Note(text=str(n)))
    await all_hold([a, b], stream, count + 3)
    await until(lambda: not a.connection.waiting)
    await until(lambda: _proven(world, stream, a, b))
    await world.server.set_back(before)
    assert len(world.server.entries(stream)) == count
    await until(lambda: len(world.server.entries(stream)) == count + 3)
    await until(lambda: a.connection.set_back and b.connection.set_back)
    told = [each.connection.set_back for each in (a, b)]
    assert {(each.stream, each.seq) for each in told if each} == {(stream, count)}
    # Whoever comes second may find them there again already.
    assert max(each.offered for each in told if each) == 3
    for station in (a, b):
        await until(partial(_has_all, station, stream, count + 3))
        assert station.connection.breaks == ()
        assert texts(station, stream) == ["0", "1", "2"]
    a.dismiss_notices()
    assert a.connection.set_back is None


async def test_that_a_log_set_back_that_went_on_without_us_is_no_alarm(world: World) -> None:
    a, b = await world.connected("a"), await world.connected("b")
    stream = await opened(a)
    await until(lambda: stream in b.incidents and not a.connection.waiting)
    count = len(a.incidents[stream].timeline)
    before = world.server.snapshot()
    await done(a, stream, f.Note(text="lost by the server"))
    await all_hold([a, b], stream, count + 1)
    await until(lambda: _proven(world, stream, a, b))
    await world.stop(a)
    await world.stop(b)
    await world.server.set_back(before)
    c = await world.connected("c")
    await done(c, stream, f.Note(text="by one who never knew"))
    await until(lambda: not c.connection.waiting)
    a = await world.connected("a")
    await all_hold([a, c], stream, count + 2)
    b = await world.connected("b")
    await all_hold([a, b, c], stream, count + 2)
    await until(lambda: not (a.connection.waiting or b.connection.waiting))
    assert a.connection.breaks == b.connection.breaks == c.connection.breaks == ()
    assert len(world.server.entries(stream)) == count + 2


async def test_that_a_log_set_back_at_once_loses_nothing_either(world: World) -> None:
    a, b = await world.connected("a"), await world.connected("b")
    stream = await opened(a)
    await until(lambda: stream in b.incidents)
    before = world.server.snapshot()
    ids = [(await done(each, stream, f.Note(text="x")))[0].id for each in (a, b, a)]
    await until(lambda: not a.connection.waiting and not b.connection.waiting)
    await world.server.set_back(before)
    await until(lambda: set(ids) <= {each.entry.id for each in world.server.entries(stream)})
    await until(lambda: _proven(world, stream, a, b))
    assert digest(a.incidents[stream]) == digest(b.incidents[stream])
    assert a.connection.breaks == b.connection.breaks == ()


async def test_that_an_incident_that_the_log_forgot_altogether_comes_back(world: World) -> None:
    a = await world.connected("a")
    before = world.server.snapshot()
    stream = await opened(a)
    await until(lambda: not a.connection.waiting)
    count = len(a.incidents[stream].timeline)
    await until(lambda: _proven(world, stream, a))
    await world.server.set_back(before)
    await until(lambda: len(world.server.entries(stream)) == count)
    await until(lambda: len(world.server.entries(SITE)) == 3)
    b = await world.connected("b")
    await all_hold([a, b], stream, count)


async def test_that_an_altered_past_is_an_alarm_on_every_station_until_it_is_put_right(
    world: World,
) -> None:
    a, b = await world.connected("a"), await world.connected("b")
    stream = await opened(a)
    await done(a, stream, f.Note(text="the truth"))
    await until(lambda: stream in b.incidents and texts(b, stream) == ["the truth"])
    await until(lambda: not a.connection.waiting)
    seq = world.server.entries(stream)[-1].seq
    await until(lambda: _proven(world, stream, a, b))
    before = world.server.alter(stream, seq, '{"kind":"note","text":"a lie"}')
    await done(b, stream, f.Note(text="afterwards"))
    for station in (a, b):
        await until(partial(_alarmed, station))
        (broken,) = station.connection.breaks
        assert (broken.stream, broken.seq) == (stream, seq)
        await until(partial(_reads, station, stream, ["the truth", "afterwards"]))
        assert station.connection.is_up
    await done(a, stream, f.Note(text="work goes on"))
    await until(lambda: texts(b, stream)[-1] == "work goes on")
    world.server.entries(stream)[seq - 1] = before
    await until(lambda: not a.connection.breaks and not b.connection.breaks)


async def test_that_what_is_written_during_an_alarm_outlives_the_backup_that_ends_it(
    world: World,
) -> None:
    a = await world.connected("a")
    stream = await opened(a)
    await done(a, stream, f.Note(text="the truth"))
    await until(lambda: not a.connection.waiting)
    await until(lambda: _proven(world, stream, a))
    backup = world.server.snapshot()
    world.server.alter(stream, 1, '{"kind":"note","text":"a lie"}')
    await until(partial(_alarmed, a))
    (entry,) = await done(a, stream, f.Note(text="work goes on"))
    await until(lambda: not a.connection.waiting)
    await until(lambda: a.heads[stream].seq == len(world.server.entries(stream)))
    await world.server.set_back(backup)
    await until(lambda: not a.connection.breaks)
    await until(lambda: entry.id in [each.entry.id for each in world.server.entries(stream)])
    await until(lambda: not a.connection.waiting)


async def test_that_an_entry_taken_out_with_the_chain_forged_anew_is_an_alarm_and_comes_back(
    world: World,
) -> None:
    a = await world.connected("a")
    stream = await opened(a)
    (entry,) = await done(a, stream, f.Note(text="inconvenient"))
    await done(a, stream, f.Note(text="convenient"))
    await until(lambda: not a.connection.waiting)
    recorded = a.recorded(entry)
    assert recorded is not None
    await until(lambda: _proven(world, stream, a))
    world.server.rewrite_without(stream, recorded.seq)
    await until(lambda: a.connection.breaks)
    assert a.connection.breaks[0].seq == recorded.seq
    await until(lambda: entry.id in [each.entry.id for each in world.server.entries(stream)])
    assert texts(a, stream) == ["inconvenient", "convenient"]


async def test_that_a_station_remembers_the_true_past_over_a_restart(world: World) -> None:
    a = await world.connected("a")
    stream = await opened(a)
    await done(a, stream, f.Note(text="the truth"))
    await until(lambda: _proven(world, stream, a))
    await world.stop(a)
    world.server.alter(stream, 1, '{"kind":"note","text":"a lie"}')
    a = await world.connected("a")
    await until(lambda: a.connection.breaks)
    assert (a.connection.breaks[0].stream, a.connection.breaks[0].seq) == (stream, 1)


async def test_that_a_false_notice_is_taken_back_and_never_gets_into_the_log(
    world: World,
) -> None:
    a, b = await world.connected("a"), await world.connected("b")
    stream = await opened(a)
    await until(lambda: stream in b.incidents and not a.connection.waiting)
    changes: list[Changed] = []
    a.subscribe(changes.append)
    count = len(world.server.entries(stream))
    false = world.server.announce_falsely(stream, "never happened")
    await until(lambda: any(false in each.withdrawn for each in changes))
    for station in (a, b):
        await until(partial(_reads, station, stream, []))
        assert "false notices" in station.connection.local[0].english()
    await done(a, stream, f.Note(text="did happen"))
    await until(partial(_reads, b, stream, ["did happen"]))
    await until(lambda: not a.connection.waiting)
    assert len(world.server.entries(stream)) == count + 1


async def test_that_a_true_entry_takes_the_place_of_a_falsely_announced_one(
    world: World,
) -> None:
    a, b = await world.connected("a"), await world.connected("b")
    stream = await opened(a)
    await until(lambda: stream in b.incidents and not a.connection.waiting)
    seen: list[str] = []
    b.subscribe(lambda changed: seen.extend(each.id for each in changed.changes.entries))
    false = world.server.announce_falsely(stream, "never happened")
    await until(lambda: false.id in seen)
    await done(a, stream, f.Note(text="did happen"))
    for station in (a, b):
        await until(partial(_reads, station, stream, ["did happen"]))
    await done(b, stream, f.Note(text="and so on"))
    await until(partial(_reads, a, stream, ["did happen", "and so on"]))
    assert a.connection.breaks == b.connection.breaks == ()


# Together -----------------------------------------------------------------------------------------


async def test_that_the_same_arrival_pressed_on_two_stations_at_once_is_one_arrival(
    world: World,
) -> None:
    a, b = await world.connected("a"), await world.connected("b")
    stream = await opened(a)
    await until(lambda: stream in b.incidents)
    await until(lambda: holds(b, stream, len(a.incidents[stream].timeline)))
    count = len(a.incidents[stream].timeline)
    world.server.go_down()
    await until(lambda: not a.connection.is_up and not b.connection.is_up)
    await done(a, stream, f.Arrived(who="p1"))
    await done(b, stream, f.Arrived(who="p1"))
    world.server.come_up()
    await all_hold([a, b], stream, count + 2)
    assert a.incidents[stream].call_out("p1").arrived_at


async def test_that_stations_know_of_one_another(world: World) -> None:
    a, b = await world.connected("a"), await world.connected("b")
    await until(lambda: [each.name for each in a.connection.stations] == ["b"])
    await until(lambda: [each.person for each in b.connection.stations] == ["a’s person"])


async def test_that_a_closed_incident_is_held_everywhere_until_it_is_settled(
    world: World,
) -> None:
    a = await world.connected("a")
    stream = await opened(a)
    owed = f.FollowUpAdded(follow_up="visit", text="Visit them", owner="Ann", due=world.time.wall())
    for command in (owed, f.DeclaredOver(), f.Closed()):
        await done(a, stream, command)
    await until(lambda: not a.connection.waiting)
    b = await world.connected("b")
    assert not b.incidents[stream].is_open
    await done(b, stream, f.FollowUpDone(follow_up="visit", result="thanked"))
    await until(lambda: a.incidents[stream].is_settled and not a.heads[stream].open)
    c = await world.connected("c")
    assert stream not in c.incidents


async def test_that_the_log_of_the_shift_is_written_and_read_by_all(world: World) -> None:
    stream = shift_stream(world.time.wall().date())
    a, b = await world.connected("a"), await world.connected("b")
    await done(a, stream, f.Note(text="quiet"))
    await until(lambda: stream in b.incidents and texts(b, stream) == ["quiet"])
    await done(b, stream, f.ShiftHandedOver(from_name="Ann", to_name="Bob", text=""))
    await all_hold([a, b], stream, 2)
    await until(lambda: _proven(world, stream, a, b))
    assert a.heads[stream].number == ""
    c = await world.connected("c")
    await all_hold([a, c], stream, 2)


async def test_that_the_shift_log_is_written_while_the_shared_log_is_away(world: World) -> None:
    stream = shift_stream(world.time.wall().date())
    a = await world.connected("a")
    await done(a, stream, f.Note(text="quiet"))
    await until(lambda: not a.connection.waiting)
    world.server.go_down()
    b = await world.station("b")
    b.shift(stream)
    await done(b, stream, f.Note(text="from here"))
    world.server.come_up()
    await all_hold([a, b], stream, 2)


async def test_that_an_old_shift_log_is_read_when_somebody_asks_for_it(world: World) -> None:
    a = await world.connected("a")
    await done(a, "shift-2024-12", f.Note(text="long ago"))
    await until(lambda: not a.connection.waiting)
    b = await world.connected("b")
    assert "shift-2024-12" not in b.incidents
    await b.load("shift-2024-12")
    assert texts(b, "shift-2024-12") == ["long ago"]
    assert await b.load("shift-2023-12") is None


async def test_that_a_settled_incident_is_held_only_where_somebody_asks_for_it(
    world: World,
) -> None:
    a = await world.connected("a")
    stream = await opened(a)
    await done(a, stream, f.DeclaredOver(reason="over"))
    await done(a, stream, f.Closed(summary="done"))
    await until(lambda: not a.connection.waiting and not a.heads[stream].open)
    assert stream in a.incidents, "those who look at it go on looking"
    b = await world.connected("b")
    assert stream not in b.incidents
    assert (await refused(b, stream, f.Note(text="x"))).code == "no_incident"
    assert await b.stream_of("2026-0001") == stream
    incident = await b.load(stream)
    assert incident is not None
    assert digest(incident) == digest(a.incidents[stream])
    assert await b.load("nothing") is None
    await done(b, stream, f.Note(text="a late word"))
    await until(lambda: texts(a, stream) == ["a late word"])
    world.server.go_down()
    c = await world.station("c")
    with pytest.raises(LogAway):
        await c.load(stream)


async def test_that_a_long_incident_comes_in_pieces_and_ends_the_same(world: World) -> None:
    a = await world.connected("a")
    stream = await opened(a)
    for n in range(1200):
        await done(a, stream, f.Note(text=str(n)))
    await until(lambda: not a.connection.waiting)
    b = await world.station("b")
    pieces: list[int] = []
    b.subscribe(lambda changed: pieces.append(len(changed.changes.entries)))
    await all_hold([a, b], stream, len(a.incidents[stream].timeline))
    assert max(pieces) <= 400


# Knowing how things stand -------------------------------------------------------------------------


async def test_that_a_stalled_line_shows_as_stale(world: World) -> None:
    a = await world.connected("a")
    assert not a.connection.is_stale(a.now())
    line = world.line_of(a)
    line.flowing.clear()
    await until(lambda: a.connection.state is ConnectionState.AWAY)
    assert a.connection.is_stale(a.now())
    assert a.connection.trouble is not None
    assert "does not answer" in a.connection.trouble.english()
    line.flowing.set()
    await until(lambda: a.connection.is_up)


async def test_that_data_grows_stale_after_five_seconds_without_proof(world: World) -> None:
    a = await world.connected("a")
    now = a.now()
    assert not a.connection.is_stale(now + timedelta(seconds=4))
    assert a.connection.is_stale(now + timedelta(seconds=5.1))


async def test_that_the_connection_tells_its_story(world: World) -> None:
    a = await world.station("a")
    told: list[Connection] = []
    a.subscribe_connection(told.append)
    await until(lambda: a.connection.is_up)
    world.server.go_down()
    await until(lambda: a.connection.state is ConnectionState.AWAY)
    world.server.come_up()
    await until(lambda: a.connection.is_up)
    states = [state.value for state, _ in groupby(told, key=lambda each: each.state)]
    assert states[-5:] == ["catching_up", "live", "away", "catching_up", "live"]


async def test_that_times_are_stamped_by_the_shared_logs_clock(world: World) -> None:
    wrong = ManualTime()
    wrong.ahead = timedelta(minutes=7)
    a = await world.station("a", time=wrong)
    await until(lambda: a.connection.is_up and a.connection.clock_offset is not None)
    assert abs(a.now() - world.time.true()) < timedelta(seconds=1)
    stream = await opened(a)
    opened_at = a.incidents[stream].course.opened_at
    assert opened_at is not None
    assert abs(opened_at - world.time.true()) < timedelta(seconds=1)
    entry = a.incidents[stream].timeline[0]
    assert abs(entry.typed_at - entry.at) < timedelta(seconds=1)


async def test_that_a_clock_that_jumps_says_so_and_moves_no_time(world: World) -> None:
    a = await world.connected("a")
    now = a.now()
    world.time.ahead = timedelta(minutes=-3)
    await until(lambda: a.connection.clock_jump)
    assert a.connection.clock_jump is not None
    assert a.connection.clock_jump.by == timedelta(minutes=-3)
    assert abs(a.now() - now) < timedelta(seconds=1)


async def test_that_an_incident_opened_while_away_gets_its_number_later(world: World) -> None:
    a = await world.connected("a")
    await opened(a)
    world.server.go_down()
    await until(lambda: not a.connection.is_up)
    (entry, *_) = await done(a, None, Open(plan="small", title="Second", place="Lobby"))
    assert entry.stream not in a.heads
    told: list[Shared] = []
    a.subscribe_shared(told.append)
    world.server.come_up()
    await until(lambda: entry.stream in a.heads)
    assert a.heads[entry.stream].number == "2026-0002"
    assert Shared(stream=entry.stream) in told
    assert await a.stream_of("2026-0002") == entry.stream


async def test_that_what_was_checked_is_counted_also_where_there_is_no_incident_yet(
    world: World,
) -> None:
    a = await world.connected("a")
    for number in range(5):
        await done(a, SITE, f.PersonSet(person=f"p{number}", name=f"Person {number}"))
    count = len(world.server.entries(SITE))
    await until(lambda: not a.connection.waiting and a.checked == len(world.server.entries(SITE)))
    assert a.checked >= max(count, 5)
