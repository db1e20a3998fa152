"""The figures of statistics in words."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from app.models.statistics import Times, Totals

_tr = QCoreApplication.translate


def minutes(time: timedelta | None) -> str:
    """3:05 is three minutes and five seconds; hours as minutes too, so that columns compare."""
    if time is None:
        return "–"
    seconds = round(time.total_seconds())
    return f"{seconds // 60}:{seconds % 60:02}"


def percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f} %"


def derive_figures(totals: Totals) -> tuple[tuple[str, str], ...]:
    """(label, value) of the whole stretch of time."""
    due = totals.kept + totals.missed
    kept = _tr("Statistics", "{share} of {count}").format(share=percent(totals.share), count=due)
    return (
        (_tr("Statistics", "Deadlines kept"), kept),
        (_tr("Statistics", "First response"), _times(totals.first_response)),
        (_tr("Statistics", "Command on site"), _times(totals.to_commander)),
        (_tr("Statistics", "Zones confirmed empty"), _times(totals.to_empty)),
    )


def _times(times: Times) -> str:
    if not times.count:
        return "–"
    words = _tr("Statistics", "{usual} min, nine of ten within {slow}")
    return words.format(usual=minutes(times.usual), slow=minutes(times.slow))
