"""`timbang export CASE`: one table of a case, as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from timbang.cli.options import CaseWord
from timbang.errors import misuse

Table = Annotated[str, typer.Option(metavar="T", help="exercises, participants, memberships, ...")]
Format = Annotated[str, typer.Option("--format", metavar="csv|parquet|xlsx", help="Default: the file's ending.")]
Out = Annotated[Path, typer.Option(metavar="FILE", help="File to write.")]
Resolved = Annotated[bool, typer.Option("--resolved", help="Apply the case's resolution rule.")]


def export(case: CaseWord, table: Table, out: Out, form: Format = "", resolved: Resolved = False) -> None:
    """Write one table of a case to a file.

    Every source's rows as they are; or, resolved, what the case's rule makes of them.
    """
    from timbang.cli.console import counted, put, say
    from timbang.cli.opening import opened
    from timbang.registry import exporters, pick
    from timbang.run import Study

    ways = {name: exporter for name, exporter in exporters().items() if exporter.takes == "table"}
    way = pick(ways, form or out.suffix.removeprefix(".").lower(), "format of tables")
    if out.is_dir():
        raise misuse("this is a folder", file=str(out), expected="the name of a file to write")
    rows = Study(opened(case)).table(table.removesuffix(".csv"), resolved=resolved)
    out.parent.mkdir(parents=True, exist_ok=True)
    way.write(rows, out)
    put(out)
    say(f"{counted(rows.num_rows, 'row')}, {'after the resolution rule' if resolved else 'as the sources give them'}")
