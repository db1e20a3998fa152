"""Cycles of objects are collected in Qt's thread, whatever other threads do."""

from __future__ import annotations

import asyncio
import gc
import threading
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.station.bulk import bulk
from app.views.collecting import collected_here
from tests.live import on_qt, until


class Cycle(QObject):
    """As every part that listens to itself."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


def allocate() -> list[list[int]]:
    """Far more than what makes Python look for cycles."""
    return [[number] for number in range(100_000)]


def test_that_what_is_qts_is_collected_in_qts_thread_though_another_allocates(
    qapp: QApplication,
) -> None:
    ended_in: list[threading.Thread] = []

    async def scenario() -> None:
        weakref.finalize(Cycle(), lambda: ended_in.append(threading.current_thread()))
        kept = await asyncio.to_thread(allocate)
        await until(lambda: ended_in)
        assert kept

    on_qt(qapp, scenario())
    assert ended_in == [threading.main_thread()]


def test_that_loading_much_at_once_leaves_collecting_to_qts_thread(qapp: QApplication) -> None:
    with collected_here():
        with bulk():
            assert not gc.isenabled()
        assert not gc.isenabled()


def test_that_python_collects_by_itself_again_afterwards(qapp: QApplication) -> None:
    gc.enable()
    with collected_here():
        assert not gc.isenabled()
    assert gc.isenabled()
