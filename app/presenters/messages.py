"""Messages as shown: which can be sent, which are under way, delivered, or failed and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.message_failures import failure_words
from app.models.message_states import MessageState
from app.models.messages import MessageRow, messages, sendable
from app.models.plan import PlanNotification
from app.models.tasks import owner_name
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Question
from app.presenters.part import Answered, Scene
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.rows import Row, RowModel
from app.presenters.sending import Sending, ask_switch, self_senders
from app.presenters.words import listing

_tr = QCoreApplication.translate

SENT, TO_SEND = "message:", "send:"
"""What a row's key begins with."""


def derive_message_row(row: MessageRow, reader: QtReader, now: datetime) -> Row:
    value = row.value
    who = reader.text(row.who) if row.who else ""
    failed = value.state is MessageState.FAILED or row.is_silent(now)
    open_ = failed and not row.made_good
    said = [who, _outcome(row, reader, now), value.text.replace("\n", " ")]
    chip, severity = _chip(row, now)
    return Row(
        key=SENT + row.key,
        title=value.to,
        bold=len(value.to),
        subtitle=" • ".join(part for part in said if part),
        chip=chip,
        chip_severity=Severity.PLAIN if row.made_good else severity,
        settled=reader.time(value.sent_at) if value.sent_at else "",
        quiet=value.state is MessageState.DELIVERED or row.made_good,
        ended=value.state is MessageState.DELIVERED or row.made_good,
        action="again" if open_ else "",
        action_text=_tr("Messages", "Retry") if open_ else "",
    )


def _chip(row: MessageRow, now: datetime) -> tuple[str, Severity]:
    match row.value.state:
        case MessageState.DELIVERED:
            return _tr("Messages", "delivered"), Severity.GOOD
        case MessageState.FAILED:
            return _tr("Messages", "failed"), Severity.OVERDUE
        case _ if row.is_silent(now):
            return _tr("Messages", "no result"), Severity.OVERDUE
        case _:
            return _tr("Messages", "sending"), Severity.WAITING


def _outcome(row: MessageRow, reader: QtReader, now: datetime) -> str:
    value = row.value
    if value.delivered_at:
        told = _tr("Messages", "delivered {time} in {seconds} s")
        seconds = f"{value.took_ms / 1000:.1f}"
        return told.format(time=reader.time(value.delivered_at), seconds=seconds)
    if value.state is MessageState.FAILED:
        return reader.word(failure_words(value.why))
    if row.is_silent(now):
        return _tr("Messages", "not known whether it went out: phone them, or send it again")
    return _tr("Messages", "sent by itself") if value.by_itself else ""


class MessagesProps(msgspec.Struct, frozen=True, kw_only=True):
    """`by_itself` is None where the plan has no messages that send themselves."""

    told: str = ""
    empty: str = ""
    by_itself: bool | None = None


class MessagesPresenter(Acting):
    cells = (
        "message", "notification", "level", "course", "phase", "sign", "people", "detail",
    )  # fmt: skip
    may_sleep = True
    keys: ClassVar[Mapping[str, str]] = {
        "S": "send",
        "R": "again",
        "W": "write",
        "Shift+S": "switch",
    }

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._sending = Sending(scene)
        self._next_silent: datetime | None = None
        self.model = RowModel(scene.now, self)
        self.props = MessagesProps()
        self.refresh()

    def refresh(self) -> None:
        """What failed, what is under way, what can be sent, what was delivered."""
        incident, plan, now = self.scene.incident, self.scene.plan, self.scene.now
        sent = messages(incident, plan)
        self._next_silent = min(
            (row.silent_at for row in sent if row.silent_at and row.silent_at > now), default=None
        )
        rows = [derive_message_row(row, self.scene.reader, now) for row in sent]
        live = [row for row in rows if not row.quiet]
        can = [self._can_be_sent(planned) for planned in sendable(incident, plan)]
        live.sort(key=lambda row: not row.action)
        self.model.set_rows([*live, *can, *(row for row in rows if row.quiet)])
        props = MessagesProps(
            told=self._told(sent, rows),
            empty=""
            if rows or can
            else _tr("Messages", "Nothing to send yet. Write sends any words."),
            by_itself=self._by_itself(),
        )  # fmt: skip
        if props != self.props:
            self.props = props
            self.changed.emit()

    def tick(self, now: datetime) -> None:
        self.model.tick(now)
        if self._next_silent is not None and now >= self._next_silent:
            self.refresh()

    def _told(self, sent: list[MessageRow], rows: list[Row]) -> str:
        failed = sum(bool(row.action) for row in rows)
        if failed:
            return _tr("Messages", "{count} failed").format(count=failed)
        return _tr("Messages", "{count} sent").format(count=len(sent)) if sent else ""

    def _by_itself(self) -> bool | None:
        plan = self.scene.plan
        if plan is None or not self_senders(plan):
            return None
        return self.scene.site.sends_by_itself(plan.key)

    def _can_be_sent(self, planned: PlanNotification) -> Row:
        reader = self.scene.reader
        meant = [each.label for each in self._sending.meant(planned.key)]
        to = listing(meant) or _tr("Messages", "no address: phone them, or tick one")
        title = _tr("Messages", "Tell {who}").format(who=reader.text(planned.who))
        by = reader.text(owner_name(self.scene.plan, planned.by))
        return Row(
            key=TO_SEND + planned.key, title=title, bold=len(title), subtitle=f"{by} • {to}",
            action="send", action_text=_tr("Messages", "Send…"),
        )  # fmt: skip

    # What a person can ask for ---------------------------------------------------------------

    def keys_of(self, key: str) -> Mapping[str, str]:
        usable = {choice.action for choice in (*self.choices(key), *self.choices(""))}
        return {k: does for k, does in self.keys.items() if does in usable}

    def choices(self, key: str) -> tuple[Choice, ...]:
        at = self.model.position(key) if key else -1
        if at >= 0 and self.model.row(at).action:
            row = self.model.row(at)
            return (self._choice(row.action, row.action_text),)
        if key:
            return ()
        switch = {
            True: _tr("Messages", "Send by itself: switch off…"),
            False: _tr("Messages", "Send by itself: switch on…"),
        }
        write = self._choice("write", _tr("Messages", "Write a message…"))
        by_itself = self.props.by_itself
        return (write, *(() if by_itself is None else (self._choice("switch", switch[by_itself]),)))

    def question(self, key: str, action: str) -> Question | None:
        match action:
            case "send":
                return self._sending.question(key.removeprefix(TO_SEND))
            case "write":
                return self._sending.question("")
            case "switch" if self.scene.plan:
                on = not self.props.by_itself
                return ask_switch(self.scene.plan, self.scene.reader, on=on)
            case _:
                return None

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        match action:
            case "send":
                self._sending.send(key.removeprefix(TO_SEND), answers, then)
            case "write":
                self._sending.send("", answers, then)
            case "again":
                self._sending.again(key.removeprefix(SENT), then)
            case "switch" if self.scene.plan:
                switch = f.SendingSwitched(plan=self.scene.plan.key, on=not self.props.by_itself)
                self.scene.ask(switch, then)
            case _:
                raise ValueError(action)
