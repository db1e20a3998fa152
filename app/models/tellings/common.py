"""What the sentences of the timeline are made with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import msgspec

from app.models.incident import Incident
from app.models.plan import Plan
from app.models.reception import reception_follow_ups
from app.models.roll_call import TITLE
from app.models.services import dialled
from app.models.site import Site
from app.models.stand_in import NAMELESS
from app.models.tasks import owner_name
from app.models.text import Phrase, Text, Word
from app.models.zones import known_zone


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """How keys in facts are named: by the incident, its plan and the site."""

    incident: Incident
    plan: Plan | None
    site: Site

    def person(self, who: str) -> Word:
        call_out = self.incident.call_out(who)
        if call_out.name:
            return call_out.name
        if who.startswith(NAMELESS):
            return owner_name(self.plan, who.removeprefix(NAMELESS))
        person = self.site.person(who)
        return person.name if person else who

    def role(self, role: str) -> Text:
        return owner_name(self.plan, role)

    def task(self, key: str) -> Word:
        added = self.incident.task(key).text
        if added:
            return added
        return next((t.text for t in (self.plan.tasks if self.plan else ()) if t.key == key), key)

    def zone(self, key: str) -> Word:
        return known_zone(self.plan, self.site, key).name

    def phase(self, key: str) -> Word:
        phase = self.plan.phase(key) if self.plan else None
        return phase.name if phase else key

    def alarm(self, alarm: str) -> Word:
        """What an alarm is about, by its key."""
        kind, _, key = alarm.partition(":")
        match kind:
            case "roll_call" if not key:
                return TITLE
            case "call_out" | "roll_call":
                return self.person(key)
            case "task":
                return self.task(key)
            case "message":
                return self.incident.message(key).to
            case "notification":
                return self.target(key)
            case _:
                return key

    def place(self, key: str) -> Word:
        return self.site.place_name(key)

    def follow_up(self, key: str) -> Word:
        added = self.incident.follow_ups.get(key)
        if added and added.text:
            return added.text
        planned = {each.key: each.text for each in (self.plan.follow_ups if self.plan else ())}
        dated = reception_follow_ups(self.incident, self.plan)
        return (planned | {each.follow_up: each.text for each in dated}).get(key, key)

    def service(self, key: str) -> str:
        """What people here dial for it."""
        return dialled(self.site, key)

    def target(self, key: str) -> Word:
        notifications = self.plan.notifications if self.plan else ()
        return next((each.who for each in notifications if each.key == key), key)


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence, and the part of it that is set bold where it stands first."""

    phrase: Phrase
    subject: Word = ""


Teller: TypeAlias = Callable[[Any, Names], Line]


def line(template: str, subject: Word = "", **args: Word) -> Line:
    return Line(phrase=Phrase("Timeline", template, {"subject": subject, **args}), subject=subject)


def said_of(plain: str, told: str, key: str) -> Teller:
    """`plain`, or `told` where the fact's attribute says more."""

    def teller(fact: Any, names: Names) -> Line:
        del names
        said = getattr(fact, key)
        return line(told, **{key: said}) if said else line(plain)

    return teller


def of_person(plain: str, told: str = "", key: str = "") -> Teller:
    def teller(fact: Any, names: Names) -> Line:
        name = getattr(fact, "name", "") or names.person(fact.who)
        said = getattr(fact, key) if key else None
        return line(told, name, **{key: said}) if said else line(plain, name)

    return teller


def of_task(plain: str, told: str = "") -> Teller:
    def teller(fact: Any, names: Names) -> Line:
        reason = getattr(fact, "reason", "")
        task = names.task(fact.task)
        return line(told, task, reason=reason) if told and reason else line(plain, task)

    return teller


def of_zone(plain: str, told: str = "", key: str = "") -> Teller:
    def teller(fact: Any, names: Names) -> Line:
        said = getattr(fact, key) if key else None
        zone = names.zone(fact.zone)
        return line(told, zone, **{key: said}) if said else line(plain, zone)

    return teller
