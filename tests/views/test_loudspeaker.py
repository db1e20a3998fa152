"""The alarm sounds: each there, each playable, and a machine without sound is no trouble."""

from __future__ import annotations

import shutil
import wave
from collections.abc import Iterator
from pathlib import Path

import miniaudio
import pytest
from pytestqt.qtbot import QtBot

import resources
from app.models.sounding import Sound
from app.views.loudspeaker import RATE, Loudspeaker

FOLDER = Path(resources.__file__).parent / "sounds"


@pytest.fixture
def loudspeaker() -> Iterator[Loudspeaker]:
    made = Loudspeaker(FOLDER, [miniaudio.Backend.NULL])
    yield made
    made.close()


@pytest.mark.parametrize("sound", Sound)
def test_that_every_sound_is_a_short_file_of_its_own(sound: Sound) -> None:
    with wave.open(str(FOLDER / f"{sound.value}.wav")) as file:
        assert file.getframerate() == RATE
        assert 0.1 < file.getnframes() / RATE < 2
    files = {path.read_bytes() for path in FOLDER.glob("*.wav")}
    assert len(files) == len(Sound)


def test_that_sounds_are_played_one_instead_of_the_other(loudspeaker: Loudspeaker) -> None:
    for sound in Sound:
        loudspeaker.play(sound, 50)
    loudspeaker.close()
    assert not loudspeaker.is_missing


def test_that_silence_is_told_once_and_tried_again_with_the_next_sound(
    tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[str] = []
    broken = Loudspeaker(tmp_path, [miniaudio.Backend.NULL])
    broken.silent.connect(told.append)
    broken.play(Sound.TASK, 50)
    broken.play(Sound.TASK, 50)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert broken.is_missing
    shutil.copy(FOLDER / "task.wav", tmp_path)
    broken.play(Sound.TASK, 50)
    qtbot.waitUntil(lambda: len(told) == 2)
    broken.close()
    assert told[0] == "The sounds that ship with Muster cannot be read: install it again"
    assert told[1] == ""
    assert len(caplog.records) == 1
    caplog.clear()


def test_that_what_nobody_expected_is_told_too(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[str] = []
    broken = Loudspeaker(FOLDER, ["no backend"])
    broken.silent.connect(told.append)
    broken.play(Sound.TASK, 50)
    qtbot.waitUntil(lambda: bool(told))
    broken.close()
    caplog.clear()


def test_that_a_machine_without_sound_says_what_to_do_and_not_a_code(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def missing(*_: object, **__: object) -> None:
        raise miniaudio.MiniaudioError("failed to init device", -401)

    monkeypatch.setattr(miniaudio, "PlaybackDevice", missing)
    told: list[str] = []
    silent = Loudspeaker(FOLDER, [miniaudio.Backend.NULL])
    silent.silent.connect(told.append)
    silent.play(Sound.TASK, 50)
    qtbot.waitUntil(lambda: len(told) == 1)
    silent.close()
    assert told[0].startswith("No loudspeaker answers: plug one in")
    assert "-401" not in told[0]
    assert "-401" in caplog.text
