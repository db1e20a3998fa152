"""The desk as it was at a moment: the same parts, shown what joined or everything anew."""

from __future__ import annotations

from app.models.fold import Changes
from app.presenters.bridge import Bridge
from app.presenters.desk import DeskPresenter
from app.presenters.past import Hindsight, LookingBack, PastScene
from app.presenters.reader import QtReader
from app.presenters.tick import Tick

FEW = 40
"""Entries that are shown one by one; with more, everything anew is quicker."""


class PastDesk(DeskPresenter):
    """Hears nothing of what comes in, and no time passes but by `show`."""

    looks_back = True

    def __init__(
        self, bridge: Bridge, tick: Tick, reader: QtReader, stream: str, hindsight: Hindsight
    ) -> None:
        self._way = LookingBack(bridge)
        self._closed = False
        self.hindsight = hindsight
        scene = PastScene(bridge=self._way, reader=reader, stream=stream, hindsight=hindsight)
        super().__init__(self._way, tick, reader, stream, scene=scene)

    def show(self, changes: Changes | None) -> None:
        """The hindsight has gone to another moment, where these joined, or all may differ."""
        if changes is None or len(changes.entries) > FEW:
            for part in self.parts:
                part.renew()
        else:
            for part in self.parts:
                part.take(changes)
        self._pass_time()

    def watch(self) -> None:
        self._pass_time()

    def unwatch(self) -> None:
        """Nothing counts by itself."""

    def close(self) -> None:
        super().close()
        if not self._closed:
            self._closed = True
            self._way.close()

    def _pass_time(self) -> None:
        now = self.hindsight.moment
        for part in self.parts:
            part.pass_time(now)
        self.ticked.emit(now)
