"""Two stations on one real log, each with its window: an officer at one, a watcher at the other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import cache
from pathlib import Path

from app.demo import load_story, set_stage
from app.main import Surroundings, Window
from app.station.assemble import station_at
from app.station.seed import publish_bundled_plans
from app.station.supervisor import Supervisor
from app.store.connect import connect
from tests.live import until
from tests.plans.officer import Officer

_story = cache(load_story)

SEATS = (("Back office", "Chen Wei"), ("Desk 1", "Liu Yang"))
"""Station and who sits there: the watcher's, then the officer's, whose window is shown last."""


@asynccontextmanager
async def at_the_window(around: Surroundings, url: str, folder: Path) -> AsyncIterator[Officer]:
    """The log has the example site and every plan that ships."""
    log = await connect(url)
    await set_stage(log, _story("en"))
    await publish_bundled_plans(log)
    await log.close()
    async with AsyncExitStack() as stack:
        supervisor = Supervisor()
        stack.push_async_callback(supervisor.close)
        watcher, window = [
            await _window(stack, around, supervisor, url, folder, *seat) for seat in SEATS
        ]
        officer = Officer(window, watcher, url)
        await officer.comes(officer.view.isActiveWindow, "the window")
        yield officer


async def _window(
    stack: AsyncExitStack, around: Surroundings, supervisor: Supervisor, url: str, folder: Path,
    name: str, person: str,
) -> Window:  # fmt: skip
    station = await stack.enter_async_context(
        station_at(
            url, data=folder / name, name=name, person=person, kind="desk", supervisor=supervisor
        )
    )
    await station.settled()
    await until(lambda: station.site.plans)
    window = Window(around, station, supervisor)
    stack.callback(window.close)
    window.view.resize(1600, 1000)
    window.view.show()
    return window
