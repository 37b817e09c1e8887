"""Reads claims.yml: the published claims to audit, and the test each reading of them is put to."""

from __future__ import annotations

from typing import Any

from timbang.errors import Problem
from timbang.model import Claim, Claims, Criterion, Reading
from timbang.reading.schema import At, Cell, Fields, ListOf, MapOf, OneOf
from timbang.reading.shapes import Argument, Chosen, TwoTexts, Years
from timbang.reading.yamlfile import compose

FILE = "claims.yml"

AMONG = Fields(
    {
        "series": Chosen(ranged=False),
        "setting": Chosen(ranged=False),
        "framework": Chosen(ranged=False),
        "without": Chosen(ranged=False),
        "only": Chosen(ranged=False),
        "years": Years(),
    }
)
READING = Fields(
    {
        "id": Cell("slug"),
        "label": TwoTexts(),
        "measure": Cell("text"),
        "query": Cell("text"),
        "parameters": MapOf(Cell("text"), Argument()),
        "among": AMONG,
        "where": MapOf(Cell("text"), Chosen()),
        "holds": Cell("text"),
        "partly": Cell("text"),
    },
    ("id", "label", "holds"),
    lined=True,
)
CRITERION = Fields(
    {
        "text": TwoTexts(),
        "locator": Cell("text"),
        "met": OneOf(("yes", "partly", "no", "unargued")),
        "reason": TwoTexts(),
        "reason_locator": Cell("text"),
    },
    ("text", "locator", "met", "reason"),
    lined=True,
)
CLAIM = Fields(
    {
        "id": Cell("slug"),
        "group": Cell("slug"),
        "text": TwoTexts(),
        "source": Cell("source"),
        "locator": Cell("text"),
        "kind": OneOf(("data", "inference")),
        "note": TwoTexts(),
        "readings": ListOf(READING),
        "criteria": ListOf(CRITERION),
        "coder": Cell("text"),
    },
    ("id", "group", "text", "source", "locator", "kind"),
    lined=True,
)
SHAPE = Fields(
    {
        "audited": Cell("source"),
        "framework": Cell("organization"),
        "years": Years(),
        "groups": MapOf(Cell("slug"), TwoTexts()),
        "claims": ListOf(CLAIM),
    },
    ("audited", "groups", "claims"),
)


def read_claims(text: str | None) -> tuple[Claims, list[Problem]]:
    """The claims of a case (none if it has no claims.yml), and what is wrong with the file."""
    if text is None:
        return Claims(), []
    node, problems = compose(text, FILE)
    if node is None:
        return Claims(), problems or [Problem(what="the file is empty", file=FILE, todo="Delete it, or write claims")]
    found = SHAPE.read(node, At(FILE, problems)) or {}
    items = tuple(_claim(item) for item in found.get("claims", ()) if _whole(item, CLAIM))
    return (
        Claims(
            audited=found.get("audited", ""),
            framework=found.get("framework", ""),
            years=found.get("years"),
            groups=found.get("groups", {}),
            items=items,
        ),
        problems,
    )


def _whole(item: dict[str, Any], shape: Fields) -> bool:
    """Whether every required key could be read; if not, that has been reported."""
    return set(shape.required) <= set(item)


def _claim(item: dict[str, Any]) -> Claim:
    readings = tuple(_reading(r) for r in item.get("readings", ()) if _whole(r, READING))
    criteria = tuple(_criterion(c) for c in item.get("criteria", ()) if _whole(c, CRITERION))
    return Claim(**{**item, "readings": readings, "criteria": criteria})


def _criterion(item: dict[str, Any]) -> Criterion:
    return Criterion(**{key: value for key, value in item.items() if key != "line"})


def _reading(item: dict[str, Any]) -> Reading:
    among = dict(item.get("among", {}))
    years = among.pop("years", None)
    if years:
        among["years"] = tuple(str(year) for year in years)
    return Reading(**{**item, "among": among})
