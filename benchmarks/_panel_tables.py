"""Data tables as the data home keeps them, made for a benchmark; and work timed in one process, interleaved."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

DATA = Path(__file__).parents[2] / "shared" / "data"
FILES = {
    "atop_obligations": "alliances/atop_dyad_year.parquet",
    "nmc": "nmc/NMC-60-abridged.csv",
    "un_votes": "unga/un_votes_1946_2022.parquet",
}


def kept(names: tuple[str, ...], folder: Path) -> dict[str, Path]:
    """The tables as Parquet files in the folder, as timbang's readers give them, and the states of each year."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from timbang.registry import data_tables
    from timbang.state_years import state_years

    for name in names:
        table = data_tables()[name][1]
        pq.write_table(table.read(DATA / FILES[name]).table, folder / f"{name}.parquet")
    system = pa.Table.from_pylist([row._asdict() for row in state_years()])
    pq.write_table(system, folder / "system.parquet")
    return {name: folder / f"{name}.parquet" for name in (*names, "system")}


def measured(name: str, given: Mapping[str, Path], years: tuple[int, int], out: Path) -> None:
    """A measure of panels from Parquet files to a Parquet file, as an engine made anew does it."""
    import pyarrow.parquet as pq

    from timbang.model import Setting
    from timbang.registry import measures
    from timbang.store.panels import PanelEngine

    columns = {table: dict.fromkeys(pq.read_schema(path).names, "") for table, path in given.items()}
    setting = Setting(organization="", first_year=years[0], last_year=years[1])
    pq.write_table(PanelEngine(given, columns).measure(measures("panel")[name], setting), out)


def interleaved(ways: Mapping[str, Callable[[], None]], runs: int = 5) -> dict[str, float]:
    """Median seconds of each way, in turns, after one turn that is not counted."""
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(runs + 1):
        for name, way in ways.items():
            began = time.perf_counter()
            way()
            if turn:
                spent[name].append(time.perf_counter() - began)
    return {name: median(times) for name, times in spent.items()}


def peak() -> int:
    """The most memory that this process has had so far, MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
