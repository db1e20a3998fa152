"""The line at the foot of the window, and the band that says when the picture may be stale."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QCoreApplication

from app.presenters.roles import Severity

_tr = QCoreApplication.translate


class StatusProps(msgspec.Struct, frozen=True, kw_only=True):
    """`trouble` is the band's text while something about the connection needs a person."""

    log: str = ""
    log_severity: Severity = Severity.PLAIN
    stations: str = ""
    waiting: str = ""
    chain: str = ""
    chain_severity: Severity = Severity.PLAIN
    clock: str = ""
    trouble_title: str = ""
    trouble: str = ""
    trouble_severity: Severity = Severity.DISCONNECTED
