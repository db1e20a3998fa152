"""Prints: every one is an entry, of an incident in whatever state it is."""

from __future__ import annotations

from app.models import facts as f
from app.models.decisions.case import Case, Decided, Decision, missing
from app.models.files import is_fingerprint
from app.models.refusals import refuse


def _print(case: Case, fact: f.Printed) -> Decided:
    del case
    refusal = missing(form=fact.form, language=fact.language)
    if refusal:
        return refusal
    if not (is_fingerprint(fact.head) and is_fingerprint(fact.sha256)):
        return refuse("no_fingerprint")
    return [fact]


DECISIONS: dict[type, Decision] = {f.Printed: _print}
