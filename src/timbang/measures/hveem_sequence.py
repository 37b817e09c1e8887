"""Hveem's sequence: whether rules or bodies came before the first exercise, as far as dates tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from timbang.measures._definitions import REGIONAL, SECTOR
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
    """Years from the first dated rule to the first regional exercise; null where the years leave the order open.

    A rule that no source dates may be older than any exercise, and so an exercise of unknown date or
    setting older than any rule: then the other cannot be said to come first.
    """
    row: Row = {"basis": basis, "order": "unclear", "evidence": []}
    dated = [a for a in rules if a["year"] is not None]
    held = [x for x in exercises if x["setting"] in REGIONAL and x["year"] is not None]
    if not dated or not held:
        return row
    rule, drill = min(dated, key=lambda a: a["year"]), min(held, key=lambda x: x["year"])
    latest = min(x["last_year"] for x in held)  # by then one has begun, however the dates are read
    first = [x for x in exercises if x["year"] is None or x["year"] <= latest]
    low = None if any(x["year"] is None for x in first) else min(x["year"] for x in first) - rule["year"]
    high = None if len(dated) < len(rules) else latest - rule["year"]
    before, after = low is not None and low > 0, high is not None and high < 0
    row |= {
        "agreement": rule["agreement"],
        "agreement_year": rule["year"],
        "exercise": drill["exercise"],
        "exercise_year": drill["year"],
        "order": "before" if before else "after" if after else "unclear",
        "evidence": [f"agreements:{a['agreement']}" for a in dated if a["year"] == rule["year"]]
        + [f"exercises:{x['exercise']}" for x in first],
    }
    known = {"value": drill["year"] - rule["year"], "low": low, "high": high}
    return row | (known if before or after else {})


def compute(views: Views, setting: Setting) -> pa.Table:
    """One row per basis (rule, body, either in the defence sector); null where dates cannot order them."""
    import pyarrow as pa

    agreements = views.agreements.to_pylist()
    columns = ["exercise", "year", "last_year", "setting"]
    exercises = [x for x in views.exercises.select(columns).to_pylist() if x["setting"] != "outsiders"]
    rows = [_sequence(basis, [a for a in agreements if fits(a)], exercises) for basis, fits in BASES.items()]
    schema = {"basis": "string", "value": "float", "low": "float", "high": "float"}
    return pa.Table.from_pylist(rows, schema=arrow_schema(schema | EXTRA | {"evidence": "strings"}))


MEASURE = Measure(
    name="hveem_sequence",
    label=Text("Which came first: rules or exercises", "Mana yang lebih dulu: aturan atau latihan"),
    definition=Text(
        "Years from the first recorded rule or body to the first recorded exercise in the organization's framework or "
        "among members only; negative if the exercise came first. As Akhli, Gumilar & Halkis read Hveem (fn. 18, p. "
        "70), regionalization may follow from regionalism: this looks only at the order in time, which is no evidence "
        "of cause, and depends on what the case records. As states are members only once there is an organization, "
        "its founding comes before such exercises by construction. Agreements are dated by year: in the same year the "
        "order cannot be told.",
        "Jarak tahun dari aturan atau badan pertama yang tercatat sampai latihan pertama yang tercatat dalam kerangka "
        "organisasi atau hanya antaranggota; negatif bila latihan lebih dulu. Menurut pembacaan Akhli, Gumilar & "
        "Halkis atas Hveem (cat. 18, hlm. 70), regionalisasi dapat lahir dari regionalisme: di sini hanya dilihat "
        "urutan waktunya, yang bukan bukti sebab-akibat dan bergantung pada apa yang tercatat dalam kasus. Karena "
        "negara baru menjadi anggota setelah organisasi ada, pendiriannya dengan sendirinya mendahului latihan "
        "semacam itu. Persetujuan diberi tahun saja: pada tahun yang sama urutannya tidak dapat ditentukan.",
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
    record="whole",
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
                {"exercise": "a", "year": 2002, "last_year": 2002, "setting": "members"},
                {"exercise": "b", "year": 2003, "last_year": 2003, "setting": "members"},
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
