"""The layouts of event data that are read: GDELT 2.0's and ICEWS', as Parquet or as text.

Both code acts in CAMEO, whose twenty roots fall into four classes, which PLOVER keeps: verbal and
material cooperation, verbal and material conflict. GDELT gives the class with each event; of ICEWS it
is taken from the root: 01-05, 06-08, 09-13, 14-20. Schrodt, Philip A. 2012. CAMEO: Conflict and
Mediation Event Observations Event and Actor Codebook. The GDELT Event Database Data Format Codebook
V2.0. 2015. Open Event Data Alliance. 2018. PLOVER Codebook.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from timbang.errors import Problem, TimbangError, stop
from timbang.store.engines import Lines

CLASSES = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
ROOTS = (range(1, 6), range(6, 9), range(9, 14), range(14, 21))  # of each class
GDELT_2, GDELT_1 = 61, (57, 58)  # columns of a line
ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
         "Type2Code", "Type3Code")  # fmt: skip
PLACE = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
GDELT_COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{n}{part}" for n in "12" for part in ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{who}Geo_{part}" for who in ("Actor1", "Actor2", "Action") for part in PLACE), "DATEADDED", "SOURCEURL",
)  # fmt: skip
HEAD = 65_536  # bytes in which the first line ends


@dataclass(frozen=True, slots=True)
class Layout:
    """Where an event's year, actors' states and class stand."""

    name: Literal["gdelt", "icews"]
    date: str
    source: str
    target: str
    act: str

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns without which nothing can be counted."""
        return (self.date, self.source, self.target, self.act)

    def year(self, table: Any) -> Any:
        """The year, as an Ibis column; null where the cell holds none."""
        column = table[self.date]
        if column.type().is_temporal():
            return column.year().cast("int64")
        return column.substr(0, 4).try_cast("int64") if column.type().is_string() else column.cast("int64")

    def quad(self, table: Any) -> Any:
        """The class, 1 to 4, as an Ibis column; null where the act has no known code."""
        import ibis

        column = table[self.act]
        if self.name == "gdelt":
            return column.try_cast("int64") if column.type().is_string() else column.cast("int64")
        if not column.type().is_string():
            raise stop("CAMEO codes are text: as numbers they lose the zero they begin with", column=self.act,
                       value=str(column.type()), todo="Write the column as text, such as 040")  # fmt: skip
        root, found = column.substr(0, 2), ibis.null("int64")
        for number, roots in enumerate(ROOTS, start=1):
            found = root.isin([f"{n:02}" for n in roots]).ifelse(ibis.literal(number, "int64"), found)
        return found


GDELT = Layout("gdelt", "Year", "Actor1CountryCode", "Actor2CountryCode", "QuadClass")
ICEWS = Layout("icews", "Event Date", "Source Country", "Target Country", "CAMEO Code")


def layout_of(paths: Sequence[Path]) -> tuple[Layout, Lines | None]:
    """The layout that all files have, and how their lines hold it (None: Parquet); TimbangError names any other."""
    _apart(paths)
    found = {path: _of(path) for path in paths}
    first = found[paths[0]]
    odd = [path for path, other in found.items() if other != first]
    if odd:
        what = f"this file has another layout than {paths[0]}"
        raise TimbangError(Problem(what=what, file=str(path), todo="Count them apart") for path in odd)
    return first


def _apart(paths: Sequence[Path]) -> None:
    """TimbangError where a file is there under two names: its events would count twice.

    Told by size and both ends, since reading whole files would take as long as counting. Events that two
    different files share are not looked for.
    """
    seen: dict[tuple[int, bytes, bytes], Path] = {}
    for path in paths:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(HEAD)
            file.seek(max(0, size - HEAD))
            like = seen.setdefault((size, start, file.read()), path)
        if like is not path:
            raise stop(f"this is the same file as {like}, under another name: its events would count twice",
                       file=str(path), todo="Name each file once")  # fmt: skip


def _of(path: Path) -> tuple[Layout, Lines | None]:
    with path.open("rb") as file:
        head = file.read(4)
    if head == b"PAR1":
        return _named(path, _parquet_columns(path)), None
    if head[:2] == b"PK":
        raise stop("this is an archive", file=str(path), todo="Unpack it; .gz can stay packed")
    line = _first_line(path, head)
    separator = "\t" if "\t" in line else ","
    cells = tuple(cell.strip().strip('"') for cell in line.split(separator))
    if separator == "\t" and cells[0].isdigit():
        return _without_header(path, cells)
    layout = _named(path, cells)
    return layout, Lines(separator, cells, header=True, quoted='"' in line or separator == ",")


def _first_line(path: Path, head: bytes) -> str:
    try:
        with gzip.open(path) if head[:2] == b"\x1f\x8b" else path.open("rb") as file:
            return file.read(HEAD).partition(b"\n")[0].decode("utf-8-sig").rstrip("\r")
    except (UnicodeDecodeError, OSError, EOFError) as problem:
        raise stop("the first line of this file cannot be read", file=str(path), value=str(problem),
                   expected="Parquet, or text in UTF-8") from None  # fmt: skip


def _without_header(path: Path, cells: Sequence[str]) -> tuple[Layout, Lines]:
    """GDELT's own files: tab-separated, no names of columns, whatever their ending."""
    if len(cells) != GDELT_2:
        what = "this is the layout of GDELT 1" if len(cells) in GDELT_1 else "the first line has no known layout"
        raise stop(what, file=str(path), line=1, value=f"{len(cells)} columns", expected=f"{GDELT_2}, as GDELT 2.0 has",
                   todo="Take GDELT 2.0's files (export.CSV)")  # fmt: skip
    return GDELT, Lines("\t", GDELT_COLUMNS, header=False, quoted=False)


def _named(path: Path, columns: Sequence[str]) -> Layout:
    """The layout whose columns these are; of the one that comes nearest, what is missing."""
    lacking = {layout: [name for name in layout.needed if name not in columns] for layout in (GDELT, ICEWS)}
    nearest = min(lacking, key=lambda layout: len(lacking[layout]))
    if lacking[nearest]:
        raise stop(f"the file has no column {', '.join(lacking[nearest])}", file=str(path), line=1,
                   value=", ".join(columns), expected="the columns of GDELT 2.0 or of ICEWS")  # fmt: skip
    return nearest


def _parquet_columns(path: Path) -> tuple[str, ...]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return tuple(pq.read_schema(path).names)
    except (pa.ArrowException, OSError) as problem:
        raise stop("this Parquet file cannot be read", file=str(path), value=str(problem),
                   todo="It is damaged or cut short: fetch it again") from None  # fmt: skip
