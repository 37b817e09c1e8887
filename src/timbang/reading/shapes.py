"""Shapes of YAML nodes that the case's own files need: texts in two languages, years, choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from timbang.reading.flaws import Flaw
from timbang.reading.schema import At, Cell, Fields, ListOf, Shape
from timbang.reading.yamlfile import Mapping, Node, Sequence
from timbang.text import Text

EARLIEST, LATEST = 1648, 2100  # years a period may have


@dataclass(frozen=True, slots=True)
class Years:
    """From a year to a year, both included: {from: 2002, to: 2021}."""

    def read(self, node: Node, at: At) -> Any:
        """First and last year."""
        found = self._ends().read(node, at)
        if found is None or len(found) < 2:
            return None
        first, last = found["from"], found["to"]
        if first > last:
            at.refuse(node, Flaw(f"the years run from {first} back to {last}", "from, then to", "Exchange them"))
        elif first < EARLIEST or last > LATEST:
            at.refuse(node, Flaw(f"the years {first}-{last} are out of range", f"years from {EARLIEST} to {LATEST}"))
        else:
            return first, last
        return None

    def json(self) -> dict[str, Any]:
        """An object with from and to."""
        return self._ends().json()

    @staticmethod
    def _ends() -> Fields:
        return Fields({"from": Cell("year"), "to": Cell("year")}, ("from", "to"))


@dataclass(frozen=True, slots=True)
class TwoTexts:
    """A text in English and Indonesian: {en: ..., id: ...}, neither empty."""

    def read(self, node: Node, at: At) -> Any:
        """The Text."""
        cell = Cell("text")
        found = Fields({"en": cell, "id": cell}, ("en", "id")).read(node, at)
        return Text(found["en"], found["id"]) if found is not None and len(found) == 2 else None

    def json(self) -> dict[str, Any]:
        """An object of two strings."""
        cell = Cell("text")
        return Fields({"en": cell, "id": cell}, ("en", "id")).json()


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which values are meant: one, a list, or with `ranged` {from: a, to: b}, kept as (a, "..", b)."""

    ranged: bool = True

    def read(self, node: Node, at: At) -> Any:
        """A tuple of strings."""
        if not isinstance(node, Mapping):
            return ListOf(Cell("text"), lone=True).read(node, at)
        if not self.ranged:
            at.refuse(node, Flaw("one value or a list is expected here"))
            return None
        ends = Fields({"from": Cell("text"), "to": Cell("text")}).read(node, at)
        if not ends:
            at.refuse(node, Flaw("the range has neither end", "{from: a, to: b}"))
            return None
        return (ends.get("from", ""), "..", ends.get("to", "9999"))

    def json(self) -> dict[str, Any]:
        """A string, an array of strings, or an object with from and to."""
        either = ListOf(Cell("text"), lone=True).json()
        ends = Fields({"from": Cell("text"), "to": Cell("text")}).json()
        return {"anyOf": [*either["anyOf"], ends]} if self.ranged else either


@dataclass(frozen=True, slots=True)
class Argument:
    """A keyword argument of a measure: a string, or a list of strings as a tuple."""

    def read(self, node: Node, at: At) -> Any:
        """The string or tuple."""
        shape: Shape = ListOf(Cell("text")) if isinstance(node, Sequence) else Cell("text")
        return shape.read(node, at)

    def json(self) -> dict[str, Any]:
        """A string or an array of strings."""
        return ListOf(Cell("text"), lone=True).json()
