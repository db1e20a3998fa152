"""Follow-ups in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from app.models import facts as f
from app.models.tellings.common import Line, Names, Teller, line
from app.models.text import QT_TRANSLATE_NOOP, Day


def _added(fact: f.FollowUpAdded, names: Names) -> Line:
    template = QT_TRANSLATE_NOOP("Timeline", "{subject}: owed by {owner}, until {due}")
    return line(template, fact.text, owner=names.role(fact.owner), due=Day(fact.due))


def _done(fact: f.FollowUpDone, names: Names) -> Line:
    done = QT_TRANSLATE_NOOP("Timeline", "{subject}: done")
    with_result = QT_TRANSLATE_NOOP("Timeline", "{subject}: done, {result}")
    about = names.follow_up(fact.follow_up)
    return line(with_result, about, result=fact.result) if fact.result else line(done, about)


def _undone(fact: f.FollowUpUndone, names: Names) -> Line:
    template = QT_TRANSLATE_NOOP("Timeline", "{subject}: owed again ({reason})")
    return line(template, names.follow_up(fact.follow_up), reason=fact.reason)


def _dropped(fact: f.FollowUpDropped, names: Names) -> Line:
    template = QT_TRANSLATE_NOOP("Timeline", "{subject}: not needed after all ({reason})")
    return line(template, names.follow_up(fact.follow_up), reason=fact.reason)


def _reassigned(fact: f.FollowUpReassigned, names: Names) -> Line:
    about, owner = names.follow_up(fact.follow_up), names.role(fact.owner)
    if not fact.reason:
        return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: now owed by {owner}"), about,
                    owner=owner)  # fmt: skip
    template = QT_TRANSLATE_NOOP("Timeline", "{subject}: now owed by {owner} ({reason})")
    return line(template, about, owner=owner, reason=fact.reason)


def _due_set(fact: f.FollowUpDueSet, names: Names) -> Line:
    template = QT_TRANSLATE_NOOP("Timeline", "{subject}: until {due} instead ({reason})")
    about = names.follow_up(fact.follow_up)
    return line(template, about, due=Day(fact.due), reason=fact.reason)


def _chased(fact: f.Chased, names: Names) -> Line:
    about, said = names.follow_up(fact.follow_up), fact.said
    if fact.who and said:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject}: asked {who}, who said: {said}")
        return line(template, about, who=fact.who, said=said)
    if fact.who:
        return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: asked {who}"), about, who=fact.who)
    if said:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject}: asked how it stands: {said}")
        return line(template, about, said=said)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: asked how it stands"), about)


def _fed_back(fact: f.FedBack, names: Names) -> Line:
    template = QT_TRANSLATE_NOOP("Timeline", "{subject}: reported to {to}: {text}")
    return line(template, names.follow_up(fact.follow_up), to=fact.to, text=fact.text)


def _settled(fact: f.Settled, names: Names) -> Line:
    del fact, names
    return line(QT_TRANSLATE_NOOP("Timeline", "Settled: nothing is owed any more"))


TELLERS: Mapping[type, Teller] = {
    f.FollowUpAdded: _added,
    f.FollowUpDone: _done,
    f.FollowUpUndone: _undone,
    f.FollowUpDropped: _dropped,
    f.FollowUpReassigned: _reassigned,
    f.FollowUpDueSet: _due_set,
    f.Chased: _chased,
    f.FedBack: _fed_back,
    f.Settled: _settled,
}
