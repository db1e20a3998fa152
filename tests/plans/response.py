"""What an officer does in any plan while it runs: levels, signs, services, people, zones, files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from app.models.call_outs import CallOut
from app.models.command import Refusal
from app.models.facts import Arrived, KnownFact
from app.models.levels import Level
from app.models.notifications import notifications
from app.models.outside import ServiceValue
from app.models.roll_call import roll_call
from app.models.tasks import tasks, unfinished
from tests.plans.keyboard import CTRL, KEY, SHIFT
from tests.plans.officer import Officer
from tests.views.conftest import child

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


def called(officer: Officer) -> list[CallOut]:
    """Everyone who was called by name."""
    return [call for who, call in officer.incident.call_outs.items()
            if call.called and not who.startswith("role:")]  # fmt: skip


def called_for(officer: Officer, role: str) -> list[str]:
    """Who was called for a role, by key."""
    return [call.who for call in called(officer) if call.role == role]


# Levels, signs, services --------------------------------------------------------------------------


async def sees(officer: Officer, sign: str) -> None:
    """On the page of people: Enter on what is seen."""
    await officer.on("8", "people", f"sign:{sign}")
    officer.press(KEY.Key_Return)
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


# People -------------------------------------------------------------------------------------------


async def hands_over_command(officer: Officer) -> None:
    """M, one action and one entry."""
    officer.press("m")
    await officer.does("command_handed_over")


async def does_not_answer(officer: Officer, who: str) -> None:
    """X on the call list, while the number stands below it."""
    await officer.on("5", "callList", who)
    phone = officer.station.site.people[who].phone
    assert officer.part(QLabel, "callPhone").text() == (phone or "no number")
    officer.press("x")
    await officer.does("no_answer")


async def is_on_the_way(officer: Officer, who: str, eta: str) -> None:
    await officer.on("1", "roster", who)
    await officer.asks("w")
    await officer.answers(eta=eta)
    await officer.does("on_the_way")


async def is_excused(officer: Officer, who: str, reason: str) -> None:
    await officer.on("1", "roster", who)
    await officer.asks("u")
    await officer.answers(reason=reason)
    await officer.does("excused")


async def calls_the_next(officer: Officer, instead_of: str) -> CallOut:
    """G on who could stand in; someone off duty is called after a look."""
    key = f"stand_in:{instead_of}"
    await officer.comes(lambda: "next" in officer.row("roster", key), "somebody to stand in")
    before = {call.who for call in called(officer)}
    await officer.on("1", "roster", key)
    await officer.asks("g")
    await officer.answers()
    await officer.does("called_out")
    (new,) = [call for call in called(officer) if call.who not in before]
    return new


async def calls_one(officer: Officer, name: str) -> None:
    """C, one person, by name."""
    officer.press("c")
    await officer.chooses("one")
    await officer.is_asked()
    await officer.answers(who=name)
    await officer.does("called_out")


async def calls_group(officer: Officer, group: str) -> None:
    """C, and the group."""
    officer.press("c")
    await officer.chooses(f"group:{group}")
    await officer.does("called_out")


async def adds_staff(officer: Officer, name: str, role: str) -> None:
    """F6, the name, the role by its words, Enter; Esc leaves."""
    before = len(officer.station.site.people)
    officer.press(KEY.Key_F6)
    line = child(officer.view, QLineEdit, "staffName")
    await officer.comes(line.isVisible, "the panel of staff")
    officer.tabs_to(line)
    officer.types(line, name)
    officer.picks(child(officer.view, QComboBox, "staffRole"), role)
    officer.press(KEY.Key_Return)
    await officer.comes(lambda: len(officer.station.site.people) > before, "one more of the staff")
    officer.press(KEY.Key_Escape)
    await officer.comes(lambda: not line.isVisible(), "the desk alone")


async def calls_the_roll(officer: Officer, but: str = "", by: str = "") -> None:
    """R, then Enter for each who answers; `by` answers for the one who cannot, by radio."""
    officer.press("6")
    officer.press("r")
    await officer.does("roll_call_begun")
    roll = roll_call(officer.incident, officer.plan, officer.station.now())
    assert roll
    for row in roll.rows:
        await officer.on("6", "rollCall", row.who)
        if row.who == but:
            await officer.asks("b")
            await officer.answers(by=by, channel="by radio")
        else:
            officer.press(KEY.Key_Return)
        await officer.does("roll_answered")
    assert officer.says(f"{roll.expected} of {roll.expected}")


async def elsewhere(officer: Officer, fact: KnownFact) -> None:
    """A colleague records it at another station; it is seen here."""
    answer = await officer.elsewhere.do(officer.stream, fact)
    assert not isinstance(answer, Refusal), answer.why.english()
    await officer.does(answer.entries[0].kind)


async def elsewhere_arrives(officer: Officer, who: str) -> None:
    """At the gate, say, a colleague ticks an arrival."""
    await elsewhere(officer, Arrived(who=who))


# Cordon and evacuation ----------------------------------------------------------------------------


async def cordons(officer: Officer, zone: str, first: str, second: str) -> None:
    """With its line, and two guards on it."""
    await officer.chooses_on("2", "zones", zone, "line")
    await officer.is_asked()
    await officer.answers(first=first, second=second)
    await officer.does("zone_cordoned")


async def posts(officer: Officer, zone: str, post: str, who: str) -> None:
    await officer.chooses_on("2", "zones", zone, f"take:{post}")
    await officer.is_asked()
    await officer.answers(who=who)
    await officer.does("post_taken")


async def evacuates(officer: Officer, zone: str, expected: int) -> None:
    await officer.chooses_on("2", "zones", zone, "expected")
    await officer.is_asked()
    await officer.answers(count=str(expected))
    await officer.does("zone_evacuating")


async def confirms_floors(officer: Officer, zone: str, count: int) -> None:
    """F on the zone, floor by floor."""
    for _ in range(count):
        await officer.on("2", "zones", zone)
        officer.press("f")
        await officer.does("part_confirmed")


async def counts_out(officer: Officer, zone: str, count: int) -> None:
    await officer.on("2", "zones", zone)
    await officer.asks("y")
    await officer.answers(count=str(count))
    await officer.does("out_counted")


async def counts_at_assembly(officer: Officer, point: str, count: int) -> None:
    await officer.on("2", "zones", f"assembly:{point}")
    await officer.asks(KEY.Key_Return)
    await officer.answers(count=str(count))
    await officer.does("assembly_counted")


async def next_step(officer: Officer, zone: str, kind: str) -> None:
    """Enter on a zone or an entrance: the likeliest next step."""
    await officer.on("2", "zones", zone)
    officer.press(KEY.Key_Return)
    await officer.does(kind)


async def releases(officer: Officer, *zones: str) -> None:
    """After asking: cordon lifted, people may go back in."""
    for zone in zones:
        await officer.chooses_on("2", "zones", zone, "release")
        await officer.is_asked()
        await officer.answers()
        await officer.does("zone_released")


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


def texts(officer: Officer, kind: str) -> Sequence[str]:
    """The lines of the timeline that say entries of one kind."""
    lines = zip(officer.incident.timeline, officer.lines(), strict=True)
    return [line for entry, line in lines if entry.kind == kind]
