"""Whom an address reaches: ticked one by one, however slow the line is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

import pytest

from app.presenters.addresses import AddressesPresenter
from app.presenters.bridge import Bridge
from app.presenters.reader import QtReader
from app.presenters.targets import TargetsPresenter
from app.station.messenger import Messenger
from app.station.postman import NoPostman
from app.station.station import Station
from app.store.addresses import EVERY_TARGET, Address
from tests.desk_harness import Stage

LEADERS, HEAD = "office-crowd/leaders", "office-crowd/order_head"


@pytest.fixture
def station(stage: Stage) -> Station:
    made = stage.station()
    stage.run(made.book.keep(Address(key="a1", label="Leaders", url="json://example")))
    return made


@pytest.fixture
def addresses(stage: Stage, station: Station) -> Iterator[AddressesPresenter]:
    async def messenger() -> Messenger:
        return Messenger(
            station, postman=NoPostman(), supervisor=stage.supervisor, time=lambda _: ""
        )

    made, bridge = stage.run(messenger()), Bridge(station, stage._spawn)
    yield AddressesPresenter(bridge, QtReader("en", UTC), made)
    made.close()
    bridge.close()


@pytest.fixture
def targets(addresses: AddressesPresenter) -> TargetsPresenter:
    made = TargetsPresenter(addresses)
    made.choose("a1")
    return made


def ticked(station: Station) -> set[str]:
    [address] = station.book.known
    return set(address.targets)


def test_that_ticks_in_quick_succession_are_all_kept(
    stage: Stage, station: Station, targets: TargetsPresenter
) -> None:
    stage.hold_answers()
    for key in (LEADERS, HEAD, LEADERS):
        targets.act(key, "tick")
    stage.let_answers_go()
    assert ticked(station) == {LEADERS, HEAD}
    targets.act(HEAD, "tick")
    assert ticked(station) == {LEADERS}


def test_that_what_is_changed_of_an_address_leaves_its_ticks(
    stage: Stage, station: Station, addresses: AddressesPresenter, targets: TargetsPresenter
) -> None:
    stage.hold_answers()
    targets.act(EVERY_TARGET, "tick")
    answers = {"label": "Heads", "url": "", "language": "en", "for_drills": "yes"}
    addresses.act("a1", "change", answers)
    addresses.act("a1", "turn")
    stage.let_answers_go()
    [address] = station.book.known
    assert (address.label, address.targets) == ("Heads", (EVERY_TARGET,))
    assert (address.for_drills, address.active, address.url) == (True, False, "json://example")
