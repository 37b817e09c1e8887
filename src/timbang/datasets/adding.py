"""Takes providers' files into the data home: each recognized, read, checked, and written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from timbang.datasets.gathering import conflicts, extra_columns, files_of
from timbang.datasets.home import Manifest, available, paths, sha256, where
from timbang.datasets.recognizing import Recognized, recognized, unknown
from timbang.datasets.writing import written
from timbang.errors import Problem, TimbangError, stop
from timbang.reading.datatable import checked
from timbang.reading.locking import lock
from timbang.registry import DataTable, data_tables

ADDED, REPLACED, UNCHANGED = "added", "replaced", "unchanged"


@dataclass(frozen=True, slots=True)
class Added:
    """One table that is now at home, from which file, what became of it, and what is worth telling."""

    path: Path
    manifest: Manifest
    fate: str
    notices: tuple[Problem, ...]


@dataclass(slots=True)
class Addition:
    """All tables that entered, files of folders that no source knows, and why the rest did not enter."""

    home: Path
    added: list[Added] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def add(
    given: Iterable[Path], home: Path | None = None, *, replace: bool = False,
    tell: Callable[[str], None] = lambda _: None, only: str = "",
) -> Addition:  # fmt: skip
    """Add files, and all files of folders (hidden ones are passed over), to the data home.

    A file is added or it is not, whatever becomes of the others; `problems` says why one was not.
    A table that is at home from another file is replaced only if `replace`. `only`: the one table wanted.
    TimbangError if another timbang is writing to the home.
    """
    data_tables()  # a fault in what sources declare is none of the files
    folder = where(home)
    folder.mkdir(parents=True, exist_ok=True)
    done = Addition(folder)
    with lock(folder):
        seen = [one.only(only) for one in _seen(given, done, tell)]
        refused = conflicts(seen, done)
        for one in seen:
            for table in one.tables:
                if (one.path, table.name) in refused:
                    continue
                tell(f"reading {one.path.name}: {table.name}")
                try:
                    done.added.append(_add(one, table, folder, replace))
                except TimbangError as error:
                    done.problems += error.problems
    return done


def _seen(given: Iterable[Path], done: Addition, tell: Callable[[str], None]) -> Iterator[Recognized]:
    """Every file, once, of which a source knows a table; the others are told."""
    met: set[Path] = set()
    for path in given:
        named = not path.is_dir()
        known = 0
        for file in files_of(path, done.problems, met):
            if done.home.resolve() in file.resolve().parents and path.is_dir():
                continue  # the home itself lies in the folder
            tell(f"looking at {file.name}")
            try:
                one = recognized(file)
                if one.tables:
                    known += 1
                    yield one
                else:
                    done.problems.append(unknown(one)) if named else done.notices.append(_passed(unknown(one)))
            except TimbangError as error:
                done.problems += error.problems
        if path.is_dir() and not known:
            done.problems.append(Problem(what="no file of this folder is of a known source", file=str(path),
                                         todo="See what is known with: timbang data list"))  # fmt: skip


def _passed(problem: Problem) -> Problem:
    """The same as a notice: what lies in a folder need not be for us."""
    return Problem(what=problem.what, file=problem.file, expected=problem.expected, todo=problem.todo, level="notice")


def _add(one: Recognized, table: DataTable, folder: Path, replace: bool) -> Added:
    """Read, check and write one table."""
    assert one.source is not None
    before = _before(folder, table.name)
    digest = sha256(one.path)
    if before and before.sha256 != digest and not replace:
        raise stop(f"{table.name} is at home already, from another file", file=str(one.path), value=before.file,
                   expected=f"the file with sha256 {before.sha256[:12]}…",
                   todo="To take the new file instead, give the same command with --replace")  # fmt: skip
    read = checked(table, table.read(one.path))
    manifest = written(folder, one, table, read, digest)
    fate = ADDED if before is None else UNCHANGED if before == manifest else REPLACED
    return Added(one.path, manifest, fate, (*extra_columns(one), *read.notices))


def _before(folder: Path, name: str) -> Manifest | None:
    """What is at home under that name; None if nothing is, or if it is damaged: then it is written anew."""
    if any(path.is_file() for path in paths(folder, name)):
        with suppress(TimbangError):
            available(folder)[name]
            return available(folder).manifest(name)
    return None
