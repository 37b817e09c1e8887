"""`timbang compare CASE CASE ...`: one table and one figure of several cases."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from timbang.cli.options import Json, Lang
from timbang.errors import misuse

Cases = Annotated[list[str], typer.Argument(metavar="CASE CASE ...", help="Shipped cases, or folders of cases.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE.svg", help="Draw the figure into this file.")]
Csv = Annotated[bool, typer.Option("--csv", help="Answer in CSV.")]


def compare(cases: Cases, out: Out = None, lang: Lang = None, json: Json = False, csv: Csv = False) -> None:
    """Compare cases, per member and pair of members.

    Over all exercises of the years whose record each case holds complete.
    """
    from timbang.cli.config import language
    from timbang.cli.console import put, put_json, put_table
    from timbang.cli.opening import opened
    from timbang.compare import draw, side, table

    tongue = language(lang)
    if len(cases) < 2:
        raise misuse("one case cannot be compared", value=cases[0], expected="two cases or more")
    if out and out.suffix.lower() != ".svg":
        raise misuse("the figure is an SVG file", value=str(out), expected="a name that ends in .svg")
    sides = [side(opened(case)) for case in cases]
    columns, rows = table(sides)
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(draw(sides, tongue).file(), encoding="utf-8", newline="\n")
    if json:
        put_json([dict(zip(columns, row, strict=True)) for row in rows])
    elif csv:
        from timbang.report.tables_csv import as_csv

        put(as_csv(columns, rows).rstrip("\n"))
    else:
        put_table(zip(columns, *rows, strict=True))  # a case a column: there are more figures than cases
