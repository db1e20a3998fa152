"""Messages as people send them: by keyboard, from real windows to servers of this machine."""

from __future__ import annotations

import asyncio
import inspect
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from app import demonstrate
from app.main import Surroundings, Window
from app.models import facts as f
from app.models.message_states import MessageState
from app.presenters import roles
from app.presenters.faults import Faults
from app.station.postman import ApprisePostman, NoPostman, Postman
from app.station.settings import SettingsFile
from app.store.addresses import Address
from app.views.columns import Columns
from app.views.pages import Page
from app.views.parts.row_view import RowView
from tests.live import Stage, a_stage, do, on_qt, open_incident, until
from tests.post_servers import Hook
from tests.views.conftest import child, click_key

KEY = Qt.Key
FRAME = 0.016


@asynccontextmanager
async def a_window(
    around: Surroundings, stage: Stage, postman: Postman, size: tuple[int, int] = (1600, 1000)
) -> AsyncIterator[Window]:
    station = await stage.station("A", "Ann")
    window = Window(around, station, stage.supervisor, postman)
    window.view.resize(*size)
    window.view.show()
    window.view.activateWindow()
    await until(window.view.isActiveWindow)
    try:
        yield window
    finally:
        window.close()


def focused(window: Window) -> QWidget:
    found = window.view.focusWidget()
    assert found is not None
    return found


def rows(window: Window, name: str) -> RowView:
    return child(window.view, RowView, name)


def titles(view: RowView, role: int = roles.TITLE) -> list[str]:
    model = view.model()
    return [str(model.index(at, 0).data(role)) for at in range(model.rowCount())]


def choose(view: RowView, key: str) -> None:
    model = view.model()
    found = [at for at in range(model.rowCount()) if model.index(at, 0).data(roles.KEY) == key]
    view.setCurrentIndex(model.index(found[0], 0))
    view.setFocus()


async def settled() -> None:
    """What was asked for is laid out: some turns of the event loop later."""
    for _ in range(5):
        await asyncio.sleep(0.001)


def show_page(window: Window, page: Page) -> None:
    child(window.view, Columns, "").go_to(page)


async def add_address(window: Window, hook: Hook) -> None:
    """By F12, A and typing."""
    click_key(window.view, KEY.Key_F12)
    await until(child(window.view, QWidget, "addressesPage").isVisible)
    click_key(focused(window), "A")
    for name, text in (("label", "Duty room"), ("url", hook.url())):
        field = child(window.view, QLineEdit, f"ask_{name}")
        field.setFocus()
        QTest.keyClicks(field, text)
    click_key(focused(window), KEY.Key_Return)
    await until(lambda: titles(rows(window, "addresses")) == ["Duty room"])


def test_that_an_address_is_added_ticked_and_tried_by_keyboard_without_showing_its_secrets(
    around: Surroundings, qapp: QApplication, tmp_path: Path, hook: Hook
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage, a_window(around, stage, ApprisePostman()) as window:
            await add_address(window, hook)
            book = window.bridge.station.book
            addresses, targets = rows(window, "addresses"), rows(window, "targets")
            addresses.setCurrentIndex(addresses.model().index(0, 0))
            await until(lambda: targets.model().rowCount() > 5)
            choose(targets, "*")
            click_key(targets, KEY.Key_Return)
            await until(lambda: book.known[0].targets == ("*",))
            addresses.setFocus()
            click_key(addresses, "T")
            await until(lambda: "test arrived" in titles(addresses, roles.SUBTITLE)[0])
            assert "没有发生任何事件" in hook.texts[0]
            assert "secret-token" not in str(titles(addresses, roles.SUBTITLE))
            hook.status = 500
            click_key(addresses, "T")
            await until(lambda: "answered 500" in titles(addresses, roles.SUBTITLE)[0])
            click_key(addresses, "R")
            url = next(e for e in window.view.findChildren(QLineEdit, "ask_url") if e.isVisible())
            assert url.text() == ""
            assert "secret-token" not in url.placeholderText()
            click_key(focused(window), KEY.Key_Return)
            await until(lambda: not child(window.view, QWidget, "askBar").isVisible())
            assert book.known[0].url == hook.url()

    on_qt(qapp, scenario())


def test_that_an_address_that_cannot_be_read_is_refused_and_kept_as_typed(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage, a_window(around, stage, ApprisePostman()) as window:
            click_key(window.view, KEY.Key_F12)
            await until(child(window.view, QWidget, "addressesPage").isVisible)
            click_key(focused(window), "A")
            for name, text in (("label", "x"), ("url", "telephone 123")):
                QTest.keyClicks(child(window.view, QLineEdit, f"ask_{name}"), text)
            click_key(child(window.view, QLineEdit, "ask_url"), KEY.Key_Return)
            await until(child(window.view, QWidget, "refusal").isVisible)
            assert child(window.view, QLineEdit, "ask_url").text() == "telephone 123"
            assert window.bridge.station.book.known == ()

    on_qt(qapp, scenario())


def test_that_a_message_is_sent_from_the_row_of_whom_to_tell_and_another_station_sees_it(
    around: Surroundings, qapp: QApplication, tmp_path: Path, hook: Hook
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage, a_window(around, stage, ApprisePostman()) as window:
            other = await stage.station("B", "Bo")
            station = window.bridge.station
            await station.book.keep(
                Address(key="a1", label="Manager", url=hook.url(), language="zh",
                        targets=("office-crowd/manager",))
            )  # fmt: skip
            stream = await open_incident(station)
            window.view.show_desk(stream)
            tasks = rows(window, "tasks")
            choose(tasks, "told:manager")
            QTest.keyClick(tasks, KEY.Key_M, Qt.KeyboardModifier.ShiftModifier)
            text = child(window.view, QPlainTextEdit, "ask_text_zh")
            assert text.hasFocus()
            assert "约15人" in text.toPlainText()
            assert child(window.view, QCheckBox, "tick_a1").isChecked()
            text.moveCursor(text.textCursor().MoveOperation.End)
            QTest.keyClicks(text, " now")
            click_key(text, KEY.Key_Return)
            await until(lambda: hook.texts)
            assert hook.texts[0].endswith(" now")
            await until(
                lambda: (
                    [m.state for m in other.incidents[stream].messages.values()]
                    == [MessageState.DELIVERED]
                )
            )
            await until(lambda: "message delivered" in titles(tasks, roles.CHIP))
            assert tasks.current_key() == "told:manager"
            click_key(tasks, KEY.Key_Return)
            await until(lambda: station.incidents[stream].notification("manager").told_at)

    on_qt(qapp, scenario())


def test_that_the_screen_stands_still_for_less_than_a_frame_while_a_message_goes_out(
    around: Surroundings, qapp: QApplication, tmp_path: Path, hook: Hook
) -> None:
    """The first message too, with which apprise is imported; a stalled server too."""

    async def longest_stop(stop: asyncio.Event) -> float:
        longest = 0.0
        while not stop.is_set():
            before = time.perf_counter()
            await asyncio.sleep(0)
            longest = max(longest, time.perf_counter() - before)
        return longest

    async def scenario() -> float:
        async with a_stage(tmp_path) as stage:
            station = await stage.station("A", "Ann")
            stop = asyncio.Event()
            watching = asyncio.create_task(longest_stop(stop))
            address = Address(key="a", label="A", url=hook.url())
            hook.answers.clear()
            messenger = Window(around, station, stage.supervisor, ApprisePostman())
            sending = asyncio.create_task(messenger._messenger.test(address, "S", "x"))
            await asyncio.to_thread(hook.asked.wait, 10)
            hook.answers.set()
            assert await sending == ""
            stop.set()
            messenger.close()
            return await watching

    assert on_qt(qapp, scenario()) < 10 * FRAME  # of a machine that others use too


def test_that_neither_the_demo_nor_a_window_by_default_has_anybody_who_sends(
    around: Surroundings, qapp: QApplication, tmp_path: Path, hook: Hook
) -> None:
    assert isinstance(inspect.signature(Window).parameters["postman"].default, NoPostman)
    assert "ostman" not in inspect.getsource(demonstrate)

    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            station = await stage.station("A", "Ann")
            window = Window(around, station, stage.supervisor)
            await station.book.keep(
                Address(key="a1", label="M", url=hook.url(), for_drills=True)
            )  # fmt: skip
            stream = await open_incident(station, drill=True)
            await do(station, stream, f.MessageSent(message="m", address="a1", to="M", text="x"))
            await until(lambda: station.incidents[stream].message("m").why)
            assert station.incidents[stream].message("m").why == "nothing_is_sent"
            assert hook.taken == []
            window.close()

    on_qt(qapp, scenario())


# Pictures ----------------------------------------------------------------------------------------

LONG = "Leadership of the government-offices administration, duty room of the security section"


async def _failed(window: Window, stream: str, key: str) -> None:
    incident = window.bridge.station.incidents[stream]
    await until(lambda: incident.message(key).why)


async def _fill(window: Window, stage: Stage, count: int) -> str:
    """Addresses and messages in every state, some with the longest names."""
    station = window.bridge.station
    for number in range(count):
        await station.book.keep(
            Address(
                key=f"a{number}", label=LONG if number % 5 == 0 else f"Address {number}",
                url="mailto://u:p@mail.example.org" if number % 2 else "wecombot://token",
                language="zh" if number % 3 else "en", for_drills=number % 4 == 0,
                active=number % 7 != 6, targets=("*",) if number == 0 else (),
            )
        )  # fmt: skip
    stream = await open_incident(station, people=35)
    for number in range(count):
        to = LONG if number % 5 == 0 else f"Address {number}"
        key = f"m{number}"
        sent = f.MessageSent(message=key, address="gone", to=to, text="现场约35人，请速来。" * 3)
        await do(station, stream, sent)
        await _failed(window, stream, key)
        if number % 3:
            await do(station, stream, sent)
            await do(station, stream, f.MessageDelivered(message=key, took_ms=812))
    return stream


@pytest.mark.parametrize(
    ("language", "theme", "scale", "count"),
    [
        ("en", "dark", 1.0, 0), ("zh_CN", "light", 1.0, 0), ("en", "dark", 1.0, 8),
        ("zh_CN", "light", 1.0, 8), ("en", "contrast", 2.0, 8), ("zh_CN", "dark", 1.0, 60),
    ],
)  # fmt: skip
def test_that_messages_and_addresses_are_rendered(
    qapp: QApplication, tmp_path: Path, language: str, theme: str, scale: float, count: int
) -> None:
    """`MUSTER_PICTURES` keeps them."""
    folder = Path(os.environ.get("MUSTER_PICTURES", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    settings = SettingsFile(tmp_path / "settings.json")
    settings.change(station="A", person="Ann", language=language, theme=theme)
    settings.change(scale=round(scale * 100))
    around = Surroundings(settings, Faults())
    name = f"{language}-{theme}-{scale:g}-{count}"

    async def scenario() -> None:
        async with (
            a_stage(tmp_path, language) as stage,
            a_window(around, stage, NoPostman()) as window,
        ):
            stream = await _fill(window, stage, count)
            window.view.show_desk(stream)
            desk = window.view.desk
            assert desk is not None
            show_page(window, Page.MESSAGES)
            assert desk.grab().save(str(folder / f"messages-{name}.png"))
            click_key(rows(window, "messages"), "W")
            await settled()
            assert desk.grab().save(str(folder / f"messages-ask-{name}.png"))
            window.view.rooms.show_addresses()
            addresses = rows(window, "addresses")
            if count:
                addresses.setCurrentIndex(addresses.model().index(1, 0))
                await until(lambda: rows(window, "targets").model().rowCount())
            click_key(focused(window), "A")
            await settled()
            assert window.view.grab().save(str(folder / f"addresses-{name}.png"))

    on_qt(qapp, scenario())
    around.language.set_language("en")
