"""The demo as a newcomer without a display sees it: a real process, real pictures, a whole log."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from app.__main__ import main

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.stations
def test_that_the_demo_plays_off_screen_in_both_languages_and_leaves_pictures_and_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "seen"
    without_display = {
        k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")
    }
    demo = [sys.executable, "-m", "app", "demo", "--speed", "400", "--out", str(out)]
    played = subprocess.run(
        demo,
        cwd=ROOT,
        env=without_display,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert played.returncode == 0, played.stderr
    assert "no display" in played.stdout
    assert str(out) in played.stdout
    for language in ("en", "zh_CN"):
        for screen in ("board", "desk", "desk-at-the-end"):
            picture = QImage(str(out / f"{screen}-{language}.png"))
            assert (picture.width(), picture.height()) == (1680, 1050)
            shades = {picture.pixelColor(x, 500).name() for x in range(0, 1600, 3)}
            assert len(shades) > 3 or screen == "board", "an empty picture"
        log = str(out / f"incident-{language}.json")
        assert main(["verify", log]) == 0
        for form in ("summary", "timeline"):
            printed = out / f"record-{form}-{language}.pdf"
            assert printed.read_bytes().startswith(b"%PDF-")
    assert capsys.readouterr().out.count("whole") == 2
