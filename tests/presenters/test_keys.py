"""The keyboard map: every key that does something stands there, with what it does."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import app.presenters
from app.presenters.addresses import AddressesPresenter
from app.presenters.alarms import AlarmsPresenter
from app.presenters.archive import ArchivePresenter
from app.presenters.asking import Acting
from app.presenters.call_list import CallListPresenter
from app.presenters.files import FilesPresenter
from app.presenters.follow_ups import FollowUpsPresenter
from app.presenters.header import HeaderPresenter
from app.presenters.injects import InjectsPresenter
from app.presenters.keys import keyboard_map
from app.presenters.messages import MessagesPresenter
from app.presenters.owed import OwedPresenter
from app.presenters.people import PeoplePresenter
from app.presenters.proposals import ProposalsPresenter
from app.presenters.reception import ReceptionPresenter
from app.presenters.roll_call import RollCallPresenter
from app.presenters.roster import RosterPresenter
from app.presenters.shift_timeline import ShiftTimeline
from app.presenters.targets import TargetsPresenter
from app.presenters.tasks import TasksPresenter
from app.presenters.timeline import TimelinePresenter

SECTIONS: dict[type[Acting], tuple[str, ...]] = {
    AddressesPresenter: ("Addresses of messages",),
    TargetsPresenter: ("Addresses of messages",),
    AlarmsPresenter: ("Alarms",),
    ArchivePresenter: ("Archive",),
    CallListPresenter: ("Roster and call list",),
    FilesPresenter: ("Files",),
    FollowUpsPresenter: ("Follow-ups",),
    InjectsPresenter: ("Drill",),
    HeaderPresenter: ("Roster and call list",),
    MessagesPresenter: ("Messages",),
    OwedPresenter: ("Follow-ups",),
    PeoplePresenter: ("People",),
    ProposalsPresenter: ("Desk",),
    ReceptionPresenter: ("Reception",),
    RollCallPresenter: ("Roll call",),
    RosterPresenter: ("Roster and call list",),
    ShiftTimeline: ("Shift log", "Timeline"),
    TasksPresenter: ("Tasks and zones",),
    TimelinePresenter: ("Timeline",),
}


def keys_of(*titles: str) -> set[str]:
    """As the map has them; all of it without a title."""
    return {
        key
        for title, lines in keyboard_map()
        if title in titles or not titles
        for keys, _ in lines
        for key in keys.split()
    }


@pytest.mark.parametrize("part", SECTIONS, ids=lambda part: part.__name__)
def test_that_every_key_of_a_part_stands_in_its_section(part: type[Acting]) -> None:
    assert set(part.keys) <= keys_of(*SECTIONS[part])


def test_that_no_part_with_keys_is_forgotten() -> None:
    for module in pkgutil.iter_modules(app.presenters.__path__):
        importlib.import_module(f"app.presenters.{module.name}")
    assert {part for part in parts(Acting) if part.keys} == set(SECTIONS)


def parts(of: type[Acting]) -> Iterator[type[Acting]]:
    """Those that are shown; what several have in common is told by each of them."""
    for part in of.__subclasses__():
        is_shown = not part.__name__.startswith("_") and not part.__subclasses__()
        if is_shown or part is TimelinePresenter:
            yield part
        yield from parts(part)


def test_that_each_key_says_what_it_does_in_a_few_words() -> None:
    for _, lines in keyboard_map():
        for keys, does in lines:
            assert keys
            assert 3 < len(does) < 80, does
