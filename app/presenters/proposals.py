"""What the plan proposes and a person decides: a higher level, or services to call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.escalation import (
    ServiceProposal,
    Standing,
    services_proposed,
    standing,
)
from app.models.levels import Level
from app.models.plan import Sign
from app.models.proposals import Proposal
from app.models.services import services
from app.models.text import by_number
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.course import ask_decider
from app.presenters.part import Answered, Scene
from app.presenters.reader import QtReader
from app.presenters.service_asking import service_title
from app.presenters.services import ServicesPresenter
from app.presenters.words import level_word

_tr = QCoreApplication.translate

RAISE, DECLINE, CALL = "raise", "decline", "call"


class ProposalsProps(msgspec.Struct, frozen=True, kw_only=True):
    """The gravest level proposed, and the service to call; empty headlines: nothing stands.

    `level_key` and `service_key` name what is shown, so that an answer is to that and no other.
    """

    level_key: str = ""
    service_key: str = ""
    level: str = ""
    level_reason: str = ""
    raise_text: str = ""
    service: str = ""
    service_reason: str = ""
    call_text: str = ""


def derive_proposals(
    levels: list[Standing], services: list[ServiceProposal], names: Mapping[str, str],
    reader: QtReader,
) -> ProposalsProps:  # fmt: skip
    """`names` are the services' as people say them, by key."""
    props = ProposalsProps()
    if levels:
        level = levels[0].proposal.level
        props = msgspec.structs.replace(
            props,
            level_key=_key(levels[0].proposal),
            level=_tr("Proposals", "Plan proposes {level}").format(level=level.numeral),
            level_reason=_with_more(reason(levels[0], reader), len(levels) - 1),
            raise_text=_tr("Proposals", "Raise…"),
        )
    if services:
        first = services[0]
        name = names.get(first.service, first.service)
        props = msgspec.structs.replace(
            props,
            service_key=first.service,
            service=_tr("Proposals", "Plan proposes calling {service}").format(service=name),
            service_reason=_with_more(reader.text(first.reason), len(services) - 1),
            call_text=_tr("Proposals", "Call {service}…").format(service=name),
        )
    return props


def reason(proposed: Standing, reader: QtReader) -> str:
    """What the rule counts now against what it asks for; else its words."""
    proposal = proposed.proposal
    template = {
        Sign.PEOPLE: by_number(
            proposed.count,
            _tr("Proposals", "{count} person ≥ {at_least}"),
            _tr("Proposals", "{count} people ≥ {at_least}"),
        ),
        Sign.INJURY: _tr("Proposals", "{count} hurt ≥ {at_least}"),
        Sign.ZONES: by_number(
            proposed.count,
            _tr("Proposals", "{count} zone ≥ {at_least}"),
            _tr("Proposals", "{count} zones ≥ {at_least}"),
        ),
    }.get(proposal.sign)
    if template is None:
        return reader.text(proposal.reason)
    return template.format(count=proposed.count, at_least=proposal.at_least)


def _with_more(told: str, others: int) -> str:
    if not others:
        return told
    return _tr("Proposals", "{told}  •  and {count} more").format(told=told, count=others)


class ProposalsPresenter(Acting):
    cells = ("course", "people", "casualties", "zone", "sign", "proposals", "service")
    keys: ClassVar[Mapping[str, str]] = {"Shift+L": RAISE, "Shift+N": DECLINE, "Shift+E": CALL}

    def __init__(self, scene: Scene, services: ServicesPresenter) -> None:
        super().__init__(scene)
        self._calls = services
        self.props = ProposalsProps()
        self._levels: list[Standing] = []
        self._services: list[ServiceProposal] = []
        self.refresh()

    def refresh(self) -> None:
        incident, plan, reader = self.scene.incident, self.scene.plan, self.scene.reader
        self._levels = standing(incident)
        self._services = services_proposed(incident, plan)
        rows = {row.key: row for row in services(incident, plan, self.scene.site)}
        told = {each.service: service_title(rows[each.service], reader)
                for each in self._services}  # fmt: skip
        props = derive_proposals(self._levels, self._services, told, reader)
        if props != self.props:
            self.props = props
            self.changed.emit()

    # What a person can ask for ---------------------------------------------------------------

    def choices(self, key: str) -> tuple[Choice, ...]:
        """What can be answered to what is shown now."""
        del key
        props, found = self.props, []
        if props.level:
            found.append(self._choice(RAISE, props.raise_text))
            found.append(self._choice(DECLINE, _tr("Proposals", "Not now")))
        if props.service:
            found.append(self._choice(CALL, props.call_text))
        return tuple(found)

    def key_for(self, action: str) -> str:
        """Which of what is shown an action is about; empty if nothing of that kind is."""
        return self.props.service_key if action == CALL else self.props.level_key

    def question(self, key: str, action: str) -> Question | None:
        """Raising calls people out, so it is asked once, with the reason filled in."""
        if action == CALL:
            return self._calls.question("", f"call:{key}")
        proposed = next((each for each in self._levels if _key(each.proposal) == key), None)
        if action != RAISE or proposed is None:
            return None
        level, told = proposed.proposal.level, reason(proposed, self.scene.reader)
        title = _tr("Proposals", "Raise to level {level} {word}")
        return Question(
            title=title.format(level=level.numeral, word=level_word(level)),
            note=self._brought(level),
            do=self.props.raise_text,
            fields=(
                Field(key="reason", label=_tr("Proposals", "Reason"), value=told),
                ask_decider(self.scene),
            ),
        )

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        if action == CALL:
            self._calls.act("", f"call:{key}", answers, then)
            return
        sign, at_least, level = _read(key)
        if action == RAISE:
            raised = f.LevelSet(
                level=level, reason=answers["reason"], sign=sign, at_least=at_least,
                decided_by=answers.get("by", "").strip(),
            )  # fmt: skip
            self.scene.ask(raised, then)
        else:
            declined = f.ProposalDeclined(sign=sign, at_least=at_least, level=level)
            self.scene.ask(declined, then)

    def _brought(self, level: Level) -> str:
        """Who is called by rising so far, in words."""
        plan, now = self.scene.plan, self.scene.incident.leveling.level
        steps = [step for step in plan.levels if now < step.level <= level] if plan else []
        return "  •  ".join(self.scene.reader.text(step.meaning) for step in steps)


def _key(proposal: Proposal) -> str:
    return f"{proposal.sign.value}:{proposal.at_least}:{proposal.level.name}"


def _read(key: str) -> tuple[Sign, int, Level]:
    sign, at_least, level = key.split(":")
    return Sign(sign), int(at_least), Level[level]
