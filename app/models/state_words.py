"""What states are called, on the screen as on paper; to be translated in the context `WORDS`."""

from __future__ import annotations

from collections.abc import Mapping

from app.models.call_outs import CallOutState
from app.models.levels import Level
from app.models.text import QT_TRANSLATE_NOOP
from app.models.zone_states import Evacuation

WORDS = "Words"

COLOURS: Mapping[Level, str] = {
    Level.IV: QT_TRANSLATE_NOOP("Words", "blue"),
    Level.III: QT_TRANSLATE_NOOP("Words", "yellow"),
    Level.II: QT_TRANSLATE_NOOP("Words", "orange"),
    Level.I: QT_TRANSLATE_NOOP("Words", "red"),
}
"""So that a level is never told by colour alone."""

CALL_OUTS: Mapping[CallOutState, str] = {
    CallOutState.CALLED: QT_TRANSLATE_NOOP("Words", "called"),
    CallOutState.ACKNOWLEDGED: QT_TRANSLATE_NOOP("Words", "acknowledged"),
    CallOutState.ON_THE_WAY: QT_TRANSLATE_NOOP("Words", "on the way"),
    CallOutState.ARRIVED: QT_TRANSLATE_NOOP("Words", "on site"),
    CallOutState.NO_ANSWER: QT_TRANSLATE_NOOP("Words", "no answer"),
    CallOutState.EXCUSED: QT_TRANSLATE_NOOP("Words", "excused"),
    CallOutState.STOOD_DOWN: QT_TRANSLATE_NOOP("Words", "stood down"),
}
"""All but `NONE`, of which nothing is said."""

EVACUATIONS: Mapping[Evacuation, str] = {
    Evacuation.CLEAR: QT_TRANSLATE_NOOP("Words", "clear"),
    Evacuation.EVACUATING: QT_TRANSLATE_NOOP("Words", "evacuating"),
    Evacuation.EMPTY: QT_TRANSLATE_NOOP("Words", "empty"),
    Evacuation.CONFIRMED: QT_TRANSLATE_NOOP("Words", "empty, confirmed"),
}
