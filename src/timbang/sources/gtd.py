"""Attacks by state and year in the Global Terrorism Database: all of them, and by type. It has no 1993."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from timbang.registry import DataTable, Peek, Source
from timbang.sources._table import LINE, Read, Rows, raw
from timbang.state_table import all_states
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

ATTACKS = ("country_txt", "iyear", "Freq")
TYPES = {
    "assassination": "Assassination", "kidnapping": "Hostage Taking (Kidnapping)", "bombing": "Bombing/Explosion",
    "infrastructure": "Facility/Infrastructure Attack", "armed_assault": "Armed Assault", "hijacking": "Hijacking",
    "barricade": "Hostage Taking (Barricade Incident)", "unarmed_assault": "Unarmed Assault", "unknown": "Unknown",
}  # fmt: skip
OWN_NAMES = {
    "Congo": "COG", "People's Republic of the Congo": "COG", "Rhodesia": "ZWE", "Serbia-Montenegro": "YUG",
    "West Bank and Gaza Strip": "PSE", "New Hebrides": "VUT", "Zaire": "COD",
    "West Germany (FRG)": "DEU",
}  # fmt: skip
NO_STATES = (
    "International", "World", "Australasia & Oceania", "Central America & Caribbean", "Central Asia", "East Asia",
    "Eastern Europe", "Middle East & North Africa", "North America", "South America", "South Asia", "Southeast Asia",
    "Sub-Saharan Africa", "Western Europe",
)  # fmt: skip
LOST_1993 = "GTD's records of 1993 were lost before it was compiled; missing, not zero"
BIBTEX = """@misc{gtd,
  author = {{National Consortium for the Study of Terrorism and Responses to Terrorism (START)}},
  title  = {Global Terrorism Database},
  note   = {University of Maryland. Counts by country and year, 1970-2020, and by type of attack, 1970-2017 (Our World in Data). Who is a terrorist is the database's attribution.},
}
"""  # noqa: E501


def read_attacks(path: Path) -> Read:
    """One row a state and year: the attacks that GTD records on its territory, as it defines them.

    The file crosses every country with every year. Its zeros count only for states that existed in the
    year; names of one state (Germany and West Germany in 1990) are added up.
    """
    rows = raw(path, ATTACKS, "GTD, attacks by country and year")
    return _by_state(rows, "country_txt", rows.integers("iyear"), {"attacks": "Freq"})


def read_types(path: Path) -> Read:
    """One row a state and year with any attack: how many of each type. Regions and the world are left out."""
    rows = raw(path, ("Entity", "Year", *TYPES.values()), "GTD, attacks by type (Our World in Data)")
    return _by_state(rows, "Entity", rows.integers("Year"), TYPES)


def _by_state(rows: Rows, name: str, year: pa.Array, counts: Mapping[str, str]) -> Read:
    """Counts added up by state and year, without the zeros of states that did not exist."""
    import pyarrow as pa
    import pyarrow.compute as pc

    _tell_twice(rows, name, year)
    state = rows.by_name(name, year, own=OWN_NAMES, nobody=_present(rows, name))
    found = {column: rows.integers(header, ()) for column, header in counts.items()}
    for column, header in counts.items():
        rows.tell(pc.less(found[column], 0), "a count is below zero", header)
    table = pa.table({"state": state, "year": year, **found, LINE: rows.table[LINE].combine_chunks()})
    table = table.filter(pc.is_valid(table["state"]))
    told = [*((column, "sum") for column in counts), (LINE, "min")]
    whole = table.group_by(["state", "year"], use_threads=False).aggregate(told)
    whole = whole.rename_columns(["state", "year", *counts, LINE])
    pairs = zip(whole["state"].to_pylist(), whole["year"].to_pylist(), strict=True)
    there = pa.array([_existed(code, when) for code, when in pairs], pa.bool_())
    any_attack = pa.array([any(values) for values in zip(*(whole[c].to_pylist() for c in counts), strict=True)])
    whole = whole.filter(pc.or_(there, any_attack))
    return rows.as_read(whole.drop_columns([LINE]), whole[LINE].combine_chunks())


def _tell_twice(rows: Rows, name: str, year: pa.Array) -> None:
    """A problem for each row whose name and year stood before: added up, it would count twice."""
    import pyarrow as pa
    import pyarrow.compute as pc

    table = pa.table({"name": rows.table[name], "year": year, LINE: rows.table[LINE]})
    found = table.group_by(["name", "year"], use_threads=False).aggregate([(LINE, "max"), (LINE, "count")])
    again = found.filter(pc.greater(found[f"{LINE}_count"], 1))[f"{LINE}_max"].combine_chunks()
    twice = pc.is_in(rows.table[LINE].combine_chunks(), again)
    rows.tell(twice, "the country and year stand twice", name, todo="Remove one of the two rows")


def _present(rows: Rows, name: str) -> Sequence[str]:
    return [other for other in NO_STATES if other in rows.table[name].unique().to_pylist()]


def _existed(code: str, year: int) -> bool:
    """Whether the state was there on some day of the year; lands without dates always were."""
    return any(first <= year <= last for first, last in _years(code))


@cache
def _years(code: str) -> tuple[tuple[int, int], ...]:
    spells = [state for state in all_states() if state.code == code]
    return tuple(((one.start or date.min).year, (one.end or date.max).year) for one in spells)


def _has_attacks(peek: Peek) -> bool:
    return set(ATTACKS) <= set(peek.columns)


def _has_types(peek: Peek) -> bool:
    return {"Entity", "Year", *TYPES.values()} <= set(peek.columns)


SOURCE = Source(
    name="gtd",
    label=Text("Global Terrorism Database, counts", "Global Terrorism Database, jumlah serangan"),
    citation="National Consortium for the Study of Terrorism and Responses to Terrorism (START), University of "
    "Maryland. Global Terrorism Database. Counts by country and year, 1970-2020; by type, 1970-2017, by way of Our "
    "World in Data.",
    bibtex=BIBTEX,
    licence="START's terms: personal research, with citation; the data may not be published again. timbang does not "
    "ship it.",
    tables=(
        DataTable(
            name="gtd_attacks",
            label=Text("Attacks recorded by GTD", "Serangan yang dicatat GTD"),
            file="GTD_country_year_TerrorismGlobal_table.csv",
            needed=ATTACKS,
            unread=("rownames",),
            recognizes=_has_attacks,
            read=read_attacks,
            columns={"state": "string", "year": "int", "attacks": "int"},
            key=("state", "year"),
            coverage=(1970, 2020),
            version="1970-2020",
            rows=8869,
            ranges={"attacks": (0, None)},
            holes={
                "year 1993": LOST_1993,
                "states without any attack": "states that GTD records no attack on at all are not in the file",
            },
        ),
        DataTable(
            name="gtd_attacks_by_type",
            label=Text("Attacks recorded by GTD, by type", "Serangan yang dicatat GTD, menurut jenis"),
            file="OWID_GTD_attacks_by_type_2018.csv",
            needed=("Entity", "Year", *TYPES.values()),
            recognizes=_has_types,
            read=read_types,
            columns={"state": "string", "year": "int", **dict.fromkeys(TYPES, "int")},
            key=("state", "year"),
            coverage=(1970, 2017),
            version="2018 (1970-2017)",
            rows=3758,
            ranges=dict.fromkeys(TYPES, (0, None)),
            holes={"year 1993": LOST_1993, "no row": "a state and year without a row has no attack in GTD"},
        ),
    ),
)
