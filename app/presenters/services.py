"""The services from outside: called, here, left, and what can be said of each next."""

from __future__ import annotations

from enum import Enum

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.outside import ServiceValue
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.part import Answered, Scene

_tr = QCoreApplication.translate


class ServiceStep(Enum):
    """What comes next for a service."""

    CALL = "call"
    ARRIVE = "arrive"
    LEAVE = "leave"


class ServiceProps(msgspec.Struct, frozen=True, kw_only=True):
    number: str
    name: str
    state: str
    when: str
    step: ServiceStep


class ServicesProps(msgspec.Struct, frozen=True, kw_only=True):
    """`first` can be called before all others; `told` says who was, and whether they are here."""

    first: str = ""
    told: str = ""


class ServicesPresenter(Acting):
    cells = ("service",)

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.props = ServicesProps()
        self.services: tuple[ServiceProps, ...] = ()
        self.refresh()

    def refresh(self) -> None:
        plan, reader = self.scene.plan, self.scene.reader
        recorded = self.scene.incident.services
        named = {service.number: service for service in plan.services} if plan else {}
        found = []
        for number in dict.fromkeys([*named, *recorded]):
            value, known = recorded.get(number, ServiceValue()), named.get(number)
            found.append(
                ServiceProps(
                    number=number,
                    name=reader.text(known.name) if known else number,
                    when=reader.text(known.when) if known and known.when else "",
                    state=self._state(value),
                    step=_step(value),
                )
            )
        self.services = tuple(found)
        props = ServicesProps(
            first=self.services[0].number if self.services else "",
            told=_told(self.services),
        )
        if props != self.props:
            self.props = props
            self.changed.emit()

    def _state(self, value: ServiceValue) -> str:
        time = self.scene.reader.time
        if value.left_at:
            return _tr("Services", "left {time}").format(time=time(value.left_at))
        if value.arrived_at:
            return _tr("Services", "here since {time}").format(time=time(value.arrived_at))
        if value.called_at:
            return _tr("Services", "called {time}").format(time=time(value.called_at))
        return ""

    # What a person can ask for ---------------------------------------------------------------

    def choices(self, key: str) -> tuple[Choice, ...]:
        """What comes next for each service."""
        del key
        words = {
            ServiceStep.CALL: _tr("Services", "Call {number} {name}…"),
            ServiceStep.ARRIVE: _tr("Services", "{number} {name} is here"),
            ServiceStep.LEAVE: _tr("Services", "{number} {name} has left"),
        }
        return tuple(
            Choice(
                action=f"{each.step.value}:{each.number}",
                text=words[each.step].format(number=each.number, name=each.name),
            )
            for each in self.services
        )

    def question(self, key: str, action: str) -> Question | None:
        del key
        step, _, number = action.partition(":")
        service = next((each for each in self.services if each.number == number), None)
        if step != ServiceStep.CALL.value or service is None:
            return None
        title = _tr("Services", "{number} {name} was called")
        return Question(
            title=title.format(number=number, name=service.name),
            note=service.when,
            do=_tr("Services", "Record the call"),
            fields=(Field(key="said", label=_tr("Services", "What was said")),),
        )

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        del key
        step, _, number = action.partition(":")
        match ServiceStep(step):
            case ServiceStep.CALL:
                self.scene.ask(f.ServiceCalled(service=number, said=answers["said"]), then)
            case ServiceStep.ARRIVE:
                self.scene.ask(f.ServiceArrived(service=number), then)
            case ServiceStep.LEAVE:
                self.scene.ask(f.ServiceLeft(service=number), then)


def _told(services: tuple[ServiceProps, ...]) -> str:
    return "  •  ".join(f"{s.number} {s.name}: {s.state}" for s in services if s.state)


def _step(value: ServiceValue) -> ServiceStep:
    if value.called_at is None or value.left_at is not None:
        return ServiceStep.CALL
    return ServiceStep.LEAVE if value.arrived_at else ServiceStep.ARRIVE
