"""The site's own facts: people, duty, plans and zones."""

from __future__ import annotations

import re

from app.models import facts as f
from app.models.command import Command, PublishPlan, Refusal, SetPeople
from app.models.decisions.case import missing
from app.models.decisions.drawn import decide_drawn
from app.models.decisions.messages import switch_sending
from app.models.plan import Plan, reference
from app.models.plancheck import check_plan
from app.models.refusals import refuse
from app.models.site import Person, Site

_DIALLED = re.compile(r"[0-9+*#][0-9+*# -]{0,29}")


def decide_site(site: Site, command: Command) -> list[f.KnownFact] | Refusal | None:
    """None if the command is not one of the site's."""
    match command:
        case f.PersonSet():
            return _set_person(site, command)
        case SetPeople():
            return _set_people(site, command)
        case f.DutyStarted(person=key) | f.DutyEnded(person=key):
            return _duty(site, command, key)
        case PublishPlan(document=document) | f.PlanPublished(document=document):
            return _publish(site, document)
        case f.ServiceDefined():
            return _define_service(site, command)
        case f.SiteDescribed():
            return _describe(site, command)
        case f.SendingSwitched():
            return switch_sending(site, command)
        case f.ZoneDefined() | f.PlaceDefined() | f.SitePlanSet():
            return decide_drawn(site, command)
        case _:
            return None


def _set_person(site: Site, fact: f.PersonSet) -> list[f.KnownFact] | Refusal:
    refusal = missing(person=fact.person, name=fact.name)
    if refusal:
        return refusal
    for person in site.people.values():
        if fact.active and fact.badge and person.badge == fact.badge and person.key != fact.person:
            return refuse("badge_taken", badge=fact.badge, name=person.name)
    return [fact]


def _set_people(site: Site, command: SetPeople) -> list[f.KnownFact] | Refusal:
    """Each is looked at with those before it: badges may go from one to another."""
    after = dict(site.people)
    for fact in command.people:
        refusal = missing(person=fact.person, name=fact.name)
        if refusal:
            return refusal
        after[fact.person] = Person(key=fact.person, name=fact.name, badge=fact.badge)
    holders: dict[str, Person] = {}
    for person in after.values():
        holder = holders.setdefault(person.badge, person)
        if person.badge and holder is not person:
            return refuse("badge_taken", badge=person.badge, name=holder.name)
    unknown = next((key for key in (*command.on_duty, *command.off_duty) if key not in after), None)
    if unknown is not None:
        return refuse("unknown_person", who=unknown)
    on = {key for key, person in site.people.items() if person.on_duty}
    facts: list[f.KnownFact] = [
        *command.people,
        *(f.DutyStarted(person=key) for key in command.on_duty if key not in on),
        *(f.DutyEnded(person=key) for key in command.off_duty if key in on),
    ]
    return facts or refuse("unchanged")


def _define_service(site: Site, fact: f.ServiceDefined) -> list[f.KnownFact] | Refusal:
    refusal = missing(service=fact.service, number=fact.number, name=fact.name.en or fact.name.zh)
    if refusal:
        return refusal
    if not _DIALLED.fullmatch(fact.number):
        return refuse("no_dial", number=fact.number)
    now = site.services.get(fact.service)
    same = (now.number, now.name) == (fact.number, fact.name) if now else not fact.active
    return refuse("unchanged") if same and fact.active is (now is not None) else [fact]


def _describe(site: Site, fact: f.SiteDescribed) -> list[f.KnownFact] | Refusal:
    if fact.phone and not _DIALLED.fullmatch(fact.phone):
        return refuse("no_dial", number=fact.phone)
    now = site.description
    same = (now.name, now.address, now.phone) == (fact.name, fact.address, fact.phone)
    return refuse("unchanged") if same else [fact]


def _duty(site: Site, fact: f.KnownFact, key: str) -> list[f.KnownFact] | Refusal:
    person = site.people.get(key)
    if person is None:
        return refuse("unknown_person", who=key)
    if isinstance(fact, f.DutyStarted) and person.on_duty_since:
        return refuse("on_duty", name=person.name, at=person.on_duty_since)
    if isinstance(fact, f.DutyEnded) and not person.on_duty:
        return refuse("not_on_duty", name=person.name)
    return [fact]


def _publish(site: Site, document: Plan) -> list[f.KnownFact] | Refusal:
    """A plan that could not be run as it stands is not published, wherever it comes from."""
    finding = next(check_plan(document), None)
    if finding:
        return refuse("unfit_plan", field=finding.field, why=finding.message)
    published = f.PlanPublished(ref=reference(document), document=document)
    return refuse("unchanged") if published.ref in site.plans else [published]
