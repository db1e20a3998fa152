"""Puts together what works on the line to the shared log."""

from __future__ import annotations

from collections.abc import Callable

from app.station.agenda import Agenda
from app.station.clock import Clock
from app.station.holdings import Holdings
from app.station.inquest import Inquest
from app.station.keeper import Keeper
from app.station.line import Line
from app.station.notices import Notices
from app.station.presence import Heartbeat
from app.station.proof import Proof
from app.station.pull import Pull
from app.station.push import Push
from app.station.status import Status
from app.store.held import Held
from app.store.log import Presence, SharedLog
from app.store.outbox import Outbox


def wire(
    *,
    log: SharedLog,
    outbox: Outbox,
    held: Held,
    keeper: Keeper,
    holdings: Holdings,
    agenda: Agenda,
    status: Status,
    clock: Clock,
    me: Callable[[], Presence],
) -> tuple[Push, Line]:
    notices = Notices(holdings, agenda)
    push = Push(
        log=log, outbox=outbox, holdings=holdings, notices=notices, status=status, now=clock.now
    )
    inquest = Inquest(
        holdings=holdings, held=held, keeper=keeper, outbox=outbox, status=status, now=clock.now,
        offered=push.wake,
    )  # fmt: skip
    pull = Pull(log, holdings, agenda, inquest, status)
    heartbeat = Heartbeat(
        log=log, clock=clock, status=status, me=me, busy=lambda: pull.busy or push.busy
    )
    line = Line(
        log=log, status=status, heartbeat=heartbeat, notices=notices, pull=pull, push=push,
        proof=Proof(log, holdings, agenda),
    )  # fmt: skip
    return push, line
