"""Real stations: `muster pipe` as a process, spoken to through its pipe."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

Message: TypeAlias = dict[str, Any]
ROOT = Path(__file__).parents[2]
ANSWERS = ("accepted", "refused", "error", "state", "incidents", "pong")
PATIENCE = 40.0


class StationProcess:
    """`out` is everything it has said."""

    def __init__(self, url: str, data: Path, name: str) -> None:
        self.out: list[Message] = []
        self.errors = ""
        self._words = ("pipe", "--db", url, "--data", str(data), "--name", name)
        self._process: asyncio.subprocess.Process | None = None
        self._said = asyncio.Condition()
        self._readers: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "app", *self._words, cwd=ROOT, limit=2**24,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        self._readers = [asyncio.create_task(self._read()), asyncio.create_task(self._listen())]

    async def _read(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            async with self._said:
                if line.endswith(b"\n"):  # a killed process may stop in the middle of a line
                    self.out.append(msgspec.json.decode(line))
                self._said.notify_all()
        async with self._said:
            self._said.notify_all()

    async def _listen(self) -> None:
        assert self._process is not None
        assert self._process.stderr is not None
        self.errors = (await self._process.stderr.read()).decode()

    async def until(self, condition: Callable[[], object], within: float = PATIENCE) -> None:
        """Wait for something that this station says to make `condition` true."""
        try:
            async with asyncio.timeout(within), self._said:
                await self._said.wait_for(lambda: bool(condition()))
        except TimeoutError:
            said = "\n".join(map(str, self.out[-12:]))
            raise AssertionError(f"not in {within} s; it said last:\n{said}") from None

    def of(self, kind: str) -> list[Message]:
        return [each for each in self.out if each["out"] == kind]

    async def ready(self) -> None:
        await self.until(lambda: self.of("ready"))

    def say(self, **line: Any) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(msgspec.json.encode(line) + b"\n")

    async def ask(self, **line: Any) -> Message:
        """Its answer to one line, if nothing else is asked meanwhile."""
        before = len(self.out)
        self.say(**line)

        def found() -> list[Message]:
            return [each for each in self.out[before:] if each["out"] in ANSWERS]

        await self.until(found)
        return found()[0]

    async def state(self, incident: str) -> Message:
        return await self.ask(do="state", incident=incident)

    @property
    def connection(self) -> Message:
        return self.of("connection")[-1]

    async def in_state(self, state: str, within: float = PATIENCE) -> None:
        await self.until(lambda: self.connection["state"] == state, within)

    async def kill(self) -> None:
        """As a power cut does."""
        assert self._process is not None
        self._process.kill()
        await self._ended()

    async def terminate(self) -> int | None:
        """As a system does that shuts down; answers the exit code."""
        assert self._process is not None
        self._process.terminate()
        await self._ended()
        return self._process.returncode

    async def quit(self) -> None:
        assert self._process is not None
        self.say(do="quit")
        await self._ended()
        assert self.errors == ""
        assert self._process.returncode == 0

    async def close(self) -> None:
        if self._process is not None and self._process.returncode is None:
            await self.kill()

    async def _ended(self) -> None:
        assert self._process is not None
        await self._process.wait()
        await asyncio.gather(*self._readers)
        assert self._process.stdin is not None
        self._process.stdin.close()
