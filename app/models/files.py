"""Photos and files: what was attached to an incident, and what kinds there are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.rules import stepwise
from app.models.value import Value

if TYPE_CHECKING:
    from app.models.incident import Incident

MOST_BYTES = 25 * 1024 * 1024
"""The most bytes in one photo or file: 25 MB as file managers count them."""

ANY_TYPE = "application/octet-stream"

_TYPES: Mapping[str, str] = {
    "bmp": "image/bmp", "gif": "image/gif", "heic": "image/heic", "heif": "image/heif",
    "jpeg": "image/jpeg", "jpg": "image/jpeg", "png": "image/png", "tif": "image/tiff",
    "tiff": "image/tiff", "webp": "image/webp",
    "3gp": "video/3gpp", "avi": "video/x-msvideo", "mkv": "video/x-matroska",
    "mov": "video/quicktime", "mp4": "video/mp4", "webm": "video/webm",
    "aac": "audio/aac", "amr": "audio/amr", "m4a": "audio/mp4", "mp3": "audio/mpeg",
    "ogg": "audio/ogg", "wav": "audio/x-wav",
    "csv": "text/csv", "log": "text/plain", "md": "text/markdown", "txt": "text/plain",
    "pdf": "application/pdf", "rtf": "application/rtf",
    "doc": "application/msword", "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
}  # fmt: skip
"""By the end of the name; a table of our own, because the systems' differ. What is not in it may
be a program, and is never opened."""

_STEERING = dict.fromkeys(
    [*range(0x20), 0x7F, *range(0x80, 0xA0), 0x061C, *range(0x200B, 0x2010),
     *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF, *range(0xD800, 0xE000)]
)  # fmt: skip
"""What cannot be printed, and what turns the direction of writing: "gpj.exe" must not read as
"exe.jpg"."""
_SEPARATORS = str.maketrans(dict.fromkeys('/\\:*?"<>|', "-"))
_LONGEST_NAME = 120
_FINGERPRINT = re.compile("[0-9a-f]{64}")


def is_fingerprint(sha256: str) -> bool:
    """Whether it is a SHA-256 as facts name it: other stations may write what they like."""
    return _FINGERPRINT.fullmatch(sha256) is not None


class FileSort(Enum):
    """What kind of thing it is, by its media type."""

    PICTURE = "picture"
    FILM = "film"
    SOUND = "sound"
    FILE = "file"


class FileValue(Value, frozen=True, kw_only=True):
    """One file of an incident; the first to attach it counts. `entry` is "" while there is none."""

    entry: str = ""
    at: datetime | None = None
    author: str = ""
    station: str = ""
    fact: f.Attached | None = None


class FileLine(msgspec.Struct, frozen=True, kw_only=True):
    """One file as it stands in the list."""

    fact: f.Attached
    entry: str
    at: datetime
    author: str
    station: str

    @property
    def sort(self) -> FileSort:
        return sort_of(self.fact.media_type)


def files_of(incident: Incident) -> tuple[FileLine, ...]:
    """All that stand, newest first (by when they were taken up, then by entry)."""
    found = [
        FileLine(
            fact=value.fact, entry=value.entry, at=value.at, author=value.author,
            station=value.station,
        )
        for value in incident.files.values() if value.fact and value.at
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda line: (line.at, line.entry), reverse=True))


def sort_of(media_type: str) -> FileSort:
    match media_type.partition("/")[0]:
        case "image":
            return FileSort.PICTURE
        case "video":
            return FileSort.FILM
        case "audio":
            return FileSort.SOUND
        case _:
            return FileSort.FILE


def media_type_of(name: str) -> str:
    return _TYPES.get(_ending(name), ANY_TYPE)


def may_be_opened(name: str) -> bool:
    """Whether the system may be asked to show it: nothing that could run as a program."""
    return _ending(name) in _TYPES


def clean_name(name: str) -> str:
    """A name that can be printed, read as it is, and used on every system; "" if nothing is left.

    A long one keeps its ending.
    """
    plain = name.translate(_STEERING).translate(_SEPARATORS).strip(" .")
    if len(plain) <= _LONGEST_NAME:
        return plain
    ending = _ending(plain)[:10]
    kept = plain[: _LONGEST_NAME - len(ending) - 2].rstrip(" .")
    return f"{kept}….{ending}" if ending else kept + "…"


def _ending(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return ending.lower() if dot and stem else ""


def _attach(value: FileValue, fact: f.Attached, entry: Entry) -> FileValue:
    if value.fact is not None:
        return value
    return msgspec.structs.replace(
        value, entry=entry.id, at=entry.at, author=entry.author, station=entry.station, fact=fact
    )


FILE = stepwise(FileValue(), {f.Attached: _attach}, subject="sha256")
