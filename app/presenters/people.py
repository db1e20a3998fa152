"""People as numbers: how many are how badly hurt in each zone, and what was seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.casualties import Casualties
from app.models.plan import Plan, Sign
from app.models.refusals import refuse
from app.models.signs import SignValue, sign_word
from app.models.text import by_number
from app.models.zones import zones
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.part import Answered, Scene
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.rows import Row, RowModel

_tr = QCoreApplication.translate

ZONE, SIGN = "zone:", "sign:"
"""What the key of a row begins with; after it the zone's key, or the sign."""
COUNT, SEEN, GONE, WORDS = "count", "seen", "gone", "words"


def derive_zone_row(key: str, name: str, value: Casualties, reader: QtReader) -> Row:
    told = _tr("People", "{unhurt} unhurt • {slightly} slightly hurt • {badly} badly hurt").format(
        unhurt=value.unhurt, slightly=value.slightly, badly=value.badly
    )
    if value.counted_at:
        by = _tr("People", "{told} • counted {time} by {by}")
        told = by.format(told=told, time=reader.time(value.counted_at), by=value.counted_by)
    else:
        told = _tr("People", "not counted")
    return Row(
        key=ZONE + key,
        title=name,
        bold=len(name) if value.counted_at else 0,
        subtitle=told,
        chip=_tr("People", "{count} hurt").format(count=value.hurt) if value.hurt else "",
        chip_severity=Severity.OVERDUE if value.badly else Severity.SOON,
        quiet=value.counted_at is None,
        action=COUNT,
        action_text=_tr("People", "Count…"),
    )


def derive_sign_row(sign: Sign, value: SignValue, zone: str, reader: QtReader) -> Row:
    """`zone` is the name of where it was seen last."""
    name = reader.say(sign_word(sign))
    told = []
    if value.since:
        told = [_tr("People", "since {time}").format(time=reader.time(value.since))]
        told += [part for part in (zone, value.text) if part]
    elif value.first_seen:
        told = [_tr("People", "no longer; first {time}").format(time=reader.time(value.first_seen))]
    return Row(
        key=SIGN + sign.value,
        title=name,
        bold=len(name) if value.since else 0,
        subtitle=" • ".join(told) or _tr("People", "not seen"),
        chip=_tr("People", "seen") if value.since else "",
        chip_severity=Severity.SOON,
        quiet=value.since is None,
        action=GONE if value.since else SEEN,
        action_text=_tr("People", "Gone") if value.since else _tr("People", "Seen…"),
        checked=value.since is not None,
    )


def signs_of(plan: Plan | None) -> list[Sign]:
    """What can be ticked: that which the plan's rules ask for first, then the others."""
    asked = [rule.sign for rule in plan.rules] if plan else []
    return [sign for sign in dict.fromkeys([*asked, *Sign]) if not sign.is_counted]


class PeopleProps(msgspec.Struct, frozen=True, kw_only=True):
    """`totals` are over all zones."""

    totals: str = ""


class PeoplePresenter(Acting):
    """First the signs; then the zones, `ZONE` alone for elsewhere."""

    cells = ("people", "casualties", "sign", "zone")
    may_sleep = True
    keys: ClassVar[Mapping[str, str]] = {"W": WORDS}

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.model = RowModel(scene.now, self)
        self.props = PeopleProps()
        self.refresh()

    def refresh(self) -> None:
        self.model.set_rows([*self._sign_rows(), *self._zone_rows()])
        props = PeopleProps(totals=self._totals())
        if props != self.props:
            self.props = props
            self.changed.emit()

    def _zone_rows(self) -> list[Row]:
        incident, reader = self.scene.incident, self.scene.reader
        named = self._zone_names()
        return [
            derive_zone_row(key, name, incident.casualties(key), reader)
            for key, name in named.items()
        ]

    def _sign_rows(self) -> list[Row]:
        incident, reader = self.scene.incident, self.scene.reader
        names = self._zone_names()
        found = []
        for sign in signs_of(self.scene.plan):
            value = incident.sign(sign)
            zone = names.get(value.zone, value.zone) if value.zone else ""
            found.append(derive_sign_row(sign, value, zone, reader))
        return found

    def _zone_names(self) -> dict[str, str]:
        """By key, in the site's order; elsewhere last, under no key."""
        scene = self.scene
        rows = zones(scene.incident, scene.plan, scene.site)
        named = {row.key: scene.reader.text(row.name) for row in sorted(rows, key=lambda r: r.key)}
        counted = {key: key for key in scene.incident.all_casualties if key and key not in named}
        return named | counted | {"": _tr("People", "Elsewhere")}

    def _totals(self) -> str:
        incident = self.scene.incident
        counts = list(incident.all_casualties.values())
        people = incident.people.now
        about = by_number(
            people, _tr("People", "about {count} person"), _tr("People", "about {count} people")
        ).format(count=people)
        if not counts:
            return about
        told = _tr("People", "{unhurt} unhurt • {slightly} slightly hurt • {badly} badly hurt")
        sums = told.format(
            unhurt=sum(each.unhurt for each in counts),
            slightly=sum(each.slightly for each in counts),
            badly=sum(each.badly for each in counts),
        )
        return f"{about} • {sums}"

    def other_part(self, key: str) -> str:
        """The first zone for a sign, the first sign for a zone."""
        wanted = SIGN if key.startswith(ZONE) else ZONE
        rows = (self.model.row(at) for at in range(self.model.rowCount()))
        return next(row.key for row in rows if row.key.startswith(wanted))

    # What a person can ask for ---------------------------------------------------------------

    def keys_of(self, key: str) -> Mapping[str, str]:
        return self.keys if key.startswith(SIGN) else {}

    def choices(self, key: str) -> tuple[Choice, ...]:
        if key.startswith(ZONE):
            return (Choice(action=COUNT, text=_tr("People", "Count…")),)
        words = self._choice(WORDS, _tr("People", "Seen, where and what…"))
        if self.scene.incident.sign(_sign(key)).since:
            return (Choice(action=GONE, text=_tr("People", "Gone")), words)
        return (Choice(action=SEEN, text=_tr("People", "Seen…")), words)

    def question(self, key: str, action: str) -> Question | None:
        if action == COUNT:
            return self._ask_count(key.removeprefix(ZONE))
        if action == SEEN:
            return self._ask_where(_sign(key))
        return self._ask_words(_sign(key)) if action == WORDS else None

    def _ask_count(self, zone: str) -> Question:
        value = self.scene.incident.casualties(zone)
        title = _tr("People", "How many people: {zone}").format(
            zone=self._zone_names().get(zone, zone)
        )
        return Question(
            title=title,
            note=_tr("People", "Numbers only, never names. They replace the last count here."),
            do=_tr("People", "Record"),
            fields=(
                Field(key="unhurt", label=_tr("People", "Unhurt"), value=str(value.unhurt)),
                Field(
                    key="slightly", label=_tr("People", "Slightly hurt"), value=str(value.slightly)
                ),
                Field(key="badly", label=_tr("People", "Badly hurt"), value=str(value.badly)),
            ),
        )

    def _ask_where(self, sign: Sign) -> Question:
        """Recorded by Enter at once; where it is may be said, and what."""
        return Question(
            title=_tr("People", "{sign}: where?").format(
                sign=self.scene.reader.say(sign_word(sign))
            ),
            do=_tr("People", "Seen"),
            fields=(self._where(""), Field(key="text", label=_tr("People", "What was seen"))),
        )

    def _ask_words(self, sign: Sign) -> Question:
        return Question(
            title=self.scene.reader.say(sign_word(sign)),
            do=_tr("People", "Record"),
            fields=(
                Field(key="text", label=_tr("People", "What was seen")),
                self._where(self.scene.incident.sign(sign).zone),
            ),
        )

    def _where(self, zone: str) -> Field:
        names = self._zone_names()
        places = (("", _tr("People", "not said")), *((k, name) for k, name in names.items() if k))
        return Field(key="zone", label=_tr("People", "Where"), value=zone, options=places)

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        match action:
            case "count":
                self._count(key.removeprefix(ZONE), answers, then)
            case "gone":
                self.scene.ask(f.SignGone(sign=_sign(key)), then)
            case "seen" | "words":
                fact = f.SignSeen(
                    sign=_sign(key), text=answers.get("text", "").strip(),
                    zone=answers.get("zone", ""),
                )  # fmt: skip
                self.scene.ask(fact, then)
            case _:
                raise ValueError(action)

    def _count(self, zone: str, answers: Answers, then: Answered | None) -> None:
        numbers: dict[str, int] = {}
        for field in ("unhurt", "slightly", "badly"):
            typed = answers[field].strip() or "0"
            if not typed.isdecimal():
                self.scene.refuse(refuse("no_number", typed=typed), then)
                return
            numbers[field] = int(typed)
        self.scene.ask(f.PeopleCounted(zone=zone, **numbers), then)


def _sign(key: str) -> Sign:
    return Sign(key.removeprefix(SIGN))
