"""A drill led from several stations: both lead at once, one dies, another goes on."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from app.models.incident import Incident
from app.models.injects import InjectState, injects
from tests.stations.conftest import Place, Stations
from tests.stations.process import StationProcess
from tests.stations.test_stations import accepted_at, end_equal, has, shared

pytestmark = [pytest.mark.stations, pytest.mark.timeout(120)]

SCRIPT = {
    "script": "small", "title": {"en": "A fire", "zh": "火灾"},
    "injects": [
        {"key": key, "at": at, "text": {"en": key, "zh": key}}
        for key, at in (("fire", "PT60S"), ("hurt", "PT120S"), ("rain", "PT180S"))
    ],
}  # fmt: skip
OPEN: dict[str, Any] = {
    "do": "open", "plan": "small", "title": "Crowd", "place": "Gate", "drill": True,
    "script": SCRIPT,
}  # fmt: skip


async def asked(station: StationProcess, stream: str, do: str, **fields: Any) -> dict[str, Any]:
    return await station.ask(do=do, incident=stream, **fields)


def play(inject: str) -> dict[str, Any]:
    return {"inject": inject, "text": {"en": "", "zh": ""}}


async def told(place: Place, stream: str) -> Incident:
    return Incident(stream, [stored.entry for stored in await place.entries(stream)])


def states(incident: Incident) -> dict[str, InjectState]:
    last = incident.timeline[-1].at
    return {row.key: row.state for row in injects(incident, last)}


async def test_that_two_who_lead_at_once_play_each_inject_once(
    place: Place, stations: Stations
) -> None:
    a, b = await stations.start(place.url, "a"), await stations.start(place.url, "b")
    stream = (await a.ask(**OPEN))["stream"]
    await has(b, stream)
    await b.until(lambda: [each for each in b.of("entry") if each["kind"] == "drill_scripted"])
    for station in (a, b):  # at once: neither knows of the other's yet
        station.say(do="inject_played", incident=stream, **play("fire"))
        station.say(do="drill_paused", incident=stream)
    for station in (a, b):
        await station.until(partial(accepted_at, station, 3 if station is a else 2))
    await end_equal(place, stream, a, b)
    assert (await asked(b, stream, "inject_played", **play("hurt")))["out"] == "refused"
    assert (await asked(b, stream, "drill_resumed"))["out"] == "accepted"
    await end_equal(place, stream, a, b)
    assert (await asked(a, stream, "inject_played", **play("fire")))["out"] == "refused"
    incident = await told(place, stream)
    assert incident.drilling.pause is None
    assert len(incident.drilling.pauses) == 1
    assert states(incident) == {
        "fire": InjectState.PLAYED, "hurt": InjectState.TO_COME, "rain": InjectState.TO_COME,
    }  # fmt: skip


async def test_that_another_station_goes_on_when_the_leaders_dies(
    place: Place, stations: Stations
) -> None:
    leader = await stations.start(place.url, "leader")
    desk = await stations.start(place.url, "desk")
    stream = (await leader.ask(**OPEN))["stream"]
    played = await asked(leader, stream, "inject_played", **play("fire"))
    await shared(leader, *played["ids"])
    await desk.until(lambda: [each for each in desk.of("entry") if each["id"] in played["ids"]])
    await asked(leader, stream, "drill_paused")
    await leader.kill()  # with the pause in its outbox, or shared already
    await asked(desk, stream, "drill_resumed")
    assert (await asked(desk, stream, "inject_played", **play("fire")))["out"] == "refused"
    await asked(desk, stream, "inject_skipped", inject="hurt", reason="no time")
    await asked(desk, stream, "inject_played", **play("rain"))
    await asked(desk, stream, "declared_over", reason="done", despite="a drill")
    again = await stations.start(place.url, "leader")
    await end_equal(place, stream, desk, again)
    assert states(await told(place, stream)) == {
        "fire": InjectState.PLAYED, "hurt": InjectState.SKIPPED, "rain": InjectState.PLAYED,
    }  # fmt: skip
    assert (await asked(again, stream, "inject_played", **play("hurt")))["out"] == "refused"
