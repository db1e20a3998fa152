"""Unexpected errors: logged with their traceback, shown in a line, and the rest goes on."""

from __future__ import annotations

import asyncio
import sys
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from app.station.programlog import Logger

_log = Logger(__name__)


_OF_EVERY_WINDOW = "does not support propagateSizeHints"
"""The platform without a screen says so, and it means nothing."""


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    del context
    if _OF_EVERY_WINDOW in message:
        return
    serious = kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
    (_log.error if serious else _log.info)("qt", kind=kind.name, message=message)


class Faults(QObject):
    happened = Signal(str)
    """What went wrong, in the program's own words, for whoever reports it."""

    def install(self, loop: asyncio.AbstractEventLoop) -> None:
        """Hear of everything that nobody caught: in slots, tasks, callbacks, and in Qt itself."""
        sys.excepthook = self._on_exception
        sys.unraisablehook = self._on_unraisable
        loop.set_exception_handler(self._on_loop)
        qInstallMessageHandler(_log_qt)

    def uninstall(self) -> None:
        sys.excepthook = sys.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        qInstallMessageHandler(None)

    def report(self, error: BaseException, where: str) -> None:
        _log.error("fault", where=where, exc_info=error)
        self.happened.emit(f"{where}: {type(error).__name__}: {error}")

    def _on_exception(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(type(error), error, error.__traceback__)
            return
        self.report(error, "window")

    def _on_unraisable(self, unraisable: sys.UnraisableHookArgs) -> None:
        if unraisable.exc_value is not None:
            self.report(unraisable.exc_value, str(unraisable.err_msg or unraisable.object))

    def _on_loop(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self.report(error, str(context.get("message", "task")))
        else:
            _log.error("fault", where="task", message=context.get("message"))
