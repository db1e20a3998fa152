"""Photos and files: what must be known of one before it is attached."""

from __future__ import annotations

import re

from app.models import facts as f
from app.models.decisions.case import Case, Decided, Decision, missing
from app.models.files import MOST_BYTES, is_fingerprint
from app.models.refusals import refuse

_MEDIA_TYPE = re.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,80}")


def _attach(case: Case, fact: f.Attached) -> Decided:
    if not is_fingerprint(fact.sha256):
        return refuse("no_fingerprint")
    if not _MEDIA_TYPE.fullmatch(fact.media_type):
        return refuse("no_media_type", typed=fact.media_type)
    if fact.size == 0:
        return refuse("file_empty", name=fact.name)
    if fact.size > MOST_BYTES:
        return refuse("file_too_large", name=fact.name)
    known = case.then.file(fact.sha256)
    if known.at:
        return refuse("file_attached", name=fact.name, at=known.at, by=known.author)
    return missing(name=fact.name) or [fact]


DECISIONS: dict[type, Decision] = {f.Attached: _attach}
