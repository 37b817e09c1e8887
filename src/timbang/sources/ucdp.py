"""Armed conflicts of states by year: UCDP/PRIO Armed Conflict Dataset (Gleditsch et al. 2002; Davies et al.)."""

from __future__ import annotations

from pathlib import Path

from timbang.registry import DataTable, Peek, Source
from timbang.sources._cow import tell_version
from timbang.sources._table import LINE, Read, Rows, of_cells, raw
from timbang.text import Text

NEEDED = ("conflict_id", "location", "side_a", "side_b", "incompatibility", "territory_name", "year", "intensity_level",
          "cumulative_intensity", "type_of_conflict", "start_date", "start_date2", "ep_end_date", "gwno_a", "gwno_b",
          "version")  # fmt: skip
GRENADA = "55"  # Gleditsch and Ward list it apart, among microstates; COW has the same number for it
HYDERABAD = "751"  # a party in 1947-48; timbang's table of states does not have it
COLUMNS = {
    "conflict": "int", "state": "string", "side": "string", "year": "int", "kind": "int", "intensity": "int",
    "cumulative": "bool", "issue": "int", "territory": "string", "location": "string", "side_a": "string",
    "side_b": "string", "start": "date", "episode_start": "date", "episode_end": "date",
}  # fmt: skip
BIBTEX = """@article{gleditsch2002armed,
  author  = {Gleditsch, Nils Petter and Wallensteen, Peter and Eriksson, Mikael and Sollenberg, Margareta and Strand, H{\\aa}vard},
  title   = {Armed Conflict 1946-2001: A New Dataset},
  journal = {Journal of Peace Research},
  year    = {2002},
  note    = {UCDP/PRIO Armed Conflict Dataset, version 25.1. Its providers ask to cite also the yearly report of that version (Davies, Pettersson, Sollenberg and {\\"O}berg, Organized violence).},
}
"""  # noqa: E501


def read(path: Path) -> Read:
    """One row a conflict, year and government that is a party: of side a, and of side b where that is a state too.

    `kind`: 1 extrasystemic, 2 interstate, 3 intrastate, 4 internationalized intrastate. `intensity`: 1 minor (25 to
    999 battle-related deaths in the year), 2 war. `cumulative`: whether the conflict has passed 1,000 in all.
    `issue`: 1 territory, 2 government, 3 both. `side_a`, `side_b`, `location`: as the file names them. States
    that only support a side (gwno_a_2nd, gwno_b_2nd) have no row. `episode_end` is null while it goes on.
    """
    import pyarrow.compute as pc

    rows = _of_each_party(raw(path, NEEDED, "UCDP/PRIO Armed Conflict Dataset"))
    tell_version(rows, "25.1")
    no_state = pc.equal(rows.text("gw"), HYDERABAD)
    rows.tell(no_state, "Hyderabad is no state in timbang's table; it has no row as a party", "gw", level="notice")
    rows = rows.where(pc.fill_null(pc.invert(no_state), True))
    year = rows.integers("year")
    return rows.read({
        "conflict": rows.integers("conflict_id"),
        "state": pc.coalesce(rows.by_gw("gw", year), rows.by_cow("cow", year)),
        "side": rows.text("side"),
        "year": year,
        "kind": rows.integers_within("type_of_conflict", 1, 4),
        "intensity": rows.integers_within("intensity_level", 1, 2),
        "cumulative": rows.flags("cumulative_intensity"),
        "issue": rows.integers_within("incompatibility", 1, 3),
        **{name: rows.text(name) for name in ("location", "side_a", "side_b")},
        "territory": rows.text("territory_name"),
        "start": rows.days("start_date"),
        "episode_start": rows.days("start_date2"),
        "episode_end": rows.days("ep_end_date"),
    })  # fmt: skip


def _of_each_party(rows: Rows) -> Rows:
    """A row for each Gleditsch-Ward number of gwno_a and gwno_b, which may list several (`651, 645`)."""
    header = [*NEEDED, "side", "gw", "cow"]
    found = [
        ([*(row[name] for name in NEEDED), side, *(("", number) if number == GRENADA else (number, ""))], row[LINE])
        for row in rows.table.select([*NEEDED, LINE]).to_pylist()
        for side in "ab"
        for number in row[f"gwno_{side}"].replace(" ", "").split(",")
        if number or side == "a"
    ]
    table = of_cells(header, [cells for cells, _ in found], [line for _, line in found])
    return Rows(table, rows.file, rows.comma, rows.problems)


def _recognizes(peek: Peek) -> bool:
    return {"conflict_id", "type_of_conflict", "gwno_a", "incompatibility"} <= set(peek.columns)


SOURCE = Source(
    name="ucdp",
    label=Text("UCDP/PRIO armed conflicts 25.1", "Konflik bersenjata UCDP/PRIO 25.1"),
    citation="Gleditsch, Nils Petter, Wallensteen, Peter, Eriksson, Mikael, Sollenberg, Margareta & Strand, Håvard. "
    "2002. Armed Conflict 1946-2001: A New Dataset. Journal of Peace Research. UCDP/PRIO Armed Conflict Dataset, "
    "version 25.1.",
    bibtex=BIBTEX,
    licence="Its authors' terms: cite them; timbang does not ship it.",
    tables=(
        DataTable(
            name="ucdp_conflicts",
            label=Text("Armed conflicts by government and year", "Konflik bersenjata per pemerintah dan tahun"),
            file="UcdpPrioConflict_v25_1.csv",
            needed=NEEDED,
            recognizes=_recognizes,
            read=read,
            columns=COLUMNS,
            key=("conflict", "year", "state"),
            coverage=(1946, 2024),
            version="25.1",
            unread=(
                "side_?_id",
                "side_?_2nd",
                "start_prec*",
                "ep_end",
                "ep_end_prec",
                "gwno_?_2nd",
                "gwno_loc",
                "region",
            ),
            url="https://ucdp.uu.se/downloads/ucdpprio/ucdp-prio-acd-251-csv.zip",
            rows=2910,
            ranges={"kind": (1, 4), "intensity": (1, 2), "issue": (1, 3)},
            holes={
                "fewer than 25 battle-related deaths": "a conflict has no row for such a year",
                "Hyderabad 1947-48": "timbang's table of states does not have it",
            },
        ),
    ),
)
