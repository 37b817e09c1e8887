"""Cells to values and back, by the kind of their column; unknown is empty, and nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from timbang import dates, numbers
from timbang.model.record import LISTS
from timbang.reading.codes import organization, party, state
from timbang.reading.flaws import Flaw, Refused, meant
from timbang.reading.paths import EXPECTED as PATH_EXPECTED
from timbang.reading.paths import refusal
from timbang.tables import Column
from timbang.text import vocabulary

Read = Callable[[str], Any]
LONGEST = 20_000  # characters in one cell
MOST = 1_000  # items in one list
# Lists that stand beside `place`, item for item: an item may be empty or come twice.
ALIGNED = ("precision",)

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_KEY = re.compile(r"[^\s,{}()\"'#%~\\=|]+")
_PREFIX = re.compile(r"([A-Za-z]{3}):\s*(.*)", re.S)


def text(cell: str) -> str:
    """Words as they stand; line ends become LF."""
    if found := _CONTROL.search(cell):
        code = f"U+{ord(found[0]):04X}"
        raise Refused(f"the cell has a character that cannot be seen ({code})", "plain text", "Delete it")
    return cell.replace("\r\n", "\n").replace("\r", "\n") if "\r" in cell else cell


def slug(cell: str) -> str:
    """A short name of small letters, digits and hyphens."""
    if _SLUG.fullmatch(cell):
        return cell
    plain = "-".join(re.findall(r"[a-z0-9]+", cell.lower()))
    raise Refused("this is not a short name", "small letters, digits and hyphens, such as peace-mission-2007",
                  f"Write {plain[:60]}, if that is what is meant" if plain else "")  # fmt: skip


def source(cell: str) -> str:
    """A key of references.bib."""
    if _KEY.fullmatch(cell):
        return cell
    raise Refused("this cannot be a key of references.bib", "one key, without spaces or commas",
                  "If several sources say so, give each a row of its own")  # fmt: skip


def edtf(cell: str) -> str:
    """A date, kept as given."""
    try:
        return dates.parse(cell).text
    except ValueError as error:
        raise Refused("the date cannot be read", todo=_sentence(error)) from None


def _numeric(parse: Callable[[str], Any], comma: bool) -> Read:
    def read(cell: str) -> Any:
        try:
            return parse(numbers.from_decimal_comma(cell) if comma else cell)
        except ValueError as error:
            raise Refused("the number cannot be read", todo=_sentence(error)) from None

    return read


def _sentence(error: ValueError) -> str:
    return str(error)[:1].upper() + str(error)[1:]


def year(cell: str) -> int:
    """A year of four digits."""
    if re.fullmatch(r"[0-9]{4}", cell, re.ASCII) and cell != "0000":
        return int(cell)
    raise Refused("this is not a year", "four digits, such as 2007; empty if unknown")


def path(cell: str) -> str:
    """A path inside the case."""
    if why := refusal(cell):
        raise Refused(why, PATH_EXPECTED)
    return cell


def place(item: str) -> str:
    """A place, perhaps with its state before it: `CHN: Urumqi`."""
    if found := _PREFIX.fullmatch(text(item)):
        return f"{state(found[1])}: {found[2]}" if found[2] else _no_place(item)
    return item


def _no_place(item: str) -> str:
    raise Refused("a state is named, but no place", "STATE: place, such as CHN: Urumqi")


def equipment(item: str) -> str:
    """`what` or `what=count`."""
    what, equals, count = item.partition("=")
    slug(what)
    if equals:
        _numeric(numbers.parse_count, False)(count)
    return item


def word(kind: str) -> Read:
    """A word of the closed vocabulary."""

    def read(cell: str) -> str:
        known = vocabulary().get(kind, {})
        if cell in known:
            return cell
        raise Refused(f"this is not a known {kind}", " | ".join(known), meant(cell, known))

    return read


def items(read: Read, *, gaps: bool = False, twice: bool = False) -> Read:
    """A list: items separated by |. `gaps`: an item may be empty (None); `twice`: may come again."""

    def listed(cell: str) -> tuple[Any, ...]:
        parts = [part.strip() for part in cell.split("|")]
        if len(parts) > MOST:
            raise Refused(f"the list has {len(parts)} items", f"at most {MOST}")
        if not gaps and "" in parts:
            raise Refused("the list has an empty item", "items separated by single |", "Delete the stray |")
        found = tuple(read(part) if part else gap for part in parts)
        if not twice and len(set(found)) < len(found):
            again = next(item for item in found if found.count(item) > 1)
            raise Refused(f"{again} stands twice in the list", "each item once", "Delete one of them")
        return found

    gap = "" if gaps and twice else None
    return listed


@lru_cache(maxsize=256)
def kind_reader(kind: str, among: str = "", comma: bool = False) -> Read:
    """The function that reads a non-empty cell of a kind; it raises Refused."""
    aligned = among in ALIGNED
    number = _numeric(numbers.parse_number, comma)
    readers: dict[str, Read] = {
        "text": text, "slug": slug, "source": source, "edtf": edtf, "year": year, "path": path,
        "state": state, "party": party, "organization": organization, "number": number,
        "count": _numeric(numbers.parse_count, comma), "word": word(among),
        "states": items(state), "parties": items(party), "slugs": items(equipment),
        "places": items(place, twice=True), "words": items(word(among), gaps=aligned, twice=aligned),
        "numbers": _positions(number),
    }  # fmt: skip
    return readers[kind]


def _positions(number: Read) -> Read:
    """Numbers item for item; an empty item is None, and a number may come again."""

    def listed(cell: str) -> tuple[float | None, ...]:
        parts = [part.strip() for part in cell.split("|")]
        if len(parts) > MOST:
            raise Refused(f"the list has {len(parts)} items", f"at most {MOST}")
        return tuple(number(part) if part else None for part in parts)

    return listed


def empty(kind: str) -> Any:
    """What an empty cell of this kind means: unknown."""
    return () if kind in LISTS else None if kind in ("count", "number", "year") else ""


def cell_reader(column: Column, comma: bool = False) -> Read:
    """The function that turns a cell of a column into its value, or into a Flaw."""
    read, unknown = kind_reader(column.kind, column.among, comma), empty(column.kind)
    if column.required:
        unknown = Flaw("the cell is empty", column.doc, "Fill it in, or delete the row")

    def value(cell: str) -> Any:
        cell = cell.strip()
        if not cell:
            return unknown
        if len(cell) > LONGEST:
            return Flaw(f"the cell is {len(cell)} characters long", f"at most {LONGEST}")
        try:
            return read(cell)
        except Refused as refused:
            return refused.flaw

    # The same few codes come again and again; running text does not.
    return value if column.kind == "text" else lru_cache(maxsize=100_000)(value)
