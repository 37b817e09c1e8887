"""Gets a table from its provider: fetches the file, proves that it is the one, and adds it to the data home."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from timbang.datasets.adding import Added, add
from timbang.datasets.downloading import BY_HAND, discard, download
from timbang.datasets.home import how_to_get, sha256, where
from timbang.datasets.recognizing import HEAD
from timbang.datasets.unpacking import unpacked
from timbang.errors import TimbangError, stop
from timbang.reading.locking import lock
from timbang.registry import DataTable, data_tables, pick

PAGE = re.compile(rb"\s*(<\?xml[^>]*>\s*)?<(!doctype html|html|head)", re.IGNORECASE)


def get(
    name: str, home: Path | None = None, *, url: str = "", replace: bool = False,
    tell: Callable[[str], None] = lambda _: None, wait: float = 1.0,
) -> Added:  # fmt: skip
    """Fetch the table's file from its provider, or from `url`, and add it.

    TimbangError if there is no address, the file cannot be had whole, or is not the table's; nothing of
    it stays at home then, but the part of a download that broke off, with which the next one goes on.
    """
    source, table = pick(data_tables(), name, "table")
    address = url or table.url
    if not address:
        raise stop(f"no address is known from which {name} can be fetched", todo=how_to_get(source, table))
    folder = where(home)
    downloads = folder / ".downloads"
    downloads.mkdir(parents=True, exist_ok=True)
    part = downloads / f"{name}.part"
    with lock(part):
        download(address, part, lambda said: tell(f"{name}: {said}"), wait)
        try:
            _is_the_file(table, part, address, known=not url)
            with TemporaryDirectory(prefix="get-", dir=downloads) as place:
                files = _likeliest(unpacked(part, Path(place), address, table.file), table)
                given = files if len(files) == 1 else [Path(place)]
                done = add(given, folder, replace=replace, tell=tell, only=name)
        finally:
            discard(part)
    if done.added:
        return done.added[0]
    if done.problems:
        raise TimbangError(done.problems)
    raise stop(f"the file fetched is of another table than {name}", value=address, todo=BY_HAND)


def _is_the_file(table: DataTable, part: Path, address: str, known: bool) -> None:
    """TimbangError for a web page in place of the file, and for another file than the one whose sha256 is known."""
    with part.open("rb") as file:
        head = file.read(HEAD)
    if PAGE.match(head):
        raise stop("the server sent a web page instead of the file", value=address, todo=BY_HAND)
    if known and table.sha256 and (found := sha256(part)) != table.sha256:
        todo = f"The provider may have a newer one, or it was changed on its way ({address}). {BY_HAND}"
        raise stop(f"the file fetched is not version {table.version} of {table.name}", value=f"sha256 {found}",
                   expected=f"sha256 {table.sha256}", todo=todo)  # fmt: skip


def _likeliest(files: list[Path], table: DataTable) -> list[Path]:
    """The one file of an archive that has the name which the provider gives the table's, else all files."""
    named = [file for file in files if file.name.casefold() in table.file.casefold()]
    return named if len(named) == 1 else files
