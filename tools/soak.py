"""Run the soak and draw its curve: memory over entries, with every crash of the database.

QT_QPA_PLATFORM=offscreen python tools/soak.py FILE.svg
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # a script sees its own folder only

from app.bench.figures import line
from app.bench.soak import Curve, figures, run_soak

WIDE, HIGH, LEFT, TOP, RIGHT, BOTTOM = 900, 420, 70, 40, 60, 50


def draw(curve: Curve) -> str:
    samples = curve.samples
    most = max(sample.megabytes for sample in samples) * 1.15
    held = max(max(sample.held for sample in samples), 1) * 1.15
    entries = samples[-1].entries

    def x(count: float) -> float:
        return LEFT + count / entries * (WIDE - LEFT - RIGHT)

    def y(part: float) -> float:
        return HIGH - BOTTOM - part * (HIGH - TOP - BOTTOM)

    memory = " ".join(f"{x(s.entries):.1f},{y(s.megabytes / most):.1f}" for s in samples)
    incidents = " ".join(f"{x(s.entries):.1f},{y(s.held / held):.1f}" for s in samples)
    return "\n".join(_svg(curve, x, y, memory, incidents, most, held)) + "\n"


def _svg(curve, x, y, memory, incidents, most, held) -> Iterator[str]:  # type: ignore[no-untyped-def]
    entries = curve.samples[-1].entries
    yield (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" '
           f'font-family="sans-serif" font-size="13" fill="#333">')  # fmt: skip
    yield f'<rect width="{WIDE}" height="{HIGH}" fill="#fff"/>'
    yield (f'<text x="{LEFT}" y="22" font-size="15">{entries:,} entries, {curve.incidents} '
           f'incidents opened and settled, {len(curve.restarts)} crashes of the database, '
           f'{curve.seconds:.0f} s</text>')  # fmt: skip
    for part in range(5):
        at = y(part / 4)
        yield f'<path d="M{LEFT} {at:.1f}H{WIDE - RIGHT}" stroke="#ddd"/>'
        yield (f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">'
               f'{most * part / 4:.0f}</text>')  # fmt: skip
        yield (f'<text x="{WIDE - RIGHT + 8}" y="{at + 4:.1f}" fill="#b06000">'
               f'{held * part / 4:.0f}</text>')  # fmt: skip
    for count in curve.restarts:
        yield (f'<path d="M{x(count):.1f} {y(0)}V{y(1)}" stroke="#c33" stroke-dasharray="2 4" '
               'opacity=".6"/>')  # fmt: skip
    for part in range(6):
        at = x(entries * part / 5)
        yield (f'<text x="{at:.1f}" y="{HIGH - BOTTOM + 18}" text-anchor="middle">'
               f'{entries * part / 5:,.0f}</text>')  # fmt: skip
    yield f'<polyline points="{incidents}" fill="none" stroke="#e08a1e"/>'
    yield f'<polyline points="{memory}" fill="none" stroke="#2f6fca" stroke-width="2.5"/>'
    yield (f'<text x="{LEFT}" y="{HIGH - 10}"><tspan fill="#2f6fca">— memory of the whole program, '
           'MB (left)</tspan>  <tspan fill="#b06000">— incidents held (right)</tspan>  '
           '<tspan fill="#c33">┆ the database crashed</tspan></text>')  # fmt: skip
    yield "</svg>"


def main() -> None:
    curve = run_soak()
    for figure in figures(curve):
        print(line(figure))
    Path(sys.argv[1]).write_text(draw(curve), encoding="utf-8")


if __name__ == "__main__":
    main()
