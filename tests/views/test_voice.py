"""The voice: the system's own speech is asked, once at a time; without one nothing is held up."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from app.views.voice import Speech, Voice, find_speech

WRITES = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_text('|'.join(sys.argv[2:]))"


def speech(code: str, *more: str, program: str = sys.executable) -> Speech:
    """A program in the place of the system's."""
    return Speech(
        program=program,
        arguments=lambda words, language, volume: [
            "-c", code, *more, words, language, str(volume),
        ],
    )  # fmt: skip


@pytest.fixture
def said(tmp_path: Path) -> Path:
    return tmp_path / "said"


@pytest.fixture
def voice(said: Path, qtbot: QtBot) -> Iterator[Voice]:
    made = Voice(speech(WRITES, str(said)), after=0)
    yield made
    made.close()


def heard(said: Path) -> str:
    return said.read_text() if said.exists() else ""


def test_that_a_cue_is_said_in_its_language_and_as_loud_as_the_sound(
    voice: Voice, said: Path, qtbot: QtBot
) -> None:
    voice.say("有人未按时到位", "zh_CN", 70)
    qtbot.waitUntil(lambda: heard(said) == "有人未按时到位|zh_CN|70")
    assert not voice.is_missing


def test_that_of_two_cues_at_once_the_last_is_said(voice: Voice, said: Path, qtbot: QtBot) -> None:
    voice.say("first", "en", 70)
    voice.say("last", "en", 70)
    qtbot.waitUntil(lambda: heard(said) == "last|en|70")


def test_that_nothing_to_say_says_nothing(voice: Voice, said: Path, qtbot: QtBot) -> None:
    voice.say("", "en", 70)
    voice.say("something", "en", 70)
    qtbot.waitUntil(lambda: heard(said) == "something|en|70")


def test_that_a_voice_that_hangs_holds_up_nothing(
    said: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = f"import sys, time; sys.argv[1] == 'first' and time.sleep(600); {WRITES}"
    voice = Voice(speech(code.replace("sys.argv[1])", f"{str(said)!r})")), after=0)
    voice.say("first", "en", 70)
    qtbot.waitUntil(lambda: is_speaking(voice))
    with monkeypatch.context() as nothing_waits:
        nothing_waits.setattr(QProcess, "waitForFinished", _never)
        voice.say("second", "en", 70)
        qtbot.waitUntil(lambda: bool(heard(said)))
    voice.close()
    assert voice.is_missing


def _never(*_: object) -> bool:
    raise AssertionError("the window waits")


def is_speaking(voice: Voice) -> bool:
    process = voice.findChild(QProcess)
    return isinstance(process, QProcess) and process.state() is QProcess.ProcessState.Running


def test_that_a_voice_that_fails_is_told_of_once_and_tried_again(
    said: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    voice = Voice(speech(f"{WRITES}; raise SystemExit(3)", str(said)), after=0)
    voice.say("first", "en", 70)
    qtbot.waitUntil(lambda: heard(said).startswith("first") and not is_speaking(voice))
    voice.say("second", "en", 70)
    qtbot.waitUntil(lambda: heard(said).startswith("second") and not is_speaking(voice))
    assert len(caplog.records) == 1
    caplog.clear()
    voice.close()


def test_that_a_program_that_is_gone_is_asked_no_more(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    voice = Voice(speech("", program="/no/such/program"), after=0)
    voice.say("first", "en", 70)
    qtbot.waitUntil(lambda: voice.is_missing)
    voice.say("second", "en", 70)
    assert len(caplog.records) == 1
    caplog.clear()
    voice.close()


def test_that_without_a_program_that_speaks_there_is_no_voice() -> None:
    for platform in ("linux", "darwin", "win32", "plan9"):
        assert find_speech(platform, lambda _name: "") is None


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("linux", ["-w", "-l", "zh", "-i", "40", "有任务超时"]),
        ("darwin", ["[[volm 0.70]] 有任务超时"]),
    ],
)
def test_that_the_systems_own_program_is_told_in_its_way(
    platform: str, expected: list[str]
) -> None:
    found = find_speech(platform, lambda name: f"/usr/bin/{name}")
    assert found is not None
    assert found.arguments("有任务超时", "zh_CN", 70) == expected


def test_that_where_speech_dispatcher_is_not_the_plain_one_is_asked() -> None:
    found = find_speech("linux", lambda name: name if name == "espeak-ng" else "")
    assert found is not None
    assert found.arguments("有任务超时", "zh_CN", 70) == ["-v", "cmn", "-a", "70", "有任务超时"]


def test_that_on_windows_no_word_ends_the_string_that_it_stands_in() -> None:
    found = find_speech("win32", lambda name: name)
    assert found is not None
    script = found.arguments("it’s 'late'; Remove-Item x", "en", 70)[-1]
    assert script.endswith("$voice.Speak('its late; Remove-Item x')")
    assert "'en-US'" in script
