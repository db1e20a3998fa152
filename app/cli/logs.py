"""What a log is looked at and taken away with: verify, export, record, forms, readiness, people."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.cli.shared import (
    IMPOSSIBLE,
    Commands,
    add_command,
    by,
    db_option,
    language_options,
    login,
    paper_options,
    who_options,
    zone_named,
)


def add_verify(commands: Commands[argparse.ArgumentParser]) -> None:
    verify = add_command(
        commands,
        "verify",
        "check the chain of every stream: whole, or where it breaks",
        "exit code 0: whole · 1: broken, with the place · 2: could not be read\n"
        "A printed PDF is checked against the log, or against an exported JSON file.\n"
        "example: muster verify --db sqlite:////path/muster.sqlite\n"
        "         muster verify exported.json\n"
        "         muster verify record.pdf --db URL",
    )
    db_option(verify)
    verify.add_argument(
        "files", nargs="*", type=Path, metavar="FILE",
        help="an exported JSON file, or a printed PDF (and the exported file, without --db)",
    )  # fmt: skip
    verify.set_defaults(run=_verify)


def add_export(commands: Commands[argparse.ArgumentParser]) -> None:
    export = add_command(
        commands,
        "export",
        "write one incident, a month of the shift log, or everything, as JSON (which verify can "
        "check) or CSV",
        "examples: muster export --db URL --incident 2026-0042 --format csv -o 2026-0042.csv\n"
        "          muster export --db URL --all -o FOLDER\n"
        "docs/data-out.md says what stands in each file.",
    )
    db_option(export)
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


def add_record(commands: Commands[argparse.ArgumentParser]) -> None:
    record = add_command(
        commands,
        "record",
        "print one incident as a PDF (PDF/A), and enter in its log that it was printed",
        "docs/record.md says what each form has.\n"
        "exit code 0: printed · 2: it could not be; nothing was written\n"
        "example: muster record --db URL --incident 2026-0042 --form summary --lang zh -o s.pdf",
    )
    db_option(record)
    record.add_argument("--incident", required=True, metavar="N", help="its number")
    record.add_argument("--form", choices=FORMS, default="timeline")
    paper_options(record)
    who_options(record, "prints", station="record")
    record.add_argument("-o", "--out", type=Path, help="the file (standard output by default)")
    record.set_defaults(run=_record)


def add_forms(commands: Commands[argparse.ArgumentParser]) -> None:
    forms = add_command(
        commands,
        "forms",
        "print empty forms to write on when the power is out, for one plan or all",
        "Call-out list, check-in list, timeline sheets and evacuation list of each plan.\n"
        "With --db those of its plans and site, with the staff by name, and their numbers with\n"
        "--with-contacts.\n"
        "example: muster forms --plan fire --lang zh -o forms",
    )
    db_option(forms)
    forms.add_argument("--plan", metavar="KEY", help="only this plan, by its key")
    paper_options(forms)
    forms.add_argument("-o", "--out", type=Path, required=True, metavar="FOLDER")
    forms.set_defaults(run=_forms)


def add_people(commands: Commands[argparse.ArgumentParser]) -> None:
    people = add_command(
        commands, "people", "take in the staff from CSV or Excel, or write them as CSV"
    )
    parts = people.add_subparsers(title="commands", metavar="COMMAND", required=True)
    into = add_command(
        parts,
        "import",
        "add and change staff from a table, one in each row",
        "exit code 0: taken in · 1: problems, each with its row; nothing was changed\n"
        "           2: it could not be read or recorded\n"
        "docs/people.md says what the columns are.\n"
        "example: muster people import staff.xlsx --db URL --look",
    )
    into.add_argument("file", type=Path, metavar="FILE", help="CSV or .xlsx")
    db_option(into)
    into.add_argument("--look", action="store_true", help="only say what would change")
    who_options(into, "imports", station="import")
    into.set_defaults(run=_people_import)
    out = add_command(parts, "export", "write the staff as CSV, which import takes again")
    db_option(out)
    out.add_argument("-o", "--out", type=Path, help="the file (standard output by default)")
    out.set_defaults(run=_people_export)


def add_readiness(commands: Commands[argparse.ArgumentParser]) -> None:
    readiness = add_command(
        commands,
        "readiness",
        "print what each plan lacks, now or at an hour of the week, and the week at a glance",
        "docs/readiness.md says how it is reckoned. Nothing is entered: it is of no incident.\n"
        "example: muster readiness --db URL --at sun-03 --lang zh -o readiness.pdf",
    )
    db_option(readiness)
    readiness.add_argument(
        "--at", metavar="DAY-HOUR", help="an hour of the week, such as mon-00 or sun-23 (now)"
    )
    language_options(readiness)
    readiness.add_argument("-o", "--out", type=Path, help="the file (standard output by default)")
    readiness.set_defaults(run=_readiness)


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

    zone = zone_named(arguments.zone)
    if isinstance(zone, str):
        print(zone, file=sys.stderr)
        return IMPOSSIBLE
    order = Order(
        form=Form(arguments.form), language=arguments.lang, contacts=arguments.with_contacts,
        person=arguments.person or login(), station=arguments.station, zone=zone,
    )  # fmt: skip
    return record(arguments.db, arguments.incident, arguments.out, order)


def _forms(arguments: argparse.Namespace) -> int:
    from app.commands.paper import forms

    zone = zone_named(arguments.zone)
    if isinstance(zone, str):
        print(zone, file=sys.stderr)
        return IMPOSSIBLE
    return forms(
        arguments.db, arguments.plan, arguments.out, language=arguments.lang, zone=zone,
        phones=arguments.with_contacts,
    )  # fmt: skip


def _readiness(arguments: argparse.Namespace) -> int:
    from app.commands.paper import print_readiness

    zone = zone_named(arguments.zone)
    if isinstance(zone, str):
        print(zone, file=sys.stderr)
        return IMPOSSIBLE
    return print_readiness(
        arguments.db, arguments.at, arguments.out, language=arguments.lang, zone=zone
    )


def _people_import(arguments: argparse.Namespace) -> int:
    from app.commands.people import people_import

    return people_import(arguments.db, arguments.file, by(arguments), only_look=arguments.look)


def _people_export(arguments: argparse.Namespace) -> int:
    from app.commands.people import people_export

    return people_export(arguments.db, arguments.out)
