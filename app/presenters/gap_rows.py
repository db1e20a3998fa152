"""Rows of what a person is asked to decide: who could stand in, who is missing, hand-over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from app.models.commander import Commander
from app.models.stand_in import NAMELESS, Gap
from app.presenters.asking import Question
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.rows import Row

_tr = QCoreApplication.translate

TO = "who"
"""Goes back with the answer: to whom, though somebody else may be proposed by then."""
HAND_OVER = "hand_over"
"""The key of the row that proposes it, and what its button asks for."""


def derive_gap_row(gap: Gap, names: Mapping[str, str], reader: QtReader) -> Row:
    """`names` are the staff's, told apart, by key.

    Beside a countdown there is no room for a chip: what it would say stands below.
    """
    if gap.instead_of is not None:
        return _stand_in_row(gap, names, reader)
    role, told = reader.text(gap.role.name), _who_could(gap, names)
    state = _gap_state(gap)
    has_button = gap.asked and (gap.person is not None or gap.key.startswith(NAMELESS))
    arrives = gap.person is None
    return Row(
        key=gap.key,
        title=role,
        bold=len(role) if gap.asked else 0,
        subtitle=f"{state} • {told}" if gap.due else told,
        chip="" if gap.due else state,
        chip_severity=Severity.SOON if gap.asked else Severity.PLAIN,
        start=gap.called_at,
        due=gap.due,
        quiet=not gap.asked,
        action="" if not has_button else "arrived" if arrives else "call",
        action_text="" if not has_button else _tr("Roster", "Arrived") if arrives
        else _tr("Roster", "Call…"),
    )  # fmt: skip


def _stand_in_row(gap: Gap, names: Mapping[str, str], reader: QtReader) -> Row:
    role = reader.text(gap.role.name)
    lost = gap.instead_of.name or role if gap.instead_of else ""
    instead = _tr("Roster", "instead of {name}").format(name=lost)
    if gap.person is None:
        told = _tr("Roster", "{instead}: nobody else can be called").format(instead=instead)
        chip = _tr("Roster", "nobody")
        return Row(key=gap.key, title=role, bold=len(role), subtitle=told, chip=chip,
                   chip_severity=Severity.SOON)  # fmt: skip
    name = names.get(gap.person.key, gap.person.name)
    said = (instead, role, _duty_and_time(gap))
    return Row(
        key=gap.key,
        title=name,
        bold=len(name),
        subtitle=" • ".join(said),
        chip=_tr("Roster", "next"),
        chip_severity=Severity.SOON,
        action="call",
        action_text=_tr("Roster", "Call"),
    )


def _gap_state(gap: Gap) -> str:
    if not gap.asked:
        return _tr("Roster", "not called")
    if gap.missing < gap.role.count:
        template = _tr("Roster", "{missing} of {count} missing")
        return template.format(missing=gap.missing, count=gap.role.count)
    return _tr("Roster", "nobody yet")


def _who_could(gap: Gap, names: Mapping[str, str]) -> str:
    if not gap.asked:
        return _tr("Roster", "not needed at this level")
    if gap.person is None:
        return _tr("Roster", "no staff left for it")
    could = _tr("Roster", "{name} could come").format(name=names.get(gap.person.key, ""))
    return f"{could} • {_duty_and_time(gap)}"


def _duty_and_time(gap: Gap) -> str:
    if gap.person is None or gap.within is None:
        return ""
    return f"{duty_word(on_duty=gap.person.on_duty)} • {within_word(gap.within)}"


def within_word(within: timedelta) -> str:
    if not within:
        return _tr("Roster", "here at once")
    minutes = -(-within // timedelta(minutes=1))
    return _tr("Roster", "here within {minutes} min").format(minutes=minutes)


def derive_hand_over_row(commands: Commander) -> Row:
    title = _tr("Roster", "{name} is here").format(name=commands.relief_name)
    told = _tr("Roster", "{name} acts as deputy: hand command over?").format(name=commands.name)
    return Row(
        key=HAND_OVER,
        title=title,
        bold=len(title),
        subtitle=told,
        action=HAND_OVER,
        action_text=_tr("Roster", "Hand over…"),
    )


def ask_hand_over(commands: Commander) -> Question | None:
    """None while nobody is proposed."""
    if not commands.relief:
        return None
    title = _tr("Roster", "Hand the command to {name}?").format(name=commands.relief_name)
    return Question(
        title=title,
        note=_tr("Roster", "{name} commands now.").format(name=commands.name),
        do=_tr("Roster", "Hand over"),
        unasked={TO: commands.relief},
    )


def duty_word(*, on_duty: bool) -> str:
    return _tr("Roster", "on duty") if on_duty else _tr("Roster", "off duty")
