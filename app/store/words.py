"""What is wrong with the shared log, in words that say where and what to do."""

from __future__ import annotations

from app.models.text import QT_TRANSLATE_NOOP, Phrase, Word

_CONTEXT = "SharedLog"

_WHY = {
    "address": QT_TRANSLATE_NOOP(
        "SharedLog",
        "This is no address of a shared log. Write sqlite:///path/to/file or "
        "postgresql://user@host/database.",
    ),
    "address_wrong": QT_TRANSLATE_NOOP(
        "SharedLog", "The address of the shared log is wrong: {said}."
    ),
    "newer": QT_TRANSLATE_NOOP(
        "SharedLog",
        "{place} was made by a newer Muster (schema {found}; this program knows up to {known}). "
        "Update Muster on this machine.",
    ),
    "outdated": QT_TRANSLATE_NOOP(
        "SharedLog",
        "{place} has an older schema ({found}; this program needs {known}). Its administrator "
        "brings it up to date: muster admin migrate URL",
    ),
    "not_muster": QT_TRANSLATE_NOOP(
        "SharedLog",
        "{place} is not a Muster database. Check the address; a new database is made ready with: "
        "muster admin init URL",
    ),
    "old_server": QT_TRANSLATE_NOOP(
        "SharedLog", "{place} runs PostgreSQL {version}. Muster needs 15 or later."
    ),
    "encoding": QT_TRANSLATE_NOOP(
        "SharedLog",
        "{place} stores its texts as {encoding}. Muster needs a database with ENCODING 'UTF8'.",
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "SharedLog", "{place} is damaged: {said}. Stop using it, and restore it from a backup."
    ),
    "no_answer": QT_TRANSLATE_NOOP(
        "SharedLog",
        "No answer from {place}: {said}. Check that the server runs, and the address and network.",
    ),
    "too_slow": QT_TRANSLATE_NOOP(
        "SharedLog",
        "No answer from {place} in time. Check that the server runs, and the address and network.",
    ),
    "broken_line": QT_TRANSLATE_NOOP("SharedLog", "The line to {place} broke."),
    "not_now": QT_TRANSLATE_NOOP("SharedLog", "{place} cannot answer now: {said}."),
    "no_primary": QT_TRANSLATE_NOOP(
        "SharedLog", "None of {place} takes entries now: all are read-only copies."
    ),
    "read_only_copy": QT_TRANSLATE_NOOP(
        "SharedLog",
        "{place} is a read-only copy: it takes no entries. Use the address of the main one.",
    ),
    "looking_only": QT_TRANSLATE_NOOP(
        "SharedLog", "This station only looks: nothing is written from here."
    ),
    "certificate": QT_TRANSLATE_NOOP(
        "SharedLog", "The certificate of {place} is not trusted: {said}."
    ),
    "login": QT_TRANSLATE_NOOP(
        "SharedLog",
        "{place} refused the login. Check the user name and the password, and that this machine "
        "may connect ({said}).",
    ),
    "no_database": QT_TRANSLATE_NOOP(
        "SharedLog", "There is no such database: {place}. Check its name, or have it created."
    ),
    "no_rights": QT_TRANSLATE_NOOP(
        "SharedLog",
        "{place} gives this login no rights ({said}). An administrator gives them, for example: "
        "GRANT muster_recorder TO …",
    ),
    "no_right_to_kind": QT_TRANSLATE_NOOP(
        "SharedLog",
        "This login may not record this at {place} ({said}). Ask an administrator for the role.",
    ),
    "malformed": QT_TRANSLATE_NOOP("SharedLog", "The entry {entry} cannot be stored: {said}."),
    "batch": QT_TRANSLATE_NOOP(
        "SharedLog", "{count} entries are too many at once; the most is {most}. Send fewer."
    ),
    "no_folder": QT_TRANSLATE_NOOP(
        "SharedLog", "There is no folder {folder}. Create it, or choose another place."
    ),
    "no_log_yet": QT_TRANSLATE_NOOP(
        "SharedLog",
        "There is no Muster log at {place} yet. Check the address; it is made when Muster itself "
        "is started there.",
    ),
    "read_only_folder": QT_TRANSLATE_NOOP(
        "SharedLog",
        "{place} cannot be written: the folder or the file is read-only. Allow writing, or choose "
        "another place.",
    ),
    "network_drive": QT_TRANSLATE_NOOP(
        "SharedLog",
        "{place} is on a network drive ({drive}), where file locks cannot be relied on. Choose a "
        "place on this machine, or share a PostgreSQL database.",
    ),
    "no_file_database": QT_TRANSLATE_NOOP(
        "SharedLog", "{place} is not a database. Choose another file, or a new name."
    ),
    "busy": QT_TRANSLATE_NOOP(
        "SharedLog", "Another program keeps {place} busy. Wait, or close that program."
    ),
    "disk_full": QT_TRANSLATE_NOOP("SharedLog", "The disk of {place} is full. Free some space."),
    "file": QT_TRANSLATE_NOOP("SharedLog", "The file {sha256}… cannot be kept: {said}."),
    "replaced": QT_TRANSLATE_NOOP("SharedLog", "{place} was replaced by another file."),
    "contact_refused": QT_TRANSLATE_NOOP(
        "SharedLog", "This name and contact cannot be kept: {said}."
    ),
    "address_refused": QT_TRANSLATE_NOOP(
        "SharedLog", "The address “{label}” cannot be kept: {said}."
    ),
    "closed": QT_TRANSLATE_NOOP("SharedLog", "{place} is not open."),
}


def why(code: str, **args: Word) -> Phrase:
    return Phrase(_CONTEXT, _WHY[code], args)
