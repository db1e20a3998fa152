"""The wall with a viewer's login on a real PostgreSQL: it sees all, and can write nothing."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from app.models.command import Open
from app.presenters.reader import QtReader
from app.presenters.tick import Tick
from app.presenters.wall import WallPresenter
from app.station.assemble import station_at
from app.station.reading import Reading
from app.station.seed import publish_bundled_plans
from app.station.supervisor import Supervisor
from app.store.connect import connect, log_at
from app.store.postgres import PostgresLog
from app.store.read_only import ReadOnlyLog
from tests.live import do, on_qt, until
from tests.postgres import Database
from tests.relay import relay_to

pytestmark = pytest.mark.postgres


def test_that_a_viewers_login_is_enough_for_the_wall_and_that_it_heals_by_itself(
    qapp: QApplication, tmp_path: Path, postgres_database: Database
) -> None:
    async def scenario() -> None:
        await _publish(postgres_database.url)
        supervisor = Supervisor()
        viewer = postgres_database.url_for("viewer")
        async with (
            station_at(
                postgres_database.url_for("commander"), data=tmp_path / "desk", name="Desk",
                person="Ann", kind="desk", supervisor=supervisor,
            ) as desk,
            station_at(
                viewer, data=tmp_path / "wall", name="Wall", person="Wall", kind="monitor",
                supervisor=supervisor, log=ReadOnlyLog(log_at(viewer)),
            ) as station,
        ):  # fmt: skip
            await desk.settled()
            await station.settled()
            tick = Tick(station.now)
            wall = WallPresenter(Reading(station), tick, QtReader())
            tick.hold()
            stream = (
                await do(desk, None, Open(plan="office-crowd", title="Crowd", place="Gate"))
            ).stream
            await until(lambda: wall.order == (stream,))
            head = wall.incident(stream, names=True).head
            assert head.title == "Crowd"
            await until(lambda: not wall.link.stale)
            loop = asyncio.get_running_loop()
            begun = loop.time()
            await asyncio.to_thread(postgres_database.server.stop, mode="immediate")
            await until(lambda: wall.link.stale)
            assert loop.time() - begun < 5
            await asyncio.to_thread(postgres_database.server.start)
            await until(lambda: not wall.link.stale)
            authors = postgres_database.sql("SELECT DISTINCT recorded_by FROM muster.entries")
            assert "viewer" not in authors
            tick.release()
            wall.close()
        await supervisor.close()

    on_qt(qapp, scenario())


def test_that_a_line_that_falls_silent_shows_within_five_seconds_and_heals_by_itself(
    qapp: QApplication, tmp_path: Path, postgres_database: Database
) -> None:
    """A cable that is pulled: nothing breaks, nothing comes."""

    async def scenario() -> None:
        supervisor = Supervisor()
        server = postgres_database.server
        async with relay_to(server.port) as relay:
            viewer = postgres_database.url_for("viewer").replace(
                f":{server.port}/", f":{relay.port}/"
            )
            async with station_at(
                viewer, data=tmp_path / "wall", name="Wall", person="Wall", kind="monitor",
                supervisor=supervisor, log=ReadOnlyLog(log_at(viewer)),
            ) as station:  # fmt: skip
                await station.settled()
                tick = Tick(station.now)
                wall = WallPresenter(Reading(station), tick, QtReader())
                tick.hold()
                await until(lambda: not wall.link.stale)
                loop = asyncio.get_running_loop()
                relay.stall()
                begun = loop.time()
                await until(lambda: wall.link.stale)
                assert loop.time() - begun < 5
                assert wall.link.title == "NOT LIVE"
                relay.mend()
                await until(lambda: not wall.link.stale)
                tick.release()
                wall.close()
        await supervisor.close()

    on_qt(qapp, scenario())


async def _publish(url: str) -> None:
    log = cast("PostgresLog", await connect(url))
    await publish_bundled_plans(log)
    await log.close()
