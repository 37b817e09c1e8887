"""Military expenditure by state and year: SIPRI Military Expenditure Database, its workbook of all countries."""

from __future__ import annotations

from pathlib import Path

from timbang.errors import Problem
from timbang.registry import DataTable, Peek, Source
from timbang.sources._sipri_sheet import Cell, Sheet, open_book, read_sheet
from timbang.sources._table import LINE, Read, Rows, of_cells
from timbang.text import Text

SHEETS = {
    "constant": r"Constant \(2023\) US\$", "current": r"Current US\$", "share_gdp": "Share of GDP",
    "per_capita": "Per capita", "share_government": r"Share of Govt\. spending",
}  # fmt: skip
LOCAL = ("Local currency financial years", "Local currency calendar years")
NO_STATES = ("European Union",)
OWN_NAMES = {"Yemen, North": "YAR", "USSR": "SUN", "German Democratic Republic": "GDR"}
BIBTEX = """@misc{sipri-milex,
  author    = {{Stockholm International Peace Research Institute}},
  title     = {SIPRI Military Expenditure Database, 1949-2024},
  publisher = {SIPRI},
  year      = {2025},
  note      = {Workbook of all countries; US dollars at constant 2023 prices and exchange rates},
}
"""


def read(path: Path) -> Read:
    """One row a state and year with any figure; other figures of it that are unknown (`. .`) are null.

    `constant`: millions of US dollars at 2023 prices and rates; `current`: millions at the year's own;
    `per_capita`: current US dollars; `share_gdp`, `share_government`: fractions, not percentages.
    `estimate`: `estimate` where a figure is blue (SIPRI's estimate), `uncertain` where one is red.
    A zero in US dollars, where the sheets in local currency have a figure, only says that no exchange
    rate was at hand: it is null, and told. Serbia up to 2005 is the state union with Montenegro (YUG).
    """
    book = open_book(path)
    sheets = {column: read_sheet(book, name, path.name) for column, name in SHEETS.items()}
    local = [read_sheet(book, name, path.name) for name in LOCAL]
    problems = [problem for sheet in (*sheets.values(), *local) for problem in sheet.problems]
    for column in ("constant", "current"):
        sheets[column] = _without_false_zeros(sheets[column], local, path.name, problems)
    places = sorted(
        {place for sheet in sheets.values() for place, cell in sheet.cells.items() if cell.value is not None}
    )
    problems += _unknown(sheets["current"], path.name)
    cells = [_row(country, year, sheets) for country, year in places]
    lines = [next(s.cells[place].line for s in sheets.values() if place in s.cells) for place in places]
    rows = Rows(of_cells(["country", "year", *SHEETS, "estimate"], cells, lines), path.name, problems=problems)
    return _as_read(rows)


def _as_read(rows: Rows) -> Read:
    import pyarrow as pa
    import pyarrow.compute as pc

    year = rows.integers("year")
    state = rows.by_name("country", year, own=OWN_NAMES, nobody=NO_STATES)
    figures = {column: rows.numbers(column, ("",)) for column in SHEETS}
    table = pa.table({"state": state, "year": year, **figures, "estimate": rows.text("estimate"),
                      LINE: rows.table[LINE].combine_chunks()})  # fmt: skip
    kept = table.filter(pc.is_valid(table["state"]))
    return rows.as_read(kept.drop_columns([LINE]), kept[LINE].combine_chunks())


def _without_false_zeros(sheet: Sheet, local: list[Sheet], file: str, problems: list[Problem]) -> Sheet:
    """The sheet with zeros null where a local currency has a figure; they are told all together."""
    false = [
        place for place, cell in sheet.cells.items()
        if cell.value == 0 and any(one.cells.get(place, Cell(0, None)).value for one in local)
    ]  # fmt: skip
    if false:
        what = (
            f"zero dollars, though the local currency has a figure: unknown, not zero ({len(false)} years of countries)"
        )
        countries = ", ".join(dict.fromkeys(country for country, _ in false))
        problems.append(Problem(what=what, file=file, line=sheet.cells[false[0]].line, column=sheet.name,
                                value=countries, level="notice"))  # fmt: skip
    cells = sheet.cells | {place: Cell(sheet.cells[place].line, None) for place in false}
    return Sheet(sheet.name, cells, sheet.not_there, sheet.problems)


def _unknown(sheet: Sheet, file: str) -> list[Problem]:
    """How many years of countries are unknown, and in how many there was no such country."""
    unknown = sum(cell.value is None for cell in sheet.cells.values())
    what = f"{unknown} years of countries are unknown (. .), in {sheet.not_there} there was no such country (xxx)"
    return [Problem(what=what, file=file, column=sheet.name, level="notice")]


def _row(country: str, year: int, sheets: dict[str, Sheet]) -> list[str]:
    cells = [sheet.cells.get((country, year), Cell(0, None)) for sheet in sheets.values()]
    marks = {cell.estimate for cell in cells if cell.value is not None}
    worst = next((mark for mark in ("uncertain", "estimate") if mark in marks), "")
    return [country, str(year), *("" if cell.value is None else repr(cell.value) for cell in cells), worst]


def _recognizes(peek: Peek) -> bool:
    return {"Current US$", "Share of GDP", "Per capita"} <= {sheet.strip() for sheet in peek.sheets}


SOURCE = Source(
    name="sipri_expenditure",
    label=Text("SIPRI military expenditure 1949-2024", "Belanja militer SIPRI 1949-2024"),
    citation="SIPRI Military Expenditure Database, 1949-2024. Stockholm International Peace Research Institute.",
    bibtex=BIBTEX,
    licence="SIPRI's terms: fair use for non-commercial research, less than 10 per cent of a data set reproduced, with "
    "reference to SIPRI; timbang does not ship it.",
    tables=(
        DataTable(
            name="sipri_expenditure",
            label=Text("Military expenditure by state and year", "Belanja militer per negara dan tahun"),
            file="SIPRI-Milex-data-1949-2024_2.xlsx",
            needed=(),
            recognizes=_recognizes,
            read=read,
            columns={"state": "string", "year": "int", **dict.fromkeys(SHEETS, "float"), "estimate": "string"},
            key=("state", "year"),
            coverage=(1949, 2024),
            version="1949-2024 (constant 2023 US dollars)",
            url="https://www.sipri.org/sites/default/files/SIPRI-Milex-data-1949-2024_2.xlsx",
            rows=8718,
            ranges={**dict.fromkeys(SHEETS, (0, None)), "share_government": (0, 1)},
            holes={
                "per_capita, share_government before 1988": "the sheets begin in 1988",
                "USSR": "figures of 1987-1990 only (constant dollars from 1988); Russia from 1992",
                "Uzbekistan, Turkmenistan": "figures of 1994-1997, 1999-2003 and 2018, and of 1994-1999, only",
                "zero dollars beside local currency": "no exchange rate: missing, not zero",
            },
        ),
    ),
)
