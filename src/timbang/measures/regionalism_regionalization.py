"""Regionalism and regionalization side by side, under each author's definition as one article reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._definitions import DEFINITIONS, WORDS, Definition
from timbang.measures._in_force import agreement
from timbang.measures._regional_records import exercises_held, rules_in_force
from timbang.registry import Example, Measure
from timbang.tables import arrow_schema
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.store.views import Views

Row = dict[str, Any]


def _row(d: Definition, agreements: list[Row], exercises: list[Row], setting: Setting) -> Row:
    parts = {
        "rules": rules_in_force(agreements, setting, bodies=False, scope=d.rules),
        "bodies": rules_in_force(agreements, setting, bodies=True, scope=d.bodies),
        "exercises": exercises_held(exercises, agreements, setting, d.exercises),
    }
    row: Row = {"definition": d.author, "concept": d.concept, "reading": d.code}
    row |= {name: len(part[0]) if part else None for name, part in parts.items()}
    wanted = [name for name in parts if getattr(d, name)]
    known = [part for part in parts.values() if part]
    if wanted and len(known) == len(wanted):
        row |= {bound: sum(len(p[i]) for p in known) for i, bound in enumerate(("value", "low", "high"))}
    return row | {"evidence": [ref for part in known for ref in part[2]]}


def compute(views: Views, setting: Setting) -> pa.Table:
    """One row per author and concept; null where the definition finds nothing in a case that could show it."""
    import pyarrow as pa

    agreements = views.agreements.to_pylist()
    columns = ["exercise", "year", "last_year", "framework", "setting"]
    exercises = [x for x in views.exercises.select(columns).to_pylist() if x["year"] is not None]
    rows = [_row(d, agreements, exercises, setting) for d in DEFINITIONS]
    schema = {"definition": "string", "concept": "string", "value": "float", "low": "float", "high": "float"}
    return pa.Table.from_pylist(rows, schema=arrow_schema(schema | EXTRA | {"evidence": "strings"}))


EXTRA = {"reading": "string", "rules": "int", "bodies": "int", "exercises": "int"}

MEASURE = Measure(
    name="regionalism_regionalization",
    label=Text(
        "Regionalism and regionalization under each definition", "Regionalisme dan regionalisasi menurut tiap definisi"
    ),
    definition=Text(
        "How many of the case's records count as regionalism, and how many as regionalization, under each author's "
        "definition as Akhli, Gumilar & Halkis read it: rules (agreements of every kind but bodies) and bodies in "
        "force in the last year of the period, and exercises that began in it, in the organization's documented "
        "framework or among members only; one of which that cannot be told raises the upper bound only. The parts are "
        "given apart; their sum only says how much there is to count. Where a definition looks for what a record of "
        "exercises and agreements cannot show, the figure cannot be told.",
        "Berapa banyak catatan kasus ini yang terhitung sebagai regionalisme, dan berapa sebagai regionalisasi, "
        "menurut definisi tiap penulis sebagaimana dibaca Akhli, Gumilar & Halkis: aturan (semua jenis persetujuan "
        "kecuali badan) dan badan yang berlaku pada tahun terakhir periode, serta latihan yang dimulai dalam periode, "
        "dalam kerangka organisasi yang terdokumentasi atau hanya antaranggota; yang tidak dapat dipastikan hanya "
        "menaikkan batas atas. Bagiannya diberikan terpisah; jumlahnya hanya menunjukkan banyaknya yang dapat "
        "dihitung. Bila suatu definisi mencari hal yang tidak dapat ditunjukkan catatan latihan dan persetujuan, "
        "angkanya tidak dapat ditentukan.",
    ),
    family="regionalism",
    kind="array",
    needs=("agreements", "exercises"),
    by=("definition", "concept"),
    unit=Text("records", "catatan"),
    range=(0, None),
    citation=(
        "Börzel & Risse 2016, Hveem (cited after Tarling 2006), Simon 1992 and Tan 2012, all as read by "
        "Akhli, Gumilar & Halkis, pp. 69-71, footnotes 16-20; the originals were not opened."
    ),
    statement=Text(
        "{definition}, {concept} ({reading}); records that count: {value}.",
        "{definition}, {concept} ({reading}); catatan yang terhitung: {value}.",
    ),
    unknown=Text(
        "{definition}, {concept} ({reading}): cannot be told.",
        "{definition}, {concept} ({reading}): tidak dapat ditentukan.",
    ),
    extra=EXTRA,
    words=WORDS,
    scope="all",
    chart="table",
    order=30,
    compute=compute,
    example=Example(
        # In force in 2003: charter, pact (field not stated), council (a body). Exercises: one in the year of
        # the charter, the first rule, under the framework; two later, one of them under another's.
        views={
            "agreements": [
                agreement("charter", "charter", 2001, None, "defence"),
                agreement("pact", "agreement", 2002),
                agreement("council", "body", 2002, None, "security"),
                agreement("old", "treaty", 2001, 2002, "security"),
            ],
            "exercises": [
                {"exercise": "a", "year": 2001, "last_year": 2001, "framework": "TST", "setting": "documented"},
                {"exercise": "b", "year": 2002, "last_year": 2002, "framework": "OTH", "setting": "members"},
                {"exercise": "c", "year": 2003, "last_year": 2003, "setting": "members"},
            ],
        },
        expect=[
            {
                "definition": "boerzel-risse",
                "concept": "regionalism",
                "value": 6,
                "rules": 2,
                "bodies": 1,
                "exercises": 3,
            },
            {
                "definition": "boerzel-risse",
                "concept": "regionalization",
                "value": None,
                "exercises": None,
                "evidence": [],
            },
            {"definition": "hveem", "concept": "regionalism", "value": 3, "low": 3, "high": 3, "exercises": None},
            {"definition": "hveem", "concept": "regionalization", "value": 2, "low": 2, "high": 3, "rules": None},
            {"definition": "simon", "concept": "regionalism", "value": None},
            {"definition": "simon", "concept": "regionalization", "value": 3, "exercises": 3},
            {
                "definition": "tan",
                "concept": "regionalism",
                "value": 1,
                "low": 1,
                "high": 2,
                "bodies": None,
                "evidence": ["agreements:charter", "agreements:pact"],
            },
            {"definition": "tan", "concept": "regionalization", "value": 3, "low": 3, "high": 3},
            {"definition": "akhli-et-al", "concept": "regionalism", "value": 2, "low": 2, "high": 3, "bodies": 1},
            {
                "definition": "akhli-et-al",
                "concept": "regionalization",
                "value": 1,
                "low": 1,
                "high": 2,
                "evidence": ["exercises:a", "exercises:c"],
            },
        ],
    ),
)
