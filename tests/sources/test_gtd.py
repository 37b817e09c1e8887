"""GTD's counts: the whole files, the year that is missing, zeros of states that were not there, names added up."""

from collections import Counter
from pathlib import Path

import pytest
from support.source_tables import DATA, cells, file, refused, rows_of, table_of, tables_in, told

FILE = "terrorism/GTD_country_year_TerrorismGlobal_table.csv"
TYPES = "terrorism/OWID_GTD_attacks_by_type_2018.csv"
HEADER = "rownames,country_txt,iyear,Freq"


@pytest.mark.needs_shared
def test_all_attacks() -> None:
    read = table_of("gtd_attacks", FILE)
    found = {(row["state"], row["year"]): row["attacks"] for row in read.table.to_pylist()}
    given = [row for row in cells(FILE) if row["country_txt"] != "International"]
    assert sum(found.values()) == sum(int(row["Freq"]) for row in given) == 209705
    years = Counter[int]()
    for (_, year), attacks in found.items():
        years[year] += attacks
    assert 1993 not in years and (years[1992], years[1994], years[2014]) == (5071, 3456, 16960)
    # two names of one state, both with attacks: Germany and West Germany 1990, Zaire and DR Congo 1997, Rhodesia 1980
    assert sum(count > 0 for count in found.values()) == sum(row["Freq"] != "0" for row in given) - 3
    assert (found["DEU", 1990], found["GDR", 1990], found["SUN", 1991]) == (1 + 9, 3, 34)
    assert ("ARM", 1970) not in found and found["ARM", 1991] == 1 and ("GDR", 1995) not in found
    assert found["IRN", 1974] >= 0 and ("RUS", 1991) not in found and found["RUS", 1992] > 0
    assert tables_in(DATA / FILE) == {"gtd_attacks"}


@pytest.mark.needs_shared
def test_all_attacks_by_type() -> None:
    rows = rows_of("gtd_attacks_by_type", TYPES)
    world = [row for row in cells(TYPES) if row["Entity"] == "World"]
    assert sum(row["bombing"] for row in rows) + 1 == sum(int(row["Bombing/Explosion"]) for row in world) == 88255
    for column, header in (
        ("assassination", "Assassination"),
        ("armed_assault", "Armed Assault"),
        ("unknown", "Unknown"),
    ):
        assert sum(row[column] for row in rows) == sum(int(row[header]) for row in world)
    assert len(rows) == 3762 - 1 - 3 and 1993 not in {row["year"] for row in rows}
    assert tables_in(DATA / TYPES) == {"gtd_attacks_by_type"}


def test_zeros_of_states_that_were_not_there_have_no_row(tmp_path: Path) -> None:
    made = file(tmp_path, HEADER, "1,Armenia,1980,0", "2,Armenia,1992,0", "3,Zaire,1997,2", "4,International,1997,9",
                "5,Democratic Republic of the Congo,1997,3", "6,Namibia,1975,1", "7,Hong Kong,1980,0")  # fmt: skip
    found = {(row["state"], row["year"]): row["attacks"] for row in rows_of("gtd_attacks", made)}
    assert found == {("ARM", 1992): 0, ("COD", 1997): 5, ("NAM", 1975): 1, ("HKG", 1980): 0}


@pytest.mark.parametrize(
    ("row", "problems"),
    [
        ("2,India,1980,5", [(3, "country_txt", "India")]),  # the same country and year twice
        ("2,India,1981,", [(3, "Freq", "")]),
        ("2,India,1981,-1", [(3, "Freq", "-1")]),
        ("2,Atlantis,1981,1", [(3, "country_txt", "Atlantis")]),
        ("2,India,1969,1", [(3, "year", "1969")]),
    ],
)
def test_bad_rows_are_told(tmp_path: Path, row: str, problems: list[tuple[int, str, str]]) -> None:
    assert told(refused("gtd_attacks", file(tmp_path, HEADER, "1,India,1980,4", row)))[:1] == problems
