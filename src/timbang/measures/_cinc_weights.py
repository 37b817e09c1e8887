"""Weights of states by their capabilities: CINC, reckoned from its components (NumPy)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._cinc import COMPONENTS
from timbang.measures._dyad_years import slices

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray


def by_year(nmc: pa.Table, codes: pa.Array) -> dict[int, NDArray[Any]]:
    """Of each year the CINC of every state of `codes`, NaN where no component is known.

    CINC is the mean, over the components known of a state that year, of its share of their world total, which is
    added up over all states that `nmc` has that year.
    """
    import numpy as np
    import pyarrow.compute as pc

    rows = nmc.sort_by("year")
    place = pc.fill_null(pc.index_in(rows["state"], value_set=codes), -1).to_numpy()
    values = np.array([rows[name].to_numpy().astype(float) for name in COMPONENTS])
    found: dict[int, NDArray[Any]] = {}
    for year, span in slices(rows["year"].to_numpy()):
        totals = np.nansum(values[:, span], axis=1, keepdims=True)
        shares = values[:, span] / np.where(totals > 0, totals, np.nan)
        known = (~np.isnan(shares)).sum(0)
        weights = np.full(len(codes) + 1, np.nan)  # one more, at -1, for states not in the list
        weights[place[span]] = np.nansum(shares, axis=0) / np.where(known > 0, known, np.nan)
        found[year] = weights[:-1]
    return found
