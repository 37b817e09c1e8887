"""What the measures of alliance similarity share: how matrices of a year become dyad-years, and what is declared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from timbang.measures import _alliance_portfolios, _cinc_weights, _contingency, _dyad_years, _similarity
from timbang.measures._alliance_portfolios import ORDERING, TOP
from timbang.measures._panel import PAIR, Row
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

    from timbang.model import Setting

__all__ = ["ORDERING", "compare", "compare_tables", "compare_weighted", "measure"]

PORTFOLIOS = Text(
    "A portfolio is what a state owes to every state of the system that year, by its highest obligation: 3 defence or "
    "offence, 2 neutrality or consultation, 1 nonaggression, 0 none in ATOP; 3 to itself. With the parameter ordering "
    "consultation-as-nonaggression, consultation is 1.",
    "Portofolio adalah kewajiban suatu negara terhadap setiap negara dalam sistem tahun itu, menurut kewajiban "
    "tertingginya: 3 pertahanan atau serangan, 2 netralitas atau konsultasi, 1 nonagresi, 0 tanpa kewajiban dalam "
    "ATOP; 3 terhadap dirinya sendiri. Dengan parameter ordering consultation-as-nonaggression, konsultasi bernilai 1.",
)
WEIGHED = Text(
    "States whose CINC is unknown are left out of the sums and counted as unweighed; missing where it is so of either "
    "state of the pair. " + PORTFOLIOS.en,
    "Negara yang CINC-nya tidak diketahui tidak masuk penjumlahan dan dihitung sebagai unweighed; tidak ada nilai bila "
    "CINC salah satu negara pasangan itu tidak diketahui. " + PORTFOLIOS.id,
)
# Portfolios: CHN 3 2 0, RUS 2 3 0, USA 0 0 3 (towards CHN, RUS, USA); CINC .3, .2, .5.
EXAMPLE: dict[str, list[Row]] = {
    "system": [{"state": state, "year": 2001, "cow": number, "gw": number}
               for state, number in (("USA", 2), ("RUS", 365), ("CHN", 710))],
    "atop_obligations": [
        {"state1": one, "state2": other, "year": 2001, "defense": 0, "offense": 0, "neutral": 0, "nonagg": 1,
         "consul": 1} for one, other in (("CHN", "RUS"), ("RUS", "CHN"))
    ],
}  # fmt: skip
CAPABILITY: list[Row] = [{"state": state, "year": 2001, "milex": milex}
                         for state, milex in (("USA", 50.0), ("CHN", 30.0), ("RUS", 20.0))]  # fmt: skip
PAIRS = (("CHN", "RUS"), ("CHN", "USA"), ("RUS", "USA"))


def measure(
    *,
    name: str,
    label: Text,
    formula: Text,
    unit: Text,
    citation: str,
    order: int,
    compute: Callable[..., pa.Table],
    expect: tuple[float, float, float],
    weighted: bool = False,
) -> Measure:
    """A measure of portfolios, by CINC or unweighted; `expect` is worked by hand from EXAMPLE for PAIRS."""
    about = WEIGHED if weighted else PORTFOLIOS
    views = EXAMPLE | {"nmc": CAPABILITY} if weighted else EXAMPLE
    unweighed = {"unweighed": 0} if weighted else {}
    return Measure(
        name=name,
        level="dyad-year",
        label=label,
        definition=Text(f"{formula.en} {about.en}", f"{formula.id} {about.id}"),
        family="interest",
        kind="array",
        needs=tuple(views),
        by=PAIR,
        unit=unit,
        range=(-1, 1),
        citation=f"{citation} {_similarity.LEEDS}" + (f" {_similarity.SINGER}" if weighted else ""),
        extra=dict.fromkeys(unweighed, "int"),
        order=order,
        compute=compute,
        example=Example(
            views=views,
            expect=[{"state1": one, "state2": other, "year": 2001, "value": value, **unweighed}
                    for (one, other), value in zip(PAIRS, expect, strict=True)],
        ),
    )  # fmt: skip


def compare(views: Any, setting: Setting, ordering: str, similarity: Callable[..., NDArray[Any]]) -> pa.Table:
    """Dyad-years of a similarity (levels, top) -> (states, states) of unweighted portfolios."""
    codes, years = _alliance_portfolios.by_year(views, setting, ordering)
    values = ((y.year, y.states, {"value": _dyad_years.upper(similarity(y.levels, TOP))}) for y in years)
    return _dyad_years.arrow(codes, values, {"value": "float"})


def compare_tables(
    views: Any, setting: Setting, ordering: str, coefficient: Callable[[NDArray[Any]], NDArray[Any]]
) -> pa.Table:
    """Dyad-years of a coefficient of the pairs' cross-tables (levels, levels, pairs) -> (pairs)."""
    codes, years = _alliance_portfolios.by_year(views, setting, ordering)
    tables = ((y.year, y.states, _contingency.cross_tables(y.levels, TOP + 1)) for y in years)
    values = ((year, states, {"value": coefficient(counts)}) for year, states, counts in tables)
    return _dyad_years.arrow(codes, values, {"value": "float"})


def compare_weighted(views: Any, setting: Setting, ordering: str, similarity: Callable[..., NDArray[Any]]) -> pa.Table:
    """Dyad-years of a similarity (levels, top, weights), each partner weighted by its CINC, and who has none."""
    codes, years = _alliance_portfolios.by_year(views, setting, ordering)
    weights = _cinc_weights.by_year(views.nmc, codes)
    return _dyad_years.arrow(codes, _weighted(years, weights, similarity), {"value": "float", "unweighed": "int"})


def _weighted(
    years: Iterator[_alliance_portfolios.Portfolios],
    weights: dict[int, NDArray[Any]],
    similarity: Callable[..., NDArray[Any]],
) -> Iterator[_dyad_years.Year]:
    import numpy as np

    for y in years:
        if y.year not in weights:
            continue
        weight = weights[y.year][y.states]
        known = ~np.isnan(weight)
        alike = similarity(y.levels[:, known], TOP, weight[known])
        alike[~known] = alike[:, ~known] = np.nan
        value = _dyad_years.upper(alike)
        yield y.year, y.states, {"value": value, "unweighed": np.full(len(value), (~known).sum())}
