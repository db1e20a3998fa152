"""The timeline in words: one sentence for each kind of entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from app.models import facts as f
from app.models.incident import Incident
from app.models.plan import Plan
from app.models.site import Site
from app.models.tasks import owner_name
from app.models.text import QT_TRANSLATE_NOOP, Phrase, Text, Word


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """How keys in facts are named: by the incident, its plan and the site."""

    incident: Incident
    plan: Plan | None
    site: Site

    def person(self, who: str) -> Word:
        call_out = self.incident.call_out(who)
        if call_out.name:
            return call_out.name
        if who.startswith("role:"):
            return owner_name(self.plan, who.removeprefix("role:"))
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
        zone = self.site.zones.get(key)
        if zone:
            return zone.name
        return next((z.name for z in (self.plan.zones if self.plan else ()) if z.key == key), key)

    def target(self, key: str) -> Word:
        notifications = self.plan.notifications if self.plan else ()
        return next((each.who for each in notifications if each.key == key), key)


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence, and the part of it that is set bold where it stands first."""

    phrase: Phrase
    subject: Word = ""


_Teller = Callable[[Any, Names], Line]


def tell(fact: f.AnyFact, names: Names) -> Line:
    teller = _TELLERS.get(type(fact))
    if teller is None:
        kind = Phrase("Timeline", _UNKNOWN, {"kind": fact.kind})
        return Line(phrase=kind)
    return teller(fact, names)


_UNKNOWN = QT_TRANSLATE_NOOP("Timeline", "An entry of a newer program: {kind}")


def _line(template: str, subject: Word = "", **args: Word) -> Line:
    return Line(phrase=Phrase("Timeline", template, {"subject": subject, **args}), subject=subject)


def _with(plain: str, told: str, key: str) -> _Teller:
    """`plain`, or `told` where the fact's attribute says more."""

    def teller(fact: Any, names: Names) -> Line:
        del names
        said = getattr(fact, key)
        return _line(told, **{key: said}) if said else _line(plain)

    return teller


def _person(plain: str, told: str = "", key: str = "") -> _Teller:
    def teller(fact: Any, names: Names) -> Line:
        name = getattr(fact, "name", "") or names.person(fact.who)
        said = getattr(fact, key) if key else None
        return _line(told, name, **{key: said}) if said else _line(plain, name)

    return teller


def _about_task(plain: str, told: str = "") -> _Teller:
    def teller(fact: Any, names: Names) -> Line:
        reason = getattr(fact, "reason", "")
        task = names.task(fact.task)
        return _line(told, task, reason=reason) if told and reason else _line(plain, task)

    return teller


def _about_zone(plain: str, told: str = "", key: str = "") -> _Teller:
    def teller(fact: Any, names: Names) -> Line:
        said = getattr(fact, key) if key else None
        zone = names.zone(fact.zone)
        return _line(told, zone, **{key: said}) if said else _line(plain, zone)

    return teller


def _opened(fact: f.Opened, names: Names) -> Line:
    del names
    drill = QT_TRANSLATE_NOOP("Timeline", "{subject}: drill opened at level {level}, {place}")
    real = QT_TRANSLATE_NOOP("Timeline", "{subject}: opened at level {level}, {place}")
    return _line(
        drill if fact.drill else real, fact.title, level=fact.level.numeral, place=fact.place
    )


def _amended(fact: f.Amended, names: Names) -> Line:
    del names
    if fact.people is not None and fact.title is None and fact.place is None:
        return _line(QT_TRANSLATE_NOOP("Timeline", "About {people} people"), people=fact.people)
    given = [str(each) for each in (fact.title, fact.place, fact.people) if each is not None]
    return _line(QT_TRANSLATE_NOOP("Timeline", "Now: {what}"), what=" · ".join(given))


def _level_set(fact: f.LevelSet, names: Names) -> Line:
    del names
    level = Phrase(
        "Timeline", QT_TRANSLATE_NOOP("Timeline", "Level {level}"), {"level": fact.level.numeral}
    )
    return _line(
        QT_TRANSLATE_NOOP("Timeline", "{subject}, decided by {by}: {reason}"),
        level, by=fact.decided_by, reason=fact.reason,
    )  # fmt: skip


def _handed_over(fact: f.CommandHandedOver, names: Names) -> Line:
    del names
    if fact.from_name:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject} takes over command from {before}")
        return _line(template, fact.name, before=fact.from_name)
    return _line(QT_TRANSLATE_NOOP("Timeline", "{subject} takes over command"), fact.name)


def _called_out(fact: f.CalledOut, names: Names) -> Line:
    who: Word = fact.name or names.role(fact.role)
    return _line(
        QT_TRANSLATE_NOOP("Timeline", "{subject} called as {role}, due {due}"),
        who, role=names.role(fact.role), due=fact.due,
    )  # fmt: skip


def _task_added(fact: f.TaskAdded, names: Names) -> Line:
    if fact.owner:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject}: new task for {owner}")
        return _line(template, fact.text, owner=names.role(fact.owner))
    return _line(QT_TRANSLATE_NOOP("Timeline", "{subject}: new task"), fact.text)


def _post_taken(fact: f.PostTaken, names: Names) -> Line:
    name = fact.name or names.person(fact.who)
    return _line(QT_TRANSLATE_NOOP("Timeline", "{subject} at post {post}"), name, post=fact.post)


def _post_left(fact: f.PostLeft, names: Names) -> Line:
    del names
    post = Phrase("Timeline", QT_TRANSLATE_NOOP("Timeline", "Post {post}"), {"post": fact.post})
    return _line(QT_TRANSLATE_NOOP("Timeline", "{subject} left"), post)


def _notified(fact: f.Notified, names: Names) -> Line:
    who: Word = fact.name or names.target(fact.target)
    if not fact.told:
        return _line(QT_TRANSLATE_NOOP("Timeline", "{subject} could not be reached"), who)
    if fact.said:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject} told: {said}")
        return _line(template, who, said=fact.said)
    return _line(QT_TRANSLATE_NOOP("Timeline", "{subject} told"), who)


def _service_called(fact: f.ServiceCalled, names: Names) -> Line:
    del names
    called = Phrase(
        "Timeline", QT_TRANSLATE_NOOP("Timeline", "{service} called"), {"service": fact.service}
    )
    if fact.said:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject} by {by}: {said}")
        return _line(template, called, by=fact.called_by, said=fact.said)
    return _line(QT_TRANSLATE_NOOP("Timeline", "{subject} by {by}"), called, by=fact.called_by)


def _service_arrived(fact: f.ServiceArrived, names: Names) -> Line:
    del names
    if fact.units:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject} arrived: {units}")
        return _line(template, fact.service, units=fact.units)
    return _line(QT_TRANSLATE_NOOP("Timeline", "{subject} arrived"), fact.service)


def _service_left(fact: f.ServiceLeft, names: Names) -> Line:
    del names
    return _line(QT_TRANSLATE_NOOP("Timeline", "{subject} left"), fact.service)


def _note(fact: f.Note, names: Names) -> Line:
    del names
    return _line("{text}", text=fact.text)


def _corrected(fact: f.Corrected, names: Names) -> Line:
    instead = f.corrected_fact(fact)
    if instead is None:
        return _line(QT_TRANSLATE_NOOP("Timeline", "Struck: {reason}"), reason=fact.reason)
    told = tell(instead, names).phrase
    if fact.at is not None:
        template = QT_TRANSLATE_NOOP("Timeline", "Corrected: {told}, at {at} ({reason})")
        return _line(template, told=told, at=fact.at, reason=fact.reason)
    template = QT_TRANSLATE_NOOP("Timeline", "Corrected: {told} ({reason})")
    return _line(template, told=told, reason=fact.reason)


def _person_set(fact: f.PersonSet, names: Names) -> Line:
    del names
    return _line(QT_TRANSLATE_NOOP("Timeline", "{subject}: staff entry changed"), fact.name)


def _duty(template: str) -> _Teller:
    return lambda fact, names: _line(template, names.person(fact.person))


def _plan_published(fact: f.PlanPublished, names: Names) -> Line:
    del names
    return _line(QT_TRANSLATE_NOOP("Timeline", "{subject}: plan published"), fact.document.title)


def _zone_defined(fact: f.ZoneDefined, names: Names) -> Line:
    del names
    return _line(QT_TRANSLATE_NOOP("Timeline", "{subject}: zone defined"), fact.name)


_TELLERS: Mapping[type, _Teller] = {
    f.Opened: _opened,
    f.Amended: _amended,
    f.LevelSet: _level_set,
    f.CommandTaken: _person(QT_TRANSLATE_NOOP("Timeline", "{subject} takes command")),
    f.CommandHandedOver: _handed_over,
    f.DeclaredOver: _with(
        QT_TRANSLATE_NOOP("Timeline", "Declared over"),
        QT_TRANSLATE_NOOP("Timeline", "Declared over: {reason}"), "reason",
    ),
    f.Closed: _with(
        QT_TRANSLATE_NOOP("Timeline", "Closed"),
        QT_TRANSLATE_NOOP("Timeline", "Closed: {summary}"), "summary",
    ),
    f.Reopened: _with(
        QT_TRANSLATE_NOOP("Timeline", "Reopened"),
        QT_TRANSLATE_NOOP("Timeline", "Reopened: {reason}"), "reason",
    ),
    f.CalledOut: _called_out,
    f.Acknowledged: _person(QT_TRANSLATE_NOOP("Timeline", "{subject} acknowledged")),
    f.OnTheWay: _person(
        QT_TRANSLATE_NOOP("Timeline", "{subject} on the way"),
        QT_TRANSLATE_NOOP("Timeline", "{subject} on the way, ETA {eta}"), "eta",
    ),
    f.NoAnswer: _person(QT_TRANSLATE_NOOP("Timeline", "{subject} does not answer")),
    f.Arrived: _person(QT_TRANSLATE_NOOP("Timeline", "{subject} arrived")),
    f.Excused: _person(
        QT_TRANSLATE_NOOP("Timeline", "{subject} excused"),
        QT_TRANSLATE_NOOP("Timeline", "{subject} excused: {reason}"), "reason",
    ),
    f.StoodDown: _person(QT_TRANSLATE_NOOP("Timeline", "{subject} stood down")),
    f.TaskAdded: _task_added,
    f.TaskDone: _about_task(QT_TRANSLATE_NOOP("Timeline", "{subject}: done")),
    f.TaskUndone: _about_task(
        QT_TRANSLATE_NOOP("Timeline", "{subject}: not done after all"),
        QT_TRANSLATE_NOOP("Timeline", "{subject}: not done after all ({reason})"),
    ),
    f.TaskSkipped: _about_task(
        QT_TRANSLATE_NOOP("Timeline", "{subject}: skipped"),
        QT_TRANSLATE_NOOP("Timeline", "{subject}: skipped ({reason})"),
    ),
    f.ZoneCordoned: _about_zone(QT_TRANSLATE_NOOP("Timeline", "{subject} cordoned")),
    f.ZoneEvacuating: _about_zone(
        QT_TRANSLATE_NOOP("Timeline", "{subject} evacuating"),
        QT_TRANSLATE_NOOP("Timeline", "{subject} evacuating, {expected} people expected"),
        "expected",
    ),
    f.ZoneEmpty: _about_zone(QT_TRANSLATE_NOOP("Timeline", "{subject} reported empty")),
    f.ZoneConfirmed: _about_zone(
        QT_TRANSLATE_NOOP("Timeline", "{subject} empty, confirmed"),
        QT_TRANSLATE_NOOP("Timeline", "{subject} empty, confirmed by {by}"), "by",
    ),
    f.ZoneReleased: _about_zone(QT_TRANSLATE_NOOP("Timeline", "{subject} released")),
    f.PostTaken: _post_taken,
    f.PostLeft: _post_left,
    f.Notified: _notified,
    f.ServiceCalled: _service_called,
    f.ServiceArrived: _service_arrived,
    f.ServiceLeft: _service_left,
    f.Note: _note,
    f.Corrected: _corrected,
    f.PersonSet: _person_set,
    f.DutyStarted: _duty(QT_TRANSLATE_NOOP("Timeline", "{subject} on duty")),
    f.DutyEnded: _duty(QT_TRANSLATE_NOOP("Timeline", "{subject} off duty")),
    f.PlanPublished: _plan_published,
    f.ZoneDefined: _zone_defined,
}  # fmt: skip
