"""One table in Stata's format (release 14 and later), with labels; written by pandas, which is an extra."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timbang.errors import stop
from timbang.registry import Exporter
from timbang.report._cells import joined
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

CREATED = datetime(2000, 1, 1)  # fixed: a file must not differ by the hour it was made
LONGEST_NAME, LONGEST_LABEL, LONGEST_TEXT = 32, 80, 2045  # what Stata allows
WHOLE = 2**31 - 100  # Stata's largest whole numbers mean missing


def write(table: pa.Table, path: Path) -> None:
    """Write the file. A column's label is that of its Arrow field; one whose name Stata cuts short begins with it."""
    try:
        import pandas as pd
    except ImportError:
        todo = "Install it with: pip install 'timbang[pandas]'; or write csv, parquet or xlsx"
        raise stop("Stata's format needs pandas, which is not installed", file=str(path), todo=todo) from None
    names = short(table.column_names)
    columns = {name: _column(column) for name, column in zip(names, table.columns, strict=True)}
    frame = pd.DataFrame(columns, index=range(table.num_rows))
    days = {name: "td" for name, values in columns.items() if values.dtype.kind == "M"}
    long = [name for name, v in columns.items() if v.dtype == object and max(map(len, v), default=0) > LONGEST_TEXT]
    frame.astype({name: object for name, v in columns.items() if v.dtype == object}).to_stata(
        path, write_index=False, time_stamp=CREATED, version=118, convert_dates=days, convert_strl=long,
        variable_labels={name: _label(name, field) for name, field in zip(names, table.schema, strict=True)},
    )  # fmt: skip


def short(names: Sequence[str]) -> list[str]:
    """The names as Stata takes them: 32 characters at most, each once."""
    taken: list[str] = []
    for name in names:
        cut, number = name[:LONGEST_NAME], 2
        while cut in taken:
            cut, number = f"{name[: LONGEST_NAME - 1 - len(str(number))]}_{number}", number + 1
        taken.append(cut)
    return taken


def _label(name: str, field: pa.Field) -> str:
    told = (field.metadata or {}).get(b"label", b"").decode()
    return (told if name == field.name else f"{field.name}: {told}")[:LONGEST_LABEL]


def _column(column: pa.ChunkedArray) -> Any:
    """Whole numbers where none is missing and all fit, else fractions; days; text, missing being empty."""
    import numpy as np
    import pyarrow as pa

    kind = column.type
    if pa.types.is_date(kind):
        return np.array(column.to_pylist(), dtype="datetime64[s]")
    if pa.types.is_boolean(kind) or pa.types.is_integer(kind):
        numbers = column.cast(pa.int8() if pa.types.is_boolean(kind) else pa.int64())
        if numbers.null_count == 0:
            values = numbers.to_numpy()
            return values.astype(np.int32) if abs(values).max(initial=0) < WHOLE else values.astype(np.float64)
        return numbers.cast(pa.float64()).to_numpy()
    if pa.types.is_floating(kind):
        return np.array([v if v is not None and isfinite(v) else np.nan for v in column.to_pylist()], dtype=np.float64)
    return np.array(["" if v is None else str(joined(v)) for v in column.to_pylist()], dtype=object)


EXPORTER = Exporter(name="dta", label=Text("Stata", "Stata"), takes="table", write=write, suffix=".dta")
