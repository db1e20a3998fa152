"""Plans for tests: a small good file to spoil, and hypothesis strategies of valid plans."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from app.models.levels import Level
from app.models.plan import (
    MESSAGE_WORDS,
    Deadline,
    Duty,
    Group,
    LevelStep,
    Phase,
    Plan,
    PlanFollowUp,
    PlanNotification,
    PlanReception,
    PlanRollCall,
    PlanService,
    PlanTask,
    PlanZone,
    PlanZonePart,
    Role,
    Rule,
    Sign,
)
from app.models.text import Text

SMALL = """\
key: small
title: {en: Small, zh: 小}
purpose: {en: To test., zh: 用于测试。}
groups:
  - key: order
    name: {en: Order, zh: 秩序}
roles:
  - key: chief
    name: {en: Chief, zh: 主管}
    group: order
    succession: 0
deadlines:
  - within: 5 min
    duty: on
  - within: 30 min
levels:
  - level: IV
    meaning: {en: Usual, zh: 一般}
    call: [all]
  - level: III
    meaning: {en: More, zh: 较大}
    commander: chief
tasks:
  - key: speak
    text: {en: Speak, zh: 沟通}
    owner: order
    within: 5 min
"""

_unfit = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))
_words = st.text(_unfit, min_size=1, max_size=30).map(str.strip).filter(bool)
texts = st.builds(Text, _words, _words)
keys = st.from_regex(r"[a-z][a-z0-9_-]{0,9}", fullmatch=True).filter(lambda key: key != "all")
durations = st.one_of(
    st.integers(0, 90).map(lambda n: timedelta(seconds=n)),
    st.integers(0, 200).map(lambda n: timedelta(minutes=n)),
    st.integers(0, 90).map(lambda n: timedelta(hours=n)),
    st.integers(0, 90).map(lambda n: timedelta(days=n)),
)


messages = st.builds(
    lambda text, word: Text(f"{text.en} {{{word}}}", f"{text.zh}{{{word}}}"),
    texts.filter(lambda text: not set("{}") & set(text.en + text.zh)),
    st.sampled_from(MESSAGE_WORDS),
)


_MIN = timedelta(minutes=1)
receptions = st.builds(
    PlanReception,
    most=st.integers(1, 5),
    notes=st.lists(texts, max_size=2).map(tuple),
    accept_within=st.none() | st.just(timedelta(days=15)),
    answer_within=st.none() | st.just(timedelta(days=60)),
    erase_after=durations,
)


def _own_keys(size: int = 4, least: int = 0) -> st.SearchStrategy[list[str]]:
    return st.lists(keys, min_size=least, max_size=size, unique=True)


@st.composite
def _begins(draw: st.DrawFn, levels: list[Level], phases: list[str]) -> dict[str, Any]:
    from_level = draw(st.sampled_from(levels))
    above = [level for level in levels if level >= from_level]
    return {
        "from_level": from_level,
        "up_to_level": draw(st.none() | st.sampled_from(above)),
        "phase": draw(st.sampled_from(["", *phases])),
        "sign": draw(st.none() | st.sampled_from([one for one in Sign if not one.is_counted])),
        "from_people": draw(st.sampled_from([0, 20])),
    }


@st.composite
def _rules(draw: st.DrawFn, levels: list[Level], services: list[str]) -> Rule:
    sign = draw(st.sampled_from(Sign))
    called = tuple(services) if draw(st.booleans()) else ()
    proposed = st.sampled_from(levels)
    return Rule(
        sign=sign,
        propose=draw(st.none() | proposed if called else proposed),
        services=called,
        reason=draw(texts),
        at_least=draw(st.integers(1, 99)) if sign.is_counted else 1,
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any plan that a file may hold."""
    names = draw(_own_keys(size=8, least=2))
    cut = draw(st.integers(1, len(names) - 1))
    group_keys, role_keys = names[:cut], names[cut:]
    owner = st.sampled_from(names)
    levels = sorted({Level.IV, *draw(st.sets(st.sampled_from(Level)))})
    phase_keys = draw(_own_keys())
    begins = _begins(levels, phase_keys)
    numbers = draw(st.lists(st.sampled_from(["110", "119"]), unique=True))
    maybe = st.none() | texts
    sent: st.SearchStrategy[dict[str, Any]] = st.sampled_from([False, True]).flatmap(
        lambda by_itself: st.fixed_dictionaries(
            {"message": messages, "by_itself": st.just(by_itself)}
        )
    ) | st.just({})
    return Plan(
        key=draw(keys),
        title=draw(texts),
        purpose=draw(texts),
        source=draw(maybe),
        alert=draw(maybe),
        applies_from=draw(st.integers(0, 1000)),
        groups=tuple(
            Group(
                key=key,
                name=draw(texts),
                part_of=draw(st.sampled_from(["", group_keys[0]])) if number else "",
            )
            for number, key in enumerate(group_keys)
        ),
        roles=tuple(
            Role(
                key=key,
                name=draw(texts),
                group=draw(st.sampled_from(group_keys)),
                count=1 if number == 0 else draw(st.integers(1, 20)),
                succession=number if number < 2 else None,
            )
            for number, key in enumerate(role_keys)
        ),
        deadlines=(
            *draw(st.just((Deadline(within=timedelta(0), duty=Duty.ON),)) | st.just(())),
            Deadline(within=draw(durations)),
        ),
        levels=tuple(
            LevelStep(
                level=one,
                meaning=draw(texts),
                call=tuple(draw(st.lists(st.sampled_from(["all", *group_keys]), max_size=2))),
                commander=draw(st.sampled_from(["", role_keys[0]])),
            )
            for one in levels
        ),
        phases=tuple(Phase(key=key, name=draw(texts)) for key in phase_keys),
        tasks=tuple(
            PlanTask(
                key=key,
                text=draw(texts),
                owner=draw(owner),
                within=draw(st.none() | durations),
                mandatory=draw(st.booleans()),
                when=draw(maybe),
                opens=draw(st.sampled_from(["", "0-fire"])),
                **draw(begins),
            )
            for key in draw(_own_keys())
        ),
        notifications=tuple(
            PlanNotification(
                key=key,
                who=draw(texts),
                by=draw(owner),
                within=draw(durations),
                what=draw(maybe),
                in_writing=draw(st.booleans()),
                **draw(begins),
                **draw(sent),
            )
            for key in draw(_own_keys())
        ),
        services=tuple(
            PlanService(number=number, name=draw(texts), by=draw(owner), when=draw(maybe))
            for number in numbers
        ),
        zones=tuple(
            PlanZone(
                key=key,
                name=draw(texts),
                posts=tuple(draw(_own_keys())),
                parts=tuple(
                    PlanZonePart(key=part, name=draw(texts)) for part in draw(_own_keys(size=2))
                ),
            )
            for key in draw(_own_keys())
        ),
        reminders=tuple(draw(st.lists(texts, max_size=2))),
        rules=tuple(
            draw(st.lists(_rules(levels, numbers), max_size=2, unique_by=lambda rule: rule.sign))
        ),
        roll_call=draw(st.none() | st.just(PlanRollCall(every=20 * _MIN, window=_MIN))),
        reception=draw(st.none() | receptions),
        end=tuple(draw(st.lists(texts, max_size=2))),
        follow_ups=tuple(
            PlanFollowUp(key=key, text=draw(texts), owner=draw(owner), within=draw(durations))
            for key in draw(_own_keys())
        ),
    )
