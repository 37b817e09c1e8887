"""Parity: the weaker state's capability relative to the stronger one's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._cinc import even, facing
from timbang.measures._panel import PAIR
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables

BAND = 0.8  # the lower end; see the definition


def compute(views: Tables, setting: Setting, band: float = BAND) -> Any:
    """One row per pair of states with a row in NMC and year."""
    import ibis

    x = facing(views, setting)
    x = x.filter(x.state1 < x.state2)
    known = x.cinc1.notnull() & x.cinc2.notnull()
    ratio = ibis.least(x.cinc1, x.cinc2) / ibis.greatest(x.cinc1, x.cinc2).nullif(0)
    ratio = ibis.ifelse(known, ratio.round(12), None)  # else .8 of two shares falls short by a rounding error
    stronger = ibis.cases((x.cinc1 > x.cinc2, x.state1), (x.cinc2 > x.cinc1, x.state2))
    return x.select(*PAIR, value=ratio, parity=ratio >= band, stronger=stronger)


MEASURE = Measure(
    name="parity",
    label=Text(
        "Ratio of the weaker's capability to the stronger's", "Nisbah kapabilitas yang lemah terhadap yang kuat"
    ),
    definition=Text(
        "CINC of the weaker state divided by CINC of the stronger. `parity`: the ratio is at least 0.8; this is a "
        "choice, after a band of 0.8 to 1.2 around the dominant state's capability that is quoted in work on power "
        "transitions but was not checked in the original; only its lower end applies where the weaker is set against "
        "the stronger. `stronger` is null where both are equal.",
        "CINC negara yang lebih lemah dibagi CINC yang lebih kuat. `parity`: nisbahnya sekurang-kurangnya 0,8; ini "
        "suatu pilihan, mengikuti rentang 0,8 sampai 1,2 di sekitar kapabilitas negara dominan yang dikutip dalam "
        "kajian transisi kekuasaan tetapi belum diperiksa pada naskah aslinya; hanya batas bawahnya yang berlaku bila "
        "yang lemah dibandingkan dengan yang kuat. `stronger` kosong bila keduanya setara.",
    ),
    family="power",
    kind="table",
    level="dyad-year",
    needs=("nmc",),
    by=PAIR,
    unit=Text("ratio", "nisbah"),
    range=(0, 1),
    citation="Organski, A. F. K. & Jacek Kugler. 1980. The War Ledger.",
    extra={"parity": "bool", "stronger": "string"},
    compute=compute,
    example=Example(
        # 40, 50 and 10: 4 / 5, just within the band, 1 / 4 and 1 / 5.
        setting=Setting(organization="TST", first_year=2001, last_year=2001),
        views={"nmc": even(AAA=40.0, BBB=50.0, CCC=10.0)},
        expect=[
            {"state1": "AAA", "state2": "BBB", "year": 2001, "value": 0.8, "parity": True, "stronger": "BBB"},
            {"state1": "AAA", "state2": "CCC", "year": 2001, "value": 0.25, "parity": False, "stronger": "AAA"},
            {"state1": "BBB", "state2": "CCC", "year": 2001, "value": 0.2, "parity": False, "stronger": "BBB"},
        ],
    ),
)
