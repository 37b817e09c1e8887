"""`timbang panel state-year|dyad-year`: measures of the data sets, a row a state or pair of states and year."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timbang.cli.options import Engine, Lang
from timbang.errors import misuse

if TYPE_CHECKING:
    import pyarrow as pa

Unit = Annotated[str, typer.Argument(metavar="state-year|dyad-year", help="What a row is.")]
Measures = Annotated[list[str], typer.Option("--measure", metavar="NAME", help="A column; once for each, or a,b,c.")]
States = Annotated[str, typer.Option(metavar="A,B", help="Only these states, by code or name.")]
Organization = Annotated[str, typer.Option(metavar="ORG", help="Only states that were its members in the years.")]
Every = Annotated[bool, typer.Option("--all", help="All states (so it is if none are named).")]
Years = Annotated[str, typer.Option(metavar="A:B", help="First and last year, both included.")]
Directed = Annotated[bool, typer.Option("--directed", help="Each pair of states both ways.")]
Poles = Annotated[str, typer.Option("--rival-poles", metavar="A,B", help="States declared rivals, for hedging_ties.")]
Out = Annotated[Path, typer.Option(metavar="FILE", help="File to write: .csv, .parquet, .xlsx or .dta.")]
Partial = Annotated[bool, typer.Option("--partial", help="Go on where a data set lacks some of the years.")]


def panel(
    unit: Unit, measure: Measures, years: Years, out: Out, states: States = "", organization: Organization = "",
    every: Every = False, directed: Directed = False, rival_poles: Poles = "", engine: Engine = "duckdb",
    partial: Partial = False, lang: Lang = None,
) -> None:  # fmt: skip
    """Write a panel of measures from the data sets at home, and its codebook beside it.

    The rows are the states of each year by timbang's dated table; pairs that shared no day of it are left out.
    """
    from timbang.cli.config import language
    from timbang.cli.console import Progress, listed, put, say
    from timbang.panels.asked import asked
    from timbang.panels.making import make
    from timbang.panels.writing import format_of, write

    tongue, _ = language(lang), format_of(out)
    if every and (states or organization):
        raise misuse("all states and some states are both asked for", todo="Leave one out")
    wanted = asked(unit, _words(",".join(measure)), _span(years), states=_words(states), organization=organization,
                   directed=directed, rival_poles=_words(rival_poles))  # fmt: skip
    progress = Progress()
    try:
        made = make(wanted, engine=engine, partial=partial, progress=progress)
    finally:
        progress.done()
    for path in write(made, out, tongue):
        put(path)
    for problem in made.notices:
        say(listed(problem))
    for line in missing(made.table):
        say(line)


def missing(table: pa.Table) -> list[str]:
    """How many rows there are, and how much of each column of numbers is missing; text says what there is to say."""
    from pyarrow.types import is_string

    from timbang.cli.console import counted

    gaps = {field.name: table[field.name].null_count for field in table.schema if not is_string(field.type)}
    lacking = (f"{name}: {number / table.num_rows:.1%} missing" for name, number in gaps.items() if number)
    return [counted(table.num_rows, "row"), *lacking]


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _span(years: str) -> tuple[int, int]:
    first, colon, last = years.partition(":")
    try:
        return int(first), int(last if colon else first)
    except ValueError:
        raise misuse("these are no years", value=years, expected="such as 1992:2014") from None
