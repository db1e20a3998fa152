"""The addresses that messages go to: added, changed, tried, removed; without their secrets."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import Any, ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.command import Refusal
from app.models.entry import SITE
from app.models.messages import marked
from app.models.refusals import refuse
from app.models.text import Text
from app.presenters.address_rows import Tried, derive_address_row
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.bridge import Bridge
from app.presenters.part import Answered, Scene
from app.presenters.reader import QtReader
from app.presenters.rows import RowModel
from app.presenters.sending import ask_switch, self_senders
from app.station.changed import Changed, Done
from app.station.messenger import Messenger
from app.station.postman import shown
from app.store.addresses import Address
from app.store.log import LogError

_tr = QCoreApplication.translate

_TEST = Text(
    en="A test of Muster’s messages to “{label}”. Nothing has happened; please do not answer.",
    zh="Muster 消息测试：发往“{label}”。没有发生任何事件，请勿回复。",
)
_SWITCH = "switch:"


class AddressesProps(msgspec.Struct, frozen=True, kw_only=True):
    told: str = ""
    empty: str = ""


class AddressesPresenter(Acting):
    keys: ClassVar[Mapping[str, str]] = {
        "A": "add", "R": "change", "T": "test", "O": "turn", "Del": "remove",
    }  # fmt: skip

    def __init__(self, bridge: Bridge, reader: QtReader, messenger: Messenger) -> None:
        super().__init__(Scene(bridge=bridge, reader=reader, stream=""))
        self._messenger, self._book = messenger, bridge.station.book
        self._tests: dict[str, Tried] = {}
        self.model = RowModel(bridge.now(), self)
        self.props = AddressesProps()
        self._book.changed.add(lambda _news: self.refresh())
        bridge.changed.connect(self._take)
        self.refresh()

    def begin(self) -> None:
        """Somebody looks: as they are now."""
        self.scene.bridge.run(self._book.refresh())

    def refresh(self) -> None:
        known, reader = self._book.known, self.scene.reader
        rows = [derive_address_row(each, self._tests.get(each.key), reader) for each in known]
        self.model.set_rows(rows)
        told = _tr("Addresses", "{count} of {all} in use")
        in_use = sum(each.active for each in known)
        self.props = AddressesProps(
            told=told.format(count=in_use, all=len(known)) if known else "", empty=self._empty()
        )
        self.changed.emit()

    def _empty(self) -> str:
        if self._book.known:
            return ""
        if self._book.is_read:
            return _tr("Addresses", "No address yet: without one, phone. A adds one.")
        return _tr(
            "Addresses",
            "The addresses are kept beside the shared log, which is away or does not let this "
            "login read them.",
        )

    def _take(self, changed: Changed) -> None:
        if changed.stream == SITE and changed.changes.touches("plan", "sending"):
            self.refresh()

    # What a person can ask for ---------------------------------------------------------------

    def choices(self, key: str) -> tuple[Choice, ...]:
        address = self._book.get(key)
        if address is None:
            return tuple(self._switches())
        on, off = _tr("Addresses", "Switch on"), _tr("Addresses", "Switch off")
        return (
            self._choice("test", _tr("Addresses", "Send a test message")),
            self._choice("change", _tr("Addresses", "Change…")),
            self._choice("turn", off if address.active else on),
            self._choice("remove", _tr("Addresses", "Remove…")),
            self._choice("add", _tr("Addresses", "Add another…")),
        )

    def _switches(self) -> list[Choice]:
        """Plans that can send by themselves, with whether they do."""
        site, reader = self.scene.site, self.scene.reader
        on, off = _tr("Addresses", "{plan}: on"), _tr("Addresses", "{plan}: off")
        return [
            Choice(
                action=_SWITCH + plan.key,
                text=(on if site.sends_by_itself(plan.key) else off).format(
                    plan=reader.text(plan.title)
                ),
            )
            for plan in site.plans.values()
            if self_senders(plan)
        ]

    def question(self, key: str, action: str) -> Question | None:
        address = self._book.get(key)
        if action == "add":
            return self._ask(Address(key="", label="", url=""), _tr("Addresses", "Add an address"))
        if action == "change" and address:
            return self._ask(address, _tr("Addresses", "Change the address"))
        if action == "remove" and address:
            title = _tr("Addresses", "Remove “{label}”? Its address is forgotten for good.")
            remove = _tr("Addresses", "Remove")
            return Question(title=title.format(label=address.label), do=remove)
        if action.startswith(_SWITCH):
            return self._ask_switch(action.removeprefix(_SWITCH))
        return None

    def _ask(self, address: Address, title: str) -> Question:
        kept = _tr("Addresses", "as it is: {shown}").format(shown=shown(address.url))
        hint = kept if address.url else "mailto://…  wecombot://…  dingtalk://…  json://…"
        yes, no = _tr("Addresses", "yes, also drills"), _tr("Addresses", "no, never a drill")
        return Question(
            title=title, do=_tr("Addresses", "Keep"),
            fields=(
                Field(key="label", label=_tr("Addresses", "Name"), value=address.label),
                Field(key="url", label=_tr("Addresses", "Address"), hint=hint),
                Field(key="language", label=_tr("Addresses", "Language"), value=address.language,
                      options=(("zh", "中文"), ("en", "English"))),
                Field(key="for_drills", label=_tr("Addresses", "For drills"),
                      value="yes" if address.for_drills else "no",
                      options=(("no", no), ("yes", yes))),
            ),
        )  # fmt: skip

    def _ask_switch(self, key: str) -> Question | None:
        site = self.scene.site
        plan = next((each for each in site.plans.values() if each.key == key), None)
        on = not site.sends_by_itself(key)
        return ask_switch(plan, self.scene.reader, on=on) if plan else None

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        bridge, address = self.scene.bridge, self._book.get(key)
        if action == "add" or (action == "change" and address):
            bridge.ask_for(self._keep(address if action == "change" else None, answers), then)
        elif action == "remove" and address:
            bridge.ask_for(self._told(self._book.drop(key)), then)
        elif action == "turn" and address:
            active = not address.active
            turned = self.change(key, lambda each: msgspec.structs.replace(each, active=active))
            bridge.ask_for(turned, then)
        elif action == "test" and address:
            bridge.run(self._test(address))
        elif action.startswith(_SWITCH):
            plan = action.removeprefix(_SWITCH)
            on = not self.scene.site.sends_by_itself(plan)
            bridge.ask(None, f.SendingSwitched(plan=plan, on=on), then=then)

    async def _keep(self, address: Address | None, answers: Answers) -> Done | Refusal:
        """The key of a new one is made of its moment, so that two never meet."""
        url = answers["url"].strip() or (address.url if address else "")
        label = answers["label"].strip()
        if not label or not url:
            field = _tr("Addresses", "Name") if url else _tr("Addresses", "Address")
            return refuse("missing", field=field)
        if (address is None or url != address.url) and not await self._messenger.reads(url):
            return refuse("unreadable_address")
        new = Address(
            key=f"a{self.scene.now:%Y%m%d%H%M%S%f}", label=label, url=url,
            language=answers["language"], for_drills=answers["for_drills"] == "yes",
        )  # fmt: skip
        if address is None:
            return await self._told(self._book.keep(new))
        return await self.change(
            address.key,
            lambda each: msgspec.structs.replace(
                new, key=each.key, targets=each.targets, active=each.active
            ),
        )

    async def change(self, key: str, change: Callable[[Address], Address]) -> Done | Refusal:
        return await self._told(self._book.change(key, change))

    async def _told(self, kept: Coroutine[Any, Any, None]) -> Done | Refusal:
        try:
            await kept
        except LogError as error:
            return Refusal(code="not_kept", why=error.why)
        return Done(stream=SITE, entries=())

    async def _test(self, address: Address) -> None:
        self._note(address.key, None)
        text = _TEST.in_language(address.language).format(label=address.label)
        subject = marked("Muster", address.language, drill=True)
        self._note(address.key, await self._messenger.test(address, subject, text))

    def _note(self, key: str, why: str | None) -> None:
        self._tests[key] = Tried(at=self.scene.now, why=why)
        self.refresh()
