"""Settles a disagreement between coders: a new coding that names those it decides between, which stay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timbang.errors import misuse
from timbang.evidence.agreement import Disagreement
from timbang.evidence.codebook import Codebook
from timbang.model.codings import Coding


def settle(
    disagreement: Disagreement, codings: Iterable[Coding], holds: str, coder: str, codebook: Codebook, program: str
) -> Coding:
    """The settled coding: `holds` is affirmed, denied or absent. UsageError for another word or unknown codings.

    Where one of the originals says what holds, its span, speaker and quotation are kept; a settlement of
    `absent` has an empty code.
    """
    originals = [coding for coding in codings if coding.id in disagreement.codings]
    if holds not in ("affirmed", "denied", "absent"):
        raise misuse("a disagreement is settled as affirmed, denied or absent", value=holds)
    if len(originals) < len(disagreement.codings):
        raise misuse("codings of this disagreement are not in the ledger", value=", ".join(disagreement.codings))
    like = next((each for each in originals if each.negated == (holds == "denied")), originals[0])
    return Coding(
        document=like.document, passage=like.passage, start=like.start, end=like.end,
        code="" if holds == "absent" else disagreement.code, coder=coder, by="person", codebook=codebook.edition,
        program=program, kind=like.kind, negated=holds == "denied", quoted=like.quoted, speaker=like.speaker,
        settles=disagreement.codings,
    )  # fmt: skip


def settled(codings: Sequence[Coding]) -> list[Coding]:
    """What holds: settlements in place of the codings they decide between; settlements that say nothing holds are gone.

    A later settlement may settle an earlier one. Codings that nobody settled stay.
    """
    decided = {name for coding in codings for name in coding.settles}
    return [coding for coding in codings if coding.code and coding.id not in decided]
