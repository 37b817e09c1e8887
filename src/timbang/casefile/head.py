"""Reads case.yml: what the case is called, whom it is about, when, and by which rules it is read."""

from __future__ import annotations

from typing import Any

from timbang.errors import Problem
from timbang.model import CaseHead
from timbang.reading.schema import At, Cell, Fields, ListOf, MapOf, OneOf
from timbang.reading.shapes import TwoTexts, Years
from timbang.reading.yamlfile import Mapping, Node, Scalar, compose
from timbang.text import Text

FILE = "case.yml"
FORMAT = 1
ENGINES = ("duckdb", "spark")  # a cluster is named on the command line: a case may come from a stranger

GROUP = Fields({"en": Cell("text"), "id": Cell("text"), "states": ListOf(Cell("state"))}, ("en", "id", "states"))
SHAPE = Fields(
    {
        "format": OneOf((str(FORMAT),)),
        "title": TwoTexts(),
        "organization": Cell("organization"),
        "period": Years(),
        "languages": ListOf(OneOf(("en", "id"))),
        "outside_powers": ListOf(Cell("state")),
        "groups": MapOf(Cell("slug"), GROUP),
        "orders": ListOf(Cell("slug")),
        "mechanisms": ListOf(Cell("slug")),
        "complete": Fields({"framework": Years(), "others": Years()}),
        "resolution": Fields({"prefer": ListOf(Cell("source")), "phases": MapOf(Cell("slug"), Cell("slug"))}),
        "engine": OneOf(ENGINES),
        "licence": Cell("text"),
        "note": TwoTexts(),
    },
    ("format", "title", "organization", "period"),
)


def read_head(text: str | None) -> tuple[CaseHead | None, list[Problem]]:
    """The head of a case (None if it is unusable) and what is wrong with case.yml."""
    if text is None:
        todo = "Write one (timbang new makes a case to start from), or name the folder that has it"
        return None, [Problem(what="there is no case.yml", file=FILE, todo=todo)]
    node, problems = compose(text, FILE)
    if node is None:
        return None, problems or [
            Problem(what="the file is empty", file=FILE, expected="format, title, organization, period")
        ]
    if later := newer(node):
        return None, [later]
    at = At(FILE, problems)
    found = SHAPE.read(node, at)
    usable = found is not None and set(SHAPE.required) <= set(found)
    return (_head(found) if usable and found else None), problems


def written_format(node: Node | None) -> str:
    """The format number a case.yml states; empty if it states none."""
    stated = node.items.get("format") if isinstance(node, Mapping) else None
    return stated.value.strip() if isinstance(stated, Scalar) else ""


def newer(node: Node) -> Problem | None:
    """A case of a later format: whatever else would be reported of it would mislead."""
    stated = written_format(node)
    if not (stated.isascii() and stated.isdigit() and len(stated) < 9 and int(stated) > FORMAT):
        return None
    line = node.items["format"].line if isinstance(node, Mapping) else 0
    return Problem(what="the case is in a newer format than this timbang reads", file=FILE, line=line, column="format",
                   value=stated, expected=f"format {FORMAT}", todo="Install a newer timbang")  # fmt: skip


def _head(found: dict[str, Any]) -> CaseHead:
    groups = {name: group for name, group in found.get("groups", {}).items() if {"en", "id", "states"} <= set(group)}
    return CaseHead(
        format=FORMAT,
        title=found["title"],
        organization=found["organization"],
        first_year=found["period"][0],
        last_year=found["period"][1],
        languages=found.get("languages", ()),
        outside=found.get("outside_powers", ()),
        groups={name: group["states"] for name, group in groups.items()},
        group_names={name: Text(group["en"], group["id"]) for name, group in groups.items()},
        orders=found.get("orders", ()),
        mechanisms=found.get("mechanisms", ()),
        complete=found.get("complete", {}).get("framework"),
        complete_others=found.get("complete", {}).get("others"),
        prefer=found.get("resolution", {}).get("prefer", ()),
        phases=found.get("resolution", {}).get("phases", {}),
        engine=found.get("engine", "duckdb"),
        licence=found.get("licence", ""),
        note=found.get("note"),
    )
