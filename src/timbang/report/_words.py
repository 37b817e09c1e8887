"""The words of the interface, in two languages: words.csv by kind and code."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

from timbang.text import Text


@cache
def words() -> dict[str, dict[str, Text]]:
    """Kind -> code -> words. Kinds: ui (labels and sentences), column, family, chart, met, status, file."""
    kinds: dict[str, dict[str, Text]] = {}
    text = files("timbang.report").joinpath("words.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        kinds.setdefault(row["kind"], {})[row["code"]] = Text(row["en"], row["id"])
    return kinds


def ui(code: str) -> Text:
    """A label or sentence of the interface; KeyError if it is not in words.csv."""
    return words()["ui"][code]


def column(code: str) -> Text:
    """What a column of a measure's table is called."""
    return words()["column"].get(code) or Text(code.replace("_", " "), code.replace("_", " "))


@cache
def _phrases(kind: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Phrases of a kind, the longest first, so that none is broken by a shorter one in it."""
    listed = sorted(words()[kind].values(), key=lambda text: -len(text.en))
    return tuple((re.compile(_alone(text.en)), text.id) for text in listed)


def _alone(phrase: str) -> str:
    """A pattern for the phrase where no letter touches it."""
    return rf"\b{re.escape(phrase)}(?!\w)" if phrase[0].isalpha() else re.escape(phrase)


def phrased(kind: str, text: str, lang: str) -> str:
    """A text made of stock phrases (a locator, a measure's citation) in the reader's language.

    `Table 1, row 3` is `Tabel 1, baris 3` in Indonesian; what is no stock phrase stays as it is.
    """
    if lang == "id":
        for english, indonesian in _phrases(kind):
            text = english.sub(indonesian, text)
    return text
