"""What several commands take: a log, a language, who records."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from app.station.outright import By

IMPOSSIBLE, INTERRUPTED = 2, 130
ON_SCREEN = ("en", "zh_CN")

Commands = argparse._SubParsersAction  # noqa: SLF001  argparse has no public name for it


def of_screen(language: str) -> str:
    """Chinese by either of its names, as `of_paper` takes it too."""
    return "zh_CN" if language == "zh" else language


def of_paper(language: str) -> str:
    return "zh" if language == "zh_CN" else language


def inches(typed: str) -> int:
    """Of a diagonal; as many as on the settings page."""
    if not typed.isdecimal() or int(typed) > 200:
        raise argparse.ArgumentTypeError("A diagonal is 0 to 200 inches.")
    return int(typed)


def add_command(
    commands: Commands[argparse.ArgumentParser], name: str, what: str, more: str = ""
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=what,
        description=what[0].upper() + what[1:] + ".",
        epilog=more,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def db_option(to: argparse.ArgumentParser) -> None:
    what = "the shared log, such as sqlite:////path/muster.sqlite or postgresql://user@host/name"
    # Suppressed, because a command's own default would undo what stood before the command.
    to.add_argument("--db", metavar="URL", default=argparse.SUPPRESS, help=what)


def who_options(to: argparse.ArgumentParser, does: str, *, station: str) -> None:
    to.add_argument("--person", default="", help=f"who {does} (this login, if not given)")
    to.add_argument("--station", default=station, help="the station's name in the log")


def data_option(to: argparse.ArgumentParser) -> None:
    to.add_argument(
        "--data",
        metavar="DIR",
        type=Path,
        default=argparse.SUPPRESS,
        help="where this station keeps its outbox, settings and log (the user's own by default)",
    )


def language_options(to: argparse.ArgumentParser) -> None:
    to.add_argument(
        "--lang", type=of_paper, choices=("zh", "en"), default="en", help="language of the paper"
    )
    to.add_argument(
        "--zone", metavar="ZONE", help="the time zone, such as Asia/Shanghai (the system's own)"
    )


def paper_options(to: argparse.ArgumentParser) -> None:
    to.add_argument(
        "--with-contacts", action="store_true",
        help="with names and numbers of people; every page is marked",
    )  # fmt: skip
    language_options(to)


def zone_named(name: str | None) -> ZoneInfo | str | None:
    """The zone of that name, or what is wrong with the name."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return f"There is no time zone {name}. Such names look like Asia/Shanghai."


def login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container without users
        return "unknown"


def by(arguments: argparse.Namespace) -> By:
    from app.station.outright import By

    return By(person=arguments.person or login(), station=arguments.station)
