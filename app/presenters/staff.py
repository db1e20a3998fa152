"""The staff of the site: who there is, for what roles, and who is on duty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.models import facts as f
from app.models.command import Refusal
from app.models.entry import SITE
from app.models.plan import Plan
from app.models.plan import Role as PlanRole
from app.models.refusals import refuse
from app.models.site import Person
from app.presenters.asking import Answers, Field, Question
from app.presenters.bridge import Bridge
from app.presenters.part import Answered
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.rows import Row, RowModel
from app.presenters.staff_import import StaffImport
from app.presenters.words import listing, with_note
from app.station.changed import Changed, Done

_tr = QCoreApplication.translate


class RoleChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A role of the plans by all its words in them, and the group of whoever has it."""

    key: str
    name: str
    group: str


class StaffProps(msgspec.Struct, frozen=True, kw_only=True):
    on_duty: str = ""
    empty: str = ""
    roles: tuple[RoleChoice, ...] = ()


def derive_staff_row(person: Person, role_names: dict[str, str]) -> Row:
    """The badge stands beside the name: at the end of the line below there is no room for it."""
    roles = listing(role_names.get(role, role) for role in person.roles)
    return Row(
        key=person.key,
        title=with_note(person.name, person.badge),
        bold=len(person.name),
        subtitle=" • ".join(part for part in (person.phone, roles or person.group) if part),
        chip=_tr("Staff", "on duty") if person.on_duty else "",
        chip_severity=Severity.GOOD,
        quiet=not person.on_duty,
        action="duty",
        action_text=_tr("Staff", "Off duty") if person.on_duty else _tr("Staff", "On duty"),
    )


class StaffPresenter(QObject):
    changed = Signal()

    def __init__(self, bridge: Bridge, reader: QtReader) -> None:
        super().__init__()
        self._bridge, self._reader = bridge, reader
        self.model = RowModel(bridge.now(), self)
        self.importing = StaffImport(bridge, reader)
        self.props = StaffProps()
        bridge.changed.connect(self._take)
        self.refresh()

    def refresh(self) -> None:
        """On duty first, then by name."""
        roles = self._roles()
        names = {role.key: role.name for role in roles}
        people = sorted(
            self._bridge.station.site.people.values(),
            key=lambda person: (not person.on_duty, person.name.casefold(), person.key),
        )
        self.model.set_rows([derive_staff_row(person, names) for person in people])
        told = _tr("Staff", "{count} of {all} on duty")
        props = StaffProps(
            on_duty=told.format(count=sum(p.on_duty for p in people), all=len(people)),
            empty=""
            if people
            else _tr("Staff", "Nobody yet. Add those who can be called, or import a list."),
            roles=roles,
        )
        if props != self.props:
            self.props = props
            self.changed.emit()

    def toggle_duty(self, key: str) -> None:
        person = self._bridge.station.site.people.get(key)
        if person is not None:
            fact = f.DutyEnded if person.on_duty else f.DutyStarted
            self._bridge.ask(None, fact(person=key))

    def add(
        self,
        *,
        name: str,
        roles: Sequence[str],
        badge: str,
        phone: str,
        then: Callable[[Done | Refusal], None],
    ) -> None:
        """The key is made from the moment, so that two stations never give the same.

        `roles` by their keys; what is none is refused in the words that were typed.
        """
        refusal = self._no_role(roles)
        if refusal is not None:
            self._bridge.refused.emit(refusal)
            then(refusal)
            return
        person = f.PersonSet(
            person=f"p{self._bridge.now():%Y%m%d%H%M%S%f}",
            name=name.strip(),
            group=self._group_of(roles),
            roles=tuple(roles),
            badge=badge.strip(),
            phone=phone.strip(),
        )
        self._bridge.ask(None, person, then=then)

    def _group_of(self, roles: Sequence[str]) -> str:
        """By the first of them."""
        groups = {role.key: role.group for role in self.props.roles}
        return groups.get(roles[0], "") if roles else ""

    def _no_role(self, roles: Sequence[str], had: Sequence[str] = ()) -> Refusal | None:
        """Why one of them is none. Those that somebody had stay, though no plan has them now."""
        known = {role.key: role.name for role in self.props.roles}
        typed = next((each for each in roles if each not in known and each not in had), None)
        if typed is None:
            return None
        fit = [name for name in known.values() if typed.casefold() in name.casefold()]
        if fit:
            return refuse("ambiguous_role", typed=typed, names=", ".join(fit[:4]))
        return refuse("unknown_role", typed=typed)

    def ask_change(self, key: str) -> Question | None:
        person = self._bridge.station.site.people.get(key)
        if person is None:
            return None
        roles = {role: role for role in person.roles}  # also those that no plan has now
        roles |= {role.key: role.name for role in self.props.roles}
        return Question(
            title=_tr("Staff", "What is different about {name}").format(name=person.name),
            do=_tr("Staff", "Change"),
            fields=(
                Field(key="name", label=_tr("Staff", "Name"), value=person.name),
                Field(key="roles", label=_tr("Staff", "Roles"), options=tuple(roles.items()),
                      several=True, value="\n".join(person.roles)),
                Field(key="badge", label=_tr("Staff", "Badge"), value=person.badge),
                Field(key="phone", label=_tr("Staff", "Phone"), value=person.phone),
            ),
        )  # fmt: skip

    def change(self, key: str, answers: Answers, then: Answered | None = None) -> None:
        person = self._bridge.station.site.people.get(key)
        if person is None:
            return
        roles = tuple(answers["roles"].split("\n")) if answers["roles"] else ()
        refusal = self._no_role(roles, had=person.roles)
        if refusal is not None:
            self._bridge.refused.emit(refusal)
            if then:
                then(refusal)
            return
        same = roles[:1] == person.roles[:1]
        changed = f.PersonSet(
            person=key, name=answers["name"].strip(),
            group=person.group if same else self._group_of(roles),
            roles=roles, badge=answers["badge"].strip(), phone=answers["phone"].strip(),
        )  # fmt: skip
        self._bridge.ask(None, changed, then=then)

    def ask_remove(self, key: str) -> Question | None:
        person = self._bridge.station.site.people.get(key)
        if person is None:
            return None
        return Question(
            title=_tr("Staff", "Take {name} off the list?").format(name=person.name),
            note=_tr("Staff", "They can be called no more. What they did stays in the log."),
            do=_tr("Staff", "Take off"),
        )

    def remove(self, key: str, then: Answered | None = None) -> None:
        """They can be called no more; what they did stays in the log."""
        person = self._bridge.station.site.people.get(key)
        if person is not None:
            gone = f.PersonSet(
                person=key, name=person.name, group=person.group, roles=person.roles,
                badge=person.badge, phone=person.phone, active=False,
            )  # fmt: skip
            self._bridge.ask(None, gone, then=then)

    def _take(self, changed: Changed) -> None:
        if changed.stream == SITE:
            self.refresh()

    def _roles(self) -> tuple[RoleChoice, ...]:
        """Each key once, by all its words in the plans; of the same words with their plans."""
        found: dict[str, list[tuple[PlanRole, Plan]]] = {}
        for plan in self._bridge.station.site.plans.values():
            for role in plan.roles:
                found.setdefault(role.key, []).append((role, plan))
        text = self._reader.text
        words = {
            key: " / ".join(sorted({text(role.name) for role, _ in held}, key=str.casefold))
            for key, held in found.items()
        }
        plans = {
            key: listing(dict.fromkeys(text(plan.title) for _, plan in held))
            for key, held in found.items()
        }
        same = Counter(words.values())
        named = (
            RoleChoice(
                key=key,
                name=with_note(words[key], plans[key] if same[words[key]] > 1 else ""),
                group=held[0][0].group,
            )
            for key, held in found.items()
        )
        return tuple(sorted(named, key=lambda role: role.name.casefold()))
