"""Real servers of this machine's own that messages are sent to: SMTP, and a JSON web hook."""

from __future__ import annotations

import email
import email.message
import email.policy
import json
import socket
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session


class Hook:
    """Takes what is posted, and answers `status`; while `stalled` is clear it does not answer."""

    def __init__(self) -> None:
        self.taken: list[dict[str, Any]] = []
        self.paths: list[str] = []
        self.status = 200
        self.answers = threading.Event()
        self.answers.set()
        self.asked = threading.Event()
        hook = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                hook.asked.set()
                hook.answers.wait(30)
                if hook.status == 200:
                    hook.taken.append(json.loads(body))
                    hook.paths.append(self.path)
                self.send_response(hook.status)
                self.end_headers()

            def log_message(self, *args: object) -> None:
                """Nothing to say."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), daemon=True
        )
        self._thread.start()
        self.port = self._server.server_address[1]

    def url(self, secret: str = "secret-token") -> str:  # noqa: S107  of a test
        return f"json://user:pass-word@127.0.0.1:{self.port}/{secret}"

    @property
    def texts(self) -> list[str]:
        return [str(each["message"]) for each in self.taken]

    def close(self) -> None:
        self.answers.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class Mailbox:
    """An SMTP server that keeps what it gets, and asks for the password `right`."""

    def __init__(self) -> None:
        self.mails: list[email.message.EmailMessage] = []
        self._controller = Controller(
            self, hostname="127.0.0.1", port=_free_port(), authenticator=self._authenticate,
            auth_require_tls=False, enable_SMTPUTF8=True,
        )  # fmt: skip
        self._controller.start()
        self.port = self._controller.port

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  the library's name
        del server, session
        content = envelope.content
        assert isinstance(content, bytes)
        parsed = email.message_from_bytes(content, policy=email.policy.default)
        assert isinstance(parsed, email.message.EmailMessage)
        self.mails.append(parsed)
        return "250 OK"

    def _authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        del server, session, envelope, mechanism
        return AuthResult(success=data.password == b"right", handled=False)

    def url(self, password: str = "right") -> str:  # noqa: S107  of a test
        return (
            f"mailto://desk:{password}@127.0.0.1:{self.port}/manager@example.org"
            "?from=desk@example.org&mode=insecure"
        )

    def close(self) -> None:
        self._controller.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def hook() -> Iterator[Hook]:
    made = Hook()
    yield made
    made.close()


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    made = Mailbox()
    yield made
    made.close()


_LOCAL = ("127.", "::1", "localhost")


def _only_local(event: str, args: tuple[Any, ...]) -> None:
    if event != "socket.connect":
        return
    place = args[1]
    if isinstance(place, tuple) and not str(place[0]).startswith(_LOCAL):
        raise PermissionError(f"a test wanted to connect to {place[0]}")


# Whatever a test does, its process connects to nobody but this machine.
sys.addaudithook(_only_local)
