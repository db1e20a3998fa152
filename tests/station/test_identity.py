"""Each window of a machine comes back as whoever it was."""

from __future__ import annotations

from pathlib import Path

from app.station.identity import FILE, Identity, identity_in, remember

USUAL = Identity(station="Desk 1", person="Chen Yan")
OTHER = Identity(station="Desk 2", person="Liu Min")


def slot(tmp_path: Path, number: int) -> Path:
    folder = tmp_path / str(number)
    folder.mkdir()
    return folder


def test_that_the_first_window_is_who_was_introduced(tmp_path: Path) -> None:
    assert identity_in(slot(tmp_path, 1), USUAL) == USUAL


def test_that_a_second_window_does_not_come_up_as_the_first(tmp_path: Path) -> None:
    assert identity_in(slot(tmp_path, 2), USUAL).station == "Desk 1 (2)"


def test_that_each_window_comes_back_as_who_it_was(tmp_path: Path) -> None:
    first, second = slot(tmp_path, 1), slot(tmp_path, 2)
    remember(second, OTHER)
    assert identity_in(second, USUAL) == OTHER
    assert identity_in(first, USUAL) == USUAL


def test_that_a_damaged_file_begins_anew(tmp_path: Path) -> None:
    folder = slot(tmp_path, 1)
    (folder / FILE).write_bytes(b"{")
    assert identity_in(folder, USUAL) == USUAL
