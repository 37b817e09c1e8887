"""Capability as CINC, in Ibis: shares of the world's components, their mean, and the scores of a group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._panel import PAIR, STATE, Row, asked, joined, members
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.panels import Tables

WORDS = {
    "milex": Text("military expenditure", "belanja militer"),
    "milper": Text("military personnel", "personel militer"),
    "irst": Text("iron and steel", "besi dan baja"),
    "pec": Text("primary energy", "energi primer"),
    "tpop": Text("population", "penduduk"),
    "upop": Text("urban population", "penduduk perkotaan"),
}
COMPONENTS = tuple(WORDS)
SINGER = (
    "Singer, J. David, Stuart Bremer & John Stuckey. 1972. Capability Distribution, Uncertainty, and Major Power "
    "War, 1820-1965. Data: Correlates of War, National Material Capabilities."
)


def shares(nmc: Any) -> Any:
    """state, year, and each component as a share of the year's total over all states with a value; missing is null."""
    totals = {name: nmc[name].sum().over(group_by="year").nullif(0) for name in COMPONENTS}
    return nmc.select(*STATE, **{name: nmc[name] / totals[name] for name in COMPONENTS})


def mean(known: list[Any]) -> Any:
    """The mean of those columns that are not null; null where all are."""
    total: Any = sum(column.fill_null(0.0) for column in known)
    count: Any = sum(column.notnull().cast("int64") for column in known)
    return total / count.nullif(0)


def scores(views: Tables, setting: Setting) -> Any:
    """state, year, cinc of all states of NMC in the years asked for."""
    found = shares(asked(views.nmc, setting))
    return found.select(*STATE, cinc=mean([found[name] for name in COMPONENTS]))


def of_group(views: Tables, setting: Setting) -> Any:
    """state, year, cinc of the states of the group; null where NMC gives none."""
    return joined(members(views, setting), scores(views, setting), STATE, cinc="cinc")


def facing(views: Tables, setting: Setting) -> Any:
    """state1, state2, year, cinc1, cinc2 of every two different states with a row in NMC, both ways."""
    one = scores(views, setting).rename(state1="state", cinc1="cinc")
    two = scores(views, setting).rename(state2="state", cinc2="cinc")
    return one.join(two, "year").filter(lambda x: x.state1 != x.state2).select(*PAIR, "cinc1", "cinc2")


def even(year: int = 2001, **resources: float) -> list[Row]:
    """Rows of `nmc` for the examples, every component the same: CINC is the share of their sum."""
    return [{"state": code, "year": year, **dict.fromkeys(COMPONENTS, amount)} for code, amount in resources.items()]
