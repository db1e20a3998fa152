"""The call sheet: what to tell a service on the phone, with what the log knows filled in."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from app.models.commander import commander
from app.models.incident import Incident
from app.models.plan import Plan, Sign
from app.models.services import dialled
from app.models.signs import sign_word
from app.models.site import Site
from app.models.text import QT_TRANSLATE_NOOP, Phrase, Text, Word, by_number
from app.models.zones import known_zone, place_words

_CONTEXT = "CallSheet"


class SheetLine(msgspec.Struct, frozen=True, kw_only=True):
    """One prompt and the words for it, as far as the log has them; each of `words` stands alone."""

    prompt: str
    label: Phrase
    words: tuple[Word, ...]


_LABELS = {
    "major": QT_TRANSLATE_NOOP("CallSheet", "What it is"),
    "exact": QT_TRANSLATE_NOOP("CallSheet", "Where exactly"),
    "type": QT_TRANSLATE_NOOP("CallSheet", "What happened"),
    "hazards": QT_TRANSLATE_NOOP("CallSheet", "Hazards"),
    "access": QT_TRANSLATE_NOOP("CallSheet", "Way in"),
    "number": QT_TRANSLATE_NOOP("CallSheet", "How many, hurt"),
    "emergency": QT_TRANSLATE_NOOP("CallSheet", "Who is here, who is needed"),
}
"""The prompts of M/ETHANE (UK JESIP), in their order: Major incident, Exact location, Type,

Hazards, Access, Number of casualties, Emergency services.
"""

_HAZARDS = (
    Sign.FIRE, Sign.VIOLENCE, Sign.SELF_HARM, Sign.FORCED_ENTRY, Sign.DAMAGE, Sign.ILLNESS,
    Sign.EQUIPMENT, Sign.PROCESSION, Sign.OBSTRUCTION,
)  # fmt: skip


def call_sheet(
    incident: Incident, plan: Plan | None, site: Site, *, service: str
) -> tuple[SheetLine, ...]:
    """All prompts, in the order in which one tells them to `service` (its key)."""
    found = {
        "major": _major(incident, plan),
        "exact": tuple(_exact(incident, plan, site)),
        "type": (incident.detail.title,),
        "hazards": tuple(_hazards(incident)),
        "access": tuple(_access(incident, plan, site)),
        "number": tuple(_number(incident)),
        "emergency": tuple(_there(incident, plan, site, service)),
    }
    return tuple(
        SheetLine(
            prompt=prompt, label=Phrase(_CONTEXT, label),
            words=tuple(word for word in found[prompt] if not _is_empty(word)),
        )
        for prompt, label in _LABELS.items()
    )  # fmt: skip


def prompt_label(prompt: str) -> Word:
    """How a prompt of a recorded sheet is called; an unknown one by itself."""
    return Phrase(_CONTEXT, _LABELS[prompt]) if prompt in _LABELS else prompt


def _is_empty(word: Word) -> bool:
    return word in ("", Text("", ""))


def _say(template: str, **args: Word) -> Phrase:
    return Phrase(_CONTEXT, template, args)


def _major(incident: Incident, plan: Plan | None) -> tuple[Word, ...]:
    level = _say(
        QT_TRANSLATE_NOOP("CallSheet", "level {level}"), level=incident.leveling.level.numeral
    )
    return (plan.title, level) if plan else (level,)


def _exact(incident: Incident, plan: Plan | None, site: Site) -> Iterator[Word]:
    """The site and its address, the place, then each zone in which something was seen or somebody
    is hurt."""
    yield site.description.name
    yield site.description.address
    place = place_words(plan, site, incident.detail.place)
    yield place
    seen = [incident.sign(sign) for sign in _HAZARDS]
    zones = [sign.zone for sign in seen if sign.since]
    zones += [zone for zone, count in incident.all_casualties.items() if count.hurt]
    for key in dict.fromkeys(filter(None, zones)):
        name = known_zone(plan, site, key).name
        if name.en not in place.en and name.zh not in place.zh:
            yield name


def _hazards(incident: Incident) -> Iterator[Word]:
    for sign in _HAZARDS:
        if incident.sign(sign).since:
            yield _seen(incident, sign)


def _seen(incident: Incident, sign: Sign) -> Phrase:
    said = incident.sign(sign).text
    if not said:
        return sign_word(sign)
    return _say(QT_TRANSLATE_NOOP("CallSheet", "{what} ({said})"), what=sign_word(sign), said=said)


def _access(incident: Incident, plan: Plan | None, site: Site) -> Iterator[Word]:
    """What can be driven and walked in by, as far as somebody said."""
    for key, entrance in sorted(incident.fold.values("entrance").items()):
        place = site.places.get(key)
        name = place.name if place else key
        if entrance.open:
            yield _say(QT_TRANSLATE_NOOP("CallSheet", "{entrance} is open"), entrance=name)
        elif entrance.open is False:
            yield _say(QT_TRANSLATE_NOOP("CallSheet", "{entrance} is shut"), entrance=name)
    if incident.sign(Sign.BLOCKED_ROAD).since:
        yield _seen(incident, Sign.BLOCKED_ROAD)
    for key, zone in sorted(incident.zones.items()):
        if zone.cordoned_at:
            name = known_zone(plan, site, key).name
            yield _say(QT_TRANSLATE_NOOP("CallSheet", "{zone} is cordoned"), zone=name)


def _number(incident: Incident) -> Iterator[Word]:
    if incident.people.now:
        one = QT_TRANSLATE_NOOP("CallSheet", "about {count} person")
        many = QT_TRANSLATE_NOOP("CallSheet", "about {count} people")
        people = incident.people.now
        yield _say(by_number(people, one, many), count=people)
    counts = incident.fold.values("casualties").values()
    if not counts:
        return
    badly, slightly = sum(c.badly for c in counts), sum(c.slightly for c in counts)
    if badly:
        yield _say(QT_TRANSLATE_NOOP("CallSheet", "{count} badly hurt"), count=badly)
    if slightly:
        yield _say(QT_TRANSLATE_NOOP("CallSheet", "{count} slightly hurt"), count=slightly)
    if not badly and not slightly:
        yield _say(QT_TRANSLATE_NOOP("CallSheet", "nobody hurt"))


def _there(incident: Incident, plan: Plan | None, site: Site, service: str) -> Iterator[Word]:
    for key, value in incident.services.items():
        if key == service or not value.is_called:
            continue
        number = dialled(site, key)
        if value.arrived_at:
            yield _say(QT_TRANSLATE_NOOP("CallSheet", "{service} is here"), service=number)
        else:
            yield _say(QT_TRANSLATE_NOOP("CallSheet", "{service} was called"), service=number)
    commands, phone = commander(incident, plan), site.description.phone
    if commands.name:
        yield _say(QT_TRANSLATE_NOOP("CallSheet", "{name} commands on site"), name=commands.name)
    if phone:
        yield _say(QT_TRANSLATE_NOOP("CallSheet", "call back {phone}"), phone=phone)
