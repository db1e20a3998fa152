"""The command line: `muster` and what follows it. Each part is imported only when it is asked for.

Exit codes: 0 all is well · 1 something was found wrong · 2 it could not be done · 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from app.cli.logs import add_export, add_forms, add_people, add_readiness, add_record, add_verify
from app.cli.shared import INTERRUPTED, data_option, db_option
from app.cli.upkeep import add_admin, add_bench, add_drill, add_plan
from app.cli.windows import add_demo, add_pipe, add_wall, open_window
from app.leaving import Abandoned

EPILOG = """\
exit codes: 0 all is well, 1 something was found wrong, 2 it could not be done (the message says
why and what to do), 130 interrupted.

A shared log is named by a URL:
  sqlite:////full/path/muster.sqlite          a file on this machine, for one machine
  postgresql://user@host/database             PostgreSQL 15 to 18; the password comes from the
                                              keyring or the URL; several hosts: host1,host2
"""


def main(words: Sequence[str] | None = None) -> int:
    try:
        return _do(words)
    except KeyboardInterrupt:
        return INTERRUPTED


def run() -> NoReturn:
    """The program `muster`."""
    try:
        code = _do(None)
    except Abandoned:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(INTERRUPTED)  # at its usual end Python waits for all threads
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)


def _do(words: Sequence[str] | None) -> int:
    arguments = parser().parse_args(words)
    run_it: Callable[[argparse.Namespace], int] = arguments.run
    return run_it(arguments)


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="muster",
        description="The command desk of a building's safety team. Without a command it opens "
        "the window, on this machine's own log or on the one of --db.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action=_Version, nargs=0, help="say the version and exit")
    db_option(top)
    data_option(top)
    top.set_defaults(run=open_window, db=None, data=None)
    commands = top.add_subparsers(title="commands", metavar="COMMAND")
    add_demo(commands)
    add_wall(commands)
    add_pipe(commands)
    add_verify(commands)
    add_export(commands)
    add_record(commands)
    add_forms(commands)
    add_people(commands)
    add_readiness(commands)
    add_admin(commands)
    add_plan(commands)
    add_drill(commands)
    add_bench(commands)
    return top


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version  # slow to import, and slow

        parser.exit(message=f"muster {version('muster')}\n")


if __name__ == "__main__":
    run()
