"""A line of a sheet that says more than words: who came, and what became of a zone.

`+Chen Wei` has arrived · `#Forecourt` cordoned · `>Tower A 64` its evacuation began, so many are
expected · `<Tower A 38` so many are out · `=Tower A, Floor 1, Li Na` empty, confirmed by her ·
`!119 a bin burns` the service was called, and told that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from app.models import facts as f
from app.models.command import Command, Scan
from app.models.plan import Plan
from app.models.site import Site
from app.models.text import Text
from app.models.zones import KnownZone, known_zones

_WIDE = str.maketrans("＋＃＞＜＝！", "+#><=!")
"""As a Chinese keyboard writes them."""
_BETWEEN = " \t,，、:："


def read_line(text: str, plan: Plan | None, site: Site) -> tuple[Command, ...]:
    """What is to be recorded, one after the other; nothing where it is only words."""
    sign, rest = text[:1].translate(_WIDE), text[1:].strip(_BETWEEN)
    match sign:
        case "+" if rest:
            return (Scan(text=rest),)
        case "!":
            return _called(rest)
        case "#" | ">" | "<" | "=":
            return _of_zone(sign, rest, known_zones(plan, site))
        case _:
            return ()


def _called(rest: str) -> tuple[Command, ...]:
    service, _, said = rest.partition(" ")
    return (f.ServiceCalled(service=service, said=said.strip()),) if service.isdigit() else ()


def _of_zone(sign: str, rest: str, known: Mapping[str, KnownZone]) -> tuple[Command, ...]:
    found = _named(rest, {key: zone.name for key, zone in known.items()})
    if found is None:
        return ()
    zone, more = found
    match sign:
        case "#" if not more:
            return (f.ZoneCordoned(zone=zone),)
        case ">" if not more or more.isdecimal():
            return (f.ZoneEvacuating(zone=zone, expected=int(more) if more else None),)
        case "<" if more.isdecimal():
            return (f.OutCounted(zone=zone, count=int(more)),)
        case "=":
            return tuple(_confirmed(zone, more, dict(known[zone].parts)))
        case _:
            return ()


def _confirmed(zone: str, more: str, parts: Mapping[str, Text]) -> Iterator[Command]:
    """A part of it, or the whole: without parts, that it was empty is said with it."""
    part = _named(more, parts)
    if part is not None:
        yield f.PartConfirmed(zone=zone, part=part[0], by=part[1])
        return
    if not parts:
        yield f.ZoneEmpty(zone=zone)
    yield f.ZoneConfirmed(zone=zone, by=more)


def _named(text: str, names: Mapping[str, Text]) -> tuple[str, str] | None:
    """The key of what the text begins with, in either language, and what follows it.

    The longest name: Floor 11 is not Floor 1. Spaces do not count: A 座 is A座.
    """
    best: tuple[str, re.Match[str]] | None = None
    for key, name in names.items():
        for each in filter(None, (name.en, name.zh)):
            found = _spelled(each).match(text)
            if found and (best is None or found.end() > best[1].end()):
                best = (key, found)
    return (best[0], text[best[1].end() :].strip(_BETWEEN)) if best else None


def _spelled(name: str) -> re.Pattern[str]:
    """A Latin word ends where it ends: Tower A is not Tower Alpha."""
    letters = [re.escape(char) for char in name if not char.isspace()]
    end = r"(?![^\W_])" if name[-1].isascii() and name[-1].isalnum() else ""
    return re.compile(r"\s*".join(letters) + end, re.IGNORECASE)
