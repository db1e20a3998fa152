"""Opening an incident: plan, place, level, how many people, drill or real; under ten seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeAlias

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models.command import Open, Refusal
from app.models.drill import Drill
from app.models.drilltelling import scripted
from app.models.levels import Level
from app.models.plan import Plan
from app.models.refusals import refuse
from app.models.text import by_number
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


class ScriptChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A script that a drill can be played by, and how such a drill is opened."""

    drill: Drill
    name: str
    title: str
    place: str


FindDrills: TypeAlias = Callable[[Plan], Sequence[Drill]]
"""The drill files for a plan; reading them takes a while."""


def _none(plan: Plan) -> Sequence[Drill]:
    del plan
    return ()


class OpeningPresenter:
    """What can be chosen, and the one thing that can be asked for."""

    def __init__(self, bridge: Bridge, reader: QtReader, find_drills: FindDrills = _none) -> None:
        self._bridge = bridge
        self._reader = reader
        self._find_drills = find_drills

    def find_scripts(self, ref: str, then: Callable[[list[ScriptChoice]], None]) -> None:
        """Read the scripts for a plan, off the loop; those with something to play."""
        plan = self._bridge.station.site.plan(ref)
        if plan is not None:
            self._bridge.run(self._find_scripts(plan, then))

    async def _find_scripts(self, plan: Plan, then: Callable[[list[ScriptChoice]], None]) -> None:
        drills = await asyncio.to_thread(self._find_drills, plan)
        then([self._script(drill) for drill in drills if drill.injects])

    def _script(self, drill: Drill) -> ScriptChoice:
        say = self._reader.text
        count = len(drill.injects)
        named = by_number(
            count,
            _tr("Opening", "{title} ({count} inject)"),
            _tr("Opening", "{title} ({count} injects)"),
        )
        name = named.format(title=say(drill.title), count=count)
        opening = drill.opening
        return ScriptChoice(
            drill=drill, name=name, title=say(opening.title), place=say(opening.place)
        )

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
        choice: PlanChoice | None,
        *,
        title: str,
        place: str,
        level: Level,
        people: int,
        drill: bool,
        phase: str = "",
        origin: str = "",
        script: ScriptChoice | None = None,
        then: Callable[[Done | Refusal], None],
    ) -> None:
        """Without a title of its own the incident is called by its place and plan.

        Without a plan it is refused: what is opened is chosen by a person.
        """
        if choice is None:
            refusal = refuse("plan_to_choose")
            self._bridge.refused.emit(refusal)
            then(refusal)
            return
        named = title.strip() or _tr("Opening", "{plan}, {place}").format(
            plan=choice.title, place=place.strip()
        )
        command = Open(
            plan=choice.ref, title=named, place=place, level=level, people=people, drill=drill,
            phase=phase, origin=origin, script=scripted(script.drill) if script and drill else None,
        )  # fmt: skip
        self._bridge.ask(None, command, then=then)
