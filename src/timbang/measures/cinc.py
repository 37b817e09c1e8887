"""CINC: a state's mean share of the world's military, industrial and demographic capabilities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._cinc import COMPONENTS, SINGER, mean, shares
from timbang.measures._panel import STATE, asked, lacking
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per state and year of NMC, with the share of each component and the step that missing ones make."""
    import ibis

    found = shares(asked(views.nmc, setting, before=1))
    found = found.mutate(value=mean([found[name] for name in COMPONENTS]))
    before = found.select("state", year=found.year + 1, **{f"{name}_before": found[name] for name in EVERY})
    x = found.left_join(before, STATE)
    x = x.filter(x.year >= setting.first_year)
    both = {name: x[name].notnull() & x[f"{name}_before"].notnull() for name in COMPONENTS}
    then = mean([ibis.ifelse(both[name], x[f"{name}_before"], None) for name in COMPONENTS])
    now = mean([ibis.ifelse(both[name], x[name], None) for name in COMPONENTS])
    differ = [x[name].isnull() != x[f"{name}_before"].isnull() for name in COMPONENTS]
    return x.select(
        *STATE, "value", *COMPONENTS,
        components=sum(x[name].notnull().cast("int64") for name in COMPONENTS),
        missing=lacking(x, COMPONENTS),
        stepped=ibis.ifelse(x.value_before.notnull(), ibis.or_(*differ), None),
        step=(x.value - x.value_before) - (now - then),
    )  # fmt: skip


EVERY = (*COMPONENTS, "value")
ALIKE = dict.fromkeys(COMPONENTS, 50.0)
HALVES = dict.fromkeys(COMPONENTS[1:], 0.5)
MEASURE = Measure(
    name="cinc",
    label=Text("Composite index of national capability (CINC)", "Indeks gabungan kapabilitas nasional (CINC)"),
    definition=Text(
        "Mean, over the components that are not missing for the state in the year, of its share of the world's total "
        "(over the states with a value): military expenditure (milex) and personnel (milper), iron and steel (irst), "
        "primary energy (pec), total and urban population (tpop, upop). Each share is given beside it, with how many "
        "components were used and which are missing. `stepped`: a component is there in only one of this year and the "
        "year before; `step` is what that alone adds to CINC: its change less the change of CINC computed on the "
        "components of both years. Null where the year before is not known.",
        "Rerata bagian negara dari jumlah dunia (atas negara yang nilainya ada), atas komponen yang tidak hilang bagi "
        "negara itu pada tahun itu: belanja (milex) dan personel militer (milper), besi dan baja (irst), energi primer "
        "(pec), penduduk seluruhnya dan perkotaan (tpop, upop). Tiap bagian disertakan, juga banyaknya komponen yang "
        "dipakai dan mana yang hilang. `stepped`: suatu komponen hanya ada pada salah satu dari tahun ini dan tahun "
        "sebelumnya; `step` ialah perubahan CINC yang semata-mata berasal dari situ: perubahannya dikurangi perubahan "
        "CINC yang dihitung atas komponen yang ada pada kedua tahun. Kosong bila tahun sebelumnya tidak diketahui.",
    ),
    family="power",
    kind="table",
    level="state-year",
    needs=("nmc",),
    by=STATE,
    unit=Text("share of the world", "bagian dari dunia"),
    range=(0, 1),
    citation=SINGER,
    extra=dict.fromkeys(COMPONENTS, "float")
    | {"components": "int", "missing": "string", "stepped": "bool", "step": "float"},
    compute=compute,
    example=Example(
        # 2000: A has 30 of 40 in expenditure and half of the rest, 3.25 / 6; B 2.75 / 6. 2001: B's expenditure is
        # missing. A: (1 + 5 * .5) / 6; B: (5 * .5) / 5 = .5, on the five components of both years .5 and .5.
        setting=Setting(organization="TST", first_year=2001, last_year=2001),
        views={
            "nmc": [
                {"state": "AAA", "year": 2000, **ALIKE, "milex": 30.0},
                {"state": "BBB", "year": 2000, **ALIKE, "milex": 10.0},
                {"state": "AAA", "year": 2001, **ALIKE, "milex": 30.0},
                {"state": "BBB", "year": 2001, **ALIKE, "milex": None},
            ],
        },
        expect=[
            {"state": "AAA", "year": 2001, "value": 3.5 / 6, "milex": 1.0, **HALVES, "components": 6,
             "missing": None, "stepped": False, "step": 0.0},
            {"state": "BBB", "year": 2001, "value": 0.5, "milex": None, **HALVES, "components": 5,
             "missing": "milex", "stepped": True, "step": 0.5 - 2.75 / 6},
        ],
    ),
)  # fmt: skip
