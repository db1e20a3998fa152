"""A folder for each running station of this machine."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from app.store.slots import take_slot

URL = "postgresql://ann:secret@server-a,server-b/muster"


def test_that_windows_on_one_log_have_a_slot_each_and_a_free_one_is_used_again(
    tmp_path: Path,
) -> None:
    first, second = take_slot(tmp_path, URL), take_slot(tmp_path, URL)
    assert first.folder != second.folder
    assert first.key != second.key
    key = first.key
    first.release()
    again = take_slot(tmp_path, URL)
    assert again.folder == first.folder
    assert again.key == key
    again.release()
    second.release()


def test_that_another_password_login_or_order_of_hosts_leads_to_the_same_outbox(
    tmp_path: Path,
) -> None:
    for url in (
        "postgresql://ann:new@server-a,server-b/muster",
        "postgresql+asyncpg://bob@server-b,server-a/muster?sslmode=require",
    ):
        slot, other = take_slot(tmp_path, URL), take_slot(tmp_path, url)
        assert slot.folder.parent == other.folder.parent
        slot.release()
        other.release()


def test_that_another_log_has_other_slots(tmp_path: Path) -> None:
    urls = (URL, "postgresql://server-a/other", "sqlite:////tmp/a.db", "sqlite:////tmp/b.db")
    slots = [take_slot(tmp_path, url) for url in urls]
    assert len({slot.folder.parent for slot in slots}) == len(urls)
    for slot in slots:
        slot.release()


def test_that_the_slot_of_a_killed_process_is_free_and_found(tmp_path: Path) -> None:
    take = (
        "import os, sys; from pathlib import Path; from app.store.slots import take_slot;"
        "slot = take_slot(Path(sys.argv[1]), sys.argv[2]); print(slot.folder, flush=True);"
        "os.kill(os.getpid(), 9)"
    )
    mine = take_slot(tmp_path, URL)
    crashed = subprocess.run(
        [sys.executable, "-c", take, str(tmp_path), URL], capture_output=True, text=True,
        check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert [str(slot.folder) for slot in mine.left_behind()] == [crashed.stdout.strip()]
    mine.release()


def test_that_a_slot_in_use_is_not_left_behind(tmp_path: Path) -> None:
    mine, other = take_slot(tmp_path, URL), take_slot(tmp_path, URL)
    assert list(mine.left_behind()) == []
    other.release()
    mine.release()


@pytest.mark.skipif(sys.platform == "win32", reason="has another kind of lock")
def test_that_a_disk_without_locks_is_told_and_not_searched_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(_handle: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    with pytest.raises(OSError, match="No locks available"):
        take_slot(tmp_path, URL)
