"""The program's own log."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import structlog

from app.station.programlog import Logger, start_program_log


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    structlog.reset_defaults()


def test_that_an_error_is_written_with_its_traceback(tmp_path: Path) -> None:
    path = start_program_log(tmp_path / "logs")
    try:
        int("人群")
    except ValueError as why:
        Logger("app.station.test").error("it failed", where="gate", exc_info=why)
    logging.getLogger("some.library").warning("be warned: %s", 7)
    logging.getLogger("some.library").info("chatter")
    error, warning = map(msgspec.json.decode, path.read_bytes().splitlines())
    assert (error["event"], error["where"], error["level"]) == ("it failed", "gate", "error")
    assert "人群" in error["exception"]
    assert (warning["event"], warning["logger"]) == ("be warned: 7", "some.library")


def test_that_the_file_rotates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.station.programlog._MOST_BYTES", 2_000)
    start_program_log(tmp_path)
    for n in range(100):
        Logger("app").info("line", n=n)
    files = sorted(each.name for each in tmp_path.iterdir())
    assert files == ["muster.log", *(f"muster.log.{n}" for n in range(1, 6))]
    assert all(each.stat().st_size < 2_500 for each in tmp_path.iterdir())


def test_that_starting_twice_writes_once(tmp_path: Path) -> None:
    start_program_log(tmp_path / "old")
    path = start_program_log(tmp_path / "new")
    Logger("app").warning("once")
    assert len(path.read_bytes().splitlines()) == 1
    assert not (tmp_path / "old" / "muster.log").exists()
