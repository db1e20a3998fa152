"""Refusals: each in words that say why, each used; and what no command may carry."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from app.models import facts as f
from app.models.command import Call, Command, PublishPlan, read_command
from app.models.facts import Corrected, Note
from app.models.field_words import FIELDS
from app.models.plan import Plan
from app.models.refusals import _WHY, refuse
from tests.builders import BEGIN, MINUTE, PLAN, Play, text

APP = Path(__file__).parents[2] / "app"


def calls() -> Iterator[tuple[set[str], set[str]]]:
    """(codes, names of arguments) of each call of `refuse` in the program."""
    for path in APP.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            match ast.unparse(node.func):
                case "refuse":
                    first = ast.walk(node.args[0])
                    codes = {each.value for each in first if isinstance(each, ast.Constant)}
                    yield {str(code) for code in codes}, {str(key.arg) for key in node.keywords}
                case "NotTaken":  # a file that is not taken: its code, then why
                    yield {ast.literal_eval(node.args[0])}, {"name", "why"}


def test_that_every_code_has_words_and_every_word_a_use() -> None:
    used = {code for codes, _ in calls() for code in codes}
    assert used == set(_WHY)


def test_that_every_refusal_is_given_what_its_words_need() -> None:
    for codes, given in calls():
        for code in codes:
            assert set(re.findall(r"\{(\w+)\}", _WHY[code])) <= given, code


@pytest.mark.parametrize("code", _WHY)
def test_that_words_are_sentences(code: str) -> None:
    assert re.fullmatch(r"[A-Z“{].*\.", _WHY[code])


@pytest.mark.parametrize("code", _WHY)
def test_that_words_say_why_and_then_what_to_do(code: str) -> None:
    """In a second sentence; or behind a colon, that nothing is to be done."""
    assert re.search(r"(\. .+|: (nothing|nobody) .+)\.$", _WHY[code])


def test_that_a_refusal_is_put_into_words() -> None:
    assert refuse("missing", field="title").why.english() == "“Title” is empty. Fill it in."


NOT_TYPED = frozenset({
    "active", "alarm", "at", "at_least", "by_itself", "contact", "contacts", "document", "drill",
    "entrance", "entry", "erase_by", "eta", "everyone", "fact", "form", "head", "injects",
    "language", "left", "level", "line", "made", "media_type", "off_duty", "on", "on_duty", "open",
    "origin", "phase", "plan", "point", "points", "reception", "ref", "roll", "script",
    "second_due", "seen", "sha256", "shape", "sign", "size", "sort", "stand_down", "taken_back",
    "told", "took_ms", "why",
})  # fmt: skip
"""Chosen or made by the program: nobody leaves them empty or too long."""


def test_that_every_field_that_people_fill_in_has_a_name_that_they_know() -> None:
    fields = {name for kind in get_args(Command) for name in kind.__struct_fields__}
    assert fields - NOT_TYPED == set(FIELDS)


def test_that_a_field_is_called_as_on_the_screen_in_the_readers_language() -> None:
    assert "<Field: Who does it>" in refuse("missing", field="owner").why.render(Marking())


class Marking:
    """Shows what is given to translation."""

    language = "zh_CN"

    def translate(self, context: str, template: str) -> str:
        return f"<{context}: {template}>"

    def time(self, moment: datetime) -> str:
        return str(moment)

    dated = time


def test_that_a_reason_for_the_end_despite_what_is_open_may_be_long() -> None:
    play = Play()
    play.wait(20).do(f.DeclaredOver(reason="calm", despite="x" * 1_000))


# What no command may carry ----------------------------------------------------------------------


def test_that_two_megabytes_in_a_note_are_refused() -> None:
    assert Play().refused(Note(text="很长" * 1_000_000)) == "too_long"


def test_that_a_long_note_fits_and_a_long_title_does_not() -> None:
    play = Play()
    play.do(Note(text="x" * 20_000))
    assert play.refused(f.Amended(title="x" * 201)) == "too_long"


@pytest.mark.parametrize("letter", ["\0", "\x07", "\x1b", "\x7f", "\x85", "\ud800"])
def test_that_what_cannot_be_printed_is_refused(letter: str) -> None:
    assert Play().refused(Note(text=f"a{letter}b")) == "control_character"


@pytest.mark.parametrize("words", ["two\nlines", "a\tb", "a\r\nb", "人群 👮 “聚集”"])
def test_that_what_people_type_is_recorded(words: str) -> None:
    assert Play().do(Note(text=words)) == [Note(text=words)]


def test_that_unprintable_texts_are_found_wherever_they_stand() -> None:
    play = Play()
    play.do(Note(text="a"))
    wrong = Corrected(entry=play.last_id(), reason="x", fact=f.raw_fact(Note(text="\x07")))
    unfit: tuple[Command, ...] = (
        Call(who=("li", "\x07")),
        f.ZoneDefined(zone="x", name=text("\x07")),
        f.PersonSet(person="x", name="X", roles=("\x07",)),
        PublishPlan(document=_changed("\x07")),
        wrong,
    )
    for command in unfit:
        assert play.refused(command) == "control_character"


def test_that_plans_may_hold_long_texts() -> None:
    Play().do(PublishPlan(document=_changed("x" * 5_000)))


def _changed(words: str) -> Plan:
    return msgspec.structs.replace(PLAN, reminders=(text(words),))


def test_that_absurd_numbers_are_refused() -> None:
    play = Play()
    assert play.refused(f.Amended(people=10**12)) == "too_many"
    assert play.refused(f.ZoneEvacuating(zone="gate", expected=-1)) == "negative"


LONG_AGO = datetime(1960, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "moment",
    [
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
        LONG_AGO,
        datetime(9999, 12, 31, 23, tzinfo=UTC),
    ],
)
def test_that_times_that_no_log_takes_and_no_clock_shows_are_refused(moment: datetime) -> None:
    assert Play().refused(f.TaskAdded(task="x", text="x", due=moment)) == "no_time"


def test_that_nothing_is_noted_of_a_time_that_no_log_takes() -> None:
    assert Play().refused(Note(text="x"), at=(LONG_AGO - BEGIN) / MINUTE) == "no_time"


# Commands by name -------------------------------------------------------------------------------


def test_that_commands_are_read_by_name() -> None:
    assert read_command({"kind": "note", "text": "a"}) == Note(text="a")
    assert read_command({"kind": "call", "who": ["li"]}) == Call(who=("li",))


@pytest.mark.parametrize(
    "fields",
    [
        {}, {"kind": "fly"}, {"kind": "note"}, {"kind": "note", "text": 5},
        {"kind": "on_the_way", "who": "li", "eta": "2026-11-23T10:00:00"},
        {"kind": "amended", "people": 1.5},
    ],
)  # fmt: skip
def test_that_commands_that_are_none_say_so(fields: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        read_command(fields)
