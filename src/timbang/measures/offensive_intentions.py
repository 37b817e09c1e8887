"""Offensive intentions: revisionist disputes of the last ten years and rivalry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._intentions import intentions
from timbang.measures._panel import PAIR, Row, in_system
from timbang.measures._threat import WALT
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per directed pair of states of the system and year."""
    x = intentions(views, setting)
    return x.select(*PAIR, "disputes", "rivalry", value=x.intentions)


def _dispute(number: int, year: int, one: str, two: str, *, first: bool, second: bool) -> list[Row]:
    """A year of a dispute between two states, in both directions."""
    sides = ((one, two, first, second), (two, one, second, first))
    names = ("state1", "state2", "revisionist1", "revisionist2")
    return [dict(zip(names, side, strict=True)) | {"dispute": number, "year": year} for side in sides]


IN_MID: Row = {"dispute": 6, "last_year": 2002}
MEASURE = Measure(
    name="offensive_intentions",
    label=Text("Threat: offensive intentions of the other", "Ancaman: niat ofensif pihak lain"),
    definition=Text(
        "One half if in the year or the nine before it state2 was a revisionist in a militarized dispute with state1 "
        "(`disputes`: in how many), plus one half if a strategic rivalry between them is in force (`rivalry`); the "
        "halves and the ten years are choices. Disputes are those of Gibler, Miller & Little (GML); after its last "
        "year, those of COW's MID 5.0 with both states on opposite sides in the same years. Zero means none recorded "
        "in ten covered years. Where the disputes do not cover all ten years, `disputes` is null, and the value too "
        "unless one is recorded; `rivalry` and the value are null after the years that the data on rivalries cover.",
        "Setengah bila pada tahun itu atau sembilan tahun sebelumnya state2 menjadi pihak revisionis dalam sengketa "
        "bersenjata dengan state1 (`disputes`: dalam berapa sengketa), ditambah setengah bila ada persaingan strategis "
        "yang berlaku di antara keduanya (`rivalry`); separuh-separuh dan sepuluh tahun itu merupakan pilihan. "
        "Sengketa menurut Gibler, Miller & Little (GML); setelah tahun terakhirnya, menurut MID 5.0 dari COW, yakni "
        "bila kedua negara berada di pihak yang berlawanan pada tahun yang sama. Nol berarti tidak tercatat dalam "
        "sepuluh tahun yang diliput. Bila data sengketa tidak meliput seluruh sepuluh tahun itu, `disputes` kosong, "
        "demikian pula nilainya kecuali ada yang tercatat; `rivalry` dan nilainya kosong setelah tahun-tahun yang "
        "diliput data persaingan.",
    ),
    family="threat",
    kind="table",
    level="dyad-year",
    directed=True,
    needs=("gml_dyads", "mid_participants", "rivalries", "system"),
    by=PAIR,
    unit=Text("0, one half or 1", "0, setengah, atau 1"),
    range=(0, 1),
    citation=f"{WALT} Gibler, Douglas M., Steven V. Miller & Erin K. Little. 2016. An Analysis of the Militarized "
    "Interstate Dispute (MID) Dataset, 1816-2001. Thompson, William R., Kentaro Sakuwa & Prashant Hosur Suhas. 2021. "
    "Analyzing Strategic Rivalries in World Politics. After GML: Correlates of War, Militarized Interstate Disputes "
    "5.0.",
    extra={"disputes": "int", "rivalry": "bool"},
    compute=compute,
    example=Example(
        # GML covers 1991-2001, MID goes on to 2002. In 2001 B was a revisionist against A in 1992-93 (one dispute) and
        # in 1999; A never, for its dispute of 2001-02 in MID counts from 2002. B's of 1991 against C is ten years
        # back. Of 2003 one year is not covered: only what is found counts.
        setting=Setting(organization="TST", first_year=2001, last_year=2003),
        views={
            "gml_dyads": [
                *_dispute(1, 1992, "AAA", "BBB", first=False, second=True),
                *_dispute(1, 1993, "AAA", "BBB", first=False, second=True),
                *_dispute(2, 1999, "AAA", "BBB", first=False, second=True),
                *_dispute(3, 1991, "BBB", "CCC", first=True, second=False),
                *_dispute(4, 2001, "XXX", "YYY", first=True, second=True),
            ],
            "mid_participants": [
                {**IN_MID, "state": "AAA", "first_year": 2001, "side_a": True, "revisionist": True},
                {**IN_MID, "state": "BBB", "first_year": 2000, "side_a": False, "revisionist": False},
            ],
            "rivalries": [
                {"rivalry": 1, "state1": "AAA", "state2": "BBB", "first_year": 1990, "last_year": None},
                {"rivalry": 2, "state1": "AAA", "state2": "CCC", "first_year": 1990, "last_year": 2000},
            ],
            "system": in_system("AAA", "BBB", "CCC")
            + in_system("AAA", "BBB", year=2002)
            + in_system("AAA", "BBB", "CCC", year=2003),
        },
        expect=[
            {"state1": one, "state2": two, "year": year, "value": value, "disputes": disputes, "rivalry": rivalry}
            for one, two, year, value, disputes, rivalry in (
                ("AAA", "BBB", 2001, 1.0, 2, True),
                ("BBB", "AAA", 2001, 0.5, 0, True),
                ("AAA", "CCC", 2001, 0.0, 0, False),
                ("CCC", "AAA", 2001, 0.0, 0, False),
                ("BBB", "CCC", 2001, 0.0, 0, False),
                ("CCC", "BBB", 2001, 0.0, 0, False),
                ("AAA", "BBB", 2002, 1.0, 2, True),
                ("BBB", "AAA", 2002, 1.0, 1, True),
                ("AAA", "BBB", 2003, 1.0, None, True),
                ("BBB", "AAA", 2003, 1.0, None, True),
                ("AAA", "CCC", 2003, None, None, False),
                ("CCC", "AAA", 2003, None, None, False),
                ("BBB", "CCC", 2003, None, None, False),
                ("CCC", "BBB", 2003, None, None, False),
            )
        ],
    ),
)
