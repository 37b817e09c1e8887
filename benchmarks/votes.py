"""S, kappa, pi and tau-b on all UN votes 1946-2022: the measures against NumPy for the purpose and a loop over dyads.

Run `.venv/bin/python benchmarks/votes.py`. From Parquet to Parquet, in one process, in turns. By hand: cross-tables by
products, each coefficient from its own formula with einsum. The loop does one dyad of fifty, with NumPy within the
dyad; its time for all is that of the sample, less reading, times 50.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from _panel_tables import interleaved, kept, measured, peak
from _timing import machine

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[Any]

YEARS = (1946, 2022)
NAMES = ("s_votes", "kappa_votes", "pi_votes", "tau_b_votes")
SAMPLE = 50
STEPS = np.abs(np.subtract.outer(np.arange(3), np.arange(3)))
SIGNS = np.sign(np.subtract.outer(np.arange(3), np.arange(3)))


def ballots(path: Path) -> Iterator[tuple[int, Any, Matrix]]:
    """Of each year: the codes of its states, and their votes on each resolution, 0 to 2, or -1."""
    import pyarrow.parquet as pq

    table = pq.read_table(path, columns=["resolution", "state", "year", "vote"])
    names = table["state"].combine_chunks().dictionary_encode()
    order = np.argsort(names.dictionary.to_numpy(zero_copy_only=False).astype(str))
    codes = names.dictionary.take(order)
    state = np.argsort(order)[names.indices.to_numpy()]
    resolution, year, vote = (table[name].to_numpy() for name in ("resolution", "year", "vote"))
    for when in range(YEARS[0], YEARS[1] + 1):
        rows = year == when
        if rows.any():
            states, i = np.unique(state[rows], return_inverse=True)
            items, j = np.unique(resolution[rows], return_inverse=True)
            matrix = np.full((len(states), len(items)), -1, np.int8)
            matrix[i, j] = vote[rows] - 1
            yield when, codes.take(states), matrix


def coefficient(name: str, o: Matrix) -> Matrix:
    """Of cross-tables (pairs, 3, 3)."""
    n, r, c = o.sum((1, 2)), o.sum(2), o.sum(1)
    found: Matrix
    if name == "s_votes":
        found = 1 - np.einsum("pij,ij->p", o, STEPS) / n
    elif name == "tau_b_votes":
        turned = np.einsum("ab,pbc,dc->pad", SIGNS, o, SIGNS, optimize=True)
        found = (o * turned).sum((1, 2)) / np.sqrt((n**2 - (r**2).sum(1)) * (n**2 - (c**2).sum(1)))
    else:
        apart = STEPS**2 if name == "kappa_votes" else (STEPS > 0).astype(int)
        rows, columns = (r, c) if name == "kappa_votes" else ((r + c) / 2,) * 2
        expected = np.einsum("pi,ij,pj->p", rows, apart, columns, optimize=True)
        found = 1 - np.einsum("pij,ij->p", o, apart) * n / expected
    return found


def by_hand(name: str, path: Path, out: Path) -> None:
    """File to file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    years = []
    for year, codes, votes in ballots(path):
        marks = np.concatenate([votes == level for level in range(3)]).astype(np.float32)
        one, two = np.triu_indices(len(votes), 1)
        counts = (marks @ marks.T).reshape(3, len(votes), 3, len(votes))
        o = counts[:, one, :, two].astype(float)
        with np.errstate(invalid="ignore", divide="ignore"):
            value = coefficient(name, o)
        common = o.sum((1, 2)).astype(int)
        columns = {"state1": codes.take(one), "state2": codes.take(two), "year": np.full(len(one), year)}
        years.append(pa.table(columns | {"value": pa.array(value, from_pandas=True), "common": common}))
    pq.write_table(pa.concat_tables(years), out)


def looped(name: str, path: Path) -> float:
    """Seconds that the loop over all dyads would take, by the sample."""
    began = time.perf_counter()
    years = list(ballots(path))
    reading = time.perf_counter() - began
    done = every = 0
    began = time.perf_counter()
    for _, _, votes in years:
        for i in range(len(votes)):
            for j in range(i + 1, len(votes)):
                every += 1
                if every % SAMPLE == 0:
                    done += 1
                    both = (votes[i] >= 0) & (votes[j] >= 0)
                    table = np.bincount(votes[i][both] * 3 + votes[j][both], minlength=9).reshape(1, 3, 3)
                    with np.errstate(invalid="ignore", divide="ignore"):
                        coefficient(name, table.astype(float))
    return reading + (time.perf_counter() - began) * every / done


def main(folder: Path) -> None:
    import pyarrow.parquet as pq

    given = kept(("un_votes",), folder)
    print(machine())
    for name in NAMES:
        mine, hand = folder / "measure.parquet", folder / "hand.parquet"
        ways = {
            "measure": partial(measured, name, given, YEARS, mine),
            "hand": partial(by_hand, name, given["un_votes"], hand),
        }
        found = interleaved(ways)
        print(f"{name}: measure {found['measure']:.2f} s, by hand {found['hand']:.2f} s, "
              f"ratio {found['measure'] / found['hand']:.2f}; dyad by dyad, from a sample: "
              f"{looped(name, given['un_votes']):.0f} s")  # fmt: skip
        one, other = (pq.read_table(path)["value"].to_numpy() for path in (mine, hand))
        print(f"  greatest difference {np.nanmax(np.abs(one - other)):.1e} over {len(one)} dyad-years")
    print(f"most memory so far: {peak()} MiB")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        main(Path(temporary))
