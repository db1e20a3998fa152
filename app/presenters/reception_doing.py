"""What is recorded at a reception; names and contacts go past the log, to their own place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec

from app.models import facts as f
from app.models.command import Refusal
from app.models.facts import KnownFact
from app.models.quick import date_ahead, time_ahead
from app.models.reception import ReceptionRow, RepresentativeRow, erase_by
from app.models.refusals import refuse
from app.presenters.asking import Answers, changed
from app.presenters.part import Answered, Scene
from app.presenters.reception_asking import said_of
from app.station.changed import Done
from app.store.contacts import Contact

_MOST_DIGITS = 12
"""More is refused as no number at all."""


class ReceptionDoing:
    """`shown` are the contacts that somebody asked to see, by key; `show` shows them anew.

    `absent` are those that somebody asked to see and that are nowhere within reach.
    """

    def __init__(self, scene: Scene, show: Callable[[], None]) -> None:
        self._scene = scene
        self._show = show
        self.shown: dict[str, Contact] = {}
        self.absent: set[str] = set()
        self._looks = 0
        """How often the page was left: what was looked up before is not shown after."""

    def is_looked_up(self, contact: str) -> bool:
        """Whether somebody has looked: what was there is known, so it may be typed anew."""
        return contact in self.shown or contact in self.absent

    # What the log says ----------------------------------------------------------------------------

    def begin(self, given: Answers, then: Answered | None) -> None:
        people = _number(given["people"])
        if isinstance(people, Refusal):
            self._scene.refuse(people, then)
            return
        fact = f.ReceptionBegun(
            reception=self._new_key("reception"), matter=given["matter"], people=people,
            unit=given["unit"], received_by=given["by"],
        )  # fmt: skip
        self._scene.ask(fact, then)

    def about(self, row: ReceptionRow, action: str, given: Answers, then: Answered | None) -> None:
        """Also `representative`: who they are, if they said so, is kept apart."""
        if action == "representative":
            fact = f.RepresentativeAdded(
                reception=row.key, representative=self._new_key("representative")
            )
            self._receive(row, fact, given, then)
            return
        said = self._said(row, action, given)
        if isinstance(said, Refusal):
            self._scene.refuse(said, then)
        else:
            self._scene.ask(said, then)

    def _said(self, row: ReceptionRow, action: str, given: Answers) -> KnownFact | Refusal:
        match action:
            case "answer":
                return f.MatterAnswered(reception=row.key, text=given["text"], by=given["by"])
            case "promise":
                return self._promised(row, given)
            case "amend":
                return _amended(row, given)
            case "end":
                return f.ReceptionEnded(reception=row.key, outcome=given["outcome"])
            case _:
                raise ValueError(action)

    def _promised(self, row: ReceptionRow, given: Answers) -> f.Promised | Refusal:
        due = self._moment(given["due"])
        if due is None:
            return refuse("no_date", typed=given["due"])
        return f.Promised(
            follow_up=self._new_key("promise"), reception=row.key, text=given["text"],
            owner=given["owner"], due=due,
        )  # fmt: skip

    def _moment(self, typed: str) -> datetime | None:
        """A number alone is days: promises are kept within days."""
        now, zone = self._scene.now, self._scene.reader.zone
        return date_ahead(typed, now, zone) or time_ahead(typed, now, zone)

    def _new_key(self, kind: str) -> str:
        """Made from its moment, so that two never meet."""
        return f"{kind}-{self._scene.now:%Y%m%d%H%M%S%f}"

    # What the contacts say ------------------------------------------------------------------------

    def about_representative(
        self, row: ReceptionRow, who: RepresentativeRow, action: str, given: Answers,
        then: Answered | None,
    ) -> None:  # fmt: skip
        scene = self._scene
        match action:
            case "left":
                left = f.RepresentativeLeft(reception=row.key, representative=who.key)
                scene.ask(left, then)
            case "show":
                self._toggle(who.contact)
            case "erase":
                contacts = scene.bridge.station.contacts
                scene.bridge.ask_for(contacts.erase(scene.stream, who.contact), then)
            case "contact" if who.contact:
                scene.bridge.ask_for(self._change(who, given), then)
            case "contact":
                fact = f.RepresentativeAdded(reception=row.key, representative=who.key)
                self._receive(row, fact, given, then)
            case _:
                raise ValueError(action)

    def _receive(
        self, row: ReceptionRow, fact: f.RepresentativeAdded, given: Answers,
        then: Answered | None,
    ) -> None:  # fmt: skip
        bridge = self._scene.bridge
        fact = msgspec.structs.replace(fact, erase_by=erase_by(row.begun_at, self._scene.plan))
        received = bridge.station.contacts.receive(
            self._scene.stream, fact, name=given["name"], reach=given["reach"]
        )
        bridge.ask_for(received, then)

    async def _change(self, who: RepresentativeRow, given: Answers) -> Done | Refusal:
        scene = self._scene
        contact = Contact(
            key=who.contact, stream=scene.stream, name=given["name"], reach=given["reach"],
            erase_by=who.erase_by or scene.now,
        )  # fmt: skip
        refusal = await scene.bridge.station.contacts.keep(contact)
        if refusal is not None:
            return refusal
        self.absent.discard(who.contact)
        if who.contact in self.shown:
            self.shown[who.contact] = contact
            self._show()
        return Done(stream=scene.stream, entries=())

    def _toggle(self, contact: str) -> None:
        if contact in self.shown:
            del self.shown[contact]
            self._show()
        else:
            self._scene.bridge.run(self._look_up(contact, self._looks))

    async def _look_up(self, contact: str, looks: int) -> None:
        scene = self._scene
        found = await scene.bridge.station.contacts.of(scene.stream)
        if looks != self._looks:
            return
        wanted = [each for each in found.contacts if each.key == contact]
        if wanted:
            self.shown[contact] = wanted[0]
            self._show()
        elif found.trouble is not None:
            scene.refuse(Refusal(code="contact_away", why=found.trouble))
        else:
            self.absent.add(contact)
            scene.refuse(refuse("contact_elsewhere"))

    def hide_all(self) -> None:
        """Nobody looks any more: names do not stay on a screen."""
        self._looks += 1
        if self.shown:
            self.shown.clear()
            self._show()


def _amended(row: ReceptionRow, given: Answers) -> f.ReceptionAmended | Refusal:
    """Only what was changed; nothing if nothing was, which is refused with the reason."""
    new = changed(given, said_of(row))
    people = _number(new["people"]) if "people" in new else None
    if isinstance(people, Refusal):
        return people
    return f.ReceptionAmended(
        reception=row.key, matter=new.get("matter"), people=people, unit=new.get("unit"),
        received_by=new.get("by"),
    )  # fmt: skip


def _number(typed: str) -> int | Refusal:
    """Nothing typed: it is not known."""
    if not typed or (typed.isdecimal() and len(typed) < _MOST_DIGITS):
        return int(typed or 0)
    return refuse("no_number", typed=typed)
