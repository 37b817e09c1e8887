"""Heading rows of tables: which columns a table has, in which order, by the words for them in four languages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timbang.evidence.extraction.vocabulary import LANGUAGES, finder, fold, meaning

NEEDED = {"date", "participants", "title", "place"}
CAPTION = re.compile(r"\s*([^\W\d_]+)\s*\.?\s*(\d+|[IVXLC]+)\b")
LONGEST = 200  # signs that a heading row, broken over lines, may have


@dataclass(frozen=True, slots=True)
class Heading:
    """The columns of a table by kind, in order, and where the heading row stands."""

    kinds: tuple[str, ...]
    start: int
    end: int


def headings_in(text: str) -> list[Heading]:
    """The heading rows in a text whose columns have run together, in order."""
    found: list[Heading] = []
    lines = list(re.finditer(r"[^\n]+", text))
    for at, line in enumerate(lines):
        if found and line.start() < found[-1].end:
            continue
        if finder("heading", LANGUAGES).match(line[0].lstrip()) and (heading := _row(text, lines[at : at + 12])):
            found.append(heading)
    return found


def _row(text: str, lines: list[re.Match[str]]) -> Heading | None:
    """The fewest lines from the first on that are nothing but words for columns, taken together."""
    best: Heading | None = None
    for line in lines:
        words = text[lines[0].start() : line.end()]
        if len(words) > LONGEST:
            break
        kinds = _kinds(words)
        if kinds is None:
            break
        if len(NEEDED & set(kinds)) >= 2 and "date" in kinds and len(kinds) >= 3:
            best = Heading(kinds, lines[0].start(), line.end())
    return best


def _kinds(words: str) -> tuple[str, ...] | None:
    """The kinds of columns that the words name; None if there are words for no column among them."""
    rest, kinds = words, []
    for match in finder("heading", LANGUAGES).finditer(words):
        kinds.append(meaning("heading", LANGUAGES, match[0]))
        rest = rest.replace(match[0], " ", 1)
    rest = finder("join", LANGUAGES).sub(" ", rest)
    return None if re.search(r"\w", rest) else tuple(dict.fromkeys(kinds))


def kind_of(cell: str) -> str:
    """The kind of column that a heading cell names; empty if it names none."""
    words = re.sub(r"\([^)]*\)", " ", cell)
    if known := meaning("heading", LANGUAGES, fold(words).strip(" :.*")):
        return known
    found = [meaning("heading", LANGUAGES, match[0]) for match in finder("heading", LANGUAGES).finditer(words)]
    return found[0] if found and len(cell) < 60 else ""


def caption_before(text: str, at: int) -> str:
    """`Table 1` if the lines just before a place caption a table so (Tabel 1, Таблица 1); else empty."""
    for line in reversed(text[max(0, at - 400) : at].split("\n")[-8:]):
        match = CAPTION.match(line)
        if match and finder("caption", LANGUAGES).fullmatch(match[1]):
            return f"Table {match[2]}"
    return ""
