"""The staff of the site: who there is, for what roles, and who is on duty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.models import facts as f
from app.models.command import Refusal
from app.models.entry import SITE
from app.models.plan import Plan
from app.models.plan import Role as PlanRole
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
    """A role of some plan, and the group that whoever has it belongs to."""

    key: str
    name: str
    group: str


class StaffProps(msgspec.Struct, frozen=True, kw_only=True):
    on_duty: str = ""
    empty: str = ""
    roles: tuple[RoleChoice, ...] = ()


def derive_staff_row(person: Person, role_names: dict[str, str]) -> Row:
    roles = listing(role_names.get(role, role) for role in person.roles)
    badge = _tr("Staff", "badge {badge}").format(badge=person.badge) if person.badge else ""
    return Row(
        key=person.key,
        title=person.name,
        bold=len(person.name),
        subtitle=" • ".join(part for part in (person.phone, roles or person.group, badge) if part),
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
        role: RoleChoice | None,
        badge: str,
        phone: str,
        then: Callable[[Done | Refusal], None],
    ) -> None:
        """The key is made from the moment, so that two stations never give the same."""
        person = f.PersonSet(
            person=f"p{self._bridge.now():%Y%m%d%H%M%S%f}",
            name=name.strip(),
            group=role.group if role else "",
            roles=(role.key,) if role else (),
            badge=badge.strip(),
            phone=phone.strip(),
        )
        self._bridge.ask(None, person, then=then)

    def ask_change(self, key: str) -> Question | None:
        person = self._bridge.station.site.people.get(key)
        if person is None:
            return None
        roles = tuple((role.key, role.name) for role in self.props.roles)
        return Question(
            title=_tr("Staff", "What is different about {name}").format(name=person.name),
            do=_tr("Staff", "Change"),
            fields=(
                Field(key="name", label=_tr("Staff", "Name"), value=person.name),
                Field(key="role", label=_tr("Staff", "Role"), options=roles,
                      value=next(iter(person.roles), "")),
                Field(key="badge", label=_tr("Staff", "Badge"), value=person.badge),
                Field(key="phone", label=_tr("Staff", "Phone"), value=person.phone),
            ),
        )  # fmt: skip

    def change(self, key: str, answers: Answers, then: Answered | None = None) -> None:
        """Further roles of the same person stay."""
        person = self._bridge.station.site.people.get(key)
        if person is None:
            return
        role = next((role for role in self.props.roles if role.key == answers["role"]), None)
        changed = f.PersonSet(
            person=key, name=answers["name"].strip(), group=role.group if role else person.group,
            roles=(role.key, *person.roles[1:]) if role else person.roles,
            badge=answers["badge"].strip(), phone=answers["phone"].strip(),
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
        """Those of all plans by their words, each key once; of the same words with their plan."""
        found: dict[str, tuple[PlanRole, Plan]] = {}
        for plan in self._bridge.station.site.plans.values():
            for role in plan.roles:
                found.setdefault(role.key, (role, plan))
        text = self._reader.text
        same = Counter(text(role.name) for role, _ in found.values())
        named = (
            RoleChoice(
                key=role.key,
                name=with_note(words, text(plan.title) if same[words] > 1 else ""),
                group=role.group,
            )
            for role, plan in found.values()
            for words in [text(role.name)]
        )
        return tuple(sorted(named, key=lambda role: role.name.casefold()))
