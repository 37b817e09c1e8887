"""Running heads and footnotes told from the text of a PDF page: by repetition, by size, by place and mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from timbang.documents._pdf_lines import Line, Page

MARGIN = 0.13  # share of the page's height, at its head and its foot, where running heads stand
SMALLER = 0.93  # footnotes are set in less than this share of the text's size
LARGER = 1.15  # headings in more
LONGEST_HEADING = 200  # code points
_DIGITS = re.compile(r"\d+")
_ALONE = re.compile(r"\W*(?:\d{1,4}|[ivxlc]{1,7})\W*", re.I)
MARK = re.compile(r"(?:\d{1,3}[.)]?\s*[^\W\d_]|[*†‡§]+\s*\S|\d{1,3}\s+[\"“‘'(])")
Signature = tuple[bool, str]
Seen = dict[Signature, list[tuple[int, str]]]


def text_size(pages: Iterable[Page]) -> float:
    """The size in which most letters are set; 0 where there are none."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    sizes.pop(0.0, None)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def margins(page: Page) -> tuple[list[Line], list[Line]]:
    """Lines near the head and near the foot of a page, the outermost first."""
    text = [line for line in page.lines if not line.table]
    head = sorted((line for line in text if line.bottom < MARGIN * page.height), key=lambda line: line.top)
    foot = sorted((line for line in text if line.top > (1 - MARGIN) * page.height), key=lambda line: -line.bottom)
    return head, foot


def signatures(pages: Iterable[Page]) -> Seen:
    """What stands in the margins of the pages, its numbers left out."""
    seen: Seen = {}
    for page in pages:
        for at_foot, lines in enumerate(margins(page)):
            for line in lines:
                seen.setdefault(_signature(bool(at_foot), line), []).append((page.number, line.text))
    return seen


def _signature(at_foot: bool, line: Line) -> Signature:
    return at_foot, _DIGITS.sub("#", " ".join(line.text.lower().split()))


def running(page: Page, seen: Seen, body: float) -> set[Line]:
    """The lines in the margins that other pages repeat, from the edge inwards up to the first that they do not."""
    head, foot = margins(page)
    return {*_running(page, head, False, seen, body), *_running(page, foot, True, seen, body)}


def _running(page: Page, lines: list[Line], at_foot: bool, seen: Seen, body: float) -> list[Line]:
    found: list[Line] = []
    for place, line in enumerate(lines):
        others = seen.get(_signature(at_foot, line), ())
        alone = place == 0 and bool(_ALONE.fullmatch(line.text) or (not at_foot and _apart(line, page, body)))
        level = any(abs(line.top - other.top) < 3 for other in found)
        if not (alone or level or any(_repeats(page.number, line.text, *other) for other in others)):
            break
        found.append(line)
    while found and _set_with(found[-1], [line for line in page.lines if line not in found]):
        found.pop()
    return found


def _apart(line: Line, page: Page, body: float) -> bool:
    """Whether a line that no page repeats is a running head nevertheless: small, and far above the text."""
    below = min((other.top for other in page.lines if other.top > line.bottom), default=line.bottom)
    return page.number > 1 and not line.bold and line.size < 1.05 * body and below - line.bottom > line.size


def _set_with(line: Line, others: Iterable[Line]) -> bool:
    """Whether a line belongs to text beside it: as large, and no further away than lines of one paragraph are."""
    for other in others:
        apart = max(other.top - line.bottom, line.top - other.bottom)
        alike = abs(other.size - line.size) < 0.07 * line.size and -line.size < apart < 0.6 * line.size
        if alike and other.x0 < line.x1 and other.x1 > line.x0:
            return True
    return False


def _repeats(number: int, text: str, other: int, words: str) -> bool:
    """Whether another page has the same line, or one whose number went on as pages do: a footnote's does not."""
    if other == number:
        return False
    if text == words:
        return True
    pairs = zip(_DIGITS.findall(text), _DIGITS.findall(words), strict=False)
    return any(int(a) - int(b) == number - other for a, b in pairs if len(a) < 6 and len(b) < 6)


def footnotes(page: Page, lines: Sequence[Line], body: float) -> set[Line]:
    """Lines in small letters under the text of their column, if the first bears a mark or stands under a short rule."""
    small = [line for line in lines if not line.table and 0 < line.size < SMALLER * body]
    large = [line for line in lines if line.table or line.size >= SMALLER * body]
    under = [line for line in small if not any(_below(line, other) for other in large)]
    if not under:
        return set()
    first = min(under, key=lambda line: (line.top, line.x0))
    ruled = any(-3 < first.top - rule < 2 * body for rule in page.rules)
    return set(under) if ruled or MARK.match(first.text) else set()


def _below(line: Line, other: Line) -> bool:
    return other.top > line.top and other.x0 < line.x1 and other.x1 > line.x0


def is_heading(lines: Sequence[Line], body: float) -> bool:
    """Whether a paragraph is a heading: short, and larger or bolder than the text."""
    text = " ".join(line.text for line in lines)
    bold = all(line.bold for line in lines) and not text.rstrip().endswith((".", ","))
    return len(text) <= LONGEST_HEADING and (lines[0].size > LARGER * body or bold)
