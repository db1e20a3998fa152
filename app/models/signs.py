"""Signs that people saw and said so: a fire, a blocked road, violence; and when they were gone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.plan import Sign
from app.models.rules import stepwise
from app.models.text import QT_TRANSLATE_NOOP, Phrase
from app.models.value import Value


class SignValue(Value, frozen=True, kw_only=True):
    """`first_seen` stays once it was seen: what it brought is owed all the same.

    `since` is None while it is not there, `text` and `zone` are of the last sighting.
    """

    first_seen: datetime | None = None
    since: datetime | None = None
    text: str = ""
    zone: str = ""


def _seen(value: SignValue, fact: f.SignSeen, entry: Entry) -> SignValue:
    return msgspec.structs.replace(
        value, first_seen=value.first_seen or entry.at, since=value.since or entry.at,
        text=fact.text or value.text, zone=fact.zone or value.zone,
    )  # fmt: skip


def _gone(value: SignValue, fact: f.SignGone, entry: Entry) -> SignValue:
    del fact, entry
    return msgspec.structs.replace(value, since=None)


SIGN = stepwise(SignValue(), {f.SignSeen: _seen, f.SignGone: _gone}, subject="sign")


_WORDS: Mapping[Sign, str] = {
    Sign.PEOPLE: QT_TRANSLATE_NOOP("Sign", "People"),
    Sign.INJURY: QT_TRANSLATE_NOOP("Sign", "People hurt"),
    Sign.ZONES: QT_TRANSLATE_NOOP("Sign", "Zones in hand"),
    Sign.FIRE: QT_TRANSLATE_NOOP("Sign", "Fire"),
    Sign.BLOCKED_ROAD: QT_TRANSLATE_NOOP("Sign", "Blocked road"),
    Sign.DAMAGE: QT_TRANSLATE_NOOP("Sign", "Damage to property"),
    Sign.PROCESSION: QT_TRANSLATE_NOOP("Sign", "Procession"),
    Sign.EQUIPMENT: QT_TRANSLATE_NOOP("Sign", "Damaged equipment"),
    Sign.VIOLENCE: QT_TRANSLATE_NOOP("Sign", "Violence or threats of it"),
    Sign.OBSTRUCTION: QT_TRANSLATE_NOOP("Sign", "Work obstructed after the matter was closed"),
    Sign.FORCED_ENTRY: QT_TRANSLATE_NOOP("Sign", "Forced entry"),
    Sign.SELF_HARM: QT_TRANSLATE_NOOP("Sign", "Self-harm, or danger of it"),
    Sign.ILLNESS: QT_TRANSLATE_NOOP("Sign", "Sudden illness"),
    Sign.HIGHER_OFFICE: QT_TRANSLATE_NOOP("Sign", "A group on the way to a higher office"),
}


def sign_word(sign: Sign) -> Phrase:
    """How a sign is called."""
    return Phrase("Sign", _WORDS[sign])
