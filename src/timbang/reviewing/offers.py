"""What the documents of a case suggest, set beside the exercises that it has: new, known, in conflict, present."""

from __future__ import annotations

import multiprocessing
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from timbang.casefile.texts import FOLDER, load
from timbang.evidence.extraction import suggest
from timbang.evidence.extraction.matching import Match, match
from timbang.model import Case, Document, Exercise, Participant
from timbang.model.documents import Extracted
from timbang.model.suggestions import Suggestion

PRESENT, NEW = "present", "new"
FATES = (NEW, "conflict", "known", PRESENT)
AROUND, LONGEST = 60, 500  # code points shown around a suggestion's words, and in all
FEW = 4  # documents that are read in this process
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Found:
    """A suggestion with its place in a document: `spans` is the key it is known by, `words` what stands there."""

    suggestion: Suggestion
    spans: str
    words: str
    passage: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A suggestion of a document, and what it is to the case; `present`: the case has it from this source already."""

    document: Document
    found: Found
    match: Match
    fate: str

    @property
    def locator(self) -> str:
        """Where in the document: as the extractor tells, else the passage."""
        return self.match.suggestion.fields.get("locator") or f"passage {self.found.passage}"


def offers(case: Case, progress: Progress, decided: Iterable[tuple[str, str]] = ()) -> list[Offer]:
    """Every suggestion of the case's documents that is not `decided` on (document, spans), document by document."""
    documents = [row for row in case.of(Document) if (case.folder / FOLDER / f"{row.sha256}.json").is_file()]
    skipped, offered = set(decided), []
    for number, (document, found) in enumerate(_all(case.folder, documents), start=1):
        progress(f"looking for exercises, {number} of {len(documents)}: {document.title}")
        kept = [one for one in found if (document.sha256, one.spans) not in skipped]
        offered += [Offer(document, one, Match(one.suggestion, "new"), NEW) for one in kept]
    return [weighed(one, case.of(Exercise), case.of(Participant)) for one in offered]


def weighed(offer: Offer, exercises: Sequence[Exercise], participants: Sequence[Participant]) -> Offer:
    """The offer as it stands to these rows.

    A source that tells of two exercises in two places, under two names, means two, however near they are.
    """
    own = {row.id: row for row in exercises if row.source == offer.document.source}
    found = _matched(offer, exercises, participants)
    while found.exercise in own and own[found.exercise].locator != offer.locator and "name" not in found.reason:
        exercises = [row for row in exercises if row.id != found.exercise]
        found = _matched(offer, exercises, participants)
    return Offer(offer.document, offer.found, found, PRESENT if found.exercise in own else found.fate)


def _matched(offer: Offer, exercises: Sequence[Exercise], participants: Sequence[Participant]) -> Match:
    return match([offer.found.suggestion], exercises, participants)[0]


def _all(folder: Path, documents: Sequence[Document]) -> Iterator[tuple[Document, list[Found]]]:
    """What each document suggests: side by side on all cores, if there are more than a few."""
    hashes, of = [row.sha256 for row in documents], partial(found_in, folder)
    if len(documents) <= FEW:
        yield from zip(documents, map(of, hashes), strict=True)
        return
    with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("spawn")) as pool:
        yield from zip(documents, pool.map(of, hashes, chunksize=4), strict=True)


def found_in(folder: Path, sha: str) -> list[Found]:
    """What the frozen text of a document suggests."""
    text = load(folder, sha)
    seen: Counter[str] = Counter()
    return [_placed(one, text, seen) for one in suggest(text)]


def _placed(one: Suggestion, text: Extracted, seen: Counter[str]) -> Found:
    spans = [*(span for places in one.spans.values() for span in places), *(s.span for s in one.participants if s.span)]
    low, high = min((a for a, _ in spans), default=0), max((b for _, b in spans), default=0)
    key = f"{low}-{high}"
    seen[key] += 1
    words = text.text[max(0, low - AROUND) : min(high + AROUND, low + LONGEST)]
    passage = next((p.id for p in text.passages if p.start <= low < p.end), "")
    return Found(one, key if seen[key] == 1 else f"{key}#{seen[key]}", " ".join(words.split()), passage)
