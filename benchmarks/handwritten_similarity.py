"""S of all dyads, as an analyst would write it in NumPy for this one purpose: bare products, and dyad by dyad."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[Any]


def every_code(given: Mapping[str, Path]) -> Any:
    """All codes of states, in order, as Arrow."""
    import pyarrow.parquet as pq

    return pq.read_table(given["system"], columns=["state"])["state"].unique().sort()


def portfolios(given: Mapping[str, Path], years: tuple[int, int]) -> Iterator[tuple[int, Matrix, Matrix]]:
    """Of each year: its states, as places in the list of all codes in order, and the levels of their alliances."""
    import pyarrow.parquet as pq

    columns = ["state1", "state2", "year", "defense", "offense", "neutral", "nonagg", "consul"]
    table = pq.read_table(given["atop_obligations"], columns=columns)
    atop = {name: table[name].to_numpy() for name in columns[2:]}
    sides = [table[name].combine_chunks().dictionary_encode() for name in columns[:2]]
    level = np.where(atop["nonagg"] > 0, 1, 0)
    level[(atop["neutral"] > 0) | (atop["consul"] > 0)] = 2
    level[(atop["defense"] > 0) | (atop["offense"] > 0)] = 3
    system = pq.read_table(given["system"], columns=["state", "year"])
    codes = every_code(given)
    place = {code: i for i, code in enumerate(codes.to_pylist())}
    named = system["state"].combine_chunks().dictionary_encode()
    state = np.array([place[code] for code in named.dictionary.to_pylist()])[named.indices.to_numpy()]
    ends = []
    for side in sides:
        named = np.array([place.get(code, -1) for code in side.dictionary.to_pylist()])
        ends.append(named[side.indices.to_numpy()])
    when = system["year"].to_numpy()
    for year in range(years[0], years[1] + 1):
        here = np.sort(state[when == year])
        whole = np.zeros((len(codes) + 1, len(codes) + 1), np.int8)
        rows = atop["year"] == year
        whole[ends[0][rows], ends[1][rows]] = level[rows]
        matrix = whole[np.ix_(here, here)]
        np.fill_diagonal(matrix, 3)
        yield year, here, matrix


def bare(matrix: Matrix, power: int) -> Matrix:
    """S of every pair by products."""
    parts = [matrix] if power == 2 else [matrix >= 1, matrix >= 2, matrix >= 3]
    rows = np.concatenate(parts, axis=1).astype(np.float32)
    product = rows @ rows.T
    own = product.diagonal()
    found: Matrix = 1 - 2 * (own[:, None] + own - 2 * product).astype(float) / (3**power * len(matrix))
    return found


def by_products(given: Mapping[str, Path], years: tuple[int, int], power: int, out: Path) -> None:
    """Files to file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    codes = every_code(given)
    kept: dict[str, list[Matrix]] = {"state1": [], "state2": [], "year": [], "value": []}
    for year, states, matrix in portfolios(given, years):
        one, two = np.triu_indices(len(matrix), 1)
        values = (states[one], states[two], np.full(len(one), year), bare(matrix, power)[one, two])
        for name, column in zip(kept, values, strict=True):
            kept[name].append(column)
    table = {name: pa.array(np.concatenate(parts)) for name, parts in kept.items()}
    pq.write_table(pa.table(table | {side: codes.take(table[side]) for side in ("state1", "state2")}), out)


def dyad_by_dyad(given: Mapping[str, Path], years: tuple[int, int], power: int, each: int) -> tuple[int, int]:
    """Only one of so many dyads, each by itself; how many were done, and how many there are."""
    done = every = 0
    for _, _, matrix in portfolios(given, years):
        for i in range(len(matrix)):
            for j in range(i + 1, len(matrix)):
                every += 1
                if every % each == 0:
                    done += 1
                    apart = np.abs(matrix[i].astype(int) - matrix[j]) ** power
                    _ = 1 - 2 * apart.sum() / (3**power * len(matrix))
    return done, every
