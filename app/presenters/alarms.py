"""The alarms of one incident as shown: what is overdue, the worst first, and who has seen it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.acknowledging import AlarmValue
from app.models.alarms import AlarmKind, Duty, duties, next_due, overdue
from app.models.fold import Changes
from app.models.stand_in import NAMELESS
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice
from app.presenters.countdown import span
from app.presenters.part import ALARM_CELLS, Answered, Scene
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.rows import Row, RowModel

_tr = QCoreApplication.translate

SHOWN = 3
"""How many alarms the band spells out; the others are counted, so that a flood stays one line."""


class AlarmProps(msgspec.Struct, frozen=True, kw_only=True):
    """`text` names the worst with how late they are, so it changes with the time.

    `count` is how many nobody has seen, of the `late` ones.
    """

    count: int = 0
    late: int = 0
    title: str = ""
    text: str = ""
    severity: Severity = Severity.PLAIN


def derive_alarms(
    unseen: list[Duty], late: int, coming: Duty | None, now: datetime, reader: QtReader
) -> AlarmProps:
    """`late` is how many are overdue, seen or not."""
    if not late:
        return AlarmProps(
            title=_tr("Alarms", "Nothing overdue"), text=_next_line(coming, now, reader)
        )
    title = _tr("Alarms", "{count} overdue").format(count=late)
    if not unseen:
        text = _tr("Alarms", "all of them seen; they stand in the list of alarms")
        return AlarmProps(late=late, title=title, text=text, severity=Severity.SOON)
    told = [alarm_line(duty, now, reader) for duty in unseen[:SHOWN]]
    if len(unseen) > SHOWN:
        told.append(_tr("Alarms", "and {count} more").format(count=len(unseen) - SHOWN))
    return AlarmProps(
        count=len(unseen), late=late, title=title, text="  •  ".join(told),
        severity=Severity.OVERDUE,
    )  # fmt: skip


def _next_line(coming: Duty | None, now: datetime, reader: QtReader) -> str:
    if coming is None:
        return ""
    line = _tr("Alarms", "next: {about}, {time}")
    return line.format(about=reader.text(coming.about), time=reader.near(coming.due, now))


def alarm_line(duty: Duty, now: datetime, reader: QtReader) -> str:
    """One overdue duty in a few words."""
    about, late, time = reader.text(duty.about), span(now - duty.due), reader.near(duty.due, now)
    match duty.kind:
        case AlarmKind.CALL_OUT if duty.key.startswith(NAMELESS):
            return _tr("Alarms", "{who}: nobody, {late} late").format(who=about, late=late)
        case AlarmKind.CALL_OUT:
            return _tr("Alarms", "{who} {late} late").format(who=about, late=late)
        case AlarmKind.NOTIFICATION:
            return _tr("Alarms", "{who} not told, due {time}").format(who=about, time=time)
        case AlarmKind.TASK:
            return _tr("Alarms", "{task}: due {time}").format(task=about, time=time)
        case AlarmKind.MESSAGE:
            return _tr("Alarms", "Message to {who} not delivered").format(who=about)
        case AlarmKind.ROLL_CALL if not duty.key:
            return _tr("Alarms", "roll call: due {time}").format(time=time)
        case AlarmKind.ROLL_CALL:
            return _tr("Alarms", "{who} did not answer the roll call").format(who=about)


def kind_word(kind: AlarmKind) -> str:
    match kind:
        case AlarmKind.CALL_OUT:
            return _tr("Alarms", "not here")
        case AlarmKind.NOTIFICATION:
            return _tr("Alarms", "not told")
        case AlarmKind.TASK:
            return _tr("Alarms", "not done")
        case AlarmKind.MESSAGE:
            return _tr("Alarms", "not delivered")
        case AlarmKind.ROLL_CALL:
            return _tr("Alarms", "not accounted for")


def derive_alarm_row(duty: Duty, seen: AlarmValue, reader: QtReader) -> Row:
    """Once somebody has seen it, it stays in the list, quietly, until it is settled."""
    about = reader.text(duty.about)
    is_seen = seen.covers(duty.due) and seen.seen_at is not None
    said = [reader.text(duty.role), _tr("Alarms", "due {time}").format(time=reader.time(duty.due))]
    if is_seen and seen.seen_at:
        line = _tr("Alarms", "seen {time} by {by}")
        said.append(line.format(time=reader.time(seen.seen_at), by=seen.seen_by))
    return Row(
        key=duty.alarm,
        title=about,
        bold=len(about),
        subtitle=" • ".join(part for part in said if part),
        chip=kind_word(duty.kind) if duty.key else _tr("Alarms", "due"),
        chip_severity=Severity.PLAIN if is_seen else Severity.OVERDUE,
        due=duty.due,
        quiet=is_seen,
        ended=is_seen,
        action="" if is_seen else "seen",
        action_text="" if is_seen else _tr("Alarms", "Seen"),
    )


class AlarmsPresenter(Acting):
    cells = ALARM_CELLS
    keys: ClassVar[Mapping[str, str]] = {"K": "seen"}
    may_sleep = True

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.model = RowModel(scene.now, self)
        self.props = AlarmProps()
        self._duties: list[Duty] = []
        self._late: list[Duty] = []
        self._made: dict[str, tuple[Duty, AlarmValue, Row]] = {}
        """Rows by the keys of their alarms, with what each was made of."""
        self.refresh()

    def pass_time(self, now: datetime) -> None:
        self.tick(now)

    def refresh(self) -> None:
        self._made = {}
        self._derive()

    def renew(self) -> None:
        """Only the list sleeps."""
        self.refresh()

    def take(self, changes: Changes) -> None:
        """An entry is about one duty, and the rows of all the others are what they were.

        Only the list sleeps: the band is for those who look elsewhere.
        """
        if changes.touches(*self.cells):
            self._derive()

    def _derive(self) -> None:
        self._duties = duties(self.scene.incident, self.scene.plan)
        self._show(self.scene.now)

    def tick(self, now: datetime) -> None:
        """The rows are made anew only when something more has become late."""
        if len(overdue(self._duties, now)) != len(self._late):
            self._show(now)
            return
        self.model.tick(now)
        self._tell(now)

    def _show(self, now: datetime) -> None:
        self._late = overdue(self._duties, now)
        if self.asleep:
            self._missed = True
        else:
            self._show_rows(now)
        self._tell(now)

    def _show_rows(self, now: datetime) -> None:
        rows = [self._row(duty) for duty in self._late]
        self.model.set_rows(sorted(rows, key=lambda row: row.quiet))
        self.model.tick(now)

    def _row(self, duty: Duty) -> Row:
        seen, held = self._seen(duty), self._made.get(duty.alarm)
        if held is None or held[:2] != (duty, seen):
            held = duty, seen, derive_alarm_row(duty, seen, self.scene.reader)
            self._made[duty.alarm] = held
        return held[2]

    def _tell(self, now: datetime) -> None:
        unseen = [duty for duty in self._late if not self._is_seen(duty)]
        coming = next_due(self._duties, now)
        props = derive_alarms(unseen, len(self._late), coming, now, self.scene.reader)
        if props != self.props:
            self.props = props
            self.changed.emit()

    def _seen(self, duty: Duty) -> AlarmValue:
        return self.scene.incident.alarm(duty.alarm)

    def _is_seen(self, duty: Duty) -> bool:
        seen = self._seen(duty)
        return seen.seen_at is not None and seen.covers(duty.due)

    # What a person can ask for ---------------------------------------------------------------

    def choices(self, key: str) -> tuple[Choice, ...]:
        at = self.model.position(key)
        if at < 0 or not self.model.row(at).action:
            return ()
        return (self._choice("seen", _tr("Alarms", "Seen")),)

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        """`seen` for one alarm, or without a key for all that nobody has seen."""
        del answers
        if action != "seen":
            raise ValueError(action)
        for duty in self._late:
            if key in ("", duty.alarm) and not self._is_seen(duty):
                self.scene.ask(f.AlarmAcknowledged(alarm=duty.alarm, due=duty.due), then)
