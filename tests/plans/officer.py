"""A duty officer at the real window: keys only, and what is then seen there and elsewhere."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from app.demo import load_story, set_stage
from app.main import Surroundings, Window
from app.models.incident import Incident, digest
from app.models.plan import Plan
from app.models.tasks import TaskRow, tasks
from app.models.telling import Names, tell
from app.station.assemble import station_at
from app.station.seed import publish_bundled_plans
from app.station.station import Station
from app.station.supervisor import Supervisor
from app.store.connect import connect
from app.views.parts.row_view import RowView
from app.views.window import MainWindow
from tests.live import until
from tests.views.conftest import child

KEY = Qt.Key
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
MOST_TABS = 40

Kind = TypeVar("Kind", bound=QObject)


class Officer:
    """Sits at `window`; somebody else looks on at the station `watcher`, in a window of its own."""

    def __init__(self, window: Window, watcher: Window, url: str) -> None:
        self._window, self._watcher = window, watcher
        self.url = url
        """Of the shared log."""
        self.view: MainWindow = window.view
        self.station: Station = window.bridge.station
        self.stream = ""
        self.refusals: list[str] = []
        self._seen = 0
        window.bridge.refused.connect(lambda refusal: self.refusals.append(refusal.why.english()))

    # What is so -----------------------------------------------------------------------------------

    @property
    def incident(self) -> Incident:
        return self.station.incidents[self.stream]

    @property
    def elsewhere(self) -> Station:
        """Where somebody else records what happens there."""
        return self._watcher.bridge.station

    @property
    def plan(self) -> Plan:
        plan = self.station.site.plan(self.incident.course.plan)
        assert plan is not None
        return plan

    def task(self, key: str) -> TaskRow:
        return next(row for row in tasks(self.incident, self.plan) if row.key == key)

    def due_after(self, key: str) -> timedelta | None:
        """How long after it began a task is due."""
        row = self.task(key)
        return row.due - row.begins_at if row.due and row.begins_at else None

    def part(self, kind: type[Kind], name: str) -> Kind:
        desk = self.view.desk
        return child(desk if desk is not None else self.view, kind, name)

    @property
    def focused(self) -> QWidget:
        found = self.view.focusWidget()
        assert found is not None
        return found

    def lines(self) -> list[str]:
        """The timeline in English, as everybody reads it."""
        site, incident = self.station.site, self.incident
        names = Names(incident=incident, plan=self.plan, site=site)
        return [tell(entry.fact, names).phrase.english() for entry in incident.timeline]

    def reads(self, words: str) -> bool:
        return any(words in line for line in self.lines())

    # What one does --------------------------------------------------------------------------------

    def press(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """One key where the keyboard is, as pressed by a person: nothing is near it in time."""
        target = self.focused
        QTest.keyClick(target, key, modifiers, 0)  # type: ignore[arg-type]  # the stubs do not know letters

    async def does(self, kind: str) -> None:
        """Wait until an entry of this kind, typed after the last one waited for, is recorded."""
        timeline = self.incident.fold

        def recorded() -> bool:
            entries = sorted(timeline.timeline, key=lambda entry: entry.id)
            return any(entry.kind == kind for entry in entries[self._seen :])

        try:
            await until(recorded)
        except TimeoutError:
            raise AssertionError(f"no {kind} was recorded; refused: {self.refusals}") from None
        self._seen = len(timeline)

    async def opens(
        self, plan: str, *, place: str, people: int = 0, drill: bool = False, level: str = "",
        phase: str = "", title: str = "",
    ) -> None:  # fmt: skip
        """Ctrl+N, the fields in their order, Enter."""
        before = set(self.station.incidents)
        QTest.keyClick(self.view, KEY.Key_N, CTRL)
        panel = child(self.view, QWidget, "opening")
        await until(panel.isVisible)
        chosen = self._site_title(plan)
        self._choose(child(self.view, QComboBox, "openingPlan"), chosen)
        self._fill("openingPlace", place)
        if phase:
            self._choose(child(self.view, QComboBox, "openingPhase"), phase)
        if level:
            self._choose(child(self.view, QComboBox, "openingLevel"), f"{level} ")
        self._fill("openingPeople", str(people))
        if title:
            self._fill("openingTitle", title)
        if drill:
            self._tab_to(child(self.view, QCheckBox, "openingDrill"))
            QTest.keyClick(self.focused, KEY.Key_Space)
        QTest.keyClick(self.focused, KEY.Key_Return)
        await until(lambda: set(self.station.incidents) - before and self.view.desk)
        (self.stream,) = set(self.station.incidents) - before
        self._seen = 0
        await until(lambda: self.stream in self._watcher.bridge.station.incidents)
        self._watcher.view.show_desk(self.stream)
        self.view.activateWindow()
        await until(self.view.isActiveWindow)
        await self.does("opened")

    def _site_title(self, key: str) -> str:
        plans = self.station.site.plans.values()
        return next(plan.title.en for plan in plans if plan.key == key)

    def _fill(self, name: str, text: str) -> None:
        field = child(self.view, QWidget, name)
        self._tab_to(field)
        line = field.lineEdit() if isinstance(field, QComboBox | QSpinBox) else field
        assert isinstance(line, QLineEdit)
        line.selectAll()
        QTest.keyClicks(line, text)

    def _tab_to(self, field: QWidget) -> None:
        """By Tab alone: what cannot be reached so is not there for the keyboard."""
        for _ in range(MOST_TABS):
            if field.hasFocus() or field.isAncestorOf(self.focused):
                return
            QTest.keyClick(self.focused, KEY.Key_Tab)
        raise AssertionError(f"Tab does not lead to {field.objectName()}")

    def _choose(self, combo: QComboBox, words: str) -> None:
        """By the arrow keys."""
        self._tab_to(combo)
        QTest.keyClick(combo, KEY.Key_Home)
        for _ in range(combo.count()):
            if combo.currentText().startswith(words):
                return
            QTest.keyClick(combo, KEY.Key_Down)
        raise AssertionError(f"no {words!r} in {combo.objectName()}")

    async def asks(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """A key that asks first: the bar is there, and the keyboard in it."""
        self.press(key, modifiers)
        bar = self.part(QWidget, "askBar")
        await until(bar.isVisible)

    async def answers(self, **fields: str) -> None:
        """Each field by Tab; of a list by its words; Enter records, and the bar is gone."""
        bar = self.part(QWidget, "askBar")
        for name, text in fields.items():
            editor = await self._field(bar, f"ask_{name}")
            self._tab_to(editor)
            if isinstance(editor, QComboBox) and not editor.isEditable():
                self._choose(editor, text)
                continue
            line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
            assert isinstance(line, QLineEdit | QPlainTextEdit)
            line.selectAll()
            QTest.keyClicks(line, text)
        QTest.keyClick(self.focused, KEY.Key_Return)
        await until(lambda: not bar.isVisible())

    async def _field(self, bar: QWidget, name: str) -> QWidget:
        """Of this question: those of the last one are only hidden until Qt has removed them."""
        await until(lambda: len(bar.findChildren(QWidget, name)) == 1)
        return child(bar, QWidget, name)

    async def on(self, page: str, view: str, row: str) -> None:
        """The key of the page, then down to the row."""
        self.press(page)
        rows = self.part(RowView, view)
        await until(rows.hasFocus)
        QTest.keyClick(rows, KEY.Key_Home)
        for _ in range(rows.model().rowCount()):
            if rows.current_key() == row:
                return
            QTest.keyClick(rows, KEY.Key_Down)
        raise AssertionError(f"no row {row!r} in {view}")

    async def chooses(self, action: str) -> None:
        """An item of the menu that has opened, by the arrow keys."""
        await until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        names = [each.objectName() for each in menu.actions()]
        wanted = menu.actions()[names.index(action)] if action in names else None
        for _ in range(len(names) + 1):
            if wanted and menu.activeAction() == wanted:
                QTest.keyClick(menu, KEY.Key_Return)
                await self._is_back()
                return
            QTest.keyClick(menu, KEY.Key_Down)
        raise AssertionError(f"no {action!r} in the menu: {names}")

    async def _is_back(self) -> None:
        """Without a screen nothing gives the keyboard back to the window when a menu closes."""
        await until(lambda: QApplication.activePopupWidget() is None)
        self.view.activateWindow()
        await until(self.view.isActiveWindow)

    # What plans are made of -----------------------------------------------------------------------

    async def scans(self, badge: str) -> None:
        """At the badge line: B, the badge, Enter."""
        self.press("b")
        line = self.part(QLineEdit, "badge")
        await until(line.hasFocus)
        QTest.keyClicks(line, badge)
        QTest.keyClick(line, KEY.Key_Return)
        await self.does("arrived")
        await until(lambda: not line.text())
        QTest.keyClick(line, KEY.Key_Escape)

    async def finishes(self, *keys: str) -> None:
        """Tasks done, each by Enter on its row."""
        for key in keys:
            await self.on("3", "tasks", f"task:{key}")
            self.press(KEY.Key_Return)
            await self.does("task_done")

    async def tells(self, *targets: str) -> None:
        """Notifications, each by Enter on its row."""
        for target in targets:
            await self.on("3", "tasks", f"told:{target}")
            self.press(KEY.Key_Return)
            await self.does("notified")

    async def writes(self, text: str) -> None:
        """T, the words, Enter; back to the timeline by Esc."""
        self.press("t")
        quick = self.part(QPlainTextEdit, "quick")
        await until(quick.hasFocus)
        QTest.keyClicks(quick, text)
        QTest.keyClick(quick, KEY.Key_Return)
        await self.does("note")
        await until(lambda: not quick.toPlainText())
        QTest.keyClick(quick, KEY.Key_Escape)

    async def counts(self, people: int) -> None:
        await self.asks("h")
        await self.answers(people=str(people))
        await self.does("amended")

    # Elsewhere ------------------------------------------------------------------------------------

    async def sees_the_same_everywhere(self) -> None:
        """The watcher's station holds the same, and its window shows the same number of lines."""
        there = self._watcher.bridge.station
        await until(lambda: digest(there.incidents[self.stream]) == digest(self.incident))
        await until(lambda: not self.station.connection.waiting)
        seen = child(self._watcher.view, QAbstractItemView, "timeline").model()
        await until(lambda: seen.rowCount() == len(self.incident.timeline))


@asynccontextmanager
async def at_the_window(around: Surroundings, url: str, folder: Path) -> AsyncIterator[Officer]:
    """Two stations on one real log that has the example site and every plan that ships."""
    log = await connect(url)
    await set_stage(log, load_story("en"))
    await publish_bundled_plans(log)
    await log.close()
    async with AsyncExitStack() as stack:
        supervisor = Supervisor()
        stack.push_async_callback(supervisor.close)
        windows = []
        for name, person in (("Desk 1", "Liu Yang"), ("Back office", "Chen Wei")):
            station = await stack.enter_async_context(
                station_at(
                    url, data=folder / name, name=name, person=person, kind="desk",
                    supervisor=supervisor,
                )
            )  # fmt: skip
            await station.settled()
            await until(lambda station=station: station.site.plans)  # type: ignore[misc]  # a loop's own value
            window = Window(around, station, supervisor)
            stack.callback(window.close)
            window.view.resize(1600, 1000)
            window.view.show()
            windows.append(window)
        officer = Officer(windows[0], windows[1], url)
        officer.view.activateWindow()
        await until(officer.view.isActiveWindow)
        yield officer
        await asyncio.sleep(0)
