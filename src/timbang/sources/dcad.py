"""Bilateral defence cooperation agreements: DCAD 1.0 (Kinne), one row an agreement."""

from __future__ import annotations

from pathlib import Path

from timbang.registry import DataTable, Peek, Source
from timbang.sources._table import Read, raw
from timbang.text import Text

NEEDED = ("DCAid", "ccode1", "ccode2", "signYear", "EIFYear", "endYearEstimate", "type", "category1", "category2",
          "category3", "asymmetry")  # fmt: skip
MISSING = ("", "NA", "-9", "-57", "-66", "-77", "-88", "-99")
BIBTEX = """@article{kinne2020dcad,
  author  = {Kinne, Brandon J.},
  title   = {The Defense Cooperation Agreement Dataset (DCAD)},
  journal = {Journal of Conflict Resolution},
  year    = {2020},
  volume  = {64},
  number  = {4},
  pages   = {729--755},
}
"""


def read(path: Path) -> Read:
    """One row an agreement, state1 < state2.

    `signed`, `in_force`: years; null where the file has none. `ends`: the file's estimate of the last year,
    2010 where the agreement outlasts the data. `kind`: general or sector; `category`: the file's, in its
    order, separated by |. `asymmetry`: the file's code 0, 1 or 2; `asymmetric`: true for 1, false for 0, null
    for 2, which no document at hand explains. An agreement of a state with itself is a defect of the file; it
    is told and left out.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = raw(path, NEEDED, "DCAD 1.0")
    alone = pc.equal(rows.integers("ccode1"), rows.integers("ccode2"))
    rows.tell(alone, "both sides are the same state; the agreement is left out", "DCAid", level="notice")
    rows = rows.where(pc.invert(alone))
    signed = rows.integers_within("signYear", 1900, 2100)
    one, other = rows.by_cow("ccode1", signed), rows.by_cow("ccode2", signed)
    asymmetry = rows.integers_within("asymmetry", 0, 2)
    kinds = rows.text("type")
    rows.tell(pc.invert(pc.is_in(kinds, pa.array(["general", "sector"]))), "this is no kind of agreement", "type",
              expected="general or sector")  # fmt: skip
    parts = [rows.text(f"category{place}") for place in (1, 2, 3)]
    return rows.read({
        "agreement": rows.text("DCAid"),
        "state1": pc.if_else(pc.less(one, other), one, other),
        "state2": pc.if_else(pc.less(one, other), other, one),
        "signed": signed,
        "in_force": rows.integers("EIFYear", MISSING),
        "ends": rows.integers("endYearEstimate", MISSING),
        "kind": kinds,
        "category": pc.binary_join_element_wise(*parts, "|", null_handling="skip"),
        "asymmetry": asymmetry,
        "asymmetric": pc.if_else(pc.equal(asymmetry, 2), pa.scalar(None, pa.bool_()), pc.equal(asymmetry, 1)),
    })  # fmt: skip


def _recognizes(peek: Peek) -> bool:
    return {"DCAid", "signYear", "ccode1", "ccode2"} <= set(peek.columns)


SOURCE = Source(
    name="dcad",
    label=Text("Defense Cooperation Agreement Dataset (DCAD) 1.0", "Perjanjian kerja sama pertahanan (DCAD) 1.0"),
    citation="Kinne, Brandon J. 2020. The Defense Cooperation Agreement Dataset (DCAD). Journal of Conflict Resolution "
    "64(4): 729-755.",
    bibtex=BIBTEX,
    licence="Its author's terms: cite the article; timbang does not ship it.",
    tables=(
        DataTable(
            name="dcad",
            label=Text("Defence cooperation agreements", "Perjanjian kerja sama pertahanan"),
            file="DCAD-v1.0-main.csv",
            needed=NEEDED,
            recognizes=_recognizes,
            read=read,
            columns={"agreement": "string", "state1": "string", "state2": "string", "signed": "int", "in_force": "int",
                     "ends": "int", "kind": "string", "category": "string", "asymmetry": "int", "asymmetric": "bool"},
            key=("agreement",),
            coverage=(1980, 2010),
            version="1.0",
            unread=("cowName1", "cowName2", "signDay", "signMonth", "EIFDay", "EIFMonth", "span",
                    "renewType", "renewYears", "terminated", "durationActual", "categoryConf",
                    "UNTS", "fullText", "sourceType", "source", "factiva*"),
            url="https://correlatesofwar.org/wp-content/uploads/kinne_dca.zip",
            rows=1868,
            ranges={"signed": (1980, 2010), "in_force": (1980, 2020), "ends": (1980, 2010)},
            holes={
                "in_force": "1,030 of 1,871 agreements have no year of entry into force",
                "ends 2010": "the data end there: 1,202 agreements were then, as estimated, still in force",
                "agreements of a state with itself": "three rows (DCADv1.0-0297, -1625, -1847) are left out",
            },
        ),
    ),
)  # fmt: skip
