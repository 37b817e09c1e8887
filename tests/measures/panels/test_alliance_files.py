"""Alliance similarity from ATOP's whole file against the published values, to 1e-6."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq
import pytest

from timbang.measures import _cinc_weights
from timbang.model import Setting
from timbang.registry import measures
from timbang.state_years import code_in_year, state_years
from timbang.store.panels import PanelEngine

pytestmark = pytest.mark.needs_shared
ATOP = {"defense": "atop_defense", "offense": "atop_offense", "neutral": "atop_neutral", "nonagg": "atop_nonagg",
        "consul": "atop_consul"}  # fmt: skip
COMPONENTS = ("milex", "milper", "irst", "pec", "tpop", "upop")
LATER = "consultation-as-nonaggression"  # the ordering of the values of 1850 and 1890


def coded(numbers: pa.Array, years: pa.Array) -> list[str | None]:
    code = cache(lambda number, year: code_in_year("cow", int(number), int(year)))
    return [code(n, y) for n, y in zip(numbers.to_pylist(), years.to_pylist(), strict=True)]


def tables(shared: Path, years: range) -> dict[str, pa.Table]:
    """The files as the tables that the measures read, with no reader of timbang's between."""
    atop = pq.read_table(shared / "data/alliances/atop_dyad_year.parquet")
    atop = atop.filter(pc.field("year").isin([float(y) for y in years]))
    dyads: dict[str, Any] = {name: atop[column].cast(pa.int64()) for name, column in ATOP.items()}
    dyads |= {f"state{side}": coded(atop[f"ccode{side}"], atop["year"]) for side in (1, 2)}
    dyads["year"] = atop["year"].cast(pa.int64())
    nmc = pyarrow.csv.read_csv(
        shared / "data/nmc/NMC-60-abridged.csv", convert_options=pyarrow.csv.ConvertOptions(null_values=["-9"])
    )
    nmc = nmc.filter(pc.field("year").isin(list(years)))
    power = {name: nmc[name].cast(pa.float64()) for name in COMPONENTS}
    power |= {"state": coded(nmc["ccode"], nmc["year"]), "year": nmc["year"]}
    system = [row._asdict() for row in state_years(years[0], years[-1])]
    return {"atop_obligations": pa.table(dyads), "nmc": pa.table(power), "system": pa.Table.from_pylist(system)}


def values(shared: Path, name: str, year: int, **parameters: Any) -> dict[tuple[str, str], float]:
    measure, given = measures("panel")[name], tables(shared, range(year, year + 1))
    engine = PanelEngine(given, {name: dict.fromkeys(table.column_names, "") for name, table in given.items()})
    found = engine.measure(measure, Setting(organization="TST", first_year=year, last_year=year), **parameters)
    return {(row["state1"], row["state2"]): row["value"] for row in found.to_pylist()}


@pytest.mark.parametrize(
    ("name", "column"), [("s_alliance", "s_ally_val_abs"), ("s_alliance_squared", "s_ally_val_sq")]
)
def test_s_of_1950_is_the_published_one(shared: Path, name: str, column: str) -> None:
    published = pq.read_table(shared / "reference/s_atop_1950.parquet").to_pylist()
    found = values(shared, name, 1950)
    assert len(found) == len(published) == 2775
    for row in published:
        one, two = sorted(code_in_year("cow", row[number], 1950) or "" for number in ("ccode1", "ccode2"))
        assert found[one, two] == pytest.approx(row[column], abs=1e-6)


@pytest.mark.parametrize(
    ("year", "pair", "s", "pi", "kappa"),
    [
        (1850, ("AUH", "RUS"), 0.8517264, 0.1294643, 0.2168675),
        (1890, ("AUH", "DEU"), 0.5379217, 0.7782735, 0.7786155),
        (1890, ("DEU", "RUS"), 0.6805131, 0.3844492, 0.4006309),
    ],
)
def test_weighted_s_pi_and_kappa_of_1850_and_1890(
    shared: Path, year: int, pair: tuple[str, str], s: float, pi: float, kappa: float
) -> None:
    wanted = {"s_alliance_weighted": s, "pi_alliance": pi, "kappa_alliance": kappa}
    for name, value in wanted.items():
        assert values(shared, name, year, ordering=LATER)[pair] == pytest.approx(value, abs=1e-6), name


def test_weights_are_cinc_as_published(shared: Path) -> None:
    published = pyarrow.csv.read_csv(shared / "data/nmc/NMC-60-abridged.csv").select(["ccode", "year", "cinc"])
    nmc = tables(shared, range(1816, 2017))["nmc"]
    codes = nmc["state"].unique().sort()
    weights = _cinc_weights.by_year(nmc, codes)
    place = {code: i for i, code in enumerate(codes.to_pylist())}
    rows = zip(nmc["state"].to_pylist(), *(published[name].to_pylist() for name in ("year", "cinc")), strict=True)
    assert max(abs(weights[year][place[state]] - cinc) for state, year, cinc in rows) < 1e-7
