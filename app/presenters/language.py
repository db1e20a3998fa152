"""The language of the screen: loaded at the start, switched while running."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

SOURCE: Final = "en"
LANGUAGES: Final = {SOURCE: "English", "zh_CN": "简体中文"}
"""Qt's locale name → the language's name in itself."""


class TranslationMissingError(RuntimeError):
    """A translation that belongs to the program cannot be loaded."""


class Language(QObject):
    """`changed` comes when new words are in force; Qt tells its widgets by `LanguageChange`."""

    changed = Signal()

    def __init__(self, app: QCoreApplication, folder: Path, code: str) -> None:
        super().__init__()
        self._app, self._folder = app, folder
        self._translators: list[QTranslator] = []
        self._code = SOURCE
        self._install(code)

    @property
    def code(self) -> str:
        return self._code

    def set_language(self, code: str) -> None:
        if code != self._code:
            self._install(code)
            self.changed.emit()

    def _install(self, code: str) -> None:
        loaded = [] if code == SOURCE else [self._qt_words(code), self._own_words(code)]
        for old in self._translators:
            self._app.removeTranslator(old)
        self._code, self._translators = code, loaded
        QLocale.setDefault(QLocale(code))
        for new in loaded:
            self._app.installTranslator(new)

    def _own_words(self, code: str) -> QTranslator:
        translator, file = QTranslator(self), self._folder / f"muster_{code}.qm"
        if not translator.load(str(file)):
            raise TranslationMissingError(f"The translation {file} cannot be read.")
        return translator

    def _qt_words(self, code: str) -> QTranslator:
        """Qt's own buttons and menus; without them these stay English, and nothing else."""
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator.load(f"qtbase_{code}", folder)
        return translator


def translate(context: str, template: str) -> str:
    """The words of the language in force, for phrases that were marked where they were written."""
    return QCoreApplication.translate(context, template)


def suited(locale: str) -> str:
    """The language to begin with on a machine of this locale name ("zh_SG", "de_DE")."""
    return "zh_CN" if locale.startswith("zh") else SOURCE
