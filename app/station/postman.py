"""Who carries messages out of this program: apprise, or nobody."""

from __future__ import annotations

import asyncio
import logging
import re
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote, unquote

import msgspec

from app.models.message_failures import Failure, why

if TYPE_CHECKING:
    import apprise

PATIENCE = 20.0
"""Seconds for one message; what the server says after that is not waited for."""

_SHORTEST_SECRET = 3


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """`url` is an apprise URL; it must appear in no log."""

    url: str
    subject: str
    text: str

    def __repr__(self) -> str:
        return "Letter(…)"


class Postman(Protocol):
    async def post(self, letter: Letter) -> str:
        """Empty once the other side has taken it, else why not, as the log keeps it.

        Says so within `PATIENCE`; raises nothing that is the outside world's fault.
        """

    async def reads(self, url: str) -> bool:
        """Whether it is an address at all; nothing is sent."""


class NoPostman:
    """Sends nothing, ever: for the demo, for tests, and wherever nobody asked for more."""

    async def post(self, letter: Letter) -> str:
        del letter
        return why(Failure.NOTHING_IS_SENT)

    async def reads(self, url: str) -> bool:
        return "://" in url


class ApprisePostman:
    """apprise is imported with the first message, in a thread: that takes a fifth of a second."""

    async def post(self, letter: Letter) -> str:
        try:
            async with asyncio.timeout(PATIENCE):
                service = await asyncio.to_thread(_service, letter.url)
                if service is None:
                    return why(Failure.UNREADABLE)
                result = await service.async_notify(
                    body=letter.text, title=letter.subject, body_format="text",
                    log_level=logging.DEBUG,
                )  # fmt: skip
        except TimeoutError:
            return why(Failure.NO_ANSWER)
        return "" if result else reason(_said(result), letter.url)

    async def reads(self, url: str) -> bool:
        return await asyncio.to_thread(_service, url) is not None


def _service(url: str) -> apprise.Apprise | None:
    """None for what apprise cannot read."""
    import apprise

    # Its lines, and those of what it uses, may quote URLs: none of them reaches the program's log.
    for name in ("apprise", "urllib3"):
        logger = logging.getLogger(name)
        logger.propagate = False
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
    logging.getLogger("apprise").setLevel(logging.DEBUG)  # or nothing is said of why
    service = apprise.Apprise()
    return service if service.add(url) and len(service) == 1 else None


def _said(result: apprise.AppriseResult) -> list[tuple[bool, str]]:
    """(whether it is a warning, the line) of what was said of why; not what was sent."""
    return [
        (log.level in _WARNINGS, log.message)
        for each in result.results
        for attempt in each.attempts
        for log in attempt.logs
        if log.level in _WARNINGS or log.message.startswith("Socket Exception")
    ]


_WARNINGS = ("WARNING", "ERROR", "CRITICAL")
_CAUSES = (
    (Failure.REFUSED, re.compile(r"connection refused|actively refused", re.IGNORECASE)),
    (Failure.NO_ANSWER, re.compile(r"timed? ?out", re.IGNORECASE)),
    (
        Failure.UNKNOWN_HOST,
        re.compile(r"resolv|getaddrinfo|name or service not known|nodename nor", re.IGNORECASE),
    ),
    (Failure.CERTIFICATE, re.compile(r"certificate", re.IGNORECASE)),
    (Failure.LOGIN, re.compile(r"error=40[13]\b|\(53[045], |authentication", re.IGNORECASE)),
)
_STATUS = re.compile(r"(?:error=|\()([1-5]\d\d)\b")


def reason(said: list[tuple[bool, str]], url: str) -> str:
    """Why it failed, as the log keeps it, without anything secret of the URL.

    apprise tells causes only in the lines that it logs, so they are looked for there.
    """
    lines = [line for _, line in said]
    for failure, pattern in _CAUSES:
        if any(pattern.search(line) for line in lines):
            return why(failure)
    status = next((found[1] for line in lines if (found := _STATUS.search(line))), "")
    if status:
        return why(Failure.ANSWERED, status)
    last = next((line for warning, line in reversed(said) if warning), "")
    return why(Failure.NOT_TAKEN, masked(last, url).strip() or "?")


_HOSTED = ("json", "jsons", "form", "forms", "xml", "xmls", "mailto", "mailtos")
"""Schemas whose host is one; in those of the other services a token stands there."""


def masked(text: str, url: str) -> str:
    """The text without any part of the URL that may be a secret."""
    schema, host = _open_parts(url)
    parts = set(re.split(r"[/?#:&=@,;]", url))
    secrets = {variant for part in parts for variant in (part, unquote(part), quote(unquote(part)))}
    for secret in sorted(secrets - {schema, host}, key=len, reverse=True):
        if len(secret) >= _SHORTEST_SECRET:
            text = text.replace(secret, "…")
    return text


def shown(url: str) -> str:
    """An address as it may be shown: the service, and the server where one is named."""
    schema, host = _open_parts(url)
    return f"{schema}://…{host}" if schema else "…"


def _open_parts(url: str) -> tuple[str, str]:
    """(schema, host): what is no secret."""
    schema, colon, rest = url.partition("://")
    if not colon:
        return "", ""
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    host = authority.rpartition("@")[2].partition(":")[0]
    return schema, host if schema.lower() in _HOSTED else ""
