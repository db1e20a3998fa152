"""The score of a drill in words: marks, totals, and the whole of it as lines to read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from app.models.improving import improvements, lasting
from app.models.incident import Incident
from app.models.score import Mark, Score, Sort, Total, Verdict
from app.models.text import QT_TRANSLATE_NOOP, Phrase, Reader

_SORT = {
    Sort.INJECT: QT_TRANSLATE_NOOP("Score", "Injects"),
    Sort.CALL_OUT: QT_TRANSLATE_NOOP("Score", "Called out"),
    Sort.NOTIFICATION: QT_TRANSLATE_NOOP("Score", "Told"),
    Sort.TASK: QT_TRANSLATE_NOOP("Score", "Tasks"),
    Sort.ZONE: QT_TRANSLATE_NOOP("Score", "Zones confirmed empty"),
    Sort.SERVICE: QT_TRANSLATE_NOOP("Score", "Services"),
}
_VERDICT = {
    Verdict.MET: QT_TRANSLATE_NOOP("Score", "in time"),
    Verdict.LATE: QT_TRANSLATE_NOOP("Score", "late"),
    Verdict.MISSED: QT_TRANSLATE_NOOP("Score", "missed"),
}


def sort_word(sort: Sort) -> Phrase:
    return Phrase("Score", _SORT[sort])


def verdict_word(mark: Mark) -> Phrase:
    """Met, or how late, or missed; what has no time of its own is just done."""
    if mark.verdict is Verdict.LATE:
        return Phrase("Score", QT_TRANSLATE_NOOP("Score", "{late} late"), _late(mark))
    if mark.verdict is Verdict.MET and mark.within is None:
        return Phrase("Score", QT_TRANSLATE_NOOP("Score", "done"))
    return Phrase("Score", _VERDICT[mark.verdict])


def _late(mark: Mark) -> dict[str, Phrase]:
    return {"late": lasting(mark.late)}


def took_words(mark: Mark) -> Phrase | None:
    """How long it took, and what was allowed."""
    if mark.took is None and mark.within is None:
        return None
    if mark.took is None:
        words = QT_TRANSLATE_NOOP("Score", "{within} allowed")
        return Phrase("Score", words, {"within": lasting(mark.within or timedelta(0))})
    took = lasting(mark.took)
    if mark.within is None:
        return Phrase("Score", QT_TRANSLATE_NOOP("Score", "after {took}"), {"took": took})
    words = QT_TRANSLATE_NOOP("Score", "after {took}, {within} allowed")
    return Phrase("Score", words, {"took": took, "within": lasting(mark.within)})


def total_words(total: Total) -> Phrase:
    words = QT_TRANSLATE_NOOP("Score", "{met} of {all} in time, {late} late, {missed} missed")
    return Phrase(
        "Score", words,
        {"met": total.met, "all": total.all, "late": total.late, "missed": total.missed},
    )  # fmt: skip


def nobody_alone() -> Phrase:
    """The name of what is of no one group."""
    return Phrase("Score", QT_TRANSLATE_NOOP("Score", "All together"))


def score_text(number: str, incident: Incident, found: Score, reader: Reader) -> str:
    """Lines to read; the first says that it was a drill."""
    return "\n".join(_lines(number, incident, found, reader)) + "\n"


def _lines(number: str, incident: Incident, found: Score, reader: Reader) -> Iterator[str]:
    def say(template: str, **args: Any) -> str:
        return Phrase("Score", template, args).render(reader)

    title = say(QT_TRANSLATE_NOOP("Score", "DRILL {number}: score"), number=number)
    yield f"{title} • {incident.detail.title} • {incident.detail.place}"
    yield total_words(found.total).render(reader)
    if found.stood_still:
        words = QT_TRANSLATE_NOOP("Score", "It stood still for {time}, which counts for nobody.")
        yield say(words, time=lasting(found.stood_still))
    yield ""
    for total in found.groups:
        name = total.name.in_language(reader.language) or nobody_alone().render(reader)
        yield f"  {_about(name, total_words(total).render(reader), reader)}"
    yield from ("", say(QT_TRANSLATE_NOOP("Score", "What to improve")))
    yield from (f"  - {phrase.render(reader)}" for phrase in improvements(found))
    for sort in Sort:
        marks = [mark for mark in found.marks if mark.sort is sort]
        if marks:
            yield from ("", sort_word(sort).render(reader))
            yield from (f"  {_line(mark, reader)}" for mark in marks)


def _line(mark: Mark, reader: Reader) -> str:
    what, took = mark.what.in_language(reader.language), took_words(mark)
    if took:
        noted = {"word": what, "note": took.render(reader)}
        what = Phrase("Words", QT_TRANSLATE_NOOP("Words", "{word} ({note})"), noted).render(reader)
    return _about(verdict_word(mark).render(reader), what, reader)


def _about(title: str, said: str, reader: Reader) -> str:
    words = QT_TRANSLATE_NOOP("Words", "{title}: {said}")
    return Phrase("Words", words, {"title": title, "said": said}).render(reader)
