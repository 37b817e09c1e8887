"""Made-up events in the layouts of GDELT 2.0 and ICEWS, as text and as Parquet."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from timbang.events.layouts import GDELT_COLUMNS

# year, actor 1, actor 2, CAMEO code, class; two states act on each other, on a third, on themselves, and on nobody
EVENTS = (
    (2004, "CHN", "RUS", "040", 1), (2004, "CHN", "RUS", "057", 1), (2004, "RUS", "CHN", "0841", 2),
    (2004, "CHN", "USA", "112", 3), (2004, "RUS", "RUS", "190", 4), (2004, "", "RUS", "140", 4),
    (2005, "RUS", "USA", "190", 4), (2005, "USA", "RUS", "010", 1), (2005, "KAZ", "CHN", "061", 2),
)  # fmt: skip
NAMES = {"CHN": "China", "RUS": "Russian Federation", "USA": "United States", "KAZ": "Kazakhstan", "": "NA"}
ICEWS = ("Event ID", "Event Date", "Source Name", "Source Country", "Event Text", "CAMEO Code", "Target Country")


def gdelt_rows() -> list[list[str]]:
    """Each event as a line of 61 cells."""
    rows = []
    for number, (year, source, target, code, quad) in enumerate(EVENTS):
        told = {"GLOBALEVENTID": number, "SQLDATE": f"{year}0102", "Year": year, "Actor1CountryCode": source,
                "Actor2CountryCode": target, "EventCode": code, "EventRootCode": code[:2], "QuadClass": quad,
                "SOURCEURL": 'http://example.org/"a'}  # fmt: skip
        rows.append([str(told.get(name, "")) for name in GDELT_COLUMNS])
    return rows


def icews_rows() -> list[list[str]]:
    return [
        [str(number), f"{year}-01-02", "Somebody, of somewhere", NAMES[source], "Act", code, NAMES[target]]
        for number, (year, source, target, code, _) in enumerate(EVENTS)
    ]


def text(path: Path, rows: Sequence[Sequence[str]], header: Sequence[str] = (), separator: str = "\t") -> Path:
    """Lines as a file; packed where its name ends in .gz, quoted where commas separate."""
    mark = '"' if separator == "," else ""
    lines = [separator.join(f"{mark}{cell}{mark}" for cell in row) for row in ([header] if header else []) + [*rows]]
    whole = ("\n".join(lines) + "\n").encode()
    path.write_bytes(gzip.compress(whole) if path.suffix == ".gz" else whole)
    return path


def parquet(path: Path, rows: Sequence[Sequence[str]], header: Sequence[str], whole: Sequence[str] = ()) -> Path:
    """Columns of text, but those named `whole` of whole numbers."""
    columns = {}
    for name, cells in zip(header, zip(*rows, strict=True), strict=True):
        columns[name] = pa.array(map(int, cells), pa.int64()) if name in whole else pa.array(cells)
    pq.write_table(pa.table(columns), path)
    return path


def every_layout(folder: Path) -> dict[str, list[Path]]:
    """The events in each layout and form that is read; of GDELT's text, in two files."""
    rows, icews = gdelt_rows(), icews_rows()
    return {
        "gdelt": [text(folder / "a.export.CSV", rows[:4]), text(folder / "b.export.CSV", rows[4:])],
        "gdelt-gz": [text(folder / "c.csv.gz", rows)],
        "gdelt-parquet": [parquet(folder / "d.parquet", rows, GDELT_COLUMNS, whole=("Year", "QuadClass"))],
        "icews-tab": [text(folder / "e.tab", icews, ICEWS)],
        "icews-csv": [text(folder / "f.csv", icews, ICEWS, separator=",")],
        "icews-parquet": [parquet(folder / "g.parquet", icews, ICEWS)],
    }
