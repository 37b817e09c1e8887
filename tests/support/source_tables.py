"""Tables of providers as `data add` takes them: read and checked, or refused; and the same counts by plain csv."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from timbang.datasets.recognizing import peek
from timbang.errors import Problem, TimbangError
from timbang.registry import data_tables
from timbang.sources._table import Read, checked

DATA = Path(__file__).parents[3] / "shared" / "data"


def table_of(name: str, file: str | Path) -> Read:
    """The table, from a file of the shared data or another, in declared types, its checks passed."""
    declared = data_tables()[name][1]
    return checked(declared, declared.read(DATA / file))


def rows_of(name: str, file: str | Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = table_of(name, file).table.to_pylist()
    return found


def refused(name: str, file: Path) -> tuple[Problem, ...]:
    """The problems for which the file does not become the table."""
    with pytest.raises(TimbangError) as caught:
        table_of(name, file)
    return caught.value.problems


def tables_in(file: Path) -> set[str]:
    """The tables that take the file for theirs."""
    seen = peek(file)
    return {name for name, (_, table) in data_tables().items() if table.recognizes(seen)}


def cells(file: str) -> list[dict[str, str]]:
    """The rows of a CSV file of the shared data, read by nothing of timbang's."""
    text = (DATA / file).read_bytes().decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    return list(csv.DictReader(text.splitlines()))


def file(folder: Path, header: str, *rows: str) -> Path:
    """A small file of those lines."""
    path = folder / "made.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def told(problems: Iterable[Problem]) -> list[tuple[int, str, str]]:
    """Line, column and value of each problem."""
    return [(problem.line, problem.column, problem.value) for problem in problems]
