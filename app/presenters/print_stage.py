"""One print at a time: asked before, perhaps looked at, cancelled in time, laid in a folder."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from enum import Enum
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec
from PySide6.QtCore import QCoreApplication, QStandardPaths

from app.models.command import Refusal
from app.models.prints import NotPressedError, PaperLanguage
from app.models.refusals import refuse
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field
from app.presenters.part import Answered, Scene
from app.presenters.words import listing
from app.station.changed import Done
from app.store.disk import Laid
from app.store.outbox import NotKept

_tr = QCoreApplication.translate

PRINT, LOOK = "print", "look"


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What was answered: it is printed so, also after a look at the pages."""

    language: PaperLanguage
    folder: Path

    @property
    def is_private(self) -> bool:
        """Whether personal details stand in it: then only who prints can read the file."""
        return False


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


W = TypeVar("W", bound=Wanted)
M = TypeVar("M")
"""What is made: a file, with what has to be entered before anybody gets it."""


class PrintStage(Acting, Generic[W, M]):
    """What was last chosen is proposed again."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.props = PrintingProps()
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = Path(QStandardPaths.writableLocation(documents))
        self._looks_first = False
        self._wanted: W | None = None
        self._turn = 0
        """Counts the prints: one that was cancelled, or let go, no longer changes anything."""
        self._entering = False
        """It is being entered: too late to cancel, or the log would say what is not so."""

    def refresh(self) -> None:
        """What is said of a print stays in the language in which it was asked for."""

    def choices(self, key: str) -> tuple[Choice, ...]:
        del key
        if not self.can_print or self.props.stage is Stage.WORKING:
            return ()
        return (Choice(action=PRINT, text=_tr("Printing", "Print…"), key="Ctrl+P"),)

    # What each print has of its own --------------------------------------------------------------

    @property
    def can_print(self) -> bool:
        raise NotImplementedError

    def wanted(self, answers: Answers, folder: Path) -> W:
        raise NotImplementedError

    def title_of(self, wanted: W) -> str:
        raise NotImplementedError

    def name_of(self, wanted: W) -> str:
        """Of the file."""
        raise NotImplementedError

    async def make(self, wanted: W) -> M:
        """Raises `NotPressedError`."""
        raise NotImplementedError

    async def make_pages(self, wanted: W) -> list[bytes]:
        """Raises `NotPressedError`."""
        raise NotImplementedError

    def hold(self) -> Callable[[], None]:
        """Of what it needs, nothing is let go before what this answers is called."""
        return lambda: None

    def file_of(self, made: M) -> bytes:
        raise NotImplementedError

    async def enter(self, made: M) -> Refusal | None:
        """Before anybody gets the file."""
        raise NotImplementedError

    # What all have -------------------------------------------------------------------------------

    def fields(self) -> tuple[Field, Field, Field]:
        """Language, folder, and whether one looks before."""
        languages = (("en", "English"), ("zh", "中文"))
        look = _tr("Printing", "look at the pages")
        chinese = self.scene.reader.language.startswith("zh")
        return (
            Field(key="language", label=_tr("Printing", "Language"), options=languages,
                  value="zh" if chinese else "en"),
            Field(key="folder", label=_tr("Printing", "Folder"), value=str(self._folder),
                  wide=True),
            Field(key=LOOK, label=_tr("Printing", "Before"), many=True, options=((LOOK, look),),
                  value=LOOK if self._looks_first else ""),
        )  # fmt: skip

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        del key
        if action != PRINT or not self.can_print:
            return
        folder = Path(answers["folder"].strip()).expanduser()
        if not folder.is_dir():
            self.scene.refuse(refuse("no_folder", folder=str(folder)), then)
            return
        self._folder, self._looks_first = folder, answers.get(LOOK, "") == LOOK
        wanted = self.wanted(answers, folder)
        if then:
            then(Done(stream=self.scene.stream, entries=()))
        self._begin(wanted, self._look if self._looks_first else self._print)

    def confirm(self) -> None:
        """The pages are as they should be: print them, as all is now."""
        if self.props.stage is Stage.PREVIEW and self._wanted is not None:
            self._begin(self._wanted, self._print)

    def cancel(self) -> None:
        """Nothing is entered, no file is left; also puts away the pages, or what is said of the
        last print. What is being entered already is printed."""
        if self._entering:
            return
        self._turn += 1
        self._set(Stage.IDLE)

    def _begin(self, wanted: W, work: Callable[[int, W], Coroutine[Any, Any, None]]) -> None:
        if not self.can_print:
            return
        self._wanted = wanted
        self._turn += 1
        self._set(Stage.WORKING, _tr("Printing", "Printing"), self._what(wanted))
        self.scene.bridge.run(self._guarded(self._turn, work(self._turn, wanted)))

    async def _guarded(self, turn: int, work: Coroutine[Any, Any, None]) -> None:
        """Whatever goes wrong is reported above us, and one can print again."""
        leave = self.hold()
        try:
            await work
        finally:
            leave()
            self._entering = False
            if turn == self._turn and self.props.stage is Stage.WORKING:
                self._set(Stage.IDLE)

    async def _look(self, turn: int, wanted: W) -> None:
        """Nothing is entered: a page that was looked at is no print."""
        try:
            pages = await self.make_pages(wanted)
        except NotPressedError as error:
            self._give_up(turn, error.refusal)
            return
        if turn == self._turn:
            title = _tr("Printing", "Not printed yet")
            self._set(Stage.PREVIEW, title, self._what(wanted), pages=tuple(pages))

    async def _print(self, turn: int, wanted: W) -> None:
        """The whole file lies there before it is entered, and gets its name after."""
        what, name = self.props.what, self.name_of(wanted)
        try:
            made = await self.make(wanted)
            laid = await asyncio.to_thread(
                Laid, wanted.folder, self.file_of(made), private=wanted.is_private
            )
        except NotPressedError as error:
            self._give_up(turn, error.refusal)
            return
        except OSError as error:
            self._not_saved(turn, name, error)
            return
        try:
            if turn != self._turn:
                return
            self._entering = True
            refused = await self._entered(made)
            if refused is not None:
                self._give_up(turn, refused)
                return
            path = await asyncio.to_thread(laid.put_beside, wanted.folder / name)
        except OSError as error:
            self._not_saved(turn, name, error)
            return
        finally:
            laid.drop()
        self._set(Stage.DONE, _tr("Printing", "Printed"), what, str(path))

    async def _entered(self, made: M) -> Refusal | None:
        try:
            return await self.enter(made)
        except NotKept as error:
            return Refusal(code="not_kept", why=error.why)

    def _not_saved(self, turn: int, name: str, error: OSError) -> None:
        self._give_up(turn, refuse("file_not_saved", name=name, why=error.strerror or str(error)))

    def _give_up(self, turn: int, refusal: Refusal) -> None:
        if turn == self._turn:
            self._set(Stage.IDLE)
        self.scene.refuse(refusal)

    def _what(self, wanted: W) -> str:
        language = {"en": "English", "zh": "中文"}[wanted.language]
        return listing([self.title_of(wanted), language])

    def _set(
        self, stage: Stage, headline: str = "", what: str = "", path: str = "",
        pages: tuple[bytes, ...] = (),
    ) -> None:  # fmt: skip
        props = PrintingProps(stage=stage, headline=headline, what=what, path=path, pages=pages)
        if props != self.props:
            self.props = props
            self.changed.emit()
