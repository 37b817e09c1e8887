"""Components of the threat of each state to each member over the period, from the figures of a case."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from timbang.measures._figures import READ, Given, Row, figure, given, references
from timbang.measures._threat import COMPONENTS
from timbang.model import Setting
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.views import Views

VARIABLES = ("cinc", "cinc_milex", "cinc_milper", "proximity", "offensive_intentions")
EXTRA = {**dict.fromkeys(COMPONENTS, "float"), "missing": "strings", "years": "int"}
COLUMNS = {"state": "string", "towards": "string", **EXTRA}
WORDS = {
    "towards": Text("threat from", "ancaman dari"),
    "power": Text("aggregate power", "kekuatan agregat"),
    "proximity": Text("proximity", "kedekatan"),
    "offensive": Text("offensive capability", "kemampuan ofensif"),
    "intentions": Text("offensive intentions", "niat ofensif"),
}
MEANT = Text(
    "Components, each from 0 to 1 and the mean over the years of the period with figures on both: `power`, the other's "
    "part of both CINCs; `offensive`, the mean of its parts of both states' military expenditure and personnel; "
    "`proximity`; `intentions`, 0, one half or 1 for a revisionist dispute within ten years and a strategic rivalry. "
    "`missing` names those that are not known; `years` is how many years `power` rests on, and the case may have the "
    "last two for fewer. Walt names four sources of threat and gives no formula: the components and their adding up "
    "are choices, and nothing here says that a state feels threatened. In the figure a row is a member, a column the "
    "state that may threaten it. " + READ.en,
    "Komponen, masing-masing bernilai 0 sampai 1, adalah rerata atas tahun-tahun dalam kurun waktu kasus yang ada "
    "angkanya untuk kedua negara: `power`, bagian pihak lain dari CINC keduanya; `offensive`, rerata bagiannya dari "
    "belanja dan personel militer keduanya; `proximity`; `intentions`, 0, setengah, atau 1 untuk sengketa revisionis "
    "dalam sepuluh tahun dan rivalitas strategis. `missing` menyebut komponen yang tidak diketahui; `years` adalah "
    "banyaknya tahun yang mendasari `power`, sedangkan untuk dua komponen terakhir angka dalam kasus dapat lebih "
    "jarang. Walt menyebut empat sumber ancaman tanpa rumus: komponen dan cara menggabungkannya merupakan pilihan, dan "
    "tidak ada yang menyatakan bahwa suatu negara merasa terancam. Dalam gambar, baris adalah anggota dan kolom adalah "
    "negara yang mungkin mengancamnya. " + READ.id,
)


def components(views: Views, setting: Setting) -> list[Row]:
    """One row per member and each other member or outside power, without a value; none if there are no such figures."""
    found = given(views, *VARIABLES)
    states = (*setting.members, *setting.outside)
    pairs = [(state, towards) for state in setting.members for towards in states if state != towards]
    return [_components(*pair, found, setting.years) for pair in pairs] if any(found.values()) else []


def _components(state: str, towards: str, found: dict[str, Given], years: Sequence[int]) -> Row:
    """The four components of one pair, and the rows behind them."""
    power, milex, milper = (_parts(found[name], state, towards, years) for name in VARIABLES[:3])
    offensive = {year: (milex[year] + milper[year]) / 2 for year in milex if year in milper}
    near, meant = ([one for year in years if (one := found[name].get((state, towards, year)))]
                   for name in VARIABLES[3:])  # fmt: skip
    means = map(_mean, (power.values(), [float(one["value"]) for one in near], offensive.values(),
                        [float(one["value"]) for one in meant]))  # fmt: skip
    told = dict(zip(COMPONENTS, means, strict=True))
    used = [found[name].get((one, "", year)) for name in VARIABLES[:3]
            for year in (power if name == "cinc" else offensive) for one in (state, towards)]  # fmt: skip
    return {"state": state, "towards": towards, **told, "years": len(power),
            "missing": [name for name, mean in told.items() if mean is None],
            "evidence": references([*used, *near, *meant])}  # fmt: skip


def _parts(rows: Given, state: str, towards: str, years: Sequence[int]) -> dict[int, float]:
    """Year -> the other's part of what both have, where both are known."""
    parts = {}
    for year in years:
        mine, other = rows.get((state, "", year)), rows.get((towards, "", year))
        if mine and other and mine["value"] + other["value"] > 0:
            parts[year] = float(other["value"] / (mine["value"] + other["value"]))
    return parts


def _mean(values: Collection[float]) -> float | None:
    return sum(values) / len(values) if values else None


# BBB to AAA: power .75 and .25, mean .5; military .75 of 2001 only, as AAA's personnel of 2002 is missing; proximity
# .5; intentions .5 and 0. Of OUT only power is known, in 2002. AAA to BBB: proximity is 1. 2003 lies past the period.
AROUND = Setting(organization="TST", first_year=2001, last_year=2002, members=("AAA", "BBB"), outside=("OUT",))
EXAMPLE = {
    "figures": [
        figure("AAA", 2001, "cinc", 0.1, 2), figure("BBB", 2001, "cinc", 0.3, 3),
        figure("AAA", 2002, "cinc", 0.3, 4), figure("BBB", 2002, "cinc", 0.1, 5),
        figure("AAA", 2003, "cinc", 0.3, 6), figure("BBB", 2003, "cinc", 0.3, 7),
        figure("AAA", 2001, "cinc_milex", 0.2, 8), figure("BBB", 2001, "cinc_milex", 0.2, 9),
        figure("AAA", 2001, "cinc_milper", 0.0, 10), figure("BBB", 2001, "cinc_milper", 0.2, 11),
        figure("BBB", 2002, "cinc_milper", 0.2, 12),
        figure("AAA", 2002, "proximity", 0.5, 13, "BBB"), figure("BBB", 2002, "proximity", 1.0, 14, "AAA"),
        figure("AAA", 2001, "offensive_intentions", 0.5, 15, "BBB"),
        figure("AAA", 2002, "offensive_intentions", 0.0, 16, "BBB"),
        figure("OUT", 2002, "cinc", 0.3, 17),
    ]
}  # fmt: skip
FOUND: list[Row] = [
    {"state": "AAA", "towards": "BBB", "power": 0.5, "proximity": 0.5, "offensive": 0.75, "intentions": 0.25,
     "missing": [], "years": 2, "evidence": [f"figures:{line}" for line in (10, 11, 13, 15, 16, 2, 3, 4, 5, 8, 9)]},
    {"state": "AAA", "towards": "OUT", "power": 0.5, "missing": ["proximity", "offensive", "intentions"], "years": 1,
     "evidence": ["figures:17", "figures:4"]},
    {"state": "BBB", "towards": "AAA", "power": 0.5, "proximity": 1.0, "offensive": 0.25, "missing": ["intentions"]},
    {"state": "BBB", "towards": "OUT", "power": 0.75},
]  # fmt: skip
