"""UN votes and ideal points: the whole files, sessions and years, absences, votes that stand twice."""

from pathlib import Path

import pyarrow.compute as pc
import pytest
from support.source_tables import DATA, cells, file, refused, rows_of, table_of, tables_in, told

VOTES = "unga/un_votes_1946_2022.parquet"
POINTS = "unga/IdealpointestimatesAll_Jul2023.csv"
HEADER = "resid,ccode,date,year,vote"
POINT = "ccode,session,NVotesAll,IdealPointAll,QO%All,Q5%All,Q10%All,Q50%All,Q90%All,Q95%All,Q100%All"


@pytest.mark.slow
@pytest.mark.needs_shared
def test_all_votes() -> None:
    read = table_of("un_votes", VOTES)
    table = read.table
    # by DuckDB on the file: 855,890 rows, three of them a second time; 683,867 yes, 108,995 abstain, 63,028 no
    assert len(table) == 855890 - 3
    counts = {row["values"]: row["counts"] for row in pc.value_counts(table["vote"]).to_pylist()}
    assert counts == {1: 683867 - 3, 2: 108995, 3: 63028}
    assert pc.count_distinct(table["resolution"]).as_py() == 6132
    assert {1964} == set(range(1946, 2023)) - set(table["year"].unique().to_pylist())
    again = [(846125, "resid", "78015"), (849134, "resid", "78078"), (850664, "resid", "78022")]
    assert sorted(told(read.notices)) == [
        (0, "year", "1 of session 22 in 1966, 1 of session 23 in 1967, 87 of session 78 in 2022"),
        (46, "ccode", "IND 1946"),  # of no member of COW's system: India before independence
        *again,
    ]
    states = {row["state"] for row in table.filter(pc.equal(table["year"], 1990)).to_pylist()}
    assert {"SUN", "YUG", "CSK", "DEU", "YEM"} <= states and not {"RUS", "CZE", "GFR"} & states


@pytest.mark.needs_shared
def test_all_ideal_points() -> None:
    found = {(row["state"], row["year"]): row for row in rows_of("ideal_points", POINTS)}
    assert len(found) == len(cells(POINTS)) == 11045
    assert {year for _, year in found} == {*range(1946, 2023)} - {1964}
    # session 46 is of 1991, 47 of 1992; number 365
    assert found["SUN", 1991]["ideal_point"] == 0.710389
    assert {k: found["RUS", 1992][k] for k in ("ideal_point", "votes", "low", "high")} == {
        "ideal_point": 1.139861, "votes": 73, "low": 0.9625785, "high": 1.317938,
    }  # fmt: skip
    assert (tables_in(DATA / VOTES), tables_in(DATA / POINTS)) == ({"un_votes"}, {"ideal_points"})


def test_absence_is_no_vote_and_the_same_vote_counts_once(tmp_path: Path) -> None:
    made = file(tmp_path, HEADER, "46001,365,x,1991,1", "46001,2,x,1991,8", "46001,365,x,1991,1", "46001,20,x,1991,3")
    read = table_of("un_votes", made)
    assert [(row["state"], row["session"], row["vote"]) for row in read.table.to_pylist()] == [
        ("SUN", 46, 1),
        ("CAN", 46, 3),
    ]
    assert (4, "resid", "46001") in told(read.notices)


@pytest.mark.parametrize(
    ("row", "problems"),
    [
        ("46001,365,x,1991,2", [(3, "", "resolution 46001, state SUN")]),  # another vote of the same state
        ("46002,365,x,1991,4", [(3, "vote", "4")]),
        ("46002,1,x,1991,3", [(3, "ccode", "1")]),
        ("46002,365,x,2023,3", [(3, "year", "2023")]),
    ],
)
def test_bad_votes_are_told(tmp_path: Path, row: str, problems: list[tuple[int, str, str]]) -> None:
    assert told(refused("un_votes", file(tmp_path, HEADER, "46001,365,x,1991,1", row))) == problems


def test_ideal_points_lie_at_the_year_in_which_the_session_began(tmp_path: Path) -> None:
    made = file(tmp_path, POINT, "703,56,66,-0.5,0,-0.7,0,0,0,-0.3,0")
    assert rows_of("ideal_points", made) == [
        {"state": "KGZ", "year": 2001, "ideal_point": -0.5, "votes": 66, "low": -0.7, "high": -0.3}
    ]
