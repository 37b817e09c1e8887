"""What maps know of states: the whole files, and damaged ones."""

import json
import lzma
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.source_tables import DATA, refused, rows_of, tables_in

COUNTRIES = "maps/ne_110m_admin_0_countries.geojson"
SPELLS = "maps/cshapes_2_gw.topojson.xz"
SPELL = {
    "gwcode": 365, "country_name": "Russia (Soviet Union)", "start": "1946-01-01", "end": "1991-12-20",
    "status": "independent", "owner": "365", "capname": "Moscow", "caplong": 37.7, "caplat": 55.75, "fid": 1,
}  # fmt: skip


@pytest.mark.needs_shared
def test_all_countries() -> None:
    found = {row["iso3"]: row for row in rows_of("natural_earth", COUNTRIES)}
    assert len(found) == 177 and {code for code, row in found.items() if row["state"] is None} == {"CYN", "SOL"}
    assert (found["KOS"]["state"], found["TWN"]["name"]) == ("XKX", "Taiwan")
    assert tables_in(DATA / COUNTRIES) == {"natural_earth"}


@pytest.mark.needs_shared
def test_all_spells() -> None:
    rows = rows_of("cshapes", SPELLS)
    # by lzma and json alone: 710 spells, 181 to 2019-12-31, the edition's end; 365 of independent states
    assert len(rows) == 710 and sum(row["end"] is None for row in rows) == 181
    assert sum(row["status"] == "independent" for row in rows) == 365
    russia = {(row["state"], row["start"].year) for row in rows if row["gw"] == 365}
    assert {"RUS", "SUN"} == {state for state, _ in russia}
    assert tables_in(DATA / SPELLS) == {"cshapes"}


def topology(folder: Path, *spells: dict[str, Any]) -> Path:
    path = folder / "made.topojson.xz"
    layer = {"type": "GeometryCollection", "geometries": [{"properties": spell} for spell in spells]}
    path.write_bytes(lzma.compress(json.dumps({"type": "Topology", "arcs": [], "objects": {"x": layer}}).encode()))
    return path


def test_a_spell(tmp_path: Path) -> None:
    made = topology(tmp_path, SPELL, {**SPELL, "fid": 2, "start": "1991-12-26", "end": "2019-12-31"})
    old, new = rows_of("cshapes", made)
    assert (old["state"], old["end"], new["state"], new["end"]) == ("SUN", date(1991, 12, 20), "RUS", None)
    assert tables_in(made) == {"cshapes"}


def test_damaged_files_are_told(tmp_path: Path) -> None:
    lacking = topology(tmp_path, {name: value for name, value in SPELL.items() if name != "status"})
    assert refused("cshapes", lacking)[0].value == "status"
    made = topology(tmp_path, SPELL, SPELL)
    assert refused("cshapes", made)[0].value == "shape 1"
    made.write_bytes(made.read_bytes()[:60])
    assert "damaged or cut short" in refused("cshapes", made)[0].what
    made.write_text('{"type": "FeatureCollection", "features": [{"properties": {"name": "Fiji"}}]}', encoding="utf-8")
    assert "not Natural Earth" in refused("natural_earth", made)[0].what
