"""What the parts of a desk share: one incident, its plan and site, the reader and the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

import msgspec
from PySide6.QtCore import QObject, Signal

from app.models.command import Command, Refusal
from app.models.fold import Changes
from app.models.incident import Incident
from app.models.plan import Plan
from app.models.site import Site
from app.models.telling import Names
from app.presenters.bridge import Bridge
from app.presenters.reader import QtReader
from app.station.changed import Done

Answered: TypeAlias = Callable[[Done | Refusal], None]
"""Told how it went: what was typed is kept until it is done."""


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """Where a desk's parts read: the station's own live incident (of the past: see `past`)."""

    bridge: Bridge
    reader: QtReader
    stream: str

    @property
    def incident(self) -> Incident:
        return self.bridge.station.incidents[self.stream]

    @property
    def plan(self) -> Plan | None:
        return self.bridge.plan_of(self.stream)

    @property
    def site(self) -> Site:
        return self.bridge.station.site

    @property
    def names(self) -> Names:
        return Names(incident=self.incident, plan=self.plan, site=self.site)

    @property
    def now(self) -> datetime:
        return self.bridge.now()

    def ask(
        self, command: Command, then: Answered | None = None, *, at: datetime | None = None
    ) -> None:
        self.bridge.ask(self.stream, command, at=at, then=then)

    def refuse(self, refusal: Refusal, then: Answered | None = None) -> None:
        """What was typed cannot be read: told like any other refusal."""
        self.bridge.refused.emit(refusal)
        if then:
            then(refusal)


class Part(QObject):
    """A part of the desk. `cells` are what it shows; it is told of nothing else."""

    changed = Signal()
    """The props are new."""
    cells: tuple[str, ...] = ()
    may_sleep = False
    """Whether nobody misses what it shows while its page is out of view."""

    def __init__(self, scene: Scene, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self.asleep = self._missed = False

    def take(self, changes: Changes) -> None:
        """Entries joined the incident."""
        if not changes.touches(*self.cells):
            return
        if self.asleep:
            self._missed = True
        else:
            self.refresh()

    def renew(self) -> None:
        """It is another incident than a moment ago: shown at once, or on waking."""
        if self.asleep:
            self._missed = True
        else:
            self.refresh()

    def sleep(self) -> None:
        """Nobody looks: what changes meanwhile is shown on waking, all at once."""
        self.asleep = self.may_sleep

    def wake(self) -> None:
        if not self.asleep:
            return
        self.asleep = False
        if self._missed:
            self._missed = False
            self.refresh()
        self.tick(self.scene.now)

    def pass_time(self, now: datetime) -> None:
        if not self.asleep:
            self.tick(now)

    def refresh(self) -> None:
        """Show everything anew: another language, another plan, another day."""
        raise NotImplementedError

    def tick(self, now: datetime) -> None:
        """A second has passed."""


ALARM_CELLS = (
    "call_out", "task", "notification", "level", "course", "alarm", "message", "roll",
    "phase", "sign", "people",
)  # fmt: skip
"""What alarms depend on."""

BOARD_CELLS = (*ALARM_CELLS, "detail", "command")
"""What a card of the board shows."""
