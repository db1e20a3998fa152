"""The score of a drill as text, as CSV, and as it stands in the exported JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from app.models.entry import SITE, Stored
from app.models.improving import improvements, lasting
from app.models.incident import Incident
from app.models.score import Mark, Score, Sort, Total, Verdict, score
from app.models.site import Site
from app.models.text import ENGLISH, QT_TRANSLATE_NOOP, Phrase, Reader

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
_BOM = "\ufeff"
_SECOND = timedelta(seconds=1)


def score_of(stored: Sequence[Stored], site: Sequence[Stored]) -> tuple[Incident, Score | None]:
    """Of an incident's entries, with those of the stream `site`."""
    stream = stored[0].entry.stream if stored else ""
    incident = Incident(stream, [each.entry for each in stored])
    known = Site([each.entry for each in site if each.entry.stream == SITE])
    return incident, score(incident, known.plan(incident.course.plan), known)


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
    yield f"{title} • {incident.detail.title}, {incident.detail.place}"
    yield total_words(found.total).render(reader)
    if found.stood_still:
        words = QT_TRANSLATE_NOOP("Score", "It stood still for {time}, which counts for nobody.")
        yield say(words, time=lasting(found.stood_still))
    yield ""
    for total in found.groups:
        name = total.name.in_language(reader.language) or nobody_alone().render(reader)
        yield f"  {name}: {total_words(total).render(reader)}"
    yield from ("", say(QT_TRANSLATE_NOOP("Score", "What to improve")))
    yield from (f"  - {phrase.render(reader)}" for phrase in improvements(found))
    for sort in Sort:
        marks = [mark for mark in found.marks if mark.sort is sort]
        if marks:
            yield from ("", sort_word(sort).render(reader))
            yield from (f"  {_line(mark, reader)}" for mark in marks)


def _line(mark: Mark, reader: Reader) -> str:
    took = took_words(mark)
    told = f" ({took.render(reader)})" if took else ""
    return f"{verdict_word(mark).render(reader)}: {mark.what.in_language(reader.language)}{told}"


_COLUMNS = (
    "number", "drill", "sort", "key", "what_en", "what_zh", "group_en", "group_zh", "verdict",
    "began_at", "within_s", "took_s", "late_s",
)  # fmt: skip


def score_csv(number: str, found: Score) -> bytes:
    """One line per mark, as RFC 4180 has it; each says that it is of a drill."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for mark in found.marks:
        writer.writerow((
            number, "drill", mark.sort.value, mark.key, mark.what.en, mark.what.zh, mark.group.en,
            mark.group.zh, mark.verdict.value, _time(mark.began_at), _seconds(mark.within),
            _seconds(mark.took), _seconds(mark.late),
        ))  # fmt: skip
    return (_BOM + text.getvalue()).encode()


def score_fields(found: Score) -> dict[str, Any]:
    """As it stands in the export: derived from the entries beside it, and not part of the log."""
    return {
        "total": _total(found.total),
        "groups": [{"name": _both(each.name), **_total(each)} for each in found.groups],
        "stood_still_s": _seconds(found.stood_still),
        "marks": [_mark(mark) for mark in found.marks],
        "improve": [phrase.render(ENGLISH) for phrase in improvements(found)],
    }


def _total(total: Total) -> dict[str, int]:
    return {"met": total.met, "late": total.late, "missed": total.missed}


def _mark(mark: Mark) -> dict[str, Any]:
    return {
        "sort": mark.sort.value, "key": mark.key, "what": _both(mark.what),
        "group": _both(mark.group), "verdict": mark.verdict.value,
        "began_at": _time(mark.began_at), "within_s": _seconds(mark.within),
        "took_s": _seconds(mark.took), "late_s": _seconds(mark.late),
    }  # fmt: skip


def _both(text: Any) -> dict[str, str]:
    return {"en": text.en, "zh": text.zh}


def _seconds(duration: timedelta | None) -> int | None:
    return None if duration is None else duration // _SECOND


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
