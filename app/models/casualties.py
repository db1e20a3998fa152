"""How many people are how badly hurt, zone by zone: numbers, never names."""

from __future__ import annotations

from datetime import datetime

from app.models import facts as f
from app.models.entry import Entry
from app.models.rules import stepwise
from app.models.value import Value


class Casualties(Value, frozen=True, kw_only=True):
    """The last count of one zone; `counted_at` is None before the first."""

    unhurt: int = 0
    slightly: int = 0
    badly: int = 0
    counted_at: datetime | None = None
    counted_by: str = ""

    @property
    def hurt(self) -> int:
        return self.slightly + self.badly


def _counted(value: Casualties, fact: f.PeopleCounted, entry: Entry) -> Casualties:
    """What no one can have counted counts as nobody."""
    return Casualties(
        unhurt=max(fact.unhurt, 0), slightly=max(fact.slightly, 0), badly=max(fact.badly, 0),
        counted_at=entry.at, counted_by=entry.author, odd=value.odd,
    )  # fmt: skip


CASUALTIES = stepwise(Casualties(), {f.PeopleCounted: _counted}, subject="zone")
