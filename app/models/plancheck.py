"""What a plan must hold as a whole: references, order, who commands, who is due when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, pairwise

from app.models.dutycheck import check_duties
from app.models.keycheck import doubled, keys_of, undefined
from app.models.levels import Level
from app.models.plan import Deadline, Duty, Plan
from app.models.problem import Finding, say
from app.models.text import QT_TRANSLATE_NOOP, Phrase

EVERYONE = "all"
"""In a level's `call`: every group."""


def check_plan(plan: Plan) -> Iterator[Finding]:
    """Everything that is wrong with a plan beyond its single fields."""
    return chain.from_iterable(check(plan) for check in _CHECKS)


def _own_keys(plan: Plan) -> Iterator[Finding]:
    for place in ("groups", "roles", "phases", "tasks", "notifications", "zones", "follow_ups"):
        yield from doubled(place, (part.key for part in getattr(plan, place)), "key")
    yield from doubled("services", (service.number for service in plan.services), "number")
    for number, zone in enumerate(plan.zones, 1):
        yield from doubled(f"zones[{number}].parts", (part.key for part in zone.parts), "key")


def _groups(plan: Plan) -> Iterator[Finding]:
    roles = [role.key for role in plan.roles]
    larger = {group.part_of for group in plan.groups}
    for number, group in enumerate(plan.groups, 1):
        place = f"groups[{number}]"
        if group.key == EVERYONE or (group.key and group.key in roles):
            words = QT_TRANSLATE_NOOP(
                "PlanFile", "“{key}” already means a role or everyone; choose another key"
            )
            yield Finding(field=f"{place}.key", message=say(words, key=group.key))
        yield from _group_ref(plan, f"{place}.part_of", group.part_of)
        if group.part_of and group.key in larger:
            words = QT_TRANSLATE_NOOP(
                "PlanFile", "“{key}” has parts of its own, so it cannot be a part; one step only"
            )
            yield Finding(field=f"{place}.part_of", message=say(words, key=group.key))


def _references(plan: Plan) -> Iterator[Finding]:
    for n, role in enumerate(plan.roles, 1):
        yield from _group_ref(plan, f"roles[{n}].group", role.group)
    for n, step in enumerate(plan.levels, 1):
        for m, group in enumerate(step.call, 1):
            if group != EVERYONE:
                yield from _group_ref(plan, f"levels[{n}].call[{m}]", group)
        yield from _role_ref(plan, f"levels[{n}].commander", step.commander)
    for n, line in enumerate(plan.deadlines, 1):
        for m, group in enumerate(line.groups, 1):
            yield from _group_ref(plan, f"deadlines[{n}].groups[{m}]", group)
        for m, key in enumerate(line.roles, 1):
            yield from _role_ref(plan, f"deadlines[{n}].roles[{m}]", key)


def _group_ref(plan: Plan, place: str, key: str) -> Iterator[Finding]:
    return undefined(place, key, (group.key for group in plan.groups), ("groups",))


def _role_ref(plan: Plan, place: str, key: str) -> Iterator[Finding]:
    return undefined(place, key, (role.key for role in plan.roles), ("roles",))


def _levels(plan: Plan) -> Iterator[Finding]:
    needs = ("levels#", "levels#.level")
    steps = [step.level for step in plan.levels]
    if Level.IV not in steps:
        words = QT_TRANSLATE_NOOP("PlanFile", "level IV is missing; every plan starts with it")
        yield Finding(field="levels", message=say(words), needs=needs)
    for number, (before, level) in enumerate(pairwise(steps), 2):
        if level <= before:
            words = QT_TRANSLATE_NOOP(
                "PlanFile", "{level} after {before}; write each level once, in the order IV to I"
            )
            message = say(words, level=level.numeral, before=before.numeral)
            yield Finding(field=f"levels[{number}].level", message=message, needs=needs)


def _command(plan: Plan) -> Iterator[Finding]:
    line = plan.succession()
    needs = ("roles", "roles#", "roles#.succession")
    if not line:
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "nobody commands; give the commander’s role “succession: 0”"
        )
        yield Finding(field="roles", message=say(words), needs=needs)
    elif line[0].succession != 0:
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "deputies but no commander; give the commander’s role “succession: 0”"
        )
        yield Finding(field="roles", message=say(words), needs=needs)
    yield from _ranks(plan)
    for n, step in enumerate(plan.levels, 1):
        role = plan.role(step.commander)
        if role is not None and role.succession is None:
            words = QT_TRANSLATE_NOOP(
                "PlanFile", "“{role}” is not in the succession; give that role a “succession”"
            )
            message = say(words, role=role.key)
            yield Finding(field=f"levels[{n}].commander", message=message, needs=needs)


def _ranks(plan: Plan) -> Iterator[Finding]:
    ranks = ["" if role.succession is None else role.succession for role in plan.roles]
    yield from doubled("roles", ranks, "succession")
    for n, role in enumerate(plan.roles, 1):
        if role.count < 1 or (role.succession == 0 and role.count > 1):
            words = QT_TRANSLATE_NOOP(
                "PlanFile", "{count} people; a role needs at least one, the commander’s just one"
            )
            yield Finding(field=f"roles[{n}].count", message=say(words, count=role.count))


def _deadlines(plan: Plan) -> Iterator[Finding]:
    """Every role, on and off duty, must meet a deadline, and every deadline somebody."""
    needs = ("deadlines*", *keys_of("groups", "roles"), "roles#.group", "groups#.part_of")
    met: list[Deadline] = []
    for role in plan.roles:
        for duty in Duty:
            on_duty = duty is Duty.ON
            line = plan.deadline(role=role.key, group=role.group, on_duty=on_duty)
            if line is None:
                yield Finding(field="deadlines", message=_uncovered(role.key, duty), needs=needs)
            else:
                met.append(line)
    for number, line in enumerate(plan.deadlines, 1):
        if not any(line is one for one in met):
            words = QT_TRANSLATE_NOOP(
                "PlanFile",
                "this never applies: earlier deadlines cover everyone it names; "
                "move it up or delete it",
            )
            yield Finding(field=f"deadlines[{number}]", message=say(words), needs=needs)


def _uncovered(role: str, duty: Duty) -> Phrase:
    words = QT_TRANSLATE_NOOP(
        "PlanFile",
        "no deadline for “{role}” with duty “{duty}”; end the list with one for all, "
        "such as “- within: 30 min”",
    )
    return say(words, role=role, duty=duty.value)


_CHECKS: tuple[Callable[[Plan], Iterator[Finding]], ...] = (
    _own_keys, _groups, _references, check_duties, _levels, _command, _deadlines,
)  # fmt: skip
