"""Files of an incident: what is refused, what stands, and what two stations do at once."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import msgspec
import pytest

from app.models import facts as f
from app.models.files import (
    MOST_BYTES,
    FileSort,
    clean_name,
    files_of,
    may_be_opened,
    media_type_of,
    sort_of,
)
from app.models.incident import Incident, digest
from tests.builders import BEGIN, MINUTE, Play, entry, opened

PHOTO = f.Attached(sha256="ab" * 32, name="gate.jpg", media_type="image/jpeg", size=1000)


def with_(**fields: Any) -> f.Attached:
    return msgspec.structs.replace(PHOTO, **fields)


def test_that_a_photo_is_attached() -> None:
    play = Play()
    assert play.do(PHOTO) == [PHOTO]
    [line] = files_of(play.incident)
    assert (line.fact, line.author) == (PHOTO, "Wang Min")


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        (with_(sha256="AB" * 32), "no_fingerprint"),
        (with_(sha256="ab" * 31), "no_fingerprint"),
        (with_(sha256="../../secret"), "no_fingerprint"),
        (with_(size=0), "file_empty"),
        (with_(size=-1), "negative"),
        (with_(size=MOST_BYTES + 1), "file_too_large"),
        (with_(name=" "), "missing"),
        (with_(name="x" * 201), "too_long"),
        (with_(media_type="picture"), "no_media_type"),
        (with_(media_type="image/jpeg; charset=x"), "no_media_type"),
        (with_(text="\0"), "control_character"),
    ],
)
def test_that_what_is_no_file_is_refused(fact: f.Attached, code: str) -> None:
    assert Play().refused(fact) == code


def test_that_the_largest_is_taken() -> None:
    assert Play().do(with_(size=MOST_BYTES))


def test_that_the_same_file_twice_is_refused() -> None:
    play = Play()
    play.do(PHOTO)
    assert play.wait(1).refused(with_(name="again.jpg")) == "file_attached"


def test_that_one_that_was_struck_may_come_again() -> None:
    play = Play()
    play.do(PHOTO)
    play.wait(1).do(f.Corrected(entry=play.last_id(), reason="of another incident"))
    assert files_of(play.incident) == ()
    play.wait(1).do(PHOTO)
    assert len(files_of(play.incident)) == 1


def test_that_what_it_shows_can_be_said_later() -> None:
    play = Play()
    play.do(PHOTO)
    described = with_(text="The gate")
    play.wait(1).do(
        f.Corrected(entry=play.last_id(), reason="described", fact=f.raw_fact(described))
    )
    [line] = files_of(play.incident)
    assert line.fact == described


def test_that_the_same_file_from_two_stations_at_once_stands_once_whoever_came_first() -> None:
    entries = [
        entry(opened(), number=1),
        entry(PHOTO, BEGIN + MINUTE, author="Li", number=2),
        entry(with_(name="other.jpg"), BEGIN + MINUTE, author="Ma", number=3),
    ]
    incidents = [Incident("one", order) for order in permutations(entries)]
    assert len({digest(incident) for incident in incidents}) == 1
    [line] = files_of(incidents[0])
    assert (line.fact.name, line.author) == ("gate.jpg", "Li")


def test_that_files_stand_newest_first() -> None:
    play = Play()
    play.do(PHOTO)
    play.wait(1).do(with_(sha256="cd" * 32, name="later.jpg"))
    assert [line.fact.name for line in files_of(play.incident)] == ["later.jpg", "gate.jpg"]


@pytest.mark.parametrize(
    ("name", "media_type", "sort", "opens"),
    [
        ("a.JPG", "image/jpeg", FileSort.PICTURE, True),
        ("a.mp4", "video/mp4", FileSort.FILM, True),
        ("a.m4a", "audio/mp4", FileSort.SOUND, True),
        ("a.pdf", "application/pdf", FileSort.FILE, True),
        ("a.jpg.exe", "application/octet-stream", FileSort.FILE, False),
        ("a.svg", "application/octet-stream", FileSort.FILE, False),
        ("a.html", "application/octet-stream", FileSort.FILE, False),
        ("jpg", "application/octet-stream", FileSort.FILE, False),
        (".jpg", "application/octet-stream", FileSort.FILE, False),
    ],
)
def test_that_the_end_of_the_name_says_what_it_is(
    name: str, media_type: str, sort: FileSort, opens: bool
) -> None:
    assert media_type_of(name) == media_type
    assert sort_of(media_type) is sort
    assert may_be_opened(name) is opens


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("门口.jpg", "门口.jpg"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("C:\\x\\a.jpg", "C--x-a.jpg"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("a\nb\0.jpg", "ab.jpg"),
        (" . ", ""),
        ("long" * 50 + ".jpeg", "long" * 28 + "lo….jpeg"),
    ],
)
def test_that_a_name_is_made_plain(name: str, plain: str) -> None:
    assert clean_name(name) == plain
