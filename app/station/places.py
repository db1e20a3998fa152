"""Where things are on this machine when nobody says otherwise."""

from __future__ import annotations

from pathlib import Path

import msgspec
import platformdirs

_NAME = "Muster"


class Places(msgspec.Struct, frozen=True, kw_only=True):
    """`data` has the outbox and the copy of the log, `log_url` the log of one machine alone."""

    data: Path
    settings: Path
    logs: Path
    log_url: str

    def make_data(self) -> None:
        """Where it is new, nobody else on this machine may look into it. Raises `OSError`."""
        self.data.mkdir(mode=0o700, parents=True, exist_ok=True)


def places(data: Path | None = None) -> Places:
    """The user's own folders, as the system has them; or everything in `data`."""
    if data is not None:
        folder = data.expanduser().absolute()
        return _in(folder, settings=folder, logs=folder / "logs")
    dirs = platformdirs.PlatformDirs(_NAME, appauthor=False)
    return _in(dirs.user_data_path, settings=dirs.user_config_path, logs=dirs.user_log_path)


def _in(data: Path, *, settings: Path, logs: Path) -> Places:
    return Places(
        data=data,
        settings=settings / "settings.json",
        logs=logs,
        log_url=f"sqlite:///{(data / 'muster.sqlite').as_posix()}",
    )
