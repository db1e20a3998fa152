"""The loudspeaker of this machine: plays the alarm sounds, or says once that it cannot."""

from __future__ import annotations

import array
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from app.models.sounding import Sound
from app.station.programlog import Logger

if TYPE_CHECKING:
    import miniaudio

RATE = 22_050
BUFFER = 60
"""Milliseconds: soon enough to be of the same moment, long enough not to crackle."""

_log = Logger(__name__)


class Loudspeaker:
    """Opened with the first sound, in a thread of its own: finding a device can take seconds.

    `backends` are miniaudio's; None for whatever the machine has.
    """

    def __init__(self, folder: Path, backends: Sequence[miniaudio.Backend] | None = None) -> None:
        self._folder = folder
        self._backends = backends
        self._device: miniaudio.PlaybackDevice | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="loudspeaker")
        self.is_missing = False

    def play(self, sound: Sound, volume: int) -> None:
        """Instead of what is still heard. `volume` in per cent."""
        self._thread.submit(self._play, sound, volume)

    def close(self) -> None:
        """Ends in the middle of a sound."""
        self._thread.shutdown(cancel_futures=True)
        if self._device is not None:
            self._device.close()

    def _play(self, sound: Sound, volume: int) -> None:
        if self.is_missing:
            return
        import miniaudio

        try:
            file = str(self._folder / f"{sound.value}.wav")
            decoded = miniaudio.decode_file(file, nchannels=1, sample_rate=RATE)
            device = self._open()
            device.stop()
            stream = _stream([sample * volume // 100 for sample in decoded.samples])
            next(stream)
            device.start(stream)
        except (miniaudio.MiniaudioError, OSError) as error:
            self.is_missing = True
            _log.warning("no sound on this machine", error=str(error))

    def _open(self) -> miniaudio.PlaybackDevice:
        import miniaudio

        if self._device is None:
            self._device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16, nchannels=1, sample_rate=RATE,
                buffersize_msec=BUFFER, app_name="Muster",
                backends=list(self._backends) if self._backends is not None else None,
            )  # fmt: skip
        return self._device


def _stream(samples: Sequence[int]) -> Generator[bytes, int, None]:
    """What the device asks for, piece by piece; silence once it is over."""
    wanted, at = (yield b""), 0
    while True:
        piece = array.array("h", samples[at : at + wanted])
        at += wanted
        piece.extend([0] * (wanted - len(piece)))
        wanted = yield piece.tobytes()
