"""The site: people, duty, plans and zones."""

from __future__ import annotations

import msgspec

from app.models import facts as f
from app.models.command import PublishPlan
from app.models.entry import SITE
from app.models.plan import reference
from app.models.site import Site
from tests.builders import BEGIN, MINUTE, PLAN, Play, a_site, entry, person, text

NEWER = msgspec.structs.replace(PLAN, title=text("Newer"))
PUBLISH, REPUBLISH = PublishPlan(document=NEWER), PublishPlan(document=PLAN)


def test_that_people_are_added_changed_and_leave() -> None:
    play = Play()
    play.do(f.PersonSet(person="wu", name="Wu Fang", group="order", badge="B9"))
    assert play.site.people["wu"].badge == "B9"
    play.wait(1).do(f.PersonSet(person="wu", name="Wu Fang", phone="0101"))
    assert (play.site.people["wu"].badge, play.site.people["wu"].phone) == ("", "0101")
    play.wait(1).do(f.PersonSet(person="wu", name="Wu Fang", active=False))
    assert "wu" not in play.site.people
    left = play.site.person("wu")
    assert left is not None
    assert left.name == "Wu Fang"
    assert play.site.person("nobody") is None


def test_that_a_person_needs_a_key_and_a_name_and_a_badge_of_their_own() -> None:
    play = Play()
    assert play.refused(f.PersonSet(person="", name="Wu Fang")) == "missing"
    assert play.refused(f.PersonSet(person="wu", name=" ")) == "missing"
    assert play.refused(f.PersonSet(person="wu", name="Wu Fang", badge="B3")) == "badge_taken"
    play.do(f.PersonSet(person="li", name="Li Na", badge="B3", group="order"))
    play.do(f.PersonSet(person="wu", name="Wu Fang", badge="B3", active=False))


def test_that_people_go_on_and_off_duty() -> None:
    play = Play()
    assert play.refused(f.DutyEnded(person="xu")) == "not_on_duty"
    play.do(f.DutyStarted(person="xu"))
    assert play.site.people["xu"].on_duty_since == BEGIN
    assert play.wait(1).refused(f.DutyStarted(person="xu")) == "on_duty"
    play.do(f.DutyEnded(person="xu"))
    assert not play.site.people["xu"].on_duty
    assert play.refused(f.DutyStarted(person="nobody")) == "unknown_person"


def test_that_the_first_of_two_starts_of_duty_counts_and_a_change_keeps_it() -> None:
    on = f.DutyStarted(person="xu")
    site = a_site(person("xu", "Xu Qiang"))
    site.add(entry(on, BEGIN + n * MINUTE, stream=SITE) for n in (1, 2))
    site.add([entry(f.PersonSet(person="xu", name="Xu"), BEGIN + 3 * MINUTE, stream=SITE)])
    assert site.people["xu"].on_duty_since == BEGIN + MINUTE


def test_that_the_newest_version_of_a_plan_starts_incidents_and_the_old_one_stays() -> None:
    play = Play()
    assert play.refused(REPUBLISH) == "unchanged"
    play.wait(1).do(PUBLISH)
    assert list(play.site.plans) == [reference(NEWER)]
    assert play.site.plan(reference(PLAN)) == PLAN
    assert play.site.plan("other@0") is None


def test_that_an_old_version_can_be_published_again() -> None:
    play = Play()
    play.wait(1).do(PUBLISH)
    play.wait(1).do(REPUBLISH)
    assert list(play.site.plans) == [reference(PLAN)]


def test_that_a_published_plan_goes_by_its_own_fingerprint() -> None:
    play = Play()
    (fact,) = play.do(f.PlanPublished(ref="small@forged", document=NEWER))
    assert isinstance(fact, f.PlanPublished)
    assert fact.ref == reference(NEWER)


def test_that_zones_are_defined_changed_and_given_up() -> None:
    play = Play()
    play.do(f.ZoneDefined(zone="roof", name=text("Roof"), posts=("R1",)))
    assert play.site.zones["roof"].posts == ("R1",)
    play.wait(1).do(f.ZoneDefined(zone="roof", name=text("Roof"), active=False))
    assert "roof" not in play.site.zones
    assert play.refused(f.ZoneDefined(zone="", name=text("Roof"))) == "missing"
    assert play.refused(f.ZoneDefined(zone="x", name=text(""))) == "missing"


def test_that_the_site_is_written_to_its_own_stream() -> None:
    decided = Play().decide(f.DutyStarted(person="xu"))
    assert isinstance(decided, list)
    assert [draft.stream for draft in decided] == [SITE]


def test_that_what_concerns_no_site_changes_nothing() -> None:
    assert not Site([entry(f.Note(text="x"))]).people
