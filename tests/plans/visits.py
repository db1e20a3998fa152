"""What an officer does in plans 2 to 5, by keys: phases, signs, services, a reception, the end."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.models.command import Refusal
from app.models.course import Status
from app.models.facts import Arrived, KnownFact
from app.models.follow_ups import follow_ups
from app.models.levels import Level
from app.models.notifications import notifications
from app.models.outside import ServiceValue
from app.models.reception import ReceptionRow, receptions
from app.models.tasks import tasks
from app.record.export import to_csv, to_json
from app.store.connect import connect
from app.views.parts.row_view import RowView
from tests.live import until
from tests.plans.officer import KEY, SHIFT, Officer

# What is so ---------------------------------------------------------------------------------------


def asked_for(officer: Officer) -> tuple[set[str], set[str]]:
    """The keys of the tasks and of the notifications that have begun and are still to do."""
    incident, plan = officer.incident, officer.plan
    to_do = {row.key for row in tasks(incident, plan) if row.is_open and row.begins_at}
    to_tell = {row.key for row in notifications(incident, plan) if row.told_at is None}
    return to_do, to_tell


def says(officer: Officer, words: str) -> bool:
    """Whether these words stand somewhere on the desk, in view."""
    return any(words in label.text() for label in officer.view.findChildren(QLabel)
               if label.isVisible())  # fmt: skip


def service(officer: Officer, key: str) -> ServiceValue:
    return officer.incident.service(key)


def reception(officer: Officer) -> ReceptionRow:
    """The newest."""
    return receptions(officer.incident, officer.plan)[-1]


def called_for(officer: Officer, role: str) -> list[str]:
    """Who was called for a role, by key."""
    return [who for who, call in officer.incident.call_outs.items()
            if call.role == role and not who.startswith("role:")]  # fmt: skip


async def shared_as_text(officer: Officer) -> str:
    """All that the shared log and its exports say of the incident."""
    log = await connect(officer.url)
    try:
        head = next(head for head in await log.heads() if head.stream == officer.stream)
        stored = await log.read(officer.stream, limit=100_000)
    finally:
        await log.close()
    return "\n".join([*(each.data for each in stored), to_json(head, stored).decode(),
                      to_csv(head, stored).decode()])  # fmt: skip


# What one does ------------------------------------------------------------------------------------


async def moves_on(officer: Officer, phase: str, happened: str) -> None:
    """J, the phase, what happened, Enter."""
    await officer.asks("j")
    await officer.answers(phase=phase, reason=happened)
    await officer.does("phase_entered")


async def sees(officer: Officer, sign: str) -> None:
    """On the page of people: Enter on what is seen."""
    await officer.on("8", "people", f"sign:{sign}")
    officer.press(KEY.Key_Return)
    await officer.does("sign_seen")


async def raises_as_proposed(officer: Officer, to: Level) -> None:
    """The plan proposes, a person accepts: Shift+L, Enter."""
    await until(lambda: says(officer, f"Plan proposes {to.numeral}"))
    before = officer.incident.leveling.level
    await officer.asks("l", SHIFT)
    assert officer.incident.leveling.level is before, "raised before a person accepted"
    await officer.answers()
    await officer.does("level_set")
    assert officer.incident.leveling.level is to


async def calls_as_proposed(officer: Officer, number: str) -> None:
    """The plan proposes a service, a person dials and says so: Shift+E, Enter."""
    await until(lambda: says(officer, f"Plan proposes calling {number}"))
    assert service(officer, number).called_at is None, "called before a person did"
    await officer.asks("e", SHIFT)
    await officer.answers()
    await officer.does("service_called")
    assert service(officer, number).called_at


async def comes_and_leaves(officer: Officer, number: str) -> None:
    """E and the menu: they are here, later they have left."""
    officer.press("e")
    await officer.chooses(f"arrive:{number}")
    await officer.does("service_arrived")
    officer.press("e")
    await officer.chooses(f"leave:{number}")
    await officer.does("service_left")


async def chooses_on_row(officer: Officer, page: str, view: str, row: str, action: str) -> None:
    """The menu key on a row, and the item."""
    await officer.on(page, view, row)
    rows = officer.part(RowView, view)
    at = rows.visualRect(rows.currentIndex()).center()
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, rows.mapToGlobal(at))
    QApplication.postEvent(rows.viewport(), menu)
    await officer.chooses(action)


async def elsewhere(officer: Officer, fact: KnownFact) -> None:
    """A colleague records it at another station; it is seen here."""
    answer = await officer.elsewhere.do(officer.stream, fact)
    assert not isinstance(answer, Refusal), answer.why.english()
    await officer.does(answer.entries[0].kind)


async def elsewhere_arrives(officer: Officer, who: str) -> None:
    """At the gate, say, a colleague ticks an arrival."""
    await elsewhere(officer, Arrived(who=who))


# Reception ----------------------------------------------------------------------------------------


async def begins_reception(officer: Officer, **about: str) -> None:
    await officer.asks("j", SHIFT)
    await officer.answers(**about)
    await officer.does("reception_begun")


async def on_reception(officer: Officer) -> None:
    await officer.on("7", "reception", f"reception:{reception(officer).key}:")


async def receives(officer: Officer, **contact: str) -> None:
    """One more representative: R on the reception."""
    await on_reception(officer)
    await officer.asks("r")
    await officer.answers(**contact)
    await officer.does("representative_added")


async def is_refused_one_more(officer: Officer) -> None:
    """R once more: the bar stays, with the reason; Esc leaves it."""
    await on_reception(officer)
    before, refused = len(officer.incident.timeline), len(officer.refusals)
    await officer.asks("r")
    officer.press(KEY.Key_Return)
    await until(lambda: len(officer.refusals) > refused)
    assert len(officer.incident.timeline) == before
    officer.press(KEY.Key_Escape)
    bar = officer.part(QWidget, "askBar")
    await until(lambda: not bar.isVisible())


async def answers_matter(officer: Officer, text: str, by: str) -> None:
    await on_reception(officer)
    await officer.asks("a")
    await officer.answers(text=text, by=by)
    await officer.does("matter_answered")


async def promises(officer: Officer, text: str, owner: str, due: str) -> None:
    await on_reception(officer)
    await officer.asks("p")
    await officer.answers(text=text, owner=owner, due=due)
    await officer.does("promised")


async def ends_reception(officer: Officer, outcome: str) -> None:
    await on_reception(officer)
    await officer.asks("x")
    await officer.answers(outcome=outcome)
    await officer.does("reception_ended")


# The end ------------------------------------------------------------------------------------------


async def declares_over(officer: Officer, reason: str) -> None:
    """O; the plan's own words for the end are shown. Nothing that must be done is left."""
    await officer.asks("o")
    assert not says(officer, "Still to be done"), "something that must be done is not"
    assert says(officer, officer.plan.end[0].en)
    await officer.answers(reason=reason)
    await officer.does("declared_over")
    assert officer.incident.course.status is Status.OVER


async def closes(officer: Officer, summary: str) -> None:
    await officer.asks("o")
    await officer.answers(summary=summary)
    await officer.does("closed")
    assert officer.incident.course.status is Status.CLOSED


async def chases(officer: Officer, key: str, said: str) -> None:
    await officer.on("9", "followUps", key)
    await officer.asks("k")
    await officer.answers(said=said)
    await officer.does("chased")


async def feeds_back(officer: Officer, key: str, to: str, text: str) -> None:
    await officer.on("9", "followUps", key)
    await officer.asks("f")
    await officer.answers(to=to, text=text)
    await officer.does("fed_back")


async def settles(officer: Officer, but: Collection[str] = ()) -> None:
    """Each follow-up done, with what came of it; after the last it is settled."""
    owed = [row.key for row in follow_ups(officer.incident, officer.plan) if row.is_owed]
    for key in owed:
        if key in but:
            continue
        assert not officer.incident.is_settled
        await officer.on("9", "followUps", key)
        await officer.asks(KEY.Key_Return)
        await officer.answers(result="Done as owed")
        await officer.does("follow_up_done")


async def is_settled(officer: Officer) -> None:
    """Closed, and nothing is owed."""
    await until(lambda: officer.incident.is_settled)
    assert not [row for row in follow_ups(officer.incident, officer.plan) if row.is_owed]
