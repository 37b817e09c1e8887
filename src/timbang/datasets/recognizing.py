"""Tells by its content which table of which provider a file holds; where none, which comes nearest."""

from __future__ import annotations

import csv
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree

from timbang.errors import Problem, stop
from timbang.reading.encoding import decode
from timbang.registry import DataTable, Peek, Source, data_tables

HEAD = 65_536  # bytes
NEAR = 0.5  # share of a table's columns that a file must have for the table to be called near
ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"\xfd7zXZ", b"BZh")
MOST_XML = 4_000_000
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}sheet"


@dataclass(frozen=True, slots=True)
class Recognized:
    """A file, and the tables of one source that it holds (none: no source knows it)."""

    path: Path
    peek: Peek
    source: Source | None
    tables: tuple[DataTable, ...]

    def only(self, name: str) -> Recognized:
        """The file with that table alone; with all of its tables if no name is given."""
        return replace(self, tables=tuple(table for table in self.tables if name in ("", table.name)))


def recognized(path: Path) -> Recognized:
    """What the file holds; TimbangError if it cannot be opened, or if two sources claim it."""
    seen = peek(path)
    found = [(source, table) for source, table in data_tables().values() if table.recognizes(seen)]
    sources = list({source.name: source for source, _ in found}.values())
    if len(sources) > 1:
        raise stop("several sources take this file for theirs", file=str(path),
                   value=", ".join(source.name for source in sources),
                   todo="Their declarations in timbang/sources must tell it apart; please report this")  # fmt: skip
    return Recognized(path, seen, sources[0] if sources else None, tuple(table for _, table in found))


def peek(path: Path) -> Peek:
    """The beginning of a file: a header row, Parquet's columns, or a workbook's sheets."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if head.startswith(b"PAR1"):
        return Peek(path.name, head, _parquet_columns(path))
    if head.startswith(b"PK\x03\x04"):
        return Peek(path.name, head, (), _sheets(path))
    return Peek(path.name, head, _header(head))


def unknown(seen: Recognized) -> Problem:
    """That no source knows the file, with the nearest table and the columns that it lacks."""
    columns = set(seen.peek.columns)
    near = [(len(columns & set(table.needed)) / len(table.needed), source, table)
            for source, table in data_tables().values() if table.needed]  # fmt: skip
    share, source, table = max(near, key=lambda one: one[0], default=(0.0, None, None))
    if not table or not source or share < NEAR:
        packed = seen.peek.head.startswith(ARCHIVES) and not seen.peek.sheets
        todo = "Unpack the archive first" if packed else "See what is known with: timbang data list"
        return Problem(
            what="no source knows this file", file=str(seen.path), value=", ".join(seen.peek.columns), todo=todo
        )
    lacking = ", ".join(name for name in table.needed if name not in columns)
    what = f"no source knows this file; the nearest is {table.name} of {source.name}"
    what += f", but columns are missing: {lacking}" if lacking else ""
    return Problem(what=what, file=str(seen.path), expected=", ".join(table.needed),
                   todo=f"Give {table.file} as its provider publishes it ({table.version})")  # fmt: skip


def _header(head: bytes) -> tuple[str, ...]:
    """The cells of the first line that is not empty, trimmed."""
    whole = head if len(head) < HEAD else head[: max(head.rfind(b"\n"), head.rfind(b"\r"), 0)]
    text = decode(whole[: len(whole) // 2 * 2] if b"\0" in whole[:4] else whole, "")[0]
    line = next((line for line in text.splitlines() if line.strip()), "")
    try:
        cells = next(csv.reader([line], delimiter=max(",;\t", key=line.count)), [])
    except csv.Error:
        return ()
    return tuple(cell.strip() for cell in cells)


def _parquet_columns(path: Path) -> tuple[str, ...]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return tuple(pq.read_schema(path).names)
    except (pa.ArrowException, OSError) as error:
        raise stop("this Parquet file cannot be read", file=str(path), value=str(error),
                   todo="It is damaged or cut short: fetch it again") from None  # fmt: skip


def _sheets(path: Path) -> tuple[str, ...]:
    """The names of a workbook's sheets; none if it is another kind of archive."""
    try:
        with zipfile.ZipFile(path) as archive:
            if "xl/workbook.xml" not in archive.namelist():
                return ()
            with archive.open("xl/workbook.xml") as file:
                tree = ElementTree.fromstring(file.read(MOST_XML))
    except (
        zipfile.BadZipFile,
        ElementTree.ParseError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise stop("this workbook cannot be read", file=str(path), value=str(error),
                   todo="It is damaged or cut short: fetch it again") from None  # fmt: skip
    return tuple(sheet.get("name", "") for sheet in tree.iter(SHEET))
