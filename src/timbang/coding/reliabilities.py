"""How reliable each coder of a case is, code by code, against what is agreed or has been settled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timbang.coding.texts import readable, text_of
from timbang.evidence.accuracy import Unit
from timbang.evidence.codebook import Codebook
from timbang.evidence.ledger import entries
from timbang.evidence.units import given_in, readers_of, value_of
from timbang.inference.reliability import Reliability
from timbang.model import Case
from timbang.model.codings import Coding, Pass

KINDS = ((True, True), (True, False), (False, True), (False, False))  # gave it, holds: right, wrong, missed, rest


def reliabilities(case: Case, codebook: Codebook) -> dict[str, dict[str, Reliability]]:
    """Coder -> code -> reliability, from the case's ledger and the edition of the codebook at hand."""
    mine = [one for one in entries(case.folder) if one.codebook == codebook.edition]
    codings = [one for one in mine if isinstance(one, Coding)]
    passages = {row.sha256: [p.id for p in text_of(case.folder, row.sha256)[1]] for row in readable(case)}
    return measured(codings, [one for one in mine if isinstance(one, Pass)], passages, codebook.codes)


def measured(
    codings: Sequence[Coding], passes: Sequence[Pass], passages: Mapping[str, Sequence[str]], codes: Iterable[str]
) -> dict[str, dict[str, Reliability]]:
    """The same from entries: over passages that two or more coders have read.

    What holds of a code is what a settlement says, else what all who read the passage say; where they
    differ and nobody has decided, the passage is left out: a coder is not judged by another.
    """
    original = [one for one in codings if not one.settles]
    readers, given = readers_of(original, passes, passages), given_in(original)
    settled = _settlements(codings)
    pairs: dict[str, dict[str, list[tuple[bool, bool]]]] = {}
    for code in codes:
        for unit, coders in readers.items():
            said = {coder: value_of(given.get((unit, coder), ()), code) == "affirmed" for coder in sorted(coders)}
            agreed = next(iter(said.values())) if len(set(said.values())) == 1 else None
            holds = settled.get((unit, code), agreed)
            if len(said) > 1 and holds is not None:
                for coder, gave in said.items():
                    pairs.setdefault(coder, {}).setdefault(code, []).append((gave, holds))
    return {
        coder: {code: Reliability(*(found.count(kind) for kind in KINDS)) for code, found in of.items()}
        for coder, of in pairs.items()
    }


def _settlements(codings: Sequence[Coding]) -> dict[tuple[Unit, str], bool]:
    """What was decided of a code in a passage: does it hold? A later decision replaces an earlier one."""
    by_id = {one.id: one for one in codings}
    decided: dict[tuple[Unit, str], bool] = {}
    for one in codings:
        for code in {by_id[name].code for name in one.settles if name in by_id} - {""}:
            decided[(one.document, one.passage), code] = one.code == code and not one.negated
    return decided
