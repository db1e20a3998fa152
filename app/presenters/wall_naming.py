"""Whom the wall names: the staff if that is switched on, the public never."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import assert_never

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.facts import corrected_fact
from app.models.files import FileSort, sort_of
from app.models.incident import Incident
from app.models.plan import Plan
from app.models.roster import role_of
from app.models.site import Person, Site
from app.models.tasks import is_of_plan
from app.models.telling import Line, Names, tell
from app.models.tellings.notes import corrected
from app.models.text import Text
from app.presenters.reader import QtReader

_tr = QCoreApplication.translate

_OF_VISITORS = (
    f.ReceptionBegun, f.ReceptionAmended, f.RepresentativeAdded, f.RepresentativeLeft,
    f.MatterAnswered, f.Promised, f.ReceptionEnded, f.ContactErased,
)  # fmt: skip
_OF_PROMISES = (
    f.FollowUpAdded, f.FollowUpDone, f.FollowUpUndone, f.FollowUpDropped, f.FollowUpReassigned,
    f.FollowUpDueSet, f.Chased, f.FedBack,
)  # fmt: skip
"""What was promised to visitors is a follow-up too, and those say whom it is owed to."""
_OF_OTHERS = (f.Attached, f.MessageSent, f.Notified, f.ServiceCalled)
"""What was said to others, and what files are called: often by those it is about."""
_OF_STAFF: Mapping[type, tuple[str, ...]] = {
    f.Arrived: ("name",), f.CalledOut: ("name",), f.CommandTaken: ("name",),
    f.CommandHandedOver: ("name", "from_name"), f.LevelSet: ("decided_by",),
    f.PartConfirmed: ("by",), f.PostTaken: ("name",), f.RollAnswered: ("by",),
    f.ServiceCalled: ("called_by",), f.ZoneConfirmed: ("by",),
}  # fmt: skip
"""Where a name is typed by hand, perhaps of somebody whom the site does not list."""
_LETTER = r"[^\W\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]"
"""Of a script that sets words apart; Chinese does not."""


class Naming:
    """`shown` says whether the staff are named; where they are not, their role stands instead."""

    def __init__(
        self, incident: Incident, plan: Plan | None, site: Site, reader: QtReader, *, shown: bool
    ) -> None:
        self._names = Names(incident=incident, plan=plan, site=site)
        self._reader = reader
        self.shown = shown
        self._colleague = _tr("Wall", "a colleague")
        self._instead = {} if shown else self._all_names(incident, plan, site)
        self._any = one_of(self._instead)

    def person(self, name: str, role: Text) -> str:
        return name if self.shown and name else self._reader.text(role)

    def somebody(self, name: str) -> str:
        """A name that was typed by hand, or whose it is; "" for none."""
        return name if self.shown or not name else self._instead.get(name, self._colleague)

    def said(self, text: str) -> str:
        """A sentence, without the names of the staff where they are not to be shown."""
        if self._any is None:
            return text
        return self._any.sub(lambda found: self._instead[found[0]], text)

    def told(self, fact: f.AnyFact) -> str:
        """An entry as the wall tells it: of visitors only that they were received and answered.

        Of what was said to others only that they were told; of a file what it is.
        """
        told = self._of_visitors(fact)
        if told is None:
            told = self._of_others(fact)
        if told is None:
            told = self._tell(fact)
        return self.said(told)

    def struck(self, fact: f.AnyFact) -> str:
        """An entry that was corrected since: perhaps for the name that somebody typed."""
        return _tr("Wall", "Note") if isinstance(fact, f.Note) else self.told(fact)

    def _tell(self, fact: f.AnyFact) -> str:
        return self._reader.say(self._line(fact, self._names).phrase)

    def _line(self, fact: f.AnyFact, names: Names) -> Line:
        if isinstance(fact, f.Corrected):
            return corrected(fact, names, self._line)
        return tell(self._unnamed(fact), names)

    def _unnamed(self, fact: f.AnyFact) -> f.AnyFact:
        """Without what was typed into it as the name of a member of the staff."""
        if self.shown:
            return fact
        if isinstance(fact, f.Notified):
            return replace(fact, name="")  # whom the plan names stands there then
        if isinstance(fact, f.TaskAdded | f.TaskReassigned):
            is_typed = not is_of_plan(self._names.plan, fact.owner)
            return replace(fact, owner=self.somebody(fact.owner)) if is_typed else fact
        typed = {key: getattr(fact, key) for key in _OF_STAFF.get(type(fact), ())}
        return replace(fact, **{key: self.somebody(name) for key, name in typed.items()})

    def _of_others(self, fact: f.AnyFact) -> str | None:
        """Without what was typed; None for what is about something else."""
        match fact:
            case f.Attached():
                return _sort_word(sort_of(fact.media_type))
            case f.MessageSent():
                return _tr("Wall", "{to}: message sent").format(to=fact.to)
            case f.Notified() | f.ServiceCalled():
                return self._tell(replace(fact, said=""))
            case _:
                return None

    def _of_visitors(self, fact: f.AnyFact) -> str | None:
        """Without matter, unit and answers; None for what is about something else."""
        match fact:
            case f.Corrected():
                return self._of_correction(fact)
            case f.ReceptionBegun():
                return _tr("Wall", "Reception of visitors begun")
            case f.MatterAnswered():
                return _tr("Wall", "Reception: answered")
            case f.Promised():
                return _tr("Wall", "Reception: promised, until {day}").format(
                    day=self._reader.day(fact.due)
                )
            case f.ReceptionAmended():
                return _tr("Wall", "Reception: amended")
            case f.ReceptionEnded():
                return _tr("Wall", "Reception of visitors ended")
            case _ if isinstance(fact, _OF_PROMISES):
                return _tr("Wall", "Follow-up brought up to date")
            case _:
                return None

    def _of_correction(self, fact: f.Corrected) -> str | None:
        target = self._names.incident.fold.entry(fact.entry)
        about = (corrected_fact(fact), target.fact if target else None)
        if any(isinstance(each, _OF_VISITORS + _OF_PROMISES) for each in about):
            return _tr("Wall", "An entry of the reception was corrected")
        if any(isinstance(each, _OF_OTHERS) for each in about):
            return _tr("Wall", "An entry was corrected")
        if isinstance(about[1], f.Note) and about[0] is None:
            return _tr("Wall", "A note was struck")
        return None

    def _all_names(self, incident: Incident, plan: Plan | None, site: Site) -> dict[str, str]:
        """Everyone whom a sentence may name, and what is said instead."""
        colleague, say = self._colleague, self._reader.text
        found = dict.fromkeys((entry.author for entry in incident.timeline), colleague)
        found |= dict.fromkeys(_names_of(site.fold.values("person").values()), colleague)
        for call_out in incident.call_outs.values():
            found[call_out.name] = say(role_of(plan, call_out.role)) or colleague
        found.pop("", None)
        return found


def _sort_word(sort: FileSort) -> str:
    match sort:
        case FileSort.PICTURE:
            return _tr("Wall", "A photo was added")
        case FileSort.FILM:
            return _tr("Wall", "A film was added")
        case FileSort.SOUND:
            return _tr("Wall", "A recording was added")
        case FileSort.FILE:
            return _tr("Wall", "A file was added")
        case _:
            assert_never(sort)


def one_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """Finds any of them, the longest first: one name may begin like another.

    A name of letters that set words apart is a word: the author Li is not in "Lift".
    """
    ordered = sorted(names, key=len, reverse=True)
    return re.compile("|".join(map(_bordered, ordered))) if ordered else None


def _bordered(name: str) -> str:
    before = f"(?<!{_LETTER})" if re.match(_LETTER, name[0]) else ""
    after = f"(?!{_LETTER})" if re.match(_LETTER, name[-1]) else ""
    return f"{before}{re.escape(name)}{after}"


def _names_of(people: Iterable[Person]) -> list[str]:
    """Also of those who have left: what they did stays in the log."""
    return [person.name for person in people]
