"""CAMEO's kinds of events, what each is in PLOVER, and PLOVER's example records: as documentation, not as data."""

from __future__ import annotations

from pathlib import Path

from timbang.errors import stop
from timbang.registry import DataTable, Peek, Source
from timbang.sources._json import parsed
from timbang.sources._plover import PARTS, has_map, has_records, read_map, read_records, words
from timbang.sources._table import Read, Rows, of_cells
from timbang.sources._table_file import text_of
from timbang.text import Text

BIBTEX = """@misc{cameo,
  author = {Schrodt, Philip A.},
  title  = {CAMEO: Conflict and Mediation Event Observations, Event and Actor Codebook},
}

@misc{plover,
  author = {{Open Event Data Alliance}},
  title  = {PLOVER: Political Language Ontology for Verifiable Event Records},
  url    = {https://github.com/openeventdata/PLOVER},
}
"""


def read_codes(path: Path) -> Read:
    """One row a CAMEO code, as text with its zero in front: what it is called, and its Goldstein score (-10 to 10)."""
    found = parsed(text_of(path), path.name)
    if not isinstance(found, dict) or not {"Description", "GoldsteinScale"} <= set(found):
        raise stop("this is not the file of CAMEO codes", file=path.name, expected="Description, GoldsteinScale")
    scores = found["GoldsteinScale"]
    cells = [[code, words(label), str(scores.get(code, ""))] for code, label in sorted(found["Description"].items())]
    rows = Rows(of_cells(["code", "label", "goldstein"], cells, [1] * len(cells)), path.name)
    return rows.read(
        {"code": rows.text("code"), "label": rows.text("label"), "goldstein": rows.numbers("goldstein", ("",))}
    )


def _has_codes(peek: Peek) -> bool:
    return b'"GoldsteinScale"' in peek.head and b'"cameoCode"' in peek.head


SOURCE = Source(
    name="cameo",
    label=Text("CAMEO and PLOVER codes", "Kode CAMEO dan PLOVER"),
    citation="Schrodt, Philip A. CAMEO: Conflict and Mediation Event Observations, Event and Actor Codebook; Open "
    "Event Data Alliance. PLOVER: Political Language Ontology for Verifiable Event Records.",
    bibtex=BIBTEX,
    licence="PLOVER's records: CC BY-SA 4.0, as their file says; the others: their authors' terms. timbang ships none.",
    tables=(
        DataTable(
            name="cameo_codes",
            label=Text("CAMEO's kinds of events", "Jenis kejadian CAMEO"),
            file="gdelt_cameoCodes.json",
            needed=(),
            unread=("*",),
            recognizes=_has_codes,
            read=read_codes,
            columns={"code": "string", "label": "string", "goldstein": "float"},
            key=("code",),
            coverage=(2015, 2015),
            version="as GDELT 2 uses it",
            rows=280,
            ranges={"goldstein": (-10, 10)},
        ),
        DataTable(
            name="cameo_plover",
            label=Text("CAMEO codes in PLOVER", "Kode CAMEO dalam PLOVER"),
            file="CAMEO2PLOVER-2021.txt",
            needed=(),
            unread=("*",),
            recognizes=has_map,
            read=read_map,
            columns={"line": "int", **dict.fromkeys(PARTS, "string")},
            key=("line",),
            coverage=(2021, 2021),
            version="17 September 2021 (PLOVER 0.8, draft)",
            rows=276,
        ),
        DataTable(
            name="plover_records",
            label=Text("PLOVER's example records", "Contoh catatan PLOVER"),
            file="PLOVER_GSR_CAMEO.txt",
            needed=(),
            unread=("*",),
            recognizes=has_records,
            read=read_records,
            columns={
                "place": "int", "record": "string", "event": "string", "date": "date", "source": "string",
                "target": "string", "mode": "string", "context": "string", "words": "string", "text": "string",
            },
            key=("place",),
            coverage=(2000, 2016),
            version="0.5b1",
            holes={"date": "all records have the day 2000-01-01, a placeholder"},
        ),
    ),
)  # fmt: skip
