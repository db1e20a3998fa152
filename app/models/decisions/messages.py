"""Messages: sent, with the mark of a drill on those of one; delivered, failed, sent again."""

from __future__ import annotations

import msgspec

from app.models import facts as f
from app.models.command import Refusal
from app.models.decisions.case import Case, Decided, Decision, missing
from app.models.message_states import MessageState
from app.models.messages import DRILL_MARK, SILENT_AFTER, is_marked
from app.models.refusals import refuse
from app.models.site import Site


def _send(case: Case, fact: f.MessageSent) -> Decided:
    """Sent again under its own key once it has failed, or nothing is heard of it any more."""
    refusal = (
        missing(message=fact.message, address=fact.address, to=fact.to, text=fact.text)
        or _unknown_target(case, fact.target)
        or _under_way(case, fact)
    )
    if refusal:
        return refusal
    if fact.by_itself and not (case.plan and case.site.sends_by_itself(case.plan.key)):
        return refuse("sending_off")
    return [_as_of_a_drill(fact) if case.incident.course.drill else fact]


def _unknown_target(case: Case, target: str) -> Refusal | None:
    planned = case.plan.notifications if case.plan else ()
    known = {"", *(each.key for each in planned), *case.incident.notifications}
    return None if target in known else refuse("unknown_notification", target=target)


def _under_way(case: Case, fact: f.MessageSent) -> Refusal | None:
    value = case.then.message(fact.message)
    if value.delivered_at is not None:
        return refuse("message_delivered", to=value.to, at=value.delivered_at)
    sent_at = value.sent_at
    if value.state is MessageState.SENDING and sent_at and case.at < sent_at + SILENT_AFTER:
        return refuse("message_sending", to=value.to, at=sent_at)
    return None


def _as_of_a_drill(fact: f.MessageSent) -> f.MessageSent:
    """Whatever was typed: nobody may take a drill for the real thing, in whichever language."""
    text, subject = fact.text, fact.subject
    mark = f"{DRILL_MARK.zh}{DRILL_MARK.en} "
    return msgspec.structs.replace(
        fact,
        text=text if is_marked(text) else mark + text,
        subject=subject if is_marked(subject) else mark + subject,
    )


def _result(case: Case, fact: f.MessageDelivered | f.MessageFailed) -> Decided:
    value = case.then.message(fact.message)
    if value.sent_at is None:
        return refuse("unknown_message")
    if value.delivered_at is not None:
        return refuse("message_delivered", to=value.to, at=value.delivered_at)
    return [fact]


def switch_sending(site: Site, fact: f.SendingSwitched) -> list[f.KnownFact] | Refusal:
    plans = {plan.key: plan.title.en for plan in site.plans.values()}
    if fact.plan not in plans:
        return refuse("no_plan", plan=fact.plan, plans=", ".join(sorted(plans)))
    return refuse("unchanged") if site.sends_by_itself(fact.plan) is fact.on else [fact]


DECISIONS: dict[type, Decision] = {
    f.MessageSent: _send,
    f.MessageDelivered: _result,
    f.MessageFailed: _result,
}
