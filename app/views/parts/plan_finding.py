"""What is meant on the site plan: by a spot, or by a way from what is at hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt

from app.models.facts import Point
from app.presenters.siteplan import ItemSort, PlanItem
from app.views.look import Look
from app.views.parts.plan_labels import Plate, mark_rect
from app.views.parts.plan_scale import PlanScale

SPARE = 6
"""Pixels around a mark that still mean it."""


def key_at(
    at: QPointF, items: Sequence[PlanItem], plates: Sequence[Plate], scale: PlanScale, look: Look
) -> str:
    """Marks before words, words before the zones below; "" for none."""
    spot = at.toPoint()
    for item in items:
        if item.sort is not ItemSort.ZONE:
            rect = mark_rect(item, scale, look).adjusted(-SPARE, -SPARE, SPARE, SPARE)
            if rect.contains(spot):
                return item.key
    plate = next((plate for plate in plates if plate.rect.contains(spot)), None)
    if plate:
        return plate.item.key
    zones = (item for item in reversed(items) if item.sort is ItemSort.ZONE)
    return next((zone.key for zone in zones if _is_in(at, zone, scale)), "")


def next_item(
    items: Sequence[PlanItem], here: PlanItem, across: int, down: int, scale: PlanScale
) -> PlanItem | None:
    """The nearest that way; what lies aside counts twice."""
    start = scale.at(middle_of(here))

    def far(item: PlanItem) -> float:
        way = scale.at(middle_of(item)) - start
        along = way.x() * across + way.y() * down
        aside = abs(way.x() * down) + abs(way.y() * across)
        return along + 2 * aside if along > 1 else float("inf")

    nearest = min(items, key=far)
    return nearest if far(nearest) < float("inf") else None


def middle_of(item: PlanItem) -> Point:
    across, down = zip(*item.points, strict=True)
    return (min(across) + max(across)) // 2, (min(down) + max(down)) // 2


def _is_in(at: QPointF, zone: PlanItem, scale: PlanScale) -> bool:
    return scale.polygon(zone.points).containsPoint(at, Qt.FillRule.OddEvenFill)
