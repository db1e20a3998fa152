"""Notes, files, prints and corrections in sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from app.models import facts as f
from app.models.files import FileSort, sort_of
from app.models.prints import form_title
from app.models.tellings.common import Line, Names, Teller, line
from app.models.text import QT_TRANSLATE_NOOP, Text

Tell: TypeAlias = Callable[[f.AnyFact, Names], Line]


def _note(fact: f.Note, names: Names) -> Line:
    del names
    return line("{text}", text=fact.text)


def corrected(fact: f.Corrected, names: Names, tell: Tell) -> Line:
    """`tell` says what another fact says."""
    instead = f.corrected_fact(fact)
    if instead is None and fact.taken_back:
        return _taken_back(fact, names, tell)
    if instead is None:
        return line(QT_TRANSLATE_NOOP("Timeline", "Struck: {reason}"), reason=fact.reason)
    told = tell(instead, names).phrase
    if fact.at is not None:
        template = QT_TRANSLATE_NOOP("Timeline", "Corrected: {told}, at {at} ({reason})")
        return line(template, told=told, at=fact.at, reason=fact.reason)
    template = QT_TRANSLATE_NOOP("Timeline", "Corrected: {told} ({reason})")
    return line(template, told=told, reason=fact.reason)


def _taken_back(fact: f.Corrected, names: Names, tell: Tell) -> Line:
    pressed = names.incident.fold.entry(fact.entry)
    if pressed is None or isinstance(pressed.fact, f.Corrected):
        return line(QT_TRANSLATE_NOOP("Timeline", "Taken back"))
    template = QT_TRANSLATE_NOOP("Timeline", "Taken back: {told}")
    return line(template, told=tell(pressed.fact, names).phrase)


def _attached(fact: f.Attached, names: Names) -> Line:
    del names
    return line(_ATTACHED[sort_of(fact.media_type)], text=fact.text or fact.name)


_ATTACHED = {
    FileSort.PICTURE: QT_TRANSLATE_NOOP("Timeline", "Photo: {text}"),
    FileSort.FILM: QT_TRANSLATE_NOOP("Timeline", "Film: {text}"),
    FileSort.SOUND: QT_TRANSLATE_NOOP("Timeline", "Recording: {text}"),
    FileSort.FILE: QT_TRANSLATE_NOOP("Timeline", "File: {text}"),
}


def _shift_handed_over(fact: f.ShiftHandedOver, names: Names) -> Line:
    del names
    template = QT_TRANSLATE_NOOP("Timeline", "{subject} handed the shift over to {to}")
    if not fact.text:
        return line(template, fact.from_name, to=fact.to_name)
    template = QT_TRANSLATE_NOOP("Timeline", "{subject} handed the shift over to {to}: {text}")
    return line(template, fact.from_name, to=fact.to_name, text=fact.text)


def _printed(fact: f.Printed, names: Names) -> Line:
    del names
    title, language = form_title(fact.form), _LANGUAGES.get(fact.language, fact.language)
    plain = QT_TRANSLATE_NOOP("Timeline", "{subject}: printed in {language}, entries: {count}")
    private = QT_TRANSLATE_NOOP(
        "Timeline", "{subject}: printed in {language} with personal details, entries: {count}"
    )
    template = private if fact.contacts else plain
    return line(template, title, language=language, count=fact.count)


_LANGUAGES = {"en": Text(en="English", zh="英文"), "zh": Text(en="Chinese", zh="中文")}


TELLERS: Mapping[type, Teller] = {
    f.Printed: _printed,
    f.ShiftHandedOver: _shift_handed_over,
    f.Attached: _attached,
    f.Note: _note,
}
