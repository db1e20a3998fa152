"""Who a station is: each window of a machine keeps its own name and person over restarts."""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.store.disk import replace_file

FILE = "identity.json"


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    station: str
    person: str


def identity_in(folder: Path, usual: Identity) -> Identity:
    """Who was here last; in a new place `usual`, with a number where others have that name.

    `folder` is the slot of the station, which is called by its number.
    """
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=Identity)
    except (OSError, msgspec.MsgspecError):
        pass
    if folder.name in ("1", ""):
        return usual
    return msgspec.structs.replace(usual, station=f"{usual.station} ({folder.name})")


def remember(folder: Path, identity: Identity) -> None:
    """Raises `OSError`: then it holds until the end only."""
    replace_file(folder / FILE, msgspec.json.encode(identity))
