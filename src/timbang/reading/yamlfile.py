"""Composes a YAML file into nodes: every scalar stays the string it is, with its line.

Composed from the parser's events, never constructed: `1.300` stays `1.300`, `no` stays `no`. Tags,
anchors and aliases, merge keys, directives, several documents, duplicate keys and deep nesting are
refused, so that a small file can neither run code nor grow into a large one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from timbang.errors import Problem

DEEPEST = 50


@dataclass(slots=True)
class Scalar:
    """A scalar as written; `empty` if nothing is written."""

    value: str
    line: int
    empty: bool = False


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys and values, in order."""

    line: int
    items: dict[str, Node] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)  # line of each key


Node = Scalar | Sequence | Mapping


class _Stop(Exception):
    """Reading cannot go on; the problem has been noted."""


class _Composer:
    """Builds nodes from events, and collects what is refused."""

    def __init__(self, file: str):
        self.file = file
        self.problems: list[Problem] = []
        self.open: list[tuple[Sequence | Mapping, list[Scalar]]] = []  # with the key that waits
        self.root: Node | None = None
        self.documents = 0

    def refuse(self, what: str, line: int, todo: str, value: str = "", stop: bool = False) -> None:
        self.problems.append(Problem(what=what, file=self.file, line=line, value=value, todo=todo))
        if stop:
            raise _Stop

    def run(self, events: Iterable[Any]) -> None:
        for event in events:
            name = type(event).__name__.removesuffix("Event")
            line = event.start_mark.line + 1
            if name == "DocumentStart":
                self.document(event, line)
            elif name == "Alias":
                self.refuse("aliases (*name) are not read", line, "Write the value out", f"*{event.anchor}")
                self.put(Scalar("", line, empty=True))
            elif name in ("Scalar", "SequenceStart", "MappingStart"):
                self.node(name, event, line)
            elif name in ("SequenceEnd", "MappingEnd"):
                self.open.pop()

    def document(self, event: Any, line: int) -> None:
        self.documents += 1
        if self.documents > 1:
            self.refuse("there is a second document (---)", line, "Keep one document per file", stop=True)
        if event.version or event.tags:
            self.refuse("directives (%YAML, %TAG) are not read", line, "Delete them")

    def node(self, name: str, event: Any, line: int) -> None:
        if event.anchor:
            self.refuse("anchors (&name) are not read", line, "Delete the anchor", f"&{event.anchor}")
        if event.ctag is not None and str(event.ctag):
            self.refuse("tags (!name) are not read", line, "Delete the tag", str(event.ctag))
        if name == "Scalar":
            self.put(Scalar(event.value, line, empty=not event.value and event.style is None))
            return
        if len(self.open) >= DEEPEST:
            self.refuse(f"lists and mappings are nested more than {DEEPEST} deep", line, "Flatten them", stop=True)
        self.put(node := Sequence(line) if name == "SequenceStart" else Mapping(line))
        self.open.append((node, []))

    def put(self, node: Node) -> None:
        """Hang a node where it belongs: the root, an item, a key, or the value of the key before it."""
        if not self.open:
            self.root = node
            return
        parent, waiting = self.open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif waiting:
            self.pair(parent, waiting.pop(), node)
        elif isinstance(node, Scalar):
            waiting.append(node)
        else:
            self.refuse(
                "a list or mapping stands where a key is expected", node.line, "Write a word as the key", stop=True
            )

    def pair(self, parent: Mapping, key: Scalar, node: Node) -> None:
        word = key.value
        if word == "<<":
            self.refuse("merge keys (<<) are not read", key.line, "Write the keys out")
        elif word in parent.items:
            self.refuse(
                f"the key stands twice, first on line {parent.lines[word]}", key.line, "Delete one of them", word
            )
        else:
            parent.items[word], parent.lines[word] = node, key.line


def compose(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """The nodes of a YAML file, None if it has none, and what is refused in it."""
    from ruamel.yaml import YAML  # late: it takes longer to import than `timbang --help` may

    composer = _Composer(file)
    try:
        composer.run(YAML(typ="safe", pure=True).parse(text))
    except _Stop:
        return None, composer.problems
    except Exception as error:  # the parser fails in ways of its own on what strangers write
        composer.problems.append(_unreadable(error, file))
        return None, composer.problems
    return composer.root, composer.problems


def _unreadable(error: Exception, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or type(error).__name__
    line = mark.line + 1 if mark else 0
    todo = "Check indentation, colons and quotation marks on this line and the one before it"
    return Problem(what=f"this is not YAML ({reason})", file=file, line=line, todo=todo)
