"""What can be printed of an incident: the forms, and what an entry says of a print."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, TypeAlias

import msgspec

from app.models.command import Refusal
from app.models.facts.notes import Printed
from app.models.text import Text, Word

PaperLanguage: TypeAlias = Literal["en", "zh"]


class Form(StrEnum):
    """By the names of the command line."""

    TIMELINE = "timeline"
    SUMMARY = "summary"
    REPORT = "report"
    STATUS = "status"
    ICS_201 = "ics-201"
    ICS_209 = "ics-209"
    ICS_211 = "ics-211"
    ICS_214 = "ics-214"
    NOTIFICATIONS = "notifications"
    STAFF = "staff"


TITLES = {
    Form.TIMELINE: Text(en="Timeline", zh="事件时间线"),
    Form.SUMMARY: Text(en="Summary", zh="处置概要"),
    Form.REPORT: Text(en="After-action report", zh="事后评估报告"),
    Form.STATUS: Text(en="Status report", zh="突发事件信息报告"),
    Form.ICS_201: Text(en="ICS-201 Incident briefing", zh="ICS-201 事件简报"),
    Form.ICS_209: Text(en="ICS-209 Incident status summary", zh="ICS-209 事件状态摘要"),
    Form.ICS_211: Text(en="ICS-211 Check-in list", zh="ICS-211 签到表"),
    Form.ICS_214: Text(en="ICS-214 Activity log", zh="ICS-214 活动记录"),
    Form.NOTIFICATIONS: Text(en="Notification list", zh="通报清单"),
    Form.STAFF: Text(en="Roll of staff", zh="人员到位清单"),
}


READINESS = Text(en="Readiness", zh="应急准备情况")
"""A sheet of the site, not of an incident: what nobody enters."""


def form_title(form: str) -> Word:
    """Of a form that a newer program knows: its name."""
    return TITLES[Form(form)] if form in set(Form) else form


class Pressed(msgspec.Struct, frozen=True, kw_only=True):
    """A file, and the entry to record before it is given to anybody."""

    pdf: bytes
    printed: Printed


class NotPressedError(Exception):
    """It could not be printed; `refusal` says why and what to do."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal
