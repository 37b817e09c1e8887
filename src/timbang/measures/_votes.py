"""Votes of each pair of states in the UN General Assembly, year by year: cross-tables, and what is declared of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from timbang.measures import _contingency, _dyad_years, _similarity
from timbang.measures._panel import PAIR
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

    from timbang.model import Setting
    from timbang.store.panels import Tables

LEVELS = 3  # 1 yes, 2 abstain, 3 no
COMMON = {"common": "int"}
OVER = Text(
    "Over the votes that both states cast in the UN General Assembly in the year (1 yes, 2 abstain, 3 no); a vote that "
    "either missed is left out; common counts the votes. Missing where there is no common vote",
    "Atas suara yang diberikan kedua negara dalam Majelis Umum PBB pada tahun itu (1 setuju, 2 abstain, 3 menolak); "
    "pemungutan suara yang tidak diikuti salah satunya tidak dihitung; common adalah jumlah suara bersama. Tidak ada "
    "nilai bila tidak ada suara bersama",
)
CAST = {"CHN": {1: 1, 2: 1, 3: 3}, "RUS": {1: 1, 2: 2, 3: 3}, "USA": {1: 3, 3: 1}}  # the examples' votes, by resolution
BOTH = (("CHN", "RUS", 3), ("CHN", "USA", 2), ("RUS", "USA", 2))  # and on how many of them each two states voted


def measure(
    *,
    name: str,
    label: Text,
    formula: Text,
    unit: Text,
    citation: str,
    order: int,
    compute: Callable[[Tables, Setting], pa.Table],
    expect: tuple[float, float, float],
) -> Measure:
    """A measure of votes; `formula` goes on from OVER, `expect` is worked by hand from CAST for the pairs of BOTH."""
    return Measure(
        name=name,
        level="dyad-year",
        label=label,
        definition=Text(OVER.en + formula.en, OVER.id + formula.id),
        family="interest",
        kind="array",
        needs=("un_votes",),
        by=PAIR,
        unit=unit,
        range=(-1, 1),
        citation=f"{citation} {_similarity.BAILEY}",
        extra=COMMON,
        order=order,
        compute=compute,
        example=Example(
            views={"un_votes": [{"resolution": resolution, "state": state, "year": 2001, "vote": vote}
                                for state, votes in CAST.items() for resolution, vote in votes.items()]},
            expect=[{"state1": one, "state2": other, "year": 2001, "value": value, "common": common}
                    for (one, other, common), value in zip(BOTH, expect, strict=True)],
        ),
    )  # fmt: skip


def compare(views: Any, setting: Setting, coefficient: Callable[[NDArray[Any]], NDArray[Any]]) -> pa.Table:
    """Dyad-years of all states that voted in the year; `coefficient` takes cross-tables (levels, levels, pairs)."""
    import pyarrow as pa
    import pyarrow.compute as pc

    votes = views.un_votes
    inside = (pc.field("year") >= setting.first_year) & (pc.field("year") <= setting.last_year)
    cast = votes.filter(inside & (pc.field("vote") >= 1) & (pc.field("vote") <= LEVELS)).sort_by("year")
    codes = cast["state"].unique().sort()
    if isinstance(codes, pa.ChunkedArray):
        codes = codes.combine_chunks()
    return _dyad_years.arrow(codes, _each(cast, codes, coefficient), {"value": "float", **COMMON})


def _each(
    cast: pa.Table, codes: pa.Array, coefficient: Callable[[NDArray[Any]], NDArray[Any]]
) -> Iterator[_dyad_years.Year]:
    import numpy as np
    import pyarrow.compute as pc

    voters = pc.index_in(cast["state"], value_set=codes).to_numpy()
    items, vote = cast["resolution"].to_numpy(), cast["vote"].to_numpy()
    for year, span in _dyad_years.slices(cast["year"].to_numpy()):
        states, row = np.unique(voters[span], return_inverse=True)
        resolutions, column = np.unique(items[span], return_inverse=True)
        choices = np.full((len(states), len(resolutions)), -1, np.int8)
        choices[row, column] = vote[span] - 1
        tables = _contingency.cross_tables(choices, LEVELS)
        yield year, states, {"value": coefficient(tables), "common": tables.sum((0, 1))}
