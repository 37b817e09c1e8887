"""What panel measures share: the years asked for, the system's states and pairs in them, zeros and what lacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.panels import Tables

STATE, PAIR = ("state", "year"), ("state1", "state2", "year")
Row = dict[str, Any]


def asked(table: Any, setting: Setting, before: int = 0) -> Any:
    """The rows of the years asked for, and of so many years before them."""
    return table.filter(table.year.between(setting.first_year - before, setting.last_year))


def states(views: Tables, setting: Setting) -> Any:
    """state, year: the system's states in the years asked for."""
    return asked(views.system, setting).select(*STATE)


def members(views: Tables, setting: Setting) -> Any:
    """state, year: those of the group the setting names, or all of the system where it names none."""
    every = states(views, setting)
    return every.filter(every.state.isin(setting.members)) if setting.members else every


def pairs(views: Tables, setting: Setting) -> Any:
    """state1, state2, year: the system's states of each year asked for, each facing every other."""
    one = states(views, setting).rename(state1="state")
    two = states(views, setting).rename(state2="state")
    return one.join(two, "year").filter(lambda x: x.state1 != x.state2).select(*PAIR)


def both_ways(undirected: Any) -> Any:
    """An undirected table's rows, each once in either direction."""
    turned = undirected.rename(state1="state2", state2="state1").select(*undirected.columns)
    return undirected.union(turned)


def zeros(views: Tables, setting: Setting, counts: Any, covered: Any) -> Any:
    """Counts by state and year on all the system's states: zero where none is recorded in a covered year.

    `covered` has one row, `first` and `last`; outside these years every count is null.
    """
    import ibis

    names = [name for name in counts.columns if name not in STATE]
    found = states(views, setting).left_join(counts, STATE).select(*STATE, *names).cross_join(covered)
    known = found.year.between(found.first, found.last)
    return found.select(*STATE, **{name: ibis.ifelse(known, found[name].fill_null(0), None) for name in names})


def span(table: Any, year: str = "year") -> Any:
    """One row: the first and last year of a table."""
    return table.agg(first=table[year].min(), last=table[year].max())


def joined(table: Any, other: Any, keys: Sequence[str], **named: str) -> Any:
    """The table with columns of another, null where that has no such row."""
    right = other.select(*keys, **{name: other[column] for name, column in named.items()})
    return table.left_join(right, list(keys)).select(*table.columns, *named)


def lacking(table: Any, names: Sequence[str]) -> Any:
    """The names of the columns that are null, with `|` between them; null where none is."""
    import ibis

    text: Any = ibis.literal("")
    for name in names:
        text = text + ibis.ifelse(table[name].isnull(), f"{name} ", "")
    return text.rstrip().replace(" ", "|").nullif("")


def in_system(*codes: str, year: int = 2001) -> list[Row]:
    """Rows of `system` for the examples."""
    return [{"state": code, "year": year} for code in codes]
