"""Keys of a written file: what is referred to must be defined, and each must be its own."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence

from app.models.problem import Finding, listed, nearest, say
from app.models.text import QT_TRANSLATE_NOOP, Phrase

_KEYS = ("{0}", "{0}#", "{0}#.key")
"""Where a broken field leaves it unknown which keys the list {0} defines."""


def undefined(
    place: str, key: str, known: Iterable[str], lists: Sequence[str]
) -> Iterator[Finding]:
    """A reference to something that is not defined in `lists`, where `known` came from."""
    names = tuple(name for name in known if name)
    if key and key not in names:
        yield Finding(field=place, message=_undefined(key, names), needs=keys_of(*lists))


def doubled(
    place: str, keys: Iterable[Hashable], field: str, *, needs: tuple[str, ...] = ()
) -> Iterator[Finding]:
    """Items of one list that share what must be their own."""
    first: dict[Hashable, int] = {}
    for number, key in enumerate(keys, 1):
        if key in first:
            words = QT_TRANSLATE_NOOP(
                "PlanFile", "the same as in {place}[{number}]; each must be different"
            )
            message = say(words, place=place, number=first[key])
            yield Finding(field=f"{place}[{number}].{field}", message=message, needs=needs)
        elif key != "":
            first[key] = number


def keys_of(*lists: str) -> tuple[str, ...]:
    """The fields whose faults leave it unknown which keys these lists define."""
    return tuple(form.format(name) for name in lists for form in _KEYS)


def _undefined(key: str, names: Sequence[str]) -> Phrase:
    meant = nearest(key, names)
    if meant is not None:
        words = QT_TRANSLATE_NOOP("PlanFile", "“{key}” is not defined; did you mean “{meant}”?")
        return say(words, key=key, meant=meant)
    if not names:
        return say(QT_TRANSLATE_NOOP("PlanFile", "“{key}” is not defined; define it"), key=key)
    words = QT_TRANSLATE_NOOP("PlanFile", "“{key}” is not defined; defined are: {known}")
    return say(words, key=key, known=listed(names))
