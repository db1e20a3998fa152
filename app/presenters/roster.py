"""The roster as shown: who is awaited, with countdowns; who is here; the badge line."""

from __future__ import annotations

from datetime import datetime

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.call_outs import CallOutState
from app.models.command import Call, Scan
from app.models.roster import RosterRow, counts, roster
from app.presenters.part import Part, Scene
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.rows import Row, RowModel
from app.presenters.words import call_out_word

_tr = QCoreApplication.translate

_SEVERITY = {
    CallOutState.ARRIVED: Severity.GOOD,
    CallOutState.NO_ANSWER: Severity.SOON,
    CallOutState.ON_THE_WAY: Severity.PLAIN,
}


def derive_roster_row(row: RosterRow, reader: QtReader) -> Row:
    role, group = reader.text(row.role), reader.text(row.group)
    title = row.name or role
    said: tuple[str, ...] = (role if row.name else "", group)
    if row.awaited:
        said = (*said, *_on_the_phone(row, reader))
    return Row(
        key=row.who,
        title=title,
        bold=len(title),
        subtitle=" • ".join(part for part in said if part),
        chip=call_out_word(row.state),
        chip_severity=_SEVERITY.get(row.state, Severity.PLAIN),
        late_chip=_late_chip(row),
        start=row.called_at if row.awaited else None,
        due=row.due if row.awaited else None,
        settled=_settled(row, reader),
        quiet=not row.awaited,
        action="arrived" if row.awaited else "",
        action_text=_tr("Roster", "Arrived") if row.awaited else "",
    )


def _late_chip(row: RosterRow) -> str:
    """ "late" for those merely called; once on the way, that is what one wants to read."""
    if row.state in (CallOutState.CALLED, CallOutState.ACKNOWLEDGED):
        return _tr("Roster", "late")
    return ""


def _on_the_phone(row: RosterRow, reader: QtReader) -> tuple[str, ...]:
    """On or off duty, and the latest that was heard."""
    duty = _tr("Roster", "on duty") if row.on_duty else _tr("Roster", "off duty")
    if row.eta:
        heard = _tr("Roster", "ETA {time}").format(time=reader.time(row.eta))
    elif row.called_at:
        heard = _tr("Roster", "called {time}").format(time=reader.second(row.called_at))
    else:
        heard = ""
    return (duty if row.name else "", heard)


def _settled(row: RosterRow, reader: QtReader) -> str:
    match row.in_time:
        case True:
            return _tr("Roster", "in time ✓")
        case False:
            return _tr("Roster", "late, {time}").format(
                time=reader.time(row.arrived_at) if row.arrived_at else ""
            )
        case None:
            return reader.time(row.arrived_at) if row.arrived_at else ""


class RosterProps(msgspec.Struct, frozen=True, kw_only=True):
    still_to_come: str = ""
    groups: tuple[tuple[str, str], ...] = ()
    """(key, name) of each group that can be called."""
    empty: str = ""


class RosterPresenter(Part):
    cells = ("call_out",)

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.model = RowModel(scene.now, self)
        self.props = RosterProps()
        self.refresh()

    def refresh(self) -> None:
        scene = self.scene
        rows = roster(scene.incident, scene.plan)
        self.model.set_rows([derive_roster_row(row, scene.reader) for row in rows])
        props = self._derive(sum(row.awaited for row in rows), empty=not rows)
        if props != self.props:
            self.props = props
            self.changed.emit()

    def _derive(self, coming: int, *, empty: bool) -> RosterProps:
        plan, reader = self.scene.plan, self.scene.reader
        here = counts(self.scene.incident).here
        still = (
            _tr("Roster", "{count} still to come").format(count=coming)
            if coming else _tr("Roster", "{count} on site").format(count=here)
        )  # fmt: skip
        return RosterProps(
            still_to_come=still,
            groups=tuple((g.key, reader.text(g.name)) for g in plan.groups) if plan else (),
            empty=_tr("Roster", "Nobody called yet. C calls a group, or everyone.")
            if empty
            else "",
        )

    def tick(self, now: datetime) -> None:
        self.model.tick(now)

    # What a person can ask for ---------------------------------------------------------------

    def arrived(self, who: str) -> None:
        self.scene.ask(f.Arrived(who=who))

    def scanned(self, text: str) -> None:
        """A badge or a name, typed or scanned."""
        self.scene.ask(Scan(text=text))

    def acknowledged(self, who: str) -> None:
        self.scene.ask(f.Acknowledged(who=who))

    def on_the_way(self, who: str, eta: datetime | None) -> None:
        self.scene.ask(f.OnTheWay(who=who, eta=eta))

    def no_answer(self, who: str) -> None:
        self.scene.ask(f.NoAnswer(who=who))

    def excused(self, who: str, reason: str) -> None:
        self.scene.ask(f.Excused(who=who, reason=reason))

    def stood_down(self, who: str) -> None:
        self.scene.ask(f.StoodDown(who=who))

    def takes_command(self, who: str) -> None:
        taken = self.scene.incident.commanding.who
        fact = f.CommandHandedOver if taken else f.CommandTaken
        self.scene.ask(fact(who=who, name=""))

    def call_group(self, group: str) -> None:
        self.scene.ask(Call(group=group))

    def call_everyone(self) -> None:
        self.scene.ask(Call(everyone=True))

    def call(self, who: str) -> None:
        self.scene.ask(Call(who=(who,)))

    def callable_people(self) -> list[tuple[str, str]]:
        """(key, name) of staff who could be called now, on duty first."""
        busy = {w for w, c in self.scene.incident.call_outs.items()
                if c.state.is_awaited or c.state is CallOutState.ARRIVED}  # fmt: skip
        people = [p for key, p in self.scene.site.people.items() if key not in busy]
        people.sort(key=lambda person: (not person.on_duty, person.name))
        return [(person.key, person.name) for person in people]
