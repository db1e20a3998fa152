"""The alarms of one incident as shown: what is overdue, the worst first, and what rules propose."""

from __future__ import annotations

from datetime import datetime

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models.alarms import AlarmKind, Duty, duties, next_due, overdue
from app.presenters.countdown import span
from app.presenters.part import Part, Scene
from app.presenters.reader import QtReader
from app.presenters.roles import Severity

_tr = QCoreApplication.translate

SHOWN = 3
"""How many alarms the band spells out; the others are counted, so that a flood stays one line."""


class AlarmProps(msgspec.Struct, frozen=True, kw_only=True):
    """`text` names the worst with how late they are, so it changes with the time."""

    count: int = 0
    title: str = ""
    text: str = ""
    severity: Severity = Severity.PLAIN


def derive_alarms(
    late: list[Duty], coming: Duty | None, now: datetime, reader: QtReader
) -> AlarmProps:
    if not late:
        return AlarmProps(title=_tr("Alarms", "Nothing overdue"), text=_next_line(coming, reader))
    told = [alarm_line(duty, now, reader) for duty in late[:SHOWN]]
    if len(late) > SHOWN:
        told.append(_tr("Alarms", "and {count} more").format(count=len(late) - SHOWN))
    return AlarmProps(
        count=len(late),
        title=_tr("Alarms", "{count} overdue").format(count=len(late)),
        text="  •  ".join(told),
        severity=Severity.OVERDUE,
    )


def _next_line(coming: Duty | None, reader: QtReader) -> str:
    if coming is None:
        return ""
    line = _tr("Alarms", "next: {about}, {time}")
    return line.format(about=reader.text(coming.about), time=reader.time(coming.due))


def alarm_line(duty: Duty, now: datetime, reader: QtReader) -> str:
    """One overdue duty in a few words."""
    about, late = reader.text(duty.about), span(now - duty.due)
    match duty.kind:
        case AlarmKind.CALL_OUT:
            return _tr("Alarms", "{who} {late} late").format(who=about, late=late)
        case AlarmKind.NOTIFICATION:
            line = _tr("Alarms", "{who} not told, due {time}")
            return line.format(who=about, time=reader.time(duty.due))
        case AlarmKind.TASK:
            line = _tr("Alarms", "{task}: due {time}")
            return line.format(task=about, time=reader.time(duty.due))


class AlarmsPresenter(Part):
    cells = ("call_out", "task", "notification", "level", "course")

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.props = AlarmProps()
        self._duties: list[Duty] = []
        self.refresh()

    def refresh(self) -> None:
        self._duties = duties(self.scene.incident, self.scene.plan)
        self.tick(self.scene.now)

    def tick(self, now: datetime) -> None:
        late, coming = overdue(self._duties, now), next_due(self._duties, now)
        props = derive_alarms(late, coming, now, self.scene.reader)
        if props != self.props:
            self.props = props
            self.changed.emit()
