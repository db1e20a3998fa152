"""Response levels: IV is the lowest, I the highest (突发事件应对法, 2024, Art. 72)."""

from __future__ import annotations

from enum import IntEnum


class Level(IntEnum):
    """Ordered by severity, so that `max()` and `<` mean what they say."""

    IV = 1
    III = 2
    II = 3
    I = 4  # noqa: E741  the roman numeral is the name

    @property
    def numeral(self) -> str:
        return self.name
