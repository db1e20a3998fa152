"""Printing an incident from the desk: which form, with or without personal details."""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Protocol, cast

from PySide6.QtCore import QCoreApplication

from app.models.command import Refusal
from app.models.prints import TITLES, Form, PaperLanguage, Pressed
from app.presenters.asking import Answers, Field, Question
from app.presenters.part import Scene
from app.presenters.print_stage import PRINT, PrintStage, Wanted

_tr = QCoreApplication.translate

WITH = "contacts"


class Press(Protocol):
    """Makes records; nothing it makes is entered or given to anybody."""

    def make(
        self, stream: str, form: Form, language: PaperLanguage, *, contacts: bool
    ) -> Coroutine[Any, Any, Pressed]:
        """Raises `NotPressedError`."""

    def preview(
        self, stream: str, form: Form, language: PaperLanguage, *, contacts: bool
    ) -> Coroutine[Any, Any, list[bytes]]:
        """The pages as PNG. Raises `NotPressedError`."""


class RecordWanted(Wanted, frozen=True, kw_only=True):
    form: Form
    contacts: bool

    @property
    def is_private(self) -> bool:
        return self.contacts


class PrintingPresenter(PrintStage[RecordWanted, Pressed]):
    def __init__(self, scene: Scene, press: Press | None) -> None:
        super().__init__(scene)
        self._press = press
        self._form = Form.TIMELINE

    @property
    def can_print(self) -> bool:
        return self._press is not None

    def question(self, key: str, action: str) -> Question | None:
        if action != PRINT or not self.choices(key):
            return None
        return Question(
            title=_tr("Printing", "Print the record of this incident"),
            do=_tr("Printing", "Print"),
            note=_tr("Printing", "A PDF for the archive. That it was printed is entered too."),
            fields=self._fields(),
        )

    def _fields(self) -> tuple[Field, ...]:
        reader, (language, folder, look) = self.scene.reader, self.fields()
        forms = tuple((form.value, reader.text(title)) for form, title in TITLES.items())
        details = _tr("Printing", "names and numbers of people; every page is marked")
        return (
            Field(key="form", label=_tr("Printing", "Form"), value=self._form, options=forms),
            language, folder,
            Field(key=WITH, label=_tr("Printing", "With"), many=True, options=((WITH, details),)),
            look,
        )  # fmt: skip

    def wanted(self, answers: Answers, folder: Path) -> RecordWanted:
        self._form = Form(answers["form"])
        return RecordWanted(
            form=self._form, language=cast("PaperLanguage", answers["language"]),
            contacts=answers.get(WITH, "") == WITH, folder=folder,
        )  # fmt: skip

    def title_of(self, wanted: RecordWanted) -> str:
        return self.scene.reader.text(TITLES[wanted.form])

    def name_of(self, wanted: RecordWanted) -> str:
        """An incident that the shared log has not numbered yet is called so."""
        number = _UNFIT.sub("", self.scene.bridge.number_of(self.scene.stream))
        contacts = "-contacts" if wanted.contacts else ""
        return f"{number or 'incident'}-{wanted.form}-{wanted.language}{contacts}.pdf"

    async def make(self, wanted: RecordWanted) -> Pressed:
        return await self._pressing().make(
            self.scene.stream, wanted.form, wanted.language, contacts=wanted.contacts
        )

    async def make_pages(self, wanted: RecordWanted) -> list[bytes]:
        return await self._pressing().preview(
            self.scene.stream, wanted.form, wanted.language, contacts=wanted.contacts
        )

    def _pressing(self) -> Press:
        assert self._press is not None  # noqa: S101  asked before: `can_print`
        return self._press

    def hold(self) -> Callable[[], None]:
        """Also if the desk is left: a settled incident stays here until it is printed."""
        return self.scene.bridge.station.look_at(self.scene.stream)

    def file_of(self, made: Pressed) -> bytes:
        return made.pdf

    async def enter(self, made: Pressed) -> Refusal | None:
        answer = await self.scene.bridge.station.do(self.scene.stream, made.printed)
        return answer if isinstance(answer, Refusal) else None


_UNFIT = re.compile(r"[^A-Za-z0-9-]")
