"""The alarm sounds: each there, each playable, and a machine without sound is no trouble."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from pathlib import Path

import miniaudio
import pytest

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


def test_that_a_missing_file_silences_and_breaks_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = Loudspeaker(tmp_path, [miniaudio.Backend.NULL])
    broken.play(Sound.TASK, 50)
    broken.play(Sound.TASK, 50)
    broken.close()
    assert broken.is_missing
