"""The services from outside: called, here, left, and what can be said of each next."""

from __future__ import annotations

from enum import Enum

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.outside import ServiceValue
from app.presenters.part import Part, Scene

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


class ServicesPresenter(Part):
    cells = ("service",)

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.props: tuple[ServiceProps, ...] = ()
        self.refresh()

    def refresh(self) -> None:
        plan, reader = self.scene.plan, self.scene.reader
        recorded = self.scene.incident.services
        named = {service.number: service for service in plan.services} if plan else {}
        props = []
        for number in dict.fromkeys([*named, *recorded]):
            value, known = recorded.get(number, ServiceValue()), named.get(number)
            props.append(
                ServiceProps(
                    number=number,
                    name=reader.text(known.name) if known else number,
                    when=reader.text(known.when) if known and known.when else "",
                    state=self._state(value),
                    step=_step(value),
                )
            )
        if tuple(props) != self.props:
            self.props = tuple(props)
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

    def call(self, service: str, said: str) -> None:
        self.scene.ask(f.ServiceCalled(service=service, said=said))

    def arrived(self, service: str) -> None:
        self.scene.ask(f.ServiceArrived(service=service))

    def left(self, service: str) -> None:
        self.scene.ask(f.ServiceLeft(service=service))


def _step(value: ServiceValue) -> ServiceStep:
    if value.called_at is None or value.left_at is not None:
        return ServiceStep.CALL
    return ServiceStep.LEAVE if value.arrived_at else ServiceStep.ARRIVE
