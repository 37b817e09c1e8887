"""Tables whose columns have run together, as the text of a PDF leaves them: rows found by number and date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from timbang.evidence.extraction.dating import Dated, dates_in
from timbang.evidence.extraction.headings import Heading, caption_before, headings_in
from timbang.evidence.extraction.marking import Marked, mark
from timbang.evidence.extraction.participants import BLANK, read_participants
from timbang.evidence.extraction.places import read_places, tidy
from timbang.evidence.extraction.rows import Row
from timbang.evidence.extraction.vocabulary import LANGUAGES, finder, languages_of
from timbang.model.suggestions import Span, Suggestion

NUMBER = re.compile(r"^[ \t]*(\d{1,3})[.)]?[ \t]*\s", re.MULTILINE)
LINE = re.compile(r"^[ \t]*(?=\S)", re.MULTILINE)
BULLET = re.compile(r"[\uf0b7•▪●◦‣∙]|^[ \t]*[-–*·][ \t]", re.MULTILINE)
FAR = 6000  # signs between two rows beyond which the second is no row of the table
DATE_CELL = 90  # signs that a date, broken over lines, may take

Start = tuple[str, int, Dated]  # the row's number, where the row begins, its date from there


def exercises_from_text(text: str) -> list[Suggestion]:
    """The exercises of every table in a text that was a page once; each row is found by its number and date."""
    return [one for _, found in tables_in(text) for one in found]


def tables_in(text: str) -> list[tuple[Span, list[Suggestion]]]:
    """Each such table: from where to where it goes (its heading, and rows as far as they were read), its exercises."""
    tables = []
    for heading, stop in _tables(text):
        found = list(_table(text, heading, stop))
        ends = [end for one in found for places in one.spans.values() for _, end in places]
        if ends:
            tables.append(((heading.start, min(stop, _paragraph_end(text, max(ends)))), found))
    return tables


def _paragraph_end(text: str, at: int) -> int:
    blank = BLANK.search(text, _described(text[: at + FAR], at))
    return blank.start() if blank else len(text)


def _tables(text: str) -> Iterator[tuple[Heading, int]]:
    """Each heading with the end of its table; a heading that a new page repeats belongs to the table before."""
    headings = headings_in(text)
    for at, heading in enumerate(headings):
        if at and headings[at - 1].kinds == heading.kinds and not caption_before(text, heading.start):
            continue
        later = (h.start for h in headings[at + 1 :] if h.kinds != heading.kinds or caption_before(text, h.start))
        yield heading, _source_line(text, heading.end, next(later, len(text)))


def _table(text: str, heading: Heading, stop: int) -> Iterator[Suggestion]:
    starts = _row_starts(text, heading, stop)
    ends = [begin for _, begin, _ in starts[1:]] + [stop] * bool(starts)
    caption = caption_before(text, heading.start) or "table"
    for (number, begin, dated), finish in zip(starts, ends, strict=True):
        row = _read(text[begin : min(finish, begin + FAR)], heading.kinds, dated)
        row.locator = f"{caption}, row {number}"
        yield row.suggestion(begin)


def _source_line(text: str, start: int, end: int) -> int:
    """Where the line that names a table's source begins; else the end."""
    words = finder("source", LANGUAGES).pattern
    match = re.compile(rf"^[ \t(\[]*{words}\s*:", re.MULTILINE | re.IGNORECASE).search(text, start, end)
    return match.start() if match else end


def _row_starts(text: str, heading: Heading, stop: int) -> list[Start]:
    """Lines that begin with a number and a date (or a date, if the table counts no rows)."""
    numbered = "number" in heading.kinds
    found: list[Start] = []
    for line in (NUMBER if numbered else LINE).finditer(text, heading.end, stop):
        begin = line.end()
        last = found[-1] if found else None
        if last and (line.start() < last[1] + last[2].end or line.start() - last[1] > FAR):
            continue
        dated = next(iter(dates_in(text[begin : begin + DATE_CELL], LANGUAGES)), None)
        if dated is None or text[begin : begin + dated.start].strip() or dated.first[0] is None:
            continue
        number = line[1] if numbered else str(len(found) + 1)
        if last is None or not numbered or _begins(text, line.start(), number, last[0]):
            found.append((number, begin, dated))
    return found


def _begins(text: str, at: int, number: str, last: str) -> bool:
    """Whether a line may begin a row: it is the next number, or a blank line stands before it."""
    return int(number) == int(last) + 1 or text[:at].rstrip(" \t").endswith(("\n\n", "\n \n", "\f"))


def _read(text: str, kinds: tuple[str, ...], dated: Dated) -> Row:
    """The row, column after column in the heading's order."""
    marked, row = mark(text, LANGUAGES), Row(dated=dated)
    if dated.mark:
        row.date_words = tidy(text[dated.start : dated.end])
    at = dated.end
    columns = [kind for kind in kinds if kind in READERS]
    for kind in columns:
        at = READERS[kind](marked, at, row)
    end = _described(text, at)
    row.describe(mark(_blanked(text, at, end), languages_of(text[at:end])))
    return row


def _blanked(text: str, start: int, end: int) -> str:
    """The text with all but one stretch blanked out, so that places in it stay where they are."""
    return " " * start + text[start:end]


def _described(text: str, at: int) -> int:
    """Where the description ends: after bulleted lines, at a blank line that no bullet follows."""
    bullets = [match.start() for match in BULLET.finditer(text, at)]
    if not bullets:
        blank = BLANK.search(text, at + len(text[at:]) - len(text[at:].lstrip()))
        return blank.start() if blank else len(text)
    blank = BLANK.search(text, bullets[-1])
    return blank.start() if blank else len(text)


def _participants(marked: Marked, at: int, row: Row) -> int:
    cell = read_participants(marked, at)
    row.sent, row.roster = cell.sent, cell.roster
    return cell.end


def _place(marked: Marked, at: int, row: Row) -> int:
    start, end = _place_block(marked, at)
    row.places = read_places(marked, start, end)
    return end


def _place_block(marked: Marked, at: int) -> tuple[int, int]:
    """From where to where the place's column goes: states with a colon, a state alone, or a paragraph of its own."""
    text = marked.text
    start = at + len(text[at:]) - len(text[at:].lstrip())
    named = next((one for one in marked.named if one.start == start), None)
    if named is None:
        bullet = BULLET.search(text, start)
        blank = BLANK.search(text, start, bullet.start() if bullet else len(text))
        more = blank and bullet and text[blank.end() : bullet.start()].strip()
        return (start, blank.start()) if blank and more else (start, start)
    if not re.match(r"\s*:", text[named.end :]):
        return start, named.end
    end = named.end
    while True:
        blank = BLANK.search(text, end)
        bullet = BULLET.search(text, end)
        end = min(blank.start() if blank else len(text), bullet.start() if bullet else len(text))
        after = end + len(text[end:]) - len(text[end:].lstrip())
        again = next((one for one in marked.named if one.start == after), None)
        if again is None or not re.match(r"\s*:", text[again.end :]) or text.startswith("\uf0b7", after):
            return start, end
        end = again.end


def _title(marked: Marked, at: int, row: Row) -> int:
    text = marked.text
    start = at + len(text[at:]) - len(text[at:].lstrip())
    bullet, blank = BULLET.search(text, start), BLANK.search(text, start)
    end = min(bullet.start() if bullet else len(text), blank.start() if blank else len(text))
    if len(text[start:end].strip().split("\n")) > 2 or end - start > 120:
        end = text.find("\n", start) if "\n" in text[start:end] else end
    row.title, row.title_span = tidy(text[start:end]), (start, start + len(text[start:end].rstrip()))
    return end


READERS: dict[str, Callable[[Marked, int, Row], int]] = {
    "participants": _participants,
    "place": _place,
    "title": _title,
}
