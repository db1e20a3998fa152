"""What a bench prints: figures, each with its floor from the same run, its ratio and its target."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable
from statistics import median

import msgspec


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """`floor` is what the bare machine needs for the same; None where only the figure counts.

    `target` is a sentence; `met` says whether it holds.
    """

    name: str
    ours: float
    unit: str
    floor: float | None = None
    floor_name: str = ""
    target: str = ""
    met: bool | None = None

    @property
    def ratio(self) -> float | None:
        return self.ours / self.floor if self.floor else None


def at_most(name: str, ours: float, limit: float, unit: str) -> Figure:
    """A figure with an absolute limit of its own."""
    return Figure(name=name, ours=ours, unit=unit, target=f"≤ {limit:g} {unit}", met=ours <= limit)


def at_least(name: str, ours: float, least: float, unit: str) -> Figure:
    return Figure(name=name, ours=ours, unit=unit, target=f"≥ {least:g} {unit}", met=ours >= least)


def times_floor(
    name: str, ours: float, floor: float, limit: float, unit: str, floor_name: str
) -> Figure:
    """A time that is to stay within `limit` times its floor."""
    return Figure(
        name=name, ours=ours, unit=unit, floor=floor, floor_name=floor_name,
        target=f"≤ {limit:g} × floor", met=ours <= limit * floor,
    )  # fmt: skip


def share_of_floor(
    name: str, ours: float, floor: float, least: float, unit: str, floor_name: str
) -> Figure:
    """A rate that is to reach at least the share `least` of its floor."""
    return Figure(
        name=name, ours=ours, unit=unit, floor=floor, floor_name=floor_name,
        target=f"≥ {least:g} × floor", met=ours >= least * floor,
    )  # fmt: skip


def print_figures(bench: str, figures: Iterable[Figure]) -> int:
    """Print each figure as it comes; answers how many targets were missed."""
    print(f"\n{bench}")
    missed = 0
    for figure in figures:
        print(f"  {line(figure)}", flush=True)
        missed += figure.met is False
    return missed


def line(figure: Figure) -> str:
    told = f"{figure.name:<58} {_number(figure.ours):>9} {figure.unit:<9}"
    if figure.floor is not None:
        told += f" floor {_number(figure.floor):>9} ({figure.floor_name})  × {figure.ratio:.2f}"
    mark = {True: "met", False: "MISSED", None: ""}[figure.met]
    return f"{told}  {figure.target} {mark}".rstrip()


def _number(value: float) -> str:
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def seconds(work: Callable[[], object], runs: int) -> float:
    """The median time of `work`, with the cyclic collector off while it runs."""
    return median(_once(work) for _ in range(runs))


def _once(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    try:
        begun = time.perf_counter()
        made = work()
        taken = time.perf_counter() - begun
        del made  # taking it apart again is not what is measured
        return taken
    finally:
        gc.enable()


def percentile(values: list[float], share: float) -> float:
    """Of unsorted values; `share` 0.99 is p99."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]
