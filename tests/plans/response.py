"""What an officer does in any plan while it runs: levels, signs, services, tasks, photos."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication, QImage

from app.models.command import Refusal
from app.models.facts import KnownFact
from app.models.levels import Level
from app.models.notifications import notifications
from app.models.outside import ServiceValue
from app.models.tasks import tasks, unfinished
from tests.plans.keyboard import CTRL, KEY, SHIFT
from tests.plans.officer import Officer

# What is so ---------------------------------------------------------------------------------------


def asked_for(officer: Officer) -> tuple[set[str], set[str]]:
    """The keys of the tasks and of the notifications that have begun and are still to do."""
    incident, plan = officer.incident, officer.plan
    to_do = {row.key for row in tasks(incident, plan) if row.is_open and row.begins_at}
    to_tell = {row.key for row in notifications(incident, plan) if row.told_at is None}
    return to_do, to_tell


def must_be_done(officer: Officer) -> set[str]:
    """The keys of the tasks that hold the end up, each marked so on the screen."""
    left = {row.key for row in unfinished(officer.incident, officer.plan)}
    assert all("must be done" in officer.row("tasks", f"task:{key}") for key in left)
    return left


def owners(officer: Officer) -> dict[str, str]:
    """Whose each task is, as the screen says it, by the task's key."""
    rows = tasks(officer.incident, officer.plan)
    shown = {row.key: officer.row("tasks", f"task:{row.key}") for row in rows}
    assert all(row.owner.en in shown[row.key] for row in rows)
    return {row.key: row.owner.en for row in rows}


def service(officer: Officer, key: str) -> ServiceValue:
    return officer.incident.service(key)


def texts(officer: Officer, kind: str) -> Sequence[str]:
    """The lines of the timeline that say entries of one kind."""
    lines = zip(officer.incident.timeline, officer.lines(), strict=True)
    return [line for entry, line in lines if entry.kind == kind]


# Levels, signs, services --------------------------------------------------------------------------


async def sees(officer: Officer, sign: str) -> None:
    """On the page of people: Enter on what is seen."""
    await officer.on("8", "people", f"sign:{sign}")
    await officer.asks(KEY.Key_Return)
    await officer.answers()
    await officer.does("sign_seen")


async def counts_hurt(officer: Officer, zone: str, *, slightly: int = 0, badly: int = 0) -> None:
    """Numbers, never names: Enter on the zone, on the page of people."""
    await officer.on("8", "people", f"zone:{zone}")
    await officer.asks(KEY.Key_Return)
    await officer.answers(slightly=str(slightly), badly=str(badly))
    await officer.does("people_counted")


async def raises_as_proposed(officer: Officer, to: Level) -> None:
    """The plan proposes, a person accepts: Shift+L, Enter."""
    await officer.comes(lambda: officer.says(f"Plan proposes {to.numeral}"), "the proposal")
    before = officer.incident.leveling.level
    await officer.asks("l", SHIFT)
    assert officer.incident.leveling.level is before, "raised before a person accepted"
    await officer.answers()
    await officer.does("level_set")
    assert officer.incident.leveling.level is to


async def declines(officer: Officer, level: Level) -> None:
    """Not now: Shift+N."""
    await officer.comes(lambda: officer.says(f"Plan proposes {level.numeral}"), "the proposal")
    before = officer.incident.leveling.level
    officer.press("n", SHIFT)
    await officer.does("proposal_declined")
    assert officer.incident.leveling.level is before
    assert not officer.says(f"Plan proposes {level.numeral}")


async def calls_as_proposed(officer: Officer, number: str) -> None:
    """The plan proposes a service, a person dials and says so: Shift+E, Enter."""
    await officer.comes(lambda: officer.says(f"Plan proposes calling {number}"), "the proposal")
    before = service(officer, number).called_at
    await officer.asks("e", SHIFT)
    assert service(officer, number).called_at == before, "called before a person did"
    await officer.answers()
    await officer.does("service_called")
    assert service(officer, number).called_at != before


async def calls(officer: Officer, number: str, **told: str) -> None:
    """E, the service, what else is told on the phone, Enter."""
    officer.press("e")
    await officer.chooses(f"call:{number}")
    await officer.is_asked()
    await officer.answers(**told)
    await officer.does("service_called")


async def comes_and_leaves(officer: Officer, number: str) -> None:
    """E and the menu: they are here, later they have left."""
    officer.press("e")
    await officer.chooses(f"arrive:{number}")
    await officer.does("service_arrived")
    officer.press("e")
    await officer.chooses(f"leave:{number}")
    await officer.does("service_left")


# Tasks, slips, photos -----------------------------------------------------------------------------


async def skips(officer: Officer, task: str, reason: str) -> None:
    await officer.on("3", "tasks", f"task:{task}")
    await officer.asks("s")
    await officer.answers(reason=reason)
    await officer.does("task_skipped")


async def opens_its_plan(officer: Officer, task: str) -> str:
    """G on the task: a second incident beside this one. Answers its stream; the task is done."""
    before = set(officer.station.incidents)
    await officer.on("3", "tasks", f"task:{task}")
    await officer.asks("g")
    await officer.answers()
    await officer.does("task_done")
    (stream,) = set(officer.station.incidents) - before
    return stream


async def takes_back(officer: Officer) -> None:
    """Ctrl+Z, within seconds."""
    await officer.comes(lambda: officer.says("Take back:"), "what can be taken back")
    officer.press(KEY.Key_Z, CTRL)
    await officer.does("corrected")


async def attaches_photo(officer: Officer, shows: str) -> str:
    """Ctrl+V of a picture on the page of files, with what it shows; answers its fingerprint."""
    QGuiApplication.clipboard().setImage(_photo())
    before = set(officer.incident.files)
    officer.press("i")
    officer.press(KEY.Key_V, CTRL)
    await officer.is_asked()
    await officer.answers(text=shows)
    await officer.does("attached")
    (sha256,) = set(officer.incident.files) - before
    return sha256


def _photo() -> QImage:
    photo = QImage(64, 48, QImage.Format.Format_RGB32)
    photo.fill(0x336699)
    return photo


# Elsewhere ----------------------------------------------------------------------------------------


async def elsewhere(officer: Officer, fact: KnownFact) -> None:
    """A colleague records it at another station; it is seen here."""
    answer = await officer.elsewhere.do(officer.stream, fact)
    assert not isinstance(answer, Refusal), answer.why.english()
    await officer.does(answer.entries[0].kind)
