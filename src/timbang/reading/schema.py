"""Shapes of YAML nodes: each reads a node into a value with problems by line, and tells its JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Dict
from dataclasses import dataclass, field
from typing import Any, Protocol

from timbang.errors import Problem
from timbang.reading.cells import LONGEST, kind_reader
from timbang.reading.flaws import Flaw, Refused, meant
from timbang.reading.yamlfile import Mapping, Node, Scalar, Sequence


@dataclass(slots=True)
class At:
    """Where in a file we are, and the problems so far."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    path: str = ""

    def step(self, part: str) -> At:
        """One key or item further in."""
        return At(self.file, self.problems, f"{self.path}.{part}" if self.path else part)

    def refuse(self, node: Node, flaw: Flaw) -> None:
        """Note a flaw of a node; what follows from it is not reported as well."""
        value = node.value[:200] if isinstance(node, Scalar) else ""
        self.problems.append(Problem(what=flaw.what, file=self.file, line=node.line, column=self.path, value=value,
                                     expected=flaw.expected, todo=flaw.todo))  # fmt: skip


class Shape(Protocol):
    """Reads one kind of node. A node that is refused reads as None."""

    def read(self, node: Node, at: At) -> Any:
        """The value, or None after noting why not."""

    def json(self) -> dict[str, Any]:
        """The JSON Schema of such nodes."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A scalar, read as a cell of that kind."""

    kind: str
    among: str = ""

    def read(self, node: Node, at: At) -> Any:
        """The value of the scalar."""
        if not isinstance(node, Scalar) or node.empty or not node.value.strip():
            at.refuse(node, Flaw("one value is expected here", self.kind))
            return None
        value = node.value.strip()
        if len(value) > LONGEST:
            at.refuse(node, Flaw("the value is too long", f"at most {LONGEST} characters"))
            return None
        try:
            return kind_reader(self.kind, self.among)(value)
        except Refused as refused:
            at.refuse(node, refused.flaw)
            return None

    def json(self) -> dict[str, Any]:
        """As the schema of cells says."""
        from timbang.reading.cellschema import cell_schema

        return cell_schema(self.kind, self.among)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]

    def read(self, node: Node, at: At) -> Any:
        """The word."""
        if isinstance(node, Scalar) and node.value in self.words:
            return node.value
        value = node.value if isinstance(node, Scalar) else ""
        at.refuse(
            node, Flaw("this is not one of the words possible here", " | ".join(self.words), meant(value, self.words))
        )
        return None

    def json(self) -> dict[str, Any]:
        """An enumeration."""
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; with `lone`, one item may stand without a list around it."""

    item: Shape
    lone: bool = False

    def read(self, node: Node, at: At) -> Any:
        """A tuple of the items that could be read."""
        if isinstance(node, Scalar) and node.empty:
            return ()
        if self.lone and not isinstance(node, Sequence):
            node = Sequence(node.line, [node])
        if not isinstance(node, Sequence):
            at.refuse(node, Flaw("a list is expected here", "[item, item] or lines that begin with -"))
            return ()
        values = [self.item.read(item, at.step(str(i))) for i, item in enumerate(node.items, 1)]
        return tuple(value for value in values if value is not None)

    def json(self) -> dict[str, Any]:
        """An array."""
        array = {"type": "array", "items": self.item.json()}
        return {"anyOf": [self.item.json(), array]} if self.lone else array


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping from names the author chooses to values of one shape."""

    key: Cell
    value: Shape

    def read(self, node: Node, at: At) -> Any:
        """A dict, without what could not be read."""
        if isinstance(node, Scalar) and node.empty:
            return {}
        if not isinstance(node, Mapping):
            at.refuse(node, Flaw("a mapping is expected here", "key: value"))
            return {}
        found = {}
        for word, item in node.items.items():
            key = self.key.read(Scalar(word, node.lines[word]), at)
            value = self.value.read(item, at.step(word[:80]))
            if key is not None and value is not None:
                found[key] = value
        return found

    def json(self) -> dict[str, Any]:
        """An object with free keys."""
        return {"type": "object", "propertyNames": self.key.json(), "additionalProperties": self.value.json()}


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping with declared keys; those in `required` must be there, others are problems."""

    shapes: Dict[str, Shape]
    required: tuple[str, ...] = ()
    lined: bool = False  # whether the values found include the line the mapping begins on

    def read(self, node: Node, at: At) -> Any:
        """A dict of the keys that are there and could be read; None if it is no mapping."""
        if not isinstance(node, Mapping):
            at.refuse(node, Flaw("a mapping is expected here", "keys: " + ", ".join(self.shapes)))
            return None
        for word, line in node.lines.items():
            if word not in self.shapes:
                self._stray(word, line, at)
        for word in self.required:
            if word not in node.items:
                at.refuse(node, Flaw(f"the key {word} is missing", "", f"Add {word}:"))
        values = {word: self.shapes[word].read(item, at.step(word)) for word, item in self._given(node)}
        found = {word: value for word, value in values.items() if value is not None}
        return found | {"line": node.line} if self.lined else found

    def _given(self, node: Mapping) -> Iterator[tuple[str, Node]]:
        """Known keys with a value; a key with nothing after it is unknown, as an empty cell is."""
        for word, item in node.items.items():
            empty = isinstance(item, Scalar) and item.empty
            if word in self.shapes and (word in self.required or not empty):
                yield word, item

    def _stray(self, word: str, line: int, at: At) -> None:
        todo = meant(word, self.shapes) or "Delete it"
        at.problems.append(Problem(what="the key is not known here", file=at.file, line=line, column=at.path,
                                   value=word[:80], expected=", ".join(self.shapes), todo=todo))  # fmt: skip

    def json(self) -> dict[str, Any]:
        """An object with these keys only."""
        properties = {word: shape.json() for word, shape in self.shapes.items()}
        return {
            "type": "object",
            "properties": properties,
            "required": list(self.required),
            "additionalProperties": False,
        }
