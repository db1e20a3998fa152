"""The services from outside: what to tell them, called, here, left, and what comes next."""

from __future__ import annotations

from datetime import datetime

import msgspec
from PySide6.QtCore import QCoreApplication, Signal

from app.models import facts as f
from app.models.course import Status
from app.models.services import ServiceRow, ServiceStep, services
from app.models.text import Text
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Question
from app.presenters.countdown import span
from app.presenters.part import Answered, Scene
from app.presenters.reader import QtReader
from app.presenters.service_asking import (
    GONE,
    ask_call,
    ask_number,
    ask_reference,
    ask_site,
    ask_units,
    described,
    service_title,
    sheet_words,
)
from app.presenters.words import about, listing, series, with_note

_tr = QCoreApplication.translate

WITH_UNITS, REFERENCE, DEFINE, DESCRIBE = "units", "reference", "define", "describe"
"""Actions besides the steps; the first two are about a service, as in "units:110"."""


class ServicesProps(msgspec.Struct, frozen=True, kw_only=True):
    """`first` can be called before all others; `told` says who was, and whether they are here.

    `counts` while some are still to come.
    """

    first: str = ""
    told: str = ""
    counts: bool = False


def derive_told(rows: list[ServiceRow], reader: QtReader) -> str:
    said = [(row, _state(row, reader)) for row in rows]
    return "  •  ".join(about(service_title(row, reader), state) for row, state in said if state)


class ServicesPresenter(Acting):
    """Calls go by the service's key in the plans: "call:110", whatever is dialled for it here."""

    counted = Signal()
    """A service that was called has been awaited for a second longer."""
    cells = ("service", "course")

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.props = ServicesProps()
        self._rows: list[ServiceRow] = []
        self.refresh()

    def refresh(self) -> None:
        scene = self.scene
        self._rows = services(scene.incident, scene.plan, scene.site)
        props = ServicesProps(
            first=self._rows[0].number if self._rows else "",
            told=derive_told(self._rows, scene.reader),
            counts=self._is_counting(),
        )
        if props != self.props:
            self.props = props
            self.changed.emit()

    def tick(self, now: datetime) -> None:
        del now
        if self.props.counts:
            self.counted.emit()

    def _is_counting(self) -> bool:
        """Once it is over nobody waits for them."""
        is_open = self.scene.incident.course.status is Status.OPEN
        return is_open and any(row.awaited_since for row in self._rows)

    def waits(self) -> str:
        """How long ago those were called who are still to come; "" once it is over."""
        if not self.props.counts:
            return ""
        now = self.scene.now
        ago = _tr("Services", "{number} called {time} ago")
        return "  •  ".join(
            ago.format(number=row.number, time=span(now - row.awaited_since))
            for row in self._rows
            if row.awaited_since
        )

    # What a person can ask for ---------------------------------------------------------------

    def choices(self, key: str) -> tuple[Choice, ...]:
        """What comes next for each service, then what else can be said of those called."""
        del key
        steps = tuple(self._step(row) for row in self._rows)
        more = tuple(choice for row in self._rows for choice in self._more(row))
        define = Choice(action=DEFINE, text=_tr("Services", "Numbers dialled here…"))
        describe = Choice(action=DESCRIBE, text=_tr("Services", "Name, address, call-back number…"))
        return (*steps, *more, define, describe)

    def _step(self, row: ServiceRow) -> Choice:
        words = {
            ServiceStep.CALL: _tr("Services", "Call {service}…"),
            ServiceStep.ARRIVE: _tr("Services", "{service} is here"),
            ServiceStep.LEAVE: _tr("Services", "{service} has left"),
        }
        text = words[row.step].format(service=service_title(row, self.scene.reader))
        return Choice(action=f"{row.step.value}:{row.key}", text=text)

    def _more(self, row: ServiceRow) -> list[Choice]:
        found = []
        if row.step is ServiceStep.ARRIVE:
            text = _tr("Services", "{service} is here, with…")
            found.append((WITH_UNITS, text))
        if row.step is not ServiceStep.CALL:
            found.append((REFERENCE, _tr("Services", "{service}: reference number…")))
        title = service_title(row, self.scene.reader)
        return [Choice(action=f"{action}:{row.key}", text=text.format(service=title))
                for action, text in found]  # fmt: skip

    def question(self, key: str, action: str) -> Question | None:
        del key
        step, _, service = action.partition(":")
        if step == DEFINE:
            return ask_number(self._rows, self.scene.reader)
        if step == DESCRIBE:
            return ask_site(self.scene.site.description)
        row = next((each for each in self._rows if each.key == service), None)
        if row is None:
            return None
        match step:
            case ServiceStep.CALL.value:
                return ask_call(row, self.scene)
            case "units":
                return ask_units(row, self.scene.reader)
            case "reference":
                return ask_reference(row, self.scene.reader)
            case _:
                return None

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        del key
        step, _, service = action.partition(":")
        match step:
            case "call":
                self.scene.ask(self._called(service, answers), then)
            case "arrive" | "units":
                units = answers.get("units", "").strip()
                self.scene.ask(f.ServiceArrived(service=service, units=units), then)
            case "leave":
                self.scene.ask(f.ServiceLeft(service=service), then)
            case "reference":
                given = answers["reference"]
                self.scene.ask(f.ServiceReferenced(service=service, reference=given), then)
            case "define":
                self.scene.ask(self._defined(answers), then)
            case "describe":
                self.scene.ask(described(answers), then)
            case _:
                raise ValueError(action)

    def _called(self, service: str, answers: Answers) -> f.ServiceCalled:
        """What was told stands twice: prompt by prompt, and as one sentence for the timeline."""
        prompts = [prompt for prompt, _, _ in sheet_words(service, self.scene)]
        sheet = tuple((prompt, answers.get(prompt, "").strip()) for prompt in prompts)
        told = series(words for _, words in sheet)
        return f.ServiceCalled(
            service=service, said=told, sheet=sheet, called_by=answers.get("by", "").strip(),
            reference=answers.get("reference", ""),
        )  # fmt: skip

    def _defined(self, answers: Answers) -> f.ServiceDefined:
        key = answers["service"].strip()
        row = next((each for each in self._rows if each.key == key), None)
        name = row.name if row else Text("", "")
        en, zh = answers["en"].strip() or name.en, answers["zh"].strip() or name.zh
        return f.ServiceDefined(
            service=key,
            number=answers["number"].strip() or (row.number if row else key),
            name=Text(en=en or zh, zh=zh or en),
            active=answers["used"] != GONE,
        )


def _state(row: ServiceRow, reader: QtReader) -> str:
    value, said = row.value, ""
    if value.left_at:
        said = _tr("Services", "left {time}").format(time=reader.time(value.left_at))
    elif value.arrived_at:
        said = _tr("Services", "here since {time}").format(time=reader.time(value.arrived_at))
    elif value.called_at:
        said = _tr("Services", "called {time}").format(time=reader.time(value.called_at))
    more = [each for each in (value.units, value.reference) if each]
    return with_note(said, listing(more)) if said else ""
