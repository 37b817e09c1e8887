"""Pages into running text: order, kinds, and sentences that go on in the next column or on the next page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timbang.documents._passages import Writing
from timbang.documents._pdf_kinds import MARK, Seen, footnotes, is_heading, running, signatures, text_size
from timbang.documents._pdf_lines import Line, Page, Table, with_initials
from timbang.documents._pdf_order import ended, paragraphs, regions, rows
from timbang.model.documents import Box, PassageKind

STRETCH = 30  # pages looked at together, to tell what repeats; memory does not grow with the document


@dataclass(slots=True)
class Block:
    """A paragraph of a page, or a table."""

    lines: list[str]
    kind: PassageKind
    box: Box
    table: Table | None = None


def blocks(pages: Iterable[Page]) -> Iterator[Block]:
    """The blocks of all pages, in the order in which they are read."""
    earlier: Seen = {}
    for stretch in _stretches(pages):
        body = text_size(stretch)
        now = signatures(stretch)
        seen = {key: earlier.get(key, []) + now.get(key, []) for key in {*earlier, *now}}
        for page in stretch:
            yield from _page_blocks(page, seen, body)
        earlier = now


def _stretches(pages: Iterable[Page]) -> Iterator[list[Page]]:
    stretch: list[Page] = []
    for page in pages:
        stretch.append(page)
        if len(stretch) == STRETCH:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _page_blocks(page: Page, seen: Seen, body: float) -> Iterator[Block]:
    """Running heads, text, then footnotes and running feet."""
    margin = running(page, seen, body)
    rest = [line for line in page.lines if line not in margin]
    notes = footnotes(page, rest, body)
    heads = [line for line in margin if line.top < page.height / 2]
    yield from (_block([line], "running", page.number) for line in rows(heads))
    text = with_initials([line for line in rest if line not in notes], body)
    for region in regions(text):
        for lines in paragraphs(region):
            yield _block(lines, "heading" if is_heading(lines, body) else "body", page.number)
    for region in regions(sorted(notes, key=lambda line: line.top)):
        yield from (_block(lines, "footnote", page.number) for lines in _notes(region))
    feet = [line for line in margin if line.top >= page.height / 2]
    yield from (_block([line], "running", page.number) for line in rows(feet))


def _notes(lines: Sequence[Line]) -> list[list[Line]]:
    """Footnotes one by one: each begins with its mark."""
    found: list[list[Line]] = []
    for line in lines:
        if not found or MARK.match(line.text):
            found.append([])
        found[-1].append(line)
    return found


def _block(lines: Sequence[Line], kind: PassageKind, page: int) -> Block:
    edges = (
        min(line.x0 for line in lines), min(line.top for line in lines),
        max(line.x1 for line in lines), max(line.bottom for line in lines),
    )  # fmt: skip
    table = lines[0].table
    return Block([line.text for line in lines], "cell" if table else kind,
                 Box(page, *(round(edge, 1) for edge in edges)), table)  # fmt: skip


def write(found: Iterable[Block], writing: Writing) -> Iterator[int]:
    """Write blocks; a sentence that a column or page ends is finished first. Yields the page of each block."""
    still_open: Block | None = None
    waiting: list[Block] = []
    for block in found:
        if still_open and block.kind == "body" and _goes_on(still_open, block):
            still_open.lines += block.lines
        elif still_open and block.kind in ("footnote", "running"):
            waiting.append(block)
        else:
            _put([*([still_open] if still_open else []), *waiting], writing)
            still_open, waiting = (block, []) if block.kind == "body" else (None, [])
            _put([] if still_open else [block], writing)
        if still_open and ended(still_open.lines[-1]):
            _put([still_open, *waiting], writing)
            still_open, waiting = None, []
        yield block.box.page
    _put([*([still_open] if still_open else []), *waiting], writing)


def _goes_on(block: Block, after: Block) -> bool:
    """Whether a paragraph is the rest of the one before: it begins small, or ends a broken word."""
    begins = after.lines[0].lstrip()[:1]
    return begins.islower() or (block.lines[-1].rstrip()[-1:] in "-\u2010\u00ad" and begins.isalnum())


def _put(blocks: Iterable[Block], writing: Writing) -> None:
    for block in blocks:
        if block.table:
            writing.table(block.table.rows, block.box.page, block.table.boxes)
        else:
            writing.add(block.lines, block.kind, block.box.page, block.box)
