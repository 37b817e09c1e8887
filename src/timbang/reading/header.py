"""Reads the header row of a case file: which column stands where, and which are stray or missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timbang.errors import Problem
from timbang.reading.csvfile import Line
from timbang.reading.flaws import meant
from timbang.tables import Column, Contract

MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class Header:
    """The columns in the order of the file, and what is wrong with them."""

    columns: tuple[Column | None, ...]  # None where a column is stray
    problems: list[Problem]

    @property
    def usable(self) -> bool:
        """Whether any column is known, so that cells can be checked."""
        return any(self.columns)

    def places(self, names: tuple[str, ...]) -> list[int]:
        """Where the columns of these headers stand; empty if one of them is missing."""
        found = {column.header: i for i, column in enumerate(self.columns) if column}
        return [found[name] for name in names] if set(names) <= set(found) else []


def read_header(contract: Contract, line: Line) -> Header:
    """The header of a file. Columns may stand in any order, once; all that are not optional must be there."""
    names = [cell.strip() for cell in line.cells]
    if len(names) > MOST_COLUMNS:
        what = f"the header has {len(names)} columns"
        return Header(
            (), [Problem(what=what, file=contract.file, line=line.number, expected=",".join(contract.headers))]
        )
    problems = list(_problems(contract, names, line))
    known = {column.header: column for column in contract.columns}
    columns = tuple(known.get(name) if names.index(name) == i else None for i, name in enumerate(names))
    return Header(() if line.broken else columns, problems)


def _problems(contract: Contract, names: list[str], line: Line) -> Iterator[Problem]:
    file, number = contract.file, line.number
    if line.broken:
        yield Problem(what=f"the header row is broken: {line.broken}", file=file, line=number)
        return
    missing = [name for name in contract.needed if name not in names]
    if len(missing) == len(contract.needed):
        yield Problem(what="the file has none of its columns", file=file, line=number, value=",".join(names)[:80],
                      expected=",".join(contract.headers), todo="The first row names the columns")  # fmt: skip
        return
    for name in missing:
        yield Problem(what="the column is missing", file=file, line=number, column=name,
                      expected=",".join(contract.headers),
                      todo="Add it to the header, with empty cells where nothing is known")  # fmt: skip
    yield from _stray(contract, names, missing, number)


def _stray(contract: Contract, names: list[str], missing: list[str], line: int) -> Iterator[Problem]:
    for place, name in enumerate(names, 1):
        if not name:
            yield Problem(
                what=f"column {place} has no name", file=contract.file, line=line, todo="Name it or delete it"
            )
        elif name not in contract.headers:
            todo = meant(name, missing) or "Delete the column, or keep it in a file of another name"
            yield Problem(what="the column is not known", file=contract.file, line=line, column=name[:80],
                          expected=",".join(contract.headers), todo=todo)  # fmt: skip
        elif names.index(name) != place - 1:
            yield Problem(
                what="the column stands twice", file=contract.file, line=line, column=name, todo="Delete one of them"
            )
