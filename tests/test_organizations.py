"""Shipped memberships: every row is well formed and cited; who was a member when, counted by hand."""

from datetime import date
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string

from timbang import organizations, states
from timbang.edtf import parse

ROWS = [row for name in organizations.names() for row in organizations.read(name)]
FOUNDERS_OF_SCO = {"CHN", "KAZ", "KGZ", "RUS", "TJK", "UZB"}
CASE = Path(organizations.__file__).parents[1] / "cases/sco/memberships.csv"


def members(name: str, day: str) -> set[str]:
    return set(organizations.members_on(name, date.fromisoformat(day)))


def test_names_are_found_by_scanning() -> None:
    assert organizations.names() == ["asean", "csto", "nato", "sco"]


def test_unknown_names_and_paths_are_refused() -> None:
    for name in ("eu", "../cases/sco/memberships", "", "references"):
        with pytest.raises(ValueError, match="expected one of asean, csto, nato, sco"):
            organizations.read(name)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "-".join([row["organization"], row["state"], row["start"]]))
def test_each_row_is_whole_and_possible(row: dict[str, str]) -> None:
    assert tuple(row) == organizations.COLUMNS
    assert row["organization"].lower() in organizations.names()
    assert row["role"] in ("member", "observer", "dialogue-partner")
    assert row["source"] and row["locator"]
    start = parse(row["start"])
    assert states.exists(row["state"], start.last), "the state is in the state system when it joins"
    assert not row["end"] or parse(row["end"]).first >= start.first


def test_keys_are_unique() -> None:
    keys = [tuple(row[column] for column in ("organization", "state", "role", "start", "source")) for row in ROWS]
    assert len(set(keys)) == len(keys)


def test_every_source_is_in_the_bibliography_and_every_entry_is_cited() -> None:
    library = parse_string(organizations.references())
    assert not library.failed_blocks
    assert {entry.key for entry in library.entries} >= {row["source"] for row in ROWS}
    cited = {row["source"] for row in ROWS} | set().union(*(row["locator"].split() for row in ROWS))
    assert {entry.key for entry in library.entries} <= {word.strip("(),") for word in cited}


@pytest.mark.parametrize(
    ("day", "size"),
    [
        ("1949-04-03", 0),
        ("1949-04-04", 12),
        ("1952-02-18", 14),
        ("1955-05-06", 15),
        ("1982-05-29", 15),
        ("1982-05-30", 16),
        ("1999-03-12", 19),
        ("2004-03-29", 26),
        ("2009-04-01", 28),
        ("2010-12-31", 28),
        ("2017-06-05", 29),
        ("2020-03-27", 30),
        ("2023-04-04", 31),
        ("2024-03-07", 32),
    ],
)
def test_nato_grows(day: str, size: int) -> None:
    assert len(members("NATO", day)) == size


def test_sco() -> None:
    assert members("sco", "2001-06-14") == set()
    assert members("sco", "2001-06-15") == members("SCO", "2017-06-08") == FOUNDERS_OF_SCO
    assert members("sco", "2017-06-09") == FOUNDERS_OF_SCO | {"IND", "PAK"}
    assert members("sco", "2023-07-04") == FOUNDERS_OF_SCO | {"IND", "PAK", "IRN"}
    assert members("sco", "2024-07-04") == FOUNDERS_OF_SCO | {"IND", "PAK", "IRN", "BLR"}


def test_csto() -> None:
    kept = {"ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"}
    assert members("csto", "1992-05-15") == {"ARM", "KAZ", "KGZ", "RUS", "TJK", "UZB"}
    assert members("csto", "1999-04-20") == kept | {"AZE", "GEO", "UZB"}
    assert members("csto", "1999-04-21") == members("csto", "2006-08-16") == kept
    assert members("csto", "2006-08-17") == members("csto", "2012-06-28") == kept | {"UZB"}
    assert members("csto", "2012-06-29") == kept


def test_asean() -> None:
    founders = {"IDN", "MYS", "PHL", "SGP", "THA"}
    assert members("asean", "1967-08-08") == founders
    assert members("asean", "1984-01-07") == founders | {"BRN"}
    assert members("asean", "1999-04-30") == founders | {"BRN", "VNM", "LAO", "MMR", "KHM"}
    assert members("asean", "2025-10-26") - members("asean", "2025-10-25") == {"TLS"}


def test_the_sco_case_holds_the_same_memberships() -> None:
    lines = [line for line in CASE.read_text(encoding="utf-8").splitlines() if line.startswith("SCO,")]
    ours = (Path(organizations.__file__).parent / "sco.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert lines == ours
