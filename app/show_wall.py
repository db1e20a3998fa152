"""`muster wall`: a station that only looks, on every screen that is set to show something."""

from __future__ import annotations

import asyncio
import platform
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

import msgspec

from app.main import IMPOSSIBLE, WELL, Surroundings, run_in_qt, wall_settings
from app.presenters.faults import Faults
from app.presenters.tick import Tick
from app.presenters.wall_settings import OFF, WallSettings
from app.station.assemble import station_at
from app.station.places import places
from app.station.programlog import start_program_log
from app.station.reading import Reading
from app.station.settings import SettingsFile
from app.station.supervisor import Supervisor
from app.station.wall_screen import Arrangement, WallPart, WallScreen
from app.store.connect import log_at
from app.store.log import LogError
from app.store.read_only import ReadOnlyLog
from app.views.wall.screens import Place, Screens
from app.wall import Wall


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line says; None leaves as it is what was set before.

    `screens` are numbers from 1, or names; none: all of them.
    """

    screens: tuple[str, ...] = ()
    show: str | None = None
    incident: str | None = None
    parts: tuple[WallPart, ...] | None = None
    names: bool | None = None
    turn: int | None = None
    inches: int | None = None
    language: str | None = None


def read_parts(words: str | None) -> tuple[WallPart, ...] | None:
    """ "roster,latest"; raises `ValueError` with what there is."""
    if words is None:
        return None
    named = {word.strip() for word in words.split(",") if word.strip()}
    if unknown := named - {part.value for part in WallPart}:
        known = ", ".join(part.value for part in WallPart)
        raise ValueError(f"There is no part {', '.join(sorted(unknown))}. There are: {known}.")
    return tuple(part for part in WallPart if part.value in named)


def run_wall(*, db: str | None, data: Path | None, wanted: Wanted, only_list: bool) -> int:
    here = places(data)
    try:
        here.data.mkdir(parents=True, exist_ok=True)
        start_program_log(here.logs)
        around = Surroundings(SettingsFile(here.settings), Faults())
        if wanted.language:
            around.use_language(wanted.language)
        screens, settings = Screens(around.app), wall_settings(around.settings)
        chosen = _chosen(screens.all(), wanted.screens)
        if chosen is None:
            return IMPOSSIBLE
        for place in chosen:
            settings.set(place.name, _set_to(settings.of(place.name), wanted))
        if only_list:
            return _list(screens, settings)
        if chosen and not any(settings.of(place.name).on for place in chosen):
            return _nothing(chosen)
        url = db or around.settings.settings.log_url or here.log_url
        # A folder of its own: what a desk of this machine left unsent is not the wall's to send.
        only = frozenset(place.name for place in chosen) if wanted.screens else frozenset()
        work = _wall(around, url, here.data / "wall", screens, settings, only)
        return run_in_qt(work, around.app)
    except (LogError, OSError, sqlite3.Error) as error:
        print(error, file=sys.stderr)
        return IMPOSSIBLE


async def _wall(
    around: Surroundings, url: str, folder: Path, screens: Screens, settings: WallSettings,
    only: frozenset[str],
) -> int:  # fmt: skip
    around.faults.install(asyncio.get_running_loop())
    name = around.settings.settings.station or platform.node() or "wall"
    try:
        async with AsyncExitStack() as stack:
            supervisor = Supervisor(lambda where, error: around.faults.report(error, where))
            stack.push_async_callback(supervisor.close)
            station = await stack.enter_async_context(
                station_at(
                    url, data=folder, name=name, person=name, kind="monitor",
                    supervisor=supervisor, log=ReadOnlyLog(log_at(url, make=False)),
                )
            )  # fmt: skip
            wall = Wall(Reading(station), Tick(station.now), around.reader, around.language,
                        around.look, screens, settings)  # fmt: skip
            stack.callback(wall.close)
            left = asyncio.Event()
            wall.left.connect(left.set)
            wall.open(only)
            await left.wait()
    finally:
        around.faults.uninstall()
    return WELL


def _chosen(places: Sequence[Place], wanted: tuple[str, ...]) -> list[Place] | None:
    """Those named, by number or name; None if there is no such screen, which is then said."""
    if not wanted:
        return list(places)
    found = []
    for word in wanted:
        by_number = {str(nth): place for nth, place in enumerate(places, 1)}
        by_name = {place.name: place for place in places}
        place = by_number.get(word) or by_name.get(word)
        if place is None:
            known = ", ".join(f"{nth} {name}" for nth, name in enumerate(by_name, 1))
            print(f"There is no screen {word}. There are: {known}.", file=sys.stderr)
            return None
        found.append(place)
    return found


def _nothing(dark: Sequence[Place]) -> int:
    """A wall that nobody sees would run until the machine is switched off."""
    names = ", ".join(place.name for place in dark)
    print(f"Nothing is to be shown on {names}. Choose with --show turn, one or mosaic.",
          file=sys.stderr)  # fmt: skip
    return IMPOSSIBLE


def _set_to(now: WallScreen, wanted: Wanted) -> WallScreen:
    given = {"incident": wanted.incident, "parts": wanted.parts, "names": wanted.names,
             "turn": wanted.turn, "inches": wanted.inches}  # fmt: skip
    changed = msgspec.structs.replace(
        now, **{key: value for key, value in given.items() if value is not None}
    )
    if wanted.show == OFF:
        return msgspec.structs.replace(changed, on=False)
    if wanted.show is not None or wanted.screens:
        arrangement = Arrangement(wanted.show) if wanted.show else now.arrangement
        return msgspec.structs.replace(changed, on=True, arrangement=arrangement)
    return changed


def _list(screens: Screens, settings: WallSettings) -> int:
    for nth, place in enumerate(screens.all(), 1):
        now, area, size = settings.of(place.name), place.area, place.size_mm
        shows = now.arrangement.value if now.on else OFF
        names = "staff named" if now.names else "staff not named"
        measures = f"{size.width():.0f} × {size.height():.0f} mm"
        if now.inches:
            measures = f"{now.inches} inches"
        told = f"{area.width()} × {area.height()}, {measures}"
        print(f"{nth}  {place.name}  {told}: {shows}; {','.join(now.parts)}; {names}")
    return WELL
