"""Each bench runs from beginning to end and prints its figures beside their floors."""

from __future__ import annotations

import re

import pytest

from app import bench
from app.bench import (
    append,
    archive,
    chart,
    desk,
    fold,
    live,
    record,
    replay,
    soak,
    start,
    tick,
    verify,
    wall,
)
from app.bench import open as opening
from app.bench.figures import Figure, at_least, line, percentile, share_of_floor, times_floor

FIGURE = re.compile(r"^  \S.* [\d.,]+( |$)")
FLOOR = re.compile(r"floor +[\d.,]+ \(.+\)  × \d+\.\d\d")


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch, fonts: None) -> None:
    for module, name, size in (
        (chart, "CALL_OUTS", 5), (chart, "FRAMES", 3), (chart, "SECONDS", 3),
        (desk, "ENTRIES", 60), (desk, "CALL_OUTS", 8), (desk, "ZONES", 4), (desk, "TASKS", 6),
        (desk, "ROUNDS", 2), (desk, "SMALL", (40, 8, 4, 6)),
        (archive, "INCIDENTS", 20), (archive, "ENTRIES", 12),
        (replay, "ENTRIES", 60), (replay, "CALL_OUTS", 8), (replay, "ZONES", 4),
        (replay, "TASKS", 6), (replay, "JUMPS", 3),
        (append, "SECONDS", 0.05), (append, "MANY", 2), (append, "ROUNDS", 1),
        (fold, "MANY", 400), (fold, "LONG", 200),
        (live, "NOTES", 4), (live, "PACE", 0.0), (live, "MANY", (2,)),
        (opening, "ENTRIES", 60), (opening, "INCIDENTS", 3),
        (start, "STARTS", 1), (start, "INCIDENTS", 1),
        (record, "MANY", 30),
        (tick, "COUNTDOWNS", 5), (tick, "TICKS", 3),
        (verify, "MANY", 40), (verify, "STREAMS", 2),
        (wall, "INCIDENTS", 2), (wall, "CALLED", 3), (wall, "SECONDS", 0.3),
        (soak, "ENTRIES", 600), (soak, "INCIDENTS", 6), (soak, "RESTARTS", 1),
        (soak, "OPEN", 2), (soak, "SAMPLES", 10), (soak, "SIZE", (640, 360)),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, size)


@pytest.mark.postgres
@pytest.mark.parametrize("name", ["append", "archive", "live", "open", "verify"])
def test_that_a_bench_on_both_databases_prints_its_floors(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _runs_and_prints(name, capsys, floors=True)


@pytest.mark.parametrize(
    ("name", "floors"),
    [
        ("chart", True),
        ("desk", True),
        ("fold", True),
        ("record", True),
        ("replay", True),
        ("start", True),
        ("tick", False),
        ("wall", False),
    ],
)
def test_that_a_bench_without_a_server_prints_its_figures(
    name: str, floors: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    _runs_and_prints(name, capsys, floors=floors)


def _runs_and_prints(name: str, capsys: pytest.CaptureFixture[str], *, floors: bool) -> None:
    assert bench.run([name], runs=1) in (0, 1)
    title, *lines = capsys.readouterr().out.strip().splitlines()
    assert title == name
    assert lines
    assert [told for told in lines if not FIGURE.match(told)] == []
    assert any(FLOOR.search(told) for told in lines) is floors


def test_that_a_name_that_is_no_bench_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.run(["fold", "sleep"], runs=1) == 2
    assert "No such bench: sleep" in capsys.readouterr().out


def test_that_all_of_them_are_tried_here() -> None:
    assert sorted(bench.BENCHES) == sorted(
        [
            "append",
            "archive",
            "chart",
            "live",
            "open",
            "verify",
            "fold",
            "start",
            "tick",
            "desk",
            "record",
            "replay",
            "wall",
        ]
    )


@pytest.mark.postgres
def test_that_a_wall_soaked_for_seconds_misses_nothing_and_survives_a_crash() -> None:
    curve = soak.run_soak()
    assert curve.missed == 0
    assert curve.errors == 0
    assert curve.incidents == 6
    assert len(curve.restarts) == len(curve.stale) == len(curve.healed) == 1
    assert curve.stale[0] < 5
    assert curve.ticks >= curve.seconds - 3
    assert curve.samples[-1].held <= 6


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (times_floor("open", 30.0, 10.0, 2, "ms", "fetch"), "× 3.00  ≤ 2 × floor MISSED"),
        (times_floor("open", 20.0, 10.0, 2, "ms", "fetch"), "× 2.00  ≤ 2 × floor met"),
        (share_of_floor("append", 8e3, 1e4, 0.8, "/s", "bare"), "× 0.80  ≥ 0.8 × floor met"),
        (at_least("fair", 0.7, 0.8, ""), "≥ 0.8  MISSED"),
    ],
)
def test_that_a_line_says_whether_the_target_is_met(figure: Figure, told: str) -> None:
    assert line(figure).endswith(told)


def test_that_p99_of_few_is_the_worst() -> None:
    assert percentile([3.0, 1.0, 2.0], 0.99) == 3.0
    assert percentile([float(n) for n in range(1, 101)], 0.99) == 99.0
