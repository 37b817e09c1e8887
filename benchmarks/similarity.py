"""S of all dyads 1816-2018, both kinds: the measures against NumPy written for the purpose and a loop over dyads.

Run `.venv/bin/python benchmarks/similarity.py`. Everything is from Parquet to Parquet, in one process, in turns. The
loop does one dyad of fifty, with NumPy within the dyad; its time for all is that of the sample, less reading, times 50.
"""

from __future__ import annotations

import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from _panel_tables import interleaved, kept, measured, peak
from _timing import machine
from handwritten_similarity import by_products, dyad_by_dyad, portfolios

YEARS = (1816, 2018)
KINDS = {"s_alliance": 1, "s_alliance_squared": 2}
OTHERS = ("s_alliance_weighted", "kappa_alliance", "pi_alliance", "tau_b_alliance")
SAMPLE = 50


def alike(one: Path, other: Path) -> float:
    """The greatest difference of two files' values, row by row; the same dyads in the same order, or an error."""
    import numpy as np
    import pyarrow.parquet as pq

    first, second = (pq.read_table(path) for path in (one, other))
    if any(first[name].to_pylist() != second[name].to_pylist() for name in ("state1", "state2", "year")):
        raise SystemExit("the two have other dyads, or another order")
    return float(np.abs(first["value"].to_numpy() - second["value"].to_numpy()).max())


def looped(given: dict[str, Path], power: int) -> float:
    """Seconds that the loop over all dyads would take, by the sample."""
    began = time.perf_counter()
    for _ in portfolios(given, YEARS):
        pass
    reading = time.perf_counter() - began
    began = time.perf_counter()
    done, every = dyad_by_dyad(given, YEARS, power, SAMPLE)
    return reading + (time.perf_counter() - began - reading) * every / done


def main(folder: Path) -> None:
    given = kept(("atop_obligations", "nmc"), folder)
    print(machine())
    for name, power in KINDS.items():
        mine, hand = folder / "measure.parquet", folder / "hand.parquet"
        ways = {
            "measure": partial(measured, name, given, YEARS, mine),
            "hand": partial(by_products, given, YEARS, power, hand),
        }
        found = interleaved(ways)
        ratio = found["measure"] / found["hand"]
        print(f"{name}: measure {found['measure']:.2f} s, products by hand {found['hand']:.2f} s, ratio {ratio:.2f}")
        print(
            f"  greatest difference {alike(mine, hand):.1e}; dyad by dyad, from a sample: {looped(given, power):.0f} s"
        )
    print(f"most memory so far: {peak()} MiB")
    out = folder / "other.parquet"
    for name, seconds in interleaved({n: partial(measured, n, given, YEARS, out) for n in OTHERS}).items():
        print(f"{name}: {seconds:.2f} s")


def once(name: str, folder: Path) -> None:
    """One measure over tables already kept, in a process of its own, for its memory."""
    given = {table: folder / f"{table}.parquet" for table in ("atop_obligations", "nmc", "system")}
    measured(name, given, YEARS, folder / "once.parquet")
    print(f"{name}, alone in a process: {peak()} MiB")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        once(sys.argv[1], Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(Path(temporary))
