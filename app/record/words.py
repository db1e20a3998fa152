"""The words of states on paper, as the screen has them."""

from __future__ import annotations

from datetime import timedelta
from typing import assert_never

from app.models.call_outs import CallOutState
from app.models.course import Status
from app.models.levels import Level
from app.models.state_words import CALL_OUTS, COLOURS, EVACUATIONS, WORDS
from app.models.zone_states import Evacuation
from app.record.reader import PaperReader


def level_words(level: Level, reader: PaperReader) -> str:
    """The numeral and the colour's name."""
    return reader.with_note(level.numeral, reader.translate(WORDS, COLOURS[level]))


def call_out_word(state: CallOutState, reader: PaperReader) -> str:
    return reader.translate(WORDS, CALL_OUTS[state]) if state in CALL_OUTS else ""


def evacuation_word(evacuation: Evacuation, reader: PaperReader) -> str:
    return reader.translate(WORDS, EVACUATIONS[evacuation])


def status_word(status: Status, reader: PaperReader) -> str:
    _tr = reader.translate
    match status:
        case Status.UNOPENED:
            return ""
        case Status.OPEN:
            return _tr("Record", "under way")
        case Status.OVER:
            return _tr("Record", "declared over")
        case Status.CLOSED:
            return _tr("Record", "closed")
        case _:
            assert_never(status)


def duration_words(time: timedelta, reader: PaperReader) -> str:
    """To the minute, to the second below one; never less than nothing."""
    _tr = reader.translate
    seconds = max(0, int(time.total_seconds()))
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86400
    if minutes == 0:
        return _tr("Record", "{seconds} s").format(seconds=seconds)
    if hours == 0:
        return _tr("Record", "{minutes} min").format(minutes=minutes)
    if days == 0:
        return _tr("Record", "{hours} h {minutes} min").format(hours=hours, minutes=minutes % 60)
    return _tr("Record", "{days} d {hours} h").format(days=days, hours=hours % 24)
