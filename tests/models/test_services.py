"""Services: dialled as the site says, told what the log knows, referenced, timed."""

from __future__ import annotations

import msgspec
import pytest

from app.models import facts as f
from app.models.call_sheet import call_sheet, prompt_label
from app.models.levels import Level
from app.models.plan import PlanService, Sign
from app.models.services import ServiceStep, services
from app.models.sitefile import read_site, site_facts
from app.models.telling import Names, tell
from app.models.text import ENGLISH, Text, say_word
from tests.builders import BEGIN, MINUTE, PEOPLE, PLAN, Play, a_site, text

POLICE = PlanService(number="110", name=text("Police"), by="guard", when=text("Violence"))
WITH_SERVICES = msgspec.structs.replace(PLAN, services=(POLICE,))
DIALS_999 = f.ServiceDefined(service="110", number="999", name=Text("Police (UK)", "英国警察"))
GATE = f.PlaceDefined(place="east", sort=f.PlaceSort.ENTRANCE, name=text("East gate"))
SITE_FILE = """\
key: small
name: {en: Small, zh: 小}
people: []
zones: []
services:
  - {key: '110', number: '999', name: {en: Police, zh: 警察}}
"""


def play() -> Play:
    made = Play(a_site(PEOPLE, DIALS_999, GATE))
    made.plan = WITH_SERVICES
    return made


def told(at: Play) -> str:
    names = Names(incident=at.incident, plan=at.plan, site=at.site)
    return tell(at.incident.timeline[-1].fact, names).phrase.english()


# The numbers are the site's --------------------------------------------------------------------


def test_that_the_site_says_what_is_dialled_and_how_it_is_called() -> None:
    at = play()
    [row] = services(at.incident, at.plan, at.site)
    assert (row.key, row.number, row.name.en) == ("110", "999", "Police (UK)")
    assert row.when == POLICE.when
    at.do(f.ServiceCalled(service="110", said="Crowd"))
    assert told(at) == "999 called by Wang Min: Crowd"


def test_that_without_the_site_the_plans_own_names_hold() -> None:
    at = play()
    at.site = a_site()
    [row] = services(at.incident, at.plan, at.site)
    assert (row.number, row.name.en) == ("110", "Police")


def test_that_a_service_of_the_site_can_be_called_although_the_plan_has_none() -> None:
    at = play()
    at.plan = PLAN
    assert [row.key for row in services(at.incident, at.plan, at.site)] == ["110"]


def test_that_a_service_no_longer_used_here_is_gone_but_stays_where_it_was_called() -> None:
    at = play()
    at.plan = PLAN
    gone = f.ServiceDefined(service="110", number="999", name=DIALS_999.name, active=False)
    at.do(gone)
    assert services(at.incident, at.plan, at.site) == []
    at.do(f.ServiceCalled(service="110"))
    assert [row.key for row in services(at.incident, at.plan, at.site)] == ["110"]
    assert at.refused(gone) == "unchanged"


@pytest.mark.parametrize(
    ("number", "code"), [("", "missing"), ("call me", "no_dial"), ("999", "unchanged")]
)
def test_that_a_number_must_be_dialled_with_digits(number: str, code: str) -> None:
    fact = f.ServiceDefined(service="110", number=number, name=DIALS_999.name)
    assert play().refused(fact) == code


# What is told, and what comes next ---------------------------------------------------------------


def sheet_of(at: Play, service: str = "110") -> dict[str, list[str]]:
    lines = call_sheet(at.incident, at.plan, at.site, service=service)
    return {line.prompt: [say_word(word, ENGLISH) for word in line.words] for line in lines}


def test_that_the_sheet_asks_for_everything_in_the_order_of_methane() -> None:
    at = play()
    lines = call_sheet(at.incident, at.plan, at.site, service="110")
    assert [line.prompt for line in lines] == [
        "major", "exact", "type", "hazards", "access", "number", "emergency",
    ]  # fmt: skip
    assert [line.label.english() for line in lines][:2] == ["What it is", "Where exactly"]
    assert say_word(prompt_label("exact"), ENGLISH) == "Where exactly"
    assert prompt_label("of a newer program") == "of a newer program"


def test_that_the_sheet_knows_what_the_log_knows() -> None:
    at = play()
    at.do(f.Amended(people=35))
    at.do(f.LevelSet(level=Level.II, reason="fire"))
    at.do(f.SignSeen(sign=Sign.FIRE, text="kiosk"))
    at.do(f.SignSeen(sign=Sign.BLOCKED_ROAD))
    at.do(f.ZoneCordoned(zone="gate"))
    at.do(f.EntranceSet(entrance="east", open=True))
    at.do(f.PeopleCounted(zone="gate", unhurt=3, slightly=2, badly=1))
    at.do(f.ServiceCalled(service="119"))
    at.do(f.CommandTaken(who="zhao", name="Zhao Lin"))
    assert sheet_of(at) == {
        "major": ["Small", "level II"],
        "exact": ["Gate"],
        "type": ["Crowd"],
        "hazards": ["Fire (kiosk)"],
        "access": ["East gate is open", "Blocked road", "Gate is cordoned"],
        "number": ["about 35 people", "1 badly hurt", "2 slightly hurt"],
        "emergency": ["119 was called", "Zhao Lin commands on site"],
    }


def test_that_the_sheet_says_in_which_zones_it_is() -> None:
    at = play()
    at.do(f.SignSeen(sign=Sign.FIRE, text="kiosk", zone="lobby"))
    at.do(f.SignSeen(sign=Sign.DAMAGE, zone="gate"))
    at.do(f.PeopleCounted(zone="lobby", slightly=1))
    at.do(f.PeopleCounted(zone="", badly=1))
    assert sheet_of(at)["exact"] == ["Gate", "Lobby"]


def test_that_the_sheet_says_who_acts_as_commander_though_nobody_took_command() -> None:
    at = play()
    at.do(f.Arrived(who="zhao"))
    assert sheet_of(at)["emergency"] == ["Zhao Lin commands on site"]


def test_that_a_sign_that_is_gone_is_no_hazard_and_counts_may_be_nobody() -> None:
    at = play()
    at.do(f.SignSeen(sign=Sign.FIRE))
    at.wait(1).do(f.SignGone(sign=Sign.FIRE))
    at.do(f.PeopleCounted(zone="gate", unhurt=3))
    sheet = sheet_of(at)
    assert sheet["hazards"] == []
    assert sheet["number"] == ["about 15 people", "nobody hurt"]


def test_that_the_sheet_and_the_reference_are_kept_with_the_call() -> None:
    at = play()
    called = f.ServiceCalled(
        service="110", said="Crowd", reference=" R7 ", sheet=(("exact", "Gate "), ("hazards", ""))
    )
    at.do(called)
    value = at.incident.service("110")
    assert (value.sheet, value.reference) == ((("exact", "Gate"),), "R7")
    assert told(at) == "999 called by Wang Min: Crowd (reference R7)"


def test_that_a_reference_follows_the_call_and_can_be_changed() -> None:
    at = play()
    reference = f.ServiceReferenced(service="110", reference="R7")
    assert at.refused(reference) == "service_not_called"
    at.do(f.ServiceCalled(service="110"))
    at.wait(1).do(reference)
    assert told(at) == "999: reference R7"
    assert at.refused(reference) == "unchanged"
    assert at.refused(f.ServiceReferenced(service="110", reference=" ")) == "missing"
    at.wait(1).do(f.ServiceReferenced(service="110", reference="R8"))
    assert at.incident.service("110").reference == "R8"


def test_that_each_service_has_its_next_step_and_is_awaited_from_the_call() -> None:
    at = play()
    steps = []
    for fact in (
        f.ServiceCalled(service="110"),
        f.ServiceArrived(service="110", units="2 cars"),
        f.ServiceLeft(service="110"),
    ):
        at.wait(1).do(fact)
        [row] = services(at.incident, at.plan, at.site)
        steps.append((row.step, row.awaited_since))
    assert steps == [
        (ServiceStep.ARRIVE, BEGIN + MINUTE), (ServiceStep.LEAVE, None), (ServiceStep.CALL, None),
    ]  # fmt: skip
    assert at.incident.service("110").units == "2 cars"


def test_that_a_site_file_says_what_is_dialled() -> None:
    reading = read_site(SITE_FILE, file="site.yaml")
    assert reading.value is not None
    assert site_facts(reading.value, "en") == (
        f.ServiceDefined(service="110", number="999", name=Text("Police", "警察")),
    )


def test_that_a_site_file_names_each_service_once() -> None:
    again = "  - {key: '110', number: '17', name: {en: Police, zh: 警察}}\n"
    reading = read_site(SITE_FILE + again, file="site.yaml")
    assert reading.value is None
    assert "services" in reading.problems[0].field
