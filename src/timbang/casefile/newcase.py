"""Makes a new case: a folder that passes the check and runs, to be filled."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

from timbang.casefile.head import FILE as HEAD
from timbang.casefile.head import FORMAT
from timbang.casefile.membershipfiles import Organization, organizations
from timbang.casefile.references import FILE as REFERENCES
from timbang.casefile.references import entries
from timbang.casefile.writing import write_table, write_text
from timbang.dates import parse
from timbang.errors import misuse, stop
from timbang.model import RECORDS, Membership
from timbang.organizations import references
from timbang.reading.cells import text
from timbang.reading.flaws import Refused
from timbang.registry import pick

SPAN = 20  # years back, where no membership says when to begin

HEAD_TEXT = """\
format: {format}
title: {{en: {title}, id: {title}}}
organization: {organization}
period: {{from: {first}, to: {last}}}
languages: [en, id]
outside_powers: []
# groups of states that measures and claims may name:
# groups: {{founders: {{en: founding members, id: anggota pendiri, states: [KAZ, KGZ]}}}}
# the years whose record is held complete; without this all are, and a year without a row counts as zero:
# complete: {{framework: {{from: {first}, to: {last}}}, others: {{from: {first}, to: {last}}}}}
# where sources disagree, the first of these that says something is used; then the order of the file:
resolution: {{prefer: []}}
licence: CC-BY-4.0
"""
BIB_TEXT = "% One BibTeX entry for every source that a row cites: its type, key, author, year, title and where.\n"


def new_case(folder: Path, title: str, organization: str | None = None, years: tuple[int, int] | None = None) -> Path:
    """Make a case in a folder that is not there yet, or empty; the folder.

    `organization` names one whose members ship (`nato`): they are entered, with their sources.
    `years` is the period; without it, from the first membership (or 20 years ago) to this year.
    """
    folder, known = Path(folder), None
    try:
        text(title)
    except Refused as refused:
        raise misuse(f"the title cannot be used: {refused}", value=ascii(title)) from None
    if not title.strip():
        raise misuse("the case has no title", expected="a word or two")
    if organization:
        known = pick(organizations(), organization.lower(), "organization with members that ship")
    _make(folder)
    rows = known.memberships() if known else ()
    write_text(folder, HEAD, _head(title.strip(), known, rows, years))
    cited = entries(references(), {row.source for row in rows}) if known else ""
    write_text(folder, REFERENCES, f"{cited}\n" if cited else BIB_TEXT)
    for record in RECORDS:
        write_table(folder, record, rows if record is Membership else ())
    return folder


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        full = any(folder.iterdir())
    except OSError as error:
        raise stop(f"the folder cannot be made: {error.strerror}", file=str(folder)) from None
    if full:
        raise stop("the folder is not empty", file=str(folder), todo="Name one that is not there yet")


def _head(title: str, known: Organization | None, rows: tuple[Membership, ...], years: tuple[int, int] | None) -> str:
    this = date.today().year
    began = min((parse(row.start).first.year for row in rows), default=this - SPAN)
    first, last = years or (began, this)
    code = known.code if known else _code(title)
    # A JSON string is a YAML string too.
    return HEAD_TEXT.format(
        format=FORMAT, title=json.dumps(title, ensure_ascii=False), organization=code, first=first, last=last
    )


def _code(title: str) -> str:
    """The short name of an organization that is yet to be described."""
    code = "-".join(re.findall(r"[A-Z0-9]+", title.upper())).lstrip("0123456789-")
    return code or "ORGANIZATION"
