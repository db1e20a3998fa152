"""Progress on the terminal: not before a second, not where nobody looks, gone at the end."""

from __future__ import annotations

import asyncio
import io
import signal
import subprocess
import sys

import pytest

from app.progress import PATIENCE, Progress, passing


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Hand:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def seen(out: io.StringIO) -> str:
    """The last line as a terminal shows it."""
    return out.getvalue().rsplit("\x1b[K", 1)[-1]


def test_that_what_is_quick_shows_nothing() -> None:
    out, clock = Terminal(), Hand()
    with Progress("Verifying", "entries", out=out, clock=clock) as progress:
        clock.now += PATIENCE / 2
        progress(1_000, 2_000)
    assert out.getvalue() == ""


def test_that_after_a_second_one_sees_how_far_it_is_and_how_to_end_it() -> None:
    out, clock = Terminal(), Hand()
    with Progress("Verifying", "entries", out=out, clock=clock) as progress:
        clock.now += PATIENCE
        progress(1_500_000, 5_000_000)
        assert seen(out) == "Verifying: 30 %, 1,500,000 of 5,000,000 entries. Ctrl+C ends it."
    assert seen(out) == ""


def test_that_what_cannot_say_how_far_it_is_says_for_how_long() -> None:
    out, clock = Terminal(), Hand()
    with Progress("Printing", out=out, clock=clock) as progress:
        clock.now += 3.2
        progress.passing()
        assert seen(out) == "Printing: 3 s. Ctrl+C ends it."


def test_that_it_is_not_written_for_every_portion() -> None:
    out, clock = Terminal(), Hand()
    with Progress("Verifying", "entries", out=out, clock=clock) as progress:
        clock.now += PATIENCE
        for done in range(1_000):
            progress(done, 1_000)
        assert out.getvalue().count("Verifying") == 1


def test_that_an_interrupted_one_leaves_the_line_free() -> None:
    out, clock = Terminal(), Hand()

    def interrupted() -> None:
        with Progress("Verifying", "entries", out=out, clock=clock) as progress:
            clock.now += PATIENCE
            progress(1, 2)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert seen(out) == ""


def test_that_a_pipe_or_a_file_gets_nothing_of_it() -> None:
    out, clock = io.StringIO(), Hand()
    with Progress("Verifying", "entries", out=out, clock=clock) as progress:
        clock.now += PATIENCE
        progress(1, 2)
    assert out.getvalue() == ""


class Counting(Terminal):
    """Knows when it was written to twice."""

    def __init__(self) -> None:
        super().__init__()
        self.twice = asyncio.Event()

    def write(self, text: str) -> int:
        if self.getvalue().count("Printing") == 1 and "Printing" in text:
            self.twice.set()
        return super().write(text)


async def test_that_what_passes_is_told_again_and_again_and_gone_once_it_is_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = Counting()
    monkeypatch.setattr("sys.stderr", out)
    monkeypatch.setattr("app.progress.PATIENCE", 0.0)
    before = asyncio.all_tasks()
    async with passing("Printing"):
        await asyncio.wait_for(out.twice.wait(), 20)
    assert seen(out) == ""
    assert asyncio.all_tasks() == before


_SLOW = """
import asyncio, signal, sys, threading
import app.__main__
from app.commands.shared import run

signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever started us may ignore it

async def work():
    try:
        print("begun", flush=True)
        await asyncio.to_thread(threading.Event().wait)
    finally:
        print("closed", flush=True)

app.__main__.parser = lambda: sys.modules[__name__]
parse_args = lambda words: sys.modules[__name__]
run_it = run
run = lambda arguments: run_it(work())
app.__main__.run()
"""


def test_that_an_interrupted_command_waits_for_no_thread() -> None:
    command = [sys.executable, "-c", _SLOW]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "begun\n"
            process.send_signal(signal.SIGINT)
            told, _ = process.communicate(timeout=60)
        finally:
            process.kill()
    assert (told, process.returncode) == ("closed\n", 130)
