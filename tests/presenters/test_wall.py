"""What the wall shows: the worst first, in turn or beside each other, fresh or stale, and whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest

from app.models import facts as f
from app.models.alarms import AlarmKind, Duty
from app.models.levels import Level
from app.models.text import Text
from app.presenters.alarms import alarm_line
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.wall_counting import wall_elapsed
from app.presenters.wall_incident import Shown
from app.presenters.wall_naming import one_of
from app.presenters.wall_roster import Place
from app.station.station import Station
from app.station.wall_screen import Arrangement, WallScreen
from tests.desk_harness import BEGIN, Stage
from tests.wall_harness import Watched

SECOND = timedelta(seconds=1)
Watch = Callable[..., Watched]


@pytest.fixture
def here(stage: Stage) -> Station:
    return stage.station()


@pytest.fixture
def watch(stage: Stage, here: Station) -> Iterator[Watch]:
    made: list[Watched] = []

    def begin(screen: WallScreen | None = None, zone: tzinfo = UTC) -> Watched:
        made.append(Watched(stage, here, screen, zone=zone))
        return made[-1]

    yield begin
    for each in made:
        each.close()


# Which incidents --------------------------------------------------------------------------------


def test_that_the_worst_incident_is_shown_and_a_worse_one_takes_its_place(
    stage: Stage, here: Station, watch: Watch
) -> None:
    first = stage.open(here)
    wall = watch(WallScreen(arrangement=Arrangement.ONE))
    assert wall.screen.shown == (first,)
    worse = stage.open(here, level=Level.II)
    assert wall.screen.shown == (worse,)
    drill = stage.open(here, level=Level.I, drill=True)
    assert wall.screen.shown == (worse,)
    assert wall.wall.order == (worse, first, drill)


def test_that_the_incident_that_was_named_is_shown_whatever_else_there_is(
    stage: Stage, here: Station, watch: Watch
) -> None:
    first = stage.open(here)
    stage.until(lambda: here.heads.get(first) and here.heads[first].number, "a number")
    number = here.heads[first].number
    stage.open(here, level=Level.I)
    wall = watch(WallScreen(arrangement=Arrangement.ONE, incident=number))
    assert wall.screen.shown == (first,)


def test_that_the_incident_that_was_named_is_shown_once_it_has_its_number(
    stage: Stage, here: Station, watch: Watch
) -> None:
    """Opened while the log was away, it has none at first."""
    stage.open(here, level=Level.I)
    wall = watch(WallScreen(arrangement=Arrangement.ONE, incident="2026-0002"))
    named = stage.open(here)
    stage.until(lambda: here.heads.get(named) and here.heads[named].number, "a number")
    assert here.heads[named].number == "2026-0002"
    assert wall.screen.shown == (named,)


def test_that_several_are_shown_in_turn_and_the_foot_counts_what_is_overdue_elsewhere(
    stage: Stage, here: Station, watch: Watch
) -> None:
    first, second = stage.open(here, level=Level.II), stage.open(here)
    wall = watch(WallScreen(turn=15))
    assert wall.screen.shown == (first,)
    assert wall.screen.foot.middle == "1 of 2"
    wall.wait(15 * SECOND)
    assert wall.screen.shown == (second,)
    wall.wait(15 * SECOND)
    assert wall.screen.shown == (first,)
    wall.wait(4 * SECOND + timedelta(minutes=1))
    assert "overdue" in wall.screen.foot.middle
    assert wall.screen.foot.middle_severity is Severity.OVERDUE


def test_that_a_mosaic_has_twenty_and_says_how_many_more_there_are(
    stage: Stage, here: Station, watch: Watch
) -> None:
    for nth in range(22):
        stage.open(here, title=f"Crowd {nth}")
    wall = watch(WallScreen(arrangement=Arrangement.MOSAIC))
    assert len(wall.screen.shown) == 20
    assert wall.screen.is_mosaic
    assert wall.screen.foot.middle.startswith("and 2 more")


def test_that_what_is_closed_leaves_the_wall_and_the_calm_is_shown(
    stage: Stage, here: Station, watch: Watch
) -> None:
    stream = stage.open(here)
    wall = watch()
    for who, call_out in here.incidents[stream].call_outs.items():
        if call_out.state.is_awaited:
            stage.do(here, stream, f.Excused(who=who, reason="not needed"))
    stage.do(here, stream, f.DeclaredOver(reason="over", despite="drill"))
    assert wall.one().head.status == "declared over"
    stage.do(here, stream, f.Closed(summary="done"))
    assert wall.screen.shown == ()
    assert wall.screen.calm.title == "No incident"
    assert any("Zhao Lin" in group.people for group in wall.screen.calm.groups)


def test_that_an_incident_opened_elsewhere_ends_the_calm_at_once(
    stage: Stage, watch: Watch
) -> None:
    there = stage.station("Desk 2", "Zhao Lin")
    wall = watch()
    assert wall.screen.shown == ()
    stream = stage.open(there)
    stage.until(lambda: wall.screen.shown == (stream,), "the incident")


# What of it -------------------------------------------------------------------------------------


def test_that_the_roster_fills_and_counts_down(stage: Stage, here: Station, watch: Watch) -> None:
    stream = stage.open(here)
    wall = watch()
    roster = wall.one().roster
    assert roster.title == "Coming"
    awaited = [row for row in roster.rows if row.due]
    assert [row.due for row in awaited] == sorted(row.due for row in awaited if row.due)
    before = sum(slot.place is Place.HERE for slot in roster.slots)
    stage.do(here, stream, f.Arrived(who=awaited[0].key))
    after = wall.one().roster
    assert sum(slot.place is Place.HERE for slot in after.slots) == before + 1
    assert len(after.slots) == len(roster.slots)
    assert after.rows[-1].title == awaited[0].title
    assert after.rows[-1].told.startswith("✓")


def test_that_places_nobody_fills_stand_in_the_roster(
    stage: Stage, here: Station, watch: Watch
) -> None:
    stream = stage.open(here)
    who = next(w for w, c in here.incidents[stream].call_outs.items()
               if c.state.is_awaited and not w.startswith("role:"))  # fmt: skip
    wall = watch()
    stage.do(here, stream, f.Excused(who=who, reason="ill"))
    assert any("instead of" in " ".join(row.about) for row in wall.one().roster.rows)


def test_that_the_overdue_band_names_the_worst_and_calm_says_what_is_next(
    stage: Stage, here: Station, watch: Watch
) -> None:
    stage.open(here)
    wall = watch()
    assert wall.one().alarms(stage.clock.wall()).title == "Nothing overdue"
    assert wall.one().alarms(stage.clock.wall()).told[0].startswith("next: ")
    wall.wait(timedelta(minutes=2))
    alarms = wall.one().alarms(stage.clock.wall())
    assert alarms.late > 0
    assert alarms.severity is Severity.OVERDUE
    assert "late" in alarms.told[0]


def test_that_the_latest_entry_is_what_was_told_last_with_both_its_times(
    stage: Stage, here: Station, watch: Watch
) -> None:
    stream = stage.open(here)
    wall = watch()
    stage.clock.move(timedelta(minutes=10))
    stage.do(here, stream, f.Note(text="gate shut"), at=stage.clock.wall() - timedelta(minutes=7))
    latest = wall.one().latest.entries[0]
    assert latest.text == "gate shut"
    assert latest.time == "06:05"
    assert latest.mark == "written 06:12"


def test_that_a_corrected_entry_is_struck(stage: Stage, here: Station, watch: Watch) -> None:
    stream = stage.open(here)
    wall = watch()
    note = stage.do(here, stream, f.Note(text="two cars")).entries[0]
    stage.do(here, stream, f.Corrected(entry=note.id, reason="wrong"))
    struck = [entry for entry in wall.one().latest.entries if entry.struck]
    assert [entry.key for entry in struck] == [note.id]


def test_that_only_zones_in_hand_are_listed(stage: Stage, here: Station, watch: Watch) -> None:
    stream = stage.open(here)
    wall = watch()
    assert wall.one().zones.rows == ()
    zone = next(iter(here.site.zones))
    stage.do(here, stream, f.ZoneCordoned(zone=zone))
    (row,) = wall.one().zones.rows
    assert row.chip == "cordoned"
    assert any(item.severity is Severity.OVERDUE for item in wall.one().plan.items)


# Fresh or stale ---------------------------------------------------------------------------------


def test_that_silence_shows_as_stale_before_five_seconds_and_heals_by_itself(
    stage: Stage, here: Station, watch: Watch
) -> None:
    stage.open(here)
    wall = watch()
    stage.until(lambda: not here.connection.is_stale(here.now()))
    wall.wait(timedelta(0))
    assert not wall.wall.link.stale
    stage.run(stage.log.close())
    stage.until(lambda: wall.wall.link.stale, "stale")
    assert wall.wall.link.title == "NOT LIVE"
    wall.wait(timedelta(seconds=47))
    assert "00:47 old" in wall.wall.link.text
    stage.run(stage.log.open())
    stage.until(lambda: not wall.wall.link.stale, "healing")


def test_that_no_answer_at_all_is_stale_after_four_seconds(
    stage: Stage, here: Station, watch: Watch
) -> None:
    """Looked at once a second, that is shown within five."""
    wall = watch()
    stage.until(lambda: not here.connection.is_stale(here.now()))
    heard = here.connection.last_heard
    assert heard is not None
    passed = stage.clock.wall() - heard
    wall.wait(timedelta(seconds=3.9) - passed)
    assert not wall.wall.link.stale
    wall.wait(timedelta(seconds=0.2))
    assert wall.wall.link.stale


# Whom it names ----------------------------------------------------------------------------------


def everything(wall: Watched) -> str:
    """All that the wall says of its incident, and of the calm."""
    shown, now = wall.one(), wall.stage.clock.wall()
    return " ".join(map(str, (
        shown.head, shown.roster, shown.zones, shown.latest, shown.duties, shown.alarms(now),
        shown.plan.items, wall.screen.calm, wall.screen.foot,
    )))  # fmt: skip


def test_that_no_member_of_the_staff_is_named_where_that_is_switched_off(
    stage: Stage, here: Station, watch: Watch
) -> None:
    stage.tell(here, until=timedelta(minutes=9))
    wall = watch(WallScreen(names=False))
    wall.wait(timedelta(minutes=20))
    said = everything(wall)
    named = [person.name for person in here.site.people.values() if person.name in said]
    assert named == []
    named_again = everything(watch())
    assert any(person.name in named_again for person in here.site.people.values())


UNLISTED = "Zeng Rui"
"""Somebody of the staff whom the site does not list: typed by hand."""
TYPED: tuple[tuple[f.KnownFact, ...], ...] = (
    (f.LevelSet(level=Level.III, reason="it grows", decided_by=UNLISTED),),
    (f.ZoneEvacuating(zone="tower_a"), f.PartConfirmed(zone="tower_a", part="f1", by=UNLISTED)),
    (f.ZoneEvacuating(zone="forecourt"), f.ZoneEmpty(zone="forecourt"),
     f.ZoneConfirmed(zone="forecourt", by=UNLISTED)),
    (f.ServiceCalled(service="110", called_by=UNLISTED),),
    (f.PostTaken(post="gate", who="zeng", name=UNLISTED),),
    (f.Notified(target="manager", name=UNLISTED),),
    (f.TaskAdded(task="t", text="Count keys", owner=UNLISTED),),
    (f.TaskAdded(task="t", text="Count keys"), f.TaskReassigned(task="t", owner=UNLISTED)),
    (f.CommandTaken(who="zeng", name=UNLISTED),),
    (f.CommandHandedOver(who="zhu", name=UNLISTED, from_name=UNLISTED),),
)  # fmt: skip


@pytest.mark.parametrize("facts", TYPED, ids=lambda facts: facts[-1].kind)
def test_that_a_name_typed_by_hand_is_not_shown_where_names_are_switched_off(
    stage: Stage, here: Station, watch: Watch, facts: tuple[f.KnownFact, ...]
) -> None:
    stream = stage.open(here)
    wall, naming = watch(WallScreen(names=False)), watch()
    [entry] = [stage.do(here, stream, fact).entries[0] for fact in facts][-1:]
    assert UNLISTED not in everything(wall)
    assert UNLISTED in everything(naming)
    again = f.Corrected(entry=entry.id, reason="typed twice", fact=f.raw_fact(facts[-1]))
    stage.do(here, stream, again)
    assert UNLISTED not in everything(wall)


def test_that_a_task_for_a_role_or_a_group_says_for_whom_it_is_also_without_names(
    stage: Stage, here: Station, watch: Watch
) -> None:
    stream = stage.open(here)
    wall = watch(WallScreen(names=False))
    stage.do(here, stream, f.TaskAdded(task="t", text="Count keys", owner="logistics"))
    assert wall.one().latest.entries[0].text.startswith("Count keys: new task for Logistics")


def test_that_a_name_is_a_word_and_not_a_part_of_one(stage: Stage, watch: Watch) -> None:
    """The author Li is not in the lift."""
    here = stage.station("other", person="Li")
    stream = stage.open(here)
    wall = Watched(stage, here, WallScreen(names=False))
    stage.do(here, stream, f.Note(text="Lift stuck, Liu is in it; Li's key fits，由Li确认"))
    said = wall.one().latest.entries[0].text
    wall.close()
    assert said == ("Lift stuck, Liu is in it; a colleague's key fits，由a colleague确认")


def test_that_of_two_chinese_names_the_longer_is_found_first() -> None:
    names = one_of(["王敏", "王敏华"])
    assert names is not None
    assert names.sub("某人", "由王敏华与王敏确认") == "由某人与某人确认"


def test_that_of_visitors_only_their_number_is_told(
    stage: Stage, here: Station, watch: Watch
) -> None:
    stream = stage.open(here)
    wall = watch()
    secret = "Liu Fang"
    for fact in (
        f.ReceptionBegun(reception="r", matter=f"wages of {secret}", unit=f"home of {secret}"),
        f.ReceptionAmended(reception="r", matter=f"wages of {secret}, again"),
        f.MatterAnswered(reception="r", text=f"{secret} will hear"),
        f.Promised(follow_up="p", reception="r", text=f"call {secret}", owner="order",
                   due=stage.clock.wall() + timedelta(days=1)),
        f.FedBack(follow_up="p", to=secret, text=f"told {secret}"),
        f.ReceptionEnded(reception="r", outcome=f"{secret} content"),
    ):  # fmt: skip
        stage.do(here, stream, fact)
    told = [entry.text for entry in wall.one().latest.entries]
    assert "Reception of visitors begun" in told
    assert not any(secret in text for text in told)
    begun = next(e for e in here.incidents[stream].timeline if e.kind == "reception_begun")
    stage.do(here, stream, f.Corrected(entry=begun.id, reason="typed twice"))
    assert secret not in everything(wall)


VISITOR = "Liu Fang"
EVERYWHERE: tuple[f.KnownFact, ...] = (
    f.ReceptionBegun(reception="r", matter=f"wages of {VISITOR}", unit=f"home of {VISITOR}"),
    f.ReceptionAmended(reception="r", matter=f"{VISITOR}, again", unit=VISITOR),
    f.RepresentativeAdded(reception="r", representative="one"),
    f.RepresentativeLeft(reception="r", representative="one"),
    f.MatterAnswered(reception="r", text=f"{VISITOR} will hear"),
    f.Promised(follow_up="p", reception="r", text=f"call {VISITOR}", owner="order",
               due=BEGIN + timedelta(days=1)),
    f.FollowUpAdded(follow_up="q", text=f"visit {VISITOR}", owner="order",
                    due=BEGIN + timedelta(days=1)),
    f.FollowUpDueSet(follow_up="q", due=BEGIN + timedelta(days=2), reason=f"{VISITOR} is away"),
    f.FollowUpReassigned(follow_up="q", owner="logistics", reason=f"{VISITOR} asked"),
    f.Chased(follow_up="q", said=f"{VISITOR} waits", who=VISITOR),
    f.FedBack(follow_up="p", to=VISITOR, text=f"told {VISITOR}"),
    f.FollowUpDone(follow_up="q", result=f"{VISITOR} visited"),
    f.FollowUpUndone(follow_up="q", reason=f"{VISITOR} was out"),
    f.FollowUpDropped(follow_up="q", reason=f"{VISITOR} moved"),
    f.ReceptionEnded(reception="r", outcome=f"{VISITOR} content"),
    f.Attached(sha256="0" * 64, name=f"{VISITOR}.jpg", media_type="image/jpeg", size=9,
               text=f"{VISITOR} at the gate"),
    f.ServiceCalled(service="120", said=f"{VISITOR}, 61, fell", called_by="Wang Min",
                    sheet=(("casualties", VISITOR),)),
    f.Notified(target="manager", said=f"{VISITOR} is hurt"),
)  # fmt: skip


def test_that_no_name_of_the_public_is_shown_wherever_it_was_recorded(
    stage: Stage, here: Station, watch: Watch
) -> None:
    stream = stage.open(here)
    wall = watch()
    for fact in EVERYWHERE:
        stage.do(here, stream, fact)
        assert VISITOR not in everything(wall), fact.kind
    wall.wait(timedelta(days=3))
    assert VISITOR not in everything(wall)
    for entry in list(here.incidents[stream].timeline):
        if isinstance(entry.fact, EVERYWHERE_SORTS):
            amended = f.raw_fact(entry.fact)
            again = f.Corrected(entry=entry.id, reason=f"not {VISITOR}", fact=amended)
            stage.do(here, stream, again)
            assert VISITOR not in everything(wall), entry.kind


EVERYWHERE_SORTS = tuple({type(fact) for fact in EVERYWHERE})


def test_that_the_words_of_a_note_go_once_it_is_struck(
    stage: Stage, here: Station, watch: Watch
) -> None:
    """So a name that was typed by mistake can be taken from the wall."""
    stream = stage.open(here)
    wall = watch()
    note = stage.do(here, stream, f.Note(text=f"{VISITOR} is at the gate")).entries[0]
    assert VISITOR in everything(wall)
    stage.do(here, stream, f.Corrected(entry=note.id, reason="a name"))
    assert VISITOR not in everything(wall)
    assert [e.text for e in wall.one().latest.entries[:2]] == ["A note was struck", "Note"]


def test_that_a_deadline_of_another_day_says_which() -> None:
    duty = Duty(kind=AlarmKind.NOTIFICATION, key="k", about=Text("Leadership", ""), due=BEGIN,
                role=Text("", ""))  # fmt: skip
    reader = QtReader("en", UTC)
    assert alarm_line(duty, BEGIN + SECOND, reader) == "Leadership not told, due 06:02"
    late = alarm_line(duty, BEGIN + timedelta(days=1), reader)
    assert late == "Leadership not told, due 11-23 06:02"


# Midnight, and clocks that are put back ------------------------------------------------------


def test_that_past_midnight_what_was_told_yesterday_says_its_day(
    stage: Stage, here: Station, watch: Watch
) -> None:
    stream = stage.open(here)
    wall = watch()
    stage.do(here, stream, f.Note(text="gate shut"))
    assert (wall.one().latest.entries[0].time, wall.one().latest.entries[0].text) == (
        "06:02", "gate shut")  # fmt: skip
    told: list[object] = []
    wall.one().changed.connect(told.append)
    wall.wait(timedelta(hours=17, minutes=57))
    told.clear()
    wall.wait(timedelta(minutes=1))
    assert Shown.LATEST in told
    assert (wall.one().latest.entries[0].time, wall.one().latest.entries[0].text) == (
        "11-23", "06:02 gate shut")  # fmt: skip
    assert "last change 11-23 06:02:11" in wall.wall.link.foot or wall.wall.link.stale
    stage.do(here, stream, f.Note(text="quiet"))
    assert wall.one().latest.entries[0].time == "00:00"


BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("before", "first", "then"),
    [
        (datetime(2026, 10, 25, 0, 59, 59, tzinfo=UTC), "02:59:59", "02:00:00"),
        (datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC), "01:59:59", "03:00:00"),
    ],
    ids=["put back", "put forward"],
)  # fmt: skip
def test_that_clocks_that_are_put_back_or_forward_move_the_clock_and_no_countdown(
    stage: Stage, here: Station, watch: Watch, before: datetime, first: str, then: str
) -> None:
    stage.clock.move(before - stage.clock.wall())
    wall = watch(zone=BERLIN)
    stage.open(here)
    awaited = next(row for row in wall.one().roster.rows if row.due)
    assert awaited.due is not None
    left = awaited.due - stage.clock.wall()
    wall.wait(timedelta(0))
    assert wall.screen.foot.time == first
    wall.wait(SECOND)
    assert wall.screen.foot.time == then
    assert awaited.due - stage.clock.wall() == left - SECOND
    assert wall_elapsed(wall.one().head.opened_at, stage.clock.wall()) == "00:01"
