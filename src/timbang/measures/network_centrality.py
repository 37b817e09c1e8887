"""Network centrality: how near a state is to all others through the ties of joint exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures._ties import EXAMPLE, NEWMAN
from timbang.registry import Example, Measure
from timbang.tables import arrow_schema
from timbang.text import Text

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.store.views import Views


def tie_matrices(p: pa.Table, states: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Corrected ties between `states`, each (n, n), zero on the diagonal: value, lowest, highest.

    The same ties as `_ties.meetings`, by products of the exercise-by-state incidence matrices: a
    pair's highest tie depends on how many of the two are sure to have been there.
    """
    import numpy as np

    exercise = p.column("exercise").combine_chunks().dictionary_encode()
    at, column = np.asarray(exercise.indices, dtype=int), {state: i for i, state in enumerate(states)}
    seat = np.array([column.get(name, -1) for name in p.column("state").to_pylist()], dtype=int)
    marks = [p.column(field).to_numpy().astype(float) for field in ("value", "low", "high")]
    shape = (len(exercise.dictionary), len(states))
    value, low, high = (np.zeros(shape) for _ in marks)
    for matrix, mark in zip((value, low, high), marks, strict=True):
        matrix[at[seat >= 0], seat[seat >= 0]] = mark[seat >= 0]
    n = [np.bincount(at, weights=mark, minlength=shape[0]) for mark in marks]  # every participant, listed or not
    maybe = high - low
    half = low.T @ (maybe * _per(n[1])[:, None])
    ties = (
        value.T @ (value * _per(n[0] - 1)[:, None]),
        low.T @ (low * _per(n[2] - 1)[:, None]),
        low.T @ (low * _per(n[1] - 1)[:, None]) + half + half.T + maybe.T @ (maybe * _per(n[1] + 1)[:, None]),
    )
    for tie in ties:
        np.fill_diagonal(tie, 0.0)
    return ties


def _per(n: np.ndarray) -> np.ndarray:
    """1 / n, and zero where n is not positive: an exercise of one state ties nobody."""
    import numpy as np

    out = np.zeros(len(n))
    np.divide(1.0, n, out=out, where=n > 0)
    return out


def harmonic_closeness(ties: np.ndarray) -> np.ndarray:
    """Mean over the others of 1 / distance, where a tie of w is a step of 1 / w; no path adds zero.

    Shortest paths by Floyd and Warshall: n states, n steps on an (n, n) array.
    """
    import numpy as np

    with np.errstate(divide="ignore"):
        distance = 1.0 / ties
        np.fill_diagonal(distance, 0.0)
        for k in range(len(ties)):
            distance = np.minimum(distance, distance[:, k, None] + distance[None, k, :])
        near = 1.0 / distance
    np.fill_diagonal(near, 0.0)
    closeness: np.ndarray = near.sum(axis=1) / max(len(ties) - 1, 1)
    return closeness


def compute(views: Views, setting: Setting) -> pa.Table:
    """One row per member or outside power; null if there is only one."""
    import numpy as np
    import pyarrow as pa

    states = views.states.column("state").to_pylist()
    p = views.participation
    value, low, high = (harmonic_closeness(ties) for ties in tie_matrices(p, states))
    low, high = np.minimum(low, value), np.maximum(high, value)  # against rounding
    if len(states) < 2:
        value = low = high = np.full(len(states), np.nan)
    proof: dict[str, list[str]] = {state: [] for state in states}
    for exercise, state, may in zip(*(p.column(c).to_pylist() for c in ("exercise", "state", "high")), strict=True):
        if may and state in proof:
            proof[state].append(f"exercises:{exercise}")
    schema = arrow_schema({"state": "string", "value": "float", "low": "float", "high": "float", "evidence": "strings"})
    numbers = [pa.array(column, type=pa.float64(), from_pandas=True) for column in (value, low, high)]
    return pa.table(
        [pa.array(states, pa.string()), *numbers, pa.array(list(proof.values()), schema.field("evidence").type)],
        schema=schema,
    )


MEASURE = Measure(
    name="network_centrality",
    label=Text("Centrality in the network", "Sentralitas dalam jejaring"),
    definition=Text(
        "Harmonic closeness: the mean, over the other members and outside powers, of one divided by the length of the "
        "shortest path to them, a tie of strength w (corrected for size) being a step of length 1/w. A state that "
        "cannot be reached adds zero, so that the measure is defined in a network that falls apart; eigenvector "
        "centrality is not, and plain closeness is infinite there. It grows with the number of exercises: compare "
        "states within a case, not cases.",
        "Kedekatan harmonik: rata-rata, atas semua anggota lain dan kekuatan luar, dari satu dibagi panjang lintasan "
        "terpendek ke negara itu; ikatan berkekuatan w (terkoreksi menurut jumlah peserta) adalah langkah sepanjang "
        "1/w. Negara yang tidak terjangkau menambah nol, sehingga ukuran ini tetap terdefinisi pada jejaring yang "
        "terpecah, tidak seperti sentralitas eigenvektor atau kedekatan biasa. Nilainya naik seiring jumlah latihan: "
        "bandingkan negara dalam satu kasus, bukan antarkasus.",
    ),
    family="regionalization",
    kind="array",
    needs=("participation", "states"),
    by=("state",),
    unit=Text("mean nearness", "kedekatan rata-rata"),
    range=(0, None),
    citation=f"{NEWMAN} Boldi, P. & Vigna, S. (2014). Axioms for centrality. Internet Mathematics 10, 222-262.",
    statement=Text(
        "The mean nearness of {state} to the other states in the network is {value}.",
        "Kedekatan rata-rata {state} dengan negara lain dalam jejaring adalah {value}.",
    ),
    unknown=Text(
        "{state} stands alone: there is no network to be central in.",
        "{state} sendirian: tidak ada jejaring untuk mengukur sentralitasnya.",
    ),
    chart="bars",
    draw={"x": "state"},
    order=61,
    compute=compute,
    example=Example(
        # Steps AAA-BBB 1/1.5, AAA-CCC 2, BBB-CCC 2, BBB-OUT 1; AAA-OUT over BBB 5/3, CCC-OUT 3.
        # Lowest ties: AAA-BBB 1, so AAA-OUT 2. Highest: AAA-CCC and BBB-CCC 1, so CCC-OUT 2.
        views=EXAMPLE,
        expect=[
            {"state": "AAA", "value": (1.5 + 0.5 + 0.6) / 3, "low": (1 + 0.5 + 0.5) / 3, "high": (1.5 + 1 + 0.6) / 3},
            {"state": "BBB", "value": (1.5 + 0.5 + 1) / 3, "low": (1 + 0.5 + 1) / 3, "high": (1.5 + 1 + 1) / 3},
            {
                "state": "CCC",
                "value": (0.5 + 0.5 + 1 / 3) / 3,
                "low": (0.5 + 0.5 + 1 / 3) / 3,
                "high": (1 + 1 + 0.5) / 3,
            },
            {"state": "OUT", "value": (0.6 + 1 + 1 / 3) / 3, "low": (0.5 + 1 + 1 / 3) / 3, "high": (0.6 + 1 + 0.5) / 3},
        ],
    ),
)
