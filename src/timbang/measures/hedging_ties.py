"""Hedging: ties that a state holds at the same time to both of two poles that are declared rivals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.errors import misuse
from timbang.measures import _partners
from timbang.measures._panel import STATE, in_system, span, states
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables

ARMS_YEARS = 5
RIVALS = "rival-poles"  # the group by which a case declares them


def compute(views: Tables, setting: Setting, poles: tuple[str, ...] = ()) -> Any:
    """One row per state of the system but the poles, and year; UsageError unless `poles` are two states, or none.

    Without `poles`, the case's group RIVALS is taken; that a power is outside does not make it a rival of another.
    """
    import ibis

    poles = poles or setting.groups.get(RIVALS, ())
    if poles and len(set(poles)) != 2:
        raise misuse("hedging is between two rival poles", value=", ".join(poles), expected="two states")
    first, second = poles or ("", "")
    held = _ties(views, setting, first, second)
    s = _covered(views, setting)
    s = s.filter(s.state.notin([first, second]))
    found = s.left_join(held, STATE).select(*STATE, "kinds", "ties1", "ties2")
    told = (found.kinds > 0) & ibis.literal(bool(first))
    ties = {name: ibis.ifelse(told, found[name].fill_null(0), None) for name in ("ties1", "ties2")}
    return found.select(*STATE, "kinds", **ties, value=ibis.least(*ties.values()))


def _ties(views: Tables, setting: Setting, first: str, second: str) -> Any:
    """state, year, ties1, ties2: how many kinds of tie the state holds to each pole."""
    kinds = (
        _partners.allied(views, setting),
        _partners.agreed(views, setting).drop("assumed"),
        _partners.exercised(views, setting)[0],
        _partners.supplied(views, setting, ARMS_YEARS),
    )
    held = [k.filter((k.amount > 0) & k.state2.isin([first, second])).select("state1", "state2", "year") for k in kinds]
    every = held[0].union(*held[1:])
    return every.group_by(state=every.state1, year=every.year).agg(
        ties1=(every.state2 == first).sum(), ties2=(every.state2 == second).sum()
    )


def _covered(views: Tables, setting: Setting) -> Any:
    """state, year, kinds: the system's states, and how many kinds of tie the data cover that year."""
    found = states(views, setting).mutate(kinds=0)
    for table, year, before in (
        (views.atop_dyads, "year", 0),
        (views.dcad, "signed", 0),
        (views.mme_participants, "year", 0),
        (views.arms_tiv, "year", ARMS_YEARS - 1),
    ):
        both = found.cross_join(span(table, year))
        covers = both.year.between(both.first + before, both.last).fill_null(False)
        found = both.select(*STATE, kinds=both.kinds + covers.cast("int64"))
    return found


MEASURE = Measure(
    name="hedging_ties",
    level="state-year",
    label=Text("Ties held to both rival poles at the same time", "Ikatan dengan kedua kutub yang bersaing sekaligus"),
    definition=Text(
        "Of four kinds of tie (alliance in ATOP, defence agreement in force in DCAD, exercise together in the year in "
        "MME, arms received in the five years to the year in SIPRI), how many the state holds to the pole to which it "
        "holds fewer (ties1, ties2): 0 unless it is tied to both at the same time. The poles are those declared as "
        "rivals, by the parameter poles or by the case's group rival-poles; missing where none are. kinds: how many "
        "kinds the data cover that year; compare only years in which they are the same.",
        "Dari empat jenis ikatan (aliansi menurut ATOP, perjanjian pertahanan yang berlaku menurut DCAD, latihan "
        "bersama pada tahun itu menurut MME, senjata yang diterima dalam lima tahun sampai tahun itu menurut SIPRI), "
        "berapa yang dimiliki negara itu dengan kutub yang ikatannya lebih sedikit (ties1, ties2): 0 kecuali bila "
        "terikat dengan keduanya sekaligus. Kutub adalah yang dinyatakan bersaing, melalui parameter poles atau "
        "kelompok rival-poles dalam kasus itu; tidak ada nilai bila tidak dinyatakan. kinds: berapa jenis yang "
        "tercakup data tahun itu; bandingkan hanya tahun-tahun dengan kinds yang sama.",
    ),
    family="interest",
    kind="table",
    needs=("system", "atop_dyads", "dcad", "mme_participants", "arms_tiv"),
    by=STATE,
    unit=Text("kinds of tie", "jenis ikatan"),
    range=(0, 4),
    citation="Kuik, Cheng-Chwee. 2008. “The Essence of Hedging: Malaysia and Singapore's Response to a Rising "
    f"China.” Contemporary Southeast Asia 30 (2); the count is timbang's. {_partners.KINNE} {_partners.DORAZIO} "
    f"{_partners.SIPRI}",
    extra={"kinds": "int", "ties1": "int", "ties2": "int"},
    order=63,
    compute=compute,
    example=Example(
        # KAZ: allied, agreed and exercising with RUS, agreed and exercising with the USA. BLR: allied with RUS only.
        # Arms go back to 1999: too short for five years, so three kinds are covered.
        setting=Setting(organization="TST", first_year=2001, last_year=2001, groups={RIVALS: ("RUS", "USA")}),
        views={
            "system": in_system("BLR", "KAZ", "RUS", "USA"),
            "atop_dyads": [
                {"state1": pair[0], "state2": pair[1], "year": 2001, "defense": 1, "offense": 0, "neutral": 0,
                 "nonagg": 0, "consul": 1} for pair in (("KAZ", "RUS"), ("BLR", "RUS"))
            ],
            "dcad": [
                {"agreement": "1", "state1": "KAZ", "state2": "RUS", "signed": 2000},
                {"agreement": "2", "state1": "KAZ", "state2": "USA", "signed": 2001, "in_force": 2001},
            ],
            "mme_participants": [
                {"exercise": "a", "state": code, "year": 2001, "certain": True} for code in ("KAZ", "RUS", "USA")
            ],
            "arms_tiv": [
                {"supplier": "USA", "recipient": "BLR", "year": 1999, "tiv": 5.0},
                {"supplier": "RUS", "recipient": "KAZ", "year": 2001, "tiv": 5.0},
            ],
        },
        expect=[
            {"state": "BLR", "year": 2001, "value": 0, "kinds": 3, "ties1": 1, "ties2": 0},
            {"state": "KAZ", "year": 2001, "value": 2, "kinds": 3, "ties1": 3, "ties2": 2},
        ],
    ),
)  # fmt: skip
