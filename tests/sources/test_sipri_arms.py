"""SIPRI's arms transfers: the whole files, parties that are no states, the register's preamble and marks."""

from collections import Counter
from pathlib import Path

import pytest
from support.source_tables import DATA, file, refused, rows_of, table_of, tables_in, told

VOLUMES = "sipri/SIPRI_TIV_dyadic_1950-2021.csv"
REGISTER = "sipri/SIPRI_trade_register_1995-2025.csv"
HEADER = "supplier,recipient,year,value,supplier_cown,recipient_cown"
COLUMNS = (
    "SIPRI AT Database ID,Supplier,Recipient,Designation,Description,Armament category,Order date,"
    "Order date is estimate,Numbers delivered,Numbers delivered is estimate,Delivery year,Delivery year is estimate,"
    "Status,SIPRI estimate,TIV deal unit,TIV delivery values,Local production;"
)
DEAL = "7,Russia,Viet Nam,Su-30MK,FGA aircraft,Aircraft,2009,Yes,8,No,2011,,New,50,50,400,Yes;"


@pytest.mark.needs_shared
def test_all_volumes() -> None:
    read = table_of("arms_tiv", VOLUMES)
    rows = read.table.to_pylist()
    # by plain csv: 21,324 rows, 557 with a party that is no state; 1,906,096 million in the others, 692 rows of zero
    assert len(rows) == 21324 - 557 and sum(row["tiv"] for row in rows) == 1906096
    assert sum(row["tiv"] == 0 for row in rows) == 692
    by = Counter[str]()
    for row in rows:
        by[row["supplier"]] += row["tiv"]
    assert (by["SUN"], by["RUS"]) == (450553, 152576)
    assert sum(row["tiv"] for row in rows if row["recipient"] == "IDN" and row["year"] >= 2010) == 5835
    assert min(row["year"] for row in rows if row["supplier"] == "DEU") == 1991  # a hole: West Germany is missing
    [notice] = read.notices
    assert notice.what.startswith("557 rows") and "NATO**" in notice.value and notice.level == "notice"
    assert tables_in(DATA / VOLUMES) == {"arms_tiv"}


@pytest.mark.needs_shared
def test_the_whole_register() -> None:
    read = table_of("sipri_transfers", REGISTER)
    rows = read.table.to_pylist()
    # by plain csv below the preamble of 11 lines: 25,024 rows, 447 with a party that is no state
    assert len(rows) == 25024 - 447 and sum(row["tiv"] for row in rows) == pytest.approx(766150.11)
    assert Counter(row["licensed"] for row in rows) == {False: 19806, True: 4771}
    assert Counter(row["year_estimated"] for row in rows) == {False: 16264, True: 7564, None: 749}
    assert {row["year"] for row in rows} == {*range(1995, 2025)}
    assert tables_in(DATA / REGISTER) == {"sipri_transfers"}


@pytest.mark.needs_shared
def test_the_two_agree_where_the_register_was_not_revised() -> None:
    """Both round, and four years of revision lie between them: Russia's deliveries to India, 2000-2015."""
    volumes = {row["year"]: row["tiv"] for row in rows_of("arms_tiv", VOLUMES)
               if (row["supplier"], row["recipient"]) == ("RUS", "IND") and 2000 <= row["year"] <= 2015}  # fmt: skip
    register = Counter[int]()
    for row in rows_of("sipri_transfers", REGISTER):
        if (row["supplier"], row["recipient"]) == ("RUS", "IND"):
            register[row["year"]] += row["tiv"]
    assert sum(volumes.values()) == pytest.approx(sum(register[year] for year in volumes), rel=0.05)


def test_parties_that_are_no_states_are_left_out_and_told_once(tmp_path: Path) -> None:
    rows = (
        "Russia,NATO**,1999,5,365,NA",
        "Soviet Union,PLO (Israel)*,1980,1,365,666",
        "Libya GNC,Congo,2018,0,620,484",
    )
    read = table_of("arms_tiv", file(tmp_path, HEADER, *rows))
    assert read.table.to_pylist() == [{"supplier": "LBY", "recipient": "COG", "year": 2018, "tiv": 0.0}]
    assert read.notices[0].value == "NATO**, PLO (Israel)*"


@pytest.mark.parametrize(
    ("row", "problems"),
    [
        ("Russia,Atlantis,1999,5,365,NA", [(3, "recipient", "Atlantis")]),
        ("Russia,India,1999,,365,750", [(3, "value", "")]),
        ("Russia,India,1998,6,365,750", [(3, "", "supplier RUS, recipient IND, year 1998")]),
    ],
)
def test_bad_volumes_are_told(tmp_path: Path, row: str, problems: list[tuple[int, str, str]]) -> None:
    assert told(refused("arms_tiv", file(tmp_path, HEADER, "Russia,India,1998,5,365,750", row))) == problems


def register(folder: Path, *deals: str) -> Path:
    return file(folder, "Transfers of major conventional arms;\nA '?' marks uncertain data.;\n;\n" + COLUMNS, *deals)


def test_a_deal(tmp_path: Path) -> None:
    made = register(tmp_path, DEAL, DEAL.replace("7,", "8,", 1).replace("2009,Yes,8,No", "2009?,,8?,No"))
    one, other = rows_of("sipri_transfers", made)
    assert one == {
        "transfer": 7, "supplier": "RUS", "recipient": "VNM", "year": 2011, "order_year": 2009,
        "designation": "Su-30MK", "description": "FGA aircraft", "category": "Aircraft", "status": "New",
        "delivered": 8.0, "tiv_unit": 50.0, "tiv": 400.0, "order_estimated": True, "number_estimated": False,
        "year_estimated": None, "licensed": True,
    }  # fmt: skip
    assert (other["order_year"], other["order_estimated"], other["number_estimated"]) == (2009, True, True)
    assert tables_in(made) == {"sipri_transfers"}


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (",No,2011,", ",No,soon,", (5, "Delivery year", "soon")),
        (",No,2011,", ",Maybe,2011,", (5, "Numbers delivered is estimate", "Maybe")),
        (",400,Yes;", ",-4,Yes;", (5, "tiv", "-4.0")),
    ],
)
def test_bad_deals_are_told_with_their_line_in_the_file(
    tmp_path: Path, old: str, new: str, problem: tuple[int, str, str]
) -> None:
    assert told(refused("sipri_transfers", register(tmp_path, DEAL.replace(old, new))))[0] == problem


def test_a_register_without_a_column_says_which(tmp_path: Path) -> None:
    made = file(tmp_path, COLUMNS.replace("TIV delivery values", "TIV"), DEAL)
    assert refused("sipri_transfers", made)[0].value == "TIV delivery values"
