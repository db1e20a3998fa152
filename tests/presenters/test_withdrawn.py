"""What was announced and is not in the shared log leaves the timeline too."""

from __future__ import annotations

import msgspec

from app.models.entry import Stored, Wire, from_wire, to_micros
from app.models.facts import Note, encode_fact
from app.presenters import roles
from app.presenters.desk import DeskPresenter
from app.station.ids import Ids
from app.store.chain import GENESIS, relink
from app.store.log import Moved
from tests.desk_harness import Stage


def test_that_a_false_notice_leaves_no_row_behind(stage: Stage) -> None:
    station = stage.station()
    stream = stage.open(station)
    desk = stage.desk(station, stream)
    stage.until(lambda: not station.connection.waiting)
    head = next(head for head in stage.run(stage.log.heads()) if head.stream == stream)
    stage.until(lambda: station.heads[stream].hash == head.hash, "proof of what was written")
    rows = _ids(desk)
    false = _following(stage, head.stream, head.seq, head.hash)
    for follower in stage.log._followers:
        follower.put_nowait(Moved(stream=stream, seq=false.seq, stored=false))
    stage.until(lambda: false.entry.id in _ids(desk), "what was announced")
    stage.until(lambda: false.entry.id not in _ids(desk), "what is true")
    assert _ids(desk) == rows == [entry.id for entry in desk.scene.incident.timeline]


def _ids(desk: DeskPresenter) -> list[str]:
    model = desk.timeline.model
    return [model.index(row).data(roles.KEY) for row in range(model.rowCount())]


def _following(stage: Stage, stream: str, seq: int, previous: bytes) -> Stored:
    """An entry that fits the chain, but that nobody has stored."""
    now = stage.clock.wall()
    wire = Wire(
        id=Ids()(now), stream=stream, kind="note", at=to_micros(now), author="Nobody",
        station="Nowhere", data=encode_fact(Note(text="never happened")),
    )  # fmt: skip
    false = Stored(
        entry=from_wire(wire), seq=seq + 1, recorded_at=now, recorded_by="nobody",
        data=wire.data, hash=GENESIS,
    )  # fmt: skip
    return msgspec.structs.replace(false, hash=relink(previous, false))
