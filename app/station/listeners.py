"""Telling those who listen, none of whom can stop the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Listeners(Generic[T]):
    """Told in the order in which they came, in the caller's own step of the event loop.

    `failed` is told which of them failed, and how.
    """

    def __init__(self, failed: Callable[[str, Exception], None]) -> None:
        self._listeners: list[Callable[[T], None]] = []
        self._failed = failed

    def add(self, listener: Callable[[T], None]) -> Callable[[], None]:
        """Returns what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, news: T) -> None:
        for listener in list(self._listeners):
            try:
                listener(news)
            except Exception as error:  # noqa: BLE001  one's fault must not stop the rest
                self._failed(f"listener {listener!r}", error)
