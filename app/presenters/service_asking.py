"""What is asked about a service: the words for the phone, what came, its number on this site."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.call_sheet import call_sheet
from app.models.services import ServiceRow
from app.models.site import SiteDescription
from app.models.text import Text
from app.presenters.asking import Answers, Field, Question
from app.presenters.part import Scene
from app.presenters.people_here import people_here
from app.presenters.reader import QtReader
from app.presenters.words import series

_tr = QCoreApplication.translate

GONE = "gone"
"""What answers that a service is not called from this site."""


def service_title(row: ServiceRow, reader: QtReader) -> str:
    """Number and name, or the one of them that there is."""
    name = reader.text(row.name)
    return row.number if name == row.number else f"{row.number} {name}"


def ask_call(row: ServiceRow, scene: Scene) -> Question:
    """The words stand there while one phones; what has changed meanwhile can be typed over."""
    told = tuple(
        Field(key=prompt, label=label, value=words, wraps=True)
        for prompt, label, words in sheet_words(row.key, scene)
    )
    by = Field(
        key="by", label=_tr("Services", "Who phones"), value=scene.bridge.station.person,
        options=people_here(scene), free=True,
    )  # fmt: skip
    reference = Field(
        key="reference", label=_tr("Services", "Reference number"),
        hint=_tr("Services", "may stay empty"),
    )  # fmt: skip
    return Question(
        title=_tr("Services", "Dial {service}").format(service=service_title(row, scene.reader)),
        note=_note(row, scene),
        do=_tr("Services", "Called"),
        fields=(*told, by, reference),
    )


def sheet_words(service: str, scene: Scene) -> list[tuple[str, str, str]]:
    """(prompt, its label, the words for it) in the reader's language."""
    lines = call_sheet(scene.incident, scene.plan, scene.site, service=service)
    reader = scene.reader
    return [
        (line.prompt, reader.say(line.label), series(map(reader.word, line.words)))
        for line in lines
    ]


def _note(row: ServiceRow, scene: Scene) -> str:
    reader, said = scene.reader, []
    if scene.incident.course.drill:
        said.append(_tr("Services", "DRILL: do not dial. Read the words aloud."))
    if row.when:
        said.append(_tr("Services", "When: {when}").format(when=reader.text(row.when)))
    if row.by:
        said.append(_tr("Services", "Decided by: {who}").format(who=reader.text(row.by)))
    return "  •  ".join(said)


def ask_units(row: ServiceRow, reader: QtReader) -> Question:
    units = Field(
        key="units", label=_tr("Services", "With what"),
        hint=_tr("Services", "2 cars, 6 officers"),
    )  # fmt: skip
    title = _tr("Services", "{service} is here").format(service=service_title(row, reader))
    return Question(title=title, do=_tr("Services", "Here"), fields=(units,))


def ask_reference(row: ServiceRow, reader: QtReader) -> Question:
    given = Field(
        key="reference", label=_tr("Services", "Reference number"), value=row.value.reference
    )
    return Question(title=service_title(row, reader), do=_tr("Services", "Record"), fields=(given,))


def ask_number(rows: list[ServiceRow], reader: QtReader) -> Question:
    known = tuple((row.key, service_title(row, reader)) for row in rows)
    used = (("yes", _tr("Services", "yes")), (GONE, _tr("Services", "no")))
    keep = _tr("Services", "empty: as it is")
    note = _tr(
        "Services",
        "Plans know a service by its key; what people here dial for it may be another number.",
    )
    return Question(
        title=_tr("Services", "What is dialled on this site"),
        note=note,
        do=_tr("Services", "Record"),
        fields=(
            Field(key="service", label=_tr("Services", "Service"), options=known, free=True,
                  hint=_tr("Services", "its key in the plans")),
            Field(key="number", label=_tr("Services", "Dial"), hint=keep),
            Field(key="en", label=_tr("Services", "Name, English"), hint=keep),
            Field(key="zh", label=_tr("Services", "Name, Chinese"), hint=keep),
            Field(key="used", label=_tr("Services", "Called from here"), options=used,
                  value="yes"),
        ),
    )  # fmt: skip


def ask_site(now: SiteDescription) -> Question:
    """What a service asks first, and what everybody forgets on the phone."""
    return Question(
        title=_tr("Services", "This site, as services find it"),
        note=_tr("Services", "It stands first in every call sheet."),
        do=_tr("Services", "Record"),
        fields=(
            Field(key="en", label=_tr("Services", "Name, English"), value=now.name.en),
            Field(key="zh", label=_tr("Services", "Name, Chinese"), value=now.name.zh),
            Field(key="address_en", label=_tr("Services", "Address, English"),
                  value=now.address.en, wraps=True),
            Field(key="address_zh", label=_tr("Services", "Address, Chinese"),
                  value=now.address.zh, wraps=True),
            Field(key="phone", label=_tr("Services", "Call back"), value=now.phone),
        ),
    )  # fmt: skip


def described(answers: Answers) -> f.SiteDescribed:
    """What is given in one language stands for the other."""
    en, zh = answers["en"].strip(), answers["zh"].strip()
    way_en, way_zh = answers["address_en"].strip(), answers["address_zh"].strip()
    return f.SiteDescribed(
        name=Text(en=en or zh, zh=zh or en),
        address=Text(en=way_en or way_zh, zh=way_zh or way_en),
        phone=answers["phone"].strip(),
    )
