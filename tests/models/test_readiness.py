"""Readiness: who could fill which role at a moment, on whom it hangs, and what was drilled."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.models import facts as f
from app.models.levels import Level
from app.models.plan import Deadline, Duty, Group, LevelStep, Plan, Role, reference
from app.models.readiness import DRILL_EVERY, Drilled, PlanReadiness, readiness
from app.models.site import Site
from app.models.week import HOURS, Hour, hour_of, moments, unfilled_of, week, worst_hour
from tests.builders import entry, text

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
HOUR = timedelta(hours=1)
PLAN = Plan(
    key="crowd", title=text("Crowd"), purpose=text("p"),
    groups=(Group(key="order", name=text("Order")), Group(key="works", name=text("Works"))),
    roles=(
        Role(key="chief", name=text("Chief"), group="order", succession=0),
        Role(key="guard", name=text("Guard"), group="order", count=2),
        Role(key="engineer", name=text("Engineer"), group="works"),
    ),
    deadlines=(Deadline(within=timedelta(0), duty=Duty.ON), Deadline(within=timedelta(minutes=30))),
    levels=(LevelStep(level=Level.IV, meaning=text("m"), call=("all",)),),
)  # fmt: skip


def person(key: str, group: str = "order", *roles: str, phone: str = "1") -> f.PersonSet:
    return f.PersonSet(person=key, name=key.title(), group=group, roles=roles, phone=phone)


def a_site(*facts: f.KnownFact | tuple[int, f.KnownFact]) -> Site:
    """The plan, and facts (hour since Monday, fact)."""
    published = f.PlanPublished(ref=reference(PLAN), document=PLAN)
    told = [(0, each) if isinstance(each, f.Fact) else each for each in (published, *facts)]
    return Site(
        entry(fact, MONDAY + hour * HOUR, stream="site") for hour, fact in told
    )  # fmt: skip


def of_crowd(site: Site, hour: int = 1, **drills: datetime) -> PlanReadiness:
    at = MONDAY + hour * HOUR
    [plan] = readiness(site, at, now=at, drills=drills).plans
    return plan


FULL = (
    person("ann", "order", "chief"), person("bea"), person("cid"), person("dee"),
    person("eve", "works"), person("fay", "works"),
)  # fmt: skip


def test_that_a_role_that_nobody_holds_is_found() -> None:
    plan = of_crowd(a_site(*FULL[:4]))
    assert [(gap.role, gap.needed, gap.filled) for gap in plan.gaps] == [("engineer", 1, 0)]
    assert plan.unfilled == 1


def test_that_too_few_for_a_role_are_found() -> None:
    plan = of_crowd(a_site(FULL[0], FULL[1], *FULL[4:]))
    assert [(gap.role, gap.needed, gap.filled) for gap in plan.gaps] == [("guard", 2, 1)]


def test_that_who_is_off_duty_without_a_number_could_not_be_called() -> None:
    mute = person("eve", "works", phone="")
    site = a_site(*FULL[:4], mute, (2, f.DutyStarted(person="eve")), (8, f.DutyEnded(person="eve")))
    assert [gap.role for gap in of_crowd(site, 1).gaps] == ["engineer"]
    assert of_crowd(site, 3).gaps == ()
    assert [gap.role for gap in of_crowd(site, 9).gaps] == ["engineer"]


def test_that_who_all_depends_on_is_found() -> None:
    plan = of_crowd(a_site(*FULL))
    assert [(single.name, [role.en for role in single.roles]) for single in plan.singles] == [
        ("Ann", ["Chief"])
    ]
    plan = of_crowd(a_site(*FULL[:5]))
    assert [single.name for single in plan.singles] == ["Ann", "Eve"]


def test_that_with_enough_people_it_hangs_on_nobody() -> None:
    plan = of_crowd(a_site(*FULL, person("abe", "order", "chief")))
    assert plan.singles == ()
    assert plan.gaps == ()


def test_that_it_says_how_long_the_last_may_take() -> None:
    on_duty = [(0, f.DutyStarted(person=each.person)) for each in FULL]
    assert of_crowd(a_site(*FULL)).slowest == timedelta(minutes=30)
    assert of_crowd(a_site(*FULL, *on_duty)).slowest == timedelta(0)
    assert of_crowd(a_site()).slowest is None


def test_that_drills_are_due_every_half_year() -> None:
    site = a_site(*FULL)
    at = MONDAY + HOUR
    assert of_crowd(site).drilled is Drilled.NEVER
    assert of_crowd(site, crowd=at - DRILL_EVERY).drilled is Drilled.FINE
    assert of_crowd(site, crowd=at - DRILL_EVERY - HOUR).drilled is Drilled.OVERDUE
    assert not of_crowd(site, crowd=at).is_ready
    assert of_crowd(a_site(*FULL, person("abe", "order", "chief")), crowd=at).is_ready


def test_that_drills_that_are_not_known_are_told_so_and_not_counted_as_lacking() -> None:
    site = a_site(*FULL, person("abe", "order", "chief"))
    told = readiness(site, MONDAY + HOUR, now=MONDAY + HOUR, drills=None)
    assert [plan.drilled for plan in told.plans] == [Drilled.UNKNOWN]
    assert told.plans[0].is_ready
    assert not told.are_drills_known
    assert readiness(site, MONDAY + HOUR, now=MONDAY + HOUR, drills={}).are_drills_known


def test_that_people_without_a_number_are_listed_with_the_plans_that_call_them() -> None:
    site = a_site(*FULL, person("zoe", "works", phone=""), person("kim", "office", phone=""))
    told = readiness(site, MONDAY + HOUR, now=MONDAY, drills={}).without_number
    assert [(each.name, [plan.en for plan in each.plans]) for each in told] == [
        ("Kim", []), ("Zoe", ["Crowd"]),
    ]  # fmt: skip


def test_that_the_plan_with_most_unfilled_comes_first() -> None:
    small = Plan(**{name: getattr(PLAN, name) for name in PLAN.__struct_fields__} | {
        "key": "small", "title": text("Small"), "roles": (PLAN.roles[1],)})  # fmt: skip
    site = a_site(
        f.PlanPublished(ref=reference(small), document=small), person("bea"), person("cid")
    )
    told = readiness(site, MONDAY + HOUR, now=MONDAY, drills={})
    assert [plan.key for plan in told.plans] == ["crowd", "small"]


def test_that_the_hours_of_the_week_go_by_duty_as_it_was() -> None:
    site = a_site(
        *FULL[:4], person("eve", "works", phone=""), (8, f.DutyStarted(person="eve")),
        (16, f.DutyEnded(person="eve")),
    )  # fmt: skip
    hours = unfilled_of(week(site, MONDAY + 7 * 24 * HOUR, UTC))
    assert len(hours) == HOURS
    assert hours[7] is None  # nothing is known of duty then
    assert hours[8:16] == (0,) * 8
    assert hours[16:24] == (1,) * 8
    assert hours[167] == 1


def test_that_an_hour_is_as_bad_as_in_the_worst_of_the_last_weeks() -> None:
    mute = person("eve", "works", phone="")
    site = a_site(
        *FULL[:4], mute, (8, f.DutyStarted(person="eve")), (20, f.DutyEnded(person="eve")),
        (7 * 24 + 8, f.DutyStarted(person="eve")), (7 * 24 + 12, f.DutyEnded(person="eve")),
    )  # fmt: skip
    now = MONDAY + 14 * 24 * HOUR
    hours = list(week(site, now, UTC))
    newest = MONDAY + 7 * 24 * HOUR + HOUR / 2
    assert hours[9] == Hour(unfilled=0, at=newest + 9 * HOUR)
    assert hours[13] == Hour(unfilled=1, at=newest + 13 * HOUR)
    assert hours[13] == worst_hour(site, 13, now, UTC)


def test_that_what_is_told_of_an_hour_is_of_the_week_in_which_it_was_worst() -> None:
    mute = person("eve", "works", phone="")
    site = a_site(
        *FULL[:4], mute, (8, f.DutyStarted(person="eve")), (10, f.DutyEnded(person="eve")),
        (7 * 24 + 8, f.DutyStarted(person="eve")), (7 * 24 + 20, f.DutyEnded(person="eve")),
    )  # fmt: skip
    now = MONDAY + 14 * 24 * HOUR
    worst = list(week(site, now, UTC))[15]
    assert worst == Hour(unfilled=1, at=MONDAY + 15 * HOUR + HOUR / 2)
    [plan] = readiness(site, worst.at, now=now, drills={}).plans
    assert plan.unfilled == worst.unfilled


def test_that_moments_of_an_hour_are_past_and_weeks_apart() -> None:
    now = MONDAY + 9 * HOUR
    assert hour_of(now, UTC) == 9
    found = moments(9, now, UTC)
    assert all(moment <= now for moment in found)
    assert {b - a for a, b in zip(found[1:], found, strict=False)} == {timedelta(weeks=1)}
    assert {hour_of(moment, UTC) for moment in found} == {9}
