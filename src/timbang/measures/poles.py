"""Poles: how many states have more than half of the strongest one's capability."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._cinc import even
from timbang.measures._panel import in_system
from timbang.measures._poles import HALF, RULE, SCHWELLER, towards_strongest
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per year."""
    c = towards_strongest(views, setting)
    counted = c.group_by("year").agg(
        found=(c.ratio > HALF).cast("int64").sum(),
        names=c.state.collect(where=c.ratio > HALF, distinct=True).sort().join("|"),
        missing=c.ratio.isnull().sum(),
    )
    return counted.select("year", "missing", names=counted.names.nullif(""), value=counted.found)


MEASURE = Measure(
    name="poles",
    label=Text("Number of poles", "Banyaknya kutub"),
    definition=Text(
        f"How many states are poles. {RULE.en} `names` are their codes, in alphabetical order; `missing` counts states "
        "of the system without CINC.",
        f"Berapa negara yang menjadi kutub. {RULE.id} `names` ialah kode mereka menurut abjad; `missing` menghitung "
        "negara dalam sistem yang CINC-nya tidak ada.",
    ),
    family="power",
    kind="table",
    level="year",
    needs=("nmc", "system"),
    by=("year",),
    unit=Text("states", "negara"),
    range=(1, None),
    citation=SCHWELLER,
    extra={"names": "string", "missing": "int"},
    compute=compute,
    example=Example(
        # 2001: half of 40 is 20, so 21 is a pole and 20 is not. 2002: nobody's capability is known.
        setting=Setting(organization="TST", first_year=2001, last_year=2002),
        views={
            "nmc": even(AAA=21.0, BBB=40.0, CCC=20.0),
            "system": in_system("AAA", "BBB", "CCC") + in_system("AAA", year=2002),
        },
        expect=[
            {"year": 2001, "value": 2, "names": "AAA|BBB", "missing": 0},
            {"year": 2002, "value": None, "names": None, "missing": 1},
        ],
    ),
)
