"""Writes a file of a case: canonical cells, whole or not at all, and only what reads back the same."""

from __future__ import annotations

import csv
import io
import os
import re
import stat
import tempfile
from collections.abc import Iterable, Sequence
from decimal import Decimal
from operator import attrgetter
from pathlib import Path
from typing import Any

from timbang.errors import Problem, TimbangError, stop
from timbang.model import Record
from timbang.reading.paths import inside
from timbang.reading.rows import read_rows
from timbang.tables import Contract, contracts

_AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")  # as 1.300 is: a further zero settles it


def cell(value: Any) -> str:
    """A value as a cell: unknown is empty, lists are separated by |, numbers are plain digits."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "|".join(cell(item) for item in value)
    if isinstance(value, float):
        return _number(value)
    return str(value).replace("\r\n", "\n").replace("\r", "\n")


def _number(value: float) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        return str(value)  # which reading it back refuses
    if value == int(value):
        return str(int(value))
    digits = format(Decimal(repr(value)), "f")
    return digits + "0" if _AMBIGUOUS.fullmatch(digits) else digits


def table_text(record: type[Record], rows: Iterable[Record]) -> str:
    """Rows as the text of their file: comma, LF, quotation marks only where they are needed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    columns = contracts()[record.FILE].columns
    writer.writerow([column.header for column in columns])
    writer.writerows([cell(getattr(row, column.field)) for column in columns] for row in rows)
    return out.getvalue()


def write_table(folder: Path, record: type[Record], rows: Iterable[Record]) -> Path:
    """Write one file of a case in place of the one that is there; the path written.

    TimbangError, and nothing is written, where reading it would give other rows than these: a value
    that the format cannot hold, a key that stands twice.
    """
    rows = list(rows)
    text = table_text(record, rows)
    _reads_back(contracts()[record.FILE], text, rows)
    return write_text(Path(folder), record.FILE, text)


def _reads_back(made: Contract, text: str, rows: Sequence[Record]) -> None:
    reading = read_rows(made, text)
    if reading.problems:
        raise TimbangError(reading.problems)
    values = attrgetter(*(column.field for column in made.columns))
    for found, given in zip(reading.rows, rows, strict=True):
        if values(found) != values(given):
            column = next(c for c in made.columns if getattr(found, c.field) != getattr(given, c.field))
            value = repr(getattr(given, column.field))
            raise stop("the format cannot hold this value", file=made.file, line=found.line, column=column.header,
                       value=value, expected=repr(getattr(found, column.field)))  # fmt: skip


def write_text(folder: Path, name: str, text: str) -> Path:
    """Write a file of a case at once: a reader sees the old one or the new one, never a half."""
    path = inside(folder, name)
    if isinstance(path, Problem):
        raise TimbangError([path])
    handle, part = tempfile.mkstemp(dir=folder, prefix=f".{name}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(part).chmod(_mode(path))
        Path(part).replace(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    return path


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those a new file gets."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
