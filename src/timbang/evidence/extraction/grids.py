"""Tables that are marked as tables: ruled ones of a PDF, those of DOCX and HTML; columns by their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from timbang.evidence.extraction.dating import Dated, dates_in
from timbang.evidence.extraction.forces import Forces, forces
from timbang.evidence.extraction.headings import NEEDED, caption_before, kind_of
from timbang.evidence.extraction.marking import mark
from timbang.evidence.extraction.participants import read_participants
from timbang.evidence.extraction.places import read_places, tidy
from timbang.evidence.extraction.residue import BULLET
from timbang.evidence.extraction.rows import Row
from timbang.evidence.extraction.vocabulary import LANGUAGES, languages_of
from timbang.model.documents import Grid
from timbang.model.suggestions import Sent, Span, Suggestion

HEADINGS = 3  # rows, from the first, among which the headings are looked for
Cells = dict[str, list[str]]  # kind of column -> texts of its cells, from left to right


def exercises_from_grid(grid: Grid, text: str = "") -> list[Suggestion]:
    """The exercises of a table with headings for dates, participants, places or names; none without such headings.

    `text` is the document's: it gives the caption, and the place of each cell where the cell's words stand in it.
    """
    kinds, body = _headings(grid)
    if kinds is None:
        return []
    caption = caption_before(text, grid.start) or "table"
    return list(_rows(grid, kinds, body, caption, text))


def _headings(grid: Grid) -> tuple[list[str] | None, int]:
    """The kind of each column, and the first row after the headings."""
    for at, row in enumerate(grid.rows[:HEADINGS]):
        kinds = [kind_of(cell) for cell in row]
        if len(NEEDED & set(kinds)) >= 2:
            return kinds, at + 1
    return None, 0


def _rows(grid: Grid, kinds: list[str], body: int, caption: str, text: str) -> Iterator[Suggestion]:
    at = grid.start
    for count, row in enumerate(grid.rows[body:], start=1):
        cells: Cells = {}
        for kind, cell in zip(kinds, row, strict=False):
            if kind and cell.strip():
                cells.setdefault(kind, []).append(cell)
        spans, at = _places_in(text, row, at, grid.end)
        suggestion = _read(cells, f"{caption}, row {_number(cells, count)}")
        if suggestion is not None:
            shown = [name for name in suggestion.fields if name != "locator"] if spans else []
            sent = tuple(replace(one, span=spans) for one in suggestion.participants)
            yield replace(suggestion, participants=sent, spans={name: (spans,) for name in shown if spans})


def _places_in(text: str, row: tuple[str, ...], at: int, end: int) -> tuple[Span | None, int]:
    """Where a row's cells stand in the document, taken together; None if its words are not found there."""
    first = last = -1
    for cell in row:
        words = cell.split()
        match = re.compile(r"\s*".join(re.escape(word) for word in words)).search(text, at, end) if words else None
        if match:
            first, last, at = (first if first >= 0 else match.start()), match.end(), match.end()
    return ((first, last) if first >= 0 else None), at


def _number(cells: Cells, count: int) -> str:
    printed = re.search(r"\d+", " ".join(cells.get("number", [])))
    return printed[0] if printed else str(count)


def _read(cells: Cells, locator: str) -> Suggestion | None:
    """One row of cells; None for a row that has neither a date nor a title (a heading in between, a sum)."""
    row = Row(locator=locator, dated=_dated(cells))
    if row.dated is not None and row.dated.mark:
        row.date_words = tidy(" ".join(cells["date"]))
    marked = mark(" ; ".join(cells.get("participants", [])), LANGUAGES)
    listed = read_participants(marked, 0, closed=True)
    row.sent, row.roster = listed.sent + _observers(cells, {one.state for one in listed.sent}), listed.roster
    for cell in cells.get("place", []):
        row.places += read_places(mark(cell, LANGUAGES), 0, len(cell))
    title, rest = _title(" ".join(cells.get("title", [])))
    row.title = title
    words = "\n".join([rest, *cells.get("content", [])])
    row.describe(mark(words, languages_of(words)))
    if "troops" in cells:
        row.forces = _troops(cells["troops"], row.forces)
    return row.suggestion() if row.dated or (row.title and row.sent) else None


def _dated(cells: Cells) -> Dated | None:
    """The date of a row: one cell, a first and a last day in two, or the day in one and the year in another."""
    written: list[str] = []
    years: list[str] = []
    for cell in cells.get("date", []):
        (years if re.fullmatch(r"\s*(?:1[89]|20)\d\d\s*", cell) else written).append(cell.strip())
    found = dates_in(" ".join(written + years)) or [_year_alone(year) for year in years]
    last = dates_in(" ".join(cells.get("end", []) + years))
    if not found or found[0].first[0] is None:
        return None
    return replace(found[0], last=last[0].last) if last and last[0].last[0] else found[0]


def _year_alone(year: str) -> Dated:
    return Dated((int(year), None, None), (int(year), None, None), 0, 0)


def _observers(cells: Cells, known: set[str]) -> tuple[Sent, ...]:
    """The states of a column of observers, without those that took part."""
    marked = mark(" ; ".join(cells.get("observers", [])), LANGUAGES)
    listed = read_participants(marked, 0, closed=True).sent
    return tuple(replace(one, role="observer") for one in listed if one.state not in known)


def _title(cell: str) -> tuple[str, str]:
    """The title, and what else the cell says: after a bullet or on further lines."""
    bullet = BULLET.search(cell)
    head = cell[: bullet.start()] if bullet else cell.strip().split("\n")[0]
    return tidy(head).strip('«»“”"„‘’「」'), cell[len(head) :]


def _troops(cells: list[str], described: Forces | None) -> Forces | None:
    """The troops of their own column, where a bare number counts people; else those of the description."""
    own = forces(mark(f"troops: {'; '.join(cells)}", languages_of("; ".join(cells))), of_people=True)
    if described is None:
        return own
    return Forces(own.total or described.total, own.shares or described.shares)
