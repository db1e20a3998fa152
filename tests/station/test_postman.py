"""The postman with real servers of this machine: what arrives, and why it did not."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from app.models.message_failures import Failure, why
from app.station import postman
from app.station.postman import ApprisePostman, Letter, NoPostman, masked, reason, shown
from app.station.programlog import start_program_log
from tests.post_servers import Hook, Mailbox

CROWD = "【演练】北门约35人，“请速来”\n第二行 – ok"


async def post(url: str, text: str = CROWD, subject: str = "【演练】2026-0042 北门") -> str:
    return await ApprisePostman().post(Letter(url=url, subject=subject, text=text))


@pytest.fixture
def closed_port() -> Iterator[int]:
    """Bound by nobody who listens: a connection there is refused."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


async def test_that_a_web_hook_gets_text_and_subject_as_they_are(hook: Hook) -> None:
    assert await post(hook.url()) == ""
    assert hook.texts == [CROWD]
    assert hook.taken[0]["title"] == "【演练】2026-0042 北门"
    assert hook.paths == ["/secret-token"]


async def test_that_an_e_mail_arrives_in_chinese(mailbox: Mailbox) -> None:
    assert await post(mailbox.url()) == ""
    (mail,) = mailbox.mails
    assert mail["subject"] == "【演练】2026-0042 北门"
    assert mail["to"] == "manager@example.org"
    body = mail.get_body(("plain", "html"))
    assert body is not None
    assert "北门约35人，“请速来”" in body.get_content()


async def test_that_a_wrong_password_is_told_as_such(mailbox: Mailbox) -> None:
    assert await post(mailbox.url(password="wrong")) == why(Failure.LOGIN)
    assert mailbox.mails == []


@pytest.mark.parametrize(
    ("status", "expected"),
    [(500, "answered: 500"), (404, "answered: 404"), (401, "login"), (403, "login")],
)
async def test_that_a_server_that_does_not_want_it_is_told(
    hook: Hook, status: int, expected: str
) -> None:
    hook.status = status
    assert await post(hook.url()) == expected


async def test_that_a_server_that_is_not_there_is_told(closed_port: int) -> None:
    assert await post(f"json://127.0.0.1:{closed_port}/x") == why(Failure.REFUSED)
    mail = f"mailto://a:b@127.0.0.1:{closed_port}/c@d.org?mode=insecure&from=a@d.org"
    assert await post(mail) == why(Failure.REFUSED)


async def test_that_a_server_that_never_answers_is_not_waited_for(
    hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postman, "PATIENCE", 0.3)
    hook.answers.clear()
    assert await post(hook.url()) == why(Failure.NO_ANSWER)
    hook.answers.set()


async def test_that_a_servers_own_time_out_is_told_as_no_answer(hook: Hook) -> None:
    hook.answers.clear()
    assert await post(hook.url() + "?rto=0.3") == why(Failure.NO_ANSWER)
    hook.answers.set()


@pytest.mark.parametrize("url", ["", "nonsense", "http//x", "unheard-of://x", "json://"])
async def test_that_an_address_that_cannot_be_read_is_told(url: str) -> None:
    assert await post(url) == why(Failure.UNREADABLE)


async def test_that_text_which_looks_like_a_cause_is_not_taken_for_one(hook: Hook) -> None:
    hook.status = 500
    assert await post(hook.url(), text="connection refused, timed out, error=401") == (
        "answered: 500"
    )


async def test_that_nothing_of_an_address_reaches_the_programs_log(
    hook: Hook, tmp_path: Path
) -> None:
    path = start_program_log(tmp_path)
    root = logging.getLogger()
    before = root.level
    try:
        root.setLevel(logging.DEBUG)
        hook.status = 500
        await post(hook.url())
        await post("json://user:pass-word@127.0.0.1:1/secret-token")
        logging.getLogger("app").warning("the end")
    finally:
        root.setLevel(before)
        for handler in root.handlers[:]:
            if isinstance(handler, RotatingFileHandler):
                root.removeHandler(handler)
                handler.close()
    told = path.read_text(encoding="utf-8")
    assert "the end" in told
    assert "secret-token" not in told
    assert "pass-word" not in told


def test_that_what_is_kept_of_a_failure_holds_no_secret() -> None:
    url = "json://user:hunter2@example.org/tok%20en9/path?key=abcdef"
    line = "No hunter2 at example.org with tok en9 or tok%20en9, key abcdef, user"
    kept = reason([(True, line)], url)
    assert kept == "not_taken: No … at example.org with … or …, … …, …"
    assert masked("bot BOTKEY123 at wecombot", "wecombot://BOTKEY123") == "bot … at wecombot"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("json://u:p@example.org:8080/tok", "json://…example.org"),
        ("mailto://u:p@mail.example.org?to=a@b.org", "mailto://…mail.example.org"),
        ("wecombot://BOTKEY", "wecombot://…"),
        ("dingtalk://secret@token/1", "dingtalk://…"),
        ("token without schema", "…"),
    ],
)
def test_that_an_address_is_shown_without_its_secrets(url: str, expected: str) -> None:
    assert shown(url) == expected


async def test_that_without_a_postman_nothing_is_sent(hook: Hook) -> None:
    letter = Letter(url=hook.url(), subject="", text="x")
    assert await NoPostman().post(letter) == why(Failure.NOTHING_IS_SENT)
    assert hook.taken == []
    assert "secret-token" not in repr(letter)
