"""Language, theme and text size: their menus, and the keys that step through them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from app.presenters.language import LANGUAGES, Language
from app.presenters.sounds import COMMANDER
from app.presenters.window import WindowPresenter
from app.views.look import Look

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


class Preferences(QObject):
    def __init__(
        self, presenter: WindowPresenter, look: Look, language: Language, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._presenter, self._look, self._language = presenter, look, language

    def next_language(self) -> None:
        codes = list(LANGUAGES)
        self._presenter.set_language(codes[(codes.index(self._language.code) + 1) % len(codes)])

    def next_theme(self) -> None:
        names = self._look.names
        self._presenter.set_theme(names[(names.index(self._look.name) + 1) % len(names)])

    def step_scale(self, by: int) -> None:
        at = min(range(len(SCALES)), key=lambda i: abs(SCALES[i] - self._look.scale)) + by
        self._presenter.set_scale(SCALES[min(max(at, 0), len(SCALES) - 1)])

    def plain_scale(self) -> None:
        self._presenter.set_scale(SCALES[0])

    def fill(self, menu: QMenu) -> None:
        """A menu for each, ticked as it is now."""
        presenter, look = self._presenter, self._look
        code = self._language.code
        _choices(menu, self.tr("Language (F3)"), LANGUAGES, code, presenter.set_language)
        themes = {
            "dark": self.tr("Dark"), "light": self.tr("Light"),
            "contrast": self.tr("High contrast"),
        }  # fmt: skip
        named = {name: themes.get(name, name) for name in look.names}
        _choices(menu, self.tr("Theme (F4)"), named, look.name, presenter.set_theme)
        scales = {str(scale): f"{scale:.0%}" for scale in SCALES}
        _choices(
            menu, self.tr("Text size (Ctrl + −)"), scales, str(look.scale),
            lambda scale: presenter.set_scale(float(scale)),
        )  # fmt: skip
        self._fill_hearing(menu)

    def _fill_hearing(self, menu: QMenu) -> None:
        hearing = self._presenter.hearing
        volumes = {"100": self.tr("Loud"), "70": self.tr("Usual"), "30": self.tr("Quiet"),
                   "0": self.tr("Off")}  # fmt: skip
        title, now = self.tr("Alarm sounds"), str(hearing.volume())
        _choices(menu, title, volumes, now, lambda volume: hearing.set_volume(int(volume)))
        if hearing.has_voice():
            title, now = self.tr("Spoken after the sound"), "on" if hearing.speaks() else "off"
            spoken = {"on": self.tr("Yes"), "off": self.tr("No")}
            _choices(menu, title, spoken, now, lambda chosen: hearing.set_speaks(chosen == "on"))
        kinds = {
            "desk": self.tr("Desk"),
            COMMANDER: self.tr("Commander: people missing are always heard"),
        }
        _choices(menu, self.tr("This station"), kinds, hearing.kind(), hearing.set_kind)


def _choices(
    above: QMenu, title: str, named: Mapping[str, str], now: str, choose: Callable[[str], None]
) -> None:
    menu = QMenu(title, above)
    group = QActionGroup(menu)
    for key, name in named.items():
        action = QAction(name, group)
        action.setCheckable(True)
        action.setChecked(key == now)
        action.triggered.connect(lambda _checked, key=key: choose(key))
        menu.addAction(action)
    above.addMenu(menu)
