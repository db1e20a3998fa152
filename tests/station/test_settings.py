"""What is remembered between starts."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from app.station.places import places
from app.station.settings import Settings, SettingsFile


def test_that_settings_are_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    file = SettingsFile(path)
    assert file.settings == Settings()
    file.change(station="Desk 1", person="张伟", scale=150)
    again = SettingsFile(path)
    assert again.settings == Settings(station="Desk 1", person="张伟", scale=150)
    assert again.found is None


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("postgresql://ann:s:e%20c@host/db", "postgresql://ann@host/db"),
        ("postgresql://ann@host:5433/db", "postgresql://ann@host:5433/db"),
        ("postgresql://host:5433,other:5432/db", "postgresql://host:5433,other:5432/db"),
        ("postgresql://ann:x@h1:1,h2:2/db?a=b", "postgresql://ann@h1:1,h2:2/db?a=b"),
        ("postgresql://h/db?password=x&a=b", "postgresql://h/db?a=b"),
        ("sqlite:////home/ann/a:b@c.db", "sqlite:////home/ann/a:b@c.db"),
    ],
)
def test_that_a_password_is_never_written(tmp_path: Path, url: str, written: str) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.change(log_url=url)
    assert file.settings.log_url == url, "it holds until the end"
    assert SettingsFile(tmp_path / "settings.json").settings.log_url == written


@pytest.mark.parametrize("broken", ["{", "[]", '{"scale": "big"}', "\x00\x01", ""])
def test_that_a_broken_file_is_moved_aside_with_a_message(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(broken)
    file = SettingsFile(path)
    assert file.settings == Settings()
    assert file.found is not None
    aside = tmp_path / "settings-damaged-1.json"
    assert str(aside) in file.found.english()
    assert aside.read_text() == broken


def test_that_settings_of_a_newer_version_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"station": "Gate", "hologram": true}')
    assert SettingsFile(path).settings.station == "Gate"


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
def test_that_a_file_that_cannot_be_written_holds_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("in the way")
    file = SettingsFile(tmp_path / "folder" / "settings.json")
    with pytest.raises(OSError, match="folder"):
        file.change(person="Ann")
    assert file.settings.person == "Ann"
    assert stat.S_ISREG((tmp_path / "folder").stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_that_nobody_else_looks_into_the_folder_of_the_data(tmp_path: Path) -> None:
    here = places(tmp_path / "data")
    here.make_data()
    here.make_data()
    assert stat.S_IMODE(here.data.stat().st_mode) == 0o700
