"""Standing reminders: the principles of the plan, as long as anybody can act by them."""

from __future__ import annotations

from datetime import UTC

from app.models import facts as f
from app.presenters.reader import QtReader
from tests.desk_harness import Stage


def test_that_the_principles_of_the_plan_stand_on_the_desk_in_the_readers_language(
    stage: Stage,
) -> None:
    station = stage.station()
    stream = stage.open(station)
    english = stage.desk(station, stream).reminders.props.text
    assert english.startswith("People first: evacuate when needed.")
    assert "Rescuers mind their own safety." in english
    chinese = stage.desk(station, stream, QtReader("zh_CN", UTC)).reminders.props.text
    assert chinese.startswith("以人为本")


def test_that_nothing_is_to_be_borne_in_mind_once_the_incident_is_closed(stage: Stage) -> None:
    station = stage.station()
    stream = stage.open(station)
    desk = stage.desk(station, stream)
    stage.do(station, stream, f.DeclaredOver(reason="gone", despite="a test"))
    assert desk.reminders.props.text
    stage.do(station, stream, f.Closed())
    assert desk.reminders.props.text == ""
