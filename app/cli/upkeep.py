"""What a site is set up and measured with: admin, plan, drill, bench."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.cli.shared import (
    ON_SCREEN,
    Commands,
    add_command,
    by,
    db_option,
    of_screen,
    who_options,
)


def add_admin(commands: Commands[argparse.ArgumentParser]) -> None:
    admin = add_command(
        commands, "admin", "make a database ready, bring it up to date, say how it is"
    )
    parts = admin.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, what in (
        ("init", "make the database ready for Muster and publish the plans that ship with it"),
        ("migrate", "bring its schema to this program's version"),
        ("archive", "make the archive that searches look at anew, from the log alone"),
        ("password", "keep this login's password in the system's keyring"),
        ("status", "say its version, this login's role, and what it holds"),
    ):
        part = add_command(parts, name, what)
        part.add_argument("url", metavar="URL")
        part.set_defaults(run=_admin, what=name)


def add_plan(commands: Commands[argparse.ArgumentParser]) -> None:
    plan = add_command(commands, "plan", "work on plan files")
    parts = plan.add_subparsers(title="commands", metavar="COMMAND", required=True)
    check = add_command(
        parts,
        "check",
        "check plan files: every problem with file, line and field",
        "exit code 0: all can be used · 1: problems were found · 2: a file could not be read\n"
        "docs/plan-files.md says what may stand in a plan.",
    )
    check.add_argument("files", nargs="+", metavar="FILE")
    check.set_defaults(run=_plan_check)
    publish = add_command(
        parts,
        "publish",
        "publish plan files in a log: what is opened afterwards runs by them",
        "exit code 0: published · 1: problems, each with its line; nothing was published\n"
        "           2: a file could not be read, or nothing recorded\n"
        "example: muster plan publish my-plan.yaml --db URL",
    )
    publish.add_argument("files", nargs="+", type=Path, metavar="FILE")
    db_option(publish)
    who_options(publish, "publishes", station="plans")
    publish.set_defaults(run=_plan_publish)
    out = add_command(
        parts, "export", "write a plan of a log as a file, to be changed and published"
    )
    out.add_argument("key", metavar="KEY", help="the plan's key, such as office-crowd")
    db_option(out)
    out.add_argument("-o", "--out", type=Path, help="the file (standard output by default)")
    out.set_defaults(run=_plan_export)


def add_drill(commands: Commands[argparse.ArgumentParser]) -> None:
    drill = add_command(commands, "drill", "work on drill files, and read the score of a drill")
    parts = drill.add_subparsers(title="commands", metavar="COMMAND", required=True)
    check = add_command(
        parts,
        "check",
        "check drill files: every problem with file, line and field",
        "exit code 0: all can be used · 1: problems were found · 2: a file could not be read\n"
        "docs/drills.md says what may stand in a drill.",
    )
    check.add_argument("files", nargs="+", metavar="FILE")
    check.add_argument("--plan", metavar="FILE", help="the plan, if it is one of your own")
    check.set_defaults(run=_drill_check)
    score = add_command(
        parts,
        "score",
        "say how a drill that is over went, against the deadlines of its plan",
        "example: muster drill score --db URL --incident D2026-0007 --lang zh",
    )
    db_option(score)
    score.add_argument("--incident", required=True, metavar="N", help="the drill's number")
    score.add_argument("--format", choices=("text", "csv"), default="text")
    score.add_argument(
        "--lang", type=of_screen, choices=ON_SCREEN, default="en", help="of the text"
    )
    score.add_argument("-o", "--out", type=Path, help="the file (standard output by default)")
    score.set_defaults(run=_drill_score)


def add_bench(commands: Commands[argparse.ArgumentParser]) -> None:
    bench = add_command(
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


def _admin(arguments: argparse.Namespace) -> int:
    from app.commands.administering import admin

    return admin(arguments.what, arguments.url)


def _plan_publish(arguments: argparse.Namespace) -> int:
    from app.commands.plans import plan_publish

    return plan_publish(arguments.db, arguments.files, by(arguments))


def _plan_export(arguments: argparse.Namespace) -> int:
    from app.commands.plans import plan_export

    return plan_export(arguments.db, arguments.key, arguments.out)


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
