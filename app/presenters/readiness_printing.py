"""Printing readiness as it is shown, with the whole week: a sheet of the site, not of a record."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Protocol, cast

from PySide6.QtCore import QCoreApplication

from app.models.command import Refusal
from app.models.prints import READINESS, PaperLanguage
from app.models.readiness import Shown
from app.presenters.asking import Answers, Question
from app.presenters.part import Scene
from app.presenters.print_stage import PRINT, PrintStage, Wanted

_tr = QCoreApplication.translate


class ReadinessPress(Protocol):
    def readiness(self, shown: Shown, language: PaperLanguage) -> Coroutine[Any, Any, bytes]:
        """The PDF. Raises `NotPressedError`."""

    def readiness_pages(
        self, shown: Shown, language: PaperLanguage
    ) -> Coroutine[Any, Any, list[bytes]]:
        """As PNG. Raises `NotPressedError`."""


class ReadinessPrinting(PrintStage[Wanted, bytes]):
    """`shown` waits until the week is reckoned."""

    def __init__(
        self, scene: Scene, press: ReadinessPress | None,
        shown: Callable[[], Coroutine[Any, Any, Shown]],
    ) -> None:  # fmt: skip
        super().__init__(scene)
        self._press, self._shown = press, shown

    @property
    def can_print(self) -> bool:
        return self._press is not None

    def question(self, key: str, action: str) -> Question | None:
        if action != PRINT or not self.choices(key):
            return None
        return Question(
            title=_tr("Printing", "Print what the plans lack, and the week"),
            do=_tr("Printing", "Print"),
            note=_tr("Printing", "With the names of staff, without their numbers."),
            fields=self.fields(),
        )

    def wanted(self, answers: Answers, folder: Path) -> Wanted:
        return Wanted(language=cast("PaperLanguage", answers["language"]), folder=folder)

    def title_of(self, wanted: Wanted) -> str:
        del wanted
        return self.scene.reader.text(READINESS)

    def name_of(self, wanted: Wanted) -> str:
        return f"readiness-{self.scene.reader.day(self.scene.now)}-{wanted.language}.pdf"

    async def make(self, wanted: Wanted) -> bytes:
        return await self._pressing().readiness(await self._shown(), wanted.language)

    async def make_pages(self, wanted: Wanted) -> list[bytes]:
        return await self._pressing().readiness_pages(await self._shown(), wanted.language)

    def _pressing(self) -> ReadinessPress:
        assert self._press is not None  # noqa: S101  asked before: `can_print`
        return self._press

    def file_of(self, made: bytes) -> bytes:
        return made

    async def enter(self, made: bytes) -> Refusal | None:
        """It is of no incident, and of now: there is no log to enter it in."""
        del made
        return None
