"""Escalation: which rules of the plan are met, what they propose, whom a lower level frees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from app.models import facts as f
from app.models.call_outs import CallOut, CallOutState
from app.models.casualties import Casualties
from app.models.cell import Address
from app.models.course import Course, People, Status
from app.models.entry import Entry
from app.models.incident import Incident
from app.models.levels import Level
from app.models.plan import Plan, Rule, Sign
from app.models.plancheck import EVERYONE
from app.models.proposals import Proposal, Proposals
from app.models.signs import SignValue
from app.models.text import Text
from app.models.zone_states import ZoneValue


class Met(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that is met: `count` has reached what it asks for."""

    rule: Rule
    count: int


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal that waits for a person, with what its rule counts now."""

    proposal: Proposal
    count: int


class ServiceProposal(msgspec.Struct, frozen=True, kw_only=True):
    """`reason` is that of the first rule that is met and asks for this service."""

    service: str
    reason: Text


class Situation:
    """What the rules look at, of an incident as it is, or as it would be with some cells changed.

    `changed` are those cells' values by (cell, subject).
    """

    def __init__(self, incident: Incident, changed: Mapping[Address, Any] | None = None) -> None:
        self._fold, self._changed = incident.fold, changed or {}

    @property
    def is_open(self) -> bool:
        course: Course = self._one("course")
        return course.status is Status.OPEN

    @property
    def level(self) -> Level:
        proposals: Proposals = self._one("proposals")
        return proposals.level

    def count(self, sign: Sign) -> int:
        """How many; for what people see and say so, 1 while it is there."""
        match sign:
            case Sign.PEOPLE:
                people: People = self._one("people")
                return people.now
            case Sign.INJURY:
                counts: dict[str, Casualties] = self._all("casualties")
                return sum(each.hurt for each in counts.values())
            case Sign.ZONES:
                zones: dict[str, ZoneValue] = self._all("zone")
                return sum(zone.in_hand for zone in zones.values())
            case _ if sign.is_counted:
                raise ValueError(sign)
            case _:
                seen: SignValue = self._one("sign", sign)
                return int(seen.since is not None)

    def met(self, plan: Plan | None) -> list[Met]:
        """In the order of the plan; none while the incident is not open."""
        if plan is None or not plan.rules or not self.is_open:
            return []
        counts = {sign: self.count(sign) for sign in {rule.sign for rule in plan.rules}}
        return [
            Met(rule=rule, count=counts[rule.sign])
            for rule in plan.rules
            if counts[rule.sign] >= max(rule.at_least, 1)
        ]

    def _one(self, cell: str, subject: str = "") -> Any:
        held = self._changed.get((cell, subject))
        return self._fold.value(cell, subject) if held is None else held

    def _all(self, cell: str) -> dict[str, Any]:
        changed = {subject: value for (of, subject), value in self._changed.items() if of == cell}
        return {**self._fold.values(cell), **changed}


_LOOKED_AT = frozenset({"course", "people", "casualties", "zone", "sign", "proposals"})


def newly_proposed(
    incident: Incident, plan: Plan | None, entries: Sequence[Entry]
) -> list[f.LevelProposed]:
    """What the plan proposes once `entries` are recorded and did not before, mildest first.

    Entries of one decision are about different cells: of two about the same, the last counts.
    """
    if plan is None or not plan.rules:
        return []
    changed = {
        address: after
        for entry in entries
        for address, _, after in incident.fold.values_with(entry)
        if address[0] in _LOOKED_AT
    }
    if not changed:
        return []
    before = [met.rule for met in Situation(incident).met(plan)]
    after = Situation(incident, changed)
    fresh = [met for met in after.met(plan) if met.rule not in before]
    proposed = [
        f.LevelProposed(sign=met.rule.sign, at_least=met.rule.at_least, count=met.count,
                        level=met.rule.propose, reason=met.rule.reason)
        for met in fresh
        if met.rule.propose is not None and met.rule.propose > after.level
    ]  # fmt: skip
    return sorted(proposed, key=lambda fact: fact.level)


def standing(incident: Incident) -> list[Standing]:
    """Undecided proposals whose rule is still met, the gravest first, then the earliest."""
    now = Situation(incident)
    if not now.is_open:
        return []
    counted = [
        Standing(proposal=each, count=now.count(each.sign)) for each in incident.proposals.undecided
    ]
    found = [each for each in counted if each.count >= max(each.proposal.at_least, 1)]
    return sorted(found, key=lambda each: (-each.proposal.level, each.proposal.at))


def services_proposed(incident: Incident, plan: Plan | None) -> list[ServiceProposal]:
    """Services that rules ask for and nobody has called, each once, in the order of the plan.

    Once called it is called, unless what it was called for went away and came back.
    """
    found: dict[str, Text] = {}
    for met in Situation(incident).met(plan):
        since = None if met.rule.sign.is_counted else incident.sign(met.rule.sign).since
        for service in met.rule.services:
            value = incident.service(service)
            before = since is not None and value.left_at is not None and value.left_at <= since
            if value.called_at is None or before:
                found.setdefault(service, met.rule.reason)
    return [ServiceProposal(service=key, reason=reason) for key, reason in found.items()]


def may_stand_down(incident: Incident) -> list[CallOut]:
    """Everyone who was called and is awaited or here; those awaited first."""
    found = [
        each
        for each in incident.call_outs.values()
        if each.called and (each.state.is_awaited or each.state is CallOutState.ARRIVED)
    ]
    return sorted(found, key=lambda each: (not each.state.is_awaited, each.name, each.who))


def freed_by(incident: Incident, plan: Plan | None, level: Level) -> list[CallOut]:
    """Of these, who was called for a level above `level`: by the plan, or after it was reached."""
    now = incident.leveling.level
    if plan is None or level >= now:
        return []
    needed, brought = (_called_groups(plan, up_to=each) for each in (level, now))
    since = incident.leveling.above_since(level)
    return [
        each
        for each in may_stand_down(incident)
        if (_is_among(plan, each, brought) and not _is_among(plan, each, needed))
        or (since is not None and each.called_at is not None and each.called_at > since)
    ]


def _called_groups(plan: Plan, *, up_to: Level) -> frozenset[str]:
    return frozenset(key for step in plan.levels if step.level <= up_to for key in step.call)


def _is_among(plan: Plan, call_out: CallOut, groups: frozenset[str]) -> bool:
    role = plan.role(call_out.role)
    group = role.group if role else call_out.group
    return EVERYONE in groups or any(plan.in_group(group, each) for each in groups)
