"""What an officer does with the staff: called, awaited, standing in, in command, accounted for."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.models.call_outs import CallOut
from app.models.facts import Arrived
from app.models.roll_call import roll_call
from tests.plans.keyboard import KEY
from tests.plans.officer import Officer
from tests.plans.response import elsewhere
from tests.views.conftest import child


def called(officer: Officer) -> list[CallOut]:
    """Everyone who was called by name."""
    return [call for who, call in officer.incident.call_outs.items()
            if call.called and not who.startswith("role:")]  # fmt: skip


def called_for(officer: Officer, role: str) -> list[str]:
    """Who was called for a role, by key."""
    return [call.who for call in called(officer) if call.role == role]


async def hands_over_command(officer: Officer) -> None:
    """M and Enter: one action and one entry."""
    await officer.asks("m")
    await officer.answers()
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
    """C, the group, and Enter where it asks because somebody off duty would come."""
    officer.press("c")
    await officer.chooses(f"group:{group}")
    bar, before = officer.part(QWidget, "askBar"), len(officer.incident.timeline)
    await officer.comes(
        lambda: bar.isVisible() or len(officer.incident.timeline) > before, "a call or a question"
    )
    if bar.isVisible():
        await officer.is_asked()
        await officer.answers()
    await officer.does("called_out")


async def adds_staff(officer: Officer, name: str, role: str) -> None:
    """F6, the name, the role by its words, Enter; Esc leaves."""
    before = len(officer.station.site.people)
    officer.press(KEY.Key_F6)
    line = child(officer.view, QLineEdit, "staffName")
    await officer.comes(line.isVisible, "the panel of staff")
    officer.tabs_to(line)
    officer.types(line, name)
    roles = child(officer.view, QLineEdit, "staffRoles")
    officer.tabs_to(roles)
    officer.types(roles, role)
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


async def elsewhere_arrives(officer: Officer, who: str) -> None:
    """At the gate, say, a colleague ticks an arrival."""
    await elsewhere(officer, Arrived(who=who))
