"""The window: board or desk, the bands above them, the line at the foot; it covers nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.presenters.keys import Chapter
from app.presenters.language import Language
from app.presenters.roles import Severity
from app.presenters.window import WindowPresenter
from app.views.board import BoardView
from app.views.keys import KeysPanel
from app.views.look import Look
from app.views.opening import OpeningPanel
from app.views.parts.band import Band
from app.views.parts.key_button import KeyButton
from app.views.parts.status_line import StatusLine
from app.views.preferences import Preferences
from app.views.rooms import Makers, Rooms
from app.views.staff import StaffPanel

if TYPE_CHECKING:
    # Made when somebody goes there: see main.
    from app.presenters.shift_timeline import FromLine
    from app.views.desk import DeskView
    from app.views.wall_panel import WallPanel


PAGE, SIDE = 860, 400
"""Pixels at 100 % that a page wants beside a side panel, and that a side panel has."""

REFUSAL_STAYS = 12_000
"""Milliseconds; long enough to be read twice. Esc takes it away sooner."""


class MainWindow(QMainWindow):
    """`closeEvent` only asks to leave: the parts are closed by whoever put them together."""

    leaving = Signal()
    introduce_requested = Signal()
    """Somebody else sits here now, or the station is to be called otherwise."""
    wall_requested = Signal()
    """Show the wall, or no more."""

    def __init__(
        self,
        presenter: WindowPresenter,
        look: Look,
        language: Language,
        make: Makers,
    ) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._make = make
        self._preferences = Preferences(presenter, look, language, self)
        self.board = BoardView(presenter.board, look)
        self.opening = OpeningPanel(presenter.opening)
        self.keys = KeysPanel()
        self.staff = StaffPanel(presenter.staff, look)
        self._sides: tuple[QWidget, ...] = (self.opening, self.staff, self.keys)
        self.rooms = Rooms(self.board, make)
        self._wall_screens: WallPanel | None = None
        self._line: FromLine | None = None
        self._passing = False
        self._build()
        self._connect()
        self._set_words()
        self._show_status()
        self._show_owed_line()
        self.rooms.take_focus()  # an Enter too many opens no incident

    # How it is built ---------------------------------------------------------------------------

    def _build(self) -> None:
        self.setObjectName("window")
        self._trouble, self._refusal, self._drill = Band(), Band(wraps=True), Band()
        self._trouble.setObjectName("trouble")
        self._refusal.setObjectName("refusal")
        self._drill.setObjectName("drill")
        self._dismiss = KeyButton()
        self._dismiss.setObjectName("dismissRefusal")
        self._dismiss.set_key("F9")
        self._refusal.add_action(self._dismiss)
        self._menu_button = QPushButton()
        self._menu_button.setObjectName("menu")
        self._back = KeyButton()
        self._back.setObjectName("back")
        self._back.set_key("F2")
        self._undo = KeyButton(primary=True)
        self._undo.setObjectName("takeBack")
        self._undo.show_key("Ctrl+Z")
        self._undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._undo.gives_way = True
        self._status = StatusLine(
            ("log", "stations", "waiting"), ("chain", "clock", "now"), mono=("now", "clock"),
            long=("stations", "chain"),
        )  # fmt: skip
        self._stays = QTimer(self)
        self._stays.setSingleShot(True)
        self._stays.setInterval(REFUSAL_STAYS)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(self._back)
        foot.addWidget(self._undo)
        foot.addWidget(self._status, 1)
        foot.addWidget(self._menu_button)
        body = self._body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.rooms, 1)
        for side in self._sides:
            side.hide()
            body.addWidget(side)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for band in (self._drill, self._trouble):
            band.hide()
            layout.addWidget(band)
        layout.addLayout(body, 1)
        self._refusal.hide()
        layout.addWidget(self._refusal)
        layout.addLayout(foot)
        self.setCentralWidget(centre)
        self._fit_sides()

    def _connect(self) -> None:
        presenter, preferences = self._presenter, self._preferences
        presenter.status.changed.connect(self._show_status)
        presenter.status.ticked.connect(self._show_time)
        presenter.refused.connect(self._show_refusal)
        presenter.went_well.connect(self._refusal.hide)
        presenter.owed.changed.connect(self._show_owed_line)
        presenter.replay_ready.connect(self._show_replay)
        presenter.undo.changed.connect(self._show_undo)
        self._undo.clicked.connect(presenter.undo.take_back)
        self.board.chosen.connect(self.show_desk)
        self.board.open_requested.connect(self.show_opening)
        self.board.owed_requested.connect(self.rooms.show_owed)
        self.rooms.opening_asked.connect(self._open_from_line)
        self.rooms.print_requested.connect(self._print_of)
        self.rooms.replay_requested.connect(self._presenter.replay_requested)
        self.rooms.currentChanged.connect(self._show_room)
        self.opening.opened.connect(self._show_opened)
        self.opening.left.connect(self._leave_opening)
        self.staff.left.connect(self.rooms.take_focus)
        self.keys.left.connect(self.keys.hide)
        self._back.clicked.connect(self.show_board)
        self._dismiss.clicked.connect(self._refusal.hide)
        self._stays.timeout.connect(self._refusal.hide)
        self._look.changed.connect(self._fit_sides)
        self._look.changed.connect(self._set_menu)
        for key, slot in {
            "Ctrl+N": self.show_opening,
            "Ctrl+Z": self._take_back,
            "F5": self.rooms.show_shift,
            "Ctrl+R": self.look_back,
            "Ctrl+U": self.rooms.show_owed,
            "Ctrl+P": self.rooms.print_shown,
            "Ctrl+J": self._type_in_sheet,
            "Ctrl+F": self.rooms.show_archive,
            "Ctrl+D": self.rooms.show_readiness,
            "Ctrl+T": self.rooms.show_statistics,
            "F1": self._toggle_keys,
            "Ctrl+=": lambda: preferences.step_scale(1),
            "Ctrl++": lambda: preferences.step_scale(1),
            "Ctrl+-": lambda: preferences.step_scale(-1),
            "Ctrl+0": preferences.plain_scale,
            "F3": preferences.next_language,
            "F6": self._toggle_staff,
            "F7": self.introduce_requested.emit,
            "F4": preferences.next_theme,
            "F10": self._menu_button.click,
            "F11": self.wall_requested.emit,
            "Shift+F11": self._toggle_wall_screens,
            "F12": self.rooms.show_addresses,
        }.items():
            QShortcut(QKeySequence(key), self, slot)

    # Pages -------------------------------------------------------------------------------------

    def show_board(self) -> None:
        self.rooms.show_board()

    def show_desk(self, stream: str) -> None:
        self.opening.hide()
        self.rooms.show_desk(stream)

    def look_back(self) -> None:
        """On the incident of the desk, or of the card that the keyboard is on."""
        stream = self.rooms.stream if self.rooms.is_away() else self.board.cards.current_stream()
        if stream:
            self._presenter.replay_requested(stream)

    def _show_replay(self, stream: str) -> None:
        """Alone: what stands beside it would change the present."""
        self.opening.hide()
        self.staff.hide()
        self.rooms.show_replay(stream)

    def _show_room(self) -> None:
        self._back.setVisible(self.rooms.is_away())
        self._show_undo()
        self._show_drill()

    def _open_from_line(self, line: FromLine) -> None:
        """Beside the shift log, which stays in view."""
        self._line = line
        self._make_room(self.opening)
        self.opening.begin(title=line.title, origin=line.entry)

    def _show_opened(self, stream: str) -> None:
        line, self._line = self._line, None
        if line is not None:
            self.rooms.carry_over(line, stream)
        self.show_desk(stream)

    def _leave_opening(self) -> None:
        self._line = None
        self.rooms.take_focus()

    @property
    def desk(self) -> DeskView | None:
        return self.rooms.desk

    def show_opening(self) -> None:
        self._line = None
        self.show_board()
        self._make_room(self.opening)
        self.opening.begin()

    def _toggle_staff(self) -> None:
        if self.rooms.looks_back:
            self._presenter.tell_looking_back()
        elif self.staff.isVisible():
            self.staff.hide()
        else:
            self._make_room(self.staff)
            self.staff.begin()

    def _print_of(self, stream: str) -> None:
        """From the archive: its desk, with the question what to print."""
        self.show_desk(stream)
        self.rooms.print_shown()

    def _type_in_sheet(self) -> None:
        if self.desk is not None:
            self.desk.type_in_sheet()

    def _toggle_keys(self) -> None:
        """It takes the keyboard, so that its keys scroll it, unless somebody is typing."""
        if self.keys.isVisible():
            self.keys.hide()
            return
        chapter = self._chapter()
        self._make_room(self.keys)
        self.keys.open_at(chapter)
        if not self._types():
            self.keys.take_keyboard()

    def _chapter(self) -> Chapter:
        in_staff = self.staff.isAncestorOf(self._has_keyboard())
        return Chapter.STAFF if in_staff else self.rooms.chapter

    def _types(self) -> bool:
        method = Qt.WidgetAttribute.WA_InputMethodEnabled
        return self._has_keyboard().testAttribute(method)

    def _make_room(self, side: QWidget) -> None:
        """As many beside the page as the window has room for: it never grows for them."""
        beside = (self.width() - self._look.px(PAGE)) // self._look.px(SIDE)
        others = [other for other in self._sides if other is not side and other.isVisible()]
        too_many = len(others) + 1 - max(beside, 1)
        for other in others[: max(too_many, 0)]:
            other.hide()

    def show_wall_screens(self) -> None:
        if self._wall_screens is None or not self._wall_screens.isVisible():
            self._toggle_wall_screens()

    def _toggle_wall_screens(self) -> None:
        """What the wall shows on which screen; made when somebody first wants to know."""
        if self._wall_screens is None:
            panel = self._wall_screens = self._make.wall_screens()
            self._sides = (*self._sides, panel)
            self._fit_sides()
            panel.hide()
            panel.left.connect(self.rooms.take_focus)
            self._body.addWidget(panel)
        if self._wall_screens.isVisible():
            self._wall_screens.hide()
        else:
            self._make_room(self._wall_screens)
            self._wall_screens.begin()

    # What is shown ------------------------------------------------------------------------------

    def _show_status(self) -> None:
        props = self._presenter.status.props
        self._status.set_item("log", props.log, props.log_severity)
        self._status.set_item("stations", props.stations)
        self._status.set_item("waiting", props.waiting, Severity.WAITING)
        self._status.set_item("chain", props.chain, props.chain_severity)
        self._status.set_item("clock", props.clock)
        trouble = props.trouble
        self._trouble.set_band(trouble.title, trouble.text, trouble.severity)
        self._trouble.setVisible(bool(trouble.title))

    def _show_owed_line(self) -> None:
        self.board.show_owed(self._presenter.owed.props.overdue)

    def _show_time(self, time: str) -> None:
        self._status.set_item("now", time)

    def _show_refusal(self, why: str) -> None:
        self._refusal.set_band(self.tr("Not done"), why, Severity.SOON)
        self._refusal.show()
        self._stays.start()

    def _show_undo(self) -> None:
        """There for a few seconds, at the foot, where it moves nothing that one reads."""
        text = self._presenter.undo.text
        self._undo.set_text(text)
        self._undo.setVisible(bool(text) and not self.rooms.looks_back)

    def _take_back(self) -> None:
        """The key is heard also when there is nothing to take back, which it says then."""
        if self.rooms.looks_back:
            self._presenter.tell_looking_back()
        else:
            self._presenter.undo.take_back()

    def _show_drill(self) -> None:
        is_drill = self.rooms.is_drill()
        text = self.tr("Practice only. Nothing here counts in the statistics.")
        self._drill.set_band(self.tr("DRILL"), text, Severity.DRILL)
        self._drill.setVisible(is_drill)

    def show_station(self) -> None:
        """The title bar says which desk this is."""
        self.setWindowTitle(self.tr("Muster – {station}").format(station=self._presenter.station))

    # Settings ----------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What nobody answered beside the page in view, at the foot or the side, is for the page:
        its keys work wherever the keyboard is, but where text is typed."""
        page, has_it = self.rooms.currentWidget() or self.rooms, self._has_keyboard()
        if self._passing or self._types() or has_it is page or page.isAncestorOf(has_it):
            super().keyPressEvent(event)
            return
        self._passing = True  # what the page does not answer comes back up to here
        try:
            QCoreApplication.sendEvent(page, event)
        finally:
            self._passing = False

    def _has_keyboard(self) -> QWidget:
        focused: QWidget | None = self.focusWidget()
        return self if focused is None else focused

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.leaving.emit()

    def _set_words(self) -> None:
        self.show_station()
        self._back.set_text(self.tr("Board"))
        self._menu_button.setText(self.tr("Menu"))
        self._dismiss.set_text(self.tr("Seen"))
        self._show_undo()
        self._set_menu()
        self._show_room()

    def _set_menu(self) -> None:
        """Anew, in the words of now and with what is chosen now."""
        old = self._menu_button.menu()
        self._menu_button.setMenu(self._make_menu())
        if old is not None:
            old.deleteLater()

    def _make_menu(self) -> QMenu:
        menu = QMenu(self._menu_button)
        self._add(menu, self.tr("Open an incident"), self.show_opening, "Ctrl+N")
        self._add(menu, self.tr("Look back"), self.look_back, "Ctrl+R")
        self._add(menu, self.tr("Follow-ups"), self.rooms.show_owed, "Ctrl+U")
        self._add(menu, self.tr("Shift log"), self.rooms.show_shift, "F5")
        self._add(menu, self.tr("Print the record…"), self.rooms.print_shown, "Ctrl+P")
        self._add(menu, self.tr("Type in a sheet…"), self._type_in_sheet, "Ctrl+J")
        self._add(menu, self.tr("Archive"), self.rooms.show_archive, "Ctrl+F")
        self._add(menu, self.tr("Readiness"), self.rooms.show_readiness, "Ctrl+D")
        self._add(menu, self.tr("Statistics"), self.rooms.show_statistics, "Ctrl+T")
        self._preferences.fill(menu)
        self._add(menu, self.tr("Staff and duty"), self._toggle_staff, "F6")
        self._add(menu, self.tr("Addresses of messages…"), self.rooms.show_addresses, "F12")
        self._add(menu, self.tr("Wall"), self.wall_requested.emit, "F11")
        self._add(menu, self.tr("Wall screens"), self._toggle_wall_screens, "Shift+F11")
        self._add(menu, self.tr("Station and name…"), self.introduce_requested.emit, "F7")
        self._add(menu, self.tr("Keys"), self._toggle_keys, "F1")
        self._add(menu, self.tr("Leave Muster"), self.close, "Ctrl+Q")
        return menu

    def _add(self, menu: QMenu, text: str, slot: Callable[[], object], key: str) -> None:
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        if key == "Ctrl+Q":
            action = QAction(text, menu)
            action.setShortcut(QKeySequence(key))
        else:  # these have their key already, and two owners would make it ambiguous
            action = QAction(f"{text}\t{shown}", menu)
        action.triggered.connect(lambda: slot())
        menu.addAction(action)

    def _fit_sides(self) -> None:
        for side in self._sides:
            side.setFixedWidth(self._look.px(SIDE))
