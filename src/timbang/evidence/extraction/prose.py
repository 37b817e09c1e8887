"""Exercises that prose speaks of: one suggestion for each that a text names, or describes as one of several states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from timbang.evidence.extraction.mentions import Mention, mentions_in
from timbang.evidence.extraction.reading import read
from timbang.evidence.extraction.sentences import sentences
from timbang.evidence.extraction.vocabulary import finder, fold, fragment, language_of
from timbang.model.suggestions import Span, Suggestion

# A line that only names a table's or a figure's source speaks of a book, not of an exercise.
SOURCE_LINE = re.compile(r"[(（]\s*(?:Sumber|Sources?|Источник|资料来源|来源)\s*[:：][^()（）]*[)）]", re.IGNORECASE)


def exercises_in_prose(text: str, language: str = "", start: int = 0, end: int | None = None) -> list[Suggestion]:
    """The exercises that a stretch of prose speaks of; places count from the beginning of `text`."""
    stop = len(text) if end is None else end
    known = language_of(text[start:stop], language)
    found: list[Suggestion] = []
    silent = [match.span() for match in SOURCE_LINE.finditer(text, start, stop)]
    for low, high in sentences(text, start, stop, (known,)):
        cited = any(low < end and begin < high for begin, end in silent)
        if not cited and _worth(known).search(text, low, high):
            found += _in_sentence(text[low:high], known, low)
    return merged(found)


@cache
def _worth(language: str) -> re.Pattern[str]:
    """A first look: without one of these words a sentence speaks of no exercise."""
    parts = [fragment(kind, (language,)) for kind in ("exercise", "people")]
    return re.compile("|".join(parts), re.IGNORECASE)


def _in_sentence(sentence: str, language: str, offset: int) -> Iterator[Suggestion]:
    mentions = mentions_in(sentence, language)
    parts = _parts(sentence, mentions, language) if mentions else []
    for mention, (start, end) in zip(mentions, parts, strict=True):
        part = " " * start + sentence[start:end]
        suggestion = read(part, mention, language)
        if suggestion is not None:
            yield _moved(suggestion, offset)


def _parts(sentence: str, mentions: list[Mention], language: str) -> list[Span]:
    """The part of the sentence that is about each mention: up to the last comma or joining word before the next."""
    cuts = [0]
    for one, following in pairwise(mentions):
        cuts.append(_cut(sentence, one.end, following.start, language))
    return list(zip(cuts, [*cuts[1:], len(sentence)], strict=False))


def _cut(sentence: str, low: int, high: int, language: str) -> int:
    """Between two mentions: after a semicolon, else at a joining word, else at the last comma, else at the second."""
    between = sentence[low:high]
    for pattern in (r"[;；。]", rf"[,，]\s*{finder('join', (language,)).pattern}", r"[,，](?=[^,，]*$)"):
        found = list(re.finditer(pattern, between, re.IGNORECASE))
        if found:
            return low + found[-1].start() + 1
    return high


def _moved(one: Suggestion, offset: int) -> Suggestion:
    spans = {name: tuple((a + offset, b + offset) for a, b in places) for name, places in one.spans.items()}
    sent = tuple(
        replace(p, span=(p.span[0] + offset, p.span[1] + offset) if p.span else None) for p in one.participants
    )
    return replace(one, spans=spans, participants=sent)


def merged(found: list[Suggestion]) -> list[Suggestion]:
    """Mentions of one name as one suggestion: what the first leaves out, the later ones give."""
    kept: dict[str, Suggestion] = {}
    for at, one in enumerate(found):
        name = fold(one.fields.get("name_en", "")) or f"#{at}"
        kept[name] = _joined(kept[name], one) if name in kept else one
    return list(kept.values())


def _joined(first: Suggestion, later: Suggestion) -> Suggestion:
    """The first with what only the later has; dates are taken whole, and a stated one before one from a name."""
    fields, spans = dict(first.fields), dict(first.spans)
    for together in (("start", "end", "note_en", "note_id"), ("troops", "qualifier"), ("place",)):
        if not any(name in fields for name in together if not name.startswith("note")):
            fields |= {name: later.fields[name] for name in together if name in later.fields}
            spans |= {name: later.spans[name] for name in together if name in later.spans}
    known = {one.state for one in first.participants}
    more = tuple(one for one in later.participants if one.state not in known)
    if "roster" not in fields and "roster" in later.fields:
        fields["roster"] = later.fields["roster"]
    return replace(
        first, fields=fields, spans=spans, participants=first.participants + more, score=max(first.score, later.score)
    )
