"""What is given to be added: the files of folders, and files that contend for one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from timbang.datasets.home import sha256
from timbang.datasets.recognizing import Recognized
from timbang.errors import Problem, TimbangError
from timbang.registry import DataTable

if TYPE_CHECKING:
    from timbang.datasets.adding import Addition

MOST_NAMES = 10


def files_of(path: Path, problems: list[Problem], met: set[Path]) -> Iterator[Path]:
    """The file itself, or every file below the folder, in order; what is hidden or was met before is passed over."""
    if path.is_file() or path.is_dir():
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            hidden = any(part.startswith((".", "__MACOSX")) for part in file.relative_to(path).parts)
            if file.is_file() and not hidden and (place := file.resolve()) not in met:
                met.add(place)
                yield file
    else:
        problems.append(Problem(what="there is no such file or folder", file=str(path)))


def conflicts(seen: Iterable[Recognized], done: Addition) -> set[tuple[Path, str]]:
    """The (file, table) that are not to be added: one of two same files, both of two different ones (told)."""
    by_table: dict[str, list[tuple[Recognized, DataTable]]] = {}
    for one in seen:
        for table in one.tables:
            by_table.setdefault(table.name, []).append((one, table))
    refused: set[tuple[Path, str]] = set()
    for name, several in by_table.items():
        (first, table), *rest = several
        digests = {sha256(one.path) for one, _ in several} if rest else set()
        if len(digests) == 1:
            refused |= {(one.path, name) for one, _ in rest if one.path != first.path}
            done.notices += [_same(one, first) for one, _ in rest]
        elif rest:
            refused |= {(one.path, name) for one, _ in several}
            done.problems.append(_contend(table, [one.path for one, _ in several]))
    return refused


def _same(one: Recognized, first: Recognized) -> Problem:
    return Problem(what="this file is the same as another, byte for byte; it is added once", file=str(one.path),
                   value=str(first.path), level="notice")  # fmt: skip


def _contend(table: DataTable, files: list[Path]) -> Problem:
    """Which files claim the table, and which of them to keep, as far as can be told."""
    whole = [path for path in files if _fits(table, path)]
    todo = f"Keep one, and give it alone: timbang data add {whole[0] if len(whole) == 1 else 'FILE'}"
    if len(whole) == 1:
        todo += f". It passes every check and has as many rows as version {table.version}; the other does not"
    return Problem(what=f"several files give the table {table.name}", file=", ".join(map(str, files)),
                   expected="one file for each table", todo=todo)  # fmt: skip


def _fits(table: DataTable, path: Path) -> bool:
    from timbang.reading.datatable import checked

    try:
        return len(checked(table, table.read(path)).table) == table.rows
    except TimbangError:
        return False


def extra_columns(one: Recognized) -> list[Problem]:
    """A notice if the file has columns that the version of its tables does not have."""
    known = {name for table in one.tables for name in (*table.needed, *table.unread)}
    extra = [name for name in one.peek.columns if name and not any(fnmatchcase(name, pattern) for pattern in known)]
    needed = set(one.tables[0].needed)
    if not extra or not needed or not needed <= set(one.peek.columns):
        return []
    named = ", ".join(extra[:MOST_NAMES]) + (f" and {len(extra) - MOST_NAMES} more" if len(extra) > MOST_NAMES else "")
    return [Problem(what=f"columns that version {one.tables[0].version} does not have are passed over",
                    file=one.path.name, value=named, level="notice")]  # fmt: skip
