"""The voice of this machine: says short cues with the system's own speech, where there is one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final, TypeAlias

import msgspec
from PySide6.QtCore import QObject, QProcess, QStandardPaths, QTimer

from app.station.programlog import Logger

AFTER: Final = 1_300
"""Milliseconds from the beginning of a sound, which is over then."""

Arguments: TypeAlias = Callable[[str, str, int], list[str]]
"""Of the words, their language as Qt names it, and the volume in per cent."""

_log = Logger(__name__)


class Speech(msgspec.Struct, frozen=True, kw_only=True):
    """A program that says what it is given, and how it is told."""

    program: str
    arguments: Arguments


def find_speech(
    platform: str = sys.platform, find: Callable[[str], str] = QStandardPaths.findExecutable
) -> Speech | None:
    """None where nothing speaks."""
    for name, arguments in _SPEAKING.get(platform, ()):
        program = find(name)
        if program:
            return Speech(program=program, arguments=arguments)
    return None


class Voice(QObject):
    """A program of its own each time: whatever goes wrong in it, or hangs, holds up nothing."""

    def __init__(self, speech: Speech | None, *, after: int = AFTER) -> None:
        super().__init__()
        self._speech = speech
        self._wanted: list[str] = []
        self._told = False
        self._process = QProcess(self)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)
        self._waits = QTimer(self)
        self._waits.setSingleShot(True)
        self._waits.setInterval(after)
        self._waits.timeout.connect(self._speak)

    @property
    def is_missing(self) -> bool:
        return self._speech is None

    def say(self, words: str, language: str, volume: int) -> None:
        """Instead of what is still said. `volume` in per cent."""
        if self._speech is not None and words:
            self._wanted = self._speech.arguments(words, language, volume)
            self._waits.start()

    def close(self) -> None:
        """Ends in the middle of a word."""
        self._speech = None
        self._waits.stop()
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(1_000)

    def _speak(self) -> None:
        """At once, or as soon as what is still said has been ended."""
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
        elif self._speech is not None and self._wanted:
            wanted, self._wanted = self._wanted, []
            self._process.start(self._speech.program, wanted)

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        """It is tried again with the next cue: a loudspeaker may be plugged in later."""
        if status is QProcess.ExitStatus.NormalExit and code:
            self._tell(f"exit code {code}")
        if not self._waits.isActive():
            self._speak()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._tell(self._process.errorString())
            self._speech = None

    def _tell(self, why: str) -> None:
        """Once, into the program's own log."""
        if not self._told:
            self._told = True
            _log.warning("the voice of this machine says nothing", error=why)


def _speech_dispatcher(words: str, language: str, volume: int) -> list[str]:
    return ["-w", "-l", language[:2], "-i", str(volume * 2 - 100), words]


def _espeak(words: str, language: str, volume: int) -> list[str]:
    return ["-v", "cmn" if language.startswith("zh") else "en", "-a", str(volume), words]


def _macos(words: str, language: str, volume: int) -> list[str]:
    """In the voice that the person chose for the system."""
    del language
    return [f"[[volm {volume / 100:.2f}]] {words}"]


_QUOTES: Final = str.maketrans(dict.fromkeys("'‘’\u201a\u201b"))
"""All of them end a string in PowerShell."""


def _windows(words: str, language: str, volume: int) -> list[str]:
    culture = "zh-CN" if language.startswith("zh") else "en-US"
    script = (
        "Add-Type -AssemblyName System.Speech; "
        "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
        f"$voice.Volume = {volume}; "
        f"try {{ $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, '{culture}') }} catch {{ }}; "
        f"$voice.Speak('{words.translate(_QUOTES)}')"
    )
    return ["-NoProfile", "-NonInteractive", "-Command", script]


_SPEAKING: Final[dict[str, tuple[tuple[str, Arguments], ...]]] = {
    "linux": (("spd-say", _speech_dispatcher), ("espeak-ng", _espeak)),
    "darwin": (("say", _macos),),
    "win32": (("powershell", _windows),),
}
