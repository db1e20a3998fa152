"""Outgoing messages: their words, which can be sent now, and which went out or failed."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

import msgspec

from app.models.beginning import Beginnings
from app.models.commander import commander
from app.models.incident import Incident
from app.models.message_states import MessageState, MessageValue
from app.models.plan import MESSAGE_WORDS, Plan, PlanNotification
from app.models.text import Text

DRILL_MARK = Text(en="[DRILL]", zh="【演练】")
"""Stands first in every message of a drill, and in its subject."""

LONGEST_SUBJECT = 120
"""Characters."""

SILENT_AFTER = timedelta(seconds=60)
"""So long after it was sent without a result, nobody can say whether a message went out."""

_WITHOUT = Text(
    en="{title}, {place}: level {level}, about {people} people, since {time}.",
    zh="{title}，{place}：{level}，现场约{people}人，{time}起。",
)
"""What is said where the plan does not say it."""

_UNKNOWN = Text(en="not known yet", zh="待定")
_LEVEL = Text(en="{numeral}", zh="{numeral}级响应")
_BRACES = re.compile("{(" + "|".join(MESSAGE_WORDS) + ")}")


def message_words(
    incident: Incident, plan: Plan | None, *, number: str, time: str, language: str
) -> Mapping[str, str]:
    """What stands in each of the braces; `number` and `time` (of opening) as people read them."""
    detail, unknown = incident.detail, _UNKNOWN.in_language(language)
    return {
        "title": detail.title,
        "place": detail.place,
        "level": _LEVEL.in_language(language).format(numeral=incident.leveling.level.numeral),
        "people": str(incident.people.now),
        "number": number or unknown,
        "time": time,
        "commander": commander(incident, plan).name or unknown,
    }


def fill(template: str, words: Mapping[str, str]) -> str:
    """Only the known words in braces; every other brace stays as its author wrote it.

    Plans are written for many people: of one, English says it otherwise.
    """
    if words["people"] == "1":
        template = template.replace("{people} people", "{people} person")
    return _BRACES.sub(lambda found: words[found.group(1)], template)


def template_of(planned: PlanNotification | None) -> Text:
    """The plan's message, else what it says to say, else the facts."""
    return (planned and (planned.message or planned.what)) or _WITHOUT


def marked(text: str, language: str, *, drill: bool) -> str:
    """With the mark of a drill put first, once."""
    if not drill or is_marked(text):
        return text
    mark = DRILL_MARK.in_language(language)
    return f"{mark}{text}" if language.startswith("zh") else f"{mark} {text}"


def compose(template: Text, words: Mapping[str, str], language: str, *, drill: bool) -> str:
    return marked(fill(template.in_language(language), words), language, drill=drill)


def subject_of(title: str, number: str, language: str, *, drill: bool) -> str:
    """Number and title, as far as it goes: what an e-mail is called."""
    whole = marked(f"{number} {title}".strip(), language, drill=drill)
    return whole if len(whole) <= LONGEST_SUBJECT else whole[: LONGEST_SUBJECT - 1] + "…"


def is_marked(text: str) -> bool:
    return text.lstrip().startswith((DRILL_MARK.en, DRILL_MARK.zh))


class MessageRow(msgspec.Struct, frozen=True, kw_only=True):
    """One message as it stands. `who` is the notification that it carries, if it does.

    `made_good` says why a failure needs nobody any more: they were told, or a later one arrived.
    """

    key: str
    value: MessageValue
    who: Text | None
    made_good: bool = False

    @property
    def silent_at(self) -> datetime | None:
        """From when on it is no longer being sent but lost from sight."""
        sent = self.value.sent_at
        return sent + SILENT_AFTER if sent and self.value.state is MessageState.SENDING else None

    def is_silent(self, now: datetime) -> bool:
        return self.silent_at is not None and self.silent_at <= now


def messages(incident: Incident, plan: Plan | None) -> list[MessageRow]:
    """All that were sent, the newest first."""
    planned = {each.key: each.who for each in plan.notifications} if plan else {}
    rows = [
        MessageRow(
            key=key, value=value, who=planned.get(value.target),
            made_good=_is_made_good(incident, key, value),
        )
        for key, value in incident.messages.items()
        if value.sent_at is not None
    ]  # fmt: skip
    return sorted(rows, key=_newest_first)


def _newest_first(row: MessageRow) -> tuple[float, str]:
    return (-row.value.sent_at.timestamp() if row.value.sent_at else 0.0, row.key)


def target_of(message: str, value: MessageValue) -> str:
    """What is told once somebody has phoned instead: the plan's notification, or one of its own."""
    return value.target or f"message:{message}"


def _is_made_good(incident: Incident, message: str, value: MessageValue) -> bool:
    if value.sent_at is None or value.state is MessageState.DELIVERED:
        return False
    if incident.notification(target_of(message, value)).told_at is not None:
        return True
    return any(
        other.delivered_at is not None
        and other.delivered_at > value.sent_at
        and (other.address, other.target) == (value.address, value.target)
        for other in incident.messages.values()
    )


class MessageTrouble(msgspec.Struct, frozen=True, kw_only=True):
    """An alarm from `since` on: a message that failed, or whose sender fell silent (`why` empty).

    `target` is the plan's notification that is still to be told, by phone then.
    """

    message: str
    to: str
    target: str
    why: str
    since: datetime


def failed_messages(incident: Incident) -> list[MessageTrouble]:
    """What failed and is not made good yet, and what is still on its way with the time from when
    on that counts as lost: an alarm once `since` is past. The earliest first."""
    found = []
    for key, value in incident.messages.items():
        row = MessageRow(key=key, value=value, who=None)
        failed = value.state is MessageState.FAILED
        since = value.failed_at if failed else row.silent_at
        if since is not None and not _is_made_good(incident, key, value):
            found.append(
                MessageTrouble(
                    message=key, to=value.to, target=value.target,
                    why=value.why if failed else "", since=since,
                )
            )  # fmt: skip
    return sorted(found, key=lambda trouble: (trouble.since, trouble.message))


def last_message(incident: Incident, target: str) -> MessageValue | None:
    """For a notification: the one that was delivered, else the one sent last."""
    found = [value for value in incident.messages.values() if value.target == target]
    return max(found, key=_weight, default=None)


def _weight(value: MessageValue) -> tuple[bool, float]:
    sent = value.sent_at.timestamp() if value.sent_at else 0.0
    return (value.state is MessageState.DELIVERED, sent)


def sendable(
    incident: Incident, plan: Plan | None, *, but: Collection[str] = ()
) -> list[PlanNotification]:
    """The notifications that a message can be sent for now: begun, not told, none under way or
    delivered, besides those of the keys `but`; in the plan's order."""
    begins = Beginnings(incident, plan)
    busy = {
        value.target
        for key, value in incident.messages.items()
        if key not in but and value.state in (MessageState.SENDING, MessageState.DELIVERED)
    }
    found = []
    for planned in plan.notifications if plan else ():
        span = begins.span(planned)
        told = incident.notification(planned.key).told_at
        if span and span.lapsed_at is None and told is None and planned.key not in busy:
            found.append(planned)
    return found


def due_by_itself(
    incident: Incident, plan: Plan | None, moments: frozenset[datetime], *,
    but: Collection[str] = (),
) -> list[PlanNotification]:  # fmt: skip
    """Those of the plan that send themselves and that began at one of `moments`.

    Each beginning is that of one entry: whoever wrote that entry sends, and nobody else.
    """
    begins = Beginnings(incident, plan)
    return [
        planned
        for planned in sendable(incident, plan, but=but)
        if planned.by_itself
        and planned.message
        and (span := begins.span(planned))
        and span.at in moments
    ]
