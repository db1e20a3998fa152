"""Filling the plan's roles from the duty roster: on duty first, then by deadline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Protocol, TypeAlias

from app.models.plan import Plan, Role
from app.models.site import Person

Filled: TypeAlias = tuple[Role | None, Person | None]
"""A role and who fills it: no person where nobody can, no role for one who only helps."""


class Staff(Protocol):
    """Who can be called, and who of them is on duty: those of the site, now or at another time."""

    @property
    def people(self) -> Mapping[str, Person]: ...


def candidates(plan: Plan, site: Staff, role: Role) -> list[Person]:
    """Who could fill a role, best first.

    On duty before off duty, then by deadline, then those who name the role as theirs, then those
    whom fewer other roles could need.
    """

    def rank(person: Person) -> tuple[bool, float, int, int, str]:
        within = within_of(plan, person, role)
        roles = person.roles
        named = roles.index(role.key) if role.key in roles else len(roles)
        return (not person.on_duty, within.total_seconds(), named, len(roles), person.key)

    def could(person: Person) -> bool:
        if person.roles or role.succession is not None:
            return role.key in person.roles
        return person.group == role.group

    return sorted(filter(could, site.people.values()), key=rank)


def group_of(plan: Plan, person: Person | None, role: Role | None) -> str:
    """Where the plan counts them: their own group if it has it, else the group of the role."""
    own = person.group if person else ""
    return own if role is None or plan.group(own) else role.group


def within_of(plan: Plan, person: Person, role: Role | None) -> timedelta:
    """How soon they would have to be here, called now."""
    return plan.within(
        role=role.key if role else "", group=group_of(plan, person, role), on_duty=person.on_duty
    )


def fill_roles(
    plan: Plan, site: Staff, *, roles: Iterable[Role], busy: Collection[str], taken: Iterable[str]
) -> list[Filled]:
    """Each place of each role that is not `taken`, with who fills it.

    A role that nobody holds or can fill stands there once, so that it is seen to be missing.
    """
    used = set(busy)
    held = Counter(taken)
    filled: list[Filled] = []
    for role in roles:
        free = [person for person in candidates(plan, site, role) if person.key not in used]
        chosen = free[: max(0, role.count - held[role.key])]
        used.update(person.key for person in chosen)
        filled += [(role, person) for person in chosen]
        if not chosen and not held[role.key]:
            filled.append((role, None))
    return filled


def everyone(
    plan: Plan, site: Staff, *, filled: Sequence[Filled], busy: Collection[str]
) -> list[Filled]:
    """Everybody else of the plan's groups, beyond the places that roles ask for."""
    used = {person.key for _, person in filled if person} | set(busy)
    groups = {group.key for group in plan.groups}
    found: list[Filled] = []
    for key, person in sorted(site.people.items()):
        role = role_for(plan, person)
        if key not in used and (role is not None or person.group in groups):
            found.append((role, person))
    return found


def role_for(plan: Plan, person: Person, wanted: str = "") -> Role | None:
    """The wanted role, else the person's first that the plan has, else one of their group.

    Nobody comes to stand in the succession of command without being named for it.
    """
    named = next(filter(None, map(plan.role, (wanted, *person.roles))), None)
    if named is not None:
        return named
    of_group = (role for role in plan.roles if role.group == person.group)
    return next((role for role in of_group if role.succession is None), None)
