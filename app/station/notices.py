"""What becomes of a notice: shown at once if it is the next link, else a reason to read."""

from __future__ import annotations

from app.models.entry import Stored
from app.station.agenda import Agenda
from app.station.holding import Holding
from app.station.holdings import Holdings
from app.store.log import Moved


class Notices:
    def __init__(self, holdings: Holdings, agenda: Agenda) -> None:
        self._holdings = holdings
        self._agenda = agenda

    def heard(self, moved: Moved) -> None:
        """A notice, or the receipt of an entry of ours; at any moment."""
        holding = self._holdings.get(moved.stream)
        if holding is None and moved.stream and moved.seq == 1 and moved.stored is not None:
            holding = self._holdings.begin(moved.stream)
        if holding is None:
            self._agenda.look_around()
        elif moved.stored is not None and self._takes(holding, moved.stored):
            self._holdings.announce(holding, moved.stored)
            self._agenda.mind_course(moved.stream, [moved.stored])
            self._agenda.prove_soon()
        elif moved.seq > holding.reach[0]:
            self._agenda.fall_behind(holding.stream)
        elif moved.stored is not None and not holding.knows(moved.stored):
            # Its place is taken: a false notice, or the log is not what it was.
            self._agenda.look_around()

    def _takes(self, holding: Holding, stored: Stored) -> bool:
        return holding.stream != self._agenda.reading and holding.follows(stored)
