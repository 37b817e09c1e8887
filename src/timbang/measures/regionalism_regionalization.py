"""Regionalism and regionalization side by side, under each author's definition as one article reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._definitions import DEFINITIONS, SECTOR, WORDS, Definition
from timbang.measures._in_force import BODY, agreement
from timbang.registry import Example, Measure
from timbang.tables import arrow_schema
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.store.views import Views

Row = dict[str, Any]
Found = tuple[list[str], list[str], list[str]]  # references that count, surely count, may count


def _rules(agreements: list[Row], setting: Setting, *, bodies: bool, scope: str) -> Found | None:
    """Rules or bodies in force in the last year.

    One whose field is not stated may belong to the sector; one that no source dates may be in force.
    """
    if not scope or not agreements:
        return None
    held = [
        a
        for a in agreements
        if (a["kind"] == BODY) is bodies
        and (a["year"] is None or a["year"] <= setting.last_year)
        and (a["ends"] is None or a["ends"] >= setting.last_year)
    ]
    within = [a for a in held if a["year"] is not None and (scope == "all" or a["field"] in SECTOR)]
    may = [a for a in held if scope == "all" or a["field"] in (*SECTOR, None)]
    sure = _refer("agreements", [a["agreement"] for a in within])
    return sure, sure, _refer("agreements", [a["agreement"] for a in may])


def _exercises(exercises: list[Row], agreements: list[Row], setting: Setting, which: str) -> Found | None:
    """Exercises that count; None where nothing could show any."""
    years = [a["year"] for a in agreements if a["year"] is not None]
    if not which or not exercises or (which == "later" and not years):
        return None
    start = min(years) + 1 if which == "later" else setting.first_year
    begins, until = max(start, setting.first_year), setting.last_year
    fits = [x for x in exercises if which != "framework" or x["setting"] == "documented"]
    value = [x["exercise"] for x in fits if begins <= x["year"] <= until]
    sure = [x["exercise"] for x in fits if begins <= x["year"] and x["last_year"] <= until]
    # Those of the first rule's own year may have followed it; those of no known framework may be the organization's.
    loose = max(start - 1, setting.first_year) if which == "later" else begins
    open_ = [x for x in exercises if which != "framework" or x["setting"] == "documented" or x["framework"] is None]
    may = [x["exercise"] for x in open_ if loose <= x["last_year"] and x["year"] <= until]
    return _refer("exercises", value), _refer("exercises", sure), _refer("exercises", may)


def _refer(file: str, ids: list[str]) -> list[str]:
    return [f"{file}:{id}" for id in ids]


def _row(d: Definition, agreements: list[Row], exercises: list[Row], setting: Setting) -> Row:
    parts = {
        "rules": _rules(agreements, setting, bodies=False, scope=d.rules),
        "bodies": _rules(agreements, setting, bodies=True, scope=d.bodies),
        "exercises": _exercises(exercises, agreements, setting, d.exercises),
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
        "force in the last year of the period, and exercises that began in it. The parts are given apart; their sum "
        "only says how much there is to count. Where a definition looks for what a record of exercises and agreements "
        "cannot show, the figure cannot be told.",
        "Berapa banyak catatan kasus ini yang terhitung sebagai regionalisme, dan berapa sebagai regionalisasi, "
        "menurut definisi tiap penulis sebagaimana dibaca Akhli, Gumilar & Halkis: aturan (semua jenis persetujuan "
        "kecuali badan) dan badan yang berlaku pada tahun terakhir periode, serta latihan yang dimulai dalam periode. "
        "Bagiannya diberikan terpisah; jumlahnya hanya menunjukkan banyaknya yang dapat dihitung. Bila suatu definisi "
        "mencari hal yang tidak dapat ditunjukkan catatan latihan dan persetujuan, angkanya tidak dapat ditentukan.",
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
        "{definition}, {concept}: {value} records count ({reading}).",
        "{definition}, {concept}: {value} catatan terhitung ({reading}).",
    ),
    unknown=Text(
        "{definition}, {concept}: cannot be told ({reading}).",
        "{definition}, {concept}: tidak dapat ditentukan ({reading}).",
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
                {"exercise": "b", "year": 2002, "last_year": 2002, "framework": "OTH"},
                {"exercise": "c", "year": 2003, "last_year": 2003},
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
