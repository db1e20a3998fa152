"""What ships with the program: plans, the example site, the scripted drill."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from app.models.drill import Drill
from app.models.drillfile import plan_named, read_drill
from app.models.facts import SitePlanSet
from app.models.plan import Plan
from app.models.planfile import read_plan
from app.models.problem import Reading
from app.models.sitefile import SiteFile, read_site

T = TypeVar("T")


def bundled_plans() -> list[tuple[str, Plan]]:
    """Every plan that ships, with its file's name, in the order of the names."""
    folder = files("resources") / "plans"
    found = sorted(item.name for item in folder.iterdir() if item.name.endswith(".yaml"))
    return [(name, bundled_plan(name.removesuffix(".yaml"))) for name in found]


@cache
def bundled_plan(key: str) -> Plan:
    """One of them, without reading the others; read once, for reading takes a while."""
    name = f"{key}.yaml"
    return _whole(read_plan(_text(files("resources") / "plans" / name), file=name))


def example_site() -> SiteFile:
    return _whole(
        read_site(_text(files("resources") / "site" / "example.yaml"), file="example.yaml")
    )


@cache
def example_picture() -> tuple[SitePlanSet, bytes]:
    """What the example site is drawn on, and its bytes."""
    name = "example.svg"
    content = (files("resources") / "site" / name).read_bytes()
    fact = SitePlanSet(
        sha256=sha256(content).hexdigest(), name=name, media_type="image/svg+xml",
        size=len(content),
    )  # fmt: skip
    return fact, content


def scripted_drill(plan: Plan, site: SiteFile) -> Drill:
    """The drill that is played on `plan`; `site` is the one it happens on."""
    name = f"{plan.key}.yaml"
    text = _text(files("resources") / "drills" / name)
    return _whole(read_drill(text, file=name, plan=plan, site=site))


def drills_of(plan: Plan, own: Path | None = None) -> list[Drill]:
    """Those that ship for a plan, and those in a folder of one's own that fit it, by key.

    What cannot be read in that folder is left out; `muster drill check` says why.
    """
    shipped = (files("resources") / "drills").iterdir()
    found = [item for item in shipped if item.name.startswith(plan.key)]
    found += sorted(own.glob("*.yaml")) if own and own.is_dir() else []
    read = [_drill_for(plan, item) for item in found if item.is_file()]
    return sorted((drill for drill in read if drill), key=lambda drill: drill.key)


def _drill_for(plan: Plan, item: Traversable) -> Drill | None:
    try:
        text = _text(item)
    except (OSError, UnicodeDecodeError):
        return None
    if plan_named(text, file=item.name) != plan.key:
        return None
    return read_drill(text, file=item.name, plan=plan, site=None).value


def _text(item: Traversable) -> str:
    return item.read_text(encoding="utf-8")


def _whole(reading: Reading[T]) -> T:
    """What ships must be without problems: any is a fault of the program."""
    if reading.value is None:
        raise ValueError("\n".join(problem.english() for problem in reading.problems))
    return reading.value
