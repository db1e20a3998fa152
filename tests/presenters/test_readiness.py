"""Readiness as shown: what is missing now, at an hour of the week, and who looks."""

from __future__ import annotations

import asyncio
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.models import facts as f
from app.models.week import HOURS
from app.presenters import roles
from app.presenters.asking import Answers
from app.presenters.bridge import Bridge
from app.presenters.print_stage import PRINT, Stage
from app.presenters.reader import QtReader
from app.presenters.readiness import ReadinessPresenter
from app.record.press import StationPress
from tests.desk_harness import Stage as DeskStage
from tests.desk_harness import stage as stage  # a fixture

DAY = timedelta(days=1)


class Looking:
    def __init__(self, stage: DeskStage) -> None:
        self.stage = stage
        self.station = stage.station()
        self.bridge = Bridge(self.station, stage.supervisor.spawn)
        press = StationPress(self.station)
        self.presenter = ReadinessPresenter(self.bridge, QtReader("en", UTC), press)

    async def look(self) -> None:
        self.presenter.begin()

    def begin(self) -> None:
        self.stage.run(self.look())
        self.stage.until(lambda: not self.presenter.is_reckoning)

    def print_out(self, folder: Path, **more: str) -> None:
        async def ask() -> None:
            self.presenter.printing.act("", PRINT, answers(folder, **more))

        self.stage.run(ask())

    def chip(self, key: str) -> str:
        model = self.presenter.model
        at = model.position(key)
        return "" if at < 0 else str(model.index(at).data(roles.CHIP))

    def subtitle(self, key: str) -> str:
        model = self.presenter.model
        return str(model.index(model.position(key)).data(roles.SUBTITLE))


@pytest.fixture
def looking(stage: DeskStage) -> Looking:
    return Looking(stage)


def test_that_the_plan_and_what_it_lacks_are_told(looking: Looking) -> None:
    looking.begin()
    assert looking.chip("office-crowd") == "1 place unfilled"
    assert looking.subtitle("office-crowd").startswith("never drilled")
    assert looking.presenter.props.told.startswith("plans ready: 0 of 1")
    assert looking.presenter.props.moment == "now"
    assert len(looking.presenter.props.hours) == HOURS
    assert looking.presenter.props.days[0] == "Mon"


def test_that_a_drill_of_the_plan_is_found_in_the_archive(looking: Looking) -> None:
    stream = looking.stage.open(looking.station, drill=True)
    looking.stage.until(lambda: not looking.station.waiting_in(stream))
    looking.begin()
    assert "last drill 2026-11-23" in looking.subtitle("office-crowd")
    looking.stage.clock.move(300 * DAY)
    looking.begin()
    assert "drill overdue" in looking.subtitle("office-crowd")


def test_that_a_change_of_staff_is_shown_while_somebody_looks(looking: Looking) -> None:
    looking.begin()
    gone = next(
        key for key, person in looking.station.site.people.items() if "engineer" in person.roles
    )
    everyone = [k for k, p in looking.station.site.people.items() if "engineer" in p.roles]
    for who in everyone:
        person = looking.station.site.people[who]
        set_ = f.PersonSet(person=who, name=person.name, group="none", active=False)
        looking.stage.do(looking.station, None, set_)
    assert gone
    assert looking.chip("office-crowd|gap|engineer") == "nobody could come in time"
    assert looking.chip("office-crowd").endswith("unfilled")


def test_that_who_has_no_number_is_listed(looking: Looking) -> None:
    new = f.PersonSet(person="new", name="New Person", group="order")
    looking.stage.do(looking.station, None, new)
    looking.begin()
    assert looking.chip("|number|new") == "no number"
    assert "off duty" in looking.subtitle("|number|new")


def test_that_an_hour_of_the_week_is_shown_as_it_was_last(looking: Looking) -> None:
    looking.begin()
    looking.presenter.show_hour(27)
    assert looking.presenter.props.moment == "Tuesday 03:00, as on 2026-11-17"
    assert looking.presenter.props.chosen == 27
    looking.presenter.show_now()
    assert looking.presenter.props.chosen == -1


def test_that_an_hour_of_the_week_is_told_as_it_was_at_its_worst(looking: Looking) -> None:
    """On the last Tuesday but one nobody was on duty, on the last one two were."""
    station, stage = looking.station, looking.stage
    for who in list(station.site.people):
        set_ = f.PersonSet(person=who, name=who, group="none", active=False)
        stage.do(station, None, set_)
    stage.do(station, None, f.PersonSet(person="new", name="New Person", group="order"))
    stage.do(station, None, f.DutyStarted(person="new"))
    stage.do(station, None, f.DutyEnded(person="new"))
    stage.clock.move(7 * DAY)
    stage.do(station, None, f.DutyStarted(person="new"))
    stage.clock.move(7 * DAY)
    looking.begin()
    worst = looking.presenter.props.hours[27]
    looking.presenter.show_hour(27)
    told = looking.presenter.readiness
    assert told is not None
    assert worst == max(plan.unfilled for plan in told.plans)
    assert told.on_duty == 0
    assert looking.presenter.props.moment == ("Tuesday 03:00, worst of the last weeks: 2026-11-24")


def answers(folder: Path, **more: str) -> Answers:
    return {"language": "zh", "folder": str(folder)} | more


def text_of(file: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(file).pages)


def test_that_it_is_printed_as_it_is_shown_with_the_week(looking: Looking, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    looking.begin()
    looking.presenter.show_hour(27)
    looking.print_out(folder)
    looking.stage.until(lambda: looking.presenter.printing.props.stage is Stage.DONE)
    [file] = folder.iterdir()
    assert file.name == "readiness-2026-11-23-zh.pdf"
    text = text_of(file)
    assert "星期二 03:00（参照 2026-11-17）" in text
    assert "办公中心群体性突发事件" in text
    assert "星期日" in text


def test_that_it_waits_for_the_week_and_can_be_looked_at_before(
    looking: Looking, tmp_path: Path
) -> None:
    async def look() -> None:
        looking.presenter.begin()
        looking.presenter.printing.act("", PRINT, answers(tmp_path, look="look"))

    looking.stage.run(look())
    looking.stage.until(lambda: looking.presenter.printing.props.stage is Stage.PREVIEW)
    assert looking.presenter.props.percent == 100
    assert looking.presenter.printing.props.pages[0].startswith(b"\x89PNG")
    looking.presenter.printing.cancel()
    assert list(tmp_path.glob("*.pdf")) == []


def test_that_without_the_log_the_sheet_says_that_drills_are_not_known(
    looking: Looking, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    looking.begin()
    looking.stage.run(looking.stage.log.close())
    looking.begin()
    looking.stage.until(lambda: looking.presenter.props.drills_unknown)
    looking.print_out(folder, language="en")
    looking.stage.until(lambda: looking.presenter.printing.props.stage is Stage.DONE)
    assert "not known" in text_of(next(folder.iterdir()))


def test_that_nothing_is_reckoned_once_nobody_looks(looking: Looking) -> None:
    looking.begin()
    looking.presenter.end()
    before = looking.presenter.props
    new = f.PersonSet(person="new", name="New Person", group="order")
    looking.stage.do(looking.station, None, new)
    assert looking.presenter.props == before
    assert looking.chip("|number|new") == ""


def test_that_what_was_begun_ends_when_nobody_looks_any_more(looking: Looking) -> None:
    presenter = looking.presenter
    changes: list[int] = []

    async def look_and_go() -> None:
        presenter.begin()
        await asyncio.sleep(0)
        presenter.end()
        presenter.changed.connect(lambda: changes.append(presenter.props.percent))
        for _ in range(HOURS):
            await asyncio.sleep(0)

    looking.stage.run(look_and_go())
    assert changes == []
    assert not presenter.is_reckoning


def test_that_a_print_that_was_asked_for_is_made_though_nobody_looks_any_more(
    looking: Looking, tmp_path: Path
) -> None:
    async def print_and_go() -> None:
        looking.presenter.begin()
        looking.presenter.printing.act("", PRINT, answers(tmp_path, language="en"))
        await asyncio.sleep(0)
        looking.presenter.end()

    looking.stage.run(print_and_go())
    looking.stage.until(lambda: looking.presenter.printing.props.stage is Stage.DONE)
    [file] = tmp_path.glob("*.pdf")
    assert "Sunday" in text_of(file)


def test_that_the_week_does_not_wait_for_the_archive(
    looking: Looking, monkeypatch: pytest.MonkeyPatch
) -> None:
    never = asyncio.Event()

    async def catch_up() -> int:
        await never.wait()
        return 0

    monkeypatch.setattr(looking.station.archive, "catch_up", catch_up)
    looking.stage.run(looking.look())
    looking.stage.until(lambda: looking.presenter.props.percent == 100)
    assert looking.presenter.is_reckoning


def test_that_without_the_log_it_says_that_drills_are_not_known(looking: Looking) -> None:
    looking.begin()
    looking.stage.run(looking.stage.log.close())
    looking.begin()
    looking.stage.until(lambda: looking.presenter.props.drills_unknown)
    assert looking.chip("office-crowd") == "1 place unfilled"
    assert looking.subtitle("office-crowd").startswith("last drill not known")
    assert "drills not known" in looking.presenter.props.told


def test_that_drills_are_not_said_to_lack_before_the_archive_has_answered(
    looking: Looking, monkeypatch: pytest.MonkeyPatch
) -> None:
    never = asyncio.Event()

    async def catch_up() -> int:
        await never.wait()
        return 0

    monkeypatch.setattr(looking.station.archive, "catch_up", catch_up)
    looking.stage.run(looking.look())
    assert looking.subtitle("office-crowd").startswith("last drill not known")
    assert "drills not known" in looking.presenter.props.told
