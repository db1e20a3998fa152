"""Printing from the desk: what is asked and looked at before, how far it is, where it lies."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Coroutine
from enum import Enum
from pathlib import Path
from typing import Any, Protocol, cast

import msgspec
from PySide6.QtCore import QCoreApplication, QStandardPaths

from app.models.command import Refusal
from app.models.prints import TITLES, Form, NotPressedError, PaperLanguage, Pressed
from app.models.refusals import refuse
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.part import Answered, Scene
from app.presenters.words import listing
from app.station.changed import Done

_tr = QCoreApplication.translate

PRINT, WITH, LOOK = "print", "contacts", "look"


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


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What was answered: it is printed so, also after a look at the pages."""

    form: Form
    language: PaperLanguage
    contacts: bool
    folder: Path


class Stage(Enum):
    IDLE = "idle"
    WORKING = "working"
    PREVIEW = "preview"
    """The pages are looked at; nothing is printed yet."""
    DONE = "done"


class PrintingProps(msgspec.Struct, frozen=True, kw_only=True):
    """`what` is being printed, or lies at `path`. `pages` are PNG, to be looked at."""

    stage: Stage = Stage.IDLE
    headline: str = ""
    what: str = ""
    path: str = ""
    pages: tuple[bytes, ...] = ()


class PrintingPresenter(Acting):
    """One print at a time. What was last chosen is proposed again."""

    def __init__(self, scene: Scene, press: Press | None) -> None:
        super().__init__(scene)
        self.props = PrintingProps()
        self._press = press
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = Path(QStandardPaths.writableLocation(documents))
        self._form, self._looks_first = Form.TIMELINE, False
        self._wanted: Wanted | None = None
        self._turn = 0
        """Counts the prints: one that was cancelled, or let go, no longer changes anything."""

    def refresh(self) -> None:
        """What is said of a print stays in the language in which it was asked for."""

    def choices(self, key: str) -> tuple[Choice, ...]:
        del key
        if self._press is None or self.props.stage is Stage.WORKING:
            return ()
        return (Choice(action=PRINT, text=_tr("Printing", "Print…"), key="Ctrl+P"),)

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
        reader = self.scene.reader
        forms = tuple((form.value, reader.text(title)) for form, title in TITLES.items())
        languages = (("en", "English"), ("zh", "中文"))
        details = _tr("Printing", "names and numbers of people; every page is marked")
        look = _tr("Printing", "look at the pages")
        return (
            Field(key="form", label=_tr("Printing", "Form"), value=self._form, options=forms),
            Field(key="language", label=_tr("Printing", "Language"), options=languages,
                  value=_language(reader.language)),
            Field(key="folder", label=_tr("Printing", "Folder"), value=str(self._folder),
                  wide=True),
            Field(key=WITH, label=_tr("Printing", "With"), many=True, options=((WITH, details),)),
            Field(key=LOOK, label=_tr("Printing", "Before"), many=True, options=((LOOK, look),),
                  value=LOOK if self._looks_first else ""),
        )  # fmt: skip

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        del key
        if action != PRINT or self._press is None:
            return
        folder = Path(answers["folder"].strip()).expanduser()
        if not folder.is_dir():
            self.scene.refuse(refuse("no_folder", folder=str(folder)), then)
            return
        self._form, self._folder = Form(answers["form"]), folder
        self._looks_first = answers.get(LOOK, "") == LOOK
        wanted = Wanted(form=self._form, language=cast("PaperLanguage", answers["language"]),
                        contacts=answers.get(WITH, "") == WITH, folder=folder)  # fmt: skip
        if then:
            then(Done(stream=self.scene.stream, entries=()))
        self._begin(wanted, self._look if self._looks_first else self._print)

    def confirm(self) -> None:
        """The pages are as they should be: print them, as the log is now."""
        if self.props.stage is Stage.PREVIEW and self._wanted is not None:
            self._begin(self._wanted, self._print)

    def cancel(self) -> None:
        """Nothing is entered, no file is left; also puts away the pages, or what is said of the
        last print."""
        self._turn += 1
        self._set(Stage.IDLE)

    def _begin(
        self, wanted: Wanted, work: Callable[[int, Press, Wanted], Coroutine[Any, Any, None]]
    ) -> None:
        if self._press is None:
            return
        self._wanted = wanted
        self._turn += 1
        self._set(Stage.WORKING, _tr("Printing", "Printing"), self._what(wanted))
        self.scene.bridge.run(self._held_meanwhile(work(self._turn, self._press, wanted)))

    async def _held_meanwhile(self, work: Coroutine[Any, Any, None]) -> None:
        """Also if the desk is left: a settled incident stays here until it is printed."""
        leave = self.scene.bridge.station.look_at(self.scene.stream)
        try:
            await work
        finally:
            leave()

    async def _look(self, turn: int, press: Press, wanted: Wanted) -> None:
        """Nothing is entered: a page that was looked at is no print."""
        try:
            pages = await press.preview(
                self.scene.stream, wanted.form, wanted.language, contacts=wanted.contacts
            )
        except NotPressedError as error:
            self._give_up(turn, error.refusal)
            return
        if turn == self._turn:
            title = _tr("Printing", "Not printed yet")
            self._set(Stage.PREVIEW, title, self._what(wanted), pages=tuple(pages))

    async def _print(self, turn: int, press: Press, wanted: Wanted) -> None:
        stream, what = self.scene.stream, self.props.what
        try:
            made = await press.make(stream, wanted.form, wanted.language, contacts=wanted.contacts)
        except NotPressedError as error:
            self._give_up(turn, error.refusal)
            return
        if turn != self._turn:
            return
        answer = await self.scene.bridge.station.do(stream, made.printed)
        if isinstance(answer, Refusal):
            self._give_up(turn, answer)
            return
        name = _file_name(self.scene.bridge.number_of(stream), wanted.form, wanted.language)
        try:
            path = await asyncio.to_thread(_write, wanted.folder / name, made.pdf)
        except OSError as error:
            why = error.strerror or str(error)
            self._give_up(turn, refuse("file_not_saved", name=name, why=why))
            return
        self._set(Stage.DONE, _tr("Printing", "Printed"), what, str(path))

    def _give_up(self, turn: int, refusal: Refusal) -> None:
        if turn == self._turn:
            self._set(Stage.IDLE)
        self.scene.refuse(refusal)

    def _what(self, wanted: Wanted) -> str:
        title = self.scene.reader.text(TITLES[wanted.form])
        return listing([title, {"en": "English", "zh": "中文"}[wanted.language]])

    def _set(
        self, stage: Stage, headline: str = "", what: str = "", path: str = "",
        pages: tuple[bytes, ...] = (),
    ) -> None:  # fmt: skip
        props = PrintingProps(stage=stage, headline=headline, what=what, path=path, pages=pages)
        if props != self.props:
            self.props = props
            self.changed.emit()


def _language(code: str) -> str:
    return "zh" if code.startswith("zh") else "en"


_UNFIT = re.compile(r"[^A-Za-z0-9-]")


def _file_name(number: str, form: Form, language: str) -> str:
    """An incident that the shared log has not numbered yet is called so."""
    return f"{_UNFIT.sub('', number) or 'incident'}-{form.value}-{language}.pdf"


def _write(path: Path, content: bytes) -> Path:
    """Never over what is there: the next free name."""
    number = 1
    while True:
        tried = path if number == 1 else path.with_stem(f"{path.stem}-{number}")
        try:
            with tried.open("xb") as file:
                file.write(content)
        except FileExistsError:
            number += 1
        else:
            return tried
