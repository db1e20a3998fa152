"""Whom an address reaches: everyone, or the notifications of plans that are ticked for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication

from app.presenters.addresses import AddressesPresenter
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice
from app.presenters.part import Answered
from app.presenters.rows import Row, RowModel
from app.store.addresses import EVERY_TARGET, Address

_tr = QCoreApplication.translate


class TargetsPresenter(Acting):
    """Of the address that is chosen in the list beside."""

    keys: ClassVar[Mapping[str, str]] = {"Space": "tick"}

    def __init__(self, addresses: AddressesPresenter) -> None:
        super().__init__(addresses.scene)
        self._addresses = addresses
        self._key = ""
        self.model = RowModel(self.scene.now, self)
        self.told = ""
        addresses.changed.connect(self.refresh)
        self.refresh()

    def choose(self, key: str) -> None:
        self._key = key
        self.refresh()

    @property
    def _address(self) -> Address | None:
        return self.scene.bridge.station.book.get(self._key)

    def refresh(self) -> None:
        address = self._address
        self.told = address.label if address else ""
        self.model.set_rows(self._rows(address) if address else [])
        self.changed.emit()

    def _rows(self, address: Address) -> list[Row]:
        reader = self.scene.reader
        everyone = _tr("Addresses", "Everyone to be told, in every plan")
        rows = [self._row(EVERY_TARGET, everyone, "", address)]
        for plan in self.scene.site.plans.values():
            title = reader.text(plan.title)
            rows += [
                self._row(f"{plan.key}/{each.key}", reader.text(each.who), title, address)
                for each in plan.notifications
            ]
        return rows

    def _row(self, key: str, who: str, plan: str, address: Address) -> Row:
        return Row(
            key=key, title=who, bold=len(who), subtitle=plan, action="tick",
            action_text=_tr("Addresses", "Tick"), checked=key in address.targets,
            quiet=key != EVERY_TARGET and EVERY_TARGET in address.targets,
        )  # fmt: skip

    def choices(self, key: str) -> tuple[Choice, ...]:
        del key
        return (self._choice("tick", _tr("Addresses", "Tick")),)

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        del action, answers
        address = self._address
        if address is None:
            return
        wanted = key not in address.targets

        def tick(each: Address) -> Address:
            others = tuple(target for target in each.targets if target != key)
            return msgspec.structs.replace(each, targets=(*others, key) if wanted else others)

        self.scene.bridge.ask_for(self._addresses.change(address.key, tick), then)
