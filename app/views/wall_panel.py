"""The panel beside the board that says what the wall shows on which screen."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.presenters.wall_settings import OFF, WallSettings, arrangement_words, part_words
from app.station.wall_screen import MOST_INCHES, Arrangement, WallPart, WallScreen
from app.views.parts.panel import Panel
from app.views.wall.screens import Place, Screens


class WallPanel(Panel):
    """What is chosen holds at once, also on a wall that is shown; Esc leaves."""

    left = Signal()

    def __init__(
        self, settings: WallSettings, screens: Screens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("wallScreens")
        self._settings, self._screens = settings, screens
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.set_body(self._area)
        screens.changed.connect(self._fill)
        self._fill()

    def begin(self) -> None:
        self.show()
        first = self.findChild(QComboBox)
        if first is not None:
            first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()

    def _fill(self) -> None:
        self.set_title(self.tr("Wall screens"))
        self.set_subtitle(self.tr("F11 shows the wall"))
        body = QWidget()
        column = QVBoxLayout(body)
        for nth, place in enumerate(self._screens.all(), 1):
            column.addWidget(self._screen(nth, place))
        column.addStretch(1)
        self._area.setWidget(body)

    def _screen(self, nth: int, place: Place) -> QWidget:
        now = self._settings.of(place.name)
        box = QWidget()
        box.setObjectName(f"wallScreen{nth}")
        form = QFormLayout(box)
        form.setVerticalSpacing(8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        title = self.tr("Screen {nth}: {name}, {wide} × {high}").format(
            nth=nth, name=place.name, wide=place.area.width(), high=place.area.height()
        )
        heading = QLabel(title)
        heading.setProperty("strong", True)
        heading.setWordWrap(True)
        form.addRow(heading)
        form.addRow(self.tr("Shows"), self._arrangement(place.name, now))
        form.addRow(self.tr("Number of the incident, for one"), self._incident(place.name, now))
        form.addRow(self.tr("Seconds each, in turn"), self._turn(place.name, now))
        form.addRow(self.tr("Diagonal in inches"), self._inches(place.name, now))
        for part, word in part_words():
            form.addRow(self._part(place.name, now, part, word))
        form.addRow(self._names(place.name, now))
        return box

    def _arrangement(self, name: str, now: WallScreen) -> QComboBox:
        choice = QComboBox()
        choice.setObjectName("wallShows")
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for key, word in arrangement_words():
            choice.addItem(word, key)
        choice.setCurrentIndex(choice.findData(now.arrangement.value if now.on else OFF))
        choice.activated.connect(lambda at: self._arrange(name, str(choice.itemData(at))))
        return choice

    def _arrange(self, name: str, chosen: str) -> None:
        if chosen == OFF:
            self._change(name, on=False)
        else:
            self._change(name, on=True, arrangement=Arrangement(chosen))

    def _incident(self, name: str, now: WallScreen) -> QLineEdit:
        field = QLineEdit(now.incident)
        field.setObjectName("wallIncident")
        field.setPlaceholderText(self.tr("the worst"))
        field.editingFinished.connect(lambda: self._change(name, incident=field.text().strip()))
        return field

    def _turn(self, name: str, now: WallScreen) -> QSpinBox:
        field = QSpinBox()
        field.setObjectName("wallTurn")
        field.setRange(5, 600)
        field.setValue(now.turn)
        field.valueChanged.connect(lambda seconds: self._change(name, turn=seconds))
        return field

    def _inches(self, name: str, now: WallScreen) -> QSpinBox:
        """So large are the letters; some screens say nothing of their size, or nonsense."""
        field = QSpinBox()
        field.setObjectName("wallInches")
        field.setRange(0, MOST_INCHES)
        field.setSpecialValueText(self.tr("as the screen says"))
        field.setValue(now.inches)
        field.valueChanged.connect(lambda inches: self._change(name, inches=inches))
        return field

    def _part(self, name: str, now: WallScreen, part: WallPart, word: str) -> QCheckBox:
        return _ticked(
            f"wallPart-{part.value}", word, part in now.parts,
            lambda shown: self._settings.set_part(name, part, shown=shown),
        )  # fmt: skip

    def _names(self, name: str, now: WallScreen) -> QCheckBox:
        word = self.tr("names of the staff (never of the public)")
        return _ticked("wallNames", word, now.names, lambda shown: self._change(name, names=shown))

    def _change(self, name: str, **fields: object) -> None:
        now = self._settings.of(name)
        self._settings.set(name, msgspec.structs.replace(now, **fields))


def _ticked(name: str, word: str, now: bool, change: Callable[[bool], None]) -> QCheckBox:
    box = QCheckBox(word)
    box.setObjectName(name)
    box.setChecked(now)
    box.toggled.connect(change)
    return box
