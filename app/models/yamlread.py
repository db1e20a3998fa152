"""YAML nodes into structs by their types, noting every problem and the line of every field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from types import NoneType
from typing import Any, TypeVar, cast, get_args, get_origin

import msgspec
from msgspec.structs import fields
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from app.models.problem import Finding, Problem, Reading, say
from app.models.text import QT_TRANSLATE_NOOP, Phrase, Text
from app.models.yamlfaults import comma, is_nothing, kind_of, missing, refusal, unknown
from app.models.yamlscalar import parse_scalar, parse_text, placeholder
from app.models.yamltext import compose

LONGEST_LIST = 500
NONE = "none"

T = TypeVar("T", bound=msgspec.Struct)

_LANGUAGES = {
    "en": QT_TRANSLATE_NOOP("PlanFile", "the English is missing; add “en: …”"),
    "zh": QT_TRANSLATE_NOOP("PlanFile", "the Chinese is missing; add “zh: …”"),
}


def read_document(
    text: str, kind: type[T], check: Callable[[T], Iterable[Finding]], *, file: str
) -> Reading[T]:
    """Read a whole file as a `kind`; `check` looks at what no single field can tell."""
    root = compose(text, file=file)
    if isinstance(root, tuple):
        return Reading(value=None, problems=root)
    reader = _Reader(file)
    value = cast("T", reader.read(kind, root, ""))
    reader.add(check(value))
    problems = tuple(sorted(reader.problems, key=lambda p: (p.line, p.column, p.field)))
    return Reading(value=None if problems else value, problems=problems)


class _Reader:
    """Reads on after a problem, with a placeholder, so that all problems are found at once."""

    def __init__(self, file: str) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._places: dict[str, Node] = {}
        self._keys: dict[str, Node] = {}
        self._seen: set[int] = set()

    def read(self, kind: Any, node: Node, path: str) -> Any:
        self._put(path, node)
        refused = refusal(node, again=id(node) in self._seen)
        self._seen.add(id(node))
        if refused is not None:
            return self._fail(kind, path, refused)
        return self._value(kind, node, path)

    def add(self, findings: Iterable[Finding]) -> None:
        """Note what the checks found, unless it only follows from a problem already noted."""
        known = [problem.field for problem in self.problems]
        for finding in findings:
            if not any(_follows(finding, field) for field in known):
                self._note(finding.field, finding.message)

    def _value(self, kind: Any, node: Node, path: str) -> Any:
        members = get_args(kind)
        if NoneType in members:
            if isinstance(node, ScalarNode) and node.value == NONE:
                return None
            return self._value(members[0], node, path)
        if kind is Text:
            return self._text(node, path)
        if get_origin(kind) is tuple:
            return self._list(kind, node, path)
        if structs := _structs(kind):
            return self._part(kind, structs, node, path)
        return self._scalar(kind, node, path)

    def _scalar(self, kind: Any, node: Node, path: str) -> Any:
        if not isinstance(node, ScalarNode):
            words = QT_TRANSLATE_NOOP("PlanFile", "{found} where a single value is meant")
            return self._fail(kind, path, say(words, found=kind_of(node)))
        value = parse_scalar(kind, node.value)
        return self._fail(kind, path, value) if isinstance(value, Phrase) else value

    def _list(self, kind: Any, node: Node, path: str) -> Any:
        if not isinstance(node, SequenceNode):
            words = QT_TRANSLATE_NOOP(
                "PlanFile", "{found} where a list is meant; write [a, b] or one “- ” line for each"
            )
            return self._fail(kind, path, say(words, found=kind_of(node)))
        if len(node.value) > LONGEST_LIST:
            words = QT_TRANSLATE_NOOP("PlanFile", "{size} items; the limit is {limit}")
            return self._fail(kind, path, say(words, size=len(node.value), limit=LONGEST_LIST))
        item = get_args(kind)[0]
        return tuple(self.read(item, one, f"{path}[{n}]") for n, one in enumerate(node.value, 1))

    def _text(self, node: Node, path: str) -> Text:
        if isinstance(node, ScalarNode):
            words = QT_TRANSLATE_NOOP(
                "PlanFile", "only one language; write {{en: …, zh: …}} with both"
            )
            return cast("Text", self._fail(Text, path, say(words)))
        parts = self._mapping(node, path, _LANGUAGES, in_text=True)
        found = {language: self._language(parts, language, path) for language in _LANGUAGES}
        return Text(**found)

    def _language(self, parts: Mapping[str, Node] | None, language: str, path: str) -> str:
        if parts is None:
            return ""
        place = f"{path}.{language}"
        node = parts.get(language)
        if node is None:
            self._note(place, say(_LANGUAGES[language]))
            return ""
        self._put(place, node)
        if not isinstance(node, ScalarNode):
            words = QT_TRANSLATE_NOOP("PlanFile", "{found} where words are meant")
            self._note(place, say(words, found=kind_of(node)))
            return ""
        text = parse_text(node.value)
        if isinstance(text, Phrase):
            self._note(place, text)
            return ""
        return text

    def _part(self, kind: Any, structs: Mapping[str, Any], node: Node, path: str) -> Any:
        if not isinstance(node, MappingNode):
            self._mapping(node, path, ())
            return placeholder(kind)
        tag_field = next(iter(structs.values())).__struct_config__.tag_field
        if tag_field is None:
            return self._struct(next(iter(structs.values())), node, path)
        tag = next((v for k, v in node.value if k.value == tag_field), None)
        if tag is None:
            return self._fail(kind, _join(path, tag_field), missing(tag_field))
        name = self._chosen(tag, structs, _join(path, tag_field))
        return placeholder(kind) if name is None else self._struct(structs[name], node, path)

    def _chosen(self, node: Node, structs: Mapping[str, Any], path: str) -> str | None:
        self._places[path] = node
        written = node.value if isinstance(node, ScalarNode) else ""
        if written in structs:
            return str(written)
        self._note(path, unknown(written, structs))
        return None

    def _struct(self, kind: Any, node: Node, path: str) -> Any:
        known = {field.name: field for field in fields(kind)}
        tag_field = kind.__struct_config__.tag_field
        parts = self._mapping(node, path, (*known, *([tag_field] if tag_field else ())))
        values: dict[str, Any] = {}
        for name, field in known.items():
            place = _join(path, name)
            if parts and name in parts:
                values[name] = self.read(field.type, parts[name], place)
            elif field.required:
                values[name] = self._absent(field.type, place, noted=parts is None)
        return kind(**values)

    def _absent(self, kind: Any, path: str, *, noted: bool) -> Any:
        return placeholder(kind) if noted else self._fail(kind, path, missing(path))

    def _mapping(
        self, node: Node, path: str, known: Iterable[str], *, in_text: bool = False
    ) -> dict[str, Node] | None:
        """The values by key; keys that are unknown or doubled are noted and left out."""
        if not isinstance(node, MappingNode):
            words = QT_TRANSLATE_NOOP(
                "PlanFile", "{found} where keys are meant; write “key: value”, one on each line"
            )
            self._note(path, say(words, found=kind_of(node)))
            return None
        parts: dict[str, Node] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else ""
            place = _join(path, name or "?")
            if name in parts:
                line = parts[name].start_mark.line + 1
                words = QT_TRANSLATE_NOOP(
                    "PlanFile", "“{key}” is written twice here, first in line {line}; keep one"
                )
                self._note(place, say(words, key=name, line=line), at=key)
            elif name not in known:
                message = comma() if in_text and is_nothing(value) else unknown(name, known)
                self._note(place, message, at=key)
            else:
                parts[name] = value
                self._keys[place] = key
        return parts

    def _fail(self, kind: Any, path: str, message: Phrase) -> Any:
        self._note(path, message)
        return placeholder(kind)

    def _note(self, path: str, message: Phrase, *, at: Node | None = None) -> None:
        mark = (at or self._place(path)).start_mark
        self.problems.append(
            Problem(
                file=self._file, line=mark.line + 1, column=mark.column + 1,
                field=path, message=message,
            )
        )  # fmt: skip

    def _put(self, path: str, node: Node) -> None:
        """Where nothing is written, YAML gives the place of what comes next: take the key's."""
        self._places[path] = self._keys.get(path, node) if is_nothing(node) else node

    def _place(self, path: str) -> Node:
        """The node of a field, or of the nearest part around it that was written at all."""
        while path and path not in self._places:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self._places[path]


def _structs(kind: Any) -> dict[str, Any]:
    """The structs that `kind` may be, by their tags; empty if it is none."""
    members = get_args(kind) or (kind,)
    found = [m for m in members if isinstance(m, type) and issubclass(m, msgspec.Struct)]
    return {str(member.__struct_config__.tag): member for member in found}


def _follows(finding: Finding, problem: str) -> bool:
    """Whether a finding is only the consequence of a problem at the field `problem`."""
    inside = problem == "" or re.match(re.escape(problem) + r"($|[.\[])", finding.field)
    places = re.sub(r"\[\d+\]", "#", problem)
    return bool(inside) or any(fnmatchcase(places, need) for need in finding.needs)


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
