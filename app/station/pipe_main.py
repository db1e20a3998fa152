"""The process of `muster pipe`."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import sys
from contextlib import suppress
from io import FileIO
from pathlib import Path

from app.station.assemble import station_at
from app.station.pipe import run_pipe
from app.station.pipe_lines import OutLines, lines_of
from app.station.places import places
from app.station.programlog import start_program_log
from app.station.supervisor import Supervisor
from app.store.log import LogError

WELL, IMPOSSIBLE, INTERRUPTED = 0, 2, 130
_LONGEST_NAME = 60


def pipe(db: str | None, data: Path | None, *, name: str, person: str) -> int:
    """Run until the input ends; answers the exit code."""
    if not all(map(_fits, (name, person or name))):
        print("--name and --person take 1 to 60 printable characters.", file=sys.stderr)
        return IMPOSSIBLE
    here = places(data)
    try:
        here.make_data()
        start_program_log(here.logs, name=f"pipe-{_file_name(name)}")
        with asyncio.Runner() as runner:
            runner.run(_serve(db or here.log_url, here.data, name, person or name))
    except (LogError, OSError, sqlite3.Error) as error:
        print(error, file=sys.stderr)
        return IMPOSSIBLE
    except asyncio.CancelledError:
        return INTERRUPTED
    return WELL


async def _serve(url: str, data: Path, name: str, person: str) -> None:
    _end_on_term()
    out = OutLines(sys.stdout.buffer)
    supervisor = Supervisor()
    try:
        async with station_at(
            url, data=data, name=name, person=person, kind="pipe", supervisor=supervisor
        ) as station:
            await run_pipe(station, lines_of(FileIO(sys.stdin.fileno(), closefd=False)), out.put)
    finally:
        await supervisor.close()
        await asyncio.to_thread(out.close)


def _end_on_term() -> None:
    task = asyncio.current_task()
    assert task is not None  # noqa: S101  inside a coroutine
    with suppress(NotImplementedError):  # Windows ends processes without asking
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)


def _fits(name: str) -> bool:
    """Every entry carries both, and the log refuses what cannot be printed."""
    return 0 < len(name) <= _LONGEST_NAME and name.isprintable()


def _file_name(name: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in name)
