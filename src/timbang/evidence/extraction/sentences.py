"""Where sentences begin and end, in four languages; lines that a page broke are no sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timbang.evidence.extraction.vocabulary import Languages, fold, forms
from timbang.model.suggestions import Span

END = re.compile(
    r"[.!?…]+[\"”»’)\]]*\s+(?=[\"“«‘(\[]?[A-ZА-ЯЁ0-9])|[。！？]+[”’」）]*|\n[ \t\r\f]*\n\s*|\n(?=[ \t]*\S)"
)
LONGEST = 3000  # signs: what is longer is no sentence, and is read in parts
SHORT = 60  # signs: a line shorter than this that ends before a capital letter is a line of its own


def sentences(text: str, start: int, end: int, languages: Languages) -> Iterator[Span]:
    """The sentences of a stretch of text, as places in the text, without the white space around them."""
    short = {fold(form) for form in forms("abbreviation", languages)}
    begin = start
    for match in END.finditer(text, start, end):
        if match[0].startswith((".", "…")) and _abbreviates(text[begin : match.start()], short):
            continue
        if match[0] == "\n" and not _own_line(text, begin, match.start(), match.end()):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, end)


def _abbreviates(before: str, short: set[str]) -> bool:
    word = re.search(r"[\w.]+$", before)
    return word is not None and (fold(word[0]) in short or (len(word[0]) == 1 and word[0].isupper()))


def _own_line(text: str, begin: int, end: int, after: int) -> bool:
    """Whether the line just ended is a heading or a list item, not part of a sentence that goes on."""
    line = text[text.rfind("\n", begin, end) + 1 : end].strip()
    following = text[after : after + 80].lstrip()
    goes_on = not line or line[-1] in ",-–—(" or following[:1].islower() or following[:1] in ",)"
    return len(line) < SHORT and not goes_on


def _trimmed(text: str, begin: int, end: int) -> Iterator[Span]:
    for low in range(begin, end, LONGEST):
        words = text[low : min(end, low + LONGEST)]
        if words.strip():
            yield low + len(words) - len(words.lstrip()), low + len(words.rstrip())
