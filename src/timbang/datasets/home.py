"""The data home: one Parquet file and one manifest for each table; what is damaged is told when it is asked for."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from timbang.errors import Problem, TimbangError, stop
from timbang.registry import DataTable, Source, data_tables, pick
from timbang.tables import arrow_schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Where a table at home came from, and what it holds."""

    source: str
    table: str
    version: str
    file: str  # the provider's file, by the name it was given under
    sha256: str  # of that file
    bytes: int
    rows: int
    missing: Mapping[str, int]  # column -> cells that are missing
    first_year: int | None
    last_year: int | None
    notices: int
    kept_sha256: str  # of the Parquet file


def where(home: Path | None = None) -> Path:
    """The folder of the data home: the one given, else TIMBANG_DATA, else the platform's own for user data."""
    import platformdirs

    named = os.environ.get("TIMBANG_DATA") or platformdirs.user_data_dir("timbang", appauthor=False)
    folder = home or Path(named).expanduser()
    if folder.exists() and not folder.is_dir():
        raise stop("the data home is not a folder", file=str(folder), todo="Set TIMBANG_DATA to a folder")
    return folder


def available(home: Path | None = None) -> Available:
    """The tables at home, each checked when it is asked for."""
    return Available(where(home))


def manifest(name: str, home: Path | None = None) -> Manifest:
    """Where the table of that name came from; TimbangError if it is not at home or its manifest is damaged."""
    return Available(where(home)).manifest(name)


def required(names: Iterable[str], home: Path | None = None) -> dict[str, Path]:
    """The Parquet files of these tables; TimbangError names every one that is missing or damaged, and what to do."""
    kept, found = available(home), dict[str, Path]()
    problems: list[Problem] = []
    for name in dict.fromkeys(names):
        try:
            found[name] = kept[name] if name in kept else kept.absent(name)
        except TimbangError as error:
            problems += error.problems
    if problems:
        raise TimbangError(problems)
    return found


class Available(Mapping[str, Path]):
    """Table -> Parquet file, of those at home. Asking for a damaged one is a TimbangError."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._sound: set[str] = set()

    def __iter__(self) -> Iterator[str]:
        return iter([name for name in data_tables() if name in self])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, name: object) -> bool:
        return name in data_tables() and any(path.exists() for path in paths(self.folder, str(name)))

    def __getitem__(self, name: str) -> Path:
        if name not in self:
            raise KeyError(name)
        parquet, _ = paths(self.folder, name)
        if name not in self._sound:
            _sound(parquet, self.manifest(name), data_tables()[name][1])
            self._sound.add(name)
        return parquet

    def manifest(self, name: str) -> Manifest:
        """Where the table came from; TimbangError if it is absent or its manifest cannot be read."""
        pick(data_tables(), name, "table")
        _, path = paths(self.folder, name)
        if name not in self:
            self.absent(name)
        try:
            told = json.loads(path.read_bytes())
            return Manifest(**{field.name: told[field.name] for field in fields(Manifest)})
        except (OSError, ValueError, KeyError, TypeError):
            raise _damaged(path, "the manifest of this table is missing or cannot be read") from None

    def absent(self, name: str) -> Path:
        """Raise the TimbangError that says how a table that is not at home gets there."""
        source, table = pick(data_tables(), name, "table")
        raise stop(f"the table {name} is not in the data home", value=str(self.folder), todo=how_to_get(source, table))


def how_to_get(source: Source, table: DataTable) -> str:
    """What a reader does who does not have the table."""
    if table.url:
        return f"Give: timbang data get {table.name}"
    return f"Get {table.file} of {source.label.en} ({table.version}), then: timbang data add FILE"


def paths(folder: Path, name: str) -> tuple[Path, Path]:
    """Where a table and its manifest lie."""
    return folder / f"{name}.parquet", folder / f"{name}.json"


def as_json(told: Manifest) -> str:
    """The manifest as its file holds it."""
    return json.dumps(asdict(told), ensure_ascii=False, indent=2) + "\n"


def sha256(path: Path) -> str:
    """The file's sha256, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sound(parquet: Path, told: Manifest, declared: DataTable) -> None:
    """TimbangError if the Parquet file is not the one that was written, or not in today's columns."""
    import pyarrow.parquet as pq

    if not parquet.is_file() or sha256(parquet) != told.kept_sha256:
        raise _damaged(parquet, "the table in the data home is damaged: it is not the file that was written", told.file)
    if (found := pq.read_schema(parquet).remove_metadata()) != arrow_schema(declared.columns):
        what = "the table in the data home was written by another version of timbang: its columns are others"
        raise _damaged(parquet, what, told.file, ", ".join(found.names), ", ".join(declared.columns))


def _damaged(path: Path, what: str, origin: str = "", value: str = "", expected: str = "") -> TimbangError:
    todo = f"Add the provider's file again: timbang data add {origin or 'FILE'}"
    return stop(what, file=str(path), value=value, expected=expected, todo=todo)
