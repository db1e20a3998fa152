"""One incident, folded from its entries."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

import msgspec

from app.models.accounted import ANSWER, AnswerValue
from app.models.acknowledging import ALARM, AlarmValue
from app.models.call_outs import CALL_OUT, CallOut, CallOutState
from app.models.casualties import CASUALTIES, Casualties
from app.models.course import (
    COMMAND,
    COURSE,
    DETAIL,
    LEVEL,
    PEOPLE,
    Commanding,
    Course,
    Detail,
    Leveling,
    People,
    Status,
)
from app.models.drilling import DRILLING, Drilling
from app.models.entry import Entry
from app.models.facts import Closed
from app.models.files import FILE, FileValue
from app.models.fold import Changes, Fold
from app.models.follow_up_states import FOLLOW_UP, SETTLING, FollowUpValue, Settling
from app.models.message_states import MESSAGE, MessageValue
from app.models.outside import NOTIFICATION, SERVICE, NotificationValue, ServiceValue
from app.models.phases import PHASE, Phasing
from app.models.places import ASSEMBLY, ENTRANCE, AssemblyValue, EntranceValue
from app.models.plan import Sign
from app.models.proposals import PROPOSALS, Proposals
from app.models.reception_states import CONTACT, RECEPTION, ContactValue, ReceptionValue
from app.models.roll_call_states import ROLL, RollValue
from app.models.rules import Rules
from app.models.signs import SIGN, SignValue
from app.models.site import Site
from app.models.task_states import TASK, TaskValue
from app.models.value import Odd, Oddity, Value
from app.models.zone_states import POST, ZONE, PostValue, ZoneValue

RULES = Rules({
    "course": COURSE,
    "detail": DETAIL,
    "people": PEOPLE,
    "phase": PHASE,
    "sign": SIGN,
    "casualties": CASUALTIES,
    "proposals": PROPOSALS,
    "level": LEVEL,
    "command": COMMAND,
    "call_out": CALL_OUT,
    "task": TASK,
    "zone": ZONE,
    "post": POST,
    "assembly": ASSEMBLY,
    "entrance": ENTRANCE,
    "file": FILE,
    "answer": ANSWER,
    "roll": ROLL,
    "notification": NOTIFICATION,
    "service": SERVICE,
    "reception": RECEPTION,
    "contact": CONTACT,
    "message": MESSAGE,
    "alarm": ALARM,
    "follow_up": FOLLOW_UP,
    "settling": SETTLING,
    "drilling": DRILLING,
})  # fmt: skip

T = TypeVar("T", bound=Value)


class State:
    """What is known of an incident: now, or as it had come about by `at`."""

    def __init__(self, fold: Fold, at: datetime | None = None) -> None:
        self.fold = fold
        self._at = at

    @property
    def course(self) -> Course:
        return self._one("course", Course)

    @property
    def detail(self) -> Detail:
        return self._one("detail", Detail)

    @property
    def people(self) -> People:
        return self._one("people", People)

    @property
    def phasing(self) -> Phasing:
        return self._one("phase", Phasing)

    def casualties(self, zone: str) -> Casualties:
        return self._one("casualties", Casualties, zone)

    @property
    def proposals(self) -> Proposals:
        return self._one("proposals", Proposals)

    def sign(self, sign: Sign) -> SignValue:
        value: SignValue = self.fold.value("sign", sign, self._at)
        return value

    @property
    def leveling(self) -> Leveling:
        return self._one("level", Leveling)

    @property
    def commanding(self) -> Commanding:
        return self._one("command", Commanding)

    def call_out(self, who: str) -> CallOut:
        return self._one("call_out", CallOut, who)

    def task(self, key: str) -> TaskValue:
        return self._one("task", TaskValue, key)

    def zone(self, key: str) -> ZoneValue:
        return self._one("zone", ZoneValue, key)

    def post(self, key: str) -> PostValue:
        return self._one("post", PostValue, key)

    def assembly(self, key: str) -> AssemblyValue:
        return self._one("assembly", AssemblyValue, key)

    def entrance(self, key: str) -> EntranceValue:
        return self._one("entrance", EntranceValue, key)

    def answer(self, who: str) -> AnswerValue:
        return self._one("answer", AnswerValue, who)

    def roll(self, roll: str) -> RollValue:
        return self._one("roll", RollValue, roll)

    @property
    def rolls(self) -> Mapping[str, RollValue]:
        """The roll calls, by their keys."""
        return {roll: self.roll(roll) for roll in self.fold.values("roll")}

    def notification(self, key: str) -> NotificationValue:
        return self._one("notification", NotificationValue, key)

    @property
    def settling(self) -> Settling:
        return self._one("settling", Settling)

    @property
    def drilling(self) -> Drilling:
        return self._one("drilling", Drilling)

    def alarm(self, alarm: str) -> AlarmValue:
        return self._one("alarm", AlarmValue, alarm)

    def file(self, sha256: str) -> FileValue:
        return self._one("file", FileValue, sha256)

    def service(self, number: str) -> ServiceValue:
        return self._one("service", ServiceValue, number)

    def reception(self, key: str) -> ReceptionValue:
        return self._one("reception", ReceptionValue, key)

    def contact(self, key: str) -> ContactValue:
        return self._one("contact", ContactValue, key)

    def message(self, key: str) -> MessageValue:
        return self._one("message", MessageValue, key)

    def _one(self, cell: str, _type: type[T], subject: str = "") -> T:
        value: T = self.fold.value(cell, subject, self._at)
        return value


class Incident(State):
    """The state of one incident. Equal sets of entries make equal incidents, in whatever order."""

    def __init__(self, stream: str, entries: Iterable[Entry] = ()) -> None:
        super().__init__(Fold(RULES))
        self.stream = stream
        self.fold.add(entries)

    def add(self, entries: Iterable[Entry]) -> Changes:
        return self.fold.add(entries)

    def as_of(self, moment: datetime) -> Incident:
        """The incident as it had happened by `moment`: on its own, with its timeline."""
        return Incident(self.stream, self.fold.until(moment))

    def then(self, moment: datetime) -> State:
        """What had happened by `moment`, as it is known now; read from the same entries."""
        return State(self.fold, moment)

    @property
    def timeline(self) -> Sequence[Entry]:
        return self.fold.timeline

    def in_effect(self) -> list[Entry]:
        """The entries as last corrected, in the order of what happened, without those struck."""
        known = (self.fold.effective(entry) for entry in self.timeline)
        return sorted((entry for entry in known if entry), key=lambda entry: entry.order)

    @property
    def call_outs(self) -> Mapping[str, CallOut]:
        return self.fold.values("call_out")

    @property
    def tasks(self) -> Mapping[str, TaskValue]:
        return self.fold.values("task")

    @property
    def zones(self) -> Mapping[str, ZoneValue]:
        return self.fold.values("zone")

    @property
    def all_casualties(self) -> Mapping[str, Casualties]:
        """By zone; "" is elsewhere."""
        return self.fold.values("casualties")

    @property
    def posts(self) -> Mapping[str, PostValue]:
        return self.fold.values("post")

    @property
    def answers(self) -> Mapping[str, AnswerValue]:
        return self.fold.values("answer")

    @property
    def notifications(self) -> Mapping[str, NotificationValue]:
        return self.fold.values("notification")

    @property
    def services(self) -> Mapping[str, ServiceValue]:
        return self.fold.values("service")

    @property
    def receptions(self) -> Mapping[str, ReceptionValue]:
        return self.fold.values("reception")

    @property
    def messages(self) -> Mapping[str, MessageValue]:
        return self.fold.values("message")

    @property
    def follow_ups(self) -> Mapping[str, FollowUpValue]:
        return self.fold.values("follow_up")

    @property
    def files(self) -> Mapping[str, FileValue]:
        return self.fold.values("file")

    @property
    def is_open(self) -> bool:
        return self.course.status in (Status.OPEN, Status.OVER)

    @property
    def is_settled(self) -> bool:
        """Closed, and nothing is owed any more, as somebody recorded."""
        return self.settling.settled_at is not None


def oddities(incident: Incident) -> list[Odd]:
    """Everything in the log that does not fit together, in a fixed order."""
    found = [odd for value in incident.fold.snapshot().values() for odd in _own(value)]
    return found + _awaited_at_the_end(incident.course, incident.call_outs)


def odd_entries(incident: Incident) -> frozenset[str]:
    """The ids of the entries that do not fit the others; the closing stands for who was awaited."""
    found = oddities(incident)
    ids = {odd.entry for odd in found if odd.oddity is not Oddity.CLOSED_WHILE_AWAITED}
    if any(odd.oddity is Oddity.CLOSED_WHILE_AWAITED for odd in found):
        ids |= {entry.id for entry in incident.timeline if isinstance(entry.fact, Closed)}
    return frozenset(ids)


def is_odd(incident: Incident, entry: Entry) -> bool:
    """Whether adding `entry` would make something not fit that fits now."""
    changed = {address: (now, after) for address, now, after in incident.fold.values_with(entry)}
    if any(set(_own(after)) - set(_own(now)) for now, after in changed.values()):
        return True
    _, course = changed.get(("course", ""), (None, incident.course))
    if course.status is not Status.CLOSED:
        return False
    call_outs = dict(incident.call_outs)
    for (cell, subject), (_, after) in changed.items():
        if cell == "call_out":
            call_outs[subject] = after
    now = _awaited_at_the_end(incident.course, incident.call_outs)
    return len(_awaited_at_the_end(course, call_outs)) > len(now)


def _own(value: Value) -> tuple[Odd, ...]:
    return value.odd


def _awaited_at_the_end(course: Course, call_outs: Mapping[str, CallOut]) -> list[Odd]:
    if course.status is not Status.CLOSED:
        return []
    return [
        Odd(entry=who, oddity=Oddity.CLOSED_WHILE_AWAITED)
        for who, call_out in sorted(call_outs.items())
        if call_out.state is CallOutState.ON_THE_WAY
    ]


def digest(held: Incident | Site) -> str:
    """Equal on all stations that hold the same entries (SHA-256 over the folded state)."""
    state = msgspec.json.encode(held.fold.snapshot(), order="deterministic")
    ids = ",".join(entry.id for entry in held.fold.timeline)
    return hashlib.sha256(state + ids.encode()).hexdigest()
