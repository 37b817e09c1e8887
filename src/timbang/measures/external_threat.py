"""External threat to a state: the probability that at least one other state is a danger to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._panel import STATE
from timbang.measures._threat import EXAMPLE, NEEDS, components, multiplied
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


PEAK = 0.1  # probability from one state at which all components stand at 1: a choice


def compute(views: Tables, setting: Setting, peak: float = PEAK) -> Any:
    """One row per state of the system and year. `peak` is below 1."""
    import ibis

    x = components(views, setting)
    x = x.mutate(p=peak * multiplied(x))
    summed = x.group_by(state="state1", year="year").agg(
        left=(1 - x.p).ln().sum(), states=x.p.count(), missing=x.p.isnull().sum()
    )
    # of one rival whose figures are missing for a year the threat would seem to end: then only a lower bound is known
    least = 1 - summed.left.exp()
    value = ibis.ifelse(summed.missing == 0, least, None)
    return summed.select(*STATE, "states", "missing", least=least, value=value)


MEASURE = Measure(
    name="external_threat",
    label=Text("External threat", "Ancaman dari luar"),
    definition=Text(
        "1 - product over the other states of (1 - p), p = 0.1 * `threat_multiplied` of each of them to the state: "
        "after the idea of Nordhaus, Oneal & Russett of a yearly probability that at least one state is a danger. "
        "Their p is estimated from data on disputes; here p is stated, so that the value orders states and years and "
        "is no forecast. `states`: how many others have a p; `missing`: how many have none. Null where any has none; "
        "`least` is the value over those that have one, which the whole is not below.",
        "1 - hasil kali (1 - p) atas negara-negara lain, p = 0,1 * `threat_multiplied` masing-masing terhadap negara "
        "itu: mengikuti gagasan Nordhaus, Oneal & Russett tentang peluang tahunan bahwa sekurang-kurangnya satu negara "
        "berbahaya. p mereka ditaksir dari data sengketa; di sini p ditetapkan, sehingga nilainya mengurutkan negara "
        "dan tahun serta bukan ramalan. `states`: berapa negara lain yang punya p; `missing`: berapa yang tidak. "
        "Kosong bila ada yang tidak; `least` adalah nilai atas yang punya p, dan nilai seluruhnya tidak lebih rendah.",
    ),
    family="threat",
    kind="table",
    level="state-year",
    needs=NEEDS,
    by=STATE,
    unit=Text("probability given the stated p", "peluang dengan p yang ditetapkan"),
    range=(0, 1),
    citation="Nordhaus, William, John R. Oneal & Bruce Russett. 2012. The Effects of the International Security "
    "Environment on National Military Expenditures: A Multicountry Study.",
    extra={"states": "int", "missing": "int", "least": "float"},
    compute=compute,
    example=Example(
        # As in threat_multiplied: .1 * .75 * .5 * .75 * .5 towards A, nothing towards B. E, of which no capability is
        # known, was in no dispute with either: its threat is zero for want of intentions.
        setting=Setting(organization="TST", first_year=2001, last_year=2001),
        views={**EXAMPLE, "system": [*EXAMPLE["system"], {"state": "EEE", "year": 2001}]},
        expect=[
            {"state": "AAA", "year": 2001, "value": 0.0140625, "states": 2, "missing": 0, "least": 0.0140625},
            {"state": "BBB", "year": 2001, "value": 0.0, "states": 2, "missing": 0},
            {"state": "EEE", "year": 2001, "value": 0.0, "states": 2, "missing": 0},
        ],
    ),
)
