"""Why a message did not go out, as it is kept in the log: a code, and what the server said."""

from __future__ import annotations

from enum import Enum

from app.models.text import QT_TRANSLATE_NOOP, Phrase, Word


class Failure(Enum):
    """The value stands in the log, `code` or `code: what was said`."""

    REFUSED = "refused"
    NO_ANSWER = "no_answer"
    UNKNOWN_HOST = "unknown_host"
    CERTIFICATE = "certificate"
    LOGIN = "login"
    ANSWERED = "answered"
    NOT_TAKEN = "not_taken"
    NOT_KNOWN = "not_known"
    NO_SUCH_ADDRESS = "no_such_address"
    NO_ADDRESS = "no_address"
    ADDRESSES_AWAY = "addresses_away"
    NOT_FOR_DRILLS = "not_for_drills"
    UNREADABLE = "unreadable"
    NOTHING_IS_SENT = "nothing_is_sent"


_WORDS = {
    Failure.REFUSED: QT_TRANSLATE_NOOP("Message", "the server refused the connection"),
    Failure.NO_ANSWER: QT_TRANSLATE_NOOP("Message", "no answer from the server in time"),
    Failure.UNKNOWN_HOST: QT_TRANSLATE_NOOP("Message", "there is no such server"),
    Failure.CERTIFICATE: QT_TRANSLATE_NOOP("Message", "the server’s certificate is not trusted"),
    Failure.LOGIN: QT_TRANSLATE_NOOP("Message", "the server refused the login"),
    Failure.ANSWERED: QT_TRANSLATE_NOOP("Message", "the server answered {said}"),
    Failure.NOT_TAKEN: QT_TRANSLATE_NOOP("Message", "the server did not take it: {said}"),
    Failure.NOT_KNOWN: QT_TRANSLATE_NOOP(
        "Message", "the station stopped meanwhile: not known whether it went out"
    ),
    Failure.NO_SUCH_ADDRESS: QT_TRANSLATE_NOOP(
        "Message", "this address is no longer kept or in use"
    ),
    Failure.NO_ADDRESS: QT_TRANSLATE_NOOP("Message", "no address is chosen for it"),
    Failure.ADDRESSES_AWAY: QT_TRANSLATE_NOOP(
        "Message", "the addresses are kept beside the shared log, which is away"
    ),
    Failure.NOT_FOR_DRILLS: QT_TRANSLATE_NOOP("Message", "this address is not chosen for drills"),
    Failure.UNREADABLE: QT_TRANSLATE_NOOP("Message", "the address cannot be read"),
    Failure.NOTHING_IS_SENT: QT_TRANSLATE_NOOP("Message", "nothing is ever sent from here"),
}


SAID_LIMIT = 150
"""The most characters that are kept of what a server said: with the code, no fact has too many."""


def why(failure: Failure, said: str = "") -> str:
    """As it stands in the log: without what cannot be printed, and not too long."""
    printable = "".join(each if each.isprintable() else " " for each in said)
    said = " ".join(printable.split())[:SAID_LIMIT]
    return f"{failure.value}: {said}" if said else failure.value


def failure_words(kept: str) -> Word:
    """In words; what a newer program kept stands as it is."""
    code, _, said = kept.partition(": ")
    known = next((failure for failure in Failure if failure.value == code), None)
    return Phrase("Message", _WORDS[known], {"said": said}) if known else kept
