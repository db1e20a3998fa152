"""What a plan must hold as a whole: references, order, who commands, who is due when."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import chain, pairwise

from app.models.levels import Level
from app.models.plan import Deadline, Duty, Plan
from app.models.problem import Finding, listed, nearest, say
from app.models.text import QT_TRANSLATE_NOOP, Phrase

EVERYONE = "all"
"""In a level's `call`: every group."""

_KEYS = ("{0}", "{0}#", "{0}#.key")
"""Where a broken field leaves it unknown which keys the list {0} defines."""


def check_plan(plan: Plan) -> Iterator[Finding]:
    """Everything that is wrong with a plan beyond its single fields."""
    return chain.from_iterable(check(plan) for check in _CHECKS)


def undefined(
    place: str, key: str, known: Iterable[str], lists: Sequence[str]
) -> Iterator[Finding]:
    """A reference to something that is not defined in `lists`, where `known` came from."""
    names = tuple(name for name in known if name)
    if key and key not in names:
        yield Finding(field=place, message=_undefined(key, names), needs=_keys_of(*lists))


def doubled(
    place: str, keys: Iterable[Hashable], field: str, *, needs: tuple[str, ...] = ()
) -> Iterator[Finding]:
    """Items of one list that share what must be their own."""
    first: dict[Hashable, int] = {}
    for number, key in enumerate(keys, 1):
        if key in first:
            words = QT_TRANSLATE_NOOP(
                "PlanFile", "the same as in {place}[{number}]; each must be different"
            )
            message = say(words, place=place, number=first[key])
            yield Finding(field=f"{place}[{number}].{field}", message=message, needs=needs)
        elif key != "":
            first[key] = number


def _keys_of(*lists: str) -> tuple[str, ...]:
    return tuple(form.format(name) for name in lists for form in _KEYS)


def _undefined(key: str, names: Sequence[str]) -> Phrase:
    meant = nearest(key, names)
    if meant is not None:
        words = QT_TRANSLATE_NOOP("PlanFile", "“{key}” is not defined; did you mean “{meant}”?")
        return say(words, key=key, meant=meant)
    if not names:
        return say(QT_TRANSLATE_NOOP("PlanFile", "“{key}” is not defined; define it"), key=key)
    words = QT_TRANSLATE_NOOP("PlanFile", "“{key}” is not defined; defined are: {known}")
    return say(words, key=key, known=listed(names))


def _own_keys(plan: Plan) -> Iterator[Finding]:
    for place in ("groups", "roles", "phases", "tasks", "notifications", "zones", "follow_ups"):
        yield from doubled(place, (part.key for part in getattr(plan, place)), "key")
    yield from doubled("services", (service.number for service in plan.services), "number")
    signs = [(rule.sign, rule.at_least) for rule in plan.rules]
    yield from doubled("rules", signs, "sign", needs=("rules#.at_least",))


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


def _duties(plan: Plan) -> Iterator[Finding]:
    phases = [phase.key for phase in plan.phases]
    for n, task in enumerate(plan.tasks, 1):
        yield from _owner_ref(plan, f"tasks[{n}].owner", task.owner)
        yield from _level_ref(plan, f"tasks[{n}].from_level", task.from_level)
        yield from undefined(f"tasks[{n}].phase", task.phase, phases, ("phases",))
    for n, told in enumerate(plan.notifications, 1):
        yield from _owner_ref(plan, f"notifications[{n}].by", told.by)
        yield from _level_ref(plan, f"notifications[{n}].from_level", told.from_level)
        yield from undefined(f"notifications[{n}].phase", told.phase, phases, ("phases",))
    for n, service in enumerate(plan.services, 1):
        yield from _owner_ref(plan, f"services[{n}].by", service.by)
    for n, rule in enumerate(plan.rules, 1):
        yield from _level_ref(plan, f"rules[{n}].propose", rule.propose)
    for n, owed in enumerate(plan.follow_ups, 1):
        yield from _owner_ref(plan, f"follow_ups[{n}].owner", owed.owner)


def _group_ref(plan: Plan, place: str, key: str) -> Iterator[Finding]:
    return undefined(place, key, (group.key for group in plan.groups), ("groups",))


def _role_ref(plan: Plan, place: str, key: str) -> Iterator[Finding]:
    return undefined(place, key, (role.key for role in plan.roles), ("roles",))


def _owner_ref(plan: Plan, place: str, key: str) -> Iterator[Finding]:
    """Whoever does something is a role or a group."""
    known = [*(role.key for role in plan.roles), *(group.key for group in plan.groups)]
    return undefined(place, key, known, ("roles", "groups"))


def _level_ref(plan: Plan, place: str, level: Level) -> Iterator[Finding]:
    if plan.step(level) is None and level is not Level.IV:
        words = QT_TRANSLATE_NOOP("PlanFile", "level {level} is not among the levels of the plan")
        yield Finding(
            field=place, message=say(words, level=level.numeral), needs=("levels", "levels#*")
        )


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
    needs = ("deadlines*", *_keys_of("groups", "roles"), "roles#.group", "groups#.part_of")
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


def _rules(plan: Plan) -> Iterator[Finding]:
    for number, rule in enumerate(plan.rules, 1):
        if rule.at_least < 1:
            words = QT_TRANSLATE_NOOP("PlanFile", "0 would always propose; write 1 or more")
            yield Finding(field=f"rules[{number}].at_least", message=say(words))


_CHECKS: tuple[Callable[[Plan], Iterator[Finding]], ...] = (
    _own_keys, _groups, _references, _duties, _levels, _command, _deadlines, _rules,
)  # fmt: skip
