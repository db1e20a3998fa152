"""Zones as a list: their states in words, and what can be done next in each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.call_outs import CallOutState
from app.models.facts import KnownFact
from app.models.refusals import refuse
from app.models.zone_states import Evacuation
from app.models.zones import ZoneRow, zones
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.part import Answered, Scene
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.rows import Row, RowModel
from app.presenters.words import evacuation_word

_tr = QCoreApplication.translate

_TAKE, _LEAVE = "take:", "leave:"
"""What an action on a post begins with."""

_FACTS: Mapping[str, Callable[[str], KnownFact]] = {
    "cordon": lambda zone: f.ZoneCordoned(zone=zone),
    "evacuate": lambda zone: f.ZoneEvacuating(zone=zone),
    "empty": lambda zone: f.ZoneEmpty(zone=zone),
    "confirm": lambda zone: f.ZoneConfirmed(zone=zone),
    "release": lambda zone: f.ZoneReleased(zone=zone),
}


def actions(row: ZoneRow) -> tuple[str, ...]:
    """What can be done with a zone now, the likeliest first."""
    steps = {
        Evacuation.CLEAR: ("evacuate",),
        Evacuation.EVACUATING: ("empty",),
        Evacuation.EMPTY: ("confirm", "evacuate"),
        Evacuation.CONFIRMED: ("evacuate",),
    }[row.evacuation]
    cordon = () if row.cordoned_at else ("cordon",)
    release = ("release",) if row.in_hand else ()
    first = cordon + steps if row.evacuation is Evacuation.CLEAR else steps + cordon
    return first + release


def action_word(action: str) -> str:
    return {
        "cordon": _tr("Zones", "Cordon"),
        "evacuate": _tr("Zones", "Evacuate"),
        "empty": _tr("Zones", "Empty"),
        "confirm": _tr("Zones", "Confirm empty"),
        "release": _tr("Zones", "Release"),
    }[action]


def derive_zone_row(row: ZoneRow, reader: QtReader) -> Row:
    name = reader.text(row.name)
    first = actions(row)[0]
    cordoned, moving = row.cordoned_at is not None, row.evacuation is not Evacuation.CLEAR
    words = [_tr("Zones", "cordoned")] if cordoned else []
    words += [evacuation_word(row.evacuation)] if moving else []
    return Row(
        key=row.key,
        title=name,
        bold=len(name) if row.in_hand else 0,
        subtitle=" • ".join(_second_line(row, reader)),
        chip=" • ".join(words) or _tr("Zones", "open"),
        chip_severity=_severity(row),
        quiet=not row.in_hand,
        action=first,
        action_text=action_word(first),
    )


def _severity(row: ZoneRow) -> Severity:
    match row.evacuation:
        case Evacuation.EVACUATING | Evacuation.EMPTY:
            return Severity.SOON
        case Evacuation.CONFIRMED:
            return Severity.GOOD
        case Evacuation.CLEAR:
            return Severity.OVERDUE if row.cordoned_at else Severity.PLAIN


def _second_line(row: ZoneRow, reader: QtReader) -> list[str]:
    said = []
    if row.cordoned_at:
        said.append(_tr("Zones", "cordoned {time}").format(time=reader.time(row.cordoned_at)))
    if row.evacuation_at and row.evacuation is Evacuation.CONFIRMED:
        template = _tr("Zones", "confirmed {time} by {by}")
        said.append(template.format(time=reader.time(row.evacuation_at), by=row.confirmed_by))
    elif row.evacuation_at:
        said.append(reader.time(row.evacuation_at))
    if row.expected is not None and row.evacuation is Evacuation.EVACUATING:
        said.append(_tr("Zones", "{count} people expected out").format(count=row.expected))
    said += [f"{post.key}: {post.name}" for post in row.posts if post.name]
    free = [post.key for post in row.posts if not post.name]
    if row.in_hand and free:
        said.append(_tr("Zones", "post free: {posts}").format(posts=", ".join(free)))
    return said


class ZonesProps(msgspec.Struct, frozen=True, kw_only=True):
    in_hand: str = ""
    empty: str = ""


class ZonesPresenter(Acting):
    cells = ("zone", "post")

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.model = RowModel(scene.now, self)
        self.props = ZonesProps()
        self._rows: dict[str, ZoneRow] = {}
        self.refresh()

    def refresh(self) -> None:
        rows = zones(self.scene.incident, self.scene.plan, self.scene.site)
        self._rows = {row.key: row for row in rows}
        self.model.set_rows([derive_zone_row(row, self.scene.reader) for row in rows])
        taken = sum(row.in_hand for row in rows)
        count = _tr("Zones", "{taken} of {all} in hand")
        props = ZonesProps(
            in_hand=count.format(taken=taken, all=len(rows)),
            empty="" if rows else _tr("Zones", "Neither the plan nor the site has zones."),
        )
        if props != self.props:
            self.props = props
            self.changed.emit()

    # What a person can ask for ---------------------------------------------------------------

    def choices(self, key: str) -> tuple[Choice, ...]:
        row = self._rows[key]
        found = [Choice(action=action, text=action_word(action)) for action in actions(row)]
        if row.evacuation is not Evacuation.EVACUATING:
            text = _tr("Zones", "Evacuate, so many expected…")
            found.append(Choice(action="expected", text=text))
        for post in row.posts:
            text = _tr("Zones", "{name} left post {post}") if post.name else ""
            if text:
                text = text.format(name=post.name, post=post.key)
                found.append(Choice(action=_LEAVE + post.key, text=text))
            text = _tr("Zones", "Take post {post}…").format(post=post.key)
            found.append(Choice(action=_TAKE + post.key, text=text))
        return tuple(found)

    def question(self, key: str, action: str) -> Question | None:
        name = self.scene.reader.text(self._rows[key].name)
        if action == "expected":
            return Question(
                title=_tr("Zones", "Evacuate {zone}").format(zone=name),
                do=_tr("Zones", "Evacuate"),
                fields=(Field(key="count", label=_tr("Zones", "People expected out")),),
            )
        if action == "release":
            title = _tr("Zones", "Release {zone}: cordon lifted, people may go back in?")
            return Question(title=title.format(zone=name), do=_tr("Zones", "Release"))
        if action.startswith(_TAKE):
            who = Field(key="who", label=_tr("Zones", "Who"), options=self._guards())
            title = _tr("Zones", "Who takes post {post}?")
            title = title.format(post=action.removeprefix(_TAKE))
            return Question(title=title, do=_tr("Zones", "Take post"), fields=(who,))
        return None

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        if action == "expected":
            self._evacuate(key, answers["count"].strip(), then)
        elif action.startswith(_TAKE):
            post = action.removeprefix(_TAKE)
            self.scene.ask(f.PostTaken(post=post, who=answers["who"]), then)
        elif action.startswith(_LEAVE):
            self.scene.ask(f.PostLeft(post=action.removeprefix(_LEAVE)), then)
        else:
            self.scene.ask(_FACTS[action](key), then)

    def _evacuate(self, zone: str, typed: str, then: Answered | None) -> None:
        if not typed.isdecimal():
            self.scene.refuse(refuse("no_number", typed=typed), then)
            return
        self.scene.ask(f.ZoneEvacuating(zone=zone, expected=int(typed)), then)

    def _guards(self) -> tuple[tuple[str, str], ...]:
        """(key, name) of the staff on site, then of the others."""
        here = {
            who: call_out.name
            for who, call_out in self.scene.incident.call_outs.items()
            if call_out.state is CallOutState.ARRIVED
        }
        others = {key: person.name for key, person in self.scene.site.people.items()}
        return tuple((here | {k: name for k, name in others.items() if k not in here}).items())
