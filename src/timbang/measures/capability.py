"""Capabilities of members and outside powers: the CINC of each, year by year, from the case's figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures._cinc import COMPONENTS, SINGER, WORDS
from timbang.measures._figures import READ, YEARS, figure, given, on_states, references, result
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.store.views import Views

EXTRA = {**dict.fromkeys(COMPONENTS, "float"), "components": "int", "missing": "strings", "version": "string"}


def compute(views: Views, setting: Setting) -> pa.Table:
    """One row per member or outside power and year."""
    found = given(views, "cinc", *(f"cinc_{name}" for name in COMPONENTS))
    rows = []
    for state, year, cinc in on_states(found["cinc"], (*setting.members, *setting.outside)):
        parts = {name: found[f"cinc_{name}"].get((state, "", year)) for name in COMPONENTS}
        rows.append({
            "state": state, "year": year, "value": cinc and cinc["value"], "version": cinc and cinc["version"],
            **{name: part and part["value"] for name, part in parts.items()},
            "components": sum(part is not None for part in parts.values()),
            "missing": [name for name, part in parts.items() if part is None],
            "evidence": references([cinc, *parts.values()]),
        })  # fmt: skip
    return result(rows, {"state": "string", "year": "int", **EXTRA})


MEASURE = Measure(
    name="capability",
    label=Text("Capabilities of members and outside powers", "Kapabilitas anggota dan kekuatan luar"),
    definition=Text(
        "Composite index of national capability (CINC): the mean of a state's shares of the world's military "
        "expenditure and personnel, iron and steel, primary energy, total and urban population, over those that are "
        f"known of it that year. The shares stand beside it, and which are missing. {YEARS.en} {READ.en}",
        "Indeks gabungan kapabilitas nasional (CINC): rerata bagian suatu negara dari belanja dan personel militer, "
        "besi dan baja, energi primer, penduduk seluruhnya dan perkotaan di dunia, atas yang diketahui tentangnya pada "
        f"tahun itu. Tiap bagian dicantumkan di sampingnya, juga mana yang hilang. {YEARS.id} {READ.id}",
    ),
    family="power",
    kind="array",
    needs=("figures",),
    by=("state", "year"),
    unit=Text("share of the world", "bagian dari dunia"),
    range=(0, 1),
    citation=SINGER,
    statement=Text(
        "{state}, {year}: CINC of {value}, from {components} of its six components.",
        "{state}, {year}: CINC sebesar {value}, dari {components} di antara enam komponennya.",
    ),
    unknown=Text("{state}, {year}: CINC is not known.", "{state}, {year}: CINC tidak diketahui."),
    extra=EXTRA,
    words=WORDS,
    chart="lines",
    draw={"x": "year", "panel": "state"},
    order=10,
    compute=compute,
    example=Example(
        # Of OUT nothing is known in 2001; the figure without a version is what some publication says.
        setting=Setting(organization="TST", first_year=2001, last_year=2002, members=("AAA",), outside=("OUT",)),
        views={
            "figures": [
                figure("AAA", 2001, "cinc", 0.2, 2),
                figure("AAA", 2001, "cinc_milex", 0.3, 3),
                figure("AAA", 2001, "cinc_tpop", 0.1, 4),
                figure("AAA", 2002, "cinc", 0.25, 5),
                figure("OUT", 2002, "cinc", 0.5, 6),
                figure("OUT", 2001, "cinc", 0.4, 7) | {"version": None},
                figure("XXX", 2000, "cinc", 0.1, 8),
            ],
        },
        expect=[
            {"state": "AAA", "year": 2001, "value": 0.2, "milex": 0.3, "tpop": 0.1, "milper": None, "components": 2,
             "missing": ["milper", "irst", "pec", "upop"], "version": "d 1",
             "evidence": ["figures:2", "figures:3", "figures:4"]},
            {"state": "AAA", "year": 2002, "value": 0.25, "components": 0, "evidence": ["figures:5"]},
            {"state": "OUT", "year": 2001, "value": None, "version": None, "evidence": []},
            {"state": "OUT", "year": 2002, "value": 0.5, "evidence": ["figures:6"]},
        ],
    ),
)  # fmt: skip
