"""The command line: `muster` and what follows it. Each part is imported only when it is asked for.

Exit codes: 0 all is well · 1 something was found wrong · 2 it could not be done · 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from app.leaving import Abandoned

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from app.station.outright import By

IMPOSSIBLE, INTERRUPTED = 2, 130
_ON_SCREEN = ("en", "zh_CN")

EPILOG = """\
exit codes: 0 all is well, 1 something was found wrong, 2 it could not be done (the message says
why and what to do), 130 interrupted.

A shared log is named by a URL:
  sqlite:////full/path/muster.sqlite          a file on this machine, for one machine
  postgresql://user@host/database             PostgreSQL 15 to 18; the password comes from the
                                              keyring or the URL; several hosts: host1,host2
"""


def _of_screen(language: str) -> str:
    """Chinese by either of its names, as `_of_paper` takes it too."""
    return "zh_CN" if language == "zh" else language


def _of_paper(language: str) -> str:
    return "zh" if language == "zh_CN" else language


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
    _db(top)
    _data(top)
    top.set_defaults(run=_window, db=None, data=None)
    commands = top.add_subparsers(title="commands", metavar="COMMAND")
    _add_demo(commands)
    _add_wall(commands)
    _add_pipe(commands)
    _add_verify(commands)
    _add_export(commands)
    _add_record(commands)
    _add_forms(commands)
    _add_people(commands)
    _add_readiness(commands)
    _add_admin(commands)
    _add_plan(commands)
    _add_drill(commands)
    _add_bench(commands)
    return top


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version  # slow to import, and slow

        parser.exit(message=f"muster {version('muster')}\n")


_Commands = argparse._SubParsersAction  # noqa: SLF001  argparse has no public name for it


def _add(
    commands: _Commands[argparse.ArgumentParser], name: str, what: str, more: str = ""
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=what,
        description=what[0].upper() + what[1:] + ".",
        epilog=more,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _db(to: argparse.ArgumentParser) -> None:
    what = "the shared log, such as sqlite:////path/muster.sqlite or postgresql://user@host/name"
    # Suppressed, because a command's own default would undo what stood before the command.
    to.add_argument("--db", metavar="URL", default=argparse.SUPPRESS, help=what)


def _who(to: argparse.ArgumentParser, does: str, *, station: str) -> None:
    to.add_argument("--person", default="", help=f"who {does} (this login, if not given)")
    to.add_argument("--station", default=station, help="the station's name in the log")


def _data(to: argparse.ArgumentParser) -> None:
    to.add_argument(
        "--data",
        metavar="DIR",
        type=Path,
        default=argparse.SUPPRESS,
        help="where this station keeps its outbox, settings and log (the user's own by default)",
    )


def _add_demo(commands: _Commands[argparse.ArgumentParser]) -> None:
    demo = _add(
        commands,
        "demo",
        "play a scripted drill on a throw-away log; join in if you like",
        "Without a display it plays off-screen, faster than it happened, and leaves pictures.\n"
        "example: muster demo --speed 4 --lang zh",
    )
    demo.add_argument("--speed", type=float, default=None, help="times as fast as it happened")
    demo.add_argument(
        "--lang", type=_of_screen, choices=_ON_SCREEN, help="language of screen and story"
    )
    demo.add_argument(
        "--out", type=Path, default=Path("muster-demo"), help="folder for the pictures"
    )
    demo.add_argument(
        "--offscreen", action="store_true", help="play off-screen even where there is a display"
    )
    demo.set_defaults(run=_demo)


def _add_wall(commands: _Commands[argparse.ArgumentParser]) -> None:
    wall = _add(
        commands,
        "wall",
        "show what goes on on wall screens: looks only, writes nothing",
        "What is set for a screen is remembered. Esc or F11 leaves. docs/wall.md has more.\n"
        "example: muster wall --db postgresql://viewer@host/muster --screen 2 --show mosaic",
    )
    _db(wall)
    _data(wall)
    add = wall.add_argument
    add("--screens", action="store_true", help="list the screens and what is set, and exit")
    add("--screen", action="append", default=[], metavar="N", help="this one only, by number "
        "or name; may be given more than once (all that are on by default)")  # fmt: skip
    add("--show", choices=("turn", "one", "mosaic", "off"),
        help="all in turn, the worst one, up to twenty beside each other, or nothing")  # fmt: skip
    add("--incident", metavar="NUMBER", help="with --show one: this one instead of the worst")
    add("--parts", metavar="LIST", help="of an incident shown large: roster,zones,plan,latest")
    add("--names", action=argparse.BooleanOptionalAction, default=None, help="name the staff")
    add("--turn", type=int, metavar="SECONDS", help="how long each is shown in turn")
    add("--lang", type=_of_screen, choices=_ON_SCREEN, help="language of the wall, this time")
    wall.set_defaults(run=_wall)


def _add_pipe(commands: _Commands[argparse.ArgumentParser]) -> None:
    pipe = _add(
        commands,
        "pipe",
        "be a station without a window: JSON Lines in, JSON Lines out",
        "docs/pipe.md has every line that goes in or comes out.\n"
        'example: echo \'{"do": "incidents"}\' | muster pipe --db URL --name "Gate reader"',
    )
    _db(pipe)
    _data(pipe)
    pipe.add_argument("--name", default="pipe", help="the station's name in the log")
    pipe.add_argument("--person", default="", help="who is sitting there (the name, if not given)")
    pipe.set_defaults(run=_pipe)


def _add_verify(commands: _Commands[argparse.ArgumentParser]) -> None:
    verify = _add(
        commands,
        "verify",
        "check the chain of every stream: whole, or where it breaks",
        "exit code 0: whole · 1: broken, with the place · 2: could not be read\n"
        "A printed PDF is checked against the log, or against an exported JSON file.\n"
        "example: muster verify --db sqlite:////path/muster.sqlite\n"
        "         muster verify exported.json\n"
        "         muster verify record.pdf --db URL",
    )
    _db(verify)
    verify.add_argument(
        "files", nargs="*", type=Path, metavar="FILE",
        help="an exported JSON file, or a printed PDF (and the exported file, without --db)",
    )  # fmt: skip
    verify.set_defaults(run=_verify)


def _add_export(commands: _Commands[argparse.ArgumentParser]) -> None:
    export = _add(
        commands,
        "export",
        "write one incident, a month of the shift log, or everything, as JSON (which verify can "
        "check) or CSV",
        "examples: muster export --db URL --incident 2026-0042 --format csv -o 2026-0042.csv\n"
        "          muster export --db URL --all -o FOLDER\n"
        "docs/data-out.md says what stands in each file.",
    )
    _db(export)
    which = export.add_mutually_exclusive_group(required=True)
    which.add_argument("--incident", metavar="N", help="its number, or site, or shift-2026-11")
    which.add_argument(
        "--all", action="store_true", help="everything, into the new folder that -o names"
    )
    export.add_argument("--format", choices=("json", "csv"), default="json")
    export.add_argument(
        "-o", "--out", type=Path, help="the file (standard output by default), or the folder"
    )
    export.set_defaults(run=_export)


FORMS = (
    "timeline", "summary", "report", "status", "ics-201", "ics-209", "ics-211", "ics-214",
    "notifications", "staff",
)  # fmt: skip


def _add_record(commands: _Commands[argparse.ArgumentParser]) -> None:
    record = _add(
        commands,
        "record",
        "print one incident as a PDF (PDF/A), and enter in its log that it was printed",
        "docs/record.md says what each form has.\n"
        "exit code 0: printed · 2: it could not be; nothing was written\n"
        "example: muster record --db URL --incident 2026-0042 --form summary --lang zh -o s.pdf",
    )
    _db(record)
    record.add_argument("--incident", required=True, metavar="N", help="its number")
    record.add_argument("--form", choices=FORMS, default="timeline")
    _paper(record)
    _who(record, "prints", station="record")
    record.add_argument("-o", "--out", type=Path, help="the file (standard output by default)")
    record.set_defaults(run=_record)


def _add_forms(commands: _Commands[argparse.ArgumentParser]) -> None:
    forms = _add(
        commands,
        "forms",
        "print empty forms to write on when the power is out, for one plan or all",
        "Call-out list, check-in list, timeline sheets and evacuation list of each plan.\n"
        "With --db those of its plans and site, with the staff by name, and their numbers with\n"
        "--with-contacts.\n"
        "example: muster forms --plan fire --lang zh -o forms",
    )
    _db(forms)
    forms.add_argument("--plan", metavar="KEY", help="only this plan, by its key")
    _paper(forms)
    forms.add_argument("-o", "--out", type=Path, required=True, metavar="FOLDER")
    forms.set_defaults(run=_forms)


def _add_people(commands: _Commands[argparse.ArgumentParser]) -> None:
    people = _add(commands, "people", "take in the staff from CSV or Excel, or write them as CSV")
    parts = people.add_subparsers(title="commands", metavar="COMMAND", required=True)
    into = _add(
        parts,
        "import",
        "add and change staff from a table, one in each row",
        "exit code 0: taken in · 1: problems, each with its row; nothing was changed\n"
        "           2: it could not be read or recorded\n"
        "docs/people.md says what the columns are.\n"
        "example: muster people import staff.xlsx --db URL --look",
    )
    into.add_argument("file", type=Path, metavar="FILE", help="CSV or .xlsx")
    _db(into)
    into.add_argument("--look", action="store_true", help="only say what would change")
    _who(into, "imports", station="import")
    into.set_defaults(run=_people_import)
    out = _add(parts, "export", "write the staff as CSV, which import takes again")
    _db(out)
    out.add_argument("-o", "--out", type=Path, help="the file (standard output by default)")
    out.set_defaults(run=_people_export)


def _add_readiness(commands: _Commands[argparse.ArgumentParser]) -> None:
    readiness = _add(
        commands,
        "readiness",
        "print what each plan lacks, now or at an hour of the week, and the week at a glance",
        "docs/readiness.md says how it is reckoned. Nothing is entered: it is of no incident.\n"
        "example: muster readiness --db URL --at sun-03 --lang zh -o readiness.pdf",
    )
    _db(readiness)
    readiness.add_argument(
        "--at", metavar="DAY-HOUR", help="an hour of the week, such as mon-00 or sun-23 (now)"
    )
    _language(readiness)
    readiness.add_argument("-o", "--out", type=Path, help="the file (standard output by default)")
    readiness.set_defaults(run=_readiness)


def _paper(to: argparse.ArgumentParser) -> None:
    to.add_argument(
        "--with-contacts", action="store_true",
        help="with names and numbers of people; every page is marked",
    )  # fmt: skip
    _language(to)


def _language(to: argparse.ArgumentParser) -> None:
    to.add_argument(
        "--lang", type=_of_paper, choices=("zh", "en"), default="en", help="language of the paper"
    )
    to.add_argument(
        "--zone", metavar="ZONE", help="the time zone, such as Asia/Shanghai (the system's own)"
    )


def _add_admin(commands: _Commands[argparse.ArgumentParser]) -> None:
    admin = _add(commands, "admin", "make a database ready, bring it up to date, say how it is")
    parts = admin.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, what in (
        ("init", "make the database ready for Muster and publish the plans that ship with it"),
        ("migrate", "bring its schema to this program's version"),
        ("archive", "make the archive that searches look at anew, from the log alone"),
        ("password", "keep this login's password in the system's keyring"),
        ("status", "say its version, this login's role, and what it holds"),
    ):
        part = _add(parts, name, what)
        part.add_argument("url", metavar="URL")
        part.set_defaults(run=_admin, what=name)


def _add_plan(commands: _Commands[argparse.ArgumentParser]) -> None:
    plan = _add(commands, "plan", "work on plan files")
    parts = plan.add_subparsers(title="commands", metavar="COMMAND", required=True)
    check = _add(
        parts,
        "check",
        "check plan files: every problem with file, line and field",
        "exit code 0: all can be used · 1: problems were found · 2: a file could not be read\n"
        "docs/plan-files.md says what may stand in a plan.",
    )
    check.add_argument("files", nargs="+", metavar="FILE")
    check.set_defaults(run=_plan_check)
    publish = _add(
        parts,
        "publish",
        "publish plan files in a log: what is opened afterwards runs by them",
        "exit code 0: published · 1: problems, each with its line; nothing was published\n"
        "           2: a file could not be read, or nothing recorded\n"
        "example: muster plan publish my-plan.yaml --db URL",
    )
    publish.add_argument("files", nargs="+", type=Path, metavar="FILE")
    _db(publish)
    _who(publish, "publishes", station="plans")
    publish.set_defaults(run=_plan_publish)
    out = _add(parts, "export", "write a plan of a log as a file, to be changed and published")
    out.add_argument("key", metavar="KEY", help="the plan's key, such as office-crowd")
    _db(out)
    out.add_argument("-o", "--out", type=Path, help="the file (standard output by default)")
    out.set_defaults(run=_plan_export)


def _add_drill(commands: _Commands[argparse.ArgumentParser]) -> None:
    drill = _add(commands, "drill", "work on drill files, and read the score of a drill")
    parts = drill.add_subparsers(title="commands", metavar="COMMAND", required=True)
    check = _add(
        parts,
        "check",
        "check drill files: every problem with file, line and field",
        "exit code 0: all can be used · 1: problems were found · 2: a file could not be read\n"
        "docs/drills.md says what may stand in a drill.",
    )
    check.add_argument("files", nargs="+", metavar="FILE")
    check.add_argument("--plan", metavar="FILE", help="the plan, if it is one of your own")
    check.set_defaults(run=_drill_check)
    score = _add(
        parts,
        "score",
        "say how a drill that is over went, against the deadlines of its plan",
        "example: muster drill score --db URL --incident D2026-0007 --lang zh",
    )
    _db(score)
    score.add_argument("--incident", required=True, metavar="N", help="the drill's number")
    score.add_argument("--format", choices=("text", "csv"), default="text")
    score.add_argument(
        "--lang", type=_of_screen, choices=_ON_SCREEN, default="en", help="of the text"
    )
    score.add_argument("-o", "--out", type=Path, help="the file (standard output by default)")
    score.set_defaults(run=_drill_score)


def _add_bench(commands: _Commands[argparse.ArgumentParser]) -> None:
    bench = _add(
        commands,
        "bench",
        "measure: our figure, the floor beside it from the same run, the ratio",
        "example: muster bench fold tick",
    )
    bench.add_argument(
        "what",
        nargs="*",
        help="live append fold open start tick verify chart desk record wall archive; or all",
    )
    bench.add_argument("--runs", type=int, default=3, help="medians of so many runs")
    bench.set_defaults(run=_bench)


def _qt_is_missing() -> bool:
    """Whether Qt cannot start here; said before it is tried, for then it only aborts."""
    import_module("app.before_qt")
    from app.libraries import check_libraries

    why = check_libraries()
    if why:
        print(why, file=sys.stderr)
    return bool(why)


def _window(arguments: argparse.Namespace) -> int:
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
    )  # fmt: skip
    return run_wall(
        db=arguments.db, data=arguments.data, wanted=wanted, only_list=arguments.screens
    )


def _pipe(arguments: argparse.Namespace) -> int:
    from app.station.pipe_main import pipe

    return pipe(arguments.db, arguments.data, name=arguments.name, person=arguments.person)


def _verify(arguments: argparse.Namespace) -> int:
    from app.commands.verifying import verify

    return verify(arguments.db, arguments.files)


def _export(arguments: argparse.Namespace) -> int:
    from app.commands.exporting import export, export_everything

    if arguments.all:
        return export_everything(arguments.db, arguments.out)
    return export(arguments.db, arguments.incident, arguments.format, arguments.out)


def _record(arguments: argparse.Namespace) -> int:
    from app.commands.paper import record
    from app.models.prints import Form
    from app.record.printing import Order

    zone = _zone(arguments.zone)
    if isinstance(zone, str):
        print(zone, file=sys.stderr)
        return IMPOSSIBLE
    order = Order(
        form=Form(arguments.form), language=arguments.lang, contacts=arguments.with_contacts,
        person=arguments.person or _login(), station=arguments.station, zone=zone,
    )  # fmt: skip
    return record(arguments.db, arguments.incident, arguments.out, order)


def _forms(arguments: argparse.Namespace) -> int:
    from app.commands.paper import forms

    zone = _zone(arguments.zone)
    if isinstance(zone, str):
        print(zone, file=sys.stderr)
        return IMPOSSIBLE
    return forms(
        arguments.db, arguments.plan, arguments.out, language=arguments.lang, zone=zone,
        phones=arguments.with_contacts,
    )  # fmt: skip


def _readiness(arguments: argparse.Namespace) -> int:
    from app.commands.paper import print_readiness

    zone = _zone(arguments.zone)
    if isinstance(zone, str):
        print(zone, file=sys.stderr)
        return IMPOSSIBLE
    return print_readiness(
        arguments.db, arguments.at, arguments.out, language=arguments.lang, zone=zone
    )


def _zone(name: str | None) -> ZoneInfo | str | None:
    """The zone of that name, or what is wrong with the name."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return f"There is no time zone {name}. Such names look like Asia/Shanghai."


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container without users
        return "unknown"


def _admin(arguments: argparse.Namespace) -> int:
    from app.commands.administering import admin

    return admin(arguments.what, arguments.url)


def _people_import(arguments: argparse.Namespace) -> int:
    from app.commands.people import people_import

    return people_import(arguments.db, arguments.file, _by(arguments), only_look=arguments.look)


def _people_export(arguments: argparse.Namespace) -> int:
    from app.commands.people import people_export

    return people_export(arguments.db, arguments.out)


def _plan_publish(arguments: argparse.Namespace) -> int:
    from app.commands.plans import plan_publish

    return plan_publish(arguments.db, arguments.files, _by(arguments))


def _plan_export(arguments: argparse.Namespace) -> int:
    from app.commands.plans import plan_export

    return plan_export(arguments.db, arguments.key, arguments.out)


def _by(arguments: argparse.Namespace) -> By:
    from app.station.outright import By

    return By(person=arguments.person or _login(), station=arguments.station)


def _plan_check(arguments: argparse.Namespace) -> int:
    from app.record.plancheck import check_files

    return check_files(arguments.files, sys.stdout)


def _drill_check(arguments: argparse.Namespace) -> int:
    from app.commands.drills import drill_check

    return drill_check(arguments.files, arguments.plan)


def _drill_score(arguments: argparse.Namespace) -> int:
    from app.commands.drills import drill_score

    return drill_score(
        arguments.db, arguments.incident, arguments.format, arguments.lang, arguments.out
    )


def _bench(arguments: argparse.Namespace) -> int:
    from app.bench import run

    return run(arguments.what, runs=arguments.runs)


if __name__ == "__main__":
    run()
