"""The rows of a case file as they are, as an Arrow table: every source's row, nothing resolved."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from timbang.errors import misuse
from timbang.model import Case, Record
from timbang.tables import arrow_schema, contracts

if TYPE_CHECKING:
    import pyarrow as pa

ARROW = {"count": "int", "year": "int", "number": "float"}


def raw(case: Case, name: str) -> pa.Table:
    """One file's rows (`exercises` or `exercises.csv`); lists stay lists, unknown is null."""
    import pyarrow as pa

    file = f"{name.removesuffix('.csv')}.csv"
    if file not in contracts():
        raise misuse(f"no table is called {name!r}", expected=", ".join(f.removesuffix(".csv") for f in contracts()))
    contract = contracts()[file]
    rows = case.rows.get(file, ())
    columns: dict[str, pa.Array] = {}
    for column in contract.columns:
        values = [getattr(row, column.field) for row in rows]
        many = isinstance(column_default(contract.record, column.field), tuple)
        if many:
            kind = pa.list_(pa.float64() if column.kind == "numbers" else pa.string())
            columns[column.header] = pa.array([list(v) if v else None for v in values], type=kind)
        else:
            kind = arrow_schema({"x": ARROW.get(column.kind, "string")}).field("x").type
            columns[column.header] = pa.array([None if v == "" else v for v in values], type=kind)
    return pa.table(columns)


def column_default(record: type[Record], field: str) -> object:
    """What an empty cell of a column becomes."""
    return next(f.default for f in fields(record) if f.name == field)
