"""The score of a drill as CSV, and as it stands in the exported JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from app.models.entry import SITE, Stored
from app.models.improving import improvements
from app.models.incident import Incident
from app.models.score import Mark, Score, Total, score
from app.models.site import Site
from app.models.spreadsheet import BOM, harmless
from app.models.text import Phrase, Text
from app.record.reader import PaperReader

_SECOND = timedelta(seconds=1)


def score_of(stored: Sequence[Stored], site: Sequence[Stored]) -> tuple[Incident, Score | None]:
    """Of an incident's entries, with those of the stream `site`."""
    return score_at(stored, Site([each.entry for each in site if each.entry.stream == SITE]))


def score_at(stored: Sequence[Stored], site: Site) -> tuple[Incident, Score | None]:
    """Of an incident's entries, at the site where it happened."""
    stream = stored[0].entry.stream if stored else ""
    incident = Incident(stream, [each.entry for each in stored])
    return incident, score(incident, site.plan(incident.course.plan), site)


SCORE_COLUMNS = (
    "number", "drill", "sort", "key", "what_en", "what_zh", "group_en", "group_zh", "verdict",
    "began_at", "within_s", "took_s", "late_s",
)  # fmt: skip


def score_csv(number: str, found: Score) -> bytes:
    """One line per mark, as RFC 4180 has it; each says that it is of a drill."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(SCORE_COLUMNS)
    for mark in found.marks:
        cells = (
            number, "drill", mark.sort.value, mark.key, mark.what.en, mark.what.zh, mark.group.en,
            mark.group.zh, mark.verdict.value, _time(mark.began_at), _seconds(mark.within),
            _seconds(mark.took), _seconds(mark.late),
        )  # fmt: skip
        writer.writerow([harmless("" if cell is None else str(cell)) for cell in cells])
    return (BOM + text.getvalue()).encode()


def score_fields(found: Score) -> dict[str, Any]:
    """As it stands in the export: derived from the entries beside it, and not part of the log."""
    return {
        "total": _total(found.total),
        "groups": [{"name": _both(each.name), **_total(each)} for each in found.groups],
        "stood_still_s": _seconds(found.stood_still),
        "marks": [_mark(mark) for mark in found.marks],
        "improve": [_in_both(phrase) for phrase in improvements(found)],
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


def _in_both(phrase: Phrase) -> dict[str, str]:
    return {"en": phrase.render(PaperReader("en")), "zh": phrase.render(PaperReader("zh"))}


def _both(text: Text) -> dict[str, str]:
    return {"en": text.en, "zh": text.zh}


def _seconds(duration: timedelta | None) -> int | None:
    return None if duration is None else duration // _SECOND


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
