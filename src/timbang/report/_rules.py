"""Verdict rules and the keys of a claim's figures, in a reader's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from timbang.report._reader import Reader
from timbang.report._words import words

_TOKEN = re.compile(r"\[[^\]]*\]|is highest|is lowest|[a-z]+|>=|<=|==|!=|-?\d+(?:\.\d+)?|\S")


def rule(text: str, reader: Reader) -> str:
    """`every <= 1 and [RUS] is highest` as `every value ≤ 1 and Russia is highest`."""
    return re.sub(r"\( | (?=\))", lambda m: m[0].strip(), " ".join(_words(text, reader)))


def _words(text: str, reader: Reader) -> Iterator[str]:
    known = words()["rule"]
    for token in _TOKEN.findall(text):
        if token.startswith("["):
            yield ", ".join(reader.cell("", key.strip()) for key in token[1:-1].split(","))
        elif token in known:
            yield known[token][reader.lang]
        else:
            yield reader.number(float(token)) if re.fullmatch(r"-?\d*\.\d+|\d{1,3}", token) else token


def figure(figure: Mapping[str, Any], reader: Reader) -> str:
    """A claim's figure: its keys in words, its value, and its bounds where there are two."""
    keys = ", ".join(_keys(figure["keys"], reader))
    said = reader.cell("year", int(figure["value"])) if _is_year(figure) else _bounded(figure, reader)
    return f"{keys}: {said}" if keys else said


def total(name: str, of: Mapping[str, Any], reader: Reader) -> str:
    """What a rule takes of all figures: `mean: 1.8`."""
    return f"{words()['rule'][name][reader.lang]}: {_bounded(of, reader)}"


def _is_year(figure: Mapping[str, Any]) -> bool:
    return figure.get("unit") == "year" and figure["value"] is not None and figure["low"] == figure["high"]


def _bounded(of: Mapping[str, Any], reader: Reader) -> str:
    value, low, high = (of[name] for name in ("value", "low", "high"))
    said = reader.number(value)
    return said if low == high or None in (low, high) else f"{said} {reader.word('bounds', low=low, high=high)}"


def _keys(keys: Mapping[str, Any], reader: Reader) -> Iterator[str]:
    """The keys' values; a set of states is given by its parts, not by the expression that picks it.

    The line of a row says nothing to a reader: the rows behind the figures have it.
    """
    for column, value in keys.items():
        if value == "" or column == "row" or (column == "set" and "without" in keys):
            continue
        parts = value.split(" ") if isinstance(value, str) and column in ("state", "without") else [value]
        said = " + ".join(reader.cell(column, part) for part in parts)
        yield f"{reader.column(column)} {said}" if column == "without" else said
