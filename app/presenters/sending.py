"""Asks what a message says and to which addresses it goes, and has it sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.command import Refusal
from app.models.messages import compose, message_words, subject_of, template_of
from app.models.plan import Plan, PlanNotification
from app.models.refusals import refuse
from app.presenters.asking import Answers, Field, Question
from app.presenters.part import Answered, Scene
from app.presenters.reader import QtReader
from app.presenters.words import series, with_note
from app.station.changed import Done
from app.store.addresses import LANGUAGES, Address

_tr = QCoreApplication.translate


class Sending:
    """Of notifications of the plan by key, and of messages that are about none (an empty key)."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._asked_at = ""
        """When an answer was first sent that is not through yet: again, it is the same messages."""

    def question(self, target: str) -> Question | None:
        """The text as the plan has it, in each language that an address wants; None if there is
        no address that may be sent to."""
        offered = self.offered(target)
        if not offered:
            return None
        self._asked_at = ""
        wanted = [each for each in LANGUAGES if any(a.language == each for a in offered)]
        ticked = "\n".join(each.key for each in offered if self._is_meant(each, target))
        options = tuple((each.key, self._name(each, wanted)) for each in offered)
        texts = [
            Field(key=f"text_{each}", label=self._label(each, wanted), long=True,
                  value=self._text(target, each))
            for each in wanted
        ]  # fmt: skip
        to = _tr("Messages", "To")
        return Question(
            title=self._title(target),
            note=self._note(target),
            do=_tr("Messages", "Send"),
            fields=(*texts, Field(key="addresses", label=to, options=options, value=ticked,
                                  many=True)),
        )  # fmt: skip

    def send(self, target: str, answers: Answers, then: Answered | None) -> None:
        """To each address that is ticked, in its language; nothing goes out if any text lacks."""
        ticked = answers.get("addresses", "").split("\n")
        chosen = [each for each in self.offered(target) if each.key in ticked]
        if not chosen:
            self._scene.refuse(self._nobody(), then)
            return
        texts = {each.language: answers.get(f"text_{each.language}", "") for each in chosen}
        if not all(text.strip() for text in texts.values()):
            self._scene.refuse(refuse("missing", field=_tr("Messages", "Text")), then)
            return
        self._asked_at = self._asked_at or f"{self._scene.now:%Y%m%d%H%M%S%f}"
        facts = [self._fact(each, target, texts) for each in chosen]
        self._scene.bridge.ask_for(self._send_all(facts), then)

    def again(self, message: str, then: Answered | None) -> None:
        """The same words to the same address, under the same key."""
        value = self._scene.incident.message(message)
        known = self._scene.bridge.station.book.get(value.address)
        fact = f.MessageSent(
            message=message, address=value.address, to=known.label if known else value.to,
            text=value.text, subject=value.subject, target=value.target,
        )  # fmt: skip
        self._scene.ask(fact, then)

    def offered(self, target: str) -> list[Address]:
        """All that may be sent to, those that are meant first."""
        drill = self._scene.incident.course.drill
        found = self._scene.bridge.station.book.open_to(drill=drill)
        return sorted(found, key=lambda each: not self._is_meant(each, target))

    def meant(self, target: str) -> list[Address]:
        return [each for each in self.offered(target) if self._is_meant(each, target)]

    # Words -------------------------------------------------------------------------------------

    def _text(self, target: str, language: str) -> str:
        scene = self._scene
        incident = scene.incident
        opened = incident.course.opened_at
        words = message_words(
            incident, scene.plan, number=scene.bridge.number_of(scene.stream),
            time=scene.reader.time(opened) if opened else "", language=language,
        )  # fmt: skip
        template = template_of(self._planned(target))
        return compose(template, words, language, drill=incident.course.drill)

    def _fact(self, address: Address, target: str, texts: dict[str, str]) -> f.MessageSent:
        """Its key is made of the question's moment and the address, so that two never meet."""
        incident = self._scene.incident
        number = self._scene.bridge.number_of(self._scene.stream)
        return f.MessageSent(
            message=f"m-{self._asked_at}-{address.key}", address=address.key, to=address.label,
            target=target, text=texts[address.language].strip(),
            subject=subject_of(
                incident.detail.title, number, address.language, drill=incident.course.drill
            ),
        )  # fmt: skip

    def _title(self, target: str) -> str:
        planned = self._planned(target)
        if planned is None:
            return _tr("Messages", "Send a message")
        who = self._scene.reader.text(planned.who)
        return _tr("Messages", "Send a message: tell {who}").format(who=who)

    def _note(self, target: str) -> str:
        if self._scene.incident.course.drill:
            return _tr("Messages", "A drill: only addresses chosen for drills are offered.")
        if target and not self.meant(target):
            return _tr("Messages", "No address is kept for this one: tick whom it goes to.")
        return ""

    def _label(self, language: str, wanted: Sequence[str]) -> str:
        if len(wanted) == 1:
            return _tr("Messages", "Text")
        return _tr("Messages", "Chinese") if language == "zh" else _tr("Messages", "English")

    def _name(self, address: Address, wanted: Sequence[str]) -> str:
        language = "中文" if address.language == "zh" else "English"
        return with_note(address.label, "" if len(wanted) == 1 else language)

    def _planned(self, target: str) -> PlanNotification | None:
        planned = self._scene.plan.notifications if self._scene.plan else ()
        return next((each for each in planned if each.key == target), None)

    def _is_meant(self, address: Address, target: str) -> bool:
        plan = self._scene.plan
        return bool(plan and target and address.takes(plan.key, target))

    def _nobody(self) -> Refusal:
        drill, known = self._scene.incident.course.drill, bool(self.offered(""))
        return refuse("no_address_for_drills" if drill and not known else "no_address")

    async def _send_all(self, facts: Sequence[f.MessageSent]) -> Done | Refusal:
        """One after the other; the first refusal ends it, and what went before goes only once."""
        station, stream = self._scene.bridge.station, self._scene.stream
        answer: Done | Refusal = Done(stream=stream, entries=())
        for fact in facts:
            known = self._scene.incident.messages.get(fact.message)
            if known is None and isinstance(answer, Done):
                answer = await station.do(stream, fact)
        if isinstance(answer, Done):
            self._asked_at = ""
        return answer


def ask_switch(plan: Plan, reader: QtReader, *, on: bool) -> Question:
    """Before a plan's messages go out by themselves, or no longer do."""
    title = reader.text(plan.title)
    if not on:
        asks = _tr("Messages", "Messages of “{plan}” go out only when somebody sends them?")
        return Question(title=asks.format(plan=title), do=_tr("Messages", "Switch off"))
    whom = series(reader.text(each.who) for each in self_senders(plan))
    asks = _tr("Messages", "From now on, send messages of “{plan}” without asking?")
    note = _tr("Messages", "As soon as they are to be told: {whom}. In all incidents.")
    return Question(
        title=asks.format(plan=title), note=note.format(whom=whom),
        do=_tr("Messages", "Switch on"),
    )  # fmt: skip


def self_senders(plan: Plan) -> list[PlanNotification]:
    return [each for each in plan.notifications if each.by_itself and each.message]
