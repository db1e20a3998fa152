"""Entry ids: UUIDv7 (RFC 9562) by the shared log's clock, each greater than the one before."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from app.models.entry import to_micros

_VERSION = 7 << 76
_VARIANT = 2 << 62


class Ids:
    """Ready-made generators go by this machine's clock; an id has to say when it was typed."""

    def __init__(self, random_bits: Callable[[int], int] = secrets.randbits) -> None:
        self._random_bits = random_bits
        self._last = 0

    def __call__(self, moment: datetime) -> str:
        milliseconds = to_micros(moment) // 1000
        # The uppermost random bit stays clear: room to count up from a taken number.
        fresh = (
            milliseconds << 80 | _VERSION | self._random_bits(12) << 64
            | _VARIANT | self._random_bits(61)
        )  # fmt: skip
        self._last = fresh if fresh > self._last else self._last + 1
        return str(UUID(int=self._last))
