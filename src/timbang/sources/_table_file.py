"""A provider's table as it lies in a file: CSV, Parquet or a workbook's sheet, each row with its line."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timbang.errors import Problem, TimbangError, stop
from timbang.reading.datatable import MOST

if TYPE_CHECKING:
    import pyarrow as pa

LARGEST = 2_000_000_000  # bytes
LINE = "_line"
WHOLE = "Fetch the file again; if you edited it, mend the row (a quotation mark or a separator may be stray)"


def from_parquet(path: Path, needed: Collection[str], provider: str) -> pa.Table:
    """The Parquet file with its own types; lines are row numbers from 1."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.read_table(path)
    except (pa.ArrowException, OSError) as error:
        todo = "It is damaged or cut short: fetch it again"
        raise stop("this Parquet file cannot be read", file=path.name, value=str(error), todo=todo) from None
    _demand(table.column_names, needed, provider, path.name, 0)
    return table.append_column(LINE, pa.array(range(1, len(table) + 1), pa.int64()))


def from_workbook(path: Path, sheet: str, needed: Collection[str], provider: str, skip: int) -> pa.Table:
    """One sheet of an Excel workbook, every cell as text; its header stands after `skip` rows."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # openpyxl lets through what zip and XML raise
        raise stop("this workbook cannot be read", file=path.name, value=str(error), todo="Fetch it again") from None
    if sheet not in book.sheetnames:
        raise stop(f"this is not the workbook of {provider}: it has no sheet {sheet!r}", file=path.name,
                   value=", ".join(book.sheetnames))  # fmt: skip
    found = [["" if cell is None else str(cell).strip() for cell in row] for row in book[sheet].values]
    header, rows = [*found[skip : skip + 1], []][0], found[skip + 1 :]
    _demand(header, needed, provider, path.name, skip + 1)
    kept = [(line, cells) for line, cells in enumerate(rows, skip + 2) if any(cells)]
    return of_cells(header, [cells for _, cells in kept], [line for line, _ in kept])


def of_cells(header: Sequence[str], rows: Sequence[Sequence[str]], lines: Sequence[int]) -> pa.Table:
    """Rows of text as a table, each with its line; columns without a heading are left out."""
    import pyarrow as pa

    named = [(place, name) for place, name in enumerate(header) if name]
    columns = {name: pa.array([cells[place] for cells in rows], pa.string()) for place, name in named}
    return pa.table(columns | {LINE: pa.array(lines, pa.int64())})


def from_text(
    path: Path, needed: Collection[str], provider: str, skip: int, separator: str | None, quoted: bool
) -> tuple[pa.Table, str]:
    """A file of separated values, every cell as trimmed text, and its separator."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    text = text_of(path)
    start = 0
    for _ in range(skip):
        start = text.find(b"\n", start) + 1
    body = text[start:]
    header = next((line for line in body[:1_000_000].splitlines() if line.strip()), b"").decode()
    separator = separator or max(",;\t", key=header.count)
    quote = '"' if quoted else ""
    names = [name.strip() for name in _cells(header, separator, quote)]
    _demand(names, needed, provider, path.name, skip + 1)
    table = _fast(body, names, separator, quote)
    lines: Any = [] if table is None else np.arange(skip + 2, skip + 2 + len(table))
    if table is None or body.count(b"\n") + (not body.endswith(b"\n")) != len(table) + 1:
        lines = _lines(body.decode(), names, separator, quote, path.name, skip)
    if table is None or len(lines) != len(table):
        raise stop("the file cannot be split into rows and cells", file=path.name, todo=WHOLE)
    table = pa.table({name: pc.utf8_trim_whitespace(column) for name, column in zip(names, table.columns, strict=True)
                      if name in needed or names.count(name) == 1})  # fmt: skip
    return table.append_column(LINE, pa.array(lines, pa.int64())), separator


def text_of(path: Path) -> bytes:
    """The file as UTF-8 with `\\n` at the end of lines; what is not UTF-8 or marked UTF-16 is read as Windows-1252."""
    if not path.is_file():
        raise stop("there is no such file", file=str(path))
    if path.stat().st_size > LARGEST:
        raise stop("the file is too large", file=path.name, expected=f"at most {LARGEST // 1_000_000} MB")
    data = path.read_bytes()
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", "replace").encode()
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\0" in data:
        raise stop("this is no text", file=path.name, todo="Fetch the file again")
    try:
        data.decode()
    except UnicodeDecodeError:
        data = data.decode("cp1252", "replace").encode()
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data


def _demand(names: Sequence[str], needed: Collection[str], provider: str, file: str, line: int) -> None:
    """Stop with the names of all columns that are missing, or stand twice."""
    if missing := [name for name in needed if name not in names]:
        raise stop(f"this is not a file of {provider}: columns are missing", file=file, line=line,
                   value=", ".join(missing), expected=", ".join(needed),
                   todo="Give the file as the provider publishes it; the columns missing are named first")  # fmt: skip
    if twice := [name for name in needed if list(names).count(name) > 1]:
        raise stop("a column stands twice", file=file, line=line, value=", ".join(twice), todo="Remove one of the two")


def _cells(header: str, separator: str, quote: str) -> list[str]:
    how: dict[str, Any] = {"quotechar": quote} if quote else {"quoting": csv.QUOTE_NONE}
    return next(csv.reader([header], delimiter=separator, **how), [])


def _fast(body: bytes, names: list[str], separator: str, quote: str) -> pa.Table | None:
    """The rows as Arrow reads them, or None if some row has too few or too many cells."""
    import pyarrow as pa
    from pyarrow import csv as arrow

    unique = [f"{place}" for place, _ in enumerate(names)]
    try:
        return arrow.read_csv(
            pa.BufferReader(body),
            arrow.ReadOptions(column_names=unique, skip_rows_after_names=1, block_size=max(1 << 24, len(body) // 64)),
            arrow.ParseOptions(delimiter=separator, quote_char=quote or False, newlines_in_values=bool(quote)),
            arrow.ConvertOptions(column_types=dict.fromkeys(unique, pa.string()), strings_can_be_null=False),
        )
    except pa.ArrowInvalid:
        return None


def _lines(text: str, names: list[str], separator: str, quote: str, file: str, skip: int) -> list[int]:
    """The line on which each row begins; TimbangError names the rows that are not whole."""
    how: dict[str, Any] = {"quotechar": quote, "strict": True} if quote else {"quoting": csv.QUOTE_NONE}
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, **how)
    lines: list[int] = []
    broken: list[Problem] = []
    line, width = 0, len(names)
    try:
        for cells in reader:
            begins, line = line + 1 + skip, reader.line_num
            if cells and len(cells) != width and len(broken) < MOST:
                broken.append(Problem(what="the row does not have as many cells as the header", file=file, line=begins,
                                      value=str(len(cells)), expected=str(width), todo=WHOLE))  # fmt: skip
            if cells:
                lines.append(begins)
    except csv.Error as error:
        raise stop(
            f"the row cannot be split into cells ({error})", file=file, line=line + 1 + skip, todo=WHOLE
        ) from None
    if broken:
        raise TimbangError(broken)
    return lines[1:]
