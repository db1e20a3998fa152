"""The header of a desk: level, title, place, time since opening, commander, who is here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.commander import Commander, commander
from app.models.course import Status
from app.models.incident import Incident
from app.models.levels import Level
from app.models.plan import Plan
from app.models.roster import counts
from app.models.site import Site
from app.models.zones import place_words
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Question
from app.presenters.countdown import elapsed
from app.presenters.gap_rows import HAND_OVER, TO, ask_hand_over
from app.presenters.part import Answered, Scene
from app.presenters.reader import QtReader
from app.presenters.words import level_word

_tr = QCoreApplication.translate


class HeaderProps(msgspec.Struct, frozen=True, kw_only=True):
    level: Level = Level.IV
    level_word: str = ""
    title: str = ""
    number: str = ""
    plan: str = ""
    place: str = ""
    commander: str = ""
    commander_note: str = ""
    since: str = ""
    here: int = 0
    called: int = 0
    drill: bool = False
    relief: str = ""
    """Who is on site and can take over from the acting deputy."""
    status: str = ""
    """Says that it is over, closed or settled, or a drill that stands still; else empty."""
    closed: bool = False


def derive_header(
    incident: Incident, plan: Plan | None, site: Site, number: str, reader: QtReader
) -> HeaderProps:
    course, detail, level = incident.course, incident.detail, incident.leveling.level
    numbers = counts(incident)
    commands = commander(incident, plan)
    opened = course.opened_at
    return HeaderProps(
        level=level,
        level_word=level_word(level),
        title=detail.title,
        number=number or _tr("Header", "no number yet"),
        plan=_plan(incident, plan, reader),
        place=reader.text(place_words(plan, site, detail.place)),
        commander=commands.name or _tr("Header", "nobody yet"),
        commander_note=commander_note(commands),
        since=_tr("Header", "since {time}").format(time=reader.second(opened)) if opened else "",
        relief=commands.relief_name,
        here=numbers.here,
        called=numbers.called,
        drill=course.drill,
        status=_status(incident),
        closed=course.status is Status.CLOSED,
    )


def _plan(incident: Incident, plan: Plan | None, reader: QtReader) -> str:
    """The plan's title, and the phase it is in where it has phases."""
    if plan is None:
        return incident.course.plan.partition("@")[0]
    phase = incident.phasing.phase(plan)
    title = reader.text(plan.title)
    return f"{title} • {reader.text(phase.name)}" if phase else title


def commander_note(commands: Commander) -> str:
    """What has to be known about who commands: acting, and until when."""
    if commands.relief:
        return _tr("Header", "acting deputy; {name} is here").format(name=commands.relief_name)
    if commands.acting and commands.until:
        return _tr("Header", "acting deputy until {name} arrives").format(name=commands.until)
    if commands.acting:
        return _tr("Header", "acting deputy")
    if not commands.name and commands.until:
        return _tr("Header", "{name} is called").format(name=commands.until)
    return ""


def _status(incident: Incident) -> str:
    if incident.is_settled:
        return _tr("Header", "settled")
    match incident.course.status:
        case Status.OPEN if incident.drilling.pause is not None:
            return _tr("Header", "drill stands still")
        case Status.OVER:
            return _tr("Header", "declared over")
        case Status.CLOSED:
            return _tr("Header", "closed")
        case Status.UNOPENED | Status.OPEN:
            return ""


class HeaderPresenter(Acting):
    """What can be done here is to hand over command, while somebody is here to take it."""

    keys: ClassVar[Mapping[str, str]] = {"M": HAND_OVER}
    cells = (
        "course", "settling", "detail", "level", "command", "call_out", "phase", "drilling"
    )  # fmt: skip

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.props = HeaderProps()
        self.refresh()

    def refresh(self) -> None:
        number = self.scene.bridge.number_of(self.scene.stream)
        scene = self.scene
        props = derive_header(scene.incident, scene.plan, scene.site, number, scene.reader)
        if props != self.props:
            self.props = props
            self.changed.emit()

    def choices(self, key: str) -> tuple[Choice, ...]:
        del key
        if not self.props.relief:
            return ()
        return (self._choice(HAND_OVER, _tr("Header", "Hand over command…")),)

    def question(self, key: str, action: str) -> Question | None:
        del key, action
        return ask_hand_over(commander(self.scene.incident, self.scene.plan))

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        """To whom the question named."""
        del key, action
        relief = answers.get(TO) or commander(self.scene.incident, self.scene.plan).relief
        self.scene.ask(f.CommandHandedOver(who=relief, name=""), then)

    def elapsed(self) -> str:
        """`hh:mm:ss` since opening; it stands still once the incident is over."""
        course, now = self.scene.incident.course, self.scene.now
        return elapsed(course.opened_at, course.over_at or now) if course.opened_at else "00:00:00"
