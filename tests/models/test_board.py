"""The board: a card for each open incident, worst first."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from app.models import facts as f
from app.models.alarms import dues, duties
from app.models.board import Card, Standing, card, standing
from app.models.course import Status
from app.models.entry import Entry
from app.models.incident import Incident
from app.models.levels import Level
from app.models.plan import Phase, PlanTask
from app.models.roster import Counts
from app.models.text import Text
from tests.builders import BEGIN, MINUTE, PLAN, Play, a_site, an_open_incident, text
from tests.strategies import incidents, minutes


def of(play: Play) -> Card:
    made = card(play.incident, play.plan, play.site)
    assert made is not None
    return made


def test_that_a_card_sums_the_incident_up() -> None:
    play = Play()
    play.wait(1).do(f.Arrived(who="zhao"))
    play.wait(2).do(f.Amended(people=40, place="North gate"))
    shown = of(play)
    assert (shown.title, shown.place.en, shown.people) == ("Crowd", "North gate", 40)
    assert (shown.plan, shown.level, shown.status) == (text("Small"), Level.IV, Status.OPEN)
    assert (shown.commander.name, shown.commander.acting) == ("Zhao Lin", True)
    assert shown.counts == Counts(here=1, called=4)
    assert shown.opened_at == BEGIN
    assert [duty.key for duty in shown.overdue(play.now)] == ["li", "manager"]
    coming = shown.next_due(play.now)
    assert coming is not None
    assert coming.key == "ma"


def test_that_a_plan_that_is_not_here_is_shown_by_its_key() -> None:
    play = Play()
    play.plan = None
    assert of(play).plan == Text(en="small", zh="small")


def test_that_there_is_no_card_before_the_opening_has_come() -> None:
    assert card(Incident("one"), PLAN, a_site()) is None
    assert card(an_open_incident(), PLAN, a_site()) is not None


def test_that_the_worst_stands_first() -> None:
    calm, now = _standing(Play()), BEGIN + 4 * MINUTE
    calm = msgspec.structs.replace(calm, dues=[])
    late = msgspec.structs.replace(calm, stream="late", dues=_standing(Play()).dues)
    grave = msgspec.structs.replace(calm, stream="grave", level=Level.II)
    over = msgspec.structs.replace(late, stream="over", over=True, level=Level.I)
    drill = msgspec.structs.replace(late, stream="drill", drill=True, level=Level.I)
    young = msgspec.structs.replace(calm, stream="young", opened_at=BEGIN + MINUTE)
    twin = msgspec.structs.replace(calm, stream="twin")
    each = sorted([twin, young, drill, over, late, grave, calm], key=lambda held: held.rank(now))
    assert [held.stream for held in each] == [
        "grave", "late", "one", "twin", "young", "over", "drill"
    ]  # fmt: skip


def test_that_what_is_closed_has_no_place_on_the_board() -> None:
    play = Play()
    play.do(f.DeclaredOver())
    assert _standing(play).over
    play.do(f.Closed())
    assert standing(play.incident, play.plan) is None
    assert standing(Incident("one"), PLAN) is None


def _standing(play: Play) -> Standing:
    held = standing(play.incident, play.plan)
    assert held is not None
    return held


def test_that_a_task_of_the_plan_that_has_not_begun_is_no_deadline_whatever_its_date() -> None:
    incident = an_open_incident(f.TaskDueSet(task="repair", due=BEGIN + MINUTE, reason="soon"))
    assert dues(incident, PLAN) == [duty.due for duty in duties(incident, PLAN)]


@given(entries=incidents())
def test_that_the_deadlines_alone_are_those_of_the_duties(entries: list[Entry]) -> None:
    incident = Incident("one", entries)
    for plan in (PLAN, None):
        assert dues(incident, plan) == [duty.due for duty in duties(incident, plan)]


PHASED = msgspec.structs.replace(
    PLAN,
    phases=tuple(Phase(key=key, name=text(key)) for key in ("first", "second")),
    tasks=(
        *PLAN.tasks,
        PlanTask(key="soon", text=text("Soon"), owner="guard", within=MINUTE, phase="first"),
        PlanTask(key="later", text=text("Later"), owner="guard", within=MINUTE, phase="second"),
        PlanTask(key="if", text=text("If"), owner="guard", when=text("If"), phase="second"),
        PlanTask(key="must", text=text("Must"), owner="guard", within=MINUTE, phase="first",
                 mandatory=True),
    ),
)  # fmt: skip
_tasks = st.sampled_from([*(task.key for task in PHASED.tasks), "own"])
_about_tasks = st.one_of(
    st.builds(f.TaskDueSet, task=_tasks, due=minutes, reason=st.just("")),
    st.builds(f.TaskDone, task=_tasks),
    st.builds(f.TaskUndone, task=_tasks),
    st.builds(f.PhaseEntered, phase=st.sampled_from(["first", "second"])),
    st.builds(f.LevelSet, level=st.sampled_from(Level), reason=st.just("")),
)


@given(told=st.lists(st.tuples(st.integers(0, 9), _about_tasks), max_size=6))
def test_that_the_deadlines_of_tasks_alone_are_those_of_the_duties_in_every_phase(
    told: list[tuple[int, f.AnyFact]],
) -> None:
    incident = an_open_incident(*told)
    assert dues(incident, PHASED) == [duty.due for duty in duties(incident, PHASED)]
