"""The chart that can be dragged and zoomed: follows now until one looks back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.models.chart import Line
from app.presenters.chart_shapes import Shape
from app.views.look import Look
from app.views.parts.chart_item import ChartItem
from app.views.parts.chart_rows import Row, lay_out, room_for_calls
from app.views.parts.chart_scale import (
    LEAST_SHOWN,
    MOST_SHOWN,
    Range,
    around,
    following,
    from_begin,
    moved,
    whole,
    zoomed,
)
from app.views.parts.charted import Charted
from app.views.parts.time_axis import HEIGHT, TimeAxis

PART = 0.2
"""How much of the width a key moves."""
ZOOM = 1.5


class ChartView(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """`chosen(Shape)`: one wants to see its entry. `following_changed(bool)`: now, or looking back.

    ← → move, + − zoom, End follows now again, 0 shows all, ↑ ↓ choose a bar, Enter its entry.
    """

    chosen = Signal(object)
    following_changed = Signal(bool)
    rows_changed = Signal()

    def __init__(self, presenter: Charted, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self._presenter, self._look = presenter, look
        self.rows: dict[Line, Row] = {}
        self.follows = True
        self._span: float | None = None
        """Seconds shown while following; None: the whole incident."""
        self._selected: Shape | None = None
        self._keys = self._make_keys()
        self._build()
        presenter.changed.connect(self.show_chart)
        presenter.moved.connect(self._move_now)
        look.changed.connect(self._set_look)
        self._set_look()

    def _build(self) -> None:
        self.setObjectName("chart")
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._layout = pg.GraphicsLayout()
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.box = pg.ViewBox(enableMenu=False, invertY=True)
        self.box.setMouseEnabled(x=True, y=False)
        self.box.setYRange(0.0, 1.0, padding=0.0)
        self.box.setLimits(minXRange=LEAST_SHOWN, maxXRange=MOST_SHOWN)
        self._axis = TimeAxis(
            self._look, self._presenter.reader, lambda: self._presenter.props.begin
        )
        self._axis.linkToView(self.box)
        self._layout.addItem(self.box, 0, 0)
        self._layout.addItem(self._axis, 1, 0)
        self.setCentralItem(self._layout)
        self.item = ChartItem(self._look)
        self.box.addItem(self.item, ignoreBounds=True)
        self.item.chosen.connect(self._choose)
        self.box.sigXRangeChanged.connect(self._on_range)
        self.box.sigRangeChangedManually.connect(self._look_back)

    def _make_keys(self) -> dict[Qt.Key, Callable[[], None]]:
        key: Final = Qt.Key
        return {
            key.Key_Left: lambda: self._pan(-PART),
            key.Key_Right: lambda: self._pan(PART),
            key.Key_Plus: lambda: self._zoom(1 / ZOOM),
            key.Key_Equal: lambda: self._zoom(1 / ZOOM),
            key.Key_Minus: lambda: self._zoom(ZOOM),
            key.Key_End: self.follow_now,
            key.Key_Home: self._go_to_begin,
            key.Key_0: self.show_all,
            key.Key_Up: lambda: self._select(-1),
            key.Key_Down: lambda: self._select(1),
            key.Key_Return: self._choose_selected,
            key.Key_Enter: self._choose_selected,
        }

    # What is shown -----------------------------------------------------------------------------

    def show_chart(self) -> None:
        """The presenter has something new."""
        props, px = self._presenter.props, self._look.px
        height = float(max(self.height() - px(HEIGHT), 1))
        room = room_for_calls(height, props.lanes, px)
        self._presenter.set_room(room)
        rows = lay_out(height, self._presenter.props.lanes, px)
        if rows != self.rows:
            self.rows = rows
            self.rows_changed.emit()
        self.item.set_now(self._presenter.now)
        self.item.set_chart(self._presenter.props, rows)
        self._keep_selected()
        self.setAccessibleDescription(self._presenter.props.told)
        self._follow()

    def set_words(self, now: str) -> None:
        self.item.set_look(now)
        self._axis.set_look()

    def _set_look(self) -> None:
        self.setBackground(self._look.colour(self._look.theme.panel))
        self._axis.set_look()
        self.item.update()
        self.show_chart()

    def close(self) -> bool:
        """As any widget: pyqtgraph's own takes the viewport away, and Qt crashes over it."""
        return QWidget.close(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "item"):  # pyqtgraph resizes the view before it is built
            self.show_chart()

    def _move_now(self, now: float) -> None:
        self.item.set_now(now)
        self._follow()

    # Where one looks ---------------------------------------------------------------------------

    @property
    def shown(self) -> Range:
        """Seconds since the opening at the left and at the right."""
        low, high = self.box.viewRange()[0]
        return float(low), float(high)

    def follow_now(self) -> None:
        """Back to now, as far in as one has zoomed."""
        if not self.follows:
            low, high = self.shown
            self._span = high - low
        self._set_following(follows=True)
        self._follow()

    def show_all(self) -> None:
        self._span = None
        self._set_following(follows=True)
        self._follow()

    def _follow(self) -> None:
        """Moves in steps: between them only the now line does."""
        if self.follows:
            now = self._presenter.now
            shown = self.shown
            self._show(whole(now) if self._span is None else following(shown, self._span, now))

    def _show(self, shown: Range) -> None:
        if shown != self.shown:
            self.box.setXRange(*shown, padding=0.0)

    def _look_back(self) -> None:
        self._set_following(follows=False)

    def _set_following(self, *, follows: bool) -> None:
        if follows != self.follows:
            self.follows = follows
            self.following_changed.emit(follows)

    def _pan(self, share: float) -> None:
        self._look_back()
        self._show(moved(self.shown, share))

    def _zoom(self, by: float) -> None:
        """About now while it is followed, else about the middle."""
        low, high = self.shown
        about = self._presenter.now if self.follows else (low + high) / 2
        low, high = zoomed((low, high), by, about)
        if self.follows:
            self._span = high - low
        self._show((low, high))

    def _go_to_begin(self) -> None:
        low, high = self.shown
        self._look_back()
        self._show(from_begin(high - low))

    def _on_range(self) -> None:
        low, high = self.shown
        self.item.set_marks(self._axis.marks(low, high, self.box.width()))

    # Bars --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )  # fmt: skip
        does = self._keys.get(Qt.Key(event.key())) if plain else None
        if does is None:
            event.ignore()
        else:
            does()

    def _select(self, by: int) -> None:
        shapes = self._presenter.props.shapes
        if not shapes:
            return
        held = [at for at, each in enumerate(shapes) if _is_same(each, self._selected)]
        at = (held[0] + by) % len(shapes) if held else (0 if by > 0 else len(shapes) - 1)
        self._selected = shapes[at]
        self.item.select(self._selected)
        self.setAccessibleDescription(self._selected.tip)
        self._bring_into_view(self._selected)

    def _keep_selected(self) -> None:
        """The same bar, as it is now; none, where it shares another's."""
        shapes = self._presenter.props.shapes
        held = (each for each in shapes if _is_same(each, self._selected))
        self._selected = next(held, None) if self._selected else None
        self.item.select(self._selected)

    def _bring_into_view(self, shape: Shape) -> None:
        end = self._presenter.now if shape.end is None else shape.end
        wanted = around(self.shown, shape.start, end)
        if wanted != self.shown:
            self._look_back()
            self._show(wanted)

    def _choose_selected(self) -> None:
        if self._selected is not None:
            self.chosen.emit(self._selected)

    def _choose(self, shape: Shape) -> None:
        self._selected = shape
        self.item.select(shape)
        self.chosen.emit(shape)


def _is_same(one: Shape, other: Shape | None) -> bool:
    """About the same, though it may have changed since."""
    if other is None or one.line is not other.line:
        return False
    mine, theirs = one.bars[0], other.bars[0]
    return (mine.cell, mine.subject, mine.start) == (theirs.cell, theirs.subject, theirs.start)
