"""Hveem's sequence: whether rules or bodies came before the first exercise, as far as dates tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from timbang.measures._definitions import SECTOR
from timbang.measures._in_force import BODY, agreement
from timbang.registry import Example, Measure
from timbang.tables import arrow_schema
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.store.views import Views

Row = dict[str, Any]
BASES: dict[str, Callable[[Row], bool]] = {
    "rule": lambda a: a["kind"] != BODY,
    "body": lambda a: a["kind"] == BODY,
    "sector": lambda a: a["field"] in SECTOR,
}
EXTRA = {
    "agreement": "string",
    "agreement_year": "int",
    "exercise": "string",
    "exercise_year": "int",
    "order": "string",
}


def _sequence(basis: str, rules: list[Row], exercises: list[Row]) -> Row:
    """Years from the first dated rule to the first exercise; null where the years leave the order open.

    A rule that no source dates may be older than any exercise, and an exercise that none dates older
    than any rule: then the other cannot be said to come first.
    """
    row: Row = {"basis": basis, "order": "unclear", "evidence": []}
    undated = [a for a in rules if a["year"] is None]
    rules, dated = [a for a in rules if a["year"] is not None], [x for x in exercises if x["year"] is not None]
    if not rules or not dated:
        return row
    rule, drill = min(rules, key=lambda a: a["year"]), min(dated, key=lambda x: x["year"])
    latest = min(x["last_year"] for x in dated)  # by then one has begun, however the dates are read
    low, high = drill["year"] - rule["year"], latest - rule["year"]
    row |= {
        "agreement": rule["agreement"],
        "agreement_year": rule["year"],
        "exercise": drill["exercise"],
        "exercise_year": drill["year"],
        "order": "before" if low > 0 and dated == exercises else "after" if high < 0 and not undated else "unclear",
        "evidence": [f"agreements:{a['agreement']}" for a in rules if a["year"] == rule["year"]]
        + [f"exercises:{x['exercise']}" for x in dated if x["year"] <= latest],
    }
    known = {"value": low, "low": low, "high": None if undated else high}
    return row | (known if row["order"] != "unclear" else {})


def compute(views: Views, setting: Setting) -> pa.Table:
    """One row per basis (rule, body, either in the defence sector); null where dates cannot order them."""
    import pyarrow as pa

    agreements = views.agreements.to_pylist()
    columns = ["exercise", "year", "last_year"]
    exercises = views.exercises.select(columns).to_pylist()
    rows = [_sequence(basis, [a for a in agreements if fits(a)], exercises) for basis, fits in BASES.items()]
    schema = {"basis": "string", "value": "float", "low": "float", "high": "float"}
    return pa.Table.from_pylist(rows, schema=arrow_schema(schema | EXTRA | {"evidence": "strings"}))


MEASURE = Measure(
    name="hveem_sequence",
    label=Text("Which came first: rules or exercises", "Mana yang lebih dulu: aturan atau latihan"),
    definition=Text(
        "Years from the first recorded rule or body to the first recorded exercise; negative if the exercise came "
        "first. As Akhli, Gumilar & Halkis read Hveem (fn. 18, p. 70), regionalization may follow from regionalism: "
        "this looks only at the order in time, which is no evidence of cause, and depends on what the case records. "
        "Agreements are dated by year: in the same year the order cannot be told.",
        "Jarak tahun dari aturan atau badan pertama yang tercatat sampai latihan pertama yang tercatat; negatif bila "
        "latihan lebih dulu. Menurut pembacaan Akhli, Gumilar & Halkis atas Hveem (cat. 18, hlm. 70), regionalisasi "
        "dapat lahir dari regionalisme: di sini hanya dilihat urutan waktunya, yang bukan bukti sebab-akibat dan "
        "bergantung pada apa yang tercatat dalam kasus. Persetujuan diberi tahun saja: pada tahun yang sama urutannya "
        "tidak dapat ditentukan.",
    ),
    family="regionalism",
    kind="array",
    needs=("agreements", "exercises"),
    by=("basis",),
    unit=Text("years", "tahun"),
    range=(None, None),
    citation="Hveem as read by Akhli, Gumilar & Halkis, p. 70, footnote 18 (Tarling 2006, p. 13); original not opened.",
    statement=Text(
        "The first {basis} on record is of {agreement_year} ({agreement}), the first exercise of {exercise_year} "
        "({exercise}): {order}. The order in time does not show a cause.",
        "Yang pertama tercatat sebagai {basis} berasal dari {agreement_year} ({agreement}), latihan pertama dari "
        "{exercise_year} ({exercise}): {order}. Urutan waktu tidak menunjukkan sebab.",
    ),
    unknown=Text(
        "Which came first, the first {basis} or the first exercise, cannot be told from the recorded dates.",
        "Dari tanggal yang tercatat tidak dapat ditentukan mana yang lebih dulu, {basis} atau latihan pertama.",
    ),
    extra=EXTRA,
    words={
        "rule": Text("rule", "aturan"),
        "body": Text("body", "badan"),
        "sector": Text(
            "rule or body in defence, security or counter-terrorism",
            "aturan atau badan di bidang pertahanan, keamanan, atau kontraterorisme",
        ),
        "before": Text("the rule or body came first", "aturan atau badan lebih dulu"),
        "after": Text("the exercise came first", "latihan lebih dulu"),
        "unclear": Text("the order cannot be told", "urutannya tidak dapat ditentukan"),
    },
    scope="all",
    chart="table",
    order=31,
    compute=compute,
    example=Example(
        # The first exercise began in 2002: six years after the treaty, in the year of the council, a year
        # before the first of either in the defence sector.
        views={
            "agreements": [
                agreement("treaty", "treaty", 1996, None, "borders"),
                agreement("council", "body", 2002, None, "institution"),
                agreement("drill-rules", "procedure", 2003, None, "defence"),
            ],
            "exercises": [
                {"exercise": "a", "year": 2002, "last_year": 2002},
                {"exercise": "b", "year": 2003, "last_year": 2003},
            ],
        },
        expect=[
            {
                "basis": "rule",
                "value": 6.0,
                "low": 6.0,
                "high": 6.0,
                "order": "before",
                "agreement": "treaty",
                "agreement_year": 1996,
                "exercise": "a",
                "exercise_year": 2002,
                "evidence": ["agreements:treaty", "exercises:a"],
            },
            {"basis": "body", "value": None, "order": "unclear", "agreement": "council"},
            {"basis": "sector", "value": -1.0, "low": -1.0, "high": -1.0, "order": "after"},
        ],
    ),
)
