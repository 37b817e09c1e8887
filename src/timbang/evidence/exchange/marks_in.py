"""Marks to and from the selections and codings of a project's sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from timbang.evidence.exchange.counting import Counting, Places
from timbang.evidence.exchange.guids import same
from timbang.evidence.exchange.markup import child, children, local, words
from timbang.evidence.exchange.nouns import Mark

if TYPE_CHECKING:
    from timbang.evidence.exchange.project_in import Reading


def holders(root: Any) -> Iterator[tuple[str, Any]]:
    """GUID of every text or PDF source, and the element that holds its text: a PDF's representation, or None."""
    above = child(root, "Sources")
    for source in children(above, "TextSource", "PDFSource") if above is not None else ():
        holder = source if local(source) == "TextSource" else child(source, "Representation")
        yield same(source.get("guid")), holder


def samples(root: Any, texts: Mapping[str, str]) -> Iterator[tuple[str, int, int, str]]:
    """Stored text, start, end and name of every selection that has one: what shows how positions are counted."""
    for guid, holder in holders(root):
        for selection in children(holder, "PlainTextSelection") if guid in texts and holder is not None else ():
            if (span := _span(selection)) and selection.get("name"):
                yield texts[guid], *span, selection.get("name")


def read_marks(reading: Reading, codes: set[str], counting: Counting) -> list[Mark]:
    """Every mark whose code and place are there; what cannot be placed is noticed."""
    found: dict[str, Mark] = {}
    seen: set[str] = set()
    for source, holder in holders(reading.root):
        if source in seen or source not in reading.texts or holder is None:
            continue
        seen.add(source)
        stored = reading.texts[source]
        places = counting.places(stored)
        length = len(stored) - stored.count("\r\n")
        for selection in children(holder, "PlainTextSelection"):
            if (span := _placed(reading, selection, places, length)) is not None:
                _add(reading, found, codes, selection, Mark(guid="", source=source, start=span[0], end=span[1], code="",
                     note=words(selection, "Description"), selection=same(selection.get("guid"))))  # fmt: skip
        _add(reading, found, codes, holder, Mark(guid="", source=source, start=0, end=length, code="", whole=True))
    _areas(reading)
    return list(found.values())


def _add(reading: Reading, found: dict[str, Mark], codes: set[str], above: Any, like: Mark) -> None:
    """Add the marks that the codings below an element make."""
    for coding in children(above, "Coding"):
        ref = child(coding, "CodeRef")
        guid, code = same(coding.get("guid")), same(ref.get("targetGUID") if ref is not None else "")
        if code not in codes:
            reading.notice("a coding names a code that is not in the codebook", coding, code)
        elif not guid or guid in found:
            reading.notice(
                "a coding has no GUID" if not guid else "two codings have one GUID; the first is taken", coding, guid
            )
        else:
            user = same(coding.get("creatingUser") or above.get("creatingUser"))
            found[guid] = replace(like, guid=guid, code=code, user=user, time=coding.get("creationDateTime") or "")


def _span(selection: Any) -> tuple[int, int] | None:
    try:
        return int(selection.get("startPosition")), int(selection.get("endPosition"))
    except (TypeError, ValueError):
        return None


def _placed(reading: Reading, selection: Any, places: Places, length: int) -> tuple[int, int] | None:
    """Start and end by our counting; None, and a notice, where there is no such place in the text."""
    given = _span(selection)
    if given is None:
        reading.notice("a selection has no start and end that are numbers", selection)
        return None
    start, end = places.read(*given)
    if 0 <= start <= end <= length:
        return start, end
    reading.notice("a selection lies outside its text", selection, f"{given[0]} to {given[1]}")
    return None


def _areas(reading: Reading) -> None:
    """Notice codings of areas on a PDF's pages: they are kept, but are no marks in a text."""
    above = child(reading.root, "Sources")
    for source in children(above, "PDFSource") if above is not None else ():
        coded = [one for one in children(source, "PDFSelection") if child(one, "Coding") is not None]
        if coded:
            reading.notice(
                f"{len(coded)} areas of PDF pages are coded; they are not read as text",
                coded[0],
                source.get("name") or "",
            )
