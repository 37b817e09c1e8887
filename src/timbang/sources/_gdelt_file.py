"""A GDELT 2 export file: no header, 61 tab-separated columns a line, of which timbang reads eleven."""

from __future__ import annotations

from pathlib import Path

from timbang.errors import Problem, TimbangError, stop
from timbang.reading.datatable import MOST
from timbang.sources._table import LINE, Rows
from timbang.sources._table_file import text_of

WIDTH = 61
USED = {
    0: "GLOBALEVENTID", 1: "SQLDATE", 7: "Actor1CountryCode", 12: "Actor1Type1Code", 17: "Actor2CountryCode",
    22: "Actor2Type1Code", 26: "EventCode", 28: "EventRootCode", 29: "QuadClass", 30: "GoldsteinScale",
    31: "NumMentions",
}  # fmt: skip


def export(path: Path) -> Rows:
    """The rows of the file, cells as text, days as 2018-12-31; TimbangError names lines that are cut short."""
    import pyarrow as pa
    import pyarrow.compute as pc
    from pyarrow import csv

    text = text_of(path)
    names = [USED.get(place, str(place)) for place in range(WIDTH)]
    convert = csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), include_columns=[*USED.values()],
                                 strings_can_be_null=False)  # fmt: skip
    if not text.strip():
        raise stop("the file is empty", file=path.name, expected=f"lines of {WIDTH} tab-separated columns")
    try:
        table = csv.read_csv(pa.BufferReader(text), csv.ReadOptions(column_names=names, block_size=1 << 24),
                             csv.ParseOptions(delimiter="\t", quote_char=False), convert)  # fmt: skip
    except pa.ArrowInvalid:
        raise TimbangError(_broken(text, path.name)) from None
    day = pc.replace_substring_regex(table["SQLDATE"], r"^(\d{4})(\d\d)(\d\d)$", r"\1-\2-\3")
    table = table.set_column(table.column_names.index("SQLDATE"), "SQLDATE", day)
    return Rows(table.append_column(LINE, pa.array(range(1, len(table) + 1), pa.int64())), path.name)


def _broken(text: bytes, file: str) -> list[Problem]:
    """The first lines that do not have 61 columns."""
    lines = enumerate(text.decode("utf-8", "replace").splitlines(), 1)
    bad = [(line, cells.count("\t") + 1) for line, cells in lines if cells.strip() and cells.count("\t") + 1 != WIDTH]
    return [Problem(what="the line does not have 61 columns", file=file, line=line, value=str(count),
                    expected=f"{WIDTH}, as GDELT 2 has", todo="Fetch the file again; it may be cut short")
            for line, count in bad[:MOST]]  # fmt: skip
