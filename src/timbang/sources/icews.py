"""Events between actors, day by day: ICEWS coded event data, tab-separated files of a year or part of one."""

from __future__ import annotations

from pathlib import Path

from timbang.registry import DataTable, Peek, Source
from timbang.sources._events import actors, cameo
from timbang.sources._table import Read, raw
from timbang.states import find
from timbang.text import Text

NEEDED = ("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "CAMEO Code", "Intensity",
          "Target Name", "Target Sectors", "Target Country", "Country")  # fmt: skip
# ICEWS' Congo is that of Brazzaville: the other is the Democratic Republic of Congo.
OWN_NAMES = {"Congo": "COG", "Occupied Palestinian Territory": "PSE"}
COLUMNS = {
    "event": "int", "date": "date", "year": "int", "actor1": "string", "name1": "string", "sectors1": "string",
    "actor2": "string", "name2": "string", "sectors2": "string", "cameo": "string", "intensity": "float",
    "place": "string",
}  # fmt: skip
BIBTEX = """@misc{icews,
  doi       = {10.7910/DVN/28075},
  year      = {2015},
  author    = {Boschee, Elizabeth and Lautenschlager, Jennifer and O'Brien, Sean and Shellman, Steve and Starz, James and Ward, Michael},
  title     = {ICEWS Coded Event Data},
  publisher = {Harvard Dataverse},
}
"""  # noqa: E501


def read(path: Path) -> Read:
    """One row an event: what actor 1 did to actor 2 on a day, by CAMEO code, with ICEWS' intensity (-10 to 10).

    `actor1`, `actor2`: the state an actor is of; null where he is of none (an international organization).
    `sectors1`, `sectors2`: as ICEWS lists them, separated by commas. `place`: the state of the event.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = raw(path, NEEDED, "ICEWS coded event data", separator="\t", quoted=False)
    day = rows.days("Event Date")
    year = pc.cast(pc.year(day), pa.int64())
    return rows.read({
        "event": rows.integers("Event ID"), "date": day, "year": year,
        "actor1": actors(rows, "Source Country", year, _code), "name1": rows.text("Source Name"),
        "sectors1": rows.text("Source Sectors"),
        "actor2": actors(rows, "Target Country", year, _code), "name2": rows.text("Target Name"),
        "sectors2": rows.text("Target Sectors"),
        "cameo": cameo(rows, "CAMEO Code"), "intensity": rows.numbers("Intensity", ("", "NA")),
        "place": actors(rows, "Country", year, _code),
    })  # fmt: skip


def _code(name: str) -> str | None:
    state = find(name)
    return OWN_NAMES.get(name) or (state.code if state else None)


def _recognizes(peek: Peek) -> bool:
    return {"Event ID", "Event Date", "CAMEO Code", "Source Country", "Target Country"} <= set(peek.columns)


SOURCE = Source(
    name="icews",
    label=Text("ICEWS coded events", "Kejadian terkode ICEWS"),
    citation="Boschee, Elizabeth, Lautenschlager, Jennifer, O'Brien, Sean, Shellman, Steve, Starz, James & Ward, "
    "Michael. 2015. ICEWS Coded Event Data. Harvard Dataverse. https://doi.org/10.7910/DVN/28075",
    bibtex=BIBTEX,
    licence="Its authors' terms: cite them; timbang does not ship it.",
    tables=(
        DataTable(
            name="icews_events",
            label=Text("Events (ICEWS)", "Kejadian (ICEWS)"),
            file="ICEWS events.YEAR….tab (here ICEWS_events.2018.sample.tab)",
            needed=NEEDED,
            unread=(
                "Event Text",
                "Story ID",
                "Sentence Number",
                "Publisher",
                "City",
                "District",
                "Province",
                "L*itude",
            ),
            recognizes=_recognizes,
            read=read,
            columns=COLUMNS,
            key=("event",),
            coverage=(1995, 2023),
            version="a file's own days (the sample: 1 and 2 June 2018)",
            ranges={"intensity": (-10, 10)},
            holes={
                "days out of the file": "a file holds a year or part of one; other days are missing, not without events"
            },
        ),
    ),
)
