"""Change of capabilities: the CINC of each member and outside power at the end of the period against its beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._cinc import SINGER
from timbang.measures._figures import READ, figure, given, references, result
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.store.views import Views

EXTRA = {"first_year": "int", "last_year": "int", "first": "float", "last": "float"}


def compute(views: Views, setting: Setting) -> pa.Table:
    """One row per member or outside power; none if the case has no CINC."""
    cinc = given(views, "cinc")["cinc"]
    rows = []
    for state in (*setting.members, *setting.outside) if cinc else ():
        known = [row for year in setting.years if (row := cinc.get((state, "", year)))]
        ends = [known[0], known[-1]] if len(known) > 1 else []
        told: dict[str, Any] = {"state": state, "evidence": references(ends)}
        if ends:
            first, last = (float(end["value"]) for end in ends)
            told |= {"first_year": ends[0]["year"], "last_year": ends[1]["year"], "first": first, "last": last,
                     "value": last - first}  # fmt: skip
        rows.append(told)
    return result(rows, {"state": "string", **EXTRA})


MEASURE = Measure(
    name="capability_change",
    label=Text("Change of capabilities over the period", "Perubahan kapabilitas sepanjang kurun waktu"),
    definition=Text(
        "CINC in the last year of the period with a figure less that in the first: above zero, the state's share of "
        "the world's capabilities has risen between these two years, whatever it did in between. Not known with fewer "
        f"than two years. {READ.en}",
        "CINC pada tahun terakhir yang ada angkanya dalam kurun waktu kasus dikurangi CINC pada tahun pertamanya: di "
        "atas nol, bagian negara itu dari kapabilitas dunia naik antara kedua tahun itu, apa pun yang terjadi di "
        f"antaranya. Tidak diketahui bila kurang dari dua tahun. {READ.id}",
    ),
    family="power",
    kind="array",
    needs=("figures",),
    by=("state",),
    unit=Text("difference of shares of the world", "selisih bagian dari dunia"),
    range=(-1, 1),
    citation=SINGER,
    statement=Text(
        "{state}: CINC of {first} in {first_year} and of {last} in {last_year}, a change of {value}.",
        "{state}: CINC sebesar {first} pada {first_year} dan {last} pada {last_year}, berubah sebesar {value}.",
    ),
    unknown=Text(
        "{state}: there are not two years with a CINC, so its change is not known.",
        "{state}: tidak ada dua tahun dengan CINC, sehingga perubahannya tidak diketahui.",
    ),
    extra=EXTRA,
    words={"first": Text("first CINC", "CINC pertama"), "last": Text("last CINC", "CINC terakhir")},
    chart="dots",
    draw={"x": "state"},
    order=11,
    compute=compute,
    example=Example(
        # .25 to .125; the year between and the year after the period do not count. Of OUT one year is known.
        setting=Setting(organization="TST", first_year=2001, last_year=2003, members=("AAA",), outside=("OUT",)),
        views={
            "figures": [
                figure("AAA", 2001, "cinc", 0.25, 2),
                figure("AAA", 2002, "cinc", 0.5, 3),
                figure("AAA", 2003, "cinc", 0.125, 4),
                figure("AAA", 2004, "cinc", 0.75, 5),
                figure("OUT", 2003, "cinc", 0.5, 6),
            ],
        },
        expect=[
            {"state": "AAA", "value": -0.125, "first_year": 2001, "last_year": 2003, "first": 0.25, "last": 0.125,
             "evidence": ["figures:2", "figures:4"]},
            {"state": "OUT", "value": None, "first_year": None, "evidence": []},
        ],
    ),
)  # fmt: skip
