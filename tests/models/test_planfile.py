"""Plan files: what is read, and what is said about what cannot be."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.models.plan import Plan
from app.models.planfile import plan_to_yaml, read_plan
from app.models.problem import Reading
from app.models.text import Text
from app.models.yamltext import LARGEST, decode_file
from app.store.bundled import bundled_plans
from tests.models.plans import SMALL, plans


def _read(text: str) -> Reading[Plan]:
    return read_plan(text, file="small.yaml")


def _problems(text: str) -> list[str]:
    reading = _read(text)
    assert (reading.value is None) == bool(reading.problems)
    return [problem.english() for problem in reading.problems]


def _spoiled(old: str, new: str) -> list[str]:
    assert old in SMALL
    return _problems(SMALL.replace(old, new, 1))


def test_that_a_good_file_becomes_a_plan() -> None:
    plan = _read(SMALL).value
    assert plan is not None
    assert plan.title == Text("Small", "小")
    assert plan.tasks[0].owner == "order"


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(plans())
def test_that_every_plan_survives_being_written_and_read(plan: Plan) -> None:
    reading = _read(plan_to_yaml(plan))
    assert [problem.english() for problem in reading.problems] == []
    assert reading.value == plan


def test_that_the_shipped_plans_survive_being_written_and_read() -> None:
    for name, plan in bundled_plans():
        assert read_plan(plan_to_yaml(plan), file=name).value == plan


# fmt: off
@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("owner: order", "owner: order\n    ownr: chief", "27: tasks[1].ownr",
         "unknown key “ownr”; did you mean “owner”?"),
        ("owner: order", "owner: order\n    zzz: 1", "27: tasks[1].zzz",
         ("unknown key “zzz”; possible here: from_level, up_to_level, phase, sign, "
          "from_people, key, text, owner, within, mandatory, when, opens")),
        ("    owner: order\n", "", "24: tasks[1].owner",
         "missing; add “owner: …” here"),
        ("text: {en: Speak, zh: 沟通}", "text: {en: Speak}", "25: tasks[1].text.zh",
         "the Chinese is missing; add “zh: …”"),
        ("text: {en: Speak, zh: 沟通}", "text: {zh: 沟通}", "25: tasks[1].text.en",
         "the English is missing; add “en: …”"),
        ("text: {en: Speak, zh: 沟通}", "text: Speak", "25: tasks[1].text",
         "only one language; write {en: …, zh: …} with both"),
        ("text: {en: Speak, zh: 沟通}", 'text: {en: Speak, zh: "  "}', "25: tasks[1].text.zh",
         "empty; write the words"),
        ("text: {en: Speak, zh: 沟通}",
         "text: {en: Speak, calmly, zh: 沟通}", "25: tasks[1].text.calmly",
         "a comma ends a text inside {…}; put a text with commas in quotes"),
        ("text: {en: Speak, zh: 沟通}", 'text: {en: "Speak\\tup", zh: 沟通}',
         "25: tasks[1].text.en",
         "a line break or tab in the text; write one paragraph"),
        ("text: {en: Speak, zh: 沟通}",
         f"text: {{en: {'x' * 501}, zh: 沟通}}", "25: tasks[1].text.en",
         "501 characters; the limit is 500, so shorten it"),
        ("within: 30 min", "within: -5 min", "15: deadlines[2].within",
         "“-5 min” is negative; write “5 min” or “at once”"),
        ("within: 30 min", "within: half an hour", "15: deadlines[2].within",
         "“half an hour” is no duration; write it like “5 min” or “at once”"),
        ("within: 30 min", "within: 30 minutes", "15: deadlines[2].within",
         "“30 minutes” is no duration; write it like “30 min” or “at once”"),
        ("within: 30 min", "within: 99999 d", "15: deadlines[2].within",
         "“99999 d” is too long; the limit is 3650 d"),
        ("within: 30 min", "within:", "15: deadlines[2].within",
         "nothing is written here; fill it in or delete it"),
        ("level: III", "level: V", "20: levels[2].level",
         "“V” is unknown here; did you mean “IV”? Possible are: IV, III, II, I"),
        ("level: III", "level: IV", "20: levels[2].level",
         "IV after IV; write each level once, in the order IV to I"),
        ("level: IV", "level: II", "17: levels",
         "level IV is missing; every plan starts with it"),
        ("owner: order", "owner: ordr", "26: tasks[1].owner",
         "“ordr” is not defined; did you mean “order”?"),
        ("group: order", "group: kitchen", "10: roles[1].group",
         "“kitchen” is not defined; defined are: order"),
        ("commander: chief", "commander: boss", "22: levels[2].commander",
         "“boss” is not defined; defined are: chief"),
        ("owner: order", "owner: order\n    phase: later", "27: tasks[1].phase",
         "“later” is not defined; define it"),
        ("owner: order", "owner: order\n    from_level: I", "27: tasks[1].from_level",
         "level I is not among the levels of the plan"),
        ("call: [all]", "call: all", "19: levels[1].call",
         "a single value where a list is meant; write [a, b] or one “- ” line for each"),
        ("title: {en: Small, zh: 小}", "title: [Small, 小]", "2: title",
         "a list where keys are meant; write “key: value”, one on each line"),
        ("    succession: 0\n", "", "8: roles",
         "nobody commands; give the commander’s role “succession: 0”"),
        ("succession: 0", "succession: 1", "8: roles",
         "deputies but no commander; give the commander’s role “succession: 0”"),
        ("succession: 0", "succession: first", "11: roles[1].succession",
         "“first” is no whole number; write one like 20"),
        ("succession: 0", "succession: 0\n    count: 0", "12: roles[1].count",
         "0 people; a role needs at least one, the commander’s just one"),
        ("key: small", "key: small plan", "1: key",
         "“small plan” is no key; write English letters, digits, “_” and “-” only"),
        ("key: small", "key: small\nkey: tall", "2: key",
         "“key” is written twice here, first in line 1; keep one"),
        ("owner: order", "owner: !role order", "26: tasks[1].owner",
         "marks like !role are not used; delete it"),
        ("key: order\n", "key: chief\n", "5: groups[1].key",
         "“chief” already means a role or everyone; choose another key"),
        ("tasks:\n", "applies_from: 1000000\ntasks:\n", "23: applies_from",
         "1000000 is out of range; write 0 to 100000"),
    ],
)
def test_that_a_spoiled_file_is_told_where_and_how_to_mend_it(
    old: str, new: str, place: str, words: str
) -> None:
    assert _spoiled(old, new)[0] == f"small.yaml:{place}: {words}"
# fmt: on


def test_that_all_problems_are_reported_in_order_of_their_lines() -> None:
    text = SMALL.replace("zh: 小", "zh: ''").replace("group: order", "group: ordr")
    text = text.replace("30 min", "-30 min").replace("owner: order", "owner: chef")
    lines = [int(said.split(":")[1]) for said in _problems(text)]
    assert lines == [2, 10, 15, 26]


def test_that_a_broken_list_is_not_reported_again_by_all_that_refers_to_it() -> None:
    text = SMALL.replace("groups:\n  - key: order", "groups:\n  - ky: order")
    assert [said.split(": ")[1] for said in _problems(text)] == ["groups[1].key", "groups[1].ky"]


def test_that_a_second_item_with_the_same_key_is_a_problem() -> None:
    text = SMALL + SMALL[SMALL.index("  - key: speak") :]
    assert _problems(text) == [
        "small.yaml:28: tasks[2].key: the same as in tasks[1]; each must be different"
    ]


def test_that_a_deadline_that_can_never_apply_is_a_problem() -> None:
    said = _spoiled("  - within: 30 min\n", "  - within: 30 min\n  - {within: 1 h, duty: off}\n")
    assert said == [
        (
            "small.yaml:16: deadlines[3]: this never applies: earlier deadlines cover everyone "
            "it names; move it up or delete it"
        )
    ]


def test_that_deadlines_must_cover_everyone() -> None:
    said = _spoiled("  - within: 30 min\n", "  - {within: 30 min, duty: off, roles: [chief]}\n")
    assert said == []
    said = _spoiled("  - within: 30 min\n", "  - {within: 30 min, duty: on}\n")
    assert said[0].startswith("small.yaml:13: deadlines: no deadline for “chief” with duty “off”")


def test_that_a_group_is_part_of_one_that_is_no_part_itself() -> None:
    nested = "    name: {en: Order, zh: 秩序}\n    part_of: order\n"
    said = _spoiled("    name: {en: Order, zh: 秩序}\n", nested)
    assert said == [
        (
            "small.yaml:7: groups[1].part_of: “order” has parts of its own, "
            "so it cannot be a part; one step only"
        )
    ]


def test_that_a_rule_proposes_a_level_of_the_plan_from_one_on() -> None:
    rule = (
        "rules:\n  - {sign: people, propose: I, at_least: 0, reason: {en: a, zh: b}}\n"
        "  - {sign: peple, propose: III, reason: {en: a, zh: b}}\n"
    )
    assert [said.split(": ", 1)[1] for said in _problems(SMALL + rule)] == [
        "rules[1].propose: level I is not among the levels of the plan",
        "rules[1].at_least: 0 would always propose; write 1 or more",
        (
            "rules[2].sign: “peple” is unknown here; did you mean “people”? "
            "Possible are: people, injury, zones, fire, blocked_road, damage, procession, "
            "equipment, violence, obstruction, forced_entry, self_harm, illness, higher_office"
        ),
    ]


_TOLD = "notifications:\n  - {{key: a, who: {{en: a, zh: b}}, by: order, within: 1 min, {}}}\n"
_RULE = "rules:\n  - {{reason: {{en: a, zh: b}}, {}}}\n"
_CALLED = "services:\n  - {number: '110', name: {en: a, zh: b}}\n"


# fmt: off
@pytest.mark.parametrize(
    ("added", "place", "words"),
    [
        ("    from_level: III\n    up_to_level: IV\n", "29: tasks[1].up_to_level",
         "level IV is below III, from which it begins; so it would never begin"),
        ("    up_to_level: I\n", "28: tasks[1].up_to_level",
         "level I is not among the levels of the plan"),
        ("    sign: people\n", "28: tasks[1].sign",
         ("“people” is counted, so nothing begins with it; "
          "write “from_people: 20”, or a “when” in words")),
        ("    opens: small\n", "28: tasks[1].opens",
         "the plan itself; name another one that it opens"),
        ("    opens: the fire plan\n", "28: tasks[1].opens",
         "“the fire plan” is no key; write English letters, digits, “_” and “-” only"),
        (_TOLD.format("message: {en: 'At {plaec}', zh: '在{place}'}"),
         "29: notifications[1].message.en", "{plaec} is not known; did you mean {place}?"),
        (_TOLD.format("message: {en: 'At {place}', zh: '在{}'}"),
         "29: notifications[1].message.zh",
         ("{} is not known; possible are: "
          "{title}, {place}, {level}, {people}, {number}, {time}, {commander}")),
        (_TOLD.format("message: {en: 'At {place!r}', zh: '在{place}'}"),
         "29: notifications[1].message.en", "{place!r} is not known; did you mean {place}?"),
        (_TOLD.format("message: {en: 'At {place', zh: '在{place}'}"),
         "29: notifications[1].message.en",
         "a brace without its other half; write words like {place}"),
        (_TOLD.format("by_itself: yes"), "29: notifications[1].by_itself",
         "nothing to send by itself; add a “message” or delete this"),
        (_RULE.format("sign: fire"), "29: rules[1]",
         "it proposes nothing; add “propose: III”, “services: [110]”, or both"),
        (_RULE.format("sign: fire, propose: III, at_least: 2"), "29: rules[1].at_least",
         "“fire” is seen or not, and never counted; delete this"),
        (_CALLED + _RULE.format("sign: fire, services: ['999']"), "31: rules[1].services[1]",
         "“999” is not defined; defined are: 110"),
        ("roll_call: {every: 1 min, window: at once}\n", "28: roll_call.window",
         "nobody could answer in time; write “60 s” or more"),
        ("roll_call: {every: 2 min, window: 60 s}\n", "28: roll_call.every",
         ("the next roll call would begin before the second try has ended; "
          "write more than twice the window")),
        ("reception: {erase_after: 800 d}\n", "28: reception.erase_after",
         "names and contact details are kept for at most 730 days"),
        ("reception: {most: 6}\n", "28: reception.most",
         "6 representatives; the regulations allow 1 to 5"),
        ("reception: {accept_within: 15 d, answer_within: 10 d}\n", "28: reception.answer_within",
         "the answer would be due before the matter is taken up; write a longer time"),
        (("zones:\n  - key: a\n    name: {en: a, zh: b}\n    parts:\n"
          "      - {key: f1, name: {en: a, zh: b}}\n      - {key: f1, name: {en: a, zh: b}}\n"),
         "33: zones[1].parts[2].key",
         "the same as in zones[1].parts[1]; each must be different"),
    ],
)
def test_that_what_cannot_be_so_in_a_plan_is_told_where_and_why(
    added: str, place: str, words: str
) -> None:
    assert _problems(SMALL + added) == [f"small.yaml:{place}: {words}"]
# fmt: on


def test_that_a_rule_may_call_a_service_without_proposing_a_level() -> None:
    plan = _read(SMALL + _CALLED + _RULE.format("sign: fire, services: ['110']")).value
    assert plan is not None
    assert (plan.rules[0].propose, plan.rules[0].services) == (None, ("110",))


_EMPTY = "the file is empty; start from the blank plan and change it"
_NO_LIST = "a list where keys are meant; write “key: value”, one on each line"
_COLON = (
    "“: ” does not fit here; put a text with a colon in quotes, "
    "give every key its own line, and indent like the lines above"
)


# fmt: off
@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, _EMPTY),
        ("# only a remark\n", 1, _EMPTY),
        ("- key: a\n", 1, _NO_LIST),
        ("words\n", 1, _NO_LIST.replace("a list", "a single value")),
        ("key: a\ntitle:\n\ten: a\n", 3,
         "a tab at the start of the line; indent with two spaces instead"),
        ("key: a\ntitle: {en: a\n", 2,
         "a bracket opens here and is not closed, or a comma is missing"),
        ("key: a\ntitle: {en: a,\n", 3,
         "something is missing after a comma or bracket, or a bracket is not closed"),
        ("key: a\ntitle\nb: c\n", 2, "“: ” is missing after a key"),
        ("key: a\ntitle: 'open\nb: c\n", 2, "a quotation mark opens here and is never closed"),
        ("key：a\ntitle：b\n", 1, _NO_LIST.replace("a list", "a single value")),
        ("key: a\ntitle：b\npurpose: c\n", 2, "a full-width colon “：”; write “: ” after a key"),
        ("key: a: b\n", 1, _COLON),
        ("key: @a\n", 1, "a text cannot start with this character; put it in quotes"),
        ("- a\nb: c\n", 2, "indented differently from the lines it belongs with"),
        ("key: a\n---\nkey: b\n", 2, "a second document after “---”; write one per file"),
        ("key: \x07\n", 1, "a character that text files do not have (U+0007); delete it"),
        ("[" * 5000, 1, "brackets are nested too deeply"),
        ("key: *a\n", 1, "not readable as YAML: found undefined alias 'a'"),
        ("a" * (LARGEST + 1), 1, "the file has 500001 characters; the limit is 500000"),
    ],
)
def test_that_a_file_that_is_no_plan_at_all_says_so(text: str, line: int, words: str) -> None:
    assert _problems(text)[0] == f"small.yaml:{line}: {words}"
# fmt: on


def test_that_a_part_written_by_reference_is_refused_not_followed() -> None:
    assert f"small.yaml:2: title: {_NO_LIST}" in _problems("key: a\ntitle: &t [*t]\n")
    said = _spoiled(
        "purpose: {en: To test., zh: 用于测试。}", "purpose: &p {en: a, zh: b}\nsource: *p"
    )
    assert said == ["small.yaml:3: source: anchors (& and *) are not used; write it out"]


def test_that_a_list_beyond_the_limit_is_refused() -> None:
    said = _problems(SMALL + "reminders:\n" + "  - {en: a, zh: b}\n" * 501)
    assert said == ["small.yaml:29: reminders: 501 items; the limit is 500"]


def test_that_a_file_in_another_encoding_is_told_so_with_its_line() -> None:
    problem = decode_file("key: a\ntitle: 用于测试\n".encode("gb18030"), file="small.yaml")
    assert not isinstance(problem, str)
    assert problem.english() == (
        "small.yaml:2: this is not UTF-8 text; save the file again with the encoding UTF-8"
    )


def test_that_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    raw = b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode()
    text = decode_file(raw, file="small.yaml")
    assert isinstance(text, str)
    assert _read(text) == _read(SMALL)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("ab:-[]{},&*!|>'\"#%@\t\n 小"), max_size=60))
def test_that_no_text_whatever_breaks_the_reading(text: str) -> None:
    assert _problems(text)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_that_no_line_lost_or_spoiled_breaks_the_reading(data: st.DataObject) -> None:
    lines = SMALL.split("\n")
    number = data.draw(st.integers(0, len(lines) - 1))
    lines[number] = data.draw(st.sampled_from(["", "x", lines[number] * 2, lines[number][:-4]]))
    for said in _problems("\n".join(lines)):
        assert re.match(r"small\.yaml:\d+: ", said)
