"""What the duties of a plan must hold: who has them, when they begin, what rules propose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from string import Formatter

from app.models.keycheck import doubled, keys_of, undefined
from app.models.levels import Level
from app.models.plan import LONGEST_KEPT, MESSAGE_WORDS, MOST_REPRESENTATIVES, Begins, Plan, Rule
from app.models.problem import Finding, listed, nearest, say
from app.models.text import QT_TRANSLATE_NOOP, Phrase, Text


def check_duties(plan: Plan) -> Iterator[Finding]:
    """Everything that is wrong with tasks, notifications, services, rules and what is owed."""
    for n, task in enumerate(plan.tasks, 1):
        yield from _owner_ref(plan, f"tasks[{n}].owner", task.owner)
        yield from _begins(plan, f"tasks[{n}]", task)
        if task.opens and task.opens == plan.key:
            words = QT_TRANSLATE_NOOP("PlanFile", "the plan itself; name another one that it opens")
            yield Finding(field=f"tasks[{n}].opens", message=say(words))
    for n, told in enumerate(plan.notifications, 1):
        place = f"notifications[{n}]"
        yield from _owner_ref(plan, f"{place}.by", told.by)
        yield from _begins(plan, place, told)
        yield from _message(f"{place}.message", told.message)
        if told.by_itself and told.message is None:
            words = QT_TRANSLATE_NOOP(
                "PlanFile", "nothing to send by itself; add a “message” or delete this"
            )
            yield Finding(field=f"{place}.by_itself", message=say(words))
    for n, service in enumerate(plan.services, 1):
        yield from _owner_ref(plan, f"services[{n}].by", service.by)
    for n, owed in enumerate(plan.follow_ups, 1):
        yield from _owner_ref(plan, f"follow_ups[{n}].owner", owed.owner)
    yield from _rules(plan)
    yield from _roll_call(plan)
    yield from _reception(plan)


def _owner_ref(plan: Plan, place: str, key: str) -> Iterator[Finding]:
    """Whoever does something is a role or a group."""
    known = [*(role.key for role in plan.roles), *(group.key for group in plan.groups)]
    return undefined(place, key, known, ("roles", "groups"))


def _level_ref(plan: Plan, place: str, level: Level | None) -> Iterator[Finding]:
    if level not in (None, Level.IV) and plan.step(level) is None:
        words = QT_TRANSLATE_NOOP("PlanFile", "level {level} is not among the levels of the plan")
        yield Finding(
            field=place, message=say(words, level=level.numeral), needs=("levels", "levels#*")
        )


def _begins(plan: Plan, place: str, duty: Begins) -> Iterator[Finding]:
    phases = [phase.key for phase in plan.phases]
    yield from _level_ref(plan, f"{place}.from_level", duty.from_level)
    yield from _level_ref(plan, f"{place}.up_to_level", duty.up_to_level)
    yield from undefined(f"{place}.phase", duty.phase, phases, ("phases",))
    if duty.up_to_level is not None and duty.up_to_level < duty.from_level:
        words = QT_TRANSLATE_NOOP(
            "PlanFile",
            "level {level} is below {before}, from which it begins; so it would never begin",
        )
        message = say(words, level=duty.up_to_level.numeral, before=duty.from_level.numeral)
        yield Finding(field=f"{place}.up_to_level", message=message)
    if duty.sign is not None and duty.sign.is_counted:
        words = QT_TRANSLATE_NOOP(
            "PlanFile",
            "“{sign}” is counted, so nothing begins with it; "
            "write “from_people: 20”, or a “when” in words",
        )
        yield Finding(field=f"{place}.sign", message=say(words, sign=duty.sign.value))


def _message(place: str, message: Text | None) -> Iterator[Finding]:
    """Each language by itself: a word in braces stands for what is known of the incident."""
    if message is None:
        return
    for language, template in (("en", message.en), ("zh", message.zh)):
        problem = _unfit(template)
        if problem is not None:
            yield Finding(field=f"{place}.{language}", message=problem)


def _unfit(template: str) -> Phrase | None:
    try:
        parts = list(Formatter().parse(template))
    except ValueError:
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "a brace without its other half; write words like {example}"
        )
        return say(words, example="{place}")
    for _, word, form, conversion in parts:
        if word is not None and (word not in MESSAGE_WORDS or form or conversion):
            turned = f"!{conversion}" if conversion else ""
            return _unknown_word(word + turned + (f":{form}" if form else ""))
    return None


def _unknown_word(word: str) -> Phrase:
    written, known = f"{{{word}}}", [f"{{{one}}}" for one in MESSAGE_WORDS]
    meant = nearest(written, known)
    if meant is not None:
        words = QT_TRANSLATE_NOOP("PlanFile", "{word} is not known; did you mean {meant}?")
        return say(words, word=written, meant=meant)
    words = QT_TRANSLATE_NOOP("PlanFile", "{word} is not known; possible are: {known}")
    return say(words, word=written, known=listed(known))


def _rules(plan: Plan) -> Iterator[Finding]:
    signs = [(rule.sign, rule.at_least) for rule in plan.rules]
    yield from doubled("rules", signs, "sign", needs=("rules#.at_least",))
    numbers = [service.number for service in plan.services]
    for n, rule in enumerate(plan.rules, 1):
        place = f"rules[{n}]"
        yield from _level_ref(plan, f"{place}.propose", rule.propose)
        for m, number in enumerate(rule.services, 1):
            needs = (*keys_of("services"), "services#.number")
            for found in undefined(f"{place}.services[{m}]", number, numbers, ("services",)):
                yield Finding(field=found.field, message=found.message, needs=needs)
        yield from _rule(place, rule)


def _rule(place: str, rule: Rule) -> Iterator[Finding]:
    if rule.propose is None and not rule.services:
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "it proposes nothing; add “propose: III”, “services: [110]”, or both"
        )
        yield Finding(field=place, message=say(words))
    if rule.at_least < 1:
        words = QT_TRANSLATE_NOOP("PlanFile", "0 would always propose; write 1 or more")
        yield Finding(field=f"{place}.at_least", message=say(words))
    elif rule.at_least > 1 and not rule.sign.is_counted:
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "“{sign}” is seen or not, and never counted; delete this"
        )
        message = say(words, sign=rule.sign.value)
        yield Finding(field=f"{place}.at_least", message=message, needs=("rules#.sign",))


def _roll_call(plan: Plan) -> Iterator[Finding]:
    roll = plan.roll_call
    if roll is None:
        return
    if roll.window <= timedelta(0):
        words = QT_TRANSLATE_NOOP("PlanFile", "nobody could answer in time; write “60 s” or more")
        yield Finding(field="roll_call.window", message=say(words))
    elif 2 * roll.window >= roll.every:
        words = QT_TRANSLATE_NOOP(
            "PlanFile",
            "the next roll call would begin before the second try has ended; "
            "write more than twice the window",
        )
        yield Finding(field="roll_call.every", message=say(words), needs=("roll_call.window",))


def _reception(plan: Plan) -> Iterator[Finding]:
    reception = plan.reception
    if reception is None:
        return
    if not 1 <= reception.most <= MOST_REPRESENTATIVES:
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "{count} representatives; the regulations allow 1 to {limit}"
        )
        message = say(words, count=reception.most, limit=MOST_REPRESENTATIVES)
        yield Finding(field="reception.most", message=message)
    if reception.erase_after > LONGEST_KEPT:
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "names and contact details are kept for at most {days} days"
        )
        yield Finding(field="reception.erase_after", message=say(words, days=LONGEST_KEPT.days))
    accept, answer = reception.accept_within, reception.answer_within
    if accept is not None and answer is not None and answer < accept:
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "the answer would be due before the matter is taken up; write a longer time"
        )
        yield Finding(
            field="reception.answer_within", message=say(words), needs=("reception.accept_within",)
        )
