"""GML's disputes by pair and year: the whole file, the one pair that stands twice, and rows that are not right."""

from collections import Counter
from pathlib import Path

import pytest
from support.source_tables import DATA, file, refused, rows_of, table_of, tables_in, told

FILE = "conflict/gml-ddy-disputes-2.03.csv"
HEADER = (
    "dispnum,ccode1,ccode2,year,sidea1,revstate1,revstate2,revtype11,revtype12,hostlev1,hostlev2,midongoing,midonset,"
    "hostlev,fatality,version"
)


@pytest.mark.needs_shared
def test_the_whole_file() -> None:
    read = table_of("gml_dyads", FILE)
    rows = read.table.to_pylist()
    assert len(rows) == 10386 - 2
    assert {(notice.value, notice.level) for notice in read.notices} == {("4273", "notice")} and len(read.notices) == 2
    # by awk on the file: 6,768 onsets (two of them in the rows left out), levels of hostility
    assert sum(row["onset"] for row in rows) == 6768 - 2
    assert Counter(row["hostility"] for row in rows) == {4: 5678, 5: 2764 - 2, 3: 1754, 2: 190}
    assert read.missing["revisionist1"] == 84 == read.missing["revision_type2"] and read.missing["fatality"] == 610
    mirrored = {(row["dispute"], row["state2"], row["state1"], row["year"]): row for row in rows}
    for row in rows:
        other = mirrored[row["dispute"], row["state1"], row["state2"], row["year"]]
        assert (row["hostility1"], row["revisionist1"]) == (other["hostility2"], other["revisionist2"])
        assert row["side_a1"] != other["side_a1"] and row["ongoing"]
    assert tables_in(DATA / FILE) == {"gml_dyads"}


@pytest.mark.needs_shared
def test_iraq_and_the_emirates_in_1999() -> None:
    rows = [row for row in rows_of("gml_dyads", FILE) if row["dispute"] == 4273 and row["year"] == 1999]
    [one] = [row for row in rows if (row["state1"], row["state2"]) == ("ARE", "IRQ")]
    assert one["revisionist1"] and one["revisionist2"] and one["revision_type1"] == 2


@pytest.mark.needs_shared
def test_the_cuban_missile_crisis_is_with_the_soviet_union() -> None:
    pairs = {(row["state1"], row["state2"]) for row in rows_of("gml_dyads", FILE) if row["dispute"] == 61}
    assert pairs >= {("USA", "SUN"), ("SUN", "USA"), ("USA", "CUB")}


@pytest.mark.parametrize(
    ("row", "problems"),
    [
        ("2,2,200,1902,1,0,0,0,0,1,1,1,1,3,0,gml-2.03", [(3, "", "dispute 2, state1 USA, state2 GBR, year 1902")]),
        ("2,2,200,1903,1,0,0,0,0,1,6,1,1,3,0,gml-2.03", [(3, "hostility2", "6")]),
        ("2,2,200,1903,1,0,0,0,0,1,1,1,1,3,seven,gml-2.03", [(3, "fatality", "seven")]),
        ("2,2,999,1903,1,0,0,0,0,1,1,1,1,3,0,gml-2.03", [(3, "ccode2", "999")]),
        ("2,2,200,2012,1,0,0,0,0,1,1,1,1,3,0,gml-2.03", [(3, "year", "2012")]),
    ],
)
def test_bad_rows_are_told(tmp_path: Path, row: str, problems: list[tuple[int, str, str]]) -> None:
    made = file(tmp_path, HEADER, "2,2.0,200.0,1902.0,1,1,NA,1,-9,3,1,1,1,3,-9,gml-2.03", row)
    assert told(refused("gml_dyads", made)) == problems


def test_unknown_is_null_and_another_version_is_told(tmp_path: Path) -> None:
    made = file(tmp_path, HEADER, "2,2.0,200.0,1902.0,1,1,NA,1,-9,3,1,1,1,3,-9,gml-2.2.1")
    read = table_of("gml_dyads", made)
    [row] = read.table.to_pylist()
    assert (row["revisionist2"], row["revision_type2"], row["fatality"]) == (None, None, None)
    assert read.notices[0].value == "gml-2.2.1"
    [problem] = refused("gml_dyads", file(tmp_path, HEADER.replace("midonset", "onset"), *["0," * 15 + "0"]))
    assert problem.value == "midonset"
