"""Response plans: who is called when, what must be done, who must be told; written before."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from enum import Enum, StrEnum

import msgspec

from app.models.levels import Level
from app.models.text import Text


class _Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A part of a plan.

    Plan files refuse unknown keys (`planfile`); a published plan does not, so that a newer
    station's plan still runs here.
    """


class Group(_Part, frozen=True, kw_only=True):
    """`part_of` is the larger group that this one belongs to and is called with."""

    key: str
    name: Text
    part_of: str = ""


class Role(_Part, frozen=True, kw_only=True):
    """`succession` orders who commands: 0 is the commander, 1 the first deputy; None: never.

    `count` is how many people the plan needs in this role.
    """

    key: str
    name: Text
    group: str
    count: int = 1
    succession: int | None = None


class Duty(Enum):
    ON = "on"
    OFF = "off"


class Deadline(_Part, frozen=True, kw_only=True):
    """How soon someone called must be here. The first deadline that fits is theirs."""

    within: timedelta
    duty: Duty | None = None
    groups: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


class Phase(_Part, frozen=True, kw_only=True):
    key: str
    name: Text


class LevelStep(_Part, frozen=True, kw_only=True):
    """What setting this level brings by itself."""

    level: Level
    meaning: Text
    call: tuple[str, ...] = ()
    """Groups called out; `all` for everyone."""
    commander: str = ""
    """The role that commands on site from this level on."""


class Sign(StrEnum):
    """What a rule looks at: counts, and what people see and say so."""

    PEOPLE = "people"
    INJURY = "injury"
    """How many are hurt, slightly or badly."""
    ZONES = "zones"
    """How many zones are cordoned or evacuated."""
    FIRE = "fire"
    BLOCKED_ROAD = "blocked_road"
    DAMAGE = "damage"
    PROCESSION = "procession"
    EQUIPMENT = "equipment"
    """Equipment is damaged."""
    VIOLENCE = "violence"
    """Assault, or threats of it."""
    OBSTRUCTION = "obstruction"
    """Refusing to leave after the matter was heard and closed, while obstructing work."""
    FORCED_ENTRY = "forced_entry"
    SELF_HARM = "self_harm"
    ILLNESS = "illness"
    """Sudden illness: someone needs medical help."""
    HIGHER_OFFICE = "higher_office"
    """A group is on the way to a higher office."""

    @property
    def is_counted(self) -> bool:
        """It follows from numbers in the log; the others a person says."""
        return self in (Sign.PEOPLE, Sign.INJURY, Sign.ZONES)


class Begins(_Part, frozen=True, kw_only=True):
    """When something of a plan begins: once all that is given here is so.

    `sign` and `from_people`: from the moment it was seen, or so many were counted.
    """

    from_level: Level = Level.IV
    up_to_level: Level | None = None
    """Not if the incident stood above this when it began to be so."""
    phase: str = ""
    """From when the incident entered this phase; it ends with the phase, unless it is mandatory."""
    sign: Sign | None = None
    from_people: int = 0


class PlanTask(Begins, frozen=True, kw_only=True):
    """`within` counts from the moment it begins; None: no deadline."""

    key: str
    text: Text
    owner: str
    within: timedelta | None = None
    mandatory: bool = False
    when: Text | None = None
    """The condition under which a person applies it ("if vehicles are damaged")."""
    opens: str = ""
    """The key of a plan that this task starts: it opens an incident of that plan from here."""


MESSAGE_WORDS = ("title", "place", "level", "people", "number", "time", "commander")
"""What a message may have in braces. `number` is the incident's, `time` that of its opening."""


class PlanNotification(Begins, frozen=True, kw_only=True):
    """Someone who must be told, by whom (a role or group), within what time of its beginning.

    They are told in the order of the plan.
    """

    key: str
    who: Text
    by: str
    within: timedelta
    what: Text | None = None
    """What to say."""
    in_writing: bool = False
    message: Text | None = None
    """The message that can be sent; `MESSAGE_WORDS` in braces stand for what is known then."""
    by_itself: bool = False
    """Sent without asking, where a person has switched that on."""


class PlanService(_Part, frozen=True, kw_only=True):
    """Outside help; `by` is the role or group that decides whether to call it."""

    number: str
    name: Text
    by: str = ""
    when: Text | None = None


class Rule(_Part, frozen=True, kw_only=True):
    """Proposes a level, services to call, or both, when `sign` reaches `at_least`.

    A person accepts or declines the level; the services are proposed until they are called.
    """

    sign: Sign
    reason: Text
    propose: Level | None = None
    services: tuple[str, ...] = ()
    at_least: int = 1


class PlanZonePart(_Part, frozen=True, kw_only=True):
    key: str
    name: Text


class PlanZone(_Part, frozen=True, kw_only=True):
    """`parts` are its floors or sections; the site's own zone of that key goes before."""

    key: str
    name: Text
    posts: tuple[str, ...] = ()
    parts: tuple[PlanZonePart, ...] = ()


class PlanRollCall(_Part, frozen=True, kw_only=True):
    """Everyone on site is to answer every so often.

    Who has not answered within the window is tried once more for as long; then it is an alarm.
    """

    every: timedelta
    window: timedelta


LONGEST_KEPT = timedelta(days=730)
"""Names and contact details of visitors, whatever a plan or a station says."""

MOST_REPRESENTATIVES = 5
"""By 信访工作条例 (2022), Art. 20."""


class PlanReception(_Part, frozen=True, kw_only=True):
    """How visitors' representatives are received; at most `most` of them, whom they choose."""

    most: int = MOST_REPRESENTATIVES
    notes: tuple[Text, ...] = ()
    """Law and policy to have at hand."""
    accept_within: timedelta | None = None
    """By when they must be told whether the matter is taken up."""
    answer_within: timedelta | None = None
    """By when they must have the answer in writing."""
    erase_after: timedelta = timedelta(days=180)
    """How long after the reception names and contact details are kept."""


class PlanFollowUp(_Part, frozen=True, kw_only=True):
    """Owed after the end; `within` counts from the moment it was declared over."""

    key: str
    text: Text
    owner: str
    within: timedelta


class Plan(_Part, frozen=True, kw_only=True):
    key: str
    title: Text
    purpose: Text
    groups: tuple[Group, ...]
    roles: tuple[Role, ...]
    deadlines: tuple[Deadline, ...]
    levels: tuple[LevelStep, ...]
    source: Text | None = None
    alert: Text | None = None
    """How it begins: who reports to whom, and who starts the plan."""
    applies_from: int = 0
    """The number of people from which the plan is meant to be used; 0: any."""
    phases: tuple[Phase, ...] = ()
    tasks: tuple[PlanTask, ...] = ()
    notifications: tuple[PlanNotification, ...] = ()
    services: tuple[PlanService, ...] = ()
    zones: tuple[PlanZone, ...] = ()
    reminders: tuple[Text, ...] = ()
    rules: tuple[Rule, ...] = ()
    roll_call: PlanRollCall | None = None
    reception: PlanReception | None = None
    end: tuple[Text, ...] = ()
    """What must be so before it may be declared over, and who declares it."""
    follow_ups: tuple[PlanFollowUp, ...] = ()

    def role(self, key: str) -> Role | None:
        return next((role for role in self.roles if role.key == key), None)

    def group(self, key: str) -> Group | None:
        return next((group for group in self.groups if group.key == key), None)

    def task(self, key: str) -> PlanTask | None:
        return next((task for task in self.tasks if task.key == key), None)

    def phase(self, key: str) -> Phase | None:
        return next((phase for phase in self.phases if phase.key == key), None)

    def in_group(self, group: str, larger: str) -> bool:
        """Whether `group` is `larger` or a part of it."""
        found = self.group(group)
        return group == larger or (found is not None and found.part_of == larger)

    def succession(self) -> tuple[Role, ...]:
        """The commander's role and then the deputies', in the order in which they command."""
        ranked = ((role.succession, role) for role in self.roles if role.succession is not None)
        return tuple(role for _, role in sorted(ranked, key=lambda pair: pair[0]))

    def step(self, level: Level) -> LevelStep | None:
        return next((step for step in self.levels if step.level == level), None)

    def deadline(self, *, role: str, group: str, on_duty: bool) -> Deadline | None:
        """The first deadline that fits a person called for `role`."""
        duty = Duty.ON if on_duty else Duty.OFF
        return next((line for line in self.deadlines if self._fits(line, role, group, duty)), None)

    def within(self, *, role: str, group: str, on_duty: bool) -> timedelta:
        """How soon a person called for `role` must be here; half an hour if no deadline fits."""
        deadline = self.deadline(role=role, group=group, on_duty=on_duty)
        return timedelta(minutes=30) if deadline is None else deadline.within

    def _fits(self, deadline: Deadline, role: str, group: str, duty: Duty) -> bool:
        return (
            deadline.duty in (None, duty)
            and (not deadline.groups or any(self.in_group(group, g) for g in deadline.groups))
            and (not deadline.roles or role in deadline.roles)
        )


def reference(plan: Plan) -> str:
    """`key@fingerprint`: names one version of a plan for ever."""
    digest = hashlib.sha256(msgspec.json.encode(plan, order="deterministic")).hexdigest()
    return f"{plan.key}@{digest[:12]}"
