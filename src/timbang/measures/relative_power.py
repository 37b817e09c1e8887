"""Relative power: the other state's part of the capabilities of both, over the period, and what it gained of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures._cinc import SINGER
from timbang.measures._figures import READ, Given, Row, figure, given, references, result
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.store.views import Views

EXTRA = {"first_year": "int", "last_year": "int", "years": "int"}


def compute(views: Views, setting: Setting) -> pa.Table:
    """Two rows per member and each other member or outside power; none if the case has no CINC."""
    cinc = given(views, "cinc")["cinc"]
    pairs = [(state, towards) for state in setting.members for towards in (*setting.members, *setting.outside)]
    rows = [row for pair in pairs if cinc and pair[0] != pair[1] for row in _rows(*pair, cinc, setting)]
    return result(rows, {"state": "string", "towards": "string", "aspect": "string", **EXTRA})


def _rows(state: str, towards: str, cinc: Given, setting: Setting) -> list[Row]:
    """The part, as a mean over the years, and the gain from the first of them to the last."""
    both = {year: (cinc.get((state, "", year)), cinc.get((towards, "", year))) for year in setting.years}
    known = {year: (mine, other) for year, (mine, other) in both.items() if mine and other}
    parts = {year: float(other["value"] / (mine["value"] + other["value"]))
             for year, (mine, other) in known.items() if mine["value"] + other["value"] > 0}  # fmt: skip
    first, last = min(parts, default=None), max(parts, default=None)
    told = {"state": state, "towards": towards, "first_year": first, "last_year": last, "years": len(parts),
            "evidence": references(row for year in parts for row in known[year])}  # fmt: skip
    mean = sum(parts.values()) / len(parts) if parts else None
    gain = parts[last] - parts[first] if first is not None and last is not None and first < last else None
    return [told | {"aspect": "part", "value": mean}, told | {"aspect": "gain", "value": gain}]


MEASURE = Measure(
    name="relative_power",
    label=Text("Capabilities of others relative to each member", "Kapabilitas negara lain dibanding tiap anggota"),
    definition=Text(
        "`part`: the other's part of both states' CINC, as the mean over the years of the period with figures on both; "
        "above one half, the other is the stronger by that index. `gain`: that part in the last of these years less "
        "that in the first; above zero, the other has gained on the member. `years` says on how many years both rest, "
        f"`first_year` and `last_year` which are the ends. {READ.en}",
        "`part`: bagian pihak lain dari CINC kedua negara, sebagai rerata atas tahun dalam kurun waktu kasus yang ada "
        "angkanya untuk keduanya; di atas setengah, pihak lain lebih kuat menurut indeks itu. `gain`: bagian itu pada "
        "tahun terakhirnya dikurangi bagian pada tahun pertamanya; di atas nol, pihak lain mengejar anggota itu atau "
        "makin mengunggulinya. `years` menyebut banyaknya tahun yang mendasarinya, `first_year` dan `last_year` "
        f"kedua ujungnya. {READ.id}",
    ),
    family="power",
    kind="array",
    needs=("figures",),
    by=("state", "towards", "aspect"),
    unit=Text("share of both, or its change", "bagian dari keduanya, atau perubahannya"),
    range=(-1, 1),
    citation=SINGER,
    statement=Text(
        "{towards} relative to {state}, {first_year}-{last_year}, {aspect}: {value}.",
        "{towards} terhadap {state}, {first_year}-{last_year}, {aspect}: {value}.",
    ),
    unknown=Text(
        "{towards} relative to {state}, {aspect}: not known.", "{towards} terhadap {state}, {aspect}: tidak diketahui."
    ),
    extra=EXTRA,
    words={
        "part": Text("its mean part of both CINCs", "rerata bagiannya dari kedua CINC"),
        "gain": Text("what it gained of that part", "perolehannya atas bagian itu"),
        "towards": Text("other state", "negara lain"),
        "aspect": Text("what is told", "yang dinyatakan"),
    },
    chart="table",
    order=12,
    compute=compute,
    example=Example(
        # BBB: .3 of .4 in 2001, .1 of .2 in 2002. OUT: .3 of .4 in 2002 alone, so that no gain is known.
        setting=Setting(organization="TST", first_year=2001, last_year=2002, members=("AAA",), outside=("BBB", "OUT")),
        views={
            "figures": [
                figure("AAA", 2001, "cinc", 0.1, 2), figure("BBB", 2001, "cinc", 0.3, 3),
                figure("AAA", 2002, "cinc", 0.1, 4), figure("BBB", 2002, "cinc", 0.1, 5),
                figure("OUT", 2002, "cinc", 0.3, 6), figure("BBB", 2003, "cinc", 0.9, 7),
            ],
        },
        expect=[
            {"state": "AAA", "towards": "BBB", "aspect": "part", "value": 0.625, "first_year": 2001, "last_year": 2002,
             "years": 2, "evidence": ["figures:2", "figures:3", "figures:4", "figures:5"]},
            {"state": "AAA", "towards": "BBB", "aspect": "gain", "value": -0.25, "years": 2},
            {"state": "AAA", "towards": "OUT", "aspect": "part", "value": 0.75, "first_year": 2002, "last_year": 2002,
             "years": 1, "evidence": ["figures:4", "figures:6"]},
            {"state": "AAA", "towards": "OUT", "aspect": "gain", "value": None, "years": 1},
        ],
    ),
)  # fmt: skip
