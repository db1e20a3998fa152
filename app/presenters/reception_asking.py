"""What is asked at a reception, with what happens to names, and law and policy at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from app.models.call_outs import CallOutState
from app.models.reception import ReceptionRow, RepresentativeRow, erase_by, rules_of
from app.presenters.asking import Field, Question, as_shown
from app.presenters.part import Scene
from app.store.contacts import Contact

_tr = QCoreApplication.translate


def ask_begin(scene: Scene) -> Question:
    return Question(
        title=_tr("Reception", "Begin a reception"),
        note=_law(scene),
        do=_tr("Reception", "Begin"),
        fields=_about(scene, matter="", people="", unit="", by=scene.bridge.station.person),
    )


def said_of(row: ReceptionRow) -> dict[str, str]:
    """What the log says of it, as it is asked."""
    people = str(row.people) if row.people else ""
    return {"matter": row.matter, "people": people, "unit": row.unit, "by": row.received_by}


def _ask_amend(scene: Scene, row: ReceptionRow) -> Question:
    now = said_of(row)
    return Question(
        title=row.matter,
        do=_tr("Reception", "Change"),
        fields=_about(scene, **now),
        unasked=as_shown(now),
    )


def _ask_representative(scene: Scene, row: ReceptionRow) -> Question:
    """They may stay nameless: then nothing is kept."""
    chosen = _tr("Reception", "At most {most}, chosen by the visitors.").format(most=row.most)
    return Question(
        title=_tr("Reception", "Receive a representative"),
        note=f"{chosen} {_what_happens(scene, row)}",
        do=_tr("Reception", "Receive"),
        fields=_person("", ""),
    )


def ask_contact(
    scene: Scene, row: ReceptionRow, who: RepresentativeRow, shown: Contact | None
) -> Question:
    title = _tr("Reception", "Name and contact of representative {number}")
    return Question(
        title=title.format(number=who.number),
        note=_what_happens(scene, row),
        do=_tr("Reception", "Keep"),
        fields=_person(shown.name if shown else "", shown.reach if shown else ""),
        has_names=shown is not None,
    )


def ask_erase(who: RepresentativeRow) -> Question:
    title = _tr(
        "Reception",
        "Erase name and contact of representative {number} now? They cannot be had back.",
    )
    return Question(title=title.format(number=who.number), do=_tr("Reception", "Erase"))


def _ask_answer(scene: Scene, row: ReceptionRow) -> Question:
    return Question(
        title=_tr("Reception", "Answer: {matter}").format(matter=row.matter),
        note=_law(scene),
        do=_tr("Reception", "Answered"),
        fields=(
            Field(key="text", label=_tr("Reception", "What was answered"), wraps=True),
            _by(scene, _tr("Reception", "By whom"), scene.bridge.station.person),
        ),
    )


def _ask_promise(scene: Scene, row: ReceptionRow) -> Question:
    plan, reader = scene.plan, scene.reader
    owners = tuple((each.key, reader.text(each.name)) for each in plan.roles) if plan else ()
    hint = _tr("Reception", "3 for three days, 12-01 17:00, or 14:15")
    return Question(
        title=_tr("Reception", "Promise: {matter}").format(matter=row.matter),
        note=_law(scene),
        do=_tr("Reception", "Promise"),
        fields=(
            Field(key="text", label=_tr("Reception", "What is promised"), wraps=True),
            Field(key="owner", label=_tr("Reception", "Who does it"), options=owners, free=True),
            Field(key="due", label=_tr("Reception", "Until"), hint=hint),
        ),
    )


def _ask_end(scene: Scene, row: ReceptionRow) -> Question:
    outcome = Field(key="outcome", label=_tr("Reception", "How it ended"), wraps=True)
    return Question(
        title=_tr("Reception", "End: {matter}").format(matter=row.matter),
        note=_law(scene),
        do=_tr("Reception", "End"),
        fields=(outcome,),
    )


def _about(scene: Scene, *, matter: str, people: str, unit: str, by: str) -> tuple[Field, ...]:
    return (
        Field(key="matter", label=_tr("Reception", "The matter"), value=matter, wraps=True),
        Field(key="people", label=_tr("Reception", "How many"), value=people),
        Field(key="unit", label=_tr("Reception", "Unit or address"), value=unit),
        _by(scene, _tr("Reception", "Received by"), by),
    )


def _person(name: str, reach: str) -> tuple[Field, ...]:
    empty = _tr("Reception", "may stay empty")
    return (
        Field(key="name", label=_tr("Reception", "Name"), value=name, hint=empty),
        Field(key="reach", label=_tr("Reception", "Phone or address"), value=reach, hint=empty),
    )


def _by(scene: Scene, label: str, value: str) -> Field:
    """Of the staff on site, or any name; names are what is recorded."""
    here = [
        each.name
        for each in scene.incident.call_outs.values()
        if each.state is CallOutState.ARRIVED and each.name
    ]
    names = dict.fromkeys([value, scene.bridge.station.person, *here])
    options = tuple((name, name) for name in names if name)
    return Field(key="by", label=label, value=value, options=options, free=True)


def _what_happens(scene: Scene, row: ReceptionRow) -> str:
    until = scene.reader.day(erase_by(row.begun_at, scene.plan))
    template = _tr(
        "Reception",
        "Name and contact only of those who want an answer: they are kept apart from the log, "
        "shown to nobody but those who record here, and erased on {day}.",
    )
    return template.format(day=until)


def _law(scene: Scene) -> str:
    return "\n".join(scene.reader.text(note) for note in rules_of(scene.plan).notes)


ASKS: Mapping[str, Callable[[Scene, ReceptionRow], Question]] = {
    "representative": _ask_representative,
    "answer": _ask_answer,
    "promise": _ask_promise,
    "amend": _ask_amend,
    "end": _ask_end,
}
"""What can be done with a reception that goes on, in the order in which one usually does it."""
