"""Render every small part in all themes, both languages and two text sizes, to be looked at.

QT_QPA_PLATFORM=offscreen python tools/gallery.py FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

sys.path.insert(0, str(Path(__file__).parents[1]))  # a script sees its own folder only

from app.models.levels import Level
from app.models.text import Text
from app.presenters.roles import Severity
from app.views.fonts import load_fonts
from app.views.look import Look
from app.views.parts.band import Band
from app.views.parts.chip import Chip
from app.views.parts.countdown import Countdown
from app.views.parts.elided_label import ElidedLabel
from app.views.parts.key_button import KeyButton
from app.views.parts.level_badge import LevelBadge
from app.views.parts.panel import Panel
from app.views.parts.row_view import RowView
from app.views.parts.status_line import StatusLine
from app.views.parts.timeline_view import TimelineView
from tools.gallery_rows import Rows, roster, tasks, timeline

RESOURCES = Path(__file__).parents[1] / "resources"
T = Text


def panel(title: str, subtitle: str, body: QWidget, button: KeyButton | None = None) -> Panel:
    made = Panel()
    made.set_title(title)
    made.set_subtitle(subtitle)
    made.set_body(body)
    if button:
        made.add_header_widget(button)
    return made


def button(text: str, key: str, *, primary: bool = False) -> KeyButton:
    made = KeyButton(primary=primary)
    made.set_text(text)
    made.set_key(key)
    return made


class Gallery(QWidget):
    """All parts on one sheet, as the desk would show them."""

    def __init__(self, look: Look, language: str) -> None:
        super().__init__()
        self._look, self._language = look, language
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._top_bar())
        layout.addLayout(self._bands())
        grid = QGridLayout()
        grid.setContentsMargins(12, 0, 12, 0)
        grid.setSpacing(10)
        grid.addWidget(self._roster(), 0, 0)
        grid.addWidget(self._tasks(), 0, 1)
        grid.addWidget(self._timeline(), 0, 2)
        layout.addLayout(grid, 1)
        layout.addLayout(self._small_parts())
        layout.addWidget(self._status())

    def _say(self, en: str, zh: str) -> str:
        return T(en, zh).in_language(self._language)

    def _top_bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("topBar")
        row = QHBoxLayout(bar)
        badge = LevelBadge()
        badge.set_level(Level.IV, self._say("blue", "蓝"))
        title = ElidedLabel(self._say("North gate crowd", "北门人群聚集"))
        title.setProperty("big", True)
        elapsed = QLabel("00:12:47")
        elapsed.setProperty("mono", True)
        elapsed.setProperty("big", True)
        row.addWidget(badge)
        row.addWidget(title, 1)
        row.addWidget(elapsed)
        row.addWidget(button(self._say("Raise level…", "提高级别…"), "L", primary=True))
        row.addWidget(button(self._say("Declare over…", "宣布结束…"), ""))
        return bar

    def _bands(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        for severity, head, text, key in (
            (
                Severity.OVERDUE,
                self._say("2 overdue", "2 项逾期"),
                self._say(
                    "Ma Jun (order) 02:31 late · Administration leadership not told, due 14:10",
                    "马俊（秩序维护组）迟到 02:31 · 机关事务管理局领导尚未告知，应于 14:10 前",
                ),
                "F8",
            ),
            (
                Severity.DRILL,
                self._say("DRILL", "演练"),
                self._say("Nothing of this is real", "以下均非真实事件"),
                "",
            ),
            (
                Severity.DISCONNECTED,
                self._say("Away since 14:12", "14:12 起离线"),
                self._say("what you write is kept here", "记录先存本机"),
                "",
            ),
        ):
            band = Band()
            band.set_band(head, text, severity)
            if key:
                band.add_action(button(self._say("Acknowledge", "确认"), key))
            row.addWidget(band, 2 if key else 1)
        return row

    def _roster(self) -> QWidget:
        view = RowView(self._look)
        view.setModel(Rows(roster(self._language), view))
        view.setCurrentIndex(view.model().index(1, 0))
        call = button(self._say("Call group", "呼叫小组"), "C")
        return panel(
            self._say("Roster", "人员到场"), self._say("4 still to come", "4 人未到"), view, call
        )

    def _tasks(self) -> QWidget:
        view = RowView(self._look)
        view.setModel(Rows(tasks(self._language), view))
        return panel(self._say("Tasks", "任务"), self._say("2 open", "2 项未完成"), view)

    def _timeline(self) -> QWidget:
        view = TimelineView(self._look)
        view.setModel(Rows(timeline(self._language), view))
        made = panel(self._say("Timeline", "时间线"), self._say("47 entries", "47 条"), view)
        field = QLineEdit()
        field.setPlaceholderText(
            self._say('What happened? "10:03 …" back-dates it', "发生了什么？“10:03 …”可补记时间")
        )
        made.set_footer(field)
        return made

    def _small_parts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        words = {
            Level.IV: ("blue", "蓝"),
            Level.III: ("yellow", "黄"),
            Level.II: ("orange", "橙"),
            Level.I: ("red", "红"),
        }
        for level, (en, zh) in words.items():
            badge = LevelBadge(compact=True)
            badge.set_level(level, self._say(en, zh))
            row.addWidget(badge)
        for severity in Severity:
            chip = Chip()
            chip.set_chip(severity.value, severity)
            row.addWidget(chip)
        for severity, text in (
            (Severity.PLAIN, "17:13"),
            (Severity.SOON, "00:48"),
            (Severity.OVERDUE, "+02:31"),
        ):
            count = Countdown()
            count.set_text(text)
            count.set_severity(severity)
            count.set_fraction(0.6)
            row.addWidget(count)
        row.addStretch(1)
        off = button(self._say("Close", "关闭"), "")
        off.setEnabled(False)
        row.addWidget(off)
        return row

    def _status(self) -> QWidget:
        line = StatusLine(("link", "stations", "waiting"), ("chain", "clock"), mono=("clock",))
        line.set_item("link", "● " + self._say("Shared log", "共享日志"), Severity.GOOD)
        line.set_item(
            "stations",
            self._say("3 stations: Commander, Desk 1, Wall", "3 台：指挥席、值班台 1、大屏"),
        )
        line.set_item("waiting", self._say("1 entry waiting", "1 条待上传"), Severity.WAITING)
        line.set_item("chain", self._say("chain whole to #46", "链完整至 #46"))
        line.set_item("clock", "14:14:58")
        return line


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(["gallery"])
    load_fonts(RESOURCES / "fonts")
    look = Look(app, RESOURCES / "themes", theme="dark", scale=1.0)
    for theme in look.names:
        look.set_theme(theme)
        for language in ("en", "zh_CN"):
            for scale in (1.0, 2.0):
                look.set_scale(scale)
                sheet = Gallery(look, language)
                sheet.resize(1600, look.px(620))
                path = folder / f"{theme}-{language}-{round(scale * 100)}.png"
                sheet.grab().save(str(path))
                sheet.deleteLater()
                print(path)


if __name__ == "__main__":
    main()
