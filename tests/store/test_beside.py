"""What every store of files beside a log promises."""

from __future__ import annotations

import asyncio
import hashlib
import random

import pytest

from app.models.files import MOST_BYTES
from app.store.beside import PART, FileRefused, Progress
from app.store.log import LogAway, SharedLog
from tests.store.conftest import Place, opened

CONTENT = random.Random(7).randbytes(2 * PART + 17)  # noqa: S311  no secret, the same each time
SHA256 = hashlib.sha256(CONTENT).hexdigest()


async def put(log: SharedLog, start: int, end: int, content: bytes = CONTENT) -> Progress:
    return await log.beside.files.put(
        SHA256, size=len(content), start=start, part=content[start:end]
    )


async def send(log: SharedLog, content: bytes = CONTENT) -> Progress:
    """As a station does: it goes on from what is there."""
    have = 0
    while True:
        now = await put(log, have, have + PART, content)
        if now.whole:
            return now
        have = now.have


async def read(log: SharedLog, sha256: str = SHA256) -> bytes:
    content = b""
    while part := await log.beside.files.get(sha256, start=len(content)):
        content += part
    return content


async def test_that_a_file_sent_in_parts_is_read_as_it_was(log: SharedLog) -> None:
    await send(log)
    assert await read(log) == CONTENT


async def test_that_it_is_there_for_another_station(place: Place) -> None:
    async with opened(place.station()) as one, opened(place.station()) as other:
        await send(one)
        assert await read(other) == CONTENT


async def test_that_nothing_is_read_of_a_file_that_is_not_whole(log: SharedLog) -> None:
    await put(log, 0, PART)
    assert await log.beside.files.get(SHA256) == b""
    assert (await log.beside.files.progress([SHA256, "0" * 64])) == {
        SHA256: Progress(have=PART, size=len(CONTENT), whole=False)
    }


async def test_that_a_piece_of_it_is_read_by_place_and_length(log: SharedLog) -> None:
    await send(log)
    files = log.beside.files
    assert await files.get(SHA256, start=PART - 5, limit=10) == CONTENT[PART - 5 : PART + 5]
    assert await files.get(SHA256, start=len(CONTENT) - 3) == CONTENT[-3:]
    assert await files.get(SHA256, start=len(CONTENT)) == b""


async def test_that_parts_of_any_length_join(log: SharedLog) -> None:
    for end in (1, 40_000, 100_000, 200_000):
        have = (await log.beside.files.progress([SHA256])).get(SHA256)
        await put(log, have.have if have else 0, end)
    await put(log, 200_000, 200_000 + PART)
    assert await read(log) == CONTENT
    assert await log.beside.files.get(SHA256, start=39_999, limit=2) == CONTENT[39_999:40_001]


async def test_that_a_part_sent_twice_is_kept_once(log: SharedLog) -> None:
    first = await put(log, 0, PART)
    assert await put(log, 0, PART) == first
    assert await put(log, 1000, PART + 1000) == Progress(
        have=PART + 1000, size=len(CONTENT), whole=False
    )
    await put(log, PART + 1000, 2 * PART)
    await put(log, 2 * PART, len(CONTENT))
    assert await read(log) == CONTENT


async def test_that_a_part_behind_a_gap_is_not_kept_and_says_where_to_go_on(
    log: SharedLog,
) -> None:
    assert (await put(log, PART, 2 * PART)).have == 0
    assert (await send(log)).whole


async def test_that_a_file_that_is_whole_stays_as_it_is(log: SharedLog) -> None:
    await send(log)
    other = bytes(len(CONTENT))
    assert (await put(log, 0, PART, other)).whole
    assert await read(log) == CONTENT


async def test_that_what_does_not_match_its_fingerprint_is_forgotten(log: SharedLog) -> None:
    with pytest.raises(FileRefused, match="do not match"):
        await send(log, bytes(len(CONTENT)))
    assert await log.beside.files.progress([SHA256]) == {}
    await send(log)
    assert await read(log) == CONTENT


async def test_that_a_sender_who_was_wrong_about_its_size_is_put_right(log: SharedLog) -> None:
    await put(log, 0, PART, CONTENT + b"more")
    assert (await send(log)).whole


async def test_that_stations_sending_the_same_at_once_make_one_file(place: Place) -> None:
    async with opened(place.station()) as one, opened(place.station()) as other:
        await asyncio.gather(*(send(log) for log in (one, other, one, other)))
        assert await read(one) == CONTENT


@pytest.mark.parametrize(
    ("sha256", "size", "start", "part"),
    [
        ("A" * 64, 1, 0, b"a"),
        ("a" * 63, 1, 0, b"a"),
        (SHA256, 0, 0, b"a"),
        (SHA256, MOST_BYTES + 1, 0, b"a"),
        (SHA256, 5, 0, b""),
        (SHA256, 5, 3, b"abc"),
        (SHA256, 5, -1, b"abc"),
        (SHA256, MOST_BYTES, 0, bytes(PART + 1)),
    ],
)
async def test_that_what_is_no_file_is_refused(
    log: SharedLog, sha256: str, size: int, start: int, part: bytes
) -> None:
    with pytest.raises(FileRefused):
        await log.beside.files.put(sha256, size=size, start=start, part=part)


async def test_that_a_closed_log_has_no_files(place: Place) -> None:
    log = place.station()
    await log.open()
    await log.close()
    with pytest.raises(LogAway):
        await log.beside.files.progress([SHA256])
