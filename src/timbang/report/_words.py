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
def _places() -> list[tuple[re.Pattern[str], str]]:
    listed = words()["place"].values()
    return [(re.compile(rf"(?<![\w-]){re.escape(text.en)}(?!\w)"), text.id) for text in listed]


def locator(text: str, lang: str) -> str:
    """A locator in the reader's language: `Table 1, row 3` is `Tabel 1, baris 3` in Indonesian."""
    if lang == "id":
        for english, indonesian in _places():
            text = english.sub(indonesian, text)
    return text
