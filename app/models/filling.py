"""Filling the plan's roles from the duty roster: on duty first, then by deadline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import TypeAlias

from app.models.plan import Plan, Role
from app.models.site import Person, Site

Filled: TypeAlias = tuple[Role, Person | None]
"""A role and who fills it; None where nobody can."""


def candidates(plan: Plan, site: Site, role: Role) -> list[Person]:
    """Who could fill a role, best first.

    On duty before off duty, then by deadline, then those who name the role as theirs, then by key.
    """

    def rank(person: Person) -> tuple[bool, float, int, str]:
        within = plan.within(role=role.key, group=person.group, on_duty=person.on_duty)
        named = person.roles.index(role.key) if role.key in person.roles else len(person.roles)
        return (not person.on_duty, within.total_seconds(), named, person.key)

    named = [person for person in site.people.values() if role.key in person.roles]
    if role.succession is None:
        named += [
            person
            for person in site.people.values()
            if person.group == role.group and not person.roles
        ]
    return sorted(named, key=rank)


def fill_roles(
    plan: Plan,
    site: Site,
    *,
    groups: Collection[str],
    busy: Collection[str],
    taken: Iterable[str],
) -> list[Filled]:
    """Each place of each role (of `groups`, or of all) that is not `taken`, with who fills it."""
    used = set(busy)
    held = Counter(taken)
    filled: list[Filled] = []
    for role in plan.roles:
        if groups and not any(plan.in_group(role.group, group) for group in groups):
            continue
        free = [person for person in candidates(plan, site, role) if person.key not in used]
        for place in range(role.count - held[role.key]):
            person = free[place] if place < len(free) else None
            if person:
                used.add(person.key)
            if person or place == 0:
                filled.append((role, person))
    return filled


def everyone(
    plan: Plan, site: Site, *, filled: Sequence[Filled], busy: Collection[str]
) -> list[Filled]:
    """Everybody else of the plan's groups, beyond the places that roles ask for."""
    used = {person.key for _, person in filled if person} | set(busy)
    role_of_group = {role.group: role for role in plan.roles}
    return [
        (plan.role(person.roles[0]) or role_of_group[person.group]
         if person.roles else role_of_group[person.group], person)
        for person in sorted(site.people.values(), key=lambda person: person.key)
        if person.key not in used and person.group in role_of_group
    ]  # fmt: skip
