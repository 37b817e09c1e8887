"""RIS, as Zotero, EndNote and publishers' sites write it, to references with BibTeX's names for their fields.

A line is a tag of two letters, two spaces, a hyphen, a value. The tags' meanings are those the package rispy lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timbang.errors import Problem
from timbang.model import Reference
from timbang.reading.bibliography.keys import Keys, pages

KINDS = {"JOUR": "article", "JFULL": "article", "EJOUR": "article", "MGZN": "article", "NEWS": "article",
         "BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "CHAP": "incollection",
         "ECHAP": "incollection", "CONF": "inproceedings", "CPAPER": "inproceedings",
         "RPRT": "techreport", "GOVDOC": "techreport", "THES": "phdthesis", "UNPB": "unpublished",
         "ELEC": "misc", "WEB": "misc", "BLOG": "misc", "GEN": "misc"}  # fmt: skip
FIELDS = {"TI": "title", "T1": "title", "ST": "shorttitle", "JO": "journal",
          "JF": "journal", "JA": "journal", "J2": "journal", "VL": "volume", "IS": "number",
          "PB": "publisher", "CY": "address", "PP": "address", "UR": "url", "DO": "doi", "SN": "isbn",
          "AB": "abstract", "N2": "abstract", "LA": "language", "ET": "edition", "M3": "type",
          "DB": "database", "Y2": "urldate", "N1": "note"}  # fmt: skip
PEOPLE = {"AU": "author", "A1": "author", "ED": "editor", "A2": "editor", "A3": "editor", "A4": "translator"}
HOLDERS = {"article": "journal", "book": "series", "incollection": "booktitle", "inproceedings": "booktitle"}
_LINE = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)")
Lines = list[tuple[str, str]]  # tag and value, in order


def read_ris(text: str, file: str = "references.ris") -> tuple[dict[str, Reference], list[Problem]]:
    """The references by key, in file order, and what is wrong with the file."""
    problems: list[Problem] = []
    keys, found = Keys(), {}
    for line, record in _records(text, file, problems):
        reference = _reference(record, line, keys)
        if not any(reference.fields.get(name) for name in ("title", "author", "url")):
            problems.append(Problem(what="the record names neither title nor author", file=file, line=line,
                                    todo="Give at least its title (TI)"))  # fmt: skip
        found[reference.key] = reference
    if not found and not problems:
        problems.append(Problem(what="this is not RIS", file=file, expected="records that begin with `TY  - JOUR`"))
    return found, problems


def _records(text: str, file: str, problems: list[Problem]) -> Iterator[tuple[int, Lines]]:
    """Each record's tags with the line it begins on; what stands outside a record is a problem."""
    record: Lines = []
    began = 0
    for number, line in enumerate(text.splitlines(), start=1):
        tag, value = found.groups() if (found := _LINE.match(line.strip())) else ("", line.strip())
        if tag == "TY":
            if began:
                problems.append(_unended(file, began))
                yield began, record
            began, record = number, [(tag, value.strip())]
        elif tag == "ER" and began:
            yield began, record
            began = 0
        elif not began and (tag or value):
            problems.append(Problem(what="this stands outside any record", file=file, line=number, value=line.strip(),
                                    expected="a record begins with `TY  - ` and ends with `ER  - `"))  # fmt: skip
        elif tag:
            record.append((tag, value.strip()))
        elif value:  # a long value goes on
            record[-1] = (record[-1][0], f"{record[-1][1]} {value}".strip())
    if began:
        problems.append(_unended(file, began))
        yield began, record


def _unended(file: str, line: int) -> Problem:
    return Problem(what="the record does not end", file=file, line=line, expected="`ER  - ` after its last line",
                   level="notice")  # fmt: skip


def _reference(record: Lines, line: int, keys: Keys) -> Reference:
    kind = KINDS.get(record[0][1].upper(), "misc")
    fields: dict[str, str] = {}
    for tag, value in record[1:]:
        name = _field(tag, kind)
        if value and tag not in ("ID", "SP", "EP", "PY", "Y1", "DA"):
            _add(fields, name, _name(value) if name in PEOPLE.values() else value)
    single = {tag: value for tag, value in reversed(record) if value}
    if stated := pages(single.get("SP", ""), single.get("EP", "")):
        fields["pages"] = stated
    _date(fields, single.get("PY") or single.get("Y1") or single.get("DA") or "", single.get("DA", ""))
    return Reference(key=keys.take(single.get("ID", ""), fields), kind=kind, fields=fields, line=line)


def _field(tag: str, kind: str) -> str:
    """BibTeX's name for a tag; a tag that has none keeps its own, so that nothing is lost."""
    if tag in ("T2", "BT"):
        return HOLDERS.get(kind, "howpublished")
    return PEOPLE.get(tag) or FIELDS.get(tag) or ("keywords" if tag == "KW" else f"ris_{tag.lower()}")


def _add(fields: dict[str, str], name: str, value: str) -> None:
    """Add to a field: names by `and`, keywords by comma; of others the first stands, what differs follows it."""
    if name not in fields:
        fields[name] = value
    elif name in PEOPLE.values():
        fields[name] += f" and {value}"
    elif name == "keywords":
        fields[name] += f", {value}"
    elif value not in fields[name] and name not in ("title", "journal"):
        fields[name] += f"; {value}"


def _name(value: str) -> str:
    """`Family, Given, Suffix`; a name without comma is a body's and goes in braces."""
    parts = [part.strip() for part in value.split(",") if part.strip()]
    if len(parts) < 2:
        return f"{{{value.rstrip(',')}}}" if " " in value.strip() else value.rstrip(",")
    return ", ".join((parts[0], *parts[2:], parts[1])) if len(parts) == 3 else ", ".join(parts)


def _date(fields: dict[str, str], year: str, day: str) -> None:
    """The year, and the date as far as `YYYY/MM/DD/other` gives it."""
    if found := re.match(r"\d{4}", year.strip()):
        fields["year"] = found[0]
    parts = [part for part in re.split(r"[/-]", (day or year).strip())[:3] if part.isascii() and part.isdigit()]
    if len(parts) > 1 and len(parts[0]) == 4:
        fields["date"] = "-".join((parts[0], *(part.zfill(2) for part in parts[1:])))
