"""One real database at a time, and any number of station processes on it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.models import facts as f
from app.models.entry import SITE, Entry, Stored, to_wire
from app.models.plan import reference
from app.models.planfile import read_plan
from app.station.ids import Ids
from app.store.connect import connect
from tests.models.plans import SMALL
from tests.postgres import Database
from tests.relay import Relay, relay_to
from tests.stations.process import StationProcess


class Place:
    """Where the shared log of a test is."""

    def __init__(self, url: str) -> None:
        self.url = url

    def execute(self, sql: str) -> None:
        """Change the log from behind."""
        raise NotImplementedError

    async def prepare(self) -> None:
        """A plan and three people."""
        log = await connect(self.url)
        now, new_id = await log.clock(), Ids()
        plan = read_plan(SMALL, file="small.yaml").value
        assert plan is not None
        facts: list[f.KnownFact] = [
            f.PlanPublished(ref=reference(plan), document=plan),
            *(f.PersonSet(person=f"p{n}", name=f"Person {n}", group="order") for n in range(3)),
        ]
        entries = [
            Entry(id=new_id(now), stream=SITE, at=now, author="Test", station="Test", fact=fact)
            for fact in facts
        ]
        await log.append([to_wire(entry) for entry in entries], year=now.year)
        await log.close()

    async def entries(self, stream: str) -> list[Stored]:
        log = await connect(self.url)
        try:
            return await log.read(stream)
        finally:
            await log.close()


class SqlitePlace(Place):
    def __init__(self, path: Path) -> None:
        super().__init__(f"sqlite:///{path.as_posix()}")
        self.path = path

    def execute(self, sql: str) -> None:
        connection = sqlite3.connect(self.path, timeout=10.0)
        try:
            with connection:
                connection.executescript(sql)
        finally:
            connection.close()

    def copy(self, to: Path) -> None:
        source, target = sqlite3.connect(self.path), sqlite3.connect(to)
        source.backup(target)
        source.close()
        target.close()

    def put_back(self, copy: Path) -> None:
        """With no station running."""
        for tail in ("-wal", "-shm"):
            Path(f"{self.path}{tail}").unlink(missing_ok=True)
        shutil.copy(copy, self.path)


class PostgresPlace(Place):
    def __init__(self, database: Database) -> None:
        super().__init__(database.url_for("admin"))
        self.database = database

    def execute(self, sql: str) -> None:
        self.database.sql("SET search_path = muster; " + sql)

    def through(self, relay: Relay) -> str:
        return self.url.replace(f":{self.database.server.port}/", f":{relay.port}/")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def bare_place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    if request.param == "sqlite":
        return SqlitePlace(tmp_path / "muster.sqlite")
    return PostgresPlace(request.getfixturevalue("postgres_database"))


@pytest.fixture
async def place(bare_place: Place) -> Place:
    await bare_place.prepare()
    return bare_place


@pytest.fixture
async def sqlite(tmp_path: Path) -> SqlitePlace:
    place = SqlitePlace(tmp_path / "muster.sqlite")
    await place.prepare()
    return place


@pytest.fixture
async def postgres(postgres_database: Database) -> PostgresPlace:
    place = PostgresPlace(postgres_database)
    await place.prepare()
    return place


@pytest.fixture
async def relay(postgres: PostgresPlace) -> AsyncIterator[Relay]:
    async with relay_to(postgres.database.server.port) as relay:
        yield relay


class Stations:
    """Starts processes; all end with the test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running: list[StationProcess] = []

    async def begin(self, url: str, name: str, *, data: str = "") -> StationProcess:
        """Not ready yet. One of the same name has the same folder, unless `data` names it."""
        station = StationProcess(url, self._folder / (data or name), name)
        await station.start()
        self._running.append(station)
        return station

    async def start(self, url: str, name: str, *, data: str = "") -> StationProcess:
        station = await self.begin(url, name, data=data)
        await station.ready()
        return station

    async def close(self) -> None:
        for station in self._running:
            await station.close()


@pytest.fixture
async def stations(tmp_path: Path) -> AsyncIterator[Stations]:
    stations = Stations(tmp_path)
    yield stations
    await stations.close()
