"""How the findings of the weighing put probabilities, years, reasons and evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from timbang import numbers
from timbang.findings.weighed import Belief, Heard
from timbang.text import LANGS, Text


def percent(value: float) -> Text:
    """A probability as whole percent; what is nearly certain is not said to be certain."""
    said = Text(*(numbers.in_words(round(100 * value), lang) + "%" for lang in LANGS))
    return (
        Text("over 99%", "lebih dari 99%")
        if value > 0.995
        else Text("under 1%", "di bawah 1%")
        if value < 0.005
        else said
    )


def joined(texts: Iterable[Text]) -> Text:
    """Several reasons in one sentence."""
    several = list(texts)
    return Text(*("; ".join(text[lang] for text in several) for lang in LANGS))


def span(first: int, last: int) -> str:
    """The years as an id and a sentence have them: 2005-2007, or one year."""
    return str(first) if first == last else f"{first}-{last}"


def ends(belief: Belief) -> dict[str, float]:
    """Value, interval and range over origins, as plain numbers."""
    return asdict(belief)


def said(belief: Belief) -> dict[str, Text]:
    """The same in words."""
    return {name: percent(value) for name, value in asdict(belief).items()}


def plain_item(item: Heard) -> dict[str, Any]:
    """An item as plain values."""
    return asdict(item) | {"words": item.words.plain(), "decibels": dict(item.decibels)}
