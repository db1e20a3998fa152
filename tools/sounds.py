"""Makes the alarm sounds: short chords that differ in pitch, number and rhythm.

`python tools/sounds.py` writes them into `resources/sounds`. Pitches lie between 500 and 1,500 Hz,
where people of every age hear well; after ISO 7731 a pattern tells the causes apart, not loudness.
"""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

RATE = 22_050
FOLDER = Path(__file__).parent.parent / "resources" / "sounds"

Note = tuple[float, float, float]
"""Pitch in Hz (0: silence), length in seconds, loudness from 0 to 1."""

SOUNDS: dict[str, tuple[Note, ...]] = {
    "roll_call": ((1320, 0.16, 0.9), (880, 0.16, 0.9)) * 3,
    "call_out": ((988, 0.18, 0.9), (0, 0.06, 0), (988, 0.18, 0.9), (0, 0.06, 0), (1319, 0.3, 0.9)),
    "message": ((784, 0.12, 0.8), (587, 0.34, 0.8)),
    "notification": ((659, 0.16, 0.7), (784, 0.16, 0.7), (988, 0.22, 0.7)),
    "task": ((784, 0.18, 0.6), (0, 0.08, 0), (784, 0.18, 0.6)),
    "proposal": ((523, 0.14, 0.6), (659, 0.14, 0.6), (523, 0.2, 0.6)),
    "soon": ((880, 0.12, 0.25),),
}


def samples(note: Note) -> list[int]:
    """One note with its octave, faded in and out so that it does not click."""
    pitch, length, loud = note
    count = int(length * RATE)
    fade = RATE // 100
    found = []
    for at in range(count):
        angle = 2 * math.pi * pitch * at / RATE
        tone = 0.8 * math.sin(angle) + 0.2 * math.sin(2 * angle)
        ends = min(1.0, at / fade, (count - at) / fade)
        found.append(round(32_000 * loud * tone * ends))
    return found


def write(name: str, notes: tuple[Note, ...]) -> None:
    whole = [sample for note in notes for sample in samples(note)]
    with wave.open(str(FOLDER / f"{name}.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(whole)}h", *whole))


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, notes in SOUNDS.items():
        write(name, notes)
