"""Reads what the weighing assumes: the scale of words, the assumptions, and how reliable reports are."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any

from timbang.errors import Problem
from timbang.inference.theory import Assumptions, Reliability
from timbang.inference.theorynotes import Terms, cited, likelihood, note, read, twice
from timbang.inference.theoryshapes import FORMS, INTERESTS, reliability
from timbang.reading.schema import At, Cell, Fields, ListOf, MapOf, OneOf
from timbang.reading.shapes import TwoTexts

Rates = dict[tuple[str, str], Reliability]
_RATES = ("affirms_true", "affirms_false")
_PROBABILITIES = ("prior", "persistence", "slanted", "coder_affirms_true", "coder_affirms_false")
_NUMBERS = (*_PROBABILITIES, "rho", "concentration", "drift", "coder_passages", "origins", "warning", "draws")
_WHOLE = ("coder_passages", "origins", "draws")
_STATED = ("value", "reason", "citation")
_NUMBER = Fields({"value": Cell("number"), "reason": TwoTexts(), "citation": Cell("slug")}, _STATED, lined=True)
_LIST = Fields({**_NUMBER.shapes, "value": ListOf(Cell("number"))}, _STATED, lined=True)
_ASSUMPTIONS = Fields(
    {"format": OneOf(("1",)), **dict.fromkeys(_NUMBERS, _NUMBER), "persistences": _LIST},
    ("format", *_NUMBERS, "persistences"),
)
_SCALE = Fields({"format": OneOf(("1",)), "words": MapOf(Cell("text"), Cell("number"))}, ("format", "words"))


def read_scale(path: Path, where: str, problems: list[Problem]) -> Mapping[str, float]:
    """The words of likelihood and the probability each stands for."""
    found, at = read(path, where, _SCALE, problems)
    for word, value in found.get("words", {}).items():
        if not 0 < value < 1:
            note(at, 0, "a word of the scale stands for no probability between 0 and 1", word, todo="Write one")
    return {word: float(value) for word, value in found.get("words", {}).items()}


def read_assumptions(path: Path, where: str, problems: list[Problem]) -> Assumptions | None:
    """The assumptions; None if any cannot be read."""
    found, at = read(path, where, _ASSUMPTIONS, problems)
    stated = {name: item for name, item in found.items() if name in _ASSUMPTIONS.shapes and isinstance(item, dict)}
    for name, item in stated.items():
        _check(name, item, at.step(name))
    whole = set(_ASSUMPTIONS.shapes) - {"format"}
    if {name for name, item in stated.items() if "value" in item} != whole:
        return None
    values: dict[str, Any] = {name: float(item["value"]) for name, item in stated.items() if name != "persistences"}
    others = tuple(float(value) for value in stated["persistences"]["value"])
    return Assumptions(**values | {"persistences": others} | {key: int(values[key]) for key in _WHOLE})


def _check(name: str, item: Mapping[str, Any], at: At) -> None:
    """Note an assumption out of its range, or without a citation that is known."""
    value = item.get("value")
    cited(item.get("citation", "judgement"), {}, item["line"], at)
    if value is None:
        return
    if name in (*_PROBABILITIES, "persistences"):
        good, expected = all(0 < one < 1 for one in (value if name == "persistences" else (value,))), "between 0 and 1"
    elif name == "rho":
        good, expected = 0 <= value <= 1, "from 0 to 1"
    elif name in _WHOLE:
        good, expected = value >= 1 and value == int(value), "a whole number, at least 1"
    else:
        good, expected = value > 0, "more than 0"
    if not good:
        note(at, item["line"], "the value is out of range", str(value), expected)


def read_reliability(path: Path, where: str, terms: Terms, problems: list[Problem]) -> Rates:
    """The table by form and interest; every pair must be there once."""
    found, at = read(path, where, reliability(terms.scale), problems)
    rows = found.get("rates", ())
    twice(rows, at, "form", "interest")
    table: Rates = {}
    for row in rows:
        true, false = (likelihood(row.get(key, {}), found.get("references", {}), terms, at) for key in _RATES)
        if true and false and "form" in row and "interest" in row:
            pair = row["form"], row["interest"]
            table[pair] = Reliability(form=pair[0], interest=pair[1], affirms_true=true, affirms_false=false)
    given = {(row.get("form"), row.get("interest")) for row in rows}
    for pair in product(FORMS, INTERESTS) if rows else ():
        if pair not in given:
            note(at, 0, "a rate is missing", ", ".join(pair), todo="Add an item for it")
    return table
