"""The shape of a codebook's YAML: which keys it has, what each holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from timbang.reading.flaws import Flaw
from timbang.reading.schema import At, Cell, Fields, ListOf, MapOf, OneOf
from timbang.reading.shapes import TwoTexts
from timbang.reading.yamlfile import Node, Scalar

LONGEST = 200  # characters of a term


@dataclass(frozen=True, slots=True)
class Written:
    """A term as written, with its line: what it means is read when the lists are known."""

    def read(self, node: Node, at: At) -> Any:
        """The scalar itself."""
        if isinstance(node, Scalar) and 0 < len(node.value.strip()) <= LONGEST:
            return Scalar(node.value.strip(), node.line)
        at.refuse(node, Flaw("a term is expected here", f"words of at most {LONGEST} characters"))
        return None

    def json(self) -> dict[str, Any]:
        """A string."""
        return {"type": "string", "minLength": 1, "maxLength": LONGEST}


_TEXTS, _TERMS = ListOf(Cell("text")), ListOf(Written())
_SENTENCES = Fields({"en": _TEXTS, "id": _TEXTS, "ru": _TEXTS, "zh": _TEXTS}, ("en", "id"))
_MISSES = Fields(_SENTENCES.shapes)
_BY_LANGUAGE = Fields({"en": _TERMS, "id": _TERMS, "ru": _TERMS, "zh": _TERMS})


CODE = Fields(
    {
        "code": Cell("slug"),
        "label": TwoTexts(),
        "definition": TwoTexts(),
        "include": TwoTexts(),
        "exclude": TwoTexts(),
        "examples": _SENTENCES,
        "near_misses": _MISSES,
        "terms": _BY_LANGUAGE,
        "except": _BY_LANGUAGE,
        "implication": Cell("slug"),
        "unit": OneOf(("speaker", "organization")),
        "target": OneOf(("none", "named", "nonstate", "western-powers", "order")),
        "aspect": OneOf(("says", "does")),
        "denial": OneOf(("denies", "ignored")),
    },
    (
        "code",
        "label",
        "definition",
        "include",
        "exclude",
        "examples",
        "terms",
        "implication",
        "unit",
        "target",
        "aspect",
    ),
    lined=True,
)
SHAPE = Fields(
    {
        "format": OneOf(("1",)),
        "name": Cell("slug"),
        "version": Cell("text"),
        "title": TwoTexts(),
        "note": TwoTexts(),
        "words": MapOf(Cell("slug"), _BY_LANGUAGE),
        "codes": ListOf(CODE),
    },
    ("format", "name", "version", "title", "note", "codes"),
)
