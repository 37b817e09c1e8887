"""The shapes of theory, implication and typology files: which keys they have, what each holds."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from dataclasses import dataclass
from typing import Any

from timbang.inference import rules
from timbang.reading.flaws import Flaw
from timbang.reading.schema import At, Cell, Fields, ListOf, MapOf, OneOf, Shape
from timbang.reading.shapes import Chosen, TwoTexts
from timbang.reading.yamlfile import Mapping, Node, Scalar, Sequence

FORMS = ("says", "does", "undergoes")
INTERESTS = ("self", "ally", "adversary", "none")
TARGETS = ("outside-power", "member", "non-state", "none")
QUESTIONS = ("motive", "conduct")


@dataclass(frozen=True, slots=True)
class Named:
    """A mapping whose keys are names; reads to {name: (line of the name, value)}."""

    value: Shape

    def read(self, node: Node, at: At) -> Any:
        """The dict, without what could not be read."""
        found = MapOf(Cell("slug"), self.value).read(node, at)
        return {name: (node.lines[name], value) for name, value in found.items()} if isinstance(node, Mapping) else {}

    def json(self) -> dict[str, Any]:
        """An object with free keys."""
        return MapOf(Cell("slug"), self.value).json()


@dataclass(frozen=True, slots=True)
class Rule:
    """A verdict rule over the rows that count, as claims have: `every >= 3`."""

    def read(self, node: Node, at: At) -> Any:
        """The rule as written."""
        try:
            rules.parse(node.value if isinstance(node, Scalar) else "")
        except ValueError as error:
            at.refuse(node, Flaw(f"this is no rule: {error}", "such as: every >= 3"))
            return None
        return node.value.strip() if isinstance(node, Scalar) else None

    def json(self) -> dict[str, Any]:
        """A string."""
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class Range:
    """From a number to a number, [0, 0.5], inside the bounds."""

    low: float
    high: float

    def read(self, node: Node, at: At) -> Any:
        """Both ends."""
        ends: tuple[float, ...] = ListOf(Cell("number")).read(node, at) if isinstance(node, Sequence) else ()
        if len(ends) == 2 and self.low <= ends[0] < ends[1] <= self.high:
            return (float(ends[0]), float(ends[1]))
        at.refuse(node, Flaw("this is no range", f"two rising numbers from {self.low:g} to {self.high:g}: [low, high]"))
        return None

    def json(self) -> dict[str, Any]:
        """An array of two numbers."""
        return {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}


MEASURED = Fields(
    {"measure": Cell("slug"), "affirmed": Rule(), "denied": Rule(), "unit": Cell("slug"),
     "target": Cell("slug"), "where": MapOf(Cell("slug"), Chosen(ranged=False))},
    ("measure", "affirmed", "denied"),
)  # fmt: skip
REFERENCES = MapOf(Cell("slug"), Cell("text"))
CHECK = Fields(
    {"measure": Cell("slug"), "tells": TwoTexts(), "affirmed": Rule(), "denied": Rule(), "column": Cell("slug"),
     "unit": Cell("slug"), "target": Cell("slug"), "where": MapOf(Cell("slug"), Chosen(ranged=False))},
    ("measure", "tells"), lined=True,
)  # fmt: skip
CONDITION = Fields(
    {"name": Cell("slug"), "text": TwoTexts(), "citation": Cell("slug"), "check": CHECK},
    ("name", "text", "citation"), lined=True,
)  # fmt: skip


def likelihood(scale: Dict[str, float]) -> Fields:
    """A likelihood: a word of the scale, why, and on whose work it rests."""
    shapes: dict[str, Shape] = {"words": OneOf(tuple(scale)), "concentration": Cell("number"), "reason": TwoTexts(),
              "citation": Cell("slug")}  # fmt: skip
    return Fields(shapes, ("words", "reason", "citation"), lined=True)


def theory(scale: Dict[str, float]) -> Fields:
    """One mechanism."""
    shapes: dict[str, Shape] = {
        "format": OneOf(("1",)), "name": Cell("slug"), "label": TwoTexts(), "question": OneOf(QUESTIONS),
        "authors": TwoTexts(), "claim": TwoTexts(), "targets": ListOf(OneOf(TARGETS)),
        "conditions": ListOf(CONDITION), "references": REFERENCES, "expects": Named(likelihood(scale)),
    }  # fmt: skip
    return Fields(shapes, tuple(shapes))


def implications(scale: Dict[str, float]) -> Fields:
    """The vocabulary."""
    shapes: dict[str, Shape] = {
        "name": Cell("slug"), "label": TwoTexts(), "definition": TwoTexts(), "form": OneOf(FORMS),
        "cluster": Cell("slug"), "targeted": OneOf(("true", "false")), "baseline": likelihood(scale),
        "measured": MEASURED, "object": OneOf(("non-state",)),
    }  # fmt: skip
    item = Fields(shapes, tuple(shapes)[:-2], lined=True)
    whole: dict[str, Shape] = {"format": OneOf(("1",)), "references": REFERENCES, "implications": ListOf(item)}
    return Fields(whole, ("format", "implications"))


def typology(scale: Dict[str, float]) -> Fields:
    """One typology: markers of the two values, and types as regions."""
    marker = Fields({"at_zero": likelihood(scale), "at_one": likelihood(scale)}, ("at_zero", "at_one"))
    region = Fields(
        {"name": Cell("slug"), "label": TwoTexts(), "revision": Range(0, 1), "status_quo": Range(0, 1),
         "surplus": Range(-1, 1), "capability": Range(0, 1), "certain": OneOf(("yes", "no")),
         "reason": TwoTexts(), "citation": Cell("slug")},
        ("name", "label", "certain", "reason", "citation"), lined=True,
    )  # fmt: skip
    shapes: dict[str, Shape] = {
        "format": OneOf(("1",)), "name": Cell("slug"), "label": TwoTexts(), "claim": TwoTexts(),
        "references": REFERENCES, "revision": Named(marker), "status_quo": Named(marker), "types": ListOf(region),
    }  # fmt: skip
    return Fields(shapes, tuple(shapes))


def reliability(scale: Dict[str, float]) -> Fields:
    """The table of reliabilities."""
    rate = Fields(
        {"form": OneOf(FORMS), "interest": OneOf(INTERESTS), "affirms_true": likelihood(scale),
         "affirms_false": likelihood(scale)},
        ("form", "interest", "affirms_true", "affirms_false"), lined=True,
    )  # fmt: skip
    return Fields({"format": OneOf(("1",)), "references": REFERENCES, "rates": ListOf(rate)}, ("format", "rates"))
