"""The loudspeaker of this machine: plays the alarm sounds, or says that it cannot."""

from __future__ import annotations

import array
from collections.abc import Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.models.sounding import Sound
from app.station.programlog import Logger

if TYPE_CHECKING:
    import miniaudio

RATE = 22_050
BUFFER = 60
"""Milliseconds: soon enough to be of the same moment, long enough not to crackle."""

_log = Logger(__name__)


class Loudspeaker(QObject):
    """Opened with the first sound, in a thread of its own: finding a device can take seconds.

    Where a sound fails, the next opens it anew: another one may have been plugged in.
    `backends` are miniaudio's; None for whatever the machine has.
    """

    silent = Signal(str)
    """Why nothing is heard from now on; empty once it is again."""

    def __init__(self, folder: Path, backends: Sequence[miniaudio.Backend] | None = None) -> None:
        super().__init__()
        self._folder = folder
        self._backends = backends
        self._device: miniaudio.PlaybackDevice | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="loudspeaker")
        self.is_missing = False

    def play(self, sound: Sound, volume: int) -> None:
        """Instead of what is still heard. `volume` in per cent."""
        self._thread.submit(self._play, sound, volume).add_done_callback(self._tell)

    def close(self) -> None:
        """Ends in the middle of a sound."""
        self._thread.shutdown(cancel_futures=True)
        if self._device is not None:
            self._device.close()

    def _play(self, sound: Sound, volume: int) -> None:
        import miniaudio

        file = str(self._folder / f"{sound.value}.wav")
        decoded = miniaudio.decode_file(file, nchannels=1, sample_rate=RATE)
        device = self._open()
        device.stop()
        stream = _stream([sample * volume // 100 for sample in decoded.samples])
        next(stream)
        device.start(stream)

    def _tell(self, played: Future[None]) -> None:
        """Whatever went wrong, once; what the device was is no use any more."""
        if played.cancelled():
            return
        error, was_missing = played.exception(), self.is_missing
        self.is_missing = error is not None
        if error is not None and not was_missing:
            _log.warning("no sound on this machine", exc_info=error)
        if self.is_missing is not was_missing:
            self.silent.emit("" if error is None else self._why(error))
        if error is not None and self._device is not None:
            device, self._device = self._device, None
            device.close()

    def _why(self, error: BaseException) -> str:
        """In words that say what to do; the program's log has the rest."""
        import miniaudio

        if isinstance(error, miniaudio.MiniaudioError):
            return self.tr(
                "No loudspeaker answers: plug one in, or choose one in the system's sound settings"
            )
        return self.tr("The sounds that ship with Muster cannot be read: install it again")

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
