"""What is particular to the shared log in a SQLite file."""

# ruff: noqa: ASYNC240  files are what is tested here, and nothing else runs meanwhile

from __future__ import annotations

import asyncio
import multiprocessing
import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AsyncExitStack, aclosing, closing
from pathlib import Path

import pytest

from app.record.verify import verify_log
from app.store import migrate, sqlite_file, sqlite_thread, version
from app.store.log import LogAway, LogError, LogOutdated, LogUnusable, Moved
from app.store.sqlite import SqliteLog
from app.store.sqlite_file import network_mount
from tests.store.conftest import opened
from tests.store.entries import YEAR, note
from tests.store.test_conformance import at_least, until


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.db"


async def refusal(path: Path) -> LogError:
    with pytest.raises(LogError) as refused:
        await SqliteLog(path).open()
    return refused.value


# Who may read it ---------------------------------------------------------------------------------


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
async def test_that_nobody_else_on_the_machine_reads_it(path: Path) -> None:
    """Addresses with their tokens and visitors' names are in the file, and beside it."""
    async with opened(SqliteLog(path)) as log:
        await log.append([note()], year=YEAR)
        files = [each for each in path.parent.iterdir() if each.name.startswith(path.name)]
        assert {each.name for each in files} >= {path.name, path.name + "-wal"}
        assert {_mode(each) for each in files if each.is_file()} == {0o600}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
async def test_that_nobody_else_reads_the_copy_while_it_is_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(SqliteLog(path)):
        pass
    modes: list[int] = []
    connect = sqlite3.connect

    def watched(place: Path) -> sqlite3.Connection:
        connection = connect(place)
        modes.append(_mode(place))
        return connection

    monkeypatch.setattr(sqlite3, "connect", watched)
    copy = migrate.back_up_sqlite(path, revision="0001")
    assert (modes, _mode(copy)) == ([0o600, 0o600], 0o600)


# Files that cannot be used -----------------------------------------------------------------------


async def test_that_a_file_that_is_no_database_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("Shopping list: milk, bread, and everything else one needs\n" * 50)
    error = await refusal(path)
    assert isinstance(error, LogUnusable)
    assert "is not a database" in str(error)
    assert path.read_text().startswith("Shopping list")


async def test_that_the_database_of_another_program_is_refused_and_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    before = path.read_bytes()
    error = await refusal(path)
    assert isinstance(error, LogUnusable)
    assert "not a Muster database" in str(error)
    assert path.read_bytes() == before


async def test_that_a_folder_in_the_place_of_the_file_is_refused(path: Path) -> None:
    path.mkdir()
    assert isinstance(await refusal(path), LogUnusable)


async def test_that_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    error = await refusal(tmp_path / "missing" / "log.db")
    assert isinstance(error, LogUnusable)
    assert str(tmp_path / "missing") in str(error)


async def test_that_who_only_looks_makes_no_file_and_finds_it_once_it_is_there(path: Path) -> None:
    looking = SqliteLog(path, make=False)
    with pytest.raises(LogUnusable, match="no Muster log"):
        await looking.open()
    assert not list(path.parent.iterdir())
    async with opened(SqliteLog(path)):
        await looking.open()
        await looking.close()


async def test_that_who_only_looks_brings_no_file_up_to_date(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(SqliteLog(path)):
        pass
    monkeypatch.setattr(sqlite_file, "REVISION", "9999")
    monkeypatch.setattr(version, "REVISION", "9999")
    with pytest.raises(LogOutdated):
        await SqliteLog(path, make=False).open()
    assert not list(path.parent.glob("*.backup"))


async def test_that_a_damaged_file_is_told_as_such(path: Path) -> None:
    async with opened(SqliteLog(path)) as log:
        await log.append([note("x" * 500) for _ in range(200)], year=YEAR)
    content = bytearray(path.read_bytes())
    content[8192:-4096] = os.urandom(len(content) - 8192 - 4096)
    path.write_bytes(content)
    with pytest.raises(LogUnusable, match="damaged"):
        async with opened(SqliteLog(path)) as log:
            await log.links()


def _open_as_nobody(path: Path, answer: multiprocessing.Queue[str]) -> None:
    if os.geteuid() == 0:  # for whom nothing is read-only
        os.setuid(65534)
    try:
        sqlite_file.open_file(path).close()
    except LogUnusable as error:
        answer.put(str(error))


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A folder in which nobody but its owner may write."""
    folder = Path(tempfile.mkdtemp(prefix="muster-read-only-"))
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such folders")
def test_that_a_read_only_folder_is_refused(closed_folder: Path) -> None:
    forked = multiprocessing.get_context("fork")
    answer = forked.Queue()
    child = forked.Process(target=_open_as_nobody, args=(closed_folder / "log.db", answer))
    child.start()
    said = answer.get(timeout=10)
    child.join()
    assert "read-only" in said
    assert str(closed_folder) in said


MOUNTS = """\
/dev/vda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/export /mnt/team nfs4 rw,vers=4.2 0 0
//files/share /mnt/my\\040share cifs rw 0 0
li@host:/home /home/li/remote fuse.sshfs rw 0 0
/dev/sdb1 /mnt/team/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "drive"),
    [
        ("/home/li/log.db", ""),
        ("/mnt/team/log.db", "nfs4"),
        ("/mnt/team/deep/er/log.db", "nfs4"),
        ("/mnt/team/local/log.db", ""),
        ("/mnt/teamwork/log.db", ""),
        ("/mnt/my share/log.db", "cifs"),
        ("/home/li/remote/log.db", "fuse.sshfs"),
    ],
)
def test_that_a_network_drive_is_known_by_its_mount(place: str, drive: str) -> None:
    assert network_mount(Path(place), MOUNTS) == drive


async def test_that_a_network_drive_is_refused_with_the_reason(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_file, "network_drive", lambda _: "nfs4")
    error = await refusal(path)
    assert isinstance(error, LogUnusable)
    assert "nfs4" in str(error)
    assert "file locks" in str(error)
    assert not path.exists()


async def test_that_a_full_disk_means_away_and_loses_nothing(path: Path) -> None:
    async with opened(log := SqliteLog(path)):
        await log.append([note()], year=YEAR)
        await log._thread.ask(lambda c: c.execute("PRAGMA max_page_count = 1").fetchall())
        with pytest.raises(LogAway, match="full"):
            await log.append([note("x" * 100_000)], year=YEAR)
        assert len(await log.read("one")) == 1


# Schemas -----------------------------------------------------------------------------------------


def test_that_the_program_knows_the_newest_migration() -> None:
    versions = migrate.SCRIPTS / "versions"
    assert max(path.name[1:5] for path in versions.glob("r*.py")) == version.REVISION


async def test_that_an_empty_file_becomes_a_log(path: Path) -> None:
    path.touch()
    async with opened(SqliteLog(path)) as log:
        assert await log.heads() == []


async def test_that_an_older_file_is_backed_up_and_brought_up_to_date(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(SqliteLog(path)) as log:
        await log.append([note()], year=YEAR)
    before, after = version.REVISION, f"{int(version.REVISION) + 1:04}"
    scripts = tmp_path / "migrations"
    shutil.copytree(migrate.SCRIPTS, scripts)
    (scripts / "versions" / f"r{after}_next.py").write_text(
        "from alembic import op\n"
        f"revision, down_revision = '{after}', '{before}'\n"
        "def upgrade(): op.execute('CREATE TABLE later (x INTEGER)')\n"
    )
    monkeypatch.setattr(migrate, "SCRIPTS", scripts)
    monkeypatch.setattr(sqlite_file, "REVISION", after)
    monkeypatch.setattr(version, "REVISION", after)
    async with opened(SqliteLog(path)) as log:
        assert len(await log.read("one")) == 1
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("SELECT * FROM later")
    backup = path.with_name(f"log.db.schema-{before}.backup")
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT count(*) FROM entries").fetchone() == (1,)


# Several programs --------------------------------------------------------------------------------

WRITER = """
import asyncio, sys
from pathlib import Path
from app.store.sqlite import SqliteLog
from tests.store.entries import YEAR, note, opened

async def main(path, name, count):
    log = SqliteLog(Path(path))
    await log.open()
    print("open", flush=True)
    await log.append([opened(stream=name)], year=YEAR)
    for nth in range(int(count)):
        await log.append([note(f"{name} {nth}")], year=YEAR)
        print(nth, flush=True)
    await log.close()

asyncio.run(main(*sys.argv[1:]))
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(count)],
        stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip


async def test_that_programs_that_begin_and_write_at_once_make_one_log(path: Path) -> None:
    # None of them finds the file: each tries to make it.
    programs = [writer(path, f"p{nth}", 50) for nth in range(4)]
    for program in programs:
        program.communicate(timeout=60)
    assert [program.returncode for program in programs] == [0] * 4
    async with opened(SqliteLog(path)) as log:
        verdict = await verify_log(log)
        assert verdict.whole
        assert verdict.entries == 4 * 51
        assert len(await log.read("one")) == 200
        assert sorted(head.number for head in await log.heads() if head.number) == [
            f"{YEAR}-{nth:04}" for nth in range(1, 5)
        ]


async def test_that_entries_of_another_program_are_heard_of_as_they_come(path: Path) -> None:
    async with opened(SqliteLog(path)) as log, aclosing(log.follow()) as notices:
        await anext(notices)
        with writer(path, "other", 5) as program:
            heard = await until(notices, at_least("one", 5))
            program.communicate(timeout=60)
        assert [moved.seq for moved in heard if moved.stream == "one"] == [1, 2, 3, 4, 5]
        assert [moved.stored for moved in heard if moved.stream == "one"] == await log.read("one")


async def test_that_a_program_killed_while_it_writes_leaves_a_whole_log(path: Path) -> None:
    with writer(path, "killed", 1_000_000) as program:
        assert program.stdout
        said = [program.stdout.readline() for _ in range(40)]
        program.send_signal(signal.SIGKILL)
        program.communicate(timeout=10)
    acknowledged = int(said[-1])
    async with opened(SqliteLog(path)) as log:
        assert (await verify_log(log)).whole
        assert len(await log.read("one")) > acknowledged
        await log.append([note()], year=YEAR)


async def test_that_a_program_that_keeps_the_file_busy_means_away(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_thread, "_PATIENCE", 0.1)
    async with opened(SqliteLog(path)) as log:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(LogAway, match="busy"):
                await log.append([note()], year=YEAR)
            assert await log.read("one") == []
        await log.append([note()], year=YEAR)


async def test_that_a_batch_is_one_transaction_in_one_visit(path: Path) -> None:
    said: list[str] = []
    async with opened(log := SqliteLog(path)):
        await log._thread.ask(lambda c: c.set_trace_callback(said.append))
        await log.append([note(stream=f"s{nth % 3}") for nth in range(100)], year=YEAR)
        assert said.count("BEGIN IMMEDIATE") == said.count("COMMIT") == 1


# Following ---------------------------------------------------------------------------------------


async def test_that_a_missed_poke_only_delays(path: Path, quick_looks: None) -> None:
    async with AsyncExitStack() as stack:
        here = await stack.enter_async_context(opened(SqliteLog(path)))
        there = await stack.enter_async_context(opened(SqliteLog(path)))
        notices = await stack.enter_async_context(aclosing(there.follow()))
        await anext(notices)
        shutil.rmtree(path.with_name("log.db.poke"))
        await here.append([note()], year=YEAR)
        await until(notices, at_least("one", 1))


async def test_that_a_log_set_back_is_told_of(path: Path, quick_looks: None) -> None:
    async with opened(SqliteLog(path)) as log, aclosing(log.follow()) as notices:
        await anext(notices)
        await log.append([note(), note(), note()], year=YEAR)
        await until(notices, at_least("one", 3))
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("DELETE FROM entries WHERE seq > 1")
        assert await until(notices, lambda moved: not moved.stream) == [Moved(stream="", seq=0)]


@pytest.mark.parametrize("there_is_another", [True, False])
async def test_that_a_file_that_was_replaced_or_removed_means_away(
    path: Path, quick_looks: None, there_is_another: bool
) -> None:
    async with opened(SqliteLog(path)) as log, aclosing(log.follow()) as notices:
        await anext(notices)
        path.rename(path.with_name("old.db"))
        if there_is_another:
            shutil.copy(path.with_name("old.db"), path)
        with pytest.raises(LogAway, match="replaced"):
            await until(notices, lambda _: False)


async def test_that_reading_does_not_wait_for_a_writer(path: Path) -> None:
    async with opened(SqliteLog(path)) as log:
        await log.append([note()], year=YEAR)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            async with asyncio.timeout(1):
                assert len(await log.read("one")) == 1
