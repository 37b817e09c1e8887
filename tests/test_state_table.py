"""The dated table: one state per code, the right code for a number and day, the right spells."""

import csv
import itertools
from datetime import date
from pathlib import Path

import pytest
from countrynames.mappings import mappings
from hypothesis import given
from hypothesis import strategies as st

from timbang import states

SHARED = Path(__file__).parents[2] / "shared/data/states"
ISO = set(mappings.values())
COLD_WAR, TODAY = date(1970, 1, 1), date(2024, 7, 4)


def test_no_two_spells_of_a_code_overlap() -> None:
    spells = sorted((state.code, state.start or date.min, state.end or date.max) for state in states.all_states())
    for (code, start, end), (other, later, _) in itertools.pairwise(spells):
        assert start <= end
        assert code != other or end < later, f"{code} has two spells on {later}"


def test_codes_of_states_that_are_no_more_are_not_iso_codes_of_others() -> None:
    gone = {
        "AUH",
        "BAD",
        "BAV",
        "CSK",
        "GCL",
        "GDR",
        "HAN",
        "HSE",
        "HSG",
        "MEC",
        "MOD",
        "OFS",
        "PAP",
    }
    gone |= {"PMA", "RVN", "SAX", "SIC", "SUN", "TBT", "TRA", "TUS", "UPC", "WRT", "XKO", "YAR"}
    gone |= {"YPR", "YUG", "ZAN"}
    assert {state.code for state in states.all_states()} - ISO == gone | {"ANT"} - ISO
    assert all(state.end for state in states.all_states() if state.code in gone), "each of them has ended"


def test_every_iso_code_is_a_state_or_a_land() -> None:
    assert ISO - {state.code for state in states.all_states()} == {"EUU"}


@pytest.mark.parametrize(
    ("number", "day", "code"),
    [
        (365, "1914-07-28", "RUS"),
        (365, "1922-12-29", "RUS"),
        (365, "1922-12-30", "SUN"),
        (365, "1991-12-25", "SUN"),
        (365, "1991-12-26", "RUS"),
        (345, "1912-10-08", "SRB"),
        (345, "1999-03-24", "YUG"),
        (345, "2006-06-05", "SRB"),
        (255, "1939-09-01", "DEU"),
        (260, "1970-01-01", "DEU"),
        (265, "1970-01-01", "GDR"),
        (315, "1968-08-20", "CSK"),
        (316, "2004-01-01", "CZE"),
        (678, "1980-01-01", "YAR"),
        (679, "2000-01-01", "YEM"),
        (730, "1900-01-01", "XKO"),
        (732, "2000-01-01", "KOR"),
        (731, "2000-01-01", "PRK"),
        (703, "1991-01-01", "KGZ"),  # before its first day: no other state has the number
    ],
)
def test_cow_numbers(number: int, day: str, code: str) -> None:
    assert states.cow_code(number, date.fromisoformat(day)) == code


@pytest.mark.parametrize(
    ("number", "day", "code"),
    [
        (260, "1949-12-31", "DEU"),
        (260, "2000-01-01", "DEU"),
        (678, "1990-05-21", "YAR"),
        (678, "1990-05-22", "YEM"),
        (340, "2007-01-01", "SRB"),
        (345, "2005-01-01", "YUG"),
        (850, "1946-01-01", "IDN"),  # Gleditsch and Ward count it from 1945, COW from 1949
        (711, "1930-01-01", "TBT"),
    ],
)
def test_gleditsch_ward_numbers(number: int, day: str, code: str) -> None:
    assert states.gw_code(number, date.fromisoformat(day)) == code


def test_numbers_no_state_has() -> None:
    assert states.cow_code(999, TODAY) is None
    assert states.gw_code(679, TODAY) is None  # COW's Yemen; Gleditsch and Ward keep 678


def test_west_germany_has_a_number_of_its_own() -> None:
    then, now = states.on("DEU", COLD_WAR), states.by_code("DEU")
    assert then is not None and now is not None
    assert (then.cow, then.gw, then.name_en) == (260, 260, "West Germany")
    assert (now.cow, now.gw, now.name_en) == (255, 260, "Germany")


def test_existence() -> None:
    assert states.exists("KGZ", date(1991, 12, 26)) and not states.exists("KGZ", date(1991, 12, 25))
    assert states.exists("GDR", COLD_WAR) and not states.exists("GDR", TODAY)
    assert not states.exists("KWT", date(1950, 1, 1)) and not states.exists("QQQ", TODAY)
    assert states.exists("BMU", COLD_WAR)  # a land without dates
    assert not states.exists("AUT", date(1940, 1, 1)) and states.exists("AUT", date(1930, 1, 1))


def test_names() -> None:
    assert [states.name("CHN", lang) for lang in ("en", "id")] == ["China", "Tiongkok"]
    assert [states.name("SUN", lang) for lang in ("en", "id")] == ["Soviet Union", "Uni Soviet"]
    assert states.name("QQQ", "en") == "QQQ"
    with pytest.raises(ValueError, match="'fr'; expected en or id"):
        states.name("CHN", "fr")


def test_russia_of_today_is_the_latest_spell() -> None:
    russia = states.by_code("RUS")
    assert russia == states.State("RUS", 365, 365, date(1991, 12, 26), None, "Russia", "Rusia")
    assert states.by_code("rus") is None


@given(st.sampled_from(states.all_states()), st.dates(date(1816, 1, 1), date(2030, 1, 1)))
def test_code_and_number_agree(state: states.State, day: date) -> None:
    spell = states.on(state.code, day)
    if spell is not None and spell.cow is not None:
        assert states.cow_code(spell.cow, day) == state.code


@pytest.mark.needs_shared
def test_every_state_year_of_cow_is_in_the_table() -> None:
    with (SHARED / "system2016.csv").open(encoding="utf-8") as file:
        pairs = {(int(row["ccode"]), int(row["year"])) for row in csv.DictReader(file)}
    ours = {
        (state.cow, year)
        for state in states.all_states()
        if state.cow and state.start
        for year in range(state.start.year, (state.end or date(2016, 12, 31)).year + 1)
    }
    assert ours == pairs
