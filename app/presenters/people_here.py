"""Who may have phoned or decided: whoever sits at this station, then the staff on site."""

from __future__ import annotations

from app.models.call_outs import CallOutState
from app.presenters.part import Scene


def people_here(scene: Scene) -> tuple[tuple[str, str], ...]:
    """By name, which is what is recorded, both as key and as words."""
    here = (
        each.name
        for each in scene.incident.call_outs.values()
        if each.state is CallOutState.ARRIVED and each.name
    )
    names = dict.fromkeys([scene.bridge.station.person, *here])
    return tuple((name, name) for name in names)
