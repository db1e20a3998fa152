"""What the station itself has to say, in words that say what to do."""

from __future__ import annotations

from app.models.text import QT_TRANSLATE_NOOP, Phrase


def away() -> Phrase:
    return Phrase(
        "Station",
        QT_TRANSLATE_NOOP(
            "Station", "The shared log cannot be reached now. Try again once connected."
        ),
    )


def silent() -> Phrase:
    return Phrase(
        "Station",
        QT_TRANSLATE_NOOP(
            "Station", "The shared log does not answer any more. It is called again by itself."
        ),
    )
