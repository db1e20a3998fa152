"""A scene of the past: what a desk or a wall reads to show an incident as it was at a moment."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from typing import Any

from app.models.command import Command, Refusal
from app.models.entry import Entry
from app.models.fold import Changes
from app.models.incident import Incident
from app.models.plan import Plan
from app.models.refusals import refuse
from app.models.replay import Past, Sight, Turn, as_happened, as_known
from app.models.site import Site
from app.presenters.bridge import Bridge, Offered
from app.presenters.part import Answered, Scene
from app.station.changed import Done
from app.station.station import Station


class Hindsight:
    """An incident and its site as they were at `moment`.

    Whatever comes in after it was made is not in it: what one looks at does not move.
    """

    def __init__(self, station: Station, stream: str, moment: datetime) -> None:
        self._station, self._stream = station, stream
        self._whole = Incident(stream, station.incidents[stream].timeline)
        self._whole_site = Site(station.site.fold.timeline)
        self.moment = moment
        self.look(Sight.HAPPENED)

    @property
    def whole(self) -> Incident:
        """With all that was there when one began to look back."""
        return self._whole

    @property
    def turns(self) -> Sequence[Turn]:
        return self._turns

    @property
    def incident(self) -> Incident:
        return self._past.folded

    @property
    def site(self) -> Site:
        return self._past_site.folded

    @property
    def plan(self) -> Plan | None:
        """The version that the incident keeps, also where it was published only later."""
        return self._whole_site.plan(self._whole.course.plan)

    def look(self, sight: Sight) -> None:
        """The same moment by the other way of looking."""
        self.sight = sight
        site = self._whole_site.fold
        match sight:
            case Sight.HAPPENED:
                self._turns, turns_of_site = as_happened(self._whole.fold), as_happened(site)
            case Sight.KNOWN:
                self._turns = as_known(self._whole.timeline, self._known_at)
                turns_of_site = as_known(site.timeline, self._known_at)
        self._past = Past(self._turns, self._fold, self.moment)
        self._past_site = Past(turns_of_site, Site, self.moment)

    def go_to(self, moment: datetime) -> Changes | None:
        """What joined the incident; None if anything may be different."""
        self.moment = moment
        of_site, changes = self._past_site.go_to(moment), self._past.go_to(moment)
        return changes if of_site is not None and not of_site else None

    def _fold(self, entries: Any) -> Incident:
        return Incident(self._stream, entries)

    def _known_at(self, entry: Entry) -> datetime:
        """When the shared log got it; of what waits here, when it was typed."""
        recorded = self._station.recorded(entry)
        return recorded.at if recorded else entry.typed_at


class LookingBack(Bridge):
    """The bridge of who looks back: it carries what is asked nowhere, and says so."""

    def __init__(self, live: Bridge) -> None:
        super().__init__(live.station, live.run)
        self.refused.connect(live.refused)

    def ask(
        self,
        stream: str | None,
        command: Command,
        *,
        at: datetime | None = None,
        then: Callable[[Done | Refusal], None] | None = None,
    ) -> None:
        del stream, command, at
        self._refuse(then)

    def ask_for(
        self,
        asked: Coroutine[Any, Any, Done | Refusal],
        then: Callable[[Done | Refusal], None] | None = None,
    ) -> None:
        asked.close()
        self._refuse(then)

    def attach(
        self,
        stream: str,
        files: Sequence[tuple[Offered, str]],
        *,
        text: str = "",
        then: Callable[[Done | Refusal], None] | None = None,
    ) -> None:
        del stream, files, text
        self._refuse(then)

    def _refuse(self, then: Callable[[Done | Refusal], None] | None) -> None:
        refusal = refuse("looking_back")
        self.refused.emit(refusal)
        if then:
            then(refusal)


class PastScene(Scene, frozen=True, kw_only=True):
    """Its `bridge` is a `LookingBack`: every command is refused, whichever way it takes."""

    hindsight: Hindsight

    @property
    def incident(self) -> Incident:
        return self.hindsight.incident

    @property
    def plan(self) -> Plan | None:
        return self.hindsight.plan

    @property
    def site(self) -> Site:
        return self.hindsight.site

    @property
    def now(self) -> datetime:
        return self.hindsight.moment

    def refuse(self, refusal: Refusal, then: Answered | None = None) -> None:
        """Why nothing can be done comes before why this cannot be read."""
        del refusal
        Scene.refuse(self, refuse("looking_back"), then)
