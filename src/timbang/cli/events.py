"""`timbang events CASE FILES...`: acts among a case's members and towards its outside powers, in event data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from timbang.cli.options import CaseWord, Json
from timbang.errors import misuse

Files = Annotated[list[Path], typer.Argument(metavar="FILES...", help="GDELT 2.0 or ICEWS events: Parquet, CSV or "
                                             "tab-separated text (.gz too), all of one layout.")]  # fmt: skip
Out = Annotated[Path | None, typer.Option(metavar="FILE", help="Write a .csv, .parquet, .xlsx, .dta or .json file.")]
Engine = Annotated[str, typer.Option(metavar="duckdb|spark|spark://...", help="Default: the case's engine.")]
Memory = Annotated[int, typer.Option(metavar="MIB", min=64, help="What the engine may use; nothing goes to disk.")]


def events(
    case: CaseWord, files: Files, out: Out = None, engine: Engine = "", memory: Memory = 1024, json: Json = False
) -> None:
    """Count cooperative and hostile acts by year: among a case's members, and towards its outside powers.

    Counts, and shares of all events of the year in the files, since coverage grows.
    """
    from timbang.casefile.views import setting
    from timbang.cli.console import counted, listed, say
    from timbang.cli.opening import opened
    from timbang.events.counting import count, table

    found = opened(case)
    around = setting(found)
    if absent := [path for path in files if not path.is_file()]:
        raise misuse("there is no such file", value=", ".join(map(str, absent)))
    if len({path.resolve() for path in files}) < len(files):
        raise misuse("a file is named twice: its events would count twice", todo="Name each file once")
    if not around.members:
        raise misuse("the case has no members", value=found.name, todo="Say who they are in memberships.csv")
    got = count(files, around.members, (*around.members, *around.outside), engine=engine or found.head.engine,
                memory=memory)  # fmt: skip
    rows = table(got, around)
    if not rows:
        held = f"{min(got.events)}-{max(got.events)}"
        raise misuse("the files have no events in the case's period", value=held,
                     expected=f"{around.first_year}-{around.last_year}")  # fmt: skip
    _give(rows, out, json)
    for problem in got.notices:
        say(listed(problem))
    say(f"{counted(sum(got.events.values()), 'event')} in the files, {min(got.events)}-{max(got.events)}")


def _give(rows: list[dict[str, Any]], out: Path | None, json: bool) -> None:
    """The rows to stdout, or to a file in the format of its ending."""
    from timbang.cli.console import put, put_json
    from timbang.findings.measured import plain
    from timbang.report.tables_csv import as_csv

    told = [{name: plain(value) for name, value in row.items()} for row in rows]
    if out is None:
        if json:
            put_json(told)
        else:
            put(as_csv(list(rows[0]), [list(row.values()) for row in rows]).rstrip("\n"))
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    if out.suffix.lower() == ".json":
        from json import dumps

        out.write_text(dumps(told, indent=2) + "\n", encoding="utf-8", newline="\n")
    else:
        import pyarrow as pa

        from timbang.panels.writing import format_of

        format_of(out).write(pa.Table.from_pylist(rows), out)
    put(out)
