"""Receptions and follow-ups in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from app.models.tellings.common import (
    Teller,
)

TELLERS: Mapping[type, Teller] = {
}  # fmt: skip
