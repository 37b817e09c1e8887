"""Memberships of organizations, one CSV file each, found by scanning; their sources are in references.bib.

Columns as in a case's memberships.csv. Dates are EDTF, as exact as the source; an empty end means: still so, as far
as the source knows. The day on which a status ends is its last day. CSTO counts from the treaty of 1992.
"""

import csv
from datetime import date
from importlib.resources import files

from timbang.edtf import parse

COLUMNS = ("organization", "state", "role", "start", "end", "source", "locator")


def names() -> list[str]:
    """The organizations at hand, in lower case and alphabetical order."""
    found = (file.name for file in files(__package__).iterdir())
    return sorted(name.removesuffix(".csv") for name in found if name.endswith(".csv"))


def read(name: str) -> list[dict[str, str]]:
    """The rows of an organization, named in any case; ValueError lists the known ones."""
    if name.lower() not in names():
        raise ValueError(f"no memberships of {name[:40]!r} are at hand; expected one of {', '.join(names())}")
    text = files(__package__).joinpath(f"{name.lower()}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def references() -> str:
    """The BibTeX entries of all sources that the rows cite."""
    return files(__package__).joinpath("references.bib").read_text(encoding="utf-8")


def members_on(name: str, day: date) -> list[str]:
    """Codes of the states that were, or by an imprecise date may have been, members on the day."""
    rows = (row for row in read(name) if row["role"] == "member")
    return sorted({row["state"] for row in rows if _holds(row, day)})


def _holds(row: dict[str, str], day: date) -> bool:
    since, until = parse(row["start"]).first, parse(row["end"]).last if row["end"] else date.max
    return since <= day <= until
