"""Photos and files as shown: what there is, where its bytes are, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication, QLocale, Signal

from app.models import facts as f
from app.models.command import Refusal
from app.models.facts import raw_fact
from app.models.files import FileLine, FileSort, clean_name, files_of, may_be_opened
from app.models.refusals import refuse
from app.models.text import by_number
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.bridge import Offered
from app.presenters.part import Answered, Scene
from app.presenters.roles import Severity
from app.presenters.rows import Row, RowModel
from app.station.files import FileState, Whereabouts

_tr = QCoreApplication.translate


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """What a person chose, pasted or dropped: to be attached once they have said what it shows."""

    name: str
    source: Offered


class FilesProps(msgspec.Struct, frozen=True, kw_only=True):
    count: str = ""
    empty: str = ""


class FilesPresenter(Acting):
    """Rows are named by fingerprint."""

    cells = ("file",)
    keys: ClassVar[Mapping[str, str]] = {"S": "save", "D": "describe"}
    copied = Signal(str)
    """The path of a copy that is to be opened."""
    save_wanted = Signal(str, str)
    """Fingerprint and name: a place for a copy is to be chosen."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.props = FilesProps()
        self.model = RowModel(scene.now, self)
        self._lines: dict[str, FileLine] = {}
        self._is_up = scene.bridge.station.connection.is_up
        self.refresh()

    def refresh(self) -> None:
        self._lines = {line.fact.sha256: line for line in files_of(self.scene.incident)}
        self.model.set_rows([self._row(line) for line in self._lines.values()])
        self._derive()

    def show_moved(self, sha256: str) -> None:
        """More of its bytes have gone or come."""
        line = self._lines.get(sha256)
        if line:
            self.model.replace(self.model.position(sha256), self._row(line))
            self._derive()

    def show_line(self) -> None:
        """What is not here can be had, or no longer."""
        is_up = self.scene.bridge.station.connection.is_up
        if is_up != self._is_up:
            self._is_up = is_up
            self.refresh()

    # What a person can ask for ---------------------------------------------------------------

    def ask_what_it_shows(self, offers: Sequence[Offer]) -> Question:
        """Before `attach`; one or several."""
        text = Field(key="text", label=_tr("Files", "What it shows"))
        return Question(title=_offered(offers), do=_tr("Files", "Attach"), fields=(text,))

    def attach(self, offers: Sequence[Offer], answers: Answers, then: Answered | None) -> None:
        files = [(offer.source, offer.name) for offer in offers]
        self.scene.bridge.attach(self.scene.stream, files, text=answers["text"], then=then)

    def name_of_pasted(self) -> str:
        """For a picture that has no name of its own."""
        now = self.scene.reader.second(self.scene.now).replace(":", "-")
        return _tr("Files", "pasted {time}").format(time=now) + ".png"

    def choices(self, key: str) -> tuple[Choice, ...]:
        if key not in self._lines:
            return ()
        return (
            self._choice("open", _tr("Files", "Open a copy")),
            self._choice("save", _tr("Files", "Save a copy…")),
            self._choice("describe", _tr("Files", "Say what it shows…")),
        )

    def question(self, key: str, action: str) -> Question | None:
        line = self._lines.get(key)
        if action != "describe" or line is None:
            return None
        fields = (
            Field(key="text", label=_tr("Files", "What it shows"), value=line.fact.text),
            Field(key="reason", label=_tr("Files", "Reason"), value=_tr("Files", "described")),
        )
        title = _tr("Files", "What “{name}” shows").format(name=line.fact.name)
        return Question(title=title, do=_tr("Files", "Record"), fields=fields)

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        line = self._lines.get(key)
        match action:
            case "open" if line:
                self._open(line)
            case "save" if line and self._is_here(line):
                self.save_wanted.emit(key, line.fact.name)
            case "describe" if line:
                self._describe(line, answers, then)

    def save(self, sha256: str, target: Path) -> None:
        """A copy where a person wants one."""
        self.scene.bridge.run(self._save(sha256, target))

    def refuse_to_show(self, name: str) -> None:
        """The system has no program for it."""
        self.scene.refuse(refuse("file_no_viewer", name=name))

    def _describe(self, line: FileLine, answers: Answers, then: Answered | None) -> None:
        fact = msgspec.structs.replace(line.fact, text=answers["text"].strip())
        if fact == line.fact:
            self.scene.refuse(refuse("unchanged"), then)
            return
        reason = answers["reason"]
        corrected = f.Corrected(entry=line.entry, reason=reason, fact=raw_fact(fact), at=line.at)
        self.scene.ask(corrected, then)

    def _open(self, line: FileLine) -> None:
        if not may_be_opened(line.fact.name):
            self.scene.refuse(refuse("file_not_opened", name=line.fact.name))
        elif self._is_here(line):
            self.scene.bridge.run(self._copy_to_open(line))

    def _is_here(self, line: FileLine) -> bool:
        files = self.scene.bridge.station.files
        if files.path(line.fact.sha256):
            return True
        files.want(line.fact.sha256)
        self.scene.refuse(refuse("file_away", name=line.fact.name, station=line.station))
        return False

    async def _copy_to_open(self, line: FileLine) -> None:
        files, name = self.scene.bridge.station.files, clean_name(line.fact.name)
        try:
            self.copied.emit(str(await files.copy_to_open(line.fact.sha256, name)))
        except OSError as error:
            self.scene.refuse(_not_saved(name, error))

    async def _save(self, sha256: str, target: Path) -> None:
        try:
            await self.scene.bridge.station.files.copy_to(sha256, target)
        except OSError as error:
            self.scene.refuse(_not_saved(target.name, error))

    # --------------------------------------------------------------------------------------------

    def _row(self, line: FileLine) -> Row:
        fact, where = line.fact, self._where(line)
        said = (
            _whose_turn(where, line.station, is_up=self._is_up),
            fact.name if fact.text else "", self._size(fact.size),
            self.scene.reader.second(line.at), line.station, line.author,
        )  # fmt: skip
        return Row(
            key=fact.sha256,
            title=fact.text or fact.name,
            subtitle=" • ".join(part for part in said if part),
            chip=_state(where),
            chip_severity=_SEVERITY.get(where.state, Severity.PLAIN),
            action="open",
            action_text=_tr("Files", "Open"),
            picture=fact.sha256 if line.sort is FileSort.PICTURE else "",
            sort=_sort(line),
        )

    def _where(self, line: FileLine) -> Whereabouts:
        return self.scene.bridge.station.files.where(line.fact.sha256, line.fact.size)

    def _size(self, size: int) -> str:
        shape = QLocale.DataSizeFormat.DataSizeTraditionalFormat
        return QLocale(self.scene.reader.language).formattedDataSize(size, 1, shape)

    def _derive(self) -> None:
        waiting = sum(
            self._where(line).state in (FileState.WAITING, FileState.SENDING)
            for line in self._lines.values()
        )
        number = len(self._lines)
        files = by_number(number, _tr("Files", "{count} file"), _tr("Files", "{count} files"))
        count = files.format(count=number)
        if waiting:
            count += " • " + _tr("Files", "{count} still to be sent").format(count=waiting)
        empty = _tr(
            "Files", "No photos or files yet. P adds one; pasting and dragging one here works too."
        )
        props = FilesProps(count=count, empty="" if self._lines else empty)
        if props != self.props:
            self.props = props
            self.changed.emit()


def _offered(offers: Sequence[Offer]) -> str:
    if len(offers) > 1:
        return _tr("Files", "Attach {count} files").format(count=len(offers))
    return _tr("Files", "Attach “{name}”").format(name=clean_name(offers[0].name))


_SEVERITY = {
    FileState.WAITING: Severity.WAITING,
    FileState.SENDING: Severity.WAITING,
}


def _state(where: Whereabouts) -> str:
    match where.state:
        case FileState.WAITING:
            return _tr("Files", "waiting to be sent")
        case FileState.SENDING:
            return _tr("Files", "sent {percent} %").format(percent=where.percent)
        case FileState.HERE:
            return _tr("Files", "here")
        case FileState.COMING:
            return _tr("Files", "coming {percent} %").format(percent=where.percent)
        case FileState.PARTLY_SHARED | FileState.AWAY:
            return _tr("Files", "not here yet")


def _whose_turn(where: Whereabouts, station: str, *, is_up: bool) -> str:
    """Where one that is not here is, or why it does not come."""
    if where.state is FileState.PARTLY_SHARED:
        told = _tr("Files", "{station} has sent {percent} %")
        return told.format(station=station, percent=where.percent)
    if where.state is not FileState.AWAY:
        return ""
    if is_up:
        return _tr("Files", "still on {station}").format(station=station)
    return _tr("Files", "no line to the shared log")


def _sort(line: FileLine) -> str:
    """The end of its name, or what kind of thing it is, for where no picture can be shown."""
    ending = line.fact.name.rpartition(".")[2] if "." in line.fact.name else ""
    if 0 < len(ending) <= 5:
        return ending.upper()
    return {
        FileSort.PICTURE: _tr("Files", "photo"),
        FileSort.FILM: _tr("Files", "film"),
        FileSort.SOUND: _tr("Files", "sound"),
        FileSort.FILE: _tr("Files", "file"),
    }[line.sort]


def _not_saved(name: str, error: OSError) -> Refusal:
    return refuse("file_not_saved", name=name, why=error.strerror or str(error))
