"""Figures of data sets in a case: of each variable how many, on which years, and how many are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures._cinc import WORDS
from timbang.measures._figures import Row, figure, given, on_states, references, result
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.store.views import Views

EXTRA = {
    "states": "int", "first_year": "int", "last_year": "int", "missing": "int", "version": "strings",
    "source": "strings",
}  # fmt: skip


def compute(views: Views, setting: Setting) -> pa.Table:
    """One row per variable that has figures of a data set."""
    table = views.figures
    names = {row["variable"] for row in table.to_pylist() if row["version"] is not None}
    about = (*setting.members, *setting.outside)
    rows: list[Row] = []
    for name, of in given(views, *sorted(names)).items():
        on_pairs = any(towards for _, towards, _ in of)
        years = [year for _, _, year in of]
        rows.append({
            "variable": name, "value": len(of), "states": len({state for state, _, _ in of}),
            "first_year": min(years, default=None), "last_year": max(years, default=None),
            "missing": None if on_pairs else sum(row is None for _, _, row in on_states(of, about)),
            **{column: sorted({row[column] for row in of.values() if row[column]}) for column in ("version", "source")},
            "evidence": references(of.values()),
        })  # fmt: skip
    return result(rows, {"variable": "string", **EXTRA})


MEASURE = Measure(
    name="figures_of_data_sets",
    label=Text("Figures of data sets in this case", "Angka dari kumpulan data dalam kasus ini"),
    definition=Text(
        "The measures of power, threat and interest rest on figures that data sets give. Of each variable: how many "
        "figures the case has, on how many states, the first and the last year, and how many years of members and "
        "outside powers between are `missing` (for a variable on pairs of states, for which the case may hold only "
        "some years, that is not counted).",
        "Ukuran kekuatan, ancaman, dan kepentingan bersandar pada angka dari kumpulan data. Untuk tiap variabel: "
        "banyaknya angka dalam kasus, atas berapa negara, tahun pertama dan terakhir, serta berapa tahun dari para "
        "anggota dan kekuatan luar di antaranya yang hilang (`missing`; untuk variabel atas pasangan negara, yang "
        "mungkin hanya ada untuk sebagian tahun, hal itu tidak dihitung).",
    ),
    family="power",
    kind="array",
    needs=("figures",),
    by=("variable",),
    unit=Text("figures", "angka"),
    range=(0, None),
    citation="Count; each row names its source.",
    statement=Text(
        "{variable}: {value} figures on {states} states, {first_year}-{last_year} ({version}), according to {source}.",
        "{variable}: {value} angka atas {states} negara, {first_year}-{last_year} ({version}), menurut {source}.",
    ),
    unknown=Text("{variable}: no figures.", "{variable}: tidak ada angka."),
    extra=EXTRA,
    words={
        "missing": Text("missing state-years", "tahun-negara yang hilang"),
        "cinc": Text("CINC", "CINC"),
        **{f"cinc_{name}": Text(f"CINC: {words.en}", f"CINC: {words.id}") for name, words in WORDS.items()},
        "expenditure": Text("military expenditure", "belanja militer"),
        "polyarchy": Text("polyarchy", "poliarki"),
        "ideal_point": Text("ideal point", "titik ideal"),
        "proximity": Text("proximity", "kedekatan"),
        "offensive_intentions": Text("offensive intentions", "niat ofensif"),
        "arms_share": Text("share of arms imports", "porsi impor senjata"),
        "trade_share": Text("share of trade", "porsi perdagangan"),
        "agreement_share": Text("share of defence agreements", "porsi perjanjian pertahanan"),
        "exercise_share": Text("share of exercises", "porsi latihan"),
    },
    chart="table",
    order=5,
    compute=compute,
    example=Example(
        # Of AAA and OUT in 2001 and 2002 one figure is missing; what a publication says is not counted.
        setting=Setting(organization="TST", first_year=2001, last_year=2002, members=("AAA",), outside=("OUT",)),
        views={
            "figures": [
                figure("AAA", 2001, "cinc", 0.2, 2),
                figure("AAA", 2002, "cinc", 0.2, 3),
                figure("OUT", 2002, "cinc", 0.2, 4),
                figure("AAA", 2002, "arms_share", 0.5, 5, "OUT"),
                figure("AAA", 2002, "budget", 0.5, 6) | {"version": None},
            ],
        },
        expect=[
            {"variable": "arms_share", "value": 1, "states": 1, "first_year": 2002, "last_year": 2002,
             "missing": None, "version": ["d 1"], "source": ["s"], "evidence": ["figures:5"]},
            {"variable": "cinc", "value": 3, "states": 2, "first_year": 2001, "last_year": 2002, "missing": 1,
             "evidence": ["figures:2", "figures:3", "figures:4"]},
        ],
    ),
)  # fmt: skip
