"""The program's own log: a rotating file that says what happened inside, with tracebacks."""

from __future__ import annotations

import logging
from functools import cache
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from structlog.typing import Processor

_MOST_BYTES = 2_000_000
_FILES = 5


class Logger:
    """Imports structlog for the first line only: that is a tenth of the time to the window."""

    def __init__(self, name: str) -> None:
        self._name = name

    def info(self, event: str, **more: Any) -> None:
        self._say("info", event, more)

    def warning(self, event: str, **more: Any) -> None:
        self._say("warning", event, more)

    def error(self, event: str, **more: Any) -> None:
        self._say("error", event, more)

    def _say(self, level: str, event: str, more: dict[str, Any]) -> None:
        import structlog

        if not structlog.is_configured():
            _configure()
        getattr(structlog.get_logger(self._name), level)(event, **more)


def start_program_log(folder: Path, *, name: str = "muster") -> Path:
    """Write everything from now on, other libraries' warnings too, to a file; answers which.

    `name` is the file's, since two programs cannot rotate one file. Raises `OSError`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.log"
    handler = RotatingFileHandler(
        path, maxBytes=_MOST_BYTES, backupCount=_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(_Lines())
    root = logging.getLogger()
    for old in root.handlers[:]:
        if isinstance(old, RotatingFileHandler):
            root.removeHandler(old)
            old.close()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("app").setLevel(logging.INFO)
    return path


class _Lines(logging.Formatter):
    """One line of JSON for each record, whoever it is from."""

    def format(self, record: logging.LogRecord) -> str:
        return _formatter().format(record)


@cache
def _formatter() -> logging.Formatter:
    import structlog

    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_shared(),
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )


def _configure() -> None:
    import structlog

    structlog.configure(
        processors=[*_shared(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


@cache
def _shared() -> tuple[Processor, ...]:
    import structlog

    return (
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    )
