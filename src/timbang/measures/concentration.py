"""Concentration of capabilities (CON) within a group of states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _concentration
from timbang.measures._cinc import even
from timbang.measures._panel import in_system
from timbang.model import Setting
from timbang.registry import Example
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per year."""
    import ibis

    c = _concentration.concentrated(views, setting)
    least = 1 / c.states.cast("float64").nullif(0)
    spread = (c.squares - least) / (1 - least).nullif(0)
    # equal shares can leave a difference of a rounding error below zero
    value = ibis.ifelse(spread.isnull(), None, ibis.greatest(spread, 0.0)).sqrt()
    return c.select("year", "states", "missing", value=value)


MEASURE = _concentration.measure(
    name="concentration",
    label=Text("Concentration of capabilities (CON)", "Konsentrasi kapabilitas (CON)"),
    formula=Text(
        "CON = sqrt((sum of s^2 - 1/N) / (1 - 1/N)), s being each state's share of the CINC of the states asked for "
        "(all of the system where none are named) and N how many of them have one: 0 if all are equal, 1 if one has "
        "everything; null below two states.",
        "CON = sqrt((jumlah s^2 - 1/N) / (1 - 1/N)); s ialah bagian tiap negara dari CINC negara-negara yang diminta "
        "(seluruh sistem bila tidak ada yang disebut) dan N banyaknya negara yang punya nilai: 0 bila semua setara, 1 "
        "bila satu negara memegang semuanya; kosong bila kurang dari dua negara.",
    ),
    unit=Text("index from 0 to 1", "indeks dari 0 sampai 1"),
    range=(0, 1),
    citation="Ray, James Lee & J. David Singer. 1973. Measuring the Concentration of Power in the International "
    "System.",
    compute=compute,
    example=Example(
        # Shares .4 .3 .2 .1: squares .30; (.30 - .25) / .75 = 1 / 15.
        setting=Setting(organization="TST", first_year=2001, last_year=2001),
        views={
            "nmc": even(AAA=40.0, BBB=30.0, CCC=20.0, DDD=10.0),
            "system": in_system("AAA", "BBB", "CCC", "DDD", "EEE"),
        },
        expect=[{"year": 2001, "value": (1 / 15) ** 0.5, "states": 4, "missing": 1}],
    ),
)
