"""What a drill leader did, in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from app.models import facts as f
from app.models.tellings.common import Line, Names, Teller, line, said_of
from app.models.text import QT_TRANSLATE_NOOP, Word


def _scripted(fact: f.DrillScripted, names: Names) -> Line:
    del names
    template = QT_TRANSLATE_NOOP("Timeline", "{subject}: the script of this drill")
    return line(template, fact.title)


def _played(fact: f.InjectPlayed, names: Names) -> Line:
    del names
    return line(QT_TRANSLATE_NOOP("Timeline", "Drill inject: {text}"), text=fact.text)


def _added(fact: f.InjectAdded, names: Names) -> Line:
    del names
    template = QT_TRANSLATE_NOOP("Timeline", "Drill inject added for {due}: {text}")
    return line(template, due=fact.due, text=fact.text)


def _skipped(fact: f.InjectSkipped, names: Names) -> Line:
    told: Word = names.incident.drilling.text_of(fact.inject) or fact.inject
    if not fact.reason:
        return line(QT_TRANSLATE_NOOP("Timeline", "Drill inject skipped: {text}"), text=told)
    template = QT_TRANSLATE_NOOP("Timeline", "Drill inject skipped: {text} ({reason})")
    return line(template, text=told, reason=fact.reason)


def _resumed(fact: f.DrillResumed, names: Names) -> Line:
    del fact, names
    return line(QT_TRANSLATE_NOOP("Timeline", "The drill goes on"))


TELLERS: Mapping[type, Teller] = {
    f.DrillScripted: _scripted,
    f.InjectPlayed: _played,
    f.InjectAdded: _added,
    f.InjectSkipped: _skipped,
    f.DrillPaused: said_of(
        QT_TRANSLATE_NOOP("Timeline", "The drill stands still"),
        QT_TRANSLATE_NOOP("Timeline", "The drill stands still: {reason}"),
        "reason",
    ),
    f.DrillResumed: _resumed,
}
