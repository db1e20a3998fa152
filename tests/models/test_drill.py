"""Scripted drills: what is due, what it records, and that the shipped one holds together."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.models import drill as d
from app.models import facts as f
from app.models.drillfile import read_drill
from app.models.drilltelling import Cast, Told, tell
from app.models.levels import Level
from app.models.plan import Plan
from app.models.sitefile import SiteFile, read_site, site_facts
from app.models.text import Text
from app.store.bundled import bundled_plan, example_site, scripted_drill

NOW = datetime(2026, 3, 2, 6, 2, 11, tzinfo=UTC)
PLAN = bundled_plan("office-crowd")
SITE = example_site()
DRILL = scripted_drill(PLAN, SITE)

HEAD = """\
key: small
title: {en: Small, zh: 小}
plan: office-crowd
site: example
recorder: wang_min
opening:
  title: {en: Gate, zh: 门}
  place: {en: North, zh: 北}
events:
"""


def _problems(events: str, head: str = HEAD, plan: Plan = PLAN, site: SiteFile = SITE) -> list[str]:
    reading = read_drill(head + events, file="small.yaml", plan=plan, site=site)
    return [problem.english() for problem in reading.problems]


def _cast(language: str = "en", **entries: str) -> Cast:
    names = {person.key: person.name.in_language(language) for person in SITE.people}
    return Cast(language=language, names=names, entries=entries)


def _told(event: d.DrillEvent, cast: Cast | None = None) -> Told:
    told = tell(DRILL, event, cast or _cast(), now=NOW)
    assert told is not None
    return told


def test_that_the_shipped_drill_plays_a_quarter_of_an_hour() -> None:
    assert timedelta(minutes=14) < DRILL.length < timedelta(minutes=16)
    assert len(DRILL.events) >= 60


def test_that_the_shipped_drill_shows_every_kind_of_thing_that_happens() -> None:
    shown = {type(event) for event in DRILL.events}
    assert set(d.DrillEvent.__args__) - shown == {d.Call, d.TaskSkipped}
    assert any(event.ago for event in DRILL.events)


def test_that_texts_and_names_are_in_the_language_of_the_station() -> None:
    event = d.ServiceCalled(
        at=timedelta(0), service="110", said=Text("Crowd", "人群"), caller="liu_yang", by="zhao_lin"
    )
    assert _told(event).author == "Zhao Lin"
    told = _told(event, _cast("zh_CN"))
    assert told.author == "赵琳"
    assert told.fact == f.ServiceCalled(service="110", said="人群", called_by="刘洋")


def test_that_the_recorder_says_what_nobody_else_does() -> None:
    event = d.PeopleCounted(at=timedelta(0), count=25)
    assert (_told(event).author, _told(event).fact) == ("Wang Min", f.Amended(people=25))


def test_that_a_late_entry_happened_before_it_is_told() -> None:
    event = d.Note(at=timedelta(0), ago=timedelta(seconds=90), text=Text("a", "b"))
    assert _told(event).at == NOW - timedelta(seconds=90)


def test_that_an_eta_counts_from_when_it_is_said() -> None:
    event = d.OnTheWay(at=timedelta(0), who="li_na", eta=timedelta(minutes=3))
    assert _told(event).fact == f.OnTheWay(who="li_na", eta=NOW + timedelta(minutes=3))


def test_that_a_correction_names_the_entry_of_the_note() -> None:
    event = d.Correction(at=timedelta(0), of="count", reason=Text("r", "由"), text=Text("79", "79"))
    fact = _told(event, _cast(count="entry-7")).fact
    assert isinstance(fact, f.Corrected)
    assert (fact.entry, f.corrected_fact(fact)) == ("entry-7", f.Note(text="79"))
    assert tell(DRILL, event, _cast(), now=NOW) is None


def test_that_a_call_is_left_to_the_command() -> None:
    assert tell(DRILL, d.Call(at=timedelta(0), who="li_na"), _cast(), now=NOW) is None


def test_that_every_event_of_the_shipped_drill_can_be_told_in_both_languages() -> None:
    for language in ("en", "zh_CN"):
        cast = _cast(language, count="entry-7")
        told = [tell(DRILL, event, cast, now=NOW + event.at) for event in DRILL.events]
        assert all(told)
        raised = [one.fact for one in told if one and isinstance(one.fact, f.LevelSet)]
        assert [fact.level for fact in raised] == [Level.III]


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("{at: 00:10, kind: arrived, who: li_nan}",
         "events[1].who: “li_nan” is not defined; did you mean “li_na”?"),
        ("{at: 00:10, kind: arived, who: li_na}",
         "events[1].kind: unknown key “arived”; did you mean “arrived”?"),
        ("{at: 00:10, who: li_na}", "events[1].kind: missing; add “kind: …” here"),
        ("{at: 10 s, kind: arrived, who: li_na}",
         "events[1].at: “10 s” cannot be read; write it like 02:30"),
        ("{at: 00:10, kind: cordoned, zone: tower_c}",
         "events[1].zone: “tower_c” is not defined; did you mean “tower_b”?"),
        ("{at: 00:10, kind: task_done, task: speek}",
         "events[1].task: “speek” is not defined; did you mean “speak”?"),
        ("{at: 00:10, kind: notified, target: managr}",
         "events[1].target: “managr” is not defined; did you mean “manager”?"),
        ("{at: 00:10, kind: post_taken, post: P9, who: li_na}",
         "events[1].post: “P9” is not defined; defined are: P1, P3"),
        ("{at: 00:10, kind: service_left, service: '911'}",
         "events[1].service: “911” is not defined; did you mean “119”?"),
        ("{at: 00:10, kind: call, who: li_na, role: cook}",
         "events[1].role: “cook” is not defined"),
        ("{at: 00:10, kind: arrived, who: li_na, scan: maybe}",
         "events[1].scan: “maybe” is unknown here; write one of: yes, no, true, false"),
        ("{at: 00:10, kind: arrived, who: li_na, eta: 2 min}", "events[1].eta: unknown key “eta”"),
        ("{at: 00:10, kind: note, text: {en: a}}",
         "events[1].text.zh: the Chinese is missing; add “zh: …”"),
        ("{at: 00:10, kind: confirmed, zone: tower_a, who: li_na}",
         "events[1].zone: confirmed but not empty; tell first that the zone is empty"),
        ("{at: 00:10, kind: correction, of: x, reason: {en: a, zh: b}}",
         "events[1].of: “x” is not defined; define it"),
    ],
)  # fmt: skip
def test_that_a_script_that_does_not_fit_is_told_where(event: str, said: str) -> None:
    problems = _problems(f"  - {event}\n")
    assert len(problems) == 1
    assert problems[0].startswith(f"small.yaml:10: {said}")


def test_that_events_are_in_order_of_time_and_named_once() -> None:
    note = "  - {at: 00:%d, kind: note, key: n, text: {en: a, zh: b}}\n"
    assert _problems(note % 20 + note % 10) == [
        "small.yaml:11: events[2].at: 00:10 after 00:20; put them in order of time",
        "small.yaml:11: events[2].key: the same as in events[1]; each must be different",
    ]


def test_that_a_script_is_for_one_plan_and_one_site() -> None:
    head = HEAD.replace("office-crowd", "office").replace("example", "other")
    problems = _problems("  - {at: 00:10, kind: people, count: 3}\n", head)
    assert [said.split(": ")[1] for said in problems] == ["plan", "site"]


def test_that_a_level_that_the_plan_lacks_is_a_problem() -> None:
    blank = bundled_plan("blank")
    event = "  - {at: 00:10, kind: level_set, level: II, reason: {en: a, zh: b}}\n"
    said = _problems(event, HEAD.replace("office-crowd", "blank"), plan=blank)
    assert said == ["small.yaml:10: events[1].level: the plan has no level II"]


def test_that_a_site_becomes_people_duty_and_zones() -> None:
    facts = site_facts(SITE, "zh_CN")
    people = [fact for fact in facts if isinstance(fact, f.PersonSet)]
    assert len(people) == 69
    assert people[0].name == "陈伟"
    assert sum(isinstance(fact, f.DutyStarted) for fact in facts) == 42
    assert sum(isinstance(fact, f.ZoneDefined) for fact in facts) == 7


def test_that_numbers_and_badges_of_the_example_are_made_up_and_their_own() -> None:
    assert all(not person.phone or person.phone.startswith("000-") for person in SITE.people)
    assert len({person.badge for person in SITE.people}) == len(SITE.people)


def test_that_two_people_cannot_share_a_badge() -> None:
    person = "  - {key: %s, name: {en: a, zh: b}, group: order, roles: [guard], badge: B1}\n"
    text = "key: s\nname: {en: a, zh: b}\nzones: []\npeople:\n" + person % "a" + person % "b"
    reading = read_site(text, file="site.yaml")
    assert [problem.english() for problem in reading.problems] == [
        "site.yaml:6: people[2].badge: the same as in people[1]; each must be different"
    ]
