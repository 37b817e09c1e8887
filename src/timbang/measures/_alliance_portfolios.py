"""Alliance portfolios from ATOP's obligations: of each year, a matrix of what each state owes to every other.

With itself a state has the highest level. A treaty that binds one side only (one to nine pairs a year) counts for that
side, as S scores are published from directed dyads. The states are those of the system that year. Years are those from
the first to the last that `atop_obligations` has; in them no row means no alliance.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from timbang.errors import misuse
from timbang.measures._dyad_years import slices
from timbang.measures._panel import PAIR

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

    from timbang.model import Setting

TOP = 3
# Level of each obligation; the highest counts. The first is that of the published S scores from ATOP.
ORDERINGS: Mapping[str, Mapping[str, int]] = MappingProxyType({
    "consultation-as-neutrality": {"defense": 3, "offense": 3, "neutral": 2, "consul": 2, "nonagg": 1},
    "consultation-as-nonaggression": {"defense": 3, "offense": 3, "neutral": 2, "consul": 1, "nonagg": 1},
})  # fmt: skip
ORDERING = "consultation-as-neutrality"


@dataclass(frozen=True, slots=True)
class Portfolios:
    """Of a year: the states, as indices of the list of codes, in its order, and levels (states, states), 0 to TOP."""

    year: int
    states: NDArray[np.intp]
    levels: NDArray[np.int8]


def by_year(views: Any, setting: Setting, ordering: str) -> tuple[pa.Array, Iterator[Portfolios]]:
    """The codes of all states in order, and the portfolios of each year; UsageError for an unknown ordering."""
    if ordering not in ORDERINGS:
        raise misuse("there is no such ordering of alliances", value=ordering, expected=", ".join(ORDERINGS))
    codes, members = _members(views.system, setting)
    return codes, _each(codes, members, views.atop_obligations, ORDERINGS[ordering])


def _members(system: pa.Table, setting: Setting) -> tuple[pa.Array, dict[int, NDArray[np.intp]]]:
    """Codes in order; of each year asked for the states of the system, as indices of them, in order."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    inside = (pc.field("year") >= setting.first_year) & (pc.field("year") <= setting.last_year)
    rows = system.filter(inside).combine_chunks()
    codes = pa.array(rows["state"].unique().sort())
    states, years = pc.index_in(rows["state"], value_set=codes).to_numpy(), rows["year"].to_numpy()
    order = np.lexsort((states, years))
    return codes, {year: np.unique(states[order[span]]) for year, span in slices(years[order])}


def _each(
    codes: pa.Array, members: Mapping[int, NDArray[np.intp]], dyads: pa.Table, values: Mapping[str, int]
) -> Iterator[Portfolios]:
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    if not len(dyads):
        return
    first, last = (scalar.as_py() for scalar in pc.min_max(dyads["year"]).values())
    wanted = [year for year in members if first <= year <= last]
    rows = dyads.filter(pc.is_in(dyads["year"], value_set=pa.array(wanted, pa.int64()))).sort_by("year")
    level = np.zeros(len(rows), np.int8)
    for obligation, value in values.items():
        level = np.maximum(level, np.where(rows[obligation].to_numpy() > 0, value, 0).astype(np.int8))
    first_of, second_of = (pc.fill_null(pc.index_in(rows[side], value_set=codes), -1).to_numpy() for side in PAIR[:2])
    where = dict(slices(rows["year"].to_numpy()))
    for year in wanted:
        span = where.get(year, slice(0, 0))
        yield Portfolios(year, members[year], _levels(members[year], first_of[span], second_of[span], level[span]))


def _levels(
    states: NDArray[np.intp], first: NDArray[Any], second: NDArray[Any], level: NDArray[np.int8]
) -> NDArray[np.int8]:
    """The matrix of a year; rows of states that are not in the system that year are left out."""
    import numpy as np

    place = np.full(int(states.max()) + 2, -1)  # one more, at -1, for states not in the list of codes
    place[states] = np.arange(len(states))
    i, j = (place[np.minimum(end, len(place) - 1)] for end in (first, second))
    known = (i >= 0) & (j >= 0)
    matrix = np.zeros((len(states), len(states)), np.int8)
    np.maximum.at(matrix, (i[known], j[known]), level[known])
    np.fill_diagonal(matrix, TOP)
    return matrix
