"""CSL-JSON, as Zotero and citation services write it, to references with BibTeX's names for their fields.

A variable's name is kept where BibTeX has none for it: `container-title-short` becomes `csl_container_title_short`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from timbang.errors import Problem
from timbang.model import Reference
from timbang.reading.bibliography.keys import Keys, pages

KINDS = {"article-journal": "article", "article-magazine": "article", "article-newspaper": "article", "book": "book",
         "chapter": "incollection", "entry-encyclopedia": "incollection", "paper-conference": "inproceedings",
         "report": "techreport", "thesis": "phdthesis", "manuscript": "unpublished"}  # fmt: skip
FIELDS = {"title": "title", "title-short": "shorttitle", "publisher": "publisher", "publisher-place": "address",
          "volume": "volume", "issue": "number", "number": "number", "edition": "edition", "collection-title": "series",
          "DOI": "doi", "URL": "url", "ISBN": "isbn", "ISSN": "issn", "abstract": "abstract", "language": "language",
          "note": "note", "genre": "type", "keyword": "keywords"}  # fmt: skip
PEOPLE = {"author": "author", "editor": "editor", "translator": "translator"}
DATES = {"issued": "date", "accessed": "urldate"}
_TAGS = re.compile(r"</?(?:i|b|sup|sub|span)(?:\s[^<>]*)?>")


def read_csl_json(text: str, file: str = "references.json") -> tuple[dict[str, Reference], list[Problem]]:
    """The references by key, in file order, and what is wrong with the file. `line` of a reference counts its items."""
    items = _items(text, file)
    if isinstance(items, Problem):
        return {}, [items]
    problems: list[Problem] = []
    keys, found = Keys(), {}
    for number, item in enumerate(items, start=1):
        if not isinstance(item, dict):
            problems.append(_wrong(file, number, f"this is {type(item).__name__}, no item", "an object with a title"))
            continue
        fields = {name: value for name, value in _fields(item, number, file, problems) if value}
        if not any(fields.get(name) for name in ("title", "author", "url")):
            problems.append(_wrong(file, number, "the item names neither title nor author", "at least its title"))
        key = keys.take(str(item.get("citation-key") or item.get("id") or ""), fields)
        found[key] = Reference(key=key, kind=KINDS.get(str(item.get("type")), "misc"), fields=fields, line=number)
    return found, problems


def _items(text: str, file: str) -> list[Any] | Problem:
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        return Problem(what=f"this is not JSON: {error.msg}", file=file, line=error.lineno, column=str(error.colno),
                       expected="CSL-JSON", todo="Export it again as CSL JSON")  # fmt: skip
    except (RecursionError, ValueError) as error:
        return Problem(what=f"this JSON cannot be read ({type(error).__name__})", file=file, expected="a list of items")
    if isinstance(found, dict):
        found = found.get("items", [found] if "type" in found else found)
    if isinstance(found, list):
        return found
    return Problem(what="this is JSON, but no list of items", file=file, expected='[{"type": "book", "title": ...}]')


def _fields(item: Mapping[str, Any], number: int, file: str, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """BibTeX fields and values; a variable that BibTeX has no name for keeps its own, so that nothing is lost."""
    for name, value in item.items():
        try:
            if name in PEOPLE:
                yield PEOPLE[name], " and ".join(filter(None, map(_name, value)))
            elif name in DATES:
                yield from _date(DATES[name], value)
            elif name == "container-title":
                yield _container(str(item.get("type"))), _words(value)
            elif name == "page":
                yield "pages", pages(_words(value))
            elif name in FIELDS:
                yield FIELDS[name], _words(value)
            elif name not in ("id", "type", "citation-key"):
                yield f"csl_{re.sub('[^a-z0-9]+', '_', name.lower())}", _words(value)
        except (TypeError, AttributeError, ValueError, KeyError, IndexError):
            problems.append(_wrong(file, number, f"{name} cannot be read", "what CSL-JSON has there", str(value)[:80]))


def _container(kind: str) -> str:
    bibtex = KINDS.get(kind, "misc")
    return "journal" if bibtex == "article" else "booktitle" if bibtex.startswith("in") else "howpublished"


def _words(value: Any) -> str:
    """A string or number as text on one line, without the few tags CSL allows; anything else as JSON."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]  # Crossref's way
    if isinstance(value, str | int | float):
        return " ".join(_TAGS.sub("", str(value)).split())
    return json.dumps(value, ensure_ascii=False) if value else ""


def _name(person: Mapping[str, Any]) -> str:
    """`Family, Suffix, Given`, particles before the family name; a literal name is a body's and goes in braces."""
    if literal := person.get("literal"):
        return f"{{{_words(literal)}}}"
    particles = (person.get("non-dropping-particle"), person.get("dropping-particle"), person.get("family"))
    family = " ".join(_words(part) for part in particles if part)
    return ", ".join(_words(part) for part in (family, person.get("suffix"), person.get("given")) if part)


def _date(name: str, value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The date as `YYYY-MM-DD` as far as it is given, or as `from/to`; the year apart for what is issued."""
    if "date-parts" in value:
        ends = ["-".join(str(int(part)).zfill(4 if place == 0 else 2) for place, part in enumerate(end[:3]))
                for end in value["date-parts"][:2]]  # fmt: skip
        text = "/".join(ends)
    else:
        text = _words(value.get("literal") or value.get("raw") or "")
    if name == "date" and (found := re.match(r"\d{4}", text)):
        yield "year", found[0]
    if name != "date" or text != text[:4]:
        yield name, text


def _wrong(file: str, number: int, what: str, expected: str, value: str = "") -> Problem:
    return Problem(what=what, file=file, column=f"item {number}", expected=expected, value=value)
