"""Who exercises without whom: exercises in which one state, or set of states, took part and another did not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from timbang.measures import _absence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def compute(
    views: Views,
    setting: Setting,
    with_all: Sequence[str] = (),
    with_any: Sequence[str] = (),
    without: Sequence[str] = (),
) -> Any:
    """One row per ordered pair of members; with parameters one row, for the sets of states they name.

    Each parameter lists codes of states and names of the case's groups: every one of `with_all`, at
    least one of `with_any` and none of `without` take part. That row has a further column `set`.
    """
    if not (with_all or with_any or without):
        return _absence.pairs(views)
    return _absence.sets(views, setting, with_all, with_any, without)


MEASURE = Measure(
    name="exercises_without",
    label=Text("Who exercises without whom", "Siapa berlatih tanpa siapa"),
    definition=Text(
        "Number of joint exercises in which the first took part and the second did not, when both were members on "
        "the first day. The lower bound asks that presence and absence both be certain; the upper that they be "
        "possible: a participant in doubt, or an incomplete list of participants, leaves absence open. Sets of states "
        "are compared alike, whatever their membership.",
        "Jumlah latihan bersama yang diikuti pihak pertama tanpa pihak kedua, ketika keduanya menjadi anggota pada "
        "hari pertama. Batas bawah mensyaratkan kehadiran dan ketidakhadiran yang pasti, batas atas yang mungkin: "
        "peserta yang diragukan atau daftar peserta yang tidak lengkap membuat ketidakhadiran tidak pasti. Kumpulan "
        "negara dibandingkan dengan cara yang sama, tanpa melihat keanggotaannya.",
    ),
    family="regionalization",
    kind="table",
    needs=("exercises", "participation", "members"),
    by=("state", "without"),
    unit=Text("exercises", "latihan"),
    range=(0, None),
    citation="Count.",
    statement=Text(
        "Joint exercises with {state} and without {without}: {value}.",
        "Latihan bersama yang diikuti {state} tanpa {without}: {value}.",
    ),
    unknown=Text(
        "How often {state} exercised without {without} is not known.",
        "Berapa kali {state} berlatih tanpa {without} tidak diketahui.",
    ),
    chart="matrix",
    draw={"x": "without", "y": "state"},
    order=45,
    compute=compute,
    example=Example(
        # a: CHN and RUS. b: CHN, its roster open, so RUS may have been there. c: RUS alone, a question mark at CHN.
        # IND joined in 2003, after d and before c, the only exercises of that year.
        views={
            "exercises": [
                {"exercise": "b", "roster": "open"},
                {"exercise": "c", "roster": "complete", "members": ["CHN", "RUS", "IND"]},
                {"exercise": "d", "roster": "complete", "members": ["CHN", "RUS"]},
            ],
            "members": [
                *({"year": year, "state": state} for year in (2002, 2003) for state in ("CHN", "RUS")),
                {"year": 2003, "state": "IND"},
            ],
            "participation": [
                {"exercise": "a", "year": 2002, "state": "CHN", "value": 1, "low": 1, "high": 1, "named": 1},
                {"exercise": "a", "year": 2002, "state": "RUS", "value": 1, "low": 1, "high": 1, "named": 1},
                {"exercise": "b", "year": 2002, "state": "CHN", "value": 1, "low": 1, "high": 1, "named": 1},
                {"exercise": "b", "year": 2002, "state": "RUS", "value": 0, "low": 0, "high": 1, "named": 0},
                {"exercise": "c", "year": 2003, "state": "RUS", "value": 1, "low": 1, "high": 1, "named": 1},
                {"exercise": "c", "year": 2003, "state": "CHN", "value": 0, "low": 0, "high": 1, "named": 1},
                *(
                    {"exercise": "d", "year": 2003, "state": state, "value": 1, "low": 1, "high": 1, "named": 1}
                    for state in ("CHN", "RUS")
                ),
            ],
        },
        expect=[
            {"state": "CHN", "without": "RUS", "value": 1, "low": 0, "high": 1, "evidence": ["exercises:b"]},
            {"state": "RUS", "without": "CHN", "value": 1, "low": 0, "high": 1, "evidence": ["exercises:c"]},
            {"state": "CHN", "without": "IND", "value": 0, "low": 0, "high": 1, "evidence": ["exercises:c"]},
            {"state": "RUS", "without": "IND", "value": 1, "low": 1, "high": 1, "evidence": ["exercises:c"]},
            {"state": "IND", "without": "CHN", "value": 0, "low": 0, "high": 0, "evidence": []},
            {"state": "IND", "without": "RUS", "value": 0, "low": 0, "high": 0, "evidence": []},
        ],
    ),
)
