"""What opens windows: the desk itself, the demo, the wall; and the station without one."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from pathlib import Path

from app.cli.shared import (
    IMPOSSIBLE,
    ON_SCREEN,
    Commands,
    add_command,
    data_option,
    db_option,
    inches,
    of_screen,
)


def add_demo(commands: Commands[argparse.ArgumentParser]) -> None:
    demo = add_command(
        commands,
        "demo",
        "play a scripted drill on a throw-away log; join in if you like",
        "Without a display it plays off-screen, faster than it happened, and leaves pictures.\n"
        "example: muster demo --speed 4 --lang zh",
    )
    demo.add_argument("--speed", type=float, default=None, help="times as fast as it happened")
    demo.add_argument(
        "--lang", type=of_screen, choices=ON_SCREEN, help="language of screen and story"
    )
    demo.add_argument(
        "--out", type=Path, default=Path("muster-demo"), help="folder for the pictures"
    )
    demo.add_argument(
        "--offscreen", action="store_true", help="play off-screen even where there is a display"
    )
    demo.set_defaults(run=_demo)


def add_wall(commands: Commands[argparse.ArgumentParser]) -> None:
    wall = add_command(
        commands,
        "wall",
        "show what goes on on wall screens: looks only, writes nothing",
        "What is set for a screen is remembered. Esc or F11 leaves. docs/wall.md has more.\n"
        "example: muster wall --db postgresql://viewer@host/muster --screen 2 --show mosaic",
    )
    db_option(wall)
    data_option(wall)
    add = wall.add_argument
    add("--screens", action="store_true", help="list the screens and what is set, and exit")
    add("--screen", action="append", default=[], metavar="N", help="this one only, by number "
        "or name; may be given more than once (all that are on by default)")  # fmt: skip
    add("--show", choices=("turn", "one", "mosaic", "off"),
        help="all in turn, the worst one, up to twenty beside each other, or nothing")  # fmt: skip
    add("--incident", metavar="NUMBER", help="with --show one: this one instead of the worst")
    add("--parts", metavar="LIST", help="of an incident shown large: roster,zones,plan,latest")
    add("--names", action=argparse.BooleanOptionalAction, default=None, help="name the staff")
    add("--inches", type=inches, metavar="N", help="diagonal of the screen, where it says none or "
        "a wrong one (--screens has what it says); 0: what it says")  # fmt: skip
    add("--turn", type=int, metavar="SECONDS", help="how long each is shown in turn")
    add("--lang", type=of_screen, choices=ON_SCREEN, help="language of the wall, this time")
    wall.set_defaults(run=_wall)


def add_pipe(commands: Commands[argparse.ArgumentParser]) -> None:
    pipe = add_command(
        commands,
        "pipe",
        "be a station without a window: JSON Lines in, JSON Lines out",
        "docs/pipe.md has every line that goes in or comes out.\n"
        'example: echo \'{"do": "incidents"}\' | muster pipe --db URL --name "Gate reader"',
    )
    db_option(pipe)
    data_option(pipe)
    pipe.add_argument("--name", default="pipe", help="the station's name in the log")
    pipe.add_argument("--person", default="", help="who is sitting there (the name, if not given)")
    pipe.set_defaults(run=_pipe)


def _qt_is_missing() -> bool:
    """Whether Qt cannot start here; said before it is tried, for then it only aborts."""
    import_module("app.before_qt")
    from app.libraries import check_libraries

    why = check_libraries()
    if why:
        print(why, file=sys.stderr)
    return bool(why)


def open_window(arguments: argparse.Namespace) -> int:
    if _qt_is_missing():
        return IMPOSSIBLE
    from app.libraries import has_display

    if not has_display() and "QT_QPA_PLATFORM" not in os.environ:
        print("There is no display here. `demo` and `pipe` need none.", file=sys.stderr)
        return IMPOSSIBLE
    from app.main import run_window

    return run_window(db=arguments.db, data=arguments.data)


def _demo(arguments: argparse.Namespace) -> int:
    if _qt_is_missing():
        return IMPOSSIBLE
    from app.demonstrate import run_demo

    return run_demo(
        speed=arguments.speed,
        language=arguments.lang,
        out=arguments.out,
        offscreen=arguments.offscreen,
    )


def _wall(arguments: argparse.Namespace) -> int:
    if _qt_is_missing():
        return IMPOSSIBLE
    from app.libraries import has_display

    if not has_display() and "QT_QPA_PLATFORM" not in os.environ:
        print("There is no display here to show a wall on.", file=sys.stderr)
        return IMPOSSIBLE
    from app.show_wall import Wanted, read_parts, run_wall

    try:
        parts = read_parts(arguments.parts)
    except ValueError as error:
        print(error, file=sys.stderr)
        return IMPOSSIBLE
    wanted = Wanted(
        screens=tuple(arguments.screen), show=arguments.show, incident=arguments.incident,
        parts=parts, names=arguments.names, turn=arguments.turn, language=arguments.lang,
        inches=arguments.inches,
    )  # fmt: skip
    return run_wall(
        db=arguments.db, data=arguments.data, wanted=wanted, only_list=arguments.screens
    )


def _pipe(arguments: argparse.Namespace) -> int:
    from app.station.pipe_main import pipe

    return pipe(arguments.db, arguments.data, name=arguments.name, person=arguments.person)
