"""When something has been painted: taken where Qt hands the paint event to a list."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject

from app.presenters import roles
from app.views.board import CardsView
from app.views.parts.timeline_view import TimelineView


class Painted(QObject):
    """Has the view paint in its own step, so that it is known when that is done."""

    def __init__(self, view: CardsView | TimelineView) -> None:
        super().__init__(view)
        self._view = view
        self._shows: Callable[[], bool] = lambda: False
        self._seen: asyncio.Future[float] | None = None
        view.viewport().installEventFilter(self)

    def when(self, shows: Callable[[], bool]) -> asyncio.Future[float]:
        """Done at the end of the next paint event after which `shows` says yes.

        Its result is that moment by `time.perf_counter`.
        """
        self._shows, self._seen = shows, asyncio.get_running_loop().create_future()
        return self._seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        del watched
        if event.type() is not QEvent.Type.Paint:
            return False
        self._view.viewportEvent(event)
        moment = time.perf_counter()
        if self._seen and not self._seen.done() and self._shows():
            self._seen.set_result(moment)
        return True


def ends_with(view: TimelineView, key: str) -> bool:
    """Whether the entry `key` stands at the lower edge."""
    return bool(view.model().index(view.last_in_view(), 0).data(roles.KEY) == key)


def has_cards(view: CardsView, count: int) -> bool:
    return view.model().rowCount() == count
