"""An address as a row: whom it reaches, in which language, how it was last tried; no secrets."""

from __future__ import annotations

from datetime import datetime

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models.message_failures import failure_words
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.rows import Row
from app.station.postman import shown
from app.store.addresses import EVERY_TARGET, Address

_tr = QCoreApplication.translate


class Tried(msgspec.Struct, frozen=True, kw_only=True):
    """How a test message went: `why` is empty if it arrived; None while it is under way."""

    at: datetime
    why: str | None


def derive_address_row(address: Address, tried: Tried | None, reader: QtReader) -> Row:
    language = "中文" if address.language == "zh" else "English"
    said = [_for_whom(address), language, shown(address.url), _tried(tried, reader)]
    off = not address.active
    chip = _tr("Addresses", "off") if off else _tr("Addresses", "also in drills")
    return Row(
        key=address.key, title=address.label, bold=len(address.label), quiet=off,
        subtitle=" • ".join(part for part in said if part),
        chip=chip if off or address.for_drills else "",
        chip_severity=Severity.PLAIN if off else Severity.DRILL,
        action="test", action_text=_tr("Addresses", "Test"),
    )  # fmt: skip


def _for_whom(address: Address) -> str:
    if EVERY_TARGET in address.targets:
        return _tr("Addresses", "for everyone to be told")
    count = len(address.targets)
    none = _tr("Addresses", "for nobody yet: tick whom it reaches")
    return _tr("Addresses", "for {count} to be told").format(count=count) if count else none


def _tried(tried: Tried | None, reader: QtReader) -> str:
    if tried is None:
        return ""
    time = reader.time(tried.at)
    if tried.why is None:
        return _tr("Addresses", "test under way")
    if not tried.why:
        return _tr("Addresses", "test arrived {time}").format(time=time)
    words = reader.word(failure_words(tried.why))
    return _tr("Addresses", "test failed {time}: {why}").format(time=time, why=words)
