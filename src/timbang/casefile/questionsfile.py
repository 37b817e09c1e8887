"""Reads questions.yml: what a case asks of motives, conduct, types and stability, and what was published on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from timbang.errors import Problem
from timbang.model.questions import Asked, Contrast, Published, Question, Questions, System, Typing
from timbang.reading.schema import At, Cell, Fields, ListOf, MapOf, OneOf
from timbang.reading.shapes import TwoTexts, Years
from timbang.reading.yamlfile import compose

FILE = "questions.yml"

PARTIES, NAMES, PERIODS = ListOf(Cell("party")), ListOf(Cell("slug")), ListOf(Years())
TARGETS = ListOf(Cell("text"))  # states, organizations, non-state
QUESTION = Fields(
    {
        "id": Cell("slug"), "label": TwoTexts(), "kind": OneOf(("motive", "conduct")), "units": PARTIES,
        "targets": TARGETS, "mechanisms": NAMES, "periods": PERIODS, "exclusive": OneOf(("yes", "no")),
    },
    ("id", "label", "kind", "units"),
    lined=True,
)  # fmt: skip
CONTRAST = Fields(
    {"id": Cell("slug"), "label": TwoTexts(), "question": Cell("slug"), "units": PARTIES, "years": Years(),
     "between": NAMES},
    ("id", "label", "question", "units", "years", "between"),
    lined=True,
)  # fmt: skip
ASKED = Fields(
    {"id": Cell("slug"), "label": TwoTexts(), "unit": Cell("party"), "mechanism": Cell("slug"),
     "question": Cell("slug"), "implication": Cell("slug"), "targets": TARGETS, "years": Years()},
    ("id", "label", "unit"),
    lined=True,
)  # fmt: skip
TYPING = Fields(
    {"id": Cell("slug"), "label": TwoTexts(), "typology": Cell("slug"), "order": Cell("slug"), "units": PARTIES,
     "periods": PERIODS, "capability": Cell("slug"), "among": PARTIES},
    ("id", "label", "typology", "order", "units", "periods"),
    lined=True,
)  # fmt: skip
SYSTEM = Fields(
    {"id": Cell("slug"), "label": TwoTexts(), "typing": Cell("slug"), "states": PARTIES},
    ("id", "label", "typing", "states"),
    lined=True,
)
PUBLISHED = Fields(
    {"about": Cell("slug"), "unit": Cell("party"), "says": NAMES, "text": TwoTexts(), "locator": Cell("text"),
     "years": Years()},
    ("about", "unit", "says", "text", "locator"),
    lined=True,
)  # fmt: skip
SHAPE = Fields(
    {
        "source": Cell("source"), "orders": MapOf(Cell("slug"), TwoTexts()), "questions": ListOf(QUESTION),
        "contrasts": ListOf(CONTRAST), "asked": ListOf(ASKED), "typings": ListOf(TYPING), "systems": ListOf(SYSTEM),
        "published": ListOf(PUBLISHED),
    },
)  # fmt: skip
PARTS: Mapping[str, tuple[Fields, Callable[..., Any]]] = {
    "questions": (QUESTION, Question), "contrasts": (CONTRAST, Contrast), "asked": (ASKED, Asked),
    "typings": (TYPING, Typing), "systems": (SYSTEM, System), "published": (PUBLISHED, Published),
}  # fmt: skip


def read_questions(text: str | None) -> tuple[Questions, list[Problem]]:
    """The questions of a case (none if it has no questions.yml), and what is wrong with the file."""
    if text is None:
        return Questions(), []
    node, problems = compose(text, FILE)
    if node is None:
        return Questions(), problems or [Problem(what="the file is empty", file=FILE, todo="Delete it, or ask")]
    found = SHAPE.read(node, At(FILE, problems)) or {}
    parts = {name: tuple(_made(found.get(name, ()), *of)) for name, of in PARTS.items()}
    return Questions(source=found.get("source", ""), orders=found.get("orders"), **parts), problems


def _made(items: tuple[dict[str, Any], ...], shape: Fields, record: Callable[..., Any]) -> list[Any]:
    """Records of the items whose required keys could all be read; the others have been reported."""
    whole = [item for item in items if set(shape.required) <= set(item)]
    yes_no = {"yes": True, "no": False}
    return [record(**{key: yes_no[v] if key == "exclusive" else v for key, v in item.items()}) for item in whole]
