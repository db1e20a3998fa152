"""The language changes while the program runs, for its own words and for Qt's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject
from PySide6.QtWidgets import QApplication

from app.presenters.language import Language, TranslationMissingError, suited, translate

FOLDER = Path(__file__).parents[2] / "resources" / "translations"


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    made = Language(qapp, FOLDER, "en")
    yield made
    made.set_language("en")


def test_that_words_are_in_the_language_in_force(language: Language) -> None:
    assert translate("Words", "on the way") == "on the way"
    language.set_language("zh_CN")
    assert translate("Words", "on the way") == "在途"
    language.set_language("en")
    assert translate("Words", "on the way") == "on the way"


def test_that_qts_own_words_change_too(language: Language) -> None:
    language.set_language("zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert QLocale().language() == QLocale.Language.Chinese


def test_that_a_change_is_told_once_the_new_words_are_in_force(language: Language) -> None:
    seen: list[str] = []
    language.changed.connect(lambda: seen.append(translate("Words", "blue")))
    language.set_language("zh_CN")
    language.set_language("zh_CN")
    assert seen == ["蓝"]


def test_that_qt_is_told_too(language: Language, qapp: QApplication) -> None:
    class Ear(QObject):
        heard = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
            self.heard += event.type() == QEvent.Type.LanguageChange
            return super().eventFilter(watched, event)

    ear = Ear()
    qapp.installEventFilter(ear)
    language.set_language("zh_CN")
    qapp.removeEventFilter(ear)
    assert ear.heard


def test_that_a_missing_translation_is_told_and_the_old_one_stays(
    qapp: QApplication, tmp_path: Path
) -> None:
    language = Language(qapp, tmp_path, "en")
    with pytest.raises(TranslationMissingError, match="muster_zh_CN"):
        language.set_language("zh_CN")
    assert language.code == "en"


@pytest.mark.parametrize(
    ("locale", "code"), [("zh_CN", "zh_CN"), ("zh_SG", "zh_CN"), ("de_DE", "en"), ("C", "en")]
)
def test_that_the_first_language_is_the_machines_if_we_have_it(locale: str, code: str) -> None:
    assert suited(locale) == code
