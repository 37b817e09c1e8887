"""What part of each member's arms imports, trade, defence agreements and exercises is with each outside power."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures._figures import READ, Given, Row, figure, given, references, result
from timbang.measures._partners import DORAZIO, KINNE, SIPRI
from timbang.measures._trade import BARBIERI
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.store.views import Views

TIES = {
    "arms_share": Text("arms imports", "impor senjata"),
    "trade_share": Text("trade", "perdagangan"),
    "agreement_share": Text("defence agreements", "perjanjian pertahanan"),
    "exercise_share": Text("exercises", "latihan"),
}


def compute(views: Views, setting: Setting) -> pa.Table:
    """One row per member, outside power and kind of tie that the case has figures on, of the latest year."""
    found = given(views, *TIES)
    rows = [
        _latest(state, towards, tie, found[tie])
        for tie in TIES if found[tie]
        for state in setting.members
        for towards in setting.outside if towards != state
    ]  # fmt: skip
    return result(rows, {"state": "string", "towards": "string", "variable": "string", "year": "int",
                         "version": "string"})  # fmt: skip


def _latest(state: str, towards: str, tie: str, rows: Given) -> Row:
    one = max((row for (a, b, _), row in rows.items() if (a, b) == (state, towards)),
              key=lambda row: int(row["year"]), default=None)  # fmt: skip
    told = {"state": state, "towards": towards, "variable": tie, "evidence": references([one])}
    return told | ({name: one[name] for name in ("value", "year", "version")} if one else {})


MEASURE = Measure(
    name="outside_shares",
    label=Text("Ties to the outside powers, by share", "Ikatan dengan kekuatan luar, menurut porsi"),
    definition=Text(
        "What part of a member's arms imports, of its trade, of its bilateral defence agreements in force and of its "
        "multinational exercises was with the outside power, in the latest year that the case has a figure for; the "
        "year stands beside it. 0: the data list others and not the outside power. Not known: the data list nothing of "
        f"that kind on the member in the years that the case has, or do not cover it. {READ.en}",
        "Bagian dari impor senjata seorang anggota, perdagangannya, perjanjian pertahanan bilateralnya yang berlaku, "
        "dan latihan multinasionalnya yang melibatkan kekuatan luar itu, pada tahun terakhir yang ada angkanya dalam "
        "kasus; tahunnya dicantumkan. 0: data mencatat pihak lain, bukan kekuatan luar itu. Tidak diketahui: data "
        f"tidak mencatat apa pun tentang hal itu pada tahun-tahun dalam kasus, atau tidak mencakupnya. {READ.id}",
    ),
    family="interest",
    kind="array",
    needs=("figures",),
    by=("state", "towards", "variable"),
    unit=Text("share", "proporsi"),
    range=(0, 1),
    citation=f"{SIPRI} {BARBIERI} {KINNE} {DORAZIO}",
    statement=Text(
        "{state}, {variable} with {towards}: {percent} in {year} ({version}).",
        "{state}, {variable} dengan {towards}: {percent} pada {year} ({version}).",
    ),
    unknown=Text(
        "{state}, {variable} with {towards}: the share is not known.",
        "{state}, {variable} dengan {towards}: porsinya tidak diketahui.",
    ),
    extra={"year": "int", "version": "string"},
    words=TIES,
    chart="matrix",
    draw={"x": "variable", "y": "state", "colour": "value"},
    order=40,
    compute=compute,
    example=Example(
        # Of BBB's arms nothing is known; on the other kinds the case has no figures.
        setting=Setting(organization="TST", first_year=2001, last_year=2002, members=("AAA", "BBB"), outside=("OUT",)),
        views={
            "figures": [
                figure("AAA", 1995, "arms_share", 0.5, 2, "OUT"),
                figure("AAA", 2000, "arms_share", 0.25, 3, "OUT"),
                figure("AAA", 2000, "arms_share", 0.75, 4, "BBB"),
            ],
        },
        expect=[
            {"state": "AAA", "towards": "OUT", "variable": "arms_share", "value": 0.25, "year": 2000,
             "version": "d 1", "evidence": ["figures:3"]},
            {"state": "BBB", "towards": "OUT", "variable": "arms_share", "value": None, "year": None, "evidence": []},
        ],
    ),
)  # fmt: skip
