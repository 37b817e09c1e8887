"""Records of exercises, suggested from the tables and the prose of documents."""

from __future__ import annotations

from dataclasses import replace

from timbang.evidence.extraction.grids import exercises_from_grid
from timbang.evidence.extraction.prose import exercises_in_prose, merged
from timbang.evidence.extraction.residue import exercises_from_text, tables_in
from timbang.model.documents import Extracted, Passage
from timbang.model.suggestions import Span, Suggestion

__all__ = ["exercises_from_grid", "exercises_from_text", "exercises_in_prose", "suggest"]
SILENT = ("running", "cell")  # kinds of passages that are not read as prose


def suggest(extracted: Extracted) -> list[Suggestion]:
    """Every exercise that a document's tables and prose speak of, with the places in its text.

    Tables that are marked as such are read by their cells, others by what their text keeps of rows; the rest is
    prose. Exercises of several states only; see `notes` for what was planned, called off, or dated by its name.
    """
    text = extracted.text
    ruled = [(grid.start, grid.end) for grid in extracted.grids]
    found = [one for grid in extracted.grids for one in exercises_from_grid(grid, text)]
    loose = [table for table in tables_in(text) if not _overlap(table[0], ruled)]
    found += [one for _, rows in loose for one in rows]
    return [_paged(one, extracted) for one in found + _prose(extracted, ruled + [span for span, _ in loose])]


def _prose(extracted: Extracted, tables: list[Span]) -> list[Suggestion]:
    """Suggestions from the passages outside tables; without passages, from the text between them."""
    if extracted.passages:
        parts = [(p.start, p.end, p.language) for p in extracted.passages if _read(p, tables)]
    else:
        cuts = [0, *(at for span in sorted(tables) for at in span), len(extracted.text)]
        parts = [(low, high, "") for low, high in zip(cuts[::2], cuts[1::2], strict=True)]
    return merged([one for low, high, lang in parts for one in exercises_in_prose(extracted.text, lang, low, high)])


def _read(passage: Passage, tables: list[Span]) -> bool:
    return passage.kind not in SILENT and not _overlap((passage.start, passage.end), tables)


def _overlap(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _paged(one: Suggestion, extracted: Extracted) -> Suggestion:
    """The suggestion with its page as locator, where it has none and the document has pages."""
    spans = [span for places in one.spans.values() for span in places]
    if "locator" in one.fields or not spans:
        return one
    start = min(low for low, _ in spans)
    page = next((p.page for p in extracted.passages if p.page and p.start <= start < p.end), None)
    return replace(one, fields={"locator": f"p. {page}", **one.fields}) if page else one
