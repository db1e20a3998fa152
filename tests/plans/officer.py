"""A duty officer at the real window: keys only, and what is then seen there and elsewhere."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.main import Window
from app.models.incident import digest
from app.presenters.board_model import STREAM
from app.views.parts.row_view import RowView
from tests.plans.keyboard import CTRL, KEY, NONE
from tests.plans.screen import Screen
from tests.views.conftest import child

Kind = TypeVar("Kind", bound=QObject)


class Officer(Screen):
    """Sits at the window: keys only."""

    def __init__(self, window: Window, watcher: Window, url: str) -> None:
        super().__init__(window, watcher, url)
        self._seen: dict[str, int] = {}

    # What one does --------------------------------------------------------------------------------

    async def does(self, kind: str) -> None:
        """Wait until an entry of this kind, typed after the last one waited for, is recorded."""
        timeline, seen = self.incident.fold, self._seen.get(self.stream, 0)

        def recorded() -> bool:
            entries = sorted(timeline.timeline, key=lambda entry: entry.id)
            return any(entry.kind == kind for entry in entries[seen:])

        await self.comes(recorded, f"an entry {kind}")
        self._seen[self.stream] = len(timeline)

    def situation(self) -> str:
        return f"{super().situation()}, refused: {self.refusals}"

    async def opens(
        self, plan: str, *, place: str, people: int = 0, drill: bool = False, level: str = "",
        phase: str = "", title: str = "",
    ) -> None:  # fmt: skip
        """Ctrl+N, the fields in their order, Enter."""
        before = set(self.station.incidents)
        await self.begins_opening()
        self.picks(self._opening(QComboBox, "Plan"), self._title_of(plan))
        self.tabs_to(self._opening(QComboBox, "Place"))
        self.types(self._opening(QComboBox, "Place"), place)
        if phase:
            self.picks(self._opening(QComboBox, "Phase"), phase)
        if level:
            self.picks(self._opening(QComboBox, "Level"), f"{level} ")
        self.tabs_to(self._opening(QWidget, "People"))
        self.types(self._opening(QWidget, "People"), str(people))
        if title:
            self.tabs_to(self._opening(QLineEdit, "Title"))
            self.types(self._opening(QLineEdit, "Title"), title)
        if drill:
            self.tabs_to(self._opening(QCheckBox, "Drill"))
            self.press(KEY.Key_Space)
        self.press(KEY.Key_Return)
        await self.comes(lambda: set(self.station.incidents) - before, "the incident")
        (stream,) = set(self.station.incidents) - before
        await self.is_at(stream)
        await self.does("opened")

    async def begins_opening(self) -> None:
        await self.comes(self._is_awake, "the window")
        self.press(KEY.Key_N, CTRL)
        await self.comes(self._opening(QComboBox, "Plan").hasFocus, "the panel that opens")

    def _opening(self, kind: type[Kind], field: str) -> Kind:
        return child(self.view, kind, f"opening{field}")

    def _title_of(self, key: str) -> str:
        plans = self.station.site.plans.values()
        return next(plan.title.en for plan in plans if plan.key == key)

    async def goes_to(self, stream: str) -> None:
        """F2, its card by the arrow keys, Enter."""
        self.press(KEY.Key_F2)
        cards = child(self.view, QAbstractItemView, "cards")
        await self.is_on(cards)
        self.press(KEY.Key_Home)
        for _ in range(cards.model().rowCount()):
            if cards.currentIndex().data(STREAM) == stream:
                self.press(KEY.Key_Return)
                await self.is_at(stream)
                return
            self.press(KEY.Key_Right)
        raise AssertionError(f"no card of {stream} on the board")

    async def is_at(self, stream: str) -> None:
        """Its desk is in view here, and at the watcher's."""
        self.stream = stream
        await self.comes(lambda: self.view.desk, "its desk")
        await self.comes(lambda: stream in self.elsewhere.incidents, "the incident elsewhere")
        self._watcher.view.show_desk(stream)
        await self.is_on(self.part(RowView, "roster"))

    async def asks(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """A key that asks first: the bar is there, and the keyboard in it."""
        self.press(key, modifiers)
        await self.is_asked()

    async def is_asked(self) -> None:
        bar = self.part(QWidget, "askBar")
        await self.comes(lambda: bar.isVisible() and bar.isAncestorOf(self.focused), "the question")

    async def answers(self, **fields: str) -> None:
        """Each field by Tab; of a list by its words; Enter records, and the bar is gone."""
        await self.fills(**fields)
        self.press(KEY.Key_Return)
        bar = self.part(QWidget, "askBar")
        await self.comes(lambda: not bar.isVisible(), "the end of the question")

    async def fills(self, **fields: str) -> None:
        bar = self.part(QWidget, "askBar")
        for name, text in fields.items():
            editor = await self._field(bar, f"ask_{name}")
            self.tabs_to(editor)
            if isinstance(editor, QComboBox) and not editor.isEditable():
                self.picks(editor, text)
            else:
                self.types(editor, text)

    async def _field(self, bar: QWidget, name: str) -> QWidget:
        """Of this question: those of the last one are only hidden until Qt has removed them."""
        await self.comes(lambda: len(bar.findChildren(QWidget, name)) == 1, name)
        return child(bar, QWidget, name)

    async def is_refused(self, why: str, **fields: str) -> None:
        """The bar stays, with what was typed, and the reason stands at the foot; Esc leaves."""
        before, refused = len(self.incident.timeline), len(self.refusals)
        await self.fills(**fields)
        self.press(KEY.Key_Return)
        await self.comes(lambda: len(self.refusals) > refused, "a refusal")
        assert why in self.refusals[-1]
        assert self.says(self.refusals[-1])
        assert len(self.incident.timeline) == before
        bar = self.part(QWidget, "askBar")
        assert bar.isVisible()
        self.press(KEY.Key_Escape)
        await self.comes(lambda: not bar.isVisible(), "the end of the question")

    async def on(self, page: str, view: str, row: str) -> None:
        """The key of the page, then down to the row."""
        self.press(page)
        rows = self.part(RowView, view)
        await self.is_on(rows)
        self.press(KEY.Key_Home)
        for _ in range(rows.model().rowCount()):
            if rows.current_key() == row:
                return
            self.press(KEY.Key_Down)
        raise AssertionError(f"no row {row!r} in {view}")

    async def chooses_on(self, page: str, view: str, row: str, action: str) -> None:
        """The menu key on a row, and the item."""
        await self.on(page, view, row)
        rows = self.part(RowView, view)
        at = rows.visualRect(rows.currentIndex()).center()
        menu = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, rows.mapToGlobal(at))
        QApplication.postEvent(rows.viewport(), menu)
        await self.chooses(action)

    # What plans are made of -----------------------------------------------------------------------

    async def scans(self, *badges: str) -> None:
        """At the badge line: B, then each badge and Enter."""
        self.press("b")
        line = self.part(QLineEdit, "badge")
        await self.is_on(line)
        for badge in badges:
            self.types(line, badge)
            self.press(KEY.Key_Return)
            await self.does("arrived")
            await self.comes(lambda: not line.text(), "room for the next badge")
        self.press(KEY.Key_Escape)

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
        await self.is_on(quick)
        self.types(quick, text)
        self.press(KEY.Key_Return)
        await self.does("note")
        await self.comes(lambda: not quick.toPlainText(), "room for the next note")
        self.press(KEY.Key_Escape)

    async def counts(self, people: int) -> None:
        await self.asks("h")
        await self.answers(people=str(people))
        await self.does("amended")

    # Elsewhere ------------------------------------------------------------------------------------

    async def sees_the_same_everywhere(self) -> None:
        """The watcher's station holds the same, and its window shows the same number of lines."""
        await self.comes(self._is_the_same_elsewhere, "the same elsewhere")
        await self.comes(lambda: not self.station.connection.waiting, "the shared log")
        seen = child(self._watcher.view, QAbstractItemView, "timeline").model()
        await self.comes(lambda: seen.rowCount() == len(self.incident.timeline), "the same lines")

    def _is_the_same_elsewhere(self) -> bool:
        return digest(self.elsewhere.incidents[self.stream]) == digest(self.incident)
