"""Events in the layout of GDELT 2: files without a header, 61 tab-separated columns; and the file that names them."""

from __future__ import annotations

import re
from pathlib import Path

from timbang.registry import DataTable, Peek, Source
from timbang.sources._events import actors, cameo
from timbang.sources._gdelt_file import WIDTH, export
from timbang.sources._table import Read, raw
from timbang.state_table import by_code
from timbang.text import Text

LABELS = ("tableId", "dataType", "Empty", "Description")
# Codes that ISO 3166-1 had before, which CAMEO keeps.
FORMER_CODES = {"ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "BUR": "MMR"}
COLUMNS = {
    "event": "int", "date": "date", "year": "int", "actor1": "string", "actor2": "string", "type1": "string",
    "type2": "string", "cameo": "string", "root": "string", "quad": "int", "goldstein": "float", "mentions": "int",
}  # fmt: skip
BIBTEX = """@misc{gdelt,
  author = {Leetaru, Kalev and Schrodt, Philip A.},
  title  = {GDELT: Global Data on Events, Location and Tone, 1979-2012},
  year   = {2013},
  note   = {The GDELT Project. Event database 2.0; https://www.gdeltproject.org},
}
"""


def read_events(path: Path) -> Read:
    """One row an event of a GDELT 2 export file: who did what to whom on a day, and how often it was mentioned.

    `actor1`, `actor2`: states by the actors' CAMEO country codes, null where there is none or it names a
    region. `type1`, `type2`: the actors' first roles (GOV, MIL, REB). `quad`: 1 verbal cooperation, 2 material
    cooperation, 3 verbal conflict, 4 material conflict. `goldstein`: -10 to 10. Unlike counts over years,
    shares of all events allow for GDELT's growing coverage.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = export(path)
    day = rows.days("SQLDATE")
    year = pc.cast(pc.year(day), pa.int64())
    return rows.read({
        "event": rows.integers("GLOBALEVENTID"), "date": day, "year": year,
        "actor1": actors(rows, "Actor1CountryCode", year, _code),
        "actor2": actors(rows, "Actor2CountryCode", year, _code),
        "type1": rows.text("Actor1Type1Code", ("",)), "type2": rows.text("Actor2Type1Code", ("",)),
        "cameo": cameo(rows, "EventCode"), "root": cameo(rows, "EventRootCode"),
        "quad": rows.integers_within("QuadClass", 1, 4, ("",)),
        "goldstein": rows.numbers("GoldsteinScale", ("",)), "mentions": rows.integers("NumMentions", ("",)),
    })  # fmt: skip


def _code(code: str) -> str | None:
    former = FORMER_CODES.get(code, code)
    return former if by_code(former) else None


def read_labels(path: Path) -> Read:
    """One row a column of an export file, in its order: name, kind (INTEGER, FLOAT, STRING), description."""
    import pyarrow as pa

    rows = raw(path, LABELS, "GDELT 2 column labels")
    return rows.read({
        "position": pa.array(range(1, len(rows.table) + 1), pa.int64()), "name": rows.text("tableId"),
        "kind": rows.text("dataType"), "description": rows.text("Description"),
    })  # fmt: skip


def _is_export(peek: Peek) -> bool:
    first = peek.head.split(b"\n", 1)[0].decode("utf-8", "replace").split("\t")
    return len(first) == WIDTH and bool(re.fullmatch(r"\d+", first[0])) and bool(re.fullmatch(r"\d{8}", first[1]))


def _has_labels(peek: Peek) -> bool:
    return set(LABELS) <= set(peek.columns)


SOURCE = Source(
    name="gdelt",
    label=Text("GDELT 2 events", "Kejadian GDELT 2"),
    citation="Leetaru, Kalev & Schrodt, Philip A. 2013. GDELT: Global Data on Events, Location and Tone, 1979-2012. "
    "The GDELT Project, event database 2.0.",
    bibtex=BIBTEX,
    licence="Its providers' terms: use with attribution to the GDELT Project; timbang does not ship it.",
    tables=(
        DataTable(
            name="gdelt_events",
            label=Text("Events (GDELT 2)", "Kejadian (GDELT 2)"),
            file="YYYYMMDDHHMMSS.export.CSV",
            needed=(),
            unread=("*",),
            recognizes=_is_export,
            read=read_events,
            columns=COLUMNS,
            key=("event",),
            coverage=(1979, 2030),
            version="a file's own days (layout 2.0)",
            ranges={"quad": (1, 4), "goldstein": (-10, 10), "mentions": (0, None)},
            holes={"days out of the file": "a file holds a quarter of an hour of reports; other days are missing"},
        ),
        DataTable(
            name="gdelt_columns",
            label=Text("Columns of GDELT 2 files", "Kolom berkas GDELT 2"),
            file="GDELT2_events_column_labels.csv",
            needed=LABELS,
            recognizes=_has_labels,
            read=read_labels,
            columns={"position": "int", "name": "string", "kind": "string", "description": "string"},
            key=("name",),
            coverage=(2015, 2015),
            version="2.0",
            rows=61,
        ),
    ),
)
