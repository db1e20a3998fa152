"""What every shared log promises, shown on each of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, aclosing
from datetime import UTC, datetime, timedelta
from random import Random

import msgspec
import pytest

from app.models.entry import SITE, Stored, Wire, to_wire
from app.models.facts import Unknown
from app.models.incident import Incident
from app.models.shift import shift_before, shift_stream
from app.store import chain
from app.store.log import (
    MAX_DATA,
    EntryRefused,
    LogAway,
    LogNewer,
    LogRefused,
    Moved,
    Presence,
    Receipt,
    SharedLog,
)
from tests.store.conftest import Place
from tests.store.conftest import opened as opened_log
from tests.store.entries import (
    AT,
    YEAR,
    begun,
    closed,
    follow_up_added,
    follow_up_undone,
    from_the_future,
    note,
    opened,
    person_set,
    promised,
    reopened,
    settled,
)
from tests.store.odd import odd_wire

HOUR = timedelta(hours=1)
PATIENCE = 10.0


async def until(notices: AsyncIterator[Moved], wanted: Callable[[Moved], bool]) -> list[Moved]:
    """The notices up to the first that is wanted."""
    heard = []
    async with asyncio.timeout(PATIENCE):
        async for moved in notices:
            heard.append(moved)
            if wanted(moved):
                break
    return heard


def at_least(stream: str, seq: int) -> Callable[[Moved], bool]:
    return lambda moved: moved.stream == stream and moved.seq >= seq


def is_whole(stored: list[Stored]) -> bool:
    return chain.first_break(stored) is None


async def test_that_entries_come_back_as_they_were_appended(log: SharedLog) -> None:
    wires = [opened(), note("one"), note("两")]
    await log.append(wires, year=YEAR)
    stored = await log.read("one")
    assert [to_wire(each.entry) for each in stored] == wires
    assert [each.data for each in stored] == [wire.data for wire in wires]


@pytest.mark.parametrize(("kind", "field"), [("corrected", "entry"), ("plan_published", "ref")])
async def test_that_an_overlong_reference_keeps_no_entry_from_being_stored(
    log: SharedLog, kind: str, field: str
) -> None:
    overlong = "".join(Random(7).choices("0123456789abcdefghijklmnop消防车", k=20_000))  # noqa: S311
    data = f'{{"kind":"{kind}","{field}":"{overlong}","reason":""}}'
    odd = odd_wire(kind, data, SITE)
    await log.append([opened(), odd, note()], year=YEAR)
    assert [each.data for each in await log.read(SITE)] == [data]
    assert len(await log.read("one")) == 2


async def test_that_a_receipt_says_where_the_entry_stands(log: SharedLog) -> None:
    receipts = await log.append([opened(), note()], year=YEAR)
    stored = await log.read("one")
    assert receipts == [
        Receipt(
            id=each.entry.id, stream="one", seq=each.seq, recorded_at=each.recorded_at,
            recorded_by=each.recorded_by, hash=each.hash,
        )
        for each in stored
    ]  # fmt: skip
    assert [receipt.seq for receipt in receipts] == [1, 2]


async def test_that_receipts_come_in_the_order_of_the_entries(log: SharedLog) -> None:
    wires = [note(stream=stream) for stream in ("b", "a", "c", "a", "b")]
    receipts = await log.append(wires, year=YEAR)
    assert [receipt.id for receipt in receipts] == [wire.id for wire in wires]
    assert [receipt.seq for receipt in receipts] == [1, 1, 1, 2, 2]


async def test_that_nothing_appended_answers_nothing(log: SharedLog) -> None:
    assert await log.append([], year=YEAR) == []


async def test_that_a_repeat_gets_the_receipt_of_the_first(log: SharedLog) -> None:
    wire = note()
    [first] = await log.append([wire], year=YEAR)
    [other, second, third] = await log.append([note(), wire, wire], year=YEAR)
    assert first == second == third
    assert other.seq == 2
    assert len(await log.read("one")) == 2


async def test_that_the_same_id_twice_in_one_batch_is_stored_once(log: SharedLog) -> None:
    wire = note()
    first, second = await log.append([wire, wire], year=YEAR)
    assert first == second
    assert len(await log.read("one")) == 1


async def test_that_16_writers_make_one_gapless_chain_per_stream(place: Place) -> None:
    async with AsyncExitStack() as stack:
        logs = [await stack.enter_async_context(opened_log(place.station())) for _ in range(16)]

        async def write(log: SharedLog, nth: int) -> list[Receipt]:
            streams = ("one", f"own-{nth % 4}")
            return [
                receipt
                for turn in range(10)
                for receipt in await log.append([note(stream=streams[turn % 2])], year=YEAR)
            ]

        receipts = await asyncio.gather(*(write(log, nth) for nth, log in enumerate(logs)))
        stored = await logs[0].read("one")
        assert [each.seq for each in stored] == list(range(1, 81))
        assert is_whole(stored)
        for nth in range(4):
            assert is_whole(own := await logs[0].read(f"own-{nth}"))
            assert len(own) == 20
    # Each writer's own entries stand in the order in which it wrote them.
    for mine in receipts:
        assert sorted(r.seq for r in mine if r.stream == "one") == [
            r.seq for r in mine if r.stream == "one"
        ]


async def test_that_an_id_offered_by_16_writers_at_once_is_stored_once(place: Place) -> None:
    wires = [note(), note()]
    async with AsyncExitStack() as stack:
        logs = [await stack.enter_async_context(opened_log(place.station())) for _ in range(16)]
        answers = await asyncio.gather(*(log.append(wires, year=YEAR) for log in logs))
        assert all(answer == answers[0] for answer in answers)
        assert len(await logs[0].read("one")) == 2


async def test_that_writers_of_several_streams_never_block_each_other(place: Place) -> None:
    async with AsyncExitStack() as stack:
        logs = [await stack.enter_async_context(opened_log(place.station())) for _ in range(8)]
        streams = [f"s{nth}" for nth in range(6)]

        async def write(log: SharedLog, nth: int) -> None:
            order = streams[nth % 6 :] + streams[: nth % 6]
            for _ in range(5):
                await log.append(
                    [opened(stream=s, drill=nth % 2 == 0) for s in reversed(order)]
                    + [note(stream=s) for s in order],
                    year=YEAR,
                )

        await asyncio.gather(*(write(log, nth) for nth, log in enumerate(logs)))
        for stream in streams:
            stored = await logs[0].read(stream)
            assert len(stored) == 80
            assert is_whole(stored)
        numbers = sorted(head.number for head in await logs[0].heads())
        drills = [number for number in numbers if number.startswith("D")]
        real = [number for number in numbers if not number.startswith("D")]
        assert drills == [f"D{YEAR}-{nth:04}" for nth in range(1, len(drills) + 1)]
        assert real == [f"{YEAR}-{nth:04}" for nth in range(1, len(real) + 1)]


async def test_that_the_chain_holds_from_the_first_entry_to_the_head(log: SharedLog) -> None:
    await log.append([opened(), note("\x1f separator \u2028"), note("🔥")], year=YEAR)
    await log.append([note("")], year=YEAR)
    stored = await log.read("one")
    [head] = await log.heads()
    assert is_whole(stored)
    assert (head.seq, head.hash) == (4, stored[-1].hash)
    assert stored[0].hash == chain.relink(chain.GENESIS, stored[0])


async def test_that_links_are_what_the_chain_was_made_of(log: SharedLog) -> None:
    await log.append([note(stream="b"), note(stream="a"), note("é\x1f", stream="b")], year=YEAR)
    stored = [*await log.read("a"), *await log.read("b")]
    links = await log.links()
    assert [(link.stream, link.seq, link.hash) for link in links] == [
        (each.entry.stream, each.seq, each.hash) for each in stored
    ]
    assert [link.body for link in links] == [chain.body_of(each) for each in stored]
    assert await log.links(after=("a", 1), limit=1) == links[1:2]
    assert await log.links(after=("b", 2)) == []


async def test_that_unknown_kinds_are_kept_byte_for_byte(log: SharedLog) -> None:
    data = '{"kind" : "hologram_shown","where":"大厅",  "x":{"b":1,"a":[ ]}}'
    await log.append([from_the_future(data)], year=YEAR)
    [stored] = await log.read("one")
    assert stored.data == data
    assert stored.entry.fact == Unknown(kind="hologram_shown", data=data)
    assert is_whole([stored])


async def test_that_the_log_stamps_time_and_login_itself(log: SharedLog) -> None:
    before = await log.clock()
    [receipt] = await log.append([note(at=AT)], year=YEAR)
    assert before <= receipt.recorded_at <= await log.clock()
    assert receipt.recorded_by


async def test_that_the_clock_is_about_now(log: SharedLog) -> None:
    assert abs(await log.clock() - datetime.now(UTC)) < timedelta(seconds=5)


async def test_that_reading_goes_on_after_a_seq_and_stops_at_a_limit(log: SharedLog) -> None:
    await log.append([note(str(nth)) for nth in range(10)], year=YEAR)
    assert [each.seq for each in await log.read("one", after=3, limit=4)] == [4, 5, 6, 7]
    assert await log.read("one", after=10) == []
    assert await log.read("nowhere") == []


async def test_that_many_streams_are_read_at_once_each_from_its_own_place(log: SharedLog) -> None:
    await log.append([note(stream=s) for s in 'b"a\\' for _ in range(3)], year=YEAR)
    found = await log.read_many({"b": 1, "a": 0, '"': 3, "\\": 2, "none": 0})
    assert [(each.entry.stream, each.seq) for each in found] == [
        ("\\", 3), ("a", 1), ("a", 2), ("a", 3), ("b", 2), ("b", 3),
    ]  # fmt: skip
    assert await log.read_many({}) == []


@pytest.mark.parametrize(
    "change",
    [
        {"author": "a\x1fb"},
        {"id": "x\0y"},
        {"stream": ""},
        {"kind": "k" * 201},
        {"data": "x\0"},
        {"data": '"' + "文" * (MAX_DATA // 3) + '"'},
        {"station": "\ud800"},
        {"at": -1},
        {"at": 2**62},
    ],
    ids=[
        "separator",
        "nul",
        "no-stream",
        "long",
        "nul-in-data",
        "large",
        "surrogate",
        "past",
        "future",
    ],
)
async def test_that_a_malformed_entry_is_refused_by_name_and_nothing_is_stored(
    log: SharedLog, change: dict[str, str | int]
) -> None:
    good, wire = note(), note()
    bad = Wire(**{name: getattr(wire, name) for name in Wire.__struct_fields__} | change)
    with pytest.raises(EntryRefused) as refused:
        await log.append([good, bad], year=YEAR)
    assert refused.value.entry == bad.id
    assert await log.read("one") == []


async def test_that_a_batch_that_is_too_large_is_refused(log: SharedLog) -> None:
    wire = note()
    with pytest.raises(LogRefused, match="too many"):
        await log.append([wire] * 5_001, year=YEAR)


# Incidents ---------------------------------------------------------------------------------------


async def test_that_incidents_and_drills_are_numbered_apart(log: SharedLog) -> None:
    batch = [opened(stream="a"), opened(stream="b", drill=True), opened(stream="c")]
    await log.append(batch, year=YEAR)
    await log.append([opened(stream="d", drill=True), person_set()], year=YEAR)
    assert {head.stream: head.number for head in await log.heads()} == {
        "a": f"{YEAR}-0001",
        "b": f"D{YEAR}-0001",
        "c": f"{YEAR}-0002",
        "d": f"D{YEAR}-0002",
        SITE: "",
    }


async def test_that_numbers_stay_gapless_when_16_stations_open_incidents_at_once(
    place: Place,
) -> None:
    async with AsyncExitStack() as stack:
        logs = [await stack.enter_async_context(opened_log(place.station())) for _ in range(16)]
        await asyncio.gather(
            *(log.append([opened(stream=f"i{nth}")], year=YEAR) for nth, log in enumerate(logs))
        )
        numbers = sorted(head.number for head in await logs[0].heads())
    assert numbers == [f"{YEAR}-{nth:04}" for nth in range(1, 17)]


async def test_that_an_incident_keeps_its_number_if_it_is_opened_again(log: SharedLog) -> None:
    await log.append([opened()], year=YEAR)
    await log.append([opened(), opened(stream="two")], year=YEAR)
    assert [head.number for head in await log.heads()] == [f"{YEAR}-0001", f"{YEAR}-0002"]


async def test_that_an_absurd_year_is_drawn_near_the_logs_own(log: SharedLog) -> None:
    await log.append([opened(stream="a")], year=1999)
    await log.append([opened(stream="b")], year=9999)
    assert [head.number for head in await log.heads()] == [f"{YEAR - 1}-0001", f"{YEAR + 1}-0001"]


async def test_that_an_incident_without_its_opening_has_no_number_yet(log: SharedLog) -> None:
    await log.append([note()], year=YEAR)
    assert [head.number for head in await log.heads()] == [""]
    await log.append([opened()], year=YEAR)
    assert [head.number for head in await log.heads()] == [f"{YEAR}-0001"]


async def test_that_one_stream_can_be_asked_for(log: SharedLog) -> None:
    await log.append([opened(stream="one"), note(stream="one"), opened(stream="two")], year=YEAR)
    assert await log.head("one") in await log.heads()
    assert await log.head("three") is None


async def test_that_settled_incidents_can_be_left_out(log: SharedLog) -> None:
    await log.append([opened(stream="a"), opened(stream="b"), person_set()], year=YEAR)
    await log.append([closed(stream="a"), settled(stream="a", at=AT + HOUR)], year=YEAR)
    assert [head.stream for head in await log.heads(open_only=True)] == ["b", SITE]
    await log.append([reopened(stream="a", at=AT + timedelta(hours=2))], year=YEAR)
    assert [head.stream for head in await log.heads(open_only=True)] == ["a", "b", SITE]


async def test_that_a_closed_incident_is_not_left_out_until_it_is_settled(log: SharedLog) -> None:
    await log.append([opened(), closed(at=AT + timedelta(hours=1))], year=YEAR)
    assert [head.stream for head in await log.heads(open_only=True)] == ["one"]
    await log.append([settled(at=AT + timedelta(hours=2))], year=YEAR)
    assert await log.heads(open_only=True) == []


@pytest.mark.parametrize("owed", [follow_up_added, follow_up_undone, promised])
async def test_that_what_is_owed_again_opens_a_settled_incident_again(
    log: SharedLog, owed: Callable[..., Wire]
) -> None:
    await log.append([opened(), closed(), settled(at=AT + HOUR)], year=YEAR)
    assert await log.heads(open_only=True) == []
    await log.append([owed(at=AT + 2 * HOUR)], year=YEAR)
    assert [head.open for head in await log.heads()] == [True]


async def test_that_open_goes_by_when_it_happened_not_by_when_it_arrived(log: SharedLog) -> None:
    await log.append([opened(), closed()], year=YEAR)
    await log.append([reopened(at=AT + timedelta(hours=2))], year=YEAR)
    await log.append([settled(at=AT + timedelta(hours=1))], year=YEAR)
    assert [head.open for head in await log.heads()] == [True]


async def test_that_an_incident_that_is_not_closed_cannot_be_settled(log: SharedLog) -> None:
    await log.append([opened(), settled(at=AT + HOUR)], year=YEAR)
    assert [head.open for head in await log.heads()] == [True]
    await log.append([closed(at=AT + 2 * HOUR)], year=YEAR)
    assert [head.open for head in await log.heads()] == [True]


async def test_that_who_had_not_seen_what_is_owed_settles_nothing(log: SharedLog) -> None:
    owed = follow_up_added(at=AT + HOUR)
    await log.append([opened(), closed(), owed], year=YEAR)
    await log.append([settled(seen=(), at=AT + 2 * HOUR)], year=YEAR)
    assert [head.open for head in await log.heads()] == [True]
    await log.append([settled(seen=(owed.id, "others"), at=AT + 3 * HOUR)], year=YEAR)
    assert [head.open for head in await log.heads()] == [False]


@pytest.mark.parametrize("data", ['{"kind": "settled", "seen": 5}', "?"])
async def test_that_who_cannot_be_read_has_seen_nothing(log: SharedLog, data: str) -> None:
    unread = msgspec.structs.replace(settled(at=AT + HOUR), data=data)
    await log.append([opened(), closed(), unread], year=YEAR)
    assert [head.open for head in await log.heads()] == [True]


async def test_that_open_is_what_the_entries_fold_to_in_whatever_order_they_came(
    log: SharedLog,
) -> None:
    chance = Random(7)  # noqa: S311  no secret
    for nth in range(60):
        for entries in _turns(chance, f"i{nth:02}"):
            await log.append(entries, year=YEAR)
    assert {head.open for head in await log.heads()} == {True, False}
    for head in await log.heads():
        incident = Incident(head.stream, [each.entry for each in await log.read(head.stream)])
        assert head.open is not incident.is_settled, incident.timeline


def _turns(chance: Random, stream: str) -> list[list[Wire]]:
    """Anything that decides whether an incident is open, in two batches."""
    made = [opened(stream=stream), closed(stream=stream, at=AT + HOUR)]
    for minutes in chance.sample(range(-30, 200), chance.randrange(1, 8)):
        at = AT + timedelta(minutes=minutes)
        seen = chance.choice([None, (), tuple(each.id for each in made)])
        turn = chance.choice([opened, closed, reopened, follow_up_added, promised, begun, settled])
        made.append(settled(stream=stream, at=at, seen=seen) if turn is settled
                    else turn(stream=stream, at=at))  # fmt: skip
    chance.shuffle(made)
    return [made[:3], made[3:]]


# The shift log -----------------------------------------------------------------------------------


async def test_that_the_shift_logs_of_this_month_and_the_last_are_among_the_open_ones(
    log: SharedLog,
) -> None:
    today = (await log.clock()).date()
    this_month, last_month = shift_stream(today), shift_before(today)
    for stream in (this_month, last_month, "shift-2024-12", "shift-2024-13"):
        await log.append([note(stream=stream)], year=YEAR)
    # A thirteenth month is no shift log, but an incident whose opening has not come yet.
    found = [head.stream for head in await log.heads(open_only=True)]
    assert found == ["shift-2024-13", last_month, this_month]
    assert len(await log.heads()) == 4


async def test_that_a_shift_log_is_neither_numbered_nor_settled(log: SharedLog) -> None:
    stream = shift_stream((await log.clock()).date())
    await log.append(
        [note(stream=stream), opened(stream=stream), settled(stream=stream)], year=2000
    )
    [head] = await log.heads(open_only=True)
    assert (head.stream, head.number, head.seq, head.open) == (stream, "", 3, True)
    assert is_whole(await log.read(stream))


# Following ---------------------------------------------------------------------------------------


async def test_that_following_begins_with_an_empty_notice(log: SharedLog) -> None:
    async with aclosing(log.follow()) as notices:
        assert await anext(notices) == Moved(stream="", seq=0)


async def test_that_a_single_entry_comes_with_its_notice(place: Place) -> None:
    async with opened_log(place.station()) as here, opened_log(place.station()) as there:
        async with aclosing(there.follow()) as notices:
            await anext(notices)
            await here.append([note("现场")], year=YEAR)
            moved = (await until(notices, at_least("one", 1)))[-1]
        assert moved.stored == (await here.read("one"))[0]


async def test_that_all_who_follow_hear_of_every_stream(place: Place) -> None:
    async with AsyncExitStack() as stack:
        logs = [await stack.enter_async_context(opened_log(place.station())) for _ in range(4)]
        followers = [await stack.enter_async_context(aclosing(log.follow())) for log in logs]
        for notices in followers:
            await anext(notices)
        await logs[0].append([note(stream="a"), note(stream="b"), note(stream="b")], year=YEAR)
        await logs[1].append([note("x" * 9_000, stream="c")], year=YEAR)
        for notices in followers:
            heard = await until(notices, at_least("c", 1))
            assert {("a", 1), ("b", 2), ("c", 1)} <= {(m.stream, m.seq) for m in heard}


async def test_that_one_log_can_be_followed_twice(log: SharedLog) -> None:
    async with aclosing(log.follow()) as first, aclosing(log.follow()) as second:
        await anext(first)
        await anext(second)
        await log.append([note()], year=YEAR)
        await until(first, at_least("one", 1))
        await until(second, at_least("one", 1))


async def test_that_closing_ends_following(log: SharedLog) -> None:
    async with aclosing(log.follow()) as notices:
        await anext(notices)
        await log.close()
        with pytest.raises(LogAway):
            await until(notices, lambda _: False)


async def test_that_a_closed_log_says_that_it_is_away(log: SharedLog) -> None:
    await log.close()
    with pytest.raises(LogAway):
        await log.append([note()], year=YEAR)
    with pytest.raises(LogAway):
        await log.read("one")


async def test_that_a_log_can_be_opened_again(log: SharedLog) -> None:
    await log.append([note()], year=YEAR)
    await log.close()
    await log.open()
    assert len(await log.read("one")) == 1


async def test_that_closing_twice_does_no_harm(log: SharedLog) -> None:
    await log.close()
    await log.close()


# Stations ----------------------------------------------------------------------------------------


def presence(station: str) -> Presence:
    return Presence(
        station=station, name="Desk", person="Li Wei", kind="desk",
        seen=datetime(2000, 1, 1, tzinfo=UTC),
    )  # fmt: skip


async def test_that_stations_see_each_other_and_the_log_stamps_when(log: SharedLog) -> None:
    assert [seen.station for seen in await log.be_present(presence("a"))] == ["a"]
    await log.be_present(presence("a"))
    seen = await log.be_present(presence("b"))
    assert [each.station for each in seen] == ["a", "b"]
    assert all(abs(each.seen - datetime.now(UTC)) < timedelta(seconds=5) for each in seen)


async def test_that_a_station_not_seen_for_a_minute_is_left_out(lasting_place: Place) -> None:
    async with opened_log(lasting_place.station()) as log:
        await log.be_present(presence("gone"))
        lasting_place.execute("UPDATE stations SET seen = seen - 61000000")
        assert [each.station for each in await log.be_present(presence("here"))] == ["here"]


# Versions ----------------------------------------------------------------------------------------


async def test_that_a_newer_log_is_refused_with_what_to_do(lasting_place: Place) -> None:
    async with opened_log(lasting_place.station()):
        pass
    lasting_place.execute("UPDATE muster_version SET version_num = '9999'")
    with pytest.raises(LogNewer, match="Update Muster"):
        await lasting_place.station().open()


async def test_that_what_was_appended_is_there_for_the_next_program(lasting_place: Place) -> None:
    async with opened_log(lasting_place.station()) as log:
        await log.append([opened(), note()], year=YEAR)
    async with opened_log(lasting_place.station()) as log:
        assert is_whole(await log.read("one"))
        [receipt] = await log.append([note()], year=YEAR)
        assert receipt.seq == 3
