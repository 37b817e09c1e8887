"""SIPRI's trade register of major arms as its website gives it: a preamble, a header, lines that end in a semicolon."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from timbang.sources._sipri_parties import between_states, state
from timbang.sources._table import Read, Rows, raw

if TYPE_CHECKING:
    import pyarrow as pa

ID = "SIPRI AT Database ID"
NEEDED = (ID, "Supplier", "Recipient", "Designation", "Description", "Armament category", "Order date",
          "Order date is estimate", "Numbers delivered", "Numbers delivered is estimate", "Delivery year",
          "Delivery year is estimate", "Status", "TIV deal unit", "TIV delivery values")  # fmt: skip
COLUMNS = {
    "transfer": "int", "supplier": "string", "recipient": "string", "year": "int", "order_year": "int",
    "designation": "string", "description": "string", "category": "string", "status": "string", "delivered": "float",
    "tiv_unit": "float", "tiv": "float", "order_estimated": "bool", "number_estimated": "bool",
    "year_estimated": "bool", "licensed": "bool",
}  # fmt: skip
LOCAL = "Local production"


def read_register(path: Path) -> Read:
    """One row a deal and year of delivery, between states.

    `tiv`: volume delivered in that year, millions of trend-indicator values; `tiv_unit`: of one item.
    `order_estimated`, `number_estimated`, `year_estimated`: whether SIPRI marks the order's year, the number
    delivered and the delivery's year as estimates; null where it says neither. A `?` in one of these says so
    too. `licensed`: produced by the recipient. The register does not give the number ordered.
    """
    rows = raw(path, NEEDED, "SIPRI trade register", skip=_preamble(path), separator=",")
    rows = between_states(rows, "Supplier", "Recipient")
    order, number, delivery = (_marked(rows, name) for name in ("Order date", "Numbers delivered", "Delivery year"))
    year = rows.integers("Delivery year")
    return rows.read({
        "transfer": rows.integers(ID), "supplier": state(rows, "Supplier", year),
        "recipient": state(rows, "Recipient", year), "year": year, "order_year": rows.integers("Order date"),
        "designation": rows.text("Designation"), "description": rows.text("Description"),
        "category": rows.text("Armament category"), "status": rows.text("Status"),
        "delivered": rows.numbers("Numbers delivered"), "tiv_unit": rows.numbers("TIV deal unit"),
        "tiv": rows.numbers("TIV delivery values"), "order_estimated": order, "number_estimated": number,
        "year_estimated": delivery, "licensed": _licensed(rows),
    })  # fmt: skip


def _preamble(path: Path) -> int:
    """How many lines stand before the header."""
    if not path.is_file():
        return 0
    with path.open("rb") as file:
        lines = file.read(65536).replace(b"\r\n", b"\n").split(b"\n")
    return next((place for place, line in enumerate(lines) if line.startswith(ID.encode())), 0)


def _marked(rows: Rows, column: str) -> pa.Array:
    """Whether the column is marked as an estimate; a `?` is taken off its cells."""
    import pyarrow.compute as pc

    cells = rows.table[column].combine_chunks()
    doubted = pc.match_substring(cells, "?")
    bare = pc.utf8_trim_whitespace(pc.replace_substring(cells, "?", ""))
    rows.table = rows.table.set_column(rows.table.column_names.index(column), column, bare)
    return pc.if_else(doubted, True, _flag(rows, f"{column} is estimate"))


def _licensed(rows: Rows) -> pa.Array:
    """Whether the recipient produced the arms; the line's last semicolon stands in this column."""
    import pyarrow as pa
    import pyarrow.compute as pc

    last = next((name for name in rows.table.column_names if name.startswith(LOCAL)), "")
    if not last:
        return pa.nulls(len(rows.table), pa.bool_())
    bare = pc.utf8_rtrim(rows.table[last].combine_chunks(), "; ")
    rows.table = rows.table.set_column(rows.table.column_names.index(last), last, bare)
    return _flag(rows, last)


def _flag(rows: Rows, column: str) -> pa.Array:
    import pyarrow as pa
    import pyarrow.compute as pc

    cells = rows.text(column)
    odd = pc.and_(pc.is_valid(cells), pc.invert(pc.is_in(cells, pa.array(["Yes", "No"]))))
    rows.tell(odd, "this is no flag", column, expected="Yes, No or nothing")
    return pc.equal(cells, "Yes")
