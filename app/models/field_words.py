"""What the fields of commands are called on the screen, for refusals that are about one of them."""

from __future__ import annotations

from collections.abc import Mapping

from app.models.text import QT_TRANSLATE_NOOP, Phrase, Word

FIELDS: Mapping[str, str] = {
    "address": QT_TRANSLATE_NOOP("Field", "Address"),
    "badge": QT_TRANSLATE_NOOP("Field", "Badge"),
    "badly": QT_TRANSLATE_NOOP("Field", "Badly hurt"),
    "by": QT_TRANSLATE_NOOP("Field", "By whom"),
    "called_by": QT_TRANSLATE_NOOP("Field", "Called by"),
    "channel": QT_TRANSLATE_NOOP("Field", "How"),
    "count": QT_TRANSLATE_NOOP("Field", "How many"),
    "decided_by": QT_TRANSLATE_NOOP("Field", "Decided by"),
    "despite": QT_TRANSLATE_NOOP("Field", "Over all the same, because"),
    "due": QT_TRANSLATE_NOOP("Field", "Until"),
    "expected": QT_TRANSLATE_NOOP("Field", "How many are expected"),
    "follow_up": QT_TRANSLATE_NOOP("Field", "Follow-up"),
    "from_name": QT_TRANSLATE_NOOP("Field", "From"),
    "group": QT_TRANSLATE_NOOP("Field", "Group"),
    "guards": QT_TRANSLATE_NOOP("Field", "Guards"),
    "inject": QT_TRANSLATE_NOOP("Field", "Inject"),
    "matter": QT_TRANSLATE_NOOP("Field", "The matter"),
    "message": QT_TRANSLATE_NOOP("Field", "Message"),
    "name": QT_TRANSLATE_NOOP("Field", "Name"),
    "number": QT_TRANSLATE_NOOP("Field", "Number"),
    "outcome": QT_TRANSLATE_NOOP("Field", "How it ended"),
    "owner": QT_TRANSLATE_NOOP("Field", "Who does it"),
    "part": QT_TRANSLATE_NOOP("Field", "Floor or section"),
    "parts": QT_TRANSLATE_NOOP("Field", "Floors or sections"),
    "people": QT_TRANSLATE_NOOP("Field", "How many people"),
    "person": QT_TRANSLATE_NOOP("Field", "Person"),
    "phone": QT_TRANSLATE_NOOP("Field", "Phone"),
    "place": QT_TRANSLATE_NOOP("Field", "Place"),
    "post": QT_TRANSLATE_NOOP("Field", "Post"),
    "posts": QT_TRANSLATE_NOOP("Field", "Posts"),
    "reason": QT_TRANSLATE_NOOP("Field", "Reason"),
    "received_by": QT_TRANSLATE_NOOP("Field", "Received by"),
    "reference": QT_TRANSLATE_NOOP("Field", "Reference"),
    "representative": QT_TRANSLATE_NOOP("Field", "Representative"),
    "result": QT_TRANSLATE_NOOP("Field", "What came of it"),
    "role": QT_TRANSLATE_NOOP("Field", "Role"),
    "roles": QT_TRANSLATE_NOOP("Field", "Roles"),
    "said": QT_TRANSLATE_NOOP("Field", "What was said"),
    "service": QT_TRANSLATE_NOOP("Field", "Service"),
    "sheet": QT_TRANSLATE_NOOP("Field", "Call sheet"),
    "slightly": QT_TRANSLATE_NOOP("Field", "Slightly hurt"),
    "subject": QT_TRANSLATE_NOOP("Field", "Subject"),
    "summary": QT_TRANSLATE_NOOP("Field", "Summary"),
    "target": QT_TRANSLATE_NOOP("Field", "Who is to be told"),
    "task": QT_TRANSLATE_NOOP("Field", "Task"),
    "text": QT_TRANSLATE_NOOP("Field", "Text"),
    "title": QT_TRANSLATE_NOOP("Field", "Title"),
    "to": QT_TRANSLATE_NOOP("Field", "To whom"),
    "to_name": QT_TRANSLATE_NOOP("Field", "To"),
    "unhurt": QT_TRANSLATE_NOOP("Field", "Unhurt"),
    "unit": QT_TRANSLATE_NOOP("Field", "Unit or address"),
    "units": QT_TRANSLATE_NOOP("Field", "Who came"),
    "who": QT_TRANSLATE_NOOP("Field", "Who"),
    "zone": QT_TRANSLATE_NOOP("Field", "Zone"),
}


def field_word(name: Word) -> Word:
    """As it is where no command has a field of this name: it is a label, or a place in a file."""
    template = FIELDS.get(name) if isinstance(name, str) else None
    return Phrase("Field", template) if template else name
