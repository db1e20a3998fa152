"""What can be wrong with a node of a written file, in words."""

from __future__ import annotations

from collections.abc import Iterable

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from app.models.problem import listed, nearest, say
from app.models.text import QT_TRANSLATE_NOOP, Phrase


def refusal(node: Node, *, again: bool) -> Phrase | None:
    """What no field may be, whatever its type."""
    if again:
        return say(QT_TRANSLATE_NOOP("PlanFile", "anchors (& and *) are not used; write it out"))
    if not str(node.tag).startswith("tag:yaml.org,2002:"):
        words = QT_TRANSLATE_NOOP("PlanFile", "marks like {tag} are not used; delete it")
        return say(words, tag=str(node.tag))
    if is_nothing(node):
        words = QT_TRANSLATE_NOOP("PlanFile", "nothing is written here; fill it in or delete it")
        return say(words)
    return None


def is_nothing(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.value == "" and node.style is None


def kind_of(node: Node) -> Phrase:
    if isinstance(node, SequenceNode):
        return say(QT_TRANSLATE_NOOP("PlanFile", "a list"))
    if isinstance(node, MappingNode):
        return say(QT_TRANSLATE_NOOP("PlanFile", "keys with values"))
    return say(QT_TRANSLATE_NOOP("PlanFile", "a single value"))


def missing(path: str) -> Phrase:
    words = QT_TRANSLATE_NOOP("PlanFile", "missing; add “{key}: …” here")
    return say(words, key=path.rpartition(".")[2])


def unknown(written: str, known: Iterable[str]) -> Phrase:
    names = tuple(known)
    meant = nearest(written, names)
    if meant is None:
        words = QT_TRANSLATE_NOOP("PlanFile", "unknown key “{key}”; possible here: {known}")
        return say(words, key=written, known=listed(names))
    words = QT_TRANSLATE_NOOP("PlanFile", "unknown key “{key}”; did you mean “{meant}”?")
    return say(words, key=written, meant=meant)


def comma() -> Phrase:
    words = QT_TRANSLATE_NOOP(
        "PlanFile", "a comma ends a text inside {{…}}; put a text with commas in quotes"
    )
    return say(words)
