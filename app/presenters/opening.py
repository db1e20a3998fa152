"""Opening an incident: plan, place, level, how many people, drill or real; under ten seconds."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models.command import Open, Refusal
from app.models.levels import Level
from app.presenters.bridge import Bridge
from app.presenters.reader import QtReader
from app.presenters.words import level_word
from app.station.changed import Done

_tr = QCoreApplication.translate


class PlanChoice(msgspec.Struct, frozen=True, kw_only=True):
    ref: str
    title: str
    purpose: str
    levels: tuple[Level, ...]
    alert: str = ""
    """How it begins: who reports to whom."""
    applies_from: int = 0
    phases: tuple[tuple[str, str], ...] = ()
    """(key, name), in order."""


class OpeningPresenter:
    """What can be chosen, and the one thing that can be asked for."""

    def __init__(self, bridge: Bridge, reader: QtReader) -> None:
        self._bridge = bridge
        self._reader = reader

    def plans(self) -> list[PlanChoice]:
        """By title in the reader's language."""
        say = self._reader.text
        choices = [
            PlanChoice(
                ref=ref, title=say(plan.title), purpose=say(plan.purpose),
                levels=tuple(step.level for step in plan.levels),
                alert=say(plan.alert) if plan.alert else "", applies_from=plan.applies_from,
                phases=tuple((phase.key, say(phase.name)) for phase in plan.phases),
            )
            for ref, plan in self._bridge.station.site.plans.items()
        ]  # fmt: skip
        return sorted(choices, key=lambda choice: (choice.ref.startswith("blank"), choice.title))

    def places(self, ref: str) -> list[str]:
        """The zones of the site and of the plan, as likely places."""
        site = self._bridge.station.site
        plan = site.plan(ref)
        names = [zone.name for zone in site.zones.values()]
        names += [zone.name for zone in plan.zones] if plan else []
        return list(dict.fromkeys(self._reader.text(name) for name in names))

    def hint(self, choice: PlanChoice, people: int) -> str:
        """What has to be known about the plan before it is opened for so many people."""
        said = [choice.purpose, choice.alert]
        if 0 < people < choice.applies_from:
            few = _tr("Opening", "This plan is meant for {count} people or more.")
            said.insert(0, few.format(count=choice.applies_from))
        return "\n\n".join(part for part in said if part)

    def level_name(self, level: Level) -> str:
        return f"{level.numeral} {level_word(level)}"

    def open(
        self,
        choice: PlanChoice,
        *,
        title: str,
        place: str,
        level: Level,
        people: int,
        drill: bool,
        phase: str = "",
        origin: str = "",
        then: Callable[[Done | Refusal], None],
    ) -> None:
        """Without a title of its own the incident is called by its place and plan."""
        named = title.strip() or _tr("Opening", "{plan}, {place}").format(
            plan=choice.title, place=place.strip()
        )
        command = Open(
            plan=choice.ref, title=named, place=place, level=level, people=people, drill=drill,
            phase=phase, origin=origin,
        )  # fmt: skip
        self._bridge.ask(None, command, then=then)
