"""Telling those who listen, none of whom can stop the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import structlog

T = TypeVar("T")

_log = structlog.get_logger(__name__)


class Listeners(Generic[T]):
    """Told in the order in which they came, in the caller's own step of the event loop."""

    def __init__(self, on_error: Callable[[Exception], None] | None = None) -> None:
        self._listeners: list[Callable[[T], None]] = []
        self._on_error = on_error

    def add(self, listener: Callable[[T], None]) -> Callable[[], None]:
        """Returns what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, news: T) -> None:
        for listener in list(self._listeners):
            try:
                listener(news)
            except Exception as error:  # noqa: BLE001  one listener's fault must not stop the rest
                _log.exception("listener failed", listener=repr(listener))
                if self._on_error:
                    self._on_error(error)
