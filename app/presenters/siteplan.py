"""The site plan: each thing drawn on it with its state in words, as the list has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import TypeVar

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models.facts import Point
from app.models.siteplan import Assembly, DrawnPost, DrawnZone, Entrance, at_place
from app.models.zone_states import Evacuation
from app.models.zones import ZoneRow
from app.presenters import zone_rows
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Question
from app.presenters.part import Answered, Scene
from app.presenters.pictures import Picture, Pictures
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.words import listing
from app.presenters.zone_actions import step_word, steps
from app.presenters.zones import ZonesPresenter

_tr = QCoreApplication.translate

T = TypeVar("T")


class ItemSort(Enum):
    ZONE = "zone"
    POST = "post"
    ENTRANCE = "entrance"
    ASSEMBLY = "assembly"


class Pattern(Enum):
    """How a zone's state is drawn besides its colour."""

    NONE = "none"
    CORDONED = "cordoned"
    EVACUATING = "evacuating"
    EMPTY = "empty"
    CONFIRMED = "confirmed"


class PlanItem(msgspec.Struct, frozen=True, kw_only=True):
    """Something on the plan. `key` is that of its row in the list.

    `word` is the word for its state, `state` that and what it has come to, `note` a further line,
    `detail` all there is to say.
    `points` are the corners of a zone, or the one spot of anything else. `dashed`: a cordon
    runs along its outline. `stands`: somebody stands at this post, or this entrance is shut.
    """

    key: str
    sort: ItemSort
    title: str
    word: str = ""
    state: str = ""
    note: str = ""
    detail: str = ""
    severity: Severity = Severity.PLAIN
    pattern: Pattern = Pattern.NONE
    points: tuple[Point, ...] = ()
    fraction: float | None = None
    dashed: bool = False
    stands: bool = False
    step: str = ""
    step_text: str = ""

    @property
    def spoken(self) -> str:
        """All of it in one line."""
        return " • ".join(filter(None, (self.title, self.word, self.detail)))


class SitePlanProps(msgspec.Struct, frozen=True, kw_only=True):
    """`lines` are cordons that stand, and where others could; `picture` is what is below.
    `place` is the key of the item at the place of the incident, if one is drawn there."""

    told: str = ""
    empty: str = ""
    place: str = ""
    items: tuple[PlanItem, ...] = ()
    lines: tuple[tuple[tuple[Point, ...], bool], ...] = ()
    picture: Picture | None = None
    picture_told: str = ""


class SitePlanPresenter(Acting):
    """What can be done with each item is the list's; `zones` is refreshed before this."""

    cells = ZonesPresenter.cells

    def __init__(self, scene: Scene, zones: ZonesPresenter, pictures: Pictures) -> None:
        super().__init__(scene)
        self._zones, self._pictures = zones, pictures
        self.props = SitePlanProps()
        pictures.come.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        drawn, reader = self._zones.drawn, self.scene.reader
        picture, told = self._pictures.now()
        undrawn = sum(not zone.shape for zone in drawn.zones)
        said = [self._zones.props.in_hand]
        if undrawn:
            said.append(_tr("SitePlan", "{count} not drawn").format(count=undrawn))
        if drawn.unaccounted:
            said.append(zone_rows.staff_row(drawn.unaccounted, reader).title)
        props = SitePlanProps(
            told=" • ".join(said),
            empty="" if drawn.is_drawn or picture or told else _nothing_drawn(),
            place=self._place(),
            items=tuple(self._items(reader)),
            lines=tuple((line.points, line.stands) for line in drawn.lines),
            picture=picture, picture_told=told,
        )  # fmt: skip
        if props != self.props:
            self.props = props
            self.changed.emit()

    def _place(self) -> str:
        """What is drawn where the incident is."""
        drawn = self._zones.drawn
        named = [(each.row.key, each.row.name) for each in drawn.zones if each.shape]
        named += [
            (zone_rows.ENTRANCE_ROW + each.key, each.name) for each in drawn.entrances if each.point
        ]
        return at_place(self.scene.incident.detail.place, named)

    def _items(self, reader: QtReader) -> Iterator[PlanItem]:
        drawn = self._zones.drawn
        lined = {line.zone for line in drawn.lines if line.stands}
        for zone in drawn.zones:
            if zone.shape:
                yield zone_item(zone, reader, lined=zone.row.key in lined)
        for entrance in drawn.entrances:
            if entrance.point:
                yield entrance_item(entrance, entrance.point, reader)
        for assembly in drawn.assemblies:
            if assembly.point:
                yield assembly_item(assembly, assembly.point, reader)
        yield from (post_item(post) for post in drawn.posts)

    def read(
        self, picture: Picture, read: Callable[[bytes, str], T], then: Callable[[T], None]
    ) -> None:
        """`then` is told what `read` makes of it; until then the rest goes on."""
        self.scene.bridge.run(self._read(picture, read, then))

    async def _read(
        self, picture: Picture, read: Callable[[bytes, str], T], then: Callable[[T], None]
    ) -> None:
        then(await self._pictures.read(read, picture.content, picture.media_type))

    # What a person can ask for: as in the list -----------------------------------------------

    def keys_of(self, key: str) -> Mapping[str, str]:
        return self._zones.keys_of(key)

    def choices(self, key: str) -> tuple[Choice, ...]:
        return self._zones.choices(key)

    def question(self, key: str, action: str) -> Question | None:
        return self._zones.question(key, action)

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        self._zones.act(key, action, answers, then)


def zone_item(zone: DrawnZone, reader: QtReader, *, lined: bool) -> PlanItem:
    row, step = zone.row, steps(zone.row)[0]
    return PlanItem(
        key=row.key, sort=ItemSort.ZONE, title=reader.text(row.name),
        word=zone_rows.zone_state(row), state=_state(row, reader), note=_note(row),
        severity=zone_rows.zone_severity(row),
        detail=" • ".join(zone_rows.zone_detail(row, reader)), pattern=_pattern(row),
        points=zone.shape, fraction=_fraction(row),
        dashed=row.cordoned_at is not None and not lined,
        step=step, step_text=step_word(step, row, reader),
    )  # fmt: skip


def entrance_item(entrance: Entrance, point: Point, reader: QtReader) -> PlanItem:
    row = zone_rows.entrance_row(entrance, reader)
    return PlanItem(
        key=row.key, sort=ItemSort.ENTRANCE, title=row.title, word=row.chip, state=row.chip,
        detail=row.subtitle,
        severity=row.chip_severity, points=(point,), stands=not entrance.open,
        step=row.action, step_text=row.action_text,
    )  # fmt: skip


def assembly_item(assembly: Assembly, point: Point, reader: QtReader) -> PlanItem:
    row = zone_rows.assembly_row(assembly, reader)
    return PlanItem(
        key=row.key, sort=ItemSort.ASSEMBLY, title=row.title, word=row.chip, state=row.chip,
        detail=row.subtitle,
        severity=row.chip_severity, points=(point,), step=row.action, step_text=row.action_text,
    )  # fmt: skip


def post_item(post: DrawnPost) -> PlanItem:
    name, key = post.row.name, post.row.key
    return PlanItem(
        key=zone_rows.POST_ROW + key, sort=ItemSort.POST, title=key,
        word=name or _tr("SitePlan", "free"), state=name, points=(post.point,), stands=bool(name),
        step=("leave:" if name else "take:") + key,
        step_text=_tr("SitePlan", "Left") if name else _tr("SitePlan", "Take post…"),
    )  # fmt: skip


def _state(row: ZoneRow, reader: QtReader) -> str:
    said = [zone_rows.zone_state(row)]
    if row.evacuation is Evacuation.CONFIRMED:
        said.append(row.confirmed_by)
    elif zone_rows.out_of(row):
        said.append(zone_rows.out_of(row))
    elif row.cordoned_at:
        said.append(reader.time(row.cordoned_at))
    return " • ".join(filter(None, said))


def _note(row: ZoneRow) -> str:
    if row.guards:
        return _tr("Zones", "on the line: {guards}").format(guards=listing(row.guards))
    if row.parts and row.evacuation in (Evacuation.EVACUATING, Evacuation.EMPTY):
        done = len(row.parts) - len(row.unconfirmed)
        said = _tr("SitePlan", "{done} of {all} parts")
        return said.format(done=done, all=len(row.parts))
    return ""


def _pattern(row: ZoneRow) -> Pattern:
    if row.evacuation is Evacuation.CLEAR:
        return Pattern.CORDONED if row.cordoned_at else Pattern.NONE
    return Pattern(row.evacuation.value)


def _fraction(row: ZoneRow) -> float | None:
    if row.evacuation is not Evacuation.EVACUATING or not row.expected:
        return None
    return min((row.out or 0) / row.expected, 1.0)


def _nothing_drawn() -> str:
    return _tr(
        "SitePlan", "No site plan yet: zones are in the list (2). Press D to draw them here."
    )
