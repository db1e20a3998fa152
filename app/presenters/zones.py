"""Zones as a list: their states in words, and what can be done next with each and its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.call_outs import CallOutState
from app.models.command import Refusal
from app.models.facts import KnownFact
from app.models.refusals import refuse
from app.models.roster import told_apart
from app.models.siteplan import SitePlan, at_place, site_plan
from app.models.zone_states import Evacuation
from app.models.zones import ZoneRow, post_row
from app.presenters import zone_actions, zone_rows
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Question
from app.presenters.part import Answered, Scene
from app.presenters.rows import Row, RowModel
from app.presenters.zone_actions import Cordon, Options

_tr = QCoreApplication.translate

_FACTS: Mapping[str, Callable[[str], KnownFact]] = {
    "cordon": lambda zone: f.ZoneCordoned(zone=zone),
    "lift": lambda zone: f.CordonLifted(zone=zone),
    "evacuate": lambda zone: f.ZoneEvacuating(zone=zone),
    "empty": lambda zone: f.ZoneEmpty(zone=zone),
    "release": lambda zone: f.ZoneReleased(zone=zone),
    "shut": lambda entrance: f.EntranceSet(entrance=entrance, open=False),
    "open": lambda entrance: f.EntranceSet(entrance=entrance, open=True),
}
_COUNTS: Mapping[str, Callable[[str, int], KnownFact]] = {
    "expected": lambda zone, count: f.ZoneEvacuating(zone=zone, expected=count),
    "out": lambda zone, count: f.OutCounted(zone=zone, count=count),
    "count": lambda point, count: f.AssemblyCounted(point=point, count=count),
}


_GONE: Mapping[str, Callable[[str], Refusal]] = {
    "": lambda zone: refuse("unknown_zone", zone=zone),
    zone_rows.ASSEMBLY_ROW: lambda point: refuse("unknown_assembly", point=point),
}
"""What is said of a row that was removed, where the decision could not be asked for."""


class ZonesProps(msgspec.Struct, frozen=True, kw_only=True):
    in_hand: str = ""
    empty: str = ""


class ZonesPresenter(Acting):
    """Keys of rows: a zone's own, or one of the beginnings in `zone_rows` and what follows it.

    `drawn` is what the rows were made of.
    """

    cells = ("zone", "post", "assembly", "entrance", "answer", "call_out", "detail")

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.model = RowModel(scene.now, self)
        self.props = ZonesProps()
        self.drawn: SitePlan
        self._zones: dict[str, ZoneRow] = {}
        self.refresh()

    def refresh(self) -> None:
        scene = self.scene
        self.drawn = site_plan(scene.incident, scene.plan, scene.site)
        rows = [zone.row for zone in self.drawn.zones]
        here = at_place(scene.incident.detail.place, ((row.key, row.name) for row in rows))
        self._zones = {row.key: row for row in sorted(rows, key=lambda row: row.key != here)}
        self.model.set_rows(list(self._rows()))
        taken = sum(row.in_hand for row in self._zones.values())
        count = _tr("Zones", "{taken} of {all} in hand")
        props = ZonesProps(
            in_hand=count.format(taken=taken, all=len(self._zones)),
            empty="" if self.model.rowCount() else self._no_zones(),
        )
        if props != self.props:
            self.props = props
            self.changed.emit()

    def _no_zones(self) -> str:
        return _tr("Zones", "Neither the plan nor the site has zones. Draw them on the site plan.")

    def _rows(self) -> Iterator[Row]:
        """What is in hand stands first: who is missing, zones with their parts, where they go; of
        the zones that where the incident is."""
        reader, zones = self.scene.reader, self._zones.values()
        points = [zone_rows.assembly_row(point, reader) for point in self.drawn.assemblies]
        if self.drawn.unaccounted is not None:
            yield zone_rows.staff_row(self.drawn.unaccounted, reader)
        for zone in zones:
            if zone.in_hand:
                yield zone_rows.zone_row(zone, reader)
                yield from self._part_rows(zone)
        yield from (row for row in points if not row.quiet)
        yield from (zone_rows.zone_row(zone, reader) for zone in zones if not zone.in_hand)
        yield from (row for row in points if row.quiet)
        yield from (zone_rows.entrance_row(each, reader) for each in self.drawn.entrances)

    def _part_rows(self, zone: ZoneRow) -> Iterator[Row]:
        if zone.evacuation in (Evacuation.EVACUATING, Evacuation.EMPTY):
            for part in zone.parts:
                yield zone_rows.part_row(zone, part, self.scene.reader)

    # What a person can ask for ---------------------------------------------------------------

    def _is_gone(self, key: str) -> bool:
        """Removed elsewhere, perhaps while its menu was open here. Posts have no row of theirs."""
        return not key.startswith(zone_rows.POST_ROW) and self.model.position(key) < 0

    def keys_of(self, key: str) -> Mapping[str, str]:
        sort, name = split(key)
        if self._is_gone(key):
            return {}
        if sort == zone_rows.PART_ROW:
            return {choice.key: choice.action for choice in self.choices(key) if choice.key}
        return {} if sort else zone_actions.zone_keys(self._zones[name])

    def choices(self, key: str) -> tuple[Choice, ...]:
        sort, name = split(key)
        if self._is_gone(key):
            return ()
        match sort:
            case zone_rows.PART_ROW:
                zone, _, part = name.partition("/")
                rows = (each for each in self._zones[zone].parts if each.key == part)
                return zone_actions.part_choices(next(rows))
            case zone_rows.POST_ROW:
                return zone_actions.post_choices(post_row(self.scene.incident, name))
            case zone_rows.ENTRANCE_ROW | zone_rows.ASSEMBLY_ROW:
                row = self.model.row(self.model.position(key))
                return (Choice(action=row.action, text=row.action_text),)
            case zone_rows.STAFF_ROW:
                return ()
        return zone_actions.zone_choices(self._zones[name], self.scene.reader)

    def question(self, key: str, action: str) -> Question | None:
        sort, name = split(key)
        if sort in (zone_rows.ENTRANCE_ROW, zone_rows.STAFF_ROW) or self._is_gone(key):
            return None
        if sort == zone_rows.ASSEMBLY_ROW:
            point = next(each for each in self.drawn.assemblies if each.key == name)
            return zone_actions.assembly_question(point, self.scene.reader)
        if sort == zone_rows.POST_ROW:
            return zone_actions.post_question(action, self._guards())
        zone = name.partition("/")[0] if sort == zone_rows.PART_ROW else name
        row, cordon = self._zones[zone], self._cordon(zone)
        me, reader = self.scene.bridge.station.person, self.scene.reader
        return zone_actions.zone_question(row, action, self._guards(), me, cordon, reader)

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        sort, name = split(key)
        subject = name.partition("/")[0] if sort == zone_rows.PART_ROW else name
        if self._is_gone(key) and sort in _GONE:
            self.scene.refuse(_GONE[sort](subject), then)
        elif action in _COUNTS:
            typed = answers["count"].strip()
            if not typed.isdecimal():
                self.scene.refuse(refuse("no_number", typed=typed), then)
                return
            self.scene.ask(_COUNTS[action](subject, int(typed)), then)
        else:
            self.scene.ask(self._fact(subject, action, answers), then)

    def _fact(self, subject: str, action: str, answers: Answers) -> KnownFact:
        sort, colon, rest = action.partition(":")
        match sort + colon:
            case zone_actions.PART:
                by = self._name(answers.get("by", ""))
                return f.PartConfirmed(zone=subject, part=rest, by=by)
            case zone_actions.TAKE:
                return f.PostTaken(post=rest, who=answers["who"])
            case zone_actions.LEAVE:
                return f.PostLeft(post=rest)
            case "confirm":
                return f.ZoneConfirmed(zone=subject, by=self._name(answers.get("by", "")))
            case "line":
                given = (answers[key] for key in answers if key.startswith(zone_actions.GUARD))
                guards = tuple(dict.fromkeys(filter(None, given)))
                said = bool(guards or self._cordon(subject).guards)
                return f.ZoneCordoned(
                    zone=subject, line=answers["line"].strip(), guards=guards if said else None
                )
        return _FACTS[action](subject)

    def _name(self, who: str) -> str:
        """The option chosen is a key; what was typed is a name."""
        return dict(self._guards()).get(who, who.strip())

    def _guards(self) -> Options:
        """(key, name) of the staff on site, then of the others."""
        here = {
            who: call_out.name
            for who, call_out in self.scene.incident.call_outs.items()
            if call_out.state is CallOutState.ARRIVED
        }
        others = told_apart(self.scene.site.people)
        return tuple((here | {k: name for k, name in others.items() if k not in here}).items())

    def _cordon(self, zone: str) -> Cordon:
        incident, reader = self.scene.incident, self.scene.reader
        lines = self.scene.site.places_of(f.PlaceSort.LINE)
        value = incident.zone(zone)
        return Cordon(
            lines=tuple((k, reader.text(at.name)) for k, at in lines.items() if at.zone == zone),
            line=value.line,
            guards=tuple(who for who in value.guards if not incident.call_out(who).state.has_ended),
        )


def split(key: str) -> tuple[str, str]:
    """(beginning, name) of a row's key; the beginning is empty for a zone."""
    for sort in zone_rows.SORTS:
        if key.startswith(sort):
            return sort, key.removeprefix(sort)
    return "", key
