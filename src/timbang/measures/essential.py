"""Essential states: those that some minimal winning coalition needs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from timbang.measures._cinc import even
from timbang.measures._cinc_weights import by_year
from timbang.measures._essential import essential
from timbang.measures._panel import STATE, Row, in_system
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.tables import arrow_schema
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> pa.Table:
    """One row per state of the group and year."""
    import pyarrow as pa
    import pyarrow.compute as pc

    rows: list[Row] = []
    system = views.system.sort_by([("year", "ascending"), ("state", "ascending")])
    codes = pc.unique(system["state"])
    place, scores = {code: i for i, code in enumerate(codes.to_pylist())}, by_year(views.nmc, codes)
    states, years = system["state"].to_pylist(), system["year"].to_pylist()
    for year in setting.years:
        span = slice(bisect_left(years, year), bisect_right(years, year))
        group = [state for state in states[span] if not setting.members or state in setting.members]
        known = scores.get(year)
        rows += _of_year(group, year, [None if known is None else float(known[place[state]]) for state in group])
    columns = {"state": "string", "year": "int", "value": "int", "states": "int", "missing": "int"}
    return pa.Table.from_pylist(rows, schema=arrow_schema(columns))


def _of_year(states: list[str], year: int, scores: list[float | None]) -> list[Row]:
    known = {state: score for state, score in zip(states, scores, strict=True) if score is not None and score == score}
    told = (None if answer is None else int(answer) for answer in essential(list(known.values())))
    found = dict(zip(known, told, strict=True))
    rest = {"year": year, "states": len(known), "missing": len(states) - len(known)}
    return [{"state": state, "value": found.get(state), **rest} for state in states]


MEASURE = Measure(
    name="essential",
    label=Text("Is the state essential?", "Apakah negara itu esensial?"),
    definition=Text(
        "1 if the state belongs to a minimal winning coalition among the states asked for (all of the system where "
        "none are named), else 0. A coalition wins with more than half of their CINC together; it is minimal if it "
        "loses without any one of its states. Sums within a billionth of half count as half; null where the search, "
        "which always ends for up to 33 states, was given up. `states` have a CINC; `missing` states of the group "
        "have none and are left out.",
        "1 bila negara itu termasuk suatu koalisi pemenang minimal di antara negara-negara yang diminta (seluruh "
        "sistem bila tidak ada yang disebut), selain itu 0. Koalisi menang bila memiliki lebih dari separuh jumlah "
        "CINC mereka; koalisi itu minimal bila kalah tanpa salah satu negaranya. Jumlah yang berbeda kurang dari "
        "sepermiliar dari separuh dianggap separuh; kosong bila pencarian, yang selalu tuntas untuk sampai 33 negara, "
        "dihentikan. `states` punya CINC; `missing` negara kelompok tidak punya dan tidak dihitung.",
    ),
    family="power",
    kind="array",
    level="state-year",
    needs=("nmc", "system"),
    by=STATE,
    unit=Text("1 yes, 0 no", "1 ya, 0 tidak"),
    range=(0, 1),
    citation="Niou, Emerson M. S., Peter C. Ordeshook & Gregory F. Rose. 1989. The Balance of Power: Stability in "
    "International Systems.",
    extra={"states": "int", "missing": "int"},
    compute=compute,
    example=Example(
        # 100 100 99 1: any two of the first three have 199 or more of 300; the fourth turns no loser into a winner.
        setting=Setting(organization="TST", first_year=2001, last_year=2001),
        views={
            "nmc": even(AAA=100.0, BBB=100.0, CCC=99.0, DDD=1.0),
            "system": in_system("AAA", "BBB", "CCC", "DDD"),
        },
        expect=[
            {"state": state, "year": 2001, "value": value, "states": 4, "missing": 0}
            for state, value in {"AAA": 1, "BBB": 1, "CCC": 1, "DDD": 0}.items()
        ],
    ),
)
