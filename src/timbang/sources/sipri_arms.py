"""Transfers of major arms: SIPRI Arms Transfers Database, its trade register and volumes by supplier and recipient."""

from __future__ import annotations

from pathlib import Path

from timbang.registry import DataTable, Peek, Source
from timbang.sources._sipri_parties import between_states, state
from timbang.sources._sipri_register import COLUMNS, ID, NEEDED, read_register
from timbang.sources._table import Read, raw
from timbang.text import Text

VOLUMES = ("supplier", "recipient", "year", "value", "supplier_cown", "recipient_cown")
BIBTEX = """@misc{sipri-arms,
  author    = {{Stockholm International Peace Research Institute}},
  title     = {SIPRI Arms Transfers Database},
  publisher = {SIPRI},
  note      = {Volumes (trend-indicator values) 1950-2021; trade register of deliveries 1995-2025, generated 12 February 2026},
}
"""  # noqa: E501


def read_volumes(path: Path) -> Read:
    """One row a supplier, recipient and year: the volume delivered, in millions of SIPRI's trend-indicator values.

    0 is between 0 and 0.5 million. Armed groups, organizations and unknown parties are no states: told, and
    left out. Pairs of states without a row had no delivery, as far as SIPRI knows, within its coverage.
    """
    import pyarrow.compute as pc

    rows = between_states(raw(path, VOLUMES, "SIPRI arms transfers (volumes by pair)"), "supplier", "recipient")
    year = rows.integers("year")
    volume = rows.numbers("value")
    rows.tell(pc.is_null(volume), "there is no volume", "value", expected="a number")
    return rows.read({
        "supplier": state(rows, "supplier", year), "recipient": state(rows, "recipient", year), "year": year,
        "tiv": volume,
    })  # fmt: skip


def _has_volumes(peek: Peek) -> bool:
    return set(VOLUMES) <= set(peek.columns)


def _is_register(peek: Peek) -> bool:
    return f"\n{ID}," in peek.head.decode("utf-8", "replace").replace("\r\n", "\n") or ID in peek.columns


SOURCE = Source(
    name="sipri_arms",
    label=Text("SIPRI arms transfers", "Transfer senjata SIPRI"),
    citation="SIPRI Arms Transfers Database. Stockholm International Peace Research Institute.",
    bibtex=BIBTEX,
    licence="SIPRI's terms: fair use for non-commercial research, less than 10 per cent of a data set reproduced, with "
    "reference to SIPRI; timbang does not ship it.",
    tables=(
        DataTable(
            name="arms_tiv",
            label=Text(
                "Volume of arms delivered by pair and year", "Volume senjata yang dikirim per pasangan dan tahun"
            ),
            file="SIPRI_TIV_dyadic_1950-2021.csv",
            needed=VOLUMES,
            recognizes=_has_volumes,
            read=read_volumes,
            columns={"supplier": "string", "recipient": "string", "year": "int", "tiv": "float"},
            key=("supplier", "recipient", "year"),
            coverage=(1950, 2021),
            version="1950-2021",
            unread=("supplier_l*", "recipient_l*"),
            rows=20767,
            ranges={"tiv": (0, None)},
            holes={
                "West Germany 1950-1990": "the file has Germany from 1991 on, and East Germany",
                "armed groups, organizations, unknown parties": "no states; left out and told",
            },
        ),
        DataTable(
            name="sipri_transfers",
            label=Text("Register of arms transfers", "Daftar transfer senjata"),
            file="SIPRI trade register, 1995-2025 (CSV)",
            needed=NEEDED,
            recognizes=_is_register,
            read=read_register,
            columns=COLUMNS,
            key=("transfer", "year"),
            coverage=(1995, 2025),
            version="1995-2025, generated 12 February 2026",
            rows=24577,
            ranges={"order_year": (1950, 2025), "delivered": (0, None), "tiv_unit": (0, None), "tiv": (0, None)},
            holes={
                "year 2025": "the register was asked for up to 2025; it has no delivery after 2024",
                "armed groups, organizations, unknown parties": "no states; left out and told",
            },
        ),
    ),
)
