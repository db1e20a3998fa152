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


def withdrawn() -> Phrase:
    return Phrase(
        "Station",
        QT_TRANSLATE_NOOP(
            "Station",
            "An entry was announced that the shared log does not have; it was taken off the screen "
            "here. Either the log was set back, and whoever wrote it sends it again, or somebody "
            "with a login sends false notices: tell the administrator.",
        ),
    )
