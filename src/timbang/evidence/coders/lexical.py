"""The lexical coder: all terms of a codebook, in every language, in one pass; deterministic, and the default."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from timbang import __version__
from timbang.evidence.codebook import Codebook
from timbang.evidence.coders import _signs
from timbang.evidence.coders._cues import cues_in
from timbang.evidence.coders._denial import denied, disputed
from timbang.evidence.coders._rules import Match, Rules
from timbang.evidence.coders._speaking import Speech, quotations, reported, voice_at, voices
from timbang.model.codings import By, Coding
from timbang.model.documents import Passage

_SKIPPED = ("running",)  # running heads repeat themselves on every page


class LexicalCoder:
    """One coding per sentence, code, and what is said of it: denied or not, by whom.

    The span runs from the first term of the sentence to the last. A sentence never crosses a passage.
    """

    name = "lexical"
    version = "1"
    by: By = "program"

    def __init__(self) -> None:
        self._rules: Rules | None = None

    def code(self, passages: Sequence[Passage], text: str, codebook: Codebook, document: str = "") -> Iterator[Coding]:
        """The codings of these passages; they are held to be in order and not to overlap."""
        if self._rules is None or self._rules.codebook is not codebook:
            self._rules = Rules(codebook)
        read = [passage for passage in passages if passage.kind not in _SKIPPED and passage.start < passage.end]
        if read:
            yield from _Document(text, read, self._rules, document).codings()


class _Sentence:
    """A sentence in which some code was found, with its cues."""

    def __init__(self, start: int, text: str, folded: str):
        self.start, self.text, self.folded = start, text, folded
        self.cues = cues_in(folded)


class _Document:
    """One text while it is being coded."""

    def __init__(self, text: str, passages: Sequence[Passage], rules: Rules, document: str):
        self.text, self.passages, self.rules, self.document = text, passages, rules, document
        self.signs = _signs.read(text)
        self.program = f"timbang {__version__}, lexical {LexicalCoder.version}"
        self.quotes = quotations(text, self.signs)
        self.voices = voices(text, self.signs)

    def codings(self) -> Iterator[Coding]:
        """Every coding, in order."""
        hits = self.rules.finder.find(self.signs)
        bounds = [edge for passage in self.passages for edge in (passage.start, passage.end)]
        cuts = np.union1d(_signs.sentence_ends(self.signs), np.array(bounds, dtype=np.intp))
        starts = np.array([hit[0] for hit in hits], dtype=np.intp)
        sentences = np.searchsorted(cuts, starts, side="right").tolist()
        edges = [0, *cuts.tolist(), len(self.text)]
        homes = np.searchsorted(np.array(bounds, dtype=np.intp), starts, side="right").tolist()
        rows = zip(sentences, homes, hits, strict=True)
        for (sentence, home), group in groupby(rows, key=lambda row: row[:2]):
            if home % 2:  # between a passage's start and its end
                found = [hit for _, _, hit in group]
                yield from self._sentence(self.passages[home // 2], edges[sentence], edges[sentence + 1], found)

    def _sentence(self, passage: Passage, start: int, end: int, hits: list[tuple[int, int, int]]) -> Iterator[Coding]:
        matches = self.rules.matches([hit for hit in hits if hit[1] <= end])
        if not matches:
            return
        sentence = _Sentence(start, self.text[start:end], self.signs.folded[start:end])
        merged: dict[tuple[str, bool, Speech], list[int]] = {}
        for match in matches:
            for negated, speech in self._said(match, sentence):
                span = merged.setdefault((match.code, negated, speech), [match.start, match.end])
                span[0], span[1] = min(span[0], match.start), max(span[1], match.end)
        for (code, negated, speech), (first, last) in merged.items():
            yield self._coding(passage, code, first, last, negated, speech)

    def _said(self, match: Match, sentence: _Sentence) -> Iterator[tuple[bool, Speech]]:
        """Affirmed or denied, and by whom; twice, where a label is given and rejected in one sentence."""
        last = match.end - sentence.start
        speech = self._speech(match, sentence)
        if self.rules.codebook.codes[match.code].denial == "ignored":
            yield False, speech
            return
        parts = [(a - sentence.start, b - sentence.start) for a, b in match.parts]
        yield denied(sentence.folded, parts, sentence.cues), speech
        if other := disputed(sentence.folded, last, sentence.cues):
            yield True, Speech(True, sentence.text[slice(*other)].strip(" .。"))

    def _speech(self, match: Match, sentence: _Sentence) -> Speech:
        said = reported(sentence.text, sentence.cues, match.start - sentence.start, match.end - sentence.start)
        if said.quoted:
            return said
        before = bisect_right(self.quotes, (match.start, match.start)) - 1
        if before >= 0 and match.end <= self.quotes[before][1]:
            return Speech(True, self._introduced(self.quotes[before]))
        return Speech(False, voice_at(*self.voices, match.start))

    def _introduced(self, quote: tuple[int, int]) -> str:
        """Who is named as saying a quotation: in the words just before it, or just after."""
        for a, b in ((max(0, quote[0] - 120), quote[0]), (quote[1] + 1, quote[1] + 80)):
            near = reported(self.text[a:b], cues_in(self.signs.folded[a:b]), b, b)
            if near.speaker:
                return near.speaker
        return ""

    def _coding(self, passage: Passage, code: str, start: int, end: int, negated: bool, speech: Speech) -> Coding:
        return Coding(
            document=self.document, passage=passage.id, start=start, end=end, code=code, coder=LexicalCoder.name,
            by="program", codebook=self.rules.codebook.edition, program=self.program,
            kind=self.rules.codebook.codes[code].aspect, negated=negated, quoted=speech.quoted, speaker=speech.speaker,
        )  # fmt: skip
