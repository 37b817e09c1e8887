"""Times CINC from the provider's file: timbang's reader and measure against NumPy written for the purpose."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from _timing import machine, medians

NMC = Path(__file__).parents[2] / "shared" / "data" / "nmc" / "NMC-60-abridged.csv"
COMPONENTS = ("milex", "milper", "irst", "pec", "tpop", "upop")
RUNS = 5


def by_hand(table: Any) -> Any:
    """CINC of every row, from columns with nulls, in NumPy."""
    import numpy as np

    years = table["year"].to_numpy()
    place = years - years.min()
    total, count = np.zeros(len(years)), np.zeros(len(years))
    for name in COMPONENTS:
        values = table[name].to_numpy().astype(float)
        known = ~np.isnan(values)
        world = np.bincount(place[known], weights=values[known])
        total[known] += values[known] / world[place[known]]
        count += known
    return total / count


def hand_command(out: Path) -> None:
    """The file read with Arrow's reader, the score of each row, a Parquet file."""
    import pyarrow as pa
    import pyarrow.csv
    import pyarrow.parquet as pq

    table = pyarrow.csv.read_csv(NMC, convert_options=pyarrow.csv.ConvertOptions(null_values=["-9"]))
    scores = by_hand(table)
    pq.write_table(pa.table({"ccode": table["ccode"], "year": table["year"], "cinc": scores}), out)


def read_command(out: Path) -> None:
    """timbang's reader alone: cells checked, states by number and year, missing codes to null; Parquet."""
    import pyarrow.parquet as pq

    from timbang.sources.cow_nmc import read

    pq.write_table(read(NMC).table, out)


def measure(table: Any) -> Any:
    """The measure `cinc`, with shares, missing components and steps, over a table or Parquet file."""
    from timbang.measures.cinc import MEASURE
    from timbang.model import Setting
    from timbang.sources.cow_nmc import COLUMNS
    from timbang.store.panels import PanelEngine

    setting = Setting(organization="", first_year=1816, last_year=2016)
    return PanelEngine({"nmc": table}, {"nmc": COLUMNS}).measure(MEASURE, setting)


def measure_command(kept: Path, out: Path) -> None:
    """The measure over the kept Parquet file, written as Parquet."""
    import pyarrow.parquet as pq

    pq.write_table(measure(kept), out)


def in_process() -> None:
    """The same table in memory: the measure with an engine made anew each time, and NumPy; agreement of the two."""
    import numpy as np

    from timbang.sources.cow_nmc import read

    table = read(NMC).table
    ways: dict[str, Callable[[Any], Any]] = {"measure cinc": measure, "NumPy": by_hand}
    found = {name: way(table) for name, way in ways.items()}
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(RUNS):
        for name, way in ways.items():
            began = time.perf_counter()
            way(table)
            spent[name].append(time.perf_counter() - began)
    for name, times in spent.items():
        print(f"in memory, {name}: {1000 * median(times):.1f} ms")
    rows = found["measure cinc"].sort_by([("state", "ascending"), ("year", "ascending")])
    order = np.lexsort([table["year"].to_numpy(), np.array(table["state"].to_pylist())])
    print(f"greatest difference: {np.abs(rows['value'].to_numpy() - found['NumPy'][order]).max():.1e}")


def main() -> None:
    """Three commands as processes, interleaved; then both ways in one process."""
    print(machine())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        read_command(folder / "kept.parquet")
        this = [sys.executable, str(Path(__file__).resolve())]
        costs = medians(
            {
                "by hand, file to scores": [*this, "hand", "hand.parquet"],
                "timbang, file to table": [*this, "read", "read.parquet"],
                "timbang, table to scores": [*this, "measure", "kept.parquet", "scores.parquet"],
            },
            folder,
            RUNS,
        )
    for way, cost in costs.items():
        print(f"{way}: {cost.seconds:.2f} s, {cost.mebibytes:.0f} MiB")
    in_process()


if __name__ == "__main__":
    commands: dict[str, Callable[..., None]] = {"hand": hand_command, "read": read_command, "measure": measure_command}
    commands.get(sys.argv[1] if len(sys.argv) > 1 else "", main)(*map(Path, sys.argv[2:]))
