"""What every archive promises: each incident is found by what it says, and by nothing else."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from uuid_utils import uuid7

from app.models.archive import Found, Number, Search, asked, summarise
from app.models.entry import Wire, from_wire
from app.models.facts import (
    Amended,
    CalledOut,
    Closed,
    ContactErased,
    Corrected,
    DeclaredOver,
    KnownFact,
    LevelSet,
    Note,
    Opened,
    ReceptionBegun,
    Reopened,
    RepresentativeAdded,
    raw_fact,
)
from app.models.levels import Level
from app.models.searching import prose, terms, words
from app.store import archive as shared
from app.store import archive_sqlite
from app.store.admin import forget_archive
from app.store.archive import Behind
from app.store.contacts import Contact
from app.store.log import LogAway, LogRefused, LogUnusable, SharedLog
from app.store.postgres import PostgresLog
from tests.postgres import Database
from tests.store.conftest import Place, PostgresPlace, SqlitePlace
from tests.store.conftest import opened as opened_log
from tests.store.entries import AT, YEAR, note, person_set, wire_of
from tests.store.odd import logs, odd_wire

HOUR = timedelta(hours=1)


def opening(
    stream: str, title: str = "Crowd", *, place: str = "Gate", hour: int = 0, plan: str = "crowd@1",
    level: Level = Level.IV, drill: bool = False,
) -> Wire:  # fmt: skip
    fact = Opened(plan=plan, title=title, place=place, level=level, drill=drill)
    return wire_of(fact, stream=stream, at=AT + hour * HOUR)


async def found(log: SharedLog, search: Search, *, limit: int = 100) -> list[Found]:
    while await log.beside.archive.catch_up():
        pass
    return (await log.beside.archive.search(search, limit=limit)).found


async def streams(log: SharedLog, typed: str = "", **asked_for: object) -> list[str]:
    number, typed_terms = asked(typed)
    search = Search(number=number, terms=typed_terms)
    search = msgspec.structs.replace(search, **asked_for)
    return [each.stream for each in await found(log, search)]


async def test_that_all_incidents_are_found_those_opened_last_first(log: SharedLog) -> None:
    await log.append([opening("one"), opening("two", hour=2), opening("three", hour=1)], year=YEAR)
    await log.append([person_set(), note(stream="shift-2026-11")], year=YEAR)
    assert await streams(log) == ["two", "three", "one"]


async def test_that_what_is_known_of_an_incident_comes_with_it(log: SharedLog) -> None:
    await log.append([opening("one", "Fire", drill=True), note(stream="one")], year=YEAR)
    await log.append([wire_of(Closed(), stream="one", at=AT + HOUR)], year=YEAR)
    [one] = await found(log, Search())
    assert (one.number, one.drill, one.open, one.entries) == (f"D{YEAR}-0001", True, True, 3)
    summary = one.summary
    assert (summary.title, summary.place, summary.plan) == ("Fire", "Gate", "crowd@1")
    assert (summary.opened_at, summary.closed_at) == (AT, AT + HOUR)


async def test_that_it_is_found_by_words_of_title_place_and_timeline(log: SharedLog) -> None:
    await log.append([opening("one", "办公楼聚集", place="North gate")], year=YEAR)
    await log.append([opening("two"), note("消防车已到2号楼", stream="two")], year=YEAR)
    await log.append([note("An ambulance came", stream="one")], year=YEAR)
    for typed, expected in {
        "聚集": ["one"], "north": ["one"], "消防车": ["two"], "消": ["two"], "2号楼": ["two"],
        "ambul": ["one"], "gate": ["two", "one"], "gate ambulance": ["one"], "north 消防": [],
        "消车": [], "ambulances": [],
    }.items():  # fmt: skip
        assert sorted(await streams(log, typed)) == sorted(expected), typed


async def test_that_staff_are_found_by_name_and_keys_are_not_words(log: SharedLog) -> None:
    fact = CalledOut(who="p17", name="Ma Jun", role="guard", due=AT)
    await log.append([opening("one"), wire_of(fact, stream="one")], year=YEAR)
    assert await streams(log, "Ma Jun") == ["one"]
    assert await streams(log, "p17") == await streams(log, "called_out") == []


async def test_that_tokens_of_different_entries_are_not_taken_for_the_term(log: SharedLog) -> None:
    await log.append([opening("one"), note("消防", stream="one")], year=YEAR)
    await log.append([note("防车", stream="one"), opening("two"), note("消防车", stream="two")],
                     year=YEAR)  # fmt: skip
    assert await streams(log, "消防车") == ["two"]


async def test_that_a_hit_says_where_the_words_stand(log: SharedLog) -> None:
    line = note("门口一辆消防车", stream="one", at=AT + HOUR)
    await log.append([opening("one", "消防车"), line], year=YEAR)
    [one] = await found(log, Search(terms=terms("消防")))
    assert one.hit is not None
    assert (one.hit.at, one.hit.text) == (AT + HOUR, "门口一辆消防车")


async def test_that_the_hit_is_the_first_that_says_it_however_many_look_as_if(
    log: SharedLog,
) -> None:
    """Every note has "text" in its letters, and 防车 is a part of what one says."""
    lines = [note(f"line {nth}", stream="one", at=AT + 3 * HOUR) for nth in range(60)]
    later = note("this text", stream="one", at=AT + 5 * HOUR)
    first = note("a text", stream="one", at=AT + 4 * HOUR)
    both = [note("防车", stream="one"), note("消防车", stream="one", at=AT + 9 * HOUR)]
    await log.append([opening("one", "text"), *lines, later, first, *both], year=YEAR)
    for typed, text in {
        "text": "a text", "消防车": "消防车", "消防车 text": "a text", "text line": "line 0",
        "防车": "防车", "gate": None,
    }.items():  # fmt: skip
        [one] = await found(log, Search(terms=terms(typed)))
        assert (one.hit and one.hit.text) == text, typed


async def test_that_of_many_entries_with_a_word_few_are_looked_at_and_none_by_the_loop(
    lasting_place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[threading.Thread] = []

    def looking(data: str) -> tuple[str, ...]:
        looked_at.append(threading.current_thread())
        return prose(data)

    async with opened_log(lasting_place.station()) as log:
        for nth in range(5):
            stream = f"s{nth}"
            lines = [note("消防车 came", stream=stream) for _ in range(50)]
            await log.append([opening(stream), *lines], year=YEAR)
        await streams(log)
        monkeypatch.setattr(shared, "prose", looking)
        assert len(await streams(log, "消防车 came")) == 5
    assert len(looked_at) == 5
    assert threading.main_thread() not in looked_at


async def test_that_title_and_place_can_be_searched_alone(log: SharedLog) -> None:
    await log.append([opening("one", "North"), opening("two"), note("north", stream="two")],
                     year=YEAR)  # fmt: skip
    assert await streams(log, "nor", heading_only=True) == ["one"]


async def test_that_numbers_plans_levels_times_and_drills_narrow_it(log: SharedLog) -> None:
    for wire in (
        opening("one"), opening("two", hour=5, plan="fire@2"),
        opening("three", hour=6, plan="fire_2@2", level=Level.II),
        opening("four", hour=7, drill=True),
    ):  # fmt: skip
        await log.append([wire], year=YEAR)
    await log.append([wire_of(LevelSet(level=Level.III, reason=""), stream="one")], year=YEAR)
    assert await streams(log, f"{YEAR}-0002") == ["two"]
    assert await streams(log, f"D{YEAR}-1") == ["four"]
    assert await streams(log, number=Number(False, YEAR, 9)) == []
    assert await streams(log, plan="fire") == ["two"]
    assert await streams(log, level=Level.III) == ["three", "one"]
    assert await streams(log, since=AT + 5 * HOUR, until=AT + 6 * HOUR) == ["two"]
    assert await streams(log, drill=True) == ["four"]
    assert await streams(log, drill=False) == ["three", "two", "one"]
    assert await streams(log, among=frozenset({"one", "three", "x"})) == ["three", "one"]


async def test_that_entries_are_read_of_many_incidents_at_once(log: SharedLog) -> None:
    await log.append([opening("one"), opening("two"), note(stream="one")], year=YEAR)
    await log.append([opening("three")], year=YEAR)
    found = await log.beside.archive.read(["two", "one", "none"])
    assert [(each.stream, each.kind) for each in found] == [
        ("one", "opened"), ("one", "note"), ("two", "opened"),
    ]  # fmt: skip


async def test_that_a_page_goes_on_where_the_last_one_ended(log: SharedLog) -> None:
    wires = [opening(f"s{nth:02}", hour=nth // 3) for nth in range(25)]
    await log.append(wires, year=YEAR)
    await found(log, Search())
    seen: list[str] = []
    page = await log.beside.archive.search(Search(), limit=7)
    seen += [each.stream for each in page.found]
    while page.more is not None:
        page = await log.beside.archive.search(Search(), limit=7, after=page.more)
        seen += [each.stream for each in page.found]
    assert len(seen) == len(set(seen)) == 25
    assert seen == [each.stream for each in await found(log, Search())]


async def test_that_what_was_written_since_is_found_too(log: SharedLog) -> None:
    await log.append([opening("one")], year=YEAR)
    assert await streams(log, "ambulance") == []
    await log.append([note("ambulance", stream="one")], year=YEAR)
    await log.append([wire_of(Amended(title="Smoke"), stream="one", at=AT + HOUR)], year=YEAR)
    [one] = await found(log, Search(terms=terms("ambulance")))
    assert one.summary.title == "Smoke"


async def test_that_quotes_and_signs_in_what_is_typed_do_no_harm(log: SharedLog) -> None:
    await log.append([opening("one"), note('He said "open \\ up" %_', stream="one")], year=YEAR)
    for typed in ('"open', "o'pen", "open:*", "open\\", "%", "_", "NEAR(open", "open*", "?", "$1"):
        await streams(log, typed)
    assert await streams(log, '"open') == ["one"]


ODD = (
    "{", "[1]", '"\\ud800"', '{"text":"\\u0000"}', "null", "{}",
    '{"kind":"opened","plan":null,"title":null,"place":null,"level":4}',
    '{"kind":"opened","plan":"a","title":"b","place":["c"],"level":4}',
    '{"kind":"opened","plan":"a","title":"b","place":"c","level":7}',
    '{"kind":"opened","plan":"a","title":"b","place":"c","level":"abc"}',
    '{"kind":"note","plan":"a","title":"b","place":"c","level":4}',
    '{"kind":"amended","title":7,"place":"x"}',
    '{"kind":"level_set","level":7,"reason":""}',
    '{"kind":"level_set","level":null,"reason":""}',
    '{"kind":"level_set","level":99999999999,"reason":""}',
    '{"kind":"level_set","level":4}',
    '{"kind":"corrected","entry":"ONE","reason":"","at":"infinity"}',
    '{"kind":"corrected","entry":"ONE","reason":"","at":"-infinity"}',
    '{"kind":"corrected","entry":"ONE","reason":"","at":"2026-02-30T10:00:00Z"}',
    '{"kind":"corrected","entry":"ONE","reason":"","at":"2026-11-23T10:00:00"}',
    '{"kind":"corrected","entry":"ONE","reason":"","at":7}',
    '{"kind":"corrected","entry":"ONE"}',
    '{"kind":"corrected","entry":null,"reason":""}',
)  # fmt: skip


async def test_that_what_is_no_fact_of_ours_is_no_obstacle(log: SharedLog) -> None:
    first = opening("one")
    odd = [
        odd_wire(kind, data.replace("ONE", first.id), "one")
        for kind in ("note", "opened", "amended", "corrected", "level_set")
        for data in ODD
    ]
    await log.append([first, *odd, note("ambulance", stream="one")], year=YEAR)
    assert await streams(log, "ambulance") == ["one"]
    [one] = await found(log, Search(terms=terms("crowd")))
    assert one.summary == summarise("one", [from_wire(each) for each in (first, *odd)])
    assert (one.summary.title, one.summary.level) == ("Crowd", Level.IV)


async def test_that_what_follows_something_odd_still_counts(log: SharedLog) -> None:
    odd = odd_wire("level_set", '{"kind":"level_set","level":"abc","reason":""}', "one")
    later = wire_of(LevelSet(level=Level.II, reason=""), stream="one", at=AT + HOUR)
    await log.append([opening("one"), odd, later], year=YEAR)
    [one] = await found(log, Search())
    assert one.summary.level is Level.II


@pytest.mark.parametrize("at", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"])
async def test_that_a_time_outside_the_calendar_is_no_obstacle(log: SharedLog, at: str) -> None:
    first = opening("one")
    fact = '{"kind":"opened","plan":"a","title":"b","place":"c","level":4}'
    data = f'{{"kind":"corrected","entry":"{first.id}","reason":"","at":"{at}","fact":{fact}}}'
    await log.append([first, opening("two"), odd_wire("corrected", data, "one")], year=YEAR)
    assert sorted(await streams(log)) == ["one", "two"]


@given(logs())
@settings(
    max_examples=60, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
async def test_that_no_entry_whatever_keeps_the_others_from_being_found(
    log: SharedLog, odd: list[Wire]
) -> None:
    stream, other = str(uuid7()), str(uuid7())
    wires = [
        msgspec.structs.replace(each, stream=stream) if each.stream == "one" else each
        for each in odd
    ]
    among = frozenset({stream, other})
    good = [opening(stream), note("ambulance", stream=stream), opening(other)]
    await log.append([*good, *wires], year=YEAR)
    await log.append([note("ambulance", stream=other)], year=YEAR)
    assert set(await streams(log, "ambulance", among=among)) == among
    assert set(await streams(log, among=among)) == among


def _bigrams(nth: int, count: int = 9_000) -> str:
    """Chinese characters whose pairs occur once, and in no other text of these."""
    return "".join(chr(0x4E00 + at * (37 + 2 * nth) % 20_000) for at in range(count))


async def test_that_no_word_is_lost_of_entries_that_have_very_many(log: SharedLog) -> None:
    """More than fill one vector of the database, in one entry or in several together."""
    texts = [_bigrams(nth) for nth in range(30)]
    many = msgspec.json.encode({"kind": "note", "text": texts[:20]}).decode()
    wires = [opening("one"), odd_wire("note", many, "one"), opening("two")]
    await log.append([*wires, *(note(text, stream="two") for text in texts)], year=YEAR)
    assert sorted(await streams(log, "crowd")) == ["one", "two"]
    for nth, text in enumerate(texts):
        for at in (1_000, 8_000):
            expected = ["one", "two"] if nth < 11 else ["two"]  # 100,000 characters
            assert sorted(await streams(log, text[at : at + 3])) == expected, (nth, at)


async def test_that_a_very_long_entry_is_found(log: SharedLog) -> None:
    text = " ".join(f"word{nth}" for nth in range(60_000))
    wires = [opening("one"), note(text, stream="one"), note(text.upper(), stream="one")]
    await log.append(wires, year=YEAR)
    assert await streams(log, "word77") == ["one"]


async def test_that_a_closed_log_says_so(place: Place) -> None:
    log = place.station()
    async with opened_log(log):
        await streams(log)
    with pytest.raises(LogAway):
        await log.beside.archive.search(Search())
    with pytest.raises(LogAway):
        await log.beside.archive.catch_up()
    async with opened_log(log):
        assert await streams(log) == []


async def test_that_two_who_search_at_once_take_everything_in_once(
    lasting_place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_sqlite, "PORTION", 7)
    async with (
        opened_log(lasting_place.station()) as one,
        opened_log(lasting_place.station()) as two,
    ):
        for nth in range(20):
            stream = f"s{nth % 5}"
            await one.append([opening(stream), note(f"ambulance{nth}", stream=stream)], year=YEAR)
        await asyncio.gather(*(found(log, Search()) for log in (one, two, one)))
        assert len(await found(two, Search(terms=terms("ambulance")))) == 5
        assert await streams(two, "ambulance17") == ["s2"]


async def test_that_the_first_searches_may_come_all_at_once(log: SharedLog) -> None:
    await log.append([opening("one")], year=YEAR)
    answers = await asyncio.gather(*(streams(log, "crowd") for _ in range(5)))
    assert answers == [["one"]] * 5


async def test_that_a_search_that_was_cancelled_leaves_the_archive_working(log: SharedLog) -> None:
    await log.append([opening("one")], year=YEAR)
    searching = asyncio.ensure_future(streams(log, "crowd"))
    await asyncio.sleep(0)
    searching.cancel()
    await asyncio.gather(searching, return_exceptions=True)
    assert await streams(log, "crowd") == ["one"]


async def test_that_ending_a_search_ends_nothing_else_that_is_read(log: SharedLog) -> None:
    """Somebody types in the archive while statistics are reckoned."""
    lines = [note(f"line {nth}", stream="one") for nth in range(4_999)]
    await log.append([opening("one"), *lines], year=YEAR)
    await streams(log)
    archive = log.beside.archive
    reading = [asyncio.ensure_future(archive.read(["one"])) for _ in range(5)]
    while not all(each.done() for each in reading):
        searching = asyncio.ensure_future(archive.search(Search(terms=terms("line"))))
        await asyncio.sleep(0.001)
        searching.cancel()
        await asyncio.wait([searching])
    assert [len(each.result()) for each in reading] == [5_000] * 5
    assert await streams(log, "crowd") == ["one"]


FACTS: st.SearchStrategy[KnownFact] = st.one_of(
    st.builds(Opened, plan=st.sampled_from(["a@1", "b@2"]), title=st.sampled_from("xyz"),
              place=st.sampled_from("pq"), level=st.sampled_from(Level)),
    st.builds(Amended, title=st.sampled_from([None, "t"]), place=st.sampled_from([None, "u"])),
    st.builds(LevelSet, level=st.sampled_from(Level), reason=st.just("")),
    st.builds(DeclaredOver), st.builds(Closed), st.builds(Reopened, reason=st.just("")),
    st.builds(Note, text=st.just("n")),
)  # fmt: skip


@st.composite
def courses(draw: st.DrawFn) -> list[Wire]:
    """Facts of the course in any order of times, and corrections of some of them."""
    made = draw(st.lists(st.tuples(FACTS, st.integers(0, 5)), min_size=1, max_size=8))
    wires = [wire_of(fact, stream="one", at=AT + hour * HOUR) for fact, hour in made]
    for _ in range(draw(st.integers(0, 4))):
        instead = draw(st.none() | FACTS)
        at = draw(st.none() | st.integers(0, 5))
        fact = Corrected(
            entry=draw(st.sampled_from(wires)).id, reason="",
            fact=raw_fact(instead),
            at=None if at is None else AT + at * HOUR,
        )  # fmt: skip
        wires.append(wire_of(fact, stream="one", at=AT + draw(st.integers(0, 5)) * HOUR))
    return wires


@given(courses(), st.integers(1, 5))
@settings(
    max_examples=40, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
async def test_that_an_incident_is_summed_up_as_its_fold_has_it(
    log: SharedLog, course: list[Wire], portion: int
) -> None:
    """Whatever the order, in whatever portions, with corrections."""
    stream = course[0].id
    for at in range(0, len(course), portion):
        wires = [msgspec.structs.replace(each, stream=stream) for each in course[at : at + portion]]
        await log.append(wires, year=YEAR)
        [one] = await found(log, Search(among=frozenset({stream})))
        stored = await log.read(stream)
        assert one.summary == summarise(stream, (each.entry for each in stored))


@pytest.mark.postgres
async def test_that_the_database_finds_the_words_that_the_program_finds(
    postgres_database: Database,
) -> None:
    async with opened_log(PostgresLog(postgres_database.url)):
        for text in (
            "消防车 at Gate-2", "ÜBER Éa É🔥x", "，。“引号”（括号）！", "ａｂｃ１２ ｶﾅ カナ 한국어",
            "a_b-c.d/e@f", "𠀀𠀁𠀂", "·×÷¿ x²", "x" * 70, "", "\t\n ",
        ):  # fmt: skip
            quoted = text.replace("'", "''")
            told = postgres_database.sql(
                f"SELECT string_agg(w, '|') FROM muster.muster_words('{quoted}') w"  # noqa: S608
            )
            assert told == "|".join(words(text)), text


@pytest.mark.postgres
async def test_that_a_viewer_searches_and_cannot_put_anything_in(
    postgres_database: Database,
) -> None:
    async with opened_log(PostgresLog(postgres_database.url_for("recorder"))) as recorder:
        await recorder.append([opening("one")], year=YEAR)
    async with opened_log(PostgresLog(postgres_database.url_for("viewer"))) as viewer:
        assert await streams(viewer, "crowd") == ["one"]


@pytest.mark.postgres
async def test_that_a_read_only_copy_finds_what_was_taken_in_where_it_is_written(
    postgres_database: Database, postgres_standby: Database
) -> None:
    async with opened_log(PostgresLog(postgres_database.url)) as log:
        await log.append([opening("one")], year=YEAR)
        assert await streams(log) == ["one"]
    copy = PostgresLog(f"{postgres_standby.url}?target_session_attrs=any")
    async with asyncio.timeout(20), opened_log(copy):
        while not await streams(copy, "crowd"):  # until it has streamed over
            pass


@pytest.mark.postgres
async def test_that_a_read_only_copy_says_how_far_it_is_behind(
    postgres_database: Database, postgres_standby: Database
) -> None:
    copy = PostgresLog(f"{postgres_standby.url}?target_session_attrs=any")
    async with (
        asyncio.timeout(20),
        opened_log(PostgresLog(postgres_database.url)) as log,
        opened_log(copy),
    ):
        await log.append([opening("one"), note(stream="one"), opening("two")], year=YEAR)
        while len(await copy.heads()) < 2:  # until it has streamed over
            pass
        assert await streams(copy) == []
        assert await copy.beside.archive.behind() == Behind(entries=3, incidents=2)
        assert await log.beside.archive.behind() == Behind()
        assert len(await streams(log)) == 2
        while await copy.beside.archive.behind() != Behind():
            pass
        assert len(await streams(copy)) == 2


def _url(place: Place) -> str:
    if isinstance(place, SqlitePlace):
        return f"sqlite:///{place.path}"
    assert isinstance(place, PostgresPlace)
    return place.database.url


_SPOILED = (
    "UPDATE archive SET title = 'Flood', heading = 'flood', opened_at = 0;"
    "DELETE FROM archive WHERE stream = 'two';"
)


async def test_that_the_archive_is_made_anew_from_the_log(lasting_place: Place) -> None:
    async with opened_log(lasting_place.station()) as log:
        await log.append([opening("one"), opening("two", hour=1)], year=YEAR)
        await log.append([note("消防车已到", stream="one"), note("water", stream="two")], year=YEAR)
        before = await found(log, Search())
        lasting_place.execute(_SPOILED)
        assert await found(log, Search()) != before
        await forget_archive(_url(lasting_place))
        assert await found(log, Search()) == before
        assert await streams(log, "消防") == ["one"]
        assert await streams(log, "water") == ["two"]
        assert await streams(log, "flood") == []


@pytest.mark.postgres
async def test_that_who_may_not_throw_it_away_is_told_so(postgres_database: Database) -> None:
    async with opened_log(PostgresLog(postgres_database.url)) as log:
        await log.append([opening("one")], year=YEAR)
        await found(log, Search())
    with pytest.raises(LogRefused):
        await forget_archive(postgres_database.url_for("commander"))


async def test_that_where_no_log_is_none_is_begun(tmp_path: Path) -> None:
    with pytest.raises(LogUnusable):
        await forget_archive(f"sqlite:///{tmp_path}/none.db")
    assert not (tmp_path / "none.db").exists()


VISITOR = Contact(
    key="k1", stream="one", name="王芳 Wang Fang", reach="138-0013-8000 fang@example.org",
    erase_by=datetime.now(UTC) + timedelta(days=1),
)  # fmt: skip
TRACES = ("王芳", "王", "wang", "fang", "Wang Fang", "138", "0013", "138-0013-8000", "example")


async def test_that_no_search_finds_a_visitors_name(log: SharedLog) -> None:
    """Kept with a representative, changed, erased: whatever is asked, by title or timeline."""
    await log.append([opening("one"), opening("two")], year=YEAR)
    begun = ReceptionBegun(reception="r", matter="unpaid wages", people=9, unit="Unit 7")
    heard = RepresentativeAdded(reception="r", representative="v", contact=VISITOR.key)
    await log.append([wire_of(begun, stream="one"), wire_of(heard, stream="one")], year=YEAR)
    await log.beside.contacts.keep(VISITOR)
    assert await log.beside.contacts.of("one") == [VISITOR]
    for typed in (*TRACES, VISITOR.key):
        assert await streams(log, typed) == [], typed
        assert await streams(log, typed, heading_only=True) == [], typed
    await log.beside.contacts.erase(VISITOR.key)
    await log.append([wire_of(ContactErased(contact=VISITOR.key), stream="one")], year=YEAR)
    for typed in TRACES:
        assert await streams(log, typed) == [], typed
    assert await streams(log, "wages") == ["one"]


async def test_that_what_is_searched_holds_no_visitors_name(lasting_place: Place) -> None:
    async with opened_log(lasting_place.station()) as log:
        heard = RepresentativeAdded(reception="r", representative="v", contact=VISITOR.key)
        await log.append([opening("one"), wire_of(heard, stream="one")], year=YEAR)
        await log.beside.contacts.keep(VISITOR)
        assert await streams(log, "crowd") == ["one"]
    if isinstance(lasting_place, SqlitePlace):
        with closing(sqlite3.connect(lasting_place.path)) as file:
            file.execute(
                "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, archive_words, row)"
            )
            terms = file.execute("SELECT term FROM temp.words").fetchall()
            held = repr(terms) + repr(file.execute("SELECT * FROM archive").fetchall())
    else:
        assert isinstance(lasting_place, PostgresPlace)
        held = lasting_place.database.sql(
            "SELECT string_agg(a::text || w::text, ' ') FROM muster.archive a "
            "LEFT JOIN muster.archive_words w USING (incident)"
        )
    assert "crowd" in held.lower()
    assert [trace for trace in ("王芳", "fang", "138-0013") if trace in held.lower()] == []
