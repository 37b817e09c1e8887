"""`timbang data add|list|get|cite`: providers' data sets in the data home."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timbang.cli.options import Json
from timbang.errors import misuse

if TYPE_CHECKING:
    from timbang.datasets.adding import Added, Addition

MOST_NOTICES = 30  # on files of a folder that are passed over
app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None,
    help="Data sets of providers: add files, list tables, get them, cite them.\n\n"
    "They lie in one folder: TIMBANG_DATA, or the platform's own for user data.",
)  # fmt: skip
Paths = Annotated[list[Path], typer.Argument(metavar="PATH ...", help="Files or folders, as providers publish them.")]
Names = Annotated[list[str], typer.Argument(metavar="NAME ...", help="Tables, as `timbang data list` names them.")]
Some = Annotated[list[str] | None, typer.Argument(metavar="[NAME ...]", help="Tables or sources; else all at home.")]
Replace = Annotated[bool, typer.Option("--replace", help="Take the new file where the home has another.")]
Url = Annotated[str, typer.Option("--from", metavar="URL", help="Fetch one table from this address instead.")]


@app.command()
def add(given: Paths, replace: Replace = False, json: Json = False) -> None:
    """Add providers' files to the data home: each is told by its content, read and checked.

    Of a folder, every file of which a source is known is added.
    """
    from timbang.cli.console import Progress, put_json, put_table
    from timbang.cli.failures import INPUT
    from timbang.datasets.adding import add as add_files

    progress = Progress()
    try:
        done = add_files(given, replace=replace, tell=progress)
    finally:
        progress.done()
    if json:
        notices, problems = ([one.as_json() for one in those] for those in (done.notices, done.problems))
        added = [_fields(one) for one in done.added]
        put_json({"home": str(done.home), "added": added, "notices": notices, "problems": problems})
    elif done.added:
        put_table([one.fate, one.manifest.table, f"{one.manifest.rows} rows", one.path.name] for one in done.added)
    _tell(done)
    if done.problems:
        raise typer.Exit(INPUT)


def _tell(done: Addition) -> None:
    """What is worth telling of each table, of files passed over, and of those that were not added; then the sum."""
    from timbang.cli.console import counted, listed, say

    for one in done.added:
        for line in _grouped(one):
            say(line)
    for notice in done.notices[:MOST_NOTICES]:
        say(listed(notice))
    if (rest := len(done.notices) - MOST_NOTICES) > 0:
        say(f"and {counted(rest, 'more file')} of this kind: see --json")
    for problem in done.problems:
        say(listed(problem))
    fates = Counter(one.fate for one in done.added)
    say(", ".join([f"{number} {fate}" for fate, number in fates.items()] or ["nothing added"]) + f"; home: {done.home}")
    if done.problems:
        say(f"{counted(len(done.problems), 'problem')}: the files named there were not added")


def _fields(one: Added) -> dict[str, Any]:
    from dataclasses import asdict

    told = [notice.as_json() for notice in one.notices]
    return {"path": str(one.path), "fate": one.fate, **asdict(one.manifest), "notices": told}


def _grouped(one: Added) -> list[str]:
    """The notices on one table, those of the same kind in one line."""
    from timbang.cli.console import listed

    first = {notice.what: notice for notice in reversed(one.notices)}
    number = Counter(notice.what for notice in one.notices)
    more = {what: f" ({count - 1} more like it: see --json)" if count > 1 else "" for what, count in number.items()}
    return [f"{one.manifest.table}: {listed(first[what])}{more[what]}" for what in number]


@app.command(name="list")
def listing(json: Json = False) -> None:
    """List every table: source, version, years, rows, and whether it is at home."""
    from timbang.cli.console import put_json, put_table, say
    from timbang.datasets import where
    from timbang.datasets.listing import listed

    rows = listed()
    if json:
        put_json(rows)
        return
    columns = ("table", "source", "version", "years", "rows", "at home", "where")
    put_table([columns, *([row[column] for column in columns] for row in rows)])
    for row in rows:
        if row["at home"] == "yes" and row["rows of version"] not in (None, row["rows"]):
            say(f"{row['table']}: {row['rows']} rows at home, {row['rows of version']} in version {row['version']}: "
                "another version, or cut short?")  # fmt: skip
    say(f"home: {where()}")


@app.command()
def get(names: Names, url: Url = "", replace: Replace = False, json: Json = False) -> None:
    """Get tables from their providers: fetched, resumed where it broke off, checked, added to the data home."""
    from timbang.cli.console import Progress, put, put_json, say
    from timbang.datasets import available
    from timbang.datasets.getting import get as get_table

    if url and len(names) > 1:
        raise misuse("one address gives one table", value=" ".join(names), todo="Get them one by one")
    for name in names:
        if name in available() and not (replace or url):
            say(f"{name} is at home already; to fetch it anew: timbang data get {name} --replace")
            continue
        progress = Progress()
        try:
            one = get_table(name, url=url, replace=replace, tell=progress)
        finally:
            progress.done()
        put_json(_fields(one)) if json else put(f"{one.fate} {name}: {one.manifest.rows} rows, {one.path.name}")
        for line in _grouped(one):
            say(line)


@app.command()
def cite(names: Some = None, json: Json = False) -> None:
    """Say how data sets are cited: those at home, or those named, as text and BibTeX."""
    from timbang.cli.console import put, put_json, say
    from timbang.datasets import available
    from timbang.datasets.citing import citations

    found = citations(names or (), available())
    if not found:
        say("no table is at home; name tables or sources, or add data: timbang data add PATH")
    if json:
        put_json([{"source": one.source.name, "tables": [table.name for table in one.tables], "versions": one.versions,
                   "citation": one.source.citation, "licence": one.source.licence, "bibtex": one.source.bibtex}
                  for one in found])  # fmt: skip
        return
    for one in found:
        put(f"{one.source.name} ({one.versions}): {one.source.citation}")
        put(f"Licence: {one.source.licence}")
        put(f"{one.source.bibtex.strip()}\n")
