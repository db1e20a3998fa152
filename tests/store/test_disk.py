"""Files that are whole or not there: on a full disk, without rights, beside what is there."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

from app.store.disk import Laid, can_be_replaced, write_whole


def test_that_a_file_gets_the_next_free_name(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    laid = Laid(tmp_path, b"new")
    assert laid.put_beside(tmp_path / "a.pdf") == tmp_path / "a-2.pdf"
    laid.drop()
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert (tmp_path / "a-2.pdf").read_bytes() == b"new"


def test_that_what_is_dropped_leaves_nothing(tmp_path: Path) -> None:
    Laid(tmp_path, b"new").drop()
    assert list(tmp_path.iterdir()) == []


def test_that_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def is_full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("app.store.disk.to_disk", is_full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(tmp_path / "a.pdf", b"new")
    assert list(tmp_path.iterdir()) == []


def test_that_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Laid(tmp_path / "nowhere", b"new")


def test_that_what_another_program_holds_open_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows answers while a reader shows the file."""
    there = tmp_path / "a.pdf"
    there.write_bytes(b"old")
    opened = Path.open

    def held(self: Path, mode: str = "r", **more: Any) -> Any:
        if self == there and "+" in mode:
            raise PermissionError(errno.EACCES, "in use")
        return opened(self, mode, **more)

    monkeypatch.setattr(Path, "open", held)
    with pytest.raises(PermissionError):
        write_whole(there, b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]
    assert there.read_bytes() == b"old"


def test_that_a_folder_cannot_be_replaced(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"directory|denied"):
        can_be_replaced(tmp_path)
